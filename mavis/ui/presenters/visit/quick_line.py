"""The quick line as the screen says it: tags for what was understood, and the visit that a line opens or fills."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from mavis.domain.edits.quick_line import fill_in, read_quick_line
from mavis.domain.edits.quick_words import QuickField, Tonight
from mavis.services.half_lines import HalfLine
from mavis.system.wording import words
from mavis.ui.presenters.shared.times import clock_text

if TYPE_CHECKING:
    from mavis.domain.edits.quick_line import QuickLine, Understood
    from mavis.domain.edits.quick_words import QuickWords
    from mavis.ui.presenters.desk.tonight import Desk

_ENOUGH = 2
"""How many fields a line must fill to be taken for a visit and not for a search."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says, as tags in the order of the page, and the words that stay as a note."""

    tags: tuple[str, ...]
    note: str
    is_a_visit: bool


class QuickLinePresenter:
    """Reads lines for tonight and puts them into visits; needs an open shift to open one."""

    def __init__(self, desk: Desk, words_of_the_line: QuickWords) -> None:
        """Read with these words."""
        self._desk = desk
        self._words = words_of_the_line

    @property
    def has_shift(self) -> bool:
        """Whether a visit can be opened."""
        return self._desk.shift is not None

    def said_for(self, need: str) -> str:
        """Every word that people type for a need, by which it is found elsewhere as well."""
        found = (phrase for phrase, meaning in self._words.phrases.items() if meaning.code == need)
        return " ".join(dict.fromkeys(" ".join(found).split()))

    def read(self, text: str) -> Reading:
        """What the line would fill; nothing is changed."""
        line = self._line(text)
        ordered = sorted(line.understood, key=lambda one: list(QuickField).index(one.field))
        begins_with_time = bool(ordered) and ordered[0].arrived is not None and text.lstrip()[:1].isdigit()
        return Reading(
            tuple(_tag(one) for one in ordered), line.note, begins_with_time or len(line.understood) >= _ENOUGH
        )

    def open(self, text: str) -> str:
        """Open a visit with all that the line says; answers its id.

        Raises:
            ValueError: no shift is open.
        """
        visit_id = self._desk.new_visit().id
        self.fill(visit_id, text)
        return visit_id

    def fill(self, visit_id: str, text: str) -> None:
        """Put all that the line says into a visit, as one step that Undo takes back."""
        line = self._line(text)
        if not line.understood and not line.note:
            return
        desk = self._desk
        edit = fill_in(line, desk.reference.flags, desk.clock(), desk.session.actor, desk.new_id())
        desk.edit(visit_id, edit, words("quick_line.said", code=desk.visits[visit_id].code))

    def remember(self, visit_id: str, text: str) -> None:
        """Have a line kept as it is typed, so that it is gone on with after a crash or the lock; no words forget it."""
        desk, shift = self._desk, self._desk.shift
        lines, person = desk.session.half_lines, desk.session.actor.id
        if text.strip() and shift is not None:
            desk.saves.put(partial(lines.keep, HalfLine(person, shift.id, visit_id, text)))
        else:
            desk.saves.put(partial(lines.forget, person))

    def _line(self, text: str) -> QuickLine:
        shift, now = self._desk.shift, self._desk.clock()
        if shift is None:
            raise ValueError(shift)
        return read_quick_line(text, self._words, Tonight(shift.date, now))


def _tag(one: Understood) -> str:
    """``arrived 23:10``, ``man``, ``20s (18 to 24)``, ``injury: cut hand``, ``triage RED``."""
    if one.arrived is not None:
        return words("quick_line.tag.arrived", time=clock_text(one.arrived))
    said = one.said.strip(".,;:!?")
    if one.field is QuickField.AGE:
        return words("quick_line.tag.age", said=said, band=words(f"chips.arrival.age.{one.code}"))
    if one.field is QuickField.NEED:
        key = "quick_line.tag.need_more" if one.noted else "quick_line.tag.need"
        return words(key, need=words(f"quick_line.need.{one.code}"), said=said)
    return words(f"quick_line.{one.field.value}.{one.code}")
