#!/usr/bin/env python3
"""Holds the workbook of an edition against its CSV tables, cell by cell: python3 workbook.py <edition folder>

Exit status 1 where a cell differs, a sheet is missing, or a code became a number. With LibreOffice there, the workbook is
opened by it as well and its first sheet written as CSV. Needs openpyxl.
"""
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

ABOVE = 3  # title, remark, head


def differences(book, path):
    if path.stem not in book.sheetnames:
        yield f"no sheet {path.stem}"
        return
    sheet = book[path.stem]
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            value = sheet.cell(ABOVE + number + 1, column + 1).value
            if isinstance(value, str) or value is None:
                # An apostrophe keeps Excel from taking the text of a CSV for a formula; the workbook needs none.
                there, same = value or "", text in (value or "", "'" + (value or ""))
            else:
                there, same = value, text not in ("",) and float(text) == value
            if not same:
                yield f"{path.stem} row {number + 1} column {column + 1}: {text!r} in the CSV, {there!r} in the workbook"
    if sheet.freeze_panes != f"A{ABOVE + 1}":
        yield f"{path.stem}: the head is not frozen"
    if not sheet.print_area:
        yield f"{path.stem}: no print area"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    edition = pathlib.Path(sys.argv[1])
    file = next(edition.glob("*.xlsx"))
    book = openpyxl.load_workbook(file)
    package = json.loads((edition / "datapackage.json").read_text(encoding="utf-8"))
    tables = [edition / resource["path"] for resource in package["resources"] if "schema" in resource]
    problems = [problem for table in tables for problem in differences(book, table)]
    for problem in problems[:20]:
        print(f"FAIL: {problem}")
    print(f"{file.name}: {len(tables)} tables, {len(problems)} differences")
    if shutil.which("soffice"):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "csv",
                 "--outdir", folder, str(file)],
                check=True, capture_output=True, timeout=300)
            lines = (pathlib.Path(folder) / f"{file.stem}.csv").read_text(encoding="utf-8").splitlines()
        print(f"LibreOffice opened it: {len(lines)} lines in its first sheet")
        problems += [] if len(lines) >= len(tables) else ["LibreOffice does not see all tables"]
    else:
        print("SKIP: LibreOffice (apt-get install libreoffice-calc)")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
