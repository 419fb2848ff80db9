"""Ground truth for the quarterly tables, computed from the raw exports and the definitions alone.

usage: python3 independent.py SAMPLEDATA CODELISTS OUTDIR PERIOD...

Writes T1, T3, T5, T11, T12, T14-mismatch of each period into OUTDIR/PERIOD, and accounting.csv into OUTDIR. It shares nothing with
the Swift pipeline: it keeps every row in memory, looks at each row once per period instead of adding up a cube, and
calculates in fractions.
"""
import csv
import math
import os
import re
import string
import sys
from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial
from types import SimpleNamespace

REGIONS = ["450600", "450602", "450603", "450621", "450681"]
HOME = "450600"  # the city
MISSING = {"", "-", "无", "/", "NULL", "未填写"}
BLANKS = " \t\r\n\v\f\u3000"  # ASCII blanks and the full-width space
LARGEST_RECORD = 1_000_000

# Headers of the fields that count, as the contracts and sources name them; the other columns only tell rows apart.
# The reporting unit (platform, office), the number and the main date have one name in both datasets.
HEADERS = {
    "postings": {
        "number": "岗位编号 招聘编号 信息编号 职位编号", "unit": "来源 平台", "start": "发布日期 发布时间",
        "updated_at": "更新时间", "valid_until": "有效期至 截止日期", "closed_on": "关闭日期",
        "employer_name": "单位名称 用人单位 公司名称 公司 企业名称", "employer_uscc": "统一社会信用代码 社会信用代码",
        "title": "岗位名称 招聘岗位 职位名称 职位", "openings": "招聘人数 需求人数 人数", "reposted_from": "转载来源",
        "region": "工作地点 区划代码 地区 工作地区", "industry": "行业代码 所属行业 行业",
        "occupation": "职业代码 工种代码 职业", "education": "学历要求 学历", "title_level": "职称要求",
        "skill_level": "技能等级 职业资格"},
    "seekers": {
        "number": "求职编号 登记号", "unit": "登记机构", "start": "登记日期 登记时间", "updated_at": "更新时间 最后修改",
        "valid_until": "有效期至", "closed_on": "注销日期 办结日期", "region": "常住区划 常住地", "home_region": "户籍 户籍地",
        "occupation": "意向职业 求职意向", "education": "学历 文化程度", "title_level": "职称 专业技术职务",
        "skill_level": "技能等级 职业资格"}}
SOURCES = [  # name, dataset, encoding (None: whichever fits), delimiter, constant platform
    ("fcg-public", "postings", None, b",", "防城港公共招聘网"),
    ("gx-rencai", "postings", "gb18030", b",", "广西人才网防城港站"),
    ("agency-feed", "postings", "utf-8", b"\t", None),
    ("seekers-centre", "seekers", "utf-8", b",", None),
    ("seekers-county", "seekers", None, b",", None)]
KEY = {"postings": ("unit", "number"), "seekers": ("number",)}
REQUIRED = {"postings": ("number", "unit", "start", "employer_name", "title", "openings"),
            "seekers": ("number", "unit", "start")}
DEFAULT_DAYS = {"postings": 90, "seekers": 180}  # valid this long where no end is given
DEMAND, SEEKERS = SIDES = ("demand", "seekers")


def entry(key, *codes, role="item", side=None, parent="total"):
    return SimpleNamespace(key=key, codes=codes, role=role, side=side, parent=parent)


NONE, UNKNOWN = entry("none", "", role="none", side=DEMAND), entry("unknown", "", role="unknown", side=SEEKERS)
TOTAL = entry("total", role="total")
LAYOUTS = [  # id, dimension, sides, rule of the ratio, lines
    ("T3", "industry", (DEMAND,), None,
     [entry(c, c) for c in "ABCDEFGHIJKLMNOPQRST"] + [entry("other", "", role="none"), TOTAL]),
    ("T5", "occupation", SIDES, "f3",
     [entry(c, c) for c in "12345678"] + [entry("unclassified", "", role="none", side=DEMAND),
                                         entry("none", "", role="none", side=SEEKERS), TOTAL]),
    ("T11", "education", SIDES, "f4",
     [entry("junior", "70", "80", "90"), entry("senior", "40", "60"),
      entry("vocational", "40", role="subitem", parent="senior"), entry("college", "30"), entry("bachelor", "20"),
      entry("master", "10"), NONE, UNKNOWN, TOTAL]),
    ("T12", "level", SIDES, "f4",
     [entry("skill" + n, "S" + n) for n in "54321"] + [entry("title" + n, "T" + n) for n in "123"]
     + [entry("no_level", "", side=SEEKERS), NONE, TOTAL])]


class CodeList:
    """Codes of one list by code, name or alias, and the way up to the topmost code."""

    def __init__(self, folder, name):
        with open(os.path.join(folder, name + ".csv"), encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        self.parents = {row["code"]: row["parent"] for row in rows}
        self.codes = {code: code for code in self.parents}
        # Names before aliases, upper rows before lower ones, but of places with one name those in the home province.
        rows.sort(key=lambda row: len(row["code"]) == 6 and row["code"][:2] != HOME[:2])
        for name, row in [(row["name"], row) for row in rows] + [(a, r) for r in rows for a in r["aliases"].split("|")]:
            if name:
                self.codes.setdefault(name, row["code"])

    def top(self, text):
        """The topmost code over what the text names, be it 大专 or 大专及以上; "" where it is missing or unknown."""
        code = self.codes.get(text, "")
        while code and self.parents[code]:
            code = self.parents[code]
        shorter = re.sub("(及?以[上下]|学历|毕业)$", "", text)
        return code if code or shorter == text else self.top(shorter)


def records(data, delimiter):
    """Each record as a list of byte fields, or None for a physical line that a broken quote spoils.

    It works on bytes: in both encodings quote, comma, tab and line end are never a part of another character.
    """
    field = re.compile(rb'(?:"([^"]*(?:""[^"]*)*)"|((?!")[^%s\n]*?))(%s|\r?\n|\Z)' % (delimiter, delimiter))
    start = 0
    while start < len(data):
        fields, position, ending = [], start, delimiter
        while ending == delimiter:
            match = field.match(data, position)
            if not match:
                fields, position = None, (data.find(b"\n", start) + 1) or len(data)
                break
            quoted, plain, ending = match.groups()
            fields.append(plain if quoted is None else quoted.replace(b'""', b'"'))
            position = match.end()
        if data[start:position].strip(b" \r\n"):  # a blank line is no row
            yield fields
        start = position


def decoded(fields, encoding):
    try:
        return [field.decode(encoding).strip(BLANKS) for field in fields]
    except UnicodeDecodeError:
        return None


def rows_of(path, dataset, encoding, delimiter, platform):
    """The rows of a file as cells by field; None for one that cannot be read at all."""
    with open(path, "rb") as file:
        data = file.read()
    if data.startswith(b"\xef\xbb\xbf"):
        data, encoding = data[3:], "utf-8"
    if not encoding:  # single bad lines are no reason to give up on an encoding
        encoding = min("utf-8", "gb18030", key=lambda e: sum(decoded([line], e) is None for line in data.split(b"\n")))
    fields = {alias: field for field, aliases in HEADERS[dataset].items() for alias in aliases.split()}
    reader = records(data, delimiter)
    columns = [fields.get(title, title) for title in decoded(next(reader), encoding)]
    for record in reader:
        cells = readable(record, len(columns), encoding)
        if cells is not None:
            cells = {column: "" if text in MISSING else text for column, text in zip(columns, cells)}
            cells.pop("浏览次数", None)  # no field of the contract, so two rows that differ in it alone are the same
            cells.update({"unit": platform} if platform else {})
        yield cells


def readable(record, width, encoding):
    """The cells of a record, or None where a broken quote, its size, a bad byte or its width rejects it."""
    if record is None or len(b",".join(record)) > LARGEST_RECORD or b"\0" in b",".join(record):
        return None
    cells = decoded(record, encoding)
    if cells and len(cells) == width + 1 and cells[-1] == "":
        cells.pop()
    return cells if cells and len(cells) == width else None


TIME = r"(?:[T\s]*(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?"
DATES = [re.compile(pattern + TIME) for pattern in (
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", r"(\d{4})(年)(\d{1,2})月(\d{1,2})日", r"(\d{4})()(\d{2})(\d{2})")]
FULL_WIDTH = {ord(c) + 0xFEE0: c for c in string.ascii_letters + string.digits}


def moment(text):
    """The date and time a cell names, None where there is none to read."""
    matches = filter(None, (pattern.fullmatch(text.translate(FULL_WIDTH)) for pattern in DATES))
    for year, _, month, day, *clock in (match.groups() for match in matches):
        try:
            return datetime(int(year), int(month), int(day), *(int(part or 0) for part in clock))
        except ValueError:
            return None


def day(text):
    found = moment(text)
    return found and found.date()


def openings(text):
    """The number of openings, None where it cannot be read or is out of bounds."""
    match = re.fullmatch(r"招?([0-9]+)[人名]?", text.translate(FULL_WIDTH).replace("若干", "1").replace("不限", "1"))
    return int(match.group(1)) if match and 1 <= int(match.group(1)) <= 9999 else None


def uscc(text):
    """A unified social credit code with a right check character (GB 32100), else ""."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    code = text.translate(FULL_WIDTH).upper()
    if len(code) != 18 or any(c not in alphabet for c in code):
        return ""
    total = sum(alphabet.index(c) * pow(3, i, 31) for i, c in enumerate(code[:17]))
    return code if alphabet.index(code[17]) == (31 - total % 31) % 31 else ""


def region(text, known):
    """The region code a cell names, with or without province, city and 市 区 县; "" where it is missing or unknown."""
    text = re.sub(r"[-/·\s]", "", text.translate(FULL_WIDTH))
    names = (text[start:] + ending for start in range(len(text) - 1) for ending in ("", "市", "区", "县"))
    return next((known.codes[name] for name in names if name in known.codes), "")


def interpret(cells, dataset, lists, run_day):
    """What is counted of a row: its weight and codes, where, by whom and from when to when; None if it is rejected."""
    if cells is None or not all(cells.get(field) for field in REQUIRED[dataset]):
        return None
    key = tuple(cells[field].translate(FULL_WIDTH) for field in KEY[dataset])
    start, weight = day(cells["start"]), openings(cells.get("openings", "1"))
    if max(map(len, key)) > 64 or not weight or start is None or start > run_day + timedelta(days=1):
        return None
    ends = [day(cells.get(field, "")) for field in ("closed_on", "valid_until")]
    ends = [end for end in ends if end and end >= start]  # an end before the start is no end
    # Where the text of a place cannot be read nobody knows it; that of the household stands for an empty one alone.
    place = region(next(filter(None, (cells.get(field, "") for field in ("region", "home_region"))), ""), lists["regions"])
    return SimpleNamespace(
        key=key, cells=cells, unit=cells["unit"], weight=weight, codes=codes(cells, lists),
        start=start, end=min(ends) if ends else start + timedelta(days=DEFAULT_DAYS[dataset]),
        updated=moment(cells.get("updated_at", "")) or datetime.combine(start, time()),
        region=place)


def codes(cells, lists):
    """The topmost code of each dimension, "" where there is none; a title goes before a skill level."""
    def top(name, field):
        return lists[name].top(cells.get(field, "").translate(FULL_WIDTH))
    title, skill = top("title-level", "title_level"), top("skill-level", "skill_level")
    occupation = lists["occupations"].codes.get(cells.get("occupation", "").translate(FULL_WIDTH), "")
    return {"industry": top("industry", "industry"), "occupation": top("occupations", "occupation"),
            "minor": occupation[:7] if occupation.count("-") >= 2 else "",
            "education": top("education", "education"), "level": "T" + title if title else skill and "S" + skill}


def load(folder, lists, run_day):
    """The current versions of each dataset, and how the rows of each file fared."""
    current, accounting = {"postings": {}, "seekers": {}}, []
    for source in SOURCES:
        name, dataset = source[:2]
        files = [file for file in os.listdir(os.path.join(folder, name)) if file.endswith(".csv")]
        for file in sorted(files, key=os.fsencode):
            outcomes = Counter()
            for cells in rows_of(os.path.join(folder, name, file), *source[1:]):
                row = interpret(cells, dataset, lists, run_day)
                outcomes[merge(row, current[dataset], (name, file)) if row else "rejected"] += 1
            kinds = ("accepted", "rejected", "duplicate", "unchanged")
            accounting.append([name, file, sum(outcomes.values())] + [outcomes[kind] for kind in kinds])
    return {dataset: list(rows.values()) for dataset, rows in current.items()}, accounting


def merge(row, current, file):
    """Makes the row the current version of its key where it is newer than what is there; the outcome of the row."""
    row.file, old = file, current.get(row.key)
    same_file = old and old.file == file
    if old and old.cells == row.cells:
        return "duplicate" if same_file else "unchanged"
    if old and row.updated < old.updated:
        return "duplicate"
    current[row.key] = row
    return "duplicate" if same_file else "accepted"


def without_copies(postings):
    """The postings less those that repeat an earlier one of the same employer, title and place."""
    groups, kept = defaultdict(list), []
    for row in postings:
        title = re.sub("[A-Z]", lambda m: m.group().lower(), row.cells["title"].replace(" ", ""))
        groups[uscc(row.cells.get("employer_uscc", "")) or row.cells["employer_name"], title, row.region].append(row)
    for group in groups.values():
        group.sort(key=lambda r: (r.start, bool(r.cells.get("reposted_from")), r.unit.encode(), r.key[1].encode()))
        canonical = []
        for row in group:
            reposted = bool(row.cells.get("reposted_from"))
            if not any((c.unit != row.unit or reposted) and c.start <= row.start <= c.end for c in canonical):
                canonical.append(row)
        kept += canonical
    return kept


def months(period):
    """First month (counted from year 0) and number of months of a period."""
    year, kind, number = re.fullmatch(r"(\d{4})(?:([QMH])(\d{1,2}))?", period).groups()
    length = {"Q": 3, "M": 1, "H": 6, None: 12}[kind]
    return int(year) * 12 + (int(number or 1) - 1) * length, length


def count(name, rows, first_month, length):
    """One side of the market in each region: T1's measures by reporting unit, and the valid ones by code."""
    first, after = (date(month // 12, month % 12 + 1, 1) for month in (first_month, first_month + length))
    sides = {region: SimpleNamespace(name=name, carried=Counter(), new=Counter(), valid=Counter(),
                                     codes=defaultdict(Counter)) for region in REGIONS}
    for row in rows:
        new = first <= row.start < after
        if row.region.startswith("4506") and (new or row.start < first <= row.end):
            for side in (sides[region] for region in {HOME, row.region} & sides.keys()):  # HOME is all of the city
                for counter in (side.new if new else side.carried, side.valid):
                    counter[row.unit] += row.weight
                for dimension, code in row.codes.items():
                    side.codes[dimension][code] += row.weight
    return sides


def rounded(value):
    """Fractions to two decimals, half away from zero, exactly; counts, marks and rounded figures as they are."""
    if not isinstance(value, Fraction):
        return value
    hundredths = int(abs(value) * 100 + Fraction(1, 2))
    return Decimal(hundredths if value > 0 else -hundredths).scaleb(-2)


def quotient(numerator, denominator, mark):
    return Fraction(numerator) / denominator if denominator else mark


def with_changes(figures):
    """The figure now and its differences to the earlier ones, missing [x] unless there are both figures."""
    now, *earlier = figures
    if now == "[z]":
        return ["[z]"] * len(figures)
    return [now] + ["[x]" if isinstance(now, str) or isinstance(before, str) else now - before for before in earlier]


def overall(city, periods):
    """The lines of T1 for one region; periods = (now, the one before, a year before), each (demand, seekers); city is
    the same of the whole city."""
    for measure in ("valid", "carried", "new"):
        values = [measure]
        for (now, *earlier), (all_now, *all_earlier) in zip(zip(*periods), zip(*city)):
            total = sum(getattr(now, measure).values())
            values.append(total)
            for before, all_before in zip(earlier, all_earlier):
                values.append(total - sum(getattr(before, measure).values()) if before.valid else "[x]")
                # Growth is over the units that registered anew in both periods, anywhere in the city.
                units = [unit for unit in all_now.new if all_now.new[unit] and all_before.new[unit]]
                sums = [sum(getattr(side, measure)[unit] for unit in units) for side in (now, before)]
                values.append(quotient((sums[0] - sums[1]) * 100, sums[1], "[x]"))
        ratios = ["[z]"] * 3
        if measure == "valid":
            ratios = [rounded(quotient(*(sum(side.valid.values()) for side in sides), "[x]")) for sides in periods]
        yield values + with_changes(ratios)


def line_count(line, dimension, side):
    if line.side and line.side != side.name:
        return 0
    codes = side.codes[dimension]
    return sum(codes.values()) if line.role == "total" else sum(codes[code] for code in line.codes)


def share(line, lines, dimension, side):
    parent = next(other for other in lines if other.key == line.parent)
    return quotient(100 * line_count(line, dimension, side), line_count(parent, dimension, side), "[x]")


def ratio(line, dimension, rule, sides):
    """Openings per seeker by the layout's rule, rounded."""
    if line.role not in ("item", "subitem"):
        return "[z]"
    demand, seekers = (line_count(line, dimension, side) for side in sides)
    all_demand, all_seekers = (line_count(TOTAL, dimension, side) for side in sides)
    no_demand, no_seekers = (side.codes[dimension][""] for side in sides)
    if rule == "f3":  # seekers without an intention are shared out by openings
        return rounded(quotient(demand, seekers + quotient(no_seekers * demand, all_demand, 0), "[z]"))
    return rounded(Fraction(demand, seekers) + Fraction(no_demand, all_seekers)) if seekers else "[z]"


def grouped(layout, periods):
    """The lines of T3, T5, T11 or T12 for one region."""
    _, dimension, names, rule, lines = layout
    for line in lines:
        values = [line.key]
        for name, sides in zip(names, zip(*periods)):
            own = [line_count(line, dimension, sides[0])]
            own += with_changes([share(line, lines, dimension, side) for side in sides])
            values += own if line.side in (None, name) else ["[z]"] * 4
        yield values + (with_changes([ratio(line, dimension, rule, sides) for sides in periods]) if rule else [])


def shares(counts):
    total = sum(counts.values())
    return {code: Fraction(count) / total for code, count in counts.items()} if total else {}


def distances(demand, seekers):
    """Mismatch of two sides by group (Sahin et al. 2014) and its linear form, to four decimals."""
    demand, seekers = shares(demand), shares(seekers)
    if not demand or not seekers:
        return ["[x]", "[x]"]
    groups = demand.keys() | seekers.keys()
    root = 1 - sum(math.sqrt(demand.get(g, 0) * seekers.get(g, 0)) for g in groups)
    linear = sum(abs(demand.get(g, 0) - seekers.get(g, 0)) for g in groups) / 2
    return [Decimal(int(value * 10000 + Fraction(1, 2))).scaleb(-4) for value in (Fraction(root), linear)]


def of_lines(lines, dimension, sides):
    """Mismatch over the lines of T11 or T12: openings that ask for nothing are open to all seekers alike."""
    lines = [line for line in lines if line.role == "item"]
    demand, seekers = ({line.key: line_count(line, dimension, side) for line in lines} for side in sides)
    free, all_seekers = sides[0].codes[dimension][""], sum(seekers.values())
    shared = {key: count + quotient(free * seekers[key], all_seekers, 0) for key, count in demand.items()}
    return distances(shared, seekers)


def mismatch(periods):
    """The lines of T14-mismatch for one region."""
    minor = [distances(*({c: n for c, n in side.codes["minor"].items() if c} for side in sides)) for sides in periods]
    found = {"occupation": minor}
    for name, dimension, _, _, lines in LAYOUTS:
        if name in ("T11", "T12"):
            found[dimension] = [of_lines(lines, dimension, sides) for sides in periods]
    for key, values in found.items():
        yield [key] + [value[0] for value in values]
        yield [key + "_linear"] + [value[1] for value in values]


def tables(current, period):
    """The lines of each table, with its header."""
    first, length = months(period)
    counted = [[count(side, rows, start, length) for side, rows in zip(SIDES, current.values())]
               for start in (first, first - length, first - 12)]
    changes = ["ratio", "ratio_qoq", "ratio_yoy"]
    kinds = ("", "_qoq", "_qoq_pct", "_yoy", "_yoy_pct")
    city = [[side[HOME] for side in sides] for sides in counted]
    wanted = [("T1", [side + kind for side in SIDES for kind in kinds] + changes, partial(overall, city))]
    for layout in LAYOUTS:
        header = [side + kind for side in layout[2] for kind in ("", "_share", "_share_qoq", "_share_yoy")]
        wanted.append((layout[0], header + (changes if layout[3] else []), partial(grouped, layout)))
    wanted.append(("T14-mismatch", ["value", "value_previous", "value_year_before"], mismatch))
    return {
        name: [["region", "row"] + header] + [
            [region] + [rounded(figure) for figure in line]
            for region in REGIONS for line in figures([[side[region] for side in sides] for sides in counted])]
        for name, header, figures in wanted}


def write(folder, name, lines):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(lines)


def main(folder, codelists, out, *periods):
    names = ("regions", "industry", "occupations", "education", "title-level", "skill-level")
    current, accounting = load(folder, {name: CodeList(codelists, name) for name in names}, date.today())
    current["postings"] = without_copies(current["postings"])
    write(out, "accounting", ["source file rows accepted rejected duplicate unchanged".split()] + accounting)
    for period in periods:
        for name, lines in tables(current, period).items():
            write(os.path.join(out, period), name, lines)


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
