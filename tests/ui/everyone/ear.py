"""A person at the laptop who hears the window and does not see it: roles, names and actions through AT-SPI alone.

Runs under the Python of the system, which has the library of screen readers; the program under test is a child process.
"""

from __future__ import annotations

import subprocess
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import gi

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

gi.require_version("Atspi", "2.0")
Atspi: Any = import_module("gi.repository.Atspi")
GLib: Any = import_module("gi.repository.GLib")

Found = TypeVar("Found")

_PATIENCE_S = 200.0
"""For the whole journey, on the slowest machine."""
_GLANCE_MS = 40
_TAB, _DOWN = 0xFF09, 0xFF54
"""Keys, as X knows them."""


class Heard(Protocol):
    """What AT-SPI tells of one part of a window, as far as it is asked here."""

    def get_name(self) -> str:
        """What is read out."""

    def get_role_name(self) -> str:
        """What it is."""

    def get_parent(self) -> Heard | None:
        """What it lies in."""

    def get_child_count(self) -> int:
        """How many parts lie in it."""

    def get_child_at_index(self, at: int) -> Heard | None:
        """One of them."""

    def get_process_id(self) -> int:
        """The program whose window it is."""

    def get_state_set(self) -> States:
        """How it stands."""

    def get_relation_set(self) -> Sequence[Relation]:
        """What it has to do with others."""

    def do_action(self, at: int) -> bool:
        """Use it."""

    def set_text_contents(self, text: str) -> bool:
        """Type over what stands in it."""

    def get_character_count(self) -> int:
        """How many letters stand in it."""

    def grab_focus(self) -> bool:
        """Bring the keyboard there."""


class States(Protocol):
    """How a part stands."""

    def contains(self, state: object) -> bool:
        """Whether it stands so."""


class Relation(Protocol):
    """What one part has to do with others."""

    def get_relation_type(self) -> object:
        """In which way."""

    def get_n_targets(self) -> int:
        """With how many."""

    def get_target(self, at: int) -> Heard:
        """With one of them."""


class Ear:
    """Finds parts of the window by role and name, uses them, and keeps all that was announced."""

    def __init__(self, command: Sequence[str]) -> None:
        """Listen, start the program, and wait until its window is there."""
        self.announced: list[str] = []
        self._listener = Atspi.EventListener.new(lambda event: self.announced.append(event.any_data))
        self._listener.register("object:announcement")
        GLib.timeout_add(_GLANCE_MS, lambda: True)  # wakes the loop below, so that it looks again
        self._end = time.monotonic() + _PATIENCE_S
        self._program = subprocess.Popen(command)
        self._window = self.until("the window", self._find_window)

    def until(self, what: str, found: Callable[[], Found | None]) -> Found:
        """Let events come in until something is found, and return it.

        Raises:
            TimeoutError: it never was; the program has ended, or is stuck.
        """
        while time.monotonic() < self._end and self._program.poll() is None:
            try:
                result = found()
            except GLib.Error:  # the part went away while it was looked at
                result = None
            if result:
                return result
            GLib.MainContext.default().iteration(True)
        raise TimeoutError(
            what, self._program.poll(), self.announced, [f"{role} “{name}”" for role, name in self.outline()]
        )

    def outline(self) -> list[tuple[str, str]]:
        """Role and name of each part that is there and has a name; nothing when the program has ended."""
        if self._program.poll() is not None:
            return []
        return [(part.get_role_name(), part.get_name()) for part in self._parts(self._window) if part.get_name()]

    def find(self, role: str, name: str, group: str = "") -> Heard:
        """The part with this role, whose name begins so, in the group whose name begins so; waits for it."""
        return self.until(f"{role} “{name}”", lambda: next(self._fitting(role, name, group), None))

    def press(self, role: str, name: str, group: str = "") -> None:
        """Do the first thing that a part offers: press it, or choose it."""
        self.find(role, name, group).do_action(0)

    def choose(self, role: str, name: str, group: str) -> None:
        """Choose an answer, and hear that it is chosen."""
        self.press(role, name, group)
        self.until(f"“{name}” chosen", lambda: _is(self.find(role, name, group), Atspi.StateType.CHECKED) or None)

    def type(self, name: str, text: str, role: str = "text") -> None:
        """Put words into the field of this name."""
        field = self.find(role, name)
        field.set_text_contents(text)
        self.until(f"words in “{name}”", lambda: field.get_character_count() == len(text) or None)

    def pick(self, field: str, label: str, name: str) -> None:
        """Tab from a field to the list below it, which a label names, and go down to an entry."""
        box = self.until(label, lambda: self._labelled(label))
        self.find("text", field).grab_focus()
        self._key(_TAB, f"keyboard in “{label}”", lambda: _is(box, Atspi.StateType.FOCUSED))
        while box.get_name() != name:
            self._go_down(box, box.get_name())

    def hear(self, sentence: str) -> None:
        """Wait until a sentence that begins so was announced."""
        self.until(
            f"hear “{sentence}”",
            lambda: next((one for one in self.announced if one.startswith(sentence)), None),
        )

    def stop(self) -> None:
        """End the program, whatever it is doing."""
        self._program.kill()
        self._program.wait()

    def _go_down(self, box: Heard, here: str) -> None:
        self._key(_DOWN, f"the entry below “{here}”", lambda: box.get_name() != here)

    def _key(self, key: int, what: str, done: Callable[[], bool]) -> None:
        Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.SYM)
        self.until(what, lambda: done() or None)

    def _find_window(self) -> Heard | None:
        desktop: Heard = Atspi.get_desktop(0)
        programs = (one for one in _inside(desktop) if one.get_process_id() == self._program.pid)
        return next((program for program in programs if program.get_child_count()), None)

    def _fitting(self, role: str, name: str, group: str) -> Iterator[Heard]:
        for part in self._parts(self._window):
            if part.get_role_name() == role and part.get_name().startswith(name) and _lies_in(part, group):
                yield part

    def _labelled(self, label: str) -> Heard | None:
        for part in self._parts(self._window):
            for relation in part.get_relation_set():
                if relation.get_relation_type() is Atspi.RelationType.LABELLED_BY:
                    names = [relation.get_target(at).get_name() for at in range(relation.get_n_targets())]
                    if part.get_role_name() == "combo box" and label in names:
                        return part
        return None

    def _parts(self, part: Heard) -> Iterator[Heard]:
        """What lies inside, as far as it is shown; the window itself first."""
        yield part
        for child in _inside(part):
            if _is(child, Atspi.StateType.SHOWING):
                yield from self._parts(child)


def _inside(part: Heard) -> Iterator[Heard]:
    for at in range(part.get_child_count()):
        child = part.get_child_at_index(at)
        if child is not None:
            yield child


def _is(part: Heard, state: object) -> bool:
    return bool(part.get_state_set().contains(state))


def _lies_in(part: Heard, group: str) -> bool:
    above = part.get_parent()
    return not group or bool(above and above.get_name().startswith(group))
