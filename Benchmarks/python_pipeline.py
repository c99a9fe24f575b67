"""The pipeline that a careful analyst would write in plain Python: parse, count, compare, score, learn.

For every request, in order, against what came before it: log ratios of how often the sender, its agency, its peers
(country and type) and the whole log showed each of the same aspects, backed off from one level to the next; the words
of the letter against the agency's own; volume and time since the last request. Then the counts are updated. Old counts
fade by growing new ones (forward decay), so that no night rewrites a table. Nothing but the standard library; prints
the seconds it took.
"""

import json
import math
import re
import sys
import time
from collections import defaultdict
from datetime import datetime

WORD = re.compile(r"[^\W\d_]+")
ENDINGS = ("ingly", "ings", "ing", "edly", "ed", "ies", "es", "ly", "s")
URGENT = {"urgent", "immediate", "immediately", "delay", "hour", "minutes", "life", "death", "danger"}
HALF_LIFE = 90.0


def stem(word):
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def aspects(row, when):
    """What is looked at, as (name, value); the names are those of the looks."""
    kind = row["request_type"]
    targets = row.get("targets") or []
    sender = row.get("sender_email") or row.get("sender_id") or ""
    yield "channel", row["channel"]
    yield "request_type", kind
    yield "hour", (when.weekday() >= 5, when.hour)
    yield "weekday", when.weekday()
    yield "nature", (kind, tuple(sorted(row.get("emergency_nature") or [])))
    yield "categories", (kind, tuple(sorted(row.get("data_categories") or [])))
    yield "deadline", (kind, int(math.log2(1 + (row.get("deadline_minutes") or 0))))
    yield "case_shape", re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "9", row.get("case_number") or ""))
    yield "platform", row.get("platform")
    yield "target_count", (kind, int(math.log2(1 + len(targets))))
    yield "sender", sender
    yield "domain", sender.rpartition("@")[2]
    for field in (
        "reply_to", "return_path", "callback_phone", "badge_id", "sender_name", "supervisor_name", "supervisor_phone",
        "session_device", "session_asn", "session_country", "session_ip", "mfa", "spf", "dkim", "dmarc", "language",
        "scope", "account_created_at",
    ):
        yield field, row.get(field)
    for citation in row.get("legal_citations") or [None]:
        yield "citation", citation
    for target in targets:
        yield "target_type", target["type"]
        yield "target_country", target.get("country")
        yield "target", target["value"]
    for name, value in (row.get("attributes") or {}).items():
        yield "attribute", (name, value)


def main(path):
    start = time.perf_counter()
    counts = defaultdict(lambda: defaultdict(float))
    words = defaultdict(lambda: defaultdict(float))
    first_night = None
    last_seen = {}
    volume = defaultdict(float)
    checksum = 0.0
    with open(path, encoding="utf-8") as log:
        for line in log:
            row = json.loads(line)
            when = datetime.fromisoformat(row["received_at"].replace("Z", "+00:00"))
            night = when.toordinal()
            agency = row.get("agency_id") or ""
            sender = (agency, row.get("sender_email") or row.get("sender_id") or "")
            peers = ("peers", row.get("agency_country"), row.get("agency_type"))
            levels = (sender, agency, peers, "world")
            first_night = first_night or night
            weight = 2.0 ** ((night - first_night) / HALF_LIFE)
            tables = [counts[level] for level in levels]
            seen = list(aspects(row, when))
            score = 0.0
            for name, value in seen:
                p = 0.02
                prior = 4.0 * weight
                for table in reversed(tables):
                    p = (table.get((name, value), 0.0) + prior * p) / (table.get(name, 0.0) + prior)
                score += math.log2((0.5 * p + 0.05) / p)
            text = (row.get("subject") or "") + " " + (row.get("body") or "")
            tokens = [stem(word) for word in WORD.findall(text.lower())]
            own, pool = words[agency], words["pool"]
            n_own, n_pool = own.get("", 0.0), pool.get("", 0.0)
            surprise = 0.0
            for token in tokens:
                common = (pool.get(token, 0.0) + 0.5 * weight) / (n_pool + 500.0 * weight)
                shrunk = (own.get(token, 0.0) + 60.0 * weight * common) / (n_own + 60.0 * weight)
                surprise += math.log2(common / shrunk)
            score += surprise / max(1, len(tokens)) + sum(token in URGENT for token in tokens) / max(1, len(tokens))
            gap = when.timestamp() - last_seen.get(sender, when.timestamp())
            score += math.log2(1.0 + gap / 3600.0) * 0.01 + math.log2(1.0 + volume[sender, night])
            for table in tables:
                for name, value in seen:
                    table[name, value] += weight
                    table[name] += weight
            for token in tokens:
                own[token] += weight
                pool[token] += weight
            own[""] += weight * len(tokens)
            pool[""] += weight * len(tokens)
            last_seen[sender] = when.timestamp()
            volume[sender, night] += 1.0
            checksum += score
    print(time.perf_counter() - start)
    print(checksum, file=sys.stderr)


main(sys.argv[1])
