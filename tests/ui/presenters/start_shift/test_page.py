"""The plan of a night: filled in from last week, ticked, typed over and begun."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Duty
from mavis.domain.errors import MavisError
from mavis.system.wording import label, words
from mavis.ui.presenters.shared.typed_times import typed_day
from mavis.ui.presenters.start_shift.counted import Counted
from mavis.ui.presenters.start_shift.options import ADD, ALL
from mavis.ui.presenters.start_shift.page import StartShiftPresenter
from tests.ui.scheme import PARKED_AT, StraightDoors, a_desk, fail, hire, last_week, open_night

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.domain.shift.shift import Shift
    from mavis.system.clock import Clock
    from tests.builders import SettableClock


class Ticking:
    """A night that is planned while the clock goes on a second with each look."""

    def __init__(self, start: StartShiftPresenter, clock: SettableClock) -> None:
        """Take the plan of another."""
        self.plan, self.earlier = start.plan, start.earlier
        self.clock: Clock = lambda: clock.advance(seconds=1)


def filled(program: Program, session: Session) -> StartShiftPresenter:
    """The presenter with its plan."""
    made = StartShiftPresenter(a_desk(program, session, StraightDoors()), StraightDoors())
    made.load(lambda: None, fail)
    return made


def began(start: StartShiftPresenter) -> Shift:
    """The shift after Enter."""
    shifts: list[Shift] = []
    start.begin(shifts.append, fail)
    return shifts[0]


def test_last_weeks_crew_and_place_are_filled_in(program: Program, session: Session, clock: SettableClock) -> None:
    """Whoever was aboard last Saturday comes first and is ticked; Enter alone begins."""
    last_week(program, session, clock)
    start = filled(program, session)

    crew = start.crew()
    assert [(one.words, one.key) for one in crew if one.ticked] == [
        ("Ruth E.", "Q"),
        ("Dev P.", "W"),
        ("Mags T.", "E"),
        ("Sam O.", "R"),
    ]
    assert (crew[-1].code, crew[-1].key) == (ADD, "I")
    assert start.fields() == {"day": "Sat 14 March", "start": "21:00", "end": "03:00", "parked_at": PARKED_AT}
    shift = began(start)
    assert [member.name for member in shift.crew] == ["Ruth E.", "Dev P.", "Mags T.", "Sam O."]
    assert {member.since for member in shift.crew} == {clock()}
    assert session.shifts.current() == shift


def test_a_crew_of_long_ago_is_told_with_its_date(program: Program, session: Session, clock: SettableClock) -> None:
    """A week ago it was last Saturday; two weeks on nobody takes four weeks for one."""
    last_week(program, session, clock)
    assert filled(program, session).origin() == words("start.from_last", weekday="Saturday")
    clock.advance(hours=14 * 24)

    assert filled(program, session).origin() == words("start.from_day", day="Saturday 7 March")


def test_ticks_are_taken_over(program: Program, session: Session) -> None:
    """Crew, events and kit are stored as they were ticked, kit in the order of the scheme."""
    people = hire(session)
    start = filled(program, session)
    start.tick_crew(people[3].id, True)
    start.tick_crew(people[1].id, True)
    start.tick_crew(people[3].id, False)
    start.tick_event("match_day", True)
    start.tick_kit("water", True)
    start.tick_kit("aed", True)

    shift = began(start)
    assert [member.name for member in shift.crew] == ["Dev P."]
    assert (shift.events, shift.kit) == (("match_day",), ("aed", "water"))


def test_all_there_ticks_the_whole_kit_and_unticks_it(program: Program, session: Session) -> None:
    """One letter for a bus that is in order."""
    start = filled(program, session)
    start.tick_kit(ALL, True)
    assert all(option.ticked for option in start.kit())
    start.tick_kit(ALL, False)
    assert not any(option.ticked for option in start.kit())


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("start", "2030", "20:30"),
        ("start", "20:30", "20:30"),
        ("start", "21", "21:00"),
        ("end", "5", "05:00"),
        ("end", "415", "04:15"),
        ("day", "7/3", "Sat 7 March"),
        ("day", "13 march 2026", "Fri 13 March"),
        ("parked_at", "  The pier ", "The pier"),
    ],
)
def test_fields_take_what_people_type(program: Program, session: Session, name: str, text: str, shown: str) -> None:
    """Times with or without a colon, dates in figures or words."""
    start = filled(program, session)

    assert start.type_field(name, text) == ""
    assert start.fields()[name] == shown


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("start", "9 o'clock", "start.error.time"),
        ("end", "20:00", "start.error.order"),
        ("end", "2500", "start.error.time"),
        ("day", "31 February", "start.error.day"),
        ("day", "tonight", "start.error.day"),
    ],
)
def test_a_wrong_field_says_what_to_type_and_changes_nothing(
    program: Program, session: Session, name: str, text: str, key: str
) -> None:
    """The sentence is for the field."""
    start = filled(program, session)
    before = start.plan

    assert start.type_field(name, text) == words(key)
    assert start.plan == before


def test_a_start_after_the_end_takes_the_end_along(program: Program, session: Session) -> None:
    """As long as the night was planned, and no longer than a night can be; then the end is typed."""
    start = filled(program, session)
    assert start.type_field("start", "5") == ""
    assert (start.fields()["start"], start.fields()["end"], start.counted.hours()) == ("05:00", "11:00", "6 h")
    assert start.type_field("end", "9") == ""
    assert start.counted.hours() == "4 h"
    assert start.type_field("start", "1030") == ""
    assert start.fields()["end"] == "11:59"


@pytest.mark.parametrize(
    ("evening", "hours", "warning"),
    [
        (datetime(2026, 10, 24, 19, 0, tzinfo=UTC), "7 h", "start.warning.clock_back"),
        (datetime(2026, 3, 28, 20, 0, tzinfo=UTC), "5 h", "start.warning.clock_forward"),
        (datetime(2026, 3, 14, 20, 0, tzinfo=UTC), "6 h", "start.warning.nobody"),
    ],
)
def test_hours_are_true_on_the_nights_the_clock_changes(
    program: Program, session: Session, clock: SettableClock, evening: datetime, hours: str, warning: str
) -> None:
    """From nine to three lasts seven hours in October and five in March."""
    clock.now = evening
    start = filled(program, session)

    assert (start.counted.hours(), start.warning()) == (hours, words(warning))


def test_a_time_that_never_comes_is_refused_and_the_second_one_is_meant(
    program: Program, session: Session, clock: SettableClock
) -> None:
    """01:30 does not exist in March and comes twice in October."""
    clock.now = datetime(2026, 3, 28, 20, 0, tzinfo=UTC)
    assert filled(program, session).type_field("end", "0130") == words("start.error.no_such_time")

    clock.now = datetime(2026, 10, 24, 19, 0, tzinfo=UTC)
    start = filled(program, session)
    start.type_field("end", "01:30 (2nd)")
    assert (start.fields()["end"], start.counted.hours()) == ("01:30 (2nd)", "5 h 30")


def test_the_warning_names_what_is_missing_and_never_blocks(program: Program, session: Session) -> None:
    """First another date, then nobody aboard, then the kit."""
    people = hire(session)
    start = filled(program, session)
    start.tick_crew(people[0].id, True)
    assert start.warning() == words("start.warning.no_kit")
    start.tick_kit(ALL, True)
    assert start.warning() == ""
    start.tick_kit("radio", False)
    assert start.warning() == words("start.warning.kit_one", name="Radio")
    start.tick_kit("oximeter", False)
    assert start.warning() == words("start.warning.kit_two", name="Oximeter", other="Radio")
    start.tick_kit("aed", False)
    assert start.warning() == words("start.warning.kit_more", count=3)
    start.type_field("day", "12/3")
    assert start.warning() == words("start.warning.other_day")
    assert began(start).date == date(2026, 3, 12)


def test_a_late_start_says_from_when_the_hours_count(program: Program, session: Session, clock: SettableClock) -> None:
    """Planned from nine and looked at a quarter past two: the plan stays, and the hours are those from now."""
    clock.advance(hours=4, minutes=15)
    start = filled(program, session)
    assert start.fields()["start"] == "21:00"
    assert start.counted.sentence() == words("start.counted.now", start="21:00")
    assert (start.counted.title(), start.counted.hours()) == (words("start.hours_from_now"), "0 h 45")
    start.type_field("end", "4")
    assert start.counted.hours() == "1 h 45"
    clock.advance(hours=2)
    assert (start.counted.title(), start.counted.hours()) == (words("start.hours_planned"), "7 h")


def test_the_hours_agree_with_the_sentence_while_the_clock_runs(
    program: Program, session: Session, clock: SettableClock
) -> None:
    """A clock that is looked at twice tells two times: the hours are from now all the same, until it is turned."""
    clock.advance(hours=1)
    counted = Counted(Ticking(filled(program, session), clock))
    assert (counted.title(), counted.hours()) == (words("start.hours_from_now"), "4 h")
    counted.turn()
    assert (counted.title(), counted.hours()) == (words("start.hours"), "6 h")


def test_a_night_that_was_closed_already_is_told(program: Program, session: Session, clock: SettableClock) -> None:
    """When it was closed and how many came; another date that is clear is told as such."""
    shift = open_night(program, session, ())
    session.visits.open_visit(session.actor)
    clock.advance(hours=2)
    session.shifts.close_shift(session.actor, shift.id)
    start = filled(program, session)
    assert start.warning() == words(
        "start.warning.out_before", night="Saturday 14 March", closed="00:00", visits="1 visit", number=2
    )
    assert (start.earlier.number(start.plan), start.origin()) == (2, words("start.from_before"))
    start.type_field("day", "12/3")
    assert start.warning() == words("start.warning.other_day")
    start.type_field("day", "14/3")
    assert "1 visit" in start.warning()


def test_somebody_new_is_ticked_at_once(program: Program, session: Session) -> None:
    """Name, duty and group, and they are on the list for good."""
    start = filled(program, session)
    said: list[str] = []
    start.crew_list.add(" Lou B. ", Duty.POLICE, "Police", said.append, fail)

    assert said == [words("start.add.added", name="Lou B.")]
    assert [one.words for one in start.crew() if one.ticked] == ["Lou B."]
    assert [member.duty for member in began(start).crew] == [Duty.POLICE]


def test_what_somebody_does_is_put_right_by_their_name(program: Program, session: Session) -> None:
    """They stay who they are, on the list and in tonight's crew."""
    people = hire(session)
    start = filled(program, session)
    start.tick_crew(people[1].id, True)
    said: list[str] = []
    start.crew_list.add("dev  p.", Duty.FIRST_AID, "", said.append, fail)

    assert said == [words("start.add.changed", name="Dev P.", duty=label(Duty.FIRST_AID))]
    assert [(one.words, one.second) for one in start.crew() if one.ticked] == [("Dev P.", label(Duty.FIRST_AID))]
    (member,) = began(start).crew
    assert (member.person, member.duty, member.organisation) == (people[1].id, Duty.FIRST_AID, "Street Pastors")


def test_a_second_shift_is_refused_and_the_plan_stays(program: Program, session: Session) -> None:
    """One bus, one open shift."""
    start = filled(program, session)
    session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
    failures: list[Exception] = []
    start.begin(lambda _: None, failures.append)

    assert isinstance(failures[0], MavisError)
    assert not start.is_stale()


def test_a_plan_of_last_night_is_fetched_again(program: Program, session: Session, clock: SettableClock) -> None:
    """A laptop that was left on shows tonight."""
    start = filled(program, session)
    assert not start.is_stale()
    clock.advance(hours=24)
    assert start.is_stale()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2/1", date(2027, 1, 2)),
        ("30 Dec", date(2026, 12, 30)),
        ("1.1.26", date(2026, 1, 1)),
        ("29 Feb", None),
        ("5", date(2026, 12, 5)),
        ("1 2 3 4", None),
        ("\N{SUPERSCRIPT TWO}", None),
        ("9" * 5000, None),
        ("1/1/99999999999", None),
    ],
)
def test_a_date_without_a_year_is_the_nearest(text: str, day: date | None) -> None:
    """On New Year's Eve, 2/1 is the day after tomorrow."""
    assert typed_day(text, date(2026, 12, 31)) == day


def test_each_tick_is_taken_back_by_itself(program: Program, session: Session, clock: SettableClock) -> None:
    """Letters typed in a burst: ten times Undo, and done again; what was typed into a field stays."""
    last_week(program, session, clock)
    start = filled(program, session)
    before = (start.crew(), start.events(), start.kit())
    start.tick_crew(start.roster[0].id, False)
    for code in ("match_day", "payday"):
        start.tick_event(code, True)
    for option in start.kit():
        start.tick_kit(option.code, not option.ticked)
    start.type_field("parked_at", "High Street")
    after = (start.crew(), start.events(), start.kit())
    while start.desk.undo_stack.last is not None:
        start.desk.undo()
    assert {option for row in before for option in row} == {
        option for row in (start.crew(), start.events(), start.kit()) for option in row
    }
    assert start.fields()["parked_at"] == "High Street"
    while start.desk.undo_stack.redo() is not None:
        pass

    assert {option for row in (start.crew(), start.events(), start.kit()) for option in row} == {
        option for row in after for option in row
    }


def test_nobody_who_is_off_the_list_comes_back_by_undo(
    program: Program, session: Session, clock: SettableClock
) -> None:
    """And once the shift is open, its plan is nothing to undo."""
    last_week(program, session, clock)
    start = filled(program, session)
    gone = start.roster[0]
    start.crew_list.take_off(gone, lambda _said: None, fail)
    start.desk.undo()

    assert gone.id not in {member.person for member in began(start).crew}
    assert start.desk.undo_stack.last is None
