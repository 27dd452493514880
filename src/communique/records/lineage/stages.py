"""Words in, how far what they tell has come out: ahead, under way or done. ``stage("will meet on Monday") -> (0, 1)``."""

from __future__ import annotations

import re

AHEAD = re.compile(
    r"\b(?:will|would|to be|is to|are to|may|might|could|plans? to|planned to|expected to|is expected|are expected|scheduled|set to|due to|upcoming|"
    r"ahead of|aiming to|aims to|hopes? to|poised|preparing|prepares?|on (?:his|her|their) way|arrived|arrives|arriving|travell?ing|heads? (?:to|for)|"
    r"for talks|for a summit|for a meeting|later (?:today|on)|tomorrow|next week|looks? to|seeks? to)\b"
)
UNDER_WAY = re.compile(
    r"\b(?:is (?:hosting|holding|meeting|visiting|attending)|are (?:holding|meeting|attending)|at the (?:start|outset|beginning|opening)|began|begun|"
    r"under ?way|started|opened|continu(?:e|es|ing))\b"
)
DONE = re.compile(
    r"\b(?:agreed|signed|announced|voted|passed|rejected|launched|"
    r"confirmed|reaffirmed|concluded|ended|held|met|reached|adopted|approved|issued|pledged|said (?:he|she|they) had|"
    r"after (?:the|their|its|a|\w+ hours? of) (?:\w+ )?(?:talks|meeting|summit|session|vote|news conference|announcement|deal|signing)|"
    r"hours later|joint (?:news|press) conference|"
    r"joint statement|(?:was|were) (?:intended|expected|due|set|scheduled) to|did not|had (?:been|agreed|reached|discussed)|discussed)\b"
)
BEEN = re.compile(r"\b(?:was|were)\b")  # says that a thing is done only where it stands in the place of another tense
Stage = tuple[int, int]
STAGES = ((AHEAD, 0), (UNDER_WAY, 1), (DONE, 2))


def stage(words: str, *, rewritten: bool = False) -> Stage | None:
    """How far what a piece of text tells has come: (0 ahead, 1 under way, 2 done), and by how many words; None where nothing tells."""
    counts = [(len(pattern.findall(words)) + (rewritten and n == 2 and len(BEEN.findall(words))), n) for pattern, n in STAGES]
    most = max(counts)
    if most[0] == 0 or sum(c == most[0] for c, _ in counts) > 1:
        return None
    return most[1], most[0]
