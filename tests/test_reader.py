"""The reading end: copies read together are parsed once, and what takes a batch down costs one article."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique import reader
from communique.model.document import Document
from communique.readings.parse import MODEL, Parser
from communique.stores import Fresh, open_store


def documents(n: int, text: str = "Ministers of Peru met in Lima on Monday. They agreed to reopen the harbour.") -> Iterator[Document]:
    return (Document.make(source=f"{i}.txt", text=text) for i in range(n))


def test_copies_in_one_batch_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    store, asked = open_store(":memory:"), []
    room = reader.Reader(store, MODEL)
    fill = Parser._fill

    def counted(self: Parser, wanted: dict[str, str]) -> None:
        asked.append(sum(k not in self.cache for k in wanted))
        fill(self, wanted)

    monkeypatch.setattr(Parser, "_fill", counted)
    done = list(room.read_all(documents(14), 1))
    assert asked == [2, *[0] * 14]
    assert [len(d.result[1]) for d in done if d.result] == [2, *[0] * 13]


def test_batches_are_bounded() -> None:
    assert [len(b) for b in reader.batches(documents(40))] == [16, 16, 8]
    assert [len(b) for b in reader.batches(documents(4, "long " * 12_000))] == [1, 1, 1, 1]


def deadly(model: str, where: str, batch: tuple[Document, ...]) -> object:
    """Reads in a process of its own; one article takes the process down."""
    if any(d.source == "5.txt" for d in batch):
        os.kill(os.getpid(), 9)
    return reader.told(Parser({}, model), Fresh({}), batch)


def test_an_article_that_kills_its_process_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "told_elsewhere", deadly)
    monkeypatch.setattr(reader, "FEW", 3)
    room = reader.Reader(open_store(str(tmp_path / "x.db")), MODEL)
    done = {d.given.source: d for d in room.read_all(documents(7), 2)}
    assert len(done) == 7
    assert done["5.txt"].fault == "killed the process that read it, 3 times"
    assert all(d.result for s, d in done.items() if s != "5.txt")
