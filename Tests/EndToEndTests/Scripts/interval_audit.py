"""Independent audit of hidden table cells: what can an attacker compute about each sensitive one?

usage: python3 interval_audit.py SYSTEM.json [--all]

SYSTEM.json:
  {"cells": [{"value": 3, "hidden": true, "protection": {"lower": 0, "upper": 0, "width": 9}}, ...],
   "sums":  [{"total": 0, "parts": [1, 2]}, ...],
   "facts": [{"lower": null, "upper": -1, "terms": [[1, 200], [2, -107]]}, ...]}
Cells are numbered from 0 in their order. "hidden": whether the attacker does not know the cell. "protection" is null
for cells that are not sensitive. A fact is lower <= sum of coefficient * cell <= upper (null: no bound), its terms are
[cell, coefficient]. "least", where it is given: what everybody knows that the cell is at least (default: 0).

The attacker knows every cell that is not hidden, all sums, all facts, and that all cells are whole numbers >= "least".
With least and most the smallest and largest possible value of a cell, a cell of the value v is protected when
  least <= v - min(lower, v - "least"),  most >= v + upper,  most - least >= max(width, 1).

Each interval is found by linear programming (HiGHS) on the cells connected with it; where the program's end is no whole
solution, by mixed integer programming. Prints each cell that is not protected with its interval (--all: each sensitive
one), and ends with 1 if there are any. Needs scipy >= 1.9. Shares nothing with the Swift library.
"""
import concurrent.futures
import json
import multiprocessing
import sys
from collections import defaultdict

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

INFINITE = float("inf")
# Sensitive cells from which on the components are worked through by two processes.
MANY = 1000


def rows_of(system):
    """Every sum and fact as ({cell: coefficient}, lower, upper)."""
    for entry in system["sums"]:
        terms = defaultdict(int)
        terms[entry["total"]] -= 1
        for part in entry["parts"]:
            terms[part] += 1
        yield terms, 0, 0
    for entry in system["facts"]:
        terms = defaultdict(int)
        for cell, coefficient in entry["terms"]:
            terms[cell] += coefficient
        yield (terms, -INFINITE if entry["lower"] is None else entry["lower"],
               INFINITE if entry["upper"] is None else entry["upper"])


def unknown_rows(system):
    """The rows with the known cells moved to the bounds; rows of known cells only must hold."""
    cells = system["cells"]
    for number, (terms, lower, upper) in enumerate(rows_of(system)):
        known = sum(k * cells[c]["value"] for c, k in terms.items() if not cells[c]["hidden"])
        truth = sum(k * cells[c]["value"] for c, k in terms.items())
        if not lower <= truth <= upper:
            sys.exit(f"row {number} does not hold in the data: {lower} <= {truth} <= {upper}")
        hidden = {c: k for c, k in terms.items() if k and cells[c]["hidden"]}
        if hidden:
            yield hidden, lower - known, upper - known


def raise_floors(cells, rows):
    """Hidden totals are at least what everybody knows of their hidden parts together, whatever is shown: no doubt below
    that can be asked for."""
    changed = True
    while changed:
        changed = False
        for terms, lower, upper in rows:
            for sign in {1, -1} if lower == upper else {1} if lower > -INFINITE else {-1}:
                totals = [c for c, k in terms.items() if k * sign == 1]
                if len(totals) != 1 or any(k * sign != -1 for c, k in terms.items() if c != totals[0]):
                    continue
                # The total less its parts is at least so much: below 0 where it is itself a part, of something hidden.
                rest = lower if sign > 0 else -upper
                least = sum(floor(cells[c]) for c in terms if c != totals[0]) + min(rest, 0)
                if least > floor(cells[totals[0]]) and least <= cells[totals[0]]["value"]:
                    cells[totals[0]]["least"], changed = least, True


def components(cells, rows):
    """Hidden cells that are connected by rows, with those rows."""
    parent = list(range(len(cells)))

    def root(one):
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for terms, _, _ in rows:
        first, *others = terms
        for other in others:
            parent[root(other)] = root(first)
    members, member_rows = defaultdict(list), defaultdict(list)
    for number, cell in enumerate(cells):
        if cell["hidden"]:
            members[root(number)].append(number)
    for row in rows:
        member_rows[root(next(iter(row[0])))].append(row)
    return [(numbers, member_rows[top]) for top, numbers in members.items()]


class Program:
    """The possible values of one component."""

    def __init__(self, numbers, rows, floors):
        self.floors = np.array(floors, float)
        self.place = {number: place for place, number in enumerate(numbers)}
        self.count = len(numbers)
        self.seen = {}  # place -> [smallest, largest] of whole solutions found for any cell
        if rows:
            entries = [(r, self.place[c], k) for r, (terms, _, _) in enumerate(rows) for c, k in terms.items()]
            r, c, k = zip(*entries)
            matrix = csr_matrix((np.array(k, float), (r, c)), shape=(len(rows), self.count))
            self.matrix = matrix
            self.lower = np.array([row[1] for row in rows], float)
            self.upper = np.array([row[2] for row in rows], float)
            self.constraints = [LinearConstraint(matrix, self.lower, self.upper)]
        else:
            self.matrix, self.constraints = None, []

    def note(self, solution):
        """Keeps what a whole solution shows; whether it is one."""
        whole = np.rint(solution)
        if np.abs(whole - solution).max() > 1e-6 or (whole < self.floors).any():
            return False
        if self.matrix is not None:
            sums = self.matrix @ whole
            if (sums < self.lower - 1e-9).any() or (sums > self.upper + 1e-9).any():
                return False
        for place, value in enumerate(whole):
            ends = self.seen.setdefault(place, [value, value])
            ends[0], ends[1] = min(ends[0], value), max(ends[1], value)
        return True

    def end(self, number, sign, cap):
        """The smallest (sign 1) or largest (-1) value, not beyond the cap."""
        place = self.place[number]
        goal = np.zeros(self.count)
        goal[place] = sign
        low, high = self.floors.copy(), np.full(self.count, np.inf)
        if sign < 0:
            high[place] = cap
        else:
            low[place] = max(cap, low[place])
        for integrality in (0, 1):
            result = milp(goal, constraints=self.constraints, bounds=Bounds(low, high),
                          integrality=np.full(self.count, integrality))
            if result.x is None:
                raise RuntimeError(f"cell {number}: {result.message}")
            if self.note(result.x):
                break
        return int(round(result.x[place]))


def programs(system):
    """The sensitive cells of each component with the program over it."""
    cells = system["cells"]
    unknown = list(unknown_rows(system))
    raise_floors(cells, unknown)
    for numbers, rows in components(cells, unknown):
        sensitive = [n for n in numbers if cells[n]["protection"]]
        if sensitive:
            program = Program(numbers, rows, [floor(cells[n]) for n in numbers])
            program.note(np.array([cells[n]["value"] for n in numbers], float))
            yield sensitive, program


def floor(cell):
    """What everybody knows that a cell is at least."""
    return cell.get("least", 0)


def needs(cell):
    protection, value = cell["protection"], cell["value"]
    return min(protection["lower"], value - floor(cell)), protection["upper"], max(protection["width"], 1)


def protected(cell, least, most):
    lower, upper, width = needs(cell)
    return least <= cell["value"] - lower and most >= cell["value"] + upper and most - least >= width


def audit(system, everything=False):
    """(cell, value, least, most, protected) for each sensitive cell; ends that suffice are not pursued further."""
    cells = system["cells"]
    found = []
    for number, cell in enumerate(cells):
        if cell["protection"] and not cell["hidden"]:
            found.append((number, cell["value"], cell["value"], cell["value"], False))
    work = sorted(programs(system), key=lambda one: -len(one[0]))
    if sum(len(sensitive) for sensitive, _ in work) < MANY:
        return sorted(found + [result for sensitive, program in work
                               for result in intervals({n: cells[n] for n in sensitive}, program, everything)])
    with concurrent.futures.ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        parts = [pool.submit(intervals, {n: cells[n] for n in sensitive}, program, everything)
                 for sensitive, program in work]
        return sorted(found + [result for part in parts for result in part.result()])


def intervals(cells, program, everything):
    """What is found of the sensitive cells of one component."""
    found = []
    for number, cell in cells.items():
        value = cell["value"]
        least, most = program.seen[program.place[number]]
        lower, upper, width = needs(cell)
        if everything or not protected(cell, least, most):
            most = program.end(number, -1, 10**9 if everything else value + max(upper, width))
            if everything or not protected(cell, least, most):
                least = program.end(number, 1, 0 if everything else max(value - max(lower, width), 0))
        found.append((number, value, int(least), int(most), protected(cell, least, most)))
    return found


def main(arguments):
    with open(arguments[0], encoding="utf-8") as file:
        system = json.load(file)
    everything = "--all" in arguments
    results = audit(system, everything)
    open_cells = [result for result in results if not result[4]]
    for number, value, least, most, is_protected in results if everything else open_cells:
        print(f"cell {number} value {value} interval {least}..{most}" + ("" if is_protected else " UNDER-PROTECTED"))
    print(f"{len(results)} sensitive cells, {len(open_cells)} under-protected", file=sys.stderr)
    return 1 if open_cells else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
