"""How well forged requests are found on labelled worlds, beside the usual models on a careful feature table.

Usage: worlds.py PROGRAM [FOLDER ...] [--out FILE.md] [--json FILE] [--cache FOLDER] [--no-peers] [--verdicts]

A folder holds requests.jsonl, labels.csv and truth.csv (columns request_id, campaign, and label or is_fraud). Without
folders, worlds are simulated: other seeds than any model of this repository was made with, and in every second one
whole families of attacks come in the measured nights only. Measured are the nights after the first 70 % of the time.

- Countersign, label-free: `backtest --log`.
- Countersign, with labels: `backtest --log --labels --train-through` the 70 % point; the labels are the late, few and
  biased ones that a desk would have, and act as verdicts too.
- IsolationForest, ECOD, COPOD, HBOS (PyOD): fitted on the features of the first 70 %.
- LogisticRegression, HistGradientBoosting (scikit-learn): trained on the *whole truth* of the first 70 %, which no desk has.

Average precision and recall at one alert a night: pooled (as many alerts as nights, wherever they fall) and strict (the
top request of every night), each with its ceiling; then recall by scenario of attack, and the share of the alerts by honest
oddity. Intervals are 95 %, from a bootstrap over campaigns.
"""

import argparse
import csv
import datetime
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
import warnings

os.environ.setdefault("OMP_NUM_THREADS", "1")  # threads that spin beside other work cost more than they bring
import numpy as np
import worlds_features as features
import worlds_scenarios as scenarios

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
# What the peers import next must not find this folder's coverage.py under the name of a package.
sys.path = [folder for folder in sys.path if os.path.abspath(folder or ".") != HERE]
REPLICATES = 400
# Seed, and attacks that nobody tries before the measured nights.
SIMULATED = [
    (9001, ""), (9002, "A1,A5,A6,A18"), (9003, ""), (9004, "A3,A4,A15,A17"), (9005, ""), (9006, "A9,A10,A12,A13"),
]
UNSUPERVISED = ["IsolationForest", "ECOD", "COPOD", "HBOS"]
SUPERVISED = ["LogisticRegression", "HistGradientBoosting"]
OURS = ["label-free", "with labels"]


class World:
    """One log, its truth, and where the nights begin that are measured."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        self.log = os.path.join(self.folder, "requests.jsonl")
        self.labels = os.path.join(self.folder, "labels.csv")
        self.rows, self.when = features.read(self.log)
        truth = {}
        with open(os.path.join(folder, "truth.csv"), encoding="utf-8") as file:
            for row in csv.DictReader(file):
                mark = row.get("label") or row.get("is_fraud") or row.get("fraud") or ""
                is_fraud = mark.lower() in ("fraudulent", "1", "true", "yes", "fraud")
                truth[row["request_id"]] = (is_fraud, row.get("campaign") or row["request_id"], row.get("scenario") or "")
        self.ids = [row["request_id"] for row in self.rows]
        self.fraud = np.array([truth.get(i, (False, "", ""))[0] for i in self.ids])
        self.campaign = np.array([truth.get(i, (False, "", ""))[1] for i in self.ids], dtype=object)
        self.scenario = [truth.get(i, (False, "", ""))[2] for i in self.ids]
        day = np.array([w.toordinal() for w in self.when])
        through = int(day[0] + 0.7 * (day[-1] + 1 - day[0])) - 1
        self.through = datetime.date.fromordinal(through).isoformat()
        self.train = day <= through
        self.test = ~self.train
        self.night = day


class Measure:
    """What a scoring of the measured nights is worth."""

    def __init__(self, world, score):
        test = world.test
        self.fraud = world.fraud[test]
        # Ties count against the forged requests.
        self.order = np.lexsort((self.fraud, -score[test]))
        self.campaign = world.campaign[test][self.order]
        hit = self.fraud[self.order]
        self.hit = hit
        nights = world.night[test]
        self.nights = len(np.unique(nights))
        self.precision = self.average(hit.astype(float))
        names, place = np.unique(self.campaign[hit], return_inverse=True)
        random = np.random.default_rng(0)
        found = np.zeros(len(hit), dtype=bool)
        found[:self.nights] = True
        top = np.zeros(len(hit), dtype=bool)
        ordered = nights[self.order]
        top[np.unique(ordered, return_index=True)[1]] = True
        self.pooled, self.strict = hit[found].sum() / hit.sum(), hit[top].sum() / hit.sum()
        self.pooled_ceiling = min(1, self.nights / hit.sum())
        self.strict_ceiling = len(np.unique(ordered[hit])) / hit.sum()
        draws = []
        for _ in range(REPLICATES):
            times = np.bincount(random.integers(len(names), size=len(names)), minlength=len(names))
            weight = np.zeros(len(hit))
            weight[hit] = times[place]
            whole = weight.sum()
            draws.append((self.average(weight), weight[found].sum() / whole, weight[top].sum() / whole))
        self.low, self.high = np.percentile(np.array(draws), [2.5, 97.5], axis=0)

    def average(self, weight):
        """Average precision where every forged request counts `weight` times."""
        caught = np.cumsum(weight)
        genuine = np.cumsum(~self.hit)
        precision = caught / np.maximum(caught + genuine, 1e-12)
        return float((precision * weight).sum() / max(weight.sum(), 1e-12))

    def values(self):
        return {
            "ap": self.precision, "ap_low": self.low[0], "ap_high": self.high[0], "pooled": self.pooled,
            "pooled_low": self.low[1], "pooled_high": self.high[1], "pooled_ceiling": self.pooled_ceiling,
            "strict": self.strict, "strict_low": self.low[2], "strict_high": self.high[2],
            "strict_ceiling": self.strict_ceiling,
        }


def ours(program, world, options):
    """Scores and p-values of the program for every row."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "scores.jsonl")
        command = [program, "backtest", "--log", world.log, "--scores", path, "--quiet", "--no-progress", *options]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        if done.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
        with open(path, encoding="utf-8") as file:
            found = {row["request_id"]: (row["evidence_bits"], row["p_value"]) for row in map(json.loads, file)}
    return np.array([found[i] for i in world.ids]).T


def peers(world):
    """Scores of the usual models."""
    from pyod.models.copod import COPOD
    from pyod.models.ecod import ECOD
    from pyod.models.hbos import HBOS
    from sklearn.ensemble import HistGradientBoostingClassifier, IsolationForest
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    x, _ = features.table(world.rows, world.when, int(world.train.sum()))
    known, truth = x[world.train], world.fraud[world.train]
    yield "IsolationForest", -IsolationForest(n_estimators=300, random_state=0).fit(known).score_samples(x)
    for model in (ECOD, COPOD, HBOS):
        yield model.__name__, model().fit(known).decision_function(x)
    linear = make_pipeline(StandardScaler(), LogisticRegression(C=0.05, class_weight="balanced", max_iter=2000))
    yield "LogisticRegression", linear.fit(known, truth).decision_function(x)
    boosted = HistGradientBoostingClassifier(
        max_iter=250, learning_rate=0.06, max_leaf_nodes=15, min_samples_leaf=10, l2_regularization=1,
        class_weight="balanced", random_state=0)
    yield "HistGradientBoosting", boosted.fit(known, truth).decision_function(x)


def cached_peers(world, cache):
    """The peers' measures, kept by the digest of the log, its truth and these scripts."""
    digest = hashlib.sha256()
    for path in (world.log, os.path.join(world.folder, "truth.csv"), os.path.join(HERE, "worlds_features.py")):
        with open(path, "rb") as file:
            digest.update(hashlib.sha256(file.read()).digest())
    path = os.path.join(cache, digest.hexdigest()[:24] + ".json") if cache else None
    if path and os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    found = {name: Measure(world, score).values() for name, score in peers(world)}
    if path:
        os.makedirs(cache, exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(found, file)
    return found


def simulated(program, folder):
    """Makes the worlds of `SIMULATED`."""
    for seed, late in SIMULATED:
        path = os.path.join(folder, f"seed-{seed}")
        options = ["--seed", str(seed), "--days", "300", "--agencies", "70", "--attacks", "40", "--requests", "15000"]
        if late:
            options += ["--late", late]
        subprocess.run([program, "simulate", *options, "--out", path, "--quiet"], check=True)
        yield path, f"seed {seed}" + (f", {late} unseen" if late else "")


def measure(program, folder, arguments):
    world = World(folder)
    runs = {"label-free": [], "with labels": ["--labels", world.labels, "--train-through", world.through]}
    if arguments.verdicts:
        runs["verdicts only"] = ["--labels", world.labels]
    scores = {name: ours(program, world, options) for name, options in runs.items()}
    found = {name: Measure(world, score).values() for name, (score, _) in scores.items()}
    if not arguments.no_peers:
        found.update(cached_peers(world, arguments.cache))
    about = {
        "requests": len(world.rows), "nights": int(len(np.unique(world.night[world.test]))),
        "forged": int(world.fraud[world.test].sum()),
        "campaigns": len(set(world.campaign[world.test & world.fraud])),
        "prevalence": float(world.fraud[world.test].mean()),
        "scenarios": {name: scenarios.tally(world, *scores[name]) for name in OURS if any(world.scenario)},
    }
    return about, found


def cell(found, name, key, interval=True):
    if name not in found:
        return ""
    values = found[name]
    text = f"{values[key]:.3f}"
    return text + (f" ({values[key + '_low']:.2f}–{values[key + '_high']:.2f})" if interval else "")


def page(results):
    """The tables in Markdown."""
    methods = [m for m in OURS + ["verdicts only"] + UNSUPERVISED + SUPERVISED if any(m in f for _, _, f in results)]
    lines = ["# Worlds", "", "Made by `make bench-worlds`; `worlds.py` says what is measured and on which worlds.", ""]
    for key, title in (("ap", "Average precision"), ("pooled", "Recall at one alert a night, pooled"),
                       ("strict", "Recall at one alert a night, strict")):
        lines += [f"## {title}", ""]
        ceiling = key != "ap"
        heads = ["world", "ceiling" if ceiling else "forged, campaigns, prevalence"] + methods
        lines += ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
        for name, about, found in results:
            second = (f"{found[OURS[0]][key + '_ceiling']:.2f}" if ceiling else
                      f"{about['forged']}, {about['campaigns']}, {100 * about['prevalence']:.1f} %")
            lines.append("| " + " | ".join([name, second] + [cell(found, m, key) for m in methods]) + " |")
        means = [np.mean([f[m][key] for _, _, f in results if m in f]) for m in methods]
        lines.append("| **mean** |  | " + " | ".join(f"**{mean:.3f}**" for mean in means) + " |")
        lines.append("")
    for name in OURS:
        tallies = [about["scenarios"][name] for _, about, _ in results if name in about["scenarios"]]
        if tallies:
            lines.append(scenarios.page(tallies, name))
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--out", help="write the tables to this file too")
    parser.add_argument("--json", help="write the figures to this file")
    parser.add_argument("--cache", help="keep the peers' figures here")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--verdicts", action="store_true", help="also measure labels that act as verdicts alone")
    arguments = parser.parse_intermixed_args()
    program = os.path.abspath(arguments.program)
    results = []
    with tempfile.TemporaryDirectory() as scratch:
        worlds = [(f, os.path.basename(f.rstrip("/"))) for f in arguments.folders] or simulated(program, scratch)
        for folder, name in worlds:
            start = time.perf_counter()
            about, found = measure(program, folder, arguments)
            results.append((name, about, found))
            line = "  ".join(f"{m} {v['ap']:.3f}" for m, v in found.items())
            print(f"{name}: {about['requests']} requests; {line}  [{time.perf_counter() - start:.0f} s]", file=sys.stderr)
            for path, text in ((arguments.out, page(results)), (arguments.json, json.dumps(results, indent=1))):
                if path:
                    with open(path, "w", encoding="utf-8") as file:
                        file.write(text)
    print(page(results))


if __name__ == "__main__":
    main()
