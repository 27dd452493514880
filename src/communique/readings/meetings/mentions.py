"""Frames of meeting in, mentions of meetings out: who, where, when, in what form, and whether it was held."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...language.frames import Entry, by_head, words
from ...model.actor import Actor
from ...model.reading import Mention
from ...model.times import TimeReading
from ..frames import Frame, actors, all_actors, does, frames_of, half_told, political, public, somebody
from ..frames.clauses import owner
from ..frames.content import is_time, phrase, time_of, times_in
from ..frames.frame import Span
from ..page import Page, Sent
from .status import status_of
from .who import participants

LEXICON = "meetings"
SEVERAL = ("talk", "talks", "negotiation", "discussion", "consultation")
VISITS = ("visit", "tour", "trip")
PLAIN = ("CVL", "LAB", "EDU", "REF")  # they speak for no body
OWN = ("his ", "her ", "its ", "their ", "my ", "our ")
AT = ("in", "at", "to", "of")
TITLES = ("president", "minister", "king", "senate", "parliament", "chancellor")


@dataclass(slots=True)
class Told:
    """One mention while it is being read; ``names`` False where it only points back ("the summit"). ``again``: "their first meeting";
    ``named``: an occasion known by its name or host ("October's APEC summit") whose participants are not all told."""

    frame: Frame
    entry: Entry
    participants: tuple[Actor, ...]
    form: str
    status: str | None
    names: bool
    place: Span | None = None
    when: TimeReading | None = None
    host: Actor | None = None
    of: Span | None = None
    agenda: tuple[Span, ...] = ()
    again: frozenset[str] = frozenset()
    after: bool = False
    span: Span = (0, 0)
    named: str = ""
    follows: Told | None = field(default=None, repr=False)


def find(page: Page) -> tuple[list[Told], list[Mention]]:
    """The mentions of an article in text order, and passages that fell short (an impossible mood)."""
    out: list[Told] = []
    short: list[Mention] = []
    for sent in page.sents:
        here: list[Told] = []
        for f in frames_of(sent):
            for e in by_head(LEXICON).get((f.sort, f.lemma), ()):
                t = told(page, f, e)
                if t is None:
                    continue
                if t.status is None:
                    short.append(Mention(passage=page.passage(*t.span), reason="below the bar", note=f"meeting:{e.id}"))
                else:
                    here.append(t)
                break
        _succession(here)
        out += here
    return out, short


def told(page: Page, f: Frame, e: Entry) -> Told | None:
    """The mention that a frame makes; None where the entry does not fit."""
    if not _fits(page, f, e) or _aside(f):
        return None
    who = participants(page, f, e)
    host = host_of(page, f, e)
    names = [i for i in f.whom if not is_time(page, f.sent, i) and not actors(page, f.sent, i)]
    named = ""
    occasional = f.sort == "noun" and f.lemma in words(LEXICON, "occasion") and f.head.tag != "NNS"
    told_of = (host is not None and f.lemma != "session") or bool(names and when_of(page, f))
    if len(who) < e.least and occasional and told_of:
        named = " ".join(sorted(f.sent.tokens[i].low for i in names)) or "hosted"
        who = tuple({a.key: a for a in (*who, *([host] if host else ()), *all_actors(page, f.sent, _beside(f)))}.values())
        enough = bool(who)
    else:
        known = [a for a in who if public(a) or a.sector == "JRN" or (a.kind == "unnamed" and a.sector not in PLAIN)]
        known = [a for a in known if not a.as_written.lower().startswith(OWN)]  # with his own staff
        enough = len(known) >= e.least and any(public(a) and (a.kind != "unnamed" or a.country) for a in known)
    if who and not any(political(a) and somebody(a) for a in who):
        return None  # private people among themselves, or with an outlet
    if e.least > 1 and _half(page, f):
        return None  # one of those who met is a name that nobody knows: the list would not be whole
    if e.id == "interview" and who and not any(a.sector == "JRN" for a in who):
        return None  # who asks is no outlet: questioned by police, or looking for work
    asks = any(a.sector == "JRN" and a.kind in ("organisation", "unnamed") for a in who)
    form = "interview" if e.form == "talks" and e.id != "meet" and asks else form_of(f, e)
    if e.id == "conference" and not enough and not (f.mods & words(LEXICON, "press")):
        return None
    if not enough and not _anaphoric(page, f, e) and (e.id != "held-talks" or not (f.who or f.to("with", "between") or "trilateral" in f.mods)):
        return None
    t = Told(frame=f, entry=e, participants=who, form=form, status=status_of(f, e), names=enough, named=named)
    if enough and len(who) == 1 and form in ("summit", "talks") and t.status != "did not happen" and who[0].kind not in ("group", "unnamed"):
        t.status = None  # "will host the summit": with whom, nobody says
    t.place, t.when, t.of = place_of(page, f, e), when_of(page, f), occasion(page, f)
    t.agenda = tuple(s for i in f.to("on", "about") if _topic(page, f.sent, i) and (s := phrase(f.sent, i))) if f.sort == "noun" else ()
    t.host = host
    t.again = f.mods & words(LEXICON, "again")
    t.span = _reach(f)
    return t


def _half(page: Page, f: Frame) -> bool:
    """A name among those who met is nobody's that is known: one of several joined ones, or who did it."""
    sides = ([*f.who, *f.whom], f.to("with"), f.to("between", "among"))
    doers = does(f.sent.parse, f) if f.sort == "noun" and f.role == "dobj" else f.who if f.sort == "verb" else ()
    alone = any(f.sent.tokens[i].pos == "PROPN" and page.entities.at(*f.sent.span(f.sent.tokens[i])) is None and not actors(page, f.sent, i) for i in doers)
    return alone or any(half_told(page, f.sent, side, names=True) for side in sides)


def _aside(f: Frame) -> bool:
    """"on the sidelines of the meeting": the occasion of a meeting, not the meeting."""
    head = f.sent.tokens[f.head.head]
    return f.sort == "noun" and f.head.dep == "pobj" and f.sent.tokens[head.head].lemma.lower() in ("sideline", "margin")


def _fits(page: Page, f: Frame, e: Entry) -> bool:
    tokens = f.sent.tokens
    objects = {tokens[i].lemma.lower() for i in f.whom}
    if f.sort == "verb":
        if objects & e.not_object or (e.prep and not f.to(*e.prep)):
            return False
        if e.id == "phone":
            below = {t.low for t in f.sent.parse.subtree(f.head.i)}
            return bool(below & {"phone", "telephone", "video"}) or f.lemma in ("phone", "telephone")
        if e.id == "arrive":
            return _goes_somewhere(page, f)
        if e.id == "visit":
            return any(_abroad(page, f, i) for i in f.whom)
        return True
    if e.id == "call":
        made = f.light is not None and f.role == "dobj" and f.light.lemma in ("have", "hold", "make")
        return f.lemma != "call" or bool(f.mods & words(LEXICON, "telephone")) or (made and bool(f.to("with", "between")))
    if e.id == "conference":
        return bool(f.mods & words(LEXICON, "press"))
    if f.lemma == "conversation" and f.head.tag == "NNS":
        return False  # "they had several conversations": no one meeting
    if f.lemma == "encounter":  # "their first encounter", not his with the police
        return bool(f.mods & words(LEXICON, "again")) and any(k.low == "their" for k in f.sent.parse.children(f.head.i, "poss"))
    return not (f.head.tag == "NN" and f.lemma == "talk")


def _goes_somewhere(page: Page, f: Frame) -> bool:
    """A person in office goes to a state or its capital, or to a summit."""
    who = all_actors(page, f.sent, f.who)
    to = [i for i in f.to("in", "to", "for") if _state_place(page, f.sent, i)]
    return bool(to) and any(a.kind == "person" and public(a) for a in who) and f.mood.stands in ("done", "future")


def _state_place(page: Page, sent: Sent, i: int) -> bool:
    n = page.entities.at(*sent.span(sent.tokens[i]))
    return n is not None and n.form in ("state", "capital", "place")


def _abroad(page: Page, f: Frame, i: int) -> bool:
    """Another state, a place or body of it, or a town that nobody knows the state of; not a person, nor what is the visitor's own."""
    mine = {s for a in all_actors(page, f.sent, f.who) if a.kind != "state" for s in a.states()}
    n = page.entities.at(*f.sent.span(f.sent.tokens[i]))
    there = n.actor.states() if n is not None else {s for a in actors(page, f.sent, i) for s in a.states()}
    if n is None and not there:
        return f.sent.tokens[i].pos == "PROPN"
    return bool(there) and not there <= mine


def _beside(f: Frame) -> tuple[int, ...]:
    """Who was at a named occasion, as far as its clause tells: the subject of the verb, or whose request it was ("a request by Lee during")."""
    parse = f.sent.parse
    above = parse.tokens[parse.tokens[f.head.head].head] if f.head.dep == "pobj" else None
    if above is not None and above.pos == "NOUN" and above.lemma in ("request", "proposal", "meeting", "talk", "remark", "speech"):
        return owner(parse, above)
    return does(parse, f) if f.role == "pobj" else ()


def form_of(f: Frame, e: Entry) -> str:
    if f.sort == "noun" and f.lemma == "summit":
        return "summit"
    if f.lemma in ("call",) or (f.sort == "noun" and f.mods & {"phone", "telephone", "video"}):
        return "call"
    return e.form


def _anaphoric(page: Page, f: Frame, e: Entry) -> bool:
    """It can point back: definite, owned, or set at a time ("the summit", "their meeting", "Tuesday's talks"), and no other one by its
    name ("the General Assembly meeting")."""
    if f.sort != "noun" or f.lemma not in words(LEXICON, "anaphor"):
        return False
    if f.head.tag == "NNS" and f.lemma not in SEVERAL:
        return False
    left = [k for k in f.sent.parse.children(f.head.i, "amod", "compound", "nmod") if not is_time(page, f.sent, k.i)]
    if any(k.low not in words(LEXICON, "again") and k.low not in words(LEXICON, "plain") for k in left):
        return False
    parse = f.sent.parse
    det = [k.low for k in parse.children(f.head.i, "det", "poss", "nummod", "amod")]
    if f.lemma in ("talk", "talks") and not det:
        return f.light_prep in ("during", "after", "before", "following", "at") or f.role in ("nsubj", "nsubjpass")
    return any(d in ("the", "this", "that", "these", "their", "both") for d in det) or any(k.dep == "poss" for k in parse.children(f.head.i))


def place_of(page: Page, f: Frame, e: Entry) -> Span | None:
    """Where: the name after "in" or "at" (for visits also "to", "of", or the object)."""
    sent = f.sent
    visit = e.form == "visit" or f.lemma == "tour"
    heads = list(f.whom) if f.sort == "verb" and e.id == "visit" else []
    for p in (AT if f.sort == "noun" else AT[:3]) if visit else AT[:2]:
        heads += f.to(p)
    for n in [o for p in ("of", "at", "during") for o in f.to(p)]:
        heads += [o.i for t in sent.parse.subtree(n) if t.low in ("in", "at") and t.dep == "prep" for o in sent.parse.children(t.i, "pobj")]
    if visit and f.sort == "noun" and f.role == "pobj":  # "killed in Chile, he said on his visit": Chile is not where he went
        heads = [i for i in heads if sent.tokens[sent.tokens[i].head].head == f.head.i] or ([] if f.light_prep in ("during", "after", "before") else heads)
    heads = [n for i in heads for n in (i, *_of_town(sent, i)) if sent.tokens[i].lemma.lower() not in TITLES]
    for i in heads:
        t = sent.tokens[i]
        if t.pos == "PROPN" and not is_time(page, sent, i) and not _person(page, sent, i) and t.lemma.lower() not in words(LEXICON, "occasion"):
            return _name(sent, i)
        for a in sent.parse.children(i, "appos"):
            if a.pos == "PROPN" and not _person(page, sent, a.i) and not is_time(page, sent, i) and t.low not in ("interview",):
                return _name(sent, a.i)
    return None


def _of_town(sent: Sent, i: int) -> list[int]:
    """"in the lakeside resort of Ohrid": the name of the town."""
    if sent.tokens[i].lemma.lower() not in words(LEXICON, "towns"):
        return []
    return [o.i for k in sent.parse.children(i, "prep") if k.low == "of" for o in sent.parse.children(k.i, "pobj") if o.pos == "PROPN"]


def _person(page: Page, sent: Sent, i: int) -> bool:
    n = page.entities.at(*sent.span(sent.tokens[i]))
    return n is not None and n.actor.kind in ("person", "group", "organisation")


def _name(sent: Sent, i: int) -> Span:
    left = [k for k in sent.parse.children(i, "compound", "amod") if k.pos == "PROPN" and k.i < i]
    return sent.span(min(left, key=lambda k: k.i) if left else sent.tokens[i], sent.tokens[i])


def when_of(page: Page, f: Frame) -> TimeReading | None:
    """A date inside the noun's own phrase ("Tuesday's meeting"), on it, or on the verb it leans on."""
    sent = f.sent
    if f.sort == "noun":
        below = [t for t in sent.parse.subtree(f.head.i) if t.i <= f.head.i]
        own = times_in(page, sent.span(below[0], f.head))
        if own:
            return own[0]
    found = time_of(page, sent, f.head)
    if found is not None:
        return found
    if f.sort == "noun" and f.light is not None and f.role in ("dobj", "nsubj", "nsubjpass", "pobj", "nested"):
        say = f.light.lemma in ("say", "tell", "add", "announce", "report")
        return None if say and f.role != "nested" and f.light_prep not in ("at", "during", "in") else time_of(page, sent, f.light)
    return None


def occasion(page: Page, f: Frame) -> Span | None:
    """"on the sidelines of the forum": what it is part of."""
    sent = f.sent
    for t in sent.parse.subtree(f.light.i if f.light is not None and f.role == "dobj" else f.head.i):
        if t.lemma.lower() in ("sideline", "margin"):
            for p in sent.parse.children(t.i, "prep"):
                for o in sent.parse.children(p.i, "pobj"):
                    return phrase(sent, o.i)
    return None


def host_of(page: Page, f: Frame, e: Entry) -> Actor | None:
    sent = f.sent
    if e.id in ("host", "invite"):
        return next(iter(all_actors(page, sent, f.who)), None)
    if f.sort != "noun":
        return None
    if f.light is not None and f.light.lemma == "host" and f.role == "dobj":
        return next(iter(all_actors(page, sent, does(sent.parse, f))), None)
    for v in sent.parse.children(f.head.i, "acl", "relcl"):
        hosts = [v, *sent.parse.children(v.i, "xcomp")]
        if any(h.lemma == "host" for h in hosts):
            heads = [k.i for k in sent.parse.children(v.i, "nsubj", "nsubjpass")]
            heads += [o.i for k in sent.parse.children(v.i, "agent") for o in sent.parse.children(k.i, "pobj")]
            return next(iter(all_actors(page, sent, heads)), None)
    return None


def _topic(page: Page, sent: Sent, i: int) -> bool:
    t = sent.tokens[i]
    if is_time(page, sent, i) or t.pos not in ("NOUN", "PROPN"):
        return False
    return not actors(page, sent, i) and t.lemma.lower() not in ("sideline", "margin")


def _succession(here: list[Told]) -> None:
    """"The meeting came a week after he held talks": the one in the clause after "after" or "following" was before the other."""
    for later in here:
        for earlier in here:
            if earlier is later or later.follows is not None:
                continue
            parse = later.frame.sent.parse
            up = [earlier.frame.head, *parse.ancestors(earlier.frame.head.i)]
            later_up = {t.i for t in (later.frame.head, *parse.ancestors(later.frame.head.i))}
            for t in up:
                if t.i in later_up:
                    break
                if t.low in ("after", "following", "since") or any(k.dep == "mark" and k.low == "after" for k in parse.children(t.i)):
                    later.follows = earlier
                    break


def _reach(f: Frame) -> Span:
    heads = [*f.who, *f.whom, *(i for p, i in f.preps if p in ("with", "between", "in", "at", "to", "of"))]
    if f.light is not None and f.role in ("dobj", "nsubj", "nsubjpass", "pobj") and abs(f.light.i - f.head.i) < 8:
        heads.append(f.light.i) if f.role != "pobj" else None
    low = high = f.head.i
    for h in heads:
        t = f.sent.tokens[h]
        below = [t] if f.light is not None and h == f.light.i else [x for x in f.sent.parse.subtree(h) if abs(x.i - h) < 6]
        if abs(t.i - f.head.i) < 25:
            low, high = min(low, below[0].i), max(high, below[-1].i)
    return f.sent.span(f.sent.tokens[low], f.sent.tokens[high])
