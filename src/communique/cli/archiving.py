"""`communique archive IN... -o DIR`: files of an archive in, a folder for `add` out, with the lines of what was set aside."""

from __future__ import annotations

from pathlib import Path

import click

from ..settings import settings
from . import desk, say


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--output", "out", required=True, metavar="DIR", help="The folder; begun before with the same files, it goes on.")
@click.option("--jobs", type=click.IntRange(1), help="Processes (default: as many as processors, at most 4).")
@click.option("--longest", type=click.FloatRange(1), default=900.0, show_default=True, help="Seconds after which a file counts as hanging.")
@desk.as_json
def archive(paths: tuple[str, ...], out: str, jobs: int | None, longest: float, as_json: bool) -> int:
    """Read many files (JSON lines, Parquet, WARC, or any that `add` reads) and parse their distinct sentences, once each, in several processes.

    Then: communique add DIR. A file that kills or hangs its process is set aside and named. Stopped, the same command goes on from there.
    """
    from ..archive import Archive
    from ..engines.tables import LocalTables

    found = settings()
    engine = LocalTables(jobs or int(found["jobs"].value), longest)
    notices = Archive(Path(out), found["model"].value, engine).make(paths)
    say.notices(notices)
    skipped = sum(n.skipped for n in notices)
    if as_json:
        say.as_json({"folder": out, "notices": [n.line() for n in notices]})
    else:
        say.data(f"{out} is ready: communique add {out}  ({skipped} skipped)")
    return say.SKIPPED if skipped else say.DONE
