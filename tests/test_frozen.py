"""A frozen program is its own interpreter: started to work for another, it does that and opens no window."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from mavis.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Iterator


class _ServedError(Exception):
    """Stands for the work that was done, after which such a program ends."""


@pytest.fixture(autouse=True)
def _umask() -> Iterator[None]:
    """Whatever the program sets for its own files, the tests go on as they were."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def test_work_for_another_comes_before_all_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the arguments would be read as a verb, and each search would open a second window."""

    def serve() -> None:
        raise _ServedError

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["mavis", "--multiprocessing-fork", "pipe_handle=7"])
    monkeypatch.setattr("multiprocessing.freeze_support", serve)

    with pytest.raises(_ServedError):
        main()
