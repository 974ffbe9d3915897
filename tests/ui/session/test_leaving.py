"""The two ways out at once: what happens while the screen changes hands and something is still to be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.errors import StorageError
from mavis.system.wording import words
from mavis.ui.pages.doors.hand_over import HandOverPage
from tests.programs import FOUR_WORDS
from tests.ui.session.conftest import PIN
from tests.ui.session.test_hand_over import page as asked
from tests.ui.session.test_hand_over import take_over
from tests.ui.session.test_visit_room import edit

if TYPE_CHECKING:
    import pytest

    from mavis.ui.session.open_session import OpenSession
    from tests.ui.windows import Hands


def _taken_while_saving(hands: Hands, asha: str) -> OpenSession:
    """Dilys has a line of readings half typed, and Asha's PIN was right; Dilys's session, which has still to save."""
    hands.press("N 3")
    hands.settle()
    hands.type("r18 p9")
    left = hands.session
    left.handing_over.open(asha)
    left.hand_on(hands.program.take_over(left.session, asha, PIN))
    assert left.desk.saves.waiting
    return left


def test_a_lid_that_shuts_meanwhile_finds_everything_locked(hands: Hands, asha: str) -> None:
    """What Dilys typed is saved, and nobody is at the screen: not Asha either."""
    left = _taken_while_saving(hands, asha)
    left.lock()
    hands.until_locked()
    assert not hands.window.findChildren(HandOverPage)
    hands.unlock()

    assert [one.respiration for one in hands.stored()[0].observations] == [18]
    assert hands.window.page is hands.session.room


def test_a_disk_that_fills_meanwhile_hands_nothing_over(
    hands: Hands, asha: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so and asks Asha again, with nothing of Dilys's in view; once there is room her PIN is enough."""

    def full(*_anything: object, **_more: object) -> None:
        raise StorageError("disk_full", free="0 MB")

    with monkeypatch.context() as patch:
        patch.setattr(hands.session.session.visits, "change", full)
        left = _taken_while_saving(hands, asha)
        hands.until(lambda: left.desk.saves.failure is not None)
        assert asked(hands).people.current == asha
        assert words("window.try_again") in hands.message
    left.desk.saves.retry()
    hands.until(lambda: not left.desk.saves.waiting)
    take_over(hands, "2 5 8 0")

    assert hands.session.session.actor.id == asha
    assert [one.respiration for one in hands.stored()[0].observations] == [18]


def _lock_with_the_first_page(hands: Hands) -> None:
    hands.lock()
    hands.type(FOUR_WORDS)
    hands.press("Enter")
    hands.until(lambda: hands.shown.session is not None)
    hands.session.ready.connect(hands.session.lock)
    hands.until_locked()


def test_a_lock_that_comes_with_the_first_page_leaves_nothing_to_be_put_back(hands: Hands) -> None:
    """The lid shuts just as somebody is in: what would go on where they were touches no page that is gone."""
    hands.press("N 6 A")
    _lock_with_the_first_page(hands)

    assert hands.shown.session is None


def test_what_was_half_typed_outlives_a_lock_that_comes_before_it_is_back(hands: Hands) -> None:
    """The time waits for whoever typed it, at their third unlocking as at their second."""
    hands.press("N")
    field = edit(hands, "visit.here_since")
    field.setFocus()
    field.selectAll()
    hands.type("21")
    _lock_with_the_first_page(hands)
    hands.unlock()

    hands.until(lambda: edit(hands, "visit.here_since").text() == "21")
