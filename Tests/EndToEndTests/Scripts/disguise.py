"""The sample's registrations with other persons in them: sex, birth, household, identity and category of every row.

usage: python3 disguise.py SAMPLEDATA INTO
Rows that the program rejects are left as they are, those whose quotes are broken are left out.
"""
import os
import shutil
import sys

import independent

SOURCES = {"seekers-centre": "utf-8", "seekers-county": "gb18030"}
FIELDS = {
    "person": ["证件号码"], "sex": ["性别", "男女"], "birth": ["出生年月", "出生日期"],
    "category": ["求职人员类别", "人员类别"], "home": ["户籍", "户籍地"]}


def identity(number):
    """A number of Beijing with a right check character, another one for every row."""
    body = "110101" + f"19{50 + number % 40}0307" + f"{number % 1000:03}"
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights)) % 11]


def other(field, text, number):
    if field == "person":
        return identity(number)
    if field == "sex":
        return ("女" if text.startswith("男") else "男") + text[1:]
    if field == "birth":
        return f"{1950 + number % 40}-03-07"
    if field == "category":
        return "退休人员" if text[:2] != "退休" else "在业人员"
    return "北京市东城区" if "北京" not in text else "上海市黄浦区"


def quoted(cell):
    return b'"' + cell.replace(b'"', b'""') + b'"' if any(c in cell for c in b',"\n') else cell


def main():
    folder, target = sys.argv[1:3]
    changed = 0
    for source, encoding in SOURCES.items():
        os.makedirs(os.path.join(target, source))
        for file in sorted(os.listdir(os.path.join(folder, source))):
            with open(os.path.join(folder, source, file), "rb") as stream:
                data = stream.read()
            mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
            rows = independent.records(data[len(mark):], b",")
            header = next(rows)
            names = [name.decode(encoding) for name in header]
            places = {field: names.index(n) for field, all_names in FIELDS.items() for n in all_names if n in names}
            lines = [header]
            for row in filter(None, rows):
                if len(row) != len(header) or independent.decoded(row, encoding) is None:
                    lines.append(row)  # rejected, and to be rejected again
                    continue
                for field, place in places.items():
                    if place < len(row):
                        text = row[place].decode(encoding, "replace")
                        row[place] = other(field, text, changed).encode(encoding)
                changed += 1
                lines.append(row)
            with open(os.path.join(target, source, file), "wb") as stream:
                stream.write(mark + b"".join(b",".join(map(quoted, line)) + b"\r\n" for line in lines))
    shutil.copytree(os.path.join(folder, "placements"), os.path.join(target, "placements"))
    print(f"disguised {changed} rows")


main()
