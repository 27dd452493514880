"""Verdicts in, tables out: how precise each kind and each family of rules is, on stories read while mending and on those held out; alpha between two coders."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from labels_pool import SINGLE

FAMILIES = Path(__file__).parents[1] / "src" / "communique" / "families.toml"
Label = dict[str, Any]


def key(x: Label) -> tuple[Any, ...]:
    """What makes a judged row that row: where it stands, what kind it is, and what its slots said."""
    return x["kind"], x["article"], x["start"], x["end"], x["sig"]


def held_out(story: str) -> bool:
    return hashlib.sha256(story.encode()).digest()[0] % 2 == 0


def family_of(kind: str, rule: str) -> str:
    """The family that the rule belongs to; the whole kind where none is named."""
    name = rule.partition(":")[2] or rule
    for family, rules in tomllib.loads(FAMILIES.read_text(encoding="utf-8")).get(kind, {}).items():
        if name in rules:
            return str(family)
    return kind


def score(labels: Sequence[Label], kinds: Sequence[str]) -> str:
    """Precision by kind and family over the rows that today's rules make (unsure counts as not right); alpha by kind over all rows judged twice."""
    first = [x for x in labels if x["round"] == 1]
    coders = "; ".join(sorted({f"round {x['round']}: {x['coder']}" for x in labels}))
    told = [x for x in first if x["outlet"] != SINGLE]
    stories, outlets = ({x[slot] for x in told} for slot in ("story", "outlet"))
    out = [f"{len(first)} rows judged: {len(told)} of {len(stories)} stories and {len(outlets)} outlets, {len(first) - len(told)} of single sentences"]
    out.append(f"coded by {coders}")
    now = [x for x in first if x["now"]]
    out.append(f"{len(now)} of them made by the rules of today, slot by slot; {alpha_rows(labels)} judged by two passes")
    out.append(f"{'kind':<14}{'rows':>6}{'right':>7}{'wrong':>7}{'unsure':>8}{'precision':>11}{'held out':>16}{'alpha (rows)':>16}")
    for kind in [*kinds, "all"]:
        if mine := [x for x in now if kind in (x["kind"], "all")]:
            n = Counter(x["verdict"] for x in mine)
            agreed = alpha([x for x in labels if kind in (x["kind"], "all")])
            shown = f"{agreed[0]:.2f} ({agreed[1]})" if agreed else "n/a"
            out.append(f"{kind:<14}{len(mine):>6}{n['right']:>7}{n['wrong']:>7}{n['unsure']:>8}{share(mine):>11}{held(mine):>16}{shown:>16}")
    out.append(f"\n{'kind':<14}{'family':<22}{'rows':>6}{'precision':>11}{'held out':>16}")
    for (kind, family), mine in sorted(families(now).items()):
        out.append(f"{kind:<14}{family:<22}{len(mine):>6}{share(mine):>11}{held(mine):>16}")
    return "\n".join(out)


FRESH = (3, 4)  # rounds: rows of stories that nobody had judged, drawn once, judged by two who did not see each other
UNDATED = ("PLOVER-GSR", "PLV-train")  # sets of single sentences whose days are made up


def fresh(labels: Sequence[Label], kinds: Sequence[str]) -> str:
    """Precision of the fresh draw by each of its two passes; then again without rows faulted for a day alone where the set itself has no true day."""
    passes = [{key(x): x for x in labels if x["round"] == r} for r in FRESH]
    both = sorted(passes[0].keys() & passes[1].keys())
    out = [f"{len(both)} rows of stories that nobody had judged; " + "; ".join(sorted({f"round {x['round']}: {x['coder']}" for p in passes for x in p.values()}))]
    out.append(f"{'kind':<14}{'rows':>6}{'first':>8}{'second':>8}{'both right':>12}{'alpha':>8}{'days aside: rows':>19}{'first':>8}{'second':>8}")
    for kind in [*kinds, "all"]:
        mine = [(passes[0][k], passes[1][k]) for k in both if kind in (k[0], "all")]
        if not mine:
            continue
        kept = [pair for pair in mine if not any(x["why"].startswith("when") and x["article"].startswith(UNDATED) for x in pair)]
        first, second = (right([pair[n] for pair in mine]) / len(mine) for n in (0, 1))
        a, b = (right([pair[n] for pair in kept]) / len(kept) for n in (0, 1))
        agreed = sum(x["verdict"] == y["verdict"] == "right" for x, y in mine) / len(mine)
        alike = agreement([(x["verdict"], y["verdict"]) for x, y in mine])
        out.append(f"{kind:<14}{len(mine):>6}{first:>8.2f}{second:>8.2f}{agreed:>12.2f}{alike:>8.2f}{len(kept):>19}{a:>8.2f}{b:>8.2f}")
    return "\n".join(out)


def families(labels: Sequence[Label]) -> dict[tuple[str, str], list[Label]]:
    out: dict[tuple[str, str], list[Label]] = defaultdict(list)
    for x in labels:
        out[x["kind"], family_of(x["kind"], x["rule"])].append(x)
    return out


def family_table(labels: Sequence[Label]) -> dict[str, dict[str, dict[str, int]]]:
    """What the package carries: kind -> family -> rows judged and right, of today's rules, held-out stories apart; "all" is the kind as a whole."""
    now = [x for x in labels if x["round"] == 1 and x["now"]]
    out: dict[str, dict[str, dict[str, int]]] = defaultdict(dict)
    for (kind, family), mine in families(now).items():
        out[kind][family] = counts(mine)
    for kind, found in out.items():
        found["all"] = counts([x for x in now if x["kind"] == kind])
    return out


def counts(mine: Sequence[Label]) -> dict[str, int]:
    apart = [x for x in mine if held_out(x["story"])]
    return {"judged": len(mine), "right": right(mine), "held_out": len(apart), "held_out_right": right(apart)}


def right(mine: Sequence[Label]) -> int:
    return sum(x["verdict"] == "right" for x in mine)


def share(mine: Sequence[Label]) -> str:
    return f"{right(mine) / len(mine):.2f}" if mine else "n/a"


def held(mine: Sequence[Label]) -> str:
    apart = [x for x in mine if held_out(x["story"])]
    return f"{share(apart)} of {len(apart)}" if apart else "n/a"


def twice(labels: Sequence[Label]) -> list[list[str]]:
    by_row: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for x in labels:
        by_row[key(x)].append(x["verdict"])
    return [v for v in by_row.values() if len(v) == 2]


def alpha_rows(labels: Sequence[Label]) -> int:
    return len(twice(labels))


def alpha(labels: Sequence[Label]) -> tuple[float, int] | None:
    """Alpha over the rows with two verdicts, and how many they are; nothing where they are fewer than ten."""
    pairs = twice(labels)
    return None if len(pairs) < 10 else (agreement(pairs), len(pairs))


def agreement(pairs: Sequence[Sequence[str]]) -> float:
    """Krippendorff's alpha for nominal data over pairs of verdicts (K. Krippendorff, Content Analysis, ch. 12)."""
    values = Counter(v for pair in pairs for v in pair)
    n = sum(values.values())
    observed = sum(2 for a, b in pairs if a != b) / n
    expected = sum(values[a] * values[b] for a in values for b in values if a != b) / (n * (n - 1))
    return 1.0 if expected == 0 else 1 - observed / expected
