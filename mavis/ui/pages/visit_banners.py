"""What the banners over a visit say: the danger first, and below it what is known of somebody who was here before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.people.returning import AdviceDue
from mavis.system.wording import words
from mavis.ui.icons import IconName
from mavis.ui.presenters.returners import advice, alerts, met_in, story
from mavis.ui.shortcuts import Place, keys_of
from mavis.ui.tokens import Tone
from mavis.ui.widgets.banner import BannerView

if TYPE_CHECKING:
    from mavis.domain.visit import Visit
    from mavis.ui.presenters.desk import Desk
    from mavis.ui.presenters.visit_words import BannerText


def danger(text: BannerText | None) -> BannerView | None:
    """What is dangerous now, with the button that says that 999 was called."""
    if text is None:
        return None
    offer = text.clinical and not text.called_999
    return BannerView(
        Tone.RED if text.clinical else Tone.AMBER,
        text.headline,
        text.why,
        action=words("visit.banner.called_999") if offer else "",
        action_icon=IconName.AMBULANCE if offer else None,
        keys="Ctrl+9" if offer else "",
        more=text.more,
    )


def seen_before(desk: Desk, visit: Visit) -> BannerView | None:
    """What is known of somebody who was here before: an alert first, and a way to brief advice when it is due."""
    met = met_in(desk, visit)
    if met is None:
        return None
    warned = "; ".join(alerts(desk, visit))
    due = met.returning.advice is AdviceDue.DUE
    return BannerView(
        Tone.AMBER if warned else Tone.ACCENT,
        warned or story(met),
        " ".join(part for part in (story(met) if warned else "", advice(met)) if part),
        action=words("returning.brief_advice") if due else "",
        action_icon=IconName.SPEECH_LINES if due else None,
        keys="5" if due else "",
        other=words("returning.more"),
        other_keys=keys_of(f"{Place.VISIT}.if_returning"),
    )
