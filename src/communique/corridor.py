"""The only place where rooms meet: bytes -> documents -> passages -> readings -> records. Reads like the README.

(skeleton: each line is filled in as its room opens)
"""

from __future__ import annotations

# read(document)      = readings.read(passages.lay_out(document), parser)          -> model.article.Article
# weave(articles)     = casefile = Casefile(articles)
#                       casefile = replace(casefile, lineage=lineage.trace(articles))
#                       casefile = replace(casefile, dating=dating.date(casefile))
#                       casefile = replace(casefile, stories=stories.tell(casefile))
#                       casefile = replace(casefile, cast=actors.unify(casefile))
#                       rows     = statements, figures, times, ... each ``gather(casefile) -> list[Row]``
#                       rows    += disagreements.find(casefile, rows), changes.find(casefile, rows), absences.find(casefile, rows)
#                       -> model.record.Record
