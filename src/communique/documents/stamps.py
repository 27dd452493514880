"""A date as a file gives it in, a Stamp or the Notice that says why there is none out: ``stamp("1970-01-01", "JSON-LD datePublished", "a.html")``."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..language.stamps import read_stamp
from ..model.document import Stamp
from ..model.notice import Notice

FIRST = "1980"  # the web and the wires' own files are younger; 1970-01-01 is a clock that was never set
OFF = re.compile(r"(?<=\d)\s*(?:GMT|UTC)?[+-]\d\d(?::?\d\d)?$")  # an offset at the end of a time
LATEST = timedelta(days=2)


def stamp(given: str | None, came_from: str, where: str) -> tuple[Stamp | None, Notice | None]:
    """A date before 1980 or after the day after tomorrow is left out, and told."""
    if not given:
        return None, None
    value = read_stamp(given)
    if value is None:
        return None, Notice(where, f"{came_from} is no date: {given[:40]!r}", "write it as 2026-01-31 or 2026-01-31T10:00:00+09:00")
    if value < FIRST:
        return None, Notice(where, f"{came_from} says {value[:10]}, which no article here can be; left out", "give the date of publication yourself")
    if value[:10] > (date.today() + LATEST).isoformat():
        return None, Notice(where, f"{came_from} says {value[:10]}, which is still to come; left out", "check the date, or this machine's clock")
    off = OFF.search(given)
    if off and len(given) > 16 and not OFF.search(value) and not value.endswith("Z"):
        what = f"{came_from} is {off[0].strip()} off UTC, which no clock is; read without it"
        return Stamp(value, came_from), Notice(where, what, "write it as 2026-01-31T10:00:00+09:00")
    return Stamp(value, came_from), None
