"""Lives through sixty nights with all that goes wrong in them, and looks at what the pages told.

usage: python3 nights.py PROGRAM [--nights 60] [--strikes 12] [--keep FOLDER]

PROGRAM is the built talentflow. The exports of the sample come a day's, week's or month's part at a time, as a bureau gets
them; some come late, not at all, with another header, twice in one file, as garbage or cut short. The machine is off for
some nights, one run is killed, one meets a full disk; one night is killed again and again, in copies, at its last calls that
write. Prints precision and recall of the alerts against what was built in. Then the warehouse is compared with that of one
run over everything that came. Every difference is reported; then the exit code is 1.
"""
import argparse
import csv
import datetime
import io
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing

import rehearsal

FIRST = datetime.date(2026, 10, 8)
DAY = datetime.timedelta(days=1)
# 10 October was worked in place of a day of the National Day holiday.
WORKED_WEEKENDS = {datetime.date(2026, 10, 10)}
INPUTS = {"fcg-public": "day", "seekers-centre": "workday", "agency-feed": "week", "archives": "month"}
MARKET = {"ratio", "gap", "pay", "duration", "forecast"}


def is_worked(day):
    return day.weekday() < 5 or day in WORKED_WEEKENDS


class Exports:
    """The rows of the sample, dealt out to the days."""

    def __init__(self):
        self.headers, self.rows, self.delimiters = {}, {}, {}
        for source in INPUTS:
            folder = f"{rehearsal.REPOSITORY}/SampleData/{source}"
            rows, met = [], set()
            for name in sorted(os.listdir(folder)):
                with open(os.path.join(folder, name), "rb") as file:
                    data = file.read()
                text = data.decode("gb18030" if is_gb18030(data) else "utf-8-sig", errors="replace")
                delimiter = "\t" if "\t" in text.split("\n", 1)[0] else ","
                table = list(csv.reader(io.StringIO(text), delimiter=delimiter))
                self.headers[source], self.delimiters[source] = table[0], delimiter
                for row in table[1:]:
                    # Of two rows with the same key and time the one that comes later counts: none of these here.
                    key = (row[0], row[-1])
                    if len(row) == len(table[0]) and "\ufffd" not in "".join(row) and key not in met:
                        met.add(key)
                        rows.append(row)
            self.rows[source] = rows

    def part(self, source, number, count):
        return [list(row) for row in self.rows[source][number % count::count]]

    def text(self, source, rows, header=None):
        out = io.StringIO()
        csv.writer(out, delimiter=self.delimiters[source], lineterminator="\r\n").writerows([header or self.headers[source]] + rows)
        return out.getvalue().encode()


def is_gb18030(data):
    """True where the header is no UTF-8; a wild byte in a row does not tell."""
    try:
        data.split(b"\n", 1)[0].decode("utf-8")
        return False
    except UnicodeDecodeError:
        return True


class Bureau:
    """A pipeline with nights in one folder."""

    def __init__(self, program, folder):
        self.program, self.folder = os.path.abspath(program), folder
        self.disk = os.path.join(folder, "disk")
        self.pages = os.path.join(self.disk, "nightly")
        os.makedirs(self.disk, exist_ok=True)
        rhythm = {"day": "every: day", "workday": "every: workday", "week": "every: week, by: 2",
                  "month": "every: month, by: 5"}
        inputs = "\n".join(
            f'- {{source: "{rehearsal.REPOSITORY}/Pipelines/sources/{name}.yaml", files: "in/{name}/*.csv", {rhythm[every]}}}'
            for name, every in INPUTS.items())
        parts = "\n".join(f"{part}: {rehearsal.REPOSITORY}/Pipelines/{part}" for part in ["rules", "codelists"])
        with open(os.path.join(folder, "pipeline.yaml"), "w", encoding="utf-8") as file:
            file.write(
                f'pipeline: nights\nhome_region: "450600"\nwarehouse: disk/work/warehouse.sqlite\nwork: disk/work\n'
                f'inputs:\n{inputs}\n{parts}\n'
                f'night: {{title: 夜报, templates: {rehearsal.REPOSITORY}/Pipelines/templates, publish: disk/nightly}}\n')
        self.warehouse = os.path.join(self.disk, "work/warehouse.sqlite")

    def put(self, source, name, data):
        path = os.path.join(self.folder, "in", source, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def start(self, day, **environment):
        return subprocess.Popen(
            [self.program, "run", "pipeline.yaml", "--quiet"], cwd=self.folder,
            env={**rehearsal.ENVIRONMENT, "TALENTFLOW_TODAY": day.isoformat(), **environment},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, day, **environment):
        process = self.start(day, **environment)
        _, errors = process.communicate(timeout=300)
        return process.returncode, errors.decode()

    def kill(self, day):
        """Kills the run of `day` in a transaction, however fast it is: its page is then still to come. False where it had
        ended before."""
        process = self.start(day)
        while process.poll() is None and not os.path.exists(f"{self.warehouse}-journal"):
            time.sleep(0.0005)
        process.kill()
        process.communicate()
        return process.returncode == -signal.SIGKILL

    def status(self, day):
        path = os.path.join(self.pages, day.isoformat(), "status.json")
        if not os.path.exists(path):
            return None
        with open(path, encoding="utf-8") as file:
            return json.load(file)


class Plan:
    """What comes on which night, what goes wrong, and which alerts that must make."""

    def __init__(self, exports, nights):
        self.exports, self.nights = exports, nights
        # (night, source, name, bytes); (first letters of the id, night on which it has to be told as new)
        self.drops, self.truth, self.off = [], [], set()
        self.killed = self.full = None
        at = lambda share: FIRST + DAY * (nights * share // 60)
        late, missing, header, required = at(18), at(24), at(28), at(38)
        doubled, garbage, value, short = at(33), at(35), at(43), at(47)
        while not is_worked(header):
            header += DAY
        while not is_worked(required):
            required += DAY
        while not is_worked(garbage):
            garbage += DAY
        while not is_worked(short):
            short += DAY
        off = [at(13), at(14), at(15)]
        self.off, self.killed, self.full = set(off), at(51), at(54)
        # The week before the first night is there already.
        self.struck = doubled + DAY
        weeks = [FIRST] + [FIRST + DAY * n for n in range(4, nights) if (FIRST + DAY * n).weekday() == 6]
        lost_week = weeks[len(weeks) * 2 // 3]
        for number in range(nights):
            day = FIRST + DAY * number
            night = day + DAY
            name = f"fcg-public-{day.isoformat()}.csv"
            rows = exports.part("fcg-public", number, nights)
            if day == doubled:
                rows = rows + rows
                self.expect("duplicates/fcg-public", night)
                self.expect("rows/fcg-public", night)
            if day >= value:
                place = exports.headers["fcg-public"].index("单位性质")
                for row in rows[:5]:
                    row[place] = "数字乡村合作社"
                if day == value:
                    self.expect("value/fcg-public/ownership/数字乡村合作社", night)
            data = exports.text("fcg-public", rows)
            if day == missing:
                self.expect(f"late/fcg-public/{day.isoformat()}", night)
            elif day == late:
                self.drops.append((night + DAY * 2, "fcg-public", name, data))
                self.expect(f"late/fcg-public/{day.isoformat()}", night)
            else:
                self.drops.append((night, "fcg-public", name, data))
            if is_worked(day):
                self.seekers(number, day, night, header, required, garbage, short)
            if day in weeks:
                if day == lost_week:
                    self.expect(f"late/agency-feed/{(day - DAY * 6).isoformat()}", day + DAY * 2)
                else:
                    part = exports.part("agency-feed", weeks.index(day), len(weeks))
                    self.drops.append(
                        (night, "agency-feed", f"agency-{weeks.index(day):02}.csv", exports.text("agency-feed", part)))
        for number, month in enumerate(["09", "10", "11"]):
            night = datetime.date(2026, int(month) + 1, 3 if number else 9)
            part = exports.part("archives", number, 3)
            self.drops.append((night, "archives", f"archives-2026-{month}.csv", exports.text("archives", part)))

    def seekers(self, number, day, night, header, required, garbage, short):
        source = "seekers-centre"
        name = f"{source}-{day.strftime('%Y%m%d')}.csv"
        rows = self.exports.part(source, number, self.nights)
        names = list(self.exports.headers[source])
        if day == header:
            names[names.index("学历")] = "受教育情况"
            self.expect(f"header/{source}/", night)
        if day == garbage:
            rows = [row if index % 4 == 0 else row[:1] + [""] * (len(row) - 1) for index, row in enumerate(rows)]
            self.expect(f"rejects/{source}", night)
        if day == short:
            rows = rows[:8]
            self.expect(f"rows/{source}", night)
        if day == required:
            wrong = list(names)
            wrong[wrong.index("登记日期")] = "何时"
            self.drops.append((night, source, name, self.exports.text(source, rows, wrong)))
            # It is mended two nights later.
            night += DAY * 2
            self.expect("refused/", night - DAY * 2)
            self.expect(f"late/{source}/{day.isoformat()}", night - DAY * 2)
        self.drops.append((night, source, name, self.exports.text(source, rows, names)))

    def expect(self, start, night):
        self.truth.append((start, night))


def new_alerts(status):
    return [(alert["id"], alert["occurrence"]) for alert in status["alerts"] if alert["state"] == "new"] if status else []


def strike(bureau, plan, night, strikes, report):
    """Kills the run of `night` at some of its last calls that write, each time in a copy of the project; the page of this
    night, where there is one, and that of the next must tell together what they tell undisturbed, and nothing twice."""
    with tempfile.TemporaryDirectory(prefix="talentflow-strikes-") as scratch:
        shim = rehearsal.build_shim(scratch)
        if not shim:
            return
        template = os.path.join(scratch, "template")
        shutil.copytree(bureau.folder, template)

        def both(call):
            copy = Bureau(bureau.program, os.path.join(scratch, "copy"))
            shutil.rmtree(copy.folder)
            shutil.copytree(template, copy.folder)
            copy.run(night, **rehearsal.shim_settings(shim, copy, scratch, call=call, action="KILL" if call else ""))
            note = rehearsal.first_note(scratch) if call else rehearsal.last_note(scratch)
            first = copy.status(night)
            for due, source, name, data in plan.drops:
                if due == night + DAY:
                    copy.put(source, name, data)
            code, errors = copy.run(night + DAY)
            if code != 0:
                report(f"after a kill at call {call} {note}: ended with {code}: {errors[:300]}")
            return note, first is not None, sorted(new_alerts(first) + new_alerts(copy.status(night + DAY)))

        (calls, *_), _, undisturbed = both(0)
        with_page = 0
        for number in range(strikes):
            call = calls - number * 60 // strikes
            note, has_page, told = both(call)
            with_page += has_page
            if told != undisturbed:
                report(f"killed at call {call} {note}: told {told} instead of {undisturbed}")
        print(f"killed at {strikes} of the last 60 of {calls} calls: {with_page} times the page was there; "
              f"{len(undisturbed)} new alerts told once each")


def live(bureau, plan, strikes, report):
    """Runs all nights; returns what was told as new, as (id, occurrence, night), and the seconds of each run."""
    told, ended, seconds = [], [], []
    open_alerts = {}
    for number in range(1, plan.nights + 1):
        night = FIRST + DAY * number
        for due, source, name, data in plan.drops:
            if due == night:
                bureau.put(source, name, data)
        if night in plan.off:
            continue
        if night == plan.struck and strikes:
            strike(bureau, plan, night, strikes, report)
        began = time.monotonic()
        if night == plan.killed:
            if not bureau.kill(night):
                report(f"{night}: ended before it could be killed")
            continue
        if night == plan.full:
            own = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 14, own[1]))
            try:
                code, errors = bureau.run(night)
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, own)
            if code != 74:
                report(f"{night}: a full disk ended with {code}: {errors[:300]}")
            continue
        code, errors = bureau.run(night)
        seconds.append(time.monotonic() - began)
        status = bureau.status(night)
        if status is None:
            report(f"{night}: no page, ended with {code}: {errors[:300]}")
            continue
        refused = any(alert["kind"] == "refused" and alert["state"] != "cleared" for alert in status["alerts"])
        if code != (65 if refused else 0):
            report(f"{night}: ended with {code}: {errors[:300]}")
        # A check is told by its leads, some of them new and others still there; tests of lists know their truth.
        alerts = [alert for alert in status["alerts"] if not alert["id"].startswith("check/")]
        for alert in alerts:
            key = (alert["id"], alert["occurrence"])
            if alert["state"] == "new":
                if any(known[:2] == key for known in told):
                    report(f"{night}: told twice as new: {key}")
                told.append((*key, night))
                open_alerts[key] = night
            elif alert["state"] == "still" and key not in open_alerts:
                report(f"{night}: still, and never told as new: {key}")
            elif alert["state"] == "cleared":
                if key not in open_alerts:
                    report(f"{night}: cleared, and not open: {key}")
                open_alerts.pop(key, None)
                ended.append(key)
        shown = {(alert["id"], alert["occurrence"]) for alert in alerts}
        for key in set(open_alerts) - shown:
            report(f"{night}: gone without a word: {key}")
    return told, seconds


def judge(told, plan, report):
    """Precision and recall of the alerts about exports; those about the market have no truth here."""
    about = [alert for alert in told if alert[0].split("/")[0] not in MARKET | {"archive"}]
    delayed = plan.off | {plan.killed, plan.full}
    matched = set()
    for start, night in plan.truth:
        while night in delayed:
            night += DAY
        found = [alert for alert in about if alert[0].startswith(start) and alert[2] == night]
        if not found:
            report(f"not told on {night}: {start}; told: {[a for a in about if a[0].startswith(start.split('/')[0])]}")
        matched.update(found)
    for alert in about:
        if alert not in matched:
            report(f"nothing of the kind was built in: {alert[0]} on {alert[2]}")
    hits = len(matched)
    print(f"alerts about exports: {len(about)} told, {len(plan.truth)} built in, precision {hits / max(len(about), 1):.3f}, "
          f"recall {hits / len(plan.truth):.3f}; about the market and archives: {len(told) - len(about)} told")


def contents(path):
    """What a warehouse says, whatever the order in which the files came."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        said = {}
        for table in ["postings", "seekers", "archives"]:
            columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            plain = [c for c in columns if c not in ("id", "file", "employer", "unit", "copy_group")]
            names = [f"t.{column}" for column in plain] + ["f.name"]
            joins = " JOIN file f ON f.id = t.file"
            if "employer" in columns:
                names.append("e.identity")
                joins += " LEFT JOIN employer e ON e.id = t.employer"
            if "unit" in columns:
                names.append("u.name")
                joins += " LEFT JOIN unit u ON u.id = t.unit"
            said[table] = sorted(map(repr, database.execute(f"SELECT {', '.join(names)} FROM {table} t{joins}")))
        said["cube"] = sorted(map(repr, database.execute(
            "SELECT a.dataset, a.name, c.month, c.region, CASE a.name WHEN 'unit' THEN u.name ELSE c.code END, "
            "c.registered, c.ended, c.closed, c.filled FROM cube c JOIN cube_axis a ON a.number = c.axis "
            "LEFT JOIN unit u ON u.id = c.code")))
        said["file"] = sorted(map(repr, database.execute(
            "SELECT source, name, sha256, rows, accepted + duplicate + unchanged, rejected, skipped FROM file")))
        said["findings"] = sorted(map(repr, database.execute(
            "SELECT f.name, c.rule, c.field, c.rows FROM finding_count c JOIN file f ON f.id = c.file")))
        return said


def compare(bureau, reference, report):
    one, other = contents(bureau.warehouse), contents(reference.warehouse)
    for table in one:
        if one[table] != other[table]:
            extra = sorted(set(one[table]) ^ set(other[table]))
            report(f"{table}: {len(extra)} rows differ from one run over everything: {extra[:2]}")
    print("compared with one run over everything: " + ", ".join(f"{len(rows)} {table}" for table, rows in one.items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--nights", type=int, default=60)
    parser.add_argument("--strikes", type=int, default=12)
    parser.add_argument("--keep", help="folder that the project is left in")
    arguments = parser.parse_args()
    differences = []

    def report(line):
        differences.append(line)
        print(f"DIFFERENCE: {line}", flush=True)

    with tempfile.TemporaryDirectory(prefix="talentflow-nights-") as folder:
        folder = arguments.keep or folder
        bureau = Bureau(arguments.program, os.path.join(folder, "nights"))
        plan = Plan(Exports(), arguments.nights)
        told, seconds = live(bureau, plan, arguments.strikes, report)
        judge(told, plan, report)
        reference = Bureau(arguments.program, os.path.join(folder, "once"))
        shutil.copytree(os.path.join(bureau.folder, "in"), os.path.join(reference.folder, "in"))
        code, errors = reference.run(FIRST + DAY * arguments.nights)
        if code != 0:
            report(f"one run over everything ended with {code}: {errors[:300]}")
        compare(bureau, reference, report)
    seconds.sort()
    print(f"nights: {arguments.nights}, runs: {len(seconds)}, median {seconds[len(seconds) // 2]:.2f} s; "
          f"differences: {len(differences)}")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
