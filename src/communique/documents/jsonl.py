"""Lines of JSON in, one Document a line out: ``{"id", "source", "url", "outlet", "title", "byline", "published", "modified", "text"}``.

Streamed: a malformed or endless line is a Notice with its number, and the rest is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from ..model.document import Document, Stamp
from ..model.notice import Notice
from .check import check_text
from .limits import FILE_BYTES, LINE_BYTES
from .stamps import stamp
from .text import decode

WORDS = ("id", "source", "url", "outlet", "title", "byline", "published", "modified", "fetched")  # fields of one line each
CUT = re.compile(r"\[\+\d+ chars\]\s*$")  # how news services mark the rest of a text that they keep back


def read_jsonl(stream: BinaryIO, name: str) -> Iterator[Document | Notice]:
    number, seen = 0, False
    while True:
        raw = stream.readline(LINE_BYTES + 1)
        if not raw:
            break
        number += 1
        where = f"{name}:{number}"
        if len(raw) > LINE_BYTES:
            _skip_line(stream, raw)
            seen = True
            yield Notice(where, f"line is longer than {LINE_BYTES >> 20} MB", "give one article a line", skipped=True)
            continue
        if not raw.strip() or raw.strip() == b"\xef\xbb\xbf":
            continue
        seen = True
        yield from _read_line(raw, where)
    if not seen:
        yield Notice(name, "is empty", "nothing to read in it", skipped=True)


def read_json(stream: BinaryIO, name: str) -> Iterator[Document | Notice]:
    """A file that holds one such object, or a list of them."""
    raw = stream.read(FILE_BYTES + 1)
    if len(raw) > FILE_BYTES:
        yield Notice(name, f"is larger than {FILE_BYTES >> 20} MB", "give one article a line (.jsonl)", skipped=True)
        return
    value, notice = _load(raw, name)
    if notice:
        yield notice
        return
    for n, item in enumerate(value if isinstance(value, list) else [value], start=1):
        yield from document_of(item, f"{name}#{n}" if isinstance(value, list) else name)


def document_of(item: Any, where: str) -> Iterator[Document | Notice]:
    """The Document of one decoded object."""
    if not isinstance(item, dict):
        yield Notice(where, "is no object", 'give {"text": ..., "title": ..., "published": ...}', skipped=True)
        return
    text = item.get("text")
    if not isinstance(text, str):
        what = "has no text" if text is None else f'has {_kind(text)} under "text"'
        yield Notice(where, what, 'put the article under "text"', skipped=True)
        return
    refused = check_text(text, where)
    if refused:
        yield refused
        return
    yield from _of_other_kinds(item, where)
    source = _word(item, "source") or _word(item, "id") or where
    stamps: dict[str, Stamp | None] = {}
    for field in ("published", "modified", "fetched"):
        stamps[field], fault = stamp(_word(item, field), f"{field} field", where)
        if fault:
            yield fault
    complete, declared = item.get("complete"), item.get("declared")
    yield Document.make(
        source=source, text=text, title=_word(item, "title"), url=_word(item, "url"), outlet=_word(item, "outlet"), byline=_word(item, "byline"),
        published=stamps["published"], modified=stamps["modified"], fetched=stamps["fetched"],
        complete=complete if isinstance(complete, bool) else False if CUT.search(text) else None,
        declared=tuple((str(k), str(v)) for k, v in declared.items()) if isinstance(declared, dict) else (),
    )  # fmt: skip


def _read_line(raw: bytes, where: str) -> Iterator[Document | Notice]:
    value, notice = _load(raw, where)
    if notice:
        yield notice
    else:
        yield from document_of(value, where)


def _load(raw: bytes, where: str) -> tuple[Any, Notice | None]:
    text, notice = decode(raw, where)
    if text is None:
        return None, notice
    try:
        return json.loads(text), None
    except (ValueError, RecursionError) as fault:
        what = f"is no JSON ({fault.msg}, character {fault.pos})" if isinstance(fault, json.JSONDecodeError) else "is no JSON"
        return None, Notice(where, what, "mend or remove the line", skipped=True)


def _word(item: dict[str, Any], key: str) -> str | None:
    """A field as one clean line, several authors as one byline; None where it is missing, empty or no text."""
    value = item.get(key)
    if key == "byline" and isinstance(value, list) and all(isinstance(v, str) for v in value):
        value = ", ".join(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    return " ".join(value.split())[:2000] or None


def _of_other_kinds(item: dict[str, Any], where: str) -> Iterator[Notice]:
    """What is said of fields that hold something else than they should: the article is read without them."""
    for key in WORDS:
        if item.get(key) not in (None, "", []) and _word(item, key) is None and not (isinstance(item[key], str) and not item[key].strip()):
            instead = "the file's name and line stand for it" if key in ("id", "source") else "left out"
            yield Notice(where, f'"{key}" is {_kind(item[key])}, not text; {instead}', f'give "{key}": "..." as one text')
    if item.get("complete") not in (None, True, False, "unknown"):
        yield Notice(where, f'"complete" is {_kind(item["complete"])}, not true or false; taken as unknown', 'give "complete": true or false, or leave it out')
    if not isinstance(item.get("declared") or {}, dict):
        yield Notice(where, f'"declared" is {_kind(item["declared"])}, not an object; left out', 'give "declared": {"isBasedOn": "https://..."}')


def _kind(value: Any) -> str:
    """What a JSON value is, as a person calls it."""
    names: dict[type, str] = {dict: "an object", list: "a list", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "text")


def _skip_line(stream: BinaryIO, raw: bytes) -> None:
    """Read on to the end of a line that is too long, holding a piece of it at a time."""
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(1 << 20)
