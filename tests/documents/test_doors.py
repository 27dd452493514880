"""The same story through every door: the same sentences, and all that a file says of itself; what is off is told in a line."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.documents import read_bytes
from communique.documents.html_tags import few_attributes
from communique.model.document import Document
from communique.model.notice import Notice
from communique.passages import lay_out
from documents import door_files as made

LD = {
    "@context": "https://schema.org", "@graph": [{
        "@type": "NewsArticle", "headline": made.TITLE, "datePublished": "2018-07-09T18:30:00+02:00", "dateModified": "2018-07-10T08:00:00+02:00",
        "author": [{"@type": "Person", "name": "Anna Weber"}], "publisher": {"@type": "Organization", "name": "The Valley Post"},
        "isBasedOn": "https://wire.example/1", "mainEntityOfPage": {"@id": "https://valley.example/railway"},
    }],
}  # fmt: skip


def read(raw: bytes, name: str) -> tuple[list[Document], list[Notice]]:
    found = list(read_bytes(raw, name))
    return [f for f in found if isinstance(f, Document)], [f for f in found if isinstance(f, Notice)]


def sentences(doc: Document) -> list[str]:
    return [" ".join(doc.text[s.start : s.end].split()) for s in lay_out(doc).sentences]


EXPECTED = sentences(read(made.TEXT.encode(), "a.txt")[0][0])
DOORS = {
    "a.html": made.page(),
    "a.pdf": made.pdf([made.printed(made.TEXT)]),
    "a.docx": made.docx(made.PARAGRAPHS),
    "a.rtf": made.rtf(made.PARAGRAPHS),
    "a.eml": made.mail(),
    "mail in html.eml": made.mail(html=True),
    "nexis.docx": made.docx(made.NEXIS),
    "nexis.rtf": made.rtf(made.NEXIS),
    "factiva.docx": made.docx(made.FACTIVA),
    "factiva.rtf": made.rtf(made.FACTIVA),
    "tagged.docx": made.fields(made.TAGGED),
    "tagged cells.rtf": made.rtf([row.replace("   ", "|") + "|" for row in made.TAGGED]),
    "tagged.rtf": made.rtf(made.TAGGED),
}


@pytest.mark.parametrize("name", DOORS)
def test_each_door_gives_the_sentences_of_the_text_file(name: str) -> None:
    docs, _ = read(DOORS[name], name)
    assert sentences(docs[0]) == EXPECTED


@pytest.mark.parametrize("name", [n for n in DOORS if n.startswith("a.")])
def test_a_file_without_a_known_ending_is_told_by_its_first_bytes(name: str) -> None:
    assert sentences(read(DOORS[name], "pasted")[0][0]) == EXPECTED


def test_a_page_tells_its_fields_and_where_they_stood() -> None:
    (doc,), notices = read(made.page(ld=LD), "a.html")
    assert doc.published is not None
    assert doc.modified is not None
    assert (doc.title, doc.outlet, doc.byline, doc.url) == (made.TITLE, "The Valley Post", "Anna Weber", "https://valley.example/railway")
    assert (doc.published.value, doc.published.came_from) == ("2018-07-09T18:30:00+02:00", "JSON-LD datePublished")
    assert (doc.modified.value, doc.modified.came_from) == ("2018-07-10T08:00:00+02:00", "JSON-LD dateModified")
    assert doc.declared == (("isBasedOn", "https://wire.example/1"),)
    assert doc.complete is None
    assert not notices


def test_a_page_without_json_is_read_by_its_tags() -> None:
    head = (
        '<link rel="canonical" href="https://valley.example/r"><meta property="og:site_name" content="The Valley Post">'
        '<meta property="article:published_time" content="2018-07-09"><meta name="author" content="Anna Weber">'
    )
    (doc,), _ = read(made.page(head=head), "a.html")
    assert (doc.url, doc.outlet, doc.byline) == ("https://valley.example/r", "The Valley Post", "Anna Weber")
    assert doc.published is not None
    assert doc.published.came_from == "meta article:published_time"
    assert doc.modified is None


@pytest.mark.parametrize(("given", "what"), [("1970-01-01T00:00:00Z", "1970-01-01"), ("2098-01-01", "still to come"), ("soon", "no date")])
def test_a_date_that_cannot_be_is_left_out_and_told(given: str, what: str) -> None:
    (doc,), (notice,) = read(made.page(head=f'<meta property="article:published_time" content="{given}">'), "a.html")
    assert doc.published is None
    assert what in notice.what
    assert not notice.skipped


def test_a_paywall_stub_is_read_as_cut() -> None:
    body = [made.PARAGRAPHS[0], "Subscribe to continue reading this article and support our work."]
    (doc,), (notice,) = read(made.page(body=body, ld={"@type": "NewsArticle", "headline": made.TITLE, "isAccessibleForFree": False}), "a.html")
    assert doc.complete is False
    assert "Subscribe" not in doc.text
    assert "only the beginning" in notice.what


def test_a_cookie_wall_is_no_article() -> None:
    body = ["We value your privacy. We and our 802 partners store and access information on a device, such as cookies, and process personal data.",
            "Accept all cookies or manage cookies in your settings. You can change your mind at any time by clicking on the link below."]  # fmt: skip
    docs, notices = read(made.page(body=body), "a.html")
    assert not docs
    assert ["cookie wall" in n.what for n in notices] == [True, False]
    assert notices[-1].skipped


def test_a_page_without_an_article_is_told() -> None:
    for raw in (b"<html><body></body></html>", b"<!doctype html>", b"<html><body><nav><a href=x>Home</a></nav></body></html>"):
        docs, (notice,) = read(raw, "a.html")
        assert not docs
        assert notice.skipped


def test_a_page_laid_out_in_tables_is_read() -> None:
    words = "<br><br>".join(made.PARAGRAPHS)
    raw = f"<html><head><title>Talks</title></head><body><table><tr><td>{words}</td></tr></table></body></html>".encode()
    assert sentences(read(raw, "a.html")[0][0]) == EXPECTED


def attributes(n: int) -> str:
    """A paragraph whose tag has n attributes, some with a mark in their value that ends other tags."""
    soup = " ".join(f"a{i}=1" if i % 3 else f"a{i}='> <p'" for i in range(n))
    return f"<html><body><p {soup}>{made.TEXT.replace(chr(10) * 2, '</p><p>')}</p>"


def test_a_tag_of_any_number_of_attributes_takes_linear_time() -> None:
    def seconds(n: int) -> float:
        start = time.process_time()
        docs, _ = read(attributes(n).encode(), "a.html")
        assert sentences(docs[0])[-1] == EXPECTED[-1]
        return time.process_time() - start

    seconds(10)
    assert seconds(40000) < 12 * max(seconds(10000), 0.1)


@pytest.mark.parametrize("piece", ["<a ", "<a b=' ", '<a b="', "<!--", "<script>", "<?", "</a b", "<a /////", "<a b   ="])
def test_attributes_are_counted_in_linear_time(piece: str) -> None:
    start = time.process_time()
    few_attributes(piece * 100_000)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("page", [made.page().decode(), "<!--><p a=1>x", "<p a='>' b>", "a < b <", "<script>if (i<n " + "a " * 500 + "</script><p>"])
def test_a_page_of_common_tags_stays_letter_by_letter(page: str) -> None:
    assert few_attributes(page) == page


def test_a_broken_page_raises_nothing() -> None:
    odd = b"<html><script type='application/ld+json'>{]</script><p>x", b"<?xml version='1.0'?><html/>"
    for raw in (b"<html><body><p>" * 3000, b"<html>" + b"<div>" * 20_000, *odd):
        read(raw, "a.html")
    deep = json.dumps({"@type": "NewsArticle", "headline": "x"})
    read(made.page(head=f'<script type="application/ld+json">{"[" * 50_000}{deep}</script>'), "a.html")


def test_a_pdf_of_pictures_an_encrypted_and_a_broken_one_are_told() -> None:
    import io

    from pypdf import PdfReader, PdfWriter

    docs, (notice,) = read(made.pdf([[], []]), "scan.pdf")
    assert (docs, "pictures" in notice.what, notice.skipped) == ([], True, True)
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(DOORS["a.pdf"]))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    assert read(out.getvalue(), "a.pdf")[1][0].what == "is encrypted"
    assert "no PDF that can be read" in read(DOORS["a.pdf"][:300], "a.pdf")[1][0].what


def test_a_pdf_with_a_page_that_holds_no_text_is_cut() -> None:
    (doc,), (notice,) = read(made.pdf([made.printed(made.TEXT), []]), "a.pdf")
    assert doc.complete is False
    assert notice.what == "1 of 2 pages hold no text"


def test_running_heads_and_page_numbers_are_left_out() -> None:
    lines = made.printed(made.TEXT)
    pages = [["The Valley Post archive", *lines[n * 3 : n * 3 + 3], f"Page {n + 1} of 3"] for n in range(3)]
    (doc,), _ = read(made.pdf(pages), "a.pdf")
    assert "archive" not in doc.text
    assert "Page" not in doc.text


def test_a_word_file_is_read_with_its_changes_accepted() -> None:
    (doc,), notices = read(made.docx(made.PARAGRAPHS, tracked=True, comment=True, table=True), "a.docx")
    assert "They will meet on Friday again." in doc.text
    assert "Thursday" not in doc.text
    assert [n.what for n in notices] == ["has tracked changes: read as if all were accepted", "1 comments were not read", "1 table was not read"]


@pytest.mark.parametrize("raw", [b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old or locked", DOORS["a.docx"][:2000]])
def test_a_word_file_that_cannot_be_opened_is_told(raw: bytes) -> None:
    docs, (notice,) = read(raw, "a.docx")
    assert not docs
    assert notice.skipped


def test_a_mail_gives_subject_date_and_sender_and_names_its_attachments() -> None:
    (doc,), (notice,) = read(made.mail(attachment=True), "a.eml")
    assert doc.title == made.TITLE
    assert doc.published is not None
    assert (doc.published.value, doc.published.came_from) == ("2018-07-09T18:30:00+02:00", "Date header")
    assert doc.declared == (("from", "Valley Wire <desk@valley.example>"),)
    assert "accord.pdf" in notice.what


@pytest.mark.parametrize("name", ["nexis.docx", "nexis.rtf", "factiva.docx", "factiva.rtf"])
def test_a_bundle_is_split_and_its_header_fields_are_kept(name: str) -> None:
    docs, notices = read(DOORS[name], name)
    assert [(d.title, d.outlet) for d in docs] == [(made.TITLE, "The Valley Post"), ("Bridge to be built", "Upland Herald")]
    assert [d.source for d in docs] == [f"{name}#1", f"{name}#2"]
    assert [d.published.value[:10] for d in docs if d.published] == ["2018-07-09", "2018-07-14"]
    assert docs[0].byline == "Anna Weber"
    assert dict(docs[0].declared)["length"] == "120 words"
    assert not notices


def test_an_article_of_a_bundle_keeps_its_number_as_its_address() -> None:
    one, other = read(DOORS["factiva.rtf"], "x/a.rtf")[0][0], read(DOORS["factiva.docx"], "y/b.docx")[0][0]
    assert one.id == other.id


def test_a_bundle_cut_in_the_middle_is_told() -> None:
    docs, notices = read(made.rtf([*made.FACTIVA[:14], "He went on and on. " * 20]), "cut.rtf")
    assert docs
    first = made.NEXIS[: made.NEXIS.index("End of Document") + 1]
    cut = [*first, "Bridge to be built", "Upland Herald", "July 14, 2018", "Length: 60 words", "Body", "They said " * 40]
    docs, notices = read(made.docx(cut), "cut.docx")
    assert [d.complete for d in docs] == [None, False]
    assert ["cut in the middle" in n.what for n in notices] == [True]
    half = DOORS["nexis.rtf"][: int(len(DOORS["nexis.rtf"]) * 0.9)]
    assert "its end is missing" in read(half, "half.rtf")[1][0].what


RUBBISH = (b"\0\1\2" * 50, b"hello", bytes(range(256)) * 4, b"{\\rtf1 {{{{", b"%PDF-1.7 x", b"<html>", b"From: \nSubject: =?x?b?%%?=\n\n", b"\xff\xfe")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(sorted(DOORS)), st.integers(0, 4000))
def test_a_damaged_file_gives_values_and_no_traceback(raw: bytes, name: str, at: int) -> None:
    whole = DOORS[name]
    at %= len(whole)
    read(whole[:at] + raw + whole[at + len(raw) :], name)


def test_rubbish_under_any_name_raises_nothing() -> None:
    for name in ("a.html", "a.pdf", "a.docx", "a.rtf", "a.eml", "a.jsonl", "a.json", "a.txt"):
        for raw in RUBBISH:
            read(raw, name)
