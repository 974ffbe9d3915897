"""The board says how many referrals of all nights are open, also after a lock in the middle of a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.edits.safeguarding import refer
from mavis.domain.record.safeguarding import Referral, ReferralTarget
from mavis.system.wording import words
from tests.ui.scheme import open_night

if TYPE_CHECKING:
    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def refer_last_week(hands: Hands, clock: SettableClock) -> None:
    """A night of a week ago left a referral open; another night has begun."""
    session, program = hands.session.session, hands.session.program
    crew = session.crew.roster()[:2]
    clock.advance(hours=-7 * 24)
    shift = open_night(program, session, crew)
    visit = session.visits.open_visit(session.actor)
    old = Referral("old", ReferralTarget.SARC, clock(), session.actor.id)
    session.visits.change(session.actor, visit.id, refer(old))
    session.closing.close(session.actor, shift.id)
    clock.advance(hours=7 * 24)
    open_night(program, session, crew)


def test_a_referral_of_a_night_before_is_on_the_board_after_a_lock(
    before_the_night: Hands, clock: SettableClock
) -> None:
    """Locked in a visit with a half-typed line, which is back before the board is."""
    hands = before_the_night
    refer_last_week(hands, clock)
    hands.lock()
    hands.unlock()
    hands.press("N 3")
    hands.type("r14 p8")
    hands.lock()
    hands.unlock()
    hands.press("Esc Esc")
    hands.settle()

    assert hands.session.workplace.isVisible()
    assert hands.button(words("referrals.panel", n=1)).isVisible()
