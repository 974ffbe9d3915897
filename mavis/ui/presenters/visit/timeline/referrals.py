"""What the timeline tells of referrals: made, answered, closed; not why, for that is nobody's business from afar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import label, words
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.visit.timeline.happening import Happening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mavis.domain.visit.visit import Visit


def referral_happenings(visit: Visit, name_of: Callable[[str], str]) -> Iterator[Happening]:
    """Each step of each referral; ``name_of`` names one of the crew."""
    for referral in visit.referrals:
        target = label(referral.target)
        consent = label(referral.consent) if referral.consent else ""
        detail = " · ".join(filter(None, (consent, name_of(referral.made_by))))
        yield Happening(referral.made_at, "speech", words("referrals.timeline.made", target=inside(target)), detail)
        if referral.acknowledged_at is not None:
            yield Happening(referral.acknowledged_at, "tick", words("referrals.timeline.acknowledged", target=target))
        if referral.closed_at is not None:
            said = words("referrals.timeline.closed", target=inside(target))
            yield Happening(referral.closed_at, "tick", said, referral.result)
