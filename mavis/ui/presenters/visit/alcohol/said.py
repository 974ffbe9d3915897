"""What an answer in the talk about alcohol says once it is given: for the message bar and for Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.edits.alcohol import talk_of
from mavis.system.wording import words
from mavis.ui.presenters.desk.edit_words import chosen_words, referral_words
from mavis.ui.presenters.visit.alcohol.pages import PageKind
from mavis.ui.presenters.visit.alcohol.words import answer_words
from mavis.ui.presenters.visit.question import way_to_part

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.visit.alcohol.pages import TalkPage


def said_words(page: TalkPage, code: str, visit: Visit, name_of: Callable[[str], str], *, stands: bool) -> str:
    """What choosing an answer did, or taking it back."""
    answer = answer_words(page, code, visit, name_of)
    group = "part" if page.kind is PageKind.ANY else "asked" if page.question else page.id
    return chosen_words(f"alcohol.{group}", code, answer, stands=stands)


def with_referral(said: str, before: Visit, after: Visit) -> str:
    """What was done, and which referral it made or took back; a yes that makes none says how one is made."""
    agreed = talk_of(after).referral_consent and not talk_of(before).referral_consent
    if agreed and talk_of(after).sends_to is None:
        return words("alcohol.said.no_referral_yet", done=said, keys=way_to_part("referrals"))
    return referral_words(said, before, after)
