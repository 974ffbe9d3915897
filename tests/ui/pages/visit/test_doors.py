"""The sections that few visits need say where they are, and open where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.ui.pages.visit.doors import SectionDoor
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.button import Button

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def _doors(hands: Hands) -> list[SectionDoor]:
    """The lines that are seen, from the top."""
    return sorted((door for door in hands.page.findChildren(SectionDoor) if door.isVisible()), key=lambda one: one.y())


def test_both_stand_between_care_and_leaving_and_a_click_opens_one(hands: Hands) -> None:
    """With large text, whoever scrolls from care to leaving sees alcohol and safety on the way."""
    hands.window.keeper.set_text_percent(150)
    hands.press("N 4")
    alcohol, safety = _doors(hands)
    care, leaving = (hands.page.form.section_widget(section) for section in (Section.CARE, Section.LEAVING))
    assert care.y() < alcohol.y() < safety.y() < leaving.y()
    hands.page.scroller.ensureWidgetVisible(safety)
    (button,) = safety.findChildren(Button)
    hands.click(button)

    assert hands.page.section is Section.SAFETY
    assert _doors(hands) == [alcohol]
    panel = hands.page.panels[Section.SAFETY]
    assert alcohol.y() < panel.y() < leaving.y()


def test_what_is_open_in_one_visit_is_not_in_the_next(hands: Hands) -> None:
    """Each visit opens what it needs, whatever was opened before."""
    hands.press("N 5 6 Ctrl+N")
    assert not hands.page.panels[Section.SAFETY].isVisible()
    hands.window.keeper.set_text_percent(150)
    assert len(_doors(hands)) == 2
    hands.press("5")
    (safety,) = _doors(hands)

    assert hands.page.panels[Section.ALCOHOL].isVisible()
    assert hands.page.panels[Section.ALCOHOL].y() < safety.y()
