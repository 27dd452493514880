"""A number's place in a parsed sentence in, what it counts out: ``"killed 183 workers" -> Counted("workers killed", head "worker", deed "kill")``."""

from __future__ import annotations

from dataclasses import dataclass

from .page import Sent
from .parse import Token

# Verbs that do not say what became of the things counted.
LIGHT = frozenset(
    """be have do say tell report include involve see make get give take become remain seem appear come go contain hold keep know think believe
    want need let put set add estimate expect show feature represent consist comprise total number reach start begin end continue stand mean
    use find call bring spend cost last leave pass follow lead help try turn face mark""".split()
)
PARTICIPLE = {
    "send": "sent", "buy": "bought", "sell": "sold", "build": "built", "lose": "lost", "win": "won", "hit": "hit", "shoot": "shot", "cut": "cut", "pay": "paid", "hold": "held", "drive": "driven",
    "flee": "fled", "steal": "stolen", "take": "taken", "bring": "brought", "lay": "laid", "catch": "caught", "seek": "sought", "sign": "signed", "free": "freed", "rise": "risen", "fall": "fallen", "grow": "grown",
    "strike": "struck", "sink": "sunk", "swear": "sworn", "withdraw": "withdrawn", "hurt": "hurt", "teach": "taught", "lend": "lent", "draw": "drawn", "choose": "chosen", "write": "written", "speak": "spoken",
    "commit": "committed", "ban": "banned", "ship": "shipped", "drop": "dropped", "stop": "stopped", "plan": "planned", "deport": "deported", "admit": "admitted", "trap": "trapped", "cancel": "cancelled",
}  # fmt: skip
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
        if c.i < noun.i and c.dep in MODIFIERS and c.i not in skip and c.pos != "NUM" and c.pos != "PRON":
            part = [t for t in sent.parse.subtree(c.i) if t.i not in skip and t.i < noun.i]
            if len(part) <= MOST and not any(t.pos == "NUM" for t in part):
                words += [t.text for t in part if t.pos != "PUNCT" or t.text == "-"]
                first = min(first, *part, key=lambda t: t.i) if part else first
    words.append(noun.text)
    tail = of_phrase(sent, noun)
    deed = deed_of(sent, noun, skip) if with_deed else ("", "")
    phrase = " ".join(words).replace(" - ", "-")
    lemma = "person" if noun.lemma.lower() in PEOPLE or noun.tag == "NNPS" else noun.lemma.lower()
    return Counted(" ".join(x for x in (phrase, tail, deed[0]) if x), lemma, deed[1], first, last, lemma)


def of_phrase(sent: Sent, noun: Token) -> str:
    """ "of history", "in investment": the nearest short complement that says what kind the noun is."""
    for prep in sent.parse.children(noun.i, "prep"):
        if prep.low in ("of", "for", "in", "on", "from", "to", "between", "against") and prep.i > noun.i:
            obj = sent.parse.children(prep.i, "pobj")
            part = [t for t in sent.parse.subtree(prep.i) if t.i <= obj[0].i] if obj else []
            if part and len(part) <= MOST and not any(t.pos == "NUM" for t in part) and (prep.low in ("of", "for", "on", "between", "against") or prep.low == "in" and obj[0].pos == "NOUN"):
                return " ".join(t.text for t in part)
    return ""


def deed_of(sent: Sent, noun: Token, skip: frozenset[int] = frozenset()) -> tuple[str, str]:
    """The word for what happened to the counted, and its lemma: ("killed", "kill"); empty where no verb says."""
    for c in sent.parse.children(noun.i, "acl", "relcl"):
        if c.pos == "VERB" and c.lemma not in LIGHT and c.i > noun.i:
            return (c.text if c.tag != "VBG" else c.text), c.lemma
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
    return low[:-1] + "ied" if low.endswith("y") and low[-2:-1] not in "aeiou" else low + "ed"


def subject_of(sent: Sent, token: Token) -> Token | None:
    """The noun a bare number is told of: the subject of the verb it hangs on ("the toll rose to 35"), over prepositions."""
    seen = 0
    while token.head != token.i and seen < MOST:
        token, seen = sent.tokens[token.head], seen + 1
        if token.pos in ("VERB", "AUX"):
            found = sent.parse.children(token.i, "nsubj", "nsubjpass")
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
