"""Rows of articles, and absences: nothing vanishes, and nothing is claimed absent that is there in other words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model.casefile import Casefile, Story
from communique.model.passage import Passage
from communique.model.record import Row
from communique.records import absences
from communique.records.articles import complete, gather
from communique.records.lineage import trace

from .wires import AFTER, BEFORE, OTHER, article, by_id


def case_of(*texts: str) -> Casefile:
    made = Casefile(articles=dict(sorted(by_id(*(article(t, str(n)) for n, t in enumerate(texts))).items())))
    story = Story(id="s1", title="Herring", articles=tuple(made.articles))
    return replace(made, lineage=trace(made.articles), stories=(story,))


def row(case: Casefile, words: str, kind: str = "commitments", **slots: object) -> Row:
    a = next(a for a in case.articles.values() if words in a.document.text)
    start = a.document.text.index(words)
    return Row(list=kind, id=f"r{start}", story="s1", evidence=(Passage(a.document, start, start + len(words)),), slots=slots)  # type: ignore[arg-type]


def test_every_sentence_is_told_furniture_or_left_with_a_reason() -> None:
    case = case_of(BEFORE, AFTER, OTHER)
    told = row(case, "Ministers may discuss a joint commission")
    for r in (r for r in gather(case, [told]) if r.list == "articles"):
        layout = case.articles[r.id].layout
        spans = [(v["start"], v["end"]) for k in ("furniture", "remainder") for v in r.get(k)]  # type: ignore[union-attr,index,call-overload]
        spans += [(p.start, p.end) for p in told.evidence if p.article == r.id]
        assert all(any(a < s.end and s.start < b for a, b in spans) for s in layout.sentences)
        assert all(v["reason"] in ("background", "description", "not understood", "below the bar") for v in r.get("remainder"))  # type: ignore[union-attr,index,call-overload]


def test_rows_of_origins_and_stories_point_at_each_other() -> None:
    case = case_of(BEFORE, AFTER, OTHER)
    rows = gather(case, [])
    origins = {r.id: r for r in rows if r.list == "origins"}
    for a in (r for r in rows if r.list == "articles"):
        assert a.id in origins[str(a.get("origin"))].get("articles")  # type: ignore[operator]
        assert a.story == "s1"
    story = next(r for r in rows if r.list == "stories")
    assert set(story.get("origins")) == set(origins)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "expected"), [(BEFORE, True), (OTHER, None), (OTHER.rstrip()[:-20], False), ("", None)])
def test_whether_a_text_is_whole(text: str, expected: bool | None) -> None:
    assert complete(article(text)) is expected


def test_what_one_account_alone_tells_is_an_absence() -> None:
    case = case_of(BEFORE, OTHER)
    rows = [row(case, "Finland offered its good offices in March after a trawler was damaged by a water cannon")]
    found = absences.find(case, rows)
    assert [r.get("kind") for r in found] == ["only one origin"]
    assert found[0].get("what") == rows[0].id
    assert found[0].get("complete_texts") == tuple(i for i, a in case.articles.items() if a.document.text == OTHER)


def test_what_another_account_tells_in_other_words_is_none() -> None:
    case = case_of(BEFORE, OTHER + "\nA trawler had been damaged in March by a water cannon, upon which Finland offered its offices.\n")
    assert not absences.find(case, [row(case, "Finland offered its good offices in March after a trawler was damaged by a water cannon")])


def test_what_a_later_version_leaves_out_is_dropped() -> None:
    offered = "Finland offered its good offices in March after a trawler was damaged by a water cannon near the lighthouse of Utgard."
    case = case_of(BEFORE, AFTER.replace(offered, ""))
    found = absences.find(case, [row(case, "Finland offered its good offices in March after a trawler was damaged by a water cannon")])
    assert [r.get("kind") for r in found] == ["dropped"]
