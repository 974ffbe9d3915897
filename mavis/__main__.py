"""``python -m mavis``: the window, or the command line when given a verb."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from mavis.domain.errors import MavisError, StorageError
from mavis.system.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap import Program
    from mavis.cli.output import Answer
    from mavis.ui.ways import Way


def main() -> int:
    """Open the window, or do the verb of the command line; returns the exit status.

    Whatever files are made are for the eyes of this user alone.
    """
    os.umask(0o077)
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # a frozen program that was started to work for another does that and goes no further
    if len(sys.argv) > 1:
        from mavis.cli.main import run

        return run(sys.argv[1:], _demo, _selftest, _train, _show)
    try:
        return _show(None)
    except MavisError as failure:
        sys.stderr.write(f"{sentence(failure)}\n")
        return failure.exit_status


def _show(data_dir: Path | None) -> int:
    gc.disable()  # nothing that a start makes is rubbish; the window collects again once it is painted
    from mavis.bootstrap import open_program
    from mavis.ui.app import run

    _need_display()
    return run(open_program(data_dir), partial(_opened, data_dir))


def _train(data_dir: Path | None, again: bool) -> int:
    from mavis.bootstrap import open_training
    from mavis.ui.app import run

    _need_display()
    return run(open_training(data_dir, again=again), partial(_opened, data_dir))


def _opened(data_dir: Path | None, way: Way) -> Program:
    from mavis.bootstrap import open_program, open_training
    from mavis.ui.ways import Way

    if way is Way.REAL:
        return open_program(data_dir)
    return open_training(data_dir, again=way is Way.AFRESH)


def _need_display() -> None:
    shown = os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    if sys.platform == "linux" and not shown:
        raise StorageError("no_display")


def _demo(out: Path) -> Answer:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from mavis.cli.output import Answer
    from mavis.system.wording import words
    from mavis.ui.show.demo import play

    left = play(out)
    lines = [words("cli.demo_file", what=what, path=path) for what, path in left.items()]
    return Answer((words("cli.demo_played"), *lines), {what: str(path) for what, path in left.items()})


def _selftest() -> Answer:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from mavis.cli.output import Answer
    from mavis.system.wording import words
    from mavis.ui.show.selftest import check

    parts = check()
    return Answer((words("cli.selftest_ok", parts=", ".join(parts)),), {"ok": True, "parts": list(parts)})


if __name__ == "__main__":
    sys.exit(main())
