"""A number's place in a parsed sentence in, what it counts out: ``"killed 183 workers" -> Counted("workers killed", head "worker", deed "kill")``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ..language import numbers, units
from ..language.quantities import Quantity
from .page import Sent
from .parse import Token

# Verbs that do not say what became of the things counted.
LIGHT = frozenset(
    """be have do say tell report include involve see make get give take become remain seem appear come go contain hold keep know think believe
    want need let put set add estimate expect show feature represent consist comprise total number reach start begin end continue stand mean
    use find call bring spend cost last leave pass follow lead help try turn face mark count tally estimate register""".split()
)
PARTICIPLE = {
    "meet": "met", "feed": "fed", "lead": "led", "spend": "spent", "keep": "kept", "leave": "left", "put": "put", "set": "set", "tell": "told", "hear": "heard",
    "break": "broken", "throw": "thrown", "shut": "shut", "spread": "spread", "read": "read", "cast": "cast", "beat": "beaten", "run": "run", "fight": "fought",
    "freeze": "frozen", "bind": "bound", "shake": "shaken", "tear": "torn", "slay": "slain", "hide": "hidden", "blow": "blown", "fly": "flown", "deal": "dealt",
    "give": "given", "make": "made", "do": "done", "know": "known", "see": "seen", "eat": "eaten", "forget": "forgotten", "understand": "understood",
    "send": "sent", "buy": "bought", "sell": "sold", "build": "built", "lose": "lost", "win": "won", "hit": "hit", "shoot": "shot", "cut": "cut",
    "pay": "paid", "hold": "held", "drive": "driven",
    "flee": "fled", "steal": "stolen", "take": "taken", "bring": "brought", "lay": "laid", "catch": "caught", "seek": "sought", "sign": "signed",
    "free": "freed", "rise": "risen", "fall": "fallen", "grow": "grown",
    "strike": "struck", "sink": "sunk", "swear": "sworn", "withdraw": "withdrawn", "hurt": "hurt", "teach": "taught", "lend": "lent",
    "draw": "drawn", "choose": "chosen", "write": "written", "speak": "spoken",
    "commit": "committed", "ban": "banned", "ship": "shipped", "drop": "dropped", "stop": "stopped", "plan": "planned", "deport": "deported",
    "admit": "admitted", "trap": "trapped", "cancel": "cancelled",
}  # fmt: skip
DOUBLED = re.compile(r"^[^aeiou]+[aeiou][bdgklmnprt]$|(?:rol|pel|cel|vel|bel|nel|fer|cur|mit|bar|gret)$")
MODELS = re.compile(r"[A-Z]+-?\d+s")  # "24 A320s"
PEOPLE = frozenset({"people", "person", "individual"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
MOST = 6  # words of a modifier that still belong to what is counted


@dataclass(frozen=True, slots=True)
class Counted:
    """``words`` in the article's own words and order of noun, then deed; ``first``/``last`` are the noun's tokens."""

    words: str
    head: str
    deed: str
    first: Token
    last: Token
    unit: str | None = None


def counted(sent: Sent, noun: Token, skip: frozenset[int] = frozenset(), *, with_deed: bool = True) -> Counted:
    """What a number that hangs on ``noun`` counts: the noun with its modifiers, what it is of, and what happened to it."""
    first, last = noun, noun
    words: list[str] = []
    for c in sent.parse.children(noun.i):
        if c.i < noun.i and c.dep in MODIFIERS and c.i not in skip and c.pos != "PRON" and not numeral(c):
            part = [t for t in sent.parse.subtree(c.i) if t.i not in skip and t.i < noun.i]
            if len(part) <= MOST and not any(map(numeral, part)):
                words += [t.text for t in part if t.pos != "PUNCT" or t.text == "-"]
                first = min(first, *part, key=lambda t: t.i) if part else first
    words.append(noun.text)
    tail = of_phrase(sent, noun)
    deed = deed_of(sent, noun, skip) if with_deed else ("", "")
    phrase = " ".join(words).replace(" - ", "-")
    if deed[0] and _does_it(sent, noun, deed[1]):
        deed = ("", deed[1])  # "three governors drew praise": what they did to another tells nothing of them
    phrase = phrase.replace(" 's", "'s").replace(" ’s", "’s")
    lemma = "person" if noun.lemma.lower() in PEOPLE or (noun.tag == "NNPS" and noun.text.isalpha()) else noun.lemma.lower()
    lemma = lemma[:-1] if re.fullmatch(r"[a-z]+-?\d+s", lemma) else lemma  # "24 M20s"
    return Counted(" ".join(x for x in (phrase, tail, deed[0]) if x), lemma, deed[1], first, last, lemma)


def _does_it(sent: Sent, noun: Token, lemma: str) -> bool:
    """The counted do the deed to something else: subject of a verb, or of a relative clause, with an object of its own."""
    over = sent.tokens[noun.head]
    active = noun.dep == "nsubj" and over.lemma == lemma and bool(sent.parse.children(over.i, "dobj"))
    return active or any(
        c.lemma == lemma and sent.parse.children(c.i, "dobj") and any(k.low in ("who", "that", "which") for k in sent.parse.children(c.i, "nsubj"))
        for c in sent.parse.children(noun.i, "relcl")
    )


def numeral(token: Token) -> bool:
    """A number, but not a name with one in it ("F-35")."""
    return token.pos == "NUM" and not re.search(r"[A-Za-z]-?\d", token.text)


def of_phrase(sent: Sent, noun: Token) -> str:
    """ "of history", "in investment": the nearest short complement that says what kind the noun is."""
    for prep in sent.parse.children(noun.i, "prep"):
        if prep.low in ("of", "for", "in", "on", "from", "to", "between", "against", "over") and prep.i > noun.i:
            obj = sent.parse.children(prep.i, "pobj")
            part = [t for t in sent.parse.subtree(prep.i) if t.i <= obj[0].i] if obj else []
            part = [] if any(t.text[0].isdigit() for t in part) else [t for t in part if t.pos not in ("NUM", "DET")]
            if len(part) > 1 and len(part) <= MOST and (prep.low in ("of", "for", "on", "between", "against", "over") or
            (prep.low == "in" and obj[0].pos == "NOUN")):
                return " ".join(t.text for t in part)
    return ""


def deed_of(sent: Sent, noun: Token, skip: frozenset[int] = frozenset()) -> tuple[str, str]:
    """The word for what happened to the counted, and its lemma: ("killed", "kill"); empty where no verb says."""
    for c in sent.parse.children(noun.i, "acl", "relcl"):
        if c.pos == "VERB" and c.lemma not in LIGHT and c.i > noun.i:
            return c.text, c.lemma
    top = noun
    while top.head != top.i:
        over = sent.tokens[top.head]
        if top.dep in ("conj", "appos") or over.i in skip:
            top = over
        elif top.dep == "pobj" and over.low == "of" and over.head in skip:  # "dozens of people": the dozens stand in the clause
            top = sent.tokens[over.head]
        else:
            break
    over = sent.tokens[top.head]
    if over.lemma == "lose" and top.dep == "nsubj" and any(c.lemma == "life" for c in sent.parse.children(over.i, "dobj")):
        return "lost their lives", "die"
    if top.dep == "nsubj" and over.tag in ("VBZ", "VBP") and not sent.parse.children(over.i, "aux", "auxpass"):
        return "", ""  # "430,000 settlers live there": what they do, not what happened to them
    if top.dep in ("dobj", "nsubj", "nsubjpass", "obj", "attr") and over.pos == "VERB" and over.lemma not in LIGHT:
        return (participle(over) if top.dep in ("dobj", "obj") else over.text), over.lemma
    if top.dep == "nsubj" and over.lemma in LIGHT:  # "people were reported killed", "people have been left homeless"
        for c in sent.parse.children(over.i, "acomp", "oprd"):
            return c.text, c.lemma
    if top.dep == "pobj" and over.low == "of":  # "the deaths of 12 soldiers"
        ruler = sent.tokens[over.head]
        if ruler.pos == "NOUN":
            return ruler.text, ruler.lemma
    return "", ""


def participle(verb: Token) -> str:
    if verb.tag in ("VBN", "VBD"):
        return verb.text
    low = verb.lemma.lower()
    if low in PARTICIPLE:
        return PARTICIPLE[low]
    if low.endswith("e"):
        return low + "d"
    if DOUBLED.search(low):
        return low + low[-1] + "ed"
    return low[:-1] + "ied" if low.endswith("y") and low[-2:-1] not in "aeiou" else low + "ed"


def subject_of(sent: Sent, token: Token) -> Token | None:
    """The noun a bare number is told of: the subject of the verb it hangs on ("the toll rose to 35"), over prepositions."""
    seen = 0
    while token.head != token.i and seen < MOST:
        token, seen = sent.tokens[token.head], seen + 1
        if token.pos in ("VERB", "AUX"):
            found = sent.parse.children(token.i, "nsubj", "nsubjpass")
            if found and found[0].low in ("which", "that") and token.dep == "relcl":  # "the index, which fell to 9,000"
                return sent.tokens[token.head]
            if found:
                return found[0]
            if token.dep not in ("conj", "xcomp", "advcl", "acl"):
                return None
    return None


def plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def phrase(sent: Sent, noun: Token) -> str:
    """A noun with the modifiers before it, determiners and numbers left out."""
    words = [t for t in sent.parse.subtree(noun.i) if t.i <= noun.i and t.dep not in ("det", "nummod", "quantmod") and t.pos != "PUNCT"]
    return " ".join(t.text for t in words[-MOST:])


# -- numbers without a noun of their own

# Two or three of these say nothing that the story does not.
TRIVIAL = frozenset(
    """side leader country nation government neighbor neighbour party state capital people ally man woman partner rival power counterpart president minister
    premier economy thing way end hand company""".split()
)
HARMED = frozenset("kill injure wound die arrest detain shoot hurt displace rescue miss capture abduct hospitalize hospitalise drown burn execute".split())
STRUCK = HARMED | {"displace", "evacuate", "affect", "deport", "expel"}
STATES = {
    "dead": "die", "deaths": "die", "wounded": "wound", "injured": "injure",
    "missing": "miss", "displaced": "displace", "homeless": "displace", "hurt": "injure",
}  # fmt: skip
TOLLS = frozenset(
    """toll number count total figure casualty death unemployment turnout majority population strength force rate index score temperature magnitude""".split()
)
MOVES = frozenset(
    """rise fall climb drop increase decrease grow jump soar plunge reach close open end finish stand hit total number exceed surpass top dip slide slip gain
    lose pass near trade settle swell shrink double""".split()
)
BROUGHT = frozenset("bring raise take push put cut reduce lower increase lift revise".split())
# What finds a number is not what it counts.
SURVEYS = frozenset("percent % poll survey study report census data statistic estimate analysis investigation inquiry newspaper".split())
# Written alike in one and in many.
UNCHANGING = frozenset(
    """aircraft personnel staff police crew spacecraft cattle sheep fish offspring series species people folk military youth manpower infantry cavalry clergy
    audience seat vote cash tonnage mark level threshold limit target barrier minimum maximum head dead wounded injured""".split()
)
NO_JOINT = frozenset(
    """state dimensional fold lane tier star track time one two three something on off thirds third half quarter quarters in to up year day month week hour
    minute decade point plus odd and or step piece wheel wheeler""".split()
)
PAIRS = frozenset({"way", "party", "nation", "state", "country", "member", "man", "side"})
ONE_OF_MANY = re.compile(r"\s+of\s+(?:the |its |their |only )?(?:\d|" + "|".join(list(numbers.UNITS)[2:]) + r")", re.IGNORECASE)
ONE_NEEDS = re.compile(r"\b(?:only|just|at least|exactly)\s+$", re.IGNORECASE)
LONE = frozenset({"one", "a", "an"})


def counts_nothing(sent: Sent, text: str, q: Quantity, first: Token, last: Token, head: Token | None) -> bool:
    """Names, pronouns and numbers too small to tell: "Boeing 787", "the one", "the two leaders"."""
    if is_name(sent, first, last, head):
        return True
    if head is None:
        return False
    word, over = text[q.at : q.stop].lower(), sent.tokens[head.head]
    harmed = over.lemma in HARMED and head.dep in ("dobj", "nsubjpass", "nsubj", "conj")
    if word == "one":
        return not (ONE_OF_MANY.match(text, q.stop) or ONE_NEEDS.search(text[max(0, q.at - 16) : q.at]) or harmed)
    if word in ("several", "a few", "a couple", "a couple of"):
        return not harmed
    if word in ("two", "three", "2") and head.lemma.lower() in TRIVIAL:
        return not harmed
    # A numeral before one thing names it ("the 737 airliner", "the 500 index"); two or more of a thing are written in the plural.
    return word.isdigit() and (q.least or q.most or 0) > 1 and head.tag == "NN" and head.lemma.lower() not in UNCHANGING and not MODELS.fullmatch(head.text)


def is_name(sent: Sent, first: Token, last: Token, head: Token | None) -> bool:
    """A part of a name: "Boeing 787", "iPhone 4", "787 Dreamliner", "Group of Seven"."""
    before, digits = (sent.tokens[first.i - 1] if first.i else None), first.text[0].isdigit()
    named = before is not None and before.pos == "PROPN" and before.low.rstrip(".") not in units.COINS and (digits or first.text[0].isupper())
    if named and before is not None and (head is None or head.i < first.i or head.tag != "NNS" or before.head == head.i):
        return True
    if first.text[0].isupper() and first.i and not digits:
        return True
    if re.fullmatch(r"(?:19|20)\d\d", first.text) and head is not None and head.text[0].isupper():  # "the 2016 Essay Challenges"
        return True
    if digits and head is not None and head.tag == "NNP" and head.i == last.i + 1 and not MODELS.fullmatch(head.text) and not (before
    and before.low in ("the", "all")):
        return True
    over = sent.tokens[first.head]
    return digits and head is None and first.dep in ("nummod", "npadvmod") and over.i < first.i and over.pos in ("PROPN", "NOUN")


def bare(sent: Sent, text: str, q: Quantity, token: Token) -> Counted | None:
    """A number without a noun: "killing 12", "over 270,000 displaced", "the toll rose to 35", "job cuts of 10,000"."""
    word, tokens = text[q.at : q.stop].lower(), sent.tokens
    if word in ("one", "zero") or re.search(r"\d[-–]\d", text[max(0, q.at - 3) : q.stop + 3]):
        return None
    after, over = (tokens[token.i + 1] if token.i + 1 < len(tokens) else None), tokens[token.head]
    if over.lemma == "be" and token.dep == "nsubj" and (attr := sent.parse.children(over.i, "attr")) and attr[0].pos in ("NOUN", "PROPN"):
        return counted(sent, attr[0])  # "of the victims 136 were Koreans"
    if after is not None and after.tag in ("VBN", "VBD", "JJ") and after.lemma in STRUCK:
        return Counted(after.text, "person", after.lemma, token, token, "person")
    if token.dep in ("dobj", "nsubjpass", "nsubj", "obj", "pobj") and over.lemma in HARMED:
        return Counted(participle(over), "person", over.lemma, token, token, "person")
    between = tokens[over.i + 1 : token.i]
    named = tokens[over.head].pos == "NOUN" or tokens[over.head].low in ("low", "high")
    if over.low == "of" and named and over.head < token.i and not any(t.pos in ("DET", "PUNCT") for t in between):
        return of_toll(counted(sent, tokens[over.head]))
    if token.dep not in ("pobj", "npadvmod", "nummod", "dobj", "attr", "advmod", "oprd"):
        return None
    verb = over if over.pos in ("VERB", "AUX") else tokens[over.head]
    noun = subject_of(sent, token)
    if verb.lemma in BROUGHT:  # "bringing the death toll to 35"
        noun = next((c for c in sent.parse.children(verb.i, "dobj") if c.i < token.i), noun)
    if noun is None or noun.pos not in ("NOUN", "PROPN") or not (noun.lemma in TOLLS or (verb.lemma in MOVES | BROUGHT and word[0].isdigit())):
        return None
    of = [o for p in sent.parse.children(noun.i, "prep") if p.low == "of" for o in sent.parse.children(p.i, "pobj")]
    if noun.lemma in ("number", "total", "count", "amount") and of:  # "the number of refugees rose to 5,000"
        what = counted(sent, of[0], with_deed=False)
        deed = STATES.get(of[0].low, "")
        return Counted(f"{noun.text} of {what.words}", "person" if deed else what.head, deed, noun, of[0], "person" if deed else what.unit)
    return of_toll(Counted(phrase(sent, noun), noun.lemma.lower(), "", noun, noun, noun.lemma.lower()))


def of_toll(what: Counted) -> Counted:
    return replace(what, unit="person") if what.head in ("toll", "casualty", "death") else what


def struck(sent: Sent, token: Token) -> Counted | None:
    """ "14 dead and 30 wounded": people, by what became of them, where no noun follows."""
    after = sent.tokens[token.i + 1 : token.i + 3]
    if not after or after[0].low not in STATES or (len(after) > 1 and after[1].pos in ("NOUN", "PROPN") and after[1].low not in STATES):
        return None
    return Counted(after[0].text, "person", STATES[after[0].low], after[0], after[0], "person")


def joined(sent: Sent, token: Token, unit: Token, q: Quantity) -> Counted | None:
    """ "12-member bloc", "three-way talks": the members of the bloc."""
    word = unit.low
    if not word.isalpha() or len(word) < 3 or word in NO_JOINT or ((q.least or q.most or 0) < 3 and word in PAIRS) or unit.start != q.stop + 1:  # noqa: PLR2004
        return None
    q.end = max(q.end, unit.end)
    whole = next((t for t in [sent.tokens[unit.head], *sent.parse.ancestors(unit.head)] if t.i > unit.i and t.pos in ("NOUN", "PROPN")), None)
    words = counted(sent, whole, frozenset(range(token.i, unit.i + 1)), with_deed=False).words if whole else ""
    lemma = {"way": "party", "strong": "person", "man": "person"}.get(word, word)
    return Counted(f"{plural(lemma)} of {words}" if words else word, lemma, whole.lemma.lower() if whole else "", unit, unit, lemma)


def told_of(sent: Sent, q: Quantity, top: Token, is_time: Callable[[Token], bool]) -> Counted | None:
    """By its place: "a tariff of 15%" tells of the tariff, "exports fell 5%" of exports and the fall, "paid $5m" of paying."""
    over = sent.tokens[top.head]
    if over.pos == "ADJ" and over.i > top.i:  # "817 km long"
        noun = subject_of(sent, top)
        words = f"{phrase(sent, noun)} {over.text}" if noun else over.text
        return Counted(words, noun.lemma.lower() if noun else over.lemma, over.lemma, top, top)
    if top.dep in ("appos", "conj") and over.pos in ("NOUN", "PROPN"):
        return counted(sent, over, with_deed=False)
    for t in [over, *sent.parse.ancestors(over.i)][:4]:
        if t.pos in ("NOUN", "PROPN") and not is_time(t) and t.low not in ("percent", "%"):
            return Counted(phrase(sent, t), t.lemma.lower(), "", t, t)
        if t.pos in ("VERB", "AUX"):
            return _of_verb(sent, q, top, t)
    return None


def _of_verb(sent: Sent, q: Quantity, top: Token, verb: Token) -> Counted:
    noun = subject_of(sent, top)
    own = verb.text if verb.lemma not in ("be", "have", "include", "contain", "comprise", "total") else ""
    if q.lead and q.sort != "duration":
        own += f" {q.lead}"  # "fell to 15% from 25%" tells two things
    obj = next((c for c in sent.parse.children(verb.i, "dobj") if c.i != top.i and c.pos != "PRON"), None)
    named = noun is not None and noun.pos != "PRON" and noun.lemma.lower() not in SURVEYS
    words = " ".join(x for x in (phrase(sent, noun) if noun and named else "", own, phrase(sent, obj) if obj else "") if x)
    return Counted(words or verb.text, (noun.lemma if noun and named else verb.lemma).lower(), verb.lemma, verb, verb)
