"""Rubbish is not collected within, and is again after it, whatever happened."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING
from weakref import ref

import pytest

from mavis.system.collecting import (
    leave_nothing_out,
    leave_out_what_is_there,
    not_collecting,
    search_everything,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_collecting_rests_within_and_goes_on_after() -> None:
    """Also within each other."""
    assert gc.isenabled()
    with not_collecting():
        assert not gc.isenabled()
        with not_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collecting_goes_on_after_a_failure() -> None:
    """Whatever the work raised."""
    with pytest.raises(KeyError):
        _fail_within()
    assert gc.isenabled()


class _Ring:
    """A value that only a search can find lost."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def lost() -> Iterator[ref[_Ring]]:
    """A lost ring that is left out of the searches."""
    found = ref(_Ring())
    leave_out_what_is_there()
    yield found
    gc.freeze()  # as it was before the test


def test_what_is_left_out_is_searched_through_when_a_session_has_gone(lost: ref[_Ring]) -> None:
    """Not before, however often Python searches."""
    gc.collect()
    kept = lost() is not None
    search_everything()

    assert kept
    assert lost() is None


def test_nothing_need_be_left_out_for_ever(lost: ref[_Ring]) -> None:
    """The next search of Python finds it as well."""
    leave_nothing_out()
    gc.collect()

    assert lost() is None


def _fail_within() -> None:
    with not_collecting():
        raise KeyError
