"""The commands by name, each with its file and its line of help, so that `--help` imports none of them."""

from __future__ import annotations

import importlib

import click

# name: (file, one line of help)
COMMANDS = {
    "add": ("adding", "Read files, folders, globs, JSONL or - (pasted text)."),
    "export": ("export", "Write the record to a file: --to json."),
}


class Commands(click.Group):
    """A group that imports a command's file when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found = getattr(importlib.import_module(f"{__package__}.{COMMANDS[cmd_name][0]}"), cmd_name)
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--db", "db", metavar="FILE", envvar="COMMUNIQUE_DB", default="communique.db", help="The store (default: ./communique.db, or $COMMUNIQUE_DB).")
@click.version_option(package_name="communique", prog_name="communique")
@click.pass_context
def cli(ctx: click.Context, db: str) -> None:
    """Reads many accounts of one diplomatic event and keeps one checked record of them."""
    ctx.obj = db
