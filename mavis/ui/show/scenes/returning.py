"""Somebody who was here before: found, opened, known again in a visit; duplicates, and old names to forget."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from mavis.system.wording import words
from mavis.ui.pages.people.duplicates import DuplicatesPage
from mavis.ui.pages.people.earlier_nights import EarlierNights
from mavis.ui.pages.people.forgetting import ForgettingPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.show.scenes.stage import Scene, Stage

Page = TypeVar("Page", bound=QWidget)

_EARLIER = """Date (night of),Time in,Name / nickname,M/F,Age,Problem
11/01/2025,23:40,Oswin Tarrant,M,51,cold
07/11/2026,23:32,Catherine O'Neill,F,27,drunk
12/09/2026,22:50,Philippa Fanshawe,F,31,drunk
22/08/2026,23:10,Philippa Fanshaw,F,31,cold
15/08/2026,22:40,Pippa Fanshaw,F,22,lost
"""
"""Nights of people who do not exist; one of them twice, somebody else much like them, one long ago."""


def here_before(stage: Stage) -> Iterator[Scene]:
    """From the board back to the board; nobody more is aboard than before."""
    _bring_in(stage, _EARLIER)
    yield from _found(stage)
    yield from _kept(stage)
    yield from _known_again(stage)


def _bring_in(stage: Stage, log: str) -> None:
    """Import a log of earlier nights, and leave no copy of it."""
    session = stage.session.session
    path = stage.session.program.paths.root / "earlier.csv"
    path.write_text(log, encoding="utf-8")
    session.imports.run(session.actor, session.imports.preview(path))
    path.unlink()


def _found(stage: Stage) -> Iterator[Scene]:
    yield stage.at("people", "people", after="F3")
    yield stage.at("people-none", "people", after="'zzzq'")
    yield stage.at("people-found", "people", after="Ctrl+A 'kat'")
    yield stage.at("people-keys", "keys", after="F1")
    yield stage.at("person", "people", after="Esc Enter")
    yield stage.at("person-alert", "people", after="A 'Hits out when woken' Enter Y")
    yield stage.at("person-keys", "keys", after="F1")
    yield stage.at("earlier-nights-why", "people", after="Esc E")
    stage.act("'Is advice due?' Enter")
    stage.until(lambda: any(panel.nights.isVisible() for panel in stage.window.findChildren(EarlierNights)))
    yield stage.at("earlier-nights", "people")
    stage.act("Esc")


def _kept(stage: Stage) -> Iterator[Scene]:
    stage.act("F3 Ctrl+1")
    stage.until(lambda: not _of(stage, DuplicatesPage).review.is_looking)
    yield stage.at("duplicates", "people")
    yield stage.at("duplicates-keys", "keys", after="F1")
    yield stage.at("duplicates-joined", "people", after="Esc M")
    yield stage.at("person-joined", "people", after="D F3 Ctrl+A 'phil' Enter")
    stage.act("Ctrl+Z Ctrl+Z F3 Ctrl+2")
    stage.until(lambda: _of(stage, ForgettingPage).forgetting.may_forget)
    yield stage.at("forgetting", "people")
    yield stage.at("forgetting-keys", "keys", after="F1")
    stage.act("Esc")
    stage.press(words("people.forgetting.hold"), times=2)
    yield stage.at("forgetting-done", "people")
    stage.act("F2")


def _known_again(stage: Stage) -> Iterator[Scene]:
    yield stage.at("visit-suggestions", "visit", after="N D F / 'kat'")
    yield stage.at("visit-here-before", "visit", after="1 1")
    yield stage.at("visit-what-else", "visit", after="Ctrl+1")
    yield stage.at("visit-outreach", "visit", after="Esc Ctrl+6")
    stage.act("Ctrl+Z 1 E F 2 G 4 W 7 X Z Q Enter")
    yield stage.at("repeat-advice", "people", after="F3 Ctrl+3")
    stage.act("F2")


def _of(stage: Stage, kind: type[Page]) -> Page:
    page = stage.session.workplace.page
    if not isinstance(page, kind):
        raise TypeError(page)
    return page
