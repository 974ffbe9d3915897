"""Whoever reads Mavis at two in the morning, or reads little, understands it: words for a reading age of 9 to 11."""

from __future__ import annotations

from collections import defaultdict

import pytest

from mavis.system.wording import all_words
from tests.architecture.source import ROOT
from tests.ui.everyone.plain_english import Reading, long_words, prose, reading, sentences

OLDEST_READER = 10.0
LONGEST_SENTENCE = 25
LONG_WORDS_IN_A_HUNDRED = 2
FIELD_WORDS = {
    "ambulances": "everybody knows it",
    "coordinator": "the role that looks after Mavis; it is on the badge",
    "emergency": "everybody knows it",
    "everybody": "an easy word, though long",
    "observations": "the crew's word for looking after somebody: it is trained",
    "safeguarding": "the law's word for keeping children and adults safe: every crew is trained in it",
    "unresponsive": "the word of first aid, trained",
}
"""Words of four syllables and more that the texts cannot do without, each with its reason."""


def _files() -> dict[str, list[str]]:
    texts = defaultdict(list)
    for key, text in all_words().items():
        texts[key.partition(".")[0]].append(text)
    return dict(texts)


def _manual() -> dict[str, list[str]]:
    pages = sorted((ROOT / "docs" / "manual").rglob("*.md"))
    return {page.name: prose(page.read_text(encoding="utf-8")) for page in pages}


def _ages(texts: dict[str, list[str]]) -> dict[str, float]:
    found = {name: reading(inside) for name, inside in texts.items()}
    return {name: round(one.age, 1) for name, one in found.items() if one is not None}


def _too_long(texts: dict[str, list[str]]) -> list[str]:
    return [
        sentence
        for inside in texts.values()
        for text in inside
        for sentence in sentences(text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]


def test_the_words_of_each_page_read_easily() -> None:
    """Each file of the wording as a whole."""
    assert {name: age for name, age in _ages(_files()).items() if age > OLDEST_READER} == {}


def test_no_sentence_is_long() -> None:
    """More than 25 words are two sentences."""
    assert _too_long(_files()) == []


def test_long_words_are_rare() -> None:
    """In the sentences of a page, past the words that the field cannot do without, at most two in a hundred."""
    crowded = {}
    for name, texts in _files().items():
        words = sum(len(sentence.split()) for text in texts for sentence in sentences(text))
        hard = [word for text in texts for word in long_words(text) if word not in FIELD_WORDS]
        if 100 * len(hard) > LONG_WORDS_IN_A_HUNDRED * words:
            crowded[name] = sorted(hard)

    assert crowded == {}


def test_the_manual_reads_as_easily() -> None:
    """Each page of it, with sentences of 25 words at most."""
    assert {name: age for name, age in _ages(_manual()).items() if age > OLDEST_READER + 1} == {}
    assert _too_long(_manual()) == []


@pytest.mark.parametrize(
    ("text", "youngest", "oldest"),
    [
        ("The cat sat on the mat. The dog ran to the park.", 3, 6),
        ("Type at least 12 characters, or 4 words. Then try again.", 5, 9),
        (
            "Utilisation of the aforementioned authentication facility necessitates prior organisational approval.",
            20,
            40,
        ),
    ],
)
def test_the_measure_tells_easy_from_hard(text: str, youngest: float, oldest: float) -> None:
    """So that the tests above can fail."""
    found = reading([text])

    assert found is not None
    assert youngest <= found.age <= oldest


def test_the_age_is_computed_as_published() -> None:
    """Ten words in one sentence with fifteen syllables: grade 6.01, so eleven years."""
    assert Reading(1, 10, 15).age == pytest.approx(0.39 * 10 + 11.8 * 1.5 - 15.59 + 5)


def test_prose_is_what_a_person_reads() -> None:
    """Code, tables, headings, pictures and addresses are no sentences."""
    page = (
        "# Unlock\n\nType *your* passphrase, see [the keys](keys.md).\n\n- Then press Enter.\n- Or click.\n\n"
        "```\nmavis verify\n```\n\n![a picture](x.png)\n\n| key | what |\n|---|---|\n"
    )

    assert prose(page) == ["Type your passphrase, see the keys.", "Then press Enter.", "Or click."]


def test_blanks_and_labels_are_counted_as_they_will_read() -> None:
    """A blank is a word; a label of one to three words is no sentence; a long word is found in any case."""
    assert sentences("Wait {seconds} seconds, then go on. Board") == ["Wait it seconds, then go on."]
    assert long_words("Observations come first tonight. Observations") == ["observations"]
    assert reading(["Board"]) is None
