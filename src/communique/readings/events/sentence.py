"""One sentence in, its coded events out: what is coded, by whom to whom, when, where and in what state."""

from __future__ import annotations

from ...language.plover import Lexicon
from ...model.actor import Actor
from ...model.events import EventReading
from ..page import Page, Sent
from .acting import political
from .clause import CALENDAR, Clause
from .found import Found
from .parties import Parties
from .predicates import Predicates
from .roles import Roles
from .state import dated


class Coder:
    """Codes one sentence."""

    def __init__(self, page: Page, sent: Sent, book: Lexicon) -> None:
        self.page, self.sent, self.book, self.parse = page, sent, book, sent.parse
        self.parties = Parties(page, sent, book)
        self.predicates = Predicates(sent.parse, self.parties, book)
        self.roles = Roles(sent.parse, self.parties, book, self.predicates.clause_of)

    def events(self) -> tuple[EventReading, ...]:
        """Its events: those of the main clauses; of the side clauses where the main ones tell none."""
        made = [(f, e) for f in self.predicates.all() for e in [self._event(f)] if e is not None and political(e)]
        main = min((f.depth for f, _ in made), default=0)
        kept = [e for f, e in made if f.depth == main]
        if any(e.type == "ASSAULT" for e in kept):  # force beats posture
            kept = [e for e in kept if e.type != "MOBILIZE"]
        once: dict[object, EventReading] = {}
        for e in kept:
            once.setdefault((e.type, tuple(a.key for a in e.actor), tuple(a.key for a in e.recipient), e.state), e)
        told = {(e.type, tuple(a.key for a in e.actor)) for e in kept if e.recipient}
        return tuple(e for e in once.values() if e.recipient or (e.type, tuple(a.key for a in e.actor)) not in told or not e.actor)

    def _event(self, f: Found) -> EventReading | None:
        parties = self.roles.of(f)
        if parties is None:
            return None
        return self._made(f, *parties)

    def _made(self, f: Found, actors: tuple[Actor, ...], others: tuple[Actor, ...]) -> EventReading:
        at = self.sent.span(f.clause.verb)
        when, old = dated(self.page, self.sent, (f.clause.verb.i, *((f.inner.verb.i,) if f.inner else ())))
        about = {self.book.contexts[t.low] for t in self.sent.tokens if t.low in self.book.contexts}
        return EventReading(
            passage=self.page.passage(self.sent.start, self.sent.end), rule=f.rule.id, type=f.type, trigger=self.page.passage(*at),
            mode=f.mode, actor=actors, recipient=others, state="historical" if old and f.state == "done" else f.state, when=when,
            place=self._place(f.clause), contexts=tuple(sorted(about)),
        )  # fmt: skip

    def _place(self, c: Clause) -> str | None:
        """The place it happened at, as written: a named one after "in", "at" or "near"."""
        for prep, o in c.preps:
            if prep in ("in", "at", "near"):
                t = self.parse.tokens[o]
                if t.pos == "PROPN" and t.low not in CALENDAR:
                    first = min([t.i, *(k.i for k in self.parse.children(o, "compound"))])
                    return self.page.document.text[slice(*self.sent.span(self.sent.tokens[first], t))]
        return None
