"""Rows of one list in, a CSV table out: a line a row, actors by name, passages by their words: ``write(rows) -> "id,story,...\\r\\n..."``."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

FIRST = ("id", "story")
DANGER = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for a formula


def write(rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows as ``exports.json.row`` gives them. Columns in the order of first use; ``words`` is the first passage."""
    flat = [flatten(r) for r in rows]
    columns = list(dict.fromkeys([*FIRST, *(k for r in flat for k in r)]))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="")
    writer.writeheader()
    writer.writerows(flat)
    return out.getvalue()


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Columns and cells as a query gives them; numbers stay numbers, None is empty."""
    out = io.StringIO()
    csv.writer(out).writerows([v if v is None or isinstance(v, int | float) else _safe(str(v)) for v in r] for r in (columns, *rows))
    return out.getvalue()


def flatten(row: Mapping[str, Any]) -> dict[str, str]:
    """A row as words: ``{"speaker": "Emmanuel Macron", "words": "...", "articles": "a1; a2"}``."""
    out = {k: _safe(said(v)) for k, v in row.items() if k not in ("evidence", "reviewed")}
    evidence = row.get("evidence") or []
    if evidence:
        out["words"] = _safe(" ".join(evidence[0]["text"].split()))
        out["in_articles"] = "; ".join(dict.fromkeys(e["article"] for e in evidence))
        out["in_origins"] = "; ".join(dict.fromkeys(e["origin"] or "" for e in evidence))
    out["reviewed"] = said((row.get("reviewed") or {}).get("verdict"))
    return out


def said(v: Any) -> str:
    """A value in words."""
    if v is None:
        return ""
    if isinstance(v, Mapping):
        if "as_written" in v and "name" in v:
            return str(v["name"] or v["as_written"])
        for key in ("text", "value", "why", "status"):
            if v.get(key) is not None:
                return " ".join(str(v[key]).split())
        return "; ".join(f"{k}: {said(x)}" for k, x in v.items() if x not in (None, "", []))
    if isinstance(v, list):
        return "; ".join(filter(None, map(said, v)))
    return str(v)


def _safe(text: str) -> str:
    """No cell that a spreadsheet would run, no control characters or direction marks; a negative number stays a number."""
    text = "".join(c for c in text if c in "\n\r\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    if text.startswith(DANGER) and not text.lstrip("+-").replace(".", "", 1).isdigit():
        return "'" + text
    return text
