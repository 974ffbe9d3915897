"""What an answer in the talk about alcohol says once it is given: for the message bar and for Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.edits.alcohol import talk_of
from mavis.domain.edits.alcohol_referral import WHOM
from mavis.system.wording import label, words
from mavis.ui.keys.letters import ANSWERS
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.presenters.desk.edit_words import chosen_words, inside
from mavis.ui.presenters.visit.alcohol.pages import PageKind
from mavis.ui.presenters.visit.alcohol.words import answer_words
from mavis.ui.presenters.visit.question import Section

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
    old, new = ({one.id: one for one in visit.referrals} for visit in (before, after))
    for one in (one for one_id, one in (old | new).items() if (one_id in old) != (one_id in new)):
        key = "referred" if one.id in new else "not_referred"
        opens = keys_of("everywhere.open_referrals")
        return words(f"alcohol.said.{key}", done=said, target=inside(label(one.target)), key=opens)
    agreed = talk_of(after).referral_consent and not talk_of(before).referral_consent
    if agreed and talk_of(after).referral not in WHOM:
        digit, letter = list(Section).index(Section.SAFETY) + 1, ANSWERS["safety.part"]["referrals"]
        return words("alcohol.said.no_referral_yet", done=said, keys=f"{digit} {letter}")
    return said
