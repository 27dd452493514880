"""A form in, a refusal out where it is not ours."""

from __future__ import annotations

import hmac

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response


def refused(request: Request, form: FormData) -> Response | None:
    """The page that says no, where the form lacks the secret that our own pages carry; else None."""
    given, kept = str(form.get("csrf") or ""), str(request.cookies.get("csrf") or "")
    if kept and hmac.compare_digest(given.encode(), kept.encode()):
        return None
    return PlainTextResponse("this form was not ours, or is old; open the page again and send it once more\n", 403)
