"""The figures can fail: a row over its target is said, written down, and turns the status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.__main__ import measured
from benchmarks.table import compared, in_turn, limited

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("mavis", "ok"), [([0.003, 0.004, 0.003], True), ([0.003, 0.005, 0.005], False)])
def test_a_missed_target_turns_the_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], mavis: list[float], ok: bool
) -> None:
    """The ratio is the middle one of the pairs, so that one slow moment decides nothing."""
    written = tmp_path / "build" / "bench.json"
    status = measured((), {"work": lambda _: [compared("work", [0.002, 0.002, 0.002], mavis, 1.5)]}, written)

    assert status == (0 if ok else 1)
    assert capsys.readouterr().out.split()[-1] == ("ok" if ok else "OVER")
    (row,) = json.loads(written.read_text(encoding="utf-8"))
    assert list(row) == ["row", "floor", "mavis", "unit", "ratio", "target", "ok", "beside"]
    assert (row["floor"], row["unit"], row["target"], row["ok"]) == (2.0, "ms", 1.5, ok)


@pytest.mark.parametrize(("used", "ok"), [(6, True), (7, False)])
def test_a_missed_budget_turns_the_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], used: int, ok: bool
) -> None:
    """A figure without a floor has its limit; only what was asked for is measured."""
    measures = {"keys": lambda _: [limited("visit", used, "keys", 6, "5 s")], "more": lambda _: []}
    status = measured(["keys"], measures, tmp_path / "bench.json")

    assert status == (0 if ok else 1)
    assert capsys.readouterr().out.splitlines()[-1].split()[-3:] == ["ok" if ok else "OVER", "5", "s"]
    (row,) = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    assert (row["floor"], row["ratio"], row["mavis"]) == (None, None, used)


def test_floor_and_work_take_turns() -> None:
    """A slow moment of the machine hits both; what warms up is not kept."""
    order: list[str] = []

    def floor() -> float:
        order.append("floor")
        return 1.0

    def work() -> float:
        order.append("work")
        return 2.0

    assert in_turn(floor, work, pairs=2, warm=1) == ([1.0, 1.0], [2.0, 2.0])
    assert order == ["floor", "work"] * 3
