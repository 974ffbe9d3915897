"""Words are measured and broken into lines without losing any."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from mavis.reports.lettering import (
    SMALL,
    TEXT,
    TEXT_BOLD,
    Face,
    Run,
    forget_widths,
    printable,
    runs,
    width,
    wrap,
    wrap_runs,
)
from mavis.system.resources import resource


@pytest.mark.parametrize("face", list(Face))
def test_all_figures_are_equally_wide(face: Face) -> None:
    """Numbers align in a column without any feature of the font."""
    font = TTFont(resource("fonts", "open-sans", f"{face.value}.ttf"))
    widths = {font["hmtx"][font.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}

    assert len(widths) == 1


def test_what_the_font_cannot_draw_is_said_to_be_missing() -> None:
    """A sign of a note that has no glyph is a question mark, and a control character a space: never a box."""
    assert printable("taxi \U0001f695\tat 3") == "taxi ? at 3"


def test_a_width_is_in_millimetres() -> None:
    """Ten figures of 9.5 pt are 571/1000 em each."""
    assert width("0123456789", TEXT) == pytest.approx(10 * 0.571 * 9.5 * 25.4 / 72, rel=0.01)


@given(st.text(max_size=200), st.floats(5.0, 80.0))
def test_no_letter_is_lost_and_no_line_too_wide(text: str, room: float) -> None:
    """Wrapping keeps each letter; only spaces go."""
    lines = wrap(text, SMALL, room)

    assert "".join("".join(lines).split()) == "".join(printable(text).split())
    assert all(width(line, SMALL) <= room + 0.01 for line in lines)


def test_a_word_wider_than_the_room_is_broken() -> None:
    """Long words wrap; they are never clipped or shrunk."""
    lines = wrap("Llanfairpwllgwyngyllgogerychwyrndrobwll", TEXT, 20.0)

    assert len(lines) > 2
    assert "".join(lines) == "Llanfairpwllgwyngyllgogerychwyrndrobwll"


def test_runs_keep_their_style_across_lines() -> None:
    """A bold beginning stays bold where the line breaks within it."""
    lines = wrap_runs([Run("One two three four", TEXT_BOLD), Run("five six", TEXT)], 22.0)

    assert [[(run.text.strip(), run.style) for run in line] for line in lines] == [
        [("One two", TEXT_BOLD)],
        [("three four", TEXT_BOLD)],
        [("five six", TEXT)],
    ]


def test_wording_between_stars_is_bold() -> None:
    """The rule of the tallies has two bold words."""
    bold = [run.text for run in runs("print.tallies.rule", TEXT, TEXT_BOLD) if run.style == TEXT_BOLD]

    assert bold == ["0", "Not counted"]


def test_nothing_of_a_night_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text is measured once while a print is drawn, and forgotten when it is finished."""
    measured: list[str] = []

    def measure(text: str, *_: object) -> float:
        measured.append(text)
        return 1.0

    monkeypatch.setattr(pdfmetrics, "stringWidth", measure)
    for _ in range(2):
        width("Sam Example came back", TEXT)
        width("Sam Example came back", TEXT_BOLD)
        width("Sam Example came back", TEXT)
        forget_widths()

    assert len(measured) == 4
