"""Ground truth for the figures of a scorecard, computed from the raw exports and the definitions alone.

usage: python3 scorecard.py SAMPLEDATA CODELISTS MONITOR.YAML QUARTER OUT.csv

Writes cell,period,value, where cell is TABLE.FIGURE or TABLE.FIGURE@ROW. What stands in tables of the bulletin comes from
duties.py, flows.py and archives.py beside this file, for QUARTER, the one before and that of the year before, and for the
half-years and years likewise; the tables of the scorecard alone are computed here, for eight quarters. Shares nothing with
the program.
"""
import csv
import os
import re
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from fractions import Fraction
from types import SimpleNamespace

import duties
import flows
import independent
from archives import Calendar, first_day, kaplan_meier, percent
from duties import Data, at, here, number, text
from independent import HOME, CodeList, day, months, rounded, uscc

HERE = os.path.dirname(os.path.abspath(__file__))
PRIVATE = {"民营", "社会组织", "个体", "外资"}
PUBLIC = {"机关", "事业", "国企"}
MANY = ("乡镇 单位性质 申请日期 期满日期 公示日期 决定日期 单位层级 聘用本地人数 一件事 免费 证照类型").split()


def earlier(period, back):
    """The period of the same length `back` periods before."""
    start, length = months(period)
    year, number_ = divmod((start - back * length) // length, 12 // length)
    return str(year) if length == 12 else f"{year}{ {3: 'Q', 6: 'H'}[length]}{number_ + 1}"


def span(period):
    start, length = months(period)
    return first_day(start), first_day(start + length) - timedelta(1)


def published(script, folder, arguments):
    """The cells of the tables that a script beside this one writes."""
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([sys.executable, os.path.join(HERE, script), folder] + arguments(out), check=True)
        for name in sorted(os.listdir(out)):
            if not name.startswith("T") or "leaves" in name or name == "T17-reported.csv":
                continue
            with open(os.path.join(out, name), encoding="utf-8-sig", newline="") as file:
                for row in csv.DictReader(file):
                    if row["region"] != HOME:
                        continue
                    end = "" if row["row"] == "total" else "@" + row["row"]
                    for column, value in row.items():
                        if column not in ("period", "region", "row", "row_name") and not column.endswith(("_qoq", "_yoy")):
                            yield f"{name[:-4]}.{column}{end}", value


class Registers:
    """Rows of registers, by kind."""

    def __init__(self, data, codelists):
        kinds = flows.names(codelists, "register-kind")
        grades = flows.names(codelists, "register-grade")
        self.rows = here(data.load("register") + data.load("rosters"), HOME)
        for row in self.rows:
            row.kind, row.grade = kinds.get(text(row, "名册类别")), grades.get(text(row, "级别"), "")

    def of(self, kind):
        return [r for r in self.rows if r.kind == kind]

    def active(self, kind, end, more=lambda r: True):
        def stop(r):
            ends = [d for d in (at(r, "离开日期"), at(r, "截止日期")) if d and d >= at(r, "起始日期")]
            return min(ends, default=date.max)
        return [r for r in self.of(kind) if text(r, "结果") in ("", "通过") and at(r, "起始日期") <= end < stop(r) and more(r)]


def within(found, name, start, end):
    return [r for r in found if at(r, name) and start <= at(r, name) <= end]


def read(folder, codelists, monitor):
    """All rows that the tables of the scorecard count."""
    data = Data(folder, codelists)
    lists = {name: CodeList(codelists, name) for name in (
        "regions", "industry", "occupations", "education", "title-level", "skill-level", "ownership", "seeker-category")
        if os.path.exists(os.path.join(codelists, name + ".csv"))}
    market, _ = independent.load(folder, lists, date.today())
    with open(os.path.join(folder, "experts", "experts.csv"), encoding="utf-8-sig", newline="") as file:
        experts = list(csv.DictReader(file))
    return SimpleNamespace(
        calendar=Calendar(monitor),
        registers=Registers(data, codelists), postings=independent.without_copies(market["postings"]),
        seekers=market["seekers"], experts=experts,
        hires=flows.hires(flows.placements(folder, codelists, lists["regions"], date.today())),
        **{name.replace("-", "_"): data.load(name) for name in ("public-posts", "agencies", "cases", "items", "reports")})


def own(rows, period):
    """The tables of the scorecard alone."""
    registers, (start, end) = rows.registers, span(period)
    city = lambda rows: [r for r in rows if r.region.startswith(HOME[:4])]
    new = [r for r in city(rows.postings) if start <= r.start <= end]
    seekers = [r for r in city(rows.seekers) if start <= r.start <= end]
    openings = sum(r.weight for r in new)
    ratio = lambda part, whole, scale=1: rounded(Fraction(part * scale, whole)) if whole else "[x]"
    moved = [r for r in rows.hires if start <= r.moved <= end]
    came = [r for r in moved if r.toGroup == "本市"]
    left = [r for r in moved if r.fromGroup == "本市" and r.target not in (None, "本县")]
    guangdong = ("大湾区九市", "广东其他")
    key = lambda r: any(r.cells.get("industry", "").startswith(codes) for codes in flows.INDUSTRIES.values())
    yield "W1-postings.posted", len(new)
    yield "W1-postings.platforms", len({r.unit for r in new})
    asks = lambda column, form: percent(sum(bool(re.search(form, r.cells.get(column, ""))) for r in new), len(new))
    yield "W1-postings.sex_share", asks("性别要求", "^(限)?[男女]")
    yield "W1-postings.age_share", asks("年龄要求", r"\d+ *[-~至到—－] *\d+|\d+ *(周)?岁?(及)?以(下|内)")
    yield "W1-market.openings", openings
    yield "W1-market.seekers", len(seekers)
    yield "W1-market.ratio", ratio(openings, len(seekers))
    yield "W1-market.hires", len(came)
    yield "W1-market.hires_ratio", ratio(len(came), openings, 100)
    out = len([r for r in left if r.toGroup in guangdong])
    into = len([r for r in came if r.fromGroup in guangdong])
    yield "W1-moves.guangdong_in", into
    yield "W1-moves.guangdong_out", out
    yield "W1-moves.guangdong_net", into - out
    yield "W1-moves.shangsi", len([r for r in moved if r.place == "450621"])
    managers = registers.active("职业经理人", end)
    yield "W1-managers.managers", len(managers)
    yield "W1-managers.market_share", percent(sum(text(r, "办理方式") == "公开招聘" for r in managers), len(managers))
    for figure, grade in (("second_jobs", "兼职"), ("startups", "离岗创业"), ("secondments", "挂职"), ("visits", "研修")):
        yield "W1-leaves." + figure, len(registers.active("兼职离岗", end, lambda r: r.grade == grade))
    titles = within(registers.of("职称"), "批准日期", start, end)
    passed = [r for r in titles if text(r, "结果") == "通过"]
    for name, sectors in (("private", PRIVATE), ("public", PUBLIC)):
        inside = lambda rows: [r for r in rows if text(r, "单位性质") in sectors]
        judged = [r for r in inside(titles) if text(r, "结果") in ("通过", "不通过")]
        yield f"W1-titles.{name}_rate", percent(len(inside(passed)), len(judged))
        if name == "private":
            yield "W1-titles.private_passed", len(inside(passed))
    yield "W1-titles.confirmed", sum(text(r, "办理方式") == "直接确认" for r in passed)
    yield "W1-titles.shangsi", sum(r.place == "450621" for r in passed)
    yield "W1-flexible.active", len(registers.active("柔性引进", end))
    yield "W1-flexible.shangsi", len(registers.active("柔性引进", end, lambda r: r.place == "450621"))
    green = registers.of("绿色通道")
    yield "W1-green.applied", len(within(green, "申请日期", start, end))
    yield "W1-green.passed", sum(text(r, "结果") == "通过" for r in within(green, "批准日期", start, end))
    spells = []
    for r in within(green, "申请日期", start, end):
        decided = at(r, "批准日期")
        isEnd = decided is not None and at(r, "申请日期") <= decided <= end
        spells.append((rows.calendar.between(at(r, "申请日期"), decided if isEnd else end), isEnd))
    yield "W1-green.days_p50", kaplan_meier(spells, Fraction(1, 2))
    yield "W1-postdocs.postdocs", len(registers.active("博士后", end))
    yield "W1-returnees.listed", len(registers.active("留学回国", end))
    yield "W1-returnees.added", sum(text(r, "结果") in ("", "通过") for r in within(registers.of("留学回国"), "起始日期", start, end))
    yield "W1-training.trained", len(within(registers.of("进修培养"), "起始日期", start, end))
    yield "W1-quota.used", len(registers.active("专项编制", end))
    posts = [r for r in here(rows.public_posts, HOME) if text(r, "单位层级") in ("县", "乡镇")]
    hired = within(posts, "聘用日期", start, end)
    people = sum(number(r, "聘用人数") or 0 for r in hired)
    local = [r for r in hired if text(r, "聘用本地人数")]
    yield "W1-posts.county_hired", int(people)
    yield "W1-posts.local_share", percent(sum(number(r, "聘用本地人数") for r in local), sum(number(r, "聘用人数") or 0 for r in local))
    permits = [r for r in within(here(rows.agencies, HOME), "决定日期", start, end) if text(r, "证照类型") == "许可"]
    yield "W1-published.permits_share", percent(sum(at(r, "公示日期") is not None for r in permits), len(permits))
    penalties = [r for r in within(here(rows.cases, HOME), "决定日期", start, end) if text(r, "案件类别") == "行政处罚"]
    yield "W1-published.penalties_share", percent(sum(at(r, "公示日期") is not None for r in penalties), len(penalties))
    newest = {}
    for r in rows.items:
        first, length = months(text(r, "清单期别"))
        last = first_day(first + length) - timedelta(1)
        if last <= end and last >= newest.get(text(r, "清单类别"), (date.min,))[0]:
            kept = newest.get(text(r, "清单类别"), (None, []))
            newest[text(r, "清单类别")] = (last, (kept[1] if kept[0] == last else []) + [r])
    now = [r for _, listed in newest.values() for r in listed]
    yes = lambda r, name: text(r, name) in ("是", "1")
    yield "W1-items.one_stop", sum(yes(r, "一件事") for r in now)
    yield "W1-items.free", sum(yes(r, "免费") for r in now)
    reports = [r for r in rows.reports if text(r, "期别") == period and text(r, "渠道") == "合计"]
    used, there = (sum(number(r, "数值") for r in reports if text(r, "指标") == name) for name in ("公寓入住月数", "公寓可用月数"))
    yield "T23-housing.housing_use", percent(used, there)
    # The list is that of today: who was on it before the first of them left nobody knows.
    if min(day(row["有效期"]) for row in rows.experts) <= end:
        experts = [row for row in rows.experts if day(row["有效期"]) >= end]
        yield "W1-experts.experts", len({row["专家编号"] for row in experts})
        yield "W1-experts.groups", len({row["职业"][:4] for row in experts if len(row["职业"]) > 1})


def main(folder, codelists, monitor, quarter, path):
    for dataset in ("register", "rosters", "agencies", "cases", "public-posts", "items"):
        independent.HEADERS[dataset].update({name: name for name in MANY})
    half = earlier(f"{quarter[:4]}H{(int(quarter[5]) + 1) // 2}", int(quarter[5]) % 2)
    year = str(int(quarter[:4]) - (quarter[5] != "4"))
    rows = read(folder, codelists, monitor)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["cell", "period", "value"])
        for period in [earlier(quarter, n) for n in range(8)]:
            for cell, value in own(rows, period):
                writer.writerow([cell, period, value])
        for period in [earlier(quarter, n) for n in (0, 1, 4)]:
            for script, more in (("duties.py", [monitor]), ("flows.py", []), ("archives.py", [monitor])):
                for cell, value in published(script, folder, lambda out: [codelists] + more + [period, out]):
                    writer.writerow([cell, period, value])
        for period in [earlier(half, n) for n in (0, 1, 2)] + [year, earlier(year, 1)]:
            for cell, value in published("duties.py", folder, lambda out: [codelists, monitor, period, out]):
                writer.writerow([cell, period, value])


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
