"""A row of figures in, its label out, made of its slots: ``label(row) -> "about 180 workers killed"``."""

from __future__ import annotations

from ..model.record import Row
from .shelf import text_of

SIGN = {"about": "about ", "at least": "at least ", "at most": "at most "}
SHORT = 60  # characters of a phrase that still makes a label
ONE_FORM = frozenset({"percent"})
DEAD = frozenset({"fatality", "death", "body", "casualty"})  # units that say themselves what happened
OPEN = frozenset("tens dozens scores hundreds thousands millions billions several few some many a an at more over nearly about".split())


def label(row: Row) -> str:
    """Value, unit and what is counted, as far as read; in the article's own words where they hold no plain number ("one of two houses")."""
    counts, of, unit = (text_of(row.get(slot)) for slot in ("counts", "of", "unit"))
    written = text_of(row.get("as_written"))
    wordy = row.get("value") == 1 or (row.get("value") is None and not any(c.isdigit() for c in written))  # "one house", "tens of thousands"
    if written and len(written) < SHORT and (unit == "share" or wordy):
        sign = "" if written.lower().split(maxsplit=1)[0] in OPEN else SIGN.get(text_of(row.get("precision")), "")
        return _plain(f"{sign}{written} {_rest(written, counts, unit)}")
    if counts and (unit == "person" or unit in DEAD or unit.lower()[:4] in counts.lower()):
        unit = ""
    if unit.isalpha() and unit.islower() and len(unit) > 2 and not unit.endswith("s") and row.get("value") != 1 and unit not in ONE_FORM:
        unit += "s"
    return _plain(f"{amount(row)} {unit} {counts}") + (f" (of {_plain(of)})" if of and of != counts else "")


def amount(row: Row) -> str:
    """The value with its precision, or the range: ``at least 22,000,000``."""
    value = row.get("value")
    number = text_of(value) if value is not None else "–".join(filter(None, (text_of(row.get("min")), text_of(row.get("max")))))
    return SIGN.get(text_of(row.get("precision")), "") + number


def _rest(written: str, counts: str, unit: str) -> str:
    """What is counted, where the article's phrase does not say it."""
    if not counts or unit in DEAD or counts.split(maxsplit=1)[0].lower() in written.lower().split():
        return ""
    return f"of {counts}" if unit == "share" else counts


def _plain(text: str) -> str:
    """Words as a person sets them: no space before an apostrophe or around a hyphen that the reading set apart."""
    return " ".join(text.replace(" 's ", "'s ").replace(" ’s ", "’s ").replace(" - ", "-").split())
