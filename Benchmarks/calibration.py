"""Whether probabilities mean what they say, and whether certified alerts keep their level, on simulated worlds.

Usage: calibration.py PROGRAM [--model FOLDER] [--worlds N] [--false-discovery N] [--drift N] [--out FILE.md]

Calibration, pooled over worlds of other seeds than anything here was made with, in two regimes. *Trained in its own world*:
every world trains once, on the late, few and biased labels that its desk had by 70 % of the time, and states probabilities for
every later night. *Carried over*: a model of another world (default: Models/reference) judges a world from nothing, without
a label. For bins of the probability: the mean of it, the observed share of forged requests, and the 95 % band within which a
calibrated program's share would lie, bin by bin. Requests of one account within a fortnight are drawn together for the band,
since they are forged together. Of several bins that are right one may well lie outside; so the page says, too, whether the
curve as a whole keeps within the band that 95 % of whole simulated curves keep within. The expected calibration error has an
interval from resampling worlds. Unit: the request. Worlds whose early labels do not suffice for a model state no probability;
others take their place.

False discovery: in worlds without any attack every certified alert is false. An alert is certified where the p-value, over
earlier nights, is at most the level (1 %), and its sample is large enough to say so; the share of requests for which that
happens should not exceed the level. Unit: the request; in exchangeable worlds (no benign oddity), where the level must be
kept within two standard errors, and in worlds that drift (every benign oddity: new officers, migrations, surges …), where it
is reported.
"""

import argparse
import csv
import json
import os
import subprocess
import tempfile
from datetime import date, datetime

import numpy as np

EDGES = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.6, 1.0001]
LEVEL = 0.01
CALM = "B1,B2,B3,B4,B5,B6,B7,B8,B9,B10,B11,B12,B13,B14,B15,B16"


def run(*command, cwd=None):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")


def rows(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def judged(program, folder, model, *options, trains=False):
    """A world's scores, made and judged in `folder`, and the first night after training."""
    run(program, "simulate", *options, "--out", folder, "--quiet")
    extra, after = [], None
    if model:
        with open(os.path.join(folder, "countersign.yaml"), "w", encoding="utf-8") as file:
            file.write(f"model: {os.path.abspath(model)}\n")
        extra = ["--config", "countersign.yaml"]
    if trains:
        with open(os.path.join(folder, "requests.jsonl"), encoding="utf-8") as file:
            days = [date.fromisoformat(json.loads(line)["received_at"][:10]).toordinal() for line in file]
        through = int(min(days) + 0.7 * (max(days) + 1 - min(days))) - 1
        extra, after = ["--labels", "labels.csv", "--train-through", date.fromordinal(through).isoformat()], through + 1
    scores = os.path.join(folder, "scores.jsonl")
    run(program, "backtest", "--log", "requests.jsonl", "--scores", scores, "--quiet", "--no-progress", *extra, cwd=folder)
    return rows(scores), after


def world(program, model, seed):
    """Probability, truth and account-fortnight of every request after training, or after the first month."""
    with tempfile.TemporaryDirectory() as folder:
        found, after = judged(
            program, folder, model, "--seed", str(seed), "--days", "240", "--agencies", "50", "--attacks", "24",
            "--requests", "8500", trains=model is None)
        with open(os.path.join(folder, "truth.csv"), encoding="utf-8") as file:
            truth = {row["request_id"]: row["label"] == "fraudulent" for row in csv.DictReader(file)}
        out = []
        for row in found:
            day = datetime.fromisoformat(row["received_at"].replace("Z", "+00:00")).toordinal()
            after = after or day + 30
            if day >= after and row.get("probability") is not None:
                out.append((row["probability"], truth[row["request_id"]], f"{seed} {row['sender']} {day // 15}"))
    return out


def bins(p, y):
    place = np.searchsorted(EDGES, p, side="right") - 1
    count = np.bincount(place, minlength=len(EDGES) - 1).astype(float)
    return count, np.bincount(place, p, minlength=len(count)), np.bincount(place, y, minlength=len(count))


def error(p, y):
    count, predicted, observed = bins(p, y)
    return float(np.abs(predicted - observed).sum() / count.sum())


def whole(shares):
    """The narrowest band of equal tails, bin by bin, that 95 % of the simulated curves keep within everywhere."""
    for tail in np.arange(2.5, 0, -0.05):
        low, high = np.percentile(shares, [tail, 100 - tail], axis=0)
        if np.mean(np.all((low <= shares) & (shares <= high), axis=1)) >= 0.95:
            break
    return low, high


def calibration(program, model, count, say):
    worlds, seed = [], 7000
    while len(worlds) < count:
        seed += 1
        if found := world(program, model, seed):
            worlds.append(found)
    p = [np.array([r[0] for r in w]) for w in worlds]
    y = [np.array([r[1] for r in w], dtype=float) for w in worlds]
    all_p, all_y = np.concatenate(p), np.concatenate(y)
    cluster = np.unique([r[2] for w in worlds for r in w], return_inverse=True)[1]
    random = np.random.default_rng(0)
    shares = []
    for _ in range(1000):
        drawn = (random.random(cluster.max() + 1)[cluster] < all_p).astype(float)
        n, _, observed = bins(all_p, drawn)
        shares.append(observed / np.maximum(n, 1))
    low, high = np.percentile(shares, [2.5, 97.5], axis=0)
    wide = whole(np.array(shares))
    n, predicted, observed = bins(all_p, all_y)
    say(f"{count} worlds (seeds 7001 to {seed}), {len(all_p)} requests, {int(all_y.sum())} forged\n")
    say("| probability | requests | mean | observed | band | within |\n|---|---|---|---|---|---|")
    for i in range(len(n)):
        if n[i]:
            mean, share = predicted[i] / n[i], observed[i] / n[i]
            say(f"| {EDGES[i]:g} to {min(1, EDGES[i + 1]):g} | {int(n[i])} | {mean:.4f} | {share:.4f} | "
                f"{low[i]:.4f} to {high[i]:.4f} | {'yes' if low[i] <= share <= high[i] else 'no'} |")
    share = observed / np.maximum(n, 1)
    kept = np.all((wide[0] <= share) & (share <= wide[1]))
    say(f"\nBins within their band: {int(np.sum(((low <= share) & (share <= high))[n > 0]))} of {int(np.sum(n > 0))}. "
        f"The curve as a whole {'keeps' if kept else 'does NOT keep'} within the 95 % band of whole curves.")
    draws = []
    for _ in range(1000):
        chosen = random.integers(count, size=count)
        draws.append(error(np.concatenate([p[i] for i in chosen]), np.concatenate([y[i] for i in chosen])))
    say(f"\nExpected calibration error {error(all_p, all_y):.5f} "
        f"({np.percentile(draws, 2.5):.5f} to {np.percentile(draws, 97.5):.5f}); "
        f"Brier {np.mean((all_p - all_y) ** 2):.5f}, of the prevalence alone {all_y.mean() * (1 - all_y.mean()):.5f}")


def false_discovery(program, count, drifts, say):
    shares, alerts = [], []
    for i in range(1, count + 1):
        with tempfile.TemporaryDirectory() as folder:
            found, _ = judged(
                program, folder, None, "--seed", str((30_000 if drifts else 20_000) + i), "--days", "150", "--agencies",
                "30", "--attacks", "0", "--requests", "4500", *([] if drifts else ["--without", CALM]))
            certified = [(row["p_value"] <= LEVEL, bool(row["alert"])) for row in found if row["certified"]]
        shares.append(np.mean([c[0] for c in certified]))
        alerts.append(np.mean([c[1] for c in certified]))
    for name, values in (("p-value at most the level", shares), ("alerted", alerts)):
        mean, deviation = np.mean(values), np.std(values, ddof=1) / np.sqrt(count)
        verdict = "kept" if mean <= LEVEL + 2 * deviation else "NOT kept"
        say(f"- {name}: {mean:.5f} of certified genuine requests, standard error {deviation:.5f}, level {LEVEL}: {verdict}, "
            f"over {count} seeds")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("--model", default=os.path.join(here, "..", "Models", "reference"))
    parser.add_argument("--worlds", type=int, default=20)
    parser.add_argument("--false-discovery", type=int, default=100, metavar="N")
    parser.add_argument("--drift", type=int, default=20, metavar="N")
    parser.add_argument("--out", help="write the page to this file too")
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.program)
    lines = []

    def say(text):
        print(text, flush=True)
        lines.append(text)
        if arguments.out:
            with open(arguments.out, "w", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")

    say("# Probabilities and certified alerts\n\nMade by `make bench-calibration`; the script says what is measured.")
    for title, model in (("trained in its own world", None), ("carried over from another world", arguments.model)):
        if arguments.worlds:
            say(f"\n## Reliability, {title}\n")
            calibration(program, model, arguments.worlds, say)
    for title, count, drifts in (("exchangeable worlds", arguments.false_discovery, False), ("worlds that drift", arguments.drift, True)):
        if count:
            say(f"\n## False discovery, {title}\n")
            false_discovery(program, count, drifts, say)


if __name__ == "__main__":
    main()
