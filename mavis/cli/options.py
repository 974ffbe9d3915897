"""What every verb takes: where the data lie, whose passphrase, and words or JSON."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mavis.bootstrap import open_program, open_training
from mavis.cli.output import Answer, Speaker
from mavis.domain.access.roles import Role
from mavis.domain.errors import UserError
from mavis.system.paths import data_folder
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.bootstrap import Program, Session

Verb = Callable[..., Answer]


@dataclass(frozen=True, slots=True)
class Common:
    """The options of one call."""

    data_dir: Path | None
    passphrase_file: Path | None
    person: str
    as_json: bool
    training: bool = False

    @property
    def is_made_up(self) -> bool:
        """Whether the verb is about made-up people."""
        return self.training or data_folder(self.data_dir).is_training

    @contextmanager
    def program(self, *, new: bool = False) -> Iterator[Program]:
        """Mavis, locked, for the length of a verb; only a ``new`` one may make its folder.

        Raises:
            UserError: there is no such folder.
        """
        if not (new or self.training or data_folder(self.data_dir).root.is_dir()):
            raise UserError("not_set_up")
        program = open_training(self.data_dir) if self.training else open_program(self.data_dir)
        try:
            yield program
        finally:
            program.close()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Mavis, unlocked for the person of the call, for the length of a verb.

        Raises:
            UserError: nothing is set up, nobody of that name can unlock, or the passphrase is wrong.
        """
        with self.program() as program:
            session = program.unlock(self.person_id(program), self.passphrase())
            try:
                yield session
            finally:
                session.close()

    def person_id(self, program: Program) -> str:
        """The id of the named person; without a name, the first coordinator."""
        if not program.access.is_set_up():
            raise UserError("not_set_up")
        people = program.access.people()
        wanted = self.person.casefold()
        fitting = [tile for tile in people if (tile.name.casefold() == wanted if wanted else tile.role is _FIRST)]
        if not fitting:
            raise UserError("person_has_no_key")
        return fitting[0].id

    def passphrase(self, *, new: bool = False) -> str:
        """The first line of the passphrase file, or what is typed at the prompt; in training everybody knows it.

        Raises:
            UserError: the file cannot be read.
        """
        if self.training:
            return words("training.passphrase")
        if self.passphrase_file is None:
            return str(click.prompt(words("cli.passphrase"), hide_input=True, confirmation_prompt=new, err=True))
        try:
            lines = self.passphrase_file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as failure:
            raise UserError("passphrase_file_unreadable") from failure
        return lines[0] if lines else ""


_FIRST = Role.COORDINATOR


def verb(function: Verb) -> Callable[..., None]:
    """Give a verb the common options, say its answer and end with its exit status."""

    @click.option("--data-dir", type=click.Path(path_type=Path), help=words("cli.help.data_dir"))
    @click.option("--passphrase-file", type=click.Path(path_type=Path), help=words("cli.help.passphrase_file"))
    @click.option("--person", default="", help=words("cli.help.person"))
    @click.option("--json", "as_json", is_flag=True, help=words("cli.help.json"))
    @click.option("--training", is_flag=True, help=words("training.cli_help.training"))
    @wraps(function)
    def run(**options: Any) -> None:
        common = Common(**{field.name: options.pop(field.name) for field in fields(Common)})
        with Speaker(as_json=common.as_json, made_up=common.is_made_up) as speaker:
            speaker.say(function(common, **options))
        click.get_current_context().exit(speaker.status)

    return run
