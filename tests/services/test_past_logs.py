"""Bringing an old log into a real encrypted store, exactly, once, and out again."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mavis.domain.counting.diversion import count_diversions
from mavis.domain.counting.facts import VisitFacts, facts_of
from mavis.domain.errors import UserError
from mavis.domain.people.birth import aged
from mavis.domain.people.vocabulary import Wanted
from mavis.domain.record.identity import IdentityLevel
from mavis.services.past_logs import PastLogs, Place, Why
from mavis.services.register import Register
from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.engine import EngineError
from mavis.storage.unit_of_work import Store
from mavis.system.matching import load_matcher
from mavis.system.reference import load_reference
from tests.builders import CountingIds, SettableClock
from tests.records import ASHA, COORDINATOR, DILYS, VOLUNTEER, a_shift, a_visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.domain.visit.visit import Visit

LOG = Path(__file__).parents[1] / "imports" / "data" / "bus_log_2017_2019.csv"
SMALL = """Date,Time in,Time out,Name,M/F,Age,Problem,How they left,Would have gone to,Notes
07/01/2017,23:32,23:45,Jack Webb,M,21,drunk,taxi home,no,=see sheet 2
07/01/2017,00:04,,,F,17,head injury,home with friends,999,ref 00405
07/01/2017,25:99,,,F,22,drunk,taxi home,no,
14/01/2017,20:15,,Zoë,F,30s,dancing,swam home,,-
"""


@pytest.fixture
def store(tmp_path: Path, clock: SettableClock) -> Iterator[Store]:
    """An empty store on a real encrypted file, with a crew."""
    database = Database.create(tmp_path / "mavis.db", DatabaseKey.random())
    store = Store(database, clock)
    with store.change(COORDINATOR) as work:
        work.crew.add(ASHA)
        work.crew.add(DILYS)
        work.commit()
    yield store
    database.close()


@pytest.fixture
def logs(store: Store, clock: SettableClock) -> PastLogs:
    """The service over the store."""
    return PastLogs(store, clock, CountingIds(), load_reference().flags, Register(load_matcher), Place("weston", "K"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A log of four lines: two good ones, a bad time, and words that nobody knows."""
    path = tmp_path / "small.csv"
    path.write_text(SMALL, encoding="cp1252")
    return path


def _everything(store: Store) -> list[tuple[str, tuple[Visit, ...]]]:
    with store.look() as view:
        shifts = [view.shifts.on(night) for night, _visits in view.shifts.nights()]
        return [(shift.date.isoformat(), view.visits.of_shift(shift.id)) for shift in shifts if shift]


def _facts(store: Store) -> list[VisitFacts]:
    with store.look() as view:
        shifts = [view.shifts.on(night) for night, _visits in view.shifts.nights()]
        return [
            facts_of(v, shift.date, shift.site) for shift in shifts if shift for v in view.visits.of_shift(shift.id)
        ]


def test_bus_log_gives_exactly_the_expected_counts(store: Store, logs: PastLogs) -> None:
    """From file to store to the domain's own counting, with no mapping made by hand."""
    expected: dict[str, Any] = json.loads(LOG.with_suffix(".expected.json").read_text(encoding="utf-8"))
    result = logs.run(COORDINATOR, logs.preview(LOG))
    facts = _facts(store)
    count = count_diversions(facts)
    assert (result.visits, result.shifts, result.quarantined) == (1835, 194, ())
    assert [{"date": n, "visits": len(v)} for n, v in _everything(store)] == expected["shifts"]
    assert Counter(one.main_need for one in facts) == expected["primary_need"]
    assert Counter(one.outcome for one in facts) == expected["outcome"]
    assert Counter(str(one.gender)[0].upper() for one in facts) == expected["by_sex"]
    assert Counter(f"{one.shift_date:%Y-%m}" for one in facts) == expected["by_month"]
    assert (count.visits, count.sent_to_ed) == (expected["visits"], expected["sent_to_ed"])
    assert (count.ed.highest, count.ed.lowest) == (expected["ed_avoided"], 0)
    assert (count.ambulance.highest, count.ambulance.lowest) == (expected["ambulance_avoided"], 0)


def test_a_visit_holds_what_its_line_says(store: Store, logs: PastLogs, small: Path) -> None:
    """Names, notes to the letter, words without a code as a note; entered late by the coordinator."""
    logs.run(COORDINATOR, logs.preview(small))
    (_, (jack, hurt)), (_, (zoe,)) = _everything(store)
    assert (jack.name, jack.identity_level, jack.entered_late) == ("Jack Webb", IdentityLevel.ALIAS, True)
    assert [note.text for note in jack.notes] == ["=see sheet 2"]
    assert [note.text for note in hurt.notes] == ["ref 00405"]
    assert hurt.identity_level is IdentityLevel.ANONYMOUS
    assert {flag.code for flag in hurt.open_clinical_flags}
    assert [note.text for note in zoe.notes] == ["-", "Age: 30s\nProblem: dancing\nHow they left: swam home"]
    assert (zoe.outcome, zoe.needs, zoe.entered_by) == (None, (), COORDINATOR.id)
    assert [jack.code, hurt.code, zoe.code] == ["K1", "K2", "K1"]


def test_shift_takes_the_usual_hours_unless_a_time_says_otherwise(store: Store, logs: PastLogs, small: Path) -> None:
    """21:00 to 03:00 in UTC as in winter; the second night begins when the first person came."""
    logs.run(COORDINATOR, logs.preview(small))
    with store.look() as view:
        first, second = (view.shifts.on(night) for night, _visits in view.shifts.nights())
    assert first is not None
    assert second is not None
    assert (first.opened_at.hour, first.closed_at and first.closed_at.hour, first.is_open) == (21, 3, False)
    assert (second.opened_at.hour, second.opened_at.minute) == (20, 15)


def test_bad_lines_stay_out_with_their_reason(store: Store, logs: PastLogs, small: Path) -> None:
    """The line is named by its number, in the result and in the store; unread words are named in the preview."""
    preview = logs.preview(small)
    result = logs.run(COORDINATOR, preview)
    assert [(note.row, note.reason) for note in result.quarantined] == [(4, "This is not a time: 25:99")]
    assert {(value.text, value.rows) for value in preview.unread} == {("dancing", (5,)), ("swam home", (5,))}
    with store.look() as view:
        assert view.imports.left_out(result.import_id) == ((4, "time_unread"),)


def test_same_file_comes_in_once(logs: PastLogs, small: Path) -> None:
    """A second import of the file is refused until the first is undone."""
    preview = logs.preview(small)
    first = logs.run(COORDINATOR, preview)
    with pytest.raises(UserError, match="import_already_done"):
        logs.run(COORDINATOR, preview)
    logs.undo(COORDINATOR, first.import_id)
    assert logs.run(COORDINATOR, preview).visits == first.visits


def test_lines_already_there_are_quarantined(logs: PastLogs, small: Path, tmp_path: Path) -> None:
    """The log saved again with one line more brings that line alone."""
    logs.run(COORDINATOR, logs.preview(small))
    longer = tmp_path / "longer.csv"
    longer.write_text(SMALL + "14/01/2017,23:50,,,M,44,cold,home alone,no,\n", encoding="cp1252")
    preview = logs.preview(longer)
    assert [note.row for note in preview.quarantined if note.why is Why.ALREADY_THERE] == [2, 3, 5]
    result = logs.run(COORDINATOR, preview)
    assert (result.visits, result.shifts) == (1, 0)


def test_undo_takes_everything_back(store: Store, logs: PastLogs, small: Path) -> None:
    """No visit and no shift of the import is left, and the list of imports says when it was undone."""
    result = logs.run(COORDINATOR, logs.preview(small))
    undone = logs.undo(COORDINATOR, result.import_id)
    assert _everything(store) == []
    assert undone.undone_at is not None
    assert [batch.undone_at for batch in logs.all_imports()] == [undone.undone_at]
    with store.look() as view:
        assert view.trail.check().ok


def test_undo_keeps_what_was_there_before(store: Store, logs: PastLogs, small: Path) -> None:
    """Visits join a shift that is there already, with numbers of their own, and leave it as it was."""
    night = logs.preview(small).visits[0].arrived_at.replace(hour=21, minute=0)
    with store.change(COORDINATOR) as work:
        work.shifts.add(a_shift(opened_at=night, closed_at=night))
        work.visits.add(a_visit(arrived_at=night))
        work.commit()
    result = logs.run(COORDINATOR, logs.preview(small))
    assert [visit.code for visit in _everything(store)[0][1]] == ["K1", "K2", "K3"]
    assert result.shifts == 1
    logs.undo(COORDINATOR, result.import_id)
    assert [(date, [visit.id for visit in visits]) for date, visits in _everything(store)] == [
        ("2017-01-07", ["visit-1"])
    ]


def test_an_import_that_fails_leaves_no_trace(store: Store, logs: PastLogs, small: Path) -> None:
    """A write in the middle fails on an id that is there already: shifts, visits and imports are as before."""
    preview = logs.preview(small)
    broken = PastLogs(
        store, SettableClock(), lambda: "same-id", load_reference().flags, Register(load_matcher), Place("w", "K")
    )
    with pytest.raises(EngineError):
        broken.run(COORDINATOR, preview)
    assert (_everything(store), logs.all_imports()) == ([], ())


def test_only_those_with_the_right_import(logs: PastLogs, small: Path) -> None:
    """A volunteer can neither bring in a log nor take one back."""
    preview = logs.preview(small)
    with pytest.raises(UserError, match="not_allowed"):
        logs.run(VOLUNTEER, preview)
    with pytest.raises(UserError, match="not_allowed"):
        logs.undo(VOLUNTEER, "import")


def test_nothing_to_bring_in_and_nothing_to_undo(logs: PastLogs, tmp_path: Path) -> None:
    """A log without one good line is refused; so is an undo of an import that is not there."""
    empty = tmp_path / "empty.csv"
    empty.write_text("Date,Time in,Problem\nnever,25:99,drunk\n", encoding="utf-8")
    with pytest.raises(UserError, match="import_nothing"):
        logs.run(COORDINATOR, logs.preview(empty))
    with pytest.raises(UserError, match="import_unknown"):
        logs.undo(COORDINATOR, "no-such-import")


def test_mapping_is_saved_changed_and_used(logs: PastLogs, small: Path, tmp_path: Path) -> None:
    """What the preview did not understand is put right in its mapping file, by hand."""
    path = tmp_path / "mapping.toml"
    logs.save_mapping(logs.preview(small), path)
    text = path.read_text(encoding="utf-8")
    assert '"swam home" = ["?"]' in text
    path.write_text(text.replace('"swam home" = ["?"]', '"swam home" = ["home_alone"]'), encoding="utf-8")
    preview = logs.preview(small, path)
    assert [value.text for value in preview.unread] == ["dancing"]
    assert str(preview.visits[-1].outcome) == "home_alone"


def test_named_visits_bring_their_people_along_and_take_them_away(store: Store, logs: PastLogs, small: Path) -> None:
    """Each named line is a person found by that name; undoing the import forgets them, and every word of theirs."""
    result = logs.run(COORDINATOR, logs.preview(small))
    (_, (jack, hurt)), _ = _everything(store)
    with store.look() as view:
        assert view.people.with_words([Wanted(("webb",))], 9) == (jack.id,) == (jack.person_id,)
        person = view.people.get(jack.id)
    assert person is not None
    assert person.names == ("Jack Webb",)
    assert hurt.person_id is None

    logs.undo(COORDINATOR, result.import_id)
    with store.look() as view:
        assert view.people.get(jack.id) is None
        assert view.people.vocabulary() == ()


def test_a_written_age_is_a_birth_within_a_year(store: Store, logs: PastLogs, tmp_path: Path) -> None:
    """Its band would leave seven years open; one that was guessed says so."""
    path = tmp_path / "ages.csv"
    path.write_text("Date,Time in,Name,Age\n07/01/2017,23:30,Jo Hale,24\n07/01/2017,23:40,Al Kerr,~30\n", "utf-8")
    logs.run(COORDINATOR, logs.preview(path))
    ((_, visits),) = _everything(store)
    with store.look() as view:
        births = [person.birth for person in view.people.several([visit.id for visit in visits])]
    night = date(2017, 1, 7)
    assert set(births) == {aged(24, night), aged(30, night, guessed=True)}
