"""When letters look like a word and not like answers."""

from __future__ import annotations

import pytest

from mavis.ui.presenters.visit.typed_word import TypedWord


@pytest.mark.parametrize(
    ("typed", "is_word"),
    [
        ("DHYM", False),
        ("DD", False),
        ("SAM", False),
        ("BOB", True),
        ("MIKE", True),
        ("BAGGY", True),
        ("SADCLN", True),
    ],
)
def test_what_looks_like_a_word(typed: str, is_word: bool) -> None:
    """A letter twice, an age twice, or many letters; the answers of a usual visit do not."""
    word = TypedWord()

    assert [word.add(letter, nameless=True) for letter in typed][-1] is is_word
    word.end()
    assert not word.add(typed[0], nameless=True)


def test_elsewhere_only_six_letters_are_a_word() -> None:
    """Care is ticked and taken off again; five in a row are answers, whichever they are."""
    word = TypedWord()

    assert [word.add(letter, nameless=False) for letter in "LLAMAS"] == [False] * 5 + [True]
