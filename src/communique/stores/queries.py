"""What the store asks in SQL of its own, and what a person typed as a search it can't misread: ``match('peace talks*') -> '"peace" "talks"*'``."""

from __future__ import annotations

import re

ORIGINS = "SELECT json_extract(body, '$.slots.origin') FROM rows WHERE list = 'articles' AND story IN (SELECT id FROM temp.wanted)"
REVIEWED = """SELECT count(DISTINCT r.id) FROM judgements j, json_each(j.body, '$.about') a JOIN rows r ON r.id = a.value
  WHERE json_extract(r.body, '$.slots.reviewed') IS NOT NULL"""
STATES = "SELECT DISTINCT country FROM standing WHERE name = :name AND list <> 'relations'"
FRESH = """SELECT NOT EXISTS (SELECT 1 FROM changed), NOT EXISTS (SELECT 1 FROM dirty),
  EXISTS (SELECT 1 FROM settings WHERE name = 'made by' AND value = :version),
  coalesce((SELECT value FROM settings WHERE name = 'judged'), '0') = cast((SELECT coalesce(max(seq), 0) FROM judgements) AS TEXT)"""
SAID = 'SELECT DISTINCT "where", what, next_step, skipped FROM said ORDER BY "where", what, next_step, skipped'
UNINDEX = """INSERT INTO search (search, rowid, text) SELECT 'delete', rowid, text FROM sentence_words
  WHERE rowid IN (SELECT rowid FROM sentences WHERE article = :article)"""
INDEX = """INSERT INTO search (rowid, text) SELECT rowid, text FROM sentence_words
  WHERE rowid IN (SELECT rowid FROM sentences WHERE article = :article)"""
SEARCH = """SELECT s.article, s.start, s."end", r.story FROM search JOIN sentences s ON s.rowid = search.rowid
  LEFT JOIN rows r ON r.list = 'articles' AND r.id = s.article WHERE search MATCH :words ORDER BY search.rank, s.article, s.start LIMIT :limit"""
ROWS_THERE = """SELECT DISTINCT list, row FROM cited WHERE article = :article AND start < :end AND "end" > :start ORDER BY list, row"""


def match(words: str) -> str:
    """What a person typed as a query that can't be misread: every word must occur, "words in quotes" together, word* by its beginning."""
    parts = re.findall(r'"([^"]*)"|(\S+)', words)
    terms = [(quoted or bare.rstrip("*"), bare.endswith("*")) for quoted, bare in parts]
    return " ".join(f'"{term.replace(chr(34), " ")}"' + ("*" if begins else "") for term, begins in terms if re.search(r"\w", term))
