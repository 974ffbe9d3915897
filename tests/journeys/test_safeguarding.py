"""A child from arrival to children's services, and abuse at home with a referral that somebody decided on; by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.care import NoteAbout
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.safeguarding import AbuseIndicator, ChildSafety, ReferralConsent, ReferralTarget
from mavis.system.wording import words
from tests.journeys.test_stories import labels

if TYPE_CHECKING:
    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def test_a_child_is_kept_safe_from_arrival_to_childrens_services(hands: Hands, clock: SettableClock) -> None:
    """Each question waits for one key; a yes to "told" makes the referral; the visit ends with children's services."""
    hands.press("N L Q F 6 G")
    assert words("safeguarding.words.child_steps") in labels(hands)
    hands.press("Y")
    assert words("safeguarding.words.danger") in labels(hands)
    hands.type("A friend of 15")
    hands.press("Enter N N Y")
    hands.type("Social worker, 23:40")
    hands.press("Enter 6 F")
    hands.press("F")
    hands.press("Y")
    hands.type("Found alone")
    hands.press("Enter Y Esc 7 C Enter")
    hands.settle()

    (visit,) = hands.stored()
    assert visit.age_band is AgeBand.UNDER_16
    assert visit.safeguarding is not None
    assert visit.safeguarding.child == ChildSafety(
        in_danger=True,
        with_adult=False,
        family_told=False,
        front_door_told=True,
        handed_to="Social worker, 23:40",
        with_whom="A friend of 15",
    )
    (referral,) = visit.referrals
    assert (referral.target, referral.consent) == (ReferralTarget.FRONT_DOOR, ReferralConsent.YES)
    assert (referral.reason, referral.urgent) == ("Found alone", True)
    assert visit.outcome is Outcome.CHILDRENS_SERVICES


def test_abuse_at_home_with_a_referral_without_consent(hands: Hands, clock: SettableClock) -> None:
    """Signs by letter, a note kept for the lead, an override with who decided and why."""
    hands.press("N B F 6 G Y A S T Enter Y")
    hands.type("Her sister, evenings")
    hands.press("Enter Y Y W")
    hands.type("He waits outside.")
    hands.press("Esc Esc")
    hands.press("6 F M X")
    hands.type("Bryn, lead")
    hands.press("Enter")
    hands.type("Fears for her life")
    hands.press("Enter Y Esc Esc Esc")
    hands.settle()

    (visit,) = hands.stored()
    assert visit.safeguarding is not None
    assert visit.safeguarding.indicators == (
        AbuseIndicator.AFRAID,
        AbuseIndicator.STRANGLED,
        AbuseIndicator.THREATENED,
    )
    assert (visit.safeguarding.safe_to_talk, visit.safeguarding.children) == (True, True)
    assert visit.safeguarding.safe_contact == "Her sister, evenings"
    assert [(note.about, note.text) for note in visit.notes] == [(NoteAbout.DOMESTIC_ABUSE, "He waits outside.")]
    service, marac = visit.referrals
    assert service.target is ReferralTarget.DOMESTIC_ABUSE_SERVICE
    assert (marac.target, marac.consent) == (ReferralTarget.DA_MARAC, ReferralConsent.OVERRIDDEN_HARM)
    assert (marac.decided_by, marac.reason, marac.urgent) == ("Bryn, lead", "Fears for her life", True)


def test_an_open_referral_is_chased_and_closed_from_the_list(hands: Hands) -> None:
    """By keys from the board: answered, a day to ask again, who and what, what came of it, closed; and undone."""
    hands.press("N B F 6 F D M Esc Esc")
    hands.settle()
    hands.press("F6 2 Y T")
    hands.type("Dilys")
    hands.press("Enter")
    hands.type("Ring them")
    hands.press("Enter")
    hands.type("Seen by them")
    hands.press("Enter Y")
    hands.settle()
    closed = hands.stored()[0].referrals[1]
    assert closed.acknowledged_at is not None
    assert closed.chase_on is not None
    assert (closed.owner, closed.action, closed.result) == ("Dilys", "Ring them", "Seen by them")
    assert closed.closed_at is not None

    hands.press("Ctrl+Z")
    hands.settle()
    assert hands.stored()[0].referrals[1].closed_at is None
    assert "referral to MARAC for domestic abuse: closed" in hands.message
