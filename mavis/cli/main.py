"""The verbs of Mavis; each says its answer in words or as JSON and ends with 0, 1, 2, 3 or 70."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

import mavis
from mavis.cli import exporting, keeping, past, people, scoring
from mavis.cli.options import verb
from mavis.cli.output import Answer
from mavis.domain.errors import UserError
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.cli.options import Common

    Windows = Callable[[Path], Answer]
    TrainingWindow = Callable[[Path | None, bool], int]
    Window = Callable[[Path | None], int]


def run(
    arguments: list[str], demo: Windows, selftest: Callable[[], Answer], train: TrainingWindow, show: Window
) -> int:
    """Do one verb and return the exit status.

    Args:
        arguments: the words of the command line behind the program's name.
        demo: plays the scripted night through the real windows; the command line itself knows no window.
        selftest: opens the window offscreen and checks the parts of this build.
        train: opens the window of training beside a data folder, afresh or where it was left; answers with its status.
        show: opens the window over a data folder; answers with its status.
    """
    if arguments[:1] == ["--training"]:
        arguments = ["train", *arguments[1:]]
    elif arguments and arguments[0].partition("=")[0] == "--data-dir":
        arguments = ["window", *arguments]
    group = click.Group("mavis", help=words("cli.help.mavis"))
    click.version_option(mavis.__version__)(group)
    for command in (
        *keeping.COMMANDS,
        *scoring.COMMANDS,
        *past.GROUPS,
        *people.GROUPS,
        *exporting.GROUPS,
        _demo(demo),
        _selftest(selftest),
        _train(train),
        _window(train, show),
    ):
        group.add_command(command)
    try:
        status = group.main(arguments, prog_name="mavis", standalone_mode=False)
    except click.UsageError as misuse:
        misuse.show()
        return 2
    except click.Abort:
        return 1
    return int(status or 0)


def _demo(demo: Windows) -> click.Command:
    @verb
    def play(_common: object, out: Path) -> Answer:
        return demo(out)

    option = click.Option(["--out"], type=click.Path(path_type=Path), required=True, help=words("cli.help.demo_out"))
    command = click.command("demo", help=words("cli.help.demo"))(play)
    command.params.append(option)
    return command


def _selftest(selftest: Callable[[], Answer]) -> click.Command:
    @verb
    def check(_common: object) -> Answer:
        return selftest()

    return click.command("selftest", help=words("cli.help.selftest"))(check)


def _train(train: TrainingWindow) -> click.Command:
    @verb
    def open_window(common: Common, *, again: bool) -> Answer:
        return Answer((), exit_status=train(common.data_dir, again))

    command = click.command("train", help=words("training.cli_help.train"))(open_window)
    command.params.append(click.Option(["--again"], is_flag=True, help=words("training.cli_help.again")))
    return command


def _window(train: TrainingWindow, show: Window) -> click.Command:
    @verb
    def open_window(common: Common) -> Answer:
        if common.training:
            return Answer((), exit_status=train(common.data_dir, False))
        if common.is_made_up:
            raise UserError("made_up_people")
        return Answer((), exit_status=show(common.data_dir))

    return click.command("window", help=words("cli.help.window"))(open_window)
