"""Parquet and WARC: each row and page is an article; other columns, torn files and empty ones are named."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from communique.documents import read_bytes
from communique.model.document import Document
from communique.model.notice import Notice

from .door_files import TEXT, TITLE, page


def parquet(**columns: list[object]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def warc(pages: int, *, gzip: bool) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    for n in range(pages):
        for kind, payload in (("text/html; charset=utf-8", page()), ("image/png", b"\x89PNG")):
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
            writer.write_record(writer.create_warc_record(f"http://example.org/{n}", "response", payload=io.BytesIO(payload), http_headers=headers))
    return out.getvalue()


def found(raw: bytes, name: str) -> tuple[list[Document], list[Notice]]:
    items = list(read_bytes(raw, name))
    return [d for d in items if isinstance(d, Document)], [n for n in items if isinstance(n, Notice)]


def test_a_row_is_an_article() -> None:
    docs, notices = found(parquet(text=[TEXT, None], title=[TITLE, "x"], published=[date(2026, 3, 2), None], other=[1, 2]), "a.parquet")
    assert [(d.title, d.published.value if d.published else None) for d in docs] == [(TITLE, "2026-03-02")]
    assert [(n.where, n.what) for n in notices] == [("a.parquet#2", "has no text")]


def test_other_columns_are_named() -> None:
    docs, notices = found(parquet(body=["x"], day=["y"]), "a.parquet")
    assert docs == []
    assert notices[0].what == "has no column `text` (it has: body, day)"
    assert notices[0].skipped


def test_a_torn_parquet_is_named() -> None:
    raw = parquet(text=[TEXT])
    for torn in (raw[:-10], raw[: len(raw) // 2], b"PAR1"):
        docs, notices = found(torn, "a.parquet")
        assert docs == []
        assert "is no whole Parquet file" in notices[0].what


@pytest.mark.parametrize("gzip", [True, False])
def test_a_page_of_a_warc_is_an_article(gzip: bool) -> None:
    docs, notices = found(warc(2, gzip=gzip), "a.warc.gz" if gzip else "a.warc")
    assert [d.url for d in docs] == ["http://example.org/0", "http://example.org/1"]
    assert all(d.fetched for d in docs)
    assert notices == []


@pytest.mark.parametrize("gzip", [True, False])
def test_a_warc_cut_anywhere_gives_what_is_whole_and_never_half_a_page(gzip: bool, tmp_path: Path) -> None:
    raw = warc(2, gzip=gzip)
    whole, _ = found(raw, "a.warc.gz")
    for cut in range(5, len(raw), 97):
        docs, notices = found(raw[:cut], "a.warc.gz")
        assert [d.text for d in docs] == [d.text for d in whole[: len(docs)]]
        assert all(n.where == "a.warc.gz" for n in notices)
    docs, notices = found(raw[: len(raw) // 2 - 60], "a.warc.gz")
    assert len(docs) < 2
