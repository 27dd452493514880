"""A page in, the page out with no tag of more than MANY attributes: a parser's time grows with the square of them. Linear time."""

from __future__ import annotations

import re

MANY = 200  # no saved page needs more in one tag
RAW = {n: re.compile(f"</{n}", re.IGNORECASE) for n in ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")}
OPEN = re.compile(r"(<!--)|(<[!?]|</(?![A-Za-z]))|</?([A-Za-z][^ \t\n\f\r/>]*)")
COMMENT_END = re.compile(r"--!?>")
ATTRIBUTE = re.compile(r"""[ \t\n\f\r/]*[^ \t\n\f\r/>][^ \t\n\f\r/>=]*(?:[ \t\n\f\r]*=[ \t\n\f\r]*(?:"[^"]*"|'[^']*'|[^ \t\n\f\r>]*))?""")


def few_attributes(page: str) -> str:
    """``<p a=1 b=2 ...>`` keeps its first MANY; all else stays letter by letter."""
    out, kept, at = [], 0, 0
    while at >= 0 and (found := OPEN.search(page, at)):
        at = found.end()
        if found[3] is None:
            at = _past_comment(page, at) if found[1] else page.find(">", at)
            continue
        end, cut = _attributes(page, at)
        if cut < end:
            out.append(page[kept:cut])
            kept = end
        at = end if found[0].startswith("</") else _past_raw(page, end, found[3].lower())
    return "".join((*out, page[kept:]))


def _attributes(page: str, at: int) -> tuple[int, int]:
    """Where a tag's attributes end, and where its first MANY do."""
    n, cut = 0, at
    while found := ATTRIBUTE.match(page, at):
        n, at = n + 1, found.end()
        if n <= MANY:
            cut = at
    return at, cut


def _past_comment(page: str, at: int) -> int:
    """The end of a comment; -1 where it runs to the end of the page."""
    if page.startswith((">", "->"), at):
        return at
    end = COMMENT_END.search(page, at)
    return end.end() if end else -1


def _past_raw(page: str, at: int, name: str) -> int:
    """Past what holds no tags, such as a script; -1 where it runs to the end of the page."""
    if name not in RAW:
        return at
    end = RAW[name].search(page, at)
    return end.start() if end else -1
