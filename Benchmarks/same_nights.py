#!/usr/bin/env python3
"""The nights of a log must be the same however the log comes: checks it on a log of your own.

    Benchmarks/same_nights.py LOG.csv[.gz] --mapping MAPPING.yaml [--program .build/release/countersign] [--kills 20]

The log is judged once as it is. Then it is judged night by night, shuffled, in ten files, packed with gzip and zstd, as
JSON Lines, with one thread and with four, under another key, cut short, twice, and by a job that is killed at random
moments and started again. Every way must come to the same scores, byte for byte, and to the same state digest. Nothing of
the log is left behind. Exit status 1 where something differs.
"""
import argparse, csv, gzip, json, os, pathlib, random, secrets, shutil, signal, subprocess, sys, tempfile, time

arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
arguments.add_argument("log", type=pathlib.Path)
arguments.add_argument("--mapping", type=pathlib.Path)
arguments.add_argument("--program", type=pathlib.Path, default=pathlib.Path(".build/release/countersign"))
arguments.add_argument("--kills", type=int, default=20)
arguments.add_argument("--cuts", type=int, default=3)
arguments.add_argument("--seed", type=int, default=1)
options = arguments.parse_args()
program = options.program.resolve()
mapping = ["--mapping", str(options.mapping.resolve())] if options.mapping else []
draws = random.Random(options.seed)
scratch = pathlib.Path(tempfile.mkdtemp(prefix="countersign-nights-"))
failures = 0


def rows_of(path):
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8-sig")
    table = list(csv.reader(text.splitlines(keepends=True)))
    return table[0], table[1:]


class Desk:
    """A workspace; all of them share a key unless they are told otherwise."""
    key = secrets.token_hex(32)
    count = 0

    def __init__(self, key=None):
        Desk.count += 1
        self.folder = scratch / f"desk{Desk.count}"
        self.folder.mkdir()
        self.run("init")
        (self.folder / "countersign.key").write_text((key or Desk.key) + "\n")

    def run(self, *words):
        return subprocess.run([program, *map(str, words), "--quiet"], cwd=self.folder, check=True,
                              capture_output=True, text=True).stdout

    def nightly(self, *files, through, scores="scores.jsonl", more=()):
        self.run("nightly", *files, *mapping, "--through", through, "--scores", scores, *more)
        return (self.folder / scores).read_bytes()

    def digest(self):
        return json.loads(self.run("status", "--json"))["state_digest"]

    def folded(self):
        return b"".join(p.read_bytes() for p in sorted((self.folder / "Reports").glob("20*/scores.jsonl")))

    def close(self):
        shutil.rmtree(self.folder)


def check(name, *pairs):
    global failures
    good = all(a == b for a, b in pairs)
    failures += not good
    print(f"  {name:<52}{'same' if good else 'DIFFERENT'}", flush=True)


def placeless(scores):
    out = []
    for line in scores.splitlines():
        row = json.loads(line)
        for name in ("rank", "alert", "campaign_id"):
            row.pop(name, None)
        out.append(row)
    return out


def write_csv(name, rows, opener=open):
    path = scratch / name
    with opener(path, "wt", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def write_json_lines(name, rows):
    path = scratch / name
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({k: v for k, v in zip(header, row) if v != ""}, ensure_ascii=False) + "\n")
    return path


try:
    header, rows = rows_of(options.log)
    plain = write_csv("plain.csv", rows)
    whole = Desk()
    started = time.monotonic()
    scores = whole.nightly(options.log.resolve(), through="yesterday")
    seconds = time.monotonic() - started
    digest = whole.digest()
    judged = [json.loads(line) for line in scores.splitlines()]
    nights = sorted({row["received_at"][:10] for row in judged})
    last = nights[-1]
    print(f"{len(judged)} scores of {len(nights)} nights in {seconds:.1f} s, state {digest[:16]}…")

    def one(name, *files, **more):
        desk = Desk()
        got = desk.nightly(*files, through=last, **more)
        check(name, (got, scores), (desk.digest(), digest))
        desk.close()

    again = whole.nightly(options.log.resolve(), through="yesterday", scores="again.jsonl")
    check("run twice", (again, b""), (whole.digest(), digest))
    one("plain CSV", plain)
    shuffled = draws.sample(rows, len(rows))
    one("shuffled", write_csv("shuffled.csv", shuffled))
    parts = [write_csv(f"part{i}.csv", shuffled[i::10]) for i in range(10)]
    one("split in ten files", *parts)
    one("gzip", write_csv("packed.csv.gz", rows, gzip.open))
    if shutil.which("zstd"):
        subprocess.run(["zstd", "-q", "-f", plain, "-o", scratch / "packed.csv.zst"], check=True)
        one("zstd", scratch / "packed.csv.zst")
    one("JSON Lines", write_json_lines("log.jsonl", rows))
    one("one thread", plain, more=("--threads", "1"))
    one("four threads", plain, more=("--threads", "4"))
    other = Desk(key=secrets.token_hex(32))
    check("another key: the same scores", (other.nightly(plain, through=last), scores))
    other.close()

    # A night's rows by the night that the program put them in; rows that it rejected go with the first file.
    night_of = {row["request_id"]: row["received_at"][:10] for row in judged}
    place = next(i for i in range(len(header)) if sum(r[i] in night_of for r in rows[:50] if i < len(r)) > 25)
    by_night = {}
    for row in rows:
        by_night.setdefault(night_of.get(row[place], nights[0]), []).append(row)
    desk = Desk()
    for night in nights:
        desk.run("nightly", write_csv("night.csv", by_night[night]), *mapping, "--through", night)
    check("night by night", (desk.folded(), scores), (desk.digest(), digest))
    desk.close()

    in_order = {row["request_id"]: n for n, row in enumerate(judged)}
    ordered = sorted((r for r in rows if r[place] in in_order), key=lambda r: in_order[r[place]])
    head = placeless(scores)
    for cut in sorted(draws.sample(range(1, len(ordered)), options.cuts)):
        desk = Desk()
        got = placeless(desk.nightly(write_csv("cut.csv", ordered[:cut]), through=last))
        check(f"cut after row {cut}: the head of the whole", (got, head[:cut]))
        desk.close()

    desk = Desk()
    kills = 0
    for _ in range(options.kills):
        job = subprocess.Popen([program, "nightly", plain, *mapping, "--through", last, "--quiet"], cwd=desk.folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            job.wait(timeout=draws.uniform(0.02, seconds / options.kills * 2))
        except subprocess.TimeoutExpired:
            os.kill(job.pid, signal.SIGKILL)
            kills += 1
            job.wait()
    desk.run("nightly", plain, *mapping, "--through", last)
    check(f"killed {kills} times and started again", (desk.folded(), scores), (desk.digest(), digest))
    desk.run("verify")
finally:
    shutil.rmtree(scratch)
sys.exit(1 if failures else 0)
