"""The page over the bundled sample: two printed sheets, every sentence once, what is left out is said, and what is new since a day."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from communique import Communique, sample
from communique.model.actor import Actor
from communique.model.record import Record, Row
from communique.views import brief
from communique.views.brief.fit import ABOVE, REPEATS, ROOM, fit, height
from communique.views.brief.page import Brief
from communique.views.figures import label
from communique.views.lines import Line, Section
from communique.views.shelf import headline
from conftest import Said


@pytest.fixture(scope="module")
def record() -> Record:
    with Communique() as desk:
        desk.add([sample.folder()])
        return desk.record()


@pytest.fixture(scope="module")
def page(record: Record) -> Brief:
    return brief.make_all(record)[0]


def lines(page: Brief) -> Iterator[tuple[str, Line]]:
    for section in page.sections:
        for line in section.lines:
            yield section.key, line


def test_a_story_fits_on_two_sheets_and_says_what_is_left_out(record: Record, page: Brief) -> None:
    whole = brief.make(record, next(r for r in record.of("stories") if r.id == page.story))
    assert sum(map(height, page.sections)) <= ROOM
    shown = {s.key: len(s.lines) + s.left_out for s in page.sections}
    assert shown == {s.key: len(s.lines) + s.left_out for s in whole.sections}
    assert any(s.left_out for s in page.sections)


def test_a_remark_that_two_origins_carry_in_other_words_leads_the_page(tmp_path: Path) -> None:
    for name, text in {
        "a": "“Kenya will open the whole border by the end of May,” Kenyan President Anna Otieno said.\n\nA band from the north of the country played.",
        "b": "Rain fell all day.\n\n“Kenya will open the border by the end of May,” President Anna Otieno of Kenya told a crowd in Nakuru.",
    }.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with Communique() as desk:
        desk.add([tmp_path])
        first = brief.make_all(desk.record())[0].sections[0]
    assert first.key == "bottom-line"
    assert first.lines[0].origins == 2
    assert "open the" in first.lines[0].words


@pytest.mark.parametrize(
    ("one", "two", "shown"),
    [
        ("killing at least two villagers", "killing at least six villagers", ["at least two villagers", "at least six villagers"]),
        ("killing six villagers", "killing six villagers", []),
        ("blocking at least two roads", "blocking at least six roads", []),
    ],
)
def test_tolls_that_do_not_clash_stand_side_by_side_and_are_no_conflict(one: str, two: str, shown: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"The Harbour Post\n\nA mine went off near the town of Kesh in Sudria on Monday, {one}, police said.", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"Upland Herald\n\nPolice in Sudria told of a blast at Kesh, {two} on Monday, and a fire.", encoding="utf-8")
    with Communique() as desk:
        desk.add([tmp_path])
        pages = brief.make_all(desk.record())
    found = [line for p in pages for s in p.sections if s.key == "differ" for line in s.lines]
    assert sorted(side.head for line in found for side in line.sides) == sorted(shown)
    assert all(line.tags == ("compatible",) for line in found)


def test_the_most_attested_row_of_a_section_stays() -> None:
    rows = tuple(Line(row=f"m{n}", head=f"meeting {n}", words=f"Sentence {n} " * 30, origins=40 - n) for n in range(40))
    (kept,) = fit([Section(key="meetings", title="Meetings", lines=rows)])
    assert kept.lines[0].row == "m0"
    assert [x.origins for x in kept.lines] == sorted((x.origins for x in kept.lines), reverse=True)
    assert len(kept.lines) + kept.left_out == 40
    assert kept.left_out > 0


def test_a_sentence_is_quoted_once_by_rows_whose_head_says_what_they_are(page: Brief) -> None:
    quoted = Counter(line.words for key, line in lines(page) if key in REPEATS and line.words)
    assert quoted
    assert max(quoted.values()) == 1
    assert all(line.words or ABOVE in line.note for key, line in lines(page) if key in REPEATS)


def test_reported_words_stand_with_who_says_so_and_quoted_ones_without_their_comma(page: Brief) -> None:
    said = [x for s in page.sections if s.key == "said" for line in s.lines for x in (line, *line.sides) if x.words]
    assert any(x.words.endswith("lift sanctions on Eritrea") and x.words.startswith("Abiy asked") for x in said)
    assert not [x.words for x in said if x.words.startswith("that ") or x.words.endswith(",")]


def test_one_speakers_words_stand_together(page: Brief) -> None:
    heads = [line.head for key, line in lines(page) if key == "said"]
    assert len(heads) > len(set(heads))
    assert all(heads[i] == heads[i - 1] for i in range(1, len(heads)) if heads[i] in heads[:i])


def test_a_person_is_named_with_the_office_and_the_states_name(page: Brief) -> None:
    offices = {line.head: line.note for key, line in lines(page) if key == "who"}
    assert offices["Abiy Ahmed"].startswith("prime minister, Ethiopia")
    assert all("u.n." not in note for note in offices.values())
    assert "PRT" not in offices.get("António Guterres", "")


def test_a_source_shows_its_file_and_no_folder_of_this_machine(page: Brief) -> None:
    assert all("/" not in s.source for s in page.sources)


def test_a_signed_text_does_not_lie_ahead() -> None:
    from communique.model.document import Document
    from communique.model.passage import Passage

    doc = Document.make(source="a.txt", text="Norway and Sweden signed the accord on Monday. They are to open the line in 2031.")
    both = tuple(Actor(key=f"state:{c}", name=n, kind="state", as_written=n, country=c) for n, c in (("Norway", "NOR"), ("Sweden", "SWE")))

    def promise(i: str, words: str, **slots: object) -> Row:
        at = doc.text.index(words)
        return Row(list="commitments", id=i, story="s1", evidence=(Passage(doc, at, at + len(words)),), slots={"parties": both, **slots})  # type: ignore[dict-item]

    rows = (
        Row(list="articles", id=doc.id, story="s1", slots={"source": "a.txt", "origin": "o1"}),
        Row(list="origins", id="o1", slots={"name": "NTB", "articles": (doc.id,)}),
        Row(list="stories", id="s1", slots={"title": "Rail accord", "articles": (doc.id,), "from": "2021-03-01"}),
        promise("c1", "Norway and Sweden signed the accord", status="signed", due="2021-03-01"),
        promise("c2", "They are to open the line in 2031", status="agreed", due="2031"),
    )
    shown = brief.make(Record(rows=rows), rows[2])
    assert [line.row for key, line in lines(shown) if key == "ahead"] == ["c2"]


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"value": 4000.0, "unit": "person", "counts": "people protested", "precision": "about", "as_written": "4,000 people"}, "about 4,000 people protested"),
        ({"value": 22e6, "unit": "ton", "counts": "grain", "precision": "exact", "as_written": "22 million tons"}, "22,000,000 tons grain"),
        ({"value": 1.0, "unit": "house", "counts": "houses of Parliament", "of": "two houses", "as_written": "one of two houses"}, "one of two houses"),
        ({"min": 1e6, "unit": "ton", "counts": "tons of grain", "precision": "about", "as_written": "millions of tons"}, "millions of tons"),
        ({"value": 0.5, "unit": "share", "counts": "quay", "of": "quay", "as_written": "half"}, "half of quay"),
        ({"value": 136.0, "unit": "person", "counts": "Koreans", "of": "183 workers", "as_written": "136 Koreans"}, "136 Koreans (of 183 workers)"),
    ],
)
def test_a_figures_label_reads_as_an_editor_would_write_it(slots: dict[str, object], expected: str, record: Record) -> None:
    evidence = record.of("figures")[0].evidence
    assert label(Row(list="figures", id="n1", evidence=evidence, slots=slots)) == expected  # type: ignore[arg-type]


def test_a_title_that_is_a_sentence_is_cut_at_a_word_and_says_so() -> None:
    assert headline("Rail line agreed") == "Rail line agreed"
    cut = headline("The foreign ministers of Norway and Sweden, " * 5)
    assert len(cut) < 120
    assert cut == "The foreign ministers of Norway and Sweden, The foreign ministers of Norway and Sweden, The foreign ministers …"


def test_since_a_day_shows_what_no_account_told_before(call: Callable[..., Said]) -> None:
    said = call("brief", sample.folder(), "--since", "2018-07-10", "--json")
    assert said.code == 0
    pages = json.loads(said.out)
    assert [p["new"] for p in pages if p["title"].startswith("Ethiopia and Eritrea")] == [3]
    text = call("brief", sample.folder(), "--since", "2018-07-10").out
    assert "only what is new since 2018-07-10: 3 new articles" in text
    assert "resume flights" in text  # the later version alone tells it so
    assert call("brief", sample.folder(), "--since", "2018-12-01").code == 4
    assert call("brief", sample.folder(), "--since", "yesterday").code == 2
    assert call("brief", sample.folder(), "--since", "last").code == 2


def test_since_last_shows_what_the_last_addition_brought(call: Callable[..., Said], coverage: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = tmp_path / "s.db"
    call("--db", db, "add", coverage / "wire.txt")
    with Communique(db) as desk:
        (first,) = desk.store.first_seen().values()
    import sqlite3

    with sqlite3.connect(db) as c:  # an hour ago
        c.execute("UPDATE documents SET first_seen = ?", (first.replace(first[:4], str(int(first[:4]) - 1), 1),))
    call("--db", db, "add", coverage / "other.txt")
    said = call("--db", db, "brief", "--since", "last")
    assert said.code == 0
    assert "since the last addition: 1 new article" in said.out
    assert "250 workers" in said.out


def test_a_number_that_changed_stands_before_other_changes(tmp_path: Path) -> None:
    head = "OSLO (AP) — Norway and Chile signed a treaty on fishing on {day}, after nine years of talks in Oslo, Santiago and Geneva.\n\n"
    body = (
        "The treaty covers {n} boats that fish for cod in the north of the Barents Sea, and the patrols that follow them from the spring on.\n\n"
        "{name} of the harbour office read out the list of ports, from Bodo to Punta Arenas, where catches will be weighed.\n\n"
        "Both parliaments have to agree before the end of the year, and the fleets of either side wait in their harbours until then.\n\n"
        "The fishing unions of both countries had asked for a longer season, for better pay and for safer boats on the long way south."
    )
    made = {"1": ("2026-04-07", "180", "Ida Holm"), "2": ("2026-04-08", "183", "Pavel Drun")}
    for name, (day, n, who) in made.items():
        text = head.format(day="Tuesday") + body.format(n=n, name=who)
        (tmp_path / f"{name}.json").write_text(json.dumps({"id": name, "outlet": f"Paper {name}", "published": day, "text": text}), encoding="utf-8")
    with Communique() as desk:
        desk.add([tmp_path])
        shown = brief.make_all(desk.record())[0]
    changed = next(s for s in shown.sections if s.key == "changed")
    assert len(changed.lines) > 1
    assert [s.words for s in changed.lines[0].sides] == ["treaty covers 180 boats that", "treaty covers 183 boats that"]


def test_no_text_is_called_complete_that_is_not_known_to_be(page: Brief) -> None:
    notes = [line.note for key, line in lines(page) if key == "only-one"]
    assert notes
    assert not any("complete" in note for note in notes)


def test_a_copy_that_comes_late_brings_no_new_quotation(tmp_path: Path) -> None:
    said = "“Kenya will open the whole border by the end of May,” Kenyan President Anna Otieno said in Nairobi."
    for name, day, more in (("a", "2026-03-01", ""), ("b", "2026-03-03", "\n\nTwo new roads were begun in the north of the country on Tuesday.")):
        row = {"outlet": "The Harbour Post", "published": day, "title": "Border to open", "text": f"{said}{more}"}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    with Communique() as desk:
        desk.add([tmp_path])
        record = desk.record()
    whole, since = (brief.make_all(record, day) for day in (None, "2026-03-02"))
    quoted = [[line for p in pages for s in p.sections if s.key == "said" for line in s.lines] for pages in (whole, since)]
    assert (len(quoted[0]), len(quoted[1])) == (1, 0)
