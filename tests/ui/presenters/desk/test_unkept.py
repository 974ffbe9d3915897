"""Only words that somebody typed are offered again, and none that few may read."""

from __future__ import annotations

from dataclasses import replace

from mavis.domain.record.care import Note, NoteAbout
from mavis.ui.presenters.desk.unkept import unkept_words
from tests.builders import a_visit, at


def test_what_was_chosen_or_told_in_confidence_is_no_word_to_offer() -> None:
    """The number of a carer and a private note stay out; the name and the open note are given back."""
    kept = a_visit(name="")
    notes = (
        Note("n1", "says he fell", at("22:01"), "p1"),
        Note("n2", "afraid", at("22:01"), "p1", NoteAbout.SAFEGUARDING),
    )
    shown = replace(kept, name="Sunny", looked_after_by="p2", notes=notes)

    assert unkept_words(shown, kept) == "Sunny\nsays he fell"
    assert unkept_words(shown, shown) == ""
