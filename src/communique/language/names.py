"""A person's name in, its key, family name and gender out: ``key("Lee Jae-myung") -> "person:jae lee myung"``.

Name order and hyphens do not change the key. The given names are a small list, each borne by one gender almost without exception.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

PARTICLES = frozenset("bin ibn bint ben al el ul van von der den de del della di da dos das do du la le lo ter ten af av zu abu as ad ash at".split())
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
INITIAL = re.compile(r"^(?:[A-Z]\.)+$|^[A-Z]$")
APOSTROPHES = str.maketrans("", "", "'’`‘.")


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data/names.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def given() -> dict[str, str]:
    """Given name, folded -> male, female or "" (either)."""
    raw = table()
    wide = files(__package__).joinpath("data/given_names.txt").read_text(encoding="utf-8")
    out = {n: "" for row in wide.splitlines() if not row.startswith("#") for n in row.split()}
    for sort, gender in (("male", "male"), ("female", "female"), ("either", "")):
        out.update(dict.fromkeys(raw[sort], gender))
    return out


@lru_cache(maxsize=1)
def family_first() -> frozenset[str]:
    """Family names that stand before the given name where the name is written in its own order."""
    return frozenset(table()["family_first"])


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Case and accents off: "António" -> "antonio"."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().translate(APOSTROPHES)


def tokens(name: str) -> tuple[str, ...]:
    """Folded words in the order written; hyphens split, initials and suffixes dropped where a full name is left without them."""
    words = [w for w in re.split(r"[\s\-‐-―]+", name) if w]
    full = [w for w in words if not INITIAL.match(w) and w.lower() not in SUFFIXES]
    return tuple(fold(w) for w in (full if len(full) > 1 else words))


def key(name: str) -> str:
    """The key of a person of that name."""
    return "person:" + " ".join(sorted(tokens(name)))


def gender_of(name: str) -> str | None:
    """Male or female where the given name, folded, shows it for sure; None else."""
    return given().get(name) or None


EAST = frozenset({"KOR", "PRK", "CHN", "TWN", "HKG", "VNM", "KHM", "SGP", "MAC"})
REVERSED = frozenset({"JPN", "HUN"})  # written either way in English


def family(words: Sequence[str], country: str | None, alone: Mapping[str, int]) -> tuple[str, ...]:
    """The family name among a full name's folded words. ``alone``: how often each word stands alone in the document.

    The half that recurs alone is the family name; where neither does, the custom of the country or of the name itself decides.
    """
    first, last = words[0], words[-1]
    a, z = alone.get(first, 0), alone.get(last, 0)
    if country not in EAST and first in given():
        a = 0  # "Hillary" may recur alone, and is no family name
    if a != z:
        head = a > z
    elif country in EAST or country is None:
        head = first in family_first() and (country in EAST or ((len(words) == 3 or first not in given()) and last not in family_first()))
    else:
        head = False
    return (first,) if head else _with_particles(words)


def _with_particles(words: Sequence[str]) -> tuple[str, ...]:
    i = len(words) - 1
    while i > 1 and words[i - 1] in PARTICLES:
        i -= 1
    return tuple(words[i:])


@lru_cache(maxsize=1)
def spellings() -> dict[str, str]:
    """A spelling -> the form by which we compare."""
    raw = tomllib.loads(files(__package__).joinpath("data/spellings.toml").read_text(encoding="utf-8"))
    return {w: form for form, others in raw.items() for w in others}


def shared(word: str) -> str:
    """One spelling for all transliterations of a name: "Mohammed" and "Muhammad" -> "muhammad"."""
    w = fold(word)
    return spellings().get(w, w)
