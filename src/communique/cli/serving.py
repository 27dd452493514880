"""`communique serve`: the pages, on this machine."""

from __future__ import annotations

import click

from . import say


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; beyond this machine only with COMMUNIQUE_TOKEN set.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(1, 65535))
@click.option("--open", "open_page", is_flag=True, help="Open the page in a browser.")
@click.option("--read-only", is_flag=True, help="No adding, no judging.")
@click.pass_obj
def serve(db: str, host: str, port: int, open_page: bool, read_only: bool) -> int:
    """Serve the record as pages until Ctrl-C. Makes no outside request."""
    from ..web.start import serve as run

    run(db, host=host, port=port, open_page=open_page, read_only=read_only)
    return say.DONE
