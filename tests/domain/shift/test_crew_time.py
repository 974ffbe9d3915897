"""Who helped and how long, when one person stands on several lines of the crew."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mavis.domain.access.roles import Duty
from mavis.domain.shift.crew_time import Helper, helpers
from mavis.domain.shift.shift import CrewMember
from tests.builders import at


def _line(person: str, name: str, since: str, until: str = "", duty: Duty = Duty.LEAD) -> CrewMember:
    return CrewMember(person, name, duty, "", at(since), at(until) if until else None)


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        ("21:00", "", 6),  # the same line twice
        ("22:00", "23:00", 6),  # inside the first
        ("20:00", "22:00", 7),  # begins before it
        ("03:30", "04:00", 6.5),  # came back
        ("23:00", "22:00", 6),  # a time that cannot be
    ],
)
def test_one_name_is_one_person_whose_shared_time_counts_once(since: str, until: str, hours: float) -> None:
    """With the duty of the first line, however the name is written."""
    crew = (
        _line("a", "Ruth E.", "21:00", "03:00"),
        _line("b", "ruth  e.", since, until, Duty.FIRST_AID),
    )
    assert helpers(crew, at("03:00")) == (Helper(Duty.LEAD, timedelta(hours=hours)),)


def test_others_count_for_themselves() -> None:
    """In the order of the crew; somebody whose name is not kept is known by their line."""
    crew = (_line("a", "Dev P.", "22:00"), _line("b", "", "22:00"), _line("c", "", "23:00"))
    given = [one.given // timedelta(hours=1) for one in helpers(crew, at("00:00"))]
    assert given == [2, 2, 1]


def test_nobody_is_nobody() -> None:
    """A shift may have no crew."""
    assert helpers((), at("00:00")) == ()


def test_whole_minutes_are_given_as_the_times_show_them() -> None:
    """Three people, each a few seconds more than 22 minutes between the times on the page: an hour and six in all."""
    since, until = at("21:00") + timedelta(seconds=10), at("21:22") + timedelta(seconds=50)
    crew = tuple(CrewMember(name, name, Duty.LEAD, "", since) for name in ("Dev P.", "Ruth E.", "Mags T."))
    assert [one.time_given(until) for one in crew] == [timedelta(minutes=22)] * 3
    assert sum((one.given for one in helpers(crew, until)), timedelta()) == timedelta(hours=1, minutes=6)
