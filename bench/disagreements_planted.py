"""Planted pairs in, how many conflicts are announced and how many of those are none out: ``python bench/disagreements_planted.py``.

The pairs are ``tests/cases/disagreements.toml``; each is read through the whole house as two short articles of two outlets.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from communique.model.document import Document, Stamp
from communique.passages import lay_out
from communique.readings import read
from communique.readings.parse import Parser
from communique.records import weave

CASES = Path(__file__).parent.parent / "tests/cases/disagreements.toml"
AROUND = (
    ("{lead}, officials said. {one} Schools and offices in the area stayed closed while the authorities counted what was left.", "The Harbour Post"),
    ("{lead}. {two} A spokeswoman for the interior ministry promised a full report within days, and said that help was on its way.", "Upland Herald"),
)
LOUD = ("conflict", "position", "slip")


def classes(pair: dict[str, str], parser: Parser) -> set[str]:
    """The classes of disagreement that the record announces on a pair."""
    made = []
    for n, (frame, outlet) in enumerate(AROUND):
        text = frame.format(**pair)
        doc = Document.make(source=f"{n}", text=text, title=pair["lead"], outlet=outlet, published=Stamp("2026-03-10", "planted"))
        made.append(read(lay_out(doc), parser))
    return {str(r.get("class")) for r in weave(made).of("disagreements")}


def main() -> None:
    parser = Parser()
    found = real = false = looks = 0
    for pair in tomllib.loads(CASES.read_text(encoding="utf-8"))["pair"]:
        said = classes(pair, parser)
        loud = bool(said & set(LOUD))
        real += bool(pair["class"])
        looks += not pair["class"]
        found += bool(pair["class"]) and loud
        false += not pair["class"] and loud
        if loud != bool(pair["class"]):
            sys.stdout.write(f"{'missed' if pair['class'] else 'FALSE'}: {pair['one']} / {pair['two']} {sorted(said)}\n")
    sys.stdout.write(f"{found} of {real} conflicts found, {false} of {looks} look-alikes announced\n")


if __name__ == "__main__":
    main()
