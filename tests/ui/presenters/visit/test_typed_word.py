"""When letters look like a word and not like answers."""

from __future__ import annotations

import pytest

from mavis.ui.presenters.visit.typed_word import looks_like_a_name


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
    assert looks_like_a_name(typed) is is_word
