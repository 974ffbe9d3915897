"""People who were here before, by real keys: found, opened, changed, their nights shown for a reason."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from mavis.domain.access.roles import Role
from mavis.domain.people.birth import aged, born_in, born_on
from mavis.domain.people.person import Alert
from mavis.domain.shift.night import night_of
from mavis.system.wording import words
from mavis.ui.pages.people.earlier_nights import EarlierNights
from mavis.ui.pages.people.page import PeoplePage
from mavis.ui.pages.steps.page import StepsPage
from tests.programs import FOUR_WORDS
from tests.ui.scheme import bring_in
from tests.ui.session.test_hand_over import take_over

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.domain.people.person import Person
    from tests.ui.windows import Hands


def _people(hands: Hands) -> PeoplePage:
    page = hands.session.workplace.page
    if not isinstance(page, PeoplePage):
        raise TypeError(page)
    return page


def _card(hands: Hands) -> StepsPage:
    page = hands.session.workplace.page
    if not isinstance(page, StepsPage):
        raise TypeError(page)
    return page


def _line(hands: Hands, step: str) -> QLineEdit:
    field = _card(hands).form.rows[step].field
    if not isinstance(field, QLineEdit):
        raise TypeError(step)
    return field


def _stored(hands: Hands, text: str) -> Person:
    session = hands.session.session
    return session.visitors.find(session.actor, text)[0].person


def _open(hands: Hands, text: str) -> None:
    hands.press("F3")
    hands.type(text)
    hands.press("Enter")
    hands.until(lambda: hands.session.workplace.place == "person")
    hands.settle()


def test_five_keys_open_somebody_who_was_here_before(known: Hands) -> None:
    """F3, three letters, Enter; nobody waits for the list. Escape goes back to it, and then to the board."""
    known.uses = 0
    _open(known, "kat")
    assert known.uses == 5
    assert _line(known, "names").text() == "Catherine O'Neill"
    known.press("Esc")
    known.until(lambda: [line.name for line in _people(known).finder.lines] == ["Catherine O'Neill"])
    known.press("Esc")
    assert known.session.workplace.place == "board"


def test_arrows_choose_and_reasons_are_told(known: Hands) -> None:
    """Each row says why; a description or a year finds as well."""
    known.press("F3")
    known.type("r")
    known.settle()
    assert _people(known).finder.lines == ()
    known.type("ob")
    known.until(lambda: bool(_people(known).finder.lines))
    (line,) = _people(known).finder.lines
    assert ", male, 1 night. Last seen 28 February 2026, " in line.detail
    known.press("Down Up Enter")
    known.until(lambda: known.session.workplace.place == "person")


def test_more_than_are_listed_are_counted(known: Hands, tmp_path: Path) -> None:
    """Eleven of one name: eight are listed, each told apart, and it is said that three more fit."""
    rows = tuple(f"{day:02}/02/2026,22:10,Kyle Webb,M,{20 + day},cold" for day in range(1, 12))
    bring_in(known.session.session, tmp_path / "webbs.csv", rows)
    known.press("F3")
    known.type("kyle webb")
    page = _people(known)
    known.until(lambda: page.finder.more == 3)
    assert len({line.detail for line in page.finder.lines}) == 8
    assert words("people.line.more", n=3) in [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_nobody_fits(known: Hands) -> None:
    """It is said in words, and Enter does nothing."""
    known.press("F3")
    known.type("zzzzq")
    known.settle()
    QApplication.processEvents()
    assert _people(known).finder.found_nobody
    known.press("Enter")
    assert known.session.workplace.place == "people"


def test_what_is_known_is_changed_as_it_is_typed_and_undone(known: Hands) -> None:
    """A nickname, the birth year, an alert with an end; Ctrl+Z takes the last one back."""
    _open(known, "kat")
    card = _card(known)
    known.press("A")
    known.type("Hits out when woken")
    known.press("Enter Y")
    known.settle()
    (alert,) = _stored(known, "kat").alerts
    assert (alert.reason, alert.expires_on is not None) == ("Hits out when woken", True)
    assert card.form.rows["warning"].isVisible()

    _line(known, "aliases").setFocus()
    known.type("Kitty; Red")
    known.press("Enter")
    known.type("1998")
    known.press("Enter")
    known.settle()
    person = _stored(known, "kat")
    assert person.aliases == ("Kitty", "Red")
    assert person.birth == born_in(1998)

    known.press("Ctrl+Z")
    known.settle()
    assert _stored(known, "kat").birth != born_in(1998)


def test_no_birth_is_said_and_not_kept(known: Hands) -> None:
    """The field shows again what is known."""
    _open(known, "kat")
    before = _stored(known, "kat").birth
    field = _line(known, "born")
    field.setFocus()
    field.selectAll()
    known.type("long ago")
    known.press("Esc")
    known.settle()
    assert known.message == words("people.not_a_born")
    assert _stored(known, "kat").birth == before


def test_an_age_that_a_year_begins_with_is_kept_once_the_field_is_left(known: Hands) -> None:
    """By Enter, or because somebody is looked up; until then it may be the half of a year."""
    _open(known, "kat")
    before, today = _stored(known, "kat").birth, night_of(known.session.desk.clock())
    for typed, kept in (("19", aged(19, today)), ("20", aged(20, today))):
        _line(known, "born").setFocus()
        _line(known, "born").selectAll()
        known.type(typed)
        known.session.flush()
        known.settle()
        assert _stored(known, "kat").birth == before
        if typed == "19":
            known.press("Enter")
        else:
            _open(known, "kat")
        known.settle()
        before = _stored(known, "kat").birth
        assert before == kept


def test_only_the_first_half_of_a_postcode_is_kept(known: Hands) -> None:
    """A whole one leaves its district; a street leaves what was known, and is said when the field is left."""
    _open(known, "kat")
    field = _line(known, "district")
    field.setFocus()
    known.type("bs23 1ab")
    known.press("Enter")
    known.settle()
    assert _stored(known, "kat").district == "BS23"
    field.setFocus()
    field.selectAll()
    known.type("3 High Street")
    known.press("Esc")
    known.settle()
    assert known.message == words("people.not_a_district")
    assert _stored(known, "kat").district == "BS23"


def test_a_date_is_kept_where_the_scheme_says_so_and_its_year_else(known: Hands) -> None:
    """The setting counts from the next letter on."""
    _open(known, "kat")
    for dates, kept in ((False, born_in(1998)), (True, born_on(date(1998, 3, 14)))):
        known.program.preferences.change(birth_dates=dates)
        field = _line(known, "born")
        field.setFocus()
        field.selectAll()
        known.type("14/03/1998")
        known.press("Enter")
        known.settle()
        assert _stored(known, "kat").birth == kept


def test_earlier_nights_need_a_reason_which_is_kept(known: Hands) -> None:
    """E asks why; nothing shows without it; Escape goes back to the page."""
    _open(known, "kat")
    known.press("A")
    known.type("Hits out when woken")
    known.press("Enter Y")
    known.settle()
    known.press("E")
    (panel,) = known.window.findChildren(EarlierNights)
    known.press("Enter")
    assert not panel.nights.isVisible()
    known.type("Is advice due")
    known.press("Enter")
    known.until(panel.nights.isVisible)
    alert, row = panel.nights.view_at(0), panel.nights.view_at(1)
    assert alert.words.startswith("14 March 2026: alert: Hits out when woken (Dilys, ")
    assert row.time == "23:32"
    assert row.words.startswith("7 March 2026: ")
    known.press("Esc")
    assert panel.isHidden()
    assert known.session.workplace.place == "person"


def test_a_legal_hold_is_the_coordinators(known: Hands) -> None:
    """H holds; H again lets go."""
    _open(known, "kat")
    known.press("H")
    known.settle()
    assert _stored(known, "kat").held
    known.press("H")
    known.settle()
    assert not _stored(known, "kat").held


def test_a_volunteer_sees_who_it_is_and_the_alerts_in_force_and_no_more(known: Hands) -> None:
    """No field, no nights by any key, no word of an alert that is over, nothing about everybody."""
    session = known.session.session
    now = known.session.desk.clock()
    over = Alert("canary that is over", session.actor.id, now, now.date() - timedelta(days=1))
    alerts = (Alert("Hits out when woken", session.actor.id, now), over)
    session.visitors.change(
        session.actor, _stored(known, "kat").id, lambda held: replace(held, alerts=alerts, district="NR1")
    )
    helper = session.people.add(session.actor, "Asha", Role.VOLUNTEER, FOUR_WORDS)
    known.program.access.unlock(helper.id, FOUR_WORDS, "2580").drop()
    take_over(known, "F9 2 2 5 8 0")
    _open(known, "kat")
    known.press("Esc")
    known.until(lambda: bool(_people(known).finder.lines))
    assert words("people.line.nights", n=1) not in _people(known).finder.lines[0].detail
    known.press("Enter")
    known.until(lambda: known.session.workplace.place == "person")
    known.settle()
    shown = {name for name, row in _card(known).form.rows.items() if row.isVisible()}
    assert shown == {"who", "warning"}
    said = " ".join(label.text() for label in known.window.findChildren(QLabel))
    assert "Hits out when woken" in said
    assert "canary" not in said
    known.press("E H A 1")
    assert known.window.findChildren(EarlierNights) == []
    known.press("Esc Ctrl+1")
    assert known.session.workplace.place == "people"


def test_whoever_is_back_has_a_new_visit_from_the_list(known: Hands) -> None:
    """One key beside opening their page: the visit is linked and shown; twice leads to the one that is open."""
    known.press("F3")
    known.type("oneil")
    known.press("Ctrl+Enter")
    known.until(lambda: known.window.page is known.session.room)
    known.settle()
    (visit,) = known.stored()
    assert visit.person_id == _stored(known, "oneil").id
    assert visit.is_open

    known.press("F3")
    known.settle()
    page = _people(known)
    assert page.back.isVisible()
    known.click(page.back)
    known.settle()
    assert [one.id for one in known.stored()] == [known.visit.id] == [visit.id]


def test_nobody_is_back_while_no_shift_is_open(known: Hands) -> None:
    """There is no button for it, and the key does nothing."""
    shift = known.session.desk.shift
    assert shift is not None
    known.session.session.shifts.close_shift(known.session.session.actor, shift.id)
    known.session.reload()
    known.settle()
    known.press("F3")
    known.type("oneil")
    page = _people(known)
    known.until(lambda: bool(page.finder.lines))
    known.press("Ctrl+Enter")

    assert page.back.isHidden()
    assert known.session.workplace.place == "people"


@pytest.mark.parametrize("busy", [False, True])
def test_a_half_typed_birth_and_an_open_alert_outlive_the_lock(known: Hands, busy: bool) -> None:
    """The card of the same person comes back, the caret behind the half year, which is then a whole one.

    A ``busy`` disk has Mavis wait with the page behind the veil: nobody has left the field for that.
    """
    _open(known, "kat")
    known.press("A")
    known.type("Hits out")
    field = _line(known, "born")
    field.setFocus()
    field.selectAll()
    before = _stored(known, "kat").birth
    known.type("19")
    if busy:
        known.session.desk.saves.put(lambda: time.sleep(0.2))
    known.lock()
    known.unlock()
    assert _stored(known, "kat").birth == before
    assert _line(known, "born").text() == "19"
    assert known.focused is _line(known, "born")
    assert _line(known, "reason").text() == "Hits out"

    known.type("98")
    known.press("Enter")
    known.settle()
    assert _stored(known, "kat").birth == born_in(1998)
    assert [alert.reason for alert in _stored(known, "kat").alerts] == ["Hits out"]
