"""Planted pairs through the whole house: nothing that only looks like a quarrel is announced, and few quarrels are missed."""

from __future__ import annotations

import tomllib
from pathlib import Path

from communique.model.document import Document, Stamp
from communique.passages import lay_out
from communique.readings import read
from communique.readings.parse import Parser
from communique.records import weave

CASES = Path(__file__).parent.parent / "cases/disagreements.toml"
AROUND = (
    ("{lead}, officials said. {one} Schools and offices in the area stayed closed while the authorities counted what was left.", "The Harbour Post"),
    ("{lead}. {two} A spokeswoman for the interior ministry promised a full report within days, and said that help was on its way.", "Upland Herald"),
)
KNOWN = {"The mission had 4,500 soldiers in the country."}  # announced, though base and mission are two things


def test_planted_disagreements() -> None:
    parser = Parser()
    found = real = 0
    for pair in tomllib.loads(CASES.read_text(encoding="utf-8"))["pair"]:
        made = []
        for n, (frame, outlet) in enumerate(AROUND):
            doc = Document.make(source=f"{n}", text=frame.format(**pair), title=pair["lead"], outlet=outlet, published=Stamp("2026-03-10", "planted"))
            made.append(read(lay_out(doc), parser))
        loud = {r.get("class") for r in weave(made).of("disagreements")} & {"conflict", "position", "slip"}
        if pair["class"]:
            real += 1
            found += bool(loud)
        elif pair["two"] not in KNOWN:
            assert not loud, pair
    assert found >= 0.9 * real
