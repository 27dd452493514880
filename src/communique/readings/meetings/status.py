"""A frame of meeting in, its status out: held, under way, planned, proposed, cancelled, did not happen; None where nothing stands,
'' where this mention does not tell ("the meeting could bring a gain")."""

from __future__ import annotations

from ...language.frames import Entry, words
from ..frames import Frame

LEXICON = "meetings"
COMING = frozenset("planned upcoming scheduled proposed future possible potential anticipated expected forthcoming slated slate slat".split())
# "his decision to welcome her": no visit is told
UNTOLD = frozenset("decision way opportunity chance honour honor right ability like happy glad pleased".split())
VISITS = ("visit", "trip", "tour")
PROPOSING = frozenset("propose offer invite invitation request seek ask call urge suggest suggestion proposal appeal recommend demand press".split())
OFTEN = frozenset("regular frequent several repeated many numerous countless occasional annual yearly".split())
PUT_OFF = frozenset("postpone delay defer".split())
OF_MOOD = {
    "done": "held", "future": "planned", "agreed": "planned", "possible": "proposed", "wanted": "proposed",
    "negated": "did not happen", "denied": "did not happen",
}  # fmt: skip


def status_of(f: Frame, e: Entry) -> str | None:
    """As the mood of the verb tells, that of the noun by the verb it leans on."""
    return _noun(f) if f.sort == "noun" else _verb(f, e)


def _verb(f: Frame, e: Entry) -> str | None:
    if "decision" in f.mood.governors:
        return None  # "her decision to meet him": whether before or ahead, it does not say
    if f.mood.stands == "possible" and f.mood.modal is None and f.mood.tense == "past":
        return None  # "has reportedly met"
    if e.id == "invite":
        return None if f.mood.stands in ("negated", "denied", "conditional", "asked") else "proposed"
    if e.id == "host" and (set(f.mood.governors) & UNTOLD or (f.lemma in ("welcome", "receive") and not f.to("in", "at", "to", "for"))):
        return None
    if f.lemma == "head" and f.head.dep == "pcomp":
        return None  # "before heading to Lima": whether he is there by now is not said
    status = OF_MOOD.get(f.mood.stands)
    if f.mood.stands == "wanted" and "invitation" in f.mood.governors and any(t.lemma == "accept" for t in f.sent.parse.ancestors(f.head.i)[:3]):
        return "planned"
    if f.mood.stands == "wanted" and not set(f.mood.governors) & PROPOSING:
        return None  # a wish, or an opinion ("should meet")
    if f.mood.stands in ("negated", "denied") and f.mood.governors:
        return None  # "no plans to meet": nothing was to happen
    if f.mood.tense == "present" and (f.head.tag in ("VBZ", "VBP") or status == "did not happen"):
        return None  # a habit ("often meets"), or a headline that the text tells again
    if status == "held" and f.head.tag == "VBG" and f.head.dep == "pcomp" and _to_come(f):
        return "planned"  # "after meeting Vega, she will fly on"
    if status == "held" and f.mood.tense == "present" and f.head.tag == "VBG":
        return "under way"
    if status == "held" and f.mood.tense == "none" and f.head.dep in ("xcomp", "advcl", "acl") and f.head.tag == "VB":
        return "planned"
    return status


def _to_come(f: Frame) -> bool:
    """Whether the verb of the clause it stands in is yet to happen."""
    over = next((t for t in f.sent.parse.ancestors(f.head.i) if t.pos in ("VERB", "AUX")), None)
    return over is not None and any(k.low in ("will", "shall", "'ll") for k in f.sent.parse.children(over.i, "aux"))


def _noun(f: Frame) -> str | None:
    if f.lemma in VISITS and (f.head.tag == "NNS" or f.mods & OFTEN):
        return None  # a habit: which visit, and whether it is over, is not said
    if "no" in f.mods:
        return "did not happen" if f.light is not None and f.mood.tense == "past" else None
    if _took_place(f):
        return "held"
    if _ahead(f) and f.mood.stands not in ("negated", "denied", "conditional", "asked"):
        return "planned"
    if any(v.tag == "VBN" and any(k.low == "to" for k in f.sent.parse.children(v.i, "aux")) for v in f.sent.parse.children(f.head.i, "acl", "relcl")):
        return "planned"  # "the first summit to be hosted by Peru"
    if f.light is None:
        return "planned" if f.mods & (COMING | {"next"}) else "held"
    lemma, m = f.light.lemma.lower(), f.mood
    if lemma == "call" and f.role == "dobj" and (f.lemma in VISITS or f.sent.parse.children(f.light.i, "oprd")):
        return None  # "called the visit a success"
    if f.mods & COMING:
        return "proposed" if f.mods & {"proposed", "possible", "potential"} else "planned"
    if f.role == "dobj" and m.stands == "possible" and m.modal is None and m.tense == "past":
        return None  # "had reportedly held a meeting"
    if f.role == "pobj":
        return _scene(f, lemma)
    if f.role == "nested":
        return "planned" if m.stands == "future" and m.tense == "future" else "held" if m.stands in ("done", "agreed", "future") else None
    if m.stands in ("conditional", "asked"):
        return None
    if lemma in PUT_OFF:
        return None  # neither cancelled nor held; to when, nobody says
    if lemma in words(LEXICON, "cancelled") and m.stands == "done":
        return "cancelled"
    if f.mods & COMING:
        return "proposed" if f.mods & {"proposed", "possible"} else "planned"
    if f.role == "dobj" and lemma in words(LEXICON, "proposed"):
        return "proposed" if m.stands not in ("negated", "denied") else None
    if f.role in ("dobj", "nsubjpass") and lemma in words(LEXICON, "planned"):
        return "planned" if m.stands not in ("negated", "denied") else "did not happen"
    if f.role in ("nsubj", "nsubjpass"):
        return _subject(f, lemma)
    status = OF_MOOD.get(m.stands)
    if status == "held" and m.tense == "present" and f.light.tag in ("VBG",):
        return "under way"
    if f.role == "dobj" and lemma not in words(LEXICON, "held") and status != "held":
        return ""
    return status


def _took_place(f: Frame) -> bool:
    """"requested a meeting, which took place on Monday"."""
    parse = f.sent.parse
    told = [v for v in parse.children(f.head.i, "relcl") if v.tag == "VBD" and v.lemma in ("take", "happen", "last")]
    return any(v.lemma != "take" or any(k.low == "place" for k in parse.children(v.i, "dobj")) for v in told)


def _ahead(f: Frame) -> bool:
    """"on the eve of his visit", "a gesture ahead of the meeting"."""
    prep = f.sent.tokens[f.head.head]
    near = f.sent.tokens[max(0, prep.i - 1) : prep.i]
    return f.head.dep == "pobj" and (prep.low == "before" or (prep.low == "of" and any(t.low in ("ahead", "eve", "advance") for t in near)))


def _subject(f: Frame, lemma: str) -> str | None:
    """"The summit did not happen", "the meeting will focus on trade", "the talks are to be held in May"."""
    m = f.mood
    tells = lemma in words(LEXICON, "happening") or lemma in words(LEXICON, "held") or f.role == "nsubjpass"
    if lemma == "be" and f.light is not None and f.sent.parse.children(f.light.i, "attr", "acomp"):
        tells = False  # "the visit would be a turning point": of what kind, not whether
    if m.stands in ("negated", "denied"):
        return "did not happen" if tells else ""
    if m.stands == "possible":
        return "proposed" if tells else ""
    if m.stands == "wanted" or (m.stands == "future" and m.modal == "would" and not tells):
        return "planned" if tells else ""
    if m.stands == "future" and not tells and m.tense != "future":
        return ""
    status = OF_MOOD.get(m.stands)
    return "under way" if status == "held" and m.tense == "present" and f.light is not None and f.light.tag == "VBG" else status


def _scene(f: Frame, lemma: str) -> str | None:
    """By the preposition: "during the talks" was held, "ahead of the talks" is planned; "arrived for talks" is still to come."""
    prep, m = f.light_prep or "", f.mood
    if prep == "on" and lemma == "be" and m.tense == "present" and m.stands == "done":
        return "under way"  # "is in Lima on a visit"
    if prep in words(LEXICON, "ahead"):
        return "planned"
    if prep == "for":
        if lemma in words(LEXICON, "proposed"):
            return "proposed"
        if lemma in words(LEXICON, "going") and f.lemma in ("visit", "trip", "tour") and m.stands == "done":
            return "held"
        if lemma in words(LEXICON, "going") or m.stands in ("future", "agreed") or lemma in words(LEXICON, "planned"):
            return "planned"
    if lemma in words(LEXICON, "cancelled") and prep in ("from", "of", "out"):
        return "cancelled"
    if m.stands in ("future", "agreed") and prep in ("at", "in", "during", "on", "for", "to") and m.tense in ("future", "none"):
        return "planned"
    if m.stands in ("negated", "denied", "conditional", "asked", "possible", "wanted") and prep in ("to", "for", "on", "with", "about", "into"):
        return None
    return "held"
