"""The command line as a script meets it: JSON, exit statuses, and one sentence for each failure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from mavis.bootstrap import open_program
from mavis.cli.exporting import Month
from mavis.cli.main import run
from mavis.cli.output import Answer
from mavis.system.wording import words
from tests.cli.conftest import no_real_window, no_window
from tests.programs import FOUR_WORDS, cheap_vault

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Mavis

_LOG = "\n".join(
    [
        "Date (night of),Time in,Time out,Name / nickname,M/F,Age,Problem,How they left,Would have gone to",
        "07/01/2017,23:32,23:45,Ida Example,F,21,drunk,taxi home,999",
        "07/01/2017,00:04,,,M,24,head injury,Ambulance to A&E,A&E",
        "14/01/2017,22:10,22:40,,M,~30,lost friends,home with friends,no",
        "14/01/2017,99:99,,,F,19,drunk,taxi home,no",
    ]
)


@pytest.fixture
def brought_in(set_up: Mavis, tmp_path: Path) -> Mavis:
    """A folder with a small invented log in it."""
    log = tmp_path / "log.csv"
    log.write_text(_LOG, encoding="utf-8")
    set_up("import", "log", str(log))
    return set_up


def test_init_says_the_recovery_code_once(mavis: Mavis) -> None:
    """The code opens the records; a second init is refused and says so."""
    status, said = mavis("init", "--scheme", "Weston MAVISbus", "--coordinator", "Dilys")
    again, refused = mavis("init", "--scheme", "Weston MAVISbus", "--coordinator", "Dilys")
    assert (status, len(said["recovery_code"])) == (0, 34)
    assert (again, refused["exit"]) == (3, 3)
    assert refused["error"].endswith(".")


def test_a_dry_run_brings_nothing_in(set_up: Mavis, tmp_path: Path) -> None:
    """It names the visits, the shifts and the line that stays out, and leaves the store as it was."""
    log = tmp_path / "log.csv"
    log.write_text(_LOG, encoding="utf-8")
    status, said = set_up("import", "log", str(log), "--dry-run")
    assert (status, said["visits"], said["shifts"], said["import_id"]) == (0, 3, 2, None)
    assert [line["row"] for line in said["quarantined"]] == [5]
    assert set_up("shifts")[1] == {"shifts": []}


def test_an_import_and_its_undo(brought_in: Mavis, tmp_path: Path) -> None:
    """The visits come in once; the same file again is refused; taking the import back leaves nothing."""
    assert brought_in("shifts")[1]["shifts"] == [
        {"date": "2017-01-07", "visits": 2},
        {"date": "2017-01-14", "visits": 1},
    ]
    status, refused = brought_in("import", "log", str(tmp_path / "log.csv"))
    assert (status, refused["exit"]) == (1, 1)


def test_taking_an_import_back(set_up: Mavis, tmp_path: Path) -> None:
    """What one import brought goes away as one."""
    log = tmp_path / "log.csv"
    log.write_text(_LOG, encoding="utf-8")
    _, said = set_up("import", "log", str(log))
    assert set_up("import", "undo", said["import_id"])[0] == 0
    assert set_up("shifts")[1] == {"shifts": []}


def test_a_mapping_saved_and_used(set_up: Mavis, tmp_path: Path) -> None:
    """The mapping of the preview reads the same log again."""
    log, mapping = tmp_path / "log.csv", tmp_path / "mapping.toml"
    log.write_text(_LOG, encoding="utf-8")
    set_up("import", "log", str(log), "--dry-run", "--save-mapping", str(mapping))
    status, said = set_up("import", "log", str(log), "--mapping", str(mapping))
    assert (status, said["visits"]) == (0, 3)


def test_a_summary_of_a_night(brought_in: Mavis, tmp_path: Path) -> None:
    """A PDF lies where it was asked for; a night without a shift is a sentence."""
    paper = tmp_path / "night.pdf"
    status, said = brought_in("report", "shift", "2017-01-07", "--out", str(paper))
    assert (status, said) == (0, {"file": str(paper), "pages": 2})
    assert paper.read_bytes().startswith(b"%PDF")
    missing, refused = brought_in("report", "shift", "2017-01-08", "--out", str(paper))
    assert (missing, "2017-01-08" in refused["error"]) == (1, True)


def test_a_night_with_two_shifts_is_asked_about(set_up: Mavis, tmp_path: Path) -> None:
    """Neither is left out without a word: both are named, and each can be had by its number."""
    program = open_program(tmp_path / "data", vault=cheap_vault)
    session = program.unlock(program.access.people()[0].id, FOUR_WORDS)
    for visits in (2, 1):
        shift = session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
        for _ in range(visits):
            session.visits.open_visit(session.actor)
        session.shifts.close_shift(session.actor, shift.id)
    session.close()
    program.close()
    night, paper = f"{shift.date}", str(tmp_path / "night.pdf")
    status, refused = set_up("report", "shift", night, "--out", paper)
    assert status == 1
    assert f"{night}/1 (from " in refused["error"]
    assert f"{night}/2 (from " in refused["error"]
    assert "2 visits" in refused["error"]
    assert [set_up("report", "shift", f"{night}/{number}", "--out", paper)[0] for number in (1, 2, 3)] == [0, 0, 1]
    listed = set_up("shifts", as_json=False)[1]
    assert f"{night}/1  2 visits\n{night}/2  1 visit\n" in listed


@pytest.mark.parametrize("audience", ["controller", "partner"])
@pytest.mark.parametrize(("form", "name"), [("datapackage", "counts"), ("xlsx", "counts.xlsx")])
def test_counts(brought_in: Mavis, tmp_path: Path, audience: str, form: str, name: str) -> None:
    """Both forms for both audiences; the partner's holds no exact small number of visits."""
    out = tmp_path / name
    months = ["--from", "2017-01", "--to", "2017-01"]
    status, said = brought_in("export", "counts", *months, "--audience", audience, "--format", form, "--out", str(out))
    assert status == 0
    assert said["rows"] > 0
    assert all(tmp_path in found.parents for found in map(type(tmp_path), said["files"]))


def test_visits_in_codes(brought_in: Mavis, tmp_path: Path) -> None:
    """One row a visit, without the name that the log held."""
    out = tmp_path / "visits.csv"
    nights = ["--from", "2017-01-01", "--to", "2017-01-31"]
    status, said = brought_in("export", "visits", *nights, "--out", str(out))
    assert (status, said["rows"]) == (0, 3)
    assert "Ida" not in out.read_text(encoding="utf-8")


def test_verify(brought_in: Mavis, tmp_path: Path) -> None:
    """All is well; one byte of the records changed by hand is found, with status 3."""
    status, said = brought_in("verify")
    assert (status, said["ok"]) == (0, True)
    assert [check["name"] for check in said["checks"]] == [
        *("header", "pages", "schema", "trail", "shifts", "visits", "people", "backups")
    ]
    records = tmp_path / "data" / "mavis.db"
    content = bytearray(records.read_bytes())
    content[5000] ^= 1
    records.write_bytes(bytes(content))
    damaged, found = brought_in("verify")
    assert (damaged, found["ok"]) == (3, False)


@pytest.mark.parametrize("verb", [("verify",), ("shifts",)])
def test_a_folder_that_is_not_there_is_not_made(mavis: Mavis, tmp_path: Path, verb: tuple[str, ...]) -> None:
    """A slip in its name must not leave an empty folder that looks like a new Mavis."""
    status, said = mavis(*verb)
    assert (status, said["error"]) == (1, words("errors.not_set_up"))
    assert not (tmp_path / "data").exists()


def test_words_for_a_person(brought_in: Mavis) -> None:
    """Without ``--json`` there are lines to read."""
    status, said = brought_in("shifts", as_json=False)
    assert (status, said.splitlines()) == (0, ["2017-01-07  2 visits", "2017-01-14  1 visit"])


def test_a_wrong_passphrase_is_a_sentence(set_up: Mavis, tmp_path: Path) -> None:
    """Status 1, and the sentence says what to do."""
    (tmp_path / "passphrase.txt").write_text("four plain brown cows\n", encoding="utf-8")
    status, said = set_up("shifts")
    assert (status, said["exit"]) == (1, 1)


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("report", "shift", "2017-99-01", "--out", "x.pdf"), ("export", "counts")]
)
def test_wrong_usage_ends_with_2(set_up: Mavis, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    """Click says what is wrong; nothing was done."""
    assert run(list(arguments), lambda _out: Answer(()), lambda: Answer(()), no_window, no_real_window) == 2
    assert "Usage" in capsys.readouterr().err


def test_a_bug_is_named_by_its_kind_only(capsys: pytest.CaptureFixture[str]) -> None:
    """Status 70, and no word of what the bug was about."""

    def broken() -> Answer:
        raise KeyError("Ida Example")

    assert run(["selftest"], lambda _out: Answer(()), broken, no_window, no_real_window) == 70
    said = capsys.readouterr().err
    assert "KeyError" in said
    assert "Ida" not in said


def test_the_windows_are_handed_in(mavis: Mavis, tmp_path: Path) -> None:
    """The command line knows no window: the night and the check of a build are given to it."""
    assert mavis("demo", "--out", str(tmp_path / "night")) == (0, {"out": str(tmp_path / "night")})
    assert mavis("selftest") == (0, {"ok": True})


def test_a_table_of_cases_is_scored_without_records(mavis: Mavis, tmp_path: Path) -> None:
    """A clinical auditor needs no set-up: the verb opens no store, and says how many rows have no score."""
    table, out = tmp_path / "cases.csv", tmp_path / "scored.csv"
    table.write_text("eye,verbal,motor\n4,5,6\n4,NT,6\n", encoding="utf-8")

    assert mavis("score", "gcs", str(table), "--out", str(out)) == (0, {"rows": 2, "unscored": 1, "file": str(out)})
    assert out.read_text(encoding="utf-8").splitlines()[1] == "4,5,6,15,mild,"
    assert not (tmp_path / "data").exists()


def test_training_opens_its_window(mavis: Mavis) -> None:
    """``train`` goes on, ``train --again`` begins afresh, and the window's status is that of the verb."""
    assert mavis("train") == (0, {})
    assert mavis("train", "--again") == (1, {})


def test_training_is_a_flag_too(capsys: pytest.CaptureFixture[str]) -> None:
    """``mavis --training`` is ``mavis train``, with nothing to say once the window is closed."""
    windows = (lambda _out: Answer(()), lambda: Answer(()))
    opened = []

    def window(data_dir: Path | None, again: bool) -> int:
        opened.append((data_dir, again))
        return 0

    assert run(["--training"], *windows, window, no_real_window) == 0
    assert opened == [(None, False)]
    assert capsys.readouterr().out == ""


def test_the_window_opens_over_any_folder_but_that_of_training(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only ``--data-dir`` is enough; made-up people are never shown as if they were real."""
    windows = (lambda _out: Answer(()), lambda: Answer(()))
    opened = []

    def window(data_dir: Path | None) -> int:
        opened.append(data_dir)
        return 0

    def given(*arguments: str) -> int:
        return run(list(arguments), *windows, no_window, window)

    assert given("--data-dir", str(tmp_path / "bus")) == 0
    assert given("window") == 0
    assert opened == [tmp_path / "bus", None]
    assert given("--data-dir", str(tmp_path / "bus"), "--training") == 0
    assert given("--data-dir", str(tmp_path / "bus-training")) == 1
    assert capsys.readouterr().err.strip() == words("errors.made_up_people")
    assert len(opened) == 2


def test_a_verb_on_training_says_so(mavis: Mavis, tmp_path: Path) -> None:
    """In words and in JSON, by the flag and by the folder; nothing is asked, and the real folder is not made."""
    said = mavis("shifts", "--training", as_json=False)[1]
    status, listed = mavis("shifts", "--training")
    out = tmp_path / "counts.xlsx"
    months = ("--from", "2026-01", "--to", "2026-02", "--audience", "controller", "--format", "xlsx")
    written = mavis("export", "counts", *months, "--out", str(out), "--training")[1]

    assert said.splitlines()[0] == words("training.cli")
    assert (status, listed["training"], len(listed["shifts"])) == (0, True, 2)
    assert written["files"] == [str(tmp_path / "TRAINING-counts.xlsx")]
    assert not out.exists()
    assert not (tmp_path / "data").exists()


def test_a_real_verb_says_nothing_of_training(set_up: Mavis) -> None:
    """Its answers are as they always were."""
    assert "training" not in set_up("shifts")[1]
    assert words("training.cli") not in set_up("shifts", as_json=False)[1]


def test_a_month_the_wrong_way_round_is_refused_as_it_was_typed() -> None:
    """The sentence shows what was typed and the form that is wanted."""
    with pytest.raises(click.BadParameter) as refused:
        Month().convert("11-2026", None, None)

    assert refused.value.message == words("cli.not_a_month", value="11-2026")
