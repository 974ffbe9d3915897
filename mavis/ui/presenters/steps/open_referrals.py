"""The list of every open referral: whoever may follow them up answers, sets the day to ask again, and closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.shift.night import day_of
from mavis.system.wording import label, words
from mavis.ui.presenters.shared.times import date_text, night_text
from mavis.ui.presenters.steps.column import ListOfLines, Step, StepKind, StepState, numbered
from mavis.ui.presenters.steps.follow_up import closed_one
from mavis.ui.presenters.steps.referral import ReferralAnswers, referral_steps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mavis.domain.follow_up.open_referral import OpenReferral
    from mavis.ui.presenters.steps.follow_up import FollowUp

_PLACE = "open_referrals"


class OpenReferrals(ListOfLines):
    """What waits for somebody, and the one of it that is open now."""

    list_id = "open"

    def __init__(self, follow: FollowUp) -> None:
        """Read from ``follow`` and write through it."""
        self._follow = follow
        self.desk = follow.desk
        self.title = words("referrals.list.title")
        self._answers = ReferralAnswers(follow)
        self._open = ""
        self.steps = (Step(_PLACE, self.list_id, StepKind.LIST, worded="referrals"), *referral_steps(_PLACE))

    def how(self) -> str:
        """What can be done here, or that there is nothing."""
        if not self._follow.open_ones():
            return _none_open(closed_one(self.desk, self._open))
        return words("referrals.list.how" if self._follow.may_look_back else "referrals.list.not_here")

    def states(self) -> dict[str, StepState]:
        """The open referrals with their digits, and the questions about the one that is open."""
        found = self._follow.open_ones()
        items = tuple((one.referral.id, self._line(place, one)) for place, one in enumerate(found, start=1))
        shown = self._shown()
        states = {self.list_id: StepState(items=items)} if items else {}
        return states | (self._answers.states(shown) if shown else {})

    def choose(self, step_id: str, code: str, on: bool) -> str:
        """Open a referral, or answer a question about the one that is open."""
        shown = self._shown()
        if step_id == self.list_id:
            self._open = code
            return "acknowledged"
        return "" if shown is None else self._answers.choose(shown, step_id, code, on)

    def write(self, step_id: str, text: str) -> None:
        """Keep words as they are typed."""
        shown = self._shown()
        if shown is not None:
            self._answers.write(shown, step_id, text)

    def end(self, step_id: str) -> None:
        """The words are finished; what was no day is told."""
        shown = self._shown()
        if shown is not None:
            self._answers.end(shown, step_id)

    @property
    def unfinished(self) -> Mapping[str, tuple[str, str]]:
        """The referral that is open, and the day that is being typed for it."""
        return {self.list_id: (self._open, ""), **self._answers.unfinished}

    def go_on_with(self, unfinished: Mapping[str, tuple[str, str]]) -> None:
        """Open that referral again, with the day as far as it was typed."""
        self._open, _ = unfinished.get(self.list_id, (self._open, ""))
        self._answers.go_on_with(unfinished)

    def _shown(self) -> OpenReferral | None:
        return next((one for one in self._follow.open_ones() if one.referral.id == self._open), None)

    def _line(self, place: int, one: OpenReferral) -> str:
        referral, today = one.referral, day_of(self.desk.clock())
        more = words("referrals.list.urgent") if referral.urgent else ""
        more += "" if referral.is_waiting else words("referrals.list.answered")
        if referral.is_to_chase(today):
            more += words("referrals.list.due")
        elif referral.chase_on is not None:
            more += words("referrals.list.chase", day=date_text(referral.chase_on))
        said = words(
            "referrals.list.line", code=one.code, target=label(referral.target), night=night_text(one.night), more=more
        )
        return numbered(place, said)


def _none_open(last: OpenReferral | None) -> str:
    """That nothing is open, and what was written of the one that was closed ``last``."""
    none = words("referrals.list.none")
    if last is None:
        return none
    referral = last.referral
    said = words("referrals.list.closed", target=label(referral.target), code=last.code)
    written = [words("referrals.list.written", text=text) for text in (referral.action, referral.result) if text]
    return " ".join((said, *written, none))
