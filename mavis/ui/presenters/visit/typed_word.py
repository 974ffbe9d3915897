"""Letters that look like a name while they tick answers: whoever types it is told, and one Undo helps."""

from __future__ import annotations

from mavis.ui.keys.letters import ANSWERS

_QUESTIONS = {
    letter: question
    for question, codes in ANSWERS.items()
    if question.startswith("arrival.")
    for letter in codes.values()
}
_PICK_ONE = ("arrival.age", "arrival.gender")
_LEAST, _ALWAYS = 3, 6


def looks_like_a_name(letters: str) -> bool:
    """Whether letters, upper case, that came one right after the other on the arrival of somebody are no answers.

    Six always are a name; three are when one of them stands twice, or when age or gender was answered twice.
    """
    picked = [_QUESTIONS.get(one, "") for one in letters]
    twice = len(set(letters)) < len(letters) or any(picked.count(one) > 1 for one in _PICK_ONE)
    return len(letters) >= (_LEAST if twice else _ALWAYS)
