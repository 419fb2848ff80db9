"""Draws who uses whom among the targets and folders of Sources: python3 floors.py [REPOSITORY] [--names]

A folder is a target, or a folder directly within one; what lies deeper belongs to it. A folder uses another where a file
of it names a type that the other declares. What nothing else is below is drawn first. Exit code 1 where folders use each
other in a circle, or where a target other than Warehouse imports the database.
"""

import argparse
import collections
import os
import re
import sys

DECLARATION = re.compile(
    r"^(?:@\w+(?:\([^)]*\))?\s+)*((?:\w+ )*)(?:struct|class|enum|protocol|actor|typealias)\s+(\w+)", re.M)
IMPORT = re.compile(r"^(?:@\w+(?:\([^)]*\))? |public |internal |package )*import (?:\w+ )?(\w+)", re.M)
# Multi-line texts, texts, comments.
PROSE = re.compile(r'"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|//[^\n]*')
DATABASE = {"GRDB", "GRDBSQLite"}


def read(sources):
    """Text without prose of each Swift file, by its path within Sources."""
    files = {}
    for folder, _, names in os.walk(sources):
        for name in names:
            if name.endswith(".swift"):
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8") as file:
                    files[os.path.relpath(path, sources)] = PROSE.sub('""', file.read())
    return files


def room(path):
    parts = path.split(os.sep)
    return "/".join(parts[:2]) if len(parts) > 2 else parts[0]


def target(name):
    return name.split("/")[0]


def arrows(files):
    """For each folder the folders that it uses, each with the names that it uses there."""
    imports = collections.defaultdict(set)
    declared = collections.defaultdict(set)
    for path, text in files.items():
        imports[target(room(path))].update(IMPORT.findall(text))
        for modifiers, name in DECLARATION.findall(text):
            if "private" not in modifiers:
                declared[name].add(room(path))
    found = {room(path): collections.defaultdict(set) for path in files}
    for path, text in files.items():
        own = room(path)
        for name in set(re.findall(r"\b[A-Z]\w+", text)):
            # A name that several folders of reach declare is each one's own.
            homes = [home for home in declared.get(name, ())
                     if target(home) == target(own) or target(home) in imports[target(own)]]
            if len(homes) == 1 and homes[0] != own:
                found[own][homes[0]].add(name)
    return found


def circles(found):
    """Groups of folders each of which uses, at last, itself (Tarjan)."""
    order, low, stack, groups = {}, {}, [], []

    def visit(node):
        order[node] = low[node] = len(order)
        stack.append(node)
        for other in found.get(node, ()):
            if other not in order:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], order[other])
        if low[node] == order[node]:
            group = []
            while not group or group[-1] != node:
                group.append(stack.pop())
            groups.append(sorted(group))

    for node in sorted(found):
        if node not in order:
            visit(node)
    return groups


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository", nargs="?", default=".")
    parser.add_argument("--names", action="store_true", help="the names behind each arrow")
    options = parser.parse_args()
    files = read(os.path.join(options.repository, "Sources"))
    found = arrows(files)
    groups = circles(found)
    floor = {}
    # Groups come with what they use before them.
    for group in groups:
        below = [floor[other] + 1 for node in group for other in found[node] if other not in group]
        for node in group:
            floor[node] = max(below, default=0)
    for node in sorted(found, key=lambda node: (-floor[node], node)):
        uses = sorted(found[node])
        print(f"{floor[node]:3} {node}: {', '.join(uses) or '-'}")
        if options.names:
            for other in uses:
                print(f"      {other}: {', '.join(sorted(found[node][other]))}")
    wrong = [group for group in groups if len(group) > 1]
    for group in wrong:
        print(f"CIRCLE: {' <=> '.join(group)}")
    open_doors = sum(1 for path, text in files.items()
                     if target(room(path)) != "Warehouse" and DATABASE.intersection(IMPORT.findall(text)))
    print(f"{len(files)} files in {len(found)} folders of {len(set(map(target, found)))} targets, "
          f"{sum(len(uses) for uses in found.values())} arrows; "
          f"{len(wrong)} circles of {sum(map(len, wrong))} folders; "
          f"{open_doors} files outside Warehouse import the database")
    return 1 if wrong or open_doors else 0


if __name__ == "__main__":
    sys.exit(main())
