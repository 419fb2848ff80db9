"""What can a reader of published bulletins of months, quarters, half-years and years compute about the cells marked [c]?

usage: python3 time_audit.py PUBLIC OPEN EDITION... [--loss]

As public_audit.py, for editions of periods that lie in each other, named in the order of their publication. Besides what
that reader knows, this one knows how counts of nested periods hang together:
  what came new, was closed, filled, hired in a whole is the sum of its parts;
  what was carried into a whole was carried into its first part; what is carried into a period was valid in the one before;
  what was valid in a part was valid in the whole, and what was valid in the whole was valid in one of its parts.
Of parts that were not published the reader knows only that they are not below 0. Of editions between which data came in
late the reader supposes, where it is true, that counts have become no less.

--loss prints how many figures of each table of the editions are hidden.

Needs scipy (see interval_audit.py beside this file). Shares nothing with the program.
"""
import os
import sys

import public_audit

FLOWS = {("T1", "new"), ("T13", None), ("T14", "hires")}


def children(period):
    """A year is two half-years, these two quarters each, these three months each."""
    year, kind, number = period[:4], period[4:5], int(period[5:] or 1)
    return {
        "": [f"{year}H1", f"{year}H2"], "H": [f"{year}Q{2 * number - 1}", f"{year}Q{2 * number}"],
        "Q": [f"{year}M{month:02}" for month in range(3 * number - 2, 3 * number + 1)], "M": []}[kind]


def months(period):
    """First and last month, counted from the year 0."""
    year, kind, number = int(period[:4]), period[4:5], int(period[5:] or 1)
    length = {"": 12, "H": 6, "Q": 3, "M": 1}[kind]
    return 12 * year + length * (number - 1), 12 * year + length * number - 1


class TimeReader(public_audit.Reader):
    def __init__(self, public, open_, periods):
        super().__init__(public, open_, periods)
        by_period = {}
        for edition in periods:
            by_period.setdefault(edition.split("-")[0], []).append(edition)
        # The first of all editions among each other, and the last.
        for names in ({p: e[0] for p, e in by_period.items()}, {p: e[-1] for p, e in by_period.items()}):
            self.nested(names)

    def nested(self, names):
        rows = {}
        for key in self.numbers:
            rows.setdefault(key[0], []).append(key[1:])
        for period, edition in names.items():
            parts, is_whole = self.cover(period, names)
            for rest in rows[edition] if parts else []:
                whole = self.numbers[(edition,) + rest]
                found = [self.numbers.get((names[p],) + rest) for p in parts]
                if (rest[2], rest[3]) in FLOWS or (rest[2], None) in FLOWS:
                    self.at_least([whole], found, is_whole)
                elif rest[3] == "carried":
                    if months(parts[0])[0] == months(period)[0]:
                        self.at_least([whole], found[:1], True)
                else:
                    for part in found:
                        self.at_least([whole], [part])
                    if is_whole and None not in found:
                        self.at_least(found, [whole])
            # Carried over was valid before, whatever the length of the periods.
            for other, before in names.items():
                if months(other)[1] + 1 != months(period)[0]:
                    continue
                for rest in rows[edition]:
                    if rest[3] == "carried":
                        valid = self.numbers.get((before,) + rest[:3] + ("valid",))
                        self.at_least([valid], [self.numbers[(edition,) + rest]])

    def cover(self, period, names):
        """The longest published periods within one, and whether they are all of it."""
        found, is_whole = [], bool(children(period))
        for child in children(period):
            if child in names:
                found.append(child)
            else:
                more, is_all = self.cover(child, names)
                found, is_whole = found + more, is_whole and is_all
        return found, is_whole

    def at_least(self, wholes, parts, is_exact=False):
        """The sum of some counts is no less than that of others, or the same, where the data say so."""
        if None in wholes:
            return
        missing, parts = None in parts, [n for n in parts if n is not None]
        if not parts:
            return
        rest = sum(self.cells[n]["value"] for n in wholes) - sum(self.cells[n]["value"] for n in parts)
        if rest >= 0:
            is_equal = is_exact and rest == 0 and not missing
            self.fact([(n, 1) for n in wholes] + [(n, -1) for n in parts], 0, 0 if is_equal else None)


def loss(public, open_, editions):
    """By table, how many figures are hidden and how many there are: what is a number where nothing is hidden."""
    tables = {}
    for edition in editions:
        for name in sorted(os.listdir(os.path.join(open_, edition, "tables"))):
            table = name[:-4]
            if not table[1:].isdigit() or int(table[1:]) > 14 or table in ("T6", "T7"):
                continue
            found = tables.setdefault(table, [0, 0])
            shown = {(r["region"], r["row"]): r for r in public_audit.rows(public, edition, table)}
            for row in public_audit.rows(open_, edition, table):
                own = shown.get((row["region"], row["row"]), {})
                for column, value in list(row.items())[5:]:
                    if value not in ("[x]", "[z]", "[low]"):
                        found[1] += 1
                        found[0] += own.get(column, "[c]") == "[c]"
    return tables


def together(tables):
    """Of all tables of a loss."""
    return [sum(one[place] for one in tables.values()) for place in (0, 1)]


def main(arguments):
    public, open_, *editions = [word for word in arguments if word != "--loss"]
    found = public_audit.Examination(TimeReader(public, open_, editions))
    for leak in found.leaks:
        print(found.say(leak))
    if "--loss" in arguments:
        tables = loss(public, open_, editions)
        tables["all"] = together(tables)
        for table, (hidden, figures) in tables.items():
            print(f"{table}: {hidden} of {figures} figures hidden, {100 * hidden / figures:.1f} %")
    print(f"{len(found.reader.cells)} counts of {len(editions)} editions, {found.hidden} hidden, {len(found.leaks)} leaks, "
          f"{found.exact} exact")
    return 1 if found.leaks else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
