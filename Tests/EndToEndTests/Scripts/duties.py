"""Ground truth for T15, T16-cases, T16-leads and T21 to T24, computed from the raw exports and the definitions alone.

usage: python3 duties.py SAMPLEDATA CODELISTS MONITOR.YAML PERIOD OUTDIR [MONTH-DAY]

PERIOD is that of the tables: a half-year for T15 and T21, a year for T15-annual, else a quarter. MONTH-DAY: until when
annual reports are due; left out nobody knows. Writes for each table T a T.csv with the columns region, row (its key) and
the figures with their changes, and a T-leaves.csv: the counts that it is made of, with who is behind them, as
table_audit.py wants them. Percents have two decimals; [x]: nothing to divide by, [z]: no meaning there.
Reads the exports as independent.py and archives.py beside this file do, and shares nothing with the program.
"""
import csv
import os
import sys
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from types import SimpleNamespace

import archives
import independent
from archives import first_day, kaplan_meier, percent, resident
from flows import rows
from independent import HOME, REGIONS, CodeList, day, months, quotient, region, rounded, uscc

DUTIES = {
    "agencies": "许可证编号 证照类型 统一社会信用代码 机构类型 业务类型 所在地 乡镇 受理日期 延期批准日期 决定日期 办理方式 决定 发证日期 有效期至 注销日期 年报日期 诚信等级 评定日期",
    "cases": "案号 案件类别 被申请人信用代码 涉及人数 区划 申请日期 受理日期 延期批准日期 结案日期 处理结果 结案金额 罚款 没收",
    "claims": "申领编号 项目 证件号码 统一社会信用代码 发放金额 申请日期 发放日期 退回日期 退回金额 区划",
    "public-posts": "招聘批次 岗位代码 单位信用代码 区划 计划数 招聘方式 放宽条件 公告日期 聘用日期 报考人数 聘用人数 来自非公",
    "items": "清单期别 清单类别 事项编码 事项名称 依据 责任科室 法定办结时限 承诺办结时限 收费标准 办理渠道 材料数 跑动次数",
    "register": "编号 名册类别 证件号码 区划 级别 办理方式 批准日期 结果 起始日期 截止日期 离开日期 期满去向",
    "reports": "期别 指标 填报单位 区划 渠道 数值"}
for system in ("register", "rosters"):
    independent.HEADERS[system] = {"updated_at": "更新时间", **{n: n for n in DUTIES["register"].split()}, "期满": "期满日期"}
for system in ("agencies", "cases", "claims", "public-posts", "items", "reports"):
    independent.HEADERS[system] = {"updated_at": "更新时间", **{n: n for n in DUTIES[system].split()}}
KEYS = {"agencies": ("许可证编号", "证照类型"), "cases": ("案号",), "claims": ("申领编号",), "public-posts": ("招聘批次", "岗位代码"),
        "items": ("清单期别", "清单类别", "事项编码"), "register": ("名册类别", "编号"), "rosters": ("名册类别", "编号"),
        "reports": ("期别", "指标", "填报单位", "区划", "渠道")}
UPHELD = {"属实", "责令改正", "已改正", "罚款", "没收", "吊销", "关闭"}
LATER = date.max


class Data:
    """The current rows of a system: texts by the name of the column, `day(row, name)` for dates."""

    def __init__(self, folder, codelists):
        self.folder, self.places, self.codelists = folder, CodeList(codelists, "regions"), codelists

    def load(self, system):
        def make(cells, run_day):
            key = tuple(cells.get(name, "") for name in KEYS[system])
            if not all(key):
                return None
            row = SimpleNamespace(key=key)
            place = [cells[name] for name in ("区划", "所在地") if name in cells]  # without a column: as the source says
            row.place = region(place[0], self.places) if place else HOME
            return row
        return rows(self.folder, system, make, date.today())


def at(row, name):
    return day(row.cells.get(name, ""))


def text(row, name):
    return row.cells.get(name, "")


def number(row, name):
    value = text(row, name)
    return Fraction(value) if value else None


class Kind:
    """A figure: what it counts of the rows in a period, and how."""

    def __init__(self, of, value=len, scale=None):
        self.of, self.value, self.scale = of, value, scale


def total(name):
    return lambda found: sum(number(r, name) or 0 for r in found)


def distinct(of):
    return lambda found: len({of(r) for r in found if of(r)})


def growth(now, before):
    return "[x]" if "[x]" in (now, before) else percent(now - before, before)


def shift(now, before):
    return "[x]" if "[x]" in (now, before) else now - before


def exact(value):
    return value if value == "[x]" else Fraction(str(value))


def shown(value, kind):
    if isinstance(value, str) or kind is None or kind.scale is None:
        return int(value) if isinstance(value, Fraction) and value.denominator == 1 else value
    return rounded(Fraction(value) / kind.scale)


class Table:
    """Figures of rows and places. `leaves`: name -> Kind; `made`: name -> (function of a period's values, decimals);
    both print in the order of `columns`."""

    def __init__(self, id_, out, leaves, made, columns, holder, changes=("qoq", "yoy"), own=None, plain=()):
        self.id, self.out, self.leaves, self.made, self.columns = id_, out, leaves, made, columns
        self.holder, self.changes, self.own, self.plain = holder, changes, own or {}, set(plain)
        self.lines, self.behind = [], []

    def values(self, found, everything, span):
        counted = {name: kind.of(found, *span) for name, kind in self.leaves.items()}
        values = {name: kind.value(counted[name]) for name, kind in self.leaves.items()}
        whole = {name: kind.value(kind.of(everything, *span)) for name, kind in self.leaves.items()}
        for name, make in self.made.items():
            values[name] = make(values, whole, found, span)
        return values, counted

    def add(self, place, key, found, everything, spans, at_rows=None):
        now, counted = self.values(found, everything, spans[0])
        earlier = {"qoq": spans[1], "yoy": spans[2]}
        before = {end: self.values(found, everything, earlier[end])[0] for end in self.changes}
        line = {"region": place, "row": key}
        for name in self.columns:
            kind = self.leaves.get(name)
            isHere = name not in self.own or key in self.own[name]
            line[name] = shown(now[name], kind) if isHere else "[z]"
            if name in self.plain:
                continue
            for end in self.changes:
                # What is printed in units of ten thousand changes as it is printed.
                pair = [shown(values[name], kind) for values in (now, before[end])]
                change = growth(*map(exact, pair)) if kind else shift(*pair)
                change = rounded(Fraction(change)) if isinstance(change, int) and not kind else change
                line[f"{name}_{end}"] = change if isHere else "[z]"
        self.lines.append(line)
        hidden = {"region": place, "row": key}
        for name, own in counted.items():
            value = self.leaves[name].value(own)
            # Who has how much of it; an amount is of units, a number of rows of them too.
            parts = defaultdict(Fraction)
            for r in own:
                amount = self.leaves[name].value([r])
                if amount:
                    parts[self.holder(r)] += amount
            hidden.update({name: shown(value, None), name + ".contributors": len(parts),
                           name + ".largest": shown(max(parts.values(), default=Fraction(0)), None)})
        self.behind.append(hidden)

    def write(self):
        os.makedirs(self.out, exist_ok=True)
        for lines, end in ((self.lines, ""), (self.behind, "-leaves")):
            with open(os.path.join(self.out, f"{self.id}{end}.csv"), "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(lines[0]), lineterminator="\n")
                writer.writeheader()
                writer.writerows(lines)


def share_of(part, *whole):
    return lambda v, w, found, span: percent(v[part], sum(v[name] for name in whole))


def during(name, more=lambda r, start, end: True):
    return lambda found, start, end: [r for r in found if at(r, name) and start <= at(r, name) <= end and more(r, start, end)]


def here(found, place):
    return [r for r in found if r.place.startswith(HOME[:4]) and (place == HOME or r.place == place)]


def by(found, keys, of, rest=True, whole=True):
    for key in keys:
        yield key, [r for r in found if of(r) == key]
    if rest:
        yield "rest", [r for r in found if of(r) not in keys]
    if whole:
        yield "total", found


def valid(r, end):
    issued = at(r, "发证日期")
    stop = min([d for d in (at(r, "注销日期"), at(r, "有效期至")) if d] or [LATER])
    return issued and issued <= end and stop >= end


def agencies(data, calendar, spans, out, month_day):
    found = data.load("agencies")
    code = lambda r: uscc(text(r, "统一社会信用代码"))
    def due(r):
        accepted = at(r, "受理日期")
        calendar.limit = 30 if at(r, "延期批准日期") else 20
        return calendar.due(accepted) if accepted else None
    isPermit = lambda r: text(r, "证照类型") == "许可"
    def owed(rs, start, end):
        last = date(end.year, *map(int, month_day.split("-"))) if month_day else LATER
        return [r for r in rs if month_day and last <= end and text(r, "证照类型") in ("许可", "备案") and at(r, "发证日期")
                and at(r, "发证日期") < date(end.year, 1, 1)
                and min([d for d in (at(r, "注销日期"), at(r, "有效期至")) if d] or [LATER]) >= last]
    def reported(rs, start, end):
        last = date(end.year, *map(int, month_day.split("-"))) if month_day else LATER
        return [r for r in owed(rs, start, end) if at(r, "年报日期") and date(end.year, 1, 1) <= at(r, "年报日期") <= last]
    dues = lambda rs, start, end: [r for r in rs if isPermit(r) and text(r, "决定") != "撤回" and due(r) and start <= due(r) <= end]
    leaves = {
        "agencies": Kind(lambda rs, s, e: [r for r in rs if valid(r, e)], distinct(code)),
        "papers_new": Kind(during("发证日期")),
        "due": Kind(dues),
        "due_in_time": Kind(lambda rs, s, e: [r for r in dues(rs, s, e) if at(r, "决定日期") and at(r, "决定日期") <= due(r)]),
        "reports_due": Kind(owed, distinct(code)), "reported": Kind(reported, distinct(code))}
    def days(quantile):
        def make(v, w, rs, span):
            start = first_day(span[0].year * 12 + span[0].month - 1 - 6)
            own = [r for r in rs if isPermit(r) and text(r, "办理方式") == "一般程序" and at(r, "受理日期")
                   and start <= at(r, "受理日期") <= span[1]]
            ends = [(min(at(r, "决定日期") or span[1], span[1]), at(r, "决定日期") is not None and at(r, "决定日期") <= span[1]) for r in own]
            return kaplan_meier([(calendar.between(at(r, "受理日期"), e), is_) for r, (e, is_) in zip(own, ends)], quantile)
        return make
    made = {"permit_on_time": share_of("due_in_time", "due"), "permit_days_p50": days(Fraction(1, 2)),
            "permit_days_p90": days(Fraction(9, 10)),
            "annual_report_rate": share_of("reported", "reports_due")}
    kinds = list(names_in_order(data.codelists, "agency-type"))
    table = Table("T15", out, leaves, made, ["agencies", "papers_new", "permit_on_time", "permit_days_p50", "permit_days_p90",
                                            "annual_report_rate"], code,
                  plain=("permit_days_p50", "permit_days_p90"))
    for place in REGIONS:
        near = here(found, place)
        for key, own in by(near, kinds, lambda r: text(r, "机构类型")):
            table.add(place, key, own, near, spans)
    table.write()
    graded = Kind(lambda rs, s, e: [r for r in rs if valid(r, e) and at(r, "评定日期") and at(r, "评定日期") <= e
                                    and text(r, "诚信等级") not in ("", "未评")], distinct(code))
    grades = Table("T15-grades", out, {"graded": graded},
                   {"grade_share": lambda v, w, f, s: percent(v["graded"], w["graded"])}, ["graded", "grade_share"], code)
    city = here(found, HOME)
    for key in "ABCD":
        grades.add(HOME, key, [r for r in city if text(r, "诚信等级") == key], city, spans)
    grades.add(HOME, "total", city, city, spans)
    grades.write()
    lines = list(names_in_order(data.codelists, "business"))
    business = Table("T15-business", out, {"agencies": leaves["agencies"]},
                     {"agencies_share": lambda v, w, f, s: percent(v["agencies"], w["agencies"])}, ["agencies", "agencies_share"],
                     code, changes=())
    for place in REGIONS:
        near = here(found, place)
        for key in lines:
            business.add(place, key, [r for r in near if key in text(r, "业务类型").split("；")], near, spans)
        business.add(place, "total", near, near, spans)
    business.write()
    with open(os.path.join(data.codelists, "townships.csv"), encoding="utf-8-sig") as file:
        towns = {(r["parent"], r["name"]) for r in csv.DictReader(file) if r["parent"].startswith(HOME[:4])}
    lines = []
    for place in REGIONS:
        own = {t for t in towns if place in (HOME, t[0])}
        def covered(end):
            return own & {(r.place, text(r, "乡镇")) for r in found if valid(r, end)}
        (now, before), all_ = [len(covered(spans[n][1])) for n in (0, 2)], len(own)
        rate = [percent(n, all_) for n in (now, before)]
        lines.append({"region": place, "row": "total", "towns": all_, "towns_yoy": growth(all_, all_), "covered": now,
                      "covered_yoy": growth(now, before), "town_coverage": rate[0], "town_coverage_yoy": shift(*rate)})
    save("T15-towns", out, lines)


def save(id_, out, lines):
    with open(os.path.join(out, f"{id_}.csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)


def names_in_order(codelists, name):
    with open(os.path.join(codelists, name + ".csv"), encoding="utf-8-sig", newline="") as file:
        return {row["name"]: row for row in csv.DictReader(file)}


def cases(data, spans, out):
    found = [r for r in data.load("cases") if text(r, "案件类别") not in ("调解", "仲裁")]
    closed = lambda outcomes: during("结案日期", lambda r, s, e: text(r, "处理结果") in outcomes)
    fines = lambda rs: sum((number(r, "罚款") or 0) + (number(r, "没收") or 0) for r in rs)
    leaves = {"accepted": Kind(during("受理日期")), "closed": Kind(during("结案日期")), "decided": Kind(closed(UPHELD | {"不属实"})),
              "upheld": Kind(closed(UPHELD)), "fines": Kind(during("结案日期"), fines, scale=10000)}
    table = Table("T16-cases", out, leaves, {"upheld_share": share_of("upheld", "decided")},
                  ["accepted", "closed", "upheld_share", "fines"], lambda r: uscc(text(r, "被申请人信用代码")))
    kinds = ["投诉", "举报", "日常检查", "专项检查", "双随机", "线索核查", "行政处罚"]
    for place in REGIONS:
        near = here(found, place)
        for key, own in by(near, kinds, lambda r: text(r, "案件类别"), rest=False):
            table.add(place, key, own, near, spans)
    table.write()
    reviews([r for r in found if text(r, "案件类别") == "线索核查"], leaves, spans, out)


GROUPS = {"歧视": "C01 C02 C03 C04 C05", "收费": "C09 C10", "劳动标准": "C11 C12 C13", "要素": "C15", "虚假违法": "C16 C17",
          "资质": "C18 C19", "个人信息": "C20"}


def reviews(found, leaves, spans, out):
    """Leads that people looked at, by the group of the rule that their numbers begin with."""
    def group(r):
        rule = (text(r, "线索编号") or "").split("/")[0].replace("-", "")
        return next((name for name, rules in GROUPS.items() if rule in rules.split()), None)
    kinds = {"reviewed": leaves["accepted"], "decided": leaves["decided"], "upheld": leaves["upheld"]}
    table = Table("T16-leads", out, kinds, {"upheld_share": share_of("upheld", "decided")},
                  ["reviewed", "upheld", "upheld_share"], lambda r: uscc(text(r, "被申请人信用代码")))
    for place in REGIONS:
        near = here(found, place)
        for key, own in by(near, GROUPS, group):
            table.add(place, key, own, near, spans)
    table.write()


def disputes(data, spans, out):
    found = [r for r in data.load("cases") if text(r, "案件类别") in ("调解", "仲裁")]
    done = lambda *outcomes: during("结案日期", lambda r, s, e: at(r, "受理日期") and (not outcomes or text(r, "处理结果") in outcomes))
    def due(r):
        long = (60 if at(r, "延期批准日期") else 45) if text(r, "案件类别") == "仲裁" else 15
        return at(r, "受理日期") + timedelta(long)
    leaves = {
        "carried": Kind(lambda rs, s, e: [r for r in rs if at(r, "受理日期") and at(r, "受理日期") < s and (at(r, "结案日期") or LATER) >= s]),
        "accepted": Kind(during("受理日期")), "workers": Kind(during("受理日期"), total("涉及人数")), "closed": Kind(done()),
        "in_time": Kind(lambda rs, s, e: [r for r in done()(rs, s, e) if at(r, "结案日期") <= due(r)]),
        "mediated": Kind(done("调解成功")), "awards": Kind(during("结案日期", lambda r, s, e: text(r, "处理结果") in ("裁决", "终局裁决"))),
        "final_awards": Kind(during("结案日期", lambda r, s, e: text(r, "处理结果") == "终局裁决")),
        "amount_closed": Kind(during("结案日期"), total("结案金额"), scale=10000)}
    def days(quantile):
        def make(v, w, rs, span):
            own = during("受理日期")(rs, *span)
            return kaplan_meier([((min(at(r, "结案日期") or span[1], span[1]) - at(r, "受理日期")).days,
                                  at(r, "结案日期") is not None and at(r, "结案日期") <= span[1]) for r in own], quantile)
        return make
    made = {"closing_rate": share_of("closed", "carried", "accepted"), "on_time_closing": share_of("in_time", "closed"),
            "mediation_rate": share_of("mediated", "closed"), "mediated_share": share_of("mediated", "closed"),
            "final_award_share": share_of("final_awards", "awards"), "dispute_days_p50": days(Fraction(1, 2)),
            "dispute_days_p90": days(Fraction(9, 10))}
    columns = ["carried", "accepted", "workers", "closed", "closing_rate", "on_time_closing", "mediation_rate", "mediated_share",
               "final_award_share", "dispute_days_p50", "dispute_days_p90", "amount_closed"]
    table = Table("T21", out, leaves, made, columns, lambda r: uscc(text(r, "被申请人信用代码")),
                  own={"mediation_rate": ["调解"], "mediated_share": ["仲裁"], "final_award_share": ["仲裁"]},
                  plain=("dispute_days_p50", "dispute_days_p90"))
    for place in REGIONS:
        near = here(found, place)
        arbitration = [r for r in near if text(r, "案件类别") == "仲裁"]
        table.add(place, "调解", [r for r in near if text(r, "案件类别") == "调解"], near, spans)
        table.add(place, "仲裁", arbitration, near, spans)
        table.add(place, "集体", [r for r in arbitration if (number(r, "涉及人数") or 1) >= 10], near, spans)
        table.add(place, "total", near, near, spans)
    table.write()


def registers(data, spans, out):
    found = data.load("register") + data.load("rosters")
    stop = lambda r, *fields: min([d for d in (at(r, f) for f in fields) if d and d >= at(r, "起始日期")] or [LATER])
    person = lambda r: resident(text(r, "证件号码"))
    own = [r for r in found if text(r, "名册类别") == "基层项目" and text(r, "结果") in ("", "通过")]
    ended = during("截止日期", lambda r, s, e: stop(r, "离开日期") >= at(r, "截止日期"))
    leaves = {
        "serving": Kind(lambda rs, s, e: [r for r in rs if at(r, "起始日期") <= e < stop(r, "离开日期", "截止日期")]),
        "started": Kind(during("起始日期")), "ended": Kind(ended),
        "known": Kind(lambda rs, s, e: [r for r in ended(rs, s, e) if text(r, "期满去向")]),
        "stayed": Kind(lambda rs, s, e: [r for r in ended(rs, s, e) if text(r, "期满去向") in ("留任基层", "聘入事业")])}
    made = {"grassroots_retention": share_of("stayed", "known"),
            "grassroots_retention_coverage": lambda v, w, f, s: percent(v["known"], v["ended"]) if v["known"] else "[x]"}
    table = Table("T22-grassroots", out, leaves, made, ["serving", "started", "ended", "grassroots_retention",
                  "grassroots_retention_coverage"], person, plain=("grassroots_retention", "grassroots_retention_coverage"))
    for place in REGIONS:
        near = here(own, place)
        table.add(place, "total", near, near, spans)
    table.write()
    titles = [r for r in found if text(r, "名册类别") == "职称"]
    decided = lambda outcomes, channels=None: during("批准日期", lambda r, s, e: text(r, "结果") in outcomes and (
        channels is None or text(r, "办理方式") in channels))
    leaves = {"passed": Kind(decided(("通过",))), "judged": Kind(decided(("通过", "不通过"))),
              "green": Kind(decided(("通过",), ("绿色通道", "直接确认")))}
    made = {"passed_share": lambda v, w, f, s: percent(v["passed"], w["passed"]), "pass_rate": share_of("passed", "judged"),
            "green_share": share_of("green", "passed")}
    table = Table("T22-titles", out, leaves, made, ["passed", "passed_share", "pass_rate", "green_share"], person)
    near = here(titles, HOME)
    for key, rs in by(near, ["初", "中", "副高", "正高"], lambda r: text(r, "级别")):
        table.add(HOME, key, rs, near, spans)
    table.write()


def posts(data, spans, out):
    found = here(data.load("public-posts"), HOME)
    known = during("公告日期", lambda r, s, e: text(r, "报考人数") != "")
    eased = during("公告日期", lambda r, s, e: text(r, "放宽条件") != "")
    leaves = {"posts": Kind(during("公告日期")), "plan": Kind(during("公告日期"), total("计划数")),
              "hired": Kind(during("聘用日期"), total("聘用人数")), "planned_hired": Kind(during("聘用日期"), total("计划数")),
              "applicants": Kind(known, total("报考人数")), "plan_known": Kind(known, total("计划数")), "relaxed": Kind(eased),
              "private": Kind(during("聘用日期"), total("来自非公"))}
    made = {"fill_rate": share_of("hired", "planned_hired"),
            "applicants_ratio": lambda v, w, f, s: rounded(quotient(Fraction(v["applicants"]), v["plan_known"], "[x]")),
            "relaxed_share": share_of("relaxed", "posts"), "private_in": share_of("private", "hired")}
    columns = ["posts", "plan", "hired", "fill_rate", "applicants_ratio", "relaxed", "relaxed_share", "private_in"]
    table = Table("T22-posts", out, leaves, made, columns, lambda r: uscc(text(r, "单位信用代码")))
    for key, own in by(found, list(names_in_order(data.codelists, "post-method")), lambda r: text(r, "招聘方式")):
        table.add(HOME, key, own, found, spans)
    table.write()
    table = Table("T22-relaxed", out, {"posts": Kind(eased), "plan": Kind(eased, total("计划数"))}, {}, ["posts", "plan"],
                  lambda r: uscc(text(r, "单位信用代码")), changes=())
    for key in names_in_order(data.codelists, "relaxed"):
        table.add(HOME, key, [r for r in found if key in text(r, "放宽条件").split("；")], found, spans)
    table.add(HOME, "total", found, found, spans)
    table.write()


def claims(data, spans, out):
    found = here(data.load("claims"), HOME)
    who = lambda r: resident(text(r, "证件号码")) or uscc(text(r, "统一社会信用代码"))
    paid = during("发放日期")
    leaves = {"paid": Kind(paid, total("发放金额"), scale=10000),
              "persons": Kind(during("发放日期", lambda r, s, e: (number(r, "发放金额") or 0) > 0), distinct(who)),
              "refunds": Kind(during("退回日期"), total("退回金额"), scale=10000)}
    made = {"mean": lambda v, w, f, s: whole(quotient(Fraction(v["paid"]), v["persons"], "[x]"))}
    table = Table("T23", out, leaves, made, ["paid", "persons", "mean", "refunds"], who)
    keys = ["购房补贴", "租房补贴", "人才公寓", "安家费", "科研启动", "博士后生活补贴", "用工服务奖补", "乡镇工作补贴"]
    for key, own in by(found, keys, lambda r: text(r, "项目")):
        table.add(HOME, key, own, found, spans)
    table.write()


def whole(value):
    return value if isinstance(value, str) else int(value + Fraction(1, 2))


def items(data, spans, out):
    found = data.load("items")
    lists = defaultdict(dict)  # kind -> last day of a list -> items by code
    for r in found:
        start, length = months(text(r, "清单期别"))
        lists[text(r, "清单类别")].setdefault(first_day(start + length) - timedelta(1), {})[text(r, "事项编码")] = r
    told = ("事项名称", "依据", "责任科室", "法定办结时限", "承诺办结时限", "收费标准", "办理渠道", "材料数", "跑动次数")
    def figures(kinds, span):
        now, added, changed, removed = [], 0, 0, 0
        for kind in kinds:
            days = sorted(lists[kind])
            last = [d for d in days if d <= span[1]]
            now += lists[kind][last[-1]].values() if last else []
            for before, after in zip(days, days[1:]):
                if span[0] <= after <= span[1]:
                    old, new = lists[kind][before], lists[kind][after]
                    added, removed = added + len(new.keys() - old.keys()), removed + len(old.keys() - new.keys())
                    changed += sum(any(text(old[k], f) != text(new[k], f) for f in told) for k in old.keys() & new.keys())
        both = [r for r in now if text(r, "承诺办结时限") and text(r, "法定办结时限")]
        saved = sum(number(r, "法定办结时限") - number(r, "承诺办结时限") for r in both
                    if number(r, "承诺办结时限") <= number(r, "法定办结时限"))
        visits = [r for r in now if text(r, "跑动次数")]
        return {"items": len(now), "added": added, "changed": changed, "removed": removed,
                "promise": percent(saved, sum(number(r, "法定办结时限") for r in both)),
                "online_items": percent(sum("网上" in text(r, "办理渠道").split("；") for r in now), len(now)),
                "one_visit": percent(sum(number(r, "跑动次数") <= 1 for r in visits), len(visits))}
    keys, lines = list(names_in_order(data.codelists, "list-kind")), []
    for key in keys + ["total"]:
        now, before = (figures(keys if key == "total" else [key], span) for span in spans[:2])
        line = {"region": HOME, "row": key}
        for name in now:
            step = growth if name in ("items", "added", "changed", "removed") else shift
            line.update({name: now[name], name + "_qoq": step(now[name], before[name])})
        lines.append(line)
    save("T24", out, lines)


def reports(data, spans, out):
    keys = ["从业人员", "营业收入", "服务人次", "服务用人单位", "招聘会场次", "网络发布岗位", "培训人次"]
    found = [r for r in data.load("reports") if text(r, "渠道") == "合计"]
    of = lambda period: lambda rs, s, e: [r for r in rs if text(r, "期别") == str(s.year)]
    leaves = {"reported": Kind(of(0), total("数值")), "reporters": Kind(of(0), distinct(lambda r: text(r, "填报单位")))}
    table = Table("T15-annual", out, leaves, {}, ["reported", "reporters"], lambda r: text(r, "填报单位"), changes=("qoq",))
    for key in keys:
        table.add(HOME, key, [r for r in found if text(r, "指标") == key], found, spans)
    table.write()


def main(folder, codelists, monitor, period, out, month_day=None):
    data, calendar = Data(folder, codelists), archives.Calendar(monitor)
    start, length = months(period)
    spans = [(first_day(at_), first_day(at_ + length) - timedelta(1)) for at_ in (start, start - length, start - 12)]
    os.makedirs(out, exist_ok=True)
    if length == 12:
        reports(data, spans, out)
    elif length == 6:
        agencies(data, calendar, spans, out, month_day)
        disputes(data, spans, out)
    else:
        for make in (cases, registers, posts, claims) + ((items,) if os.path.isdir(os.path.join(folder, "items")) else ()):
            make(data, spans, out)


if __name__ == "__main__":
    if len(sys.argv) not in (6, 7):
        sys.exit(__doc__)
    main(*sys.argv[1:])
