"""The nights of a person in words."""

from __future__ import annotations

from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.ui.presenters.people.earlier_nights import night_rows
from tests.builders import SATURDAY_NIGHT, a_visit


def test_each_need_in_a_list_has_a_small_letter() -> None:
    """They stand inside a sentence, the second like the first."""
    needs = (Presentation.ALCOHOL_INTOXICATION, Presentation.HEAD_INJURY)
    visit = a_visit(needs=needs, outcome=Outcome.HOME_ALONE)
    (row,) = night_rows([visit], (), SATURDAY_NIGHT.date(), {})
    assert row.words.endswith(": alcohol intoxication, head injury")
