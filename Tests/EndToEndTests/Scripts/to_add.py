"""Verifies the table in Sources/README.md of what is touched to add something: python3 to_add.py REPOSITORY TALENTFLOW MODULES

Each thing is added in a copy, in the files that the table names and in no other; then it works: what is declared with the
built program, what is Swift by the compiler, which reads the new file and the changed list with the module that they
belong to (MODULES: folder of the modules of the build). Prints a line a thing; ends with 1 where something else had to be
touched or does not work.
"""
import fnmatch
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

FIXTURE = "Tests/EndToEndTests/Fixtures/permits"
PIPELINE = "Pipelines/quarterly-bulletin.yaml"
TABLE = """table: X1
title: {zh: 存档, en: Archives}
dataset: archives
by: category
figures:
- {id: kept, zh: 存档, en: Kept, unit: 份, count: "received_on <= :end"}
"""
CHECK = """-- id: B-01
-- zh: 没有档案类别
-- level: advise
-- section: 就业服务中心
-- clause: 本局规定
-- remedy: 补记
-- entry: archives
SELECT entry FROM archives WHERE category IS NULL
-- day: 2026-09-30
-- + archives archive_id=A1
-- - archives archive_id=A1 category=自由职业或灵活就业人员
-- - archives archive_id=A1 category=未就业的高校毕业生及中专毕业生
"""


def promised(readme):
    """What the table says: thing -> patterns of the files, from the text in backticks."""
    table = re.search(r"^\| 要加 [^|]*\| 动哪些文件 [^|]*\|\n\|[-|]+\|\n((?:\|.*\n)+)", readme, re.M)
    rows = [line.strip("|\n").split("|", 1) for line in table.group(1).splitlines()]
    pattern = lambda name: re.sub("<[^>]*>", "*", name)
    return {thing.split("(")[0].strip(): [pattern(name) for name in re.findall("`([^`]*)`", files)] for thing, files in rows}


def state(folder):
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            full = os.path.join(path, name)
            with open(full, "rb") as file:
                found[os.path.relpath(full, folder)] = file.read()
    return found


class Copy:
    """A copy of folders of the repository; `touched` are the files that differ from how it began."""

    def __init__(self, repository, program, *folders):
        self.repository, self.program, self.folder = repository, program, tempfile.mkdtemp()
        for folder in folders:
            shutil.copytree(os.path.join(repository, folder), os.path.join(self.folder, folder))
        self.before = state(self.folder)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return file.read()

    def replace(self, name, old, new):
        assert old in self.read(name), f"{name} has no {old!r}"
        self.write(name, self.read(name).replace(old, new, 1))

    def fixture(self, name, target):
        with open(os.path.join(self.repository, FIXTURE, name), encoding="utf-8") as file:
            self.write(target, file.read())

    def touched(self):
        after = state(self.folder)
        return sorted(n for n in after.keys() | self.before.keys() if after.get(n) != self.before.get(n))

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], cwd=self.folder, capture_output=True, text=True)
        return done.stdout if done.returncode == 0 else f"{done.returncode} {done.stderr}"


def field(copy):
    copy.replace("Pipelines/datasets/archives.yaml", "  degree:",
                 "  shelf: {kind: integer, from: 1, to: 999, as: [架号]}\n  degree:")
    return "| shelf | 架号 |" in copy.run("contract", "archives", "--pipeline", PIPELINE)


def dataset(copy):
    for name in ("datasets/permits.yaml", "codelists/permit-kind.csv", "codelists/permit-outcome.csv", "sources/permits.yaml"):
        copy.fixture(name, "Pipelines/" + name)
    return ("| permit_no (主键) |" in copy.run("contract", "permits", "--pipeline", PIPELINE)
            and "数据集 permits" in copy.run("explain", "permits"))


def table(copy):
    copy.write("Pipelines/tables/X1.yaml", TABLE)
    return "只供本局" in copy.run("explain", "X1") and "X1.kept" in copy.run("explain", "X1.kept")


def check(copy):
    copy.write("Pipelines/checks/B/B-01.sql", CHECK)
    told = copy.run("explain", "B-01")
    return "没有档案类别" in told and "每夜运行" in told


def registered(copy, listing, sample, name, new, edits=()):
    """A type made after `sample` under another name, and one line in the list."""
    folder = os.path.dirname(sample)
    text = copy.read(sample).replace(name, new)
    for old, other in edits:
        assert old in text, f"{sample} has no {old!r}"
        text = text.replace(old, other)
    copy.write(f"{folder}/{new}.swift", text)
    before = copy.read(listing).splitlines()
    copy.replace(listing, f"{name}.self", f"{name}.self,\n    {new}.self")
    after = copy.read(listing).splitlines()
    return len(after) == len(before) + 1


def compiles(copy, module, modules):
    """The module with what was added, by the compiler: the files that were touched, beside all others."""
    build = os.path.dirname(modules)
    maps = [f"{build}/CRecordIndex.build/module.modulemap", f"{build}/CLZ4.build/module.modulemap",
            os.path.join(copy.repository, "Sources/CZlib/module.modulemap"),
            f"{build}/../../checkouts/GRDB.swift/Sources/GRDBSQLite/module.modulemap"]
    maps = [option for path in maps for option in ("-Xcc", f"-fmodule-map-file={path}")]
    sources = glob.glob(f"{copy.folder}/Sources/{module}/**/*.swift", recursive=True)
    # What the package manager makes of embedded files.
    sources += glob.glob(f"{build}/{module}.build/DerivedSources/*.swift")
    primary = {os.path.join(copy.folder, path) for path in copy.touched() if path.endswith(".swift")}
    assert primary and primary <= set(sources), primary
    files = [word for path in sources for word in (["-primary-file", path] if path in primary else [path])]
    done = subprocess.run(["swiftc", "-frontend", "-typecheck", "-module-name", module, "-swift-version", "6",
                           "-package-name", "talentflow", "-I", modules, *maps, *files], capture_output=True, text=True)
    errors = [line for line in done.stderr.splitlines() if " error: " in line]
    if errors:
        print("\n".join(errors[:5]))
    return done.returncode == 0


def kind(copy):
    return registered(copy, "Sources/Domain/Fields/FieldKinds.swift", "Sources/Domain/Fields/Kinds/FlagField.swift",
                      "FlagField", "AnswerField", [('"flag"', '"answer"')])


def row_check(copy):
    return registered(copy, "Sources/Domain/RowChecks/RowCheck.swift", "Sources/Domain/RowChecks/Checks/AtMost.swift",
                      "AtMost", "NoMoreThan", [('name = "at_most"', 'name = "no_more_than"')])


def monitor(copy):
    return registered(copy, "Sources/Stages/Monitor/Monitors.swift", "Sources/Stages/Monitor/ArchiveMonitor.swift",
                      "ArchiveMonitor", "ShelfMonitor")


def main(repository, program, modules):
    with open(os.path.join(repository, "Sources/README.md"), encoding="utf-8") as file:
        wanted = promised(file.read())
    # Of what is Swift one module is compiled with what was added: it takes a while.
    things = [("字段", field, "Pipelines", None), ("数据集", dataset, "Pipelines", None), ("表", table, "Pipelines", None),
              ("检查", check, "Pipelines", None), ("字段类型", kind, "Sources/Domain", "Domain"),
              ("行检查", row_check, "Sources/Domain", "Domain"), ("监测", monitor, "Sources/Stages/Monitor", None)]
    failed = 0
    for thing, add, folder, module in things:
        copy = Copy(repository, program, folder)
        try:
            works = add(copy)
            touched = copy.touched()
            patterns = wanted[thing]
            is_named = lambda name: any(fnmatch.fnmatch(name, p) or fnmatch.fnmatch(name, "*/" + p) for p in patterns)
            named = all(map(is_named, touched))
            if module and works:
                works = compiles(copy, module, modules)
        finally:
            shutil.rmtree(copy.folder)
        ok = works and named and touched
        failed += not ok
        why = ("" if works else ": does not work") + ("" if named else f": not in {patterns}")
        print("ok" if ok else "FAILED", thing, " ".join(touched) + why)
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*(os.path.abspath(path) for path in sys.argv[1:])))
