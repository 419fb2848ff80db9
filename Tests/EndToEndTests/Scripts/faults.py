"""Lets every call that writes fail, and looks whether anything is lost.

usage: python3 faults.py PROGRAM [--points N] [--part K/M] [--only calls|disk]

PROGRAM is the built talentflow. From an empty project and from a half-loaded one, with ENOSPC and with EIO, once and
from then on: the n-th call of write, fsync, rename … fails, for every n (or at N points, spread over all of that; of
these every M-th, from the K-th, so that M cores or sittings share them). The program may come to the same result
nevertheless (exit code 0); or it ends with exit code 74 and one message that names the file and the remedy, leaves
warehouse and edition whole, and comes to that result when it runs again, undisturbed.
Then the same on a disk that is too small (a tmpfs, where mounting is allowed; N sizes) and under a limit of file sizes.
Every difference is reported; then the exit code is 1.
"""
import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections import Counter

import rehearsal


def trouble(state, ended):
    """What is wrong after a run that met a fault; runs again where it failed."""
    if ended.status == 0:
        return [f"absorbed, but {line}" for line in state.deviations()]
    found = []
    if ended.status != 74:
        found.append(f"ended with {ended.status}")
    told = rehearsal.messages(ended.errors)
    names_file = len(told) == 1 and told[0].split(": ")[0].split("/")[0] == "disk"
    if not names_file or "重新运行" not in told[0] or "[TF" not in told[0]:
        found.append(f"said {ended.errors!r}")
    found += state.trouble_at_rest()
    if os.path.exists(state.project.edition):
        status, errors = state.project.verify()
        if status != 0:
            found.append(f"verify: {errors}")
    return found


class Report:
    """Counts the runs and tells the differences."""

    def __init__(self):
        self.statuses, self.differences = Counter(), 0

    def add(self, where, ended, found):
        self.statuses[ended.status] += 1
        for line in found:
            self.differences += 1
            print(f"DIFFERENCE, {where}: {line}", flush=True)


def fail_calls(states, shim, scratch, points, part, report):
    """The shim lets chosen calls fail."""
    every = [
        (state, call, action, lasts)
        for action in ["ENOSPC", "EIO"] for lasts in [False, True]
        for state in states for call in range(1, state.count_calls(shim, scratch) + 1)]
    chosen = every[::max(len(every) // points, 1)] if points else every
    chosen = chosen[part[0] - 1::part[1]]
    for state, call, action, lasts in chosen:
        state.restore()
        settings = rehearsal.shim_settings(shim, state.project, scratch, call=call, action=action, lasts=lasts)
        ended = state.project.run(**settings)
        note = rehearsal.first_note(scratch)
        found = trouble(state, ended)
        if ended.status != 0:
            found += state.trouble_after_rerun()
        report.add(f"{action}{' from' if lasts else ''} call {call} {note}, state {state.name}", ended, found)
    print(f"calls: {len(chosen)} of {len(every)} points")


PAGE = 4096


def used(folder):
    """Bytes that the files below `folder` take on a tmpfs, which counts in pages."""
    sizes = [os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(folder) for name in names]
    return sum(-(-size // PAGE) * PAGE for size in sizes)


def fill_disk(states, steps, report):
    """A tmpfs takes the place of `disk`, in sizes from too small to enough."""
    for state in states:
        disk = state.project.disk
        state.restore()
        least = used(disk) + PAGE
        rehearsal.expect(state.project.run())
        # Journals, and the old edition beside the new one, need room for a moment.
        most = used(disk) * 3 // 2
        for step in range(steps):
            size = (least + (most - least) * step // (steps - 1)) // PAGE * PAGE
            mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk]
            done = subprocess.run(mount, capture_output=True)
            if done.returncode != 0:
                print(f"SKIPPED: no tmpfs can be mounted: {done.stderr.decode().strip()}")
                return
            try:
                state.restore()
                ended = state.project.run()
                found = trouble(state, ended)
                subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
                if ended.status != 0:
                    found += state.trouble_after_rerun()
                report.add(f"disk of {size} bytes, state {state.name}", ended, found)
            finally:
                subprocess.run(["umount", disk], check=True)
    print("disks: done")


def limit_files(states, steps, report):
    """No file may grow beyond a size, as with `ulimit -f`."""
    own = resource.getrlimit(resource.RLIMIT_FSIZE)
    for state in states:
        for size in [1 << 19, 1 << 18, 1 << 12, 1 << 15, 1 << 17][:steps]:
            state.restore()
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, own[1]))
            try:
                ended = state.project.run()
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, own)
            found = trouble(state, ended)
            if ended.status != 0:
                found += state.trouble_after_rerun()
            report.add(f"files of {size} bytes, state {state.name}", ended, found)
    print("limits: done")


def part(text):
    """`2/4` as (2, 4)."""
    first, count = map(int, text.split("/"))
    if not 1 <= first <= count:
        raise ValueError(text)
    return first, count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--points", type=int, default=0)
    parser.add_argument("--part", type=part, default=(1, 1))
    parser.add_argument("--only", choices=["calls", "disk"])
    arguments = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory(prefix="talentflow-faults-") as folder:
        states = [rehearsal.State(name, arguments.program, os.path.join(folder, name)) for name in ["empty", "half"]]
        if arguments.only != "disk":
            shim = rehearsal.build_shim(folder)
            if shim:
                fail_calls(states, shim, folder, arguments.points, arguments.part, report)
        if arguments.only != "calls":
            steps = max(arguments.points, 2) if arguments.points else 10
            fill_disk(states, steps, report)
            limit_files(states, steps, report)
    statuses = ", ".join(f"exit code {status}: {count}" for status, count in sorted(report.statuses.items()))
    print(f"faults: {statuses}; differences: {report.differences}")
    return 1 if report.differences else 0


if __name__ == "__main__":
    sys.exit(main())
