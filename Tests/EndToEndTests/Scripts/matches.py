"""The match list of a day, made from the raw exports and the final catalog alone; shares nothing with the program.

usage: python3 matches.py SAMPLEDATA CODELISTS CATALOG DAY
Prints a line a suggestion: platform, posting, seeker, score, the six parts, unit. Every pair of the same 中类 is looked at
and sorted; there is no index and no bound. What is read of exports is read as in independent.py; occupations are given as
codes or names, since the sample's sources code no titles.
"""
import csv
import os
import re
import sys
from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction

import flows
import independent

LEVELS = {"初级": 1, "中级": 2, "高级": 3}
SKILLS = {"初级工": 1, "中级工": 2, "高级工": 3, "技师": 4, "高级技师": 5}
FREE = ("不限", "无要求")
MOST_SEEKERS, MOST_POSTINGS = 10, 5


def first(cells, *names):
    return next((cells[name] for name in names if cells.get(name)), "")


def education(text):
    """From 1 primary school to 7 doctor; None where nothing can be read."""
    text = re.sub("(及?以上|学历)$", "", text)
    steps = ["小学", "初中", "高中 中专 职高 技校", "大专", "本科 大学本科", "硕士", "博士"]
    return next((number for number, names in enumerate(steps, 1) if text in names.split()), None)


def years(text):
    text = text.replace("无经验", "0")
    match = re.match(r"(\d+)", text)
    return int(match.group(1)) if match else None


def asked(text, read):
    """-1 unknown, 0 nothing, else the least that is asked for."""
    if text in FREE:
        return 0
    return (read(text) if text else None) or -1


def money(text):
    """Limits in CNY a month; None for 面议 and what cannot be read."""
    text = re.sub(r"·\d+薪$", "", text)
    scale = Fraction(1)
    for ending, factor in (("/年", Fraction(1, 12)), ("/月", 1), ("/天", Fraction(87, 4)), ("/小时", 174)):
        if text.endswith(ending):
            text, scale = text[:-len(ending)], Fraction(factor)
    text = text.removesuffix("元")
    units = {"千": 1000, "k": 1000, "万": 10000, "": 1}
    limits = re.fullmatch(r"([\d.]+)([千k万]?)(?:-([\d.]+)([千k万]?))?", text)
    if not limits:
        return None
    low, low_unit, high, high_unit = limits.groups()
    high, high_unit = (high, high_unit) if high else (low, low_unit)
    values = [Fraction(low) * units[low_unit or high_unit], Fraction(high) * units[high_unit]]
    return [int(value * scale + Fraction(1, 2)) for value in values]


def pay(cells):
    offered = money(first(cells, "薪资待遇", "薪资", "期望薪酬", "期望月薪"))
    if offered is None and first(cells, "最低薪酬"):
        offered = [int(cells["最低薪酬"]), int(cells["最高薪酬"])]
    # A month's pay beyond these limits is a mistake and read as none.
    return offered


def common(one, other):
    """Points for two occupation codes."""
    one, other = one.split("-"), other.split("-")
    if len(one) < 2 or len(other) < 2 or one[:2] != other[:2]:
        return 0
    if len(one) == 4 and one == other:
        return 40
    return 25 if len(one) >= 3 and len(other) >= 3 and one[:3] == other[:3] else 10


def place(one, other):
    if not one or not other or one[:4] != other[:4]:
        return 0
    return 10 if one == other and not one.endswith("00") else 6


def posting_of(row, lists):
    cells = row.cells
    return {
        "id": (row.unit, cells["number"]), "code": lists["occupations"].codes.get(cells.get("occupation", ""), ""),
        "education": asked(cells.get("education", ""), education),
        "title": asked(cells.get("title_level", ""), LEVELS.get), "skill": asked(cells.get("skill_level", ""), SKILLS.get),
        "years": asked(first(cells, "经验要求", "工作经验"), years), "region": row.region, "pay": pay(cells)}


def seeker_of(row, lists):
    cells = row.cells
    experience = years(first(cells, "工作年限", "从业年限"))
    return {
        "id": cells["number"], "code": lists["occupations"].codes.get(cells.get("occupation", ""), ""),
        "education": education(cells.get("education", "")) or 0, "title": LEVELS.get(cells.get("title_level", ""), 0),
        "skill": SKILLS.get(cells.get("skill_level", ""), 0), "years": -1 if experience is None else experience,
        # Where somebody lives is what they say, never where their household is.
        "region": independent.region(cells.get("region", ""), lists["regions"]), "pay": pay(cells)}


def met(least, own):
    return least == 0 or least > 0 and own >= least


def level(posting, seeker):
    wanted = [kind for kind in ("title", "skill") if posting[kind] > 0]
    if wanted:
        return any(seeker[kind] >= posting[kind] for kind in wanted)
    return 0 in (posting["title"], posting["skill"])


def parts(posting, seeker):
    overlap = posting["pay"] and seeker["pay"] and not (
        posting["pay"][1] < seeker["pay"][0] or seeker["pay"][1] < posting["pay"][0])
    return [
        common(posting["code"], seeker["code"]), 15 * met(posting["education"], seeker["education"]),
        15 * level(posting, seeker), 10 * met(posting["years"], seeker["years"]),
        place(posting["region"], seeker["region"]), 10 * bool(overlap)]


def is_open(row, day):
    closed = independent.day(row.cells.get("closed_on", ""))
    return row.start <= day <= row.end and not (closed and row.start <= closed <= day)


def hires(folder, code_lists, regions, day):
    """Days on which a registration was hired, by its number."""
    found = defaultdict(list)
    for row in flows.placements(folder, code_lists, regions, day):
        at = row.hired or row.started
        if row.seeker and row.isHired and at:
            found[row.seeker].append(at)
    return found


def units(catalog):
    with open(os.path.join(catalog, "tables", "assessments.csv"), encoding="utf-8-sig", newline="") as file:
        return {row["occupation"]: row["level"] for row in csv.DictReader(file)}


def main():
    folder, code_lists, catalog, day = sys.argv[1:5]
    day = date.fromisoformat(day)
    names = ("occupations", "regions", "industry", "education", "title-level", "skill-level")
    lists = {name: independent.CodeList(code_lists, name) for name in names}
    rows, _ = independent.load(folder, lists, day)
    levels = units(catalog)
    postings = []
    for row in independent.without_copies(rows["postings"]):
        filled = row.cells.get("已招人数", "")
        left = row.weight - (int(filled) if filled.isdigit() else 0)
        posting = posting_of(row, lists)
        unit = posting["code"] if posting["code"] in levels else posting["code"][:7]
        if is_open(row, day) and row.region[:4] == independent.HOME[:4] and left > 0 and \
                levels.get(unit) in ("heavy", "medium"):
            postings.append({**posting, "unit": unit})
    hired = hires(folder, code_lists, lists["regions"], day)
    seekers = defaultdict(list)
    for row in rows["seekers"]:
        seeker = seeker_of(row, lists)
        if is_open(row, day) and row.cells.get("同意推荐") == "是" and "-" in seeker["code"] and \
                not any(row.start <= at <= day for at in hired[seeker["id"]]):
            seekers[seeker["code"][:4]].append(seeker)
    pairs = []
    for posting in postings:
        for seeker in seekers[posting["code"][:4]]:
            score = parts(posting, seeker)
            key = (-sum(score), [text.encode() for text in posting["id"]], seeker["id"].encode())
            pairs.append((key, posting, seeker, score))
    of_posting, of_seeker, chosen = Counter(), Counter(), []
    for key, posting, seeker, score in sorted(pairs, key=lambda pair: pair[0]):
        if of_posting[posting["id"]] < MOST_SEEKERS and of_seeker[seeker["id"]] < MOST_POSTINGS:
            of_posting[posting["id"]] += 1
            of_seeker[seeker["id"]] += 1
            chosen.append((key[1], key[0], key[2], posting, seeker, score))
    for *_, posting, seeker, score in sorted(chosen, key=lambda row: row[:3]):
        print(*posting["id"], seeker["id"], sum(score), *score, posting["unit"], sep="|")


if __name__ == "__main__":
    main()
