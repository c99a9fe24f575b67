"""Countersign's linear models and rankings beside scikit-learn's, on the same rows, in one run.

Usage: logistic_regression.py BINARY

BINARY is the LinearBenchmark executable, built with `-c release`. Generated problems always run; the sets of ADBench
run where COUNTERSIGN_ADBENCH names a folder of `*.csv.gz` files whose last column is `label`. Printed for each
problem: the largest difference between coefficients (on standardised columns), the difference of the mean log-loss,
average precision of both on the last 30 % of the rows, and the time of scikit-learn's fastest solver divided by ours
(above 1: ours is faster).

For the differences scikit-learn runs newton-cholesky at its tightest (elastic net: saga, its only solver); for the
times every solver runs at its own default tolerance, which is looser than ours, and the fastest counts.
"""

import csv
import glob
import json
import os
import subprocess
import sys
import tempfile
import time
import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, log_loss, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler

warnings.filterwarnings("ignore", category=ConvergenceWarning)
warnings.filterwarnings("ignore", category=FutureWarning)

SOLVERS = ["lbfgs", "newton-cholesky", "liblinear", "newton-cg"]
THREADS = os.cpu_count() or 1


def ours(binary, verb, arrays, *options):
    """Runs one verb of the executable on arrays that it reads as files of doubles."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, array in enumerate(arrays):
            paths.append(os.path.join(folder, str(number)))
            np.ascontiguousarray(array, dtype="<f8").tofile(paths[-1])
        command = [binary, verb, *paths, *map(str, options)]
        return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def fit_time(model, x, y, repeats):
    best = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        model.fit(x, y)
        best = min(best, time.perf_counter() - start)
    return best


def compare(binary, name, x, y, c=1.0, repeats=3, solvers=SOLVERS, ratio=0.0):
    cut = int(len(y) * 0.7)
    train_x, train_y, test_x, test_y = x[:cut], y[:cut], x[cut:], y[cut:]
    if len(set(train_y)) < 2 or len(set(test_y)) < 2:
        print(f"{name:16} skipped: one class only in a part")
        return
    found = ours(binary, "fit", [train_x, train_y], x.shape[1], c, ratio, THREADS, repeats)
    coefficients = np.array(found["coefficients"])
    times = {}
    if ratio > 0:
        tight = LogisticRegression(C=c, l1_ratio=ratio, solver="saga", tol=1e-10, max_iter=3000).fit(train_x, train_y)
        model = LogisticRegression(C=c, l1_ratio=ratio, solver="saga", max_iter=1000)
        times["saga"] = fit_time(model, train_x, train_y, 1)
    else:
        tight = LogisticRegression(C=c, solver="newton-cholesky", tol=1e-12, max_iter=1000).fit(train_x, train_y)
        for solver in solvers:
            model = LogisticRegression(C=c, solver=solver, max_iter=1000)
            times[solver] = fit_time(model, train_x, train_y, repeats)
    fastest = min(times, key=times.get)

    theirs = tight.predict_proba(test_x)[:, 1]
    mine = 1 / (1 + np.exp(-(test_x @ coefficients + found["intercept"])))
    difference = max(np.abs(coefficients - tight.coef_[0]).max(), abs(found["intercept"] - tight.intercept_[0]))
    print(
        f"{name:16} {len(train_y):8} {x.shape[1]:4} {difference:9.1e} "
        f"{abs(log_loss(test_y, mine) - log_loss(test_y, theirs)):9.1e} "
        f"{average_precision_score(test_y, mine):8.5f} {average_precision_score(test_y, theirs):8.5f} "
        f"{found['seconds']:9.4f} {times[fastest]:9.4f} {times[fastest] / found['seconds']:7.2f}  {fastest} "
        f"({found['certificate']['status']} in {found['certificate']['iterations']} steps)",
        flush=True,
    )


def compare_rankings(binary, rows):
    rng = np.random.default_rng(5)
    labels = (rng.random(rows) < 0.01).astype(float)
    scores = np.round(rng.normal(size=rows) + 2.5 * labels, 3)
    found = ours(binary, "rank", [scores, labels], 3)
    theirs = average_precision_score(labels, scores)
    start = time.perf_counter()
    for _ in range(20):
        average_precision_score(labels, scores)
    once = (time.perf_counter() - start) / 20
    print(
        f"\nranking of {rows} requests: average precision {found['averagePrecision']:.12f}, scikit-learn's "
        f"{theirs:.12f}\n  sorted once in {found['sortSeconds']:.3f} s; threshold chosen, held against chance and "
        f"tabled with 1,000 resamples in {found['decideSeconds']:.2f} s;\n  average precision with 1,000 resamples in "
        f"{found['evaluateSeconds']:.2f} s (1,000 calls of scikit-learn's: {1000 * once:.1f} s)"
    )


def generated(rows, columns, seed):
    """Correlated features, a sparse truth, about 6 % positives."""
    rng = np.random.default_rng(seed)
    mixing = np.eye(columns) + 0.3 * rng.normal(size=(columns, columns)) / np.sqrt(columns)
    x = rng.normal(size=(rows, columns)) @ mixing
    truth = rng.normal(size=columns) * (rng.random(columns) < 0.5)
    z = x @ truth
    y = (rng.random(rows) < 1 / (1 + np.exp(-(z - 3 - z.std())))).astype(float)
    return x, y


def tables(folder):
    for path in sorted(glob.glob(os.path.join(folder, "*.csv.gz"))):
        yield os.path.basename(path).removesuffix(".csv.gz"), np.loadtxt(path, delimiter=",", skiprows=1)


def adbench(folder):
    for name, table in tables(folder):
        order = np.random.default_rng(0).permutation(len(table))
        x, y = table[order, :-1], table[order, -1]
        spread = x.std(axis=0)
        keep = spread > 0
        x = (x[:, keep] - x[:, keep].mean(axis=0)) / spread[keep]
        yield name, x, y


def compare_by_protocol(binary, folder):
    """The protocol of ADBench's tables: at most 10,000 rows, 70/30 stratified, MinMax, mean of three seeds, C = 1."""
    path = os.path.join(folder, "reference_pyod_aucpr_mean.csv")
    published = {}
    if os.path.exists(path):
        with open(path, newline="") as lines:
            published = {row["set"]: row for row in csv.DictReader(lines)}
    print(f"\n{'ADBench protocol':16} {'AUC ours':>9} {'AUC skl':>9} {'AP ours':>9} {'AP skl':>9} {'AP given':>9}")
    for name, table in tables(folder):
        figures = []
        for seed in range(3):
            rows = table[np.random.default_rng(seed).permutation(len(table))[:10_000]]
            x, test_x, y, test_y = train_test_split(
                rows[:, :-1], rows[:, -1], test_size=0.3, stratify=rows[:, -1], random_state=seed
            )
            scaler = MinMaxScaler().fit(x)
            x, test_x = scaler.transform(x), scaler.transform(test_x)
            found = ours(binary, "fit", [x, y], x.shape[1], 1.0, 0.0, THREADS, 1)
            mine = test_x @ np.array(found["coefficients"])
            tight = LogisticRegression(solver="newton-cholesky", tol=1e-12, max_iter=1000).fit(x, y)
            theirs = tight.decision_function(test_x)
            figures.append(
                [f(test_y, s) for f in (roc_auc_score, average_precision_score) for s in (mine, theirs)]
            )
        mean = np.mean(figures, axis=0)
        given = published.get(name, {}).get("LogReg(supervised)", "")
        print(f"{name:16} {mean[0]:9.4f} {mean[1]:9.4f} {mean[2]:9.4f} {mean[3]:9.4f} {given:>9}", flush=True)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    binary = sys.argv[1]
    print(
        f"{'problem':16} {'rows':>8} {'cols':>4} {'coef diff':>9} {'loss diff':>9} {'AP ours':>8} {'AP skl':>8} "
        f"{'ours s':>9} {'skl s':>9} {'ratio':>7}"
    )
    compare(binary, "generated 100k", *generated(142_858, 30, 1), repeats=5)
    compare(binary, "generated 1M", *generated(1_428_572, 30, 2), repeats=3, solvers=["lbfgs", "newton-cholesky"])
    compare(binary, "wide 20k", *generated(28_572, 300, 3), repeats=2, solvers=["lbfgs", "newton-cholesky"])
    compare(binary, "elastic net 20k", *generated(28_572, 30, 4), c=0.01, ratio=0.5)
    folder = os.environ.get("COUNTERSIGN_ADBENCH")
    if folder:
        for name, x, y in adbench(folder):
            compare(binary, name, x, y, repeats=5)
        compare_by_protocol(binary, folder)
    else:
        print("ADBench skipped: COUNTERSIGN_ADBENCH names no folder")
    compare_rankings(binary, 100_000)


if __name__ == "__main__":
    main()
