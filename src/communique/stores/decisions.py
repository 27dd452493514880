"""A connection and a forgotten article in, the decisions that rested on it without its words out: id, day, verdict, by and what they are about stay."""

from __future__ import annotations

import json
from dataclasses import replace

from sqlalchemy import Connection, select, update

from ..model import codec
from ..model.judgement import Judgement
from . import schema as t


def blank(c: Connection, article: str, gone: set[str]) -> None:
    """``gone``: ids of the rows that cite the article. Whoever decided may have copied its words into a value or a reason."""
    j = t.judgements.c
    found = [(seq, codec.decode(Judgement, json.loads(body))) for seq, body in c.execute(select(j.seq, j.body).order_by(j.seq))]
    ids = _joined([one for _, one in found], {article, *gone, *_utterances(c, gone), *(i.partition("-")[0] for i in gone)})
    for seq, one in found:
        if ids & {one.id, *one.about} or (one.words and one.words[0] == article):
            body = codec.encode(replace(one, value=None, why="", words=None))
            c.execute(update(t.judgements).where(j.seq == seq).values(body=json.dumps(body, ensure_ascii=False, separators=(",", ":"), sort_keys=True)))


def _utterances(c: Connection, gone: set[str]) -> set[str]:
    """The utterances of those rows, which a decision may be about."""
    r = t.rows.c
    bodies = [body for i, body in c.execute(select(r.id, r.body).where(r.list == "statements")) if i in gone]
    return {str(json.loads(b)["slots"].get("utterance")) for b in bodies}


def _joined(judgements: list[Judgement], ids: set[str]) -> set[str]:
    """The ids, the rows that a person joined with them (they are in the record no more), and the decisions about any of them, which an undo names."""
    while True:
        more = {i for j in judgements if ids & set(j.about) for i in (j.id, *(j.about if j.verdict == "same" else ()))} - ids
        if not more:
            return ids
        ids = ids | more
