"""Red flags whose answer an edit took back: only open clinical ones that the record had raised."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mavis.domain.clinical.lapsed_flags import lapsed_flags
from mavis.domain.record.presentation import Presentation
from mavis.domain.reference import FlagKind
from mavis.domain.visit.triage import RaisedFlag
from mavis.system.reference import load_reference
from tests.builders import a_visit, at

_RULES = load_reference().flags
_FLAG = RaisedFlag("head_injury", FlagKind.CLINICAL, at("22:10"), "crew-1", ticked=False)
_HURT = a_visit(needs=(Presentation.HEAD_INJURY, Presentation.COLD), flags=(_FLAG,))


def test_the_flag_of_an_answer_that_was_taken_back() -> None:
    """Whether it is still there or went as a slip; while the answer stands, and from then on, nothing happens to it."""
    without = replace(_HURT, needs=(Presentation.COLD,))

    assert (
        lapsed_flags(_HURT, without, _RULES) == lapsed_flags(_HURT, replace(without, flags=()), _RULES) == {_FLAG.code}
    )
    assert lapsed_flags(_HURT, replace(_HURT, needs=_HURT.needs[:1]), _RULES) == set()
    assert lapsed_flags(without, replace(without, name="Sam"), _RULES) == set()


@pytest.mark.parametrize(
    "other",
    [
        {"ticked": True},
        {"closed_at": at("22:20"), "closed_by": "crew-2", "closed_grade": "nurse"},
        {"kind": FlagKind.SAFEGUARDING},
    ],
)
def test_no_other_flag_lapses(other: dict[str, Any]) -> None:
    """One that somebody ticked or closed, or one about their safety."""
    before = replace(_HURT, flags=(replace(_FLAG, **other),))

    assert lapsed_flags(before, replace(before, needs=()), _RULES) == set()
