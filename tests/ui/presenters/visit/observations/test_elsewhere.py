"""Readings that are typed where letters are answers are told from answers and digits of sections."""

from __future__ import annotations

import pytest

from mavis.ui.presenters.visit.observations.elsewhere import Pressed, ReadingsElsewhere


def taken(keys: str, gap: int) -> str:
    """The line that is found when keys are pressed so many milliseconds after each other; empty when none is."""
    elsewhere = ReadingsElsewhere()
    for at, key in enumerate(keys):
        if line := elsewhere.add(Pressed(key, at * gap, None)):
            return "".join(one.key for one in line)
    return ""


@pytest.mark.parametrize("keys", ["r22", "s94", "p88", "22 9", "pulse 8", "105/"])
@pytest.mark.parametrize("gap", [0, 100, 250])
def test_what_is_typed_fast_in_the_shape_of_a_reading_is_one(keys: str, gap: int) -> None:
    """However it begins."""
    assert taken(keys, gap) == keys


@pytest.mark.parametrize(("keys", "line"), [("s94", "s94"), ("p88", "p88"), ("s45", ""), ("g37", ""), ("r22", "")])
def test_slow_digits_of_sections_are_no_reading(keys: str, line: str) -> None:
    """Green, then a look at two sections; no section has an 8 or a 9."""
    assert taken(keys, 600) == line


@pytest.mark.parametrize("keys", ["s94", "22 9"])
def test_after_a_pause_another_thing_begins(keys: str) -> None:
    """Two seconds lie between the keys."""
    assert taken(keys, 2000) == ""


def test_answers_alone_are_no_reading() -> None:
    """Needs, age, gender, triage and care of somebody, as fast as anybody presses keys."""
    assert taken("da4fra2g4w7h", 80) == ""
