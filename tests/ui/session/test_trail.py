"""The steps that Escape takes back."""

from __future__ import annotations

from mavis.ui.session.trail import Trail


def test_back_is_one_step_and_ends() -> None:
    """Nothing lies behind the first step."""
    trail = Trail()
    for step in ("board", "crew", "close"):
        trail.go(step)
    assert [trail.back() for _ in range(4)] == ["crew", "board", "", ""]


def test_a_step_that_was_passed_is_a_way_back_to_it() -> None:
    """So nobody goes round in a ring."""
    trail = Trail()
    for step in ("board", "crew", "close", "crew"):
        trail.go(step)
    assert trail.back() == "board"


def test_a_beginning_has_nothing_behind_it() -> None:
    """A night that begins leaves no way back."""
    trail = Trail()
    trail.go("board")
    trail.begin("start")
    assert trail.back() == ""
