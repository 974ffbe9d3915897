"""GCS: its bands, its parts, and no total from a part that is missing or not testable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.errors import UserError
from mavis.domain.scores.gcs import NOT_TESTABLE, Gcs, Severity


@pytest.mark.parametrize(
    ("parts", "total", "severity"),
    [
        ((1, 1, 1), 3, Severity.SEVERE),
        ((2, 2, 4), 8, Severity.SEVERE),
        ((2, 2, 5), 9, Severity.MODERATE),
        ((3, 4, 5), 12, Severity.MODERATE),
        ((3, 4, 6), 13, Severity.MILD),
        ((4, 5, 6), 15, Severity.MILD),
    ],
)
def test_bands(parts: tuple[int, int, int], total: int, severity: Severity) -> None:
    """13-15 mild, 9-12 moderate, 8 and less severe."""
    found = Gcs(*parts)

    assert (found.total, found.severity) == (total, severity)


@pytest.mark.parametrize(
    ("parts", "written"),
    [((3, NOT_TESTABLE, 6), "E3 V-NT M6"), ((4, None, 6), "E4 V- M6"), ((None, None, None), "E- V- M-")],
)
def test_no_total_from_parts(parts: tuple[int | None, int | None, int | None], written: str) -> None:
    """The parts are shown instead."""
    found = Gcs(*parts)

    assert (found.total, found.severity) == (None, None)
    assert str(found) == written
    assert found.is_taken == (parts != (None, None, None))


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ((5, 5, 6), "gcs_eye_range"),
        ((4, 6, 6), "gcs_verbal_range"),
        ((4, 5, 7), "gcs_motor_range"),
        ((-1, 5, 6), "gcs_eye_range"),
    ],
)
def test_out_of_range_is_refused(parts: tuple[int, int, int], key: str) -> None:
    """A part that cannot be is named, so that it can be put right."""
    with pytest.raises(UserError, match=key):
        Gcs(*parts)


@given(st.integers(1, 4), st.integers(1, 5), st.integers(1, 6))
def test_total_is_the_sum(eye: int, verbal: int, motor: int) -> None:
    """Always 3 to 15; less of a part is never a better band."""
    total = Gcs(eye, verbal, motor).total

    assert total == eye + verbal + motor
    assert 3 <= total <= 15


_PARTS = st.tuples(*(st.one_of(st.none(), st.integers(NOT_TESTABLE, most)) for most in (4, 5, 6)))


@given(_PARTS)
def test_never_a_total_from_an_incomplete_scale(parts: tuple[int | None, int | None, int | None]) -> None:
    """A part that is missing or not testable leaves neither a total nor a band; the parts are shown all the same."""
    found = Gcs(*parts)

    assert (found.total is None) == (not all(parts))
    assert (found.severity is None) == (found.total is None)
    assert len(str(found).split()) == 3


@given(st.tuples(st.integers(1, 4), st.integers(1, 5), st.integers(1, 6)), st.integers(0, 2))
def test_a_better_part_is_never_a_worse_band(parts: tuple[int, int, int], which: int) -> None:
    """Monotone in each part."""
    if parts[which] == (4, 5, 6)[which]:
        return
    eye, verbal, motor = (part + (place == which) for place, part in enumerate(parts))
    better = Gcs(eye, verbal, motor)
    here = Gcs(*parts)
    bands = [Severity.SEVERE, Severity.MODERATE, Severity.MILD]

    assert better.total is not None
    assert here.total == better.total - 1
    assert here.severity is not None
    assert better.severity is not None
    assert bands.index(here.severity) <= bands.index(better.severity)
