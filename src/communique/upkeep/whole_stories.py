"""All accounts in, their likenesses, parts and stories out; every story waits to be told."""

from __future__ import annotations

import json

from ..records.clusters import UNIT, components, grouped
from ..records.near import likeness, strongest
from ..records.stories import JOIN, KEEP, LOW, place_of, previews_apart, story_id, weigh
from ..records.vectors import Vector
from ..stores.ledger import Ledger
from .accounts import told_of
from .hands import Hands


def group(ledger: Ledger, _: Hands) -> None:
    members, vectors, told, places = {}, {}, {}, {}
    for u, m, vector, t, day in ledger.raw.execute("SELECT unit, members, vector, told, day FROM units ORDER BY unit"):
        members[u], vectors[u], told[u], places[u] = json.loads(m), Vector.unpack(vector), told_of(t), (day, u)
    ledger.many("INSERT INTO words (word, day, unit) VALUES (?, ?, ?)", sorted((w, places[u][0], u) for u, v in vectors.items() for w in strongest(v)))
    plain = likeness(vectors, sorted(vectors, key=lambda u: places[u]))
    vectors.clear()
    whole = {}
    rows = []
    for (a, b), x in plain.items():
        v = weigh(x, told[a], told[b])
        whole[a, b] = round(v * UNIT)
        rows += [(a, b, x, v), (b, a, x, v)]
    plain.clear()
    ledger.many("INSERT INTO alike (a, b, plain, v) VALUES (?, ?, ?, ?)", sorted(rows))
    rows.clear()
    for part, pairs, bar in components(sorted(members), whole, round(LOW * UNIT)):
        for c in grouped(part, pairs, join=JOIN, keep=KEEP):
            for g in previews_apart(c, told):
                story = story_id(i for u in g for i in members[u])
                first, ahead = place_of([told[u] for u in g])
                ledger.run("INSERT INTO places (story, first, ahead) VALUES (?, ?, ?)", story, first.isoformat() if first else "", int(ahead))
                ledger.many("UPDATE units SET part = ?, bar = ?, story = ? WHERE unit = ?", [(part[0], bar, story, u) for u in g])
    ledger.run("INSERT INTO dirty (story) SELECT DISTINCT story FROM units")
