"""Small stores behind the pages: articles of our own, one of them hostile; the bundled sample; nothing at all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import communique
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
WORST = [
    {
        "id": "worst", "outlet": "\"><svg onload=alert(1)><style>*{display:none}</style>", "published": "2021-03-05\r\nset-cookie: a=b",
        "title": "</title><style>body{display:none}</style>\u202e\u2066{{ 7 * 7 }} @SUM(A1) " + "w" * 3000,
        "byline": "-2+3|cmd", "url": "data:text/html,<script>1</script>",
        "text": "Foreign Minister Aino Laine said: \"</span><script>document.title='owned'</script> We agreed to pay 15 million euros.\" "
        "Norwegian Foreign Minister Ine Berg met Foreign Minister Aino Laine in Oslo on Wednesday and 15 workers were killed. "
        "<a href='javascript:alert(1)'>x</a>\n\n"
        + "y" * 990_000,
    },
    {"id": "plain", "outlet": "=1+1", "title": "\t=cmd|' /C calc'!A0", "published": "2021-03-05", "url": "JaVaScRiPt:alert(1)",
     "text": "Foreign Minister Aino Laine met Norwegian Foreign Minister Ine Berg in Oslo on Wednesday. Laine said that 12 workers were killed in a fire."},
]  # fmt: skip


def filled(folder: Path, articles: list[dict[str, str]]) -> str:
    given, where = folder / "given.jsonl", str(folder / "store.db")
    given.write_text("\n".join(json.dumps(a) for a in articles), encoding="utf-8")
    with Communique(where) as desk:
        desk.add([given])
        desk.refresh()
    return where


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    return filled(tmp_path_factory.mktemp("web"), ARTICLES)


@pytest.fixture(scope="session")
def worst(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Every kind of hostile text that we can think of."""
    return filled(tmp_path_factory.mktemp("worst"), WORST)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The bundled sample."""
    where = str(tmp_path_factory.mktemp("sample") / "store.db")
    with Communique(where) as desk:
        desk.add([Path(communique.__file__).parent / "sample" / "coverage"])
        desk.refresh()
    return where


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("empty") / "store.db")


@pytest.fixture
def client(store: str) -> Iterator[TestClient]:
    with TestClient(make_app(store), base_url="http://localhost") as c:
        yield c


@pytest.fixture
def fresh(store: str, tmp_path: Path) -> str:
    """A copy of the store, for tests that write."""
    where = tmp_path / "copy.db"
    shutil.copy(store, where)
    return str(where)
