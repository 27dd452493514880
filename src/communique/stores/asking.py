"""A query in, columns and rows out, from a store opened for reading only: ``read_only("nara.db", "SELECT count(*) FROM statements")``."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

from ..errors import CommuniqueError, UsageError

LONGEST = 60.0  # seconds


def read_only(where: str, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """UsageError where the query is off, or would change something."""
    try:
        c = sqlite3.connect(f"{Path(where).resolve().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error as e:
        raise CommuniqueError(f"store {where}: {e}", "run `communique doctor`") from e
    try:
        c.execute("PRAGMA query_only = ON")
        c.set_authorizer(_may)
        until = time.monotonic() + LONGEST
        c.set_progress_handler(lambda: time.monotonic() > until, 100_000)
        found = c.execute(query)
        rows = found.fetchall()
        return [d[0] for d in found.description or []], rows
    except sqlite3.OperationalError as e:
        what = f"the query took longer than {LONGEST:g} s" if "interrupted" in str(e) else f"the query can't be run: {e}"
        raise UsageError(what, "the views and their columns are in docs/sql.md") from e
    except (sqlite3.Error, sqlite3.Warning) as e:
        raise UsageError(f"the query can't be run: {e}", "one query at a time, and none that changes anything") from e
    finally:
        c.close()


def _may(action: int, *_: str | None) -> int:
    """Looking is allowed; opening other files and changing anything is not."""
    allowed = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)
    return sqlite3.SQLITE_OK if action in allowed else sqlite3.SQLITE_DENY
