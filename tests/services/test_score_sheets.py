"""The tables that can be scored: their columns are what clinical auditors were promised."""

from __future__ import annotations

from mavis.services.score_sheets import SHEETS


def test_the_columns_are_as_promised() -> None:
    """Names in the files of auditors: a change here breaks their tables."""
    assert {kind: (sheet.columns, sheet.answers) for kind, sheet in SHEETS.items()} == {
        "news2": (
            ("respiration", "spo2", "spo2_scale", "oxygen", "systolic", "pulse", "acvpu", "temperature"),
            ("total", "risk", "monitoring", "missing"),
        ),
        "gcs": (("eye", "verbal", "motor"), ("total", "severity")),
        "audit-c": (("q1", "q2", "q3"), ("total", "positive")),
        "audit": (tuple(f"q{number}" for number in range(1, 11)), ("total", "positive", "band")),
        "audit-pc": (("q1", "q2", "q3", "q4", "q5"), ("total", "positive")),
        "fast": (("q1", "q2", "q3", "q4"), ("total", "positive")),
        "m-sasq": (("q1",), ("total", "positive")),
        "units": (("ml", "abv"), ("units",)),
    }
