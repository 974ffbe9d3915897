"""The start of a shift, from an empty crew to the first look at the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.show.scenes.stage import Scene, Stage


def start(stage: Stage) -> Iterator[Scene]:
    """Tick, add somebody, mistype a time, and begin; ends at the empty board, after a look at what can be put right."""
    yield stage.at("start-first", "start", after="F2")
    stage.press(words("start.add_somebody"))
    yield stage.at("start-add", "start")
    stage.press(words("start.add.add"))
    yield stage.at("start-add-error", "start")
    stage.act("'Bill H.' Enter Enter O")
    stage.press(words("start.add.add"))
    stage.act("Esc Q W E R A L")
    stage.type_into(words("start.parked_at"), "High Street, by the Italian Gardens")
    yield stage.at("start-crew", "start")
    yield stage.at("start-keys", "keys", after="F1")
    stage.act("Esc")
    stage.type_into(words("start.start"), "2560")
    yield stage.at("start-error", "start", after="Enter")
    stage.type_into(words("start.start"), "2030")
    yield stage.at("start-late", "start", after="Enter")
    stage.type_into(words("start.start"), "2100")
    stage.press(words("start.begin"))
    stage.until(lambda: stage.session.desk.shift is not None)
    yield stage.at("board-empty", "board")
    stage.press(words("crew.open"))
    yield stage.at("tonight", "crew")
    stage.act("Esc")
