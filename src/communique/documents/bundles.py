"""The lines of a press-database file in (Nexis, Factiva), one Document an article out, header fields kept; None where it is no bundle.

Nexis closes an article with "End of Document" (older files number them "1 of 10 DOCUMENTS"), Factiva with "Document LBA0000020180709...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model.document import Document
from ..model.notice import Notice
from .check import check_text
from .stamps import stamp
from .text import file_name

NEXIS_END = re.compile(r"End of Document$")
NEXIS_START = re.compile(r"(?:Document )?\d{1,5} of \d{1,5} DOCUMENTS?$", re.IGNORECASE)
FACTIVA_END = re.compile(r"Document (?P<number>[A-Za-z0-9]{12,40})$")
FACTIVA_TAIL = re.compile(r"(?:Search Summary|Text\b.*\bDate\b|© \d{4} Factiva|Page \d+ of \d+)", re.IGNORECASE)
FIELD = re.compile(r"(?P<name>[A-Z][A-Za-z-]{2,24}(?: [A-Z][a-z]+)?)[ \t]*:[ \t]+(?P<value>\S.*)$")
NEXIS_FIELDS = frozenset(
    "section length byline dateline headline highlight load-date language publication-type graphic url journal-code correction series source".split()
)
NEXIS_BODY = re.compile(r"(?:Body|BODY)\s*:?$")
TAGGED = re.compile(r"(?P<tag>HD|BY|CR|WC|PD|ET|SN|SC|PG|LA|CY|LP|TD|ART|CO|IN|NS|RE|IPD|IPC|PUB|AN|ED|SE|CLM)(?:[ \t|]{1,6}(?P<value>.*))?$")
TAGS = {
    "BY": "byline", "PD": "published", "ET": "time", "SN": "outlet", "LA": "language", "CY": "copyright", "WC": "length", "SE": "section", "CR": "credit",
}  # fmt: skip
WORDS = re.compile(r"[\d,]+ words$")
CLOCK = re.compile(r"\d{1,2}:\d{2}(?: (?:AM|PM|GMT|UTC))?$")
COPYRIGHT = re.compile(r"(?:\(c\)|©|Copyright)", re.IGNORECASE)
DATE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day)?(?:,? \d{1,2}:\d{2}.{0,12})?$"
)
LANGUAGE = re.compile(r"(?:English|Français|Deutsch|Español|German|French|Spanish|Arabic|Russian|Chinese|Japanese|Korean)$")
HEADER = 14  # so many lines from the top of an article may be header


@dataclass
class Item:
    """One article of a bundle; ``whole`` is False where its end is missing."""

    title: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    whole: bool = True


def read_bundle(lines: list[str], name: str) -> Iterator[Document | Notice] | None:
    """The articles of a bundle, one by one; None where the lines are no bundle."""
    rows = [re.sub(r"[\s\xa0]+", " ", line).strip(" |") for line in lines]
    if any(NEXIS_END.match(r) for r in rows) or sum(bool(NEXIS_START.match(r)) for r in rows) > 1:
        return _documents([_nexis(part, whole) for part, whole in _nexis_parts(rows)], name)
    if any(FACTIVA_END.match(r) for r in rows):
        return _documents([_factiva(part, whole) for part, whole in _factiva_parts(rows)], name)
    return None


def is_tag(words: str) -> bool:
    """Whether the words are a Factiva field's name ("HD")."""
    found = TAGGED.match(words.strip())
    return bool(found and not found["value"])


def _documents(items: list[Item], name: str) -> Iterator[Document | Notice]:
    kept = 0
    for n, item in enumerate(items, start=1):
        where, text = f"{name}#{n}", "\n\n".join(item.body)
        if not text.strip():
            yield Notice(where, f"an article of the bundle has no text: {item.title[:60]!r}", "look at it in the bundle", skipped=True)
            continue
        refused = check_text(text, where)
        if refused:
            yield refused
            continue
        if not item.whole:
            yield Notice(where, "the bundle is cut in the middle of this article", "export the bundle again")
        published, fault = stamp(item.fields.get("published"), "header of the bundle", where)
        if fault:
            yield fault
        kept += 1
        yield Document.make(
            source=where, text=text, address=item.fields.get("number") or f"{file_name(name)}#{n}", title=item.title or None, outlet=item.fields.get("outlet"),
            byline=item.fields.get("byline"), published=published, complete=None if item.whole else False, language=item.fields.get("language"),
            declared=tuple((k, v) for k, v in item.fields.items() if k not in ("outlet", "byline", "published", "language")),
        )  # fmt: skip
    if not kept:
        yield Notice(name, "looks like a press-database bundle, but no article could be split off", "export it again, or one file an article", skipped=True)


def _nexis_parts(rows: list[str]) -> Iterator[tuple[list[str], bool]]:
    """Each article's lines, and whether its end was found. A list of contents at the top is passed over."""
    part: list[str] = []
    ends = any(NEXIS_END.match(r) for r in rows)
    if ends and any(re.match(r"Documents? \(\d+\)$|User Name:", r) for r in rows[:12]):
        rows = rows[_after_contents(rows) :]
    for row in rows:
        if NEXIS_END.match(row) or (NEXIS_START.match(row) and not ends):
            if any(part):
                yield part, True
            part = []
        elif not NEXIS_START.match(row):
            part.append(row)
    if sum(len(r) for r in part) > 200:
        yield part, not ends


def _after_contents(rows: list[str]) -> int:
    """Where the list of titles ends: behind its last numbered line and the search terms below that."""
    numbered = [i for i, r in enumerate(rows[:2000]) if re.match(r"\d{1,4}\. \S", r)]
    last = 0
    for i in numbered:
        if last and i - last > 12:
            break
        last = i
    at = last + 1
    while at < len(rows) and (not rows[at] or re.match(r"(?:Client/Matter|Search T|Narrowed|Content Type|Job Number|Date and Time|News$|Terms)", rows[at])):
        at += 1
    return at


def _nexis(rows: list[str], whole: bool) -> Item:
    item = Item(whole=whole)
    filled = [r for r in rows if r]
    begins = next((i for i, r in enumerate(filled[:30]) if NEXIS_BODY.match(r) or r.upper().startswith("BODY:")), None)
    if begins is not None:
        head, body = filled[:begins], filled[begins + 1 :]
        rest = re.sub(r"^body:\s*", "", filled[begins], flags=re.IGNORECASE)
        body = [rest, *body] if rest and not NEXIS_BODY.match(filled[begins]) else body
    else:
        last = max((i for i, r in enumerate(filled[:HEADER]) if _nexis_field(r) or COPYRIGHT.match(r) or DATE.match(r)), default=-1)
        head, body = filled[: last + 1], filled[last + 1 :]
    plain = []
    for row in head:
        found = _nexis_field(row)
        if found:
            item.fields.setdefault(found[0], found[1])
        elif COPYRIGHT.match(row):
            item.fields.setdefault("copyright", row)
        elif DATE.match(row):
            item.fields.setdefault("published", re.sub(r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", "", row))
        else:
            plain.append(row)
    item.title = item.fields.pop("headline", "") or (plain.pop(0) if plain else "")
    if plain:
        item.fields.setdefault("outlet", plain[0])
    while body and (_nexis_field(body[-1]) or re.match(r"(?:Classification|Notes|Graphic)$", body[-1])):
        found = _nexis_field(body.pop())
        if found:
            item.fields.setdefault(*found)
    item.body = body
    return item


def _nexis_field(row: str) -> tuple[str, str] | None:
    found = FIELD.match(row)
    if found and found["name"].lower() in NEXIS_FIELDS:
        return found["name"].lower(), found["value"].strip()
    return None


def _factiva_parts(rows: list[str]) -> Iterator[tuple[list[str], bool]]:
    part: list[str] = []
    for row in rows:
        part.append(row)
        if FACTIVA_END.match(row):
            yield part, True
            part = []
    left = [r for r in part if r]
    if left and not FACTIVA_TAIL.match(left[0]) and sum(map(len, left)) > 200:
        yield part, False


def _factiva(rows: list[str], whole: bool) -> Item:
    filled = [r for r in rows if r]
    item = Item(whole=whole)
    if whole and filled:
        found = FACTIVA_END.match(filled[-1])
        item.fields["number"] = found["number"] if found else ""
        filled = filled[:-1]
    if sum(bool(TAGGED.match(r)) for r in filled[:HEADER]) >= 4:
        _tagged(item, filled)
    else:
        _listed(item, filled)
    return item


def _tagged(item: Item, rows: list[str]) -> None:
    """``HD``, ``PD``, ``SN`` ... before each field; LP and TD are the text."""
    tag = ""
    for row in rows:
        found = TAGGED.match(row)
        if found:
            tag = found["tag"]
        words = ((found["value"] or "") if found else row).strip(" |")
        if not words:
            continue
        if tag in ("LP", "TD"):
            item.body.append(words)
        elif tag == "HD":
            item.title = f"{item.title} {words}".strip()
        elif found and tag in TAGS:
            item.fields.setdefault(TAGS[tag], words)
    _with_time(item)


def _listed(item: Item, rows: list[str]) -> None:
    """Title, byline, "523 words", date, time, source, code, language, copyright, one a line; the text follows."""
    count = next((i for i, r in enumerate(rows[:HEADER]) if WORDS.match(r)), None)
    if count is None:
        item.title, item.body = (rows[0], rows[1:]) if len(rows) > 1 else ("", rows)
        return
    before, at = rows[:count], count + 1
    if len(before) > 1 and (before[-1].lower().startswith("by ") or len(before[-1]) < 60):
        item.fields["byline"] = re.sub(r"^by ", "", before.pop(), flags=re.IGNORECASE)
    section = before[:-1] if len(before) > 1 and len(before[0]) < 40 else []
    if section:
        item.fields["section"] = section[0]
    item.title = " ".join(before[len(section) :])
    item.fields["length"] = rows[count]
    while at < min(len(rows), count + 9):
        row = rows[at]
        if DATE.match(row):
            item.fields.setdefault("published", row)
        elif CLOCK.match(row):
            item.fields.setdefault("time", row)
        elif LANGUAGE.match(row):
            item.fields.setdefault("language", row)
        elif COPYRIGHT.match(row):
            item.fields.setdefault("copyright", row)
            at += 1
            break
        elif re.fullmatch(r"[A-Z0-9]{2,12}", row) and "outlet" in item.fields:
            item.fields.setdefault("code", row)
        elif re.fullmatch(r"(?:Volume|Issue|Page)?\s*[A-Z]?\d{1,4}", row):
            item.fields.setdefault("page", row)
        else:
            item.fields.setdefault("outlet", row)
        at += 1
    item.body = rows[at:]
    _with_time(item)


def _with_time(item: Item) -> None:
    """The date with its time of day, where the bundle gives one."""
    clock = item.fields.pop("time", "")
    if clock and item.fields.get("published"):
        item.fields["published"] += f", {clock}"
    if item.fields.get("language") == "English":
        item.fields["language"] = "en"
