"""The talk about alcohol of one visit, page by page, with the screen in the visitor's hands on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.scenes.stage import Scene, Stage


def talk_about_alcohol(stage: Stage) -> Iterator[Scene]:
    """From the offer to the list of answers, in the visit that is open; ends in the same visit."""
    stage.act("5 R")
    yield stage.at("alcohol-not-right", "visit")
    stage.act("Backspace Y Y G", minutes=1)
    yield stage.at("alcohol-visitor", "visitor")
    stage.act("4 3")
    yield stage.at("alcohol-visitor-third", "visitor")
    stage.act("3")
    yield stage.at("alcohol-visitor-over", "visitor")
    stage.press(words("alcohol.visitor.take_back"), times=2)
    yield stage.at("alcohol-score", "visit")
    stage.act("Backspace")
    yield stage.at("alcohol-question", "visit")
    stage.act("U P P W")
    yield stage.at("alcohol-units", "visit")
    stage.act("Esc Enter Enter F R A")
    yield stage.at("alcohol-parts", "visit")
    stage.act("F1")
    yield stage.at("alcohol-parts-keys", "keys")
    stage.act("Esc D 'No drinks before Friday'")
    yield stage.at("alcohol-goal", "visit")
    stage.act("Enter Y O '400' Enter")
    yield stage.at("alcohol-error", "visit")
    stage.act("Ctrl+A '12' Enter", minutes=10)
    yield stage.at("alcohol-who", "visit")
    stage.act("Enter Y T Y")
    yield stage.at("alcohol-ask-again", "visit")
    stage.act("F")
    yield stage.at("alcohol-answers", "visit")
    stage.act("Enter 5")
    yield stage.at("alcohol-counts", "visit")
    stage.act("F2")
    stage.session.places.show_follow_ups()
    stage.act()
    yield stage.at("alcohol-nobody-to-ask", "find")
    stage.act("Esc / 'Baggy' Enter")
