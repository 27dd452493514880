"""The lists of the record as SQL views, for `communique sql`, Datasette, DuckDB and R: ``SELECT speaker, words FROM statements``.

Names and columns are kept from version to version (docs/sql.md); the tables below them are ours and may change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

Column = Callable[[str], str]


def slot(name: str) -> str:
    """A plain value; of a value with its words, the value."""
    return f"coalesce(json_extract(body, '$.slots.{name}.value'), json_extract(body, '$.slots.{name}'))"


def actor(name: str) -> str:
    """An actor's name, else the words."""
    at = f"$.slots.{name}.\"$actor\""
    return f"coalesce(json_extract(body, '{at}.name'), json_extract(body, '{at}.as_written'))"


def country(name: str) -> str:
    return f"json_extract(body, '$.slots.{name}.\"$actor\".country')"


def actors(name: str) -> str:
    """Names, joined by semicolons."""
    each = "coalesce(json_extract(value, '$.\"$actor\".name'), json_extract(value, '$.\"$actor\".as_written'))"
    return f"(SELECT group_concat({each}, '; ') FROM json_each(body, '$.slots.{name}'))"


def countries(name: str) -> str:
    """ISO codes, joined by semicolons."""
    return f"(SELECT group_concat(json_extract(value, '$.\"$actor\".country'), '; ') FROM json_each(body, '$.slots.{name}'))"


def many(name: str) -> str:
    """A list of plain values as JSON."""
    return f"json_extract(body, '$.slots.{name}')"


WORDS = """(SELECT substr(d.text, c.start + 1, c."end" - c.start) FROM cited c JOIN documents d ON d.id = c.article
  WHERE c.row = rows.id AND c.list = rows.list ORDER BY c.article, c.start LIMIT 1)"""
ORIGINS = """(SELECT count(DISTINCT json_extract(a.body, '$.slots.origin')) FROM cited c JOIN rows a ON a.list = 'articles' AND a.id = c.article
  WHERE c.row = rows.id AND c.list = rows.list)"""
RESTS = {"words": WORDS, "origins": ORIGINS}

VIEWS: dict[str, dict[str, str]] = {
    "articles": {n: slot(n) for n in ("source", "url", "outlet", "byline", "title", "published", "modified", "written_about", "origin", "copy_of", "revises",
                                      "shared", "complete")},
    "origins": {"name": slot("name"), "articles": many("articles"), "second_hand": slot("second_hand"), "via": slot("via")},
    "stories": {"title": slot("title"), "first": slot("from"), "last": slot("to"), "articles": many("articles"), "origins": many("origins")},
    "meetings": {"participants": actors("participants"), "countries": countries("participants"), "form": slot("form"), "place": slot("place"),
                 "first": slot("from"), "last": slot("to"), "status": slot("status"), **RESTS},
    "statements": {"speaker": actor("speaker"), "country": country("speaker"), "mode": slot("mode"), "stance": slot("stance"), "addressee": actor("addressee"),
                   "said_when": slot("when"), "utterance": slot("utterance"), "variant": slot("variant"), "basis": slot("basis"), **RESTS},
    "commitments": {"parties": actors("parties"), "countries": countries("parties"), "action": slot("action"), "topic": slot("topic"), "status": slot("status"),
                    "due": slot("due"), "condition": slot("condition"), **RESTS},
    "disputes": {"actors": actors("actors"), "countries": countries("actors"), "about": slot("about"), "status": slot("status"), **RESTS},
    "frameworks": {"name": slot("name"), "kind": slot("kind"), "members": actors("members"), "status": slot("status"), **RESTS},
    "assessments": {"by": actor("by"), "voice": slot("voice"), "kind": slot("kind"), "actors": actors("actors"), "value": slot("value"),
                    "direction": slot("direction"), **RESTS},
    "figures": {"value": slot("value"), "min": slot("min"), "max": slot("max"), "unit": slot("unit"), "counts": slot("counts"), "of": slot("of"),
                "precision": slot("precision"), "said_when": slot("when"), **RESTS},
    "times": {"value": slot("value"), "first": slot("from"), "last": slot("to"), "kind": slot("kind"), "rule": slot("rule"), "anchor": slot("anchor"), **RESTS},
    "events": {"type": slot("type"), "mode": slot("mode"), "actor": actors("actor"), "actor_countries": countries("actor"), "recipient": actors("recipient"),
               "recipient_countries": countries("recipient"), "happened_when": slot("when"), "place": slot("place"), "contexts": many("contexts"),
               "state": slot("state"), "score": slot("score"), "rule": slot("rule"), **RESTS},
    "disagreements": {"on": slot("on"), "kind": slot("kind"), "class": slot("class"), "versions": many("versions"), **RESTS},
    "absences": {"what": slot("what"), "kind": slot("kind"), "complete_texts": many("complete_texts"), "cut_texts": many("cut_texts"), **RESTS},
    "changes": {"from_article": slot("from"), "to_article": slot("to"), "what": slot("what"), "before": slot("before"), "after": slot("after"), **RESTS},
    "relations": {"actor": actor("actor"), "actor_country": country("actor"), "recipient": actor("recipient"), "recipient_country": country("recipient"),
                  "month": slot("month"), "types": many("types"), "cooperation": slot("cooperation"), "conflict": slot("conflict"), **RESTS},
    "candidates": {"a": slot("a"), "b": slot("b"), "kind": slot("kind"), "score": slot("score"), "why": slot("why")},
}  # fmt: skip

EVIDENCE = """CREATE VIEW evidence AS SELECT c.list AS list, c.row AS row, c.article AS article, json_extract(a.body, '$.slots.origin') AS origin,
  c.start AS start, c."end" AS "end", substr(d.text, c.start + 1, c."end" - c.start) AS text
  FROM cited c JOIN documents d ON d.id = c.article LEFT JOIN rows a ON a.list = 'articles' AND a.id = c.article"""


def statements() -> Iterator[str]:
    """The SQL that makes every view anew."""
    for name, columns in VIEWS.items():
        listed = ", ".join(f'{sql} AS "{column}"' for column, sql in columns.items())
        yield f'DROP VIEW IF EXISTS "{name}"'
        yield f"CREATE VIEW \"{name}\" AS SELECT id, story, {listed} FROM rows WHERE list = '{name}'"
    yield "DROP VIEW IF EXISTS evidence"
    yield EVIDENCE
