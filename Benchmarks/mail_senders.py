#!/usr/bin/env python3
"""How well takeovers of real senders are found: messages of one person put under another's name, judged by the program.

Usage: mail_senders.py PROGRAM [--data FOLDER] [--draws N] [--keep FOLDER]

FOLDER (default: what COUNTERSIGN_MAIL_SENDERS names) holds `messages.csv.gz`, metadata of messages one a row, and
`swaps.csv.gz`, the takeovers: in the last 30 % of a victim's messages `victim_msg` is taken out and `donor_msg`, another
person's, put under the victim's name, as in COMPA (Egele et al. 2013) and "That Ain't You" (Stringhini & Thonnard 2015). No
row of it is part of the repository; without it the benchmark says so and ends with 0.

For each level of swaps (`any` donor, a colleague of the `same_domain`) a log of its own is written, without the donor's own
copy of what was swapped, so that no twin gives it away; a donor message that several victims share is given to the first.
The program reads it through Datasets/mappings/mail-senders.yaml with the ordinary `backtest`. Measured: AUROC, and recall at
1 % false alarms, over the last 30 % of each victim's messages, by `evidence_bits`, and by them without the sender state;
intervals (95 %) from a bootstrap over victims. Beside it the usual yardstick: the same fields' summed surprise under the
sender's own smoothed counts.
"""
import argparse, collections, csv, gzip, json, math, os, random, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
MAPPING = os.path.join(HERE, "..", "Datasets", "mappings", "mail-senders.yaml")
SHARE = 0.3
FALSE_ALARMS = 0.01
NUMBERS = set("ncc hops size natt lines quoted n_chars n_words n_upper n_digit n_excl n_quest n_url n_comma n_nl avg_word "
              "urgent_words".split())
OTHERS = ("off_min list bot is_patch is_reply html ctype charset lang dkim_domains hop_net hop_by mid_domain mid_shape greeting "
          "signoff ua dkim spf dmarc").split()


def table(path):
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def swapped(messages, swaps):
    """The log with the swaps in it, and which of its messages are another person's."""
    by_id = {row["id"]: row for row in messages}
    gone, taken = set(), {}
    for swap in swaps:
        gone |= {swap["victim_msg"], swap["donor_msg"]}
        taken.setdefault(swap["donor_msg"], swap)
    rows = [row for row in messages if row["id"] not in gone]
    for donor, swap in taken.items():
        rows.append(by_id[donor] | {"user": swap["victim"], "domain": swap["victim_domain"]})
    rows.sort(key=lambda row: (int(row["ts"]), row["id"]))
    return rows, set(taken)


def late(rows, victims):
    """The messages in the last 30 % of each victim's."""
    own = collections.defaultdict(list)
    for row in rows:
        if row["user"] in victims:
            own[row["user"]].append(row["id"])
    return {name: ids[math.ceil((1 - SHARE) * len(ids)):] for name, ids in own.items()}


def judged(program, rows, folder):
    """Evidence of every message, with and without the sender state."""
    log, scores = os.path.join(folder, "log.csv"), os.path.join(folder, "scores.jsonl")
    with open(log, "w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, list(rows[0]))
        out.writeheader()
        out.writerows(rows)
    done = subprocess.run(
        [program, "backtest", "--log", log, "--mapping", os.path.abspath(MAPPING), "--scores", scores, "--quiet",
         "--no-progress"], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"backtest ended with {done.returncode}\n{done.stderr}")
    found = {}
    with open(scores, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            state = sum(r["contribution"] for r in row["reasons"] if r["detector"] == "sender_state")
            found[row["request_id"]] = (row["evidence_bits"], row["evidence_bits"] - state)
    return found


def surprise(rows):
    """The yardstick: −Σ log of each field's share in the sender's own past, smoothed by the log's."""
    names = OTHERS + sorted(NUMBERS)
    own, all_values, totals = collections.Counter(), collections.Counter(), collections.Counter()
    out = {}
    for n, row in enumerate(rows):
        total, user = totals[row["user"]], row["user"]
        sum_bits = 0.0
        for name in names:
            value = round(4 * math.log2(1 + abs(float(row[name] or 0)))) if name in NUMBERS else row[name]
            world = (all_values[name, value] + 1) / (n + 50)
            sum_bits -= math.log2((own[user, name, value] + 4 * world) / (total + 4))
            own[user, name, value] += 1
            all_values[name, value] += 1
        totals[user] += 1
        out[row["id"]] = sum_bits
    return out


def quality(pairs):
    """AUROC, and the share of swaps above all but 1 % of the genuine messages."""
    genuine = sorted(score for score, is_swap in pairs if not is_swap)
    swaps = [score for score, is_swap in pairs if is_swap]
    if not genuine or not swaps:
        return math.nan, math.nan
    ordered = sorted(pairs)
    wins, below, i = 0.0, 0, 0
    while i < len(ordered):
        j = i
        while j < len(ordered) and ordered[j][0] == ordered[i][0]:
            j += 1
        ties = [is_swap for _, is_swap in ordered[i:j]]
        wins += sum(ties) * (below + (len(ties) - sum(ties)) / 2)
        below += len(ties) - sum(ties)
        i = j
    limit = genuine[max(0, math.ceil((1 - FALSE_ALARMS) * len(genuine)) - 1)]
    return wins / (len(swaps) * len(genuine)), sum(score > limit for score in swaps) / len(swaps)


def report(name, scores, chosen, swaps, draws):
    by_victim = [[(scores[i], i in swaps) for i in ids] for ids in chosen.values()]
    area, recall = quality([pair for pairs in by_victim for pair in pairs])
    dice = random.Random(1)
    found = [quality([p for _ in by_victim for p in dice.choice(by_victim)]) for _ in range(draws)]
    ends = []
    for k in range(2):
        ordered = sorted(f[k] for f in found if not math.isnan(f[k]))
        ends.append(f"{ordered[int(0.025 * len(ordered))]:.3f} to {ordered[int(0.975 * len(ordered))]:.3f}" if ordered else "")
    print(f"| {name} | {area:.4f} | {ends[0]} | {recall:.3f} | {ends[1]} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--data", default=os.environ.pop("COUNTERSIGN_MAIL_SENDERS", ""))
    parser.add_argument("--draws", type=int, default=200)
    parser.add_argument("--keep", help="a folder for the swapped logs and their scores, by level")
    options = parser.parse_args()
    paths = [os.path.join(options.data, name + ".csv.gz") for name in ("messages", "swaps")]
    if not options.data or not all(os.path.exists(path) for path in paths):
        print("skipped: no messages.csv.gz and swaps.csv.gz; name their folder with --data or COUNTERSIGN_MAIL_SENDERS")
        return
    messages, swaps = table(paths[0]), table(paths[1])
    for level in sorted({swap["level"] for swap in swaps}):
        rows, foreign = swapped(messages, [swap for swap in swaps if swap["level"] == level])
        chosen = late(rows, {swap["victim"] for swap in swaps if swap["level"] == level})
        with tempfile.TemporaryDirectory() as scratch:
            folder = os.path.join(options.keep, level) if options.keep else scratch
            folder = os.path.abspath(folder)
            os.makedirs(folder, exist_ok=True)
            found = judged(os.path.abspath(options.program), rows, folder)
        measured = [i for ids in chosen.values() for i in ids]
        print(f"\n{level}: {len(measured)} messages of {len(chosen)} victims, {sum(i in foreign for i in measured)} swapped\n")
        print("| score | AUROC | 95 % | recall at 1 % false alarms | 95 % |\n|---|---|---|---|---|")
        report("evidence_bits", {i: s[0] for i, s in found.items()}, chosen, foreign, options.draws)
        report("without the sender state", {i: s[1] for i, s in found.items()}, chosen, foreign, options.draws)
        report("smoothed surprise of the sender's own counts", surprise(rows), chosen, foreign, options.draws)


if __name__ == "__main__":
    main()
