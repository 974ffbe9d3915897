"""The list of visits: what would have happened without the bus, and the letter of the basis that somebody chose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mavis.domain.record.diversion import Basis, WouldHave
from mavis.reports.shift_summary import draw
from mavis.reports.summary_visits import listed
from mavis.system.wording import words
from tests.reports.builders import REFERENCE, VISITS, night
from tests.reports.reading import badly_placed, text_of, words_of


def _listed(would: WouldHave, basis: Basis, *, chosen: bool) -> tuple[str, str]:
    """What the list prints of one such visit, and the note under it."""
    visit = replace(VISITS[0], would_have=would, basis=basis, basis_chosen=chosen)
    shown = listed((visit,))
    return shown.rows[0].cells[-1].text, shown.note


@pytest.mark.parametrize(
    ("would", "said"),
    [
        (WouldHave.AMBULANCE_999, "999, V"),
        (WouldHave.GP_111_UTC, "GP/111, V"),
        (WouldHave.NOTHING, "nothing, V"),
        (WouldHave.NOT_KNOWN, "not known"),
    ],
)
def test_a_chosen_basis_has_its_letter(would: WouldHave, said: str) -> None:
    """Whatever would have happened: what was ticked is printed, and nobody judged what is not known."""
    text, note = _listed(would, Basis.VOLUNTEER_JUDGED, chosen=True)
    assert text == said
    assert words("print.visits.note_no_basis") not in note


def test_nobody_is_said_to_have_judged_where_no_basis_was_chosen() -> None:
    """No letter; the note says that it counts as volunteer judged."""
    text, note = _listed(WouldHave.AMBULANCE_999, Basis.VOLUNTEER_JUDGED, chosen=False)
    assert text == "999"
    assert words("print.visits.note_no_basis") in note


def test_of_what_nobody_knows_no_letter_is_missing() -> None:
    """So the note says nothing of it."""
    text, note = _listed(WouldHave.NOT_KNOWN, Basis.VOLUNTEER_JUDGED, chosen=False)
    assert text == "not known"
    assert words("print.visits.note_no_basis") not in note


def test_a_second_visit_names_the_first_by_its_code() -> None:
    """The same person comes twice: the later row says so before the needs, and nobody is named."""
    first, second, other = (replace(each, person_id=who) for each, who in zip(VISITS, ("p", "p", "q"), strict=False))
    shown = listed((other, second, first, VISITS[3]))
    needs = [row.cells[7].text for row in shown.rows]
    assert needs == ["Minor injury", f"{first.code} again, suspected drugs", "Alcohol", "Alcohol, cold"]
    assert words("print.visits.note_again", code=first.code) in shown.note
    assert words("print.visits.note_again", code=first.code) not in listed(VISITS).note


def test_who_came_twice_is_one_of_the_people() -> None:
    """The visits are of one person less at most, which has its place on the page as the earlier code has; else not."""
    twice = draw(night((*VISITS[:14], *(replace(visit, person_id="p") for visit in VISITS[14:]))), REFERENCE)
    assert "at most 15 people" in text_of(twice, 1)
    assert "K38 again" in text_of(twice, 2)
    assert (badly_placed(twice), len(words_of(twice))) == ([], 2)
    assert "at most" not in text_of(draw(night(), REFERENCE), 1)
