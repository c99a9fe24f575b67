"""The pipeline that a careful analyst would write in plain Python: parse, check, count, compare, score, learn.

For every request, in order, against what came before it:

- log ratios of how often the sender, its agency, its peers (country and type) and the whole log showed each of the same
  aspects, backed off from one level to the next;
- the letter: its words against the agency's own and, for comparison, another agency's; its lines; its style; five
  lists of words; the runs of five words that it shares with others;
- what is asked: targets and cases that came before, kinds of request as a whole, the stage that follows a stage;
- how much came within the hour, the day, the week; time since the last request;
- what unrelated agencies show of it within thirty nights: targets, contacts, attachments, runs of words;
- how odd the account's earlier requests were; and where the score stands among those of earlier nights.

Identifiers are replaced by keyed pseudonyms, as they are in the program. Then the counts are updated. Old counts fade by
growing new ones (forward decay), so that no night rewrites a table. Nothing but the standard library; prints the seconds it
took. It has no mixture of habits, no discount for what one look repeats of another, no harmless steps and no words for
people. `--few` leaves out all but the first point, the words against the agency's own and the time since the last request.
"""

import hashlib
import json
import math
import re
import sys
import time
from bisect import bisect_left, insort
from collections import defaultdict, deque
from datetime import datetime
from zlib import crc32

WORD = re.compile(r"[^\W\d_]+")
SENTENCE = re.compile(r"[.!?]+")
DIGITS = re.compile(r"\d+")
ENDINGS = ("ingly", "ings", "ing", "edly", "ed", "ies", "es", "ly", "s")
URGENT = {"urgent", "immediate", "immediately", "delay", "hour", "minutes", "life", "death", "danger"}
LISTS = (
    URGENT,
    {"prosecut", "liable", "contempt", "obstruct", "penalt", "sanction", "consequence", "failure"},
    {"confidential", "secret", "disclos", "notify", "gag", "sealed", "sensitive", "nondisclosure"},
    {"deadline", "within", "hours", "today", "tonight", "tomorrow", "noon", "midnight"},
    {"payment", "card", "bank", "transfer", "wallet", "account", "freeze", "fund"},
)
HALF_LIFE = 90.0
WINDOW = 30
CROWD = 3
PAST = 2_000
NAMED = ("callback_phone", "badge_id", "sender_name", "supervisor_name", "supervisor_phone", "session_ip")
KEY = hashlib.sha256(b"\x36" * 64)
OUTER = hashlib.sha256(b"\x5c" * 64)


def stem(word):
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def pseudonym(kind, text):
    """HMAC-SHA-256 with the key's blocks already hashed, 128 bits."""
    inner = KEY.copy()
    inner.update(f"{kind}:{text.strip().lower()}".encode())
    outer = OUTER.copy()
    outer.update(inner.digest())
    return outer.digest()[:16]


def hide(row):
    """Replaces identifiers of people by pseudonyms."""
    for field in NAMED:
        if row.get(field):
            row[field] = pseudonym(field[-5:], row[field])
    if row.get("case_number"):
        row["case_shape"] = re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "9", row["case_number"]))
        row["case_number"] = pseudonym("case", row["case_number"])
    for field in ("reply_to", "return_path"):
        if row.get(field):
            name, _, domain = row[field].rpartition("@")
            row[field] = (pseudonym("mailbox", name), domain)
    for target in row.get("targets") or []:
        target["value"] = pseudonym("target", str(target["value"]))
    if row.get("attachments"):
        row["attachments"] = [pseudonym("file", str(item)) for item in row["attachments"]]


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
    yield "case_shape", row.get("case_shape") or ""
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


def more_aspects(row, when, kind, last):
    """What is looked at of the request as a whole, of who shares what inside the agency, and of the course of things."""
    sender = row.get("sender_email") or row.get("sender_id") or ""
    targets = row.get("targets") or []
    office = when.weekday() < 5 and 7 <= when.hour < 19
    types = tuple(sorted({target["type"] for target in targets}))
    yield "new_kind", (kind, types, tuple(sorted(row.get("data_categories") or [])), office)
    yield "sequence", (last, kind, len(targets) >= 4)
    yield "badge_holder", (row.get("badge_id"), row.get("sender_name"))
    yield "supervisor_number", (row.get("supervisor_name"), row.get("supervisor_phone"))
    yield "network_territory", (row.get("session_country"), row.get("session_country") == row.get("agency_country"))
    yield "callback_is_supervisor", row.get("callback_phone") == row.get("supervisor_phone")
    for field in ("reply_to", "return_path"):
        address = row.get(field)
        yield field + "_relation", address and address[1] == sender.rpartition("@")[2]
    for target in targets:
        yield "target_territory", target.get("country") == row.get("agency_country")
        yield "case_history", (target["value"], row.get("case_number"))
    start, end = row.get("period_start"), row.get("period_end")
    if start and end:
        days = (datetime.fromisoformat(end[:10]) - datetime.fromisoformat(start[:10])).days
        yield "period", int(math.log2(1 + max(0, days)))


def style(text, tokens):
    """Length, sentences, capitals, digits and marks of a letter, each as a step of a scale."""
    letters = max(1, sum(map(str.isalpha, text)))
    sentences = max(1, len(SENTENCE.findall(text)))
    yield "length", int(4 * math.log2(1 + len(tokens)))
    yield "sentence", int(4 * math.log2(1 + len(tokens) / sentences))
    yield "capitals", int(50 * sum(map(str.isupper, text)) / letters)
    yield "digits", int(50 * sum(map(str.isdigit, text)) / max(1, len(text)))
    yield "exclamations", min(5, text.count("!"))
    yield "questions", min(5, text.count("?"))
    yield "commas", int(8 * text.count(",") / sentences)


def lines_of(text):
    """The lines of a letter, numbers masked."""
    return [DIGITS.sub("#", " ".join(line.split())) for line in text.splitlines() if line.strip()]


def shingles_of(tokens):
    """A fixed quarter of the runs of five words."""
    runs = (crc32(" ".join(tokens[i : i + 5]).encode()) for i in range(len(tokens) - 4))
    return [run for run in runs if run % 4 == 0][:128]


def log2_negative_binomial(count, mean, size):
    p = size / (size + mean)
    return (
        math.lgamma(count + size) - math.lgamma(size) - math.lgamma(count + 1) + size * math.log(p)
        + count * math.log1p(-p)
    ) / math.log(2)


class Window:
    """Who showed what within the last thirty nights."""

    def __init__(self):
        self.shown = defaultdict(dict)
        self.nights = deque()

    def others(self, keys, agency):
        found = set()
        for key in keys:
            seen = self.shown.get(key)
            if seen and len(seen) <= CROWD and agency not in seen:
                found.update(seen)
        return found

    def note(self, keys, agency, night):
        if not self.nights or self.nights[-1][0] != night:
            self.nights.append((night, []))
            while self.nights[0][0] < night - WINDOW:
                first, added = self.nights.popleft()
                for key, who in added:
                    seen = self.shown.get(key)
                    if seen and seen.get(who, night) <= first:
                        del seen[who]
                        if not seen:
                            del self.shown[key]
        added = self.nights[-1][1]
        for key in keys:
            seen = self.shown[key]
            if seen.get(agency) != night and (agency in seen or len(seen) <= CROWD):
                seen[agency] = night
                added.append((key, agency))


def bursts(moments, second, rate):
    """How unusual the numbers of requests within an hour, a day and a week are, in bits."""
    while moments and moments[0] < second - 604_800:
        moments.popleft()
    most = 0.0
    for seconds in (3_600, 86_400, 604_800):
        count = sum(1 for moment in moments if moment > second - seconds)
        mean = max(0.02, rate * seconds / 86_400)
        usual = log2_negative_binomial(count, mean, 1.0)
        burst = math.log2(0.2) + count * math.log2(0.8)
        most = max(most, burst - usual, key=abs)
    return most


def main(path, few):
    start = time.perf_counter()
    counts = defaultdict(lambda: defaultdict(float))
    words = defaultdict(lambda: defaultdict(float))
    lines_known = defaultdict(lambda: defaultdict(float))
    first_night = None
    last_seen = {}
    last_kind = {}
    last_writer = {}
    volume = defaultdict(float)
    moments = defaultdict(deque)
    window = Window()
    partners = defaultdict(set)
    suspicion = {}
    past, tonight = [], []
    checksum = 0.0
    closed = None
    seen_ids = set()
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
            kind = row["request_type"]
            if few:
                row["case_shape"] = re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "9", row.get("case_number") or ""))
            else:
                if row["request_id"] in seen_ids:
                    continue
                seen_ids.add(row["request_id"])
                hide(row)
            tables = [counts[level] for level in levels]
            seen = list(aspects(row, when))
            text = (row.get("subject") or "") + " " + (row.get("body") or "")
            tokens = [stem(word) for word in WORD.findall(text.lower())]
            if not few:
                seen += more_aspects(row, when, kind, last_kind.get(sender))
                seen += style(text, tokens)
            score = 0.0
            for name, value in seen:
                p = 0.02
                prior = 4.0 * weight
                for table in reversed(tables):
                    p = (table.get((name, value), 0.0) + prior * p) / (table.get(name, 0.0) + prior)
                score += math.log2((0.5 * p + 0.05) / p)
            own, pool = words[agency], words["pool"]
            n_own, n_pool = own.get("", 0.0), pool.get("", 0.0)
            language = row.get("language")
            writer = last_writer.get(language)
            other = words[writer] if not few and writer not in (None, agency) else None
            n_other = other.get("", 0.0) if other else 0.0
            surprise = elsewhere = 0.0
            for token in tokens:
                common = (pool.get(token, 0.0) + 0.5 * weight) / (n_pool + 500.0 * weight)
                shrunk = (own.get(token, 0.0) + 60.0 * weight * common) / (n_own + 60.0 * weight)
                surprise += math.log2(common / shrunk)
                if other:
                    theirs = (other.get(token, 0.0) + 60.0 * weight * common) / (n_other + 60.0 * weight)
                    elsewhere += math.log2(common / theirs)
            score += surprise / max(1, len(tokens)) + sum(token in URGENT for token in tokens) / max(1, len(tokens))
            second = when.timestamp()
            gap = second - last_seen.get(sender, second)
            score += math.log2(1.0 + gap / 3600.0) * 0.01 + math.log2(1.0 + volume[sender, night])
            if not few:
                score += elsewhere / max(1, len(tokens))
                for entries in LISTS:
                    hits = sum(token in entries for token in tokens)
                    score += hits / max(1, len(tokens))
                lines, shingles = lines_of(text), shingles_of(tokens)
                here = lines_known[agency]
                score -= sum(line in here for line in lines) / max(1, len(lines))
                if other:
                    there = lines_known[writer]
                    score += sum(line in there for line in lines) / max(1, len(lines))
                targets = [target["value"] for target in row.get("targets") or []]
                homes = [(target, row.get("agency_country")) for target in targets]
                contacts = [row[f] for f in ("callback_phone", "supervisor_phone", "reply_to") if row.get(f)]
                contacts += row.get("attachments") or []
                for keys in (targets, homes, contacts, shingles[:12]):
                    strangers = window.others(keys, agency) - partners[agency]
                    score += min(2, len(strangers))
                    if strangers and keys is targets:
                        partners[agency] |= strangers
                days = night - first_night + 14.0
                for entity in (sender, agency):
                    known = counts[entity].get("channel", 0.0) / weight
                    score += bursts(moments[entity], second, known / days)
                belief, moment = suspicion.get(sender, (0.01, second))
                belief = 0.01 + (belief - 0.01) * 2.0 ** ((moment - second) / 86_400 / 15.0)
                score += math.log2(belief / 0.01)
                if night != closed:
                    for value in tonight:
                        insort(past, value)
                    if len(past) > PAST:
                        past = past[:: len(past) // PAST + 1]
                    tonight, closed = [], night
                p_value = (1 + len(past) - bisect_left(past, score)) / (1 + len(past))
                tonight.append(score)
                odds = belief / (1 - belief) * (0.75 + 0.25 * 2.0 ** max(-10.0, min(10.0, score - 20.0)))
                suspicion[sender] = (min(0.98, max(0.01, odds / (1 + odds))), second)
                checksum += p_value
                for text_line in lines:
                    here[text_line] += weight
                window.note(targets + homes + contacts + shingles[:12], agency, night)
                moments[sender].append(second)
                moments[agency].append(second)
                last_writer[language] = agency
                last_kind[sender] = kind
            for table in tables:
                for name, value in seen:
                    table[name, value] += weight
                    table[name] += weight
            for token in tokens:
                own[token] += weight
                pool[token] += weight
            own[""] += weight * len(tokens)
            pool[""] += weight * len(tokens)
            last_seen[sender] = second
            volume[sender, night] += 1.0
            checksum += score
    print(time.perf_counter() - start)
    print(checksum, file=sys.stderr)


main(sys.argv[-1], "--few" in sys.argv)
