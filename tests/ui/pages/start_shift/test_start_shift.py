"""The start of a shift with real keys: Enter alone, letters, a wrong time, somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from mavis.domain.access.roles import Duty
from mavis.system.wording import words
from mavis.ui.pages.start_shift.page import StartShiftPage
from mavis.ui.presenters.start_shift.page import StartShiftPresenter
from mavis.ui.widgets.chip import CheckChip
from mavis.ui.widgets.field import Field
from tests.ui.looks import activate
from tests.ui.scheme import last_week, press, settled, too_wide

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Program, Session
    from mavis.domain.shift.shift import Shift
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.tasks import Tasks
    from tests.builders import SettableClock


@pytest.fixture
def page(
    qtbot: QtBot, keeper: ThemeKeeper, program: Program, session: Session, clock: SettableClock, tasks: Tasks
) -> StartShiftPage:
    """The page with last week's crew filled in, on the screen."""
    last_week(program, session, clock)
    made = StartShiftPage(keeper, StartShiftPresenter(session, tasks, clock, program.reference))
    qtbot.addWidget(made)
    made.resize(1214, 712)
    activate(qtbot, made)
    made.enter()
    settled(qtbot, tasks)
    return made


def begun(qtbot: QtBot, page: StartShiftPage, keys: str) -> Shift:
    """The shift that the keys started."""
    with qtbot.waitSignal(page.started) as told:
        press(keys)
    shift: Shift = told.args[0]
    return shift


def test_enter_alone_starts_with_last_weeks_crew(qtbot: QtBot, page: StartShiftPage, session: Session) -> None:
    """One key."""
    shift = begun(qtbot, page, "\r")

    assert len(shift.crew) == 4
    assert session.shifts.current() == shift


def test_letters_tick_crew_events_and_kit(qtbot: QtBot, page: StartShiftPage) -> None:
    """R is not here tonight, T is; a match; the whole kit."""
    shift = begun(qtbot, page, "RTSL\r")

    assert [member.name for member in shift.crew] == ["Ruth E.", "Dev P.", "Mags T.", "Bill H."]
    assert shift.events == ("match_day",)
    assert len(shift.kit) == 7


def test_enter_on_a_chip_starts_as_well(qtbot: QtBot, page: StartShiftPage) -> None:
    """Space ticks, Enter begins, wherever the keyboard is."""
    chip = next(chip for chip in page.findChildren(CheckChip) if chip.isChecked())
    chip.setFocus()
    press(" ")
    shift = begun(qtbot, page, "\r")

    assert len(shift.crew) == 3


def test_a_wrong_time_keeps_the_words_and_the_keyboard(qtbot: QtBot, page: StartShiftPage, session: Session) -> None:
    """Nothing starts; the sentence says what to type; putting it right goes on."""
    field = next(field for field in page.findChildren(Field) if field.edit.accessibleName() == words("start.start"))
    field.edit.setFocus()
    field.edit.selectAll()
    press("9pm\r")
    assert (field.text, field.edit.accessibleDescription()) == ("9pm", words("start.error.time"))
    assert session.shifts.current() is None

    field.edit.selectAll()
    press("2045\r")
    assert (field.text, field.edit.accessibleDescription()) == ("20:45", "")
    begun(qtbot, page, "\r")


def test_somebody_is_added_without_leaving_the_page(
    qtbot: QtBot, page: StartShiftPage, tasks: Tasks, session: Session
) -> None:
    """Name, group, a letter for what they do: Enter adds and ticks them, the next Enter starts."""
    press("I")
    assert page.begin_button.keys == ""  # Enter adds; it does not start
    press("\r")
    assert page.form.add.name.note == words("start.add.need_name")
    press("Lou B.\rStreet Angels\rW")
    with qtbot.waitSignal(page.said) as told:
        press("\r")
    settled(qtbot, tasks)

    assert told.args == [words("start.add.added", name="Lou B.")]
    assert page.begin_button.keys == "Enter"
    shift = begun(qtbot, page, "\r")
    added = shift.crew[-1]
    assert (added.name, added.duty, added.organisation) == ("Lou B.", Duty.STREET_WARDEN, "Street Angels")


def test_who_is_added_is_told_to_have_no_passphrase(page: StartShiftPage) -> None:
    """The panel says so, and where a coordinator gives one."""
    press("I")
    texts = [label.text() for label in page.form.add.findChildren(QLabel) if label.isVisible()]

    assert words("start.add.no_passphrase") in texts


def test_somebody_half_added_is_added_before_the_start(
    qtbot: QtBot, page: StartShiftPage, tasks: Tasks, session: Session
) -> None:
    """The button adds whoever was typed first, so that nobody is lost."""
    press("I")
    press("\r")
    press("Lou B.")
    with qtbot.waitSignal(page.said) as told:
        page.begin_button.click()
    settled(qtbot, tasks)

    assert told.args == [words("start.add.added", name="Lou B.")]
    assert page.begin_button.keys == "Enter"
    assert session.shifts.current() is None


def test_a_shift_that_cannot_open_says_so_and_the_button_comes_back(
    qtbot: QtBot, page: StartShiftPage, session: Session, program: Program
) -> None:
    """Another window was quicker."""
    session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
    with qtbot.waitSignal(page.trouble) as told:
        press("\r")

    assert told.args == [words("errors.shift_open_already")]
    with qtbot.waitSignal(page.trouble):
        press("\r")


def test_everything_to_press_is_named_and_large_enough(page: StartShiftPage) -> None:
    """A screen reader has a name for each control, a glove at least 56 pixels."""
    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
    seen = [control for control in controls if control.isVisible()]
    assert len(seen) > 20
    assert [control.accessibleName() for control in seen if not control.accessibleName()] == []
    assert [control.accessibleName() for control in seen if control.height() < 56] == []


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_at_any_text_size(qtbot: QtBot, page: StartShiftPage, keeper: ThemeKeeper, percent: int) -> None:
    """Fields and chips stand in more rows; the page scrolls down and never sideways."""
    keeper.set_text_percent(percent)
    room = 1366 - keeper.px(152)
    page.resize(room, 656)
    press("I")

    qtbot.waitUntil(lambda: too_wide(page, room) == [])
