"""A casefile in, one row for each statement out, rows that carry one utterance under one id; pairs that may be one as candidates.

``gather(casefile) -> [Row("statements", slots={"speaker": Lee, "cue": "said", "utterance": "u12..", ...}), Row("candidates", ...)]``
"""

from __future__ import annotations

from ..model.actor import Actor
from ..model.article import Article
from ..model.casefile import Casefile
from ..model.ids import make_id
from ..model.record import Row, Value
from ..model.statements import StatementReading
from .same.utterances import Carried, Said, joined

TIERS = ("speech", "noun")  # attitudes (thinks, wants) stay readings


def gather(case: Casefile) -> list[Row]:
    """Every statement of every article, then the candidates."""
    said = [_said(case, a, r) for a in case.articles.values() for r in a.statements if r.tier in TIERS]
    carried, near = joined(said)
    rows = [_row(case, s, carried[s.reading.id]) for s in said]
    for pair in near:
        a, b = (make_id("statement", x) for x in (pair.a, pair.b))
        slots: dict[str, Value] = {"a": min(a, b), "b": max(a, b), "kind": "same utterance", "score": pair.score, "why": pair.why}
        rows.append(Row(list="candidates", id=make_id("candidate", "utterance", min(a, b), max(a, b)), story=pair.story, slots=slots))
    return rows


def _said(case: Casefile, article: Article, r: StatementReading) -> Said:
    story = case.story_of(article.id)
    moment = case.dating.moments.get(r.when) if r.when else None
    speaker = case.actor(article.id, r.speaker) if r.speaker else None
    headline = any(f.kind == "title" and f.start <= r.passage.start < f.end for f in article.layout.furniture)
    origin, told = case.origin(article.id), story.id if story else None
    return Said(reading=r, article=article.id, origin=origin, story=told, speaker=speaker, when=moment, headline=headline)


def _row(case: Casefile, s: Said, c: Carried) -> Row:
    r = s.reading
    hearer: Actor | None = case.actor(s.article, r.addressee) if r.addressee else None
    slots: dict[str, Value] = {
        "speaker": s.speaker,
        "cue": r.cue.text if r.cue else None,
        "nested_cue": r.nested_cue.text if r.nested_cue else None,
        "mode": r.mode,
        "content": r.content,
        "addressee": hearer,
        "when": s.when.value if s.when else None,
        "setting": r.setting.text if r.setting else None,
        "stance": r.stance,
        "negated": r.negated,
        "utterance": c.utterance,
        "variant": c.variant,
        "strength": c.strength,
        "same_because": c.why,
        "basis": r.basis,
        "rule": r.rule,
    }
    return Row(list="statements", id=make_id("statement", r.id), story=s.story, evidence=(r.passage,), slots=slots)
