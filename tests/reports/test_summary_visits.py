"""The list of visits: what would have happened without the bus, and the letter of the basis that somebody chose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mavis.domain.record.diversion import Basis, WouldHave
from mavis.reports.summary_visits import listed
from mavis.system.wording import words
from tests.reports.builders import VISITS


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
