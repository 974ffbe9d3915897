"""A time that is half typed is told from words that become no time."""

from __future__ import annotations

import pytest

from mavis.ui.presenters.shared.typed_times import may_be_time


@pytest.mark.parametrize(
    "text", ["", "2", "22", "22:", "22:3", "22:30", "22.30", "22 30", "2230", "10p", "10pm", "10 PM", "01:30 (2nd)"]
)
def test_a_time_on_its_way_is_let_be(text: str) -> None:
    """However it is written, and wherever it stops."""
    assert may_be_time(text)


@pytest.mark.parametrize("text", ["4 H", "4 High St", "High Street", "22:30 by", "12345", "10px", "22/"])
def test_what_becomes_no_time_is_known_at_once(text: str) -> None:
    """A place is none, from its first letter on."""
    assert not may_be_time(text)
