"""What can a reader of published bulletins compute about the cells marked [c]?

usage: python3 public_audit.py PUBLIC OPEN EDITION... [--weaken N]

PUBLIC and OPEN are folders of editions (Reports/bulletin) of the same data: as published, and with all figures, from
which the true values are taken. The editions are named in the order of their publication: 2026Q1 2026Q2 2026Q2-r2; what
one says of changes since a period is used against each edition of that period, where that is so, and of a revision the
reader supposes, where it is true, that late data have made no hidden count less. Everything is read from the CSV tables
alone, by a reader who knows the form of the tables (below), that counts are whole numbers, that zeros are printed (what
is hidden is at least 1), and how figures are rounded.

Counts of persons from 1 to 9 must be left in doubt over at least 9 values more; every other hidden count over at least
one. --weaken N shows every N-th hidden count again, to see that the leaks it opens are found.

Needs scipy (see interval_audit.py beside this file). Shares nothing with the program.
"""
import csv
import os
import sys

import interval_audit

PERSONS = {"seekers", "filled", "hires"}
# Rows that are part of another row, not of the total.
PARENTS = {
    "T4": {key: "enterprise" for key in
           "state collective cooperative joint llc jsc private other_enterprise hmt foreign individual".split()},
    "T8": {"graduate": "youth"},
    "T11": {"vocational": "senior"},
}
SECTORS = {"primary": "A", "secondary": "BCDE", "tertiary": "FGHIJKLMNOPQRST"}
F3, F4 = {"T5"}, {"T9", "T10", "T11", "T12"}


def rows(folder, period, table):
    path = os.path.join(folder, period, "tables", table + ".csv")
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Reader:
    def __init__(self, public, open_, periods):
        self.cells, self.sums, self.facts, self.numbers = [], [], [], {}
        self.public, self.open, self.periods = public, open_, periods
        self.shown = {}
        for period in periods:
            self.counts(period)
        for period in periods:
            self.relations(period)
            self.changes(period)
            self.grown(period)
            self.trend(period)

    def cell(self, key, value, hidden):
        """A count by period, region, side, table and row; the totals of all tables are one."""
        if key not in self.numbers:
            self.numbers[key] = len(self.cells)
            small = key[2] in PERSONS and 1 <= value <= 9
            protection = {"lower": 0, "upper": 0, "width": 9 if small else 1} if hidden else None
            # Zeros are printed: what is hidden is none.
            least = 1 if hidden and value > 0 else 0
            self.cells.append({"value": value, "least": least, "hidden": hidden, "protection": protection, "key": key})
        else:
            known = self.cells[self.numbers[key]]
            assert known["value"] == value, (key, known, value)
            if known["hidden"] and not hidden:
                sys.exit(f"{key} is hidden in one place and shown in another")
        return self.numbers[key]

    def number(self, period, region, side, table, row):
        if row == "total" or (table, row) == ("T1", "valid"):
            table, row = "T1", "valid"
        return self.numbers.get((period, region, side, table, row))

    def known(self, number):
        return None if number is None or self.cells[number]["hidden"] else self.cells[number]["value"]

    def counts(self, period):
        for table in ["T1"] + [f"T{n}" for n in (3, 4, 5, 8, 9, 10, 11, 12)]:
            public, true = rows(self.public, period, table), rows(self.open, period, table)
            for one, other in zip(public, true):
                for side in ("demand", "seekers"):
                    if other.get(side) in (None, "[z]", "[x]"):
                        continue
                    key = (period, one["region"], side, table, one["row"])
                    if one["row"] in ("total",):
                        key = (period, one["region"], side, "T1", "valid")
                    self.cell(key, int(other[side]), one[side] == "[c]")
        for one, other in zip(rows(self.public, period, "T13"), rows(self.open, period, "T13")):
            for side, column in (("closed", "closed_openings"), ("filled", "filled")):
                self.cell((period, one["region"], side, "T13", one["row"]), int(other[column]), one[column] == "[c]")
        for one, other in zip(rows(self.public, period, "T14"), rows(self.open, period, "T14")):
            if one["row"] == "hires":
                self.cell((period, one["region"], "hires", "T14", "hires"), int(other["value"]), one["value"] == "[c]")

    def fact(self, terms, lower, upper):
        self.facts.append({"terms": [[n, k] for n, k in terms if k], "lower": lower, "upper": upper})

    def suppose(self, terms, lower, upper):
        """A fact between editions, which may be of different data: whoever supposes what is not so finds nothing true."""
        value = sum(k * self.cells[n]["value"] for n, k in terms)
        if lower - 1e-6 <= value <= upper + 1e-6:
            self.fact(terms, lower, upper)

    def relations(self, period):
        keys = [key for key in self.numbers if key[0] == period]
        groups = {}
        for _, region, side, table, row in keys:
            groups.setdefault((side, table), {}).setdefault(region, []).append(row)
        city = None
        for (side, table), regions in groups.items():
            city = city or min(regions)
            for region, found in regions.items():
                get = lambda row: self.number(period, region, side, table, row) if table != "T13" else \
                    self.numbers.get((period, region, side, "T13", row))
                if table == "T1":
                    parts, total = [get("carried"), get("new")], get("valid")
                elif table == "T14":
                    continue
                else:
                    parents = PARENTS.get(table, {})
                    parts = [get(row) for row in found if row not in parents and row not in ("total", "valid")]
                    total = get("total")
                    for parent in set(parents.values()):
                        self.part_of(get(parent), [get(row) for row in parents if row in found and parents[row] == parent])
                self.part_of(total, parts)
            for row in regions[city]:
                numbers = [self.numbers[(period, r, side, table, row)] for r in regions
                           if r != city and (period, r, side, table, row) in self.numbers]
                self.part_of(self.numbers[(period, city, side, table, row)], numbers, is_exact=False)
        for key in [key for key in keys if key[2] == "filled"]:
            closed = self.numbers.get((period, key[1], "closed", "T13", key[4]))
            if closed is not None:
                self.fact([(closed, 1), (self.numbers[key], -1)], 0, None)
        self.sectors(period)
        self.listed(period)
        self.ratios(period)

    def part_of(self, total, parts, is_exact=True):
        """The parts are no more than the total; where nothing else can be in it, as much."""
        if total is None or not parts:
            return
        value = sum(self.cells[n]["value"] for n in parts)
        rest = self.cells[total]["value"] - value
        self.fact([(total, 1)] + [(n, -1) for n in parts], 0, 0 if is_exact and rest == 0 else None)

    def sectors(self, period):
        """T2 spreads what is of unknown industry over the sectors: sector * (total - other) = rows * total."""
        for row in rows(self.public, period, "T2"):
            total = self.known(self.number(period, row["region"], "demand", "T3", "total"))
            other = self.number(period, row["region"], "demand", "T3", "other")
            if row["row"] not in SECTORS or row["demand"] == "[c]" or total is None:
                continue
            sector = float(row["demand"])
            own = [self.number(period, row["region"], "demand", "T3", key) for key in SECTORS[row["row"]]]
            for bound in (-0.5, 0.5):
                terms = [(n, total) for n in own if n is not None] + ([(other, sector + bound)] if other is not None else [])
                limit = (sector + bound) * total
                self.fact(terms, limit if bound < 0 else None, limit if bound > 0 else None)

    def listed(self, period):
        """Occupations of T6 and T7 are parts of their major group, and those of counties of the city's."""
        shown = {}
        for table in ("T6", "T7"):
            for row in rows(self.public, period, table):
                for side in ("demand", "seekers"):
                    shown[(row["region"], side, row["occupation"])] = int(row[side])
        totals = {}
        for (region, side, code), value in shown.items():
            totals[(region, side, code[0])] = totals.get((region, side, code[0]), 0) + value
        for (region, side, digit), value in totals.items():
            group = self.number(period, region, side, "T5", digit)
            if group is not None:
                self.fact([(group, 1)], value, None)

    def ratios(self, period):
        for table in sorted(F3 | F4):
            for row in rows(self.public, period, table):
                try:
                    ratio = float(row["ratio"])
                except ValueError:
                    continue
                get = lambda side, key: self.number(period, row["region"], side, table, key)
                demand, seekers = get("demand", row["row"]), get("seekers", row["row"])
                if demand is None or seekers is None:
                    continue
                if table in F3:
                    spare, total = self.known(get("seekers", "none")), self.known(get("demand", "total"))
                    base, shift = (spare or 0) / total if total else None, 0
                    if total is None or get("seekers", "none") is not None and spare is None:
                        continue
                else:
                    spare, total = self.known(get("demand", "none")), self.known(get("seekers", "total"))
                    if not total or get("demand", "none") is not None and spare is None:
                        continue
                    base, shift = 0, (spare or 0) / total
                for bound in (-0.00501, 0.00501):
                    r = ratio - shift + bound
                    self.fact([(demand, 1 - r * base), (seekers, -r)], 0 if bound < 0 else None, 0 if bound > 0 else None)
        for row in rows(self.public, period, "T6") + rows(self.public, period, "T7"):
            spare, total = (self.number(period, row["region"], side, "T5", key)
                            for side, key in (("seekers", "none"), ("demand", "total")))
            if row["ratio"].startswith("[") or spare is None or self.known(total) is None:
                continue
            ratio, demand, seekers = float(row["ratio"]), int(row["demand"]), int(row["seekers"])
            # demand = ratio * (seekers + spare * demand / total)
            for bound in (-0.00501, 0.00501):
                r = ratio + bound
                limit = demand - r * seekers
                share = r * demand / self.known(total)
                self.fact([(spare, share)], None if bound < 0 else limit, limit if bound < 0 else None)
        for row in rows(self.public, period, "T13"):
            try:
                rate = float(row["fill_rate"]) / 100
            except ValueError:
                continue
            closed, filled = (self.numbers[(period, row["region"], s, "T13", row["row"])] for s in ("closed", "filled"))
            self.rate(closed, filled, rate)

    def rate(self, closed, filled, rate):
        """Filled of closed openings, rounded to a hundredth of a percent."""
        for bound in (-0.0000501, 0.0000501):
            self.fact([(filled, 1), (closed, -(rate + bound))], 0 if bound < 0 else None, 0 if bound > 0 else None)

    def trend(self, edition):
        """What an edition says of other periods, against the editions of these that are of the same data."""
        for row in rows(self.public, edition, "trend"):
            for other in self.periods:
                if other == edition or other.split("-")[0] != row["period"]:
                    continue
                for side in ("demand", "seekers"):
                    number = self.number(other, row["region"], side, "T1", "valid")
                    if number is not None and not row[side].startswith("["):
                        self.suppose([(number, 1)], int(row[side]), int(row[side]))
                closed, filled = (self.numbers.get((other, row["region"], s, "T13", "total")) for s in ("closed", "filled"))
                if closed is None or filled is None or row["fill_rate"].startswith("["):
                    continue
                rate, true = float(row["fill_rate"]) / 100, self.cells[closed]["value"]
                if true and abs(self.cells[filled]["value"] / true - rate) <= 0.0000501:
                    self.rate(closed, filled, rate)

    def latest(self, period, until):
        """The last edition of a period that came out before another edition."""
        found = [e for e in self.periods[:self.periods.index(until)] if e.split("-")[0] == period]
        return found[-1] if found else None

    def grown(self, edition):
        former = self.latest(edition.split("-")[0], edition)
        for key in [key for key in self.numbers if key[0] == former]:
            pair = self.numbers[key], self.numbers.get((edition,) + key[1:])
            if pair[1] is not None and self.cells[pair[0]]["value"] <= self.cells[pair[1]]["value"]:
                self.fact([(pair[1], 1), (pair[0], -1)], 0, None)

    def changes(self, period):
        """Differences and changes of shares since the period before and that of a year before, where they are here."""
        own = period.split("-")[0]
        earlier = {"qoq": previous(own), "yoy": f"{int(own[:4]) - 1}{own[4:]}"}
        for since, before in earlier.items():
            for edition in self.periods:
                if edition.split("-")[0] == before:
                    self.changed(period, since, edition)

    def changed(self, period, since, before):
        """What an edition says of changes since another one, which may have come out after it."""
        for row in rows(self.public, period, "T1"):
            for side in ("demand", "seekers"):
                pair = [self.number(p, row["region"], side, "T1", row["row"]) for p in (period, before)]
                try:
                    change = float(row[f"{side}_{since}"])
                except ValueError:
                    continue
                if None not in pair:
                    self.suppose([(pair[0], 1), (pair[1], -1)], change, change)
        for table in [f"T{n}" for n in (3, 4, 5, 8, 9, 10, 11, 12)]:
            for row in rows(self.public, period, table):
                for side in ("demand", "seekers"):
                    try:
                        change = float(row[f"{side}_share_{since}"])
                    except (KeyError, ValueError):
                        continue
                    if row["row"] == "total":
                        continue
                    base = PARENTS.get(table, {}).get(row["row"], "total")
                    bases = [self.known(self.number(p, row["region"], side, table, base)) for p in (period, before)]
                    pair = [self.number(p, row["region"], side, table, row["row"]) for p in (period, before)]
                    if None in pair or not all(bases):
                        continue
                    self.suppose([(pair[0], 100 / bases[0]), (pair[1], -100 / bases[1])], change - 0.00501, change + 0.00501)


def previous(period):
    """The period of the same length before: of 2026Q1 2025Q4, of 2026M01 2025M12, of 2026H1 2025H2, of 2026 2025."""
    year, kind, number = int(period[:4]), period[4:5], int(period[5:] or 1)
    if number > 1:
        return f"{year}{kind}{number - 1:0{len(period) - 5}}"
    return f"{year - 1}{kind}{ {'Q': '4', 'M': '12', 'H': '2', '': ''}[kind]}"


class Examination:
    """What a reader finds."""

    def __init__(self, reader, weaken=0):
        self.reader = reader
        hidden = [cell for cell in reader.cells if cell["hidden"]]
        self.hidden = len(hidden)
        if weaken:
            for cell in hidden[::weaken]:
                cell["hidden"], cell["protection"] = False, None
        results = interval_audit.audit({"cells": reader.cells, "sums": reader.sums, "facts": reader.facts})
        self.leaks = [result for result in results if not result[4]]
        self.exact = sum(least == most for _, _, least, most, _ in self.leaks)

    def name(self, leak):
        """The edition, and the count as the program names it."""
        edition, region, side, table, row = self.reader.cells[leak[0]]["key"]
        is_total = row in ("valid", "total", "hires")
        part = "total" if is_total else row if table == "T1" else f"{table}/{row}"
        return edition, f"{region}/{side}/{part}"

    def say(self, leak):
        number, value, least, most, _ = leak
        return "/".join(self.reader.cells[number]["key"]) + f" is {value}, a reader finds {least}..{most}"


def main(arguments):
    weaken = 0
    if "--weaken" in arguments:
        place = arguments.index("--weaken")
        weaken = int(arguments[place + 1])
        del arguments[place:place + 2]
    public, open_, *periods = arguments
    found = Examination(Reader(public, open_, periods), weaken)
    for leak in found.leaks:
        print(found.say(leak))
    print(f"{len(found.reader.cells)} counts of {len(periods)} editions, {found.hidden} hidden, {len(found.leaks)} leaks")
    return 1 if found.leaks else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
