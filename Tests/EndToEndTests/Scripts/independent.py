"""Ground truth for the quarterly tables, computed from the raw exports and the definitions alone.

usage: python3 independent.py SAMPLEDATA CODELISTS PERIOD OUTDIR

Writes T1, T3, T5, T11, T12 and accounting.csv into OUTDIR. It shares nothing with the Swift pipeline: it keeps
every row in memory, looks at each row once per period instead of adding up a cube, and calculates in fractions.
Only the standard library is used.
"""
import csv
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from types import SimpleNamespace

REGIONS = ["450600", "450602", "450603", "450621", "450681"]
HOME = "450600"  # home region of every source
MISSING = {"", "-", "无", "/", "NULL", "未填写"}
BLANKS = " \t\r\n\v\f\u3000"  # ASCII blanks and the full-width space
LARGEST_RECORD = 1_000_000
MEMORY_DAYS = {"postings": 90, "seekers": 180}  # valid this long where no end is given

# Headers of the fields that count, as the contracts and sources name them; all other columns only tell rows apart.
HEADERS = {
    "postings": {
        "posting_id": "岗位编号 招聘编号 信息编号 职位编号", "platform": "来源 平台", "updated_at": "更新时间",
        "employer_name": "单位名称 用人单位 公司名称 公司 企业名称", "employer_uscc": "统一社会信用代码 社会信用代码",
        "title": "岗位名称 招聘岗位 职位名称 职位", "openings": "招聘人数 需求人数 人数", "posted_on": "发布日期 发布时间",
        "valid_until": "有效期至 截止日期", "closed_on": "关闭日期", "reposted_from": "转载来源",
        "region": "工作地点 区划代码 地区 工作地区", "industry": "行业代码 所属行业 行业",
        "occupation": "职业代码 工种代码 职业", "education": "学历要求 学历", "title_level": "职称要求",
        "skill_level": "技能等级 职业资格"},
    "seekers": {
        "seeker_id": "求职编号 登记号", "registered_on": "登记日期", "valid_until": "有效期至",
        "closed_on": "关闭日期 办结日期", "updated_at": "更新时间 最后修改", "office": "登记机构", "region": "常住区划",
        "home_region": "户籍", "occupation": "意向职业", "education": "学历 文化程度", "title_level": "职称",
        "skill_level": "技能等级"}}
SOURCES = [  # name, dataset, encoding (None: whichever fits), delimiter, constant platform
    ("fcg-public", "postings", None, b",", "防城港公共招聘网"),
    ("gx-rencai", "postings", "gb18030", b",", "广西人才网防城港站"),
    ("agency-feed", "postings", "utf-8", b"\t", None),
    ("seekers-centre", "seekers", "utf-8", b",", None),
    ("seekers-county", "seekers", None, b",", None)]
REQUIRED = {"postings": ["posting_id", "platform", "employer_name", "title", "openings", "posted_on"],
            "seekers": ["seeker_id", "registered_on", "office"]}
KEYS = {"postings": ["platform", "posting_id"], "seekers": ["seeker_id"]}
MAIN_DATE = {"postings": "posted_on", "seekers": "registered_on"}

DEMAND, SEEKERS = SIDES = ("demand", "seekers")


def line(key, *codes, role="item", side=None, parent="total"):
    return {"key": key, "codes": codes, "role": role, "side": side, "parent": parent}


NONE, UNKNOWN = line("none", "", role="none", side=DEMAND), line("unknown", "", role="unknown", side=SEEKERS)
TOTAL = line("total", role="total")
LAYOUTS = [  # id, dimension, sides, rule of the ratio, lines
    ("T3", "industry", (DEMAND,), None,
     [line(c, c) for c in "ABCDEFGHIJKLMNOPQRST"] + [line("other", "", role="none"), TOTAL]),
    ("T5", "occupation", SIDES, "f3",
     [line(c, c) for c in "12345678"] + [line("unclassified", "", role="none", side=DEMAND),
                                         line("none", "", role="none", side=SEEKERS), TOTAL]),
    ("T11", "education", SIDES, "f4",
     [line("junior", "70", "80", "90"), line("senior", "40", "60"),
      line("vocational", "40", role="subitem", parent="senior"), line("college", "30"), line("bachelor", "20"),
      line("master", "10"), NONE, UNKNOWN, TOTAL]),
    ("T12", "level", SIDES, "f4",
     [line("skill" + n, "S" + n) for n in "54321"] + [line("title" + n, "T" + n) for n in "123"]
     + [line("no_level", "", side=SEEKERS), NONE, TOTAL])]


# ---- Code lists ----

class CodeList:
    """Codes of one list by code, name or alias, and the way up to the topmost code."""

    def __init__(self, folder, name):
        self.parents, self.codes = {}, {}
        with open(os.path.join(folder, name + ".csv"), encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            self.parents[row["code"]] = row["parent"]
            self.codes[row["code"]] = row["code"]
        # Names before aliases, earlier (upper) rows first: an alias never hides an official name.
        for row in rows:
            self.codes.setdefault(row["name"], row["code"])
        for row in rows:
            for alias in filter(None, row["aliases"].split("|")):
                self.codes.setdefault(alias, row["code"])

    def top(self, text):
        """The topmost code over what the text names; "" where it is missing or unknown."""
        code = self.codes.get(text, "")
        while code and self.parents[code]:
            code = self.parents[code]
        return code

    def level(self, text):
        """As top, for 大专及以上, 本科以上学历, 初中毕业 and the like."""
        code, shorter = self.top(text), text
        while not code and text:
            shorter = re.sub("(及以上|以上|以下|学历|毕业)$", "", text)
            if shorter == text:
                break
            text = shorter
            code = self.top(text)
        return code


# ---- Reading the exports ----

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
        if data[start:position].strip(b" \t\r\n"):  # a blank line is no row
            yield fields
        start = position


def fitting_encoding(data):
    """Whichever of the two encodings has fewer lines with invalid bytes; single bad lines are no reason to give up."""
    def bad(encoding):
        return sum(1 for line in data.split(b"\n") if decoded([line], encoding) is None)
    return "utf-8" if bad("utf-8") <= bad("gb18030") else "gb18030"


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
    encoding = encoding or fitting_encoding(data)
    fields = {alias: field for field, aliases in HEADERS[dataset].items() for alias in aliases.split(" ")}
    reader = records(data, delimiter)
    columns = [fields.get(title, title) for title in decoded(next(reader), encoding)]
    for record in reader:
        cells = readable(record, len(columns), encoding)
        if cells is not None:
            cells = {column: "" if text in MISSING else text for column, text in zip(columns, cells)}
            cells.update({"platform": platform} if platform else {})
        yield cells


def readable(record, width, encoding):
    """The cells of a record, or None where a broken quote, its size, a bad byte or its width rejects it."""
    if record is None or len(b",".join(record)) > LARGEST_RECORD or b"\0" in b",".join(record):
        return None
    cells = decoded(record, encoding)
    if cells and len(cells) == width + 1 and cells[-1] == "":
        cells.pop()
    return cells if cells and len(cells) == width else None


# ---- Reading cells ----

TIME = r"(?:[T\s]*(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?"
DATES = [re.compile(pattern + TIME) for pattern in (
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", r"(\d{4})(年)(\d{1,2})月(\d{1,2})日", r"(\d{4})()(\d{2})(\d{2})")]


def ascii_width(text):
    """Full-width digits, letters and signs as their ASCII forms."""
    return "".join(unicodedata.normalize("NFKC", c) if "\uff01" <= c <= "\uff5e" else c for c in text)


def moment(text):
    """The date and time a cell names, None where there is none to read."""
    for pattern in DATES:
        match = pattern.fullmatch(ascii_width(text or ""))
        if match:
            year, _, month, day, hour, minute, second = match.groups()
            try:
                return datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
            except ValueError:
                return None
    return None


def day(text):
    found = moment(text)
    return found.date() if found else None


def openings(text):
    """The number of openings, None where it cannot be read or is out of bounds."""
    text = ascii_width(text)
    if text in ("若干", "不限"):
        return 1
    match = re.fullmatch(r"招?(\d{1,9})[人名]?", text)
    count = int(match.group(1)) if match else 0
    return count if 1 <= count <= 9999 else None


def uscc(text):
    """A unified social credit code with a right check character (GB 32100), else ""."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    code = ascii_width(text or "").upper()
    if len(code) != 18 or any(c not in alphabet for c in code):
        return ""
    total = sum(alphabet.index(c) * pow(3, i, 31) for i, c in enumerate(code[:17]))
    return code if alphabet.index(code[17]) == (31 - total % 31) % 31 else ""


PLACES = {"": "450600", "港口": "450602", "港口区": "450602", "防城": "450603", "防城区": "450603",
          "上思": "450621", "上思县": "450621", "东兴": "450681", "东兴市": "450681"}


def region(text, known):
    """The region code a cell names, "" where it is missing or unknown."""
    text = re.sub(r"[-/·\s]", "", ascii_width(text or ""))
    if not text or text in known.parents:
        return text
    place = re.sub("^(广西壮族自治区|广西)", "", text)
    place = re.sub("^(防城港市|防城港)", "", place)
    return PLACES.get(place, "") if place or text.endswith(("防城港市", "防城港")) else known.codes.get(text, "")


# ---- From cells to what the tables count ----

def interpret(cells, dataset, lists, run_day):
    """A Row, or None where the definitions reject the record."""
    if cells is None or any(not cells.get(field) for field in REQUIRED[dataset]):
        return None
    key = tuple(ascii_width(cells[field]) for field in KEYS[dataset])
    start = day(cells[MAIN_DATE[dataset]])
    if any(len(part) > 64 for part in key) or start is None or start > run_day + timedelta(days=1):
        return None
    row = SimpleNamespace(key=key, cells=cells, start=start)
    row.weight = openings(cells["openings"]) if dataset == "postings" else 1
    if row.weight is None:
        return None
    row.updated = moment(cells.get("updated_at")) or datetime.combine(start, time())
    given = [d for d in (day(cells.get("closed_on")), day(cells.get("valid_until"))) if d and d >= start]
    row.end = min(given) if given else start + timedelta(days=MEMORY_DAYS[dataset])
    row.unit = cells["platform" if dataset == "postings" else "office"]
    row.region = region(cells.get("region"), lists["regions"]) or region(cells.get("home_region"), lists["regions"]) or HOME
    row.codes = dimensions(cells, lists)
    return row


def dimensions(cells, lists):
    text = {field: ascii_width(cell) for field, cell in cells.items()}
    title = lists["title-level"].level(text.get("title_level", ""))
    skill = lists["skill-level"].level(text.get("skill_level", ""))
    return {"industry": lists["industry"].top(text.get("industry", "")), "occupation": lists["occupations"].top(text.get("occupation", "")),
            "education": lists["education"].level(text.get("education", "")),
            "level": "T" + title if title else "S" + skill if skill else ""}


def load(folder, lists, run_day):
    """The current versions of each dataset, and how the rows of each file fared."""
    current, accounting = {"postings": {}, "seekers": {}}, []
    for source in SOURCES:
        name, dataset = source[:2]
        for file in sorted(filter(lambda n: n.endswith(".csv"), os.listdir(os.path.join(folder, name))), key=os.fsencode):
            outcomes = Counter()
            for cells in rows_of(os.path.join(folder, name, file), *source[1:]):
                row = interpret(cells, dataset, lists, run_day)
                outcomes[merge(row, current[dataset], (name, file)) if row else "rejected"] += 1
            accounting.append([name, file, sum(outcomes.values())]
                              + [outcomes[o] for o in ("accepted", "rejected", "duplicate", "unchanged")])
    return {dataset: list(rows.values()) for dataset, rows in current.items()}, accounting


def merge(row, current, file):
    """Puts the row in as the current version of its key unless that is as good; the outcome of the row."""
    row.file, old = file, current.get(row.key)
    if old is None:
        current[row.key] = row
        return "accepted"
    same_file = old.file == file
    if old.cells == row.cells:
        return "duplicate" if same_file else "unchanged"
    if row.updated < old.updated:
        return "duplicate"
    current[row.key] = row
    return "duplicate" if same_file else "accepted"


def without_copies(postings):
    """The postings less those that repeat an earlier one of the same employer, title and place."""
    groups, kept = defaultdict(list), []
    for row in postings:
        title = re.sub("[A-Z]", lambda m: m.group().lower(), row.cells["title"].replace(" ", ""))
        groups[uscc(row.cells.get("employer_uscc")) or row.cells["employer_name"], title, row.region].append(row)
    for group in groups.values():
        group.sort(key=lambda r: (r.start, bool(r.cells.get("reposted_from")), r.unit.encode(), r.key[1].encode()))
        canonical = []
        for row in group:
            reposted = bool(row.cells.get("reposted_from"))
            if not any((c.unit != row.unit or reposted) and c.start <= row.start <= c.end for c in canonical):
                canonical.append(row)
        kept += canonical
    return kept


# ---- Periods and figures ----

def months(period):
    """First month (counted from year 0) and number of months of a period."""
    year, kind, number = re.fullmatch(r"(\d{4})(?:([QMH])(\d{1,2}))?", period).groups()
    length = {"Q": 3, "M": 1, "H": 6, None: 12}[kind]
    return int(year) * 12 + (int(number or 1) - 1) * length, length


def first_day(month):
    return date(month // 12, month % 12 + 1, 1)


class Side:
    """One side of the market in one region and period: T1's measures by reporting unit, and counts by code."""

    def __init__(self, name):
        self.name, self.codes = name, defaultdict(Counter)
        self.carried, self.new, self.valid = Counter(), Counter(), Counter()

    def add(self, row, new):
        for counter in (self.new if new else self.carried, self.valid):
            counter[row.unit] += row.weight
        for dimension, code in row.codes.items():
            self.codes[dimension][code] += row.weight


def count(name, rows, first_month, length):
    """A Side for each region, the city being all regions in it."""
    first, after = first_day(first_month), first_day(first_month + length)
    sides = {region: Side(name) for region in REGIONS}
    for row in rows:
        new = first <= row.start < after
        if new or row.start < first <= row.end:
            for region, side in sides.items():
                if row.region == region or (region == HOME and row.region.startswith("4506")):
                    side.add(row, new)
    return sides


def rounded(value):
    """To two decimals, half away from zero, exactly; marks pass through."""
    if isinstance(value, str):
        return value
    hundredths = Fraction((abs(value) * 100 + Fraction(1, 2)).__floor__(), 100)
    return hundredths if value >= 0 else -hundredths


def cell(value):
    """Counts as integers, fractions with two decimals, marks as they are."""
    if isinstance(value, (str, int)):
        return str(value)
    value = rounded(value)
    hundredths = abs(int(value * 100))
    return "%s%d.%02d" % ("-" if value < 0 else "", hundredths // 100, hundredths % 100)


def quotient(numerator, denominator, mark):
    return Fraction(numerator) / denominator if denominator else mark


def difference(now, before):
    """The difference of two figures; where now does not apply neither does it, and without both it is missing."""
    if now == "[z]":
        return "[z]"
    return "[x]" if isinstance(now, str) or isinstance(before, str) else now - before


def growth(measure, now, before):
    """Percent over the units that registered anew in both periods."""
    panel = [unit for unit, count in now.new.items() if count > 0 and before.new[unit] > 0]
    sums = [sum(getattr(side, measure)[unit] for unit in panel) for side in (now, before)]
    return quotient((sums[0] - sums[1]) * 100, sums[1], "[x]")


def overall(periods):
    """The rows of T1 for one region; periods = (now, the one before, a year before), each (demand, seekers)."""
    now, earlier = periods[0], periods[1:]
    for measure in ("valid", "carried", "new"):
        values = []
        for index in (0, 1):
            total = sum(getattr(now[index], measure).values())
            values.append(total)
            for before in (period[index] for period in earlier):
                values.append(total - sum(getattr(before, measure).values()) if before.valid else "[x]")
                values.append(growth(measure, now[index], before))
        ratios = ["[z]"] * 3
        if measure == "valid":
            ratios = [rounded(quotient(*(sum(side.valid.values()) for side in sides), "[x]")) for sides in periods]
        values += [ratios[0]] + [difference(ratios[0], before) for before in ratios[1:]]
        yield [measure] + values


def line_count(line, dimension, side):
    if line["side"] and line["side"] != side.name:
        return 0
    codes = side.codes[dimension]
    return sum(codes.values()) if line["role"] == "total" else sum(codes[code] for code in line["codes"])


def share(line, lines, dimension, side):
    parent = next(other for other in lines if other["key"] == line["parent"])
    return quotient(100 * line_count(line, dimension, side), line_count(parent, dimension, side), "[x]")


def ratio(line, dimension, rule, sides):
    """Openings per seeker by the layout's rule, rounded."""
    if line["role"] not in ("item", "subitem"):
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
        values = [line["key"]]
        for index, name in enumerate(names):
            sides = [period[index] for period in periods]
            shares = [share(line, lines, dimension, side) for side in sides]
            own = [line_count(line, dimension, sides[0]), shares[0]] + [difference(shares[0], s) for s in shares[1:]]
            values += own if line["side"] in (None, name) else ["[z]"] * 4
        if rule:
            ratios = [ratio(line, dimension, rule, sides) for sides in periods]
            values += ratios[:1] + [difference(ratios[0], before) for before in ratios[1:]]
        yield values


# ---- Writing ----

def write(folder, name, header, lines):
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header] + lines)


def with_changes(name, *kinds):
    return [name] + [name + kind for kind in kinds]


def main(folder, codelists, period, out):
    names = ("regions", "industry", "occupations", "education", "title-level", "skill-level")
    current, accounting = load(folder, {name: CodeList(codelists, name) for name in names}, date.today())
    first, length = months(period)
    counted = {DEMAND: without_copies(current["postings"]), SEEKERS: current["seekers"]}
    sides = [[count(name, counted[name], start, length) for name in SIDES] for start in (first, first - length, first - 12)]

    def of(code):
        return [[side[code] for side in period] for period in sides]

    os.makedirs(out, exist_ok=True)
    changes = with_changes("ratio", "_qoq", "_yoy")
    header = sum((with_changes(s, "_qoq", "_qoq_pct", "_yoy", "_yoy_pct") for s in SIDES), []) + changes
    write(out, "T1", ["region", "row"] + header, [[c] + list(map(cell, r)) for c in REGIONS for r in overall(of(c))])
    for layout in LAYOUTS:
        header = sum((with_changes(s, "_share", "_share_qoq", "_share_yoy") for s in layout[2]), [])
        write(out, layout[0], ["region", "row"] + header + (changes if layout[3] else []),
              [[c] + list(map(cell, r)) for c in REGIONS for r in grouped(layout, of(c))])
    write(out, "accounting", "source file rows accepted rejected duplicate unchanged".split(), accounting)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
