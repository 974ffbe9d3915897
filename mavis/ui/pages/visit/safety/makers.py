"""What makes each part of *Safety and referrals*; a part's module is imported when somebody needs the part."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.visit.safety.part import SafetyPart
    from mavis.ui.presenters.visit.page import VisitPresenter
    from mavis.ui.presenters.visit.safety.part import Part

    Maker = Callable[[ThemeKeeper, VisitPresenter], SafetyPart]


def _assault(keeper: ThemeKeeper, presenter: VisitPresenter) -> SafetyPart:
    from mavis.ui.presenters.visit.safety.assault import assault_part

    venues = tuple(venue.name for venue in presenter.desk.reference.venues)
    return _of_questions(keeper, presenter, assault_part(venues))


def _spiking(keeper: ThemeKeeper, presenter: VisitPresenter) -> SafetyPart:
    from mavis.ui.presenters.visit.safety.spiking import spiking_part

    return _of_questions(keeper, presenter, spiking_part())


def _refusal(keeper: ThemeKeeper, presenter: VisitPresenter) -> SafetyPart:
    from mavis.ui.presenters.visit.safety.refusal import refusal_part

    return _of_questions(keeper, presenter, refusal_part(tuple(presenter.desk.names.values())))


def _capacity(keeper: ThemeKeeper, presenter: VisitPresenter) -> SafetyPart:
    from mavis.ui.presenters.visit.safety.capacity import capacity_part

    return _of_questions(keeper, presenter, capacity_part())


def _of_questions(keeper: ThemeKeeper, presenter: VisitPresenter, part: Part) -> SafetyPart:
    from mavis.ui.pages.visit.safety.question_part import QuestionPart
    from mavis.ui.presenters.visit.safety.part_presenter import PartPresenter

    return QuestionPart(keeper, PartPresenter(presenter.desk, lambda: presenter.visit, part))


def _safeguarding(keeper: ThemeKeeper, presenter: VisitPresenter) -> SafetyPart:
    from mavis.ui.pages.visit.safety.steps_part import make_safeguarding

    return make_safeguarding(keeper, presenter)


def _referrals(keeper: ThemeKeeper, presenter: VisitPresenter) -> SafetyPart:
    from mavis.ui.pages.visit.safety.steps_part import make_referrals

    return make_referrals(keeper, presenter)


MAKERS: Mapping[str, Maker] = {
    "assault": _assault,
    "spiking": _spiking,
    "refusal": _refusal,
    "capacity": _capacity,
    "safeguarding": _safeguarding,
    "referrals": _referrals,
}
"""The parts that there are, by the name that they have in ``presenters.visit.safety.parts.PARTS``."""
