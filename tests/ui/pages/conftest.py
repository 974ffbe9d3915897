"""A session of an invented scheme, and the lanes that pages send their work through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.ui.tasks import Tasks
from tests.ui.scheme import CATHERINE, ROBERT, bring_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mavis.bootstrap import Session
    from mavis.ui.look.theme import ThemeKeeper
    from tests.ui.windows import Hands


@pytest.fixture
def known(hands: Hands, tmp_path: Path) -> Hands:
    """The window of tonight, over records that hold two people of earlier nights."""
    bring_in(hands.session.session, tmp_path / "log.csv", (CATHERINE, ROBERT))
    return hands


@pytest.fixture
def tasks(keeper: ThemeKeeper, session: Session) -> Iterator[Tasks]:
    """Both lanes; they run dry before the session closes."""
    made = Tasks()
    yield made
    made.finish()
    made.deleteLater()
