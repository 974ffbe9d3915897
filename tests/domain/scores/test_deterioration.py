"""Getting worse: what the newest set warns of, beside those before it."""

from __future__ import annotations

from typing import Any

import pytest

from mavis.domain.scores.deterioration import News2Warning, warnings_of
from tests.domain.scores.observed import observed

EMERGENCY, URGENT, THREE, RISE = News2Warning


@pytest.mark.parametrize(
    ("sets", "warnings"),
    [
        ([], ()),
        ([{}], ()),
        ([{"pulse": 111}], ()),
        ([{"respiration": 25}], (THREE,)),
        ([{"respiration": 21, "pulse": 111, "systolic": 110}], (URGENT,)),
        ([{"respiration": 25, "systolic": 90, "pulse": 41}], (EMERGENCY, THREE)),
        ([{}, {"pulse": 91}], ()),
        ([{}, {"pulse": 111}], (RISE,)),
        ([{"pulse": 111}, {"pulse": 111}], ()),
        ([{"pulse": 111}, {}], ()),
        ([{}, {"spo2": None}, {"pulse": 111}], (RISE,)),
        ([{}, {"pulse": 111, "spo2": None}], (RISE,)),
        ([{"spo2": None}, {"pulse": 111}], ()),
    ],
)
def test_warnings(sets: list[dict[str, Any]], warnings: tuple[News2Warning, ...]) -> None:
    """A blank takes no warning away that is certain, and makes none: the last complete total is what a rise is from."""
    assert warnings_of([observed(**values) for values in sets]) == warnings
