"""Another scheme's invented log: other headings, separator, order and words, through a mapping put right by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import UserError
from mavis.imports.interpreting import interpret
from mavis.imports.log_field import LogField
from mavis.imports.log_mapping import AfterMidnight, LogMapping, load_mapping, mapping_of, mapping_text, save_mapping
from mavis.imports.proposing import complete, propose
from mavis.imports.reading import read_log
from mavis.imports.words import ReferenceWords, load_words

if TYPE_CHECKING:
    from mavis.imports.preview import ImportPreview
    from mavis.imports.raw_table import RawTable

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 3, 14)
COLUMNS_BY_HAND = """would_have = "had we not been there"
name = "Crew called them"
gender = "Chap or lass"
notes ="""
CODES_BY_HAND = {
    "bang on the head": "head_injury",
    "scrap": "assault",
    "rang mates": "call_to_family",
    "shanks's pony": "home_alone",
    "lass": "female",
    "nowt": "nothing",
}


@pytest.fixture(scope="module")
def words() -> ReferenceWords:
    """The shipped words."""
    return load_words()


@pytest.fixture(scope="module")
def raw() -> RawTable:
    """The other log."""
    return read_log(DATA / "quay_shelter_2023.txt")


def _check(preview: ImportPreview) -> None:
    """Eight of nine lines come in, with everything in its place."""
    assert [(note.row, note.reason) for note in preview.quarantined] == [(12, "This is not a time: 99.99")]
    assert (preview.unread, preview.unused, preview.missing) == ((), (), ())
    nights = [visit.night.isoformat() for visit in preview.visits]
    assert nights == ["2023-06-02"] * 4 + ["2023-06-09"] * 3 + ["2023-06-16"]
    assert [str(visit.needs[0]) for visit in preview.visits] == [
        "alcohol_intoxication",
        "minor_injury",
        "alcohol_intoxication",
        "head_injury",
        "lost_or_separated",
        "assault",
        "medical_illness",
        "mental_distress",
    ]
    assert [str(visit.outcome) for visit in preview.visits] == [
        "home_alone",
        "taxi",
        "rejoined_friends",
        "rejoined_friends",
        "rejoined_friends",
        "handed_to_police",
        "ambulance_conveyed",
        "taxi",
    ]
    assert [str(visit.gender)[0] for visit in preview.visits] == list("mffmfmff")
    assert [visit.name for visit in preview.visits][:2] == ["Perran", "Morwenna Tregear"]
    assert [visit.remarks for visit in preview.visits][:3] == [
        ("=2+2",),
        ("knee; left side", "Trouble: turned ankle"),
        ("0044",),
    ]


def test_layout_is_guessed_from_contents(raw: RawTable, words: ReferenceWords) -> None:
    """UTF-16, semicolons, and a date that changes at midnight; columns are known by what stands in them."""
    mapping = propose(raw, words)
    assert (raw.encoding, raw.separator, mapping.after_midnight) == ("utf-16", ";", AfterMidnight.NEXT_DATE)
    assert mapping.columns[LogField.ARRIVED] == "Aboard"
    assert mapping.columns[LogField.DEPARTED] == "Ashore"
    assert interpret(raw, mapping, words, TODAY).unused == ("Had we not been there", "Crew called them", "Chap or lass")


def test_saved_mapping_put_right_by_hand_brings_every_good_line(
    raw: RawTable, words: ReferenceWords, tmp_path: Path
) -> None:
    """Preview, save, name three columns, preview again, save, give codes to seven words, and it reads."""
    path = tmp_path / "mapping.toml"
    first = interpret(raw, propose(raw, words), words, TODAY)
    text = mapping_text(first.mapping, first.unused).replace("notes =", COLUMNS_BY_HAND)
    save_mapping(complete(mapping_of(text), raw, words), path)
    text = path.read_text(encoding="utf-8")
    for written, code in CODES_BY_HAND.items():
        assert f'"{written}" = ["?"]' in text
        text = text.replace(f'"{written}" = ["?"]', f'"{written}" = ["{code}"]')
    path.write_text(
        text.replace('"had wobble" = ["?"]', '"had wobble" = ["mental_distress", "note"]'), encoding="utf-8"
    )
    _check(interpret(raw, load_mapping(path), words, TODAY))


def test_kept_mapping_brings_the_same(raw: RawTable, words: ReferenceWords) -> None:
    """The mapping file beside the log does the same by itself."""
    _check(interpret(raw, load_mapping(DATA / "quay_shelter_2023.toml"), words, TODAY))


def test_mapping_of_another_layout_is_refused(raw: RawTable, words: ReferenceWords) -> None:
    """A mapping that names a column which is not there says for which question."""
    mapping = load_mapping(DATA / "quay_shelter_2023.toml")
    other = LogMapping({**mapping.columns, LogField.FOUND: "Where in the world"})
    with pytest.raises(UserError, match="import_column_missing field=Where they were found"):
        interpret(raw, other, words, TODAY)
