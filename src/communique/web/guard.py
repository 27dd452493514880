"""Requests in, only those we answer through: host, size, token and forged forms are checked before any page is made."""

from __future__ import annotations

import hmac
import re
import secrets
from http.cookies import SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 64 * 1024 * 1024  # bytes of one upload
HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\s\[\]:@/]+)(?::[0-9]+)?")
POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with "no-referrer" a browser hides where our own forms come from, too
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "interest-cohort=()",
}


class Guard:
    """ASGI middleware. ``hosts`` are the names under which we answer (DNS rebinding ends here); ``token`` None means none is asked for."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str], token: str | None = None, read_only: bool = False) -> None:
        self.app, self.hosts, self.token, self.read_only = app, hosts, token, read_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self.refuse(scope, headers)
        if refused:
            await refused(scope, receive, _with_headers(send))
            return
        jar = SimpleCookie(headers.get("cookie", ""))
        csrf = jar["csrf"].value if "csrf" in jar and jar["csrf"].value.isalnum() else secrets.token_hex(16)
        scope.setdefault("state", {})["csrf"] = csrf
        await self.app(scope, _bounded(receive), _with_headers(send, None if "csrf" in jar else f"csrf={csrf}; Path=/; HttpOnly; SameSite=Strict"))

    def refuse(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        """The plain page that turns a request away; None where it may pass."""
        if host_of(headers.get("host", "")) not in self.hosts:
            return PlainTextResponse("this host name is not ours; open the page under the address that `communique serve` printed\n", 421)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST:
            return PlainTextResponse(f"too large: at most {LARGEST // 2**20} MB at once; add the files with `communique add`\n", 413)
        if scope["method"] not in ("GET", "HEAD"):
            if self.read_only:
                return PlainTextResponse("this desk is read-only; start it without --read-only to write\n", 403)
            if not _same_origin(headers, self.hosts):
                return PlainTextResponse("this form was not ours\n", 403)
        return self.token_refusal(scope, headers)

    def token_refusal(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        """Asks for the token once; it then stays in a cookie."""
        if self.token is None:
            return None
        jar = SimpleCookie(headers.get("cookie", ""))
        given = jar["token"].value if "token" in jar else ""
        if hmac.compare_digest(given.encode(), self.token.encode()):
            return None
        asked = dict(p.split("=", 1) for p in scope.get("query_string", b"").decode("latin-1").split("&") if "=" in p).get("token", "")
        if hmac.compare_digest(asked.encode(), self.token.encode()):
            answer = RedirectResponse(scope["path"], 303)
            answer.set_cookie("token", self.token, httponly=True, samesite="strict")
            return answer
        return PlainTextResponse("a token is needed: add ?token=... as `communique serve` was told\n", 401)


def host_of(header: str) -> str:
    """``localhost:8765 -> localhost``, ``[::1]:8765 -> [::1]``; '' where it is anything but a name and a port."""
    found = HOST.fullmatch(header)
    return found[1] if found else ""


def _same_origin(headers: Headers, hosts: frozenset[str]) -> bool:
    """Browsers say where a form came from; where they do, it must be here. The form's own secret is checked beside it."""
    origin = headers.get("origin") or headers.get("referer")
    if headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        return False
    return origin is None or host_of(origin.split("//", 1)[-1].split("/", 1)[0]) in hosts


def _bounded(receive: Receive) -> Receive:
    """Body chunks as they come, no more than LARGEST in all: a length may be lied about."""
    seen = 0

    async def inner() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > LARGEST:
            raise HTTPException(413, f"too large: at most {LARGEST // 2**20} MB at once, else add the files with `communique add`")
        return message

    return inner


def _with_headers(send: Send, cookie: str | None = None) -> Send:
    async def inner(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            if cookie:
                headers.append("set-cookie", cookie)
        await send(message)

    return inner
