"""Three nights that went wrong for somebody, told with real keys: spiked, hurt, and not willing to stay."""

from __future__ import annotations

import csv
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.assault import AssaultMethod, AssaultPlace, Attackers, Spiking, SpikingRoute
from mavis.domain.record.care import CanDecide, Refused
from mavis.domain.record.outcome import Outcome
from mavis.system.wording import words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def labels(hands: Hands) -> str:
    """All words that labels show now."""
    return "\n".join(one.text() for one in hands.window.findChildren(QLabel) if one.isVisible())


def test_somebody_is_spiked_and_the_police_get_what_is_left(hands: Hands, clock: SettableClock) -> None:
    """Four hours ago, in a drink, with symptoms: the red flag comes, the hours count down, the police take a sample."""
    hands.press("N S E F 6 S R D S J")
    hands.type("dizzy, cannot stand")
    hands.press("Enter P K L")
    hands.type("green dress")
    hands.press("Enter")
    happened = (clock() - timedelta(hours=4)).replace(second=0, microsecond=0)
    clock.advance(minutes=40)
    hands.page.refresh()
    assert "7 h 20 min" in labels(hands)
    hands.press("F2")
    assert (
        words("safety.spiking.sign", time="7 h 20 min") in hands.button(words("widgets.triage.none")).accessibleName()
    )
    hands.press("1 7 P Enter")
    hands.settle()

    (visit,) = hands.stored()
    assert visit.spiking == Spiking(
        SpikingRoute.DRINK,
        happened,
        symptoms=True,
        which_symptoms="dizzy, cannot stand",
        sample_to_police=True,
        vessel_secured=True,
        clothing="green dress",
    )
    assert "spiked_with_symptoms" in {flag.code for flag in visit.open_clinical_flags}
    assert visit.outcome is Outcome.HANDED_TO_POLICE


def test_an_assault_reaches_the_partnership_without_a_name(hands: Hands, clock: SettableClock, tmp_path: Path) -> None:
    """An hour ago outside a club; the section says what is missing; the exported row is the one that was typed."""
    hands.press("N A E M")
    hands.type("Badger")
    hands.press("Down 6 A F K U M Y")
    assert words("safety.assault.no_time") in labels(hands)
    hands.press("E 9 9")  # who did it lies below the screen: shown first, then answered
    assert words("safety.assault.no_time") not in labels(hands)
    hands.settle()
    (visit,) = hands.stored()
    assert visit.assault is not None
    assert visit.assault.methods == (AssaultMethod.FIST_OR_HAND, AssaultMethod.FOOT)
    assert visit.assault.relationship is NoAnswer.REFUSED
    assert (visit.assault.place, visit.assault.attackers) == (AssaultPlace.OUTSIDE_LICENSED, Attackers.SEVERAL)

    session, night = hands.session.session, hands.session.desk.shift
    assert night is not None
    out = tmp_path / "istv.csv"
    written = session.assaults.export(session.actor, night.date, night.date, out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert written.rows == 1
    assert row["assault_at"] == f"{visit.assault.at:%Y-%m-%dT%H:%M:%SZ}"
    assert visit.assault.at == (clock() - timedelta(hours=1)).replace(second=0, microsecond=0)
    assert (row["assault_at_basis"], row["methods"]) == ("stated", "fist_or_hand|foot")
    assert (row["location_type"], row["attackers"]) == ("outside_licensed", "several")
    assert (row["relationship"], row["reported_to_police"]) == ("unknown", "yes")
    assert "Badger" not in out.read_text(encoding="utf-8")


def test_somebody_will_not_stay_and_it_is_written_down(hands: Hands) -> None:
    """Leaving against advice leads to the refusal and never stops anybody; a witness, and that they could decide."""
    hands.press("N D E M 2 G 7 L")
    assert words("safety.refusal.way", keys="6 R") in labels(hands)
    hands.press("6 R A S W")
    hands.type("wait for the ambulance")
    hands.press("Enter R U K")
    hands.type("Dev, and a door supervisor")
    hands.press("Enter Esc C A")
    hands.type("going home now")
    hands.press("Enter U K W S Y 7")
    assert words("safety.refusal.way", keys="6 R") not in labels(hands)
    hands.press("Enter")
    hands.settle()

    (visit,) = hands.stored()
    assert visit.outcome is Outcome.LEFT_AGAINST_ADVICE
    refusal, capacity = visit.refusal, visit.capacity
    assert refusal is not None
    assert (refusal.refused, refusal.advised) == ((Refused.AMBULANCE, Refused.STAYING), "wait for the ambulance")
    assert (refusal.witnessed_by, refusal.by) == ("Dev, and a door supervisor", visit.entered_by)
    assert (refusal.risks_told, refusal.understood) == (True, True)
    assert capacity is not None
    assert (capacity.can_decide, capacity.decision, capacity.says) == (CanDecide.YES, "going home now", True)


def test_half_a_sentence_outlives_the_lock(hands: Hands) -> None:
    """What is typed in the refusal is on the disk when the screen goes dark, and one undo takes the line back."""
    hands.press("N D 6 R W")
    hands.type("go to A&E beca")
    hands.lock()
    hands.unlock()
    (visit,) = hands.stored()
    assert visit.refusal is not None
    assert visit.refusal.advised == "go to A&E beca"
