#!/usr/bin/env python3
"""Whether the p-values of a scores file hold on genuine traffic: shares at two levels, with day-block intervals.

    Benchmarks/coverage.py SCORES.jsonl [--from-share 0.5] [--draws 2000] [--agencies 10]

The second half of the nights is counted, pooled and by agency. Intervals (95 %) come from a bootstrap over blocks of
seven nights, since requests of one night hang together. Exit status 1 where the pooled share of p ≤ 0.01 lies outside
0.5–1.5 %, that of p ≤ 0.05 outside 3–7 %, an agency of 500 requests or more has over 3 % at 0.01, more than one of 200
or more has, or any of those over 5 %.
"""
import argparse, collections, json, random, sys

arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
arguments.add_argument("scores")
arguments.add_argument("--from-share", type=float, default=0.5, help="share of the requests that is passed over")
arguments.add_argument("--draws", type=int, default=2000)
arguments.add_argument("--agencies", type=int, default=10, help="how many agencies to print, the worst first")
options = arguments.parse_args()
LEVELS = (0.01, 0.05)
BLOCK = 7

with open(options.scores, encoding="utf-8") as file:
    rows = [json.loads(line) for line in file]
rows.sort(key=lambda r: (r["received_at"], r["request_id"]))
half = rows[int(len(rows) * options.from_share):]
nights = collections.defaultdict(lambda: [0] * (1 + len(LEVELS)))
agencies = collections.defaultdict(lambda: [0] * (1 + len(LEVELS)))
for row in half:
    for cell in (nights[row["received_at"][:10]], agencies[row["agency_id"]]):
        cell[0] += 1
        for i, level in enumerate(LEVELS):
            cell[1 + i] += row["p_value"] <= level

series = [nights[night] for night in sorted(nights)]
length = min(BLOCK, len(series))
draws = random.Random(1)
shares = [[] for _ in LEVELS]
for _ in range(options.draws):
    total = [0] * (1 + len(LEVELS))
    for _ in range(-(-len(series) // length)):
        start = draws.randrange(len(series))
        for n in range(length):
            for i, count in enumerate(series[(start + n) % len(series)]):
                total[i] += count
    for i in range(len(LEVELS)):
        shares[i].append(total[1 + i] / total[0])

print(f"{len(half)} requests of {len(series)} nights from {min(nights)} on, {len(agencies)} agencies")
print(f"{'':<36}{'requests':>9}" + "".join(f"{f'p ≤ {level}':>12}{'95 %':>18}" for level in LEVELS))
pooled = []
line = f"{'all':<36}{len(half):>9}"
for i, level in enumerate(LEVELS):
    share = sum(n[1 + i] for n in series) / len(half)
    pooled.append(share)
    ordered = sorted(shares[i])
    low, high = ordered[int(0.025 * len(ordered))], ordered[int(0.975 * len(ordered))]
    line += f"{share:>12.2%}{f'{low:.2%} – {high:.2%}':>18}"
print(line)
large = {name: cell for name, cell in agencies.items() if cell[0] >= 200}
for name, cell in sorted(large.items(), key=lambda e: (-e[1][1] / e[1][0], e[0]))[:options.agencies]:
    print(f"{name:<36}{cell[0]:>9}{cell[1] / cell[0]:>12.2%}{'':>18}{cell[2] / cell[0]:>12.2%}")

over = [name for name, cell in large.items() if cell[1] > 0.03 * cell[0]]
checks = [
    ("pooled p ≤ 0.01 within 0.5–1.5 %", 0.005 <= pooled[0] <= 0.015),
    ("pooled p ≤ 0.05 within 3–7 %", 0.03 <= pooled[1] <= 0.07),
    ("no agency of 500 requests over 3 % at 0.01", not [n for n in over if large[n][0] >= 500]),
    ("at most one agency of 200 requests over 3 %", len(over) <= 1),
    ("none of them over 5 %", not [n for n in over if large[n][1] > 0.05 * large[n][0]]),
]
for name, holds in checks:
    print(f"  {name:<46}{'holds' if holds else 'FAILS'}")
sys.exit(0 if all(holds for _, holds in checks) else 1)
