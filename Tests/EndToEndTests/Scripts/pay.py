"""Ground truth for T20, counted from the facts of a warehouse: shares nothing with the program's tables.

usage: pay.py WAREHOUSE PERIOD OUTDIR [COUNTY=WAGE ...]

Writes T20, T20-skill, T20-floor and T20-gap with the columns region, row and the figures. The titles of postings are
coded by the program alone, so that their occupations come from its warehouse; all else is computed here, in fractions.
WAGE is the minimum wage of a county in the whole period. [low]: too few openings or employers, [x]: nothing there.
"""
import csv
import datetime
import os
import sqlite3
import sys
from collections import defaultdict
from fractions import Fraction

from independent import HOME, REGIONS, months

EPOCH = datetime.date(1970, 1, 1)
TITLES = {"高级": 13, "中级": 12, "初级": 11, "无要求": 0}
SKILLS = {"一级": 11, "二级": 12, "三级": 13, "四级": 14, "五级": 15, "无要求": 0}
HIRED, STATED = 11, 1
FLOOR = (20, 3)


def days(period):
    start, length = months(period)
    first, after = (datetime.date(at // 12, at % 12 + 1, 1) for at in (start, start + length))
    return (first - EPOCH).days, (after - EPOCH).days - 1


def middle(row):
    """The 中类 of an occupation, as its first three digits."""
    digits = str(row["occupation"] or "")[1:]
    return digits[:3] if len(digits) >= 3 else None


def offer(low, high):
    limits = [limit for limit in (low, high) if limit is not None]
    return Fraction(sum(limits), len(limits))


def quantile(pairs, share):
    """The smallest value up to which at least the share of all weight lies."""
    total, reached = sum(weight for _, weight in pairs), 0
    for value, weight in sorted(pairs):
        reached += weight
        if reached >= share * total:
            return value
    return None


def medians(rows, holds=lambda row: True):
    """Of each city and 中类 with twenty openings the middle offer of those that ask for nothing."""
    groups = defaultdict(list)
    for row in rows:
        if holds(row) and middle(row):
            groups[row["region"] // 100, middle(row)].append((row["offer"], row["openings"]))
    return {key: quantile(pairs, Fraction(1, 2)) for key, pairs in groups.items()
            if sum(weight for _, weight in pairs) >= FLOOR[0]}


def printed(value, decimals):
    if value is None:
        return "[x]"
    scaled = abs(value) * 10 ** decimals
    whole = int(scaled + Fraction(1, 2))
    text = str(whole).rjust(decimals + 1, "0")
    text = text[:-decimals] + "." + text[-decimals:] if decimals else text
    return ("-" if value < 0 and whole else "") + text


def cells(rows, value, shares, decimals, floor=FLOOR):
    pairs = [(row[value], row.get("openings", 1)) for row in rows if row[value] is not None]
    employers = {row["employer"] for row in rows if row[value] is not None} if floor else ()
    if not pairs:
        return ["[x]"] * len(shares)
    if floor and (sum(weight for _, weight in pairs) < floor[0] or len(employers) < floor[1]):
        return ["[low]"] * len(shares)
    return [printed(quantile(pairs, share), decimals) for share in shares]


def load(path, period):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    first, last = days(period)
    offers = [dict(row) for row in db.execute(
        "SELECT * FROM postings WHERE is_copy = 0 AND posted_on BETWEEN ? AND ? AND pay_state = ?", (first, last, STATED))]
    offers = [row for row in offers if (row["pay_low"] or row["pay_high"]) and row["region"]]
    for row in offers:
        row["offer"] = offer(row["pay_low"], row["pay_high"])
    moves = {}
    for row in map(dict, db.execute("SELECT * FROM placements WHERE outcome = ?", (HIRED,))):
        row["moved"] = row["started_on"] if row["started_on"] is not None else row["hired_on"]
        row["region"] = row["to_region"]
        if row["moved"] is None or row["region"] is None:
            continue
        at = EPOCH + datetime.timedelta(row["moved"])
        key = (row["person"] if row["person"] is not None else row["placement_id"], at.year, (at.month - 1) // 3)
        if key not in moves or (row["moved"], row["placement_id"]) > (moves[key]["moved"], moves[key]["placement_id"]):
            moves[key] = row
    hires = [row for row in moves.values() if first <= row["moved"] <= last and row["region"] // 100 == 14506]
    return offers, hires


def place_of(row):
    return str(row["region"])[1:]


def main(path, period, out, *wages):
    wages = {place: int(wage) for place, wage in (text.split("=") for text in wages)}
    offers, hires = load(path, period)
    bases = {name: medians(offers, lambda row: row[name] == 0) for name in ("title_level", "skill_level")}
    for row in offers:
        for name, premium in (("title_level", "title_premium"), ("skill_level", "skill_premium")):
            base = bases[name].get((row["region"] // 100, middle(row)))
            row[premium] = row[name] and base and 100 * row["offer"] / base - 100
            row[premium] = None if not row[name] or base is None else row[premium]
        wage = wages.get(place_of(row))
        row["wage_times"] = wage and row["offer"] / wage
    base = medians(offers)
    for row in hires:
        own = base.get((row["region"] // 100, middle(row)))
        row["gap"] = None if own is None or row["pay_low"] is None else 100 * Fraction(row["pay_low"]) / own - 100
    quarters = [Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)]
    tables = {name: [] for name in ("T20", "T20-skill", "T20-floor", "T20-gap")}
    for place in REGIONS:
        near = lambda rows: [r for r in rows if place_of(r)[:4] == HOME[:4] and place in (HOME, place_of(r))]
        for table, field, levels, premium in (("T20", "title_level", TITLES, "title_premium"),
                                              ("T20-skill", "skill_level", SKILLS, "skill_premium")):
            for key, code in [*levels.items(), ("total", None)]:
                own = [row for row in near(offers) if code is None or row[field] == code]
                isRequired = key not in ("无要求", "total")
                more = cells(own, premium, quarters, 1) if isRequired else ["[z]"] * 3
                tables[table].append([place, key, *cells(own, "offer", quarters, 0), *more])
        tables["T20-floor"].append([place, "total", *cells(near(offers), "wage_times", quarters[:2], 2)])
        paid = [row for row in near(hires) if row["pay_low"] is not None]
        for key in ["1", "2", "3", "4", "5", "6", "rest", "total"]:
            major = lambda row: str(row["occupation"] or "")[1:2]
            own = [row for row in paid if key in ("total", major(row)) or key == "rest" and major(row) not in list("123456")]
            tables["T20-gap"].append([place, key, len(own), *cells(own, "pay_low", [Fraction(1, 2)], 0, None),
                                      *cells(own, "gap", quarters, 1, None)])
    ends = lambda name, of=("p25", "p50", "p75"): [f"{name}_{end}" for end in of]
    headers = {"T20": ends("pay") + ends("title_premium"), "T20-skill": ends("pay") + ends("skill_premium"),
               "T20-floor": ends("pay_vs_floor", ("p25", "p50")),
               "T20-gap": ["hired", "hired_pay_p50"] + ends("offer_hire_gap")}
    os.makedirs(out, exist_ok=True)
    for table, lines in tables.items():
        with open(os.path.join(out, table + ".csv"), "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([["region", "row"] + headers[table]] + lines)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
