"""Checking the scores: the verb ``score``, for clinical auditors; it needs no records and no passphrase."""

from __future__ import annotations

from pathlib import Path

import click

from mavis.cli.options import Common, verb
from mavis.cli.output import Answer
from mavis.services.score_sheets import SHEETS
from mavis.services.scoring import score_table
from mavis.system.wording import words

_PATH = click.Path(path_type=Path)


@click.command("score", help=words("cli.help.score"))
@click.argument("kind", type=click.Choice(list(SHEETS)))
@click.argument("table", metavar="FILE.csv", type=_PATH)
@click.option("--out", type=_PATH, required=True, help=words("cli.help.score_out"))
@verb
def score(_common: Common, kind: str, table: Path, out: Path) -> Answer:
    """Score each row of a table of cases."""
    scored = score_table(kind, table, out)
    lines = (words("cli.scored", rows=scored.rows, unscored=scored.unscored), words("cli.written", file=out))
    return Answer(lines, {"rows": scored.rows, "unscored": scored.unscored, "file": str(out)})


COMMANDS = (score,)
