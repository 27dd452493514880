"""A desk's store and record in, what made the record out: program, readers, lexicon, model, inputs, judgements, hash. No clock."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

ROOM = Path(__file__).parent
READING = ("model", "language", "passages", "readings")
RECORDS = ("model", "language", "records", "upkeep")
VOLATILE = ("first_seen", "fetched", "redirects")  # what differs between two stores that hold the same articles


def made_of(*, model: str, articles: Iterable[str], judgements: int, record: Mapping[str, Any]) -> dict[str, Any]:
    """The ``run`` of an export. ``record`` is the exported object without it."""
    return {
        "program": {"name": "communique", "version": importlib.metadata.version("communique")},
        "readers": {"hash": version_of(*READING)},
        "records": {"hash": version_of(*RECORDS)},
        "lexicon": {"hash": version_of("language", suffixes=(".toml", ".json"))},
        "model": model_made_of(model),
        "inputs": {"articles": len(list(articles)), "digest": digest(sorted(articles))},
        "settings": {"model": model},
        "judgements": judgements,
        "record": hash_of(record),
    }


def hash_of(record: Mapping[str, Any]) -> str:
    """A hash of an exported record, without what depends on when and where it was made."""
    return hashlib.sha256(json.dumps(comparable(record), ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()


def comparable(value: Any) -> Any:
    """The same without ``run`` and without what differs between two stores of the same articles."""
    if isinstance(value, Mapping):
        return {k: comparable(v) for k, v in value.items() if k not in (*VOLATILE, "run")}
    return [comparable(v) for v in value] if isinstance(value, list) else value


def model_made_of(name: str) -> dict[str, str | None]:
    """Name, version and hash of the installed model; of a folder its name alone."""
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return {"name": name, "version": None, "hash": None}
    return {"name": name, "version": found.version, "hash": digest([found.read_text("RECORD") or ""])}


@cache
def version_of(*rooms: str, suffixes: tuple[str, ...] = (".py", ".toml", ".json", ".txt")) -> str:
    """A hash over the files of some rooms: what decides what they say."""
    found = hashlib.sha256()
    for room in rooms:
        for path in sorted((ROOM / room).rglob("*")):
            if path.suffix in suffixes and path.is_file():
                found.update(path.relative_to(ROOM).as_posix().encode())
                found.update(path.read_bytes())
    return found.hexdigest()[:16]


def digest(lines: Iterable[str]) -> str:
    """One hash for several lines."""
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
