"""The locked side: first start with each of its steps and refusals, then the lock with one person and with several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.bootstrap.scripted import RECOVERY_CODE
from mavis.system.wording import words
from mavis.ui.show import demo_night as night
from mavis.ui.show.scenes.stage import without_printer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.show.scenes.stage import Scene, Stage

_WRONG = "made up people on a made up boat"


def doors(stage: Stage) -> Iterator[Scene]:
    """Set Mavis up and come in, once by the code and once by the passphrase."""
    yield from _first_run(stage)
    stage.lock()
    yield stage.at("unlock-one", "unlock")
    stage.act(f"'{night.OPENS_WITH}'")
    stage.come_in()


def locked(stage: Stage) -> Iterator[Scene]:
    """The lock with several people, each refusal, the way in by paper; ends inside."""
    stage.lock()
    yield stage.at("unlock-many", "unlock")
    stage.act(f"'{_WRONG}' Enter")
    yield stage.at("unlock-wrong", "unlock")
    stage.act(f"'{night.OPENS_WITH}' Enter")
    yield stage.at("unlock-wait", "unlock")
    stage.press(words("unlock.use_recovery"))
    yield stage.at("unlock-recovery", "unlock")
    stage.act(f"'{RECOVERY_CODE[:-1]}' Enter")
    yield stage.at("unlock-recovery-wrong", "unlock")
    stage.press(words("unlock.use_passphrase"))
    stage.act(f"'{night.OPENS_WITH}'", minutes=1)
    stage.come_in()


def _first_run(stage: Stage) -> Iterator[Scene]:
    yield stage.at("first-run", "first_run")
    stage.act(f"'{night.SCHEME}' Enter '{night.COORDINATOR}' Enter '{night.OPENS_WITH}' Enter")
    stage.act(f"'{_WRONG}' Enter")
    yield stage.at("first-run-error", "first_run")
    stage.act(f"Ctrl+A '{night.OPENS_WITH}'")
    yield stage.at("first-run-filled", "first_run")
    yield stage.at("first-run-code", "first_run", after="Enter")
    with without_printer():
        stage.press(words("first_run.print"))
    yield stage.at("first-run-no-printer", "first_run")
    yield stage.at("first-run-code-wrong", "first_run", after="'B1CH-JJTX' Enter")
    stage.act(f"Ctrl+A '{RECOVERY_CODE}'")
    stage.come_in()
