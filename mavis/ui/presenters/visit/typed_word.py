"""Letters that look like a word while they tick answers: whoever types a name is told, and one Undo helps."""

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


class TypedWord:
    """The letters that were pressed one right after the other."""

    def __init__(self) -> None:
        """No letter yet."""
        self.letters = ""

    def end(self) -> None:
        """A pause, another key or another page: the next letter begins anew."""
        self.letters = ""

    def add(self, letter: str, *, nameless: bool) -> bool:
        """Take a letter, upper case; True when all since the last pause look like a word and not like answers.

        Six letters always do; on the arrival of somebody ``nameless`` three do when one of them stands twice, or when
        age or gender was answered twice.
        """
        self.letters += letter
        if not nameless:
            return len(self.letters) >= _ALWAYS
        picked = [_QUESTIONS.get(one, "") for one in self.letters]
        twice = len(set(self.letters)) < len(self.letters) or any(picked.count(one) > 1 for one in _PICK_ONE)
        return len(self.letters) >= _ALWAYS or (twice and len(self.letters) >= _LEAST)
