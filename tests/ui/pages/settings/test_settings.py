"""The settings on the screen: seen at once, kept at once, and no secret left behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from mavis.domain.access.roles import Actor, Duty, Role
from mavis.domain.errors import UserError
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


@pytest.fixture
def page(qtbot: QtBot, keeper: ThemeKeeper, program: Program, session: Session, tasks: Tasks) -> SettingsPage:
    """The page of the coordinator."""
    made = SettingsPage(keeper, SettingsPresenter(program, session, tasks), PeoplePresenter(program, session, tasks))
    qtbot.addWidget(made)
    made.resize(1214, 712)
    activate(qtbot, made)
    made.enter()
    qtbot.waitUntil(lambda: made.is_whole)
    settled(qtbot, tasks)
    return made


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


def test_a_person_is_added_with_a_passphrase_of_their_own(
    qtbot: QtBot, page: SettingsPage, program: Program, tasks: Tasks
) -> None:
    """Name, Enter, passphrase, Enter, again, Enter; a missing role is asked for first."""
    page.people.open.click()
    press("Ruth E.\r" + WORDS + "\r" + WORDS + "\r")
    assert words("settings.people.need_role") in words_on(page)
    page.people.form.role.chip("lead").click()
    with qtbot.waitSignal(page.said, timeout=20_000):
        page.people.form.save.click()
    with qtbot.waitSignal(page.people.unfolded) as seen:
        settled(qtbot, tasks)

    assert [tile.name for tile in program.access.people()] == ["Dilys", "Ruth E."]
    qtbot.waitUntil(lambda: "Ruth E." in words_on(page))
    assert seen.args == [page.people.panels[-1]]
    assert page.people.form.pair.first.text == ""


def test_adding_is_given_up_with_a_button_as_well(page: SettingsPage, program: Program) -> None:
    """What was typed is forgotten, and nobody is added."""
    page.people.open.click()
    press("Ruth E.")
    page.people.form.cancel.click()

    assert not page.people.form.isVisible()
    assert page.people.form.name.text == ""
    assert [tile.name for tile in program.access.people()] == ["Dilys"]


def test_two_different_passphrases_are_noticed(qtbot: QtBot, page: SettingsPage, program: Program) -> None:
    """Nobody is added, nothing is thrown away."""
    page.people.open.click()
    page.people.form.role.chip("lead").click()
    page.people.form.name.edit.setFocus()
    press("Ruth E.\r" + WORDS + "\rother words altogether\r")

    assert page.people.form.pair.again.note == words("settings.people.not_the_same")
    assert page.people.form.pair.first.text == WORDS
    assert len(program.access.people()) == 1


def test_a_weak_passphrase_is_refused_in_the_form(qtbot: QtBot, page: SettingsPage, program: Program) -> None:
    """The sentence stands under the passphrase, and Enter goes no further."""
    page.people.open.click()
    page.people.form.role.chip("lead").click()
    page.people.form.name.edit.setFocus()
    press("Ruth E.\rshort\r")
    assert page.people.form.pair.first.note == words("errors.passphrase_short")
    assert page.people.form.pair.first.edit.hasFocus()
    page.people.form.save.click()

    assert page.people.form.save.isEnabled()
    assert len(program.access.people()) == 1


def test_somebody_of_the_crew_is_let_in_without_being_added_twice(
    qtbot: QtBot, page: SettingsPage, program: Program, session: Session, tasks: Tasks
) -> None:
    """They stand there by name; choosing one fills the name in, and their hours stay theirs."""
    dev = session.crew.add(session.actor, "Dev P.", Duty.STREET_PASTOR)
    page.enter()
    qtbot.waitUntil(lambda: dev.id in page.people.without.buttons)
    page.people.without.buttons[dev.id].click()
    crew = page.people.form.crew
    assert crew is not None
    assert crew.chosen_codes == (dev.id,)
    assert page.people.form.role.chips[0].hasFocus()
    page.people.form.role.chip("volunteer").click()
    page.people.form.pair.first.edit.setFocus()
    with qtbot.waitSignal(page.said, timeout=20_000):
        press(WORDS + "\r" + WORDS + "\r")
    settled(qtbot, tasks)

    assert [(tile.id, tile.name) for tile in program.access.people()][1:] == [(dev.id, "Dev P.")]
    assert [person.name for person in session.crew.roster()].count("Dev P.") == 1
    qtbot.waitUntil(lambda: not page.people.without.isVisible())


def test_a_name_that_is_typed_is_whoever_of_the_crew_has_it(
    qtbot: QtBot, page: SettingsPage, program: Program, session: Session, tasks: Tasks
) -> None:
    """However it is written; a name that can unlock already is refused where it is typed."""
    asha = session.crew.add(session.actor, "Asha Nair", Duty.CLINICIAN)
    page.enter()
    qtbot.waitUntil(lambda: asha.id in page.people.without.buttons)
    page.people.open.click()
    press("asha  nair")
    assert page.people.form.crew is not None
    assert page.people.form.crew.chosen_codes == (asha.id,)
    page.people.form.role.chip("clinician").click()
    page.people.form.name.edit.setFocus()
    with qtbot.waitSignal(page.said, timeout=20_000):
        press("\r" + WORDS + "\r" + WORDS + "\r")
    settled(qtbot, tasks)

    assert [(tile.id, tile.name) for tile in program.access.people()][1:] == [(asha.id, "Asha Nair")]
    assert len(session.crew.roster()) == 2
    page.people.open.click()
    press("ASHA NAIR")
    page.people.form.save.click()
    assert page.people.form.name.note == words("errors.name_taken")


def test_a_passphrase_is_renewed_and_a_person_removed(
    qtbot: QtBot, page: SettingsPage, program: Program, session: Session, tasks: Tasks
) -> None:
    """The old words open nothing; to remove takes a hold, and nobody can remove themselves."""
    ruth = session.people.add(session.actor, "Ruth E.", Role.LEAD, WORDS)
    page.enter()
    qtbot.waitUntil(lambda: [panel.isVisible() for panel in page.people.panels] == [True, True])
    oneself, theirs = page.people.panels
    assert (oneself.renew.isVisible(), oneself.remove.isVisible()) == (True, False)
    theirs.renew.click()
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        press("seven tiny green boats\rseven tiny green boats\r")
    assert told.args == [words("settings.people.renewed", name="Ruth E.")]
    assert not theirs.is_open
    with pytest.raises(UserError, match="passphrase_wrong"):
        program.access.unlock(ruth.id, WORDS)
    theirs.remove.click()
    settled(qtbot, tasks)
    assert len(program.access.people()) == 2
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        theirs.remove.used.emit()
    settled(qtbot, tasks)

    assert told.args == [words("settings.people.removed", name="Ruth E.")]
    assert [tile.name for tile in program.access.people()] == ["Dilys"]
    qtbot.waitUntil(lambda: len(page.people.panels) == 1)


def test_escape_folds_a_new_passphrase_in(qtbot: QtBot, page: SettingsPage) -> None:
    """And forgets it."""
    qtbot.waitUntil(lambda: len(page.people.panels) == 1)
    panel = page.people.panels[0]
    panel.renew.click()
    press("half a passphr")
    QTest.keyClick(panel.pair.first.edit, Qt.Key.Key_Escape)

    assert (panel.is_open, panel.pair.text) == (False, "")


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
