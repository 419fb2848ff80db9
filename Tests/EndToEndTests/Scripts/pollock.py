"""Reads the polluted files of the Pollock benchmark (github.com/HPI-Information-Systems/Pollock) and holds what is in the
warehouse against their clean versions.

    pollock.py TALENTFLOW FOLDER [--show N]

FOLDER: a checkout with `polluted_files`; without one nothing is done. Each file is a source of its own, which states what
the benchmark states of it: delimiter, quote, escape and the rows above the header. Printed: the score (of 10, as the
benchmark counts it: success, and precision, recall and F1 of header, records and cells; plain, and weighted where
pollock_weights.json is there), and the cells that are wrong, of files with findings and of files without: these would be
wrong in silence, and end the script with 1.
"""

import argparse, collections, csv, glob, json, os, sqlite3, subprocess, sys, tempfile

NAMES = ["DATE", "TIME", "Qty", "PRODUCTID", "Price", "ProductType", "ProductDescription", "URL", "Comments"]
FIELDS = len(NAMES)


def text(value):
    return "'" + value.replace("'", "''") + "'"


def source(name, parameters):
    lines = ["source: f%05d" % name[0], "title: %s" % text(name[1]), "contract: pollock", 'home_region: "450600"', 'missing: [""]']
    lines.append("constants: {file_name: %s, day: '2026-01-01'}" % text(name[1]))
    if parameters["encoding"].lower().replace("-", "") in ("utf8", "ascii"):
        lines.append("encoding: utf-8")
    delimiter = parameters["delimiter"]
    if delimiter:
        lines.append("delimiter: %s" % json.dumps(delimiter))
    quote, escape = parameters["quotechar"], parameters["escapechar"]
    if quote in ("'", '"'):
        lines.append("quote: %s" % json.dumps(quote))
    if escape and escape not in (quote, "\0") and escape.isprintable():
        lines.append("escape: %s" % json.dumps(escape))
    lines.append("key: [%s]" % ", ".join(["file_name"] + ["c%d" % i for i in range(FIELDS)]))
    return "\n".join(lines) + "\n"


def dataset(names):
    fields = ["  row_key: {kind: key, required: true}", "  file_name: {kind: text, max: 200}",
              "  region: {kind: region, default: source}", "  day: {kind: date, required: true}"]
    fields += ["  c%d: {kind: text, max: 2000, as: [%s]}" % (i, text(n)) for i, n in enumerate(names)]
    return "dataset: pollock\ntitle: {zh: 测试, en: Pollock}\nkey: [row_key]\n" \
        "roles: {start: day, region: region, contributor: none}\nfields:\n" + "\n".join(fields) + "\n"


def overlap(wanted, got):
    """Precision, recall and F1, as the benchmark counts them."""
    if not wanted:
        return [1.0] * 3
    both = sum((collections.Counter(wanted) & collections.Counter(got)).values())
    if not both:
        return [0.0] * 3
    p, r = both / len(wanted), both / len(got)
    return [p, r, 2 * p * r / (p + r)]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("talentflow")
    options.add_argument("folder")
    options.add_argument("--show", type=int, default=10)
    options = options.parse_args()
    files = sorted(glob.glob(os.path.join(options.folder, "polluted_files", "csv", "*")))
    if not files:
        print("skipped: no polluted_files/csv in %s; git clone https://github.com/HPI-Information-Systems/Pollock" % options.folder)
        return 0
    program = os.path.abspath(options.talentflow)
    codelists = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../../Pipelines/codelists"))
    with tempfile.TemporaryDirectory() as place:
        for folder in ("datasets", "sources"):
            os.mkdir(os.path.join(place, folder))
        os.symlink(codelists, os.path.join(place, "codelists"))
        inputs, clean = [], {}
        for number, path in enumerate(files):
            name = os.path.basename(path)
            folder = os.path.dirname(os.path.dirname(path))
            with open(os.path.join(folder, "parameters", name + "_parameters.json")) as file:
                parameters = json.load(file)
            with open(os.path.join(folder, "clean", name), encoding="utf-8-sig", newline="") as file:
                clean[name] = list(csv.reader(file))
            # A blank as delimiter is refused in the source file already, for the whole pipeline.
            if parameters["delimiter"] == " ":
                continue
            with open(os.path.join(place, "sources", "f%05d.yaml" % number), "w") as file:
                file.write(source((number, name), parameters))
            inputs.append("- {source: sources/f%05d.yaml, files: %s}" % (number, text(os.path.abspath(path))))
        with open(os.path.join(place, "datasets", "pollock.yaml"), "w") as file:
            file.write(dataset(NAMES))
        with open(os.path.join(place, "pipeline.yaml"), "w") as file:
            file.write('pipeline: pollock\nhome_region: "450600"\nwarehouse: out/w.sqlite\nwork: out\ncodelists: codelists\n'
                       "settle_seconds: 0\ninputs:\n" + "\n".join(inputs) + "\n")
        run = subprocess.run([program, "run", "pipeline.yaml"], cwd=place, capture_output=True, text=True)
        print(run.stdout.splitlines()[0] if run.stdout else run.stderr[-2000:])
        refused = run.stderr.count("[TF")
        db = sqlite3.connect(os.path.join(place, "out", "w.sqlite"))
        columns = ", ".join("c%d" % i for i in range(FIELDS))
        rows = collections.defaultdict(list)
        for row in db.execute("SELECT file_name, %s FROM pollock" % columns):
            rows[row[0]].append([c or "" for c in row[1:]])
        told = {r[0] for r in db.execute("SELECT DISTINCT f.name FROM finding_count c JOIN file f ON f.id = c.file WHERE c.rule <> 'header.unknown-column'")}
        taken = {r[0] for r in db.execute("SELECT name FROM file")}
    weights = {}
    if os.path.exists(os.path.join(options.folder, "pollock_weights.json")):
        with open(os.path.join(options.folder, "pollock_weights.json")) as file:
            weights = json.load(file)
    total, weighted, sum_of_weights, wrong, silent, shown = 0.0, 0.0, 0.0, 0, 0, []
    for name, table in clean.items():
        header = table[0] if table else []
        wanted, got = [[" ".join(c.split()) for c in r] for r in table[1:]], [[" ".join(c.split()) for c in r] for r in rows[name]]
        # Columns that the dataset does not have are no part of what is compared.
        cells = [c for r in wanted for c in r]
        score = [1.0 if name in taken else 0.0] + ([1.0] * 3 if name in taken and header else [0.0] * 3 if header else [1.0] * 3)
        score += overlap(["".join(r) for r in wanted], ["".join(r) for r in got])
        score += overlap(cells, [c for r in got for c in r])
        total += sum(score)
        weight = weights.get(name, 0)
        weighted += sum(score) * weight
        sum_of_weights += weight
        left = collections.Counter(tuple(r) for r in wanted)
        bad = 0
        for row in got:
            if left[tuple(row)]:
                left[tuple(row)] -= 1
            else:
                bad += min((sum(a != b for a, b in zip(row, other)) + abs(len(row) - len(other)) for other in wanted), default=len(row))
        if bad:
            wrong += bad
            if name not in told:
                silent += bad
                shown.append((name, bad))
    print("%d files, %d refused with an error" % (len(files), refused))
    print("score %.3f" % (total / len(files)) + (", weighted %.3f" % (weighted / sum_of_weights) if sum_of_weights else ""))
    print("cells that are wrong: %d in files with findings, %d in silence" % (wrong - silent, silent))
    for name, bad in shown[:options.show]:
        print("  %s: %d" % (name, bad))
    return 1 if silent else 0


sys.exit(main())
