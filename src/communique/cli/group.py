"""The commands by name, each with its file and its line of help, so that `--help` imports none of them."""

from __future__ import annotations

import importlib

import click

# name: (file, one line of help)
COMMANDS = {
    "demo": ("briefs", "Read the bundled sample coverage and show its page."),
    "add": ("adding", "Read files, folders, globs, JSONL or - (pasted text) into the store."),
    "archive": ("archiving", "Prepare many files (JSON lines, Parquet, WARC) for `add`: resumable, in several processes."),
    "brief": ("briefs", "The page: of a FOLDER or file, of a story, or of all that is kept."),
    "stories": ("lists", "What happened: each story with its articles and origins."),
    "story": ("briefs", "The page of one story."),
    "origins": ("lists", "Which accounts are independent, and why."),
    "versions": ("lists", "Which article is a later version of which, and what changed."),
    "quotes": ("lists", "Who said what."),
    "figures": ("lists", "Quantities and what they count."),
    "meetings": ("kinds", "Who met whom: held, planned, proposed, cancelled."),
    "commitments": ("kinds", "What was agreed, promised or asked for, with its latest status."),
    "disputes": ("kinds", "What stands between two actors."),
    "frameworks": ("kinds", "Standing arrangements: alliances, agreements, series."),
    "assessments": ("kinds", "What somebody holds about relations, causes, the future."),
    "events": ("kinds", "PLOVER events: one a happening, however many origins tell it."),
    "disagreements": ("kinds", "Where accounts differ on one thing."),
    "absences": ("kinds", "What was looked for and not found."),
    "pair": ("pairs", "The record of two states: last met, ahead, agreed, disputed, day by day."),
    "timeline": ("pairs", "What happened, day by day."),
    "compare": ("pairs", "Two articles or origins side by side."),
    "diff": ("pairs", "What changed from one article to another, facts first."),
    "search": ("searching", "Sentences that hold all the words, and the rows that rest on them."),
    "show": ("showing", "One row by its id, with its words; of an article its sentences."),
    "status": ("keeping", "How much was read, and what each sentence became."),
    "check": ("checking", "A claim, or a draft, beside the record. No verdict."),
    "review": ("judging", "What a person should look at, or a decision on rows."),
    "correct": ("judging", "Set one slot of a row, with the words that carry it."),
    "undo": ("judging", "Take a decision back."),
    "log": ("judging", "Every decision, newest first."),
    "serve": ("serving", "The record as pages on this machine."),
    "forget": ("keeping", "Take an article and all quoted from it out for good."),
    "rebuild": ("keeping", "Read everything again and make the record anew."),
    "cite": ("citing", "What made this record, as BibTeX."),
    "codebook": ("citing", "What each kind of row is and is not, and the rules that read it."),
    "config": ("citing", "Every setting, and where it came from."),
    "sql": ("searching", "Ask the lists in SQL, reading only."),
    "export": ("export", "Write the record to a file: --to json."),
    "doctor": ("keeping", "Check the installation and the store."),
}

EXAMPLES = {
    "demo": "demo",
    "add": "--db desk.db add coverage/ more.jsonl clips/*.pdf",
    "archive": "archive crawl/*.warc.gz -o staged/",
    "brief": "brief coverage/ -o page.html",
    "stories": "--db desk.db stories",
    "story": "--db desk.db story s2c9",
    "origins": "--db desk.db origins s2c9",
    "versions": "--db desk.db versions --json",
    "quotes": "--db desk.db quotes --by Guterres --about sanctions",
    "figures": "--db desk.db figures --about killed",
    "meetings": "--db desk.db meetings --with JPN --status planned",
    "commitments": "--db desk.db commitments --status signed",
    "disputes": "--db desk.db disputes --with GRC --with TUR",
    "frameworks": "--db desk.db frameworks --kind alliance",
    "assessments": "--db desk.db assessments --kind expectation",
    "events": "--db desk.db events --type AGREE --csv",
    "disagreements": "--db desk.db disagreements --class conflict",
    "absences": '--db desk.db absences --kind "only one origin"',
    "pair": "--db desk.db pair JPN KOR",
    "timeline": "--db desk.db timeline JPN KOR --known-by 2026-01-13",
    "compare": "--db desk.db compare a1f3 a77b",
    "diff": "--db desk.db diff a1f3 a77b",
    "search": '--db desk.db search "news conference" border*',
    "show": "--db desk.db show q77b",
    "status": "--db desk.db status",
    "check": "--db desk.db check draft.txt",
    "review": '--db desk.db review n12a --verdict wrong --by AB --why "counts the hurt"',
    "correct": '--db desk.db correct n12a value 183 --words "183 workers" --by AB',
    "undo": "--db desk.db undo j4e0 --by AB",
    "log": "--db desk.db log",
    "serve": "--db desk.db serve --open",
    "forget": '--db desk.db forget a1f3 --reason "asked to by the outlet"',
    "rebuild": "--db desk.db rebuild",
    "cite": "--db desk.db cite > record.bib",
    "codebook": "codebook statements",
    "config": "config show",
    "sql": '--db desk.db sql "SELECT speaker, words FROM statements" --csv',
    "export": "--db desk.db export --to json -o record.json",
    "doctor": "doctor",
}


class Commands(click.Group):
    """A group that imports a command's file when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found = getattr(importlib.import_module(f"{__package__}.{COMMANDS[cmd_name][0]}"), cmd_name)
        if not isinstance(found, click.Command):
            return None
        found.epilog = f"Example: communique {EXAMPLES[cmd_name]}"
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog="Start with: communique brief FOLDER")
@click.option("--db", "db", metavar="FILE", help="The store (default: ./communique.db, or $COMMUNIQUE_DB).")
@click.version_option(package_name="communique", prog_name="communique")
@click.pass_context
def cli(ctx: click.Context, db: str | None) -> None:
    """Reads many accounts of one diplomatic event and keeps one checked record of them."""
    from ..settings import settings

    ctx.obj = settings({"db": db})["db"].value
