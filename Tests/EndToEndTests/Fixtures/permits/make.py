"""Writes permits.csv beside this file, or to another path: python3 make.py [PATH]

500 rows of made-up applications with a fixed seed: one unit holds most of one kind in one county, two units all of a
county's, some cells are of a few; dates, kinds and places are written in several ways, some rows come twice with another
state, some cannot be read.
"""
import csv
import os
import random
import sys
from datetime import date, timedelta

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
KINDS = {"人力资源服务许可": ["人力资源服务许可", "1", "人才中介服务许可"], "劳务派遣许可": ["劳务派遣许可", "劳务派遣", "2"],
         "民办培训学校许可": ["民办培训学校许可", "3"], "特殊工时审批": ["特殊工时审批", "特殊工时", "4"]}
PLACES = {"450602": ["450602", "港口区", "防城港市港口区"], "450603": ["450603", "防城区"],
          "450681": ["450681", "东兴市", "防城港-东兴市"], "450621": ["450621", "上思县"], "": ["", "450600"]}
HEADER = "受理编号,统一社会信用代码,申请单位,许可事项,所在地,受理日期,决定日期,决定,涉及人数,经办人,更新时间".split(",")
dice = random.Random(20260930)


def credit_code(number):
    body = "91450602MA" + "".join(ALPHABET[number // 31**i % 31] for i in range(7))
    return body + ALPHABET[(31 - sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(body)) % 31) % 31]


def spelled(at):
    if at is None:
        return ""
    return dice.choices([at.isoformat(), f"{at.year}/{at.month}/{at.day}", f"{at.year}年{at.month}月{at.day}日",
                         at.strftime("%Y%m%d")], [80, 8, 6, 6])[0]


def unit(kind, place):
    if place == "450681" and kind == "特殊工时审批" and dice.random() < 0.92:
        return 3
    if place == "450621":
        return dice.choice([7, 8, 8])
    return dice.randrange(60)


def row(number, applied):
    kind = dice.choices(list(KINDS), [15, 45, 8, 32])[0]
    place = dice.choices(list(PLACES), [44, 26, 18, 8, 4])[0]
    who = unit(kind, place)
    decided = applied + timedelta(dice.randint(2, 26) if dice.random() < 0.9 else dice.randint(30, 55))
    if decided > date(2026, 9, 30) or dice.random() < 0.03:
        decided = None
    outcome = dice.choices(["准予", "准予许可", "不予", "撤回"], [70, 12, 10, 8])[0] if decided else ""
    code = credit_code(who) if dice.random() < 0.97 else dice.choice(["", credit_code(who)[:-1] + "I"])
    updated = (decided or applied).isoformat() + f" {dice.randint(8, 17):02d}:{dice.randint(0, 59):02d}:00"
    kinds = KINDS[kind]
    return [f"XK{applied.year}{number:05d}", code, f"某{who:02d}有限公司", dice.choices(kinds, [90] + [10] * (len(kinds) - 1))[0],
            dice.choice(PLACES[place]), spelled(applied), spelled(decided), outcome, str(dice.choice(["", 5, 12, 40])),
            "某某", updated]


def main(path):
    first, days = date(2025, 4, 1), (date(2026, 9, 30) - date(2025, 4, 1)).days
    rows = [row(n + 1, first + timedelta(dice.randint(0, days))) for n in range(480)]
    again = []
    for old in dice.sample(rows, 12):  # known before it was decided; a copy; an older state that comes late
        before = old[:6] + ["", ""] + old[8:10] + ["2025-01-02 08:00:00"]
        again.append(dice.choice([list(old), before]))
    broken = [row(481 + n, date(2026, 5, 4 + n)) for n in range(8)]
    broken[0][0], broken[1][0], broken[2][5], broken[3][5] = "", "无", "", "2026-02-30"
    broken[4][5], broken[5][5] = "2099-01-01", "待定"
    broken[6].append("补录")
    broken[7].pop()
    lines = rows + again + broken
    dice.shuffle(lines)
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEADER] + lines)


if __name__ == "__main__":
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "permits.csv")
    main(sys.argv[1] if len(sys.argv) > 1 else beside)
