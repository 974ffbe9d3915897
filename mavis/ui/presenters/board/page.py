"""The board in plain values: who is on the bus, most pressing first, what was counted, who has left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mavis.domain.record.outcome import SENT_TO_ED
from mavis.domain.reference import FlagKind, TallyKind
from mavis.domain.shift.crew_time import helpers
from mavis.domain.shift.shift import begins_late
from mavis.domain.visit.triage import TriageCategory
from mavis.system.wording import label, words
from mavis.ui.presenters.board.card_digits import CardDigits
from mavis.ui.presenters.board.returners import returning_signs
from mavis.ui.presenters.board.sign import Sign
from mavis.ui.presenters.desk.carers import carer_name
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.shared.times import clock_text, length_text, night_text
from mavis.ui.presenters.visit.observations.getting_worse import worse_words
from mavis.ui.presenters.visit.safety.spiking import spiking_sign
from mavis.ui.presenters.visit.watch import Check, CheckState, board_order, check_of
from mavis.ui.presenters.visit.words import red_untriaged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.domain.clinical.triage_advice import CheckIntervals
    from mavis.domain.record.presentation import Presentation
    from mavis.domain.shift.shift import Shift
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk


@dataclass(frozen=True, slots=True)
class CardLine:
    """One open visit as the board says it."""

    visit_id: str
    code: str
    label: str
    quiet: bool
    triage: str
    check: Check
    check_time: str
    here: str
    carer: str
    digit: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """One visit that has ended tonight."""

    visit_id: str
    code: str
    triage: str
    how: str
    time: str


@dataclass(frozen=True, slots=True)
class TallyLine:
    """One counter: ``count`` is empty-handed None while nobody counts."""

    kind: TallyKind
    count: int | None


@dataclass(frozen=True, slots=True)
class NightLine:
    """The panel of the night: date, plan, how much of it is over (0.0-1.0), and four counts."""

    night: str
    plan: str
    fraction: float
    visits: int
    on_bus: int
    to_hospital: int
    crew: int


class BoardPresenter:
    """What the board shows at a moment; names stay hidden unless somebody asked."""

    def __init__(self, desk: Desk, intervals: CheckIntervals) -> None:
        """Read from the desk."""
        self.desk = desk
        self.intervals = intervals
        self.names_until: datetime | None = None
        self.digits = CardDigits()
        """Those of the cards; a board that follows a lock is given what the one before it had."""

    @property
    def names_shown(self) -> bool:
        """Whether names may be read now."""
        return self.names_until is not None and self.desk.clock() < self.names_until

    def show_names(self) -> None:
        """Show names for 20 seconds, or hide them again."""
        self.names_until = None if self.names_shown else self.desk.clock() + timedelta(seconds=20)

    def title(self) -> str:
        """How many are on the bus."""
        count = len(self.desk.open_visits)
        return words("board.title", count=count) if count else words("board.nobody")

    def cards(self, stay: Sequence[str] = ()) -> list[CardLine]:
        """The open visits, most pressing first, nine of them with a digit that each keeps until it is closed.

        With the ids of all of them in ``stay`` they keep that order, so that nothing moves under a finger.
        """
        now = self.desk.clock()
        ordered = board_order(self.desk.open_visits, now, self.intervals)
        digits = self.digits.of({visit.id: visit.code for visit in self.desk.open_visits})
        if {visit.id for visit in ordered} == set(stay):
            ordered.sort(key=lambda visit: stay.index(visit.id))
        return [self._card(visit, now, digits.get(visit.id, "")) for visit in ordered]

    def closed(self) -> list[ClosedLine]:
        """Who has left, latest first."""
        gone = [visit for visit in self.desk.visits.values() if visit.outcome is not None]
        gone.sort(key=lambda visit: visit.departed_at or visit.arrived_at, reverse=True)
        return [
            ClosedLine(
                visit.id,
                visit.code,
                visit.triage.category.value if visit.triage else "none",
                self._how(visit),
                clock_text(visit.departed_at) if visit.departed_at else "",
            )
            for visit in gone
        ]

    def _how(self, visit: Visit) -> str:
        """How a visit ended, with a mark where a clinical flag stood open and nobody set a category."""
        how = words(f"board.left_by.{visit.outcome.value}") if visit.outcome else ""
        return words("board.left_red", how=how) if red_untriaged(visit, self.desk.reference.flags) else how

    def tallies(self) -> list[TallyLine]:
        """Each counter of the scheme, in its order."""
        held = self.desk.tallies
        return [
            TallyLine(kind, held[kind.code].count if kind.code in held else None)
            for kind in self.desk.reference.tallies
        ]

    def night(self) -> NightLine:
        """The panel of the night."""
        shift, now = self.desk.shift, self.desk.clock()
        if shift is None:
            return NightLine("", "", 0.0, 0, 0, 0, 0)
        after_end = shift.opened_at >= shift.planned_end
        planned = (shift.planned_end - shift.planned_start).total_seconds() or 1.0
        gone = 0.0 if after_end else (now - shift.planned_start).total_seconds() / planned
        visits = self.desk.visits.values()
        return NightLine(
            night=night_text(shift.date),
            plan=_plan(shift, now),
            fraction=min(1.0, max(0.0, gone)),
            visits=len(visits),
            on_bus=len(self.desk.open_visits),
            to_hospital=sum(visit.outcome in SENT_TO_ED for visit in visits),
            crew=len(helpers((one for one in shift.crew if one.until is None), now)),
        )

    def id_of(self, code: str) -> str:
        """The id of tonight's visit with a code.

        Raises:
            StopIteration: tonight has no such visit.
        """
        return next(visit.id for visit in self.desk.visits.values() if visit.code == code)

    def find(self, text: str) -> list[tuple[str, str]]:
        """Tonight's visits that fit typed words by code, name or description; open ones first, then the latest.

        A name is matched but not shown unless names may be read now.
        """
        wanted = text.strip().casefold()
        visits = sorted(self.desk.visits.values(), key=lambda visit: (not visit.is_open, visit.arrived_at))
        fitting = [visit for visit in visits if wanted in f"{visit.code} {visit.name} {visit.label}".casefold()]
        return [(visit.id, self._found(visit)) for visit in fitting]

    def _found(self, visit: Visit) -> str:
        """Who it is, and for somebody who has left when that was: they may be back, and that is another visit."""
        who = f"{visit.code}  {self._label(visit)[0]}"
        if visit.departed_at is None:
            return who
        return words("board.find_left", who=who, time=clock_text(visit.departed_at))

    def overdue_codes(self) -> list[tuple[str, int]]:
        """Codes and minutes of the overdue, for the lock screen: no name, no label."""
        cards = self.cards()
        return [(card.code, card.check.minutes) for card in cards if card.check.state is CheckState.OVERDUE]

    def _card(self, visit: Visit, now: datetime, digit: str) -> CardLine:
        check = check_of(visit, now, self.intervals)
        text, quiet = self._label(visit)
        minutes = max(0, int((now - visit.arrived_at).total_seconds() // 60))
        return CardLine(
            visit_id=visit.id,
            code=visit.code,
            label=text,
            quiet=quiet,
            triage=visit.triage.category.value if visit.triage else "none",
            check=check,
            check_time=clock_text(check.at),
            here=words("board.here", time=length_text(minutes)),
            carer=carer_name(self.desk, visit.looked_after_by) or words("board.nobody_yet"),
            digit=digit,
            signs=tuple(self._signs(visit)),
        )

    def _label(self, visit: Visit) -> tuple[str, bool]:
        if visit.name and self.names_shown:
            return visit.name, False
        if visit.label:
            return visit.label, False
        return (words("board.name_hidden"), True) if visit.name else (words("board.no_name"), True)

    def _signs(self, visit: Visit) -> list[Sign]:
        found = []
        chosen = visit.triage.category if visit.triage else TriageCategory.RED
        if visit.open_clinical_flags and chosen is not TriageCategory.RED:
            found.append(Sign("warning", words("board.advised_red"), "red"))
        if visit.ambulance_requested_at is not None:
            found.append(Sign("ambulance", words("board.called_999"), "amber"))
        if worse := worse_words(visit):
            found.append(Sign("heartbeat", worse, "red"))
        if left := spiking_sign(visit, self.desk.clock()):
            found.append(Sign("bottle", left, "amber"))
        rules = self.desk.reference.flags
        standing = [flag for flag in visit.flags if flag.closed_at is None]
        ranked = sorted(standing, key=lambda flag: rule.rank if (rule := rules.rule(flag.code)) else 99)
        for flag in ranked[:1]:
            rule = rules.rule(flag.code)
            clinical = flag.kind is FlagKind.CLINICAL
            name = rule.name if rule else flag.code
            found.append(Sign("warning" if clinical else "shield", name, "red"))
        found += returning_signs(self.desk, visit)
        if visit.alone:
            found.append(Sign("alone", words("board.alone"), "amber"))
        if visit.main_need is not None and all(sign.is_quiet for sign in found):
            found.insert(0, Sign("care_cross", _needs(visit, visit.main_need, beside=len(found))))
        return found


def _needs(visit: Visit, main: Presentation, beside: int) -> str:
    """What the main need is called on its chip, then the others in as few words; a card shows those it has room for.

    ``beside`` other signs the main need stands alone, so that there is room for both.
    """
    folded = {"other", "homeless", "harassment", "hate_incident", "information_only"}
    first = words(f"chips.arrival.{'other_need' if main.value in folded else 'need'}.{main.value}")
    others = [] if beside else [inside(label(need)) for need in visit.needs if need is not main]
    return words("returning.and").join((first, *others))


def _begins(shift: Shift) -> datetime:
    """From when the night counts: as planned, or later when it began late."""
    return shift.opened_at if begins_late(shift.planned_start, shift.opened_at) else shift.planned_start


def _plan(shift: Shift, now: datetime) -> str:
    """The hours of the night and what is left of them; of one that began early both times, as it runs already."""
    start, end = clock_text(_begins(shift)), clock_text(shift.planned_end)
    if shift.opened_at >= shift.planned_end:
        return words("board.since", start=start)
    if now < shift.planned_start:
        return words("board.early", begun=clock_text(shift.opened_at), start=start, end=end)
    minutes = int((shift.planned_end - now).total_seconds() // 60)
    left = words("board.left", time=length_text(minutes)) if minutes > 0 else words("board.past_end")
    return words("board.span", start=start, end=end, left=left)
