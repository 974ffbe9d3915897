"""Every key of the program in one table: what it does, where, and the words of the sheet that F1 shows."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QKeySequence, QShortcut

from mavis.system.wording import words
from mavis.ui.keys.letters import ANSWERS, CREW_KEYS, EVENT_KEYS, KIT_KEYS
from mavis.ui.keys.letters_people import PEOPLE_ANSWERS
from mavis.ui.keys.letters_safety import SAFETY_ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class Place(StrEnum):
    """Where a key counts: everywhere, on a page, or in the section of a visit that owns the letters."""

    EVERYWHERE = "everywhere"
    FIRST_RUN = "first_run"
    UNLOCK = "unlock"
    HAND_OVER = "hand_over"
    START = "start"
    BOARD = "board"
    CREW = "crew"
    CLOSE = "close"
    SETTINGS = "settings"
    VISIT = "visit"
    ARRIVAL = "arrival"
    TRIAGE = "triage"
    TRIAGE_MORE = "triage_more"
    OBSERVATIONS = "observations"
    CARE = "care"
    ALCOHOL = "alcohol"
    SAFETY = "safety"
    ASSAULT = "assault"
    SPIKING = "spiking"
    REFUSAL = "refusal"
    CAPACITY = "capacity"
    SAFEGUARDING = "safeguarding"
    REFERRALS = "referrals"
    OPEN_REFERRALS = "open_referrals"
    CONTACTS = "contacts"
    PEOPLE = "people"
    PERSON = "person"
    DUPLICATES = "duplicates"
    FORGETTING = "forgetting"
    REPEAT_ADVICE = "repeat_advice"
    LAST_SHIFT = "last_shift"
    LEAVING = "leaving"
    HANDOVER = "handover"
    TRAINING = "training"
    HELP = "help"


LOCKED = (Place.FIRST_RUN, Place.UNLOCK)
"""Where no key but their own counts, because nobody has signed in."""


class Shortcut(NamedTuple):
    """One key: where, the action's id, the key as people call it (``Enter``), the wording key of what it does."""

    place: Place
    action: str
    keys: str
    label: str


_LOOK = {"larger_text": "Ctrl++", "smaller_text": "Ctrl+-", "usual_text": "Ctrl+0", "next_theme": "Ctrl+D"}

_PAGES: dict[Place, dict[str, str]] = {
    Place.EVERYWHERE: {
        "keys": "F1",
        "board": "F2",
        "people": "F3",
        "close_shift": "F4",
        "last_shift": "F5",
        "open_referrals": "F6",
        "contacts": "F7",
        "settings": "F8",
        "palette": "Ctrl+K",
        "new_visit": "Ctrl+N",
        "lock": "Ctrl+L",
        "quit": "Ctrl+Q",
        "hand_over": "F9",
        "undo": "Ctrl+Z",
        "redo": "Ctrl+Y",
        "redo_as_well": "Ctrl+Shift+Z",
        **_LOOK,
    },
    Place.FIRST_RUN: {"keys": "F1", "go_on": "Enter", "quit": "Ctrl+Q", **_LOOK},
    Place.UNLOCK: {"keys": "F1", "person": "Alt+1-9", "unlock": "Enter", "back": "Esc", "quit": "Ctrl+Q", **_LOOK},
    Place.HAND_OVER: {"person": "1-9", "take_over": "Enter", "back": "Esc"},
    Place.START: {
        "begin": "Enter",
        "day": "1",
        "start": "2",
        "end": "3",
        "parked_at": "4",
        "out_since": "5",
        "crew": CREW_KEYS,
        "event": EVENT_KEYS,
        "kit": KIT_KEYS,
        "back": "Esc",
    },
    Place.CREW: {"crew": CREW_KEYS, "event": EVENT_KEYS, "kit": KIT_KEYS, "back": "Esc"},
    Place.BOARD: {
        "card": "1-9",
        "new_visit": "N",
        "quick_line": "=",
        "find": "/",
        "show_names": "S",
        "more_tallies": "M",
        "take_off": "Shift+A-Z",
        "last_closed": "R",
        "back": "Esc",
    },
    Place.CLOSE: {
        "close": "Ctrl+Enter",
        "print": "Ctrl+P",
        "save": "Ctrl+S",
        "missing": "Ctrl+M",
        "all_zero": "Alt+0",
        "back": "Esc",
    },
    Place.SETTINGS: {"back": "Esc"},
    Place.VISIT: {
        "arrival": "1",
        "triage": "2",
        "observations": "3",
        "care": "4",
        "alcohol": "5",
        "safety": "6",
        "leaving": "7",
        "not_known": "0",
        "refused": "9",
        "go_on": "Enter",
        "more": ".",
        "name": "/",
        "name_at_once": "Shift+A-Z",
        "here_since": "-",
        "found_at": ",",
        "quick_line": "=",
        "note": "Ctrl+T",
        "correct_note": "Ctrl+T, Up",
        "carer": "Ctrl+B",
        "called_999": "Ctrl+9",
        "next_tab": "Ctrl+Tab",
        "save_and_next": "Ctrl+Enter",
        "handover": "Ctrl+P",
        "read_handover": "Ctrl+R",
        "reopen": "Ctrl+O",
        "if_returning": "Ctrl+1",
        "not_them": "Ctrl+2",
        "earlier_nights": "Ctrl+3",
        "treatment": "Ctrl+5",
        "outreach": "Ctrl+6",
        "board": "Esc",
    },
    Place.ARRIVAL: {"main_need": "*"},
    Place.ALCOHOL: {
        "step_back": "Backspace",
        "units": "U",
        "give_screen": "G",
        "all_parts": "D",
        "stopped": "X",
        "other": "O",
    },
    Place.TRIAGE: {"more": "Z"},
    Place.TRIAGE_MORE: {"next_flag": "F"},
    Place.OBSERVATIONS: {"correct": "Up"},
    Place.LEAVING: {"left_at": "K"},
    Place.ASSAULT: {"at": "J"},
    Place.SPIKING: {"at": "C", "which": "J", "clothing": "L", "place": "H"},
    Place.REFUSAL: {"advised": "W", "by": "B", "witness": "K", "at": "J"},
    Place.CAPACITY: {"decision": "A", "why": "H", "by": "B"},
    Place.SAFEGUARDING: {"note_abuse": "W", "note_assault": "X", "note_safeguarding": "Z"},
    Place.REFERRALS: {"next": "Q"},
    Place.OPEN_REFERRALS: {"item": "1-9", "go_on": "Enter", "back": "Esc"},
    Place.CONTACTS: {"item": "1-9", "go_on": "Enter", "back": "Esc"},
    Place.PEOPLE: {
        "open": "Enter",
        "back_again": "Ctrl+Enter",
        "duplicates": "Ctrl+1",
        "forgetting": "Ctrl+2",
        "repeat_advice": "Ctrl+3",
        "back": "Esc",
    },
    Place.PERSON: {"item": "1-9", "go_on": "Enter", "back": "Esc"},
    Place.DUPLICATES: {"merge": "M", "apart": "D", "next": "N", "before": "P", "stop": "S", "back": "Esc"},
    Place.FORGETTING: {"forget": "Ctrl+Enter", "back": "Esc"},
    Place.REPEAT_ADVICE: {"period": "1-3", "back": "Esc"},
    Place.LAST_SHIFT: {"open": "Enter", "earlier": "Alt+Left", "later": "Alt+Right", "back": "Esc"},
    Place.HANDOVER: {"print": "Ctrl+P", "save": "Ctrl+S", "back": "Esc"},
    Place.TRAINING: {"skip": "Ctrl+J"},
    Place.HELP: {"manual": "?", "search": "/", "back": "Esc"},
}
"""Of each page its actions and their keys; a span (``1-9``) or a row of letters is one action with a choice."""


def _page(place: Place, keys: Mapping[str, str]) -> tuple[Shortcut, ...]:
    return tuple(
        Shortcut(place, f"{place.value}.{name}", key, f"shortcuts.{place.value}.{name}") for name, key in keys.items()
    )


def _answers() -> tuple[Shortcut, ...]:
    return tuple(
        Shortcut(Place(question.split(".")[0]), f"{question}.{code}", letter, f"chips.{question}.{code}")
        for question, codes in (ANSWERS | SAFETY_ANSWERS | PEOPLE_ANSWERS).items()
        for code, letter in codes.items()
    )


@cache
def table() -> tuple[Shortcut, ...]:
    """Every key of the program; within a place none stands twice. The unlock page is painted without it."""
    return (*(row for place, keys in _PAGES.items() for row in _page(place, keys)), *_answers())


def shortcuts(place: Place) -> tuple[Shortcut, ...]:
    """The keys of a place, in the order of the table."""
    return tuple(row for row in table() if row.place is place)


def single_keys(keys: str) -> tuple[str, ...]:
    """Each key of a row by itself: ``1-9`` is nine and so is ``Alt+1-9``, ``QWE`` is three, ``Ctrl+K`` is one."""
    if keys[-2:-1] == "-" and len(keys) > 2:
        before, first, last = keys[:-3], keys[-3], keys[-1]
        return tuple(f"{before}{chr(sign)}" for sign in range(ord(first), ord(last) + 1))
    return tuple(keys) if keys in {CREW_KEYS, EVENT_KEYS, KIT_KEYS} else (keys,)


def keys_of(action: str) -> str:
    """The key of an action, for its key cap.

    Raises:
        KeyError: no key does this.
    """
    return {row.action: row.keys for row in table()}[action]


def keys_in(place: str) -> dict[str, str]:
    """The key of each action of a place, by the action; empty for a place that has no keys of its own."""
    return {row.action: row.keys for row in table() if row.place.value == place}


def letters(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The letter of every answer, by ``question.code``; ``more`` adds those of the reference data (red flags)."""
    return {row.action: row.keys for row in _answers()} | dict(more or {})


_SPANS = {"1-9": "digits", "Alt+1-9": "alt_digits", "Shift+A-Z": "shift_letters"}
"""Rows of keys that the sheet says in words."""


class KeyGroup(NamedTuple):
    """A group of the key sheet: where in words, each key with what it does, and where for the manual."""

    title: str
    rows: tuple[tuple[str, str], ...]
    place: Place = Place.EVERYWHERE


def key_group(place: Place, more: Iterable[tuple[str, str]] = ()) -> KeyGroup:
    """The keys of a place for the sheet; ``more`` are keys and words of the reference data, such as the tallies."""
    rows = [(" ".join(single_keys(row.keys)), words(row.label)) for row in shortcuts(place)]
    spans = {" ".join(single_keys(span)): words(f"shortcuts.{name}") for span, name in _SPANS.items()}
    found = tuple((spans.get(keys, keys), what) for keys, what in (*rows, *more))
    return KeyGroup(words(f"shortcuts.place.{place.value}"), found, place)


def install(page: QWidget, place: Place, acts: Mapping[str, Callable[[], None]]) -> list[QShortcut]:
    """Listen for the keys of a place while the page is seen; ``acts`` says by name what each does.

    The name is the action's id without its place: ``{"new_visit": …}`` on the board. A key without an act is not
    listened for. Holding a key down does not repeat it.

    Raises:
        KeyError: the place has no such key.
    """
    made = []
    for name, act in acts.items():
        for sequence in _sequences(_PAGES[place][name]):
            shortcut = QShortcut(sequence, page)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
            made.append(shortcut)
    return made


def _sequences(keys: str) -> list[QKeySequence]:
    """A key as Qt knows it; Enter stands for both of its keys, and plus needs no Shift where it shares a key."""
    if keys == "Ctrl++":
        return [QKeySequence(keys), QKeySequence("Ctrl+=")]
    return [QKeySequence(keys.replace("Enter", name)) for name in (("Return", "Enter") if "Enter" in keys else ("",))]


def visit_command(event: QKeyEvent) -> str:
    """The key of a visit, with Ctrl, that a press is; empty when it is none."""
    pressed = QKeySequence(event.keyCombination()).toString()
    known = {row.keys for row in shortcuts(Place.VISIT)}
    return pressed if pressed.startswith("Ctrl+") and pressed in known else ""


def is_way_out(event: QKeyEvent) -> bool:
    """Whether a key press locks or quits: everything that is half typed then waits until somebody is back."""
    pressed = QKeySequence(event.keyCombination()).toString()
    return pressed in {keys_of("everywhere.lock"), keys_of("everywhere.quit")}


def is_shortcut(event: QKeyEvent) -> bool:
    """Whether a key press is a shortcut that counts everywhere or in a visit, and not a letter or digit."""
    pressed = QKeySequence(event.keyCombination()).toString()
    known = (*shortcuts(Place.EVERYWHERE), *shortcuts(Place.VISIT))
    return any(row.keys == pressed for row in known if len(row.keys) > 1)
