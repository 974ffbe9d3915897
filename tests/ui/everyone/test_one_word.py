"""One thing has one name: on the screen, on the board, in the exports and on paper."""

from __future__ import annotations

import re

import pytest

from mavis.domain.access.roles import Right, Role, may
from mavis.domain.record.care import CareKind
from mavis.domain.record.identity import ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.record.safeguarding import ReferralTarget
from mavis.system.wording import all_words, has_words, label, words
from mavis.ui.presenters.desk.edit_words import opening


@pytest.mark.parametrize("outcome", Outcome)
def test_how_somebody_left_has_one_name(outcome: Outcome) -> None:
    """A short form on the board or in a narrow column leaves words out and brings no other ones in."""
    name = label(outcome)
    assert words(f"chips.leaving.outcome.{outcome.value}") == name
    for short in (f"board.left_by.{outcome.value}", f"print.short.outcome.{outcome.value}"):
        if has_words(short):
            assert _words_of(words(short)) <= _words_of(name), short


@pytest.mark.parametrize("need", [Presentation.MENTAL_DISTRESS, Presentation.INFORMATION_ONLY])
def test_what_somebody_needs_has_one_name(need: Presentation) -> None:
    """What a volunteer ticked for a frightened child, or for a question, is what the paper says."""
    name = label(need)
    rare = "need" if has_words(f"chips.arrival.need.{need.value}") else "other_need"
    assert words(f"chips.arrival.{rare}.{need.value}") == name
    assert words(f"quick_line.need.{need.value}") == name.casefold()


@pytest.mark.parametrize("need", Presentation)
def test_a_need_in_a_narrow_column_brings_no_other_words(need: Presentation) -> None:
    """A short form in the list of visits leaves words out and brings no other ones in."""
    if has_words(f"print.short.presentation.{need.value}"):
        assert _words_of(words(f"print.short.presentation.{need.value}")) <= _words_of(label(need))


def test_how_somebody_came_and_where_they_were_sent_on_have_one_name() -> None:
    """The tile, the bottom line and the timeline say the same; coming alone is another question."""
    came = label(ReferralSource.SELF)
    assert words("chips.arrival.sent_by.self") == came == opening(words("undo.exactly.arrival.sent_by_self"))
    assert words("alcohol.answer.referral.gp") == label(ReferralTarget.GP_111_UTC)


def test_no_two_things_share_a_name() -> None:
    """What was done for somebody is not said in the words of how they left."""
    care = {words(f"chips.care.given.{kind.value}") for kind in CareKind if has_words(f"chips.care.given.{kind.value}")}
    left = [label(outcome) for outcome in Outcome]

    assert care.isdisjoint(left)
    assert len(set(left)) == len(left)


def test_who_closes_a_red_flag_is_said_the_same_everywhere() -> None:
    """As the rights have it, in every sentence that says who may."""
    may_close = {role for role in Role if may(role, Right.CLOSE_CLINICAL_FLAG)}
    said = [text for text in all_words().values() if re.search(r"clinician.*\bclose", text)]

    assert may_close == {Role.CLINICIAN, Role.LEAD}
    assert len(said) > 3
    assert [text for text in said if "clinician or the lead can close" not in text] == []


def _words_of(name: str) -> set[str]:
    return set(name.casefold().replace(",", "").split())
