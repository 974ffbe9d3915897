"""The reference data: what ships is whole, a scheme replaces a file, and a broken file is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.clinical.triage_advice import advise
from mavis.domain.edits.visit import settle
from mavis.domain.errors import UserError
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.observation import Consciousness, ObservationSet
from mavis.domain.record.presentation import Intoxication, Presentation, Substance
from mavis.domain.reference import FlagKind, ReferenceData
from mavis.domain.scores.alcohol_answers import Band
from mavis.domain.visit.triage import TriageCategory
from mavis.system.reference import load_reference
from mavis.system.resources import resource
from mavis.system.wording import sentence, words
from tests.builders import a_visit, at

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_ONE_LINE_OF_THE_BANNER = 56


@pytest.fixture(scope="module")
def shipped() -> ReferenceData:
    """What comes with Mavis."""
    return load_reference()


def test_fifteen_beat_areas_in_three_tiers(shipped: ReferenceData) -> None:
    """As in the strategy: two primary, three secondary, ten tertiary."""
    tiers = [area.tier for area in shipped.beat_areas]
    assert [tiers.count(tier) for tier in ("primary", "secondary", "tertiary")] == [2, 3, 10]
    assert {area.name for area in shipped.beat_areas if area.tier == "primary"} == {"Weston Town Centre", "Ashcombe"}


def test_tallies_have_the_keys_of_the_board(shipped: ReferenceData) -> None:
    """Eight on the strip by their letters, six behind More by theirs; three kinds count people."""
    assert "".join(kind.key for kind in shipped.tallies if not kind.rare) == "WFBLGPDT"
    assert "".join(kind.key for kind in shipped.tallies if kind.rare) == "XCVOAY"
    assert len(shipped.tallies) == 14
    assert {kind.code for kind in shipped.tallies if kind.people} == {"first_aid", "prayer", "conversation"}
    assert all(kind.key in kind.name.upper() for kind in shipped.tallies)


def test_red_flags_have_the_keys_of_the_checklist(shipped: ReferenceData) -> None:
    """Sixteen letters, none of them taken by the categories or by how drunk somebody is."""
    keys = "".join(rule.key for rule in shipped.flags.rules)
    assert set(keys) == set("UVBCSHPWXKDEYINTF")
    assert not set(keys) & set("RAGOLMQJ")
    assert shipped.flags.version == "2026-12"


def test_every_flag_says_what_to_do_in_one_line(shipped: ReferenceData) -> None:
    """Short enough for the banner, and ranked without a tie."""
    for rule in shipped.flags.rules:
        assert len(words(rule.advice)) <= _ONE_LINE_OF_THE_BANNER
    ranks = [rule.rank for rule in shipped.flags.rules]
    assert len(set(ranks)) == len(ranks)
    assert {words(rule.never) for rule in shipped.flags.rules if rule.never} == {"No coffee, no cold shower."}


def test_clinical_flags_outrank_safeguarding_ones(shipped: ReferenceData) -> None:
    """The banner shows danger to life first."""
    by_rank = sorted(shipped.flags.rules, key=lambda rule: rule.rank)
    kinds = [rule.kind for rule in by_rank]
    assert kinds == sorted(kinds, key=list(FlagKind).index)
    assert [rule.code for rule in by_rank if rule.kind is FlagKind.SAFEGUARDING] == [
        "sexual_assault",
        "under_18",
        "spiking",
        "pregnant_and_afraid",
    ]


def _seen(awake: Consciousness) -> ObservationSet:
    return ObservationSet("o", at("22:05"), "crew-1", consciousness=awake)


@pytest.mark.parametrize(
    ("fields", "codes", "category"),
    [
        ({"needs": (Presentation.HEAD_INJURY,)}, ["head_injury"], "red"),
        ({"substances": (Substance.GHB_GBL,)}, ["ghb_opioids_mix"], "red"),
        ({"substances": (Substance.OPIOIDS,)}, ["ghb_opioids_mix"], "red"),
        ({"substances": (Substance.ALCOHOL, Substance.MDMA)}, [], "green"),
        ({"intoxication": Intoxication.UNCONSCIOUS}, ["unresponsive"], "red"),
        ({"intoxication": Intoxication.SEVERE}, [], "amber"),
        ({"age_band": AgeBand.UNDER_16}, ["under_18"], "amber"),
        ({"age_band": AgeBand.FROM_16}, ["under_18"], "amber"),
        ({"age_band": AgeBand.FROM_18}, [], "green"),
        ({"needs": (Presentation.SUSPECTED_SPIKING,)}, ["spiking"], "amber"),
        ({"needs": (Presentation.SEXUAL_ASSAULT,)}, ["sexual_assault"], "amber"),
        ({"observations": (_seen(Consciousness.ALERT),)}, [], "green"),
        ({"observations": (_seen(Consciousness.CONFUSED),)}, ["not_alert"], "red"),
        ({"observations": (_seen(Consciousness.VOICE),)}, ["not_alert"], "red"),
        ({"observations": (_seen(Consciousness.PAIN),)}, ["no_reply_to_voice"], "red"),
        ({"observations": (_seen(Consciousness.UNRESPONSIVE),)}, ["unresponsive"], "red"),
    ],
)
def test_what_the_record_raises(
    shipped: ReferenceData, fields: dict[str, Any], codes: list[str], category: str
) -> None:
    """The flags that come by themselves, and the category they suggest."""
    visit = settle(a_visit(), a_visit(**fields), shipped.flags, at("22:10"), Actor("crew-1", Role.VOLUNTEER))
    assert [flag.code for flag in visit.flags] == codes
    assert advise(visit, shipped.flags).category is TriageCategory(category)


def test_a_head_injury_is_always_referred(shipped: ReferenceData) -> None:
    """An open head injury is clinical, holds back a claim and goes to A&E."""
    hurt = a_visit(needs=(Presentation.HEAD_INJURY,))
    visit = settle(a_visit(), hurt, shipped.flags, at("22:10"), Actor("crew-1", Role.VOLUNTEER))
    assert advise(visit, shipped.flags).refer_to_ed
    assert visit.open_clinical_flags


def _shipped_text(name: str) -> str:
    return resource("reference", name).read_text(encoding="utf-8")


def test_a_file_of_the_scheme_stands_in_for_the_shipped_one(tmp_path: Path, shipped: ReferenceData) -> None:
    """Only the file that is there is replaced."""
    (tmp_path / "events.toml").write_text('[[event]]\ncode = "regatta"\nname = "Regatta"\n', encoding="utf-8")
    own = load_reference(tmp_path)
    assert [(event.code, event.name) for event in own.events] == [("regatta", "Regatta")]
    assert own.kit == shipped.kit
    assert load_reference(tmp_path / "nowhere") == shipped


def test_a_rule_can_be_switched_off(tmp_path: Path, shipped: ReferenceData) -> None:
    """One line in the scheme's own file."""
    text = _shipped_text("red_flags.toml").replace('code = "pregnant"\n', 'code = "pregnant"\non = false\n')
    (tmp_path / "red_flags.toml").write_text(text, encoding="utf-8")
    flags = load_reference(tmp_path).flags
    assert flags.rule("pregnant") is None
    assert len(flags.rules) == len(shipped.flags.rules) - 1


_EVENT = '[[event]]\ncode = "regatta"\nname = "Regatta"\n'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"event = 3",
        b"event = [1, 2]",
        b"[[event]",
        b"\xff\xfe",
        b"[event]\ncode = 'a'",
        b"x = " + b"[" * 5000,
    ],
)
def test_a_file_that_is_no_list_is_named(tmp_path: Path, content: bytes) -> None:
    """The sentence says which file, and what to do."""
    (tmp_path / "events.toml").write_bytes(content)
    with pytest.raises(UserError) as caught:
        load_reference(tmp_path)
    assert (caught.value.key, caught.value.facts) == ("reference_file", {"file": "events.toml"})
    assert "events.toml" in sentence(caught.value)


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    """It cannot be read."""
    (tmp_path / "kit.toml").mkdir()
    with pytest.raises(UserError, match="reference_file"):
        load_reference(tmp_path)


def _replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("file", "change", "entry", "field"),
    [
        ("events.toml", lambda _: _EVENT + _EVENT, "regatta", "code"),
        ("events.toml", lambda _: "[[event]]\nname = 'x'\n", "number 1", "code"),
        ("events.toml", lambda _: "[[event]]\ncode = 'No Code'\nname = 'x'\n", "number 1", "code"),
        ("events.toml", lambda _: "[[event]]\ncode = 'x'\n", "x", "name"),
        ("events.toml", lambda _: "[[event]]\ncode = 'x'\nname = ' '\n", "x", "name"),
        ("events.toml", lambda _: f"[[event]]\ncode = 'x'\nname = '{'x' * 81}'\n", "x", "name"),
        ("events.toml", lambda _: "[[event]]\ncode = 'x'\nname = 7\n", "x", "name"),
        ("events.toml", lambda _: _EVENT + "colour = 'red'\n", "regatta", "colour"),
        ("events.toml", lambda _: _EVENT + "'Some One' = 1\n", "regatta", "field"),
        ("events.toml", lambda _: _EVENT + "on = 'no'\n", "regatta", "on"),
        ("beat_areas.toml", _replaced('"primary"', '"first"'), "weston_town_centre", "tier"),
        ("venues.toml", _replaced('"weston_town_centre"', '"atlantis"'), "high_street", "beat_area"),
        ("tallies.toml", _replaced('"drop"', '"../secret"'), "water", "icon"),
        ("tallies.toml", _replaced('"drop"', '"unicorn"'), "water", "icon"),
        ("tallies.toml", _replaced('key = "F"', 'key = "W"'), "flip_flops", "key"),
        ("tallies.toml", _replaced('key = "F"', 'key = "ff"'), "flip_flops", "key"),
        ("tallies.toml", _replaced('key = "F"', 'key = "5"'), "flip_flops", "key"),
        ("drinks.toml", _replaced('tenths = 50\nkey = "S"', 'tenths = 40\nkey = "S"'), "pint_5", "millilitres"),
        ("drinks.toml", _replaced("millilitres = 440", "millilitres = 0"), "can_440", "millilitres"),
        ("drinks.toml", _replaced('tenths = 400\nkey = "E"', 'tenths = 1001\nkey = "E"'), "single", "tenths"),
        ("alcohol.toml", _replaced('version = "1"', ""), "band", "version"),
        ("alcohol.toml", _replaced("positive_from = 2", "positive_from = 0"), "band", "m_sasq_positive_from"),
        ("alcohol.toml", _replaced("positive_from = 2", "positive_from = 5"), "band", "m_sasq_positive_from"),
        ("alcohol.toml", _replaced("from = 8", "from = 5"), "higher", "from"),
        ("alcohol.toml", _replaced("from = 11", "from = 13"), "possible_dependence", "from"),
        ("alcohol.toml", _replaced('"higher"', '"worrying"'), "worrying", "code"),
        ("red_flags.toml", _replaced('version = "2026-12"', ""), "flag", "version"),
        ("red_flags.toml", _replaced("rank = 10\n", "rank = -1\n"), "unresponsive", "rank"),
        ("red_flags.toml", _replaced("rank = 10\n", "rank = true\n"), "unresponsive", "rank"),
        ("red_flags.toml", _replaced('kind = "clinical"', 'kind = "urgent"'), "unresponsive", "kind"),
        ("red_flags.toml", _replaced('key = "B"', 'key = "U"'), "breathing", "key"),
        ("red_flags.toml", _replaced('["U"]', '["X"]'), "unresponsive", "consciousness"),
        ("red_flags.toml", _replaced('["U"]', "[1]"), "unresponsive", "consciousness"),
        ("red_flags.toml", _replaced('["U"]', '"U"'), "unresponsive", "consciousness"),
        ("red_flags.toml", _replaced("advice.unresponsive", "advice.nothing"), "unresponsive", "advice"),
        ("red_flags.toml", _replaced("never.alcohol_poisoning", "never.nothing"), "unresponsive", "never"),
        ("red_flags.toml", _replaced("refer_to_ed = true", "refer_to_ed = 1"), "unresponsive", "refer_to_ed"),
    ],
)
def test_a_broken_entry_is_named(
    tmp_path: Path, file: str, change: Callable[[str], str], entry: str, field: str
) -> None:
    """The sentence names the file, the entry and the field."""
    (tmp_path / file).write_text(change(_shipped_text(file)), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_reference(tmp_path)
    assert caught.value.facts == {"file": file, "entry": entry, "field": field}
    assert all(part in sentence(caught.value) for part in (file, entry, field))


def test_what_a_service_confirms_about_alcohol_comes_from_a_file(tmp_path: Path) -> None:
    """Mavis comes with the usual numbers; a scheme's own file stands in for them."""
    assert load_reference().alcohol.are_usual
    own = _shipped_text("alcohol.toml").replace('version = "1"', 'version = "own"').replace("from = 8", "from = 9")
    (tmp_path / "alcohol.toml").write_text(own, encoding="utf-8")

    confirmed = load_reference(tmp_path).alcohol
    assert confirmed.version == "own"
    assert not confirmed.are_usual
    assert {band: least for least, band in confirmed.audit_c_bands}[Band.HIGHER] == 9
