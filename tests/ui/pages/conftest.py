"""A session of an invented scheme, and the lanes that pages send their work through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.ui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.bootstrap import Session
    from mavis.ui.theme import ThemeKeeper


@pytest.fixture
def tasks(keeper: ThemeKeeper, session: Session) -> Iterator[Tasks]:
    """Both lanes; they run dry before the session closes."""
    made = Tasks()
    yield made
    made.finish()
    made.deleteLater()
