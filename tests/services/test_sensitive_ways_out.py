"""What few may read leaves the laptop in no print, document or export, whoever makes it."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.safeguarding import keep_safe
from mavis.domain.edits.visit import answer, tick_need, write_note
from mavis.domain.record.assault import Assault
from mavis.domain.record.care import Note, NoteAbout
from mavis.domain.record.presentation import Presentation
from tests.builders import at
from tests.records import LEAD
from tests.reports.reading import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap import Session
    from mavis.domain.shift.shift import Shift

_NOTE, _REACHED = "canaryword", "canaryreached"


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file, of a workbook unpacked, of a folder all together."""
    if path.is_dir():
        return b"".join(_bytes_of(inside) for inside in sorted(path.iterdir()))
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return b"".join(book.read(name) for name in book.namelist())
    return path.read_bytes()


@pytest.mark.parametrize("about", NoteAbout)
def test_no_way_out_for_what_few_may_read(session: Session, shift: Shift, about: NoteAbout, tmp_path: Path) -> None:
    """The coordinator, who may read it, takes out everything that can be taken out."""
    visit = session.visits.open_visit(LEAD)
    for edit in (
        tick_need(Presentation.ASSAULT, ticked=True),
        answer(assault=Assault(at=at("21:30"))),
        keep_safe(safe_contact=_REACHED),
        write_note(Note("n", _NOTE, at("22:05"), LEAD.id, about)),
    ):
        session.visits.change(LEAD, visit.id, edit)
    actor, day = session.actor, shift.date
    session.visits.change(LEAD, visit.id, answer(label="changed"))
    handover = session.handovers.of_visit(actor, visit.id)
    summary = session.summaries.of_shift(shift.id, "Dilys")
    said = [text_of(session.handovers.pdf(handover)), session.handovers.text(handover)]
    said.append(text_of(session.summaries.pdf(summary)))
    out = tmp_path / "out"
    out.mkdir()
    session.documents.write(actor, "K1", day, out / "one.json", with_name=True)
    session.assaults.export(actor, day, day, out / "istv.csv")
    session.counts.export_visits(actor, day, day, out / "visits.csv")
    for audience in ("controller", "partner"):
        session.counts.export(actor, day, day, audience, "datapackage", out / audience)
        session.counts.export(actor, day, day, audience, "xlsx", out / f"{audience}.xlsx")
    found = "".join(said).encode() + _bytes_of(out)

    assert len(found) > 1000
    assert _NOTE.encode() not in found
    assert _REACHED.encode() not in found
