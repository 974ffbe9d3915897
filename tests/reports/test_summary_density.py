"""The end-of-shift summary stays on two pages on an ordinary night, however varied, and roomy on a quiet one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from mavis.domain.record.diversion import Basis, WouldHave
from mavis.reports.grid import GRIDS, ROOMY, Grid
from mavis.reports.page import Frame, FramedSheet, Mark
from mavis.reports.shift_summary import draw
from mavis.reports.summary_closing import draw_sign_off
from mavis.reports.summary_top import draw_top, top_saves
from tests.reports.builders import NIGHT, REFERENCE, STAMP, VISITS, night, varied
from tests.reports.clinical_nights import deepened
from tests.reports.reading import Word, badly_placed, lowest_above_footer, smallest_type, text_of, words_of

if TYPE_CHECKING:
    from mavis.domain.counting.facts import VisitFacts
    from mavis.domain.counting.summary import ShiftSummary
    from mavis.reports.sheet import Sheet


def _judged(visits: tuple[VisitFacts, ...]) -> tuple[VisitFacts, ...]:
    """All would have gone to A&E, every other one by the word of a clinician."""
    bases = (Basis.CLINICIAN_JUDGED, Basis.VOLUNTEER_JUDGED)
    return tuple(
        replace(visit, would_have=WouldHave.ED_OWN_MEANS, basis=bases[n % 2]) for n, visit in enumerate(visits)
    )


_DENSE = {
    "clinical": night(deepened()),
    "eighteen, clinical": night(deepened(varied(18))),
    "twenty": night(varied(20)),
    "no usual yet": night(varied(20), past=[]),
    "nine needs": night(varied(12, needs=9, outcomes=6, sources=1)),
    "twenty-two": night(varied(22)),
    "mixed bases": night(_judged(varied(20, needs=10, outcomes=9, sources=8))),
}


@pytest.mark.parametrize("name", _DENSE)
def test_a_varied_night_takes_two_pages(name: str) -> None:
    """12 needs, 10 ways to leave, 8 age bands and 9 senders: counts on the first page, the rest on the second."""
    pdf = draw(_DENSE[name], REFERENCE)
    visits = len(_DENSE[name].visits)

    assert len(words_of(pdf)) == 2
    assert text_of(pdf, 1).count(f"All visits {visits}") == 6
    assert "Visits by code" in text_of(pdf, 2)
    assert "Signed off" in text_of(pdf, 2)


@pytest.mark.parametrize("name", _DENSE)
def test_a_varied_night_can_be_read(name: str) -> None:
    """Nothing overlaps, nothing is below 8.5 points, and the first page ends above its footer."""
    pdf = draw(_DENSE[name], REFERENCE)

    assert badly_placed(pdf) == []
    assert smallest_type(pdf) >= 8.5
    assert lowest_above_footer(words_of(pdf)[0]) < 281


def test_only_more_than_that_moves_the_breakdowns() -> None:
    """Every need, 14 ways to leave and all senders: the breakdowns stand together on the second page."""
    pdf = draw(night(varied(22, needs=19, outcomes=14, sources=11)), REFERENCE)

    assert "Main need" in text_of(pdf, 1)
    assert "How people left" not in text_of(pdf, 1)
    assert text_of(pdf, 2).count("All visits 22") == 5
    assert badly_placed(pdf) == []


def test_few_rows_stand_as_roomy_as_ever() -> None:
    """On the busy Saturday with five needs the rows keep 4.87 mm and the needs 6.6 mm."""
    page = words_of(draw(night(), REFERENCE))[0]
    ages = [_baseline(page, band) for band in ("18-24", "25-34", "35-44", "45-54")]
    needs = _baseline(page, "self-harm") - _baseline(page, "intoxication")

    assert [after - before for before, after in pairwise(ages)] == pytest.approx([4.87] * 3, abs=0.15)
    assert needs == pytest.approx(4 * 6.6, abs=0.15)


def test_a_quiet_night_is_roomy_too() -> None:
    """One visit: rows as high as on the busy Saturday, and nothing is drawn out over the page."""
    page = words_of(draw(night(VISITS[:1]), REFERENCE))[0]

    assert _baseline(page, "18-24") - _baseline(page, "band") == pytest.approx(5.02, abs=0.15)
    assert lowest_above_footer(page) < 255


@pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: f"{grid.tightness:.1f}")
@pytest.mark.parametrize("name", ["usual", "mixed", "no usual yet"])
def test_the_top_saves_what_it_says(name: str, grid: Grid) -> None:
    """The height that the counts reckon with is what the top of a tighter page gives way by."""
    claimed = replace(VISITS[0], would_have=WouldHave.ED_OWN_MEANS, basis=Basis.CLINICIAN_JUDGED)
    summary = {"usual": night(), "mixed": night((claimed, *VISITS[1:])), "no usual yet": night(past=[])}[name]

    assert _top(summary, ROOMY) - _top(summary, grid) == pytest.approx(top_saves(summary, grid))


def test_no_usual_is_short_in_the_figure_and_whole_in_the_lead() -> None:
    """Under the figure stand two lines; how many nights are needed is said once, in the lead."""
    text = text_of(draw(night(past=[]), REFERENCE), 1)

    assert "16 visits (too early to compare: 0 Saturdays so far, 8 are needed)." in text
    assert "2.7 an open hour usual: too early to say" in text


@pytest.mark.parametrize("summary", [night(), night(varied(20))], ids=["usual", "varied"])
def test_an_ordinary_night_is_drawn_once(monkeypatch: pytest.MonkeyPatch, summary: ShiftSummary) -> None:
    """Where every part stands in its usual place, no second try is needed."""
    signed: list[int] = []

    def sign(sheet: Sheet, summary: ShiftSummary) -> None:
        signed.append(sheet.page)
        draw_sign_off(sheet, summary)

    monkeypatch.setattr("mavis.reports.shift_summary.draw_sign_off", sign)
    draw(summary, REFERENCE)

    assert signed == [2]


def _baseline(page: list[Word], text: str) -> float:
    """Where the first word of this text ends downwards, in mm."""
    return next(word.bottom for word in page if word.text == text)


def _top(summary: ShiftSummary, grid: Grid) -> float:
    frame = Frame("title", str(NIGHT), Mark.RESTRICTED, (("foot",), ("foot",)), STAMP.made_at)
    sheet = FramedSheet(frame)
    draw_top(sheet, summary, REFERENCE, 3, grid)
    return sheet.y
