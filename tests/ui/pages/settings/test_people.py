"""The settings on the screen: who can unlock, let in and out, and nobody twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from mavis.domain.access.roles import Duty, Role
from mavis.domain.errors import UserError
from mavis.system.wording import words
from mavis.ui.widgets.scroller import Scroller
from tests.ui.scheme import press, settled

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Program, Session
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.settings.page import SettingsPage
    from mavis.ui.tasks import Tasks

WORDS = "twelve brown horses ran"


def words_on(page: SettingsPage) -> set[str]:
    """Every label that can be seen."""
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_a_person_is_added_with_a_passphrase_of_their_own(
    qtbot: QtBot, page: SettingsPage, program: Program, tasks: Tasks
) -> None:
    """Name, Enter, a digit for the role, Enter, passphrase, Enter, again, Enter."""
    page.people.open.click()
    press("Ruth E.\r2\r" + WORDS + "\r" + WORDS)
    with qtbot.waitSignal(page.said, timeout=20_000):
        press("\r")
    with qtbot.waitSignal(page.people.unfolded) as seen:
        settled(qtbot, tasks)

    assert [tile.name for tile in program.access.people()] == ["Dilys", "Ruth E."]
    qtbot.waitUntil(lambda: "Ruth E." in words_on(page))
    assert seen.args == [page.people.panels[-1]]
    assert page.people.form.pair.first.text == ""


def test_enter_on_a_role_never_takes_it_back(qtbot: QtBot, page: SettingsPage, program: Program, tasks: Tasks) -> None:
    """A role that was left out is asked for; chosen, it is complained of no more, and Enter lets them in."""
    page.people.open.click()
    page.people.form.pair.first.edit.setFocus()
    press(WORDS + "\r" + WORDS)
    page.people.form.name.edit.setFocus()
    press("Ruth E.\r\r")
    assert words("settings.people.need_role") in words_on(page)
    press("2")
    assert words("settings.people.need_role") not in words_on(page)
    with qtbot.waitSignal(page.said, timeout=20_000):
        press("\r")
    settled(qtbot, tasks)

    assert [(tile.name, tile.role) for tile in program.access.people()][1:] == [("Ruth E.", Role.LEAD)]


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
    press("Ruth E.\r\r" + WORDS + "\rother words altogether\r")

    assert page.people.form.pair.again.note == words("settings.people.not_the_same")
    assert page.people.form.pair.first.text == WORDS
    assert len(program.access.people()) == 1


def test_a_weak_passphrase_is_refused_in_the_form(qtbot: QtBot, page: SettingsPage, program: Program) -> None:
    """The sentence stands under the passphrase, and Enter goes no further."""
    page.people.open.click()
    page.people.form.role.chip("lead").click()
    page.people.form.name.edit.setFocus()
    press("Ruth E.\r\rshort\r")
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
        press("\r\r" + WORDS + "\r" + WORDS + "\r")
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


@pytest.mark.parametrize("percent", [100, 150])
def test_the_form_is_seen_from_its_top_or_where_the_name_is_typed(
    qtbot: QtBot, page: SettingsPage, keeper: ThemeKeeper, session: Session, tasks: Tasks, percent: int
) -> None:
    """With its label, however large the text; nobody types blind."""
    keeper.set_text_percent(percent)
    for name in ("Asha Nair", "Dev Price", "Mags Hill"):
        session.crew.add(session.actor, name, Duty.OTHER)
    page.enter()
    settled(qtbot, tasks)
    page.people.open.click()
    typed = page.people.form.name
    ground = page.findChildren(Scroller)[0].viewport()
    qtbot.waitUntil(lambda: _place(typed, ground).y() >= 0 and ground.rect().contains(_place(typed, ground)))

    assert typed.edit.hasFocus()


def _place(part: QWidget, ground: QWidget) -> QRect:
    return QRect(part.mapTo(ground, QPoint(0, 0)), part.size())
