"""What is furniture, what it declares, and that nothing vanishes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.document import Document
from communique.model.layout import Layout
from communique.passages import lay_out
from communique.passages.units import INVISIBLE

BODY = "The two ministers agreed on Monday to open the border.\n\nThey will meet again in May."


def layout(text: str, title: str | None = None) -> Layout:
    return lay_out(Document.make(source="a.txt", text=text, title=title))


def content(found: Layout) -> list[str]:
    return [found.document.text[p.start : p.end] for p in found.paragraphs]


def marks(found: Layout) -> list[tuple[str, str]]:
    return [(m.kind, m.value) for m in found.marks]


def kinds(found: Layout) -> list[str]:
    return [f.kind for f in found.furniture]


HEADS = [
    ("date 2018-07-09 ASMARA, Eritrea — ", [("header date", "2018-07-09"), ("place", "Asmara, Eritrea")]),
    ("date 2018-07-09 By ANNA WEBER and JAN DE VRIES\n\n", [("header date", "2018-07-09"), ("byline", "Anna Weber"), ("byline", "Jan De Vries")]),
    ("date 2018-07-09 + ↺ − 16 px\n\n", [("header date", "2018-07-09")]),
    ("Published: 9 July 2018, 19:09 Updated: 9 July 2018, 19:23\n", [("published", "2018-07-09T19:09"), ("modified", "2018-07-09T19:23")]),
    ("Published: 9 July 2018, 19:09. Updated: 9 July 2018, 19:23. ANNA WEBER. PARIS — ",
     [("published", "2018-07-09T19:09"), ("modified", "2018-07-09T19:23"), ("byline", "Anna Weber"), ("place", "Paris")]),
    ("GENEVA (AP) — ", [("place", "Geneva"), ("agency", "Associated Press")]),
    ("GENEVA, July 9 (Reuters) - ", [("place", "Geneva"), ("dateline date", "--07-09"), ("agency", "Reuters")]),
    ("SEOUL, Aug. 24 (Yonhap) -- ", [("place", "Seoul"), ("dateline date", "--08-24"), ("agency", "Yonhap")]),
    ("Amman, July 28 (Petra) – ", [("place", "Amman"), ("dateline date", "--07-28"), ("agency", "Petra")]),
    ("New Delhi [India], January 15 (ANI): ", [("place", "New Delhi [India]"), ("dateline date", "--01-15"), ("agency", "Asian News International")]),
    ("Vienna, Austria — ", [("place", "Vienna, Austria")]),
    ("UNITED NATIONS — ", [("place", "United Nations")]),
    ("(Reuters) - ", [("agency", "Reuters")]),
    ("PUTRAJAYA: ", [("place", "Putrajaya")]),
    ("By Xinhua. Photo: Two ministers shake hands in Geneva. (Pool via Xinhua)\n\n", [("agency", "Xinhua")]),
    ("Policies. Aug 25, 2025. Photo caption: The ministers in Geneva on Monday. By Park Hye Ri. Photos = Office of the President\n\n",
     [("header date", "2025-08-25"), ("byline", "Park Hye Ri")]),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected"), HEADS)
def test_a_header_is_peeled_off_and_kept_as_marks(head: str, expected: list[tuple[str, str]]) -> None:
    found = layout(head + BODY)
    assert content(found) == BODY.split("\n\n")
    assert marks(found) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lee — who took office in June — will travel to Tokyo.\n\nHe is to meet the prime minister.",
        "Britain, France and Germany - the E3 - met on Monday.\n\nThey agreed.",
        "By Monday both armies had left the town.\n\nNobody came back.",
        "May 1, 2018 was the day on which the border opened.\n\nIt closed again in June.",
        "The Associated Press reported on Monday that talks had begun.\n\nThe ministry confirmed it.",
        "Published figures show that trade grew.\n\nIt will grow again.",
        "Photo opportunities were few at the summit.\n\nThe leaders left early.",
        "Mr. Kim: I have nothing to add.\n\nHe left the room.",
        "NATO — the alliance of 32 states — met on Monday.\n\nIt agreed on a plan.",
    ],
)
def test_a_sentence_that_looks_like_a_header_stays(text: str) -> None:
    assert content(layout(text)) == text.split("\n\n")


TAILS = [
    ("___\n\nWeber reported from Berlin.", [("reported from", "Weber")]),
    (
        "Jan Novak in Prague, Czech Republic, contributed to this report. Weber reported from Berlin.",
        [("contributor", "Jan Novak"), ("reported from", "Weber")],
    ),
    ("Jan Novak in Prague and Mia Berg in Oslo contributed to this report.", [("contributor", "Jan Novak"), ("contributor", "Mia Berg")]),
    ("Copyright 2018 The Associated Press. All rights reserved.", [("agency", "Associated Press"), ("copyright", "The Associated Press")]),
    ("© 2018 Agence France-Presse", [("agency", "Agence France-Presse"), ("copyright", "Agence France-Presse")]),
    ("(Reporting by Jan Novak; Editing by Mia Berg)", []),
    ("Source: Xinhua", [("agency", "Xinhua")]),
    ("Harbour.News", [("outlet", "Harbour.News")]),
    ("This is a developing story and will be updated.", []),
    ("sb/kl", []),
    ("Advertisement\n\nSign up for our newsletter", []),
    ("Read more: Five things to know", []),
]


@pytest.mark.parametrize(("tail", "expected"), TAILS)
def test_a_footer_is_taken_off_and_kept_as_marks(tail: str, expected: list[tuple[str, str]]) -> None:
    found = layout(f"{BODY}\n\n{tail}\n")
    assert content(found) == BODY.split("\n\n")
    assert marks(found) == expected


def test_a_credit_at_the_end_of_the_last_paragraph_is_cut_from_it() -> None:
    found = layout(f"{BODY} (Reporting by Jan Novak; Editing by Mia Berg)")
    assert content(found) == BODY.split("\n\n")


def test_a_correction_is_a_mark() -> None:
    found = layout(f"{BODY}\n\nThis story has been corrected to show that they will meet in May, not June.")
    assert [k for k, _ in marks(found)] == ["revision"]


RETOLD = [
    ("The ministers agreed, Harbour.News reports, citing The Diplomat.", "Harbour.News", "The Diplomat"),
    ("Lake Window reports, citing Deutsche Welle, that the ministers agreed.", "Lake Window", "Deutsche Welle"),
    ("Harbour.Az reports citing Reuters that the ministers agreed.", "Harbour.Az", "Reuters"),
    ("The ministers agreed, Trend reports with reference to TASS.", "Trend", "TASS"),
    ("The ministers agreed, reports Harbour.Az, citing the South Korean news agency Yonhap.", "Harbour.Az", "Yonhap"),
    ("Ukrinform reports on Monday, referring to Japan's public broadcaster NHK, that they agreed.", "Ukrinform", "NHK"),
    ("Report informs, citing Japan's Kyodo, that the ministers agreed.", "Report", "Japan's Kyodo"),
]


@pytest.mark.parametrize(("text", "by", "of"), RETOLD)
def test_a_retelling_marks_who_tells_and_whom_it_cites_and_stays_content(text: str, by: str, of: str) -> None:
    found = layout(text + "\n\nThey left.")
    assert marks(found) == [("relayed by", by), ("citing", of)] if text.find(by) < text.find(of) else [("citing", of), ("relayed by", by)]
    assert content(found)[0] == text


LEANING = """The ministers will meet again in May, The Harbour Review reports.

According to The Harbour Review, they spoke for an hour in Arica. The newspaper writes that no paper was signed.

Both sides were content, the paper adds."""
OWN = """The ministers will meet again in May, an official said.

They spoke for an hour in Arica, according to The Harbour Review. No paper was signed.

Both sides were content. The talks go on in May."""


@pytest.mark.parametrize(("text", "leans"), [(LEANING, ["The Harbour Review"]), (OWN, [])])
def test_an_article_that_has_its_matter_from_one_outlet_leans_on_it(text: str, leans: list[str]) -> None:
    assert [m.value for m in layout(text).marked("leans on")] == leans


def test_citing_officials_is_no_retelling() -> None:
    assert not marks(layout("Kyodo reported, citing Government officials, that they agreed.\n\nThey left."))


def test_boxes_between_paragraphs_are_furniture_and_a_sentence_with_their_words_is_not() -> None:
    box = "JUST WATCHED Weber on the border: what comes next Replay More Videos ... MUST WATCH Weber on the border: what comes next 02:10"
    form = "Newsletter Sign Up Please verify you're not a robot. Invalid email address. You must select a newsletter to subscribe to."
    list_ = "MOST READ IN NEWS SIN CITY How a port became a haven RITZ robbery Shots as thieves take jewels " + "MUM FROM HELL Mother is jailed " * 5
    own = "The crowd that had just watched the talks did not know that it would have to watch a replay."
    made = lay_out(Document.make(source="a.txt", text=f"The border will open in May.\n\n{box}\n\n{form}\n\n{list_}\n\n{own}\n"))
    assert [made.document.text[p.start : p.end] for p in made.paragraphs] == ["The border will open in May.", own]


def test_a_subhead_is_furniture_and_a_list_is_not() -> None:
    found = layout("They met on Monday.\n\nA long road to peace\n\nThe talks lasted for more than two hours and ended late.")
    assert kinds(found) == ["subhead"]
    listed = "They agreed on three things:\n\n- a new road\n\n- a new bridge\n\nThe work begins in May, the ministers said."
    assert content(layout(listed)) == listed.split("\n\n")


def test_a_headline_in_the_text_and_a_given_title_are_no_content() -> None:
    found = layout("date 2018-07-09 Ministers agree to open the border\n" + BODY)
    assert kinds(found) == ["header", "title"]
    given_title = layout(BODY, title="Ministers agree")
    assert kinds(given_title) == ["title"]
    assert content(given_title) == BODY.split("\n\n")


def test_what_a_picture_shows_stays_and_its_credit_goes() -> None:
    found = layout("More than 35 people were killed in the clashes. (Bernama pic)\n\n" + BODY)
    assert content(found)[0] == "More than 35 people were killed in the clashes."


def test_lines_that_break_in_mid_sentence_are_one_paragraph() -> None:
    text = (
        "The two ministers agreed on Monday to\nopen the border between their\ncountries again, after years of\ntalks.\n\n"
        "They will meet again in the month of\nMay in Geneva."
    )
    assert [p.replace("\n", " ") for p in content(layout(text))] == [
        "The two ministers agreed on Monday to open the border between their countries again, after years of talks.",
        "They will meet again in the month of May in Geneva.",
    ]


def test_a_text_in_capitals_loses_nothing_to_bylines_and_datelines() -> None:
    text = "THE TALKS FAILED.\nKIM AGREED.\nPARIS - THE MINISTERS LEFT THE TOWN HALL ON MONDAY AND SAID NOTHING TO REPORTERS.\nTHEY WILL MEET AGAIN IN MAY."
    assert content(layout(text)) == text.split("\n")


def test_invisible_characters_hide_no_header() -> None:
    found = layout("\ufeff\u200bdate 2018-07-09 PARIS (AP) — \u200b" + BODY + "\u200b")
    assert marks(found) == [("header date", "2018-07-09"), ("place", "Paris"), ("agency", "Associated Press")]


def test_rows_of_a_table_are_no_header() -> None:
    text = "Country\tTrade\nAlpha\t12\nBeta\t15\n" + BODY
    assert content(layout(text))[0] == "Country\tTrade"


def test_the_header_of_a_file_with_broken_lines_is_not_joined_to_the_story() -> None:
    head = "Ministers agree to open border\nBy Anna Weber\nJanuary 13, 2026\n"
    body = "The two ministers agreed on Monday to open the border\nbetween their two countries again after years of talks\nand will meet again in May.\n\n"
    found = layout(head + body + body + "They also spoke about the old railway between the two\nvalleys.")
    assert kinds(found) == ["title", "byline", "published"]
    assert len(found.paragraphs) == 3


PIECES = [
    "date 2018-07-09 ", "PARIS (AP) — ", "By A B", "___", "\n", "\n\n", " ", "“", "”", '"', "'", "’", "‘", "Mr. ", "U.S. ", ". ", "? ", "…", "Photo: ",
    "Copyright ", "©", "Lee said", "He ", "the talks", "Published: ", "13 Jan. 2026", ", 19:09", "Updated:", "Advertisement", "(AFP)", "-", "—",
    "Read more: x", "\r\n", "\u2028", "\x00", "\u200b", "News.Az", "in Seoul contributed to this report", "1", "«", "»",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)), st.sampled_from([None, "A title"]))
def test_nothing_vanishes(text: str, title: str | None) -> None:
    if not text.strip():
        return
    found = layout(text, title)
    whole = found.document.text
    covered = [0] * len(whole)
    for span in (*found.furniture, *found.sentences):
        assert 0 <= span.start < span.end <= len(whole)
        for i in range(span.start, span.end):
            covered[i] += 1
    assert [(i, c) for i, c in enumerate(whole) if not covered[i] and not c.isspace() and c not in INVISIBLE] == []
    assert max(covered, default=0) <= 1
    for s in found.sentences:
        p = found.paragraphs[s.paragraph]
        assert p.start <= s.start < s.end <= p.end
    for q in found.quotations:
        assert q.start < q.inner_start <= q.inner_end <= q.end


HOSTILE = ['"a ', "“a ", "'a ", "A. ", "A B ", "PARIS — ", "By A B and ", "Photo: A. By ", "(", "a\n", "The A B C reports, citing ", "Jan. 1 ", "citing A "]


def seconds(text: str) -> float:
    """The least of four runs: what else the machine does only ever adds."""

    def once() -> float:
        start = time.process_time()
        layout(text)
        return time.process_time() - start

    return min(once() for _ in range(4))


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    short, long = (seconds(piece * (size // len(piece))) for size in (40_000, 160_000))
    assert long < 6 * short + 0.05, (short, long)


def test_what_follows_a_byline_on_its_line_is_kept() -> None:
    found = layout("0\rBY A A2000/01/01—")
    assert kinds(found) == ["byline"]
    assert content(found) == ["0", "2000/01/01—"]
