"""Tests of table_audit.py on editions made by hand: python3 table_audit_test.py"""
import contextlib
import csv
import io
import json
import os
import sys
import tempfile
import unittest

import table_audit

LIMITS = {"persons": 10, "employers": 3, "percent": 85}
CITY, ONE, TWO = "450600", "450602", "450603"


def table(columns, *rows):
    """Cells by (region, row): each of rows is "region row cell cell ...", in public `value*` is [c]."""
    return columns.split(), [row.split() for row in rows]


class Audit(unittest.TestCase):
    """`run` writes the editions and gives what the program prints; a cell 12* is 12 and hidden."""

    def run_(self, spec, editions, leaves={}, options=()):
        with tempfile.TemporaryDirectory() as folder:
            for edition, (columns, rows) in editions.items():
                for kind in ("public", "open"):
                    cells = [[("[c]" if kind == "public" else c[:-1]) if c.endswith("*") else c for c in row] for row in rows]
                    self.write(folder, f"{kind}/{edition}/tables/T.csv", [["region", "row"] + columns] + cells)
            for edition, (columns, rows) in leaves.items():
                self.write(folder, f"leaves/{edition}/T-leaves.csv", [["region", "row"] + columns] + rows)
            path = os.path.join(folder, "description.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump({"limits": LIMITS, "tables": [{"id": "T", "contributor": "person", **spec}]}, file)
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                status = table_audit.main([path, f"{folder}/public", f"{folder}/open",
                                           f"{folder}/leaves" if leaves else "-", *editions, *options])
            return status, out.getvalue()

    def write(self, folder, name, rows):
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)

    def safe(self, *arguments, **more):
        status, text = self.run_(*arguments, **more)
        self.assertEqual(status, 0, text)
        self.assertIn("0 undecided", text)
        self.assertIn(", 0 leaks", text)
        return text

    def leaks(self, wanted, *arguments, **more):
        status, text = self.run_(*arguments, **more)
        self.assertEqual(status, 1, text)
        self.assertIn(wanted, text)
        return text


class Sums(Audit):
    spec = {"leaves": ["n"], "counties": "add"}

    def city(self, one_a="30*", one_b="4*", two_a="20*", two_b="15*", total="34"):
        return {"2026Q1": table("n", f"{CITY} a 50", f"{CITY} b 19", f"{CITY} total 69", f"{ONE} a {one_a}", f"{ONE} b {one_b}",
                                f"{ONE} total {total}", f"{TWO} a {two_a}", f"{TWO} b {two_b}", f"{TWO} total 35")}

    def test_four_hidden_cells_protect_one(self):
        self.assertIn("9 counts of 1 editions, 4 hidden, 1 sensitive", self.safe(self.spec, self.city()))

    def test_a_hidden_cell_less(self):
        for shown in ("one_a", "two_a", "two_b"):
            value = {"one_a": "30", "two_a": "20", "two_b": "15"}[shown]
            self.leaks(f"2026Q1/T/n/{ONE}/b is 4, a reader finds 4..4", self.spec, self.city(**{shown: value}))

    def test_a_sensitive_cell_that_is_shown(self):
        self.leaks("is 4, a reader finds 4..4", self.spec, self.city("30", "4", "20", "15"))

    def test_options_open_it(self):
        self.leaks("a reader finds", self.spec, self.city(), options=("--weaken", "4"))
        self.leaks(f"2026Q1/T/n/{ONE}/b is 4, a reader finds 4..4", self.spec, self.city(), options=("--show", "1"))

    def test_a_city_that_may_hold_more(self):
        editions = self.city("30", "4*", "20", "15", "34*")
        self.leaks("is 4, a reader finds 1..4", self.spec | {"counties": "within"}, editions)

    def test_a_county_with_a_bound_only(self):
        # The county is one of several, so that the city says only what it has at most.
        editions = {"2026Q1": table("n", f"{CITY} total 400", f"{ONE} total 4*")}
        self.safe({"leaves": ["n"]}, editions)

    def test_many_files_of_one_person(self):
        editions = {"2026Q1": table("n", f"{CITY} a 12", f"{CITY} b 80", f"{CITY} total 92")}
        truth = {"2026Q1": table("n.contributors n.largest", f"{CITY} a 1 12", f"{CITY} b 70 2", f"{CITY} total 71 12")}
        self.safe({"leaves": ["n"]}, editions)
        self.leaks("/a is 12, a reader finds 12..12", {"leaves": ["n"]}, editions, truth)


class Quotients(Audit):
    spec = {"leaves": ["due", "part"], "adds": False, "percents": {"rate": {"part": "part", "of": ["due"]}}}

    def rate(self, rate, part="19", due="20", spec=None, check=None):
        editions = {"2026Q1": table("due rate", f"{CITY} total {due} {rate}")}
        return (spec or self.spec), editions, {"2026Q1": table("part", f"{CITY} total {part}")}

    def test_the_rest_is_a_cell(self):
        self.leaks("rest of rate", *self.rate("95.00"))
        self.safe(*self.rate("95.00*"))
        self.safe(*self.rate("50.00", "10"))

    def test_a_part_of_a_few(self):
        self.leaks("/part/", *self.rate("2.00", "4", "200"))

    def test_open_parts_may_be_known(self):
        self.safe(*self.rate("95.00", spec=self.spec | {"open": ["part"]}))

    def test_a_share_tells_the_count(self):
        spec = {"leaves": ["n"], "shares": {"share": "n"}}
        rows = lambda share: table("n share", f"{CITY} a 4* {share}", f"{CITY} b 46* 92.00*", f"{CITY} total 50 100.00")
        self.leaks("/a is 4, a reader finds 4..4", spec, {"2026Q1": rows("8.00")})
        self.safe(spec, {"2026Q1": rows("8.00*")})

    def test_a_difference_tells_it(self):
        spec = {"leaves": ["in", "out"], "adds": False, "differences": {"net": ["in", "out"]}}
        self.leaks("/out/", spec, {"2026Q1": table("in out net", f"{CITY} total 30 5* 25")})
        self.safe(spec, {"2026Q1": table("in out net", f"{CITY} total 30 5* 25*")})
        self.safe(spec, {"2026Q1": table("in out net", f"{CITY} total 30* 5* 25")})

    def test_medians_of_a_few(self):
        spec = {"leaves": ["n"], "adds": False, "behind": {"days": "n"}}
        self.leaks("days/450600/total is shown, of 4", spec, {"2026Q1": table("n days", f"{CITY} total 4* 7")})
        self.safe(spec, {"2026Q1": table("n days", f"{CITY} total 4* 7*")})


class Editions(Audit):
    flows = {"leaves": ["stock", "in", "out"], "adds": False, "flows": [{"stock": "stock", "in": "in", "out": "out"}]}

    def test_stocks_tell_of_flows(self):
        columns = "stock in out"
        first = table(columns, f"{CITY} total 100 30 20")
        self.leaks("/out/450600/total is 5, a reader finds 5..5", self.flows,
                   {"2026Q1": first, "2026Q2": table(columns, f"{CITY} total 125 30 5*")})
        self.safe(self.flows, {"2026Q1": first, "2026Q2": table(columns, f"{CITY} total 125 30* 5*")})
        self.safe(self.flows, {"2026Q1": first, "2026Q2": table(columns, f"{CITY} total 125* 30 5*")})

    def test_what_is_supposed_wrongly_is_left_out(self):
        text = self.safe(self.flows, {"2026Q1": table("stock in out", f"{CITY} total 100 30 20"),
                                      "2026Q2": table("stock in out", f"{CITY} total 126 30 5*")})
        self.assertIn("1 supposed relations, 1 of them wrong", text)

    def test_growth_tells_it(self):
        spec = {"leaves": ["n"], "adds": False}
        first = table("n", f"{CITY} total 40")
        self.leaks("is 4, a reader finds 4..4", spec, {"2026Q1": first, "2026Q2": table("n n_qoq", f"{CITY} total 4* -90.00")})
        self.safe(spec, {"2026Q1": first, "2026Q2": table("n n_qoq", f"{CITY} total 4* -90.00*")})
        self.leaks("2025Q2/T/n", spec, {"2025Q2": table("n", f"{CITY} total 4*"), "2026Q2": table("n n_yoy", f"{CITY} total 40 900.00")})

    def test_the_change_of_a_hidden_rate(self):
        spec = Quotients.spec
        first = table("due rate rate_qoq", f"{CITY} total 20 50.00 [x]")
        truth = {"2026Q1": table("part", f"{CITY} total 10"), "2026Q2": table("part", f"{CITY} total 19")}
        second = lambda change: table("due rate rate_qoq", f"{CITY} total 20 95.00* {change}")
        self.leaks("rest of rate", spec, {"2026Q1": first, "2026Q2": second("45.00")}, truth)
        self.safe(spec, {"2026Q1": first, "2026Q2": second("45.00*")}, truth)

    def test_the_change_of_a_difference(self):
        spec = {"leaves": ["in", "out"], "adds": False, "differences": {"net": ["in", "out"]}}
        columns = "in out net net_qoq"
        first = table(columns, f"{CITY} total 30 20 10 [x]")
        second = lambda change: table(columns, f"{CITY} total 30 5* 25* {change}")
        self.leaks("2026Q2/T/out", spec, {"2026Q1": first, "2026Q2": second("15")})
        self.safe(spec, {"2026Q1": first, "2026Q2": second("15*")})

    def test_a_revision_has_no_less(self):
        spec = {"leaves": ["n"], "adds": False}
        self.leaks("2026Q1/T/n/450600/total is 8, a reader finds 1..8", spec | {"counties": "add"},
                   {"2026Q1": table("n", f"{CITY} total 8*"), "2026Q1-r2": table("n", f"{CITY} total 8")})
        self.leaks("2026Q1/T/n", spec, {"2026Q1": table("n", f"{CITY} total 5*"), "2026Q1-r2": table("n", f"{CITY} total 7")})
        self.safe(spec, {"2026Q1": table("n", f"{CITY} total 8*"), "2026Q1-r2": table("n", f"{CITY} total 8*")})


class Units(Audit):
    spec = {"leaves": ["n"], "contributor": "unit"}

    def test_one_unit_holds_most(self):
        rows = lambda a, b: {"2026Q1": table("n", f"{CITY} a {a}", f"{CITY} b {b}", f"{CITY} total 150")}
        truth = {"2026Q1": table("n.contributors n.largest", f"{CITY} a 5 90", f"{CITY} b 20 5", f"{CITY} total 24 90")}
        self.leaks("/a is 100, a reader finds 100..100", self.spec, rows("100", "50"), truth)
        self.safe(self.spec, rows("100*", "50*"), truth)

    def test_two_units(self):
        truth = {"2026Q1": table("n.contributors n.largest", f"{CITY} a 2 10", f"{CITY} b 4 1", f"{CITY} total 6 10")}
        rows = lambda a: {"2026Q1": table("n", f"{CITY} a {a}", f"{CITY} b 4*", f"{CITY} total 24")}
        self.leaks("/a is 20, a reader finds 20..20", self.spec, rows("20"), truth)
        self.safe(self.spec, rows("20*"), truth)
        tight = {"2026Q1": table("n", f"{CITY} a 100*", f"{CITY} b 3*", f"{CITY} total 103")}
        self.leaks("/a is 100, a reader finds 85..102", self.spec, tight, truth)

    def test_who_is_behind_must_be_known(self):
        with self.assertRaises(SystemExit) as stop:
            self.run_(self.spec, {"2026Q1": table("n", f"{CITY} total 150")})
        self.assertIn("no truth of who is behind n", str(stop.exception))

    def test_a_column_that_nobody_described(self):
        with self.assertRaises(SystemExit) as stop:
            self.run_(self.spec, {"2026Q1": table("n more", f"{CITY} total 150 7")})
        self.assertIn("does not know more", str(stop.exception))

    def test_another_number_is_no_truth(self):
        with self.assertRaises(SystemExit) as stop:
            self.run_(self.spec, {"2026Q1": table("n", f"{CITY} total 150")}, {"2026Q1": table("n", f"{CITY} total 151")})
        self.assertIn("the truth of the leaves is 151", str(stop.exception))


if __name__ == "__main__":
    unittest.main()
