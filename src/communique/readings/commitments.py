"""A page in, commitments out: "Peru and Chile agreed to reopen the border" -> parties both, action "to reopen the border", agreed.

A frame of the lexicon (language/lexicon/agreements.toml) must fit: predicate, content, and parties that can bind themselves. The mood
then says how far it stands: what will be agreed is expected, what may be is speculated; what was not agreed is kept as a mention only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..language.frames import Entry, by_head, words
from ..model.actor import Actor
from ..model.commitments import CommitmentReading
from ..model.reading import Mention
from ..model.times import TimeReading
from .binding import LEXICON, Found, bound, pacts
from .frames import Frame, actors, all_actors, does, frames_of, half_told, public, somebody
from .frames.content import basis_of, is_time, phrase, terms, time_of, times_in, topic
from .frames.frame import Span
from .frames.mood import mood
from .frames.pairs import main_pair
from .page import Page, Sent
from .provisions import provisions

# How a mood weakens a status; a mood that is not here leaves a mention. Of asked and proposed things "wanted" is the natural mood.
STANDS = {"done": None, "future": "expected", "possible": "speculated", "wanted": "proposed"}
TRUCES = ("ceasefire", "cease-fire", "truce", "armistice")
HELP = frozenset("backing support help approval consent assistance permission aid blessing".split())
SHORT = 12  # characters
REQUIRING = ("require", "involve", "depend", "hinge", "need")
WANTING = ("want", "hope", "wish", "intend", "plan", "aim", "seek")
OPEN = ("asked for", "proposed")  # what is asked stays asked, though the asking lie ahead
NEEDS = frozenset("need importance necessity urgency".split())
DECADE = 3  # characters of "199"
DONE_WITH = ("signed", "in force", "reported done", "withdrawn", "lapsed")
STATES = ("ready", "willing", "prepared")
ASKING = frozenset("insist demand urge ask press request require call order pressure encourage beg appeal ultimatum".split())  # what they ask stays asked
BROKERS = ("broker", "mediate")
COMPLEMENTS = ("dobj", "attr", "acomp", "xcomp", "ccomp", "prep", "prt", "dative", "advcl")
DONE = ("reported done", "in force", "under way", "withdrawn", "lapsed")


def read(page: Page) -> tuple[tuple[CommitmentReading, ...], tuple[Mention, ...]]:
    """The commitments of an article, and mentions of those that fell short."""
    rows: list[CommitmentReading] = []
    short: list[Mention] = []
    for sent in page.sents:
        taken: list[Span] = []
        for found in matches(page, sent):
            status = status_of(found)
            if any(a <= found.frame.span[0] and found.frame.span[1] <= b for a, b in taken):
                continue
            if status is None or not found.entry.bar or not bound(found):
                short.append(Mention(passage=page.passage(*found.frame.reach(found.content)), reason="below the bar", note=f"commitment:{found.entry.id}"))
                continue
            if found.frame.head.dep == "relcl" and found.span[1] - found.span[0] < SHORT and found.entry.status in OPEN:
                continue  # "the letters that Chile asked Peru to find": what to find stands before
            taken.append(found.span)
            rows.append(reading(page, found, status))
        rows += [r for r in provisions(page, sent, frames_of(sent)) if not any(r.action.overlaps(o.action) for o in rows)]
    rows = [_with_proviso(page, r) for r in rows]
    return tuple({r.id: r for r in rows}.values()), tuple(dict.fromkeys(short))


def _with_proviso(page: Page, r: CommitmentReading) -> CommitmentReading:
    """A condition that the next sentence states: "That would require Chile to lift its ban"."""
    here = page.sent_at(r.passage.start)
    if r.condition is not None or here is None or here.index + 1 >= len(page.sents):
        return r
    after = page.sents[here.index + 1]
    for t in after.tokens:
        if after.paragraph != here.paragraph or t.lemma.lower() not in REQUIRING or t.pos != "VERB":
            continue
        subjects = after.parse.children(t.i, "nsubj")
        modal = any(k.low in ("would", "will") for k in after.parse.children(t.i, "aux"))
        if modal and any(s.low in ("that", "this", "it", "which") for s in subjects):
            heads = after.parse.children(t.i, "dobj", "ccomp", "xcomp", "prep")
            span = phrase(after, t.i, after=t.i) if heads else None
            return replace(r, condition=page.passage(*span)) if span else r
    return r


def matches(page: Page, sent: Sent) -> Iterator[Found]:
    """Each frame of a sentence with each thing it is about, by the first entry whose parties are there, else the first that fits."""
    for f in frames_of(sent):
        fits = [found for e in by_head(LEXICON).get((f.sort, f.lemma), ()) if (found := _found(page, sent, f, e))]
        if fits:
            yield from next((g for g in fits if bound(g[0])), fits[0])


def _found(page: Page, sent: Sent, f: Frame, e: Entry) -> list[Found]:
    heads = content_of(page, f, e)
    if not heads:
        return []
    made = [Found(f, e, *parties_of(page, f, e, heads, h), h, s) for h in heads if (s := _span(sent, f, e, h, heads)) is not None]
    return [g for n, g in enumerate(made) if not any(b.span[0] <= sent.span(sent.tokens[g.content])[0] < b.span[1] for b in made[:n])]


def content_of(page: Page, f: Frame, e: Entry) -> list[int]:
    """The heads of what the frame is about, if they are of the kind that the entry asks for."""
    if f.sort == "noun":
        return _noun_content(f, e)
    forms = {form for form, i in f.content if i > f.head.i}
    if {"object", "that"} <= forms and e.id == "promise":
        return []  # "promised her plan would be paid for": the parse takes the clause apart
    if e.prep and not any(not is_time(page, f.sent, i) for i in f.to(*e.prep)):
        return []  # "on Monday he called her to talk"
    got: list[int] = []
    for form, i in f.content:
        if form == "to" and f.lemma == "offer" and any(actors(page, f.sent, w) for w in f.whom):
            continue  # "offered him a week to withdraw": another is to do it
        if form not in e.takes or not _fits_content(f, e, form, i):
            continue
        got.append(i)
    got += [i for p, i in f.preps if p in e.takes and p not in ("to",) and not is_time(page, f.sent, i) and _fits_noun(f, e, i)]
    if e.not_object & {f.sent.tokens[i].lemma.lower() for i in f.whom}:
        return []
    if e.id == "reach" and any(k.low == "unilateral" for i in f.whom for k in f.sent.parse.children(i, "amod")):
        return []  # what one side declares, both have not agreed
    if "to" in e.takes and not got and e.status not in OPEN:
        got += [
            i
            for i in f.to("to")
            if not _according(f.sent, i)
            and not is_time(page, f.sent, i)
            and not actors(page, f.sent, i)
            and f.sent.tokens[i].lemma.lower() not in e.not_content
            and _fits_noun(f, e, i)
        ]
    if e.takes & set(STATES):
        got += _ready(f, e)
    if "subject" in e.takes or e.parties == "subject":
        got = [i for i in (*f.who, *f.whom) if f.sent.tokens[i].lemma.lower() in pacts()] if not e.object or got else []
    if e.takes == {"object"} and f.passive:
        got = [i for i in f.whom if _fits_noun(f, e, i)]
    if "object" in e.takes and f.passive and not got:
        got = [i for i in f.whom if _fits_noun(f, e, i)]
    if e.not_prep and set(f.to(*e.not_prep)) and not any(form in ("to", "that") for form, _ in f.content):
        return []
    return list(dict.fromkeys(i for i in got if _telling(f.sent, i)))


def _fits_content(f: Frame, e: Entry, form: str, i: int) -> bool:
    t = f.sent.tokens[i]
    lemma = t.lemma.lower()
    if form == "object":
        return _fits_noun(f, e, i) and (e.id != "agree" or lemma in words(LEXICON, "action") or lemma in words(LEXICON, "strict_pact"))
    if lemma in e.not_content or (e.content and lemma not in e.content):
        return False
    if ("doer" in e.parties) != bool(form == "to" and e.status in OPEN and f.lemma in WANTING and _doers(f, i)) and f.lemma in WANTING:
        return False
    if f.lemma == "insist" and (t.tag != "VB" or f.sent.parse.children(t.i, "aux")) and mood(f.sent, t).modal not in ("must", "should", "ought"):
        return False  # what it says of itself: "insists that it will"
    if e.id == "says-will" and not _of_itself(f, i):
        return False  # what it says of another, or only may do
    if e.id == "agree" and form == "that" and not _own_deed(f, i):
        return False  # "agreed that it may be hard": an opinion two people share
    if form != "that":
        return not (f.head.lemma == "agree" and lemma == "disagree")
    inner = mood(f.sent, t)
    must = lemma in ("need", "have", "be") and any(x.dep == "xcomp" for x in f.sent.parse.children(i))
    return inner.modal is not None or inner.tense == "future" or t.tag == "VB" or must


def _doers(f: Frame, i: int) -> list[int]:
    """Whom the clause of ``i`` names as the one to do it: its subject, or that of the verb it is joined to ("wants Chile to sign and pay")."""
    t = f.sent.tokens[i]
    own = [k.i for k in f.sent.parse.children(i, "nsubj")]
    return own or (_doers(f, t.head) if t.dep == "conj" and t.head > f.head.i else [])


def _of_itself(f: Frame, i: int) -> bool:
    """"said it would lift the curbs": who says it is who will do it."""
    sent = f.sent
    m = mood(sent, sent.tokens[i])
    subjects = sent.parse.children(i, "nsubj")
    plainly = m.modal in ("will", "would", "'ll", "shall") or (m.modal is None and m.tense == "future")
    done_to = bool(sent.parse.children(i, "dobj")) or sent.tokens[i].lemma in ("withdraw", "pull_out")
    return plainly and done_to and m.stands == "future" and [k.low for k in subjects] in (["it"], ["he"], ["she"], ["they"], ["we"])


def _own_deed(f: Frame, i: int) -> bool:
    """What is agreed shall be done, and does not say how something is."""
    sent = f.sent
    if mood(sent, sent.tokens[i]).modal in ("may", "might", "could", "can"):
        return False
    return not (sent.tokens[i].lemma == "be" and sent.parse.children(i, "acomp", "attr", "expl"))


def _fits_noun(f: Frame, e: Entry, i: int) -> bool:
    """An object or prepositional noun of the entry's kind; for some, what hangs on it must be too ("interest in joining")."""
    parse, t = f.sent.parse, f.sent.tokens[i]
    own = {t.lemma.lower(), t.low}
    if own & e.not_object or t.pos == "PRON":
        return False
    told = [o for k in parse.children(i, "prep") for o in parse.children(k.i, "pobj", "pcomp")]
    if own & NEEDS and not any(o.tag == "VBG" or o.lemma.lower() in words(LEXICON, "action") for o in told):
        return False  # "on the need for lower taxes": an opinion; "on the importance of strengthening ties": what they mean to do
    if e.object and not own & e.object and not (t.pos == "VERB" and "ing" in e.takes):
        return False
    if e.content and e.object:
        below = {x.lemma.lower() for x in parse.subtree(f.head.i) if x.i > i} - own
        return bool(below & e.content) or bool(own & e.content)
    return not e.content or bool(own & e.content)


def _noun_content(f: Frame, e: Entry) -> list[int]:
    if e.light and (f.light is None or f.light.lemma.lower() not in e.light or f.role not in ("dobj", "nsubj", "nsubjpass")):
        return []
    if "no" in f.mods:
        return []
    return [i for form, i in f.content if form in ("to", "on")][:1] or [f.head.i]


def _according(sent: Sent, i: int) -> bool:
    """The noun after "according to", "due to", "thanks to"."""
    prep = sent.tokens[sent.tokens[i].head]
    return prep.i > 0 and sent.tokens[prep.i - 1].low in ("according", "due", "thanks", "owing", "prior", "next", "close")


def _ready(f: Frame, e: Entry) -> list[int]:
    parse = f.sent.parse
    adjectives = [a for a in parse.children(f.head.i, "acomp", "oprd", "advmod", "attr") if a.lemma.lower() in STATES]
    return [
        x.i
        for a in adjectives
        if not any(k.low in ("well", "better", "fully") for k in parse.children(a.i, "advmod"))  # how good they are at it
        and not any(t.low in ("not", "n't") for t in f.sent.tokens[max(0, a.i - 2) : a.i])  # said he was "not ready"
        for x in parse.children(a.i, "xcomp", "ccomp")
        if any(k.low == "to" for k in parse.children(x.i, "aux")) and x.lemma in e.content
    ]


def _telling(sent: Sent, i: int) -> bool:
    """Something is said of what is agreed: no bare "it", "that" or "so"."""
    t = sent.tokens[i]
    if i + 1 < len(sent.tokens) and sent.tokens[i + 1].text == "-" and sent.tokens[i + 1].start == t.end:
        return False  # the first half of "re-open", cut in two
    if t.lemma == "do" and any(k.low in ("so", "it", "that") for k in sent.parse.children(t.i)):
        return False
    return t.pos not in ("PRON", "DET", "ADV", "PUNCT", "PART") and len(t.text) > 1


def parties_of(page: Page, f: Frame, e: Entry, heads: list[int], this: int) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Who takes part, and which of them are asked; the places are named by the entry ("who+with")."""
    places = e.parties.split("+")
    sent = f.sent
    got: list[Actor] = []
    if "who" in places:
        got += all_actors(page, sent, f.who or does(sent.parse, f))
    asked = all_actors(page, sent, f.whom) if "whom" in places else ()
    if "doer" in places:
        asked += all_actors(page, sent, [k for h in heads for k in _doers(f, h)])
    if "on" in places:
        asked += all_actors(page, sent, f.to("on", "upon", "to"))
    if e.sort == "verb" and f.lemma in BROKERS:
        got = []  # who brings others together is no party
    for p in ("with", "between", "to", "for"):
        if p in places:
            got += all_actors(page, sent, [i for i in _around(f, [this], p) if i not in heads])
    if "subject" in places or ("between" in places and f.sort == "noun"):
        got += all_actors(page, sent, [*f.who, *f.whom, *(i for h in (*f.who, *f.whom) for i in _sides(sent, h))])
    mine = {s for a in got for s in a.states()}
    asked = tuple(a for a in asked if not a.states() or a.states() - mine)
    if e.status == "asked for":
        got += _helpers(page, sent, heads)
    if not got and "subject" in places and f.who and f.sent.tokens[f.who[0]].lemma.lower() in TRUCES:
        got += main_pair(page)
    everyone = tuple({a.key: a for a in (*got, *asked)}.values())
    doers = all_actors(page, sent, f.who or does(sent.parse, f))
    if "who" in places and f.sort == "verb" and not any(somebody(a) for a in doers) and not f.to("between", "among"):
        return (), ()  # nobody known does it: a name after "with" alone would be half the story
    if e.status == "asked for" and "who" in places and doers and not any(public(a) and a.sector != "JRN" for a in doers):
        return (), ()  # who asks speaks for nobody
    if half_told(page, sent, f.who or does(sent.parse, f)) or half_told(page, sent, f.whom if "whom" in places else f.to("on", "upon")):
        return (), ()  # "Peru and its allies": a party is missing
    kept = tuple(a for a in everyone if (public(a) or (a.kind == "person" and _beside_office(everyone))) and a.sector != "JRN")
    return kept, tuple(a for a in asked if public(a))


def _beside_office(everyone: Sequence[Actor]) -> bool:
    """"Mr. Torres and Mr. Paz": who acts together with somebody in office is taken with him."""
    return any(a.kind == "person" and public(a) for a in everyone)


def _around(f: Frame, heads: list[int], prep: str) -> list[int]:
    """The nouns after a preposition: of the frame, or of what it is about ("to cooperate with Peru")."""
    names = (prep, "among") if prep == "between" else (prep,)
    got = [*f.to(*names)]
    for h in (*heads, *f.whom) if f.lemma not in ("discuss", "explore", "consider") else f.whom:
        if prep in ("to", "for") and f.sent.tokens[h].pos == "VERB":
            continue  # "offered to travel to Chile": no offer to Chile
        if prep == "with" and f.sent.tokens[h].pos == "VERB" and f.sent.tokens[h].lemma.lower() not in words(LEXICON, "joint"):
            continue  # "to open its border with Chile": no deed of both
        own = [h, *(o.i for o in f.sent.parse.children(h, "dobj"))] if prep == "with" and f.sent.tokens[h].pos == "VERB" else [h]
        got += [o.i for n in own for k in f.sent.parse.children(n, "prep") if k.low in names for o in f.sent.parse.children(k.i, "pobj")]
    return list(dict.fromkeys(j for i in got for j in (i, *(c.i for c in f.sent.parse.children(i, "conj")))))


def _helpers(page: Page, sent: Sent, heads: list[int]) -> tuple[Actor, ...]:
    """Whose help is asked for: "Japanese backing", "the consent of Chile"."""
    nouns = [t for h in heads for t in sent.parse.subtree(sent.tokens[h].head if sent.tokens[h].head > 0 else h) if t.lemma.lower() in HELP]
    return all_actors(page, sent, [k.i for t in nouns for k in sent.parse.children(t.i, "amod", "poss", "compound", "nmod")])


def _sides(sent: Sent, noun: int) -> list[int]:
    """ "the truce between Peru and Chile", "the Peru-Chile truce"."""
    got = [o.i for k in sent.parse.children(noun, "prep") if k.low in ("between", "with", "among") for o in sent.parse.children(k.i, "pobj")]
    return [*got, *(c.i for i in got for c in sent.parse.children(i, "conj")), *(k.i for k in sent.parse.children(noun, "poss", "amod", "compound", "nmod"))]


def status_of(found: Found) -> str | None:
    """The status that a mood leaves of the entry's; None where nothing stands."""
    e, m = found.entry, found.frame.mood
    if m.stands == "agreed":
        return None
    if m.stands == "wanted" and (m.modal or e.status in OPEN):
        return None  # "Peru should agree" is an opinion; "efforts to press Peru" are nobody's request
    if m.stands == "wanted" and set(m.governors) & ASKING:
        return None  # another asks for it: that asking is the row
    if e.status == "reported done" and m.stands == "done" and found.frame.head.tag == "VBG" and m.tense == "present":
        return "under way"
    if e.status in OPEN and m.stands in ("done", "future"):
        return e.status
    if m.stands not in STANDS or e.status in OPEN:
        return None
    if e.status in ("withdrawn", "lapsed") and m.stands != "done":
        return None
    if e.status == "in force" and m.stands == "done" and found.frame.head.tag in ("VBZ", "VBP"):
        return "expected"  # "takes effect at midnight" is still to come
    return STANDS[m.stands] or e.status


def reading(page: Page, found: Found, status: str) -> CommitmentReading:
    f, sent = found.frame, found.frame.sent
    span = found.span
    when = time_of(page, sent, f.head)
    pact = sent.tokens[found.content]
    ahead = sent.span(pact)[0] if pact.pos in ("NOUN", "PROPN") else span[0]  # "the May 3 accord": its date, no day it falls due
    due = next((t for t in times_in(page, (ahead, span[1])) if t.id != (when.id if when else None) and _falls_due(sent, t)), None)
    due = due if status not in DONE_WITH else None
    condition = f.mood.condition or (mood(sent, sent.tokens[found.content]).condition if sent.tokens[found.content].pos == "VERB" else None)
    reporter = next(iter(actors(page, sent, f.mood.reporter)), None) if f.mood.reporter is not None else None
    return CommitmentReading(
        passage=page.passage(*_reach(f, span)), rule=f"commitment:{found.entry.id}", parties=found.parties, asked=found.asked,
        action=page.passage(*span), topic=topic(page, sent, span), terms=terms(page, sent, span), status=status,
        when=when.id if when else None, due=due.id if due else None, condition=page.passage(*condition) if condition else None,
        reporter=reporter, sentence=page.passage(sent.start, sent.end), basis=basis_of(page, sent),
    )  # fmt: skip


def _falls_due(sent: Sent, time: TimeReading) -> bool:
    """A day of what is agreed: no "now", no time of what a clause or a "since" tells of it."""
    first = sent.token_at(time.passage.start)
    if first is None or "_REF" in time.expression or (time.value is not None and len(time.value) == DECADE):
        return False
    if any(t.low in ("regardless", "despite", "whatever") for t in sent.parse.ancestors(first.i) if t.i < first.i):
        return False
    if any(k.low == "since" for k in sent.tokens[max(0, first.i - 2) : first.i]):
        return False
    above = [t for t in sent.parse.ancestors(first.i) if t.i < first.i]
    return not any(t.dep in ("relcl", "acl") and t.tag in ("VBD", "VBN", "VBG", "VBZ") for t in above)


def _reach(f: Frame, span: Span) -> Span:
    """From who does it, where that stands close before, to the end of what is agreed."""
    start = min(f.span[0], span[0])
    for i in (*f.who, *f.whom):
        below = f.sent.parse.subtree(i)
        first = f.sent.span(below[0])[0]
        if start - first < 200:
            start = min(start, first)
    return start, max(span[1], f.span[1])


def _span(sent: Sent, f: Frame, e: Entry, head: int, heads: Sequence[int] = ()) -> Span | None:
    """The words of what is agreed; with the deed's own verb where that is what was done ("resumed relations")."""
    if f.sort == "noun":
        return phrase(sent, head)
    if head < f.head.i:
        return phrase(sent, head)
    doer = sent.parse.children(head, "nsubj") if e.id == "says-will" else []
    span = phrase(sent, head, after=doer[0].i - 1 if doer else f.head.i, without=[h for h in heads if h > head])
    bare = sent.tokens[head].pos == "VERB" and any(h > head for h in heads) and not sent.parse.children(head, *COMPLEMENTS)
    if span is not None and (bare or span[1] - span[0] < SHORT):  # "to meet and exceed his goals" is one promise
        span = phrase(sent, head, after=f.head.i)
    if span is None:
        return None
    own = [
        i
        for p, i in f.preps
        if i > head and p not in ("by", "during", "after", "at", "before") and sent.tokens[i].head in {k.i for k in sent.parse.children(f.head.i, "prep")}
    ]
    ends = [p[1] for i in own if (p := phrase(sent, i)) is not None]
    end = max([span[1], *ends])
    return (f.span[0] if e.status in DONE else span[0]), end
