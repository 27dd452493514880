"""The bundled sample in, sixty drafts' lines with one planted fault each and sixty clean ones out, and how many `check` tells apart.

    python bench/check_planted.py [--write] [-v]

Each line is made from the sample's own record by a fixed seed: a quotation with its speaker, a sentence with its figure or date, a person with a role. A
fault changes one thing: a word of the quotation, its speaker, the number, the day, two letters of a name; or the quotation is invented.
A fault counts as found where `check` wants a look at its line; a clean line counts as false where it does.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from quality import put

from communique import Communique
from communique.model.actor import Actor
from communique.model.passage import Passage
from communique.model.record import Record
from communique.views import check

EACH = 10
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SPARE = "weather orchard tractor violin library kitchen glacier".split()


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ap.add_argument("--write", action="store_true", help="put the table into docs/measures.md")
    ap.add_argument("-v", "--verbose", action="store_true", help="lines missed and lines falsely marked")
    a = ap.parse_args()
    folder = Path(str(resources.files("communique.sample") / "coverage"))
    with Communique(":memory:") as desk:
        desk.add([folder])
        record = desk.record()
        clean, faults = planted(record)
        missed = [f"{kind}: {line}" for kind, line in faults if not marked(desk, record, line)]
        false = [f"{kind}: {line}: {why}" for kind, line in clean if (why := marked(desk, record, line))]
    table = f"planted faults found  {len(faults) - len(missed)} of {len(faults)}\nclean lines marked    {len(false)} of {len(clean)}"
    print(table)
    if a.verbose:
        print("\n".join([*(f"missed  {m}" for m in missed), *(f"false   {f}" for f in false)]))
    if a.write:
        put("check", table, "python bench/check_planted.py")
    return 0


def marked(desk: Communique, record: Record, line: str) -> str:
    """Why `check` wants a look at the line; '' where it wants none."""
    path = Path("planted.txt")
    try:
        path.write_text(line, encoding="utf-8")
        articles, _ = desk.look(path)
    finally:
        path.unlink(missing_ok=True)
    return "; ".join(f"{f.kind} {f.how} {f.text!r} {f.why}" for x in articles for f in check.draft(record, x) if f.needs_a_look)


Lines = list[tuple[str, str]]


def planted(record: Record) -> tuple[Lines, Lines]:
    """Sixty clean lines and sixty with one fault, ten of each kind, the same ones in every run."""
    r = random.Random(11)  # noqa: S311  a choice of lines, not a secret
    kinds = {
        "quotation": (quotations(record), altered),
        "speaker": (quotations(record), other_speaker(record)),
        "invented": (quotations(record), invented),
        "figure": (sentences(record, "figures"), other_number),
        "date": (dated(record), other_day),
        "name": (people(record), misspelt),
    }
    clean: Lines = []
    faults: Lines = []
    for kind, (made, fault) in kinds.items():
        lines = sorted(set(made))
        r.shuffle(lines)
        clean += [(kind, line) for line in lines[:EACH]]
        changed = [(line, f) for line in lines if (f := fault(line, r)) and f != line]
        faults += [(kind, f) for _, f in (changed * EACH)[:EACH]]
    return (clean * 2)[:60], faults


def quotations(record: Record) -> Iterator[str]:
    for row in record.of("statements"):
        speaker, content = row.get("speaker"), row.get("content")
        if all(o.get("second_hand") for o in record.of("origins") if row.evidence[0].article in (o.get("articles") or ())):  # type: ignore[operator]
            continue  # to be looked at even where it is right
        if (
            row.get("mode") == "direct"
            and isinstance(speaker, Actor)
            and speaker.kind == "person"
            and speaker.name
            and isinstance(content, tuple)
            and len(content) == 1
        ):
            words = str(content[0].text).strip('“”" ,.') if isinstance(content[0], Passage) else ""  # type: ignore[union-attr]
            if len(words.split()) >= 5 and not set(words) & set('“”"'):
                yield f"“{words},” {speaker.name} said."


def sentences(record: Record, name: str) -> Iterator[str]:
    for row in record.of(name):
        p = record.sentences(min(row.evidence))
        if row.get("kind") in ("count", "money", "percent") and not set(p.text) & set('“”"\n') and re.search(r"\d", p.text):
            yield p.text


def dated(record: Record) -> Iterator[str]:
    for row in record.of("times"):
        p = record.sentences(min(row.evidence))
        if re.search(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b", p.text) and not set(
            p.text
        ) & set('“”"\n'):
            yield p.text


def people(record: Record) -> Iterator[str]:
    for name, role in sorted(full_names(record).items()):
        yield f"{role.title()} {name} took part in the talks."


def full_names(record: Record) -> dict[str, str]:
    """Name -> role of persons with both."""
    found: dict[str, str] = {}
    for row in record.rows:
        for value in row.slots.values():
            for a in value if isinstance(value, tuple) else (value,):
                if isinstance(a, Actor) and a.kind == "person" and a.name and " " in a.name and a.role:
                    found.setdefault(a.name, a.role)
    return found


def altered(line: str, r: random.Random) -> str:
    words = line.split()
    end = next((i for i, w in enumerate(words) if "”" in w), 0)
    at = [i for i, w in enumerate(words[:end]) if w.isalpha() and len(w) > 4 and i > 0]
    if not at:
        return ""
    words[r.choice(at)] = r.choice(SPARE)
    return " ".join(words)


def other_speaker(record: Record):  # type: ignore[no-untyped-def]
    names = sorted({re.sub(r"^.*” | said\.$", "", q) for q in quotations(record)} | set(full_names(record)))

    def swap(line: str, r: random.Random) -> str:
        name = re.sub(r"^.*” | said\.$", "", line)
        others = [n for n in names if not set(n.split()) & set(name.split())]
        return line.replace(f"” {name}", f"” {r.choice(others)}") if others else ""

    return swap


def invented(line: str, r: random.Random) -> str:
    name = re.sub(r"^.*” | said\.$", "", line)
    return f"“We will never {r.choice(SPARE)} with the {r.choice(SPARE)} of our {r.choice(SPARE)} again,” {name} said."


def other_number(line: str, r: random.Random) -> str:
    found = re.finditer(r"(?<![\d,.])\d[\d,]*(?![\d,])", line)
    numbers = [m for m in found if not re.fullmatch(r"(?:19|20)\d\d", m.group()) and not re.search(rf"(?:{MONTHS})\w* $", line[: m.start()])]
    if not numbers:
        return ""
    m = r.choice(numbers)
    value = int(m.group().replace(",", "")) * 3 + 1
    return f"{line[: m.start()]}{value:,}{line[m.end() :]}"


def other_day(line: str, r: random.Random) -> str:
    return re.sub(r"\b([JFMASOND][a-z]+) (\d{1,2})\b(?!,? \d{4})?", lambda m: f"{m[1]} {int(m[2]) % 27 + 2}", line, count=1)


def misspelt(line: str, r: random.Random) -> str:
    head, tail = line.split(" took", maxsplit=1)[0], " took" + line.split(" took")[1]
    words = head.split()
    last = words[-1]
    at = r.randrange(1, max(2, len(last) - 2))
    words[-1] = last[:at] + last[at + 1 : at + 2] + last[at] + last[at + 2 :]
    return " ".join(words) + tail


if __name__ == "__main__":
    sys.exit(main())
