"""Triage to its end: the head-injury list, the red flags and who may close them, the reason, and getting worse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.roles import Actor, Role
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.scenes.stage import Scene, Stage


def triage_to_its_end(stage: Stage) -> Iterator[Scene]:
    """On the page of somebody with a red flag, in triage; ends there, set to RED again."""
    stage.act("H Z")
    yield stage.at("visit-head-injury", "visit")
    stage.act("F1")
    yield stage.at("visit-head-injury-keys", "keys")
    stage.act("Esc N Y 0 A")
    yield stage.at("visit-head-injury-answered", "visit")
    stage.act("G Z")
    yield stage.at("visit-reason", "visit")
    stage.act("L R")
    desk = stage.session.desk
    coordinator = desk.session.actor
    desk.session.actor = Actor(coordinator.id, Role.CLINICIAN)
    stage.act("Z P")
    yield stage.at("visit-close-flag", "visit")
    stage.act("Esc Esc 2")
    desk.session.actor = coordinator


def getting_worse(stage: Stage) -> Iterator[Scene]:
    """Two sets of observations of the person on the page, and what is measured more rarely."""
    stage.act("3 '16 97 a 118 92 v 36.4' Enter", minutes=4)
    stage.half_type("3 'r24 s93 b100/60 p112 v t35.8 e3 vnt m6'")
    yield stage.at("visit-worse", "visit", half_typed=True)
    stage.press(words("observations.more"))
    yield stage.at("visit-observations-more", "visit")
    stage.press(words("observations.more"))
    stage.act("Esc 3 Enter")
