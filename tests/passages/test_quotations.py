"""Quotations: square brackets in a case mark each one that should be found, marks included."""

from __future__ import annotations

import pytest

from communique.model.document import Document
from communique.model.layout import Paragraph
from communique.passages import lay_out
from communique.passages.quotations import quotations

CASES = [
    "[“We agreed,”] Lee said. [“It is good.”]",
    '["We agreed,"] Lee said.',
    '[“This year I will elevate relations," ]said Lee.',
    '["I hope so,” ]he said.',
    "He said [“they called it ‘a good day’ there”] and left.",
    "He said [“they called it \"a good day\" there”] and left.",
    "[‘It is the leaders’ first step,’] Anwar said.",
    "The rivals agree to an ['immediate and unconditional ceasefire'] today.",
    "It's the leaders' day, isn't it? Rock 'n' roll in the '90s.",
    "‘Tis the ministers’ view, they say.",
    "[«Nous sommes prêts»], he said.",
    'He is 6\'2" tall and she is 5\'4" tall.',
    "They called it [“historic”] and [“bold.”]",
]


def marked(case: str) -> tuple[str, list[str]]:
    text = case.replace("[", "").replace("]", "")
    found, rest = [], case
    while "[" in rest:
        inner, rest = rest.split("[", 1)[1].split("]", 1)
        found.append(inner.strip())
    return text, found


@pytest.mark.parametrize("case", CASES)
def test_quotations_are_paired_by_character(case: str) -> None:
    text, expected = marked(case)
    found = quotations(text, [Paragraph(0, len(text))])
    assert [text[q.start : q.end] for q in found] == expected
    assert all(q.closed for q in found)


def test_a_quotation_runs_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    text = "“We must act. We must act now.\n\n“And we will,” he said in the end."
    found = lay_out(Document.make(source="a", text=text)).quotations
    assert [(q.closed, q.continues) for q in found] == [(False, True), (True, False)]


def test_paragraphs_run_together_by_a_page_go_on_quoting() -> None:
    text = 'He said: "We must act. We must act now. "We will not wait." Then he left.'
    found = lay_out(Document.make(source="a", text=text)).quotations
    assert [(text[q.start : q.end], q.continues) for q in found] == [('"We must act. We must act now.', True), ('"We will not wait."', False)]


def test_a_quotation_that_is_cut_off_ends_with_its_paragraph() -> None:
    text = "Describing them as \"partners who sh"
    (found,) = lay_out(Document.make(source="a", text=text)).quotations
    assert (text[found.inner_start : found.inner_end], found.closed, found.continues) == ("partners who sh", False, False)
