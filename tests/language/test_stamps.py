"""Dates as headers write them."""

from __future__ import annotations

import pytest

from communique.language.stamps import find_stamp, match_stamp, read_stamp


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("13 Jan. 2026, 19:09", "2026-01-13T19:09"),
        ("09:26, July 28, 2025", "2025-07-28T09:26"),
        ("Aug 25, 2025", "2025-08-25"),
        ("Tue 13 Jan 2026 09.20 GMT", "2026-01-13T09:20Z"),
        ("August 13, 2025 9:29 AM GMT+9", "2025-08-13T09:29+09:00"),
        ("10:15 AM GMT, August 13, 2025", "2025-08-13T10:15"),
        ("2026-01-13 17:20 KST", "2026-01-13T17:20"),
        ("2026-01-13T10:09:00+09:00", "2026-01-13T10:09:00+09:00"),
        ("Tue, 13 Jan 2026 10:09:00 GMT", "2026-01-13T10:09:00+00:00"),
        ("1st May 2018", "2018-05-01"),
        ("2025-10", "2025-10"),
        ("1942", "1942"),
        ("31 Feb 2026", None),
        ("Tuesday", None),
        ("", None),
        ("13 people in Jan 2026", None),
    ],
)
def test_a_written_date_becomes_iso_as_precise_as_it_is(words: str, value: str | None) -> None:
    read = read_stamp(words)
    assert read == value or (read or "").startswith(value or "none")


def test_a_date_is_found_where_it_stands() -> None:
    text = "All News 14:05 January 13, 2026 | more"
    assert find_stamp(text, 0, len(text)) == ("2026-01-13T14:05", 9, 31)
    assert match_stamp(text, 0) is None
    assert find_stamp("nothing here", 0, 12) is None
