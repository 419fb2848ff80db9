"""Kills runs and looks whether anything is lost.

usage: python3 kill.py PROGRAM [--rounds 200] [--signal KILL|TERM] [--seed 1] [--every-call]

PROGRAM is the built talentflow. Each round starts from an empty project or from a half-loaded one, ends the run with the
signal, runs again, and compares warehouse and edition with those of an undisturbed run. Half of the rounds strike at an
instant drawn from 0 to 1.05 of the undisturbed time, the other half at a drawn call of write, fsync, rename … (with a C
compiler). --every-call strikes at each of those calls in turn instead. Every difference is reported; then the exit code
is 1.
"""
import argparse
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from os import path
from subprocess import TimeoutExpired

import rehearsal


def strike_at_instant(state, number, delay):
    """Runs and sends the signal after `delay` seconds. Returns what came of it, and when the signal was sent."""
    began = time.monotonic()
    process = state.project.start()
    sent = None
    try:
        process.wait(timeout=delay)
    except TimeoutExpired:
        sent = time.monotonic()
        process.send_signal(number)
    return state.project.finish(began, process), sent


def strike_at_call(state, shim, scratch, number, call):
    """Runs and lets the shim send the signal at the `call`-th call."""
    action = "KILL" if number == signal.SIGKILL else "TERM"
    ended = state.project.run(**rehearsal.shim_settings(shim, state.project, scratch, call=call, action=action))
    note = rehearsal.first_note(scratch)
    return ended, note[1] if note else None


def trouble_of_the_end(state, number, ended, sent):
    """What is wrong with how the run ended."""
    if ended.status == 0:
        return []  # It was done before the signal came.
    if number == signal.SIGKILL:
        return [] if ended.status == -number else [f"ended with {ended.status}: {ended.errors}"]
    trouble = []
    if ended.ended - sent > 2:
        trouble.append(f"ended {ended.ended - sent:.2f} s after the signal")
    if ended.status == -number:
        # The program had not got as far as its first line of code.
        return trouble + (["died without a word"] if state.project.files() != state.template_files else [])
    if ended.status != 128 + number:
        trouble.append(f"ended with {ended.status}: {ended.errors}")
    told = rehearsal.messages(ended.errors)
    if len(told) != 1 or "SIGTERM" not in told[0] or "没有丢失" not in told[0] or "再运行一次" not in told[0]:
        trouble.append(f"said {ended.errors!r}")
    return trouble


def phase(project):
    """How far the run had got: for the summary, so that one sees that the strikes were spread."""
    if not path.exists(project.warehouse):
        return "nothing there yet"
    if path.exists(project.warehouse + "-journal"):
        return "in a transaction"
    return "published" if project.edition_files() == project.state.new_edition else "between transactions"


def trouble_of_lookers(project):
    """`plan` and `status` have an answer whatever the run left."""
    trouble = []
    for command in ["plan", "status"]:
        ended = project.run(command)
        if ended.status not in ({0, 75} if command == "plan" else {0, 66, 75}):
            trouble.append(f"{command} ended with {ended.status}: {ended.errors}")
    return trouble


def strikes(arguments, states, calls, drawn):
    """(state, instant or None, call or None) of each round."""
    if arguments.every_call:
        for state in states:
            for call in range(1, calls[state.name] + 1):
                yield state, None, call
        return
    for round in range(arguments.rounds):
        state = states[round // 2 % 2]
        if round % 2 and calls:
            yield state, None, drawn.randint(1, calls[state.name])
        else:
            yield state, drawn.uniform(0, 1.05 * state.seconds), None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--signal", choices=["KILL", "TERM"], default="KILL")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every-call", action="store_true")
    arguments = parser.parse_args()
    number = signal.SIGKILL if arguments.signal == "KILL" else signal.SIGTERM
    drawn = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory(prefix="talentflow-kill-") as folder:
        shim = rehearsal.build_shim(folder)
        states, calls = [], {}
        for name in ["empty", "half"]:
            state = rehearsal.State(name, arguments.program, path.join(folder, name))
            state.restore()
            state.template_files = state.project.files()
            state.project.state = state
            states.append(state)
            if shim:
                calls[name] = state.count_calls(shim, folder)
        if arguments.every_call and not shim:
            return 0
        phases, differences, slowest, rounds = Counter(), 0, 0.0, 0
        for rounds, (state, delay, call) in enumerate(strikes(arguments, states, calls, drawn), start=1):
            state.restore()
            if call:
                ended, sent = strike_at_call(state, shim, folder, number, call)
            else:
                ended, sent = strike_at_instant(state, number, delay)
            phases["done before" if ended.status == 0 else phase(state.project)] += 1
            trouble = trouble_of_the_end(state, number, ended, sent) + state.trouble_at_rest()
            if sent and ended.status != 0:
                slowest = max(slowest, ended.ended - sent)
            if rounds % 10 == 0:
                trouble += trouble_of_lookers(state.project)
            trouble += state.trouble_after_rerun()
            for line in trouble:
                differences += 1
                where = f"call {call} {rehearsal.first_note(folder)}" if call else f"{delay:.3f} s"
                print(f"DIFFERENCE, state {state.name}, {where}: {line}", flush=True)
        spread = ", ".join(f"{name} {count}" for name, count in sorted(phases.items()))
        times = ", ".join(f"{state.name} {state.seconds:.2f} s, {calls.get(state.name, '?')} calls" for state in states)
        print(
            f"SIG{arguments.signal}: {rounds} rounds, seed {arguments.seed} ({times}); struck: {spread}; "
            f"slowest end {slowest:.2f} s; differences: {differences}")
    return 1 if differences or not rounds else 0


if __name__ == "__main__":
    sys.exit(main())
