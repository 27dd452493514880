"""A page in, disputes out: "Peru accused Chile of moving the border posts" -> by Peru, to Chile, accusation, about the moving.

Frames come from language/lexicon/disputes.toml; ``direction`` of an entry tells where the two sides stand. A deed that did not happen
("did not pose a threat") and a quarrel with one side only make no row.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..language.frames import Entry, by_head
from ..model.actor import Actor
from ..model.disputes import DisputeReading
from ..model.reading import Mention
from .frames import Frame, actors, all_actors, does, frames_of, half_told, political, public
from .frames.clauses import joined, subject
from .frames.content import is_time, phrase, terms, time_of
from .frames.frame import Span
from .frames.pairs import main_pair
from .page import Page, Sent

LEXICON = "disputes"
ABOUT = ("over", "about", "on", "for", "of", "regarding", "concerning", "against")
MUTUAL = ("other", "another")
EASING = frozenset("end resolve settle ease defuse overcome solve reduce calm cool patch_up heal bury de-escalate mend lower".split())
FACING = frozenset("face reduce counter confront deter address meet resist withstand tackle manage combat".split())
WARS = ("war", "conflict", "fighting", "hostility")
UNREAL = frozenset("possible potential future impending looming imminent hypothetical".split())
LOOMING = frozenset(
    """close closer brink verge edge possibility threat risk fear prospect danger avoid prevent avert loom impossible prepare start trigger spark provoke
    lead slide toward towards case inevitable seem scenario plan prepare ready possibility want declare call""".split()
)
UNSURE = frozenset("threat possibility risk prospect fear talk idea prevention end lifting easing removal draft avoidance absence proposal call".split())
LIFTED = frozenset("lift ease remove end drop waive suspend relax scrap revoke loosen rescind".split())
REBELS = frozenset({"REB", "SEP", "UAF", "MIL"})
REBUKES = frozenset("criticism protest condemnation ire anger rebuke outrage fury complaint".split())
PRIVATE = frozenset({"JRN", "BUS", "MED"})
JUDGES = ("IGO", "JUD")
DIRECTIONS = ("north", "south", "east", "west")
OWNED = ("his ", "her ", "its ", "their ", "my ", "our ")
DEEDS = frozenset(
    """attack bombing killing murder assassination kidnapping abduction shooting explosion raid strike airstrike shelling invasion occupation massacre assault
    crime violence act atrocity incident arrest detention execution blast beating torture""".split()
)
FREEING = frozenset("release trial freedom extradition return handover punishment prosecution resignation dismissal sacking".split())
BLAMING = ("for", "over")
Sides = tuple[tuple[Actor, ...], tuple[Actor, ...]]


def read(page: Page) -> tuple[tuple[DisputeReading, ...], tuple[Mention, ...]]:
    """The disputes of an article, and mentions of frames that lack a side or did not happen."""
    rows: dict[str, DisputeReading] = {}
    short: list[Mention] = []
    for sent in page.sents:
        last: DisputeReading | None = None
        done: set[tuple[int, str]] = set()
        for f in sorted(frames_of(sent), key=lambda f: f.sort == "noun"):
            for e in by_head(LEXICON).get((f.sort, f.lemma), ()):
                if not fits(page, f, e) or (f.light is not None and (f.light.i, e.act) in done):
                    continue
                by, to = sides(page, f, e)
                if by and not to and last is not None and e.act != "rejection" and f.head.dep == "conj" and {a.key for a in by} == {a.key for a in last.by}:
                    to = last.to
                if stands(f, e) and opposed(by, to) and e.bar and not _with_words(f, e, by, to):
                    made = reading(page, f, e, by, to)
                    rows[made.id] = last = made
                    done.add((f.head.i, e.act))
                    break
                if by or to:
                    short.append(Mention(passage=page.passage(*f.reach(*f.whom)), reason="below the bar", note=f"dispute:{e.id}"))
    return tuple(rows.values()), tuple(dict.fromkeys(short))


def stands(f: Frame, e: Entry) -> bool:
    """It was done, or is announced; a noun stands unless it is denied."""
    if f.sort == "noun":
        if e.act == "sanction" and f.light is not None and f.light.lemma.lower() in LIFTED:
            return False
        if "no" in f.mods or f.mods & UNREAL or (e.act == "force" and _unreal(f)) or _only_talked_of(f):
            return False
        if e.direction == "owner>to" and _aimed_at(f):
            return False
        if e.direction == "owner>to" and f.light is not None and f.light.lemma.lower() in FACING:
            return True  # to want to reduce a threat is to say that it is there
        return f.mood.stands == "done" or (f.role == "pobj" and f.mood.stands in ("future", "agreed", "wanted") and e.direction == "between" and not e.act)
    if e.act == "threat" and f.mood.stands in ("agreed",):
        return False
    return f.mood.stands == e.mood


def _aimed_at(f: Frame) -> bool:
    """"aid to put more pressure on Chile": an aim, not done yet."""
    light = f.light
    to = light is not None and any(k.low == "to" for k in f.sent.parse.children(light.i, "aux"))
    return light is not None and to and light.lemma.lower() in ("put", "exert", "increase", "raise", "apply", "keep")


def _with_words(f: Frame, e: Entry, by: tuple[Actor, ...], to: tuple[Actor, ...]) -> bool:
    """"Torres attacked Vega over the budget": one person attacks another with words, where no weapon is told of."""
    persons = all(a.kind == "person" for a in to) and not any(a.kind == "state" or a.sector in REBELS for a in by)
    return e.id == "attack" and persons and f.lemma in ("attack", "assault", "hit", "strike", "bombard", "ambush")


def _only_talked_of(f: Frame) -> bool:
    """ "the threat of new sanctions", "an end to the row": that it is there is not said."""
    parse = f.sent.parse
    head = parse.tokens[f.head.head]
    return f.head.dep == "pobj" and head.low in ("of", "to") and parse.tokens[head.head].lemma.lower() in UNSURE


def _unreal(f: Frame) -> bool:
    """ "closer to war", "the risk of conflict", "avoid a clash"."""
    if f.role in ("pobj", "nested") and f.light_prep not in ("at", "in", "during", "after", "since", "amid", "over", "with", "between"):
        return True
    if any(t.lemma.lower() == "loom" for t in f.sent.tokens):
        return True
    up = f.sent.parse.ancestors(f.head.i)[:4]
    below = f.sent.parse.children(f.light.i, "xcomp") if f.light is not None and f.role == "nsubj" else []
    return any(t.lemma.lower() in LOOMING for t in (*up, *below))


def fits(page: Page, f: Frame, e: Entry) -> bool:
    """The object, preposition or content that the entry asks for is there."""
    tokens = f.sent.tokens
    objects = {tokens[i].lemma.lower() for i in f.whom} | {tokens[i].low for i in f.whom}
    if e.object and f.sort == "verb" and not objects & e.object:
        return False
    if e.id == "attack" and f.lemma in ("attack", "assault", "hit") and any(tokens[i].tag == "VBG" or tokens[i].pos == "NOUN" for i in f.to(*BLAMING)):
        return False  # "attacked him for failing": with words
    if e.prep and not f.to(*e.prep):
        return False
    if e.content:
        heads = f.to("with", "by") if "with" in e.takes else [t.i for t in f.sent.parse.subtree(f.head.i)]
        if not {tokens[i].lemma.lower() for i in heads} & e.content:
            return False
    return not (e.not_object and objects & e.not_object)


def sides(page: Page, f: Frame, e: Entry) -> Sides:
    """Who stands against whom, by the entry's direction."""
    sent = f.sent
    if e.direction == "between":
        return between(page, f)
    if e.direction == "owner>to":
        return owner_to(page, f)
    left, _, right = e.direction.partition(">")
    doers = f.whom if left == "whom" else f.to("from", "by") if left == "from" else f.who
    by = all_actors(page, sent, doers)
    to: tuple[Actor, ...] = ()
    for place in right.split("|"):
        to = to or tuple(a for a in at_place(page, f, place, by) if a.key not in {b.key for b in by} or place == "pair")
    if e.id == "reject" and any(a.sector == "JUD" for a in by):
        return (), ()  # a court's ruling
    if e.id == "lodge-protest" and to and all(a.sector in JUDGES for a in to):
        return (), ()  # a complaint with a body that decides is against another
    if half_told(page, sent, doers, names=True) or half_told(page, sent, [*f.whom, *f.to("on", "against", "at")], names=True):
        return (), ()  # one of the parties is a name that nobody knows
    if right == "pair" or (not to and "pair" in right.split("|") and len(by) == 2):
        return by[:1], by[1:]
    if not to and len(by) == 2 and _mutual(f):
        return by[:1], by[1:]
    return _public(by), _public(to)


def _public(side: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Those who act for somebody; a person named beside one of them stays ("sanctions on Torres, Paz and Ruiz")."""
    some = any(a.kind == "person" and public(a) for a in side)
    return tuple(a for a in side if public(a) or (some and a.kind == "person"))


def at_place(page: Page, f: Frame, place: str, by: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors at one place of a frame."""
    sent = f.sent
    if place == "whom":
        return all_actors(page, sent, f.whom)
    if place == "owner":
        if any(sent.tokens[i].lemma.lower() in (DEEDS | FREEING) for i in f.whom):
            return makers(page, sent, f.whom)
        return owners(page, sent, [*f.whom, *f.to("to", "over", "against")])
    if place in ("who-owner", "who"):
        above = [sent.tokens[i].head for i in f.who if sent.tokens[i].dep == "appos"]
        return all_actors(page, sent, f.who) or owners(page, sent, [*f.who, *above])
    if place == "clause":
        heads = [i for form, i in f.content if form in ("that", "to")]
        return all_actors(page, sent, [k.i for h in heads for k in sent.parse.children(h, "nsubj", "nsubjpass")])
    if place == "object-below":
        heads = [i for form, i in f.content if form == "to"]
        return tuple(a for a in all_actors(page, sent, [k.i for h in heads for k in sent.parse.children(h, "dobj")]) if a.states())
    if place == "pair":
        return ()
    return all_actors(page, sent, f.to(place)) or (owners(page, sent, f.to(place)) if place in ("against", "to", "with", "over") else ())


def makers(page: Page, sent: Sent, nouns: Sequence[int]) -> tuple[Actor, ...]:
    """Who did a deed: "Chile's raid", "the raid by Chile"; "the bombing of the embassy" names who suffered it."""
    kids = [k for n in nouns for k in sent.parse.children(n, "poss", "amod", "compound", "prep")]
    heads = [k.i for k in kids if k.dep != "prep"] + [o.i for k in kids if k.low == "by" for o in sent.parse.children(k.i, "pobj")]
    return all_actors(page, sent, heads)


def owners(page: Page, sent: Sent, nouns: list[int] | tuple[int, ...]) -> tuple[Actor, ...]:
    """Whose a thing is: "Chile's claim", "Chilean diplomats", "the ambassador of Chile", "remarks made by Chile"."""
    parse = sent.parse
    out: dict[str, Actor] = {}
    for n in nouns:
        made = [o.i for v in parse.children(n, "acl") for k in parse.children(v.i, "agent", "prep") if k.low == "by" for o in parse.children(k.i, "pobj")]
        if theirs := all_actors(page, sent, made):  # "the deal on Peru made by Chile" is Chile's
            out |= {a.key: a for a in theirs}
            continue
        heads = [k.i for k in parse.children(n, "poss")]
        heads = heads or list(joined(parse, [k.i for k in parse.children(n, "amod", "compound", "nmod") if not _town(page, sent, k.i)]))
        if parse.children(n, "poss") and all_actors(page, sent, heads):
            out |= {a.key: a for a in all_actors(page, sent, heads)}
            continue
        heads += [o.i for k in parse.children(n, "prep") if k.low in ("by", "of", "from") for o in parse.children(k.i, "pobj")]
        if half_told(page, sent, joined(parse, heads), names=True):
            continue  # "of Peruvian, Zukan and Chilean staff"
        found = all_actors(page, sent, heads)
        if not found:
            deeper = [o.i for h in heads for k in parse.children(h, "prep") if k.low == "of" for o in parse.children(k.i, "pobj")]
            found = all_actors(page, sent, deeper)
        out |= {a.key: a for a in found}
    return tuple(out.values())


def _town(page: Page, sent: Sent, i: int) -> bool:
    """A capital that only names a thing ("the Lima agreement")."""
    n = page.entities.at(*sent.span(sent.tokens[i]))
    return n is not None and n.form == "capital"


def between(page: Page, f: Frame) -> Sides:
    """Both sides of a quarrel: "between X and Y", "X's dispute with Y", "the X-Y clash", "X faces a row with Y"."""
    sent = f.sent
    both = all_actors(page, sent, f.to("between", "among", "pitting"))
    if len(both) >= 2:
        return both[:1], both[1:]
    other = all_actors(page, sent, f.to("with", "against"))
    mine = both or all_actors(page, sent, [k.i for k in sent.parse.children(f.head.i, "poss")])
    named = all_actors(page, sent, f.whom)
    if not other and not mine and len(named) == 2:
        return named[:1], named[1:]
    if not other and len(mine) == 2 and (both or f.lemma not in WARS):
        return mine[:1], mine[1:]
    if not other and f.to("with", "against"):
        return (), ()  # the other side is named by words that nobody is known by
    mine = mine or (named if other else ()) or (all_actors(page, sent, does(sent.parse, f)) if other and f.role in ("dobj", "pobj") else ())
    if not mine and other:
        mine = _holder(page, f)
    if not other and not mine:
        return _stemming(page, f)
    return tuple(a for a in mine if public(a)), tuple(a for a in other if public(a) and a.key not in {m.key for m in mine})


def _holder(page: Page, f: Frame) -> tuple[Actor, ...]:
    """The subject of the clause that a quarrel stands in ("while Tokyo struggles with a worsening dispute with Chile")."""
    for t in f.sent.parse.ancestors(f.head.i):
        if t.pos in ("VERB", "AUX"):
            found = all_actors(page, f.sent, [k.i for k in f.sent.parse.children(t.i, "nsubj", "nsubjpass")])
            return found if all(a.kind == "state" for a in found) else ()  # "Torres blamed him for the row with Chile": no row of hers
    return ()


def _stemming(page: Page, f: Frame) -> Sides:
    """ "disputes stemming from Chile's rule of Peru": owner against the one after "of", "over", "in"."""
    parse = f.sent.parse
    for v in [*parse.children(f.head.i, "acl", "relcl"), f.head]:
        for k in parse.children(v.i, "prep"):
            if k.low not in ("from", "in", "over"):
                continue
            for n in parse.children(k.i, "pobj"):
                by = owners(page, f.sent, [n.i])
                below = [o.i for p in parse.children(n.i, "prep") if p.low in ("of", "over", "in", "against") for o in parse.children(p.i, "pobj")]
                of = all_actors(page, f.sent, below)
                one = tuple(a for a in by if a.key not in {o.key for o in of})
                if len(one) == 1 and not of and any(a.states() & one[0].states() for a in main_pair(page)):
                    of = tuple(a for a in main_pair(page) if not a.states() & one[0].states())
                if one and of and v.lemma.lower() in ("stem", "arise", "root", "date", "originate", "result"):
                    return one, of
    return (), ()


def owner_to(page: Page, f: Frame) -> Sides:
    """ "Chile's threats against Peru"; "Peru is under Chilean pressure"; "both face threats from Chile"."""
    sent = f.sent
    lemma = f.light.lemma.lower() if f.light is not None else ""
    left = [k for k in sent.parse.children(f.head.i, "poss", "amod", "compound", "nmod") if k.dep == "poss" or k.text[:1].isupper()]
    by = all_actors(page, sent, [k.i for k in left])
    by = by or all_actors(page, sent, f.to("from", "by", "of"))
    if half_told(page, sent, f.to("to", "against", "on"), names=True):
        return (), ()
    to = all_actors(page, sent, f.to("to", "against", "on", "towards", "toward"))
    if not to and by and ((lemma in FACING and f.role == "dobj") or f.light_prep == "under"):
        to = all_actors(page, sent, does(sent.parse, f))
    if not to and by and f.light is not None and f.light_prep == "against":
        to = all_actors(page, sent, joined(sent.parse, list(subject(sent.parse, f.light))))
        to = tuple(a for a in to if not a.states() & {s for b in by for s in b.states()})
    if not by and lemma in ("pose", "issue", "make", "present", "impose", "put", "step_up"):
        by = all_actors(page, sent, does(sent.parse, f))
    if f.lemma in ("criticism", "condemnation", "accusation", "protest", "complaint"):
        to = to or all_actors(page, sent, f.to("of"))
        by = tuple(a for a in by if a.key not in {t.key for t in to})
    return tuple(a for a in by if public(a)), tuple(a for a in to if public(a) and a.key not in {b.key for b in by})


def _mutual(f: Frame) -> bool:
    """ "accused each other", "traded fire with one another"."""
    below = [f.sent.tokens[i] for i in (*f.whom, *(n for _, n in f.preps))]
    return any(t.lemma.lower() in MUTUAL for t in below)


def opposed(by: tuple[Actor, ...], to: tuple[Actor, ...]) -> bool:
    """Two sides that are not one: different actors, and no state against its own people."""
    if not by or not to or {a.key for a in by} & {a.key for a in to}:
        return False
    if not all(any(known(a) for a in side) for side in (by, to)) or not any(political(a) for a in (*by, *to)):
        return False
    if not all(any(a.states() or a.kind == "organisation" or a.sector in REBELS for a in side) for side in (by, to)):
        return False  # a person of whom no state is known: a quarrel at home, more often than not
    if any(all(a.sector in PRIVATE for a in side) for side in (by, to)) and not any(a.kind == "state" for a in (*by, *to)):
        return False  # a candidate and a broadcaster: no affair of states
    if any(all(_at_home(a) for a in side) for side in (by, to)):
        return False  # "the National Assembly", of no state that is told: the other's own
    mine, theirs = {s for a in by for s in a.states()}, {s for a in to for s in a.states()}
    sectors = {a.sector for a in (*by, *to)}
    return not (mine and mine == theirs and not sectors & REBELS)  # a quarrel inside one state is its own


def _at_home(a: Actor) -> bool:
    """A parliament, court or ministry that the text names without its state."""
    return a.kind == "organisation" and a.sector in ("LEG", "JUD", "COP", "GOV") and not a.states()


def known(a: Actor) -> bool:
    """Somebody in particular: "the gunmen" are nobody's side."""
    words = a.as_written.lower()
    if (a.kind == "organisation" and words in DIRECTIONS) or (a.kind == "unnamed" and words.startswith(OWNED)):
        return False  # "the North", "his ambassador": whose, this sentence does not say
    return a.kind != "unnamed" or bool(a.country)


def reading(page: Page, f: Frame, e: Entry, by: tuple[Actor, ...], to: tuple[Actor, ...]) -> DisputeReading:
    sent = f.sent
    about = about_of(page, f) if e.act != "force" or e.sort == "noun" else None  # a shell over a town is not about the town
    when = time_of(page, sent, f.head) or (time_of(page, sent, f.light) if f.light is not None else None)
    reporter = next(iter(actors(page, sent, f.mood.reporter)), None) if f.mood.reporter is not None else None
    eased = f.sort == "noun" and f.light is not None and f.light.lemma.lower() in EASING and f.role in ("dobj", "nsubjpass") and f.mood.stands == "done"
    return DisputeReading(
        passage=page.passage(*_reach(f, about)), rule=f"dispute:{e.id}", by=by, to=to, act=e.act or None, about=page.passage(*about) if about else None,
        terms=terms(page, sent, about) if about else terms(page, sent, _reach(f, None)), status="eased" if eased else "open",
        when=when.id if when else None, reporter=reporter, sentence=page.passage(sent.start, sent.end),
    )  # fmt: skip


def about_of(page: Page, f: Frame) -> Span | None:
    """What it is over: the noun after "over, about, on, for, of", a clause, or the object that is no actor."""
    sent = f.sent
    for p in ABOUT:
        for i in f.to(p):
            if p == "of" and f.sort == "verb" and sent.tokens[sent.tokens[i].head].head != f.head.i:
                continue  # "condemned the firing of a missile": the firing
            t = sent.tokens[i]
            listed = t.dep == "conj" and bool(actors(page, sent, t.head))  # "sanctions on Peru and the islands": whom they hit
            if not is_time(page, sent, i) and not actors(page, sent, i) and not listed and not _to_do(sent, i) and (span := phrase(sent, i)):
                return span
    for v in sent.parse.children(f.head.i, "acl"):
        if span := phrase(sent, v.i):
            return span
    for form, i in f.content:
        if sent.tokens[i].lemma.lower() in REBUKES:
            continue
        if (form in ("that", "to", "ing") or not actors(page, sent, i)) and (span := phrase(sent, i, after=f.head.i)):
            return span
    rest = [i for i in f.whom if not actors(page, sent, i) and sent.tokens[i].lemma.lower() not in REBUKES]
    return phrase(sent, rest[0]) if rest else None


def _to_do(sent: Sent, i: int) -> bool:
    """"a call for his movement to disarm": who is to do it, not what it is about."""
    last = sent.parse.subtree(i)[-1].i
    after = sent.tokens[last + 1 : last + 3]
    return len(after) > 1 and after[0].low == "to" and after[1].tag == "VB" and sent.tokens[sent.tokens[i].head].low == "for"


def _reach(f: Frame, about: Span | None) -> Span:
    ends = [f.span, *([about] if about else [])]
    for i in (*f.who, *f.whom, *(n for _, n in f.preps)):
        span = f.sent.span(f.sent.tokens[i])
        if abs(span[0] - f.span[0]) < 200:
            ends.append(span)
    return min(a for a, _ in ends), max(b for _, b in ends)
