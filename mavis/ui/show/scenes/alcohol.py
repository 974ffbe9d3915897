"""The talk about alcohol of one visit, page by page, with the screen in the visitor's hands on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.show.scenes.stage import Scene, Stage


def talk_about_alcohol(stage: Stage) -> Iterator[Scene]:
    """From the offer to the list of answers, in the visit that is open; ends in the same visit."""
    yield stage.at("alcohol-not-right", "visit", after="5 R")
    yield stage.at("alcohol-visitor", "visitor", after="5 Backspace Y Y G", minutes=1)
    yield stage.at("alcohol-visitor-third", "visitor", after="4 3")
    yield stage.at("alcohol-visitor-over", "visitor", after="3")
    stage.press(words("alcohol.visitor.take_back"), times=2)
    yield stage.at("alcohol-score", "visit")
    yield stage.at("alcohol-question", "visit", after="Backspace")
    yield stage.at("alcohol-units", "visit", after="U P P W")
    yield stage.at("alcohol-parts", "visit", after="Esc Enter Enter F R A")
    yield stage.at("alcohol-parts-keys", "keys", after="F1")
    yield stage.at("alcohol-goal", "visit", after="Esc D Enter 'No drinks before Friday'")
    yield stage.at("alcohol-error", "visit", after="Enter Y O '400' Enter")
    yield stage.at("alcohol-who", "visit", after="Ctrl+A '12' Enter", minutes=10)
    yield stage.at("alcohol-ask-again", "visit", after="Enter Y T Y")
    yield stage.at("alcohol-answers", "visit", after="F")
    yield stage.at("alcohol-counts", "visit", after="Enter 5")
    stage.act("F2")
    stage.session.places.show_follow_ups()
    stage.act()
    yield stage.at("alcohol-nobody-to-ask", "find")
    stage.act("Esc / 'Baggy' Enter")
