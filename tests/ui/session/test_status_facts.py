"""A full disk is said, nothing is dropped, and everything is saved when it is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.errors import StorageError
from mavis.system.wording import words
from tests.ui.session.test_open_session import texts

if TYPE_CHECKING:
    import pytest

    from mavis.bootstrap import Session
    from tests.ui.windows import Hands

CANARIES = ("Zaphrina", "violet turban", "behind the kiosk", "asks for her budgie")


def full_disk(session: Session, patch: pytest.MonkeyPatch) -> None:
    """From now on each change of a visit finds the disk full."""

    def full(*_anything: object, **_more: object) -> None:
        raise StorageError("disk_full", free="0 MB")

    patch.setattr(session.visits, "change", full)


def facts(hands: Hands) -> list[str]:
    """What the status line says lastingly."""
    return [fact.accessibleName() for fact in hands.window.status.facts if not fact.isHidden()]


def test_a_full_disk_is_said_and_everything_is_saved_when_it_is_put_right(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence, the fact, one thing to do; then all of it is there."""
    hands.press("N")
    hands.settle()
    with monkeypatch.context() as patch:
        full_disk(hands.session.session, patch)
        hands.press("D H")
        hands.until(lambda: hands.session.desk.saves.failure is not None)
        assert words("window.not_saved", count=2) in facts(hands)
        assert words("window.try_again") in hands.message
        hands.press("J")
    hands.click(hands.window.status.slot)
    hands.settle()

    assert words("window.saved") in facts(hands)
    assert len(hands.stored()[0].needs) == 3


def test_undo_goes_on_step_by_step_when_the_disk_has_room_again(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line says that all is saved, and offers Undo again: of what was done before, while and after it was full."""
    hands.press("N D")
    hands.settle()
    with monkeypatch.context() as patch:
        full_disk(hands.session.session, patch)
        hands.press("H J")
        hands.until(lambda: hands.session.desk.saves.failure is not None)
        hands.press("Ctrl+Z")
    hands.session.facts.keep_safe()
    hands.settle()
    said, needs = hands.message, [len(hands.stored()[0].needs)]
    hands.click(hands.window.status.slot)
    hands.settle()
    needs.append(len(hands.stored()[0].needs))
    hands.press("Ctrl+Z")
    hands.settle()
    needs.append(len(hands.stored()[0].needs))

    assert said.startswith(words("window.saved_again"))
    assert said.endswith(words("window.undo"))
    assert needs == [2, 1, 0]


def test_with_a_full_disk_the_lock_waits_and_says_so(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is thrown away; the screen is covered; when the disk has room again the lock goes through."""
    hands.press("N / W r e n")
    with monkeypatch.context() as patch:
        full_disk(hands.session.session, patch)
        hands.press("Ctrl+L")
        hands.until(lambda: words("window.locked_waiting") in list(texts()))
        assert hands.window.veiled
        assert hands.shown.session is not None
    hands.press("Space")
    hands.lock()
    hands.unlock()

    assert [visit.name for visit in hands.stored()] == ["Wren"]


def test_a_second_lock_while_the_disk_is_full_can_still_lock_later(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half typed words join the line behind the save that failed, and the lock still comes."""
    hands.press("N")
    hands.settle()
    with monkeypatch.context() as patch:
        full_disk(hands.session.session, patch)
        hands.press("D")
        hands.until(lambda: hands.session.desk.saves.failure is not None)
        hands.press("/ W r e n")
    hands.lock()
    hands.unlock()

    (visit,) = hands.stored()
    assert (len(visit.needs), visit.name) == (1, "Wren")


def test_a_save_that_failed_is_tried_again_by_itself(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to notice; the next look at the state of things does it."""
    hands.press("N")
    hands.settle()
    with monkeypatch.context() as patch:
        full_disk(hands.session.session, patch)
        hands.press("D")
        hands.until(lambda: hands.session.desk.saves.failure is not None)
    hands.session.facts.keep_safe()
    hands.settle()

    assert len(hands.stored()[0].needs) == 1


def test_the_status_line_says_saved_backup_and_what_is_not_sent(hands: Hands) -> None:
    """The backup that the start of the shift made is in it."""
    said = facts(hands)

    assert said[0] == words("window.saved")
    assert said[1] == words("window.backup", time="22:00")
