"""Where words stand, found by arrays, is where the pattern finds them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.model.document import Document
from communique.passages import lay_out
from communique.records.lineage.words import WORD, Words, normal

PIECES = [
    "Tokyo", "U.S", "’", "'", ".", ",", " ", "\n\n", "1,300", "“We agreed on nets. ", "” he said", "end.The ", "é", "e\u0301", "한국",
    "\U00010400", "_", "\U0001f600", "-",
]  # fmt: skip

@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_words_stand_where_the_pattern_finds_them(text: str) -> None:
    if not text.strip():
        return
    read = Words().read(layout := lay_out(Document.make(source="a", text=text)))
    whole = layout.document.text
    found = [m for s in layout.sentences for m in WORD.finditer(whole, s.start, s.end)]
    assert list(zip(read.starts.tolist(), read.ends.tolist(), strict=True)) == [m.span() for m in found]
    assert read.words == tuple(normal(m.group()) for m in found)
    assert [w for row in read.rows for w in row.words] == list(read.words)
