"""A record and a story in, every fact of it as a short line out, list by list, most attested first: what the screen shows of a story.

Where the brief picks what fits on two printed pages, nothing is picked here but by number: ``most`` lines a list, the rest counted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from ..model.actor import Actor
from ..model.passage import Passage
from ..model.record import Record, Row
from .brief.facts import WANTED
from .figures import label as figure
from .lines import Line, Section
from .matrix import label
from .shelf import Shelf, counted, day, many, not_found, one_line, text_of, when
from .statement import content

MOST = 60  # lines of one list
DATED = re.compile(r"(BC)?\d{4}")
LOUD = ("count", "money", "percent", "measure")  # figures that count things; durations and dates stand with the days


def make(record: Record, story: Row, most: int = MOST) -> tuple[Section, ...]:
    """The sections that have a line, and those a reader would look for."""
    shelf = Shelf.of(record, story)
    lists = (
        ("agreed", "Agreed, and how far it has got", [_promise(shelf, r) for r in shelf.ranked("commitments") if r.get("status") not in WANTED]),
        ("wanted", "Wanted by a side", [_promise(shelf, r) for r in shelf.ranked("commitments") if r.get("status") in WANTED]),
        ("meetings", "Meetings", [_meeting(shelf, r) for r in shelf.ranked("meetings")]),
        ("disputed", "What stands between them", [_plain(shelf, r, _names(r, "actors"), text_of(r.get("about")), "status") for r in shelf.ranked("disputes")]),
        ("said", "Who said what", _said(shelf)),
        ("figures", "Figures", [_figure(shelf, r) for r in sorted(shelf.ranked("figures"), key=lambda r: r.get("kind") not in LOUD)]),
        ("events", "Who did what to whom", [_event(shelf, r) for r in shelf.ranked("events")]),
        ("changed", "What changed between versions", [_change(shelf, r) for r in shelf.of_list("changes") if r.get("what") != "wording"]),
        ("only-one", "Only one account says", [_alone(shelf, r) for r in shelf.of_list("absences")]),
        ("held", "Held about it", [_held(shelf, r) for r in shelf.ranked("assessments")]),
        ("arranged", "Standing arrangements", [_plain(shelf, r, text_of(r.get("name")), "", "kind", _names(r, "members")) for r in shelf.ranked("frameworks")]),
        ("days", "Days named", _days(shelf)),
    )
    return tuple(Section(key=key, title=title, lines=tuple(x[:most]), left_out=max(0, len(x) - most)) for key, title, x in lists if x)


def _plain(shelf: Shelf, row: Row, head: str, words: str, tag: str, note: str = "") -> Line:
    """Head and words are slots of the row; the sentence stands with its citation."""
    return Line(
        row=row.id, head=head, words=words if words or head else label(row), note=note, origins=shelf.attested(row), cites=shelf.cites(row.evidence),
        tags=tuple(filter(None, (text_of(row.get(tag)),))),
    )  # fmt: skip


def _promise(shelf: Shelf, row: Row) -> Line:
    states = list(dict.fromkeys(text_of(h.get("status")) for h in many(row.get("history")) if isinstance(h, Mapping)))
    told = ", then ".join(states) if len(states) > 1 else ""
    notes = [told, f"due {when(row.get('due'))}" if row.get("due") else "", f"if: {text_of(row.get('condition'))}" if row.get("condition") else ""]
    dropped = [f"[{shelf.numbers.get(str(a), 0)}]" for a in many(row.get("dropped_in"))]
    notes.append(f"left out, not withdrawn, in {', '.join(dropped)}" if dropped else "")
    return _plain(shelf, row, _names(row, "parties"), text_of(row.get("action")) or _sentence(shelf, row), "status", "; ".join(filter(None, notes)))


def _meeting(shelf: Shelf, row: Row) -> Line:
    told = (text_of(row.get("form")), text_of(row.get("place")), when(row.get("from")))
    return _plain(shelf, row, _names(row, "participants"), "", "status", ", ".join(filter(None, told)))


def _figure(shelf: Shelf, row: Row) -> Line:
    """Figures that count things first is the order of the list; the others say what they are."""
    line = _plain(shelf, row, figure(row), "", "")
    kind = text_of(row.get("kind"))
    return line if not kind or kind in LOUD else _plain(shelf, row, figure(row) or label(row), "", "kind")


def _event(shelf: Shelf, row: Row) -> Line:
    head = " → ".join(filter(None, (text_of(row.get("actor")), text_of(row.get("recipient")))))
    return _plain(shelf, row, head, one_line(min(row.evidence)), "type", when(row.get("when")))


def _held(shelf: Shelf, row: Row) -> Line:
    by = text_of(row.get("by")) or {"outlet": "the outlet itself"}.get(voice := text_of(row.get("voice")), voice)
    return _plain(shelf, row, by, text_of(row.get("value")) or _sentence(shelf, row), "kind", text_of(row.get("direction")))


def _alone(shelf: Shelf, row: Row) -> Line:
    """What was looked for, in how many texts, and not found."""
    told = next((r for r in shelf.rows if r.id == row.get("what")), None)
    whole, cut = len(many(row.get("complete_texts"))), len(many(row.get("cut_texts")))
    return _plain(shelf, row, "", label(told) if told else _sentence(shelf, row), "kind", not_found(whole, cut))


def _change(shelf: Shelf, row: Row) -> Line:
    """Before and after stand next to each other as sides."""
    carried = [f"[{shelf.numbers.get(str(a), 0)}]" for a in many(row.get("still_carried_by"))]
    ends = ((str(row.get("from")), "before"), (str(row.get("to")), "after"))
    sides = tuple(Line(row="", head=f"[{shelf.numbers.get(article, 0)}]", words=text_of(row.get(slot))) for article, slot in ends)
    note = "the old words still stand in " + ", ".join(carried) if carried else ""
    return Line(row=row.id, tags=(text_of(row.get("what")),), note=note, origins=1, cites=shelf.cites(row.evidence), sides=sides)


def _said(shelf: Shelf) -> list[Line]:
    """One line a speaker, with one side for each utterance: its fullest wording, and how many others there are."""
    speakers: dict[str, list[Row]] = defaultdict(list)
    for row in shelf.of_list("statements"):
        speaker = row.get("speaker")
        speakers[speaker.key if isinstance(speaker, Actor) else ""].append(row)
    lines = [_speaker(shelf, rows) for key, rows in speakers.items() if key]
    lines.sort(key=lambda x: (-x.origins, -len(x.sides), x.head))
    return lines + ([_speaker(shelf, speakers[""])] if "" in speakers else [])


def _speaker(shelf: Shelf, rows: list[Row]) -> Line:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[text_of(row.get("utterance")) or row.id].append(row)
    actors = [a for r in rows if isinstance(a := r.get("speaker"), Actor)]
    best = max(actors, key=lambda a: (bool(a.role), bool(a.country), len(a.name or ""), a.as_written), default=None)
    sides = sorted((_utterance(shelf, g) for g in groups.values()), key=lambda x: (-x.origins, -len(x.cites), x.cites[0].number, x.cites[0].start))
    origins = {shelf.origin(p.article) for r in rows for p in r.evidence}
    note = ", ".join(filter(None, (best.role, best.country))) if best else ""
    name = (best.name or best.as_written) if best else "Speaker not resolved"
    return Line(row=best.id if best else "", head=name, note=note, origins=len(origins), sides=tuple(sides))


def _utterance(shelf: Shelf, group: list[Row]) -> Line:
    full = min(group, key=lambda r: (-{"direct": 2, "mixed": 1}.get(text_of(r.get("mode")), 0), -len(content(r)), r.id))
    wordings = len({"".join(c for c in content(r).casefold() if c.isalnum()) for r in group})
    mode, stance = text_of(full.get("mode")), text_of(full.get("stance"))
    told = (mode if mode != "indirect" else "", stance if stance != "said" else "", counted(wordings, "wording") if wordings > 1 else "")
    evidence = [p for r in group for p in r.evidence]
    return Line(
        row=text_of(full.get("utterance")) or full.id, words=content(full), tags=tuple(filter(None, told)), cites=shelf.cites(evidence),
        note=", ".join(filter(None, (text_of(full.get("setting")), when(full.get("when"))))), origins=len({shelf.origin(p.article) for p in evidence}),
    )  # fmt: skip


def _days(shelf: Shelf) -> list[Line]:
    """One line a day, with the words that name it; durations and "now" are no days."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in shelf.of_list("times"):
        if DATED.match(named := day(row.get("value") or row.get("from"))):
            found[named].append(row)
    return [_day(shelf, name, rows) for name, rows in sorted(found.items())]


def _day(shelf: Shelf, name: str, rows: list[Row]) -> Line:
    evidence = [p for r in rows for p in r.evidence]
    words = ", ".join(dict.fromkeys(one_line(p) for p in evidence))
    return Line(row=rows[0].id, head=name, words=words, origins=len({shelf.origin(p.article) for p in evidence}), cites=shelf.cites(evidence))


def _sentence(shelf: Shelf, row: Row) -> str:
    return one_line(shelf.sentence(min((p for p in row.evidence if isinstance(p, Passage)), key=Passage.key)))


def _names(row: Row, slot: str) -> str:
    return ", ".join(dict.fromkeys(filter(None, (text_of(a) for a in many(row.get(slot))))))
