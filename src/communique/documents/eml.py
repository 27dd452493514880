"""A saved mail in, one Document out: its subject, date and text. Attachments are named, not read."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from typing import BinaryIO

from ..model.document import Document
from ..model.notice import Notice
from .check import check_text
from .html import read_page
from .limits import FILE_BYTES
from .stamps import stamp
from .text import file_name
from .whole import whole

PARTS = 500
REPLY = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def read_eml(stream: BinaryIO, name: str) -> Iterator[Document | Notice]:
    raw, fault = whole(stream, name, FILE_BYTES)
    if fault is None and raw.lower().count(b"\ncontent-type:") > PARTS:
        fault = Notice(name, f"has more than {PARTS} parts", "save its text as .txt", skipped=True)
    if fault:
        yield fault
        return
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    if not isinstance(mail, EmailMessage) or not mail.keys():
        yield Notice(name, "is no mail", "save the mail itself (.eml)", skipped=True)
        return
    yield from _attachments(mail, name)
    found = mail.get_body(preferencelist=("plain", "html"))
    words = _words(found) if found else ""
    if not words.strip():
        yield Notice(name, "the mail holds no text", "add its attachments one by one", skipped=True)
        return
    published, fault = stamp(_header(mail, "date"), "Date header", name)
    if fault:
        yield fault
    subject = REPLY.sub("", _header(mail, "subject"))[:500] or None
    sender = _header(mail, "from")
    if found is not None and found.get_content_type() == "text/html":
        words, told = _from_html(words, name)
        yield from told
        if not words:
            return
    refused = check_text(words, name)
    yield refused or Document.make(
        source=name, text=words, address=file_name(name), title=subject, published=published, declared=(("from", sender),) if sender else ()
    )


def _from_html(words: str, name: str) -> tuple[str, list[Notice]]:
    """The article of a mail in HTML, without a title of its own."""
    found = list(read_page(words, name))
    doc = next((d for d in found if isinstance(d, Document)), None)
    return (doc.text[doc.body_start :] if doc else ""), [n for n in found if isinstance(n, Notice)]


def _words(part: MIMEPart) -> str:
    try:
        content = part.get_content()
    except (LookupError, ValueError, AssertionError):  # an encoding that is not known
        payload = part.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return content.replace("\r\n", "\n") if isinstance(content, str) else ""


def _header(mail: EmailMessage, key: str) -> str:
    try:
        return " ".join(str(mail[key] or "").split())
    except (ValueError, TypeError, IndexError, AttributeError):  # a header that the library can't take apart
        return ""


def _attachments(mail: EmailMessage, name: str) -> Iterator[Notice]:
    names = [part.get_filename() or part.get_content_type() for part in mail.iter_attachments()]
    if names:
        shown = ", ".join(names[:8]) + (" ..." if len(names) > 8 else "")
        yield Notice(name, f"{len(names)} attachment{' was' if len(names) == 1 else 's were'} not read: {shown}", "save them and add them as files")
