"""Pages as people paste them: what stands above and below the story is furniture, whatever the outlet puts there."""

from __future__ import annotations

import pytest

from communique.model.document import Document
from communique.passages import lay_out

ONE = "The two ministers agreed on Monday to open the border between their countries, after a day of talks. They will meet again in May."
TWO = "“We have agreed,” the foreign minister said at a news conference in the town hall, where about 400 people had gathered."
STORY = f"{ONE}\n{TWO}"
HEAD = "Ministers agree to open border"

PAGES = {
    "agency site": (
        f"{HEAD}\nBY ANNA WEBER\nUpdated 10:15 AM GMT, August 13, 2025\nShare\nVADUZ, Liechtenstein (AP) — {ONE}\n\n{TWO}\n\n___\n\nJan Novak in Prague "
        "contributed to this report.\n\nANNA WEBER\nWeber has been covering Europe for the agency since 2014. She is based in Bern.",
        [("byline", "Anna Weber"), ("modified", "2025-08-13T10:15"), ("agency", "Associated Press"), ("contributor", "Jan Novak")],
    ),
    "agency site with pictures": (
        f"{HEAD}\nBy Anna Weber\nAugust 13, 2025 9:29 AM GMT+9 Updated 3 hours ago\n[1/2] The ministers shake hands in Vaduz. "
        f"REUTERS/Jan Novak Purchase Licensing Rights, opens new tab\nVADUZ, Aug 13 (Reuters) - {STORY}\nReporting by Anna Weber; Editing by "
        "Mia Berg\nOur Standards: The Trust Principles., opens new tab\nPurchase Licensing Rights",
        [("byline", "Anna Weber"), ("header date", "2025-08-13T09:29+09:00"), ("agency", "Reuters")],
    ),
    "broadcaster": (
        f"{HEAD}\n13 hours ago\nShare\nSave\nAnna Weber\nBBC News\nReuters\nThe ministers met in the town hall\n{STORY}\nRelated topics\nAsia\nEurope",
        [],
    ),
    "newspaper": (
        f"{HEAD}\nAgreement comes after a day of talks in the town hall of Vaduz\nAnna Weber in Vaduz\nTue 13 Jan 2026 09.20 GMT\nShare\n{STORY}",
        [("byline", "Anna Weber"), ("header date", "2026-01-13T09:20Z")],
    ),
    "wire": (
        f"(LEAD) {HEAD}\nAll News 14:05 January 13, 2026\nBy Kim Ha-na\nVADUZ, Jan. 13 (Yonhap) -- {STORY}\nhana@wire.example\n(END)",
        [("header date", "2026-01-13T14:05"), ("byline", "Kim Ha-na"), ("agency", "Yonhap")],
    ),
    "state agency": (
        f"{HEAD}\nSource: Xinhua\nEditor: anna\n2026-01-13 20:15:30\nVADUZ, Jan. 13 (Xinhua) -- {STORY} Enditem",
        [("agency", "Xinhua"), ("header date", "2026-01-13T20:15:30")],
    ),
    "section line": (
        f"KYODO NEWS - Jan 13, 2026 - 20:31 | All, Japan, World\n{HEAD}\n{STORY}\n==Kyodo",
        [("agency", "Kyodo News"), ("header date", "2026-01-13T20:31")],
    ),
    "byline in two lines": (f"By Anna Weber\nSTAFF WRITER\nJan 13, 2026\n{STORY}", [("byline", "Anna Weber"), ("header date", "2026-01-13")]),
    "two stamps": (
        f"Posted on : 2026-01-13 17:20 KST Modified on : 2026-01-13 17:25 KST\n{ONE}\nBy Kim Mi-na, staff reporter\n{TWO}",
        [("published", "2026-01-13T17:20+09:00"), ("modified", "2026-01-13T17:25+09:00"), ("byline", "Kim Mi-na")],
    ),
    "listen": (f" date 2026-01-13 Listen to article (2 minutes) {STORY}", [("header date", "2026-01-13")]),
    "agency above": (f" date 2026-01-13 Reuters\n\n{STORY}", [("header date", "2026-01-13"), ("agency", "Reuters")]),
    "town after the name": (
        f" date 2026-01-13 - 14:22 | By Anna Weber, Vaduz\n\n{STORY}",
        [("header date", "2026-01-13T14:22"), ("byline", "Anna Weber")],
    ),
    "summary": (f" date 2026-01-13 Summary\n\n{HEAD}\n\nTalks to go on in May\n\n{STORY}", [("header date", "2026-01-13")]),
    "reading time": (
        f"{HEAD}\nReading Time: 3 minutes\nWhy you can trust us\nAnna Weber in Vaduz\nPublished: 5:40pm, 13 Jan 2026\n{STORY}",
        [("byline", "Anna Weber"), ("published", "2026-01-13T17:40")],
    ),
    "television": (
        f"{HEAD}\nBy Anna Weber, CNN\n3 min read\nUpdated 6:12 AM EST, Tue January 13, 2026\nCNN\n—\n{STORY}\nCNN’s Jan Novak contributed to this report.",
        [("byline", "Anna Weber"), ("modified", "2026-01-13T06:12"), ("contributor", "Jan Novak")],
    ),
    "television dateline": (f"Vaduz CNN — {STORY}", [("place", "Vaduz")]),
}


@pytest.mark.parametrize("name", PAGES)
def test_of_a_pasted_page_only_the_story_is_content(name: str) -> None:
    text, expected = PAGES[name]
    found = lay_out(Document.make(source="a.txt", text=text))
    assert "\n".join(text[p.start : p.end] for p in found.paragraphs) == STORY
    marks = [(m.kind, m.value) for m in found.marks]
    assert [m for m in expected if m not in marks] == []


def test_a_line_below_a_standfirst_is_header_and_the_standfirst_is_not() -> None:
    standfirst = "The agreement ends a dispute that has lasted for forty years, officials say."
    text = f"{HEAD}\n{standfirst}\nBy Al Jazeera Staff\nPublished On 13 Jan 2026\n13 Jan 2026\nClick here to share on social media\n{STORY}"
    found = lay_out(Document.make(source="a.txt", text=text))
    assert [text[p.start : p.end] for p in found.paragraphs] == [standfirst, ONE, TWO]
    assert ("published", "2026-01-13") in [(m.kind, m.value) for m in found.marks]
    assert not found.marked("byline")


def test_a_readout_with_numbered_headings_keeps_its_sentences() -> None:
    together = "The two ministers confirmed that they would work together closely."
    text = f"Meeting of the Two Ministers\nJanuary 13, 2026\n{ONE}\n1. Bilateral relations\n{together}\n{TWO}"
    found = lay_out(Document.make(source="a.txt", text=text))
    assert len(found.paragraphs) == 3


@pytest.mark.parametrize("text", ["They met\nThey talked\nThey left", "- One thing\n- Another thing\n" + ONE, "no capitals here\n" + ONE])
def test_short_lines_that_are_no_header_stay(text: str) -> None:
    found = lay_out(Document.make(source="a.txt", text=text))
    assert text[: found.paragraphs[0].start].strip() == ("no capitals here" if text.startswith("no") else "")
