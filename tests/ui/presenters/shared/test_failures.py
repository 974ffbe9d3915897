"""A failure in words, and what of a bug is left in the log: enough to mend it, and nothing that was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import UserError
from mavis.system.wording import words
from mavis.ui.presenters.shared.failures import told

if TYPE_CHECKING:
    from pathlib import Path


def _stumble(known: dict[str, str]) -> str:
    return known["Zaphrina"]


def test_a_bug_is_named_in_the_log_with_the_line_it_came_from(log: Path) -> None:
    """Its kind and its way through the code, so that somebody can mend it; no word of its text."""
    with pytest.raises(KeyError) as caught:
        _stumble({})
    said = told(caught.value)
    text = log.read_text(encoding="utf-8")

    assert said == words("window.bug", kind="KeyError")
    assert "KeyError at " in text
    assert "_stumble:" in text
    assert "unnamed_event" not in text
    assert "Zaphrina" not in text + said


def test_a_refusal_is_told_in_its_own_words_and_is_not_logged(log: Path) -> None:
    """It is no bug."""
    assert told(UserError("no_open_shift")) == words("errors.no_open_shift")
    assert not log.exists()
