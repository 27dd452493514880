"""The line below a headline names the outlet, alone or with the day; a standfirst, a byline, a section or a date does not."""

from __future__ import annotations

import pytest

from communique.model.document import Document
from communique.passages import lay_out

HEAD = "Ministers agree to open border"
STORY = "The two ministers agreed on Monday to open the border between their countries, after a day of talks. They will meet again in May."
DAY = ("header date", "2026-01-13")


def marks(line: str, outlet: str | None = None) -> list[tuple[str, str]]:
    found = lay_out(Document.make(source="a.txt", text=f"{HEAD}\n{line}\n\n{STORY}", outlet=outlet))
    assert [found.document.text[p.start : p.end] for p in found.paragraphs] == [STORY]
    return [(m.kind, m.value) for m in found.marks]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The Harbour Ledger", [("outlet", "The Harbour Ledger")]),
        ("Le Monde", [("outlet", "Le Monde")]),
        ("harbourledger.com", [("outlet", "harbourledger.com")]),
        ("Vaduz Daily News, 13 January 2026", [("outlet", "Vaduz Daily News"), DAY]),
        ("The Guardian | 13 Jan 2026", [("outlet", "The Guardian"), DAY]),
        ("The Vaduz Citizen\n13 January 2026", [("outlet", "The Vaduz Citizen"), DAY]),
        ("Reuters, 13 January 2026", [("agency", "Reuters"), DAY]),
    ],
)
def test_an_outlet_below_the_headline_is_kept(line: str, expected: list[tuple[str, str]]) -> None:
    assert marks(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Talks to Go On in May",
        "Ministers Meet Today",
        "The Road to Peace",
        "Deal Hailed by Press",
        "Anna Weber, 13 January 2026",
        "13 January 2026",
        "World News",
        "Breaking News, 13 January 2026",
        "Ministry of Foreign Affairs",
    ],
)
def test_what_is_no_outlet_names_none(line: str) -> None:
    assert not [value for kind, value in marks(line) if kind in ("outlet", "agency")]


def test_an_outlet_that_the_input_gives_stands() -> None:
    assert marks("The Harbour Ledger", outlet="Vaduz Post") == []
