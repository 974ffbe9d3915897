"""Invented nights for the tests of prints: a busy Saturday, and whatever a test wants changed about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from mavis.domain.access.roles import Duty
from mavis.domain.counting.facts import CrewTime, ShiftFacts, VisitFacts
from mavis.domain.counting.summary import PastNight, Stamp
from mavis.domain.record.care import CareKind
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.identity import AgeBand, Gender, ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.reference import Choice, FlagRules, ReferenceData, TallyKind
from mavis.domain.summing_up.summarise import summarise
from mavis.domain.visit.amendment import Change
from mavis.domain.visit.triage import TriageCategory

if TYPE_CHECKING:
    from mavis.domain.counting.summary import ShiftSummary

NIGHT = date(2017, 12, 23)
CHAIN = "7f3a91c204bed86e5b20c1e97d4f3a68e1c0b9d27754aa1390fe36dd41c82b05"
STAMP = Stamp(datetime(2017, 12, 24, 4, 5, tzinfo=UTC), "K. Lead", "1.0.0", "2017-12", CHAIN)

_TALLIES: dict[str, tuple[str, int | None]] = {
    "water": ("Water", 41),
    "lollipop": ("Lollipop", 32),
    "directions": ("Directions", 23),
    "conversation": ("Conversation", 18),
    "taxi_help": ("Taxi help", 11),
    "foil_blanket": ("Foil blanket", 9),
    "flip_flops": ("Flip-flops", 6),
    "phone_charge": ("Phone charge", 5),
    "first_aid": ("First aid, no record", 4),
    "calmed": ("Situation calmed", 3),
    "cctv_call": ("CCTV call", 2),
    "police_call": ("Police call", 1),
    "prayer": ("Prayer", 0),
    "glass": ("Glass or bottle removed", None),
}

REFERENCE = ReferenceData(
    beat_areas=(),
    venues=(),
    events=(Choice("christmas", "Christmas party fortnight"),),
    kit=(),
    tallies=tuple(TallyKind(code, name, code, people=False) for code, (name, _) in _TALLIES.items()),
    flags=FlagRules("2017-12", ()),
)

_NOTES = """K32: age written as “10s”, collected by a parent at 02:32. Check the age; decide on One Front Door.
Generator out 02:15 to 02:25. Fuel needed before the next shift.
Two foil blankets left; no small flip-flops."""


def at(clock: str, night: date = NIGHT) -> datetime:
    """A time of a winter night in UTC: before noon it is the morning after."""
    hour, minute = (int(part) for part in clock.split(":"))
    day = night if hour >= 12 else night + timedelta(days=1)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


SHIFT = ShiftFacts(
    id="shift",
    site="bus",
    date=NIGHT,
    planned_start=at("21:00"),
    planned_end=at("03:00"),
    opened_at=at("21:00"),
    closed_at=at("03:00"),
    parked_at="The Centre car park",
    events=("christmas",),
    crew=(
        CrewTime(Duty.FIRST_AID, 2, 840),
        CrewTime(Duty.STREET_PASTOR, 4, 1440),
        CrewTime(Duty.STREET_WARDEN, 1, 360),
        CrewTime(Duty.LEAD, 1, 420),
    ),
    tallies=tuple((code, count) for code, (_, count) in _TALLIES.items()),
    handover_notes=_NOTES,
)

_NEEDS = {"drunk": Presentation.ALCOHOL_INTOXICATION}
_LINES = """
K22 22:24 22:42 18_24 male green minor_injury ice taxi friend nothing
K23 23:38 00:24 18_24 male amber suspected_drugs water+monitored_only rejoined_friends self nothing
K24 23:55 00:10 25_34 male green drunk water home_alone street_pastor nothing
K25 00:17 - 18_24 male amber drunk+cold recovery_position+water+clothing left_against_advice friend nothing
K26 00:33 00:59 45_54 female red suspected_drugs water+monitored_only ambulance_conveyed door_staff ambulance_999
K27 00:45 01:08 35_44 male amber drunk+cold water+monitored_only home_with_friend_family police not_known
K28 00:49 01:47 18_24 female amber drunk+found_asleep water+foil_blanket rejoined_friends friend ed_own_means
K29 00:49 01:08 - male amber drunk+cold water+monitored_only home_with_friend_family friend nothing
K32 01:07 02:32 - female amber drunk water home_with_friend_family door_staff nothing
K33 01:11 - 25_34 male green minor_injury wound_cleaned rejoined_friends self ambulance_999
K34 01:20 01:45 25_34 male amber drunk water+recovery_position home_with_friend_family friend nothing
K35 01:21 01:57 18_24 female green lost_or_separated call_to_family returned_to_accommodation street_warden ed_own_means
K36 01:25 01:57 25_34 male amber mental_distress listening returned_to_accommodation - nothing
K37 01:28 02:05 18_24 female green minor_injury ice rejoined_friends self nothing
K38 01:46 02:32 25_34 male amber drunk water+recovery_position handed_to_street_pastors street_pastor nothing
K39 02:44 03:48 - female - lost_or_separated phone_charge rejoined_friends self nothing
"""


def _visit(line: str) -> VisitFacts:
    code, came, left, age, gender, triage, needs, care, outcome, source, would_have = line.split()
    presentations = tuple(_NEEDS.get(need) or Presentation(need) for need in needs.split("+"))
    return VisitFacts(
        id=code,
        code=code,
        shift_id="shift",
        site="bus",
        shift_date=NIGHT,
        arrived_at=at(came),
        departed_at=None if left == "-" else at(left),
        age_band=None if age == "-" else AgeBand(age),
        gender=Gender(gender),
        triage=None if triage == "-" else TriageCategory(triage),
        needs=presentations,
        main_need=presentations[0],
        care=tuple(CareKind(kind) for kind in care.split("+")),
        outcome=Outcome(outcome),
        would_have=WouldHave(would_have),
        basis=Basis.VOLUNTEER_JUDGED,
        basis_chosen=True,
        ambulance_requested=outcome == Outcome.AMBULANCE_CONVEYED,
        referral_source=None if source == "-" else ReferralSource(source),
    )


VISITS = tuple(_visit(line) for line in _LINES.strip().splitlines())


def varied(number: int, needs: int = 12, outcomes: int = 10, ages: int = 8, sources: int = 9) -> tuple[VisitFacts, ...]:
    """So many visits with so many different main needs, ways to leave, age bands and people who sent them."""
    main, ways, bands, senders = tuple(Presentation), tuple(Outcome), tuple(AgeBand), tuple(ReferralSource)
    return tuple(
        replace(
            VISITS[n % len(VISITS)],
            id=f"v{n}",
            code=f"K{n + 20}",
            main_need=main[n % needs],
            needs=(main[n % needs], *VISITS[n % len(VISITS)].needs[1:]),
            outcome=ways[n % outcomes],
            age_band=bands[n % ages],
            referral_source=senders[n % sources],
        )
        for n in range(number)
    )


def past_nights(number: int, visits: int = 9) -> list[PastNight]:
    """Earlier nights of the same weekday, each of six hours: nine visits are 1.5 an open hour."""
    return [PastNight(NIGHT - timedelta(weeks=week + 1), visits, 360) for week in range(number)]


def night(
    visits: tuple[VisitFacts, ...] = VISITS,
    shift: ShiftFacts = SHIFT,
    past: list[PastNight] | None = None,
    amendments: tuple[Change, ...] = (),
    **changed: Any,
) -> ShiftSummary:
    """The summary of a night; what is not given is that of the busy Saturday, ``changed`` are fields of the summary."""
    nights = past_nights(49) if past is None else past
    made = summarise("MAVISbus, Weston-super-Mare", "MAVISbus", shift, visits, nights, amendments, STAMP)
    return replace(made, **changed)


def change(field: str, old: str, new: str, code: str = "K32") -> Change:
    """A change of one field two days after the night, with its reason; values are JSON, as they are stored."""
    return Change(
        code, code, field, old, new, "u1", "A. Coordinator", at("14:00") + timedelta(days=2), "Their mother rang"
    )
