"""A paragraph in, the phrases out by which an article says that it retells another outlet: ``"News.Az reports, citing The Diplomat"``.

The words stay content; the marks stand over them.
"""

from __future__ import annotations

import re

from ..language.agencies import agency
from ..model.layout import Paragraph
from .found import Found
from .names import LETTER, UPPER

WORD = rf"[{UPPER}][{LETTER}0-9&'’-]*(?:\.[A-Za-z]{{2,6}})?"
OUTLET = rf"(?:[Tt]he[ \t]+)?{WORD}(?:[ \t]+(?:{WORD}|of|and|de|el|al)(?![ \t]+(?:said|reported|reports)\b)){{0,5}}"
BY = rf"(?:[Tt]he[ \t]+)?{WORD}(?:[ \t]+(?:{WORD}|of|and|de|el|al)){{0,5}}"  # before "reports": the verb is its own
DAY = r"(?:[ \t]+(?:on[ \t]+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
TELLS = r"(?:reports?|reported|writes|wrote|informs?|informed|has learned|has learnt|said|says|relays|conveys)"
CITING = r"(?:citing|quoting|with reference to|referring to|in reference to|according to|via)"
HINTS = ("citing", "quoting", "reference to", "referring to", "according to", "via", "reported by")  # no pattern below matches without one
# "the South Korean news agency Yonhap", "Japan's public broadcaster NHK": what kind of outlet it is, before its name.
KIND = (
    rf"(?:(?:[Tt]he[ \t]+)?(?:[{UPPER}][\w-]+(?:['’]s)?[ \t]+){{0,2}}"
    r"(?:(?:state|state-run|state-owned|semi-official|official|local|public|private|national|leading|daily|business|financial|news|newspaper|newspapers"
    r"|agency|wire|broadcaster|"
    r"outlet|channel|media|magazine|website|portal|television|TV)[ \t]+){1,4})?"
)
RETELLS = re.compile(rf"(?P<by>{BY})[ \t]+{TELLS}{DAY},?[ \t]+{CITING}[ \t]+{KIND}(?P<of>{OUTLET})")
RETOLD_BY = re.compile(rf",[ \t]+(?:as[ \t]+)?{TELLS}[ \t]+(?:by[ \t]+)?(?P<by>{OUTLET}){DAY},?[ \t]+{CITING}[ \t]+{KIND}(?P<of>{OUTLET})")
CITES = re.compile(
    rf"(?:\bciting|\bwith reference to|\breported by|\bas reported by|\bfirst reported by|\baccording to(?: a report (?:by|in|from))?)[ \t]+{KIND}"
    rf"(?P<of>{OUTLET})"
)
# "the talks went well, The Harbour Review reports"; "according to The Harbour Review"; "the newspaper writes"
SOURCED = re.compile(
    rf"(?:(?<=, )|(?<=[.!?]\s)|^)(?P<of>{BY})[ \t]+(?:reports?|reported|writes|wrote|notes|noted|adds|added){DAY}\b"
    rf"|\b[Aa]ccording to[ \t]+{KIND}(?P<to>{OUTLET})",
    re.MULTILINE,
)
SAME_AGAIN = re.compile(
    r"\b[Tt]he (?:newspaper|paper|daily|weekly|magazine|outlet|website|broadcaster|agency|report|channel)(?: also)?[ \t]+(?:reports?|reported|writes|wrote"
    r"|notes|noted|adds|added|says|said)\b|\b[Aa]ccording to the (?:report|newspaper|paper|daily|magazine|outlet|broadcaster|agency)\b"
)
LEANS = 3  # times that one outlet is named as the source, or pointed back to
TOP = 2  # paragraphs
LIKE_AN_OUTLET = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Agency|Press|Daily|Journal|Gazette|Guardian|Diplomat|Economist|Broadcaster|Broadcasting|Television|TV|Radio"
    r"|Newspaper|Magazine|Review|Standard|Telegraph|Independent|"
    r"Observer|Mirror|Star|Globe|Mail|Monitor|Chronicle|Courier|Today|Insider|Politico|Axios|Bloomberg|Nikkei|Asahi|Yomiuri|Mainichi|Sankei|Hankyoreh"
    r"|Chosun|BBC|CNN|NHK|CNA|CBS|NBC|ABC|PBS|NPR|DW|RFE|RFI|RT|CGTN|"
    r"Welle|Euronews|Kathimerini|Hürriyet|Meduza|Kommersant|Vedomosti|Izvestia|Pravda|Rappler|Inquirer|ARD|ZDF|ORF|RTÉ|TRT|SVT|NRK|Yle|Folha|Clarín|"
    r"Jazeera|Arabiya|Mayadeen|Haaretz|Monde|Figaro|País|Spiegel|Zeitung|Repubblica|Corriere)\b|\.[a-z]{2,5}$|\.[A-Z][a-z]$"
)


def read_citing(found: Found, paragraphs: list[Paragraph]) -> None:
    _read_leaning(found, paragraphs)
    taken: set[int] = set()
    hints = [word for word in HINTS if word in found.text]
    for paragraph in paragraphs:
        if all(found.text.find(word, paragraph.start, paragraph.end) < 0 for word in hints):
            continue
        retold = (m for p in (RETELLS, RETOLD_BY) for m in p.finditer(found.text, paragraph.start, paragraph.end))
        for match in retold:
            of = _outlet(match["of"])
            if of and match.start("of") not in taken:
                found.mark("relayed by", match["by"], *match.span("by"))
                found.mark("citing", of, match.start("of"), match.start("of") + len(of))
                taken.add(match.start("of"))
        for match in CITES.finditer(found.text, paragraph.start, paragraph.end):
            of = _outlet(match["of"])
            if of and match.start("of") not in taken:
                found.mark("mentions outlet", of, match.start("of"), match.start("of") + len(of))


def _outlet(words: str) -> str | None:
    """The words where they name an outlet or agency, not an official or a country."""
    words = words.rstrip(" ,.")
    bare = re.sub(r"^(?:[Tt]he[ \t]+)?(?:[A-Z][\w-]*['’]s[ \t]+)?", "", words)
    return words if agency(bare) or LIKE_AN_OUTLET.search(words) else None


def _read_leaning(found: Found, paragraphs: list[Paragraph]) -> None:
    """An article that has most of what it tells from one other outlet: named near the top, and pointed back to in half of the paragraphs."""
    if not any(word in found.text for word in ("report", "ccording to")):
        return
    named: list[tuple[int, int, int, str]] = []  # paragraph, start, end, outlet
    sourced: set[int] = set()
    times = 0
    for n, paragraph in enumerate(paragraphs):
        if n == TOP and not named:
            return
        for m in SOURCED.finditer(found.text, paragraph.start, paragraph.end):
            group = "of" if m["of"] else "to"
            of = _outlet(m[group])
            if of:
                named.append((n, m.start(group), m.start(group) + len(of), of))
        again = sum(1 for _ in SAME_AGAIN.finditer(found.text, paragraph.start, paragraph.end))
        times += again
        sourced |= {n} if again else set()
    outlets = {_bare(of) for *_, of in named}
    if len(outlets) != 1 or named[0][0] >= TOP:
        return
    sourced |= {n for n, *_ in named}
    if len(named) + times >= LEANS and 2 * len(sourced) >= len(paragraphs):
        found.mark("leans on", named[0][3], named[0][1], named[0][2])


def _bare(outlet: str) -> str:
    return re.sub(r"^the\s+", "", outlet, flags=re.IGNORECASE).lower()
