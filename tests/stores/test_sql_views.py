"""The documented views and columns are there: docs/sql.md is a promise."""

from __future__ import annotations

import re
from pathlib import Path

from communique.stores import open_store, read_only
from communique.stores.sql_views import VIEWS

DOCUMENTED = re.findall(r"^\| `(\w+)` \| (.+) \|$", (Path(__file__).parents[2] / "docs" / "sql.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_view_and_column_of_the_manual_can_be_asked(tmp_path: Path) -> None:
    where = str(tmp_path / "s.db")
    open_store(where).close()
    assert {name for name, _ in DOCUMENTED} == set(VIEWS)
    for name, listed in DOCUMENTED:
        columns, _ = read_only(where, f"SELECT * FROM {name}")  # noqa: S608  our own names
        assert columns == ["id", "story", *re.findall(r"`(\w+)`", listed)]


def test_every_passage_can_be_asked(tmp_path: Path) -> None:
    where = str(tmp_path / "s.db")
    open_store(where).close()
    assert read_only(where, "SELECT * FROM evidence")[0] == ["list", "row", "article", "origin", "start", "end", "text"]
