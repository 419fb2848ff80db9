"""What kill.py and faults.py share: a scratch project out of SampleData, its undisturbed outcome, and the comparison.

A project lies in one folder: `pipeline.yaml`, the exports in `in/`, and all that the program writes in `disk/`.
"""
import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections import namedtuple
from contextlib import closing

REPOSITORY = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../.."))
PERIOD = "2026Q3"
SOURCES = ["agency-feed", "seekers-county", "archives"]
TABLES = ["T1", "T2", "T5", "T17-title"]
ENVIRONMENT = {**os.environ, "TALENTFLOW_KEY": "0123456789abcdef0123456789abcdef", "TZ": "Asia/Shanghai"}

Ended = namedtuple("Ended", "status output errors began ended")


class Project:
    """A pipeline over one quarter of the sample."""

    def __init__(self, program, folder):
        self.program, self.folder = os.path.abspath(program), folder
        self.disk = os.path.join(folder, "disk")
        self.warehouse = os.path.join(self.disk, "work/warehouse.sqlite")
        self.edition = os.path.join(self.disk, "Reports/bulletin", PERIOD)

    def write_pipeline(self):
        os.makedirs(self.disk, exist_ok=True)
        # A table of each form is enough: to compute and protect all of them would take longer than the rest of the run.
        tables = os.path.join(self.folder, "tables")
        os.makedirs(tables, exist_ok=True)
        for name in TABLES:
            shutil.copy(f"{REPOSITORY}/Pipelines/tables/{name}.yaml", tables)
        inputs = "\n".join(
            f'- {{source: "{REPOSITORY}/Pipelines/sources/{name}.yaml", files: "in/{name}/*.csv"}}' for name in SOURCES)
        parts = "\n".join(f"{part}: {REPOSITORY}/Pipelines/{part}" for part in ["rules", "codelists", "templates"])
        with open(os.path.join(self.folder, "pipeline.yaml"), "w", encoding="utf-8") as file:
            file.write(
                f'pipeline: rehearsal\ntitle: {{zh: 报告, en: Report}}\npublisher: {{zh: 局, en: Bureau}}\n'
                f'home_region: "450600"\nwarehouse: disk/work/warehouse.sqlite\nwork: disk/work\ninputs:\n{inputs}\n'
                f'period: {PERIOD}\nregions:\n- {{code: "450600", en: Fangchenggang}}\n{parts}\n'
                f'tables: tables\npublish: disk/Reports/bulletin\n'
                f'cross_tables:\n- {{id: region-education, by: [region/2, education]}}\n')

    def put(self, source, lines=None):
        """Puts an export of the sample into the inbox, all of it or its first lines."""
        target = os.path.join(self.folder, "in", source, f"{source}-{PERIOD}.csv")
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(f"{REPOSITORY}/SampleData/{source}/{source}-{PERIOD}.csv", "rb") as file:
            rows = file.read().splitlines(keepends=True)
        with open(target, "wb") as file:
            file.writelines(rows[:lines])

    def start(self, command="run", **environment):
        return subprocess.Popen(
            [self.program, command, "pipeline.yaml"] + (["--log", "json"] if command == "run" else []),
            cwd=self.folder, env={**ENVIRONMENT, **environment},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, command="run", **environment):
        return self.finish(time.monotonic(), self.start(command, **environment))

    def finish(self, began, process):
        output, errors = process.communicate(timeout=120)
        return Ended(process.returncode, output.decode(), errors.decode(), began, time.monotonic())

    def verify(self):
        done = subprocess.run([self.program, "verify", self.edition], capture_output=True, env=ENVIRONMENT, timeout=60)
        return done.returncode, done.stderr.decode()

    def dump(self):
        """The warehouse as SQL, without the runs and without which run took a file."""
        with closing(sqlite3.connect(":memory:")) as memory:
            with closing(sqlite3.connect(f"file:{self.warehouse}?mode=ro", uri=True)) as disk:
                disk.backup(memory)
            tables = [name for name, in memory.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            memory.execute("DELETE FROM run")
            for table in tables:
                if any(column[1] == "run" for column in memory.execute(f"PRAGMA table_info({table})")):
                    memory.execute(f"UPDATE {table} SET run = 0")
            return list(memory.iterdump())

    def outcomes(self):
        """What the runs came to, in order."""
        with closing(sqlite3.connect(f"file:{self.warehouse}?mode=ro", uri=True)) as disk:
            return [outcome for outcome, in disk.execute("SELECT outcome FROM run ORDER BY id")]

    def trouble_at_rest(self):
        """What is wrong with a warehouse that nobody has opened since the disturbance; looked at in a copy."""
        if not os.path.exists(self.warehouse):
            return []
        with tempfile.TemporaryDirectory() as copy:
            for ending in ["", "-journal", "-wal", "-shm"]:
                if os.path.exists(self.warehouse + ending):
                    shutil.copy(self.warehouse + ending, copy)
            with closing(sqlite3.connect(os.path.join(copy, "warehouse.sqlite"))) as database:
                result = [line for line, in database.execute("PRAGMA integrity_check")]
        return [] if result == ["ok"] else [f"integrity_check: {result[:3]}"]

    def files(self):
        """Digests of everything that was written, but the warehouse and the locks."""
        digests = {}
        for folder, _, names in os.walk(self.disk):
            for name in names:
                path = os.path.relpath(os.path.join(folder, name), self.disk)
                if path != "work/warehouse.sqlite" and not path.endswith(".lock"):
                    with open(os.path.join(self.disk, path), "rb") as file:
                        digests[path] = hashlib.sha256(file.read()).hexdigest()
        return digests

    def edition_files(self):
        """The part of `files` that readers of the edition see."""
        place = os.path.relpath(self.edition, self.disk) + "/"
        return {path: digest for path, digest in self.files().items() if path.startswith(place)}


class State:
    """Where a run starts from, and what comes of it undisturbed."""

    def __init__(self, name, program, folder):
        self.name = name
        self.project = Project(program, os.path.join(folder, "project"))
        self.template = os.path.join(folder, f"template-{name}")
        shutil.rmtree(self.project.folder, ignore_errors=True)
        os.makedirs(self.project.folder)
        self.project.write_pipeline()
        if name == "half":
            # One export is taken whole, of the others the first part; since then they were exported anew.
            for source in SOURCES:
                self.project.put(source, lines=None if source == "agency-feed" else 90)
            expect(self.project.run())
        for source in SOURCES:
            self.project.put(source)
        shutil.copytree(self.project.folder, self.template, symlinks=True)
        self.old_edition = self.project.edition_files()
        self.restore()
        ended = self.project.run()
        expect(ended)
        self.seconds = ended.ended - ended.began
        self.dump, self.files = self.project.dump(), self.project.files()
        self.new_edition = self.project.edition_files()
        assert len(self.new_edition) > 10 and self.new_edition != self.old_edition

    def restore(self):
        """Puts the project back to where the run starts; `disk` itself stays, as it may be a mount."""
        for name in os.listdir(self.project.disk):
            path = os.path.join(self.project.disk, name)
            shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
        shutil.copytree(self.template, self.project.folder, symlinks=True, dirs_exist_ok=True)

    def count_calls(self, shim, scratch):
        """How many calls that write an undisturbed run makes."""
        self.restore()
        expect(self.project.run(**shim_settings(shim, self.project, scratch)))
        return last_note(scratch)[0]

    def trouble_at_rest(self):
        """What is wrong right after the disturbance: the warehouse is whole, the edition the old or the new one."""
        trouble = self.project.trouble_at_rest()
        edition = self.project.edition_files()
        if edition != self.new_edition and edition != self.old_edition:
            trouble.append(f"the edition is neither the old nor the new one: {difference(self.new_edition, edition)}")
        return trouble

    def trouble_after_rerun(self):
        """Runs again, undisturbed, and compares all with the reference."""
        again = self.project.run()
        if again.status != 0:
            return [f"the rerun ended with {again.status}: {again.errors}"]
        return self.deviations()

    def deviations(self):
        """How the project differs from what an undisturbed run makes of it."""
        trouble = []
        dump = self.project.dump()
        if dump != self.dump:
            trouble += [f"dump: {line[:200]}" for line in sorted(set(dump) ^ set(self.dump))[:6]] or ["dump: order"]
        files = self.project.files()
        if files != self.files:
            trouble.append(f"files: {difference(self.files, files)}")
        outcomes = self.project.outcomes()
        if outcomes[-1] != "完成" or any(outcome is None for outcome in outcomes):
            trouble.append(f"runs: {outcomes}")
        return trouble


def difference(expected, found):
    """The paths in which two sets of digests differ."""
    return sorted(path for path in expected.keys() | found.keys() if expected.get(path) != found.get(path))[:8]


def expect(ended):
    """Stops everything where an undisturbed run fails."""
    if ended.status != 0:
        raise SystemExit(f"the undisturbed run ended with {ended.status}: {ended.errors}")


def build_shim(folder):
    """The path of the compiled faults.c; None, with a clear line, where there is no C compiler."""
    compiler = shutil.which("cc") or shutil.which("clang") or shutil.which("gcc")
    if not compiler:
        print("SKIPPED: no C compiler, so nothing is disturbed at a chosen call")
        return None
    shim = os.path.join(folder, "faults.so")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "faults.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", shim, source, "-ldl", "-lpthread"], check=True)
    return shim


def shim_settings(shim, project, scratch, call=0, action="", lasts=False):
    """The environment of a run whose calls are counted, and the `call`-th disturbed."""
    count = os.path.join(scratch, "count")
    if os.path.exists(count):
        os.remove(count)
    return {
        "LD_PRELOAD": shim, "FAULT_FOLDER": os.path.realpath(project.disk), "FAULT_COUNT": count,
        "FAULT_CALL": str(call), "FAULT_ACTION": action, "FAULT_LASTS": "1" if lasts else ""}


def last_note(scratch):
    """Number, moment, name and path of the last call that the shim noted; None where it noted nothing."""
    count = os.path.join(scratch, "count")
    if not os.path.exists(count):
        return None
    with open(count, encoding="utf-8") as file:
        number, moment, call, path = file.read().splitlines()[-1].split(" ", 3)
    return int(number), float(moment), call, path


def first_note(scratch):
    """As `last_note`, of the disturbed call; None where the run made fewer calls."""
    count = os.path.join(scratch, "count")
    if not os.path.exists(count):
        return None
    with open(count, encoding="utf-8") as file:
        number, moment, call, path = file.readline().rstrip("\n").split(" ", 3)
    return None if call == "end" else (int(number), float(moment), call, path)


def messages(errors):
    """The messages of level error on standard error."""
    return re.findall(r'"level":"error","message":"((?:[^"\\]|\\.)*)"', errors)
