"""Training opened: made-up people, a shown passphrase, papers and counts that say so, and a fresh start."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from mavis.bootstrap import open_program, open_training
from mavis.domain.access.roles import Role
from mavis.domain.errors import StorageError, UserError
from mavis.storage.slots import read_slots
from mavis.system.wording import words
from tests.builders import SATURDAY_NIGHT, SettableClock
from tests.programs import a_program, a_session
from tests.reports.reading import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mavis.bootstrap import Program, Session

_TONIGHT = SATURDAY_NIGHT.date()


@pytest.fixture
def program(tmp_path: Path, clock: SettableClock) -> Iterator[Program]:
    """Training beside a folder that nobody has made."""
    made = open_training(tmp_path / "Mavis", clock=clock)
    yield made
    made.close()


def _pages(print_out: Path) -> list[str]:
    """The text of each page without its spaces."""
    return ["".join(word.text for word in page) for page in words_of(print_out.read_bytes())]


def _bare(text: str) -> str:
    return text.replace(" ", "")


def _unlocked(program: Program, at: int = 0) -> Session:
    return program.unlock(program.access.people()[at].id, words("training.passphrase"))


def test_everybody_is_marked_as_invented_and_can_unlock(program: Program) -> None:
    """One coordinator and three volunteers, all with the passphrase that is shown."""
    people = program.access.people()

    assert [tile.role for tile in people] == [Role.COORDINATOR, *[Role.VOLUNTEER] * 3]
    assert all("Invented" in tile.name for tile in people)
    for at in range(len(people)):
        _unlocked(program, at).close()


def test_tonight_has_a_past(program: Program) -> None:
    """Two nights of the same weekday are closed, and the crew of last week is there to be ticked."""
    session = _unlocked(program)
    nights, plan, trail = session.shifts.all_shifts(), session.shifts.plan(program.clock()), session.trail.verify()
    session.close()

    assert [day for day, _ in nights] == [_TONIGHT - timedelta(weeks=2), _TONIGHT - timedelta(weeks=1)]
    assert len(plan.crew) == 3
    assert trail.ok


def test_the_real_folder_is_not_even_made(program: Program, tmp_path: Path) -> None:
    """All that there is lies in the training folder."""
    assert [path.name for path in tmp_path.iterdir()] == ["Mavis-training"]
    assert program.paths.root == tmp_path / "Mavis-training"


def test_only_training_has_cheap_keys(program: Program, tmp_path: Path) -> None:
    """A real set-up beside it has dear ones, made by the very same code."""
    real = open_program(tmp_path / "Mavis")
    real.access.create("Weston", "Dilys", "four plain brown horses")
    real.close()

    cheap = read_slots(program.paths.root).slot(program.access.people()[0].id)
    dear = read_slots(tmp_path / "Mavis").slot(real.access.people()[0].id)
    assert cheap is not None
    assert dear is not None
    assert cheap.memory_bytes == 8192
    assert dear.memory_bytes > 200_000_000


def test_it_goes_on_where_it_was_left_or_begins_afresh(tmp_path: Path, clock: SettableClock) -> None:
    """A shift that is open stays open over a restart; a fresh start knows nothing of it."""
    open_now = []
    for again in (False, False, True):
        program = open_training(tmp_path / "Mavis", clock=clock, again=again)
        session = _unlocked(program)
        open_now.append(session.shifts.current() is not None)
        if not open_now[-1]:
            session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
        session.close()
        program.close()

    assert open_now == [False, True, False]


def test_a_half_made_world_is_made_again(tmp_path: Path, clock: SettableClock) -> None:
    """A power cut while people were made up leaves a folder that is filled from the beginning."""
    program = open_training(tmp_path / "Mavis", clock=clock)
    program.close()
    assert program.training is not None
    program.training.keep(ready=False)
    (program.paths.root / "keys.json").unlink()

    again = open_training(tmp_path / "Mavis", clock=clock)
    people = again.access.people()
    again.close()

    assert len(people) == 4


def test_two_trainings_do_not_share_a_folder(program: Program, tmp_path: Path, clock: SettableClock) -> None:
    """The second is told so, also when it wants a fresh start, and the first loses nothing."""
    for again in (False, True):
        with pytest.raises(StorageError, match="already_running"):
            open_training(tmp_path / "Mavis", clock=clock, again=again)
    assert program.access.is_set_up()


def test_training_runs_beside_the_real_mavis(program: Program, tmp_path: Path) -> None:
    """Each has its own lock."""
    open_program(tmp_path / "Mavis").close()


def test_a_folder_with_other_things_is_refused(tmp_path: Path, clock: SettableClock) -> None:
    """Somebody's own folder of that name stays as it is."""
    taken = tmp_path / "Mavis-training"
    taken.mkdir()
    (taken / "notes.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(UserError, match="training_folder_taken"):
        open_training(tmp_path / "Mavis", clock=clock, again=True)
    assert [path.name for path in taken.iterdir() if path.suffix == ".txt"] == ["notes.txt"]


def test_papers_and_counts_say_training(program: Program, clock: SettableClock) -> None:
    """Each page of the summary, the names of all files, the package's own title, and each sheet of the workbook."""
    session = _unlocked(program)
    shift = session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
    session.visits.open_visit(session.actor)
    clock.advance(hours=2)
    closed = session.closing.close(session.actor, shift.id)
    listed = session.counts.export_visits(session.actor, _TONIGHT, _TONIGHT, program.paths.root / "list.csv")
    session.close()

    made = [closed.summary_pdf, *closed.counts, *listed.files]
    assert [path.name for path in made if not path.name.startswith("TRAINING-")] == []
    assert all(path.is_relative_to(program.paths.root) for path in made)
    assert all(page.count(_bare(words("training.paper"))) == 2 for page in _pages(closed.summary_pdf))
    with ZipFile(closed.counts[0]) as package:
        manifest = json.loads(package.read("datapackage.json"))
        assert b",training," in package.read("counts.csv")
    assert manifest["title"].startswith("TRAINING: ")
    assert manifest["name"].startswith("training-")
    assert manifest["mavis"]["training"] is True
    assert closed.workbook is not None
    book = load_workbook(closed.workbook)
    assert all(str(sheet["A1"].value).startswith("TRAINING: ") for sheet in book)
    assert all(words("training.paper") in str(sheet.HeaderFooter.oddFooter) for sheet in book)
    assert json.loads(listed.files[1].read_text(encoding="utf-8"))["name"].startswith("training-")


def test_whatever_else_leaves_training_says_so(program: Program, tmp_path: Path) -> None:
    """Each page of a handover sheet, what describes the assaults to share, and the document for other systems."""
    session = _unlocked(program)
    session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
    visit = session.visits.open_visit(session.actor)
    sheet, document = tmp_path / "sheet.pdf", tmp_path / "visit.json"
    sheet.write_bytes(session.handovers.pdf(session.handovers.of_visit(session.actor, visit.id)))
    session.documents.write(session.actor, visit.code, None, document)
    shared = session.assaults.export(session.actor, _TONIGHT, _TONIGHT, tmp_path / "assaults.csv")
    session.close()

    assert all(_bare(words("training.paper")) in page for page in _pages(sheet))
    assert "TRAINING" in document.read_text(encoding="utf-8")
    assert json.loads(shared.files[1].read_text(encoding="utf-8"))["name"].startswith("training-")


def test_real_papers_and_counts_never_say_it(tmp_path: Path, clock: SettableClock) -> None:
    """The same night in a real folder: no mark, no prefix."""
    program = a_program(tmp_path / "Mavis", clock)
    session = a_session(program)
    shift = session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
    closed = session.closing.close(session.actor, shift.id)
    session.close()
    program.close()

    assert not [path for path in (closed.summary_pdf, *closed.counts) if "training" in path.name.lower()]
    assert not [page for page in _pages(closed.summary_pdf) if "TRAINING" in page]
