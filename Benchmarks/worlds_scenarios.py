"""By scenario: how much of every attack the nightly list shows, and what share of it every honest oddity takes."""

import collections

import numpy as np

BUDGETS = (1, 2, 5)
FLOOR = 0.01  # the p-value that an alert needs by default


def tally(world, score, p_value):
    """Requests of the measured nights by scenario, and how many of them stand among the top N of their night.

    Attacks count by rank alone; honest oddities as alerts, which by default need a p-value of at most 1 %, too.
    """
    test = np.flatnonzero(world.test)
    nights = collections.defaultdict(list)
    for i in test:
        nights[int(world.night[i])].append(i)
    rank = {}
    for rows in nights.values():
        for place, i in enumerate(sorted(rows, key=lambda i: (-score[i], world.ids[i])), 1):
            rank[i] = place
    attacks = collections.defaultdict(lambda: [0] * 4)
    campaigns = collections.defaultdict(lambda: collections.defaultdict(lambda: np.inf))
    honest = collections.defaultdict(lambda: [0] * 4)
    alerts = [0] * 3
    for i in test:
        name = world.scenario[i] or "none"
        cell = (attacks if world.fraud[i] else honest)[name]
        cell[0] += 1
        for k, budget in enumerate(BUDGETS):
            is_alert = bool(p_value[i] <= FLOOR and rank[i] <= budget)
            cell[1 + k] += int(rank[i] <= budget if world.fraud[i] else is_alert)
            alerts[k] += int(is_alert)
        if world.fraud[i]:
            best = campaigns[name]
            best[world.campaign[i]] = min(best[world.campaign[i]], rank[i])
    for name, best in campaigns.items():
        attacks[name] += [len(best)] + [sum(b <= budget for b in best.values()) for budget in BUDGETS]
    return {"attacks": dict(attacks), "honest": dict(honest), "alerts": alerts, "nights": len(nights)}


def added(tallies):
    """The same over several worlds."""
    whole = {"attacks": {}, "honest": {}, "alerts": [0] * 3, "nights": 0}
    for one in tallies:
        for kind in ("attacks", "honest"):
            for name, cell in one[kind].items():
                known = whole[kind].get(name, [0] * len(cell))
                whole[kind][name] = [a + b for a, b in zip(known, cell)]
        whole["alerts"] = [a + b for a, b in zip(whole["alerts"], one["alerts"])]
        whole["nights"] += one["nights"]
    return whole


def order(name):
    return (name[:1], int(name[1:])) if name[1:].isdigit() else ("Z", 0)


def wilson(hits, whole):
    """The 95 % interval of a share (Wilson 1927)."""
    if not whole:
        return 0.0, 1.0
    z, share = 1.96, hits / whole
    middle = (share + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z / (1 + z * z / whole) * (share * (1 - share) / whole + z * z / (4 * whole * whole)) ** 0.5
    return max(0.0, middle - half), min(1.0, middle + half)


def page(tallies, regime):
    whole = added(tallies)
    lines = [f"## Attacks by scenario, {regime}", "",
             "Recall by the strict top one, two and five of every night, by request and by campaign (at least one on the "
             "list), with its 95 % interval at five.", "",
             "| scenario | requests | at 1 | at 2 | at 5 | campaigns | at 1 | at 2 | at 5 | interval |", "|---" * 10 + "|"]
    for name in sorted(whole["attacks"], key=order):
        cell = whole["attacks"][name]
        shares = [f"{c / cell[0]:.2f}" for c in cell[1:4]] + [str(cell[4])] + [f"{c / cell[4]:.2f}" for c in cell[5:8]]
        low, high = wilson(cell[7], cell[4])
        lines.append(f"| {name} | {cell[0]} | " + " | ".join(shares) + f" | {low:.2f}–{high:.2f} |")
    sums = [sum(cell[k] for cell in whole["attacks"].values()) for k in range(8)]
    if sums[0]:
        low, high = wilson(sums[7], sums[4])
        lines.append("| **all** | " + " | ".join(
            [str(sums[0])] + [f"{s / sums[0]:.2f}" for s in sums[1:4]] + [str(sums[4])]
            + [f"{s / sums[4]:.2f}" for s in sums[5:8]]) + f" | {low:.2f}–{high:.2f} |")
    lines += ["", f"## Honest oddities on the list, {regime}", "",
              f"Share of the alerts of {whole['nights']} nights: at most one, two and five a night, p ≤ {FLOOR} "
              f"({', '.join(map(str, whole['alerts']))} alerts; the rest are forged).", "",
              "| scenario | share of requests | at 1 | at 2 | at 5 |", "|---" * 5 + "|"]
    requests = sum(cell[0] for kind in ("attacks", "honest") for cell in whole[kind].values())
    for name in sorted(whole["honest"], key=order):
        cell = whole["honest"][name]
        lines.append(f"| {name if name != 'none' else 'nothing odd'} | {cell[0] / requests:.1%} | " + " | ".join(
            f"{c / max(1, a):.1%}" for c, a in zip(cell[1:4], whole["alerts"])) + " |")
    return "\n".join(lines) + "\n"
