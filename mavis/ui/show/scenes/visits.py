"""The board and the visits, from a quiet bus to twenty aboard, with every section of a visit on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.pages.visit.read_aloud import ReadAloud
from mavis.ui.show.scenes.alcohol import talk_about_alcohol
from mavis.ui.show.scenes.harmed import harmed
from mavis.ui.show.scenes.keeping_safe import kept_safe
from mavis.ui.show.scenes.people import BUSY, QUIET, RED
from mavis.ui.show.scenes.returning import here_before
from mavis.ui.show.scenes.triage import getting_worse, triage_to_its_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.show.scenes.stage import Scene, Stage

_SECTIONS = ("arrival", "triage", "observations", "care", "alcohol", "safety", "leaving")


def visits(stage: Stage) -> Iterator[Scene]:
    """Log a night; ends with the board full."""
    yield stage.at("board-keys", "keys", after="F1")
    stage.act("Esc")
    for minutes, keys in QUIET:
        stage.act(keys, minutes)
    yield stage.at("board-quiet", "board", after="F2")
    yield from _asked_for(stage)
    yield from _one_visit(stage)
    yield from kept_safe(stage)
    yield from here_before(stage)
    yield from harmed(stage)
    yield from _somebody_in_danger(stage)
    for minutes, keys in BUSY:
        stage.act(keys, minutes)
    yield from _full_board(stage)


def _asked_for(stage: Stage) -> Iterator[Scene]:
    """What lies over the board when somebody asks for it."""
    yield stage.at("manual", "help", after="F1 ?")
    yield stage.at("manual-search", "help", after="/ 'recovery code' Enter")
    yield stage.at("palette", "find", after="Esc Ctrl+K")
    yield stage.at("palette-found", "find", after="'water'")
    yield stage.at("palette-none", "find", after="Ctrl+A 'xyzzy'")
    yield stage.at("quick-line", "find", after="Esc =")
    yield stage.at("quick-line-understood", "find", after="'2105 m 20s drunk cut hand'")
    yield stage.at("hand-over", "unlock", after="Esc F9")
    yield stage.at("hand-over-nobody", "unlock", after="9")
    stage.act("Esc")


def _one_visit(stage: Stage) -> Iterator[Scene]:
    yield stage.at("visit-new", "visit", after="N", minutes=2)
    yield stage.at("visit-typed-word", "visit", after="'baggy'")
    yield stage.at("visit-more-needs", "visit", after="Ctrl+Z O")
    stage.act("D E M 'Baggy' Tab 'man, red jacket' Enter")
    stage.act("G M 4 W L", minutes=2)
    for digit, section in enumerate(_SECTIONS, start=1):
        stage.act(str(digit))
        yield stage.at(f"visit-{section}", "visit")
        stage.act("F1")
        yield stage.at(f"visit-{section}-keys", "keys")
        stage.act("Esc")
        if section == "observations":
            stage.half_type("'18 97 a 120 88 a 36.8'")
            yield stage.at("visit-observations-typed", "visit", half_typed=True)
            yield stage.at("visit-observations-correct", "visit", after="Enter")
            stage.act("Esc")
    yield from talk_about_alcohol(stage)
    yield stage.at("visit-note", "visit", after="Ctrl+T 'His friend comes at'", half_typed=True)
    stage.act("Tab")
    stage.type_into(words("visit.here_since"), "99")
    yield stage.at("visit-error", "visit", after="Tab")
    stage.type_into(words("visit.here_since"), "2108")
    yield stage.at("visit-outcome", "visit", after="F2 / 'Baggy' Enter 7 J Z Q", minutes=6)
    stage.act("Enter F2")
    yield stage.at("visit-finished", "visit", after="R 1")
    stage.act("F2")


def _somebody_in_danger(stage: Stage) -> Iterator[Scene]:
    stage.act(f"{RED} R C W", minutes=3)
    yield stage.at("visit-red", "visit")
    yield from triage_to_its_end(stage)
    yield stage.at("visit-called-999", "visit", after="Ctrl+9 4 R F", minutes=1)
    stage.act("Ctrl+R")
    stage.until(lambda: any(page.isVisible() for page in stage.window.findChildren(ReadAloud)))
    yield stage.at("visit-read-aloud", "visit")
    stage.act("Esc")
    yield from getting_worse(stage)
    yield stage.at("visit-leaving-flagged", "visit", after="7 F O Enter")
    stage.act("F O")
    stage.press(words("chips.leaving.outcome.died"), times=2)
    yield stage.at("visit-died", "visit")
    stage.act("Ctrl+Z F2")


def _full_board(stage: Stage) -> Iterator[Scene]:
    yield stage.at("board-busy", "board", after="F2 B T T D", minutes=1)
    yield stage.at("board-names", "board", after="S")
    yield stage.at("find", "find", after="S /")
    yield stage.at("find-found", "find", after="'grey'")
    yield stage.at("find-none", "find", after="Ctrl+A 'nobody'")
    yield stage.at("visit-many-tabs", "visit", after="Esc 1")
    stage.act("F2", minutes=25)
    yield stage.at("board-overdue", "board", after="F2")
