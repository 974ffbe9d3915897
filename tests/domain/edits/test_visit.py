"""Edits of a visit: each can be applied twice, undone, and leaves alone what it is not about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits import visit as edits
from mavis.domain.record.care import CareGiven, CareKind, Note
from mavis.domain.record.diversion import Basis, Diversion, WouldHave
from mavis.domain.record.identity import AgeBand, IdentityLevel
from mavis.domain.record.observation import Consciousness, ObservationSet
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation, Substance
from mavis.domain.reference import FlagKind, FlagRule, FlagRules
from mavis.domain.visit.triage import RaisedFlag, TriageCategory
from mavis.domain.visit.visit import Visit, differing_fields
from tests.builders import a_visit, at

if TYPE_CHECKING:
    from datetime import datetime

_RULES = FlagRules(
    "made-up",
    (
        FlagRule("fit", "Fit", FlagKind.CLINICAL, "a", 10),
        FlagRule("head", "Head", FlagKind.CLINICAL, "b", 20, needs=frozenset({Presentation.HEAD_INJURY})),
        FlagRule("child", "Child", FlagKind.SAFEGUARDING, "c", 30, age_bands=frozenset({AgeBand.UNDER_16})),
    ),
)
_ACTOR = Actor("crew-2", Role.LEAD)
_NOW = at("23:00")


def _apply(visit: Visit, *changes: edits.VisitEdit) -> Visit:
    for change in changes:
        visit = change(visit)
    return visit


def _tick(code: str, ticked: bool = True, when: datetime = _NOW) -> edits.VisitEdit:
    return edits.tick_flag(code, ticked, _RULES, when, "crew-1")


def _need(ticked: bool) -> edits.VisitEdit:
    return edits.tick_need(Presentation.HEAD_INJURY, ticked)


def _settled(after: Visit, before: Visit | None = None, when: datetime = _NOW, by: Actor = _ACTOR) -> Visit:
    """As an edit leaves it, of a visit that was empty or as ``before``."""
    return edits.settle(before or a_visit(), after, _RULES, when, by)


def _codes(visit: Visit) -> list[str]:
    return [flag.code for flag in visit.flags]


def test_plain_answers() -> None:
    """Only the field that was answered changes."""
    visit = edits.answer(age_band=AgeBand.FROM_18)(a_visit())
    assert visit == a_visit(age_band=AgeBand.FROM_18)
    assert differing_fields(a_visit(), visit) == ("age_band",)


def test_needs_keep_the_order_of_ticking() -> None:
    """The first ticked is the main need; ticking one again changes nothing."""
    visit = _apply(a_visit(), edits.tick_need(Presentation.COLD, True), edits.tick_need(Presentation.ASSAULT, True))
    assert visit.needs == (Presentation.COLD, Presentation.ASSAULT)
    assert visit.main_need is Presentation.COLD
    assert edits.tick_need(Presentation.COLD, True)(visit) == visit
    assert edits.tick_need(Presentation.COLD, False)(visit).main_need is Presentation.ASSAULT
    assert a_visit().main_need is None


def test_a_main_need_that_was_chosen_stays_until_it_is_taken_away() -> None:
    """Taking away another need leaves it; taking away itself falls back to the first."""
    visit = a_visit(needs=(Presentation.COLD, Presentation.ASSAULT), primary_need=Presentation.ASSAULT)
    assert visit.main_need is Presentation.ASSAULT
    assert edits.tick_need(Presentation.COLD, False)(visit).primary_need is Presentation.ASSAULT
    assert edits.tick_need(Presentation.ASSAULT, False)(visit).main_need is Presentation.COLD


def test_substances() -> None:
    """Added behind the others, and taken away."""
    visit = _apply(a_visit(), *[edits.tick_substance(one, True) for one in (Substance.MDMA, Substance.ALCOHOL)])
    assert visit.substances == (Substance.MDMA, Substance.ALCOHOL)
    assert edits.tick_substance(Substance.MDMA, False)(visit).substances == (Substance.ALCOHOL,)


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        (IdentityLevel.ANONYMOUS, "Robin", IdentityLevel.ALIAS),
        (IdentityLevel.ALIAS, "Robin", IdentityLevel.ALIAS),
        (IdentityLevel.NAMED, "Robin Made-Up", IdentityLevel.NAMED),
        (IdentityLevel.NAMED, "", IdentityLevel.ANONYMOUS),
    ],
)
def test_a_name_lifts_and_its_loss_lowers_the_identity(before: IdentityLevel, name: str, after: IdentityLevel) -> None:
    """A name as given is an alias until somebody says that it is the real one."""
    visit = edits.give_name(name)(a_visit(identity_level=before))
    assert (visit.name, visit.identity_level) == (name, after)


def test_a_flag_is_ticked_and_taken_back() -> None:
    """A tick says who and when; a second tick changes nothing."""
    visit = _tick("fit")(a_visit())
    assert visit.flags == (RaisedFlag("fit", FlagKind.CLINICAL, _NOW, "crew-1", ticked=True),)
    assert _tick("fit", when=at("23:30"))(visit) == visit
    assert _tick("fit", ticked=False)(visit).flags == ()


@pytest.mark.parametrize(
    ("code", "when", "by", "left"),
    [
        ("fit", "23:01", "crew-1", []),
        ("fit", "23:01", "crew-2", ["fit"]),
        ("fit", "23:02", "crew-1", ["fit"]),
        ("child", "23:59", "crew-2", []),
    ],
)
def test_only_a_slip_takes_the_tick_of_a_clinical_flag_back(code: str, when: str, by: str, left: list[str]) -> None:
    """By who ticked it, within two minutes; one about their safety withholds nothing and goes at any time."""
    untick = edits.tick_flag(code, False, _RULES, at(when), by)
    assert _codes(untick(_tick(code)(a_visit()))) == left


def test_a_click_leaves_a_flag_that_the_record_raised_as_it_is() -> None:
    """Also who raised it, and when."""
    raised = _settled(a_visit(needs=(Presentation.HEAD_INJURY,)))
    assert edits.tick_flag("head", False, _RULES, _NOW, _ACTOR.id)(raised) == raised


def test_a_flag_of_no_rule_cannot_be_ticked() -> None:
    """An unknown code changes nothing, and one that an old rule raised can still be taken back."""
    assert _tick("unknown")(a_visit()) == a_visit()
    old = a_visit(flags=(RaisedFlag("unknown", FlagKind.CLINICAL, _NOW, "crew-1", ticked=True),))
    assert _tick("unknown")(old) == old
    assert _tick("unknown", ticked=False)(old).flags == ()


def test_a_flag_that_the_record_raised_becomes_ticked() -> None:
    """So that it stays when the record changes."""
    raised = _settled(a_visit(needs=(Presentation.HEAD_INJURY,)))
    ticked = _tick("head")(raised)
    assert [flag.ticked for flag in ticked.flags] == [True]
    assert _codes(_settled(replace(ticked, needs=()), ticked)) == ["head"]


def test_a_clinician_closes_a_flag_for_good() -> None:
    """Only that flag, once; ticks do not touch it any more."""
    visit = _apply(a_visit(), _tick("fit"), _tick("child"), edits.close_flag("fit", _NOW, "crew-2", "paramedic"))
    closed, other = visit.flags
    assert (closed.closed_at, closed.closed_by, closed.closed_grade) == (_NOW, "crew-2", "paramedic")
    assert other.closed_at is None
    assert _tick("fit")(visit) == _tick("fit", ticked=False)(visit) == visit
    assert edits.close_flag("fit", at("23:30"), "crew-3", "nurse")(visit) == visit


def test_a_category_stands_beside_what_was_advised() -> None:
    """The decision keeps the advice and the rule version of its moment; the first time of triage stays."""
    visit = _apply(a_visit(), _tick("fit"), edits.set_triage(TriageCategory.AMBER, _RULES, _NOW, "crew-1", "calm now"))
    assert visit.triage is not None
    assert (visit.triage.category, visit.triage.advised) == (TriageCategory.AMBER, TriageCategory.RED)
    assert (visit.triage.rule_version, visit.triage.reason, visit.triaged_at) == ("made-up", "calm now", _NOW)
    later = edits.set_triage(TriageCategory.RED, _RULES, at("23:30"), "crew-2")(visit)
    assert later.triage is not None
    assert (later.triage.set_at, later.triaged_at) == (at("23:30"), _NOW)
    assert edits.set_triage(None, _RULES, at("23:40"), "crew-2")(later).triage is None


def test_care_is_given_once_and_taken_back() -> None:
    """The id says which."""
    water = CareGiven("c1", CareKind.WATER, _NOW, "crew-1")
    ice = CareGiven("c2", CareKind.ICE, _NOW, "crew-1", "ankle")
    visit = _apply(a_visit(), edits.give_care(water), edits.give_care(ice), edits.give_care(water))
    assert set(visit.care) == {water, ice}
    assert edits.take_back_care("c1")(visit).care == (ice,)


def test_observations_stand_in_order_of_time() -> None:
    """A late entry goes where it belongs, and a correction replaces its set."""
    first, second = (ObservationSet(time, at(time), "crew-1") for time in ("22:10", "22:40"))
    visit = _apply(a_visit(), edits.observe(second), edits.observe(first))
    assert visit.observations == (first, second)
    corrected = replace(first, consciousness=Consciousness.VOICE)
    assert edits.observe(corrected)(visit).observations == (corrected, second)


def test_notes() -> None:
    """A note is written, changed, and gone when its text is."""
    note = Note("n1", "Calmer", _NOW, "crew-1")
    visit = edits.write_note(note)(a_visit())
    assert edits.write_note(replace(note, text="Asleep"))(visit).notes == (replace(note, text="Asleep"),)
    assert edits.write_note(replace(note, text="  "))(visit).notes == ()


def test_leaving_and_coming_back() -> None:
    """A leaving time that was written stays; taking back the outcome opens the visit."""
    visit = edits.leave(Outcome.TAXI, _NOW)(a_visit())
    assert (visit.outcome, visit.departed_at, visit.is_open) == (Outcome.TAXI, _NOW, False)
    assert edits.leave(Outcome.HOME_ALONE, at("23:30"))(visit).departed_at == _NOW
    assert edits.leave(None, at("23:30"))(visit) == a_visit()


def test_a_judgement_keeps_the_role_of_who_judged() -> None:
    """Nothing judged, nobody judged it."""
    visit = edits.judge(WouldHave.POLICE, Basis.PROTOCOL_MET, Role.LEAD)(a_visit())
    assert visit.diversion == Diversion(WouldHave.POLICE, Basis.PROTOCOL_MET, Role.LEAD)
    assert edits.judge(None, None, Role.LEAD)(visit) == a_visit()


def test_settling_raises_what_the_record_says_and_takes_back_what_it_no_longer_says() -> None:
    """Ticked flags and closed ones stay as they are."""
    visit = _settled(a_visit(needs=(Presentation.HEAD_INJURY,), age_band=AgeBand.UNDER_16))
    assert visit.flags == (
        RaisedFlag("head", FlagKind.CLINICAL, _NOW, "crew-2", ticked=False),
        RaisedFlag("child", FlagKind.SAFEGUARDING, _NOW, "crew-2", ticked=False),
    )
    assert _settled(visit, visit, at("23:30")) is visit
    visit = _apply(visit, _tick("fit"), edits.close_flag("child", _NOW, "crew-2", "nurse"))
    assert _codes(_settled(replace(visit, needs=(), age_band=None), visit)) == ["child", "fit"]


@given(st.integers(0, 300), st.integers(0, 300), st.sampled_from(["crew-1", "crew-2"]), st.integers(0, 300))
def test_an_answer_takes_its_flag_back_as_a_tick_is_taken_back(raised: int, back: int, by: str, later: int) -> None:
    """By who raised it within two minutes, else never, whoever edits what later on."""
    then = _NOW + timedelta(seconds=raised)
    now, after_that = then + timedelta(seconds=back), then + timedelta(seconds=back + later)
    by_hand = _tick("head", when=then), edits.tick_flag("head", False, _RULES, now, by)
    left = []
    for make, undo in (by_hand, (_need(True), _need(False))):
        visit = _settled(make(a_visit()), a_visit(), then, Actor("crew-1", Role.VOLUNTEER))
        visit = _settled(undo(visit), visit, now, Actor(by, Role.VOLUNTEER))
        left.append(_codes(_settled(edits.give_name("Sam")(visit), visit, after_that, Actor("crew-1", Role.LEAD))))

    slip = by == "crew-1" and back < 120
    assert left == [[] if slip else ["head"]] * 2


@given(st.integers(0, 300), st.sampled_from(["crew-1", "crew-2"]))
def test_a_flag_about_their_safety_goes_with_its_answer_at_any_time(back: int, by: str) -> None:
    """It withholds nothing."""
    visit = _settled(a_visit(age_band=AgeBand.UNDER_16))
    now = _NOW + timedelta(seconds=back)

    assert _codes(_settled(replace(visit, age_band=None), visit, now, Actor(by, Role.LEAD))) == []


def test_a_flag_that_lost_its_answer_and_gets_it_back_is_the_same() -> None:
    """It says when it was raised first, so that another slip does not take it."""
    visit = _settled(a_visit(needs=(Presentation.HEAD_INJURY,)))
    without = _settled(replace(visit, needs=()), visit, at("23:10"))
    again = _settled(_need(True)(without), without, at("23:11"))

    assert again.flags == without.flags == visit.flags
    assert _settled(_need(False)(again), again, at("23:12")).flags == visit.flags


def test_taking_back_the_tick_of_a_flag_that_the_record_raises_leaves_it_raised() -> None:
    """The record still says so."""
    visit = _apply(a_visit(needs=(Presentation.HEAD_INJURY,)), _tick("head"), _tick("head", ticked=False))
    assert [(f.code, f.ticked) for f in _settled(visit).flags] == [("head", False)]


_TIMES = st.integers(0, 59).map(lambda minute: at("21:00").replace(minute=minute))
_ONES = st.sampled_from(["1", "2", "3"])
_EDITS = st.one_of(
    st.builds(edits.tick_need, st.sampled_from(Presentation), st.booleans()),
    st.builds(edits.tick_substance, st.sampled_from(Substance), st.booleans()),
    st.builds(edits.give_name, st.sampled_from(["", "Robin", "Sam"])),
    st.builds(_tick, st.sampled_from(["fit", "head", "child", "unknown"]), st.booleans(), _TIMES),
    st.builds(edits.close_flag, st.sampled_from(["fit", "head"]), _TIMES, _ONES, st.just("nurse")),
    st.builds(edits.set_triage, st.none() | st.sampled_from(TriageCategory), st.just(_RULES), _TIMES, _ONES),
    st.builds(edits.give_care, st.builds(CareGiven, _ONES, st.sampled_from(CareKind), _TIMES, _ONES)),
    st.builds(edits.take_back_care, _ONES),
    st.builds(edits.observe, st.builds(ObservationSet, _ONES, _TIMES, _ONES)),
    st.builds(edits.write_note, st.builds(Note, _ONES, st.sampled_from(["", " ", "Calm", "Asleep"]), _TIMES, _ONES)),
    st.builds(edits.leave, st.none() | st.sampled_from(Outcome), _TIMES),
    st.builds(
        edits.judge, st.none() | st.sampled_from(WouldHave), st.none() | st.sampled_from(Basis), st.sampled_from(Role)
    ),
    st.builds(lambda band: edits.answer(age_band=band), st.none() | st.sampled_from(AgeBand)),
)
_VISITS = st.lists(_EDITS, max_size=12).map(lambda changes: _apply(a_visit(), *changes))


@given(_VISITS, _EDITS)
def test_an_edit_applied_twice_is_applied_once(visit: Visit, edit: edits.VisitEdit) -> None:
    """The screen and the store may each apply it, and a retry does no harm."""
    once = edit(visit)
    assert edit(once) == once


@given(_VISITS, _EDITS)
def test_undo_gives_the_visit_back(before: Visit, edit: edits.VisitEdit) -> None:
    """What one edit changed is as it was."""
    after = edit(before)
    assert edits.restore(before, after)(after) == before


@given(_VISITS, _EDITS, _EDITS)
def test_undo_leaves_alone_what_changed_since_in_other_fields(
    before: Visit, edit: edits.VisitEdit, later_edit: edits.VisitEdit
) -> None:
    """Undoing the last but one keeps the last."""
    after = edit(before)
    later = later_edit(after)
    undone = edits.restore(before, after)(later)
    undone_fields = set(differing_fields(before, after))
    assert set(differing_fields(undone, before)) <= set(differing_fields(after, later)) - undone_fields
    assert set(differing_fields(undone, later)) <= undone_fields


@given(_VISITS)
def test_settling_twice_changes_nothing(visit: Visit) -> None:
    """And it touches nothing but flags, of which each code is there once."""
    settled = _settled(visit)
    assert _settled(settled, settled, at("23:30")) is settled
    assert set(differing_fields(visit, settled)) <= {"flags"}
    assert len(set(_codes(settled))) == len(settled.flags)


def test_an_observation_that_was_a_slip_can_be_taken_back() -> None:
    """The set goes, the others stay."""
    first, slip = (ObservationSet(name, at("23:10"), "crew") for name in ("first", "slip"))
    visit = edits.observe(slip)(edits.observe(first)(a_visit()))
    assert edits.take_back_observation("slip")(visit).observations == (first,)


def test_the_main_need_is_one_of_those_that_are_ticked() -> None:
    """Another than the first can be chosen; one that is not ticked, or taken off, is not the main need."""
    both = edits.in_turn(*(edits.tick_need(need, True) for need in (Presentation.COLD, Presentation.ASSAULT)))(
        a_visit()
    )

    assert edits.choose_main_need(Presentation.ASSAULT)(both).main_need is Presentation.ASSAULT
    assert edits.choose_main_need(Presentation.HOMELESS)(both) == both
    taken_off = edits.tick_need(Presentation.ASSAULT, False)(edits.choose_main_need(Presentation.ASSAULT)(both))
    assert taken_off.main_need is Presentation.COLD
