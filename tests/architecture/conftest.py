"""The files of the project are kept as long as a test of them is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.architecture.source import let_go

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="package", autouse=True)
def _sources() -> Iterator[None]:
    """Read by the first test that wants them, and let go of after the last."""
    yield
    let_go()
