"""The mapping file: what people may write in it, and what is refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.errors import UserError
from mavis.imports.log_field import LogField
from mavis.imports.log_mapping import AfterMidnight, DateOrder, LogMapping, load_mapping, mapping_of, mapping_text
from mavis.imports.words import plain

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


@given(heading=TEXTS, cell=TEXTS.map(plain), order=st.sampled_from(DateOrder), below=st.booleans())
def test_any_mapping_survives_its_file(heading: str, cell: str, order: DateOrder, below: bool) -> None:
    """Quotes, new lines, signs of control: whatever stands in a heading or a cell comes back as it was."""
    mapping = LogMapping(
        {LogField.NIGHT: heading},
        order,
        AfterMidnight.NEXT_DATE,
        below,
        {LogField.NEED: {plain(cell): ("head_injury", "note")}},
    )
    assert mapping_of(mapping_text(mapping, [heading])) == mapping


def test_one_code_needs_no_brackets() -> None:
    """A person may write a single code without a list."""
    assert mapping_of('[need]\n"Merry" = "alcohol_intoxication"').meanings[LogField.NEED] == {
        "merry": ("alcohol_intoxication",)
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[columns", "import_mapping_not_read"),
        ("columns = 3", "import_mapping_not_read"),
        ("[columns]\nshoe_size = 'Shoes'", "import_mapping_word_wrong part=columns"),
        ("[dates]\norder = 'backwards'", "import_mapping_word_wrong part=dates"),
        ("[need]\ndrunk = ['tipsy']", "import_mapping_word_wrong part=need"),
        ("[need]\ndrunk = 7", "import_mapping_word_wrong part=need"),
        ("x = " + "[" * 100_000, "import_mapping_not_read"),
    ],
)
def test_a_broken_file_says_what_is_wrong(text: str, sentence: str) -> None:
    """The part of the file is named, its contents never."""
    with pytest.raises(UserError, match=sentence):
        mapping_of(text)


def test_a_missing_or_unreadable_file_has_its_sentence(tmp_path: Path) -> None:
    """No file, a folder, and bytes that are no text."""
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\xfa")
    for name, sentence in (("none", "file_missing"), ("", "file_missing"), ("binary.toml", "mapping_not_read")):
        with pytest.raises(UserError, match=f"import_{sentence}"):
            load_mapping(tmp_path / name)
