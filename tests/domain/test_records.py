"""The small values: codes said aloud, ages, tallies, crew time, rights, changes and failures."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.access.roles import Duty, Right, Role, may
from mavis.domain.errors import MavisError, StorageError, UserError
from mavis.domain.record.care import FIRST_AID, TRAINED_ONLY, CareKind
from mavis.domain.record.identity import AgeBand, age_band
from mavis.domain.reference import FlagKind, FlagRule, FlagRules, TallyKind
from mavis.domain.shift.shift import CrewMember
from mavis.domain.shift.tally import Tally
from mavis.domain.visit.short_code import DEVICE_LETTERS, code_order, short_code
from tests.builders import at


@pytest.mark.parametrize(
    ("years", "band"),
    [
        (0, "under_16"),
        (15, "under_16"),
        (16, "16_17"),
        (17, "16_17"),
        (18, "18_24"),
        (24, "18_24"),
        (25, "25_34"),
        (34, "25_34"),
        (35, "35_44"),
        (44, "35_44"),
        (45, "45_54"),
        (54, "45_54"),
        (55, "55_64"),
        (64, "55_64"),
        (65, "65_over"),
        (120, "65_over"),
    ],
)
def test_age_bands(years: int, band: str) -> None:
    """Both ends of every band."""
    assert age_band(years) is AgeBand(band)


@pytest.mark.parametrize("years", [-1, 121])
def test_nobody_is_that_old(years: int) -> None:
    """An age that cannot be is refused, not put into a band."""
    with pytest.raises(ValueError, match=str(years)):
        age_band(years)


@given(st.integers(0, 119))
def test_bands_rise_with_age(years: int) -> None:
    """A year older is never a band younger."""
    order = list(AgeBand)
    assert order.index(age_band(years)) <= order.index(age_band(years + 1))


def test_short_codes() -> None:
    """A device letter and a number, sorted as people count."""
    assert short_code("K", 7) == "K7"
    assert sorted(["K10", "K9", "A2"], key=code_order) == ["A2", "K9", "K10"]


@pytest.mark.parametrize(("letter", "number"), [("B", 1), ("O", 1), ("I", 1), ("k", 1), ("K", 0), ("", 1), ("AC", 1)])
def test_codes_that_people_mishear_are_refused(letter: str, number: int) -> None:
    """No letter that looks or sounds like a digit."""
    with pytest.raises(ValueError, match=str(number)):
        short_code(letter, number)


@given(st.sampled_from(DEVICE_LETTERS), st.integers(1, 10**6))
def test_a_code_sorts_by_its_parts(letter: str, number: int) -> None:
    """What was put together can be taken apart."""
    assert code_order(short_code(letter, number)) == (letter, number)


@pytest.mark.parametrize(("count", "step", "after"), [(None, 1, 1), (None, -1, 0), (0, -1, 0), (3, 1, 4), (3, -1, 2)])
def test_tallies(count: int | None, step: int, after: int) -> None:
    """The first tap starts the count, and it never falls below 0."""
    assert Tally("water", count).plus(step) == Tally("water", after)


def test_a_tally_has_a_longer_name_on_paper() -> None:
    """The button has less room."""
    assert TallyKind("b", "Blanket", "blanket", False, full_name="Foil blanket").on_paper == "Foil blanket"
    assert TallyKind("w", "Water", "drop", False).on_paper == "Water"


def test_crew_time() -> None:
    """To the close when nobody wrote when they left, and never below nothing."""
    member = CrewMember("1", "Robin", Duty.FIRST_AID, "", at("21:00"))
    assert member.time_given(at("03:00")) == timedelta(hours=6)
    assert member.time_given(at("20:00")) == timedelta(0)
    left = CrewMember("1", "Robin", Duty.FIRST_AID, "", at("21:00"), at("22:30"))
    assert left.time_given(at("03:00")) == timedelta(hours=1, minutes=30)


_RIGHTS = {
    Right.RECORD: "volunteer lead clinician coordinator",
    Right.RUN_SHIFT: "volunteer lead clinician coordinator",
    Right.CLOSE_CLINICAL_FLAG: "lead clinician",
    Right.JUDGE_AS_CLINICIAN: "clinician",
    Right.SET_OXYGEN_TARGET: "clinician",
    Right.READ_SENSITIVE: "lead clinician coordinator",
    Right.FOLLOW_UP: "lead clinician coordinator",
    Right.AMEND: "coordinator",
    Right.REPORT: "lead clinician coordinator",
    Right.EXPORT_VISITS: "coordinator",
    Right.EXPORT_COUNTS: "coordinator planner",
    Right.IMPORT: "coordinator",
    Right.MANAGE_PEOPLE: "coordinator",
    Right.READ_HISTORY: "lead clinician coordinator",
    Right.MANAGE_VISITORS: "coordinator",
}


@pytest.mark.parametrize("right", Right)
def test_who_may_do_what(right: Right) -> None:
    """The whole matrix of roles and rights."""
    assert {role for role in Role if may(role, right)} == {Role(name) for name in _RIGHTS[right].split()}


def test_trained_care_is_first_aid() -> None:
    """Care that needs training is never pastoral."""
    assert TRAINED_ONLY < FIRST_AID < frozenset(CareKind)


def test_rules_are_found_by_code() -> None:
    """A code of another version is not found."""
    rule = FlagRule("fit", "Fit", FlagKind.CLINICAL, "a", 10)
    assert FlagRules("1", (rule,)).rule("fit") is rule
    assert FlagRules("1", (rule,)).rule("gone") is None


@pytest.mark.parametrize(("kind", "status"), [(MavisError, 70), (UserError, 1), (StorageError, 3)])
def test_failures_carry_their_key_and_facts(kind: type[MavisError], status: int) -> None:
    """What a log may hold, and the exit status of the command line."""
    failure = kind("disk_full", free="3 MB", needed=9)
    assert str(failure) == "disk_full free=3 MB needed=9"
    assert (failure.key, failure.facts, failure.exit_status) == ("disk_full", {"free": "3 MB", "needed": 9}, status)
