"""Every command of docs/tour.md runs, in order, on the bundled sample."""

from __future__ import annotations

import re
import shlex
from importlib import resources
from pathlib import Path

import pytest

from communique import cli

PAGE = Path(__file__).parent.parent / "docs" / "tour.md"
COMMANDS = re.findall(r"^    (communique .*)$", PAGE.read_text(encoding="utf-8"), re.M)


def test_the_tour_runs_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    sample = str(resources.files("communique.sample") / "coverage")
    assert len(COMMANDS) > 10
    for line in COMMANDS:
        code = cli.run([sample if word == "SAMPLE" else word for word in shlex.split(line)[1:]])
        said = capsys.readouterr()
        expected = {0, 4} if " log" in line else {0}  # nothing was decided yet
        assert code in expected, (line, said.err)
    assert (tmp_path / "record.json").stat().st_size > 10_000
