"""A text in, the Notice that refuses it out (None: it can be read): ``check_text("", "a.txt") -> Notice("a.txt", "is empty", ...)``."""

from __future__ import annotations

import re

from ..model.notice import Notice
from .limits import ARTICLE_CHARACTERS

ENOUGH = 200  # letters: below it no language is told with any trust
COMMON = frozenset("the of and to in a is was that for on with as by at from it said his he has have had were are be this which not an but its their".split())
WORD = re.compile(r"[^\W\d_]+")
CONTROL = bytes(b for b in range(27) if b < 9 or b > 13)
LANGUAGES = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "ru": "Russian", "uk": "Ukrainian",
    "ja": "Japanese", "ko": "Korean", "zh": "Chinese", "ar": "Arabic", "fa": "Persian", "tr": "Turkish", "pl": "Polish", "el": "Greek",
    "he": "Hebrew", "hi": "Hindi", "vi": "Vietnamese", "th": "Thai", "id": "Indonesian", "sv": "Swedish", "sr": "Serbian", "mk": "Macedonian",
}  # fmt: skip


def looks_binary(raw: bytes) -> bool:
    """Whether the first bytes hold what no text holds."""
    head = raw[:8192]
    control = len(head) - len(head.translate(None, CONTROL))
    return b"\0" in head or control > len(head) * 0.02


def check_text(text: str, where: str) -> Notice | None:
    """Why this text can't be an article that we read: empty, too long, or in another language."""
    if not text.strip():
        return Notice(where, "is empty", "nothing to read in it", skipped=True)
    if len(text) > ARTICLE_CHARACTERS:
        return Notice(where, f"is longer than {ARTICLE_CHARACTERS:,} characters", "split it into one file an article", skipped=True)
    other = other_language(text)
    if other:
        return Notice(where, f"seems to be in {other}, which is not read", "add an English text of it", skipped=True)
    return None


def other_language(text: str) -> str | None:
    """The name of the language, where the text is surely not English; None for English or too little text."""
    sample = text[:20_000]
    words = WORD.findall(sample)
    letters = sum(map(len, words))
    if letters < ENOUGH and not (letters > ENOUGH // 4 and not sample.isascii() and _foreign_script(words)):
        return None
    if words and sum(map(COMMON.__contains__, map(str.lower, words))) >= 0.12 * len(words):
        return None
    import py3langid  # noqa: PLC0415 - loads a model: only for a text with few of the commonest English words

    code, _ = py3langid.classify(sample[:5000])
    if code == "en":
        return None
    second, _ = py3langid.classify(sample[len(sample) // 2 :][:5000])
    return LANGUAGES.get(code, f"another language ({code})") if second == code else None


def _foreign_script(words: list[str]) -> bool:
    """Most letters are outside the Latin alphabet."""
    letters = "".join(words)
    return sum(1 for c in letters if ord(c) > 0x24F) > len(letters) / 2
