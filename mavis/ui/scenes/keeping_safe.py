"""A girl of 15 who is afraid to go home: safeguarding, her referrals, the list of all that are open, the contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.scenes.stage import Scene, Stage


def kept_safe(stage: Stage) -> Iterator[Scene]:
    """From the board back to the board; one referral stays open."""
    stage.act("N B Q F 'Robin' Enter 6 G")
    yield stage.at("safeguarding-child", "visit")
    stage.act("F1")
    yield stage.at("safeguarding-keys", "keys")
    stage.act("Esc Y")
    stage.half_type("'A friend of 15'")
    yield stage.at("safeguarding-danger", "visit", half_typed=True)
    stage.act("Enter N N Y Esc B N A T Enter")
    yield stage.at("safeguarding-abuse", "visit")
    stage.act("K Y N Y Y")
    stage.half_type("'Kept for the lead.'")
    yield stage.at("safeguarding-assault", "visit", half_typed=True)
    stage.act("Esc Esc")
    yield stage.at("safety-parts", "visit")
    stage.act("F")
    yield stage.at("referrals", "visit")
    stage.act("F1")
    yield stage.at("referrals-keys", "keys")
    stage.act("Esc S K 'Ruth' Enter 'Afraid to go home' Enter Y")
    yield stage.at("referral-override", "visit")
    stage.act("Esc Esc F6")
    yield stage.at("open-referrals", "visit")
    stage.act("1 Y T 'Ruth' Enter")
    yield stage.at("open-referral", "visit")
    stage.act("F7")
    yield stage.at("contacts", "visit")
    stage.act("1 'Front desk' Enter '01632 960 001' Enter Enter Enter T")
    yield stage.at("contact", "visit")
    stage.act("Esc F2 / 'Robin' Enter 7 C Z Q Enter F2", minutes=1)
