"""A saved page in, one Document out: the article's body, and what the page says of itself (title, outlet, byline, dates, address, lineage)."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from ..model.document import Document, Stamp
from ..model.notice import Notice
from .check import check_text
from .html_meta import Said, read_meta
from .html_tags import few_attributes
from .limits import PAGE_BYTES
from .stamps import stamp
from .text import decode, file_name
from .whole import whole

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{4,2000}?)\s*-->")
CONSENT = re.compile(
    r"we (?:and our (?:\d+ )?partners )?(?:value your privacy|use cookies)|(?:accept|reject|manage) (?:all )?cookies|cookie (?:policy|settings"
    r"|preferences|consent)|"
    r"consent to (?:the use|our use|cookies)|before you continue",
    re.IGNORECASE,
)
PAYWALL = re.compile(
    r"(?:subscribe|sign in|log in|register|create (?:a|your) free account)[^.\n]{0,40} to (?:continue|keep|read|unlock|access)|(?:this|the full) "
    r"(?:article|story|content) is (?:only )?(?:available )?"
    r"(?:for|to) (?:our )?(?:paying |premium |registered )?(?:subscribers|members)|already a subscriber|continue reading with a|to read the full "
    r"(?:story|article)|you(?:'|’)ve reached your (?:free )?(?:article )?limit",
    re.IGNORECASE,
)
STUB = 1500  # characters: a shorter body that ends in an offer to subscribe is a stub
TINY = 120


def read_html(stream: BinaryIO, name: str) -> Iterator[Document | Notice]:
    raw, fault = whole(stream, name, PAGE_BYTES)
    if fault:
        yield fault
        return
    page, fault = _decode(raw, name)
    if fault:
        yield fault
    if page is not None:
        yield from read_page(page, name)


def read_page(page: str, name: str) -> Iterator[Document | Notice]:
    """The Document of a page as text; ``name`` is where it lies."""
    page = few_attributes(page)
    tree = _tree(page)
    body = _body(page) if tree is not None else ""
    said = read_meta(tree) if tree is not None else Said()
    title, walled = said.get("title"), said.free is False
    body = _without_title(body, title)
    if len(body) < STUB and CONSENT.search(body) and len(CONSENT.sub("", body)) < 600:
        body, walled = "", True
        yield Notice(name, "is a cookie wall: the article is behind it", "accept it in your browser and save the page again")
    elif len(body) < STUB and PAYWALL.search(body):
        body, walled = PAYWALL.split(body)[0].rpartition("\n")[0] or body, True
    body = body or (said.get("description") or "" if walled else "")
    if not body.strip() or (len(body) < TINY and not title):
        yield Notice(name, "holds no article that could be found", "save the article's own page, or its text", skipped=True)
        return
    refused = check_text(body, name)
    if refused:
        yield refused
        return
    stamps: dict[str, Stamp | None] = {}
    for field in ("published", "modified"):
        given, where = said.fields.get(field, (None, ""))
        stamps[field], fault = stamp(given, where, name)
        if fault:
            yield fault
    cut = walled or (len(said.body) > 2 * len(body) and len(said.body) > STUB)
    if cut:
        yield Notice(name, "only the beginning of the article is there", "add its full text if you have it")
    url = _address(said, page)
    yield Document.make(
        source=name, text=body, address=file_name(name), title=title, url=url, outlet=said.get("outlet"), byline=said.get("byline"),
        published=stamps["published"], modified=stamps["modified"], complete=False if cut else None, language=said.get("language"),
        declared=tuple(dict.fromkeys(said.declared)),
    )  # fmt: skip


def _decode(raw: bytes, name: str) -> tuple[str | None, Notice | None]:
    said = CHARSET.search(raw[:4096])
    if said and said[1].lower() not in (b"utf-8", b"utf8") and not raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode(said[1].decode("ascii").replace("iso-8859-1", "cp1252")), None
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(raw, name)


def _tree(page: str) -> Any:
    """The page as a tree; None where nothing can be made of it."""
    from lxml import etree, html  # type: ignore[import-untyped]  # noqa: PLC0415 - only where a page is read

    try:
        parser = html.HTMLParser(recover=True, no_network=True, huge_tree=False, remove_comments=True)
        return html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _body(page: str) -> str:
    import trafilatura  # noqa: PLC0415 - a quarter of a second, only where a page is read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it leaves out is told by our own notices
    found = ""
    for form in (str, _without_tables):  # old pages and mails are laid out in tables
        try:
            found = trafilatura.extract(form(page), include_comments=False, include_tables=False, favor_precision=True) or found
        except Exception:  # noqa: BLE001, S112 - a damaged page makes the library raise anything
            continue
        if len(found) > TINY:
            break
    return re.sub(r"\n+", "\n\n", re.sub("[\u00ad\u200b\ufeff]", "", found))


def _without_tables(page: str) -> str:
    """Cells as blocks, and two breaks as a new paragraph."""
    page = re.sub(r"<(/?)(?:table|tbody|thead|tfoot|tr)\b", r"<\1div", page, flags=re.IGNORECASE)
    page = re.sub(r"<t[dh]\b[^<>]*>", "<div><p>", page, flags=re.IGNORECASE)
    page = re.sub(r"</t[dh]\s*>", "</p></div>", page, flags=re.IGNORECASE)
    return re.sub(r"(?:<br\s*/?>\s*){2,}", "</p><p>", page, flags=re.IGNORECASE)


def _without_title(body: str, title: str | None) -> str:
    """The body begins below the heading that repeats the title."""
    first, _, rest = body.partition("\n\n")
    if title and rest and re.sub(r"\W+", "", first).lower() == re.sub(r"\W+", "", title).lower():
        return rest
    return body


def _address(said: Said, page: str) -> str | None:
    saved = SAVED_FROM.search(page[:4096])
    for given in (said.get("canonical"), said.get("url"), saved[1] if saved else None):
        parts = urlsplit(given) if given else None
        if parts and parts.scheme in ("http", "https") and parts.netloc:
            return given
    return None
