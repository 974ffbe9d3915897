"""Tagged PDF: the order and the meaning of what a page shows, for people who have it read to them.

reportlab writes no structure tree of its own. Each stretch of a page is marked with a number (ISO 32000-1, 14.7), and
the tree says what each number is: a heading, a cell, a chart with a text in its place. What has no meaning of its own,
such as rules and footers, is marked as an artifact.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas

    from mavis.reports.strokes import Strokes


class Tag(StrEnum):
    """The kinds of structure that the prints use (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    TITLE = "H1"
    HEADING = "H2"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"


@dataclass(slots=True)
class _Element:
    tag: Tag
    scope: str = ""
    alternative: str = ""
    kids: list[_Element | tuple[int, int]] = field(default_factory=list)


class _Leaving(AbstractContextManager[None]):
    """Leaves the innermost element at the end of a ``with`` block; one serves all the cells of a table."""

    def __init__(self, path: list[_Element]) -> None:
        self._path = path

    def __exit__(self, *_: object) -> None:
        self._path.pop()


class Structure:
    """The structure tree of one document while its pages are drawn."""

    def __init__(self, canvas: Strokes) -> None:
        """Start with an empty document on its first page."""
        self._canvas = canvas
        self._root = _Element(Tag.DOCUMENT)
        self._path = [self._root]
        self._leaving = _Leaving(self._path)
        self._marked: list[list[_Element]] = [[]]
        self._inside = False

    def element(self, tag: Tag, *, scope: str = "", alternative: str = "") -> AbstractContextManager[None]:
        """What is drawn within belongs to one element; ``scope`` is a header cell's ``Row`` or ``Column``."""
        element = _Element(tag, scope, alternative)
        self._path[-1].kids.append(element)
        self._path.append(element)
        return self._leaving

    @contextmanager
    def figure(self, alternative: str) -> Iterator[None]:
        """What is drawn within is one mark, read as this text."""
        with self.element(Tag.FIGURE, alternative=alternative), self.content():
            yield

    @contextmanager
    def content(self) -> Iterator[None]:
        """Mark what is drawn within as content of the present element; one inside another counts as one."""
        if self._inside:
            yield
            return
        element, page = self._path[-1], len(self._marked) - 1
        number = len(self._marked[page])
        self._marked[page].append(element)
        element.kids.append((page, number))
        self._begin(f"/{element.tag.value} <</MCID {number}>> BDC")
        yield
        self._end()

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what is drawn within as having no meaning of its own."""
        if self._inside:
            yield
            return
        self._begin("/Artifact BMC")
        yield
        self._end()

    def _begin(self, opening: str) -> None:
        self._canvas.addLiteral(opening)
        self._inside = True

    def _end(self) -> None:
        self._inside = False
        self._canvas.addLiteral("EMC")

    def next_page(self) -> None:
        """What is marked from now on stands on the next page."""
        self._marked.append([])

    def write(self, canvas: Canvas) -> None:
        """Put the tree into the document, after its last page was shown."""
        pages = canvas.getCatalogEntry("Pages").pages
        root = _indirect(Type=PDFName("StructTreeRoot"))
        made: dict[int, PDFDictionary] = {}
        root["K"] = _write_element(self._root, root, pages, made)
        root["ParentTree"] = _parent_tree(self._marked, made)
        root["ParentTreeNextKey"] = len(pages)
        for number, page in enumerate(pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = number
            page.Tabs = PDFName("S")
        canvas.setCatalogEntry("StructTreeRoot", root)
        canvas.setCatalogEntry("MarkInfo", {"Marked": "true"})
        canvas.setViewerPreference("DisplayDocTitle", "true")


def _indirect(**entries: object) -> PDFDictionary:
    """A dictionary that is an object of its own, so that others refer to it, in a circle too."""
    dictionary = PDFDictionary(entries)
    dictionary.__RefOnly__ = 1  # reportlab's sign for this
    return dictionary


def _write_element(
    element: _Element, parent: PDFDictionary, pages: list[object], made: dict[int, PDFDictionary]
) -> PDFDictionary:
    written = _indirect(Type=PDFName("StructElem"), S=PDFName(element.tag.value), P=parent)
    made[id(element)] = written
    if element.scope:
        written["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(element.scope)})
    if element.alternative:
        written["Alt"] = PDFString(element.alternative)
    written["K"] = PDFArray(
        [
            _write_element(kid, written, pages, made) if isinstance(kid, _Element) else _reference(kid, pages)
            for kid in element.kids
        ]
    )
    return written


def _reference(marked: tuple[int, int], pages: list[object]) -> PDFDictionary:
    page, number = marked
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": pages[page], "MCID": number})


def _parent_tree(marked: list[list[_Element]], made: dict[int, PDFDictionary]) -> PDFDictionary:
    """For each page the element of each of its marks, in order."""
    numbers: list[object] = []
    for page, elements in enumerate(marked):
        numbers += [page, PDFArray([made[id(element)] for element in elements])]
    return _indirect(Nums=PDFArray(numbers))
