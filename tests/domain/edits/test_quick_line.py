"""One typed line: what it fills, what stays as a note, and that nothing is ever lost."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits.quick_line import QuickLine, fill_in, read_quick_line
from mavis.domain.edits.quick_words import QuickField, Tonight
from mavis.domain.record.identity import AgeBand, AgeSource, Gender
from mavis.domain.record.presentation import Presentation
from mavis.domain.reference import FlagRules
from mavis.domain.visit.triage import TriageCategory
from mavis.domain.visit.visit import Visit
from mavis.system.quick_words import load_quick_words

WORDS = load_quick_words()
NOW = datetime(2026, 11, 15, 1, 45, tzinfo=UTC)
TONIGHT = Tonight(date(2026, 11, 14), NOW)
ACTOR = Actor("p1", Role.VOLUNTEER)


def read(text: str) -> QuickLine:
    """The line with the shipped words, at a quarter to two on a Saturday night."""
    return read_quick_line(text, WORDS, TONIGHT)


def codes(line: QuickLine) -> dict[str, list[str]]:
    """What a line fills, by field; a time as the clock shows it."""
    found: dict[str, list[str]] = {}
    for one in line.understood:
        found.setdefault(one.field.value, []).append(one.code or f"{one.arrived:%H%M}")
    return found


def test_the_line_of_the_brief() -> None:
    """Everything is understood; what says more than its code stays in the note too, and nothing is kept twice."""
    line = read("2310 m 20s drunk cut hand")

    assert codes(line) == {
        "arrived": ["2310"],
        "gender": ["male"],
        "age": ["18_24"],
        "need": ["alcohol_intoxication", "minor_injury"],
    }
    assert line.note == "cut hand"


@pytest.mark.parametrize(
    ("text", "filled", "note"),
    [
        ("man", {"gender": ["male"]}, ""),
        ("WOMAN.", {"gender": ["female"]}, ""),
        ("nb 19 spiked", {"gender": ["other"], "age": ["18_24"], "need": ["suspected_spiking"]}, ""),
        ("f 19 year old", {"gender": ["female"], "age": ["18_24"]}, ""),
        ("aged 30", {"age": ["25_34"]}, ""),
        ("about 40", {"age": ["35_44"]}, "about 40"),
        ("late 20s", {"age": ["25_34"]}, ""),
        ("thirties", {"age": ["25_34"]}, ""),
        ("u18", {"age": ["16_17"]}, "u18"),
        ("at 23:10", {"arrived": ["2310"]}, ""),
        ("0500 m", {"gender": ["male"]}, "0500"),
        ("red", {"triage": ["red"]}, ""),
        ("m amber cold", {"gender": ["male"], "triage": ["amber"], "need": ["cold"]}, ""),
        ("triage green, hat", {"triage": ["green"]}, "hat"),
        ("man red jacket", {"gender": ["male"]}, "red jacket"),
        ("face red", {}, "face red"),
        ("spiked?", {"need": ["suspected_spiking"]}, "spiked?"),
        ("drunk and cold", {"need": ["alcohol_intoxication", "cold"]}, ""),
        ("not drunk", {}, "not drunk"),
        ("no drugs or alcohol, cold", {"need": ["cold"]}, "no drugs or alcohol"),
        ("no way home", {"need": ["no_way_home"]}, ""),
        ("hit by drunk bloke, head injury", {"need": ["head_injury"]}, "hit by drunk bloke"),
        ("here with girl, lost", {"need": ["lost_or_separated"]}, "here with girl"),
        ("man woman", {"gender": ["male"]}, "woman"),
        ("19 25", {"age": ["18_24"]}, "25"),
        ("2310 2320", {"arrived": ["2310"]}, "2320"),
        ("drunk drunk", {"need": ["alcohol_intoxication"]}, "drunk"),
        ("10 pints pulse 98", {}, "10 pints pulse 98"),
        ("999 called, 111", {}, "999 called, 111"),
        ("grey coat", {}, "grey coat"),
        ("", {}, ""),
        (" , ;; ", {}, ""),
    ],
)
def test_what_a_line_means(text: str, filled: dict[str, list[str]], note: str) -> None:
    """Fields, and the words that stay."""
    line = read(text)

    assert (codes(line), line.note) == (filled, note)


@pytest.mark.parametrize(
    "words",
    [
        "lost shoes outside Old Col",
        "lost a shoe",
        "lost her phone",
        "lost both shoes and his keys",
        "lost purse",
        "lost bank card",
        "lost my coat",
        "lost her contact lens",
        "lost his temper",
        "phone lost",
        "cut off",
        "short cut",
        "cold drink",
        "common cold",
        "fell out with",
        "fall out with boyfriend",
        "hit the club",
        "high heels",
        "passed her phone",
        "passed his exams",
        "kicked out",
        "kicked him out",
        "bottled water",
        "fit and well",
        "fit to go",
        "sick of waiting",
        "pissed off",
        "weed herself",
        "drunk some water",
        "here with drunk friend",
        "drunk mate",
        "medical student",
        "alcohol free beer",
        "panic alarm",
        "rum and coke",
        "pint of coke",
        "boy friend",
        "man united shirt",
        "told us to f off",
        "separated from her husband",
    ],
)
@pytest.mark.parametrize(("before", "after"), [("", ""), ("amber ", ", hat"), ("22 and ", " hat")])
def test_what_only_looks_like_a_need_stays_words(words: str, before: str, after: str) -> None:
    """Whole, in their order, and nobody is ticked as lost, cold, hurt or drunk by them."""
    line = read(f"{before}{words}{after}")

    assert not {QuickField.NEED, QuickField.GENDER} & {one.field for one in line.understood}
    assert words in line.note


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("lost", ["lost_or_separated"]),
        ("lost, no shoes", ["lost_or_separated", "cold"]),
        ("lost her friends", ["lost_or_separated"]),
        ("lost near the pier", ["lost_or_separated"]),
        ("lost shoes, cold", ["cold"]),
        ("lost shoes and cold", ["cold"]),
        ("drunk and lost her bag and cut hand", ["alcohol_intoxication", "minor_injury"]),
        ("lost consciousness", ["found_asleep"]),
        ("upset stomach", ["medical_illness"]),
        ("cold and wet", ["cold"]),
        ("kicked in the head", ["assault"]),
        ("had a fit", ["medical_illness"]),
        ("drunk", ["alcohol_intoxication"]),
        ("coke", ["suspected_drugs"]),
    ],
)
def test_what_is_a_need_stays_one(text: str, filled: list[str]) -> None:
    """A thing makes the difference, and only right behind the word."""
    assert codes(read(text)).get("need", []) == filled


PHRASES = ("2310", "woman", "u18", "drunk", "cut hand", "triage amber", "no way home")


@given(st.permutations(PHRASES))
def test_the_order_of_the_words_does_not_matter(shuffled: list[str]) -> None:
    """Whatever somebody thinks of first."""
    found = {(one.field, one.code) for one in read(" ".join(shuffled)).understood}

    assert found == {(one.field, one.code) for one in read(" ".join(PHRASES)).understood}
    assert len(found) == len(PHRASES)


TYPED = st.lists(
    st.one_of(
        st.sampled_from(sorted(WORDS.phrases)),
        st.sampled_from(sorted(WORDS.nothing)),
        st.sampled_from(sorted(WORDS.denial | WORDS.others | WORDS.joining | WORDS.counted | WORDS.guess)),
        st.sampled_from(["2310", "19", "u18", "30ish", "1.30", "99", "0", ",", "?", "grey", "red", "²", "İ"]),
        st.text(max_size=8),
    ),
    max_size=25,
)


@given(TYPED)
def test_every_word_ends_up_in_a_field_or_in_the_note(parts: list[str]) -> None:
    """Any words whatever: nothing is lost, nothing is made up, nothing fails."""
    text = " ".join(parts)
    line = read(text)
    typed = Counter(text.replace(",", " ").replace(";", " ").split())
    noted = Counter(line.note.replace(",", " ").split())
    filled = Counter(word for one in line.understood for word in one.typed)

    assert not typed - (noted + filled)
    assert not noted - typed
    assert not filled - typed
    fields = Counter(one.field for one in line.understood)
    assert all(count == 1 for field, count in fields.items() if field is not QuickField.NEED)


def test_a_very_long_line_is_read() -> None:
    """Somebody's sleeve lay on the keyboard."""
    line = read("red " * 5000)

    assert line.note.count("red") == 4999


def a_visit() -> Visit:
    """A visit that was opened now."""
    return Visit("v1", "K1", "s1", NOW, NOW, ACTOR.id)


def test_a_line_fills_a_visit() -> None:
    """One edit: times, answers, triage and the note; written up later, so it says so."""
    line = read("2310 f 30ish amber drunk cut hand")
    visit = fill_in(line, FlagRules("1", ()), NOW, ACTOR, "n1")(a_visit())

    assert visit.arrived_at == datetime(2026, 11, 14, 23, 10, tzinfo=UTC)
    assert visit.entered_late
    assert (visit.age_band, visit.age_source) == (AgeBand.FROM_25, AgeSource.ESTIMATED)
    assert visit.gender is Gender.FEMALE
    assert visit.needs == (Presentation.ALCOHOL_INTOXICATION, Presentation.MINOR_INJURY)
    assert visit.triage is not None
    assert visit.triage.category is TriageCategory.AMBER
    assert [note.text for note in visit.notes] == ["30ish, cut hand"]


def test_a_line_leaves_what_it_does_not_name() -> None:
    """An open visit keeps its answers; applied twice the visit is the same."""
    before = fill_in(read("m 19 cold"), FlagRules("1", ()), NOW, ACTOR, "n1")(a_visit())
    edit = fill_in(read("lost grey hat"), FlagRules("1", ()), NOW, ACTOR, "n2")
    after = edit(before)

    assert (after.gender, after.age_band, after.age_source) == (Gender.MALE, AgeBand.FROM_18, None)
    assert after.needs == (Presentation.COLD, Presentation.LOST_OR_SEPARATED)
    assert edit(after) == after
    assert not after.entered_late
