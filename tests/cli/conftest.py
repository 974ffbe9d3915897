"""A verb called as a script calls it, on a data folder of the test."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from mavis import bootstrap
from mavis.cli import options
from mavis.cli.main import run
from mavis.cli.output import Answer
from tests.programs import FOUR_WORDS, cheap_vault

if TYPE_CHECKING:
    from pathlib import Path

Mavis = Callable[..., tuple[int, Any]]
"""Calls a verb: the exit status, and what its JSON says."""


def no_window(data_dir: Path | None, again: bool) -> int:
    """A training window that nobody sees; fresh ones end with 1, so that a test can tell them apart."""
    return int(again and data_dir is not None)


def no_real_window(data_dir: Path | None) -> int:
    """The window that nobody sees; it ends with 1 over a folder of one's own."""
    return int(data_dir is not None)


@pytest.fixture
def mavis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Mavis:
    """Call a verb with ``--json`` on one data folder; gives the exit status and what the JSON says."""

    def open_cheap(data_dir: Path | None) -> bootstrap.Program:
        return bootstrap.open_program(data_dir, vault=cheap_vault)

    monkeypatch.setattr(options, "open_program", open_cheap)
    secret = tmp_path / "passphrase.txt"
    secret.write_text(f"{FOUR_WORDS}\nnot this line\n", encoding="utf-8")

    def call(*arguments: str, as_json: bool = True) -> tuple[int, Any]:
        common = ["--data-dir", str(tmp_path / "data"), "--passphrase-file", str(secret)]
        given = [*arguments, *common, *(["--json"] if as_json else [])]
        windows = (lambda out: Answer((), {"out": str(out)}), lambda: Answer(("fine",), {"ok": True}))
        status = run(given, *windows, no_window, no_real_window)
        said = capsys.readouterr()
        return status, json.loads(said.out) if as_json else said.out + said.err

    return call


@pytest.fixture
def set_up(mavis: Mavis) -> Mavis:
    """A folder that was set up."""
    mavis("init", "--scheme", "Weston MAVISbus", "--coordinator", "Dilys")
    return mavis
