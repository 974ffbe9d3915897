"""The start of a shift with real keys: Enter alone, letters, a wrong time, somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from mavis.domain.access.roles import Duty
from mavis.system.wording import label, words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.presenters.start_shift.options import ADD
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.chip import CheckChip
from mavis.ui.widgets.field import Field, Note
from tests.ui.scheme import press, settled, too_wide

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Program, Session
    from mavis.domain.shift.shift import Shift
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.start_shift.page import StartShiftPage
    from mavis.ui.tasks import Tasks


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
    press("2045\r\r\r")
    assert (field.text, field.edit.accessibleDescription()) == ("20:45", "")
    begun(qtbot, page, "\r")


def test_an_end_typed_before_its_start_is_right_once_the_start_is(qtbot: QtBot, page: StartShiftPage) -> None:
    """Nobody types it once more, and nothing says that it is wrong any longer."""
    start, end = (page.form.fields.fields[name] for name in ("start", "end"))
    end.edit.setFocus()
    end.edit.selectAll()
    press("2000\r")
    assert (end.text, end.edit.accessibleDescription()) == ("2000", words("start.error.order"))
    start.edit.setFocus()
    start.edit.selectAll()
    press("1800\r")

    assert (start.text, end.text, end.edit.accessibleDescription()) == ("18:00", "20:00", "")
    assert page.form.fields.hours == "2 h"


def test_enter_goes_from_field_to_field_and_then_to_the_start(page: StartShiftPage) -> None:
    """Who types one after the other ticks nothing with the words of the place."""
    ticked = [chip.isChecked() for chip in page.findChildren(CheckChip)]
    press(keys_of("start.start") + "2030\r" + "0230\r" + "Tesco lorry park\r")

    assert {name: field.text for name, field in page.form.fields.fields.items() if name != "day"} == {
        "start": "20:30",
        "end": "02:30",
        "parked_at": "Tesco lorry park",
    }
    assert page.begin_button.hasFocus()
    assert [chip.isChecked() for chip in page.findChildren(CheckChip)] == ticked


def test_somebody_is_added_without_leaving_the_page(
    qtbot: QtBot, page: StartShiftPage, tasks: Tasks, session: Session
) -> None:
    """Name, group, a letter for what they do: Enter adds and ticks them, one without a name goes on to the start."""
    press("I")
    assert page.begin_button.keys == ""  # Enter adds; it does not start
    press("Lou B.\rStreet Angels\rW")
    with qtbot.waitSignal(page.said) as told:
        press("\r")
    settled(qtbot, tasks)

    assert told.args == [words("start.add.added", name="Lou B.")]
    press("\r")
    assert page.begin_button.keys == "Enter"
    shift = begun(qtbot, page, "\r")
    added = shift.crew[-1]
    assert (added.name, added.duty, added.organisation) == ("Lou B.", Duty.STREET_WARDEN, "Street Angels")


def test_the_button_says_enter_only_where_enter_adds(page: StartShiftPage) -> None:
    """In the name and the group it moves on; on what they do it adds."""
    press("I")
    add = next(one for one in page.form.add.findChildren(Button) if one.accessibleName() == words("start.add.add"))
    said = []
    for keys in ("Lou B.", "\r", "\r"):
        press(keys)
        said.append(add.keys)

    assert said == ["", "", "Enter"]


def test_who_is_added_is_told_to_have_no_passphrase(page: StartShiftPage) -> None:
    """The panel says so, and where a coordinator gives one."""
    press("I")

    assert words("start.add.no_passphrase") in _words_on(page.form.add)


def test_somebody_half_added_is_added_before_the_start(
    qtbot: QtBot, page: StartShiftPage, tasks: Tasks, session: Session
) -> None:
    """The button adds whoever was typed first, so that nobody is lost."""
    press("I")
    press("Lou B.")
    page.begin_button.click()
    assert words("start.add.need_duty") in _words_on(page)
    press("P")
    with qtbot.waitSignal(page.said) as told:
        page.begin_button.click()
    settled(qtbot, tasks)

    assert told.args == [words("start.add.added", name="Lou B.")]
    assert session.shifts.current() is None
    with qtbot.waitSignal(page.started):
        page.begin_button.click()


def test_a_role_is_put_right_by_the_name_on_the_list(qtbot: QtBot, page: StartShiftPage, tasks: Tasks) -> None:
    """What they do stands there as soon as the name does; another letter changes it."""
    press("I")
    press("dev p.")
    assert page.form.add.duty.chosen_codes == (Duty.STREET_PASTOR.value,)
    press("\r\rF")
    with qtbot.waitSignal(page.said) as told:
        press("\r")
    settled(qtbot, tasks)

    assert told.args == [words("start.add.changed", name="Dev P.", duty=label(Duty.FIRST_AID))]
    changed = [member for member in begun(qtbot, page, "\r\r").crew if member.name == "Dev P."]
    assert [member.duty for member in changed] == [Duty.FIRST_AID]


def test_somebody_is_taken_off_the_list_by_their_name(qtbot: QtBot, page: StartShiftPage, session: Session) -> None:
    """The button is there once the name is known; they are not ticked, and nobody else is touched."""
    press("I")
    add = page.form.add
    off = next(one for one in add.findChildren(QAbstractButton) if _is_off(one))
    assert off.isHidden()
    press("dev p.")
    assert off.isVisible()
    off.setFocus()
    with qtbot.waitSignal(page.said) as told:
        press("\r")

    assert told.args == [words("start.add.taken_off", name="Dev P.")]
    assert "Dev P." not in {one.name for one in session.crew.roster()}
    assert "Dev P." not in {member.name for member in begun(qtbot, page, "\r\r").crew}


def _is_off(button: QAbstractButton) -> bool:
    return button.accessibleName() == words("start.add.take_off")


@pytest.mark.parametrize("percent", [100, 150])
def test_the_form_for_somebody_new_is_seen_whole_and_the_place_is_kept(
    qtbot: QtBot, page: StartShiftPage, keeper: ThemeKeeper, tasks: Tasks, percent: int
) -> None:
    """From the field of the name on, as far as it fits; after adding, the crew is where it was."""
    keeper.set_text_percent(percent)
    page.resize(1214, 656)
    press("I")
    ground, add = page.form.parentWidget(), page.form.add
    assert ground is not None
    qtbot.waitUntil(lambda: _top(add, ground) >= 0 and _fits(add, ground))
    before = _top(page.form.fields, ground)
    press("Lou B.\r\rP\r")
    settled(qtbot, tasks)
    QApplication.processEvents()

    assert abs(_top(page.form.fields, ground) - before) <= page.form.add.height()


def test_digits_lead_to_the_fields(page: StartShiftPage) -> None:
    """As the table of keys says; what stands there is typed over."""
    for name in ("day", "start", "end", "parked_at"):
        press(keys_of(f"start.{name}"))
        assert page.form.fields.fields[name].edit.hasFocus()
        page.begin_button.setFocus()
    press(keys_of("start.parked_at") + "High Street, by Boots\r")

    assert page.form.fields.fields["parked_at"].text == "High Street, by Boots"
    assert page.begin_button.hasFocus()


def test_the_button_says_enter_where_enter_begins(page: StartShiftPage) -> None:
    """On itself and on a chip; not in a field, where Enter takes what was typed, nor on what adds somebody."""
    chips = page.findChildren(CheckChip)
    chip, add = chips[0], next(one for one in chips if one.view.code == ADD)
    said = []
    for control in (page.begin_button, chip, add, page.form.fields.fields["start"].edit, page.begin_button):
        control.setFocus()
        said.append(page.begin_button.keys)

    assert said == ["Enter", "Enter", "", "", "Enter"]


@pytest.mark.parametrize("percent", [100, 150])
def test_what_is_wrong_stands_right_below_its_field(
    qtbot: QtBot, page: StartShiftPage, keeper: ThemeKeeper, percent: int
) -> None:
    """And makes no other field narrower."""
    keeper.set_text_percent(percent)
    parked, start = (page.form.fields.fields[name] for name in ("parked_at", "start"))
    QApplication.processEvents()
    width = parked.width()
    start.edit.setFocus()
    start.edit.selectAll()
    press("9pm\r")
    note = next(one for one in page.form.fields.findChildren(Note) if one.isVisible())
    qtbot.waitUntil(lambda: 0 <= note.y() - start.geometry().bottom() < start.height() // 2)

    assert abs(note.x() - start.x()) <= 1
    assert parked.width() == width


def test_each_wrong_field_is_named_and_forgiven_as_soon_as_it_is_typed_in(qtbot: QtBot, page: StartShiftPage) -> None:
    """Both times are wrong: both are said, on the page and by the button; the right one says nothing more."""
    fields = page.form.fields.fields
    for name in ("start", "end"):
        fields[name].edit.setFocus()
        fields[name].edit.selectAll()
        press("9pm")
    with qtbot.waitSignal(page.trouble) as told:
        page.begin_button.click()
    what = words("start.error.time")
    assert told.args == [f"{words('start.start')}: {what} {words('start.end')}: {what}"]
    assert told.args[0] in _words_on(page)
    fields["start"].edit.selectAll()
    press("2")

    assert fields["start"].edit.property("state") == "plain"
    assert what in _words_on(page)


def test_a_click_into_a_filled_time_types_over_it(page: StartShiftPage) -> None:
    """The place is words, and keeps them."""
    fields = page.form.fields.fields
    marked = []
    for name in ("day", "start", "end", "parked_at"):
        QTest.mouseClick(fields[name].edit, Qt.MouseButton.LeftButton)
        marked.append(fields[name].edit.selectedText() == fields[name].text)

    assert marked == [True, True, True, False]


def _top(part: QWidget, ground: QWidget) -> int:
    return part.mapTo(ground, QPoint(0, 0)).y()


def _fits(part: QWidget, ground: QWidget) -> bool:
    return _top(part, ground) + min(part.height(), ground.height() - 24) <= ground.height()


def _words_on(part: QWidget) -> set[str]:
    return {label.text() for label in part.findChildren(QLabel) if label.isVisible()}


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
