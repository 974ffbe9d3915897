"""What can be done, in a visit, about somebody who was here before: one key each, and a list of them in the banner."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right, may
from mavis.domain.record.safeguarding import ReferralTarget
from mavis.ui.presenters.board.returners import met_in
from mavis.ui.presenters.visit.question import Section
from mavis.ui.presenters.visit.safety.referrals import make_referral

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.ui.session.opened import Opened

_TARGETS = {"treatment": ReferralTarget.ALCOHOL_TREATMENT, "outreach": ReferralTarget.STREET_OUTREACH}


class ReturnerActs:
    """Acts on the visit that is shown; where its visitor is nobody known, nothing happens."""

    def __init__(self, session: Opened, show_list: Callable[[], None]) -> None:
        """``show_list`` offers what can be done now."""
        self._session = session
        self._all: dict[str, Callable[[], None]] = {
            "if_returning": show_list,
            "not_them": self._part,
            "earlier_nights": self._nights,
            **{name: partial(self._refer, target) for name, target in _TARGETS.items()},
        }

    @property
    def for_keys(self) -> dict[str, Callable[[], None]]:
        """Every act by the name of its key."""
        return {name: partial(self._if_offered, name) for name in self._all}

    @property
    def offered(self) -> dict[str, Callable[[], None]]:
        """The acts that mean something now, by the names of their keys."""
        if self._person_id is None:
            return {}
        return {name: act for name, act in self._all.items() if name != "earlier_nights" or self._may_look}

    @property
    def _person_id(self) -> str | None:
        """Who the visitor is known to be."""
        room, desk = self._session.room, self._session.desk
        visit = desk.visits.get(room.visit_id)
        met = met_in(desk, visit) if visit is not None else None
        return met.person.id if met is not None else None

    @property
    def _may_look(self) -> bool:
        return may(self._session.session.actor.role, Right.READ_HISTORY)

    def _if_offered(self, name: str) -> None:
        act = self.offered.get(name)
        if act is not None:
            self._session.room.page.flush()
            act()

    def _part(self) -> None:
        self._session.room.page.suggesting.suggestions.part()

    def _nights(self) -> None:
        if self._person_id is not None:
            self._session.places.people.show_nights(self._person_id)

    def _refer(self, target: ReferralTarget) -> None:
        """Refer, unless that was done, and ask what is to be known about it."""
        desk, page = self._session.desk, self._session.room.page
        if all(made.target is not target for made in page.presenter.visit.referrals):
            make_referral(desk, page.presenter.visit_id, target)
        page.go_to(Section.SAFETY)
        page.panels[Section.SAFETY].open("referrals")
