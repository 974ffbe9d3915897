"""A passphrase is long enough, and the judgement of its strength is honest."""

from __future__ import annotations

import pytest

from mavis.domain.access.passphrase import Strength, check_passphrase, estimated_bits, prepared, strength
from mavis.domain.errors import UserError


@pytest.mark.parametrize("good", ["twelve signs", "abcdefghijkm", "at the old bus", "Öl für die Tür", "7*kQ-2!pZ+9xx"])
def test_twelve_characters_or_four_words_are_accepted(good: str) -> None:
    """Length is all that counts."""
    check_passphrase(good)


@pytest.mark.parametrize(
    ("bad", "key"),
    [
        ("", "passphrase_short"),
        ("elevenchars", "passphrase_short"),
        ("a b c d", "passphrase_short"),
        ("no no no no", "passphrase_short"),
        ("one two two", "passphrase_short"),
        ("           a", "passphrase_short"),
        ("aaaaaaaaaaaaaaaa", "passphrase_simple"),
        ("121212121212", "passphrase_simple"),
    ],
)
def test_short_or_simple_ones_are_refused(bad: str, key: str) -> None:
    """Each with its own sentence."""
    with pytest.raises(UserError, match=key):
        check_passphrase(bad)


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", Strength.WEAK),
        ("password1234", Strength.WEAK),
        ("123456789012", Strength.WEAK),
        ("saturday saturday saturday", Strength.WEAK),
        ("orange bicycle thunder", Strength.FAIR),
        ("orange bicycle thunder pillow", Strength.STRONG),
        ("7*Q-2!Z+9(3", Strength.FAIR),
    ],
)
def test_strength_follows_what_people_choose(passphrase: str, expected: Strength) -> None:
    """Runs and repeats hardly count; unrelated words do."""
    assert strength(passphrase) is expected


def test_more_of_something_new_is_never_weaker() -> None:
    """Adding a word never lowers the estimate."""
    text = ""
    before = 0.0
    for word in ("orange", "bicycle", "thunder", "pillow", "42", "!?"):
        text = f"{text} {word}"
        assert estimated_bits(text) > before
        before = estimated_bits(text)


def test_the_same_text_from_any_keyboard() -> None:
    """A letter with an accent may arrive as one sign or two, and a space as a wide one."""
    assert prepared("Zoe\u0308\u00a0tea") == "Zo\u00eb tea"
