"""Files of an archive in, a folder out that ``add`` reads fast (its articles, the parses of its distinct sentences): ``Archive(..).make(paths)``.

Stages, each a folder of Parquet that is the checkpoint of the next: articles (of each input file), sentences, distinct, parses. Nothing is decided
here: readings, lineage and records are made when the folder is added, by the one path that makes them.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import documents
from .errors import CommuniqueError
from .model import codec
from .model.document import Document
from .model.notice import Notice

if TYPE_CHECKING:
    import pyarrow as pa

    from .engines.tables import LocalTables

MANIFEST = "archive.json"
CHUNK = 500  # articles of one file
PART = 4_000  # distinct sentences of one file, about
DISTINCT = "SELECT key, min(words) AS words, (ascii(substr(key, 2, 1)) * 256 + ascii(substr(key, 3, 1))) % {parts} AS part FROM sentences GROUP BY key"


class Archive:
    """A folder in the making; one process works on it at a time."""

    def __init__(self, folder: Path, model: str, engine: LocalTables) -> None:
        self.folder, self.model, self.engine = folder, model, engine

    def make(self, paths: Sequence[str]) -> list[Notice]:
        """All stages over all files; what was set aside comes back. Made again with the same files and options, it goes on where it stopped."""
        needed()
        inputs = [p for path in paths for p in documents.find(path)]
        files = [p for p in inputs if isinstance(p, Path)]
        self._begin(files)
        with self._alone():
            self._articles(files)
            list(self.engine.map(self._files("articles"), partial(sentences_of, self.model), self.folder / "sentences"))
            rows = sum(map(_rows, self._files("sentences")))
            if rows:
                self.engine.sql(DISTINCT.format(parts=1 + rows // PART), self.folder / "distinct", sentences=self.folder / "sentences")
            list(self.engine.map(self._files("distinct"), partial(parses_of, self.model), self.folder / "parses"))
            manifest = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))
            _put(self.folder / MANIFEST, {**manifest, "whole": True})
        return [*(n for n in inputs if isinstance(n, Notice)), *notices(self.folder)]

    def _begin(self, files: list[Path]) -> None:
        """Write down what this folder is made of, or see that it is the same as before."""
        from .readings.parse import VERSION

        asked = {"version": 1, "model": self.model, "parser": VERSION, "files": [[str(f.resolve()), f.stat().st_size, f.stat().st_mtime_ns] for f in files]}
        path = self.folder / MANIFEST
        if not path.exists():
            if self.folder.is_dir() and any(self.folder.iterdir()):
                raise CommuniqueError(f"{self.folder} holds other files", "give -o a folder that is new or empty")
            self.folder.mkdir(parents=True, exist_ok=True)
            _put(path, {**asked, "whole": False})
            return
        before = json.loads(path.read_text(encoding="utf-8"))
        differs = [name for name in asked if before.get(name) != asked[name]]
        if differs:
            what = f"{self.folder} was begun with other {' and '.join(differs)}"
            raise CommuniqueError(what, "give the same files and options to go on, or another folder with -o")

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        with (self.folder / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as e:
                raise CommuniqueError(f"another process works on {self.folder}", "wait for it") from e
            yield

    def _articles(self, files: list[Path]) -> None:
        from .engines import tables

        out = self.folder / "articles"
        out.mkdir(exist_ok=True)
        named = {f: out / f"{n:06d}.json" for n, f in enumerate(files)}
        todo = [f for f in files if not tables.is_done(named[f])]
        for done in self.engine.run(todo, partial(articles_of, {str(f): str(p) for f, p in named.items()})):
            if done.fault:
                for half in out.glob(f"{named[done.given].stem}-*"):
                    half.unlink()
                tables.set_aside(named[done.given], done.fault)

    def _files(self, stage: str) -> list[Path]:
        return sorted((self.folder / stage).glob("*.parquet"))


def articles_of(named: dict[str, str], file: Path) -> Path:
    """The articles of one input file in Parquet files of some hundreds, then the list of its notices, which says that they are all there."""
    import pyarrow as pa

    from .engines import tables

    end = Path(named[str(file)])
    told: list[Notice] = []

    def found() -> Iterator[Document]:
        for item in documents.read_path(file):
            if isinstance(item, Notice):
                told.append(item)
            else:
                yield item

    stream = found()
    for n, chunk in enumerate(iter(lambda: list(islice(stream, CHUNK)), [])):
        rows = {"id": [d.id for d in chunk], "body": [json.dumps(codec.encode(d), ensure_ascii=True) for d in chunk]}
        tables.write(pa.table(rows), end.with_name(f"{end.stem}-{n:05d}.parquet"))
    _put(end, [[n.where, n.what, n.next_step, n.skipped] for n in told])
    return end


def sentences_of(model: str, articles: pa.Table) -> pa.Table:
    """(key, words) of each distinct sentence of some articles."""
    import pyarrow as pa

    from . import passages
    from .readings.page import parsed
    from .readings.parse import Parser

    parser = Parser({}, model)
    found: dict[str, str] = {}
    for d in _documents(articles):
        texts = parsed(passages.lay_out(d))
        found.update(zip(parser.keys(texts), texts, strict=True))
    kept = {k: w for k, w in found.items() if _is_text(w)}
    return pa.table({"key": pa.array(kept.keys(), pa.string()), "words": pa.array(kept.values(), pa.string())})


def parses_of(model: str, sentences: pa.Table) -> pa.Table:
    """(key, body): the parse of each sentence, as the cache of parses has it."""
    import pyarrow as pa

    from .readings.parse import Parser, load

    load(model)
    cache: dict[str, str] = {}
    Parser(cache, model).prepare(sentences["words"].to_pylist())
    return pa.table({"key": pa.array(cache.keys(), pa.string()), "body": pa.array(cache.values(), pa.string())})


def needed() -> None:
    """CommuniqueError where what archives need is not installed."""
    try:
        import duckdb  # noqa: F401  only whether it is there
        import pyarrow  # noqa: F401
    except ImportError as e:
        raise CommuniqueError(f"archives need {e.name}", "pip install 'communique[archive]'") from e


def is_archive(path: str | os.PathLike[str]) -> bool:
    return Path(path, MANIFEST).is_file()


def find(paths: Iterable[str | Path]) -> Iterator[Document | Notice]:
    """Documents and notices behind what was named, archives among it, in order; what is not there is a notice, and the others are still read."""
    for path in paths:
        try:
            yield from articles(Path(path)) if is_archive(path) else documents.read_path(path)
        except CommuniqueError as e:
            yield Notice(str(path), e.what.removesuffix(f": {path}"), e.next_step, skipped=True)


def articles(folder: Path) -> Iterator[Document | Notice]:
    """What the files of the archive held, in their order, and what was told of them. CommuniqueError where it was never finished."""
    needed()
    import pyarrow.parquet as pq

    if not json.loads((folder / MANIFEST).read_text(encoding="utf-8")).get("whole"):
        raise CommuniqueError(f"{folder} is not finished", "run the `communique archive` that began it again: it goes on where it stopped")
    yield from notices(folder)
    for file in sorted((folder / "articles").glob("*.parquet")):
        yield from _documents(pq.read_table(file))


def parses(folder: Path, model: str) -> Iterator[dict[str, str]]:
    """Its parses, some thousands at a time; none where another model or another parser made them."""
    import pyarrow.parquet as pq

    from .readings.parse import VERSION

    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    if (manifest["model"], manifest["parser"]) != (model, VERSION):
        return
    for file in sorted((folder / "parses").glob("*.parquet")):
        table = pq.read_table(file)
        yield dict(zip(table["key"].to_pylist(), table["body"].to_pylist(), strict=True))


def notices(folder: Path) -> list[Notice]:
    """What could not be read: files set aside whole, and what was told of the others."""
    from .engines import tables

    names = {f"{n:06d}.json": f for n, (f, *_) in enumerate(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"])}
    found = [Notice(names[f], f"was set aside: {fault}", "mend it or leave it out", skipped=True) for f, fault in tables.aside(folder / "articles").items()]
    for stage in ("sentences", "parses"):
        for f, fault in tables.aside(folder / stage).items():
            found.append(Notice(str(folder / stage / f), f"was set aside: {fault}", "its sentences are read when the folder is added"))
    for path in sorted((folder / "articles").glob("??????.json")):
        found += [Notice(*n) for n in json.loads(path.read_text(encoding="utf-8"))]
    return found


def _documents(table: pa.Table) -> Iterator[Document]:
    for body in table["body"].to_pylist():
        yield codec.decode(Document, json.loads(body))


def _rows(file: Path) -> int:
    import pyarrow.parquet as pq

    return int(pq.read_metadata(file).num_rows)


def _is_text(words: str) -> bool:
    """Half a character (a lone surrogate) can't be kept in a table: such a sentence is parsed when it is read."""
    return not any("\ud800" <= c <= "\udfff" for c in words)


def _put(path: Path, value: Any) -> None:
    half = path.with_name(path.name + ".half")
    half.write_text(json.dumps(value, ensure_ascii=True), encoding="utf-8")
    os.replace(half, path)
