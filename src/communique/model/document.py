"""What one outlet published, as bytes made text: ``Document.make(text=..., source="a.txt")``. Immutable from birth."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .ids import make_id

HALF = re.compile("[\ud800-\udfff]")  # half of a character: no text that can be kept or printed
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def whole(text: str) -> str:
    """The text with no half of a character in it."""
    return HALF.sub("\ufffd", text) if not text.isascii() else text


def sound(text: str | None) -> str | None:
    return None if text is None else whole(text)


def _address(text: str | None) -> str | None:
    return None if text is None else CONTROL.sub("", whole(text))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment (ISO 8601, as precise as the source is) and where it was read: ``Stamp("2026-01-13", "header line")``."""

    value: str
    came_from: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article. ``text`` never changes; every citation is a pair of offsets (code points) into it.

    ``source`` is the input as given (path, URL, or the ``source``/``id`` of a JSON line). ``body_start`` is where the
    body begins where the input had a title of its own (then ``text`` is title, blank line, body), else 0.
    ``complete`` is None where nothing tells whether the text was cut. ``declared`` holds lineage the input itself
    states, as (name, value): ``("isBasedOn", "https://...")``.
    """

    id: str
    source: str
    text: str
    body_start: int = 0
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: Stamp | None = None
    modified: Stamp | None = None
    fetched: Stamp | None = None
    complete: bool | None = None
    language: str | None = None
    declared: tuple[tuple[str, str], ...] = ()

    @classmethod
    def make(
        cls,
        *,
        source: str,
        text: str,
        address: str | None = None,
        title: str | None = None,
        url: str | None = None,
        outlet: str | None = None,
        byline: str | None = None,
        published: Stamp | None = None,
        modified: Stamp | None = None,
        fetched: Stamp | None = None,
        complete: bool | None = None,
        language: str | None = None,
        declared: tuple[tuple[str, str], ...] = (),
    ) -> Document:
        """Make a document whose id is the hash of its address (URL, else ``address``, else source) and its text.

        With ``title`` given, the text becomes title, blank line, body. A title inside the body stays there: pass None. Halves of
        characters (a broken file name, a broken escape) become U+FFFD, one for one, so that offsets stay; addresses lose control characters.
        """
        body_start = 0
        source, text, title, outlet, byline = whole(source), whole(text), sound(title), sound(outlet), sound(byline)
        url, address = _address(url), _address(address)
        if title:
            text, body_start = f"{title}\n\n{text}", len(title) + 2
        return cls(
            id=make_id("article", url or address or source, text),
            source=source, text=text, body_start=body_start, url=url, outlet=outlet, title=title, byline=byline,
            published=published, modified=modified, fetched=fetched, complete=complete, language=language,
            declared=declared,
        )  # fmt: skip

    def under_name(self, source: str) -> Document:
        """The same document under another source; the id follows where the source was its address."""
        source = whole(source)
        by_source = self.id == make_id("article", self.source, self.text)
        return replace(self, source=source, id=make_id("article", source, self.text) if by_source else self.id)
