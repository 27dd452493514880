"""Arguments in, text and an exit code out: ``main()``. A command = a line in COMMANDS + a function; its file is imported when it runs."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

import click

from ..errors import CommuniqueError, UsageError
from .group import COMMANDS, cli
from .say import DONE, FAILED, USAGE, fail

STOPPED = 130
KEPT = "stopped; what was read is kept, and the same command goes on from there"


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(args))


def run(args: Sequence[str] | None = None) -> int:
    """The exit code; every error becomes one plain line."""
    try:
        code = cli.main(args, standalone_mode=False, prog_name="communique")
    except (click.exceptions.Abort, KeyboardInterrupt):
        return fail(KEPT, STOPPED)
    except click.ClickException as e:
        return fail(f"{e.format_message().rstrip('.')}; {next_step(e)}", USAGE)
    except UsageError as e:
        return fail(str(e), USAGE)
    except CommuniqueError as e:
        return fail(str(e), FAILED)
    except BrokenPipeError:  # whoever read our output has seen enough
        sys.stderr.close()
        return DONE
    except OSError as e:
        return fail(f"{e.filename or 'the output'} could not be written or read: {e.strerror or e}", FAILED)
    return code if isinstance(code, int) else DONE


def next_step(e: click.ClickException) -> str:
    """Where the call is described, and the command that was meant where the name is near one."""
    import difflib

    ctx = e.ctx if isinstance(e, click.UsageError) else None
    found = re.search(r"No such command '([^']+)'", e.format_message())
    near = difflib.get_close_matches(found[1], COMMANDS, n=1) if found else []
    return f"did you mean {near[0]}?" if near else f"see `{ctx.command_path if ctx else 'communique'} --help`"
