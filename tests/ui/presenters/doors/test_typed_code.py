"""The code from the paper, typed back: a slip is named by its group."""

from __future__ import annotations

import pytest

from mavis.system.wording import words
from mavis.ui.presenters.doors.typed_code import slip_in

CODE = "7F3A-0B1C-9XYZ"


@pytest.mark.parametrize("typed", [CODE, "7f3a 0b1c 9xyz", "7F3AOBIC9XYZ", " 7F3A-0BLC-9XYZ "])
def test_the_code_is_the_code_however_it_is_typed(typed: str) -> None:
    """Case, spaces, dashes, O for 0 and I or L for 1 are forgiven, as they are when it opens the records."""
    assert slip_in(typed, CODE) == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("  ", words("first_run.code.empty")),
        ("7F3A-0B2C-9XYZ", words("first_run.code.group", number=2, typed="0B2C")),
        ("7F3A-0B1C", words("first_run.code.too_short", groups=3)),
        ("7F3A-0B1C-9XY", words("first_run.code.too_short", groups=3)),
        ("7F3A-0B1C-9XYZ-1", words("first_run.code.too_long", groups=3)),
    ],
)
def test_a_slip_is_told_where_it_is(typed: str, sentence: str) -> None:
    """So that nobody types 28 signs again for one."""
    assert slip_in(typed, CODE) == sentence
