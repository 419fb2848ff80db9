"""Ground truth for T17-regions, T17-services, T18, T19 and the hires of T14, computed from the raw exports and the definitions alone.

usage: python3 flows.py SAMPLEDATA CODELISTS PERIOD OUTDIR

Writes into OUTDIR T17-reported.csv, the archives that offices say they received, and for each table T a T.csv with the
columns region, row (its key) and the figures, and a T-leaves.csv: the counts that it is made of, with the persons behind
them, as table_audit.py wants them.
Percents have two decimals; [x]: nothing to divide by, [z]: no meaning there. Reads the exports as independent.py and
archives.py beside this file do, and shares nothing with the program.
"""
import csv
import os
import re
import sys
from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from types import SimpleNamespace

import archives
import independent
from archives import YES, behind, first_day, percent, resident
from independent import FULL_WIDTH, HOME, REGIONS, CodeList, day, merge, moment, months, quotient, region, rounded

NO = {"否", "0", "n", "no", "false", "无"}
independent.HEADERS["placements"] = {
    "number": "推荐编号", "seeker": "求职编号", "person": "证件号码", "referred_on": "推荐日期", "hired_on": "录用日期", "started_on": "到岗日期",
    "outcome": "结果", "industry": "行业", "from_sector": "原单位性质", "to_sector": "现单位性质", "from": "原区划 原工作地",
    "to": "现区划 现工作地", "talent": "人员类别", "graduate": "应届", "returnee": "留学回国", "foreigner": "外籍",
    "kept6": "留任6月", "kept12": "留任12月", "updated_at": "更新时间"}
independent.HEADERS["register"] = {
    "number": "编号", "kind": "名册类别", "person": "证件号码", "grade": "级别", "outcome": "结果", "starts_on": "起始日期",
    "until_on": "截止日期", "left_on": "离开日期", "region": "区划", "updated_at": "更新时间"}
independent.HEADERS["rosters"] = independent.HEADERS["register"]
independent.HEADERS["counts"] = {
    "period": "期别", "item": "指标", "office": "填报单位", "region": "区划", "channel": "渠道", "value": "数值",
    "on_time": "按时办结", "rated": "评价数", "satisfied": "满意", "updated_at": "更新时间"}
independent.HEADERS["archives"].update({"from": "来源地区 来源区划", "to": "去向地区 去向区划"})

COUNTIES = {"450602": "港口区", "450603": "防城区", "450621": "上思县", "450681": "东兴市"}
BAY = ("4401", "4403", "4404", "4406", "4407", "4412", "4413", "4419", "4420")
ASEAN = {"990096", "990116", "990360", "990418", "990458", "990104", "990608", "990702", "990764", "990704"}
OUTSIDE = ["北钦防", "广西其他", "大湾区九市", "港澳", "广东其他", "其他省", "东盟", "其他国家"]
SECTORS = ["机关", "事业", "国企", "民营", "社会组织", "个体", "外资"]
PUBLIC = SECTORS[:3]
TALENTS = ["党政", "企业经营管理", "专业技术", "高技能", "农村实用", "社会工作"]
SERVICES = ["档案接收", "档案转出", "档案查阅", "档案证明", "档案政审", "材料归档", "党组织关系接转"]
INDUSTRIES = {  # codes of rules/key-industries.yaml as they bear on codes of two digits
    "冶金": ("08", "09", "31", "32"), "粮油": ("13", "5121", "5221"), "能源": ("06", "07", "253", "44", "45"),
    "化工": ("251", "252", "26", "28"), "医药": ("27", "5151", "5152", "5251", "5252"), "生物": ("276", "254", "7512"),
    "制造业": tuple("14 15 16 17 18 19 20 21 22 23 24 29 30 33 34 35 36 37 38 39 40 41 42 43".split()),
    "国际医学开放": ("84", "7340", "358", "5154", "5254"), "边境旅游": ("61", "7291", "786", "902", "903")}


def group(code):
    """The part of the world that a code surely lies in; None where only a province, or abroad, is known."""
    if not code or code in ("440000", "450000", "990000") or code.startswith("90"):
        return None
    if code.startswith("4506"):
        return "本市"
    if code[:4] in ("4505", "4507"):
        return "北钦防"
    if code[:2] == "45":
        return "广西其他"
    if code[:4] in BAY:
        return "大湾区九市"
    if code[:2] in ("81", "82"):
        return "港澳"
    if code[:2] == "44":
        return "广东其他"
    if code[:2] == "99":
        return "东盟" if code in ASEAN else "其他国家"
    return "其他省"


def relative(code, other):
    """Where `code` lies as seen from `other`: within the city its counties are told apart, if both are known."""
    own = group(code)
    if own != "本市":
        return own
    if group(other) != "本市":
        return "本市他县"
    if "00" in (code[4:], other[4:]):
        return None
    return "本县" if code == other else "本市他县"


def flag(text):
    text = text.translate(FULL_WIDTH).lower()
    return True if text in YES else False if text in NO else None


def later(at, count):
    """The same day so many months later, or the last of that month."""
    month = at.year * 12 + at.month - 1 + count
    last = first_day(month + 1) - timedelta(1)
    return min(last, first_day(month) + timedelta(at.day - 1))


def rows(folder, dataset, make, run_day):
    """The current version of each row."""
    current = {}
    for file in sorted(os.listdir(os.path.join(folder, dataset)), key=os.fsencode):
        if file.endswith(".csv"):
            for cells in independent.rows_of(os.path.join(folder, dataset, file), dataset, "utf-8", b",", None):
                row = cells and make(cells, run_day)
                if row:
                    row.cells, row.updated = cells, moment(cells["updated_at"])
                    merge(row, current, file)
    return list(current.values())


def names(codelists, name):
    """Name of the entry that a text names, by code, name or alias."""
    with open(os.path.join(codelists, name + ".csv"), encoding="utf-8-sig", newline="") as file:
        return {word: row["name"] for row in csv.DictReader(file)
                for word in [row["code"], row["name"], *row["aliases"].split("|")] if word}


def placements(folder, codelists, places, run_day):
    sectors, talents, outcomes = (names(codelists, name) for name in
                                  ("employer-sector", "talent-category", "placement-outcome"))

    def make(cells, run_day):
        referred = day(cells.get("referred_on", ""))
        if not cells.get("number") or referred is None or referred > run_day + timedelta(days=1):
            return None
        hired, started = (day(cells.get(field, "")) for field in ("hired_on", "started_on"))
        get = lambda field: cells.get(field, "")
        return SimpleNamespace(
            key=get("number"), seeker=get("seeker"), person=resident(get("person")), moved=started or hired, hired=hired,
            started=started,
            isHired=outcomes.get(get("outcome")) == "录用", origin=region(get("from"), places), place=region(get("to"), places),
            industry=get("industry"), before=sectors.get(get("from_sector")), after=sectors.get(get("to_sector")),
            talent=talents.get(get("talent")), graduate=flag(get("graduate")), returnee=flag(get("returnee")),
            foreigner=flag(get("foreigner")), kept={6: flag(get("kept6")), 12: flag(get("kept12"))})
    return rows(folder, "placements", make, run_day)


def hires(found):
    """One move a person and quarter, the last; persons without a valid number count one by one."""
    last = {}
    for row in found:
        if row.isHired and row.moved:
            key = (row.person or row.key, row.moved.year, (row.moved.month - 1) // 3)
            if key not in last or (row.moved, row.key) > (last[key].moved, last[key].key):
                last[key] = row
    for row in last.values():
        row.fromGroup, row.toGroup = group(row.origin), group(row.place)
        row.source, row.target = relative(row.origin, row.place), relative(row.place, row.origin)
    return list(last.values())


def register(folder, codelists, places, run_day):
    kinds, outcomes = names(codelists, "register-kind"), names(codelists, "register-outcome")

    def make(cells, run_day):
        starts = day(cells.get("starts_on", ""))
        if not cells.get("number") or not starts or cells.get("kind") not in kinds:
            return None
        ends = [day(cells.get(field, "")) for field in ("until_on", "left_on")]
        return SimpleNamespace(
            key=(kinds[cells["kind"]], cells["number"]), kind=kinds[cells["kind"]], person=resident(cells.get("person", "")),
            grade=cells.get("grade", ""), passed=outcomes.get(cells.get("outcome")) == "通过", starts=starts,
            end=min([end for end in ends if end and end >= starts], default=date.max),
            place=region(cells.get("region", ""), places))
    # Where the sections keep rosters of their own.
    more = rows(folder, "rosters", make, run_day) if os.path.isdir(os.path.join(folder, "rosters")) else []
    return rows(folder, "register", make, run_day) + more


def counts(folder, places, run_day):
    number = lambda text: Fraction(text) if re.fullmatch(r"\d+(\.\d+)?", text or "") else None

    def make(cells, run_day):
        start, length = months(cells["period"])
        values = [number(cells.get(field)) for field in ("value", "on_time", "rated", "satisfied")]
        return values[0] is not None and SimpleNamespace(
            key=tuple(cells[field] for field in ("period", "item", "office", "region", "channel")), item=cells["item"],
            office=cells["office"], place=region(cells["region"], places), start=start, length=length, values=values)
    return rows(folder, "counts", make, run_day)


def readings(found, start, length):
    """Of each item and office the number of this very period, else those of the longest shorter ones within it."""
    groups = defaultdict(list)
    for row in found:
        if start <= row.start and row.start + row.length <= start + length:
            groups[row.item, row.office, row.place, row.cells["channel"]].append(row)
    return [row for group_ in groups.values() for row in group_ if row.length == max(r.length for r in group_)]


class Table:
    """Lines of a table; counts of rows remember who is behind them."""

    def __init__(self, id_, out):
        self.id, self.out, self.lines, self.leaves = id_, out, [], []

    def add(self, place, key, figures, leaves):
        self.lines.append({"region": place, "row": key, **figures})
        self.leaves.append({"region": place, "row": key, **{
            name + end: number for name, rows_ in leaves.items()
            for end, number in zip(("", ".contributors", ".largest"), behind(rows_))}})

    def write(self):
        os.makedirs(self.out, exist_ok=True)
        for lines, end in ((self.lines, ""), (self.leaves, "-leaves")):
            with open(os.path.join(self.out, f"{self.id}{end}.csv"), "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(lines[0]), lineterminator="\n")
                writer.writeheader()
                writer.writerows(lines)


def within(found, start, after, at=lambda row: row.moved):
    return [row for row in found if start <= at(row) < after]


def here(found, place, of):
    return [row for row in found if place == HOME or of(row) == place]


def by(found, keys, of):
    """Each key with its rows, then what has none of them, then all."""
    for key in keys:
        yield key, [row for row in found if of(row) == key]
    yield "rest", [row for row in found if of(row) not in keys]
    yield "total", found


def share(part, whole):
    return percent(len(part), len(whole))


def covered(name, part, whole, all_):
    """A percent and what part of all its whole is; without a whole there is neither."""
    return {name: percent(part, whole), f"{name}_coverage": percent(whole, all_) if whole else "[x]"}


def change(now, before, isCount):
    if isinstance(now, str) or isinstance(before, str):
        return "[x]"
    return percent(now - before, before) if isCount else now - before


def changed(values, isCount=lambda name: not name.startswith("net")):
    """Figures now with their changes to the periods before."""
    now, *earlier = values
    return {name + end: value for name in now for end, value in zip(
        ("", "_qoq", "_yoy"), [now[name]] + [change(now[name], before[name], isCount(name)) for before in earlier])}


def net(found, place, start, after):
    known = within(found, start, after)
    inside = lambda code: code.startswith("4506") if place == HOME else code == place
    def sure(code, group_):  # the other end lies elsewhere for sure
        return group_ is not None and (group_ != "本市" or code[4:] != "00" and not inside(code))
    came = [row for row in known if inside(row.place) and sure(row.origin, row.fromGroup)]
    left = [row for row in known if inside(row.origin) and sure(row.place, row.toGroup)]
    return came, left


def net_figures(found, place, spans):
    values, leaves = [], None
    for span in spans:
        came, left = net(found, place, *span)
        leaves = leaves or {"moved_in": came, "moved_out": left}
        values.append({"moved_in": len(came), "moved_out": len(left), "net_inflow": len(came) - len(left),
                       "net_rate": percent(len(came) - len(left), len(came) + len(left))})
    return changed(values), leaves


def main(folder, codelists, period, out):
    places, today = CodeList(codelists, "regions"), date.today()
    start_month, length = months(period)
    spans = [(first_day(at), first_day(at + length)) for at in (start_month, start_month - length, start_month - 12)]
    placed = placements(folder, codelists, places, today)
    market(placed, spans, out)
    found = hires(placed)
    flows(found, spans, out)
    people(found, register(folder, codelists, places, today), spans, out)
    sectors(found, spans, out)
    kept(found, spans[0], out)
    services(counts(folder, places, today), start_month, length, out)
    origins(folder, codelists, places, spans, out, today)


def market(found, spans, out):
    """The hires of T14: placements, not persons."""
    table = Table("T14", out)
    for place in REGIONS:
        own = [within([r for r in found if r.isHired and r.hired and (r.place or "").startswith(HOME[:4] if place == HOME else place)],
                      *span, at=lambda r: r.hired) for span in spans]
        table.add(place, "hires", dict(zip(("value", "value_previous", "value_year_before"), map(len, own))), {"value": own[0]})
    table.write()


def flows(found, spans, out):
    start, after = spans[0]
    tables = [Table(id_, out) for id_ in ("T18", "T18-net", "T18-od", "T18-industry", "T19-talent")]
    main_, net_, matrix, industry, talent = tables
    for place in REGIONS:
        came = here(within([r for r in found if r.toGroup == "本市"], start, after), place, lambda r: r.place)
        left = here(within([r for r in found if r.fromGroup == "本市" and r.target not in (None, "本县")], start, after),
                    place, lambda r: r.origin)
        net_.add(place, "total", *net_figures(found, place, spans))
        if place != HOME:
            continue
        gone = dict(by(left, ["本县", "本市他县"] + OUTSIDE, lambda r: r.target))
        for key, own in by(came, ["本县", "本市他县"] + OUTSIDE, lambda r: r.source):
            isKnown = key not in ("本县", "rest", "total")
            main_.add(place, key, {
                "hires": len(own), "hires_share": share(own, came), "moved_out": len(gone[key]),
                "net_inflow": len(own) - len(gone[key]) if isKnown else "[z]"}, {"hires": own, "moved_out": gone[key]})
        key_of = lambda r: next((name for name, codes in INDUSTRIES.items() if r.industry.startswith(codes)), None)
        for key, own in by(came, list(INDUSTRIES), key_of):
            bay = [r for r in own if r.fromGroup in ("大湾区九市", "港澳", "东盟")]
            industry.add(place, key, {
                "hires": len(own), "hires_share": share(own, came), "bay_share": share(bay, own)}, {"hires": own, "from_bay": bay})
        away = dict(by(left, TALENTS, lambda r: r.talent))
        for key, own in by(came, TALENTS, lambda r: r.talent):
            outside = [r for r in own if r.fromGroup not in (None, "本市")]
            to = [r for r in away[key] if r.toGroup != "本市"]
            talent.add(place, key, {
                "hires": len(own), "from_outside": len(outside), "outside_share": share(outside, own), "to_outside": len(to),
                "net_inflow": len(outside) - len(to)}, {"hires": own, "from_outside": outside, "to_outside": to})
    moves = within([r for r in found if "本市" in (r.fromGroup, r.toGroup)], start, after)
    source = lambda r: COUNTIES.get(r.origin) if r.fromGroup == "本市" else r.fromGroup
    target = lambda r: COUNTIES.get(r.place) if r.toGroup == "本市" else r.toGroup and "市外"
    for key, own in by(moves, list(COUNTIES.values()) + OUTSIDE, source):
        across = {f"to_{name}": [r for r in own if target(r) == name] for name in [*COUNTIES.values(), "市外"]}
        matrix.add(HOME, key, {**{name: len(rows_) for name, rows_ in across.items()}, "moves": len(own)},
                   {**across, "moves": own})
    for table in tables:
        table.write()


def people(found, entries, spans, out):
    table = Table("T18-people", out)
    for place in REGIONS:
        values, leaves = [], None
        for start, after in spans:
            came = here(within([r for r in found if r.toGroup == "本市"], start, after), place, lambda r: r.place)
            end = after - timedelta(1)
            valid = [r for r in here(entries, place, lambda r: r.place) if r.passed and r.starts <= end < r.end]
            own = {"returnee_hires": [r for r in came if r.returnee], "foreign_hires": [r for r in came if r.foreigner]}
            for grade in "ABC":
                own[f"permits_{grade.lower()}"] = [r for r in valid if r.kind == "外国人工作许可" and r.grade == grade]
            flexible = [r for r in valid if r.kind == "柔性引进"]
            leaves = leaves or {**own, "flexible": flexible}
            values.append({name: len(rows_) for name, rows_ in {**own, "flexible": flexible}.items()})
        table.add(place, "total", changed(values), leaves)
    table.write()


def sectors(found, spans, out):
    matrix, public = Table("T19", out), Table("T19-public", out)
    came = within([r for r in found if r.toGroup == "本市"], *spans[0])
    for key, own in by(came, SECTORS + ["首次就业"], lambda r: "首次就业" if not r.before and r.graduate else r.before):
        across = {f"to_{name}": [r for r in own if r.after == name] for name in SECTORS}
        matrix.add(HOME, key, {**{name: len(rows_) for name, rows_ in across.items()}, "hires": len(own)},
                   {**across, "hires": own})
    for place in REGIONS:
        values, leaves = [], None
        for at in spans:
            own = here(within([r for r in found if r.toGroup == "本市"], *at), place, lambda r: r.place)
            out_ = [r for r in own if r.before in PUBLIC and r.after in SECTORS and r.after not in PUBLIC]
            in_ = [r for r in own if r.after in PUBLIC and r.before in SECTORS and r.before not in PUBLIC]
            leaves = leaves or {"to_private": out_, "to_public": in_}
            values.append({"to_private": len(out_), "to_public": len(in_), "net_to_private": len(out_) - len(in_)})
        public.add(place, "total", changed(values), leaves)
    matrix.write()
    public.write()


def kept(found, span, out):
    table = Table("T19-kept", out)
    for place in REGIONS:
        own = here([r for r in found if r.toGroup == "本市"], place, lambda r: r.place)
        figures, leaves = {}, {}
        for count in (6, 12):
            due = within(own, *span, lambda r: later(r.moved, count))
            known = [r for r in due if r.kept[count] is not None]
            stayed = [r for r in known if r.kept[count]]
            figures.update(covered(f"kept_{count}m", len(stayed), len(known), len(due)))
            leaves.update({f"due_{count}m": due, f"known_{count}m": known, f"stayed_{count}m": stayed})
        table.add(place, "total", figures, leaves)
    table.write()


def services(found, start, length, out):
    table = Table("T17-services", out)
    own = readings(found, start, length)
    for item in SERVICES:
        rows_ = [r for r in own if r.item == item]
        total = lambda index, of=rows_: sum(r.values[index] or 0 for r in of)
        timed = [r for r in rows_ if r.values[1] is not None]
        table.add(HOME, item, {
            "volumes": int(total(0)), **covered("service_on_time", total(1), total(0, timed), total(0)),
            **covered("service_satisfied", total(3), total(2), total(0))}, {})
        # Who is behind it are offices.
        for name, index, of in (("volumes", 0, rows_), ("timed", 0, timed), ("on_time", 1, rows_), ("rated", 2, rows_), ("satisfied", 3, rows_)):
            offices = Counter()
            for r in of:
                offices[r.office] += int(r.values[index] or 0)
            told = [number for number in offices.values() if number]
            table.leaves[-1] |= {name: sum(told), f"{name}.contributors": len(told), f"{name}.largest": max(told, default=0)}
    table.write()
    with open(os.path.join(out, "T17-reported.csv"), "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([["region", "reported_in"]] + [
            [place, int(sum(r.values[0] for r in here(own, place, lambda r: r.place) if r.item == "档案接收"))]
            for place in REGIONS])


def origins(folder, codelists, places, spans, out, today):
    lists = {name: CodeList(codelists, name) for name in ("regions", "archive-category", "education", "title-level")}
    calendar = SimpleNamespace(due=lambda at: at)
    files = [r for r in archives.load(folder, lists, calendar, today) if r.region.startswith(HOME[:4])]
    table = Table("T17-regions", out)
    for place in REGIONS:
        near = here(files, place, lambda r: r.region)
        keys = ["本市"] + OUTSIDE
        values = defaultdict(list)
        for start, after in spans:
            came = [r for r in near if start <= r.received < after]
            left = [r for r in near if r.sent and start <= r.sent < after]
            gone = dict(by(left, keys, lambda r: group(region(r.cells.get("to", ""), places))))
            for key, own in by(came, keys, lambda r: group(region(r.cells.get("from", ""), places))):
                values[key].append(({
                    "archive_in": len(own), "in_share": share(own, came), "archive_out": len(gone[key]),
                    "out_share": share(gone[key], left), "archive_net": len(own) - len(gone[key])},
                    {"archive_in": own, "archive_out": gone[key]}))
        for key in keys + ["rest", "total"]:
            table.add(place, key, changed([figures for figures, _ in values[key]],
                                          lambda name: name in ("archive_in", "archive_out")), values[key][0][1])
    table.write()


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
