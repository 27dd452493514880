"""A Parquet file in, one Document a row out: the columns of a JSON line (``text`` and what else there is of them), in any order, others passed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from ..model.document import Document
from ..model.notice import Notice
from .jsonl import document_of
from .limits import LINE_BYTES

COLUMNS = ("id", "source", "url", "outlet", "title", "byline", "published", "modified", "fetched", "text")
ROWS = 256  # at a time


def read_parquet(stream: BinaryIO, name: str) -> Iterator[Document | Notice]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        yield Notice(name, "is Parquet, which is not read without pyarrow", "pip install 'communique[archive]'", skipped=True)
        return
    number = 0
    try:
        file = pq.ParquetFile(stream)
        there = file.schema_arrow.names
        if "text" not in there:
            has = ", ".join(there[:12]) or "none"
            yield Notice(name, f"has no column `text` (it has: {has})", "name the column of the articles' words `text`", skipped=True)
            return
        for batch in file.iter_batches(ROWS, columns=[c for c in COLUMNS if c in there]):
            for row in batch.to_pylist():
                number += 1
                where = f"{name}#{number}"
                if len(str(row["text"] or "")) > LINE_BYTES:
                    yield Notice(where, f"text is longer than {LINE_BYTES >> 20} MB", "give one article a row", skipped=True)
                    continue
                yield from document_of({k: _plain(v) for k, v in row.items() if v is not None}, where)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, OSError) as fault:
        what = f"breaks off after row {number}" if number else "is no whole Parquet file"
        yield Notice(name, f"{what} ({str(fault).splitlines()[0][:120]})", "get the file again", skipped=True)


def _plain(value: Any) -> Any:
    """Dates as JSON lines have them."""
    return value.isoformat() if hasattr(value, "isoformat") else value
