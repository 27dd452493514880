"""Sentences: hard cases by hand. A bar marks each end."""

from __future__ import annotations

import pytest

from communique.passages.sentences import sentences

CASES = [
    "The U.S. and South Korea agreed.| The talks ended at 5 p.m. Tuesday.| Nobody spoke.",
    "He visited the U.S.| The trip was short.",
    "He met U.S. President Anna Weber, with U.N. officials beside her.| They left.",
    "U.S. President Anna Weber and U.K. Prime Minister Tom Hall spoke.",
    "He left the U.S.| President Weber stayed.",
    "Mr. Kim met Gen. J. R. Park on Jan. 13 in St. Petersburg.| They spoke.",
    "It is No. 2 on the list.| Art. 5 applies.",
    "“We came.| We saw,” he said.| “It was good.”| Then they left.",
    '"Will it last?" he asked.| Nobody knew.',
    '"Will it last?" Lee asked.| Nobody knew.',
    '"We won!"| The crowd cheered.',
    "He paid $3.5 million.| The rest came later.",
    "News.Az reports, citing The Diplomat.| It is a site.",
    "The talks … went on.| They ended.",
    "They hoped for more ... but it came to nothing.",
    "Acme Co. Ltd. signed it.| So did others.",
    "Sen. Mitch Smith, R-Ky., voted against.| Others did not.",
    "He was born in 1990.| 27 years later he came back.",
    "(It rained.)| They left.",
    "They met at 10 a.m.| It rained.",
    "Ban was at the U.N.| He spoke.",
    "The deal was signed.|The ministers left.",
    "What now?!| Nobody knows.",
    "The company, founded by J.P. Morgan, grew.| It fell.",
    "He has a Ph.D. in law.| She too.",
    "It cost Rs. 500 and more.| It was dear.",
]


def marked(text: str) -> tuple[str, list[str]]:
    parts = text.split("|")
    return "".join(parts), [p.strip() for p in parts]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_a_reader_ends_them(case: str) -> None:
    text, expected = marked(case)
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == expected
