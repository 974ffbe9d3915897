"""What every edit is called: words that read well alone and behind "Undone:", without a code and without a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits import visit as visit_edits
from mavis.ui.presenters.desk.edit_words import chosen_words, inside
from mavis.ui.presenters.visit.main_need import next_main_need
from mavis.ui.presenters.visit.page import VisitPresenter
from tests.ui.scheme import StraightDoors, a_desk, hire, open_night

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.bootstrap import Program, Session
    from mavis.ui.presenters.desk.tonight import Desk

_CODE = re.compile(r"\w_\w|[{}]|\?:|: ?$|^ | $|  ")
"""What no sentence may hold: a code, a blank that nobody filled, a question with its mark, an end without an answer."""


@pytest.fixture
def presenter(program: Program, session: Session) -> VisitPresenter:
    """A visit that has just been opened."""
    open_night(program, session, hire(session)[:2])
    desk = a_desk(program, session, StraightDoors())
    return VisitPresenter(desk, desk.new_visit().id)


def last(desk: Desk) -> str:
    """What the last step is called.

    Raises:
        LookupError: there is none.
    """
    if desk.undo_stack.last is None:
        raise LookupError
    return desk.undo_stack.last.words


@pytest.mark.parametrize(
    ("question", "code", "answer", "said"),
    [
        ("leaving.outcome", "taxi", "Taxi", "Outcome taxi"),
        ("leaving.would_have", "nothing", "Nothing", "Without the bus: nothing"),
        ("leaving.would_have", "not_known", "Not known", "What would have happened not known"),
        ("observations.awake", "A", "Alert", "How awake: alert"),
        ("triage.category", "red", "RED", "Triage RED"),
        ("triage.took", "ghb_gbl", "GHB or GBL", "Took GHB or GBL"),
        ("arrival.age", "18_24", "18-24", "Age 18-24"),
        ("arrival.age", "not_known", "not known", "Age not known"),
        ("arrival.lives", "refused", "would not say", "Would not say where they live"),
        ("arrival.sent_by", "self", "Came by themselves", "Came by themselves"),
        ("arrival.where", "seafront", "Uphill", "Found in Uphill"),
        ("care.given", "water", "Water", "Care water"),
        ("leaving.advised", "advised_elsewhere", "Advised GP, 111 or UTC", "Advised GP, 111 or UTC"),
    ],
)
def test_a_choice_in_words(question: str, code: str, answer: str, said: str) -> None:
    """As somebody would say it."""
    assert chosen_words(question, code, answer, stands=True) == said


def test_a_choice_taken_off_says_so() -> None:
    """And small letters stay small behind Undo."""
    assert chosen_words("arrival.need", "cold", "Cold, clothing", stands=False) == "Need cold, clothing taken off"
    assert [inside(text) for text in ("A little", "A&E on their own", "999 called", "Water 3")] == [
        "a little",
        "A&E on their own",
        "999 called",
        "water 3",
    ]


def test_every_choice_of_the_page_has_good_words(presenter: VisitPresenter) -> None:
    """Each question, each answer, chosen and taken back; no two answers of a question are called the same."""
    for question in presenter.questions:
        said = []
        for code in question.codes:
            for on in (True, False):
                presenter.desk.undo_stack.clear()
                presenter.choose(question.id, code, on=on)
                if presenter.desk.undo_stack.last is not None:
                    said.append(last(presenter.desk))
        assert [words for words in said if not words or _CODE.search(words)] == [], question.id
        assert len(set(said)) == len(said) >= len(question.codes), question.id


def close_head_injury(presenter: VisitPresenter) -> None:
    """As a paramedic, with a word of why."""
    presenter.flags.ask_to_close("head_injury")
    presenter.flags.choose("grade", "paramedic", on=True)
    presenter.flags.write("closing_words", "Seen and well")
    presenter.flags.choose("close", "now", on=True)


def test_everything_else_that_changes_a_visit_has_good_words(presenter: VisitPresenter) -> None:
    """Words typed, 999, who looks after them, times, a flag closed, a counter, the shift."""
    desk = presenter.desk
    shift = desk.shift
    assert shift is not None
    desk.names = {member.person: member.name for member in shift.crew}
    presenter.choose("arrival.need", "head_injury", on=True)
    presenter.choose("arrival.need", "cold", on=True)
    presenter.choose("triage.category", "amber", on=True)
    desk.session.actor = Actor(desk.session.actor.id, Role.CLINICIAN)
    acts: tuple[Callable[[], object], ...] = (
        lambda: presenter.type_name("Wren"),
        lambda: presenter.type_label("green hat"),
        lambda: presenter.type_place("by the pier"),
        lambda: presenter.note.write("Waits for a friend"),
        presenter.call_999,
        presenter.call_999,
        lambda: presenter.looked_after_by(shift.crew[0].person),
        lambda: presenter.looked_after_by(""),
        lambda: presenter.flags.write("reason_words", "Knows him"),
        lambda: next_main_need(desk, presenter.visit),
        lambda: close_head_injury(presenter),
        lambda: desk.count("water"),
        lambda: desk.answer_tally("water", None),
    )
    said = []
    for act in acts:
        act()
        said.append(last(desk))

    assert [words for words in said if not words or _CODE.search(words)] == []
    assert len(set(said)) == len(said)


def test_every_kind_of_edit_is_among_them(presenter: VisitPresenter, monkeypatch: pytest.MonkeyPatch) -> None:
    """No edit of a visit is made by the window without going through the words above."""
    kinds = {
        name
        for name, made in vars(visit_edits).items()
        if callable(made) and getattr(made, "__annotations__", {}).get("return") == "VisitEdit"
    }
    used: set[str] = set()
    for name in kinds:
        made = getattr(visit_edits, name)

        def spy(*given: object, _made: Callable[..., object] = made, _name: str = name, **named: object) -> object:
            used.add(_name)
            return _made(*given, **named)

        monkeypatch.setattr(visit_edits, name, spy)
    test_every_choice_of_the_page_has_good_words(presenter)
    test_everything_else_that_changes_a_visit_has_good_words(presenter)

    assert kinds - used - {"restore"} == set()


def test_the_name_of_whoever_talked_keeps_its_capital() -> None:
    """Ruth is not ruth."""
    assert chosen_words("alcohol.who", "crew-1", "Ruth E.", stands=True) == "Talk by Ruth E."
