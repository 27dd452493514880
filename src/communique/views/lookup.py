"""A short id in, the row it names out: ``row(record, "q77b")``; LookupFault says which ids it could be."""

from __future__ import annotations

from ..model.record import Record, Row


class LookupFault(LookupError):
    """No row, or more than one, has an id that begins so."""

    def __init__(self, given: str, found: tuple[str, ...]) -> None:
        super().__init__(f"{given!r} could be {', '.join(found[:5])}" if found else f"nothing has the id {given!r}")
        self.given, self.found = given, found


def row(record: Record, given: str, name: str | None = None) -> Row:
    """The row whose id is, or begins with, ``given``; an utterance's id finds its first statement."""
    rows = [r for r in record.rows if name is None or r.list == name]
    exact = [r for r in rows if r.id == given]
    if exact:
        return exact[0]
    begun = {r.id: r for r in rows if r.id.startswith(given)} if given else {}
    if len(begun) == 1:
        return next(iter(begun.values()))
    if not begun:
        said = [r for r in rows if str(r.get("utterance") or "").startswith(given)] if given.startswith("u") else []
        if said and len({r.get("utterance") for r in said}) == 1:
            return said[0]
    raise LookupFault(given, tuple(sorted(begun)))


def story(record: Record, given: str) -> Row:
    """The story named by a story's id, or that a row or article named so belongs to."""
    try:
        return row(record, given, "stories")
    except LookupFault as e:
        if e.found:
            raise
        of = row(record, given).story
        return row(record, of or given, "stories")
