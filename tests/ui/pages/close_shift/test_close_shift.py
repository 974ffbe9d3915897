"""Closing with real keys: hold, paper from a real printer, answers in place, and nothing half typed lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from shiboken6 import delete

from mavis.domain.edits.visit import answer
from mavis.domain.record.outcome import Outcome
from mavis.system.wording import words
from mavis.ui.pages.close_shift.page import CloseShiftPage
from mavis.ui.presenters.close_shift.page import CloseShiftPresenter
from mavis.ui.widgets.row import ActionRow
from tests.ui.looks import activate
from tests.ui.scheme import press, settled, too_wide

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Program, Session
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.tasks import Tasks
    from tests.pdf_printer import PdfPrinter


def hold_to_close(qtbot: QtBot, page: CloseShiftPage) -> None:
    """Hold Ctrl+Enter for its second."""
    QTest.keyPress(page.form.notes.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.closed, timeout=20_000):
        qtbot.waitUntil(lambda: page.form.button.held > 0)
    QTest.keyRelease(page.form.button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("percent", [100, 150])
def test_what_is_missing_is_said_beside_the_button(page: CloseShiftPage, keeper: ThemeKeeper, percent: int) -> None:
    """The last word before the hold, however far the list above is scrolled; and names are kept off the paper."""
    keeper.set_text_percent(percent)
    page.form.refresh()
    lasting = words("close.all_the_same", what=page.form.missing.title)
    seen = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]

    assert lasting in seen
    assert words("close.notes.no_names") in seen


def test_what_is_missing_is_said_beside_the_button_as_soon_as_it_is_listed(
    qtbot: QtBot, keeper: ThemeKeeper, desk: Desk, tasks: Tasks
) -> None:
    """Nobody reads for a second that nothing is missing."""
    page = CloseShiftPage(keeper, CloseShiftPresenter(desk, tasks, "Dilys"))
    qtbot.addWidget(page)
    activate(qtbot, page)
    page.enter()
    qtbot.waitUntil(lambda: page.form.missing.something, timeout=20_000)
    lasting = words("close.all_the_same", what=page.form.missing.title)

    assert lasting in [one.text() for one in page.findChildren(QLabel)]
    settled(qtbot, tasks, desk)


def test_notes_are_saved_while_they_are_typed(
    qtbot: QtBot, page: CloseShiftPage, session: Session, desk: Desk, tasks: Tasks
) -> None:
    """The page begins in the notes; a second later they are on the disk."""
    press("Foil blankets nearly gone.")
    qtbot.waitUntil(lambda: desk.shift is not None and desk.shift.handover_notes.endswith("gone."))
    settled(qtbot, tasks, desk)

    shift = session.shifts.current()
    assert shift is not None
    assert shift.handover_notes == "Foil blankets nearly gone."


def test_holding_ctrl_enter_closes_with_what_was_half_typed(
    qtbot: QtBot, page: CloseShiftPage, session: Session
) -> None:
    """One chord; the last words and a half-written incident are in the record."""
    page.form.more.incident.edit.setText("A window broke")
    press("Bye")
    hold_to_close(qtbot, page)

    assert session.shifts.current() is None
    closed = page.done.isVisible(), page.preview.print_button.hasFocus()
    assert closed == (True, True)
    shift = session.shifts.shift_on(session.shifts.all_shifts()[0][0])
    assert shift is not None
    assert (shift.handover_notes, [note.text for note in shift.incidents]) == ("Bye", ["A window broke"])


def test_after_the_last_counter_the_notes_are_written(
    qtbot: QtBot, page: CloseShiftPage, desk: Desk, session: Session, tasks: Tasks
) -> None:
    """The next key is never typed over the hours of a helper."""
    for gap in list(desk.open_visits):
        desk.edit(gap.id, answer(outcome=Outcome.TAXI, departed_at=desk.clock()), "")
    page.form.missing.answers.open()
    for _counter in desk.tallies:
        press("0\r")
    settled(qtbot, tasks, desk)

    assert all(tally.count == 0 for tally in desk.tallies.values())
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not page.form.missing.answers.isVisible()
    assert not page.form.crew.isAncestorOf(focused)


def test_a_row_that_is_put_right_hands_the_keyboard_to_the_notes(
    page: CloseShiftPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row goes once its answer is found in the store; the hours of a helper are not what is typed next."""
    page.form.missing.take_focus()
    monkeypatch.setattr(CloseShiftPresenter, "missing", lambda _presenter: ())
    page.form.show_missing()

    assert page.form.notes.area.hasFocus()


def test_letting_go_early_closes_nothing(qtbot: QtBot, page: CloseShiftPage, session: Session) -> None:
    """A brush against the keys is no close."""
    QTest.keyPress(page.form.notes.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.form.button.held > 0)
    QTest.keyRelease(page.form.button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: page.form.button.held == 0)
    assert session.shifts.current() is not None


def test_the_closed_shift_comes_out_of_a_real_printer(
    qtbot: QtBot, page: CloseShiftPage, pdf_printer: PdfPrinter
) -> None:
    """Close, then Ctrl+P at once: two sheets, named by the night alone."""
    hold_to_close(qtbot, page)
    with qtbot.waitSignal(page.said, timeout=20_000, check_params_cb=lambda text: text == words("printing.sent")):
        QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    paper = pdf_printer.printed()
    assert "2026-03-14" in paper.name
    assert "Dilys" not in paper.name
    assert len(pypdfium2.PdfDocument(paper.read_bytes())) == 2


def test_counters_are_answered_on_the_page(qtbot: QtBot, page: CloseShiftPage, desk: Desk) -> None:
    """One typed, one wrong, the rest were 0; then the row is gone."""
    row = next(
        row for row in page.findChildren(ActionRow) if words("close.action.tally_not_counted") in row.accessibleName()
    )
    row.click()
    _, second, *_ = page.form.missing.answers.fields.values()
    press("14\r")
    assert second.edit.hasFocus()
    press("x\r")
    assert second.note == words("close.tally.wrong")
    assert second.edit.hasFocus()
    second.edit.selectAll()
    press("3")
    QTest.keyClick(second.edit, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)

    counts = [tally.count for tally in desk.tallies.values()]
    assert counts == [14, 3, *[0] * (len(counts) - 2)]
    assert page.form.missing.answers.isHidden()
    assert not row.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.form.isAncestorOf(focused)

    last = desk.undo_stack.last
    assert last is not None
    assert last.words == words("screens.said.counted_all", number=len(counts) - 2, count=0)
    desk.undo()
    assert [tally.count for tally in desk.tallies.values()] == [14, 3, *[None] * (len(counts) - 2)]


def test_closing_opens_at_the_top_and_a_refused_cost_is_brought_into_view(qtbot: QtBot, page: CloseShiftPage) -> None:
    """What is missing is seen first although the notes have the keyboard; the sentence of the cost is never cut."""
    page.resize(1214, 520)
    page.enter()
    qtbot.waitUntil(lambda: not page.form.missing.visibleRegion().isEmpty())
    qtbot.waitUntil(lambda: page.form.missing.visibleRegion().boundingRect().top() == 0)
    assert page.form.notes.area.hasFocus()

    cost = page.form.more.cost
    cost.edit.setFocus()
    press("a lot")
    QTest.keyClick(cost.edit, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: cost.visibleRegion().boundingRect() == cost.rect())
    assert cost.note


def test_a_gap_opens_its_visit(qtbot: QtBot, page: CloseShiftPage, desk: Desk) -> None:
    """K2 is still aboard."""
    row = next(row for row in page.findChildren(ActionRow) if row.accessibleName().startswith("K2"))
    with qtbot.waitSignal(page.visit_wanted) as told:
        row.click()

    assert desk.visits[told.args[0]].code == "K2"


def test_the_pdf_is_saved_by_keyboard(qtbot: QtBot, page: CloseShiftPage, tmp_path: Path) -> None:
    """Ctrl+S offers a place, Enter saves; a wrong place says so and can be put right."""
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    field = page.preview.where
    assert field.text.endswith("2026-03-14.pdf")
    field.set_text(str(tmp_path / "nowhere" / "x.pdf"))
    press("\r")
    qtbot.waitUntil(lambda: bool(field.note))
    field.set_text(str(tmp_path / "x.pdf"))
    with qtbot.waitSignal(page.said):
        press("\r")

    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")
    assert field.isHidden()


def test_words_typed_after_the_file_name_was_left_go_on_in_the_notes(page: CloseShiftPage) -> None:
    """Escape is one step back, also where a click opened the field: no space opens it again."""
    press("Foil")
    QTest.keyClick(page.form.notes.area, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.preview.where.edit, Qt.Key.Key_Escape)
    press(" blankets gone")

    assert page.preview.where.isHidden()
    assert page.preview.where.text == ""
    assert page.form.notes.area.toPlainText() == "Foil blankets gone"
    save = words("close.preview.save")
    button = next(one for one in page.findChildren(QAbstractButton) if one.accessibleName().startswith(save))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.preview.where.isVisible()
    QTest.keyClick(page.preview.where.edit, Qt.Key.Key_Escape)
    press(" and tea too")

    assert page.preview.where.isHidden()


def test_closing_the_shift_puts_the_file_name_away(qtbot: QtBot, page: CloseShiftPage, tmp_path: Path) -> None:
    """What is typed from then on is no part of it; coming back to the page finds it closed as well."""
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    page.preview.where.set_text(str(tmp_path / "x"))
    page.enter()
    assert page.preview.where.isHidden()
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    hold_to_close(qtbot, page)
    press("well done")

    assert page.preview.where.isHidden()
    assert page.preview.where.text == ""


def test_a_close_that_fails_says_so_and_can_be_done_again(
    qtbot: QtBot, page: CloseShiftPage, program: Program, session: Session
) -> None:
    """The folder of prints is in the way."""
    folder = program.paths.root / "summaries"
    folder.write_text("in the way", encoding="utf-8")
    with qtbot.waitSignal(page.trouble, timeout=20_000):
        page.form.button.used.emit()
    assert page.form.button.isEnabled()

    folder.unlink()
    hold_to_close(qtbot, page)
    assert session.shifts.current() is None


@pytest.mark.parametrize("error", [RuntimeError, ImportError])
def test_a_summary_that_cannot_be_made_says_so_and_is_tried_again(
    qtbot: QtBot, page: CloseShiftPage, desk: Desk, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    """Nobody foresaw it: a sentence and a way to try again, and no words that wait for ever."""
    with monkeypatch.context() as broken, qtbot.waitSignal(page.stuck, timeout=20_000) as told:
        broken.setattr(type(desk.session.summaries), "of_shift", Mock(side_effect=error))
        desk.change_shift(lambda shift: replace(shift, handover_notes="later"))
    text, again = told.args
    assert text == words("close.not_made", kind=error.__name__)
    monkeypatch.setattr(page.preview, "show_pages", shown := Mock())
    again()
    qtbot.waitUntil(lambda: shown.called, timeout=20_000)


@pytest.mark.parametrize("error", [RuntimeError, ImportError])
def test_a_close_that_breaks_says_so_and_is_tried_again(
    qtbot: QtBot, page: CloseShiftPage, session: Session, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    """The button stops saying that it closes, nothing is lost, and the same act done again closes the shift."""
    with monkeypatch.context() as broken, qtbot.waitSignal(page.stuck, timeout=20_000) as told:
        broken.setattr(type(session.closing), "close", Mock(side_effect=error))
        page.form.button.used.emit()
    text, again = told.args
    assert text == words("close.not_closed", kind=error.__name__)
    assert page.form.button.isEnabled()
    with qtbot.waitSignal(page.closed, timeout=20_000):
        again()
    assert session.shifts.current() is None


def test_everything_to_press_is_named_and_large_enough(page: CloseShiftPage) -> None:
    """A screen reader has a name for each control, a glove at least 56 pixels."""
    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
    seen = [control for control in controls if control.isVisible()]

    assert len(seen) > 15
    assert [type(control) for control in seen if not control.accessibleName()] == []
    assert [control.accessibleName() for control in seen if control.height() < 56] == []


def test_a_print_that_comes_after_the_page_has_gone_is_dropped(
    qtbot: QtBot, keeper: ThemeKeeper, desk: Desk, tasks: Tasks
) -> None:
    """Mavis was locked while it was drawn: nothing is shown and nothing goes wrong."""
    page = CloseShiftPage(keeper, CloseShiftPresenter(desk, tasks, "Dilys"))
    page.enter()
    delete(page)
    desk.change_shift(lambda shift: replace(shift, handover_notes="later"))
    settled(qtbot, tasks, desk)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_at_any_text_size(qtbot: QtBot, page: CloseShiftPage, keeper: ThemeKeeper, percent: int) -> None:
    """Before and after closing; with large text the print stands under the page."""
    keeper.set_text_percent(percent)
    room = 1366 - keeper.px(152)
    page.resize(room, 656)
    page.form.missing.answers.open()
    qtbot.waitUntil(lambda: too_wide(page, room) == [])
    hold_to_close(qtbot, page)

    qtbot.waitUntil(lambda: too_wide(page, room) == [])
