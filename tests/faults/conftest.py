"""How long the fault tests go on, and the figures they give: `make soak` asks for the long form and prints them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Figures = Callable[..., None]

SOAK = bool(os.environ.get("MAVIS_SOAK"))
_FIGURES = "figures"


@pytest.fixture
def figures(record_property: Callable[[str, object], None]) -> Figures:
    """Give the figures of a fault that was withstood: ``figures("kill -9 while saving", kills=20, lost=0)``."""

    def give(fault: str, **counts: int) -> None:
        record_property(_FIGURES, f"{fault}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))

    return give


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In the long form a test takes as long as it takes."""
    if SOAK:
        for item in items:
            item.add_marker(pytest.mark.timeout(0))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """After the long form: one line for each fault that was withstood."""
    passed = terminalreporter.getreports("passed") if SOAK else []
    lines = [str(text) for report in passed for name, text in report.user_properties if name == _FIGURES]
    if lines:
        terminalreporter.section("faults withstood")
        terminalreporter.write("".join(f"{line}\n" for line in lines))
