"""The figures of the fault tests: each test gives those of its fault, and `make soak` prints them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, cast

import pytest

from tests.faults.long_form import SOAK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Figures = Callable[..., None]

_FIGURES = "figures"


@pytest.fixture
def figures(record_property: Callable[[str, object], None]) -> Figures:
    """Give the figures of a fault that was withstood: ``figures("kill -9 of a save", kills=20, lost=0)``."""

    def give(fault: str, **counts: int) -> None:
        record_property(_FIGURES, [fault, counts])

    return give


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In the long form a test takes as long as it takes."""
    if SOAK:
        for item in items:
            item.add_marker(pytest.mark.timeout(0))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """After the long form: one line for each fault that was withstood."""
    if SOAK:
        terminalreporter.section("faults withstood")
        for line in _lines(terminalreporter.getreports("passed")):
            terminalreporter.write_line(line)


def _lines(reports: Iterable[pytest.TestReport]) -> list[str]:
    """The figures of all tests, added up for each fault."""
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        for name, given in report.user_properties:
            if name == _FIGURES:
                fault, counts = cast("tuple[str, dict[str, int]]", given)
                sums[fault].update(counts)
    return [f"{fault}: " + ", ".join(f"{name} {count}" for name, count in sums[fault].items()) for fault in sums]
