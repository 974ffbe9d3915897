"""Triage to its end: the head-injury list, the red flags and who may close them, the reason, and getting worse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.access.roles import Actor, Role
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.show.scenes.stage import Scene, Stage


def triage_to_its_end(stage: Stage) -> Iterator[Scene]:
    """On the page of somebody with a red flag, in triage; ends there, set to RED again."""
    yield stage.at("visit-head-injury", "visit", after="H Z")
    yield stage.at("visit-head-injury-keys", "keys", after="F1")
    yield stage.at("visit-head-injury-answered", "visit", after="Esc N Y 0 A")
    yield stage.at("visit-reason", "visit", after="G Z")
    stage.act("L R")
    desk = stage.session.desk
    coordinator = desk.session.actor
    desk.session.actor = Actor(coordinator.id, Role.CLINICIAN)
    yield stage.at("visit-close-flag", "visit", after="Z P")
    stage.act("Esc Esc 2")
    desk.session.actor = coordinator


def getting_worse(stage: Stage) -> Iterator[Scene]:
    """Two sets of observations of the person on the page, and what is measured more rarely."""
    stage.act("3 '16 97 a 118 92 v 36.4' Enter", minutes=4)
    yield stage.at("visit-worse", "visit", after="'r24 s93 b100/60 p112 v t35.8 e3 vnt m6'", half_typed=True)
    stage.press(words("observations.more"))
    yield stage.at("visit-observations-more", "visit")
    stage.press(words("observations.more"))
    stage.act("Esc 3 Enter Enter")
