"""What one outlet published, as bytes made text: ``Document.make(text=..., source="a.txt")``. Immutable from birth."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .ids import make_id


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

        With ``title`` given, the text becomes title, blank line, body. A title inside the body stays there: pass None.
        """
        body_start = 0
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
        by_source = self.id == make_id("article", self.source, self.text)
        return replace(self, source=source, id=make_id("article", source, self.text) if by_source else self.id)
