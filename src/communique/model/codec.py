"""Articles and rows <-> plain JSON values: ``encode(article) -> {"layout": ...}``, ``decode(Article, value, document) -> Article``.

A passage is written as its two offsets and bound to its document on the way back, so no stored reading can show words that
are not the article's. Classes are read from their annotations: a new field with a default needs nothing here.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, lru_cache
from typing import Any, TypeVar

from .actor import Actor
from .document import Document
from .passage import Passage
from .record import Row, Value

T = TypeVar("T")
Plain = Any  # what json.dumps takes: None, str, int, float, bool, list, dict
Maker = Callable[[Plain, Document | None], Any]
NOTHING = object()
PLAIN = frozenset((str, int, float, bool, type(None)))  # most values of a row: asked for first


def encode(thing: Any) -> Plain:
    """A frozen value as plain JSON values. Fields that hold their default are left out; documents are left out of layouts."""
    return _writer(thing.__class__)(thing)


def decode(cls: type[T], value: Plain, document: Document | None = None) -> T:
    """What ``encode`` wrote, as a ``cls`` whose passages lie in ``document``. TypeError or ValueError where the value is no such thing."""
    kind: Any = cls
    made: T = _maker(kind)(value, document)
    return made


@cache
def _writer(cls: Any) -> Callable[[Any], Plain]:
    """How to write the values of one class."""
    if cls is type(None) or issubclass(cls, str | int | float | bool):
        return lambda v: v
    if cls is Passage:
        return lambda p: [p.start, p.end]
    if issubclass(cls, Mapping):
        return lambda m: {k: _writer(v.__class__)(v) for k, v in m.items()}
    if issubclass(cls, tuple | list | frozenset):
        return lambda vs: [_writer(v.__class__)(v) for v in vs]
    kept = _kept(cls)
    return lambda v: {name: _writer(x.__class__)(x) for name, default in kept if (x := getattr(v, name)) is not default}


def _kept(cls: Any) -> tuple[tuple[str, Any], ...]:
    if not is_dataclass(cls):
        raise TypeError(f"{cls.__name__} is no value that can be kept")
    return tuple((f.name, NOTHING if f.default is MISSING else f.default) for f in fields(cls) if f.type not in ("Document", Document))


@cache
def _maker(kind: Any) -> Maker:
    """How to make a ``kind`` (a class or a type expression) from plain values."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _optional(args)
    if kind is Passage:
        return _passage
    if origin is tuple:
        return _tuple(args)
    if origin is frozenset:
        each = _maker(args[0])
        return lambda v, d: frozenset(each(x, d) for x in v)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        each = _maker(args[1])
        return lambda v, d: {k: each(x, d) for k, x in v.items()}
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass(kind)
    return _as_is


def _as_is(value: Plain, _: Document | None) -> Any:
    return value


def _optional(args: tuple[Any, ...]) -> Maker:
    kinds = [a for a in args if a is not type(None)]
    make = _maker(kinds[0]) if len(kinds) == 1 else _as_is
    return _as_is if make is _as_is else lambda v, d: None if v is None else make(v, d)


def _passage(value: Plain, document: Document | None) -> Passage:
    if document is None:
        raise TypeError("a passage needs its document")
    return Passage(document, value[0], value[1])


def _tuple(args: tuple[Any, ...]) -> Maker:
    if len(args) == 2 and args[1] is Ellipsis:
        each = _maker(args[0])
        return (lambda v, _: tuple(v)) if each is _as_is else lambda v, d: tuple([each(x, d) for x in v])
    makers = [_maker(a) for a in args]
    return lambda v, d: tuple(make(x, d) for make, x in zip(makers, v, strict=True))


def _dataclass(cls: type) -> Maker:
    names = frozenset(f.name for f in fields(cls))
    bound = any(f.type in ("Document", Document) for f in fields(cls))
    made: list[tuple[str, Maker]] = []  # the fields that are not kept as they are

    def make(value: Plain, document: Document | None) -> Any:
        if not made:  # filled late: a class may hold itself (the members of a group)
            known = typing.get_type_hints(cls)
            made.extend((f.name, maker) for f in fields(cls) if known[f.name] is not Document and (maker := _maker(known[f.name])) is not _as_is)
            made.append(("", _as_is))
        values = dict(value) if value.keys() <= names else {k: v for k, v in value.items() if k in names}
        for k, maker in made:
            if k in values:
                values[k] = maker(values[k], document)
        if bound:
            values["document"] = document
        return cls(**values)

    return make


# Rows hold values of any of a few kinds, so their passages and actors are marked as such.


def encode_row(row: Row) -> Plain:
    """A row as plain values: ``{"list": .., "id": .., "story": .., "evidence": [[article, start, end]], "slots": {...}}``."""
    return {
        "list": row.list,
        "id": row.id,
        "story": row.story,
        "evidence": [list(p.key()) for p in row.evidence],
        "slots": {k: _encode_value(v) for k, v in row.slots.items()},
    }


def decode_row(value: Plain, documents: Mapping[str, Document]) -> Row:
    """What ``encode_row`` wrote; KeyError where a document it cites is not there."""
    evidence = tuple(Passage(documents[a], s, e) for a, s, e in value["evidence"])
    slots = {k: _decode_value(v, documents) for k, v in value["slots"].items()}
    return Row(list=value["list"], id=value["id"], story=value["story"], evidence=evidence, slots=slots)


def cited(value: Plain) -> set[str]:
    """The ids of the articles that an encoded row cites anywhere."""
    found = {e[0] for e in value["evidence"]}
    todo: list[Plain] = [value["slots"]]
    while todo:
        v = todo.pop()
        if isinstance(v, dict):
            if "$passage" in v:
                found.add(v["$passage"][0])
            todo.extend(v.values())
        elif isinstance(v, list):
            todo.extend(v)
    return found


def _encode_value(value: Value) -> Plain:
    if value.__class__ in PLAIN:
        return value
    if isinstance(value, Passage):
        return {"$passage": list(value.key())}
    if isinstance(value, Actor):
        return {"$actor": encode(value)}
    if isinstance(value, Mapping):
        return {k: _encode_value(v) for k, v in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return [_encode_value(v) for v in (sorted(value, key=str) if isinstance(value, frozenset | set) else value)]
    return value


@lru_cache(maxsize=4096)
def _actor(slots: tuple[tuple[str, Plain], ...]) -> Actor:
    """An actor without members: the same few stand in most rows of a story, and are made once."""
    return decode(Actor, dict(slots))


def _decode_value(value: Plain, documents: Mapping[str, Document]) -> Value:
    if isinstance(value, dict):
        if "$passage" in value:
            article, start, end = value["$passage"]
            return Passage(documents[article], start, end)
        if "$actor" in value:
            actor = value["$actor"]
            return decode(Actor, actor) if "members" in actor else _actor(tuple(actor.items()))
        return {k: _decode_value(v, documents) for k, v in value.items()}
    if isinstance(value, list):
        return tuple(_decode_value(v, documents) for v in value)
    found: Value = value
    return found
