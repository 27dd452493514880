"""A small store behind the pages: articles of our own, one of them hostile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from communique.corridor import Communique
from communique.web import make_app

HOSTILE = "<script>document.title='owned'</script>\u202e\u0007"
ARTICLES = [
    {
        "id": "one", "outlet": "Harbour Post", "title": "Ministers meet in Oslo", "published": "2021-03-03", "url": "https://harbour.example/1",
        "text": "OSLO (AP) — Norwegian Foreign Minister Ine Berg met Finnish Foreign Minister Aino Laine in Oslo on Wednesday. "
        "The two ministers agreed to reopen the northern ferry line, which was closed after 12 workers were killed in a fire.\n\n"
        "\"We will not wait another year,\" Berg said after the talks. Laine said that Finland would pay for half of the new quay.",
    },
    {
        "id": "two", "outlet": f"Fjord {HOSTILE}", "title": f"=HYPERLINK(\"http://x.example\") {HOSTILE}",
        "published": "2021-03-04", "url": "javascript:alert(1)",
        "text": "Foreign Minister Aino Laine of Finland and her Norwegian counterpart, Ine Berg, held talks in Oslo on Wednesday on a ferry line. "
        "It was closed after a fire that killed 15 workers. <img src=x onerror=alert(1)> Laine said that Finland would pay for half of the quay.\n\n"
        + "x" * 5000,
    },
]  # fmt: skip


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("web")
    given = folder / "given.jsonl"
    given.write_text("\n".join(json.dumps(a) for a in ARTICLES), encoding="utf-8")
    where = str(folder / "store.db")
    with Communique(where) as desk:
        desk.add([given])
        desk.refresh()
    return where


@pytest.fixture
def client(store: str) -> Iterator[TestClient]:
    with TestClient(make_app(store), base_url="http://localhost") as c:
        yield c


@pytest.fixture
def fresh(store: str, tmp_path: Path) -> str:
    """A copy of the store, for tests that write."""
    import shutil

    where = tmp_path / "copy.db"
    shutil.copy(store, where)
    return str(where)
