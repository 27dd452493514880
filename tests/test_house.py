"""The rooms lean only on what they may: nothing outside their own room, `model` and what MAY names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "src" / "communique"
ANY = {"errors"}  # an error is a plain line; every room may raise one
MAY = {
    "model": set(),
    "language": set(),
    "engines": set(),
    "documents": {"model", "language"},
    "passages": {"model", "language"},
    "readings": {"model", "language"},
    "records": {"model", "language"},
    "views": {"model", "language"},
    "exports": {"model", "views"},
    "stores": {"model"},
    "fetching": {"model"},
    "sample": set(),
    "errors": set(),
    "testing": {"model"},
    "run": set(),
    "settings": set(),
    "codebook": set(),
    "__main__": {"cli"},
    "archive": {"documents", "engines", "model", "passages", "readings"},
    "reader": {"archive", "documents", "engines", "model", "passages", "readings", "stores"},
    "upkeep": {"engines", "model", "records", "stores"},
    "corridor": {
        "archive", "reader", "run", "settings", "upkeep", "documents", "engines", "exports", "fetching", "language", "model", "passages", "readings", "records",
        "sample", "stores", "views",
    },
    "cli": {"archive", "codebook", "engines", "corridor", "settings", "exports", "model", "sample", "stores", "views", "web"},
    "web": {"corridor", "exports", "model", "stores", "views"},
}  # fmt: skip


def files() -> list[Path]:
    return sorted(p for p in ROOT.rglob("*.py") if p.name != "__init__.py" or p.parent != ROOT)


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def leans_on(path: Path) -> Iterator[tuple[int, str]]:
    """(line, room of ours) for each import, wherever in the file it stands."""
    package = ["communique", *path.relative_to(ROOT).with_suffix("").parts][:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            whole = [*base, *(node.module.split(".") if node.module else [])]
            names = [whole] if len(whole) > 1 else [[*whole, a.name] for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name.split(".") for a in node.names]
        else:
            continue
        for name in names:
            if name[0] == "communique" and len(name) > 1:
                yield node.lineno, name[1]


@pytest.mark.parametrize("path", files(), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_leans_only_on_what_its_room_may(path: Path) -> None:
    room = room_of(path)
    assert room in MAY, f"{room} is no room of the house"
    for line, other in leans_on(path):
        assert other == room or other in MAY[room] | ANY, f"{path.relative_to(ROOT)}:{line} leans on {other}"


def test_only_one_file_knows_the_language_model() -> None:
    knows = {str(p.relative_to(ROOT)) for p in files() if any(n.split(".")[0] == "spacy" for n in imported(p))}
    assert knows == {"readings/parse.py"}


def test_only_fetching_knows_the_network() -> None:
    network = {"socket", "urllib.request", "http.client", "requests", "httpx", "aiohttp"}
    knows = {room_of(p) for p in files() if network & set(imported(p))}
    assert knows <= {"fetching"}


def imported(path: Path) -> list[str]:
    out = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            out += [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            out.append(node.module)
    return out


@pytest.mark.parametrize("path", files(), ids=lambda p: str(p.relative_to(ROOT)))
def test_every_file_says_what_goes_in_and_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", files(), ids=lambda p: str(p.relative_to(ROOT)))
def test_files_stay_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
