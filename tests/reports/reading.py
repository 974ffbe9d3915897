"""Reading a print back: where each word stands, and what its structure tree says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import combinations

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

_POINT = 25.4 / 72
_PAGE_HEIGHT = 297.0
_HYPHEN_AT_LINE_END = "\x02"
"""So pdfium tells a hyphen that ends a line; without a space after it, the next line would seem part of the word."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its ink: left, right, top and bottom in mm from the top left corner of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


@lru_cache(maxsize=64)
def words_of(pdf: bytes) -> list[list[Word]]:
    """The words of each page, in the order in which they were drawn."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_words(page.get_textpage()) for page in document]
    finally:
        document.close()


def _words(page: pypdfium2.PdfTextPage) -> list[Word]:
    words: list[Word] = []
    letters: list[tuple[str, tuple[float, float, float, float]]] = []
    for index in range(page.count_chars()):
        letter = chr(pypdfium2.raw.FPDFText_GetUnicode(page, index))
        ends_line = letter == _HYPHEN_AT_LINE_END
        if letter.strip():
            letters.append(("-" if ends_line else letter, page.get_charbox(index)))
        if letters and (ends_line or not letter.strip()):
            words.append(_word(letters))
            letters = []
    page.close()
    return words + ([_word(letters)] if letters else [])


def _word(letters: list[tuple[str, tuple[float, float, float, float]]]) -> Word:
    boxes = [box for _, box in letters]
    return Word(
        "".join(letter for letter, _ in letters),
        min(box[0] for box in boxes) * _POINT,
        max(box[2] for box in boxes) * _POINT,
        _PAGE_HEIGHT - max(box[3] for box in boxes) * _POINT,
        _PAGE_HEIGHT - min(box[1] for box in boxes) * _POINT,
    )


def text_of(pdf: bytes, page: int | None = None) -> str:
    """The words of one page, or of all, with single spaces."""
    pages = words_of(pdf)
    chosen = pages if page is None else [pages[page - 1]]
    return " ".join(word.text for words in chosen for word in words)


def smallest_type(pdf: bytes) -> float:
    """The size of the smallest letter of a print, in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return min(_size(page.get_textpage()) for page in document)
    finally:
        document.close()


def _size(page: pypdfium2.PdfTextPage) -> float:
    sizes = (pypdfium2.raw.FPDFText_GetFontSize(page, index) for index in range(page.count_chars()))
    smallest = min(size for size in sizes if size > 1)
    page.close()
    return float(smallest)


def badly_placed(pdf: bytes) -> list[str]:
    """Words outside the text block, and pairs of words that overlap by more than a point both ways."""
    wrong = []
    for number, words in enumerate(words_of(pdf), start=1):
        wrong += [f"page {number}: {w.text} outside" for w in words if w.left < 18 - _POINT or w.right > 195 + _POINT]
        wrong += [f"page {number}: {w.text} too high or low" for w in words if w.top < 10 or w.bottom > 292.5]
        wrong += [f"page {number}: {a.text} on {b.text}" for a, b in combinations(words, 2) if _overlap(a, b)]
    return wrong


def _overlap(one: Word, other: Word) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > _POINT and down > _POINT


def lowest_above_footer(words: list[Word]) -> float:
    """How far down a page's content reaches, in mm."""
    return max(word.bottom for word in words if word.top < 283)


@dataclass(frozen=True, slots=True, repr=False)
class Element:
    """One element of the structure tree with its attributes, the numbers of its marks and its children."""

    tag: str
    scope: str
    alternative: str
    marks: int
    kids: tuple[Element, ...]

    def every(self, tag: str) -> list[Element]:
        """This element and those under it, in reading order, that have a tag."""
        return [*([self] if self.tag == tag else []), *(one for kid in self.kids for one in kid.every(tag))]


def structure_of(pdf: bytes) -> Element:
    """The document element of the structure tree."""
    tree = entry(catalog_of(pdf), "/StructTreeRoot")
    return _element(entry(tree, "/K"))


def catalog_of(pdf: bytes) -> DictionaryObject:
    """The root of a file, which says its language and that it is tagged."""
    return PdfReader(BytesIO(pdf)).root_object


def array(node: DictionaryObject, key: str) -> ArrayObject:
    """What stands under a key that must hold a list."""
    found = node[key].get_object()
    assert isinstance(found, ArrayObject)
    return found


def entry(node: DictionaryObject, key: str) -> DictionaryObject:
    """What stands under a key that must hold a dictionary."""
    found = node[key].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def _element(node: DictionaryObject) -> Element:
    kids = [kid for one in array(node, "/K") if isinstance(kid := one.get_object(), DictionaryObject)]
    elements = [kid for kid in kids if kid.get("/Type") == "/StructElem"]
    scope = entry(node, "/A").get("/Scope", "") if "/A" in node else ""
    return Element(
        tag=str(node["/S"]).removeprefix("/"),
        scope=str(scope).removeprefix("/"),
        alternative=str(node.get("/Alt", "")),
        marks=len(kids) - len(elements),
        kids=tuple(_element(element) for element in elements),
    )
