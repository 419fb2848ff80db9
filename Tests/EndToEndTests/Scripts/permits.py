"""Ground truth for the table of the fixture `permits`, computed from its export and the definitions alone.

usage: python3 permits.py EXPORT.csv CODELISTS FIXTURE/codelists MONITOR.YAML DATADATE OUTDIR PERIOD...

Writes for each period into OUTDIR/PERIOD: permits.csv with the columns period, region, row (code), row_name and the
figures of tables/permits.yaml with their changes, and permits-leaves.csv with the counts they are made of, L,
L.contributors and L.largest (as table_audit.py wants them; units without a valid credit code count as one). Into
OUTDIR/Z-01.csv: what the check Z-01 finds on DATADATE. Reads the export as independent.py beside this file does.
"""
import csv
import os
import sys
from collections import Counter
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from types import SimpleNamespace

import independent
from archives import Calendar, first_day, kaplan_meier, percent, places
from independent import FULL_WIDTH, HOME, CodeList, day, merge, moment, months, region, uscc

independent.HEADERS["permits"] = {
    "number": "受理编号 申请编号", "uscc": "统一社会信用代码", "kind": "许可事项", "region": "所在地 区划", "applied_on": "受理日期",
    "decided_on": "决定日期", "outcome": "决定", "updated_at": "更新时间"}
LIMIT = 20  # working days of a decision
FIGURES = ("applied", "decided", "granted_share", "due", "on_time", "permit_days_p50")
COUNTS = ("applied", "decided", "due")  # growth in percent; other figures change by differences


def interpret(cells, lists, calendar, run_day):
    """What is counted of a row; None if it is rejected."""
    if cells is None or not cells.get("number") or not cells.get("applied_on"):
        return None
    applied, key = day(cells["applied_on"]), cells["number"].translate(FULL_WIDTH)
    if applied is None or applied > run_day + timedelta(days=1) or len(key) > 64:
        return None
    decided = day(cells.get("decided_on", ""))
    get = lambda field: cells.get(field, "").translate(FULL_WIDTH)
    return SimpleNamespace(
        key=key, cells=cells, applied=applied, decided=decided if decided and decided >= applied else None,
        kind=lists["permit-kind"].top(get("kind")), outcome=lists["permit-outcome"].top(get("outcome")),
        uscc=uscc(get("uscc")), region=region(get("region"), lists["regions"]),
        due=calendar.due(applied), updated=moment(cells.get("updated_at", "")) or datetime.combine(applied, time()))


def leaves(rows, start, after):
    """The applications that each count of a row of the table counts."""
    within = lambda at: at is not None and start <= at < after
    decided, due = [r for r in rows if within(r.decided)], [r for r in rows if within(r.due)]
    return {"applied": [r for r in rows if within(r.applied)], "decided": decided,
            "granted": [r for r in decided if r.outcome == "1"], "due": due,
            "due_in_time": [r for r in due if r.decided and r.decided <= r.due]}


def figures(rows, start, after, calendar):
    own, end = leaves(rows, start, after), after - timedelta(1)
    counts = {name: len(found) for name, found in own.items()}
    spells = [(calendar.between(r.applied, min(r.decided or end, end)), r.decided is not None and r.decided <= end)
              for r in own["applied"]]
    return {**counts, "granted_share": percent(counts["granted"], counts["decided"]),
            "on_time": percent(counts["due_in_time"], counts["due"]), "permit_days_p50": kaplan_meier(spells, Fraction(1, 2))}


def change(name, now, before):
    if isinstance(now, str) or isinstance(before, str):
        return "[x]"
    return percent(now - before, before) if name in COUNTS else now - before


def behind(found):
    units = Counter(r.uscc for r in found)
    return [len(found), len(units), max(units.values(), default=0)]


def write(path, lines):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(lines)


def main(export, codelists, own_lists, monitor, data_date, out, *periods):
    calendar, today, current = Calendar(monitor), date.fromisoformat(data_date), {}
    calendar.limit = LIMIT
    lists = {"regions": CodeList(codelists, "regions"),
             **{name: CodeList(own_lists, name) for name in ("permit-kind", "permit-outcome")}}
    with open(os.path.join(own_lists, "permit-kind.csv"), encoding="utf-8-sig", newline="") as file:
        kinds = {row["code"]: row["name"] for row in csv.DictReader(file)}
    for cells in independent.rows_of(export, "permits", "utf-8", b",", None):
        row = interpret(cells, lists, calendar, date.today())
        if row:
            merge(row, current, export)
    current = list(current.values())
    city = [r for r in current if r.region.startswith(HOME[:4])]  # what lies elsewhere, or nobody knows where, counts nowhere
    rest = ["rest"] if any(not r.kind for r in city) else []
    for period in periods:
        first, length = months(period)
        spans = [(first_day(at), first_day(at + length)) for at in (first, first - length, first - 12)]
        names = [n for n in FIGURES if not n.startswith("permit_days")]
        header = ["period", "region", "row", "row_name"]
        table = [header + [c for n in FIGURES for c in ([n, n + "_qoq", n + "_yoy"] if n in names else [n])]]
        counts = [header + [c for n in leaves([], *spans[0]) for c in (n, n + ".contributors", n + ".largest")]]
        for place, key, own, _ in places(city, "kind", list(kinds) + rest + ["total"]):
            now, *earlier = (figures(own, *span, calendar) for span in spans)
            cells = [c for n in FIGURES for c in [now[n]] + [change(n, now[n], b[n]) for b in earlier if n in names]]
            table.append([period, place, key, kinds.get(key, key)] + cells)
            counts.append(table[-1][:4] + [c for found in leaves(own, *spans[0]).values() for c in behind(found)])
        write(os.path.join(out, period, "permits.csv"), table)
        write(os.path.join(out, period, "permits-leaves.csv"), counts)
    late = [r for r in current if not r.decided and not r.outcome and r.due < today]
    write(os.path.join(out, "Z-01.csv"), [["entry", "unit", "region", "since", "due", "days"]] + sorted(
        [r.key, r.uscc, r.region, r.applied, r.due, calendar.between(r.applied, today)] for r in late))


if __name__ == "__main__":
    if len(sys.argv) < 8:
        sys.exit(__doc__)
    main(*sys.argv[1:])
