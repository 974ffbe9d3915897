"""Rubbish is not collected within, and is again after it, whatever happened."""

from __future__ import annotations

import gc

import pytest

from mavis.system.collecting import not_collecting


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


def _fail_within() -> None:
    with not_collecting():
        raise KeyError
