"""Training: the way in with its passphrase, steps of the guide on the pages they tell of, put aside, and at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.pages.help.guide import TrainingBar
from mavis.ui.presenters.help.guide import STEPS
from mavis.ui.widgets.guide_keys import GuideKeys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.show.scenes.stage import Scene, Stage


def training(stage: Stage) -> Iterator[Scene]:
    """Follow the guide until somebody is RED, then put it aside and skip what is left; ends inside."""
    stage.learn()
    yield stage.at("training-unlock", "training")
    stage.act(f"'{words('training.passphrase')}'")
    stage.come_in()
    yield stage.at("training-start", "training")
    _follow(stage, "start")
    yield stage.at("training-quick", "training")
    for step in ("quick", "typical", "tally", "undo"):
        _follow(stage, step)
    yield stage.at("training-overdue", "training")
    for step in ("overdue", "red_flag"):
        _follow(stage, step)
    yield stage.at("training-red", "training")
    stage.press(words("guide.rest"))
    yield stage.at("training-resting", "training")
    stage.press(words("guide.go_on"))
    stage.press(words("guide.skip"), times=3)
    yield stage.at("training-done", "training")


def _follow(stage: Stage, step: str) -> None:
    """Press the keys of a step, and wait until the guide has gone on."""
    number = [one.name for one in STEPS].index(step) + 2
    bar = stage.window.findChildren(TrainingBar)[0]
    due = words("guide.progress", number=number, steps=len(STEPS))
    stage.act(bar.findChildren(GuideKeys)[0].accessibleName())
    stage.until(lambda: bar.accessibleDescription().startswith(due))
