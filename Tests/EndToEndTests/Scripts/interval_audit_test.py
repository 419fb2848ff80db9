"""Tests of interval_audit.py on systems made by hand: python3 interval_audit_test.py"""
import unittest

import interval_audit


def hidden(value, least=1, width=1):
    return {"value": value, "hidden": True, "least": least, "protection": {"lower": 0, "upper": 0, "width": width}}


class Floors(unittest.TestCase):
    """What everybody knows that a hidden total is at least; a bound that is too high asks for less doubt."""

    def floors(self, cells, terms, lower, upper=None):
        system = {"cells": cells, "sums": [], "facts": [{"terms": terms, "lower": lower, "upper": upper}]}
        interval_audit.raise_floors(cells, list(interval_audit.unknown_rows(system)))
        return [interval_audit.floor(cell) for cell in cells]

    def test_a_total_is_at_least_its_parts(self):
        self.assertEqual(self.floors([hidden(9), hidden(4, 3), hidden(5, 2)], [[0, 1], [1, -1], [2, -1]], 0), [5, 3, 2])
        self.assertEqual(self.floors([hidden(9), hidden(4, 3), hidden(5, 2)], [[0, -1], [1, 1], [2, 1]], 0, 0), [5, 3, 2])

    def test_a_known_whole_lowers_it(self):
        # A whole of 4 and a hidden one are no less than a hidden part: of that one nothing is known, be the part 3 or more.
        cells = [{"value": 4, "hidden": False, "protection": None}, hidden(6, 1), hidden(5, 3)]
        self.assertEqual(self.floors(cells, [[0, 1], [1, 1], [2, -1]], 0), [0, 1, 3])

    def test_a_known_part_is_left_out(self):
        # What is shown beside it tells more, but counts for the intervals, not for the doubt that is asked for.
        cells = [{"value": 4, "hidden": False, "protection": None}, hidden(9, 1), hidden(5, 3)]
        self.assertEqual(self.floors(cells, [[0, -1], [1, 1], [2, -1]], 0), [0, 3, 3])


if __name__ == "__main__":
    unittest.main()
