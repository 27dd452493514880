"""A form in, a refusal out where it is not ours."""

from __future__ import annotations

import hmac
from urllib.parse import quote, unquote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response


def remember(response: Response, name: str) -> Response:
    """The reviewer's name, so that it is typed once. A cookie holds no letter beyond Latin-1 as it is, so it is quoted."""
    response.set_cookie("coder", quote(name), samesite="strict", httponly=True)
    return response


def coder(request: Request) -> str:
    """The name that was typed last in this browser."""
    return unquote(request.cookies.get("coder", ""))[:80]


def refused(request: Request, form: FormData) -> Response | None:
    """The page that says no, where the form lacks the secret that our own pages carry; else None."""
    given, kept = str(form.get("csrf") or ""), str(request.cookies.get("csrf") or "")
    if kept and hmac.compare_digest(given.encode(), kept.encode()):
        return None
    return PlainTextResponse("this form was not ours, or is old; open the page again and send it once more\n", 403)
