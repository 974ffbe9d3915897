"""Whatever a visit can hold comes back from its JSON as it went in."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.identity import AgeBand
from mavis.domain.shift.shift import Shift
from mavis.domain.visit.visit import Visit
from mavis.storage.codec import decode, decode_field, encode
from tests.records import values_of, visits

SLOW = settings(
    max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)


@SLOW
@given(visits())
def test_every_field_of_a_visit_comes_back(visit: Visit) -> None:
    """The history can show each old value as it was."""
    for field in fields(Visit):
        value = getattr(visit, field.name)
        assert decode_field(Visit, field.name, encode(value)) == value


@SLOW
@given(values_of(Shift))
def test_a_whole_shift_comes_back(shift: Shift) -> None:
    """A record with records inside."""
    assert decode(Shift, encode(shift)) == shift


@given(st.sampled_from([*AgeBand, *NoAnswer, None]))
def test_an_answer_and_no_answer_stay_apart(answer: AgeBand | NoAnswer | None) -> None:
    """Not asked, not known and refused are three different things."""
    back = decode_field(Visit, "age_band", encode(answer))
    assert (type(back), back) == (type(answer), answer)


def test_instants_are_written_in_utc() -> None:
    """The same instant gives the same text, whatever zone it was told in."""
    summer = datetime(2026, 7, 4, 23, 30, tzinfo=timezone(timedelta(hours=1)))
    assert encode(summer) == '"2026-07-04T22:30:00+00:00"'
    assert decode(datetime, encode(summer)) == summer.astimezone(UTC)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (int, '"7"'),
        (bool, "1"),
        (str, "null"),
        (AgeBand, '"ninety"'),
        (Visit, '{"id":"a","colour":"red"}'),
        (Visit, "7"),
    ],
)
def test_what_is_not_such_a_value_is_refused(kind: type, text: str) -> None:
    """Nothing is bent until it fits."""
    with pytest.raises(ValueError, match=r"."):
        decode(kind, text)


def test_a_kind_of_value_that_no_record_holds_is_refused() -> None:
    """A float would not come back exactly."""
    with pytest.raises(TypeError, match="float"):
        encode((0.5,))
