"""When Python searches for rings of lost values: not while much is made that is none, nor in the middle of a key."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def not_collecting() -> Iterator[None]:
    """Let Python not search for rings of lost values while thousands of values are made that form none.

    It would search again and again through all of them: a fifth of the time that an import takes.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def leave_out_what_is_there() -> None:
    """Let Python search for rubbish only among what is made from now on.

    A search through an open session takes 25 ms, and comes in the middle of whatever key is pressed.
    """
    gc.freeze()


def search_everything() -> None:
    """Search through what was left out as well: now, for a session has gone."""
    leave_nothing_out()
    gc.collect()


def leave_nothing_out() -> None:
    """Let the next search go through everything."""
    gc.unfreeze()
