"""One visit that cannot be read keeps nobody from the others: it is named by its number, and stays where it is."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from mavis.storage.database import Database
from mavis.system.wording import words
from mavis.ui.presenters.last_shift.page import LastShift
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from mavis.bootstrap import Program
    from tests.ui.windows import Hands

_SPOIL = "UPDATE visit SET age_band = 'bogus' WHERE code = ?"
_MEND = "UPDATE visit SET age_band = NULL WHERE code = ?"


def put(program: Program, change: str, code: str) -> None:
    """Change a visit behind the back of the program, as a bug or another version might."""
    key = program.access.unlock(program.access.people()[0].id, FOUR_WORDS)
    with closing(Database.open(program.paths.database, key)) as database, database.writing() as db:
        db.execute(change, (code,))


def _codes(hands: Hands) -> list[str]:
    return [visit.code for visit in hands.session.desk.open_visits]


def test_all_other_visits_are_there_after_the_unlock(hands: Hands) -> None:
    """The line says which is not, who helps, and goes on saying so; no number is given twice; mended, it is back."""
    for _ in range(3):
        hands.press("Ctrl+N D")
    hands.settle()
    bad = _codes(hands)[1]
    hands.lock()
    put(hands.program, _SPOIL, bad)
    hands.unlock()
    seen, said = _codes(hands), hands.message
    hands.press("Ctrl+N D")
    hands.settle()
    lasting = [fact.words for fact in hands.window.status.facts]
    after = _codes(hands)
    hands.lock()
    put(hands.program, _MEND, bad)
    hands.unlock()

    assert (len(seen), bad in seen) == (2, False)
    assert said == words("window.unread_how", codes=bad)
    assert words("window.unread", codes=bad) in lasting
    assert len(set(after)) == 3
    assert sorted(_codes(hands)) == sorted({*after, bad})


def test_the_list_of_the_last_shift_names_it_as_well(hands: Hands) -> None:
    """After the close the others are listed, and the line says which is not."""
    for _ in range(2):
        hands.press("Ctrl+N D")
    hands.settle()
    session = hands.session.session
    shift = hands.session.desk.shift
    assert shift is not None
    bad, other = _codes(hands)
    put(hands.program, _SPOIL, bad)
    session.shifts.close_shift(session.actor, shift.id)
    said: list[str] = []
    hands.session.desk.subscribe(lambda touched: said.append(touched.said))
    last = LastShift(hands.session.desk, lambda: None, hands.session.fail)
    last.read()
    hands.until(lambda: last.is_read)

    assert said == [words("window.unread_how", codes=bad)]
    assert [line.who.startswith(other) for line in last.lines] == [True]
