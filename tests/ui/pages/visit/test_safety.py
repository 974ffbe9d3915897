"""The section of Safety: parts open by letter, own the letters, step back with Escape, and lie quiet otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from mavis.domain.record.assault import AssaultMethod, AssaultPlace, Attackers, Relationship
from mavis.domain.record.care import Refused
from mavis.system.wording import words
from mavis.ui.pages.visit.safety.panel import SafetyPanel
from mavis.ui.pages.visit.safety.question_part import QuestionPart
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.rail import RailButton

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def panel(hands: Hands) -> SafetyPanel:
    """The section.

    Raises:
        TypeError: it is another one.
    """
    found = hands.page.panels[Section.SAFETY]
    if not isinstance(found, SafetyPanel):
        raise TypeError(found)
    return found


def seen_parts(hands: Hands) -> list[str]:
    """The parts that are shown."""
    return [name for name, part in panel(hands).parts.items() if part.isVisible()]


def field(hands: Hands, name: str) -> QLineEdit:
    """The line of that row.

    Raises:
        LookupError: there is none.
    """
    found = hands.page.findChild(QLineEdit, name)
    if found is None:
        raise LookupError(name)
    return found


def methods(hands: Hands) -> list[AssaultMethod]:
    """How the visitor was hurt, as far as is known."""
    return list(hands.visit.assault.methods) if hands.visit.assault else []


def said(hands: Hands) -> list[str]:
    """All words that labels show now."""
    return [one.text() for one in hands.window.findChildren(QLabel) if one.isVisible()]


def test_only_what_the_visit_asks_for_is_shown_until_a_letter_opens_more(hands: Hands) -> None:
    """A spiked visitor has one part; another is opened by hand and put away with the visit."""
    hands.press("N S 6")
    hands.until(lambda: seen_parts(hands) == ["spiking"])
    hands.press("R")
    assert seen_parts(hands) == ["spiking", "refusal"]
    hands.press("Ctrl+N D 6")
    assert seen_parts(hands) == []
    hands.press("Ctrl+Tab")
    assert seen_parts(hands) == ["spiking"]


def test_the_page_says_what_is_still_to_ask(hands: Hands) -> None:
    """As the rail does, and which; each goes with the first word that is written of it."""
    names = [words(f"chips.safety.part.{name}") for name in ("assault", "spiking")]
    hands.press("N A S 6")
    hands.until(lambda: seen_parts(hands) == ["assault", "spiking"])
    assert words("safety.still_to_ask", what=", ".join(names)) in said(hands)
    hands.press("A A")
    assert words("safety.still_to_ask", what=names[1]) in said(hands)
    hands.press("6 S D")
    assert not {words("safety.still_to_ask", what=name) for name in names} & set(said(hands))
    assert words("safety.how") in said(hands)


def test_a_letter_that_waits_for_its_part_says_which_comes_first(hands: Hands) -> None:
    """The questions of spiking stand open, and its letters rest: under its name, and to who presses one."""
    hands.press("N S 6")
    hands.until(lambda: seen_parts(hands) == ["spiking"])
    assert words("safety.press_first", key="S") in said(hands)
    hands.press("D")
    first = words("safety.said.first", key="S", part=words("chips.safety.part.spiking"), letter="D")
    assert (hands.message, hands.visit.spiking) == (first, None)
    hands.press("S D")
    assert words("safety.press_first", key="S") not in said(hands)
    assert hands.visit.spiking is not None
    assert str(hands.visit.spiking.route) == "drink"


def test_letters_belong_to_the_part_in_use(hands: Hands) -> None:
    """A is Assault, then one attacker; after the digit or Escape it is Assault again; Escape once more leaves."""
    hands.press("N 6 A A")
    assert panel(hands).key_place == "assault"
    assert hands.visit.assault is not None
    assert hands.visit.assault.attackers is Attackers.ONE
    hands.press("6 R A")
    assert hands.visit.refusal is not None
    assert hands.visit.refusal.refused == (Refused.AMBULANCE,)
    hands.press("Esc S N Esc")
    assert panel(hands).key_place == "safety"
    assert hands.window.page is hands.session.room
    hands.press("Esc")
    assert hands.window.page is not hands.session.room


def focused(hands: Hands) -> str:
    """The row that has the keyboard, by its name; empty for the page itself."""
    part = panel(hands).parts[panel(hands).key_place]
    here = hands.window.focusWidget()
    rows = {**part.grids, **part.rows} if isinstance(part, QuestionPart) else {}
    return next((name for name, row in rows.items() if here is not None and row.isAncestorOf(here)), "")


def test_whoever_comes_back_for_one_answer_finds_its_question_with_the_keyboard(hands: Hands) -> None:
    """Who did it lies below all the others; its letters count at once, and the row is in sight."""
    hands.press("N A 6 A F T A Y 2 6 A")
    hands.until(lambda: focused(hands) == "assault.relationship")
    row, port = hands.focused, hands.page.scroller.viewport()
    hands.until(lambda: port.rect().contains(QRect(row.mapTo(port, QPoint(0, 0)), row.size())))
    hands.press("S")
    assert hands.visit.assault is not None
    assert (hands.visit.assault.place, hands.visit.assault.relationship) == (AssaultPlace.STREET, Relationship.STRANGER)
    hands.press("Esc A")
    assert (panel(hands).key_place, focused(hands)) == ("assault", "")


def test_enter_goes_through_every_row_in_the_order_of_the_page(hands: Hands) -> None:
    """None is skipped, each is in view when it has the keyboard, and behind the last one comes the next part."""
    hands.press("N S A 6 Enter")
    assault = panel(hands).parts["assault"]
    assert isinstance(assault, QuestionPart)
    went, port = [], hands.page.scroller.viewport()
    for _row in assault.presenter.part.rows:
        hands.press("Enter")
        went.append(focused(hands))
        row = hands.window.focusWidget()
        assert row is not None
        assert port.rect().contains(QRect(row.mapTo(port, QPoint(0, 0)), row.size()))
    assert went == [row.id for row in assault.presenter.part.rows]
    hands.press("Enter")
    assert (panel(hands).key_place, hands.window.focusWidget()) == ("spiking", hands.page)
    spiking = panel(hands).parts["spiking"]
    assert isinstance(spiking, QuestionPart)
    hands.press("Enter " * (len(spiking.presenter.part.rows) + 1))
    assert hands.page.section is Section.LEAVING


def _rows_of_spiking(hands: Hands) -> tuple[object, ...]:
    part = panel(hands).parts["spiking"]
    assert isinstance(part, QuestionPart)
    return part.presenter.part.rows


def _is_in_view(hands: Hands, row: QWidget) -> bool:
    port = hands.page.scroller.viewport()
    return port.rect().contains(QRect(row.mapTo(port, QPoint(0, 0)), row.size()))


def test_enter_behind_the_last_row_shows_the_next_section_from_its_heading(hands: Hands) -> None:
    """Letters mean nothing there that is not seen; the talk about alcohol leads to *Safety*, and on from there."""
    hands.press("N 5 N Enter")
    hands.until(lambda: hands.page.section is Section.SAFETY)
    hands.press("S")
    hands.press("Enter " * (len(_rows_of_spiking(hands)) + 1))
    hands.until(lambda: _is_in_view(hands, hands.page.form.grids["leaving.outcome"]))
    assert hands.page.section is Section.LEAVING


def test_enter_goes_on_below_the_row_that_a_letter_answered(hands: Hands) -> None:
    """Wherever the keyboard was before; letters are answers again in a time and in a list of the crew."""
    hands.press("N 6 A T Enter")
    assert focused(hands) == "assault.place_description"
    hands.press("Esc 6 R U Enter")
    assert focused(hands) == "refusal.by"
    before = hands.visit.refusal.by if hands.visit.refusal else ""
    hands.press("R Enter")
    assert hands.visit.refusal is not None
    assert (hands.visit.refusal.risks_told, hands.visit.refusal.by) == (True, before)
    assert focused(hands) == "refusal.understood"


def test_a_field_gives_the_keys_back_with_enter_and_with_escape(hands: Hands) -> None:
    """Then a letter is an answer again; a wrong time says so and stays to be put right."""
    hands.press("N 6 A J")
    hands.type("99")
    hands.press("Enter I")
    when = field(hands, "assault.at")
    assert when.text() == "99"
    assert when.property("state") == "error"
    hands.press("J")
    when.selectAll()
    hands.type("2130")
    hands.press("Esc M")
    assert when.text() == "21:30"
    assert when.property("state") == "plain"
    told = hands.visit.assault
    assert told is not None
    assert (told.place, told.attackers) == (AssaultPlace.INSIDE_LICENSED, Attackers.SEVERAL)


def test_names_of_places_are_offered_and_other_words_stay(hands: Hands) -> None:
    """The scheme's venues as somebody types: taken by a click or with Down; whatever else they say is kept too."""
    hands.press("N 6 A")
    place = field(hands, "assault.place_description")
    place.setFocus()
    hands.type("str")
    hands.click(hands.button("High Street"))
    assert (place.text(), place.hasFocus()) == ("High Street", True)
    place.selectAll()
    hands.type("garden")
    hands.press("Down")
    assert place.text() == "Italian Gardens"
    place.selectAll()
    hands.type("the kebab van")
    hands.press("Enter M")
    assert hands.visit.assault is not None
    assert hands.visit.assault.place_description == "the kebab van"
    assert hands.visit.assault.attackers is Attackers.SEVERAL


def test_answers_by_touch_take_the_letters_along(hands: Hands) -> None:
    """A click on a chip, on a time and on the crew; what was done can be undone in words."""
    hands.press("N A S 6")
    hands.until(lambda: len(seen_parts(hands)) == 2)
    assault, spiking = (panel(hands).parts[name] for name in ("assault", "spiking"))
    hands.click(hands.button(words("chips.assault.at.30")))
    assert panel(hands).key_place == "assault"
    hands.click(hands.button(words("chips.assault.method.bite")))
    assert methods(hands) == [AssaultMethod.BITE]
    hands.press("Ctrl+Z")
    assert methods(hands) == []
    assert hands.message.startswith(words("undo.undone_on", done="how: bite", code=hands.visit.code))
    assert assault.isVisible()
    assert spiking.isVisible()


def test_somebody_else_may_have_told_them(hands: Hands) -> None:
    """The list holds tonight's crew."""
    hands.press("N 6 R C")
    box = hands.page.findChild(QComboBox, "refusal.by")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.count() - 1)

    assert hands.visit.refusal is not None
    assert hands.visit.refusal.by == box.itemData(box.count() - 1)


def test_not_known_and_refused_are_said_beside_the_question(hands: Hands) -> None:
    """0 and 9 go to the question with the keyboard, else to the next open one."""
    hands.press("N 6 S 0 9")
    said = [one.text() for one in panel(hands).parts["spiking"].findChildren(QLabel)]
    assert words("visit.unanswered.not_known") in said
    assert words("visit.unanswered.refused") in said
    assert hands.visit.spiking is not None
    assert (str(hands.visit.spiking.route), str(hands.visit.spiking.symptoms)) == ("not_known", "refused")


def test_the_sheet_of_keys_shows_the_letters_that_count_now(hands: Hands) -> None:
    """Of the headings, then of the part in use."""
    hands.press("N 6 F1")
    assert words("shortcuts.place.safety") in said(hands)
    assert words("chips.safety.part.spiking") in said(hands)
    hands.press("Esc C F1")
    assert words("chips.capacity.says.no") in said(hands)


def test_nothing_moves_under_somebody_who_answers_elsewhere(hands: Hands) -> None:
    """Left against advice asks for a refusal; the part is there in Safety, and Leaving stays where it is."""
    hands.press("N D 6 7")
    hands.until(lambda: hands.page.panels.of(Section.SAFETY) is not None)
    before = hands.page.form.section_widget(Section.LEAVING).y()
    hands.press("L")
    assert seen_parts(hands) == []
    assert hands.page.form.section_widget(Section.LEAVING).y() == before
    hands.press("6")
    hands.until(lambda: seen_parts(hands) == ["refusal"])


def test_page_down_shows_the_rest_of_a_long_part(hands: Hands) -> None:
    """And Page Up comes back; the part keeps the letters."""
    hands.press("N D 6 S")
    hands.settle()
    bar = hands.page.scroller.verticalScrollBar()
    before = bar.value()
    QTest.keyClick(hands.page, Qt.Key.Key_PageDown)
    assert bar.value() > before
    QTest.keyClick(hands.page, Qt.Key.Key_PageUp)

    assert bar.value() == before
    assert hands.page.panels[Section.SAFETY].key_place == "spiking"


def test_the_way_back_says_what_escape_does_in_a_part(hands: Hands) -> None:
    """It leads to the headings first, and only from there to the board."""
    hands.press("N A 6")
    seen = []
    for key in ("", "A", "Esc", "A", "6"):
        hands.press(key)
        back = hands.session.room.rail.findChild(RailButton, "rail.back")
        assert isinstance(back, RailButton)
        seen.append((back.view.keys, back.view.second))

    home, part = ("Esc", ""), ("", words("visit.back_to.step"))
    assert seen == [home, part, home, part, home]
