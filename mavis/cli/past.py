"""Bring in the past: the verb ``import log``, and taking an import back."""

from __future__ import annotations

from pathlib import Path

import click

from mavis.cli.import_words import told
from mavis.cli.options import Common, verb
from mavis.cli.output import Answer
from mavis.system.wording import words


@click.group("import", help=words("cli.help.import"))
def import_group() -> None:
    """Bring records in."""


@import_group.command("log", help=words("cli.help.import_log"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--mapping", type=click.Path(path_type=Path), help=words("cli.help.mapping"))
@click.option("--save-mapping", type=click.Path(path_type=Path), help=words("cli.help.save_mapping"))
@click.option("--dry-run", is_flag=True, help=words("cli.help.dry_run"))
@click.option("--all", "every", is_flag=True, help=words("cli.help.import_all"))
@verb
def log(
    common: Common, file: Path, mapping: Path | None, save_mapping: Path | None, *, dry_run: bool, every: bool
) -> Answer:
    """Show what a spreadsheet log holds and, unless it is a dry run, bring it in as one transaction."""
    with common.session() as session:
        preview = session.imports.preview(file, mapping)
        if save_mapping is not None:
            session.imports.save_mapping(preview, save_mapping)
        lines = told(preview, every=every, first_kept=session.retention.first_kept)
        if dry_run:
            return Answer((*lines, words("cli.dry_run")), {"import_id": None, **preview.as_json()})
        result = session.imports.run(session.actor, preview)
        session.backups.make("import")
    done = words(
        "cli.imported",
        visits=words("cli.visits", n=result.visits),
        shifts=words("cli.in_shifts", n=result.shifts),
        id=result.import_id,
    )
    return Answer((*lines, done), {**preview.as_json(), **result.as_json()})


@import_group.command("undo", help=words("cli.help.import_undo"))
@click.argument("import_id")
@verb
def undo(common: Common, import_id: str) -> Answer:
    """Take back everything that one import brought."""
    with common.session() as session:
        session.imports.undo(session.actor, import_id)
    return Answer((words("cli.import_undone"),), {"import_id": import_id})


GROUPS = (import_group,)
