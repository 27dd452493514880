"""An address in, a running desk out; it refuses to listen beyond this machine without a token."""

from __future__ import annotations

import os
import webbrowser

from ..errors import CommuniqueError, UsageError

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def serve(where: str, *, host: str = "127.0.0.1", port: int = 8765, open_page: bool = False, read_only: bool = False) -> None:
    """Serve until Ctrl-C. UsageError where ``host`` is not loopback and COMMUNIQUE_TOKEN is not set."""
    import uvicorn

    from .app import make_app

    token = os.environ.get("COMMUNIQUE_TOKEN") or None
    if host not in LOOPBACK and not token:
        raise UsageError(f"--host {host} would let other machines in", "set COMMUNIQUE_TOKEN to a long secret first")
    app = make_app(where, hosts=frozenset({host, "localhost", "127.0.0.1", "[::1]"}), token=token if host not in LOOPBACK else None, read_only=read_only)
    app.state.desk.warm()
    address = f"http://{'localhost' if host in LOOPBACK else host}:{port}/"
    if open_page:
        webbrowser.open(address)
    try:
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, date_header=False)
    except SystemExit as e:  # how uvicorn ends where it can't listen
        raise CommuniqueError(f"port {port} of {host} can't be had", "give --port another number") from e
