"""What is shared of an assault: when it was, and no name in any of its texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.assault import Assault, AssaultMethod, AssaultPlace, Attackers, Relationship
from mavis.domain.sharing.istv import still_missing, to_share
from tests.builders import at

_NIGHT = date(2026, 3, 14)
_TOLD = Assault(
    at("21:50"),
    (AssaultMethod.FOOT,),
    "a boot",
    AssaultPlace.STREET,
    "outside the Old Pier (made up)",
    Attackers.SEVERAL,
    Relationship.STRANGER,
    reported_to_police=False,
)


def test_everything_of_the_dataset_is_shared() -> None:
    """As it was told."""
    shared = to_share(_NIGHT, at("22:10"), "", _TOLD)

    assert (shared.told, shared.at, shared.at_is_stated) == (_TOLD, at("21:50"), True)


def test_without_a_time_it_was_before_the_arrival() -> None:
    """And an assault that nobody asked about is shared as one."""
    shared = to_share(_NIGHT, at("22:10"), "Ida", None)

    assert (shared.told, shared.at, shared.at_is_stated) == (Assault(), at("22:10"), False)


@pytest.mark.parametrize(
    ("name", "text", "shared"),
    [
        ("Ida Example", "Ida was hit at Idaho Bar by EXAMPLE's friend", "… was hit at Idaho Bar by …'s friend"),
        ("J. Example", "J. Example at the bar", "J. … at the bar"),
        ("K (2)", "K at (2) o'clock", "K at (2) o'clock"),
        ("", "nobody", "nobody"),
    ],
)
def test_a_name_typed_into_a_text_is_left_out(name: str, text: str, shared: str) -> None:
    """Whole words of it, in capitals or not; one letter alone is no name."""
    told = Assault(weapon=text, place_description=text)

    assert to_share(_NIGHT, at("22:10"), name, told).told == Assault(weapon=shared, place_description=shared)


def test_what_nobody_asked_is_missing_and_not_known_is_an_answer() -> None:
    """The mandatory time comes first."""
    assert still_missing(_TOLD) == ()
    assert still_missing(None)[0] == "at"
    assert still_missing(replace(_TOLD, at=None, place=NoAnswer.REFUSED, place_description=" ")) == (
        "at",
        "place_description",
    )
    assert still_missing(replace(_TOLD, reported_to_police=NoAnswer.NOT_KNOWN)) == ()
