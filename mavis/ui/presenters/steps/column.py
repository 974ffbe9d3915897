"""Questions that are asked one after another in a column: what each one is, and what stands in it now.

The title of a step is ``<place>.ask.<id>``, a hint in its field ``<place>.hint.<id>``; the choices are rows of the
table of keys, so that a letter means the same wherever it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mavis.ui.presenters.desk.tonight import Desk


class StepKind(StrEnum):
    """How a step is answered; words are only read."""

    CHOICE = "choice"
    LINE = "line"
    NOTE = "note"
    LIST = "list"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a place: ``codes`` are actions in its table of keys (``answer.yes``), picked one or, if not, any.

    ``worded`` names the file of its words when that is not the place; a ``wide`` question has room for a sentence;
    what stands in a line of ``one_fact``, such as a day, is typed over, and not gone on with.
    """

    place: str
    id: str
    kind: StepKind
    codes: tuple[str, ...] = ()
    one: bool = True
    columns: int = 4
    takes_unknown: bool = False
    leading: bool = False
    worded: str = ""
    wide: bool = False
    one_fact: bool = False

    @property
    def title(self) -> str:
        """The question."""
        return words(f"{self.worded or self.place}.ask.{self.id}")

    @property
    def hint(self) -> str:
        """What stands in a field until somebody types."""
        return words(f"{self.worded or self.place}.hint.{self.id}")

    @property
    def is_asked(self) -> bool:
        """Whether it is a question, to be gone to with Enter."""
        return self.kind not in (StepKind.WORDS, StepKind.LIST)

    @property
    def actions(self) -> dict[str, str]:
        """The action of each choice in the table of keys, by its code."""
        return {code.rpartition(".")[2]: f"{self.place}.{code}" for code in self.codes}


@dataclass(frozen=True, slots=True)
class StepState:
    """What a step shows now: the chosen codes, the text, or the items of a list as code and words."""

    chosen: frozenset[str] = frozenset()
    text: str = ""
    items: tuple[tuple[str, str], ...] = ()


class StepPresenter(Protocol):
    """What a column of steps shows and changes."""

    steps: tuple[Step, ...]
    """Every step there can be, in order."""

    def states(self) -> Mapping[str, StepState]:
        """The steps that are asked now, by id, with what stands in each."""

    def choose(self, step_id: str, code: str, on: bool) -> str:
        """Choose a code (the last part of its action), take it back, or open an item of a list.

        Returns the step to go to; empty when it is simply the next.
        """

    def write(self, step_id: str, text: str) -> None:
        """Keep words as they are typed."""

    def end(self, step_id: str) -> None:
        """The words are finished; where each step has one text, nothing is left to do."""
        del step_id

    @property
    def unfinished(self) -> Mapping[str, tuple[str, str]]:
        """What is open and half typed, by its step: whose it is, and its words; kept sealed through a lock."""
        return {}

    def go_on_with(self, unfinished: Mapping[str, tuple[str, str]]) -> None:
        """Take up again what was open and half typed when the screen was locked."""
        del unfinished


class PartOfVisit(StepPresenter, Protocol):
    """Steps of the visit that is on the page."""

    def turn_to(self) -> None:
        """Another visit is shown."""

    def start(self) -> str:
        """The step that gets the letters first; empty for the first there is."""


class ListOfLines(StepPresenter, Protocol):
    """Steps of a page: a list, and what is asked about the line of it that is open."""

    list_id: str
    """The step that is the list."""
    title: str
    """What the page is."""
    desk: Desk
    """Where changes are told."""

    def how(self) -> str:
        """What can be done here."""


YES_NO = ("answer.yes", "answer.no")
"""The choices of most questions, as actions."""


def truth(answer: object) -> frozenset[str]:
    """What is chosen of yes and no, not known and refused."""
    if answer is None:
        return frozenset()
    return frozenset({"yes" if answer is True else "no" if answer is False else str(answer)})


_MOST_DIGITS = 9


def numbered(place: int, text: str) -> str:
    """An item of a list behind the digit that opens it; beyond those the place of the digit stays empty."""
    return f"{place if place <= _MOST_DIGITS else ''}  {text}"
