"""What an edit did, in words that stand alone ("Outcome taxi") and behind Undo ("Undone: outcome taxi")."""

from __future__ import annotations

from mavis.domain.record.answers import NoAnswer
from mavis.system.wording import has_words, words

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
