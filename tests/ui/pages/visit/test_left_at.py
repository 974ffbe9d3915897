"""When somebody left, put right by real keys: quiet until there is an outcome, then now unless somebody says better."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from mavis.domain.record.care import CareKind
from mavis.domain.record.outcome import Outcome
from mavis.system.wording import label, words
from mavis.ui.presenters.visit.timeline.events import timeline
from mavis.ui.widgets.field import Note

if TYPE_CHECKING:
    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def left_at(hands: Hands) -> QLineEdit:
    """The field in the foot of the page."""
    name = words("visit.left_at")
    return next(one for one in hands.page.findChildren(QLineEdit) if one.accessibleName() == name)


def test_a_visit_entered_late_gets_both_its_times(hands: Hands, clock: SettableClock) -> None:
    """Somebody came at 21:20 and left at 21:45; it is ten now. After midnight the night is still the same."""
    hands.press("N D 2 G 7 X K")
    hands.type("2145")
    hands.press("Enter")
    assert hands.page.isVisible()
    assert left_at(hands).accessibleDescription() == words("visit.left_at_wrong", time="22:00")
    hands.page.setFocus()
    hands.press("-")
    hands.type("2120")
    hands.press("Enter")
    assert hands.page.isVisible()
    hands.press("Enter")
    hands.settle()

    (visit,) = hands.stored()
    assert visit.departed_at == clock() - timedelta(minutes=15)
    assert (visit.arrived_at, visit.entered_late) == (clock() - timedelta(minutes=40), True)
    assert not hands.page.isVisible()


def test_after_midnight_belongs_to_the_night(hands: Hands, clock: SettableClock) -> None:
    """0010 typed at one is ten past midnight, not a day ago or to come."""
    hands.press("N D")
    clock.advance(hours=3)
    hands.press("7 A K")
    hands.type("0010")
    hands.press("Enter")
    hands.settle()

    (visit,) = hands.stored()
    assert visit.departed_at == clock() - timedelta(minutes=50)


def test_it_is_now_and_quiet_until_there_is_an_outcome(hands: Hands, clock: SettableClock) -> None:
    """No field to fill in; taking the outcome back takes the time with it."""
    hands.press("N 7")
    assert not left_at(hands).isVisible()
    hands.press("A")
    assert left_at(hands).text() == "22:00"
    hands.press("A")

    assert not left_at(hands).isVisible()
    assert hands.visit.departed_at is None


def test_five_and_ten_minutes_earlier_end_at_the_arrival(hands: Hands, clock: SettableClock) -> None:
    """Twelve minutes aboard: two steps of ten go no further than the arrival, and one is undone."""
    hands.press("N 7")
    clock.advance(minutes=12)
    hands.press("A")
    hands.click(hands.button(words("visit.left_at_earlier", minutes=10)))
    assert hands.visit.departed_at == hands.visit.arrived_at + timedelta(minutes=2)
    hands.click(hands.button(words("visit.left_at_earlier", minutes=5)))
    assert hands.visit.departed_at == hands.visit.arrived_at
    hands.press("Ctrl+Z")

    assert hands.visit.departed_at == hands.visit.arrived_at + timedelta(minutes=2)


def test_a_look_after_the_leaving_is_asked_about_and_the_time_is_kept(hands: Hands, clock: SettableClock) -> None:
    """Ten past, with somebody who looked at them at a quarter past: Enter asks, and once more it goes."""
    hands.press("N D 2 G")
    clock.advance(minutes=15)
    hands.press("3 A Enter 7 X K")
    assert doubt(hands) == ""
    hands.type("2210")
    hands.press("Enter")
    assert hands.page.isVisible()
    assert doubt(hands) == words("visit.left_at_doubt", seen="22:15", left="22:10")
    assert hands.visit.departed_at == clock() - timedelta(minutes=5)
    hands.press("Enter")
    hands.settle()
    assert not hands.page.isVisible()
    assert hands.stored()[0].departed_at == clock() - timedelta(minutes=5)
    hands.press("R Ctrl+O K")
    assert doubt(hands) == words("visit.left_at_doubt", seen="22:15", left="22:10")
    hands.type("2215")
    hands.press("Enter")
    hands.settle()

    assert hands.stored()[0].departed_at == clock()


def doubt(hands: Hands) -> str:
    """What stands below the field."""
    notes = [note for note in hands.page.foot.left_at.findChildren(Note) if note.isVisible()]
    return notes[0].sentence if notes else ""


def test_care_that_is_written_down_later_stands_before_they_left(hands: Hands, clock: SettableClock) -> None:
    """Nobody is given water once they are gone: it was at the latest when they left."""
    hands.press("N D 2 G 7 F Esc")
    visit_id = hands.visit.id
    clock.now += timedelta(minutes=40)
    hands.session.show_visit(visit_id)
    hands.press("Ctrl+O 4 W")
    happened = timeline(hands.visit, str, None, clock())

    assert [given.at for given in hands.visit.care] == [hands.visit.departed_at]
    assert [one.event for one in happened[:2]] == [label(Outcome.HOME_WITH_FRIEND_FAMILY), label(CareKind.WATER)]
