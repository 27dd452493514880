"""Values in, SVG out, drawn on the server: each picture has a title and stands beside a table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from urllib.parse import quote

from markupsafe import Markup, escape

from ..views.pair import Month
from ..views.timeline import GLYPHS, Entry
from ..views.tree import Tree

ROW, STEP = 28, 26
LETTER = 8  # pixels, so that a name is never cut


def tree(t: Tree) -> Markup:
    """Copies and versions of one account: an arrow from each text to those made of it."""
    height = ROW * len(t.nodes) + 12
    at = {n.article: i for i, n in enumerate(t.nodes)}
    width = max((40 + n.depth * STEP + LETTER * len(n.label[:60]) for n in t.nodes), default=0)
    parts = []
    for i, n in enumerate(t.nodes):
        x, y = 14 + n.depth * STEP, 20 + i * ROW
        if n.parent in at:
            py = 20 + at[str(n.parent)] * ROW
            dash = ' stroke-dasharray="3 3"' if n.link == "copy" else ""
            parts.append(f'<path d="M{x - STEP} {py + 6} V{y} H{x - 6}"{dash}/>')
        parts.append(f'<circle cx="{x}" cy="{y}" r="5"/><text x="{x + 12}" y="{y + 4}">{escape(f"[{n.number}] {n.label[:60]}")}</text>')
    return _svg(f"{t.name}: {len(t.nodes)} articles, copies dashed, later versions drawn through", width, height, "tree", parts)


def timeline(entries: Sequence[Entry]) -> Markup:
    """One column a day, one glyph an entry, at most twelve high."""
    days = sorted({e.day for e in entries if e.kind != "gap"})[-24:]
    parts = []
    for i, day in enumerate(days):
        x = 16 + i * 34
        here = [e for e in entries if e.day == day and e.kind != "gap"]
        parts += [f'<text class="glyph" x="{x}" y="{150 - 11 * k}">{escape(e.glyph)}</text>' for k, e in enumerate(here[:12])]
        top = 150 - 11 * min(12, len(here))
        parts.append(f'<text class="soft" x="{x}" y="{top}">{len(here)}</text>')
        parts.append(f'<text class="soft" x="{x}" y="168" transform="rotate(35 {x} 168)">{escape(day)}</text>')
    legend = "   ".join(f"{g} {k}" for k, g in GLYPHS.items())
    parts.append(f'<path d="M8 154 H{28 + 34 * len(days)}"/><text class="soft" x="8" y="232">{escape(legend)}</text>')
    return _svg(f"{sum(e.kind != 'gap' for e in entries)} entries by day: {legend}", max(420, 60 + 34 * len(days)), 240, "timeline", parts)


def months(rows: Sequence[Month]) -> Markup:
    """Cooperation above the line, conflict below it, each happening once; a month without articles is hatched, not zero."""
    top = max([1.0, *(abs(m.cooperation) for m in rows), *(abs(m.conflict) for m in rows)])
    parts = [f'<path class="axis" d="M0 70 H{24 + 30 * len(rows)}"/>']
    for i, m in enumerate(rows):
        x, up, down = 12 + 30 * i, 56 * abs(m.cooperation) / top, 56 * abs(m.conflict) / top
        parts.append(
            f'<rect class="coop" x="{x}" y="{70 - up:.1f}" width="18" height="{up:.1f}"/><rect class="conf" x="{x}" y="70" width="18" height="{down:.1f}"/>'
        )
        if not m.articles:
            parts.append(f'<rect class="none" x="{x}" y="62" width="18" height="16"/>')
        parts.append(f'<text class="soft" x="{x}" y="140" transform="rotate(35 {x} 140)">{escape(m.month)}</text>')
    parts.append('<text class="soft" x="0" y="10">cooperation above the line</text>')
    parts.append('<text class="soft" x="0" y="186">conflict below it; dashed: nothing collected</text>')
    return _svg("cooperation and conflict by month", max(260, 40 + 30 * len(rows)), 190, "months", parts)


def network(edges: Sequence[tuple[str, str, int]]) -> Markup:
    """States on a circle, a line for each pair, as thick as the number of happenings."""
    names = sorted({n for a, b, _ in edges for n in (a, b)})[:24]
    place = {n: (180 + 130 * cos(2 * pi * i / len(names)), 160 + 130 * sin(2 * pi * i / len(names))) for i, n in enumerate(names)}
    parts = [_tie(place[a], place[b], f"{a} – {b}: {n}", n, f"/pair/{quote(a)}/{quote(b)}") for a, b, n in edges if a in place and b in place]
    parts += [f'<circle cx="{x:.0f}" cy="{y:.0f}" r="5"/><text x="{x + 8:.0f}" y="{y + 4:.0f}">{escape(n)}</text>' for n, (x, y) in place.items()]
    return _svg(f"{len(edges)} pairs of states", 400, 330, "network", parts, "group")


def _tie(a: tuple[float, float], b: tuple[float, float], title: str, n: int, href: str) -> str:
    width = min(8, 1 + n**0.5)
    line = f'<path d="M{a[0]:.0f} {a[1]:.0f} L{b[0]:.0f} {b[1]:.0f}" stroke-width="{width:.1f}"><title>{escape(title)}</title></path>'
    return f'<a href="{escape(href)}" aria-label="{escape(title)}">{line}</a>'


def _svg(title: str, width: int, height: int, name: str, parts: list[str], role: str = "img") -> Markup:
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    head = f'<svg class="{name}" role="{role}" aria-label="{escape(title)}" {size}><title>{escape(title)}</title>'
    return Markup(head + "".join(parts) + "</svg>")  # noqa: S704  every value above is a number or escaped
