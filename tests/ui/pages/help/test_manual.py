"""The manual over the window, as it is used: F1, ?, read, search, follow a link, Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from mavis.system.wording import words
from mavis.ui.look.tokens import ThemeName
from mavis.ui.pages.help.key_list import KeyList
from mavis.ui.pages.help.manual import ManualPage
from mavis.ui.widgets.button import Button

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def manual(hands: Hands) -> ManualPage:
    """The manual that is shown."""
    return next(page for page in hands.window.findChildren(ManualPage) if page.isVisible())


def chapter(hands: Hands) -> str:
    """The name of the chapter that is shown."""
    return manual(hands).contents.chosen_codes[0]


@pytest.mark.parametrize(("keys", "expected"), [("F2", "board"), ("N", "visit"), ("F4", "close-the-shift")])
def test_from_the_keys_of_a_page_to_its_chapter(hands: Hands, keys: str, expected: str) -> None:
    """M on the sheet; Escape goes back to the page, and the keyboard is where it was."""
    hands.press(keys)
    focused = hands.focused
    hands.press("F1 ?")

    assert chapter(hands) == expected
    assert not [sheet for sheet in hands.window.findChildren(KeyList) if sheet.isVisible()]
    hands.press("Esc")
    assert not [page for page in hands.window.findChildren(ManualPage) if page.isVisible()]
    assert hands.focused is focused


def test_a_section_opens_at_its_heading(hands: Hands) -> None:
    """The letters of leaving stand far down in the chapter of visits."""
    hands.press("N 7 F1 ?")

    assert manual(hands).reader.verticalScrollBar().value() > 1000


def test_search_goes_from_place_to_place_and_on_to_other_chapters(hands: Hands) -> None:
    """A stroke goes to the field, Enter to the next place; a word that is nowhere is said to be nowhere."""
    hands.press("F1 ? /")
    hands.type("recovery code")
    hands.press("Enter")
    page = manual(hands)

    assert page.reader.textCursor().selectedText().casefold() == "recovery code"
    seen = {chapter(hands)}
    for _ in range(12):
        hands.press("Enter")
        seen.add(chapter(hands))
    assert {"set-up", "unlock", "settings"} <= seen

    hands.type("xyzzy")
    before = page.found
    hands.press("Enter")
    assert page.found == before == "Not found. Try another word."


def test_links_lead_inside_and_never_outside(hands: Hands) -> None:
    """A link to the web is said and not followed."""
    hands.press("F1 ?")
    page = manual(hands)
    page.reader.anchorClicked.emit(QUrl("visit.md#2-triage"))
    assert chapter(hands) == "visit"

    page.reader.anchorClicked.emit(QUrl("https://example.org/"))
    assert chapter(hands) == "visit"
    assert page.found == "This link leads out of Mavis, so it is not followed: https://example.org/"


def test_the_manual_wears_the_theme_with_its_pictures(hands: Hands) -> None:
    """Switched live, the pictures are those of the same theme; the place on the page stays."""
    hands.press("F1 ?")
    page = manual(hands)
    page.reader.verticalScrollBar().setValue(200)
    dark = page.reader.grab().toImage().pixelColor(200, 200).lightness()
    hands.window.keeper.use(ThemeName.LIGHT)
    QApplication.processEvents()

    assert page.reader.grab().toImage().pixelColor(200, 200).lightness() > dark
    assert page.reader.verticalScrollBar().value() == 200


def test_everything_is_reached_by_tab_and_has_a_name(hands: Hands) -> None:
    """Chapter, its links, search, contents, and round again."""
    hands.press("F1 ?")
    page = manual(hands)
    names = set()
    for _ in range(40):
        names.add(hands.focused.accessibleName())
        hands.press("Tab")

    assert {"Search the manual", "The manual: The board", "The board"} <= names
    assert "" not in names
    assert page.isVisible()


def test_large_text_puts_the_search_above(hands: Hands) -> None:
    """At 200 % nothing sticks out and nothing scrolls sideways."""
    hands.press("F1 ?")
    page = manual(hands)
    hands.window.keeper.set_text_percent(200)

    hands.until(lambda: page.search.geometry().bottom() < page.reader.geometry().top())
    assert not page.contents.isVisible()
    assert page.reader.horizontalScrollBar().maximum() == 0
    assert page.reader.width() > 1000


def test_a_hand_on_a_mouse_finds_the_next_place_and_the_way_back(hands: Hands) -> None:
    """The list shows the chapters that have the word; a button goes to the next place, another one closes."""
    hands.press("F1 ? /")
    page = manual(hands)
    chips = [page.contents.chip(one) for one in ("board", "unlock")]
    hands.type("recovery code")
    assert [chip.isHidden() for chip in chips] == [True, False]
    onward, close = (
        next(one for one in page.findChildren(Button) if one.accessibleName() == words(f"manual.{name}"))
        for name in ("next", "close")
    )
    hands.click(onward)
    assert page.reader.textCursor().selectedText().casefold() == "recovery code"
    page.search.clear()
    assert [chip.isHidden() for chip in chips] == [False, False]
    hands.click(close)

    assert not [one for one in hands.window.findChildren(ManualPage) if one.isVisible()]
