"""Rows, a cast and articles in, the same with people's judgements applied out. Evidence is never changed by anyone.

A judgement names ids that depend on readings alone, so it holds through rebuilds and new articles. One that no row answers to is
kept and listed by ``idle``: the reading it was about is gone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import deciding
from ..model.actor import Actor
from ..model.article import Article
from ..model.casefile import Casefile
from ..model.judgement import Judgement, standing
from ..model.notice import Notice
from ..model.passage import Passage
from ..model.record import Row, Value
from .actors import actors_of


def articles(found: Mapping[str, Article], judgements: Sequence[Judgement]) -> dict[str, Article]:
    """An outlet's name set by a person is the article's outlet from then on."""
    named = {a: j.value for j in standing(judgements) if j.verdict == "outlet" and j.value for a in j.about}
    return {i: replace(a, document=replace(a.document, outlet=named[i])) if i in named else a for i, a in found.items()}


def cast(case: Casefile, leads: Mapping[str, Actor]) -> dict[tuple[str, str], Actor]:
    """Actors that a person merged become the first one named in the judgement; ``leads`` holds it for stories that do not name it."""
    out = dict(case.cast)
    merges = [j for j in standing(case.judgements) if j.verdict == "merge"]
    uses = [(i, a) for i in sorted(case.articles) for a in actors_of(case.articles[i])] if merges else []
    for j in merges:
        known = [(i, a.key, out.get((i, a.key), a)) for i, a in uses]
        hits = [(i, key, actor) for i, key, actor in known if actor.id in j.about]
        keep = next((actor for _, _, actor in hits if actor.id == j.about[0]), leads.get(j.about[0]))
        if keep:
            out.update({(i, key): keep for i, key, _ in hits})
    return out


def merged_into(judgements: Sequence[Judgement]) -> frozenset[str]:
    """The ids of actors that others were merged into."""
    return frozenset(j.about[0] for j in standing(judgements) if j.verdict == "merge")


def leads(articles_by_id: Mapping[str, Article], judgements: Sequence[Judgement], printed: Mapping[str, str]) -> dict[str, Actor]:
    """The actors that others were merged into, each as the first article knows it, under the name that most print."""
    wanted = merged_into(judgements)
    out: dict[str, Actor] = {}
    for i in sorted(articles_by_id) if wanted else ():
        for a in actors_of(articles_by_id[i]):
            if a.id in wanted and a.id not in out:
                out[a.id] = lead(a, printed)
    return out


def lead(actor: Actor, printed: Mapping[str, str]) -> Actor:
    return replace(actor, name=printed.get(actor.key, actor.name))


def rows(found: Sequence[Row], judgements: Sequence[Judgement], notices: list[Notice] | None = None) -> list[Row]:
    """Rows joined, parted, edited and marked as people decided; each keeps its evidence and says who decided.

    A decision that can't be carried out is passed over, with a notice: it must not take the record with it.
    """
    out = {r.id: r for r in found}
    for j in standing(judgements):
        if apply := APPLY.get(j.verdict):
            try:
                apply(out, j)
            except Exception as e:  # noqa: BLE001  whatever a store holds, the record has to be made
                if notices is not None:
                    notices.append(Notice("record", f"decision {j.id} ({j.verdict}) was passed over: {e}", f"take it back: communique undo {j.id}"))
    return list(out.values())


def idle(found: Sequence[Row], judgements: Sequence[Judgement]) -> list[Judgement]:
    """Standing judgements none of whose ids is a row of the record."""
    ids = {r.id for r in found} | {str(r.get("utterance")) for r in found}
    return [j for j in standing(judgements) if j.verdict not in ("merge", "outlet") and not ids & set(j.about)]


def stamp(j: Judgement, verdict: str | None = None) -> Mapping[str, Value]:
    return {"by": j.by, "when": j.when, "verdict": verdict or j.verdict}


def _mark(out: dict[str, Row], j: Judgement) -> None:
    for i in j.about:
        if i in out:
            out[i] = _with(out[i], reviewed=stamp(j))


def _edit(out: dict[str, Row], j: Judgement) -> None:
    row = out.get(j.about[0])
    if row is None or j.slot is None or j.value is None:  # no value: its words went with a forgotten article
        return
    value = deciding.value(row, j.slot, j.value)
    before = row.get(j.slot)
    words = tuple(p for p in row.evidence if j.words and p.article == j.words[0])[:1]
    added = tuple(Passage(p.document, j.words[1], j.words[2]) for p in words if j.words)
    edited = _with(row, reviewed=stamp(j), edited={"slot": j.slot, "before": before, "by": j.by}, **{j.slot: value})
    out[row.id] = replace(edited, evidence=(*row.evidence, *(p for p in added if p not in row.evidence)))


def _same(out: dict[str, Row], j: Judgement) -> None:
    here = sorted((out[i] for i in set(j.about) if i in out), key=lambda r: r.id)
    if here and len(set(j.about)) < 2:
        raise ValueError("it names one row twice")
    if len(here) < 2 or len({r.list for r in here}) > 1:
        return
    if here[0].list == "statements":
        _one_utterance(out, here, j)
        return
    first, gone = here[0], here[1:]
    evidence = tuple(sorted({p for r in here for p in r.evidence}))
    slots = {k: _joined(v, [r.get(k) for r in gone]) for k, v in first.slots.items()}
    merged = tuple(r.id for r in gone)
    out[first.id] = replace(first, evidence=evidence, slots={**slots, "reviewed": stamp(j), "joined": merged})
    for r in gone:
        del out[r.id]


def _one_utterance(out: dict[str, Row], here: list[Row], j: Judgement) -> None:
    ids = {r.get("utterance") for r in here if r.get("utterance")}
    keep = min((str(i) for i in ids), default=None)
    for r in list(out.values()):
        if r.list == "statements" and (r.get("utterance") in ids or r.id in j.about):
            out[r.id] = _with(r, utterance=keep, **({"reviewed": stamp(j)} if r.id in j.about else {}))


def _different(out: dict[str, Row], j: Judgement) -> None:
    """Statements leave their common utterance; the first keeps it."""
    if len(set(j.about)) < 2 and j.about[0] in out:
        raise ValueError("it names one row twice")
    for i in j.about[1:]:
        if i in out and out[i].list == "statements":
            out[i] = _with(out[i], utterance=f"{out[i].get('utterance')}-{i}", reviewed=stamp(j))
    _mark(out, replace(j, about=j.about[:1]))


def _split(out: dict[str, Row], j: Judgement) -> None:
    """One row becomes one for each article that carries it."""
    row = out.get(j.about[0])
    articles_of = sorted({p.article for p in row.evidence}) if row else []
    if row is None or len(articles_of) < 2:
        return
    for n, a in enumerate(articles_of):
        own = replace(row, id=row.id if n == 0 else f"{row.id}-{n}", evidence=tuple(p for p in row.evidence if p.article == a))
        out[own.id] = _with(own, reviewed=stamp(j))


def _with(row: Row, **slots: Value) -> Row:
    return replace(row, slots={**row.slots, **slots})


def _joined(value: Value, others: list[Value]) -> Value:
    """Lists are united, in order; of single values the first that is not None stands."""
    if isinstance(value, tuple):
        out = list(value)
        for o in others:
            out += [x for x in (o if isinstance(o, tuple) else ()) if x not in out]
        return tuple(out)
    return value if value is not None else next((o for o in others if o is not None), None)


APPLY = {"right": _mark, "wrong": _mark, "not stated": _mark, "edit": _edit, "same": _same, "different": _different, "split": _split}
