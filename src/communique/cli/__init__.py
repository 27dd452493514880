"""Arguments in, text and an exit code out: ``main()``. A command = a line in COMMANDS + a function; its file is imported when it runs."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from ..errors import CommuniqueError, UsageError
from .group import cli
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
        return fail(e.format_message(), USAGE)
    except UsageError as e:
        return fail(str(e), USAGE)
    except CommuniqueError as e:
        return fail(str(e), FAILED)
    except BrokenPipeError:  # whoever read our output has seen enough
        sys.stderr.close()
        return DONE
    return code if isinstance(code, int) else DONE
