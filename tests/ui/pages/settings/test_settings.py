"""The settings on the screen: seen at once, kept at once, and no secret left behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from mavis.domain.access.roles import Actor, Role
from mavis.domain.people.forgetting import last_kept
from mavis.domain.sharing.disclosure import SmallNumberRule
from mavis.system.settings import Theme, load_settings
from mavis.system.wording import words
from mavis.ui.look.tokens import ThemeName
from mavis.ui.pages.settings.page import SettingsPage
from mavis.ui.pages.settings.visitors import ProtectionSection, VisitorsSection
from mavis.ui.presenters.settings.page import SettingsPresenter
from mavis.ui.presenters.settings.people import PeoplePresenter
from mavis.ui.widgets.button import Button
from tests.ui.looks import activate
from tests.ui.scheme import press, settled, too_wide

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Program, Session
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.tasks import Tasks

WORDS = "twelve brown horses ran"


_CODE = re.compile(r"(\w{4}-){6}\w{4}")


def words_on(page: SettingsPage) -> set[str]:
    """Every label that can be seen."""
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_a_theme_is_seen_and_kept_at_once(
    qtbot: QtBot, page: SettingsPage, keeper: ThemeKeeper, program: Program
) -> None:
    """By keyboard: the page begins at the colours; the arrow and Space choose."""
    page.look.grids["theme"].chip("light").setFocus()
    with qtbot.waitSignal(page.changed):
        press(" ")

    assert keeper.theme.name is ThemeName.LIGHT
    assert program.settings.theme is Theme.LIGHT
    assert page.look.grids["theme"].chosen_codes == ("light",)


def test_a_choice_cannot_be_taken_back_to_nothing(qtbot: QtBot, page: SettingsPage) -> None:
    """Choosing the same again leaves it chosen."""
    chip = page.look.grids["lock_minutes"].chip("5")
    with qtbot.waitSignal(page.changed):
        chip.click()

    assert page.look.grids["lock_minutes"].chosen_codes == ("5",)


def test_larger_text_is_seen_and_still_fits(
    qtbot: QtBot, page: SettingsPage, keeper: ThemeKeeper, program: Program
) -> None:
    """At 200 % the ten chips stand in two rows."""
    with qtbot.waitSignal(page.changed):
        page.look.grids["text_percent"].chip("200").click()

    assert (keeper.theme.text_percent, program.settings.text_percent) == (200, 200)
    chips = page.look.grids["lock_minutes"].chips
    qtbot.waitUntil(lambda: chips[5].y() > chips[4].y())


def test_a_setting_that_cannot_be_written_goes_back(qtbot: QtBot, page: SettingsPage, program: Program) -> None:
    """A folder stands where the file should be: the sentence is said and the old choice shown."""
    program.paths.settings.unlink()
    program.paths.settings.mkdir()
    with qtbot.waitSignal(page.trouble):
        page.look.grids["veil_seconds"].chip("30").click()

    assert page.look.grids["veil_seconds"].chosen_codes == ("60",)


def test_how_soon_people_are_looked_at_again_is_set(qtbot: QtBot, page: SettingsPage, program: Program) -> None:
    """A choice is kept at once; one that cannot be written goes back."""
    with qtbot.waitSignal(page.changed):
        page.checks.grids["check_minutes_urgent"].chip("10").click()
    assert program.settings.check_minutes_urgent == 10
    assert page.checks.grids["check_minutes_calm"].chosen_codes == ("30",)

    program.paths.settings.unlink()
    program.paths.settings.mkdir()
    with qtbot.waitSignal(page.trouble):
        page.checks.grids["check_minutes_calm"].chip("60").click()
    assert page.checks.grids["check_minutes_calm"].chosen_codes == ("30",)


def test_what_is_kept_of_people_who_come_again_holds_at_once(
    qtbot: QtBot, page: SettingsPage, program: Program, session: Session
) -> None:
    """A whole date or its year, when advice is due again, how long names are kept: kept, said, and followed."""
    assert page.visitors.birth.text() == words("settings.visitors.how_year")
    for section, name, code in (
        (page.visitors, "birth_dates", "True"),
        (page.visitors, "advice_again_days", "30"),
        (page.protection, "identity_months", "3"),
    ):
        with qtbot.waitSignal(page.changed):
            section.grids[name].chip(code).click()
    assert page.visitors.birth.text() == words("settings.visitors.how_date")
    assert load_settings(program.paths.settings).settings[-6:-3] == (30, 3, True)
    today = program.clock().date()
    assert session.retention.preview(session.actor).before == last_kept(today, 3)


def test_names_are_forgotten_from_the_settings_by_a_coordinator_alone(
    qtbot: QtBot, page: SettingsPage, keeper: ThemeKeeper, program: Program, session: Session, tasks: Tasks
) -> None:
    """Everybody else reads how long names are kept, and has no button and no choice."""
    (forget,) = page.protection.findChildren(Button)
    with qtbot.waitSignal(page.forgetting_wanted):
        forget.click()
    session.actor = Actor("asha", Role.VOLUNTEER)
    presenter = SettingsPresenter(program, session, tasks)
    for kind in (ProtectionSection, VisitorsSection):
        section = kind(keeper, presenter, lambda failure: None, page)
        assert not any(grid.isEnabled() for grid in section.grids.values())
        assert section.findChildren(Button) == []


def test_the_small_number_rule_is_chosen_with_a_sentence(qtbot: QtBot, page: SettingsPage, program: Program) -> None:
    """The sentence says what the rule does, and the rule is on the disk."""
    assert words("settings.sharing.how_nearest_5") in words_on(page)
    with qtbot.waitSignal(page.changed):
        page.sharing.grids["small_numbers"].chip("hide_1_to_4").click()

    assert words("settings.sharing.how_hide_1_to_4") in words_on(page)
    assert load_settings(program.paths.settings).settings.small_numbers is SmallNumberRule.HIDE_1_TO_4


def test_a_backup_is_made_and_its_age_said(qtbot: QtBot, page: SettingsPage, session: Session) -> None:
    """One press, and the keyboard stays at the button meanwhile."""
    page.backups.make.setFocus()
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        page.backups.make.click()

    assert page.backups.make.hasFocus()
    assert told.args == [words("settings.backups.made")]
    assert session.backups.newest() is not None
    assert page.backups.line.text().endswith(words("settings.backups.just_now"))


def test_the_recovery_code_is_shown_once_and_typed_back(qtbot: QtBot, page: SettingsPage) -> None:
    """A slip is noticed; after the right code it is gone from the screen."""
    page.recovery.make.used.emit()
    qtbot.waitUntil(page.recovery.paper.isVisible, timeout=20_000)
    code = next(text for text in words_on(page) if _CODE.search(text))
    press("WRONG\r")
    assert page.recovery.back.note == words("first_run.code.group", number=1, typed="WR0N")
    page.recovery.back.edit.selectAll()
    with qtbot.waitSignal(page.said) as told:
        press(code.replace("-", " ").lower() + "\r")

    assert told.args == [words("settings.recovery.kept")]
    assert not page.recovery.paper.isVisible()
    assert code not in {label.text() for label in page.findChildren(QLabel)}


def test_leaving_the_page_forgets_code_and_passphrase(qtbot: QtBot, page: SettingsPage) -> None:
    """Whoever comes to the laptop next finds neither."""
    page.people.open.click()
    page.people.form.pair.first.set_text(WORDS)
    page.recovery.make.used.emit()
    qtbot.waitUntil(page.recovery.paper.isVisible, timeout=20_000)
    page.hide()

    assert page.people.form.pair.first.text == ""
    assert not [label.text() for label in page.findChildren(QLabel) if _CODE.search(label.text())]


def test_everything_to_press_is_named_and_large_enough(qtbot: QtBot, page: SettingsPage) -> None:
    """A screen reader has a name for each control, a glove at least 56 pixels."""
    page.people.open.click()
    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
    seen = [control for control in controls if control.isVisible()]

    assert len(seen) > 30
    assert [type(control) for control in seen if not control.accessibleName()] == []
    qtbot.waitUntil(lambda: all(control.height() >= 56 for control in seen))


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_at_any_text_size(qtbot: QtBot, page: SettingsPage, keeper: ThemeKeeper, percent: int) -> None:
    """The page scrolls down and never sideways."""
    keeper.set_text_percent(percent)
    room = 1366 - keeper.px(152)
    page.resize(room, 656)
    page.people.open.click()

    qtbot.waitUntil(lambda: too_wide(page, room) == [])


def test_nothing_is_painted_squashed_while_the_page_is_built(
    qtbot: QtBot, keeper: ThemeKeeper, program: Program, session: Session, tasks: Tasks
) -> None:
    """Each part is added in a turn of its own; the chips that stand there already keep their height."""
    page = SettingsPage(keeper, SettingsPresenter(program, session, tasks), PeoplePresenter(program, session, tasks))
    qtbot.addWidget(page)
    page.resize(1214, 712)
    watch = _Heights(page.look.grids["theme"].chips[1])
    activate(qtbot, page)
    page.enter()
    qtbot.waitUntil(lambda: page.is_whole)
    settled(qtbot, tasks)
    QApplication.processEvents()

    assert watch.painted == {56}


class _Heights(QObject):
    """Notes how high a chip is whenever it is painted."""

    def __init__(self, chip: QWidget) -> None:
        super().__init__(chip)
        self.painted: set[int] = set()
        self._chip = chip
        chip.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a painting."""
        if event.type() is QEvent.Type.Paint:
            self.painted.add(self._chip.height())
        return False
