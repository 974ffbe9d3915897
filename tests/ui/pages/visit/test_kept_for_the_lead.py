"""On the screen: whoever may not read a note sees that there is one, in no place a word of it, and can write one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit

from mavis.domain.access.roles import Role
from mavis.domain.edits.safeguarding import keep_safe
from mavis.domain.edits.visit import write_note
from mavis.domain.record.care import CareKind, Note, NoteAbout
from mavis.system.wording import words
from mavis.ui.presenters.visit.question import Section
from mavis.ui.widgets.timeline import TimelineList
from tests.builders import at
from tests.programs import FOUR_WORDS
from tests.records import LEAD
from tests.ui.session.test_hand_over import take_over

if TYPE_CHECKING:
    from tests.ui.windows import Hands

_NOTE, _REACHED = "canary by the door", "canary evenings"
_READERS = {Role.LEAD, Role.CLINICIAN, Role.COORDINATOR}


def everything(hands: Hands) -> str:
    """Each word of the window, seen or not: labels, buttons, fields, and what a screen reader is told."""
    said: list[str] = []
    for kind in (QLabel, QLineEdit, QPlainTextEdit, QAbstractButton, TimelineList):
        for one in hands.window.findChildren(kind):
            said += [one.accessibleName(), one.accessibleDescription()]
            said += [one.text()] if isinstance(one, QLabel | QLineEdit | QAbstractButton) else []
            said += [one.toPlainText()] if isinstance(one, QPlainTextEdit) else []
    return "\n".join(said)


def arrive_as(hands: Hands, role: Role) -> None:
    """Keep a note of each kind as the lead would, and come back as somebody of this role."""
    session = hands.session.session
    visit = session.visits.open_visit(session.actor)
    for place, about in enumerate(NoteAbout):
        note = Note(f"n{place}", f"{_NOTE} {about.value}", at("22:01"), LEAD.id, about)
        session.visits.change(session.actor, visit.id, write_note(note))
    session.visits.change(session.actor, visit.id, keep_safe(safe_contact=_REACHED))
    person = session.people.add(session.actor, "Asha", role, FOUR_WORDS)
    hands.program.access.unlock(person.id, FOUR_WORDS, "2580").drop()
    take_over(hands, "F9 2 2 5 8 0")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PLANNER])
def test_who_reads_a_note_on_the_screen(hands: Hands, role: Role) -> None:
    """In the section every kind for those who may; the timeline, the palette and the board tell nobody."""
    arrive_as(hands, role)
    board = everything(hands)
    hands.press("1 1")
    timeline = everything(hands)
    hands.press("Ctrl+K")
    hands.type("canary")
    palette = everything(hands).replace("\ncanary", "")
    hands.press("Esc 6 G")
    kept = words("safeguarding.kept", time="22:01", who=words("referrals.somebody"))
    told = _NOTE if role in _READERS else kept
    hands.until(lambda: everything(hands).count(told) >= len(NoteAbout))  # its rows are built turn by turn
    section = everything(hands)

    assert "canary" not in board + timeline + palette
    for about in NoteAbout:
        assert (f"{_NOTE} {about.value}" in section) is (role in _READERS)
    assert (_REACHED in section) is (role in _READERS)
    assert (kept in section) is (role not in _READERS)


def test_a_volunteer_writes_one_and_sees_it_no_more(hands: Hands) -> None:
    """Saved while it is typed, all of it; once the field is left the words are gone from the screen and from Undo."""
    arrive_as(hands, Role.VOLUNTEER)
    hands.press("1 6 G O")
    hands.type("She told me")
    hands.settle()
    hands.until(lambda: len(hands.visit.notes) == len(NoteAbout) + 1)
    hands.type(" about him")
    hands.press("Esc")
    hands.settle()
    hands.until(lambda: "She told me" not in everything(hands))

    assert "She told me" not in hands.message
    assert hands.message.startswith(words("safeguarding.said.note_safeguarding"))
    session = hands.session.session
    with session.store.look() as view:
        (stored,) = view.visits.of_shift(hands.visit.shift_id)
    assert (stored.notes[-1].text, stored.notes[-1].about) == ("She told me about him", NoteAbout.SAFEGUARDING)
    assert [note.text for note in stored.notes[:-1]] == [f"{_NOTE} {about.value}" for about in NoteAbout]
    assert stored.safeguarding is not None
    assert stored.safeguarding.safe_contact == _REACHED


def test_enter_behind_who_took_a_child_leads_past_the_private_note(hands: Hands) -> None:
    """Keys for what follows do not become the words of a note; Tab from the line above still opens it."""
    for new in ("N", "Ctrl+N"):
        hands.press(f"{new} L Q F 6 G N")
        hands.type("Her mother")
        hands.press("Enter Y Y N")
        hands.type("Her mother, 23:40")
        if new == "N":
            hands.press("Enter 4 P K X")
            hands.settle()
            assert (hands.page.section, hands.visit.notes) == (Section.CARE, ())

    hands.press("Tab")
    hands.type("Told me more")
    hands.page.flush()
    assert [note.text for note in hands.visit.notes] == ["Told me more"]


@pytest.mark.parametrize(("need", "answers", "letter"), [("B", "Y Enter Y Enter Y Y", "W"), ("K", "Y N Y Y", "X")])
def test_an_answer_above_a_private_note_does_not_lead_into_it(
    hands: Hands, need: str, answers: str, letter: str
) -> None:
    """What is pressed next is a key, and the letter beside the note leads there."""
    hands.press(f"N {need} 6 G {answers} 4 W")
    hands.settle()
    assert (hands.page.section, hands.visit.notes) == (Section.CARE, ())
    assert [given.kind for given in hands.visit.care] == [CareKind.WATER]

    hands.press(f"6 G {letter}")
    hands.type("Told me more")
    hands.page.flush()
    assert [note.text for note in hands.visit.notes] == ["Told me more"]
