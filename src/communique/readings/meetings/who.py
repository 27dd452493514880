"""A frame of meeting in, who takes part in it out: ``participants(page, frame, entry) -> (Torres, Vega)``."""

from __future__ import annotations

from collections.abc import Sequence

from ...language.frames import Entry, words
from ...model.actor import Actor
from ..frames import Frame, actors, all_actors, beside, does
from ..page import Page, Sent

LEXICON = "meetings"
OF_SOMETHING = frozenset("member representative delegate".split())
SHORT = 6  # words
RECEIVING = ("GOV", "LEG", "IGO", "MIL", "PTY", "JUD", "REB", "OPP")


def participants(page: Page, f: Frame, e: Entry) -> tuple[Actor, ...]:
    """Who takes part, from the places that the entry names; plain people ("students") only beside somebody in office."""
    sent, places = f.sent, e.parties.split("+")
    heads: list[int] = []
    if "who" in places:
        sides = f.to("between", "among") if f.sort == "noun" else ()  # "talks between A and B brokered by C": C is no party
        heads += [i for i in f.who if (e.form != "visit" or _sure(page, sent, i)) and (not sides or i not in f.to("by"))]
    if f.sort == "noun" and "does" in places and not (e.id == "visit-noun" and f.who) and not f.to("between"):
        heads += _doers(f, e)
        if f.light is not None and f.role == "pobj" and f.light.lemma in ("take", "join", "accompany", "host", "welcome", "invite"):
            heads += [k.i for k in sent.parse.children(f.light.i, "dobj")]
    if "whom" in places:
        heads += f.whom
    for p in ("with", "between", "by", "of", "to"):
        if p in places and not (p == "by" and f.to("between")):
            heads += f.to(p, "among") if p == "between" else f.to(p)
    if f.to("with"):  # "the meeting of Peru's president with Chile's"; "talks with the former president of a party" are not with the party
        behind = {i for i in f.to("of") if i > min(f.to("with"))}
        heads = [i for i in (*(f.to("of") if e.id == "held-talks" else ()), *heads) if i not in behind]
    got: list[Actor] = []
    heads = [i for i in heads if not _another(page, sent, i)]
    for h in [j for i in heads for j in (*beside(page, sent, i), i)]:
        known = sent.tokens[h].tag == "NNS" or sent.tokens[h].pos != "PRON"
        named = tuple(a for a in actors(page, sent, h) if a.kind != "unnamed" or (known and (a.country or sent.tokens[h].tag == "NNS")))
        if sent.tokens[h].lemma.lower() in OF_SOMETHING and all(a.kind == "unnamed" and not a.country for a in named):
            named = ()
        got += named or _plain_people(page, sent, h)
    if sum(a.kind != "unnamed" for a in got) > 1:
        got = [a for a in got if a.kind != "unnamed" or a.name]
    if e.id in ("visit-noun", "visit", "arrive", "host"):
        got = [a for a in got if a.kind in ("person", "state", "organisation", "group")]
        if e.form == "visit":
            got = [a for a in got if a.kind != "organisation" or a.sector in RECEIVING]  # a temple, a plant: what is looked at
            seen = {a.key for a in all_actors(page, sent, f.whom) if a.kind == "state"} if len(f.whom) > 1 else set()
            got = [a for a in got if a.key not in seen]  # "will visit Peru and Chile": where she goes
        if e.id == "visit" and not {a.key for a in got} & {a.key for a in all_actors(page, sent, [i for i in f.who if _sure(page, sent, i)])}:
            return ()  # who goes is not known
        if not _moves(page, f, e) or (e.form == "visit" and _at_home(page, f, got)):
            return ()
    return tuple({a.key: a for a in got}.values())


def _sure(page: Page, sent: Sent, i: int) -> bool:
    """Whose visit a pronoun means is sure where it means a subject before it in the sentence."""
    t = sent.tokens[i]
    if t.pos != "PRON":
        return True
    mine = {a.key for a in actors(page, sent, i)}
    return any(mine & {a.key for a in actors(page, sent, s.i)} for s in sent.tokens[:i] if s.dep in ("nsubj", "nsubjpass") and s.pos != "PRON")


def _another(page: Page, sent: Sent, i: int) -> bool:
    """"he" read as somebody other than the man whom the sentence has as subject before it: whom it means is not sure."""
    t = sent.tokens[i]
    if t.low not in ("he", "she") or t.dep not in ("nsubj", "nsubjpass"):
        return False
    before = [actors(page, sent, s.i) for s in sent.tokens[:i] if s.dep in ("nsubj", "nsubjpass") and s.pos == "PROPN"]
    persons = [found for found in before if not found or any(a.kind == "person" for a in found)]  # a surname of two counts too
    return bool(persons) and not {a.key for found in persons for a in found} & {a.key for a in actors(page, sent, i)}


def _at_home(page: Page, f: Frame, who: Sequence[Actor]) -> bool:
    """A visit to a place of the visitor's own state is none."""
    to = [*f.to("to", "in", "for", "at", "of"), *f.whom]
    there = {n.actor.country for i in to if (n := page.entities.at(*f.sent.span(f.sent.tokens[i]))) is not None and n.form in ("state", "capital", "place")}
    goers = {s for a in who if a.kind != "state" for s in a.states()}
    if who and not goers and {s for a in who for s in a.states()} <= there:
        return True  # only the place is named
    return bool(there - {None}) and bool(goers) and {str(x) for x in there - {None}} <= goers


def _moves(page: Page, f: Frame, e: Entry) -> bool:
    """Somebody goes: a visit has a visitor, a host somebody to receive."""
    sent = f.sent
    if e.id == "host":
        guests = [i for i in f.whom if page.entities.at(*sent.span(sent.tokens[i])) is not None]  # no "people from Peru"
        return bool(all_actors(page, sent, f.who)) and any(a.kind in ("person", "state") for a in all_actors(page, sent, guests))
    if f.sort == "verb":
        return any(a.kind in ("person", "state", "organisation") for a in all_actors(page, sent, f.who))
    heads = [*(i for i in f.who if _sure(page, sent, i)), *f.to("by")]
    if f.lemma == "visit":
        heads += f.to("of")
    if f.light is not None:
        heads += _doers(f, e)
        heads += [k.i for k in sent.parse.children(f.light.i, "dobj") if f.light_prep == "on"]
    return any(a.kind in ("person", "state") for a in all_actors(page, sent, heads))


def _doers(f: Frame, e: Entry) -> tuple[int, ...]:
    """Who holds, joins or comes for it: the subject of the verb that the noun leans on, where that verb makes it a party."""
    if f.role == "nested" and e.form == "visit" and f.light_prep == "on":
        return (f.sent.tokens[f.sent.tokens[f.head.i].head].head,)  # "the minister, on a visit to Peru, asked ..."
    if f.role not in ("dobj", "pobj"):
        return _scene_subject(f)
    if f.role == "pobj" and f.mood.stands in ("negated", "denied"):
        return ()  # "was not at the summit"
    lemma = f.light.lemma.lower() if f.light is not None else ""
    if f.role == "dobj":
        held = lemma in words(LEXICON, "held") or lemma in words(LEXICON, "planned")
        held = held or (e.form == "visit" and lemma in (words(LEXICON, "cancelled") | words(LEXICON, "proposed")))
        with_whom = bool(f.to("with")) and lemma in words(LEXICON, "joins")
        return does(f.sent.parse, f) if held or with_whom else ()
    attends = lemma in words(LEXICON, "attends") and (lemma != "take" or (f.light is not None and _part(f.sent, f.light.i)))
    goes = lemma in words(LEXICON, "going") or attends
    there = e.id in ("conference", "interview", "visit-noun") and (goes or lemma in ("say", "tell")) and not f.who  # "before Ruiz's interview"
    there = there or (e.form == "visit" and f.light_prep == "on")  # "on a visit to Peru, he asked ..."
    if f.to("with") or there or (goes and f.light_prep in ("for", "in", "at")):
        return does(f.sent.parse, f)
    return ()


def _part(sent: Sent, verb: int) -> bool:
    """"took part", "took a seat"; not "decisions taken at the meeting"."""
    return any(k.lemma.lower() in ("part", "seat", "place") for k in sent.parse.children(verb, "dobj"))


def _scene_subject(f: Frame) -> tuple[int, ...]:
    """"Lee said at the outset of talks with Xi": the subject of the verb above a nested noun, where the noun names the other side."""
    if f.role != "nested" or f.light is None or not f.to("with") or f.light_prep in ("for", "on", "about"):
        return ()  # "with a delegation for talks with rebels": those are others' talks
    return tuple(k.i for k in f.sent.parse.children(f.light.i, "nsubj"))


def _of_whom(sent: Sent, i: int) -> int:
    """Where "members of a delegation" ends."""
    for p in sent.parse.children(i, "prep"):
        last = sent.parse.subtree(p.i)[-1]
        if p.low == "of" and last.i - i <= SHORT:
            return last.end
    return sent.tokens[i].end


def _plain_people(page: Page, sent: Sent, i: int) -> tuple[Actor, ...]:
    t = sent.tokens[i]
    if t.lemma.lower() not in words(LEXICON, "people") or t.tag != "NNS":
        return ()
    left = [k for k in sent.parse.children(t.i, "amod", "compound") if k.i < i]
    start = min((k.start for k in left), default=t.start)
    end = _of_whom(sent, i)
    if t.lemma.lower() in OF_SOMETHING and end == t.end:
        return ()  # "members": of what?
    name = page.document.text[sent.start + start : sent.start + end]
    return (Actor(key=f"unnamed:{name.lower()}", name=name, kind="unnamed", as_written=name),)
