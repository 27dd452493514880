"""A template and a view in, a page out. Everything is escaped; nothing an article says is markup, a link target or a style."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader
from starlette.requests import Request

from ..views.lines import Section
from ..views.shelf import counted, when
from . import draw
from .forms import coder

SUFFIXES = (".json", ".csv", ".atom")
AROUND = 150  # characters of a sentence shown on either side of the words


def render(name: str, request: Request, **data: Any) -> str:
    """The page as text; ``desk``, ``csrf`` and ``path`` are there for every template."""
    path, desk = request.url.path, request.app.state.desk
    bare = next((path.removesuffix(s) for s in SUFFIXES if path.endswith(s)), path)
    return (
        environment()
        .get_template(name)
        .render(
            desk=desk,
            tally=desk.tally(),
            path=bare,
            stem=quote(bare) if bare != "/" else "/index",
            query=request.url.query,
            csrf=getattr(request.state, "csrf", ""),
            coder=coder(request),
            **data,
        )
    )


@lru_cache(maxsize=1)
def environment() -> Environment:
    env = Environment(loader=PackageLoader("communique.web"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    env.filters.update(day=when, quoted=quoted, shown=shown, web=web, bare=bare, counted=counted, lead=lead, tail=tail, by_key=by_key, atom_day=atom_day)
    env.globals.update(draw=draw)
    return env


def shown(text: object) -> str:
    """Text as a page may show it: no control characters, no direction overrides that would turn the page's own words round."""
    return "".join(c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else " " if c in "\r\t" else "" for c in str(text or ""))


def web(url: object) -> str | None:
    """The address if a browser may follow it: http or https, nothing else."""
    text = str(url or "")
    return text if text.lower().startswith(("http://", "https://")) else None


def bare(words: object) -> str:
    """Words without the outer quotation marks they may carry, so that they are not set in marks twice."""
    t = shown(words).strip()
    return t[1:-1] if len(t) > 2 and t[0] in '“"' and t[-1] in '”"' and not set(t[1:-1]) & set('“”"') else t


def quoted(words: str) -> str:
    """Words in quotation marks; those that begin with marks of their own, and hold more, carry them already."""
    return words if words[:1] in '“"' and set(words[1:]) & set('“”"') else f"“{words}”"


def by_key(sections: Iterable[Section]) -> dict[str, Section]:
    """The sections of a page by what they are."""
    return {s.key: s for s in sections}


def lead(before: str) -> str:
    """The end of what stands before some words in their sentence."""
    text = " ".join(before.split())
    return (f"… {text[-AROUND:].split(' ', 1)[-1]}" if len(text) > AROUND else text) + (" " if text and before[-1:].isspace() else "")


def tail(after: str) -> str:
    """The beginning of what stands after some words in their sentence."""
    text = " ".join(after.split())
    return (" " if text and after[:1].isspace() else "") + (f"{text[:AROUND].rsplit(' ', 1)[0]} …" if len(text) > AROUND else text)


def atom_day(when: str) -> str:
    """A day as a feed must have it, its parts filled up where only a month or a year is known."""
    m = re.match(r"(\d{4})(-\d{2})?(-\d{2})?", when or "")
    return f"{m[1]}{m[2] or '-01'}{m[3] or '-01'}" if m else "1970-01-01"
