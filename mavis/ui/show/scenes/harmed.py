"""Somebody who was hit and whose drink was spiked, and somebody who will not stay: the parts of Safety as they fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.show.scenes.stage import Scene, Stage


def harmed(stage: Stage) -> Iterator[Scene]:
    """From the board back to the board; both have left."""
    yield from _hit_and_spiked(stage)
    yield from _will_not_stay(stage)


def _hit_and_spiked(stage: Stage) -> Iterator[Scene]:
    yield stage.at("safety-asked-for", "visit", after="N A S E F 'Mina' Tab 'woman, gold bag' Enter A 6")
    yield stage.at("assault", "visit", after="A")
    yield stage.at("assault-keys", "keys", after="F1")
    stage.act("Esc F G U M Y J")
    yield stage.at("assault-wrong-time", "visit", after="'99' Tab", half_typed=True)
    stage.act("E")
    stage.type_into("Name of the pub", "str")
    yield stage.at("assault-place", "visit", half_typed=True)
    yield stage.at("assault-told", "visit", after="Down Enter 9")
    yield stage.at("spiking", "visit", after="6 S")
    yield stage.at("spiking-keys", "keys", after="F1")
    yield stage.at("spiking-hours-left", "visit", after="Esc R D S K 0")
    yield stage.at("board-spiked", "board", after="F2")
    yield stage.at("spiking-over", "visit", after="/ 'Mina' Enter 6 S U")
    stage.act("7 P Z Q Enter F2")


def _will_not_stay(stage: Stage) -> Iterator[Scene]:
    yield stage.at("left-against-advice", "visit", after="N H E M 'Cap' Down A 7 L")
    yield stage.at("refusal", "visit", after="6 R")
    yield stage.at("refusal-keys", "keys", after="F1")
    yield stage.at("refusal-told", "visit", after="Esc A H R U W 'Go to A&E with your friend' Enter K 'Dev' Enter")
    yield stage.at("capacity", "visit", after="Esc 6 C")
    yield stage.at("capacity-keys", "keys", after="F1")
    yield stage.at("capacity-unable", "visit", after="Esc A 'Going home now' Enter U K E")
    yield stage.at("capacity-able", "visit", after="W S Y")
    stage.act("7 A Z Q Enter F2")
