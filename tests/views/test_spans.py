"""The longest runs of words that a text took over from another."""

from __future__ import annotations

from communique.views.spans import shared

FIRST = "The two ministers met in the old customs house on Monday. They agreed to reopen the northern ferry line before the end of the summer season."
SECOND = "On Tuesday a paper wrote that they agreed to reopen the northern ferry line before the end of the year. The two met briefly."


def test_a_run_is_told_as_the_second_text_writes_it() -> None:
    assert shared(FIRST, SECOND) == ["they agreed to reopen the northern ferry line before the end of the"]


def test_short_likenesses_and_empty_texts_are_no_runs() -> None:
    assert shared(FIRST, "The two ministers met in the new harbour.") == []
    assert shared("", SECOND) == []
    assert shared(FIRST, "") == []


def test_the_whole_of_a_copy_is_one_run() -> None:
    assert len(shared(FIRST, FIRST)) == 1
