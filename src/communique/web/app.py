"""A store in, the ASGI application out. PAGES is the map of the site: one line a page, written by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from . import bundled
from .answer import Answer, as_csv, as_feed, as_html, as_json, missing, refusal
from .desk import Desk
from .guard import Guard
from .pages import add, article, commitments, home, log, origins, outlet, pair, person, relations, review, row, search, statement, story, tour, versions

Page = Callable[[Request], Answer]
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]", "testserver"})

PAGES: tuple[tuple[str, Page], ...] = (
    ("/", home.page),
    ("/story/{id}", story.page),
    ("/article/{id}", article.page),
    ("/origins/{id}", origins.page),
    ("/versions/{id}", versions.page),
    ("/statement/{id}", statement.page),
    ("/row/{id}", row.page),
    ("/commitments", commitments.page),
    ("/pair/{a}/{b}", pair.page),
    ("/people/{id}", person.page),
    ("/sources/{id:path}", outlet.page),
    ("/relations", relations.page),
    ("/search", search.page),
    ("/add", add.page),
    ("/review", review.page),
    ("/log", log.page),
    ("/tour", tour.page),
)
FORMS = (("/add", add.submit), ("/review", review.submit), ("/undo", log.submit), ("/correct", row.correct), ("/outlet", article.outlet))


def make_app(where: str, *, hosts: frozenset[str] = LOCAL, token: str | None = None, read_only: bool = False) -> Starlette:
    """The application over the store at ``where``."""
    routes: list[Route | Mount] = [Mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))]
    for path, page in PAGES:
        for suffix, shape in ((".json", as_json), (".csv", as_csv), (".atom", as_feed), ("", as_html)):
            routes.append(Route(("/index" if path == "/" and suffix else path) + suffix, _get(page, shape), methods=["GET"]))
    routes += [Route(path, form, methods=["POST"]) for path, form in FORMS]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=hosts, token=token, read_only=read_only)],
        exception_handlers={404: _not_found, 405: _not_found, HTTPException: _refused, 500: _fault},
    )
    app.state.desk = Desk(where, read_only=read_only)
    return app


def _get(page: Page, shape: Callable[[Request, Answer], Response]) -> Callable[[Request], object]:
    def made(request: Request) -> Response:
        answer = page(request)
        if answer.status == 404 and (elsewhere := bundled.asked_of(request)):  # what the tour shows need not be in the store
            other = page(elsewhere)
            if other.status == 200:
                return shape(elsewhere, other)
        return shape(request, answer)

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(made, request)

    return endpoint


async def _not_found(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    answer = replace(missing(request.url.path), status=status)
    return await run_in_threadpool(as_json if request.url.path.endswith(".json") else as_html, request, answer)


async def _refused(request: Request, error: Exception) -> Response:
    """What could not be read of a request: a form cut in the middle, too many files."""
    status, why = (error.status_code, error.detail) if isinstance(error, HTTPException) else (400, "")
    answer = refusal(f"What was sent could not be read ({why}). Open the page again and send it once more.", status)
    return await run_in_threadpool(as_html, request, answer)


async def _fault(request: Request, error: Exception) -> Response:
    return PlainTextResponse("this page could not be made; the store is unharmed. Try `communique doctor`.\n", 500)
