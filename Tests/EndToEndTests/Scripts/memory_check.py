#!/usr/bin/env python3
"""Runs a pipeline under valgrind: no code of the project may read memory that nobody has set, or that is not its own.

    memory_check.py PROGRAMS

PROGRAMS is the folder of talentflow and talentflow-sample, built in release. Takes a minute. Ends with 1 where something
was found. Faults in the Swift runtime and in packages are none of ours and are left out. Once a copy of a structure
without its last byte made a run remove exports that nothing had told it to: no test saw it in nine runs of ten.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

MODULES = ["Pipeline", "Stages", "Domain", "Tabular", "Warehouse", "Declarations", "Tables", "Disclosure", "Documents",
           "Forecasting", "talentflow"]
OURS = re.compile(r"\$s(" + "|".join(f"{len(name)}{name}" for name in MODULES) + ")")
PIPELINE = """pipeline: memory
home_region: "450600"
warehouse: out/warehouse.sqlite
work: out
inputs:
- {{source: {sources}/fcg-public.yaml, files: in/fcg-public/*.csv}}
- {{source: {sources}/seekers-centre.yaml, files: in/seekers-centre/*.csv}}
- {{source: {sources}/placements.yaml, files: in/placements/*.csv}}
codelists: {root}/Pipelines/codelists
datasets: {root}/Pipelines/datasets
"""


def faults(text):
    """The faults that valgrind names, each with the frames of it."""
    blocks = re.split(r"\n==\d+== \n", text)
    return [block for block in blocks if re.search(r"uninitialised|Invalid (read|write)", block)]


def is_ours(fault):
    frames = re.findall(r"(?:at|by) 0x[0-9A-F]+: (\S+)", fault)
    return bool(frames) and bool(OURS.match(frames[0]))


def main(arguments):
    programs = pathlib.Path(arguments[0]).resolve()
    root = pathlib.Path(__file__).resolve().parents[3]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        # Valgrind cannot read the debugging information that Swift writes.
        program = folder / "talentflow"
        subprocess.run(["strip", "-g", "-o", program, programs / "talentflow"], check=True)
        subprocess.run([programs / "talentflow-sample", "--scale", "0.03", "--into", folder / "in"], check=True,
                       stdout=subprocess.DEVNULL)
        (folder / "p.yaml").write_text(PIPELINE.format(root=root, sources=root / "Pipelines/sources"))
        result = subprocess.run(["valgrind", "--error-limit=no", program, "run", folder / "p.yaml", "--workers", "1"],
                                capture_output=True, text=True)
        if result.returncode or "ERROR SUMMARY" not in result.stderr:
            print(result.stderr[-2000:])
            return 1
        found = [fault for fault in faults(result.stderr) if is_ours(fault)]
        print("\n\n".join(found))
        print(f"{len(found)} faults")
        return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
