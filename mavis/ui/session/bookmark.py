"""Where a person was and what they had half typed or ticked, kept sealed through the lock and put back after it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from mavis.domain.errors import StorageError
from mavis.system.wording import words
from mavis.ui.pages.shared.typing import Typing
from mavis.ui.pages.steps.column import StepsForm
from mavis.ui.pages.visit.section_panel import NEVER_TYPED_AGAIN
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.visit.question import Section
from mavis.ui.session.spot import open_part, part_in_use, scroll_back, scrolled_in, take_up_steps, unfinished_steps
from mavis.ui.session.typed_fields import (
    Typed,
    caret_of,
    is_draft,
    name_of,
    named,
    set_caret,
    text_of,
    type_again,
)
from mavis.ui.widgets.field import held
from mavis.ui.widgets.scroller import keep_in_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mavis.ui.session.opened import Opened

_UNSAVED = ("start", "settings")
_LOOKED_UP = ("crew", "open_referrals", "contacts", "person")
"""Places that have no line on the rail."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Whose it is, and everything else sealed with the key of the records: nothing of it is readable while locked."""

    person: str
    sealed: bytes


def keep_place(session: Opened, shown: QWidget, focus: QWidget | None) -> Bookmark:
    """Remember the page that a person sees, done before its half-typed words are handed on.

    Of fields only that is kept which differs from the record, with what the record says there: words that are saved
    as they are typed are handed on first, and what is on record is found there.

    ``focus`` is what has the keyboard, or had it before the screen was covered. Ticks are kept where nothing is stored
    before a button is pressed: at the start of a shift and in the settings.
    """
    in_visit = shown is session.room
    page = session.room if in_visit else session.workplace.page
    unsaved = not in_visit and session.workplace.place in _UNSAVED
    for typing in page.findChildren(Typing):
        typing.flush()
    facts = {
        "place": "" if in_visit else session.workplace.place,
        "visit": session.room.visit_id if in_visit else "",
        "open": in_visit and session.room.page.presenter.visit.is_open,
        "section": session.room.page.section.value if in_visit else "",
        "part": part_in_use(session.room.page) if in_visit else "",
        "unfolded": in_visit and session.room.page.form.rare.is_unfolded,
        "unfinished": in_visit and not session.room.page.presenter.is_shut,
        "note": session.room.page.side.note.draft if in_visit else "",
        "notes": session.room.page.presenter.note.marked,
        "lines": session.room.page.presenter.left_lines.marked() if in_visit else [],
        "asked": next((form.at for form in page.findChildren(StepsForm) if form.is_live), ""),
        "scrolled": scrolled_in(session.room.page) if in_visit else 0,
        "steps": unfinished_steps(page),
        "focus": name_of(focus, page),
        "caret": caret_of(focus),
        "drafts": {name: [held(field), text_of(field)] for name, field in _fields(page) if is_draft(field)},
        "ticks": {name: chip.isChecked() for name, chip in _chips(page) if unsaved and chip.isVisible()},
    }
    return Bookmark(session.session.actor.id, session.session.seal(json.dumps(facts)))


def with_refused(session: Opened, mark: Bookmark, why: str) -> Bookmark:
    """The same place, with the words that could not be kept until now, and why."""
    facts = json.loads(session.session.unseal(mark.sealed))
    facts |= {"notes": session.room.page.presenter.note.marked, "refused": why}
    return Bookmark(mark.person, session.session.seal(json.dumps(facts)))


def find_place(session: Opened, mark: Bookmark) -> None:
    """Bring the same person back to where they were, with every word and tick as they left it.

    A visit that is not there any more, or was finished meanwhile, is left out: the board is always a good place.
    """
    try:
        facts: dict[str, Any] = json.loads(session.session.unseal(mark.sealed))
    except StorageError:  # other records were put in the place of these
        return
    session.room.page.presenter.note.wait_again(facts["notes"])
    if said := _unkept(session, facts):
        session.when_read(lambda: session.desk.tell(Touched(said=said, not_done=True)))
    visit = session.desk.visits.get(facts["visit"])
    if visit is not None and facts["open"] and not visit.is_open:
        return
    if visit is not None:
        _show_visit(session, facts)
    elif facts["place"] in (*session.workplace.shown, *_LOOKED_UP):
        session.show_place(facts["place"])
    else:
        return
    page = session.room if facts["visit"] else session.workplace.page
    take_up_steps(page, {step: (of, text) for step, (of, text) in facts["steps"].items()})
    session.when_read(lambda: _put_back(page, facts))
    if visit is not None:
        session.when_read(lambda: scroll_back(session.room.page, facts["scrolled"]))


def _show_visit(session: Opened, facts: Mapping[str, Any]) -> None:
    """Show the visit at its section, with the part that was open in it."""
    page, section = session.room.page, Section(facts["section"])
    page.presenter.left_lines.go_on_with(facts["lines"])
    session.show_visit(facts["visit"])
    if facts["unfinished"]:
        page.presenter.go_on_finishing()
    page.refresh()
    page.go_to(section)
    open_part(page, facts["part"])
    page.form.unfold(section, shown=facts["unfolded"])
    page.side.go_on_with(facts["note"])


def _unkept(session: Opened, facts: Mapping[str, Any]) -> str:
    """Why something was not kept as the person left, or where words wait that were not; empty when all was kept."""
    codes = [visit.code for visit in session.desk.visits.values() if visit.id in facts["notes"][1]]
    return words("window.words_wait_in", codes=", ".join(codes)) if codes else facts.get("refused", "")


def _take_up(form: StepsForm, asked: str) -> None:
    """Show every step, and give the letters to the one that was in use."""
    form.refresh(whole=True)
    if form.is_live and asked in form.presenter.states():
        form.begin(asked)


def _put_back(page: QWidget, facts: dict[str, Any]) -> None:
    for form in page.findChildren(StepsForm):
        _take_up(form, facts["asked"])
    for name, chip in list(_chips(page)):
        wanted = facts["ticks"].get(name, chip.isChecked())
        if wanted != chip.isChecked() and (wanted or not isinstance(chip, QRadioButton)):
            chip.click()
    for name, field in list(_fields(page)):
        stood, text = facts["drafts"].get(name, ("", ""))
        if text != stood and text_of(field) == stood:  # else another person has written there meanwhile
            _show(field, page)
            type_again(field, text)
    for name, widget in named(page.findChildren(QWidget)):
        if name == facts["focus"] and widget.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            set_caret(widget, facts["caret"])
            keep_in_view(widget)


def _fields(page: QWidget) -> Iterator[tuple[str, Typed]]:
    """The fields of a page by name; a passphrase is never kept, nor is what was recorded with its time."""
    lines = [
        one
        for one in page.findChildren(QLineEdit)
        if one.echoMode() is QLineEdit.EchoMode.Normal and not one.property(NEVER_TYPED_AGAIN)
    ]
    yield from named([*lines, *page.findChildren(QPlainTextEdit)])


def _chips(page: QWidget) -> Iterator[tuple[str, QAbstractButton]]:
    yield from named([one for one in page.findChildren(QAbstractButton) if one.isCheckable()])


def _show(field: QWidget, page: QWidget) -> None:
    """Unfold whatever the field is folded into."""
    part: QWidget | None = field
    while part is not None and part is not page:
        part.show()
        part = part.parentWidget()
