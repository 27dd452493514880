"""Articles of annotated sets in, rows with their sentences out, as the tool reads them now: what labels.py draws from."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

KINDS = {"commitments": 0.2, "meetings": 0.2, "disputes": 0.16, "events": 0.14, "statements": 0.1, "figures": 0.08, "assessments": 0.08, "frameworks": 0.04}
SHOWN = tuple(
    """speaker content mode participants form place from status parties action due condition actors about acts name kind members applicant by voice value direction
    type actor recipient state counts unit of precision min max when""".split()
)
BEFORE, AFTER = 320, 240  # characters shown around a sentence
SINGLE = "single sentences"  # the outlet of rows read from sentences without their article
OTHERS = 2  # articles of a story of another category


def rows_of(given: Sequence[dict[str, Any]], desk_file: str, given_file: Path) -> list[dict[str, Any]]:
    """Every row of the articles, with the words it rests on. ``given_file`` is written, read and taken away again."""
    from communique import Communique
    from communique.exports import json as exporter
    from communique.model.document import Document

    by_source = {str(r["id"]): r for r in given}
    lines = ({"id": r["id"], "source": r["id"], "published": r.get("date") or r.get("dct"), "text": r["text"].strip()} for r in by_source.values())
    given_file.write_text("\n".join(json.dumps(x) for x in lines), encoding="utf-8")
    with Communique(desk_file) as desk:
        if not desk.add([given_file]).added:
            desk.reread()
        record = desk.record()
    given_file.unlink()
    documents: dict[str, Document] = {i: layout.document for i, layout in record.layouts.items()}
    origins = exporter.origins_of(record)
    rows = []
    for row in record.rows:
        if row.list not in KINDS:
            continue
        told = sorted(row.evidence)
        p, document = told[0], documents[told[0].article]
        around, given_row = record.sentences(p), by_source[document.source]
        slots = {k: v for k, v in exporter.row(row, origins).items() if k in SHOWN and v not in (None, [], "")}
        if row.list == "statements" and isinstance(slots.get("content"), list):
            slots["content"] = [small(c) for c in slots["content"]]
        plain, text = small(slots), document.text
        shown = {"before": text[max(0, around.start - BEFORE) : around.start], "sentence": around.text, "after": text[around.end : around.end + AFTER]}
        rows.append(
            {"article": document.source, "start": p.start, "end": p.end, "kind": row.list, "rule": str(row.get("rule") or row.list), "sig": sig(plain)}
            | {"story": story_of(given_row), "outlet": outlet_of(given_row), "category": given_row.get("category", "world")}
            | {"row": plain, "also": [record.sentences(q).text for q in told[1:4]]} | shown
        )  # fmt: skip
    return rows


def story_of(given: dict[str, Any]) -> str:
    return str(given.get("cluster") or given["id"])


def outlet_of(given: dict[str, Any]) -> str:
    """Who published it; the letters that a wire's document number begins with (APW19980807), where nothing else says."""
    if "events" in given and "dct" not in given:
        return SINGLE
    name = given.get("publisher") or given.get("source")
    return str(name) if name else "".join(itertools.takewhile(lambda c: not c.isdigit(), str(given["id"]))).strip("_-")


def chosen(given: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Every article of the stories of the category "world", the first two (by id) of every other story."""
    seen: Counter[str] = Counter()
    for r in sorted(given, key=lambda r: str(r["id"])):
        story = str(r.get("cluster") or r["id"])
        seen[story] += 1
        if r.get("category", "world") == "world" or seen[story] <= OTHERS:
            yield r


def sig(plain: Any) -> str:
    """A short hash of a row's slots: a verdict holds for these and no others."""
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


def small(value: Any) -> Any:
    """A row's slots in words: names, words, numbers; no ids, no offsets."""
    if isinstance(value, dict):
        if "as_written" in value and "name" in value:
            return f"{value['name'] or value['as_written']}" + (f" [{value['country']}]" if value.get("country") else "")
        if "text" in value and "start" in value:
            return value["text"]
        return {k: small(v) for k, v in value.items() if k not in ("id", "evidence", "origin", "article", "account") and v not in (None, [], "")}
    if isinstance(value, list):
        return [small(v) for v in value]
    return value


def articles(paths: Iterable[Path]) -> Iterable[dict[str, Any]]:
    """The articles of sets; a set of pairs gives both of each."""
    for x in read(paths):
        for one in (x["a"], x["b"]) if isinstance(x.get("a"), dict) else (x,):
            yield one if "id" in one else one | {"id": one["url"]}


def read(paths: Iterable[Path]) -> Iterable[dict[str, Any]]:
    for path in sorted(paths):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                yield json.loads(line)
