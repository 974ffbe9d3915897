"""What lies over the pages of an open session when asked: the command palette, the quick line, the sheet of keys."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Duty, Right, may
from mavis.system.quick_words import load_quick_words
from mavis.system.wording import has_words, label, words
from mavis.ui.keys.letters import DUTY_KEYS
from mavis.ui.keys.shortcuts import KeyGroup, Place, Shortcut, key_group, letters, shortcuts
from mavis.ui.pages.help.key_list import show_key_list
from mavis.ui.pages.help.palette import Palette
from mavis.ui.pages.shared.overlay import close_overlays
from mavis.ui.pages.visit.quick_line import QuickLineBox
from mavis.ui.presenters.help import palette_rows
from mavis.ui.presenters.help.palette import Command, PalettePresenter
from mavis.ui.presenters.help.palette_people import PalettePeople
from mavis.ui.presenters.visit.questions import flag_letters
from mavis.ui.presenters.visit.quick_line import QuickLinePresenter
from mavis.ui.session.kept_words import kept_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mavis.domain.reference import FlagRules
    from mavis.ui.main_window import MainWindow
    from mavis.ui.pages.visit.page import VisitPage
    from mavis.ui.presenters.visit.question import Section
    from mavis.ui.session.opened import Opened

_ICONS = {
    "board": "board",
    "close_shift": "moon",
    "last_shift": "page",
    "settings": "sliders",
    "lock": "padlock",
    "quit": "cross",
    "new_visit": "plus",
    "quick_line": "note",
    "undo": "undo",
    "note": "note",
    "find": "magnifier",
    "show_names": "eye",
    "called_999": "ambulance",
    "next_tab": "chevron_right",
    "keys": "key",
}
_UNSAID = {"palette", "back", "redo_as_well", "if_returning"}
"""The palette itself and the way back from it are no commands; a second key of a command is not another one."""

_NEEDS = ("arrival.need", "arrival.other_need")
"""What people say of them is known from the quick line."""


class SessionPalette:
    """Opens one of them over the window; a second one takes the place of the first."""

    def __init__(self, session: Opened, window: MainWindow) -> None:
        """Nothing is read or built before it is asked for."""
        self._session = session
        self._window = window

    def open_palette(self, acts: Mapping[Place, Mapping[str, Callable[[], None]]], *, only: bool = False) -> None:
        """List what can be done now; ``acts`` are what the keys of each place that counts now do.

        ``only`` these acts, or with them everything else that can be done.
        """
        if not close_overlays(self._window) and not self._session.handing_over.is_shown:
            commands = self._keyed(acts) if only else self._commands(acts)
            offer = _no_offer if only else self._offer
            keep = self._keep if self._in_visit and not only else None
            session = self._session
            open_person, look_for = session.places.people.show_person, partial(_look_for, session)
            people = None if only else PalettePeople(session.board, open_person, look_for)
            Palette(self._window.keeper, PalettePresenter(list(commands), offer, keep), self._window, people)

    def open_quick_line(self, text: str = "") -> None:
        """Take a line for the open visit that is seen, or for a new one; without a shift there is none.

        ``text`` is what was half typed of it before.
        """
        session = self._session
        if close_overlays(self._window) or not self._quick.has_shift or self._session.handing_over.is_shown:
            return
        visit_id = session.room.visit_id if self._in_visit else ""
        code = session.desk.visits[visit_id].code if visit_id else ""
        box = QuickLineBox(self._window.keeper, self._quick, self._window, visit_id, code)
        box.opened.connect(session.show_visit)
        box.field.setText(text)
        box.flush()

    def show_keys(self) -> None:
        """Show the keys of the page that is seen; the same key hides them."""
        show_key_list(self._window.keeper, self._window, tuple(self._key_groups()))

    @property
    def _in_visit(self) -> bool:
        return self._window.page is self._session.room

    @cached_property
    def _quick(self) -> QuickLinePresenter:
        return QuickLinePresenter(self._session.desk, load_quick_words(self._session.program.reference_folder))

    def _key_groups(self) -> Iterator[KeyGroup]:
        session = self._session
        reference = session.desk.reference
        if self._in_visit:
            yield from _in_a_visit(session.room.page, reference.flags)
        elif self._window.page is session.workplace:
            place = session.workplace.place
            yield key_group(Place(place))
            if place == Place.BOARD.value:
                counted = tuple(
                    (" ".join(palette_rows.counter_keys(kind)), kind.name) for kind in reference.tallies if kind.key
                )
                yield KeyGroup(words("shortcuts.place.tally"), counted)
            elif place == Place.START.value:
                duties = tuple((key, label(Duty(code))) for code, key in DUTY_KEYS.items())
                yield KeyGroup(words("shortcuts.place.start_add"), duties)
        else:
            yield key_group(Place.HAND_OVER)
        if session.program.training is not None:
            yield key_group(Place.TRAINING)
        yield key_group(Place.EVERYWHERE)

    def _commands(self, acts: Mapping[Place, Mapping[str, Callable[[], None]]]) -> Iterator[Command]:
        """The overdue and whoever is aboard, then what the keys do, then everything else."""
        session = self._session
        night = session.desk.shift is not None
        if night:
            yield from palette_rows.next_looks(session.board, self._open_at)
        yield from self._actions(acts)
        if night:
            yield palette_rows.tonight(partial(session.show_place, "crew"))
        yield palette_rows.counts_that_wait(session.places.closing.show_waiting)
        if may(session.session.actor.role, Right.FOLLOW_UP):
            yield palette_rows.to_ask_again(session.places.show_follow_ups)
        yield from palette_rows.about_visitors(session.places.people.ways)
        if night:
            yield from palette_rows.other_verbs(session.board, self._open_at)
            yield from palette_rows.who_looks_after(session.board, self._choose_carer)
            yield from palette_rows.counters(session.board)
        yield from palette_rows.people(self._others(), session.handing_over.open)
        if night:
            yield from palette_rows.closed_visits(session.board, self._open_at)

    def _others(self) -> dict[str, str]:
        """Everybody of the crew and everybody who can unlock, with the id of a lock, but for whoever is here."""
        tiles = self._session.program.access.people()
        locks = {tile.name: tile.id for tile in tiles}
        here = next((tile.name for tile in tiles if tile.id == self._session.session.actor.id), "")
        names = dict.fromkeys(self._session.desk.names.values(), "") | locks
        return {name: person_id for name, person_id in names.items() if name != here}

    def _actions(self, acts: Mapping[Place, Mapping[str, Callable[[], None]]]) -> Iterator[Command]:
        yield from self._keyed(acts)
        if self._in_visit:
            page = self._session.room.page
            yield from palette_rows.parts_of(page.presenter.visit, page.keys.ask)
            yield from self._answers()

    def _keyed(self, acts: Mapping[Place, Mapping[str, Callable[[], None]]]) -> Iterator[Command]:
        """What keys do, each once."""
        seen: set[str] = set()
        for place, known in acts.items():
            for row in shortcuts(place):
                name = row.action.split(".", 1)[1]
                if name in known and name not in seen | _UNSAID:
                    seen.add(name)
                    yield _command(row, name, known[name])

    def _answers(self) -> Iterator[Command]:
        """Every answer of the visit that is seen, by its own words; what must be held down is not among them."""
        page = self._session.room.page.presenter
        keys = letters(flag_letters(self._session.desk.reference.flags))
        for question in page.questions:
            for code in question.codes:
                if code not in question.hold:
                    yield Command(
                        page.chip_words(question.id, code),
                        partial(page.choose, question.id, code, True),
                        icon="tick",
                        detail=f"{words(f'visit.question.{question.id}')}, {page.visit.code}",
                        keys=tuple(key for key in (keys.get(f"{question.id}.{code}", ""),) if key),
                        also=self._said_for(question.id, code),
                        changes=True,
                    )

    def _said_for(self, question: str, code: str) -> str:
        """Other words that people type for an answer: those of the wording, and those of the quick line for a need."""
        key = f"palette.answer.{question}.{code}"
        said = words(key) if has_words(key) else ""
        return f"{self._quick.said_for(code)} {said}" if question in _NEEDS else said

    def _open_at(self, visit_id: str, section: Section | None) -> None:
        self._session.show_visit(visit_id)
        if section is not None:
            self._session.room.page.go_to(section)

    def _choose_carer(self, visit_id: str) -> None:
        if not self._in_visit or self._session.room.visit_id != visit_id:
            self._session.show_visit(visit_id)
        self._session.room.page.side.choose_carer()

    def _keep(self, text: str, alone: bool) -> Command | None:
        """Keep the words in the visit that is seen, where they are no command."""
        if not self._quick.has_shift:
            return None
        return kept_words(self._quick, self._session.room.page.presenter.visit, text, alone=alone)

    def _offer(self, text: str, alone: bool) -> Command | None:
        """A new visit from what was typed, where it reads like one; on the board a need does if nothing else fits."""
        if not self._quick.has_shift:
            return None
        reading = self._quick.read(text)
        if not reading.is_a_visit and not (alone and reading.tags and not self._in_visit):
            return None
        return Command(
            words("palette.new_visit", text=", ".join(reading.tags)),
            lambda: self._session.show_visit(self._quick.open(text)),
            icon="plus",
            detail=words("palette.new_visit_note", text=reading.note) if reading.note else "",
        )


def _in_a_visit(page: VisitPage, rules: FlagRules) -> Iterator[KeyGroup]:
    """The keys of the part that owns the letters, and those of the whole visit that mean nothing else there."""
    section = page.panels.key_place(page.section)
    own = page.form.rare_keys or page.panels.more_keys(page.section)
    nearer = KeyGroup("", ())
    if own:
        nearer = KeyGroup(words(f"shortcuts.place.{section}"), own, Place(section))
    elif section in set(Place):
        names = {f"triage.flag.{rule.code}": rule.name for rule in rules.rules}
        of_flags = flag_letters(rules).items() if section == Place.TRIAGE.value else ()
        nearer = key_group(Place(section), [(key, names[action]) for action, key in of_flags])
    if nearer.rows:
        yield nearer
    taken = {key for key, _what in nearer.rows}
    whole = key_group(Place.VISIT)
    yield whole._replace(rows=tuple(row for row in whole.rows if row[0] not in taken))


def _look_for(session: Opened, text: str) -> None:
    """Go to the list of people, and look there for the text."""
    from mavis.ui.pages.people.page import PeoplePage

    session.show_place("people")
    page = session.workplace.page
    if isinstance(page, PeoplePage):
        page.field.setText(text)


def _no_offer(_text: str, _alone: bool) -> None:
    """Nothing is made of the typed text."""


def _command(row: Shortcut, name: str, act: Callable[[], None]) -> Command:
    """The command of a key; the wording knows other words that people look for it by."""
    also = f"palette.also.{row.action}"
    others = words(also) if has_words(also) else ""
    return Command(words(row.label), act, icon=_ICONS.get(name, "chevron_right"), keys=(row.keys,), also=others)
