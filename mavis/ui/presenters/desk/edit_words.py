"""What an edit did, in words that stand alone ("Outcome taxi") and behind Undo ("Undone: outcome taxi")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.answers import NoAnswer
from mavis.system.wording import has_words, label, words

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit

_UNANSWERED = frozenset(member.value for member in NoAnswer)
_NAMED_AS_THEY_ARE = frozenset({("arrival", "where"), ("alcohol", "who")})
"""Sections and their questions whose answers are names of places or people, which keep their capitals."""


def chosen_words(question_id: str, code: str, answer: str, *, stands: bool) -> str:
    """What choosing did: ``Need drunk``, ``Outcome taxi``, ``Age not known``, ``Care water taken off``.

    ``answer`` is what the choice says; ``stands`` tells whether it was chosen or taken back.
    """
    is_name = tuple(question_id.split(".", 1)) in _NAMED_AS_THEY_ARE
    done = _done(question_id, code, answer if is_name else inside(answer))
    return opening(done if stands else words("undo.taken_off", done=done))


def referral_words(done: str, before: Visit, after: Visit) -> str:
    """What was done, with the referral that came or went by it; ``done`` alone where none did."""
    old, new = ({one.id: one.target for one in visit.referrals} for visit in (before, after))
    for key, some, others in (("with_it", new, old), ("gone_with_it", old, new)):
        for target in (target for one_id, target in some.items() if one_id not in others):
            return words(f"referrals.said.{key}", done=done, target=inside(label(target)))
    return done


def opening(text: str) -> str:
    """The words with a capital at the front, as a message of their own."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """The words inside a sentence: a small letter at the front, but not of ``A&E``, ``RED`` or ``999``."""
    first = text.split(" ", 1)[0]
    return text if any(sign.isupper() or sign.isdigit() for sign in first[1:]) else text[:1].lower() + text[1:]


def _done(question_id: str, code: str, answer: str) -> str:
    if has_words(f"undo.exactly.{question_id}_{code}"):
        return words(f"undo.exactly.{question_id}_{code}")
    if code in _UNANSWERED and has_words(f"undo.name.{question_id}"):
        return words(f"undo.unanswered.{code}", name=words(f"undo.name.{question_id}"))
    if has_words(f"undo.chosen.{question_id}"):
        return words(f"undo.chosen.{question_id}", answer=answer)
    question = words(f"visit.question.{question_id}").rstrip("?")
    return words("undo.plain", question=inside(question), answer=answer)
