"""The crew of tonight put right by real keys, in the shift and on its last page: a role, and a line too many."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Duty
from mavis.system.wording import label, words
from mavis.ui.widgets.name_row import NameRow

if TYPE_CHECKING:
    from mavis.domain.shift.shift import CrewMember
    from tests.ui.windows import Hands


def _aboard(hands: Hands) -> tuple[CrewMember, ...]:
    hands.settle()
    shift = hands.session.session.shifts.current()
    if shift is None:
        raise LookupError(shift)
    return shift.crew


def _names(hands: Hands) -> list[NameRow]:
    return [row for row in hands.window.findChildren(NameRow) if row.isVisible()]


def test_a_role_is_put_right_during_the_shift_and_can_be_undone(hands: Hands) -> None:
    """The name leads to the roles; what was chosen is kept at once, and Undo puts back what was there."""
    hands.press("F4")
    before = _aboard(hands)
    _names(hands)[1].setFocus()
    hands.press("Enter")
    hands.type("clinician")
    hands.press("Enter")

    after = _aboard(hands)
    assert after == (before[0], replace(before[1], duty=Duty.CLINICIAN))
    assert label(Duty.CLINICIAN) in _names(hands)[1].accessibleName()
    assert hands.focused is _names(hands)[1]
    hands.press("Ctrl+Z")
    assert _aboard(hands) == before


def test_somebody_who_stands_there_twice_is_taken_off_once(hands: Hands) -> None:
    """The other line stays with its hours; the trail knows of both changes."""
    (first, second) = _aboard(hands)
    hands.session.desk.change_shift(lambda shift: replace(shift, crew=(*shift.crew, second)))
    hands.press("F4")
    assert len(_names(hands)) == 3
    hands.click(_names(hands)[2])
    hands.type("not here")
    hands.press("Enter")

    assert _aboard(hands) == (first, second)
    assert len(_names(hands)) == 2
    assert hands.message.startswith(words("close.crew.taken_off", name=second.name))
