"""What the foot of *Leaving* says: what is to be answered first, then what the visit counts as."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mavis.system.wording import words
from mavis.ui.presenters.visit.safety.refusal import way_to_refusal
from mavis.ui.presenters.visit.words import claim, red_untriaged

if TYPE_CHECKING:
    from mavis.ui.presenters.visit.page import VisitPresenter


class FootText(NamedTuple):
    """The sentences, the most urgent first; any may be empty."""

    asked: str
    """About an emergency, or for triage, before the visit is finished."""
    way: str
    """How to write down what is owed to somebody who left; a visit that is shut takes no such words."""
    claim: str
    proof: str


def foot_text(presenter: VisitPresenter) -> FootText:
    """What is said of the visit that is shown."""
    visit, rules = presenter.visit, presenter.desk.reference.flags
    red = red_untriaged(visit, rules)
    untriaged = words("visit.untriaged.red", names=red) if red else ""
    way = "" if presenter.is_shut else way_to_refusal(visit, rules)
    return FootText(presenter.finishing.sentence(visit) or untriaged, way, *claim(visit, presenter.desk.shift))
