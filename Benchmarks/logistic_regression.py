"""Countersign's logistic regression beside scikit-learn's, on the same rows, in one run.

Usage: logistic_regression.py BINARY

BINARY is the LinearBenchmark executable, built with `-c release`. Generated problems of 100,000 x 30 and
1,000,000 x 30 always run; the sets of ADBench run where COUNTERSIGN_ADBENCH names a folder of `*.csv.gz` files whose
last column is `label`. Printed for each problem: the largest difference between coefficients (on standardised
columns), the difference of the mean log-loss, average precision of both on the last 30 % of the rows, and the time of
scikit-learn's fastest solver divided by ours (above 1: ours is faster).

For the differences scikit-learn runs newton-cholesky at its tightest; for the times every solver runs at its own
default tolerance, which is looser than ours, and the fastest counts.
"""

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
from sklearn.metrics import average_precision_score, log_loss

warnings.filterwarnings("ignore", category=ConvergenceWarning)
warnings.filterwarnings("ignore", category=FutureWarning)

SOLVERS = ["lbfgs", "newton-cholesky", "liblinear", "newton-cg"]
THREADS = os.cpu_count() or 1


def ours(binary, x, y, c, repeats):
    with tempfile.TemporaryDirectory() as folder:
        design, labels = os.path.join(folder, "x"), os.path.join(folder, "y")
        np.ascontiguousarray(x, dtype="<f8").tofile(design)
        np.ascontiguousarray(y, dtype="<f8").tofile(labels)
        out = subprocess.run(
            [binary, design, labels, str(x.shape[1]), repr(c), str(THREADS), str(repeats)],
            check=True,
            capture_output=True,
        ).stdout
    return json.loads(out)


def fit_time(model, x, y, repeats):
    best = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        model.fit(x, y)
        best = min(best, time.perf_counter() - start)
    return best


def compare(binary, name, x, y, c=1.0, repeats=3, solvers=SOLVERS):
    cut = int(len(y) * 0.7)
    train_x, train_y, test_x, test_y = x[:cut], y[:cut], x[cut:], y[cut:]
    if len(set(train_y)) < 2 or len(set(test_y)) < 2:
        print(f"{name:16} skipped: one class only in a part")
        return
    found = ours(binary, train_x, train_y, c, repeats)
    coefficients = np.array(found["coefficients"])
    tight = LogisticRegression(C=c, solver="newton-cholesky", tol=1e-12, max_iter=1000).fit(train_x, train_y)
    times = {}
    for solver in solvers:
        model = LogisticRegression(C=c, solver=solver, max_iter=1000)
        times[solver] = fit_time(model, train_x, train_y, repeats)
    fastest = min(times, key=times.get)

    theirs = tight.predict_proba(test_x)[:, 1]
    mine = 1 / (1 + np.exp(-(test_x @ coefficients + found["intercept"])))
    difference = max(
        np.abs(coefficients - tight.coef_[0]).max(), abs(found["intercept"] - tight.intercept_[0])
    )
    print(
        f"{name:16} {len(train_y):8} {x.shape[1]:4} {difference:9.1e} "
        f"{abs(log_loss(test_y, mine) - log_loss(test_y, theirs)):9.1e} "
        f"{average_precision_score(test_y, mine):8.5f} {average_precision_score(test_y, theirs):8.5f} "
        f"{found['seconds']:9.4f} {times[fastest]:9.4f} {times[fastest] / found['seconds']:7.2f}  {fastest}  "
        f"[{found['certificate']['status']}, {found['certificate']['iterations']} steps, "
        f"{found['certificate']['standardised_violation']:.0e}]",
        flush=True,
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


def adbench(folder):
    for path in sorted(glob.glob(os.path.join(folder, "*.csv.gz"))):
        table = np.loadtxt(path, delimiter=",", skiprows=1)
        order = np.random.default_rng(0).permutation(len(table))
        x, y = table[order, :-1], table[order, -1]
        spread = x.std(axis=0)
        keep = spread > 0
        x = (x[:, keep] - x[:, keep].mean(axis=0)) / spread[keep]
        yield os.path.basename(path).removesuffix(".csv.gz"), x, y


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
    folder = os.environ.get("COUNTERSIGN_ADBENCH")
    if folder:
        for name, x, y in adbench(folder):
            compare(binary, name, x, y, repeats=5)
    else:
        print("ADBench skipped: COUNTERSIGN_ADBENCH names no folder")


if __name__ == "__main__":
    main()
