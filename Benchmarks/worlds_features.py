"""The feature table that a careful data scientist would build from a request log, point in time.

Every feature of a row looks at the row itself and at strictly earlier rows only: what it asks, when, in which words, and
how often its sender, its agency and the whole log had shown each of the same aspects before. Counting is vectorised over
the whole log: a pair's running count is its row's place among the rows of that pair.
"""

import json
import re

import numpy as np
import pandas as pd
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer

TYPES = ["emergency", "subpoena", "court_order", "search_warrant", "pen_register", "wiretap", "preservation", "freeze",
         "mlat", "epoc", "other"]
CHANNELS = ["email", "portal", "api", "fax", "phone", "mail", "other"]
CATEGORIES = ["subscriber", "ip_logs", "content", "location", "payment", "contacts", "device", "other"]
NATURES = ["threat_to_life", "suicide", "kidnapping", "child_safety", "terrorism", "bomb_threat", "other"]
TARGETS = ["email", "phone", "username", "user_id", "ip", "url", "device", "payment", "other"]
AUTHENTICATION = {"pass": 1.0, "none": 0.0, "neutral": 0.0, "softfail": -0.5, "fail": -1.0}
FREE_MAIL = {"gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "proton.me", "protonmail.com", "gmx.de", "web.de",
             "icloud.com", "aol.com", "mail.com", "libero.it", "orange.fr", "uol.com.br"}
URGENT = re.compile(
    r"urgen|immediat|emergenc|delay|minute|life|death|danger|die\b|imminent|confidential|do not notify|sofort|dringend|"
    r"gefahr|leben|unverzüglich|subito|pericol|vita\b|immediato|inmediat|peligro|vida|imediat|perigo|danger|vie\b", re.I)


def read(path):
    """The rows of a log in the order of their arrival."""
    with open(path, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    when = pd.to_datetime([row["received_at"] for row in rows], utc=True, format="ISO8601")
    order = sorted(range(len(rows)), key=lambda i: (when[i], rows[i]["request_id"]))
    return [rows[i] for i in order], when[order]


def codes(values):
    return pd.factorize(np.asarray(values, dtype=object), use_na_sentinel=False)[0].astype(np.int64)


def pair(a, b):
    return codes_of(a * (int(b.max()) + 1 if len(b) else 1) + b)


def codes_of(numbers):
    return np.unique(numbers, return_inverse=True)[1]


def before(key):
    """How many earlier rows have the same key."""
    return pd.Series(key).groupby(key, sort=False).cumcount().to_numpy().astype(float)


def within(key, seconds, span):
    """How many earlier rows of the same key lie within `span` seconds."""
    order = np.lexsort((seconds, key))
    k, t = key[order], seconds[order]
    big = (t.max() - t.min() if len(t) else 0) + span + 1
    line = k * big + (t - t.min())
    start = np.searchsorted(line, line - span, side="left")
    out = np.empty(len(key))
    out[order] = np.arange(len(key)) - start
    return out


def domain(address):
    return (address or "").rpartition("@")[2].lower()


def shape(text):
    return re.sub(r"[A-Za-z]+", "A", re.sub(r"\d", "9", text or ""))


def aspects(rows, local):
    """Named categorical aspects, each compared with the sender's and the agency's own past."""
    def field(name):
        return [str(row.get(name)) if row.get(name) is not None else "" for row in rows]

    def listed(name):
        return ["+".join(sorted(row.get(name) or [])) for row in rows]

    kind = field("request_type")
    out = {name: field(name) for name in (
        "channel", "platform", "language", "session_asn", "session_country", "session_device", "mfa", "reply_to",
        "callback_phone", "badge_id", "sender_name", "supervisor_name", "supervisor_phone", "spf", "dkim", "dmarc")}
    out["type"] = kind
    out["hour"] = [f"{t.weekday() >= 5}{t.hour // 3}" for t in local]
    out["nature"] = [k + n for k, n in zip(kind, listed("emergency_nature"))]
    out["categories"] = [k + c for k, c in zip(kind, listed("data_categories"))]
    out["citations"] = listed("legal_citations")
    out["deadline"] = [f"{k}{int(np.log2(1 + (row.get('deadline_minutes') or 0)))}" for k, row in zip(kind, rows)]
    out["case"] = [shape(row.get("case_number")) for row in rows]
    out["return_path"] = [domain(row.get("return_path")) for row in rows]
    out["domain"] = [domain(row.get("sender_email")) for row in rows]
    out["target_type"] = ["+".join(sorted({t["type"] for t in row.get("targets") or []})) for row in rows]
    out["target_country"] = [
        "+".join(sorted({t.get("country") or "" for t in row.get("targets") or []})) for row in rows]
    for name in sorted({n for row in rows for n in (row.get("attributes") or {})}):
        values = [(row.get("attributes") or {}).get(name) for row in rows]
        if len({v for v in values}) <= max(30, len(rows) // 20):
            out["attribute_" + name] = [str(v) for v in values]
    return out


def plain(rows, local):
    """What the row says by itself."""
    out = {}
    hour = np.array([t.hour + t.minute / 60 for t in local])
    out["hour_sin"], out["hour_cos"] = np.sin(hour * np.pi / 12), np.cos(hour * np.pi / 12)
    out["is_night"] = (hour < 6) | (hour >= 20)
    out["is_weekend"] = [t.weekday() >= 5 for t in local]
    for name, values in (("channel", CHANNELS), ("request_type", TYPES)):
        for value in values:
            out[f"{name}_{value}"] = [row.get(name) == value for row in rows]
    for name, values in (("data_categories", CATEGORIES), ("emergency_nature", NATURES)):
        for value in values:
            out[f"{name}_{value}"] = [value in (row.get(name) or []) for row in rows]
    kinds = [{t["type"] for t in row.get("targets") or []} for row in rows]
    for value in TARGETS:
        out["target_" + value] = [value in kind for kind in kinds]
    out["targets"] = [np.log1p(len(row.get("targets") or [])) for row in rows]
    out["foreign"] = [
        np.mean([t.get("country") not in (None, row.get("agency_country")) for t in row.get("targets") or []] or [0])
        for row in rows]
    out["category_count"] = [len(row.get("data_categories") or []) for row in rows]
    out["scope"] = [np.log1p(row.get("scope") or 0) for row in rows]
    out["deadline"] = [np.log1p(row["deadline_minutes"]) if row.get("deadline_minutes") is not None else -1 for row in rows]
    for name in ("case_number", "legal_citations", "attachments", "callback_phone", "badge_id", "supervisor_name",
                 "session_device", "reply_to"):
        out["has_" + name] = [bool(row.get(name)) for row in rows]
    out["mfa"] = [{True: 1.0, False: -1.0}.get(row.get("mfa"), 0.0) for row in rows]
    for name in ("spf", "dkim", "dmarc"):
        out[name] = [AUTHENTICATION.get(row.get(name), -0.3 if row.get(name) else 0.0) for row in rows]
    own = [domain(row.get("sender_email")) for row in rows]
    for name in ("reply_to", "return_path"):
        out[name + "_elsewhere"] = [bool(row.get(name)) and domain(row.get(name)) != d for row, d in zip(rows, own)]
    out["reply_to_free"] = [domain(row.get("reply_to")) in FREE_MAIL for row in rows]
    out["sender_free"] = [d in FREE_MAIL for d in own]
    out["session_abroad"] = [row.get("session_country") not in (None, row.get("agency_country")) for row in rows]
    received = pd.to_datetime([row["received_at"] for row in rows], utc=True, format="ISO8601")
    created = pd.to_datetime([row.get("account_created_at") for row in rows], utc=True, format="ISO8601")
    age = np.asarray((received - created).total_seconds(), dtype=float) / 86_400
    out["account_age"] = np.where(np.isnan(age), -1, np.log1p(np.maximum(0, age)))
    start = pd.to_datetime([row.get("period_start") for row in rows], errors="coerce")
    end = pd.to_datetime([row.get("period_end") for row in rows], errors="coerce")
    out["period"] = np.nan_to_num(np.log1p(np.maximum(0, np.asarray((end - start).days, dtype=float))), nan=-1)
    bodies = [(row.get("subject") or "") + "\n" + (row.get("body") or "") for row in rows]
    length = np.array([len(b) for b in bodies], dtype=float)
    out["length"] = np.log1p(length)
    out["urgency"] = [len(URGENT.findall(b)) / (1 + len(b) / 100) for b in bodies]
    out["capitals"] = [sum(c.isupper() for c in b) / (1 + len(b)) for b in bodies]
    out["exclamations"] = [b.count("!") for b in bodies]
    return {name: np.asarray(values, dtype=float) for name, values in out.items()}, bodies


def wording(bodies, agency, sender, train):
    """Nearness of a letter to what its agency and its sender wrote before, and whose lines it shares."""
    hashed = HashingVectorizer(n_features=2**15, alternate_sign=False, norm=None).transform(bodies)
    tfidf = TfidfTransformer(sublinear_tf=True).fit(hashed[:train])
    space = TruncatedSVD(48, random_state=0).fit(tfidf.transform(hashed[:train]))
    vectors = space.transform(tfidf.transform(hashed))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    out = {}
    for name, key in (("agency", agency), ("sender", sender)):
        sums = pd.DataFrame(vectors).groupby(key, sort=False).cumsum().to_numpy() - vectors
        norm = np.linalg.norm(sums, axis=1)
        out["likeness_" + name] = np.where(norm > 1e-9, (sums * vectors).sum(axis=1) / (norm + 1e-9), 0.5)
    owner = np.concatenate([[i] * max(1, len(b.split("\n"))) for i, b in enumerate(bodies)]).astype(int)
    lines = codes([line.strip().lower() for b in bodies for line in b.split("\n")])
    everywhere, here = before(lines), before(pair(agency[owner], lines))
    count = np.maximum(1, np.bincount(owner, minlength=len(bodies)))
    out["lines_known"] = np.bincount(owner, here > 0, minlength=len(bodies)) / count
    out["lines_of_others"] = np.bincount(owner, (here == 0) & (everywhere > 0), minlength=len(bodies)) / count
    return out


def table(rows, when, train):
    """A numeric matrix of features, and their names; text is embedded with what the first `train` rows show."""
    seconds = np.asarray((when - when[0]).total_seconds()).astype(np.int64)
    zones = pd.Series([row.get("agency_timezone") or "UTC" for row in rows])
    local = [None] * len(rows)
    for zone, places in zones.groupby(zones).groups.items():
        try:
            converted = when[places].tz_convert(zone)
        except Exception:
            converted = when[places]
        for place, moment in zip(places, converted):
            local[place] = moment
    out, bodies = plain(rows, local)
    agency = codes([row.get("agency_id") or domain(row.get("sender_email")) for row in rows])
    sender = pair(agency, codes([row.get("sender_email") or row.get("sender_id") or "" for row in rows]))
    peers = codes([f"{row.get('agency_country')}{row.get('agency_type')}" for row in rows])
    history = {"sender": sender, "agency": agency}
    for name, key in history.items():
        earlier = before(key)
        first = pd.Series(seconds).groupby(key).transform("first").to_numpy()
        last = pd.Series(seconds).groupby(key).shift(1).to_numpy()
        age = (seconds - first) / 86_400
        out[name + "_requests"] = np.log1p(earlier)
        out[name + "_age"] = np.log1p(age)
        out[name + "_gap"] = np.where(np.isnan(last), -1, np.log1p((seconds - np.nan_to_num(last)) / 3600))
        rate = (earlier + 0.5) / (age + 7)
        for span, label in ((3_600, "hour"), (86_400, "day"), (604_800, "week")):
            count = within(key, seconds, span)
            out[f"{name}_{label}"] = np.log1p(count)
            out[f"{name}_{label}_burst"] = np.log((count + 0.5) / (rate * span / 86_400 + 0.5))
    position = np.arange(len(rows), dtype=float)
    total = {"sender": before(sender), "agency": before(agency), "peers": before(peers)}
    for name, values in aspects(rows, local).items():
        value = codes(values)
        overall = before(value)
        p = (overall + 0.5) / (position + 20)
        for level, key in (("peers", peers), ("agency", agency), ("sender", sender)):
            p = (before(pair(key, value)) + 4 * p) / (total[level] + 4)
            if level != "peers":
                out[f"{level}_{name}"] = -np.log(p)
        if name in ("session_device", "session_asn", "reply_to", "callback_phone", "supervisor_phone", "domain", "badge_id"):
            given = np.array([v not in ("", "None") for v in values])
            here = before(pair(agency, value))
            out["new_" + name] = given & (here == 0)
            out["others_" + name] = np.where(given, np.log1p(overall - here), 0)
    owner = np.array([i for i, row in enumerate(rows) for _ in row.get("targets") or []], dtype=int)
    target = codes([t["value"] for row in rows for t in row.get("targets") or []])
    if len(owner):
        own, everywhere = before(pair(sender[owner], target)), before(target)
        here = before(pair(agency[owner], target))
        for name, seen in (("target_own", own), ("target_agency", here - own), ("target_others", everywhere - here)):
            out[name] = np.log1p(np.bincount(owner, np.maximum(0, seen), minlength=len(rows)))
    out.update(wording(bodies, agency, sender, train))
    names = list(out)
    return np.column_stack([np.asarray(out[name], dtype=float) for name in names]), names
