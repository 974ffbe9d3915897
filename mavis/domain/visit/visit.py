"""A visit: one person cared for on one shift (domain.md 2.2)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.assault import Assault, Spiking
from mavis.domain.record.care import CapacityNote, CareGiven, Note, Refusal
from mavis.domain.record.diversion import NOT_JUDGED, Diversion
from mavis.domain.record.head_injury import HeadInjury
from mavis.domain.record.identity import AgeBand, AgeSource, Consent, Gender, IdentityLevel, ReferralSource, Residency
from mavis.domain.record.observation import ObservationSet, OxygenTarget
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Intoxication, Presentation, Substance
from mavis.domain.record.safeguarding import Referral, Safeguarding
from mavis.domain.visit.brief_intervention import BriefIntervention
from mavis.domain.visit.triage import RaisedFlag, Triage


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything recorded of one person on one shift; nothing but the first six fields is ever required.

    A coded question holds its code, ``NoAnswer`` when it was asked in vain, or None when it was not asked. The value
    is frozen: each edit makes a new one, and what differs between the two is the visit's history.
    """

    id: str
    code: str
    shift_id: str
    arrived_at: datetime
    entered_at: datetime
    entered_by: str
    entered_late: bool = False
    triaged_at: datetime | None = None
    departed_at: datetime | None = None

    identity_level: IdentityLevel = IdentityLevel.ANONYMOUS
    person_id: str | None = None
    name: str = ""
    label: str = ""
    age_band: AgeBand | NoAnswer | None = None
    age_source: AgeSource | NoAnswer | None = None
    gender: Gender | NoAnswer | None = None
    residency: Residency | NoAnswer | None = None
    consent: Consent | NoAnswer | None = None
    consent_at: datetime | None = None
    privacy_notice: bool | None = None

    beat_area: str | None = None
    found_location: str = ""
    referral_source: ReferralSource | NoAnswer | None = None
    needs: tuple[Presentation, ...] = ()
    primary_need: Presentation | None = None
    intoxication: Intoxication | NoAnswer | None = None
    substances: tuple[Substance, ...] = ()
    alone: bool | None = None
    looked_after_by: str = ""

    triage: Triage | None = None
    flags: tuple[RaisedFlag, ...] = ()
    observations: tuple[ObservationSet, ...] = ()
    care: tuple[CareGiven, ...] = ()
    notes: tuple[Note, ...] = ()
    refusal: Refusal | None = None

    ambulance_requested_at: datetime | None = None
    outcome: Outcome | None = None
    outcome_advised: Outcome | None = None
    diversion: Diversion = NOT_JUDGED
    abi: BriefIntervention | None = None
    assault: Assault | None = None
    spiking: Spiking | None = None
    safeguarding: Safeguarding | None = None
    referrals: tuple[Referral, ...] = ()
    oxygen_target: OxygenTarget | None = None
    head_injury: HeadInjury | None = None
    capacity: CapacityNote | None = None

    @property
    def is_open(self) -> bool:
        """A visit is open until it has an outcome."""
        return self.outcome is None

    @property
    def main_need(self) -> Presentation | None:
        """The main need: the one chosen as such, else the first that was ticked."""
        return self.primary_need or (self.needs[0] if self.needs else None)

    @property
    def advised_instead(self) -> Outcome | None:
        """What they were advised where they left in another way (domain.md 2.2); kept while they leave just so."""
        return self.outcome_advised if self.outcome_advised is not self.outcome else None

    @property
    def open_clinical_flags(self) -> tuple[RaisedFlag, ...]:
        """The flags that withhold a diversion claim."""
        return tuple(flag for flag in self.flags if flag.holds_back_a_claim)


def differing_fields(old: Visit, new: Visit) -> tuple[str, ...]:
    """The names of the fields that an edit changed, in the order of the record."""
    return tuple(field.name for field in fields(Visit) if getattr(old, field.name) != getattr(new, field.name))
