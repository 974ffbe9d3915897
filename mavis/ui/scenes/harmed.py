"""Somebody who was hit and whose drink was spiked, and somebody who will not stay: the parts of Safety as they fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.scenes.stage import Scene, Stage


def harmed(stage: Stage) -> Iterator[Scene]:
    """From the board back to the board; both have left."""
    yield from _hit_and_spiked(stage)
    yield from _will_not_stay(stage)


def _hit_and_spiked(stage: Stage) -> Iterator[Scene]:
    stage.act("N A S E F 'Mina' Tab 'woman, gold bag' Enter A 6")
    yield stage.at("safety-asked-for", "visit")
    stage.act("A")
    yield stage.at("assault", "visit")
    stage.act("F1")
    yield stage.at("assault-keys", "keys")
    stage.act("Esc F G U M Y J")
    stage.half_type("'99' Tab")
    yield stage.at("assault-wrong-time", "visit", half_typed=True)
    stage.act("E")
    stage.type_into("Name of the pub", "str")
    yield stage.at("assault-place", "visit", half_typed=True)
    stage.act("Down Enter 9")
    yield stage.at("assault-told", "visit")
    stage.act("6 S")
    yield stage.at("spiking", "visit")
    stage.act("F1")
    yield stage.at("spiking-keys", "keys")
    stage.act("Esc R D S K 0")
    yield stage.at("spiking-hours-left", "visit")
    stage.act("F2")
    yield stage.at("board-spiked", "board")
    stage.act("/ 'Mina' Enter 6 S U")
    yield stage.at("spiking-over", "visit")
    stage.act("7 P Z Q Enter F2")


def _will_not_stay(stage: Stage) -> Iterator[Scene]:
    stage.act("N H E M 'Cap' Enter A 7 L")
    yield stage.at("left-against-advice", "visit")
    stage.act("6 R")
    yield stage.at("refusal", "visit")
    stage.act("F1")
    yield stage.at("refusal-keys", "keys")
    stage.act("Esc A H R U W 'Go to A&E with your friend' Enter K 'Dev' Enter")
    yield stage.at("refusal-told", "visit")
    stage.act("6 C")
    yield stage.at("capacity", "visit")
    stage.act("F1")
    yield stage.at("capacity-keys", "keys")
    stage.act("Esc A 'Going home now' Enter U K E")
    yield stage.at("capacity-unable", "visit")
    stage.act("W S Y")
    yield stage.at("capacity-able", "visit")
    stage.act("7 A Z Q Enter F2")
