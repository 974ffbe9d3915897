"""The settings, section by section, and what each of them says when something is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.bootstrap.scripted import RECOVERY_CODE
from mavis.system.wording import words
from mavis.ui.look.tokens import Space
from mavis.ui.show import demo_night as night
from mavis.ui.show.scenes.doors import locked
from mavis.ui.show.scenes.stage import without_printer
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.show.scenes.stage import Scene, Stage

_HELPERS = ("Dev P.", "Mags T.", "Sam O.")


def settings(stage: Stage) -> Iterator[Scene]:
    """Look at every section, let three people in, then lock and unlock; ends at the start of a shift."""
    yield stage.at("settings", "settings", after="F8")
    yield from _people(stage)
    yield from _backup_and_code(stage)
    yield stage.at("settings-keys", "keys", after="F1")
    stage.act("Esc")
    yield from locked(stage)


def _people(stage: Stage) -> Iterator[Scene]:
    stage.press(words("settings.people.add"))
    yield stage.at("settings-person", "settings")
    stage.press(words("settings.people.save"))
    yield stage.at("settings-person-error", "settings")
    stage.press(words("settings.people.add"))
    for name in _HELPERS:
        stage.press(words("settings.people.add"))
        stage.act(f"'{name}'")
        stage.press(words("codes.role.volunteer"))
        for field in ("settings.people.passphrase", "settings.people.again"):
            stage.type_into(words(field), night.OPENS_WITH)
        stage.act("Enter")
    _scroll(stage, to_end=False)
    yield stage.at("settings-people", "settings")
    _bring(stage, words("settings.visitors.birth_dates"))
    yield stage.at("settings-again", "settings")
    _bring(stage, words("settings.protection.identity_months"))
    yield stage.at("settings-protection", "settings")


def _backup_and_code(stage: Stage) -> Iterator[Scene]:
    _scroll(stage)
    yield stage.at("settings-about", "settings")
    stage.button(words("settings.backups.make")).setFocus()
    stage.press(words("settings.backups.make"))
    yield stage.at("settings-backup", "settings")
    stage.press(words("settings.recovery.make"), times=2)
    yield stage.at("settings-code", "settings")
    yield stage.at("settings-code-wrong", "settings", after="'B1CH' Enter")
    with without_printer():
        stage.press(words("settings.recovery.print"))
    yield stage.at("settings-no-printer", "settings")
    stage.act(f"Ctrl+A '{RECOVERY_CODE}' Enter")


def _bring(stage: Stage, title: str) -> None:
    """Scroll to the choices of a setting, and to what is said below them."""
    for grid in stage.window.findChildren(ChoiceGrid):
        section = grid.parentWidget()
        if grid.accessibleName() == title and section is not None:
            grid.chip(grid.chosen_codes[0]).setFocus()
            _scroll(stage, to_end=False)
            _scroller(stage).ensureWidgetVisible(section, 0, Space.CARD)
            return
    raise LookupError(title)


def _scroll(stage: Stage, *, to_end: bool = True) -> None:
    """Show the end of the page, or its top."""
    bar = _scroller(stage).verticalScrollBar()
    bar.setValue(bar.maximum() if to_end else bar.minimum())


def _scroller(stage: Stage) -> Scroller:
    return next(area for area in stage.session.workplace.page.findChildren(Scroller) if area.isVisible())
