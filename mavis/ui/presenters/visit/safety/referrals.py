"""The referrals of the visit on the page: one key makes one, and its questions follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.edits.safeguarding import refer
from mavis.domain.follow_up.open_referral import OpenReferral
from mavis.domain.record.safeguarding import Referral, ReferralTarget
from mavis.domain.shift.night import night_of
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.steps.column import PartOfVisit, Step, StepKind, StepState
from mavis.ui.presenters.steps.referral import ReferralAnswers, referral_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.steps.follow_up import FollowUp

_PLACE = "referrals"
WAITING = "waiting"
"""Asks for the referral of a visit that nobody has answered."""
_TARGET, _MADE, _FIRST = "target", "made", "consent"


class VisitReferrals(PartOfVisit):
    """Makes referrals and answers what is asked about the one that is open."""

    def __init__(self, follow: FollowUp, visit: Callable[[], Visit]) -> None:
        """``visit`` gives the record that is on the page."""
        self._follow = follow
        self._visit = visit
        self._answers = ReferralAnswers(follow)
        self._open = ""
        targets = tuple(f"{_TARGET}.{target.value}" for target in ReferralTarget)
        self.steps = (
            Step(_PLACE, _TARGET, StepKind.CHOICE, targets, one=False, leading=True),
            Step(_PLACE, _MADE, StepKind.LIST),
            *referral_steps(_PLACE),
        )

    def turn_to(self) -> None:
        """Another visit is shown: none of its referrals is open yet."""
        self._open = ""

    def states(self) -> dict[str, StepState]:
        """The targets, what was made, and the questions about the one that is open."""
        made = self._visit().referrals
        states = {_TARGET: StepState(frozenset(referral.target.value for referral in made))}
        if len(made) > 1:
            items = tuple((referral.id, self._answers.line(self._one(referral))) for referral in made)
            states[_MADE] = StepState(items=items)
        shown = self._shown()
        return states | (self._answers.states(self._one(shown)) if shown else {})

    def start(self) -> str:
        """The letters make referrals first."""
        return _TARGET

    def open(self, asked: str) -> str:
        """Open a referral by its id, or by ``WAITING`` the first without an answer; returns the step it waits at."""
        made = self._visit().referrals
        named = [one for one in made if asked in {one.id, WAITING} and (one.id == asked or one.is_waiting)]
        if not named:
            return _TARGET
        self._open = named[0].id
        return "acknowledged" if named[0].is_waiting else "owner"

    def choose(self, step_id: str, code: str, on: bool) -> str:
        """Make a referral, open one, or answer a question about it; a target that has one opens it.

        Returns the step to go to, empty for the next one.
        """
        shown = self._shown()
        if step_id == _TARGET:
            made = (referral for referral in self._visit().referrals if referral.target.value == code)
            first = next(made, None) or make_referral(self._follow.desk, self._visit().id, ReferralTarget(code))
            self._open = first.id
        elif step_id == _MADE:
            self._open = code
        elif shown is not None:
            return self._answers.choose(self._one(shown), step_id, code, on)
        return _FIRST if step_id in (_TARGET, _MADE) else ""

    def write(self, step_id: str, text: str) -> None:
        """Keep words as they are typed."""
        shown = self._shown()
        if shown is not None:
            self._answers.write(self._one(shown), step_id, text)

    def end(self, step_id: str) -> None:
        """The words are finished; what was no day is told."""
        shown = self._shown()
        if shown is not None:
            self._answers.end(self._one(shown), step_id)

    @property
    def unfinished(self) -> Mapping[str, tuple[str, str]]:
        """The referral that is open, and the day that is being typed for it."""
        return {_MADE: (self._open, ""), **self._answers.unfinished}

    def go_on_with(self, unfinished: Mapping[str, tuple[str, str]]) -> None:
        """Open that referral again, with the day as far as it was typed."""
        self._open, _ = unfinished.get(_MADE, (self._open, ""))
        self._answers.go_on_with(unfinished)

    def next_one(self) -> str:
        """Open the next referral of the visit; its first question, or the targets while there is none."""
        ids = [referral.id for referral in self._visit().referrals]
        if ids:
            self._open = ids[(ids.index(self._open) + 1) % len(ids)] if self._open in ids else ids[0]
        return _FIRST if ids else _TARGET

    def _shown(self) -> Referral | None:
        made = self._visit().referrals
        return next((referral for referral in made if referral.id == self._open), made[-1] if made else None)

    def _one(self, referral: Referral) -> OpenReferral:
        visit, shift = self._visit(), self._follow.desk.shift
        night = shift.date if shift is not None else night_of(visit.arrived_at)
        return OpenReferral(night, visit.shift_id, visit.id, visit.code, referral)


def make_referral(desk: Desk, visit_id: str, target: ReferralTarget) -> Referral:
    """Make a referral now, by whoever is signed in; the rest can be told later."""
    made = Referral(desk.new_id(), target, desk.clock(), desk.session.actor.id)
    desk.edit(visit_id, refer(made), words("referrals.said.made", target=inside(label(target))))
    return made
