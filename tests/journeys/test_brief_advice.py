"""A talk about alcohol from the offer to the figures, with the screen in the visitor's hands for the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mavis.domain.record.outcome import Outcome
from mavis.domain.scores.alcohol_answers import Tool
from mavis.domain.visit.brief_intervention import Frames, InterventionStatus
from mavis.ui.pages.visit.visitor import VisitorPage
from tests.reports.reading import text_of

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def _take_back(hands: Hands) -> None:
    """Hold Escape, as the crew is told to."""
    QTest.keyPress(hands.focused, Qt.Key.Key_Escape)
    hands.until(lambda: hands.window.page is hands.session.room)
    QTest.keyRelease(hands.focused, Qt.Key.Key_Escape)


def test_a_talk_is_offered_answered_by_the_visitor_and_counted(hands: Hands) -> None:
    """The visitor sees the questions alone; the score, advice and goal follow; the summary counts it as delivered."""
    hands.press("N D 5 Y Y G")
    assert isinstance(hands.window.page, VisitorPage)
    hands.press("4 3 3")
    _take_back(hands)
    hands.press("Enter D Enter")
    hands.type("no shots on Saturdays")
    hands.press("Enter Y T Enter Y N N Enter Enter X Enter")
    hands.settle()

    (visit,) = hands.stored()
    talk = visit.abi
    assert talk is not None
    assert talk.screening is not None
    assert (talk.status, talk.is_delivered) == (InterventionStatus.COMPLETED, True)
    assert (talk.screening.tool, talk.screening.answers, talk.screening.score) == (Tool.AUDIT_C, (3, 2, 2), 7)
    assert (talk.screening.positive, talk.screening.rule_version) == (True, "audit-c-uk.1")
    assert (talk.frames, talk.goal) == (tuple(Frames), "no shots on Saturdays")
    assert (talk.leaflet, talk.minutes, talk.trained) == (True, 10, True)
    assert visit.outcome is Outcome.TAXI
    session = hands.session.session
    page = text_of(session.summaries.pdf(session.summaries.of_shift(visit.shift_id, "Dilys")))
    assert "Counts as delivered: 1." in page
    assert "no shots" not in page
