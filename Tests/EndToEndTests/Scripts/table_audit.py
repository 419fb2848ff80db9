"""What can a reader of published bulletins compute about the cells marked [c] of declared tables?

usage: python3 table_audit.py DESCRIPTION.json PUBLIC OPEN LEAVES EDITION... [--weaken N] [--show N]

PUBLIC and OPEN are folders of editions of the same data: as published, and with all figures. The editions are named in
the order of their publication: 2026Q1 2026Q2 2026Q2-r2. LEAVES has true values of what is not printed, computed from the
raw exports: <EDITION or its period>/<TABLE>-leaves.csv with the columns region, row (or row_name), and for a leaf L
"L" (its value), "L.contributors" (how many are behind it) and "L.largest" (the part of the largest). "-": there is none;
then counts of persons are taken to be persons, and a table of units cannot be audited.

DESCRIPTION.json: {"limits": {"persons": 10, "employers": 3, "percent": 85}, "tables": [TABLE, ...]}
TABLE:
  id            its file is tables/<id>.csv, with the columns region, row and one for each figure
  contributor   who must not be recognised: person, unit or none
  leaves        the counts and sums it is made of; one that is no column of the table is not printed
  open          those of them that everybody may know (default: none)
  rows          those that are looked at (default: all)
  adds          false where the rows are no parts of the row "total" (default: true)
  parents       {row: the row that it is part of} for rows that are no part of the total by themselves
  counties      "add": the counties are all of the city; "within": the city may hold more (default); "apart": neither
  sums          {leaf: [leaf, ...]}: at least their sum
  ratios        {column: [leaf, ...]}: made of these; where it is shown they all must be
  equal         [[[sign, table, leaf, region, row], ...], ...]: sums of cells, of whatever tables, that are 0
  least         [[[sign, table, leaf, region, row], ...], ...]: sums that a reader supposes to be at least 0
  differences   {column: [leaf, leaf]}: the first less the second
  percents      {column: {"part": leaf, "of": [leaf, ...]}}, with two decimals; the rest, whole less part, is protected too
  shares        {column: leaf}: percent of the row total
  same          {leaf: table}: the row total is that of this other table, too
  flows         [{"stock": leaf, "in": leaf, "out": leaf}]: stock = stock of the period before + in - out
  former        {"qoq" or "yoy": column}: what the leaf was in the period before or a year before (of one leaf)
  distinct      leaves that count whoever is behind the rows once: the total is at most the sum of the rows
  scaled        columns that are printed in ten thousands; the reader is taken to know them exactly
  every         half: the table is of half-years, and stands in the editions of the quarters that end them
  behind        {column: leaf}: a median or the like, made of so many; changes of days_p50 are days_qoq and days_yoy
Columns <column>_qoq and _yoy are growth in percent for leaves and differences for the others. Any other column is an
error: nobody would have looked at it.

The reader knows this description, that counts are whole numbers, that zeros are printed (what is hidden in a table is at
least 1), how figures are rounded, and supposes of successive editions that nothing came late: stocks follow from flows,
changes are against the last edition of the earlier period, a revision has no smaller counts. What is supposed wrongly in
the data tells nothing and is left out; how often is printed.

A hidden count that is not sensitive was hidden for others' sake: where it can be computed it was hidden for nothing, which
is counted and is no leak as long as those others are in doubt.

A cell is sensitive that is of 1 to 9 persons (of fewer than 3 employers or one with 85 %). A sensitive cell that is
shown is a leak; of a hidden one a doubt must be left: over 9 values more (to both sides by what one of the employers may
have). --weaken N shows every N-th hidden cell, to see that what it opens is found; --show N every N-th sensitive one.

Ends with 1 for leaks, 2 where neither a leak nor a doubt was found in time. Needs scipy (see interval_audit.py beside this file). Shares nothing with the program.
"""
import csv
import json
import os
import sys

import numpy as np
from scipy.optimize import Bounds, milp

import interval_audit

CITY = "450600"
HALF = 0.00501  # of a percent with two decimals
LEAST = {"lower": 0, "upper": 0, "width": 1}
SECONDS = 5  # for one search of whole numbers


def lines(path, rows=None):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return {(row["region"], row["row"]): row for row in csv.DictReader(file) if not rows or row["row"] in rows}


def number(text):
    """The number in a cell; None for a marker, and where there is none."""
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def quantity(column):
    """What a quantile is of: days of days_p50, whose changes are days_qoq and days_yoy."""
    name, _, rank = column.rpartition("_p")
    return name if name and rank.isdigit() else column


def previous(period, spec):
    """The last quarter of the period before: of tables of half-years two quarters earlier."""
    number_ = int(period[:4]) * 4 + int(period[5:]) - 1 - (2 if spec.get("every") == "half" else 1)
    return f"{number_ // 4}Q{number_ % 4 + 1}"


class Table:
    """A table of the description in one edition."""

    def __init__(self, spec, edition, public, open_, leaves):
        self.spec, self.edition = spec, edition
        self.public, self.open = (lines(os.path.join(f, edition, "tables", spec["id"] + ".csv"), spec.get("rows")) for f in (public, open_))
        self.truth = {}
        for name in (edition, edition.split("-")[0]) if leaves != "-" else ():
            path = os.path.join(leaves, name, spec["id"] + "-leaves.csv")
            if not self.truth and os.path.exists(path):
                self.truth = lines(path)
                named = {(region, row.get("row_name", key)): row for (region, key), row in self.truth.items()}
                self.truth = named | self.truth
        # What is printed in ten thousands is taken to be known to the last unit.
        for column in spec.get("scaled", []):
            for place, row in [*self.public.items(), *self.open.items()]:
                if number(row.get(column)) is not None:
                    row[column] = self.truth[place][column]
        known = {"period", "region", "region_name", "row", "row_name", *spec["leaves"]}
        for kind in ("differences", "percents", "shares", "behind", "ratios"):
            known |= set(spec.get(kind, {}))
        known |= {quantity(column) for column in spec.get("behind", {})} | set(spec.get("former", {}).values())
        columns = {column for row in self.public.values() for column in row}
        unknown = columns - known - {f"{column}_{since}" for column in known for since in ("qoq", "yoy")}
        if unknown:
            sys.exit(f"{edition} {spec['id']}: the description does not know {', '.join(sorted(unknown))}")
        if self.public.keys() != self.open.keys():
            sys.exit(f"{edition} {spec['id']}: the two editions have other rows")

    def value(self, place, leaf):
        """The true value of a leaf; None where its cell does not apply."""
        printed, own = self.open[place].get(leaf), self.truth.get(place, {}).get(leaf)
        if printed is None and own in (None, ""):
            sys.exit(f"{self.edition} {self.spec['id']} {place}: no truth of {leaf}")
        if printed is not None and number(printed) is None:
            return None
        if None not in (printed, own) and number(printed) != number(own):
            sys.exit(f"{self.edition} {self.spec['id']} {place} {leaf}: {printed}, the truth of the leaves is {own}")
        return int(number(printed if printed is not None else own))

    def contributors(self, place, leaf):
        row = self.truth.get(place, {})
        count, largest = (number(row.get(f"{leaf}.{name}")) for name in ("contributors", "largest"))
        return count, largest

    def hides(self, place, leaf):
        return self.public[place].get(leaf, "[c]") == "[c]"

    def shown(self, place, column):
        return number(self.public[place].get(column))


class Reader:
    def __init__(self, description, public, open_, leaves, editions):
        self.limits, self.editions = description["limits"], editions
        self.cells, self.keys, self.numbers, self.facts = [], [], {}, []
        self.direct, self.supposed, self.wrong = [], 0, 0
        self.tables = {(e, spec["id"]): Table(spec, e, public, open_, leaves)
                       for e in editions for spec in description["tables"]}
        for table in self.tables.values():
            self.count(table)
        for table in self.tables.values():
            self.relate(table)
            self.quotients(table)
            self.earlier(table)

    # -- cells
    def count(self, table):
        spec = table.spec
        for place in table.open:
            for leaf in spec["leaves"]:
                value = table.value(place, leaf)
                if value is not None:
                    need = None if leaf in spec.get("open", []) else self.need(table, place, leaf, value)
                    hidden = table.hides(place, leaf)
                    if not hidden and table.shown(place, leaf) != value:
                        sys.exit(f"{table.edition} {spec['id']} {place} {leaf} is shown as another number")
                    if leaf in spec.get("open", []):
                        hidden = False
                    elif leaf not in table.public[place]:
                        need = need or False  # what is not printed may be found out if it tells nobody
                    self.cell((table.edition, spec["id"], leaf) + place, value, hidden, need, leaf in table.public[place])
            for column, leaf in spec.get("behind", {}).items():
                for name in self.telling(table, place, column, leaf):
                    self.direct.append(
                        f"{table.edition}/{spec['id']}/{name}/{'/'.join(place)} is shown, of {table.value(place, leaf)}")

    def telling(self, table, place, column, leaf):
        """The columns that tell a quantile of too few: itself, its changes, the change of a later one that is shown."""
        def is_few(of):
            value = of.value(place, leaf) if place in of.open else None
            return bool(value and self.need(of, place, leaf, value))
        changes = [(f"{quantity(column)}_{suffix}", suffix) for suffix in ("qoq", "yoy")]
        shown = [name for name in [column] + [name for name, _ in changes] if table.shown(place, name) is not None]
        if is_few(table):
            return dict.fromkeys(shown)
        former = dict(self.before(table))
        return [name for name, suffix in changes
                if {column, name} <= set(shown) and suffix in former and is_few(former[suffix])]

    def cell(self, key, value, hidden, need, is_printed=False):
        self.numbers[key] = len(self.cells)
        self.keys.append("/".join(key))
        # A printed cell that is hidden for others' sake must be left in doubt over one value more.
        need = LEAST if need is None and hidden else need or None
        # Zeros are printed: what is hidden is none.
        self.cells.append({"value": value, "least": 1 if is_printed and value > 0 else 0, "hidden": hidden, "protection": need})
        return self.numbers[key]

    def need(self, table, place, leaf, value):
        """The protection of a sensitive cell, None for others."""
        count, largest = table.contributors(place, leaf)
        kind = table.spec["contributor"]
        if kind == "none" or value <= 0:
            return None
        if kind == "person":
            count = value if count is None else count
            return {"lower": 0, "upper": 0, "width": self.limits["persons"] - 1} if count < self.limits["persons"] else None
        if count is None or largest is None:
            sys.exit(f"{table.edition} {table.spec['id']} {place}: no truth of who is behind {leaf}")
        levels = []
        if count < self.limits["employers"]:
            levels.append((100 - self.limits["percent"]) * value / 100)
        if 100 * largest >= self.limits["percent"] * value:
            levels.append((100 * largest - self.limits["percent"] * value) / self.limits["percent"])
        level = int(-(-max(levels) // 1)) if levels else 0
        return {"lower": level, "upper": max(level, 1), "width": 1} if levels else None

    def at(self, table, leaf, place):
        return self.numbers.get((table.edition, table.spec["id"], leaf) + place)

    # -- relations
    def fact(self, terms, lower, upper, is_supposed=False):
        terms = [[n, k] for n, k in terms if k]
        value = sum(k * self.cells[n]["value"] for n, k in terms)
        if is_supposed:
            self.supposed += 1
            if lower is not None and value < lower or upper is not None and value > upper:
                self.wrong += 1
                return
        self.facts.append({"terms": terms, "lower": lower, "upper": upper})

    def parts(self, total, parts, is_all):
        parts = [n for n in parts if n is not None]
        if total is None or not parts:
            return
        self.fact([(total, 1)] + [(n, -1) for n in parts], 0, 0 if is_all else None)

    def relate(self, table):
        """Rows add up to the total, counties to the city."""
        spec, regions = table.spec, sorted({place[0] for place in table.open})
        parents = spec.get("parents", {})
        rows = list(dict.fromkeys(row for _, row in table.open))
        for leaf in spec["leaves"]:
            for region in regions:
                get = lambda row: self.at(table, leaf, (region, row))
                if leaf in spec.get("distinct", []):
                    # Whoever is in several rows counts once in the total.
                    own = [get(r) for r in rows if r != "total" and r not in parents]
                    if get("total") is not None and None not in own:
                        self.fact([(get("total"), 1)] + [(n, -1) for n in own], None, 0)
                elif spec.get("adds", True) and "total" in rows:
                    self.parts(get("total"), [get(r) for r in rows if r != "total" and r not in parents], is_all=True)
                for parent in set(parents.values()):
                    self.parts(get(parent), [get(r) for r in rows if parents.get(r) == parent], is_all=False)
            for row in rows if CITY in regions and spec.get("counties") != "apart" else ():
                self.parts(self.at(table, leaf, (CITY, row)),
                           [self.at(table, leaf, (r, row)) for r in regions if r != CITY],
                           is_all=spec.get("counties", "within") == "add")
        for whole, parts in spec.get("sums", {}).items():
            for place in table.open:
                self.parts(self.at(table, whole, place), [self.at(table, leaf, place) for leaf in parts], is_all=False)
        for kind, upper in (("equal", 0), ("least", None)):
            for terms in spec.get(kind, []):
                cells = [(self.at(self.tables[table.edition, other], leaf, (region, row)), sign)
                         for sign, other, leaf, region, row in terms]
                self.fact(cells, 0, upper, is_supposed=kind == "least")
        for leaf, other in spec.get("same", {}).items():
            for region in regions:
                own, there = (self.at(t, leaf, (region, "total")) for t in (table, self.tables[table.edition, other]))
                if None not in (own, there):
                    self.fact([(own, 1), (there, -1)], 0, 0)
        for flow in spec.get("flows", []):
            former = self.former(table, previous(table.edition.split("-")[0], spec))
            for place in table.open if former else ():
                numbers = [self.at(t, flow[n], place) for t, n in
                           ((table, "stock"), (former, "stock"), (table, "in"), (table, "out"))]
                if None not in numbers:
                    self.fact(list(zip(numbers, (1, -1, -1, 1))), 0, 0, is_supposed=True)

    def quotients(self, table):
        spec = table.spec
        for place in table.open:
            get = lambda leaf, row=place[1]: self.at(table, leaf, (place[0], row))
            for column, (one, other) in spec.get("differences", {}).items():
                shown = table.shown(place, column)
                if shown is not None and None not in (get(one), get(other)):
                    self.fact([(get(one), 1), (get(other), -1)], shown, shown)
            for column, leaves in spec.get("ratios", {}).items():
                if table.shown(place, column) is not None and any(table.hides(place, leaf) for leaf in leaves):
                    self.direct.append(f"{table.edition}/{spec['id']}/{column}/{'/'.join(place)} is shown, of a hidden count")
            for column, leaf in spec.get("shares", {}).items():
                base = spec.get("parents", {}).get(place[1], "total")
                if place[1] != "total":
                    self.percent(table, place, column, get(leaf), [get(leaf, base)])
            for column, percent in spec.get("percents", {}).items():
                part, whole = get(percent["part"]), [get(leaf) for leaf in percent["of"]]
                if part is None or None in whole:
                    continue
                key = (table.edition, spec["id"], "rest of " + column) + place
                if key not in self.numbers:
                    self.rest(table, place, percent, key, part, whole)
                self.percent(table, place, column, part, whole)

    def rest(self, table, place, percent, key, part, whole):
        """Whole less part is a cell too: 19 of 20 tells of one."""
        value = sum(self.cells[n]["value"] for n in whole) - self.cells[part]["value"]
        if value < 0:
            sys.exit(f"{key}: the part is more than the whole")
        is_person = table.spec["contributor"] == "person" and percent["part"] not in table.spec.get("open", [])
        small = is_person and 0 < value < self.limits["persons"]
        need = {"lower": 0, "upper": 0, "width": self.limits["persons"] - 1} if small else False
        self.fact([(n, 1) for n in whole] + [(part, -1), (self.cell(key, value, True, need), -1)], 0, 0)

    def percent(self, table, place, column, part, whole):
        if part is None or None in whole:
            return
        text, shown = table.public[place].get(column), table.shown(place, column)
        if text == "[x]" and not sum(self.cells[n]["value"] for n in whole):
            self.fact([(n, 1) for n in whole], 0, 0)
        for low, high in [(shown - HALF, shown + HALF)] if shown is not None else self.from_changes(table, place, column):
            self.fact([(part, 100)] + [(n, -low) for n in whole], 0, None)
            self.fact([(part, 100)] + [(n, -high) for n in whole], None, 0)

    def from_changes(self, table, place, column):
        """A hidden percent from a change that is shown and the percent that an earlier edition had."""
        for suffix, former in self.before(table):
            change, old = table.shown(place, f"{column}_{suffix}"), former.public.get(place) and former.shown(place, column)
            true = number(table.open[place].get(column))
            if change is not None and old is not None and true is not None and abs(old + change - true) < HALF:
                yield old + change - HALF, old + change + HALF

    # -- earlier editions
    def former(self, table, period):
        """The table in the last edition of a period that came out before this one."""
        found = [e for e in self.editions[:self.editions.index(table.edition)] if e.split("-")[0] == period]
        return self.tables[found[-1], table.spec["id"]] if found else None

    def before(self, table):
        own = table.edition.split("-")[0]
        found = (("qoq", self.former(table, previous(own, table.spec))), ("yoy", self.former(table, f"{int(own[:4]) - 1}{own[4:]}")))
        return [(suffix, former) for suffix, former in found if former]

    def earlier(self, table):
        revised = self.former(table, table.edition.split("-")[0])
        for place in table.open:
            for leaf in table.spec["leaves"]:
                now = self.at(table, leaf, place)
                old = self.at(revised, leaf, place) if revised else None
                if None not in (now, old):
                    self.fact([(now, 1), (old, -1)], 0, None, is_supposed=True)
                for suffix, former in self.before(table):
                    said = table.shown(place, table.spec.get("former", {}).get(suffix))
                    if said is not None and self.at(former, leaf, place) is not None:
                        self.fact([(self.at(former, leaf, place), 1)], said, said, is_supposed=True)
                    old, change = self.at(former, leaf, place), table.shown(place, f"{leaf}_{suffix}")
                    if None in (now, old, change):
                        continue
                    for bound, low, high in ((change - HALF, 0, None), (change + HALF, None, 0)):
                        self.fact([(now, 100), (old, -100 - bound)], low, high, is_supposed=True)
            for column, (one, other) in table.spec.get("differences", {}).items():
                for suffix, former in self.before(table):
                    numbers = [self.at(t, leaf, place) for t in (table, former) for leaf in (one, other)]
                    change = table.shown(place, f"{column}_{suffix}")
                    if change is not None and None not in numbers:
                        self.fact(list(zip(numbers, (1, -1, -1, 1))), change, change, is_supposed=True)


class Judge:
    """Finds leaks: (cell, value, least, most), and cells of which neither a leak nor a doubt was found in time.

    What a reader with fractions can narrow down too far is a leak. Else whole solutions show the doubt.
    """

    def __init__(self, reader):
        self.cells, self.leaks, self.undecided, self.needless = reader.cells, [], [], []
        for place, cell in enumerate(self.cells):
            if cell["protection"] and not cell["hidden"]:
                self.leaks.append((place, cell["value"], cell["value"], cell["value"]))
        system = {"cells": self.cells, "sums": [], "facts": reader.facts}
        for sensitive, self.program in interval_audit.programs(system):
            for place in sensitive:
                self.look(place)

    def look(self, place):
        cell, value = self.cells[place], self.cells[place]["value"]
        lower, upper, width = interval_audit.needs(cell)
        seen = lambda: interval_audit.protected(cell, *self.program.seen[self.program.place[place]])
        if seen():
            return
        goals = ((-1, value + max(upper, width)), (1, max(value - max(lower, width), interval_audit.floor(cell))))
        most, least = (self.end(place, sign, cap, 0) for sign, cap in goals)
        least, most = int(np.ceil(least - 1e-6)), int(np.floor(most + 1e-6))
        if not interval_audit.protected(cell, least, most):
            (self.needless if cell["protection"] == LEAST else self.leaks).append((place, value, least, most))
        elif not seen():
            for near in (True, False):
                for sign, cap in goals:
                    if not seen():
                        self.end(place, sign, cap, 1, near)
            if not seen():
                self.undecided.append(place)

    def end(self, place, sign, cap, is_whole, near=False):
        """The largest (sign -1) or smallest value of a cell, not beyond the cap; near: where others change little."""
        program = self.program
        goal, low, high = np.zeros(program.count), program.floors.copy(), np.full(program.count, np.inf)
        if near:
            truth = np.array([self.cells[n]["value"] for n in program.place], float)
            low, high = np.maximum(truth - 25, low), truth + 25
        goal[program.place[place]] = sign
        (high if sign < 0 else low)[program.place[place]] = cap
        result = milp(goal, constraints=program.constraints, bounds=Bounds(low, high),
                      integrality=np.full(program.count, is_whole), options={"time_limit": SECONDS})
        if result.x is None:
            return None
        program.note(result.x)
        return result.x[program.place[place]]


def option(arguments, name):
    if name not in arguments:
        return 0
    place = arguments.index(name)
    value = int(arguments[place + 1])
    del arguments[place:place + 2]
    return value


def main(arguments):
    weaken, show = option(arguments, "--weaken"), option(arguments, "--show")
    if len(arguments) < 5:
        sys.exit(__doc__)
    with open(arguments[0], encoding="utf-8") as file:
        reader = Reader(json.load(file), *arguments[1:4], arguments[4:])
    hidden = [cell for cell in reader.cells if cell["hidden"]]
    sensitive = [cell for cell in hidden if cell["protection"] not in (None, LEAST)]
    for cell in hidden[::weaken] if weaken else ():
        cell["hidden"], cell["protection"] = False, None
    for cell in sensitive[::show] if show else ():
        cell["hidden"] = False
    found = Judge(reader)
    for place, value, least, most in sorted(found.leaks):
        print(reader.keys[place], f"is {value}, a reader finds {least}..{most}")
    for place, value, least, most in sorted(found.needless):
        print(reader.keys[place], f"is {value}, hidden for nothing: {least}..{most}")
    for text in reader.direct:
        print(text)
    for place in found.undecided:
        print(reader.keys[place], "is undecided")
    print(f"{len(reader.cells)} counts of {len(arguments) - 4} editions, {len(hidden)} hidden, {len(sensitive)} sensitive; "
          f"{reader.supposed} supposed relations, {reader.wrong} of them wrong; {len(found.undecided)} undecided, {len(found.needless)} hidden for nothing, "
          f"{len(found.leaks) + len(reader.direct)} leaks")
    return 1 if found.leaks or reader.direct else 2 if found.undecided else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
