"""How hard a text is to read: the school grade of Flesch and Kincaid, the length of sentences, and long words.

The grade is 0.39 for each word of a sentence and 11.8 for each syllable of a word, less 15.59 (Kincaid and others,
1975); a reader is five years older than the grade. ``textstat`` counts the syllables, from a dictionary it carries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import textstat

if TYPE_CHECKING:
    from collections.abc import Iterable

YEARS_BEFORE_SCHOOL = 5
_LONG_WORD_SYLLABLES = 4
_BLANK = re.compile(r"\{[^}]*\}")
_END = re.compile(r"(?<=[.!?…])\s+|\n\s*\n")
_WORD = re.compile(r"[A-Za-z]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][A-Za-z]+)*")
_LEAST_WORDS = 4
"""Less is a label, not a sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What some texts ask of a reader: sentences, words and syllables in all."""

    sentences: int
    words: int
    syllables: int

    @property
    def age(self) -> float:
        """The age in years from which the texts read easily."""
        grade = 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59
        return grade + YEARS_BEFORE_SCHOOL


def sentences(text: str) -> list[str]:
    """The sentences of a text, a word in the place of each blank; labels of a word or three are none."""
    filled = _BLANK.sub("it", text)
    found = (re.sub(r"\s+", " ", part).strip() for part in _END.split(filled))
    return [sentence for sentence in found if len(sentence.split()) >= _LEAST_WORDS]


def reading(texts: Iterable[str]) -> Reading | None:
    """How the sentences of some texts read together; None when there are only labels."""
    found = [sentence for text in texts for sentence in sentences(text)]
    if not found:
        return None
    counted = [(len(sentence.split()), int(textstat.syllable_count(sentence))) for sentence in found]
    return Reading(len(found), sum(words for words, _ in counted), sum(syllables for _, syllables in counted))


def long_words(text: str) -> list[str]:
    """The words of four syllables and more in the sentences of a text, in small letters, as often as they stand."""
    found = [word.lower() for sentence in sentences(text) for word in _WORD.findall(sentence)]
    return [word for word in found if int(textstat.syllable_count(word)) >= _LONG_WORD_SYLLABLES]


def prose(markdown: str) -> list[str]:
    """The paragraphs and list items of a page of Markdown: no code, tables, pictures, headings and link targets."""
    bare = re.sub(r"```.*?```|<!--.*?-->", "", markdown, flags=re.DOTALL)
    bare = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", bare)
    bare = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", bare)
    bare = re.sub(r"[*_`]|^>\s?", "", bare, flags=re.MULTILINE)
    blocks = re.split(r"\n\s*\n|^\s*(?:[-+•]|\d+\.)\s+", bare, flags=re.MULTILINE)
    return [block.strip() for block in blocks if block.strip() and not block.lstrip().startswith(("#", "|", "<"))]
