"""Invented people who are handed over to a crew, for the tests of the sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits.visit import observe, settle
from mavis.domain.handover import Handover, make_handover
from mavis.domain.record.care import CanDecide, CapacityNote, CareGiven, CareKind, Note, NoteAbout
from mavis.domain.record.head_injury import HeadInjury
from mavis.domain.record.identity import AgeBand, Consent, Gender, ReferralSource
from mavis.domain.record.observation import BreathedGas, Consciousness, ObservationSet, Pupils
from mavis.domain.record.presentation import Intoxication, Presentation, Substance
from mavis.system.reference import load_reference
from tests.builders import a_stamp, a_visit, at

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit

_VOICE, _PAIN = Consciousness.VOICE, Consciousness.PAIN


def _seen(time: str, *values: Any) -> ObservationSet:
    names = ("respiration", "spo2", "gas", "systolic", "pulse", "consciousness", "temperature_tenths")
    return replace(ObservationSet(time, at(time), "ruth"), **dict(zip(names, values, strict=True)))


SETS = (
    replace(_seen("22:36", 12, 94, BreathedGas.AIR, 108, 58, _VOICE, 358), gcs_eye=3, gcs_verbal=4, gcs_motor=6),
    replace(_seen("22:46", 10, 93, BreathedGas.AIR, 102, 54, _VOICE, 357), gcs_eye=3, gcs_verbal=0, gcs_motor=6),
    replace(_seen("22:56", 9, 96, BreathedGas.OXYGEN, 100, 52, _PAIN, 356), glucose_tenths=54, pupils=Pupils.PINPOINT),
)
"""NEWS2 of 6, 8 and 9."""


def collapsed(*sets: ObservationSet, **fields: Any) -> Visit:
    """Somebody who took GHB and gets worse, with the sets given or all three."""
    whole: dict[str, Any] = {
        "code": "K26",
        "name": "Amy P.",
        "age_band": AgeBand.FROM_45,
        "gender": Gender.FEMALE,
        "alone": False,
        "needs": (Presentation.ALCOHOL_INTOXICATION, Presentation.SUSPECTED_DRUGS),
        "primary_need": Presentation.SUSPECTED_DRUGS,
        "substances": (Substance.ALCOHOL, Substance.GHB_GBL),
        "intoxication": Intoxication.SEVERE,
        "referral_source": ReferralSource.FRIEND,
        "ambulance_requested_at": at("22:38"),
        "found_location": "Outside the Old Pier (made up)",
        "care": (
            CareGiven("1", CareKind.RECOVERY_POSITION, at("22:34"), "ruth"),
            CareGiven("2", CareKind.FOIL_BLANKET, at("22:34"), "ruth"),
            CareGiven("3", CareKind.OXYGEN, at("22:50"), "dev", "mask"),
        ),
        "notes": (
            Note("n", "Clear liquid in a bottle cap, a friend says.", at("22:40"), "ruth"),
            Note("s", "", at("22:41"), "ruth", NoteAbout.SAFEGUARDING),
        ),
        "head_injury": HeadInjury((), at("22:36"), "ruth"),
        "consent": Consent.LACKS_CAPACITY,
        "capacity": CapacityNote(CanDecide.NO, at("22:40"), "ruth", why="Cannot stay awake.", decision="Staying here"),
    }
    visit = a_visit(**whole | fields)
    for taken in sets or SETS:
        visit = observe(taken)(visit)
    return settle(a_visit(), visit, load_reference().flags, at("22:56"), Actor("ruth", Role.LEAD))


def handover_of(visit: Visit, **stamp: Any) -> Handover:
    """What the crew is told at 22:58."""
    made = a_stamp(**{"made_at": at("22:58")} | stamp)
    return make_handover(
        visit, load_reference(), made, scheme="MAVISbus, Weston-super-Mare", place="The Centre car park"
    )
