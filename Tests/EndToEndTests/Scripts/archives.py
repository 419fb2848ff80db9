"""Ground truth for T17, the table of the archives, computed from the raw exports and the definitions alone.

usage: python3 archives.py SAMPLEDATA CODELISTS MONITOR.YAML PERIOD OUTDIR

Writes into OUTDIR, with the columns period, region, row, row_name and then the figures:
  T17.csv            by category of person; archive_* and transfer_* as METHODS names them, and their changes
  T17-education.csv  stock by education    T17-title.csv  stock by title    (row: topmost code; "rest": none)
  T17-bureau.csv     what only the bureau reads: archive_gaps, self_carried
  T17-leaves.csv     the counts that T17 is made of, with how many persons are behind each and the part of the first:
                     L, L.contributors, L.largest, as table_audit.py wants them (files without a valid number of a
                     person count as one person's)
Percents have two decimals; [x]: nothing to divide by. Working days come from the calendar of rules/monitor.yaml.
Reads the exports as independent.py beside this file does, and shares nothing with the program.
"""
import csv
import os
import re
import sys
from collections import Counter
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from types import SimpleNamespace

import independent
from independent import FULL_WIDTH, HOME, REGIONS, CodeList, day, merge, moment, months, quotient, region, rounded

independent.HEADERS["archives"] = {
    "number": "档案编号 存档编号", "category": "人员类别", "education": "学历 文化程度", "title": "职称",
    "received_on": "接收日期", "applied_on": "申请日期 申请转出日期", "sent_on": "转出日期", "mode": "转递方式",
    "person": "证件号码", "missing": "材料缺件", "channel": "办理渠道", "digitised": "数字化状态", "office": "存档机构区划", "updated_at": "更新时间"}
YES = {"是", "1", "y", "yes", "true", "有", "已数字化", "已完成"}
COUNTS = ("archive_stock", "archive_in", "archive_out")  # growth in percent; other figures change by differences


class Calendar:
    """Working days: Monday to Friday but for public holidays, and the weekend days worked in their stead."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        body = re.search(r"^calendar:\n((?:[ \t].*\n?)+)", text, re.M).group(1)
        free, worked = re.search(r"holidays:(.*)workdays:(.*)", body, re.S).groups()
        spans = re.findall(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?", free)
        spans = [(date.fromisoformat(first), date.fromisoformat(last or first)) for first, last in spans]
        self.free = {first + timedelta(n) for first, last in spans for n in range((last - first).days + 1)}
        self.worked = {date.fromisoformat(text) for text in re.findall(r"\d{4}-\d\d-\d\d", worked)}
        self.limit = int(re.search(r"^archives: \{working_days: (\d+)\}", text, re.M).group(1))

    def works(self, at):
        return at in self.worked or at.weekday() < 5 and at not in self.free

    def between(self, start, end):
        """Working days after start, up to and with end."""
        return sum(self.works(start + timedelta(n)) for n in range(1, (end - start).days + 1))

    def due(self, applied):
        """The last day on which a file applied for is sent in time."""
        at, left = applied, self.limit
        while left:
            at += timedelta(1)
            left -= self.works(at)
        return at


def resident(text):
    """The number of a resident (GB 11643) with a right check character and birth date, else ""."""
    text = text.upper()
    if not re.fullmatch(r"\d{17}[\dX]", text) or day(text[6:14]) is None:
        return ""
    total = sum(int(c) * pow(2, 17 - i, 11) for i, c in enumerate(text[:17]))
    return text if "10X98765432"[total % 11] == text[17] else ""


def interpret(cells, lists, calendar, run_day):
    """What is counted of a row; None if it is rejected."""
    if cells is None or not cells.get("number") or not cells.get("received_on"):
        return None
    key, received = cells["number"].translate(FULL_WIDTH), day(cells["received_on"])
    if len(key) > 64 or received is None or received > run_day + timedelta(days=1):
        return None
    dates = (day(cells.get(field, "")) for field in ("applied_on", "sent_on"))
    applied, sent = (at if at and at >= received else None for at in dates)  # before the file was there: no date
    get = lambda field: cells.get(field, "").translate(FULL_WIDTH)
    top = lambda name, field: lists[name].top(get(field))
    return SimpleNamespace(
        key=key, cells=cells, received=received, applied=applied, sent=sent, person=resident(get("person")),
        category=top("archive-category", "category"), education=top("education", "education"),
        title=top("title-level", "title"), channel=get("channel"), carried=get("mode") == "自带",
        gaps=bool(get("missing")), digitised=get("digitised").lower() in YES,
        due=applied and calendar.due(applied), region=region(get("office"), lists["regions"]),
        updated=moment(cells.get("updated_at", "")) or datetime.combine(received, time()))


def load(folder, lists, calendar, run_day):
    """The current version of each file of a person."""
    current = {}
    for file in sorted(os.listdir(os.path.join(folder, "archives")), key=os.fsencode):
        if file.endswith(".csv"):
            path = os.path.join(folder, "archives", file)
            for cells in independent.rows_of(path, "archives", "utf-8", b",", None):
                row = interpret(cells, lists, calendar, run_day)
                if row:
                    merge(row, current, file)
    return list(current.values())


def first_day(month):
    return date(month // 12, month % 12 + 1, 1)


def kaplan_meier(spells, share):
    """The first time at which no more than 1 - share are still open; spells are (time, whether it ended then)."""
    left = Fraction(1)
    for at in sorted({spell[0] for spell in spells if spell[1]}):
        ended = sum(1 for time_, is_end in spells if is_end and time_ == at)
        left *= 1 - Fraction(ended, sum(1 for time_, _ in spells if time_ >= at))
        if left <= 1 - share:
            return at
    return "[x]"


def percent(part, whole):
    return rounded(quotient(Fraction(100 * part), whole, "[x]"))


def leaves(rows, start, after):
    """The files that each count of a row of the table counts."""
    end = after - timedelta(1)
    begin, length = start.year * 12 + start.month - 1, (after.year - start.year) * 12 + after.month - start.month
    window = first_day(begin - 3 * length)  # this period and the three before
    within = lambda at: at is not None and start <= at <= end
    stock = [r for r in rows if r.received <= end and not (r.sent and r.sent <= end)]
    received, due = [r for r in rows if within(r.received)], [r for r in rows if within(r.due)]
    told = [r for r in received if r.channel]
    return {
        "archive_stock": stock, "archive_in": received, "archive_out": [r for r in rows if within(r.sent)],
        "due": due, "due_in_time": [r for r in due if r.sent is not None and r.sent <= r.due],
        "transfers": [r for r in rows if r.applied and window <= r.applied <= end],
        "told": told, "online": [r for r in told if r.channel in ("网上", "跨省通办")],
        "cross_province": [r for r in told if r.channel == "跨省通办"], "digitised": [r for r in stock if r.digitised],
        "gaps": [r for r in received if r.gaps], "self_carried": [r for r in rows if r.carried and within(r.sent)]}


def figures(rows, everything, start, after, calendar):
    """The figures of one row of the table; `everything` are the rows of the total."""
    own, end = leaves(rows, start, after), after - timedelta(1)
    counts = {name: len(found) for name, found in own.items()}
    spells = [(calendar.between(r.applied, min(r.sent or end, end)), r.sent is not None and r.sent <= end)
              for r in own["transfers"]]
    ratio = lambda part, whole: percent(counts[part], counts[whole])
    return {
        **{name: counts[name] for name in COUNTS}, "archive_net": counts["archive_in"] - counts["archive_out"],
        "in_share": percent(counts["archive_in"], len(leaves(everything, start, after)["archive_in"])),
        "transfer_on_time": ratio("due_in_time", "due"),
        "transfer_days_p50": kaplan_meier(spells, Fraction(1, 2)),
        "transfer_days_p90": kaplan_meier(spells, Fraction(9, 10)),
        "archive_online": ratio("online", "told"), "archive_cross_province": ratio("cross_province", "told"),
        "archive_digitised": ratio("digitised", "archive_stock"),
        "archive_gaps": ratio("gaps", "archive_in"), "self_carried": counts["self_carried"]}


def change(name, now, before):
    if isinstance(now, str) or isinstance(before, str):
        return "[x]"
    return percent(now - before, before) if name in COUNTS or name == "self_carried" else now - before


def behind(found):
    """How many files, of how many persons, and how many of the one with the most."""
    persons = Counter(r.person for r in found)
    return [len(found), len(persons), max(persons.values(), default=0)]


def places(current, field, keys):
    """Region, key of the row, its files and all files of the region; rows by the code of `field`."""
    for place in REGIONS:
        here = [r for r in current if place == HOME or r.region == place]
        for key in keys:
            yield place, key, [
                r for r in here if key == "total" or getattr(r, field) == ("" if key == "rest" else key)], here


def with_changes(names, periods, own, here, calendar):
    now, *earlier = (figures(own, here, *period, calendar) for period in periods)
    for name in names:
        yield now[name]
        if not name.startswith("transfer_days"):
            yield from (change(name, now[name], before[name]) for before in earlier)


def main(folder, codelists, monitor, period, out):
    lists = {name: CodeList(codelists, name)
             for name in ("regions", "archive-category", "education", "title-level")}
    titles = {}
    for name in lists:
        with open(os.path.join(codelists, name + ".csv"), encoding="utf-8-sig", newline="") as file:
            titles[name] = {row["code"]: row["name"] for row in csv.DictReader(file) if not row["parent"]}
    calendar = Calendar(monitor)
    current = [r for r in load(folder, lists, calendar, date.today()) if r.region.startswith(HOME[:4])]
    first, length = months(period)
    periods = [(first_day(at), first_day(at + length)) for at in (first, first - length, first - 12)]
    main_ = ("archive_stock archive_in archive_out archive_net in_share transfer_on_time transfer_days_p50 "
             "transfer_days_p90 archive_online archive_cross_province archive_digitised").split()
    for name, list_, field, names in [
            ("T17", "archive-category", "category", main_), ("T17-education", "education", "education", main_[:1]),
            ("T17-title", "title-level", "title", main_[:1]), ("T17-leaves", "archive-category", "category", None),
            ("T17-bureau", "archive-category", "category", ["archive_gaps", "self_carried"])]:
        keys = list(titles[list_]) + ["rest", "total"]
        if names:
            header = [c for n in names for c in ([n] if n.startswith("transfer_days") else [n, n + "_qoq", n + "_yoy"])]
        else:
            header = [c for n in leaves([], *periods[0]) for c in (n, n + ".contributors", n + ".largest")]
        lines = [["period", "region", "row", "row_name"] + header]
        for place, key, own, here in places(current, field, keys):
            cells = with_changes(names, periods, own, here, calendar) if names else (
                cell for found in leaves(own, *periods[0]).values() for cell in behind(found))
            lines.append([period, place, key, titles[list_].get(key, key), *cells])
        os.makedirs(out, exist_ok=True)
        with open(os.path.join(out, name + ".csv"), "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(lines)


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
