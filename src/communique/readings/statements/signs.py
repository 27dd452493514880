"""Words of a sentence in, small facts about them out: a dash, a title in quotation marks, a word of saying between two others."""

from __future__ import annotations

from ...language.cues import verbs
from .line import Line

FINITE = ("VBZ", "VBD", "VBP", "MD")


def titled(words: str) -> bool:
    """A few words, all with capitals: the name of a book or programme."""
    found = words.strip(" .,").split()
    return len(found) <= 5 and all(w[:1].isupper() or len(w) <= 3 for w in found)


def title_at(line: Line, i: int) -> bool:
    q = line.inside[i]
    return q is not None and titled(line.page.document.text[q.inner_start : q.inner_end])


def cue_between(line: Line, a: int, b: int, but: tuple[str, ...] = ()) -> bool:
    """Whether a word of saying stands between; a participle of one of ``but`` is none ("she said, referring to the bill,")."""
    known, words = verbs(), (line.toks[i] for i in range(a, b))
    return any(t.pos == "VERB" and t.lemma.lower() in known and not (t.tag == "VBG" and t.lemma in but) for t in words)


def is_dash(line: Line, i: int) -> bool:
    """A dash outside quotation marks; a hyphen only with a space before it."""
    text = line.toks[i].text
    spaced = i > 0 and line.toks[i - 1].end < line.toks[i].start
    if text == "-" and spaced and i + 1 < len(line.toks) and line.toks[i - 1].pos == "NUM" and line.toks[i + 1].tag in ("NN", "JJ"):
        return False  # "an 8 - year offer", in text that was cut into words
    return line.inside[i] is None and (text in ("—", "–", "--") or (text == "-" and spaced))
