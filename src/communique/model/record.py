"""A row of the record, and the record: what readings tell together, with the passages each value rests on.

``Row("figure", id="n12", story="s1", evidence=(passage,), slots={"value": 183.0, "unit": "worker"})``
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from .actor import Actor
from .layout import Layout
from .notice import Notice
from .passage import Passage

# What a slot may hold. Passages and actors stay themselves until an export writes them out, so none can lose its words.
Value = str | int | float | bool | None | Passage | Actor | tuple["Value", ...] | Mapping[str, "Value"]

LISTS = (
    "articles", "origins", "stories", "meetings", "statements", "commitments", "disputes", "frameworks", "assessments",
    "figures", "times", "events", "disagreements", "absences", "changes", "relations", "candidates",
)  # fmt: skip
WITHOUT_EVIDENCE = frozenset({"articles", "origins", "stories", "candidates"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of one list of the record. A row that needs evidence and has none can't be made (ValueError)."""

    list: str
    id: str
    story: str | None = None
    evidence: tuple[Passage, ...] = ()
    slots: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.list not in LISTS:
            raise ValueError(f"no list {self.list!r} in the record")
        if not self.evidence and self.list not in WITHOUT_EVIDENCE:
            raise ValueError(f"row {self.id} of {self.list} shows no words")

    def get(self, name: str) -> Value:
        return self.slots.get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All rows, each list sorted by id; ``notices`` tell what was not read; ``layouts`` hold the articles by id."""

    rows: tuple[Row, ...] = ()
    notices: tuple[Notice, ...] = ()
    layouts: Mapping[str, Layout] = field(default_factory=dict)
    # rows by list, by story and by both, made when first asked for
    _index: dict[tuple[str | None, str | None], list[Row]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _by_id: dict[str, dict[str, Row]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, name: str, story: str | None = None) -> list[Row]:
        """The rows of one list, of one story where given."""
        return list(self._indexed().get((name, story), ()))

    def told_in(self, story: str) -> list[Row]:
        """All rows of one story."""
        return list(self._indexed().get((None, story), ()))

    def of_ids(self, name: str, ids: Collection[str]) -> list[Row]:
        """The rows of one list with these ids, by id."""
        if name not in self._by_id:
            self._by_id[name] = {r.id: r for r in self.of(name)}
        known = self._by_id[name]
        return [known[i] for i in sorted(ids) if i in known]

    def _indexed(self) -> dict[tuple[str | None, str | None], list[Row]]:
        if not self._index:
            for r in self.rows:
                for key in {(r.list, None), (r.list, r.story), (None, r.story)}:
                    self._index.setdefault(key, []).append(r)
        return self._index

    def sentences(self, p: Passage) -> Passage:
        """The passage widened to the sentences it touches; itself where its article's layout is not at hand."""
        layout = self.layouts.get(p.article)
        touched = [s for s in layout.sentences if s.start < p.end and p.start < s.end] if layout else []
        if not touched:
            return p
        return Passage(p.document, min(p.start, touched[0].start), max(p.end, touched[-1].end))
