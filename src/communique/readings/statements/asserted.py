"""A verb of saying in, whether somebody said it out: no adjective, no bare purpose, nothing that only might be said, nothing that a thing cannot say."""

from __future__ import annotations

from ...language.cues import Cue, verb
from ..page import Page
from ..parse import Token
from ..people import actor_for
from .line import Line
from .subjects import PAPERS

PARTICLES = ("out", "back", "on", "aloud")
LEADING_ON = frozenset("go continue appear seem begin start proceed use come refuse decline fail try struggle rush say be hasten".split())
MADE_TO = frozenset("prompt force compel oblige move lead".split())  # "was forced to admit"
MIGHT = frozenset("might may could should must can".split())
KEPT_FROM = frozenset("stop prevent keep refrain bar ban discourage block dissuade stay back".split())  # "stopped her from claiming"
TAKEN_AS = frozenset("interpret read see understand take construe".split())  # "should not be read as saying"
ONLY_PEOPLE = ("threaten", "promise")  # "a storm that threatens to break"
INFERRED = frozenset(  # what things do too: "the attack indicates that", "brain cancer, which confirmed what I knew"
    "suggest indicate signal confirm add encourage underline underscore reveal imply hint recall speculate charge reaffirm point raise detail".split()
)
SHOWN = INFERRED - frozenset("add recall charge reaffirm speculate".split())
SOURCES = frozenset(
    """survey poll study data figure statistic document book editorial law bill treaty record email paper source research analysis census filing transcript
    story item piece review lawsuit suit complaint petition tweet percent majority half third quarter number side camp ally city town state country""".split()
)
BEFORE_ORDER = ("do", "n't", "not", "please", "just", "never", "now", "so", "then", "and", "but")
LIKE_PEOPLE = ("er", "or", "ist", "ian", "ant", "man", "men", "woman", "people", "ee", "ect", "egate", "crat", "can", "ar", "dent", "body", "one")


def asserted(line: Line, v: Token, entry: Cue) -> bool:
    """Somebody did say it: no adjective ("charged language"), no other phrasal verb ("sworn in"), no bare purpose ("to explain why")."""
    kids = line.kids(v.i)
    if v.dep in ("amod", "compound") or any(k.dep == "prt" and k.low not in PARTICLES for k in kids) or _adjective(line, v):
        return False
    if v.tag == "VB" and any(k.low == "to" and k.dep == "aux" for k in kids):
        h = line.head(v)
        if v.dep in ("acl", "advcl", "relcl"):
            return _took_to(line, h) or (h.lemma == "go" and any(k.low == "on" for k in line.kids(h.i, "prt")))
        made_to = h.tag == "VBN" and h.lemma in MADE_TO and bool(line.kids(h.i, "auxpass"))
        return v.dep in ("xcomp", "conj") and (made_to or h.lemma.lower() in LEADING_ON or h.low in ("quick", "eager", "keen"))
    if v.tag == "VBN" and any(k.low in ("when", "if", "once", "as") for k in kids) and not line.kids(v.i, "aux", "auxpass", "nsubj", "nsubjpass"):
        return False  # "when questioned"
    if v.tag == "VBG" and v.dep == "pcomp" and line.head(v).low == "as" and line.head(line.head(v)).lemma in TAKEN_AS:
        return False
    if v.tag == "VBG" and v.dep == "pcomp" and (line.head(v).low == "without" or (line.head(v).low == "from" and line.head(line.head(v)).lemma in KEPT_FROM)):
        return False
    if any(k.dep == "aux" and k.low in MIGHT for k in kids) and not any(k.dep == "neg" for k in kids):
        return False
    if any(k.low == "if" and k.dep == "mark" for k in kids) or (v.tag == "VBG" and v.i and line.toks[v.i - 1].low in ("worth", "avoid", "avoids", "avoided")):
        return False  # "if the plan rejected", "it is worth noting"
    if any(k.dep == "csubj" for k in kids) or _ordered(line, v):
        return False  # "that they came says something", "tell us why"
    if entry.lemma == "go" and not any(k.dep == "prt" and k.low == "on" for k in kids):
        return False
    if entry.lemma == "put" and not any(k.low == "it" and k.dep == "dobj" for k in kids):
        return False
    return not (entry.lemma == "tell" and any(k.tag == "MD" for k in kids))


def _took_to(line: Line, h: Token) -> bool:
    """'took pains to say', 'took to the stage to say': done, not meant."""
    if h.pos == "NOUN":
        return h.lemma in ("pain", "moment", "opportunity", "stage", "podium", "floor", "air") and line.head(h).lemma == "take"
    return h.lemma == "take" and any(p.low == "to" for p in line.kids(h.i, "prep"))


def _says(t: Token) -> bool:
    known = verb(t.text, t.lemma)
    return known is not None and known.tier == "speech"


def _adjective(line: Line, v: Token) -> bool:
    """'60 pledged delegates': between a number or article and a noun."""
    if v.tag not in ("VBD", "VBN") or v.i == 0 or v.i + 1 >= len(line.toks) or line.inside[v.i + 1] is not None:
        return False
    return line.toks[v.i - 1].pos in ("NUM", "DET") and line.toks[v.i + 1].pos == "NOUN"


def _ordered(line: Line, v: Token) -> bool:
    """'Tell us why', 'Don't blame him': an order to the reader."""
    if v.tag not in ("VB", "VBP") or v.dep != "ROOT" or line.kids(v.i, "nsubj"):
        return False
    return all(line.is_mark(i) or line.toks[i].low in BEFORE_ORDER for i in range(v.i))


def several(line: Line, subject: Token) -> bool:
    """'The two sides agreed to meet', 'Kim and Lee agreed to a truce': an agreement of several, no answer that one gave."""
    if subject.tag in ("NNS", "NNPS", "CD") or subject.low in ("they", "we", "both", "all", "who", "which"):
        return True
    return any(t.low == "and" for t in line.sent.parse.subtree(subject.i)) or any(t.low == "and" for t in line.toks[max(0, subject.i - 8) : subject.i])


def can_say(page: Page, line: Line, v: Token, entry: Cue, subject: Token) -> bool:
    """Whether who or what is given as the speaker says such things: a person, a body, a paper; no storm, plan or illness."""
    if entry.lemma in SHOWN and v.tag == "VBG" and v.dep == "advcl" and not _says(line.head(v)):
        return False  # "Kim met the envoy, underscoring the change": it is the meeting that underscores
    if subject.pos != "NOUN" or entry.lemma not in INFERRED | set(ONLY_PEOPLE) or actor_for(page, line.sent, subject) is not None:
        return True
    lemma = subject.lemma.lower()
    return entry.lemma in INFERRED and (lemma in PAPERS or lemma in SOURCES or lemma.endswith(LIKE_PEOPLE))
