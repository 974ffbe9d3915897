"""The parts *Safeguarding* and *Referrals* of a visit: a column of steps each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.ui.keys.shortcuts import Place, keys_of
from mavis.ui.pages.steps.column import StepsForm, give_keys_back
from mavis.ui.pages.visit.safety.part import SafetyPart
from mavis.ui.presenters.steps.follow_up import FollowUp
from mavis.ui.presenters.visit.safety.referrals import VisitReferrals
from mavis.ui.presenters.visit.safety.safeguarding import SafeguardingPresenter

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.steps.column import PartOfVisit
    from mavis.ui.presenters.visit.page import VisitPresenter


class StepsPart(SafetyPart):
    """A column of steps as a part of the section."""

    _asked = ""
    """The question that somebody came for."""

    def __init__(self, keeper: ThemeKeeper, presenter: PartOfVisit) -> None:
        """Lay the steps out; ``show_visit`` shows those that are asked."""
        super().__init__()
        self.presenter = presenter
        self.form = StepsForm(keeper, presenter, self)
        self.form.touched.connect(self.touched)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    @property
    def is_typing(self) -> bool:
        """Whether a field has the keyboard."""
        return self.form.is_typing

    def set_live(self, live: bool) -> None:
        """Mark the step in use while the letters are its own."""
        self.form.set_live(live)

    def turn_to(self) -> None:
        """Another visit: what was typed for the one before is finished."""
        self.form.put_away()
        self.presenter.turn_to()

    def show_visit(self, visit: Visit) -> None:
        """Show the steps of the visit on the page."""
        self.form.refresh()

    @property
    def spot(self) -> QWidget:
        """The question that somebody came for, until another is in use; else all of the part."""
        return self.form.rows[self._asked] if self._asked and self._asked == self.form.at else self

    def begin(self, asked: str = "") -> None:
        """The letters are those of the question that somebody came for, else of the one that waits for an answer."""
        self._asked = asked
        self.form.begin(asked or self.presenter.start())

    def press(self, key: str) -> bool:
        """Use a key in the step in use."""
        return self.form.press(key)

    def end(self, by: int = 1) -> bool:
        """Enter: on to the next step; True behind the last one."""
        on = self.form.go_on(by)
        if not on and self.is_typing:
            give_keys_back(self)
        return not on

    def flush(self) -> None:
        """Save whatever is half typed."""
        self.form.flush()

    def fit(self, room: int) -> None:
        """Lay the steps out for so many pixels."""
        self.form.fit(room)


class ReferralsPart(StepsPart):
    """The referrals of the visit; one key goes on to the next of them."""

    def begin(self, asked: str = "") -> None:
        """The letters make referrals, or answer what the referral waits for that somebody came for."""
        wanted = self.presenter.open(asked) if asked and isinstance(self.presenter, VisitReferrals) else ""
        super().begin(wanted)

    def press(self, key: str) -> bool:
        """Use a key; the letter of the next referral goes round."""
        if key == keys_of(f"{Place.REFERRALS.value}.next") and isinstance(self.presenter, VisitReferrals):
            self.form.begin(self.presenter.next_one())
            return True
        return super().press(key)


def make_safeguarding(keeper: ThemeKeeper, presenter: VisitPresenter) -> SafetyPart:
    """The part *Safeguarding* of a visit page."""
    return StepsPart(keeper, SafeguardingPresenter(presenter.desk, lambda: presenter.visit))


def make_referrals(keeper: ThemeKeeper, presenter: VisitPresenter) -> SafetyPart:
    """The part *Referrals* of a visit page."""
    return ReferralsPart(keeper, VisitReferrals(FollowUp(presenter.desk), lambda: presenter.visit))
