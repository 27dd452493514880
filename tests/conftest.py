"""What the tests share: the command line called in this process, and a little coverage written by us."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from communique import cli

WIRE = """BERLIN, February 3 (Reuters) - French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday.

"We have agreed on a plan for the border railway," Macron said at a news conference. About 400 workers will be hired, he said.
"""
OTHER = """By Anna Weber

PARIS - Emmanuel Macron and Olaf Scholz agreed on a border railway on Monday, but the French president named no date.

Officials said 250 workers would be hired. "It is a good day for our two countries," Scholz said.
"""


@dataclass(frozen=True)
class Said:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Calls the command line: ``call("--db", path, "stories").code``."""

    def run(*args: object) -> Said:
        capsys.readouterr()
        code = cli.run([str(a) for a in args])
        said = capsys.readouterr()
        assert "Traceback" not in said.err + said.out
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    """A folder with two articles."""
    folder = tmp_path / "coverage"
    folder.mkdir()
    (folder / "wire.txt").write_text(WIRE)
    (folder / "other.txt").write_text(OTHER)
    return folder
