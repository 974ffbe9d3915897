"""A drunk head injury from arrival to ambulance: triage, the list, getting worse, the sheet, and no claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.late_checks import checks_late
from mavis.domain.clinical.triage_advice import CheckIntervals
from mavis.domain.counting.diversion import LeftOut, ed_avoided, why_ed_not_avoided
from mavis.domain.counting.facts import facts_of
from mavis.domain.edits.head_injury import answers, unanswered
from mavis.domain.record.head_injury import HeadInjurySign
from mavis.domain.record.outcome import Outcome
from mavis.domain.visit.triage import TriageCategory
from mavis.system.wording import words
from mavis.ui.presenters.visit.words import banner, claim

if TYPE_CHECKING:
    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def test_a_drunk_head_injury_goes_by_ambulance(hands: Hands, clock: SettableClock) -> None:
    """Every step with real keys; what each says is looked at on the way, and what is stored at the end."""
    _triage(hands)
    _get_worse(hands, clock)
    hands.press("Ctrl+9 7 N I")
    assert claim(hands.visit, hands.session.desk.shift)[1] == words("visit.claim.withheld_still_open")
    hands.press("F")
    assert claim(hands.visit, hands.session.desk.shift) == (
        words("visit.claim.nothing"),
        words("visit.claim.withheld_head_injury"),
    )
    hands.press("M")
    hands.settle()
    session, shift = hands.session.session, hands.session.desk.shift
    assert shift is not None
    (visit,) = hands.stored()
    sheet = session.handovers.text(session.handovers.of_visit(session.actor, visit.id))
    hands.press("Enter")

    facts = facts_of(visit, shift.date, shift.site)
    assert visit.outcome is Outcome.AMBULANCE_CONVEYED
    assert (ed_avoided(facts), why_ed_not_avoided(facts)) == (False, LeftOut.SENT_TO_ED)
    assert {flag.code for flag in visit.open_clinical_flags} >= {"head_injury", "not_alert", "coma_scale"}
    assert [check.minutes for check in checks_late(visit, CheckIntervals(), clock())] == [7]
    assert "NEWS2 12" in sheet
    assert "Head injury list: Passed out." in sheet


def _triage(hands: Hands) -> None:
    """Drunk, 18 to 24, red; the list finds that he passed out, and the record that he drank."""
    hands.press("N D H E M")
    hands.type("Badger")
    hands.press("Down R M")
    assert hands.visit.triage is not None
    assert (hands.visit.triage.category, hands.visit.triage.advised) == (TriageCategory.RED, TriageCategory.RED)
    hands.press("Z N Y 0 A")
    told = answers(hands.visit)
    assert unanswered(hands.visit) == ()
    assert [sign for sign in HeadInjurySign if told[sign] is True] == [
        HeadInjurySign.LOST_CONSCIOUSNESS,
        HeadInjurySign.DRINK_OR_DRUGS,
    ]


def _get_worse(hands: Hands, clock: SettableClock) -> None:
    """Two sets, the second one seven minutes late: the banner says 999 first, and what NEWS2 was before."""
    hands.press("3")
    hands.type("16 97 a 118 92 a 36.4")
    hands.press("Enter Esc")
    clock.advance(minutes=22)
    hands.press("1 3")
    hands.type("24 93 a 100 112 v 35.8 e3 v4 m5 ql")
    hands.press("Enter")
    first, second = hands.visit.observations
    assert (first.news2, second.news2, second.gcs) == (1, 12, 12)
    shown = banner(hands.visit, hands.session.desk.reference.flags)
    assert shown is not None
    assert shown.headline.startswith("Call 999")
    assert "NEWS2 12, was 1" in shown.why
