"""What can a reader of a public catalog, who also has the public bulletins, compute about the counts that both hide?

usage: python3 catalog_audit.py PUBLIC OPEN CATALOG TRUTH PERIOD... [--weaken]

PUBLIC and OPEN are folders of bulletins as public_audit.py takes them, with the quarters of the catalog's window in
order. CATALOG is the folder of a final edition, TRUTH that of a draft of the same data, from which the true values are
taken. Everything else is read from the CSV tables alone (and the limits of the points from the page of the methods), by
a reader who knows how the index is made: what is assessed has at least 20 openings; points, stars and types bound the ratio of
openings to seekers; what is valid in a quarter is valid in the window, and no more is valid in the window than in its
quarters together. The reader is even told how many seekers without an intention are shared out for each opening.

Counts of seekers from 1 to 9 must be left in doubt over at least 9 values more; openings of fewer than three employers
by 15 % to both sides; every other hidden count over at least one. All that the bulletins hide is looked at again.
--weaken shows openings and ratio of one occupation with few seekers, to see that the leak is found.

Needs scipy (see interval_audit.py beside this file). Shares nothing with the program.
"""
import csv
import os
import re
import sys

import interval_audit
import public_audit

FLOOR = 20
# Columns that tell counts or are made of them.
COUNTS = {
    "assessments": "demand seekers openings employers I1 I2 I3 I4 I5 I6".split(),
    "catalog": "需求人数 求人倍率 满足率 预测缺口 预测缺口下限 预测缺口上限".split(),
    "ranking": "需求人数 求职人数 求人倍率".split(),
}


def table(folder, name):
    with open(os.path.join(folder, "tables", name + ".csv"), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def quartiles(folder):
    with open(os.path.join(folder, "methods.html"), encoding="utf-8") as file:
        return [float(n) for n in re.search(r"分界：≥ ([\d.]+) / ([\d.]+) / ([\d.]+)；", file.read()).groups()]


class CatalogReader(public_audit.Reader):
    def __init__(self, public, open_, catalog, truth, periods, weaken):
        super().__init__(public, open_, periods)
        self.city = min(key[1] for key in self.numbers)
        self.truth = {row["occupation"]: row for row in table(truth, "assessments")}
        self.rows = {row["occupation"]: dict(row) for row in table(catalog, "assessments")}
        self.listed = {row["职业代码"]: row for row in table(catalog, "catalog") + table(catalog, "ranking")}
        few = sorted(code for code in self.rows if 1 <= int(self.truth[code]["seekers"]) <= 9)
        if weaken:
            for column in ("demand", "I1"):
                self.rows[few[0]][column] = self.truth[few[0]][column]
        self.few, self.cuts, self.share = few, quartiles(catalog), self.shared()
        self.units = {code: {side: self.unit(code, side) for side in ("demand", "seekers")} for code in self.truth}
        for code in self.rows:
            self.scored(code)
        self.quarters()

    def shared(self):
        """Seekers without an intention for each opening of the city."""
        found = []
        for row in self.truth.values():
            demand, ratio = float(row["demand"]), row["I1"]
            if demand >= 100 and ratio != "[x]":
                found.append((demand / float(ratio) - float(row["seekers"])) / demand)
        return sorted(found)[len(found) // 2]

    def unit(self, code, side):
        row, shown = self.truth[code], self.rows.get(code, {}).get(side, "[c]")
        value = int(row[side])
        number = self.cell(("window", self.city, side, "catalog", code), value, shown == "[c]")
        cell = self.cells[number]
        if side == "demand" and int(row["employers"]) < 3 and value > 0:
            doubt = -(-15 * value // 100)
            cell["protection"] = {"lower": doubt, "upper": doubt, "width": 1} if cell["hidden"] else None
        return number

    def ratio(self, code, least=None, most=None):
        """The ratio of a unit, openings / (seekers + share * openings), lies between these; shares are known to 0.001."""
        demand, seekers = self.units[code]["demand"], self.units[code]["seekers"]
        if least is not None:
            self.fact([(demand, 1 - least * (self.share - 0.001)), (seekers, -least)], 0, None)
        if most is not None:
            self.fact([(demand, 1 - most * (self.share + 0.001)), (seekers, -most)], None, 0)

    def scored(self, code):
        row, listed = self.rows[code], self.listed.get(code, {})
        demand, seekers = self.units[code]["demand"], self.units[code]["seekers"]
        limits = [0] + [cut for cut in self.cuts] + [None]
        isByExperts = any(word in listed.get("数据依据/专家意见", "") for word in ("提高", "降低", "增补"))
        if row["computed"] not in ("X", "[c]") or not isByExperts:
            self.fact([(demand, 1)], FLOOR, None)
        if row["I1_points"].isdigit():
            points = int(row["I1_points"])
            least = limits[points] - 0.005
            # Where the ratio is capped to one point, it is no more than 1.
            most = limits[points + 1] if points != 1 else max(limits[2], 1)
            self.ratio(code, least if least > 0 else None, None if most is None else most + 0.005)
        if "quantity" in row["types"].split():
            self.ratio(code, self.cuts[2] - 0.005)
            self.fact([(demand, 0.5), (seekers, -1)], 0, None)
        if not isByExperts:
            stars = listed.get("星级", "")
            # At most 4 (2) of 24 weighted points are missing, and I1 has a weight of 2.
            if listed.get("紧缺程度") == "重度紧缺":
                self.ratio(code, self.cuts[0 if stars != "5" else 1] - 0.005)
        if row["I1"] != "[c]" and row["I1"] != "[x]":
            self.ratio(code, float(row["I1"]) - 0.00005, float(row["I1"]) + 0.00005)

    def quarters(self):
        for side in ("demand", "seekers"):
            groups, minor = {}, {}
            for code, numbers in self.units.items():
                groups.setdefault(code[0], []).append(numbers[side])
                if code.count("-") >= 2:
                    minor.setdefault("-".join(code.split("-")[:3]), []).append(numbers[side])
            for group, units in groups.items():
                parts = [self.number(period, self.city, side, "T5", group) for period in self.periods]
                self.bounds([(n, 1) for n in units], parts)
            listed = {}
            for place, period in enumerate(self.periods):
                for name in ("T6", "T7"):
                    for row in public_audit.rows(self.public, period, name):
                        if row["region"] == self.city:
                            listed.setdefault(row["occupation"], {})[place] = int(row[side])
            for code, shown in listed.items():
                units = [(n, 1) for n in minor.get(code, [])]
                if units:
                    isWhole = len(shown) == len(self.periods)
                    self.fact(units, max(shown.values()), sum(shown.values()) if isWhole else None)
            # All that is valid in the window: at the end of its first quarter, and what came new since.
            total = [self.number(self.periods[0], self.city, side, "T1", "valid")]
            total += [self.number(period, self.city, side, "T1", "new") for period in self.periods[1:]]
            if None not in total:
                self.fact([(n, 1) for n in total] + [(n[side], -1) for n in self.units.values()], 0, None)

    def bounds(self, units, quarters):
        """Units together are at least what each quarter has, and at most what all have; where a quarter has no row, it
        has nothing."""
        for quarter in quarters:
            if quarter is not None:
                self.fact(units + [(quarter, -1)], 0, None)
        self.fact(units + [(quarter, -1) for quarter in quarters if quarter is not None], None, 0)


def main(arguments):
    weaken = "--weaken" in arguments
    public, open_, catalog, truth, *periods = [word for word in arguments if word != "--weaken"]
    for name, columns in COUNTS.items():
        for row in table(catalog, name):
            for column in columns:
                if row[column] != "[c]":
                    sys.exit(f"{name}: {column} shows {row[column]}")
    reader = CatalogReader(public, open_, catalog, truth, periods, weaken)
    results = interval_audit.audit({"cells": reader.cells, "sums": reader.sums, "facts": reader.facts})
    leaks = [result for result in results if not result[4]]
    for number, value, least, most, _ in leaks:
        print("/".join(reader.cells[number]["key"]), f"is {value}, a reader finds {least}..{most}")
    own = sum(cell["hidden"] for cell in reader.cells if cell["key"][0] == "window")
    print(f"{own} hidden counts of {len(reader.rows)} occupations, {len(reader.few)} of few seekers, "
          f"{sum(cell['hidden'] for cell in reader.cells) - own} of {len(periods)} bulletins, {len(leaks)} leaks")
    return 1 if leaks else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
