"""Words of a credit, dateline or copyright line in, the news agency's name out: ``agency("AP") -> "Associated Press"``. The table is ``agencies.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def table() -> dict[str, str]:
    """Each form an agency takes, as written, to its name."""
    raw = tomllib.loads(files(__package__).joinpath("agencies.toml").read_text(encoding="utf-8"))
    return {form: entry["name"] for entry in raw["agency"] for form in (entry["name"], *entry["forms"])}


@cache
def _folded() -> dict[str, str]:
    return {form.lower(): name for form, name in table().items() if len(form) > 4}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(table(), key=len, reverse=True)
    return re.compile(r"(?<![\w.])(?:" + "|".join(re.escape(f) for f in forms) + r")(?![\w]|\.\w)")


def agency(words: str) -> str | None:
    """The agency that ``words`` as a whole name; None where they name none. Short forms are read as written only ("AP", never "ap")."""
    words = re.sub(r"\s+", " ", words).strip(" .,;:()[]")
    bare = re.sub(r"^[Tt]he ", "", words)
    for form in (words, bare, f"{bare}."):
        found = table().get(form) or _folded().get(form.lower())
        if found:
            return found
    return None


def agencies_in(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Each place where an agency is named, with its name. Only for credit lines: in a story "the AP" may be its subject."""
    for found in _pattern().finditer(text, start, len(text) if end is None else end):
        yield found.start(), found.end(), table()[found.group()]
