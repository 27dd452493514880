"""Bytes become Documents; what can't be read becomes one plain line, and the rest is read."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from communique.documents import jsonl as lines
from communique.documents import read_bytes, read_path
from communique.errors import CommuniqueError
from communique.model.document import Document
from communique.model.notice import Notice

STORY = "  date 2018-07-09 ASMARA - The leaders met.\n\nThey agreed to talk again.\n"
GERMAN = (
    "Die Regierung hat gestern beschlossen, dass die Verhandlungen mit den Nachbarn weitergehen. Der Minister sagte, man werde die "
    "Gespräche fortsetzen und hoffe auf eine Einigung noch in diesem Jahr, trotz aller Schwierigkeiten, die es gegeben habe."
)


def documents(raw: bytes, name: str) -> list[Document]:
    return [d for d in read_bytes(raw, name) if isinstance(d, Document)]


def notices(raw: bytes, name: str) -> list[Notice]:
    return [n for n in read_bytes(raw, name) if isinstance(n, Notice)]


def test_a_text_file_is_kept_as_it_is() -> None:
    (doc,) = documents(STORY.encode(), "coverage/a.txt")
    assert (doc.text, doc.source, doc.body_start, doc.title) == (STORY, "coverage/a.txt", 0, None)


def test_an_article_keeps_its_id_when_its_folder_moves() -> None:
    assert documents(STORY.encode(), "one/a.txt")[0].id == documents(STORY.encode(), "two/a.txt")[0].id
    assert documents(STORY.encode(), "one/a.txt")[0].id != documents(STORY.encode(), "one/b.txt")[0].id


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_or_without_a_mark(encoding: str) -> None:
    assert documents("He said “yes”.".encode(encoding), "a.txt")[0].text == "He said “yes”."


def test_another_encoding_is_guessed_and_told() -> None:
    raw = "The café talks, he said, were “good” – and long.".encode("cp1252")
    assert documents(raw, "a.txt")[0].text == "The café talks, he said, were “good” – and long."
    assert "not UTF-8; read as cp1252" in notices(raw, "a.txt")[0].what
    assert not notices(raw, "a.txt")[0].skipped


@pytest.mark.parametrize(
    ("raw", "what"),
    [(b"", "is empty"), (b" \n\n ", "is empty"), (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "binary"), (GERMAN.encode(), "German")],
)
def test_what_cannot_be_read_is_one_plain_line(raw: bytes, what: str) -> None:
    (notice,) = notices(raw, "a.txt")
    assert notice.skipped
    assert what in notice.line()
    assert notice.next_step
    assert not documents(raw, "a.txt")


def test_a_short_text_is_not_judged_by_its_language() -> None:
    assert documents(b"Gut.", "a.txt")


def test_a_json_line_is_an_article_with_its_fields() -> None:
    line = {"id": "7", "url": "https://a.example/x", "outlet": "The Post", "title": "They met", "byline": "A B",
            "published": "2018-07-09T10:00:00Z", "modified": "9 July 2018, 14:30", "text": "They met on Monday."}  # fmt: skip
    (doc,) = documents(json.dumps(line).encode(), "a.jsonl")
    assert doc.text == "They met\n\nThey met on Monday."
    assert doc.text[doc.body_start :] == "They met on Monday."
    assert doc.source == "7"
    assert doc.published is not None
    assert doc.modified is not None
    assert (doc.published.value, doc.modified.value, doc.modified.came_from) == ("2018-07-09T10:00:00Z", "2018-07-09T14:30", "modified field")


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        ("published", ["2018-07-09"], '"published" is a list, not text; left out'),
        ("title", {"en": "They met"}, '"title" is an object, not text; left out'),
        ("byline", [{"name": "A B"}], '"byline" is a list, not text; left out'),
        ("source", {"x": 1}, "\"source\" is an object, not text; the file's name and line stand for it"),
        ("url", True, '"url" is true or false, not text; left out'),
        ("complete", "no", '"complete" is text, not true or false; taken as unknown'),
        ("declared", ["x"], '"declared" is a list, not an object; left out'),
        ("published", "2018-07-09T10:00:00+99:00", "published field is +99:00 off UTC, which no clock is; read without it"),
    ],
)
def test_a_field_of_another_kind_is_named_and_the_article_read(field: str, value: object, what: str) -> None:
    raw = json.dumps({"text": "They met on Monday.", field: value}).encode()
    for name in ("a.jsonl", "a.json"):
        (notice,) = notices(raw, name)
        assert (notice.what, notice.skipped) == (what, False)
        assert notice.next_step
        assert [d.text for d in documents(raw, name)] == ["They met on Monday."]


def test_fields_that_are_empty_numbers_or_several_authors_are_as_they_should_be() -> None:
    line = {"id": 7, "text": "They met.", "title": " ", "url": None, "byline": ["A B", "C D"], "published": "2018-07-09T10:00:00 -0700", "complete": "unknown"}
    raw = json.dumps(line).encode()
    assert not notices(raw, "a.jsonl")
    (doc,) = documents(raw, "a.jsonl")
    assert (doc.source, doc.title, doc.byline, doc.published and doc.published.value) == ("7", None, "A B, C D", "2018-07-09T10:00:00-0700")


def test_an_address_has_no_control_characters() -> None:
    raw = json.dumps({"text": "They met.", "url": "https://a.example/\u0000\u0007x\u007f\u0080"}).encode()
    assert documents(raw, "a.jsonl")[0].url == "https://a.example/x"


def test_source_is_kept_as_given() -> None:
    assert documents(b'{"id": "7", "source": "wires/7", "text": "They met."}', "a.jsonl")[0].source == "wires/7"


def test_a_bad_line_is_named_and_the_rest_is_read() -> None:
    raw = b'{"text": "One."}\n{"text": \n\n["x"]\n{"title": "no text"}\n{"text": "Two."}\n'
    assert [d.text for d in documents(raw, "a.jsonl")] == ["One.", "Two."]
    assert [n.where for n in notices(raw, "a.jsonl")] == ["a.jsonl:2", "a.jsonl:4", "a.jsonl:5"]


def test_an_endless_line_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LINE_BYTES", 1000)
    raw = b'{"text": "' + b"x" * 5000 + b'"}\n{"text": "Two."}\n'
    found = list(lines.read_jsonl(io.BytesIO(raw), "a.jsonl"))
    assert [f.where if isinstance(f, Notice) else f.text for f in found] == ["a.jsonl:1", "Two."]


def test_a_date_that_is_none_is_told_and_left_out() -> None:
    raw = b'{"text": "One.", "published": "soon"}'
    assert documents(raw, "a.jsonl")[0].published is None
    assert "published field is no date" in notices(raw, "a.jsonl")[0].what


def test_a_json_file_holds_one_article_or_a_list() -> None:
    assert len(documents(b'[{"text": "One."}, {"text": "Two."}]', "a.json")) == 2
    assert len(documents(b'{\n "text": "One."\n}', "a.json")) == 1


def test_pasted_text_is_told_apart_from_pasted_lines() -> None:
    assert documents(b'{"text": "One."}\n{"text": "Two."}', "-")[1].text == "Two."
    assert documents(b"The leaders met.", "-")[0].text == "The leaders met."


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt"):
        (tmp_path / name).write_text(f"This is {name}.")
    (tmp_path / "picture.xyz").write_text("x")
    found = list(read_path(tmp_path))
    assert [Path(d.source).name for d in found if isinstance(d, Document)] == ["a.txt", "b.txt", "c.txt"]
    assert [n.what for n in found if isinstance(n, Notice)] == [".xyz files are not read"]


def test_a_pattern_is_expanded(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.jsonl"):
        (tmp_path / name).write_text("Some words.")
    assert len(list(read_path(str(tmp_path / "*.txt")))) == 2


def test_a_missing_path_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(CommuniqueError, match="no such file"):
        read_path(tmp_path / "nothing.txt")


def test_an_address_is_not_fetched() -> None:
    with pytest.raises(CommuniqueError, match="save the page"):
        read_path("https://valley.example/railway")


def test_a_file_that_cannot_be_opened_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Some words.")
    opened = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    found = list(read_path(tmp_path))
    assert "Permission denied" in found[0].what  # type: ignore[union-attr]
    assert isinstance(found[1], Document)


def test_a_dead_link_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert [n.what for n in read_path(tmp_path) if isinstance(n, Notice)] == ["leads nowhere"]
    (tmp_path / "empty").mkdir()
    assert [n.skipped for n in read_path(tmp_path / "empty") if isinstance(n, Notice)] == [True]
