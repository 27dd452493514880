"""The cache of parses: what is kept, as a mapping, and what one article adds to it (``Fresh``), to be kept with that article."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from . import schema as t

if TYPE_CHECKING:
    from .sqlite import SqliteStore

AT_ONCE = 500  # keys in one question
# What most parses are made of: deflate looks back into it, and a sentence takes 0.2 kB, not 0.3. Never changed: what was written with it could not be read.
COMMON = (
    b'"accord","official","partner","talk","week","ask","make","take","meet","year","would","tell","reporter","government","minister","country","say","agree","do","have","be",'
    b'"XX","FW","UH","WDT","WP","WRB","PDT","EX","RBR","JJR","JJS","POS","``","\'\'","$","HYPH",":","-LRB-","-RRB-","NNPS","INTJ","SYM","SPACE","X",'
    b'"predet","preconj","parataxis","meta","csubj","expl","dative","agent","oprd","intj","dep","case","npadvmod","quantmod","nmod","acl","appos","pcomp","relcl",'
    b'[19,2,1,16,-1,1,-2,1,-5,-1,4,3,2,1,-5,-1,3,2,1,0,-1,-2,1,-2,-1,-1,-7,-8,-1,-1,-11]]'
    b'[[0,0,1,1,1,1,1,1,1,1,1,1,0,1,1,1,1,1,1,1,1,1,1,0,1,1,1,1,1,1,1,0],[3,7,8,2,4,4,2,7,4,3,10,3,4,5,2,4,3,9,6,5,5,1,3,2,3,3,4,3,5,1],'
    b'["","be","","","","","say","","","","have","","","","","","","","","","","",""],["DET","NOUN","NOUN","ADP","PROPN","VERB","ADP","PROPN","SCONJ","PRON","NOUN","AUX",'
    b'"AUX","VERB","PART","VERB","DET","NOUN","ADP","NUM","NOUN","PUNCT","CCONJ","PRON","AUX","PART","VERB","ADP","PRON","AUX","DET","ADJ","NOUN","ADP","DET","ADJ","NOUN",'
    b'"ADV","PUNCT"],["DT","NN","NN","IN","NNP","VBD","IN","NNP","IN","PRP$","NN","VBD","VBN","VBN","TO","VB","DT","NN","IN","CD","NNS",",","CC","PRP","VBD","RB","VB","RP",'
    b'"NNS","PRP","VBP","VBZ","VBG","IN","NNS","IN","DT","MD","RB","VB","IN","DT","JJ","NN","IN","NNP",",","VBG","IN","NNP","NNP","."],["det","compound","nsubj","prep",'
    b'"pobj","ROOT","prep","pobj","mark","poss","nsubjpass","aux","auxpass","ccomp","aux","xcomp","det","dobj","prep","nummod","pobj","punct","cc","nsubj","aux","neg",'
    b'"conj","prt","dobj","attr","advmod","advcl","acomp","det","amod","pobj","prep","compound","pobj","punct"],[2,1,3,-1,-1,0,-1,-1,5,1,3,2,1,-8,1,-2,1,-2,-3,1,-2]]'
)


class StoredParses(Mapping[str, str]):
    """``parses["y12.."] -> "[[0,4],...]"``."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store

    def __getitem__(self, key: str) -> str:
        with self.store.reading() as c:
            body = c.execute(select(t.parses.c.body).where(t.parses.c.key == key)).scalar()
        if body is None:
            raise KeyError(key)
        return unpack_parse(body)

    def many(self, keys: Collection[str]) -> dict[str, str]:
        """Those of the keys that are kept."""
        found: dict[str, str] = {}
        wanted = sorted(keys)
        with self.store.reading() as c:
            for i in range(0, len(wanted), AT_ONCE):
                query = select(t.parses.c.key, t.parses.c.body).where(t.parses.c.key.in_(wanted[i : i + AT_ONCE]))
                found |= {str(k): unpack_parse(body) for k, body in c.execute(query)}
        return found

    def __iter__(self) -> Iterator[str]:
        with self.store.reading() as c:
            return iter([str(k) for (k,) in c.execute(select(t.parses.c.key).order_by(t.parses.c.key))])

    def __len__(self) -> int:
        with self.store.reading() as c:
            return c.execute(select(func.count()).select_from(t.parses)).scalar() or 0


class Fresh(MutableMapping[str, str]):
    """A cache that looks things up in another and holds what is new until it is kept."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known
        self.new: dict[str, str] = {}
        self.seen: dict[str, str | None] = {}  # None: looked for and not there

    def __getitem__(self, key: str) -> str:
        if key in self.new:
            return self.new[key]
        if key not in self.seen:
            self.seen[key] = self.known.get(key)
        found = self.seen[key]
        if found is None:
            raise KeyError(key)
        return found

    def __setitem__(self, key: str, value: str) -> None:
        self.new[key] = value

    def __delitem__(self, key: str) -> None:
        del self.new[key]

    def __iter__(self) -> Iterator[str]:
        return iter({**self.known, **self.new})

    def __len__(self) -> int:
        return len(self.known) + len(self.new)

    def ahead(self, keys: Iterable[str]) -> None:
        """Look these up in one go, where the other cache can."""
        asked = {k for k in keys if k not in self.new and k not in self.seen}
        if asked and isinstance(self.known, StoredParses):
            self.seen |= {**dict.fromkeys(asked), **self.known.many(asked)}

    def take(self, keys: Iterable[str] | None = None) -> dict[str, str]:
        """What is new since the last time, and nothing is held on to; or of it what has these keys, which the next article may ask for again."""
        if keys is not None:
            some = {k: self.new.pop(k) for k in dict.fromkeys(keys) if k in self.new}
            self.seen |= some
            return some
        taken, self.new, self.seen = self.new, {}, {}
        return taken


def pack(line: str) -> bytes:
    return zlib.compress(line.encode("utf-8", "surrogatepass"), 6)


def unpack(body: bytes) -> str:
    return zlib.decompress(body).decode("utf-8", "surrogatepass")


def pack_parse(line: str) -> bytes:
    """The same for a short line of the words that parses are made of."""
    deflate = zlib.compressobj(6, zlib.DEFLATED, -12, 5, zlib.Z_DEFAULT_STRATEGY, COMMON)
    return deflate.compress(line.encode("utf-8", "surrogatepass")) + deflate.flush()


def unpack_parse(body: bytes) -> str:
    inflate = zlib.decompressobj(-12, COMMON)
    return (inflate.decompress(body) + inflate.flush()).decode("utf-8", "surrogatepass")
