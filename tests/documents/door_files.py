"""One little story as a text file, a page, a PDF, a Word file, rich text and a mail, and two press-database bundles; all written here."""

from __future__ import annotations

import io
import json

PARAGRAPHS = [
    "VADUZ, Liechtenstein — The ministers of two valley towns agreed on Monday to reopen the old railway between them, after a day of talks in the town hall.",
    "“We have waited long enough,” the mayor of the upper town said at a news conference. About 400 people had gathered in front of the building.",
    "Work on the line is to begin in May. The two sides will meet again on Friday to settle who pays for the bridge, which fell into the river in 1987.",
    "The railway was closed after the war, and buses have run between the towns since then.",
]
TITLE = "Valley towns agree to reopen railway"
TEXT = "\n\n".join(PARAGRAPHS) + "\n"


def page(*, body: list[str] | None = None, ld: dict[str, object] | None = None, head: str = "") -> bytes:
    """A saved page with a menu, an article and a footer."""
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld else ""
    inner = "".join(f"<p>{p}</p>" for p in (PARAGRAPHS if body is None else body))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | The Valley Post</title>{head}{script}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
        f"<main><article><h1>{TITLE}</h1>{inner}</article></main><footer><p>Terms of use</p></footer></body></html>"
    ).encode()


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF of printed lines; an empty page is a picture of one."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        words = "".join(f"({line.replace(chr(92), '').replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj T*\n" for line in lines)
        content = f"BT /F1 11 Tf 14 TL 60 780 Td\n{words}ET".encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for n, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (n, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def printed(text: str, width: int = 78) -> list[str]:
    """The lines of a text as a printer breaks them."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        line = ""
        for word in paragraph.split():
            if line and len(line) + len(word) + 1 > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines.append(line)
    return lines


def docx(paragraphs: list[str], *, tracked: bool = False, comment: bool = False, table: bool = False) -> bytes:
    import docx as word
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = word.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if tracked:
        made = document.add_paragraph("They will meet on ")
        made._p.append(parse_xml(f'<w:del {space} w:id="1" w:author="A"><w:r><w:delText>Thursday</w:delText></w:r></w:del>'))
        made._p.append(parse_xml(f'<w:ins {space} w:id="2" w:author="A"><w:r><w:t>Friday</w:t></w:r></w:ins>'))
        made.add_run(" again.")
    if comment:
        document.paragraphs[0]._p.append(parse_xml(f'<w:r {space}><w:commentReference w:id="0"/></w:r>'))
    if table:
        grid = document.add_table(rows=1, cols=2)
        grid.rows[0].cells[0].text = "400"
        grid.rows[0].cells[1].text = "people"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def fields(rows: list[str]) -> bytes:
    """A Word file whose press-database fields stand in a table."""
    import docx as word

    document = word.Document()
    grid = document.add_table(rows=0, cols=2)
    for row in rows[:-1]:
        tag, _, value = row.partition("   ")
        if not value:
            grid.rows[-1].cells[1].add_paragraph(row)
            continue
        cells = grid.add_row().cells
        cells[0].text, cells[1].text = tag, value
    document.add_paragraph(rows[-1])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rtf(lines: list[str]) -> bytes:
    def escaped(line: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in line.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}"))

    return ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\n" + "\n".join(escaped(line) + "\\par" for line in lines) + "\n}").encode("ascii")


def mail(*, html: bool = False, attachment: bool = False) -> bytes:
    from email.message import EmailMessage

    made = EmailMessage()
    made["Subject"], made["From"], made["Date"] = f"Fwd: {TITLE}", "Valley Wire <desk@valley.example>", "Mon, 09 Jul 2018 18:30:00 +0200"
    made.set_content(page().decode() if html else TEXT, subtype="html" if html else "plain")
    if attachment:
        made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="accord.pdf")
    return made.as_bytes()


NEXIS = [
    "Documents (2)", "", f"1. {TITLE}", "Client/Matter: -None-", "Search Terms: valley AND railway", "2. Bridge to be built", "Client/Matter: -None-",
    "Search Terms: valley AND railway", "", TITLE, "The Valley Post", "July 9, 2018 Monday", "", "Copyright 2018 Valley Media All Rights Reserved",
    "Section: WORLD; Pg. 3", "Length: 120 words", "Byline: Anna Weber", "Dateline: VADUZ", "Body", "", *PARAGRAPHS, "", "Load-Date: July 10, 2018", "",
    "End of Document", "Bridge to be built", "Upland Herald", "July 14, 2018 Saturday", "Length: 60 words", "Body",
    "The bridge over the river will be built by both towns together, their mayors said on Friday after they had met for the second time in a week.",
    "End of Document",
]  # fmt: skip
FACTIVA = [
    "World", TITLE, "By Anna Weber", "120 words", "9 July 2018", "18:30", "The Valley Post", "VALPOS", "English", "(c) 2018 Valley Media", "", *PARAGRAPHS,
    "", "Document VALPOS0020180709ee790001x", "", "Bridge to be built", "60 words", "14 July 2018", "Upland Herald", "UPLHER", "English",
    "Copyright 2018. Upland Press.", "",
    "The bridge over the river will be built by both towns together, their mayors said on Friday after they had met for the second time in a week.",
    "Document UPLHER0020180714ee7e0002m", "", "Search Summary", "Text  valley and railway", "Date  All Dates",
]  # fmt: skip
TAGGED = [
    f"HD   {TITLE}", "BY   Anna Weber", "WC   120 words", "PD   9 July 2018", "ET   18:30", "SN   The Valley Post", "SC   VALPOS", "LA   English",
    "CY   (c) 2018 Valley Media", "LP   " + PARAGRAPHS[0], "TD   " + PARAGRAPHS[1], *PARAGRAPHS[2:], "NS   railways", "AN   Document VALPOS0020180709ee790001x",
    "Document VALPOS0020180709ee790001x",
]  # fmt: skip
