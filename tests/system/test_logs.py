"""The log never holds a word that a person typed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import StorageError, UserError
from mavis.system.logs import log_event, log_failure, start_log, stop_log

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "Zebedee Quill"


def deep(name: str) -> None:
    """Fail the way programs fail, with a name in every place a name can be."""
    try:
        raise KeyError(name)
    except KeyError as missing:
        raise UserError("passphrase_wrong", who=name) from missing


def test_events_are_noted_by_key(log: Path) -> None:
    """The time in UTC, the level and the key."""
    log_event("backup_made")
    line = log.read_text(encoding="utf-8")
    assert line.endswith("Z INFO backup_made\n")
    assert line[:2] == "20"


def test_an_exception_with_facts_does_not_leak(log: Path) -> None:
    """The kind, the key and the lines of code stay; text and facts do not, nor those of the cause."""
    with pytest.raises(UserError) as caught:
        deep(CANARY)
    log_failure(caught.value)
    log_failure(StorageError(CANARY))
    log_failure(ValueError(CANARY))
    text = log.read_text(encoding="utf-8")
    assert "UserError:passphrase_wrong at " in text
    assert "deep:" in text
    assert "KeyError at deep:" in text
    assert "ValueError at nowhere" in text
    assert "Zebedee" not in text
    assert "Quill" not in text


def test_a_careless_message_does_not_leak(log: Path) -> None:
    """Whoever logs a sentence, with arguments or without, finds only that something happened."""
    log_event("unlocked")
    careless = logging.getLogger("mavis.services")
    careless.warning("saved %s", CANARY)
    careless.warning(f"saved {CANARY}")
    careless.warning("saved", extra={"name_of_visitor": CANARY})
    careless.error("failed", stack_info=True)
    text = log.read_text(encoding="utf-8")
    assert text.count("unnamed_event") == 2
    assert "Zebedee" not in text
    assert len(text.splitlines()) == 5


def test_an_error_that_causes_itself_ends(log: Path) -> None:
    """A circle of causes is told once."""
    first, second = ValueError("a"), TypeError("b")
    first.__cause__, second.__cause__ = second, first
    log_failure(first)
    assert log.read_text(encoding="utf-8").count("ValueError") == 1


def test_the_log_stays_small(log: Path) -> None:
    """Old lines go: four files of half a megabyte at most."""
    for _ in range(25_000):
        log_event("e" * 79)
    files = list(log.parent.iterdir())
    assert 2 <= len(files) <= 4
    assert all(file.stat().st_size <= 500_000 for file in files)


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Saving a visit matters more; and nothing is printed."""
    path = tmp_path / "gone" / "mavis.log"
    start_log(path)
    log_event("started")
    stop_log(path)
    assert capsys.readouterr().err == ""


def test_a_full_log_is_turned_over_and_the_oldest_goes(log: Path) -> None:
    """Four files of at most half a megabyte, newest first, and no line lost but the oldest."""
    last_year = "2025 last year\n" * 33_333
    for number, told in enumerate(("2026 newest", "2026 before", "2026 oldest", "2026 gone")):
        name = log if number == 0 else log.with_name(f"{log.name}.{number}")
        name.write_text(f"{told}\n{last_year}", encoding="utf-8")
    log_event("unlocked")

    files = sorted(log.parent.glob("mavis.log*"))
    assert [file.name for file in files] == ["mavis.log", "mavis.log.1", "mavis.log.2", "mavis.log.3"]
    assert files[0].read_text(encoding="utf-8").endswith("Z INFO unlocked\n")
    assert [file.read_text(encoding="utf-8").splitlines()[0] for file in files[1:]] == [
        "2026 newest",
        "2026 before",
        "2026 oldest",
    ]
