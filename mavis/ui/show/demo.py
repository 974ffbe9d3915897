"""Plays a whole made-up night through the real windows with real key events, one crash included.

It is a journey test, too: each picture and file it leaves was made by the program as a volunteer uses it.
"""

from __future__ import annotations

import multiprocessing
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from mavis.bootstrap import open_program
from mavis.ui.look.tokens import ThemeName
from mavis.ui.show import demo_night as night
from mavis.ui.show.player import NightClock, Player

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

_CHILD_SECONDS = 300


def play(out: Path, theme: ThemeName = ThemeName.DARK) -> dict[str, Path]:
    """Play the night into a folder, in one theme; returns what it left behind, by name.

    Raises:
        UserError: the folder holds a night already, or lies where names may leave the laptop.
        StorageError: the disk refuses.
    """
    pictures = out / "screens"
    pictures.mkdir(parents=True, exist_ok=True)
    _play_until_crash(out, theme)
    clock = NightClock(night.BEGINS + timedelta(minutes=night.CRASHES_AFTER_MINUTES))
    program = open_program(out / "data", clock=clock)
    player = Player(program, clock, pictures, theme)
    player.unlock(night.OPENS_WITH)
    for scene in night.AFTER_CRASH:
        player.play(scene)
    closed = player.close_shift(night.AT_CLOSE)
    player.quit()
    return {**closed, "screens": pictures}


def _play_until_crash(out: Path, theme: ThemeName) -> None:
    """Let a child process play the first half and kill it in the middle of a word, as a flat battery would."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    child = context.Process(target=_first_half, args=(out, theme, there))
    child.start()
    deadline = time.monotonic() + _CHILD_SECONDS
    while child.is_alive() and not here.poll(0.1) and time.monotonic() < deadline:
        pass
    ready = here.poll() and here.recv() == "typing"
    child.kill()
    child.join()
    if not ready:
        raise RuntimeError(child.exitcode)


def _first_half(out: Path, theme: ThemeName, parent: Connection) -> None:
    clock = NightClock(night.BEGINS)
    program = open_program(out / "data", clock=clock)
    player = Player(program, clock, out / "screens", theme)
    player.first_run(night.SCHEME, night.COORDINATOR, night.OPENS_WITH)
    player.start_shift()
    for scene in night.BEFORE_CRASH:
        player.play(scene)
    player.settle()
    parent.send("typing")
    while True:
        player.wait()
