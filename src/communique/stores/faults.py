"""A database's own error in, one plain line out: ``with told("x.db"): ...`` raises CommuniqueError naming the store and the next step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from ..errors import CommuniqueError

FAULTS = (  # (words in the database's message, what is wrong, what to do)
    ("disk is full", "the disk is full", "make room and run the same command again: what was kept stays kept"),
    ("disk i/o", "the disk could not be read or written", "check the disk, then run the same command again"),
    ("locked", "another process is writing to it", "wait for it to end and run the same command again"),
    ("not a database", "it is no communique store, or it is damaged", "give --db another file; the articles can be added again"),
    ("malformed", "it is damaged", "give --db another file; the articles can be added again"),
    ("readonly", "it can't be written", "mend the file's permissions, or give --db another file"),
    ("unable to open", "it can't be opened", "check the folder and its permissions, or give --db another file"),
)


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what the database says into a line a person can act on."""
    try:
        yield
    except DBAPIError as e:
        said = str(e.orig).lower()
        for words, what, next_step in FAULTS:
            if words in said:
                raise CommuniqueError(f"store {where}: {what}", next_step) from e
        raise CommuniqueError(f"store {where}: {e.orig}", "run `communique doctor`") from e
