"""Briefs in, one self-contained HTML file out: no script, no outside request, prints on two pages a story."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from jinja2 import Environment, PackageLoader, select_autoescape

from ..views.brief.page import Brief
from .brief_text import bare, counts, days, header, heads_once, safe, source


def render(briefs: Sequence[Brief]) -> str:
    """The page; with several stories an index first, then one section each."""
    style = resources.files("communique.exports.templates").joinpath("brief.css").read_text(encoding="utf-8")
    return str(_environment().get_template("brief.html.j2").render(briefs=briefs, style=style))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("communique.exports"), autoescape=select_autoescape(default=True, default_for_string=True), trim_blocks=True, lstrip_blocks=True
    )
    env.filters.update(bare=lambda t: bare(safe(t)), safe_text=safe, days=days, header=header, web=web, counts=counts, heads_once=heads_once, source=source)
    return env


def web(url: str | None) -> str | None:
    """The address if a browser may follow it: http or https, nothing else."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
