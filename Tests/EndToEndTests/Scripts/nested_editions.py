"""Publishes months, quarters, half-years and the year of generated markets, and audits them together.

usage: python3 nested_editions.py PROGRAMS PROJECT WORK [--seeds 7,11,23,31,42] [--scales 0.1,0.3]
                                  [--orders forward,shuffled,backward] [--within 2025] [--loss]

PROGRAMS is the folder of talentflow and talentflow-sample, PROJECT that of Pipelines, WORK one for what is made. For
each seed and scale a market is generated; its editions (19 within a year) are published in the order of their end
(forward), in one that the seed shuffles, and each after what it is a part of (backward): with --within 2026Q3 the quarter
before its months, as the documents do it, with the year before that no edition was made of. Rows of one quarter come in
late: when half of the editions are out, one of the quarters is revised. What an edition is warned of with TF419 is
accepted, and counted by itself. Everything is published twice, as everybody may read it and with all figures, and read
by time_audit.py: with the links between periods nothing may be found. In order they are published once more by a program
that is made to forget each edition before it makes the next: then something must be found. Prints a line for each and how
long the public editions took. Ends with 1 where something leaks that should not, or nothing that should.

--loss publishes the quarters alone, of data that nothing is late of, and prints how many figures of each table are hidden.
"""
import concurrent.futures
import contextlib
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time

import public_audit
import time_audit

LATE = ("fcg-public", "seekers-centre")


def editions(period):
    """All periods within one, each after what it is made of."""
    return [other for child in time_audit.children(period) for other in editions(child)] + [period]


class Market:
    """A generated market whose late rows wait, and its editions."""

    def __init__(self, programs, project, folder, scale, seed, late):
        self.programs, self.folder, self.late = programs, folder, late
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(os.path.join(project, "Pipelines"), os.path.join(folder, "Pipelines"))
        self.run("talentflow-sample", "--scale", scale, "--seed", str(seed), "--into", "SampleData", "--truth", "truth")
        path = os.path.join(folder, "Pipelines", "quarterly-bulletin.yaml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        # The market alone, in editions that may be made again.
        text = re.sub(r"forecast: true.*\n", "", text)
        text = re.sub(r"releases:.*\n(- .*\n)+", "", text)
        text = re.sub(r"internal:.*\n", "", text)
        text = re.sub(r".*sources/(archives|register|counts|agencies|cases|claims|rosters|public-posts|items|measures|reports).yaml.*\n", "", text)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        for table in os.listdir(os.path.join(folder, "Pipelines", "tables")):
            if table.startswith(("T15", "T16", "T17", "T18", "T19", "T20", "T21", "T22", "T23", "T24")):
                os.remove(os.path.join(folder, "Pipelines", "tables", table))
        shutil.rmtree(os.path.join(folder, "Pipelines", "checks"), ignore_errors=True)
        for source in LATE:
            self.part(source)

    def part(self, source):
        """Takes every fifth row of the late quarter out of an export."""
        inbox = os.path.join(self.folder, "SampleData", source)
        name = next(name for name in sorted(os.listdir(inbox)) if self.late in name)
        with open(os.path.join(inbox, name), "rb") as file:
            head, *rows = file.read().splitlines(keepends=True)
        for path, chosen in ((os.path.join(inbox, name), [r for n, r in enumerate(rows) if n % 5]),
                             (os.path.join(self.folder, f"late-{source}.csv"), rows[::5])):
            with open(path, "wb") as file:
                file.writelines([head] + chosen)

    def bring(self):
        for source in LATE:
            shutil.copy(os.path.join(self.folder, f"late-{source}.csv"),
                        os.path.join(self.folder, "SampleData", source, "late.csv"))

    def forget(self):
        """Lets the program know nothing of the editions before."""
        path = os.path.join(self.folder, ".talentflow", "warehouse.sqlite")
        if os.path.exists(path):
            with contextlib.closing(sqlite3.connect(path)) as db:
                for table in ("disclosed", "disclosed_vintage", "disclosed_count", "disclosed_sum",
                              "disclosed_proof", "disclosed_proof_count"):
                    db.execute(f"DELETE FROM {table}")
                db.commit()

    def run(self, program, *arguments):
        result = subprocess.run([os.path.join(self.programs, program), *arguments], cwd=self.folder,
                                capture_output=True, text=True)
        if result.returncode:
            sys.exit(f"{program} {' '.join(arguments)}: {result.returncode}\n{result.stderr[-2000:]}")
        return result

    def publish(self, order, variant):
        """Publishes editions in order; 'late' brings the late rows. Seconds and the warnings about lacking proof."""
        if variant == "open":
            path = os.path.join(self.folder, "Pipelines", "rules", "disclosure.yaml")
            with open(path, "w", encoding="utf-8") as file:
                file.write("least_persons: {public: 1, internal: 1}\nleast_employers: 1\ndominant_percent: 101\n"
                           "open: [许可备案名单已公开]\n")
        start, warnings, told = time.time(), 0, set()
        for step in order:
            if step == "late":
                self.bring()
                continue
            if variant == "forgetful":
                self.forget()
            period, _, revision = step.partition("-")
            more = ["--revise", "--reason", "scheduled", "--note", "补收迟到的导出"] if revision else []
            result = self.run("talentflow", "run", "Pipelines/quarterly-bulletin.yaml", "--period", period, "--accept-disclosed", *more)
            warnings += result.stderr.count("没有证明")
            told.update(re.findall(r"(\d{4}\w*) (\d{6}/\S*): [^\"\n]*从公布过的数可以推算出来", result.stderr))
        return time.time() - start, warnings, told


def steps(within, seed, kind):
    """The editions in order, with late rows and a revision in the middle."""
    order = editions(within)
    if kind == "shuffled":
        random.Random(seed).shuffle(order)
    if kind == "backward":
        order.reverse()
    middle = len(order) // 2
    revised = next(period for period in order[:middle] if "Q" in period)
    return order[:middle] + ["late", revised + "-r2"] + order[middle:], revised


def examine(programs, project, work, within, scale, seed, kind):
    """One market in one order: what is found; and where the program forgets, in order, that it is found."""
    order, late = steps(within, seed, kind)
    named = [step for step in order if step != "late"]
    variants = ["open", "public"] + (["forgetful"] if kind == "forward" else [])
    folders = {variant: os.path.join(work, f"{kind}-{scale}-{seed}-{variant}") for variant in variants}
    told = {variant: Market(programs, project, folder, scale, seed, late).publish(order, variant)
            for variant, folder in folders.items()}
    reports = {variant: os.path.join(folder, "Reports", "bulletin") for variant, folder in folders.items()}
    examination = lambda variant: public_audit.Examination(
        time_audit.TimeReader(reports[variant], reports["open"], named))
    loss = lambda variant: time_audit.together(time_audit.loss(reports[variant], reports["open"], named))
    start = time.time()
    found = examination("public")
    seconds = time.time() - start
    # What was told before release, with TF419, has been accepted.
    accepted = [leak for leak in found.leaks
                if (found.name(leak)[0].split("-")[0], found.name(leak)[1]) in told["public"][2]]
    found.leaks = [leak for leak in found.leaks if leak not in accepted]
    hidden, figures = loss("public")
    lines = [f"{kind} {scale} {seed}: {found.hidden} counts hidden, {len(found.leaks)} leaks, {len(accepted)} told before; {hidden} of {figures} figures "
             f"hidden ({100 * hidden / figures:.1f} %); {told['public'][1]} without proof; "
             f"load and editions {told['public'][0]:.0f} s, audit {seconds:.0f} s"]
    failures = len(found.leaks)
    lines += ["  " + found.say(leak) for leak in found.leaks]
    if "forgetful" in variants:
        open_to_all = examination("forgetful")
        hidden, figures = loss("forgetful")
        lines.append(f"  without its memory: {open_to_all.hidden} counts hidden, {len(open_to_all.leaks)} leaks, "
                     f"{open_to_all.exact} of them exact; {100 * hidden / figures:.1f} % of the figures hidden")
        failures += not open_to_all.leaks
    print("\n".join(lines), flush=True)
    if not failures:
        for folder in folders.values():
            shutil.rmtree(folder)
    return failures


def loss(programs, project, work, within, scale, seed):
    """Prints what the public editions of the quarters do not show, by table."""
    quarters = [period for period in editions(within) if "Q" in period]
    reports = {}
    for variant in ("open", "public"):
        folder = os.path.join(work, f"loss-{scale}-{seed}-{variant}")
        Market(programs, project, folder, scale, seed, quarters[0]).publish(["late"] + quarters, variant)
        reports[variant] = os.path.join(folder, "Reports", "bulletin")
    tables = time_audit.loss(reports["public"], reports["open"], quarters)
    tables["all"] = time_audit.together(tables)
    shares = ", ".join(f"{table} {100 * hidden / figures:.1f} %" for table, (hidden, figures) in tables.items())
    print(f"{scale} {seed}: {shares}", flush=True)


def main(arguments):
    if "--help" in arguments:
        print(__doc__)
        return 0
    is_loss = "--loss" in arguments
    arguments = [word for word in arguments if word != "--loss"]
    options = {"--seeds": "7,11,23,31,42", "--scales": "0.1,0.3", "--orders": "forward,shuffled", "--within": "2025"}
    for option in options:
        if option in arguments:
            place = arguments.index(option)
            options[option] = arguments[place + 1]
            del arguments[place:place + 2]
    programs, project, work = map(os.path.abspath, arguments)
    cases = [(scale, int(seed), kind) for scale in options["--scales"].split(",") for seed in options["--seeds"].split(",")
             for kind in options["--orders"].split(",")]
    if is_loss:
        for scale, seed in dict.fromkeys((scale, seed) for scale, seed, _ in cases):
            loss(programs, project, work, options["--within"], scale, seed)
        return 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda case: examine(programs, project, work, options["--within"], *case), cases))
    print(f"{len(cases)} markets of {len(editions(options['--within'])) + 1} editions, {sum(found)} failures")
    return 1 if sum(found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
