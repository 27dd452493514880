"""A noun of a sentence in, the actor that its phrase denotes out: names, offices, groups and unnamed voices.

"the two leaders" are the article's principal pair where it has one; "Lee and Takaichi" are both; "officials" stay unnamed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from ..language import countries, roles, wording
from ..model.actor import Actor
from .entities import Naming
from .naming.made import group, state, unnamed
from .naming.namer import same_office
from .page import Page, Sent
from .parse import Token

Pronoun = Callable[[Page, Sent, Token], Actor | None]

ALONE = frozenset("neighbor neighbour side ally leader".split())  # "the neighbors", without "two" or "both"
LEADING = frozenset("led born based run owned dominated".split())  # "Vietnamese-led forces" are Vietnamese; "Turkish-backed rebels" are not Turkish
TWO = frozenset("two both pair duo".split())
UNTOLD = frozenset("some many others few most several".split())
FEWEST = 2  # namings of each of a pair


def principal(namings: Sequence[Naming]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """The two persons and the two states that the article is about; empty where it is not clearly about two."""
    persons = Counter(n.actor.key for n in namings if n.actor.kind == "person" and n.actor.country and n.actor.sector in ("GOV", None))
    by_key = {n.actor.key: n.actor for n in namings}
    pair = _clear(persons)
    leaders = tuple(by_key[k] for k in pair)
    if len({a.country for a in leaders}) < len(leaders):
        leaders = ()
    if leaders:
        return leaders, tuple(state(str(a.country), countries.title(str(a.country))) for a in leaders)
    told = Counter(n.actor.country for n in namings if n.actor.country and n.actor.kind in ("state", "person") and (n.acts or n.form == "demonym"))
    return (), tuple(state(c, countries.title(c)) for c in _clear(told))


def _clear(counts: Counter[str] | Counter[str | None]) -> list[str]:
    """The two that are counted most where no third comes near them."""
    top = [(str(k), n) for k, n in counts.most_common(3)]
    if len(top) < 2 or top[1][1] < FEWEST or (len(top) == 3 and top[2][1] * 2 > top[1][1]):
        return []
    return [k for k, _ in top[:2]]


def noun_phrase(page: Page, sent: Sent, token: Token, pronoun: Pronoun) -> Actor | None:
    """Whom the phrase under ``token`` denotes; ``pronoun`` resolves the pronouns inside it."""
    heads = coordinated(sent, token)
    if len(heads) > 1:
        members = [single(page, sent, t, pronoun) for t in heads]
        known = [m for m in members if m is not None]
        if len(known) == len(members) and len({m.key for m in known}) > 1:
            flat = tuple(x for m in known for x in (m.members or (m,)))
            return group(flat, phrase(sent, heads[0], heads[-1]))
        if known and members[0] is None:
            return None
    return single(page, sent, token, pronoun)


def coordinated(sent: Sent, token: Token) -> list[Token]:
    """The heads joined by "and" from ``token`` on: "Lee, Takaichi and Xi" -> three."""
    out = [token]
    while len(out) < 8:
        nxt = [k for k in sent.parse.children(out[-1].i, "conj") if k.pos in ("PROPN", "NOUN", "PRON") and k.i > out[-1].i]
        if not nxt:
            break
        out.append(nxt[0])
    joined = any(k.low in ("and", "&") for t in out[:-1] for k in sent.parse.children(t.i, "cc"))
    return out if joined else [token]


def phrase(sent: Sent, first: Token, last: Token) -> str:
    """The words from the start of one phrase to another's head."""
    low = min([first.i, *(k.i for k in sent.parse.subtree(first.i) if k.i < first.i and k.dep not in ("punct", "cc"))])
    return words(sent, low, last.i)


def words(sent: Sent, first: int, last: int) -> str:
    toks = sent.tokens[first : last + 1]
    return "".join((" " if n and t.start > toks[n - 1].end else "") + t.text for n, t in enumerate(toks))


def single(page: Page, sent: Sent, token: Token, pronoun: Pronoun) -> Actor | None:
    """One head word's actor, its coordination left aside."""
    if token.low in UNTOLD and token.dep in ("nsubj", "nsubjpass", "agent") and not sent.parse.children(token.i, "prep"):
        return unnamed(token.text)
    if token.low == "both" and token.dep in ("nsubj", "nsubjpass") and not sent.parse.children(token.i, "prep"):
        return _several(page, sent, token)
    if token.pos == "PRON" or token.tag in ("PRP", "PRP$", "WP"):
        return pronoun(page, sent, token)
    own = page.entities.at(*sent.span(token))
    if own is not None and (own.form != "demonym" or own.end == sent.start + token.end) and (own.actor.kind != "unnamed" or own.end >= sent.start + token.end):
        return own.actor
    if token.pos not in ("NOUN", "PROPN", "NUM", "ADJ", "DET"):
        return None
    beside = _apposed(page, sent, token)
    if beside is not None:
        return beside
    return _several(page, sent, token) or described(page, sent, token, pronoun)


def _apposed(page: Page, sent: Sent, token: Token) -> Actor | None:
    """As in "the foreign minister, Wang Yi": the person beside the office."""
    if not (token.lemma.lower() in wording.sectors("voices") or roles.find((token.low,), 0)):
        return None
    for k in sent.parse.children(token.i, "appos"):
        own = page.entities.at(*sent.span(k))
        if own is not None and own.actor.kind == "person":
            return own.actor
    return None


def _several(page: Page, sent: Sent, token: Token) -> Actor | None:
    """As in "the two leaders", "both sides", "the neighbors": members where the article has a clear pair."""
    lemma = token.lemma.lower()
    before = {k.low for k in sent.parse.children(token.i)}
    counted = "two" in before or "both" in before or token.low in TWO
    if token.low in TWO and (token.low == "both" or "the" in before):
        lemma = "leader" if page.entities.pair or not page.entities.states else "country"
    elif not (counted or (lemma in ALONE and token.tag == "NNS" and "the" in before and not sent.parse.children(token.i, "amod", "compound", "prep", "poss"))):
        return None
    if token.tag == "NN" and token.low not in TWO:
        return None
    text = phrase(sent, token, token)
    if lemma in wording.words("leaders"):
        pair = local_pair(page, sent, token, persons=True)
        members = page.entities.pair if pair is None or {a.key for a in pair} == {a.key for a in page.entities.pair} or not counted else ()
        members = members or (pair or () if not page.entities.pair else ())
    elif lemma in wording.words("states"):
        near = local_pair(page, sent, token, persons=False)
        members = page.entities.states if near is None or {a.key for a in near} == {a.key for a in page.entities.states} or not page.entities.states else ()
        members = members or (near or () if not page.entities.states else ())
    else:
        return None
    if members:
        return group(tuple(members), text)
    return Actor(key=f"group:{text.lower()}", name=None, kind="group", as_written=text) if counted else None


def local_pair(page: Page, sent: Sent, token: Token, *, persons: bool) -> tuple[Actor, ...] | None:
    """The two whom this sentence, or the one or two before it in its paragraph, name alone; None where none names two."""
    for i in range(sent.index, max(-1, sent.index - 3), -1):
        s = page.sents[i]
        if abs(s.paragraph - sent.paragraph) > 1:
            break
        found: dict[str, Actor] = {}
        for n in page.entities.within(s.start, min(s.end, sent.start + token.start)):
            if persons and n.actor.kind == "person" and n.actor.country:
                found[n.actor.key] = n.actor
            elif not persons and n.actor.kind == "state" and (n.acts or n.form == "demonym"):
                found[n.actor.key] = state(str(n.actor.country), countries.title(str(n.actor.country)))
        if len(found) == 2:
            return tuple(found.values())
        if len(found) > 2:
            return ()
    return None


def described(page: Page, sent: Sent, token: Token, pronoun: Pronoun) -> Actor | None:
    """As in "officials", "a senior Japanese official", "Lee's office", "the Trump administration", "the ministry"."""
    lemma = token.lemma.lower()
    if token.pos == "PROPN" and token.i > 0:
        return None
    if lemma == "report" and any(k.low in ("media", "news", "press") for k in sent.parse.children(token.i, "compound", "nmod")):
        return unnamed(phrase(sent, token, token), _country(page, sent, token, pronoun), "JRN")
    if lemma not in wording.sectors("voices") and roles.find((token.low,), 0) is None:
        return None
    text = phrase(sent, token, token)
    kids = sent.parse.children(token.i)
    if any(k.low == "the" for k in kids) and (known := anaphor(page, sent, token)) is not None:
        return known
    country = _country(page, sent, token, pronoun)
    sector = next((wording.sectors("qualified")[k.low] for k in kids if k.low in wording.sectors("qualified") and k.i < token.i), None) or wording.sectors(
        "voices"
    ).get(lemma)
    body = _before_it(page, sent, token, pronoun)
    if country is None and body is not None and body.sector == "IGO":
        sector = "IGO"
    if sector is None and (found := roles.find((token.low,), 0)):
        sector = found[1].sector
    if country and lemma in wording.words("government") and token.tag != "NNS":
        return state(country, text, sector="GOV")
    return unnamed(text, country, sector)


def _country(page: Page, sent: Sent, token: Token, pronoun: Pronoun) -> str | None:
    """The state of a described actor: that of a demonym, name or owner before it; else "of X", "from X", "in X"."""
    owner = _before_it(page, sent, token, pronoun)
    if owner is not None and owner.country:
        return owner.country
    for k in sent.parse.children(token.i, "prep", "acl"):
        if k.low in ("of", "from", "in", "throughout", "across", "inside", "based", "operating"):
            for o in sent.parse.subtree(k.i):
                if o.dep == "pobj" and (found := _state_at(page, sent, o)):
                    return found
    return None


def _before_it(page: Page, sent: Sent, token: Token, pronoun: Pronoun) -> Actor | None:
    """The named actor among the words that lead the head ("senior Turkish officials", "Lee's office"); not one who only backs it."""
    for k in sent.parse.children(token.i, "poss"):
        if k.pos == "PRON":
            return pronoun(page, sent, k)
    first = min((k.i for k in sent.parse.subtree(token.i) if k.i < token.i), default=token.i)
    for n in page.entities.within(sent.start + sent.tokens[first].start, sent.start + token.start):
        last = sent.token_at(n.end - 1)
        if last is not None and not _only_backs(sent, last) and not (last.i and sent.tokens[last.i - 1].low == "ethnic"):
            return n.actor
    return None


def _only_backs(sent: Sent, t: Token) -> bool:
    """As in "Turkish-backed", "U.S.-trained": a name joined to a participle that does not make its head that state's."""
    after = sent.tokens[t.i + 1 : t.i + 3]
    if len(after) == 2 and after[0].text == "-" and after[0].start == t.end:
        return after[1].low not in LEADING and after[1].text.islower()
    tail = t.text.rpartition("-")[2]
    return "-" in t.text and tail.islower() and tail not in LEADING


def _state_at(page: Page, sent: Sent, t: Token) -> str | None:
    span = sent.span(t)
    own = page.entities.at(*span)
    if own is not None:
        return own.actor.country if own.form in ("state", "capital") else None
    return page.entities.state_of_place(*span)


def anaphor(page: Page, sent: Sent, token: Token) -> Actor | None:
    """As in "the ministry", "the minister", "the spokesman": the one actor named before whose name or office ends so."""
    if sent.parse.children(token.i, "prep", "relcl", "acl"):
        return None
    noun, asked = token.low, _office(sent, token)
    limit = sent.start + token.start
    found: dict[str, Actor] = {}
    last: Actor | None = None
    for n in page.entities.firsts:
        if n.start >= limit:
            break
        a = n.actor
        if (a.kind == "organisation" and noun in wording.words("anaphoric") and a.name and a.name.lower().split()[-1] == noun) or (
            a.kind == "person"
            and token.tag == "NN"
            and any(same_office(o, asked) for o, _ in page.entities.offices.get(a.key, ()))
        ):
            found[a.key] = last = a
    if len(found) == 1:
        return last
    if last is not None and len(found) > 1 and (near := page.entities.within(page.sents[max(0, sent.index - 1)].start, limit)):
        recent = {n.actor.key for n in near} & set(found)
        if len(recent) == 1:
            return found[next(iter(recent))]
    return None


def _office(sent: Sent, token: Token) -> str:
    """The office as far as it is named: "prime minister", where the head alone is "minister"."""
    low = [t.low for t in sent.tokens[max(0, token.i - 3) : token.i + 1]]
    return next((" ".join(low[i:]) for i in range(len(low)) if (hit := roles.find(low, i)) is not None and i + hit[0] == len(low)), token.low)


__all__ = ["coordinated", "described", "group", "noun_phrase", "principal", "single"]
