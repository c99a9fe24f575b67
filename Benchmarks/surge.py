"""How far an incident surge at thirty agencies raises the week's queue, on simulated worlds.

Usage: surge.py PROGRAM [--worlds N] [--agencies N]

Each world is judged twice: as it is, and with a week in which an incident befalls a country. Thirty of its agencies then
write, on the first three days and by night as by day, two to five emergencies each over the same danger, from accounts of
their own: copies of the account's earlier requests with new targets, another case number, an hour to reply and a sentence
of pressure. The queue is the week's alerts at the default budget; the interval resamples worlds. Aim: less than half more.
"""

import argparse
import csv
import json
import os
import random
import subprocess
import tempfile
from collections import defaultdict
from datetime import datetime, timedelta

import numpy as np

FIRST_DAY = 150
PRESSURE = {
    "en": "Bomb threat at the central station: lives are in immediate danger, answer at once.",
    "de": "Bombendrohung am Hauptbahnhof: unmittelbare Lebensgefahr, sofortige Antwort erforderlich.",
    "fr": "Alerte à la bombe à la gare centrale : danger de mort immédiat, réponse urgente.",
    "es": "Amenaza de bomba en la estación central: peligro inminente de muerte, respuesta urgente.",
    "it": "Allarme bomba alla stazione centrale: pericolo di vita immediato, risposta urgente.",
    "pt": "Ameaça de bomba na estação central: perigo de vida imediato, resposta urgente.",
}


def run(*command, cwd=None):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")


def moment(row):
    return datetime.fromisoformat(row["received_at"].replace("Z", "+00:00"))


def shuffled_digits(text, draw):
    return "".join(str(draw.randrange(10)) if c.isdigit() else c for c in text)


def surge(rows, forged, start, agencies, draw):
    """The emergencies of the agencies that have most to do in the country with most agencies."""
    past = defaultdict(list)
    for row in rows:
        if row.get("agency_id") and start - timedelta(days=90) <= moment(row) < start and row["request_id"] not in forged:
            past[row.get("agency_country", ""), row["agency_id"]].append(row)
    countries = defaultdict(list)
    for (country, agency), own in past.items():
        if len(own) >= 3:
            countries[country].append(own)
    hit = sorted(max(countries.values(), key=len), key=lambda own: (-len(own), own[0]["agency_id"]))[:agencies]
    out = []
    for own in hit:
        for _ in range(draw.randint(2, 5)):
            row = json.loads(json.dumps(draw.choice(own)))
            row["request_id"] = f"SURGE-{len(out):04d}"
            when = start + timedelta(minutes=draw.randrange(3 * 24 * 60))
            row["received_at"] = when.isoformat().replace("+00:00", "Z")
            row["request_type"] = "emergency"
            row["emergency_nature"] = ["bomb_threat"]
            row["deadline_minutes"] = 60
            row["legal_citations"] = next((r.get("legal_citations", []) for r in own if r["request_type"] == "emergency"), [])
            row["attachments"] = []
            if row.get("case_number"):
                row["case_number"] = shuffled_digits(row["case_number"], draw)
            for target in row.get("targets", []):
                target["value"] = f"surge{len(out)}x{draw.randrange(10**8)}" + target["value"][-4:]
            if row.get("body"):
                row["body"] += "\n" + PRESSURE.get(row.get("language", "en")[:2], PRESSURE["en"])
            out.append(row)
    return out, len(hit)


def queue(program, folder, rows, start):
    """Alerts of the week, and those of them that the surge brought."""
    with open(os.path.join(folder, "log.jsonl"), "w", encoding="utf-8") as file:
        for row in sorted(rows, key=lambda r: (moment(r), r["request_id"])):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    run(program, "backtest", "--log", "log.jsonl", "--scores", "scores.jsonl", "--quiet", "--no-progress", cwd=folder)
    alerts = brought = 0
    with open(os.path.join(folder, "scores.jsonl"), encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["alert"] and start <= moment(row) < start + timedelta(days=7):
                alerts += 1
                brought += row["request_id"].startswith("SURGE-")
    return alerts, brought


def world(program, seed, agencies):
    draw = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        run(program, "simulate", "--seed", str(seed), "--days", str(FIRST_DAY + 7), "--agencies", "240", "--attacks", "40",
            "--requests", "14000", "--out", folder, "--quiet")
        with open(os.path.join(folder, "truth.csv"), encoding="utf-8") as file:
            forged = {row["request_id"] for row in csv.DictReader(file) if row["label"] == "fraudulent"}
        with open(os.path.join(folder, "requests.jsonl"), encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        first = min(map(moment, rows))
        start = first.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=FIRST_DAY)
        extra, hit = surge(rows, forged, start, agencies, draw)
        usual, _ = queue(program, folder, rows, start)
        raised, brought = queue(program, folder, rows + extra, start)
    print(f"| {seed} | {hit} | {len(extra)} | {usual} | {raised} | {brought} |", flush=True)
    return usual, raised


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--worlds", type=int, default=10)
    parser.add_argument("--agencies", type=int, default=30)
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.program)
    print("| world | agencies | surge | queue | queue with it | of the surge |\n|---|---|---|---|---|---|")
    found = np.array([world(program, 9000 + i, arguments.agencies) for i in range(1, arguments.worlds + 1)])
    draws = np.random.default_rng(0).integers(len(found), size=(2000, len(found)))
    ratios = found[draws, 1].sum(1) / np.maximum(1, found[draws, 0].sum(1))
    low, high = np.percentile(ratios, [2.5, 97.5])
    ratio = found[:, 1].sum() / max(1, found[:, 0].sum())
    print(f"\nThe queue grows by {(ratio - 1) * 100:.0f} % ({(low - 1) * 100:.0f} to {(high - 1) * 100:.0f} %).")


if __name__ == "__main__":
    main()
