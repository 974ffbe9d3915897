"""The preview of an import in words: each kind once, with a few examples, and nothing left out uncounted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mavis.cli.import_words import told
from mavis.imports.log_field import LogField
from mavis.imports.preview import LogVisit
from mavis.services.past_logs import ImportPreview, LineNote, LogMapping, UnreadValue, Why
from mavis.system.wording import words
from tests.builders import at

_SWAPPED = tuple(LineNote(row, Why.DATE_SWAPPED, "01/25/2017") for row in (4, 9, 12, 15, 20, 31))
_UNREAD = tuple(UnreadValue(LogField.NEED, "Problem", text, (2,)) for text in ("legless", "worse", "wrecked", "gone"))
_NONE = "Can come in: 0 visits on 0 nights."


def preview(
    quarantined: tuple[LineNote, ...] = (),
    doubts: tuple[LineNote, ...] = (),
    skipped: tuple[LineNote, ...] = (),
    unread: tuple[UnreadValue, ...] = (),
) -> ImportPreview:
    """A file in which no visit was found."""
    return ImportPreview("", "csv", "utf-8", ",", LogMapping({}), (), quarantined, skipped, doubts, unread, (), ())


def test_lines_of_a_kind_are_counted_with_the_first_and_where_some_others_stand() -> None:
    """Six dates the other way round take two lines, not six."""
    assert told(preview(_SWAPPED), every=False) == (
        _NONE,
        words("cli.left_out_more", count=6, row=4, reason=_SWAPPED[0].reason),
        words("cli.also", rows=words("cli.some_and_more", some="9, 12, 15", count=2)),
        words("cli.see_all"),
    )


def test_words_that_were_not_understood_stand_by_their_column() -> None:
    """Three as examples, the rest counted."""
    quoted = ", ".join(words("cli.quoted", text=value.text) for value in _UNREAD[:3])
    values = words("cli.some_and_more", some=quoted, count=1)

    line = words("cli.not_understood_more", count=4, heading="Problem", values=values)
    assert told(preview(unread=_UNREAD), every=False) == (_NONE, line, words("cli.see_all"))


def test_a_line_alone_is_told_as_it_is() -> None:
    """Each kind apart; and when nothing is left out, nobody is sent to look for more."""
    blank, odd = LineNote(3, Why.BLANK), LineNote(7, Why.FIRST_OF_TWO, "01:30")
    assert told(preview(doubts=(odd,), skipped=(blank,), unread=_UNREAD[:1]), every=False) == (
        _NONE,
        words("cli.doubt", row=7, reason=odd.reason),
        words("cli.skipped", row=3, reason=blank.reason),
        words("cli.not_understood", text="legless", heading="Problem"),
    )


def test_all_is_every_line_and_every_value() -> None:
    """One line for each."""
    lines = told(preview(_SWAPPED, unread=_UNREAD), every=True)

    assert len(lines) == 1 + len(_SWAPPED) + len(_UNREAD)
    assert words("cli.see_all") not in lines


def test_visits_older_than_names_are_kept_are_counted() -> None:
    """Before they come in, not first on the page of what is to be forgotten; the day itself is kept."""
    nights = (date(2017, 1, 7), date(2023, 11, 21), date(2023, 11, 22))
    visits = tuple(LogVisit(row, night, at("22:00")) for row, night in enumerate(nights, start=2))
    old = words("imports.long_ago", n=2, day=nights[-1])

    assert told(replace(preview(), visits=visits), every=False, first_kept=nights[-1])[1:] == (old,)
    assert told(replace(preview(), visits=visits), every=False, first_kept=nights[0])[1:] == ()
