"""The start of a shift while its plan is fetched: keys that come early are not lost, and reach nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.scheme import press, settled

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Session
    from mavis.ui.pages.start_shift.page import StartShiftPage
    from mavis.ui.tasks import Tasks


def test_letters_that_come_early_tick_once_the_plan_is_there(
    qtbot: QtBot, opening: StartShiftPage, tasks: Tasks, session: Session
) -> None:
    """T is here tonight as well, S is a match; then the button has the keyboard."""
    assert opening.hasFocus()
    press("TS")
    settled(qtbot, tasks)

    assert opening.begin_button.hasFocus()
    with qtbot.waitSignal(opening.started) as told:
        press("\r")
    assert len(told.args[0].crew) == 5
    assert told.args[0].events == ("match_day",)


def test_what_is_typed_for_somebody_new_finds_their_name(qtbot: QtBot, opening: StartShiftPage, tasks: Tasks) -> None:
    """Each key goes to whatever the one before it has opened."""
    press("IPriya S.")
    settled(qtbot, tasks)

    assert opening.form.add.name.text == "Priya S."


def test_enter_that_comes_early_starts_nothing_unseen(
    qtbot: QtBot, opening: StartShiftPage, tasks: Tasks, session: Session
) -> None:
    """Nobody starts a night that they have not looked over."""
    press("\r")
    settled(qtbot, tasks)

    assert opening.begin_button.hasFocus()
    assert session.shifts.current() is None
