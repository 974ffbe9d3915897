"""Every key of the program in one table: what it does, where, and the words of the list that F1 shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from mavis.system.wording import words
from mavis.ui.letters import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget


class Place(StrEnum):
    """Where a key counts: everywhere, on a page, or in the section of a visit that owns the letters."""

    EVERYWHERE = "everywhere"
    BOARD = "board"
    VISIT = "visit"
    ARRIVAL = "arrival"
    TRIAGE = "triage"
    OBSERVATIONS = "observations"
    CARE = "care"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One key: where, the action's id, the keys as Qt writes them, the wording key of what it does."""

    place: Place
    action: str
    keys: str
    label: str


_EVERYWHERE = {
    "keys": "F1",
    "board": "F2",
    "close_shift": "F4",
    "settings": "F8",
    "lock": "Ctrl+L",
    "new_visit": "Ctrl+N",
    "print": "Ctrl+P",
    "note": "Ctrl+T",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Y",
    "next_tab": "Ctrl+Tab",
}
_BOARD = {f"card_{digit}": str(digit) for digit in range(1, 10)} | {
    "new_visit": "N",
    "show_names": "S",
    "find": "/",
    "more_tallies": "M",
}
_VISIT = {
    "arrival": "1",
    "triage": "2",
    "observations": "3",
    "care": "4",
    "alcohol": "5",
    "safety": "6",
    "leaving": "7",
    "not_known": "0",
    "refused": "9",
    "name": "/",
    "board": "Esc",
    "called_999": "Ctrl+9",
    "go_on": "Return",
}
_LEAVING = {"left_at": "K"}


def _page(place: Place, keys: Mapping[str, str]) -> tuple[Shortcut, ...]:
    return tuple(
        Shortcut(place, f"{place.value}.{name}", key, f"shortcuts.{place.value}.{name}") for name, key in keys.items()
    )


def _answers() -> tuple[Shortcut, ...]:
    return tuple(
        Shortcut(Place(question.split(".")[0]), f"{question}.{code}", letter, f"chips.{question}.{code}")
        for question, codes in ANSWERS.items()
        for code, letter in codes.items()
    )


TABLE: tuple[Shortcut, ...] = (
    *_page(Place.EVERYWHERE, _EVERYWHERE),
    *_page(Place.BOARD, _BOARD),
    *_page(Place.VISIT, _VISIT),
    *_page(Place.LEAVING, _LEAVING),
    *_answers(),
)
"""The whole table; within a place no key stands twice."""


def shortcuts(place: Place) -> tuple[Shortcut, ...]:
    """The keys of a place, in the order of the table."""
    return tuple(row for row in TABLE if row.place is place)


def keys_of(action: str) -> str:
    """The key of an action, for its key cap.

    Raises:
        KeyError: no key does this.
    """
    return {row.action: row.keys for row in TABLE}[action]


def letters(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The letter of every answer, by ``question.code``; ``more`` adds those of the reference data (red flags)."""
    return {row.action: row.keys for row in _answers()} | dict(more or {})


def key_list(*places: Place) -> list[tuple[str, str]]:
    """Keys and what they do, in words, for the list that F1 shows; an answer's key is said with its words."""
    return [(row.keys, words(row.label)) for place in places for row in shortcuts(place)]


def install(page: QWidget, place: Place, acts: Mapping[str, Callable[[], None]]) -> list[QShortcut]:
    """Listen for the keys of a place while the page is seen; ``acts`` says by name what each does.

    The name is the action's id without its place: ``{"new_visit": …}`` on the board. A key without an act is not
    listened for. Holding a key down does not repeat it.

    Raises:
        KeyError: an act has no row in the table.
    """
    made = []
    for name, act in acts.items():
        shortcut = QShortcut(QKeySequence(keys_of(f"{place.value}.{name}")), page)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        made.append(shortcut)
    return made
