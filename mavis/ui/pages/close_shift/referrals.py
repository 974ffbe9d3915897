"""At the close of a shift: which referrals of the night are open, and who asks again; nothing waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.tokens import Size, Space, Weight
from mavis.ui.presenters.close_shift.missing import REFERRALS
from mavis.ui.presenters.steps.follow_up import FollowUp
from mavis.ui.presenters.steps.open_words import to_hand_on
from mavis.ui.widgets.row import PickRow
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.desk.tonight import Desk


class ReferralsPanel(Panel):
    """A row for each open referral; not there when none is open."""

    visit_wanted = Signal(str, str)
    """The visit, and its referral in the part that follows them up."""

    def __init__(self, keeper: ThemeKeeper, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without rows."""
        super().__init__(keeper, parent)
        self._keeper = keeper
        self._follow = FollowUp(desk)
        self._visits: dict[str, str] = {}
        self.rows: list[PickRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.EDGE, Space.CARD, Space.EDGE, Space.CONTROL)
        self._column.setSpacing(0)
        title = words("referrals.close.title")
        self._column.addWidget(TextLabel(keeper, title, size=Size.LABEL, weight=Weight.TITLE))
        self.hide()

    def refresh(self) -> None:
        """Show what is open now."""
        found = to_hand_on(self._follow)
        self._visits = {referral_id: visit_id for referral_id, visit_id, _said in found}
        self.setVisible(bool(found))
        while len(self.rows) < len(found):
            row = PickRow(self._keeper, self)
            row.opened.connect(lambda code: self.visit_wanted.emit(self._visits[code], f"{REFERRALS}.{code}"))
            self.rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(found))
            if place < len(found):
                row.set_content(found[place][0], found[place][2])
