"""Articles for tests of the record rooms: one wire story in its versions, and accounts that have nothing to do with it. All written for these tests."""

from __future__ import annotations

from communique.model.article import Article
from communique.model.document import Document, Stamp
from communique.passages import lay_out

BEFORE = """HELSINKI (AP) — The foreign ministers of Norland and Sudria arrived in Helsinki on Monday for talks on fishing rights in the Amber Strait.

Tuesday's meeting will focus on quotas for herring and on the patrols that both coast guards have sent into the strait since the spring.

The two countries have disputed the waters around the Skerry Islands since 1974, when Norland drew a new line on its charts.

Norland says that 40 of its boats were turned back last year by vessels of the Sudrian coast guard, which denies using force.

Finland offered its good offices in March after a trawler was damaged by a water cannon near the lighthouse of Utgard.

Ministers may discuss a joint commission that would set the quotas each autumn, officials in both capitals say.

Anna Berg in Oslo contributed to this report.
"""
AFTER = """The foreign ministers of Norland and Sudria agreed on Tuesday to share the herring of the Amber Strait, ending months of quarrels at sea.

"We have chosen nets over water cannons," Norland's minister Ida Holm said after the talks in Helsinki. "Our fishermen will sleep better tonight."

The meeting was intended to focus on quotas for herring and on the patrols that both coast guards have sent into the strait since the spring.

The two countries have disputed the waters around the Skerry Islands since 1974, when Norland drew a new line on its charts.

Norland says that about 40 of its boats were turned back last year by vessels of the Sudrian coast guard, which denies using force.

Finland offered its good offices in March after a trawler was damaged by a water cannon near the lighthouse of Utgard.

The ministers agreed on a joint commission that will set the quotas each autumn.

Anna Berg in Oslo contributed to this report.
"""
OTHER = """Sudria's top diplomat returned from the Finnish capital with less than fishermen in the south had hoped for.

At a press conference beside his colleague Ida Holm, Pavel Drun told reporters that his government would publish the text of the accord within a week.

According to the fishing union of Port Sarn, its members lost a third of their income while the strait stayed closed to them.

"A commission is not a catch," said Mira Voss, who speaks for the union and had travelled north to watch the signing.

The union counts 52 boats that were turned back in the past twelve months, a figure that neither government has confirmed.
"""
ELSEWHERE = """Engineers in Lima have finished the first tunnel of a railway that is to link the port of Callao with the eastern suburbs.

The minister of transport walked the last hundred metres on Thursday with workers who had spent four years under the city.

Trains are to run every three minutes and to carry half a million passengers a day once the stations are fitted out.

Shopkeepers along the avenue above complained that the fences had driven their customers away.
"""


def article(text: str, source: str = "a.txt", **known: object) -> Article:
    """A text as an article, laid out but not read."""
    stamps = {k: Stamp(str(known.pop(k)), "field") for k in ("published", "modified") if k in known}
    doc = Document.make(source=source, text=text, **stamps, **known)  # type: ignore[arg-type]
    return Article(document=doc, layout=lay_out(doc))


def by_id(*articles: Article) -> dict[str, Article]:
    return {a.id: a for a in articles}
