"""The shortage index of a city, counted from the facts of a warehouse: shares nothing with the program, uses no cube.

usage: shortage.py WAREHOUSE PERIOD BASE_YEAR
Prints a line a unit: code, ratio with two decimals, points of I1 to I6 (- where not at hand), index (- for X), level.
"""
import collections
import datetime
import sqlite3
import statistics
import sys
from fractions import Fraction

CITY = 14506
FLOOR = (20, 3)
WEIGHTS = (2, 2, 1, 1, 1, 1)


def quarter_days(ordinal):
    first = datetime.date(ordinal // 4, ordinal % 4 * 3 + 1, 1)
    after = datetime.date((ordinal + 1) // 4, (ordinal + 1) % 4 * 3 + 1, 1)
    epoch = datetime.date(1970, 1, 1)
    return (first - epoch).days, (after - epoch).days - 1


def code_of(number):
    digits = str(number)[1:]
    return "-".join([digits[0]] + [digits[i:i + 2] for i in range(1, len(digits), 2)])


def load(path):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    postings = [dict(r) for r in db.execute("SELECT * FROM postings WHERE is_copy = 0 AND region / 100 = ?", (CITY,))]
    seekers = [dict(r) for r in db.execute("SELECT * FROM seekers WHERE region / 100 = ?", (CITY,))]
    for row in postings:
        row["start"] = row["posted_on"]
        row["code"] = code_of(row["occupation"]) if row["occupation"] else ""
    for row in seekers:
        row["start"] = row["registered_on"]
        row["code"] = code_of(row["intended_occupation"]) if row["intended_occupation"] else ""
    return postings, seekers


class Window:
    """Quarters `first` to `last`, taken as one period."""

    def __init__(self, market, first, last):
        self.first, self.last = quarter_days(first)[0], quarter_days(last)[1]
        self.postings, self.seekers = market
        self.valid_postings = [r for r in self.postings if self.valid(r)]
        self.valid_seekers = [r for r in self.seekers if self.valid(r)]
        self.new = [r for r in self.postings if self.first <= r["start"] <= self.last]
        self.closed = [
            r for r in self.postings if r["closed_on"] is not None and self.first <= r["closed_on"] <= self.last]

    def valid(self, row):
        return row["start"] <= self.last and (row["start"] >= self.first or row["ends_on"] >= self.first)

    def demand(self, codes):
        return sum(r["openings"] for r in self.valid_postings if r["code"] in codes)

    def ratio(self, codes):
        """F3 as a fraction; None without seekers."""
        demand = self.demand(codes)
        total = sum(r["openings"] for r in self.valid_postings)
        idle = sum(1 for r in self.valid_seekers if not r["code"])
        seekers = sum(1 for r in self.valid_seekers if r["code"] in codes) + Fraction(idle * demand, total)
        return Fraction(demand) / seekers if seekers else None

    def pay(self, codes):
        """The middle one of all openings that state a pay, the lower of two."""
        offers = []
        for row in self.new:
            if (codes is None or row["code"] in codes) and row["pay_state"] == 1:
                limits = [row[c] for c in ("pay_low", "pay_high") if row[c] is not None]
                if limits:
                    offers += [Fraction(sum(limits), len(limits))] * row["openings"]
        return sorted(offers)[(len(offers) + 1) // 2 - 1] if offers else None

    def spells(self, codes):
        for row in self.new:
            if codes is None or row["code"] in codes:
                start = row["start"] if row["wanted_by"] is None else row["wanted_by"]
                filled = row["close_reason"] == 11 and row["closed_on"] is not None and row["closed_on"] <= self.last
                end = row["closed_on"] if filled else min(row["ends_on"], self.last)
                yield max(end - start, 0), filled

    def duration(self, codes):
        """Kaplan-Meier median and the longest time watched."""
        spells = list(self.spells(codes))
        vacant = Fraction(1)
        for day in sorted({d for d, filled in spells if filled}):
            at_risk = sum(1 for d, _ in spells if d >= day)
            vacant *= 1 - Fraction(sum(1 for d, filled in spells if d == day and filled), at_risk)
            if vacant <= Fraction(1, 2):
                return day, None
        return None, max((d for d, _ in spells), default=None)

    def units(self):
        """Codes of each unit that has anything, by its own code."""
        openings, employers = collections.Counter(), collections.defaultdict(set)
        for row in self.new:
            openings[row["code"]] += row["openings"]
            employers[row["code"]].add(row["employer"])
        units = collections.defaultdict(set)
        for code in {r["code"] for r in self.valid_postings + self.valid_seekers if r["code"]}:
            parts = code.split("-")
            is_own = openings[code] >= FLOOR[0] and len(employers[code]) >= FLOOR[1]
            units[code if len(parts) < 4 or is_own else "-".join(parts[:3])].add(code)
        return units

    def above_floor(self, codes):
        rows = [r for r in self.new if r["code"] in codes]
        return sum(r["openings"] for r in rows) >= FLOOR[0] and len({r["employer"] for r in rows}) >= FLOOR[1]


def steps(value, cuts, rising):
    if value is None:
        return None
    return sum(1 for cut in cuts if (value >= Fraction(cut) if rising else value < Fraction(cut)))


def growth(now, before):
    return None if now is None or before is None else (now - before) / before * 100


def main():
    market = load(sys.argv[1])
    year, quarter = sys.argv[2].split("Q")
    last, base_year = int(year) * 4 + int(quarter) - 1, int(sys.argv[3])
    base = Window(market, base_year * 4, base_year * 4 + 3)
    ratios = [base.ratio(codes) for code, codes in base.units().items() if len(code) > 4 and base.above_floor(codes)]
    quartiles = statistics.quantiles([float(r) for r in ratios if r is not None], n=4, method="inclusive")
    window, before = Window(market, last - 3, last), Window(market, last - 7, last - 4)
    single = [Window(market, q, q) for q in range(last - 7, last + 1)]
    city_days, city_growth = window.duration(None)[0], growth(window.pay(None), before.pay(None))
    for code, codes in sorted(window.units().items()):
        ratio = window.ratio(codes)
        points = [steps(ratio, quartiles, True)]
        if ratio is not None and ratio <= 1:
            points[0] = min(points[0], 1)
        closed = [r for r in window.closed if r["code"] in codes]
        taken = sum(min(r["filled"] or 0, r["openings"]) for r in closed)
        offered = sum(r["openings"] for r in closed)
        points.append(steps(Fraction(100 * taken, offered) if offered else None, ("80", "67", "50"), False))
        days, least = window.duration(codes)
        relative = None if days is None else Fraction(days, city_days)
        if days is None and least is not None and Fraction(least, city_days) >= Fraction("1.3"):
            relative = Fraction(least, city_days)
        points.append(steps(relative, ("0.9", "1.1", "1.3"), True))
        stated = [r for r in window.new if r["code"] in codes and r["suitable"] is not None]
        suitable = Fraction(sum(r["suitable"] for r in stated), sum(r["openings"] for r in stated)) if stated else None
        points.append(steps(suitable, ("3", "2", "1"), False))
        own = growth(window.pay(codes), before.pay(codes))
        points.append(steps(None if own is None else own - city_growth, ("0", "2", "5"), True))
        short = 0
        for one in single:
            one_ratio = one.ratio(codes)
            short += one.demand(codes) > 0 if one_ratio is None else one_ratio > 1
        points.append(steps(short, ("3", "5", "7"), True))
        known = [(p, w) for p, w in zip(points, WEIGHTS) if p is not None]
        index = level = "-"
        if len(code) > 4 and window.above_floor(codes) and points[0] is not None and len(known) >= 4:
            mean = Fraction(sum(p * w for p, w in known), sum(w for _, w in known))
            index = int(100 * mean / 3 + Fraction(1, 2))
            level = sum(1 for limit in ("1.5", "2", "2.5") if mean >= Fraction(limit))
        shown = "-" if ratio is None else f"{int(ratio * 100 + Fraction(1, 2)) / 100:.2f}"
        print(code, shown, *["-" if p is None else p for p in points], index, level, sep="|")


main()
