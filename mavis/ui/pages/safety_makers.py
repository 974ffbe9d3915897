"""What makes each part of *Safety and referrals*; a part's module is imported when somebody needs the part."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mavis.ui.pages.safety_part import SafetyPart
    from mavis.ui.presenters.visit import VisitPresenter
    from mavis.ui.theme import ThemeKeeper

    Maker = Callable[[ThemeKeeper, VisitPresenter], SafetyPart]

MAKERS: Mapping[str, Maker] = {}
"""The parts that there are, by the name that they have in ``presenters.safety.PARTS``."""
