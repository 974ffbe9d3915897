"""Words are looked up by key, filled with facts, and bent to the number they are about."""

from __future__ import annotations

import re

import pytest

from mavis.domain.errors import UserError
from mavis.system.wording import all_words, sentence, words

_NUMBER_AND_NOUN = re.compile(
    r"\{\w+\} (more )?(people|visits|nights|shifts|pages|seconds|minutes|hours|days|rows|lines|things|words|checks"
    r"|changes|times|units|questions|groups|weeks|months|records|pairs)\b"
)
_ALWAYS_MORE_THAN_ONE = {
    "alcohol.units.guideline": "the guideline is 14 units",
    "alcohol.units.over": "the guideline is 14 units",
    "cli.doubt_more": "a line alone is told as such",
    "cli.left_out_more": "a line alone is told as such",
    "cli.not_understood_more": "a word alone is quoted as such",
    "cli.skipped_more": "a line alone is told as such",
    "close.missing.title_more": "title_one says 1 thing",
    "close.missing.tally_more": "tally_one names the kind",
    "errors.screening_length": "no screening has one question",
    "first_run.code.too_long": "the code has a fixed number of groups",
    "first_run.code.too_short": "the code has a fixed number of groups",
    "first_run.wrong": "one thing is said at its field alone",
    "manual.found": "found_once says once",
    "print.breakdown.stay_all": "stay_one says the visit",
    "print.lead.to_do.tally_not_counted": "it names no number",
    "print.summary.open": "hours with a decimal: 1.0 hours",
    "print.summary.open_planned": "hours with a decimal: 1.0 hours",
    "print.usual.not_peak": "1.5 times",
    "print.usual.times": "times with a decimal",
    "settings.backups.ago_days": "up to 48 hours are told in hours",
    "start.warning.kit_more": "kit_one and kit_two name the things",
    "visit.here_since_earlier": "5 or 10 minutes",
    "visit.left_at_earlier": "5 or 10 minutes",
}


@pytest.mark.parametrize(("n", "said"), [(0, "0 visits"), (1, "1 visit"), (2, "2 visits"), (21, "21 visits")])
def test_a_number_bends_its_noun(n: int, said: str) -> None:
    """English has two forms: one for 1, and the other for every other number, 0 as well."""
    assert words("cli.visits", n=n) == said


def test_a_failure_bends_too() -> None:
    """The sentence of a failure is chosen by its fact ``n``."""
    said = [sentence(UserError("too_many_guesses", n=wait)) for wait in (1, 2)]

    assert said == [
        "Too many wrong tries. Wait 1 second, then try again.",
        "Too many wrong tries. Wait 2 seconds, then try again.",
    ]


def test_a_bug_has_no_sentence() -> None:
    """It goes on as it is: whatever shows failures shows it as a bug, and no place that asks swallows it."""
    bug = KeyError("nobody expected this")
    with pytest.raises(KeyError) as raised:
        sentence(bug)

    assert raised.value is bug


def test_a_text_of_one_form_keeps_its_number() -> None:
    """A fact may be called ``n`` without there being two forms."""
    assert words("print.figure.answered", n=3, visits="4 visits") == "3 of 4 visits answered"


def test_a_key_that_nobody_wrote_is_refused() -> None:
    """With a number and without."""
    for facts in ({}, {"n": 1}):
        with pytest.raises(KeyError):
            words("cli.no_such_text", **facts)


def test_no_text_says_one_visits() -> None:
    """A text with a number before a noun in the plural has two forms, or is never used for one."""
    plural = {key for key, text in all_words().items() if _NUMBER_AND_NOUN.search(text) and not key.endswith(".other")}

    assert plural - _ALWAYS_MORE_THAN_ONE.keys() == set()
