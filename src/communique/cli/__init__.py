"""Arguments in, text and an exit code out: ``main()``. A command = a line in COMMANDS + a function; its file is imported when it runs."""

from __future__ import annotations

import sys

from .group import cli
from .say import fail


def main() -> None:
    """Run the command line; every error becomes one plain line and an exit code."""
    import click

    from ..errors import CommuniqueError, UsageError

    try:
        code = cli.main(standalone_mode=False, prog_name="communique")
    except click.exceptions.Abort:
        code = fail("stopped; what was read is kept, and the same command goes on from there", 130)
    except click.ClickException as e:
        code = fail(e.format_message(), 2)
    except UsageError as e:
        code = fail(str(e), 2)
    except CommuniqueError as e:
        code = fail(str(e), 1)
    except KeyboardInterrupt:
        code = fail("stopped; what was read is kept, and the same command goes on from there", 130)
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    sys.exit(code if isinstance(code, int) else 0)
