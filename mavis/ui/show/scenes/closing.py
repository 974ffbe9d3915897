"""The end of the night: what is missing, the print beside it, what closing leaves, and the week after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.show import demo_night as night
from mavis.ui.show.scenes.stage import without_printer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.show.scenes.stage import Scene, Stage

_LEAVES = "7 F O U Enter"
_A_WEEK = 7 * 24 * 60


def closing(stage: Stage) -> Iterator[Scene]:
    """See everybody off the bus and close; ends at the start of the next Saturday."""
    stage.act("F4")
    _until_drawn(stage)
    yield stage.at("close-missing", "close")
    yield stage.at("close-keys", "keys", after="F1")
    stage.act("Esc F2")
    while stage.session.desk.open_visits:
        digit = next(card.digit for card in stage.session.board.cards() if card.digit)
        stage.act(f"{digit} {_LEAVES}", minutes=1)
        if stage.window.page is stage.session.room:
            stage.act("Enter")  # who leaves in an emergency is asked about once more
    yield stage.at("board-all-left", "board")
    yield from _nothing_missing(stage)
    yield from _close(stage)
    stage.act("Esc Esc", minutes=_A_WEEK)
    stage.until(lambda: stage.session.is_ready)
    yield stage.at("start-last-week", "start")


def _nothing_missing(stage: Stage) -> Iterator[Scene]:
    stage.act("F4")
    stage.press(words("close.action.tally_not_counted"))
    yield stage.at("close-tallies", "close")
    stage.press(words("close.tally.all_zero"))
    stage.type_into(words("close.more.cost"), "a lot")
    yield stage.at("close-error", "close")
    stage.type_into(words("close.more.cost"), "120.50")
    stage.act("Tab")
    stage.session.workplace.go_to("close")
    stage.act(f"'{night.AT_CLOSE}'")
    _until_drawn(stage)
    yield stage.at("close-ready", "close")


def _close(stage: Stage) -> Iterator[Scene]:
    with without_printer():
        stage.press(words("close.preview.print"))
        stage.act()
    yield stage.at("close-no-printer", "close")
    stage.press(words("close.close"), times=2)
    stage.until(lambda: stage.session.places.closed is not None)
    _until_drawn(stage)
    yield stage.at("close-done", "close")
    stage.session.places.closing.show_waiting()
    stage.act()
    yield stage.at("close-waiting", "close")
    stage.act("Esc")
    yield stage.at("last-shift", "last_shift", after="F5")
    stage.press(words("last_shift.earlier"))
    yield stage.at("last-shift-earlier", "last_shift")
    stage.press(words("last_shift.later"))
    yield stage.at("last-shift-visit", "last_shift", after="Enter")
    stage.act("Esc Esc")
    stage.press(words("close.preview.save"))
    stage.type_into(words("close.preview.save_where"), "no such folder/summary.pdf")
    yield stage.at("close-save-error", "close", after="Enter")


def _until_drawn(stage: Stage) -> None:
    """Wait for the print of the shift as it stands now."""
    stage.until(lambda: not stage.session.desk.saves.waiting)
    stage.until(lambda: stage.button(words("close.preview.print")).isEnabled())
