"""A girl of 15 who is afraid to go home: safeguarding, her referrals, the list of all that are open, the contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.show.scenes.stage import Scene, Stage


def kept_safe(stage: Stage) -> Iterator[Scene]:
    """From the board back to the board; one referral stays open."""
    yield stage.at("safeguarding-child", "visit", after="N B Q F 'Robin' Down 6 G")
    yield stage.at("safeguarding-keys", "keys", after="F1")
    stage.act("Esc Y")
    yield stage.at("safeguarding-danger", "visit", after="'A friend of 15'", half_typed=True)
    yield stage.at("safeguarding-abuse", "visit", after="Enter N N Y Esc B N A T Enter")
    stage.act("K Y N Y Y W")
    yield stage.at("safeguarding-assault", "visit", after="'Kept for the lead.'", half_typed=True)
    yield stage.at("safety-parts", "visit", after="Esc Esc")
    yield stage.at("referrals", "visit", after="F")
    yield stage.at("referrals-keys", "keys", after="F1")
    yield stage.at("referral-override", "visit", after="Esc S K 'Ruth' Enter 'Afraid to go home' Enter Y")
    yield stage.at("open-referrals", "visit", after="Esc Esc F6")
    yield stage.at("open-referral", "visit", after="1 Y T 'Ruth' Enter")
    yield stage.at("contacts", "visit", after="F7")
    yield stage.at("contact", "visit", after="1 'Front desk' Enter '01632 960 001' Enter Enter Enter T")
    stage.act("Esc F2 / 'Robin' Enter 7 C Z Q Enter F2", minutes=1)
