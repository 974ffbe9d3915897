"""What words mean, and that a scheme can add its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import UserError
from mavis.imports.log_field import LogField
from mavis.imports.words import ReferenceWords, load_words

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def words() -> ReferenceWords:
    """The shipped words."""
    return load_words()


@pytest.mark.parametrize(
    ("field", "text", "codes"),
    [
        (LogField.NEED, "  DRUNK ", ("alcohol_intoxication",)),
        (LogField.NEED, "drunk,  vomiting", ("alcohol_intoxication", "note")),
        (LogField.NEED, "drugs?", ("suspected_drugs",)),
        (LogField.NEED, "drunk; head injury", ("alcohol_intoxication", "head_injury")),
        (LogField.NEED, "a bit drunk tonight", ("alcohol_intoxication", "note")),
        (LogField.NEED, "not drunk", ("?",)),
        (LogField.NEED, "drunk, merry", ("alcohol_intoxication", "?")),
        (LogField.NEED, "no way home", ("no_way_home",)),
        (LogField.NEED, "n/a", ()),
        (LogField.CARE, "bowl, water, obs", ("water", "monitored_only", "note")),
        (LogField.CARE, "pressure + dressing", ("bleeding_control", "wound_cleaned")),
        (LogField.OUTCOME, "B&B / hotel", ("returned_to_accommodation",)),
        (LogField.OUTCOME, "Own way to A & E", ("own_transport_to_ed",)),
        (LogField.OUTCOME, "taxi, police", ("?",)),
        (LogField.OUTCOME, "walked home with mum", ("?",)),
        (LogField.WOULD_HAVE, "A and E", ("ed_own_means",)),
        (LogField.WOULD_HAVE, "none", ("nothing",)),
        (LogField.GENDER, "M ", ("male",)),
    ],
)
def test_meanings(words: ReferenceWords, field: LogField, text: str, codes: tuple[str, ...]) -> None:
    """Case and spaces never matter; what is denied, unknown or points two ways is not guessed."""
    assert words.meaning(field, text) == codes


def test_a_scheme_adds_words_and_headings(tmp_path: Path) -> None:
    """Its own file lies on top of the shipped one, and changes a word where it says so."""
    own = tmp_path / "import_words.toml"
    own.write_text('nothing = ["nowt"]\n[headings]\nneed = ["Mithering"]\n[need]\nother = ["cold"]\n', encoding="utf-8")
    words = load_words(own)
    assert words.headings["mithering"] is LogField.NEED
    assert words.meaning(LogField.NEED, "Cold") == ("other",)
    assert words.meaning(LogField.NEED, "drunk") == ("alcohol_intoxication",)
    assert words.meaning(LogField.NEED, "nowt") == ()


@pytest.mark.parametrize(
    "text", ['[need]\ntipsy = ["tipsy"]', "[headings]\nshoes = ['x']", "total = 3", "[need", "need = 7"]
)
def test_a_broken_file_of_words_is_refused(tmp_path: Path, text: str) -> None:
    """Codes and fields that do not exist, and what is no TOML."""
    own = tmp_path / "import_words.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="import_mapping"):
        load_words(own)
