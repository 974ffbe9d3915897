"""Somebody who was here before is found and opened, and an unknown visitor gets a name later, by keys alone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from mavis.domain.people.visiting import is_own
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.presentation import Presentation
from tests.ui.scheme import CATHERINE, bring_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.windows import Hands


@pytest.fixture
def known(hands: Hands, tmp_path: Path) -> Hands:
    """The board of tonight, over records that hold one person of an earlier night."""
    bring_in(hands.session.session, tmp_path / "log.csv", (CATHERINE,))
    return hands


def test_a_returning_visitor_is_found_and_opened_in_five_keys(known: Hands) -> None:
    """From the board, by a half-remembered nickname: F3, three letters, Enter."""
    known.uses = 0
    known.press("F3")
    known.type("kat")
    known.press("Enter")
    known.until(lambda: known.session.workplace.place == "person")
    known.settle()

    assert known.uses == 5
    shown = [label.text() for label in known.window.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("Catherine O'Neill. Seen before, last on 7 March 2026.") for text in shown)


def test_an_unknown_visitor_gets_a_name_later_and_nothing_is_typed_again(known: Hands) -> None:
    """Everything about a nameless visit is kept when a name is typed, and when it turns out to be somebody known."""
    known.press("N D Q F 2 A 4 W Esc")
    known.settle()
    (before,) = known.stored()
    assert (before.name, before.person_id) == ("", None)

    known.press("1 /")
    known.type("kat")
    known.until(known.page.suggesting.isVisible)
    known.press("Down")
    known.settle()
    (named,) = known.stored()
    assert (named.name, is_own(named)) == ("kat", True)

    known.press("/")
    known.type("her")
    known.press("Ctrl+A")
    known.type("kat")
    known.until(known.page.suggesting.isVisible)
    known.press("1")
    known.settle()
    (linked,) = known.stored()
    assert not is_own(linked)
    assert linked.person_id is not None
    kept = (Presentation.ALCOHOL_INTOXICATION,), AgeBand.UNDER_16, before.triage, before.care
    assert (linked.needs, linked.age_band, linked.triage, linked.care) == kept


def test_a_closed_visit_is_linked_and_parted_again(known: Hands) -> None:
    """The name came up after they had gone; the visit stays closed, and so it does when it was not them."""
    known.press("N D F 2 A 7 X Enter R")
    known.settle()
    (gone,) = known.stored()
    assert not gone.is_open

    known.press("/")
    known.type("kat")
    known.until(known.page.suggesting.isVisible)
    known.press("1")
    known.settle()
    (linked,) = known.stored()
    assert linked.person_id not in {None, linked.id}
    assert linked.departed_at == gone.departed_at

    known.press("R Ctrl+2")
    known.settle()
    (parted,) = known.stored()
    assert is_own(parted)
    assert (parted.name, parted.departed_at) == ("Catherine O'Neill", gone.departed_at)


def test_the_looks_of_another_night_are_a_hint_and_never_kept_as_tonights(known: Hands) -> None:
    """Grey words in the box say how they looked; visit, tab and board say nothing until somebody types it."""
    _linked_with_looks(known)
    assert known.page.header.label.edit.placeholderText() == "last time: red cap, beard"
    assert (known.visit.name, known.visit.label) == ("Catherine O'Neill", "")

    known.press("/ Enter")
    known.type("grey coat")
    known.press("Enter")
    known.settle()
    assert [visit.label for visit in known.stored()] == ["grey coat"]


def test_the_same_looks_are_taken_over_by_one_key(known: Hands) -> None:
    """The empty box names the key; what it writes is tonight's, and the keyboard stays behind it."""
    _linked_with_looks(known)
    known.press("/ Enter")
    looks = known.page.header.label
    assert "Right" in looks.edit.accessibleDescription()
    known.press("Right")
    assert "Right" not in looks.edit.accessibleDescription()
    known.type(", limps")
    known.press("Enter")
    known.settle()

    assert [visit.label for visit in known.stored()] == ["red cap, beard, limps"]


def _linked_with_looks(known: Hands) -> None:
    """A new visit of somebody whose looks were written down on another night."""
    session = known.session.session
    found = session.visitors.find(session.actor, "catherine")[0].person
    session.visitors.change(session.actor, found.id, partial(replace, description="red cap, beard"))

    known.press("N /")
    known.type("kat")
    known.until(known.page.suggesting.isVisible)
    known.press("1")
    known.settle()
    known.until(lambda: bool(known.page.header.label.edit.placeholderText()))
