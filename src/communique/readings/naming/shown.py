"""The spotted lines of an article in, the bodies that no table knows but the article shows out: {folded words: Actor}.

"carmaker Toyota", "Boeing's shares", "the chief executive of Fiat", "PolitiFact said its": what stands beside a name tells that it is a body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from ...language import names, organisations, wording
from ...model.actor import Actor
from .spotted import CAPS, Line, Run

PERSONAL = frozenset("he she his her him himself herself".split())
NEEDED = 1


def bodies(lines: Sequence[Line], persons: Container[tuple[str, ...]]) -> dict[tuple[str, ...], Actor]:
    """Names with evidence of a body and none of a person; ``persons`` holds the words that name somebody of the cast."""
    shown: Counter[tuple[str, ...]] = Counter()
    against: Counter[tuple[str, ...]] = Counter()
    sectors: dict[tuple[str, ...], str | None] = {}
    forms: dict[tuple[str, ...], Counter[str]] = {}
    for line in lines:
        for run in (*line.runs, *capitals(line)):
            if run.words in persons:
                continue
            forms.setdefault(run.words, Counter())[run.text] += 1
            told, sector = evidence(line, run)
            shown[run.words] += told
            against[run.words] += told < 0
            sectors[run.words] = sectors.get(run.words) or sector
    out = {}
    for w, n in shown.items():
        if n >= NEEDED and not against[w] and len("".join(w)) > 1:
            text = max(forms[w], key=lambda f: (forms[w][f], f))
            out[w] = Actor(key=organisations.key_of(text), name=text, kind="organisation", as_written=text, sector=sectors[w])
    return out


def capitals(line: Line) -> list[Run]:
    """Words in capitals that no table knows ("GM", "EADS")."""
    return [
        Run(t.i, t.i, (names.fold(t.text),), t.text)
        for t in line.tokens
        if not line.headline
        and len(t.text) > 1
        and CAPS.match(t.text)
        and t.text[0].isalpha()
        and t.pos == "PROPN"
        and t.i not in line.hit_at
        and t.i not in line.office_at
    ]


def evidence(line: Line, run: Run) -> tuple[int, str | None]:
    """1 and more where the words around show a body (and its sector), below 0 where they show a person, 0 where nothing."""
    before, after = line.low(run.first - 1), line.low(run.last + 1)
    if before in wording.sectors("kinds") and line.tokens[run.first - 1].pos == "NOUN":
        return 1, wording.sectors("kinds")[before]
    if after in ("'s", "'") and line.low(run.last + 2) in wording.words("owned"):
        return 1, None
    if after in wording.words("headed") and run.last + 1 in line.office_at and any(r.first == line.office_at[run.last + 1].last + 1 for r in line.runs):
        return 1, None  # "Boeing spokesman John Dern"
    if before in ("of", "at", "for") and line.low(run.first - 2) in wording.words("headed"):
        return 1, None
    head = line.tokens[run.last]
    for k in line.sent.parse.children(head.i, "appos"):
        if k.low in wording.sectors("kinds"):
            return 1, wording.sectors("kinds")[k.low]
    if after in (",", "(") and line.low(run.last + 2) == "which":
        return 1, None
    return _said_of_itself(line, run), None


def _said_of_itself(line: Line, run: Run) -> int:
    """As in "X said it ...", "X cut its ..." against "X said he ..."."""
    head = line.tokens[run.last]
    if head.dep not in ("nsubj", "nsubjpass"):
        return 0
    for t in line.tokens[head.head + 1 :]:
        if t.low in PERSONAL:
            return -1
        if t.low in ("its", "itself") or (t.low == "it" and line.tokens[head.head].lemma in wording.words("speech") and t.dep == "nsubj"):
            return 1
        if t.pos in ("NOUN", "PROPN") and t.dep in ("nsubj", "nsubjpass", "poss"):
            return 0
    return 0
