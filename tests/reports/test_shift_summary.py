"""The end-of-shift summary in each of its states, read back from the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from mavis.domain.record.care import CareKind
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.reports.shift_summary import draw
from mavis.reports.summary_visits import listed
from tests.reports.builders import CHAIN, REFERENCE, SHIFT, STAMP, VISITS, at, change, night, past_nights
from tests.reports.reading import badly_placed, entry, structure_of, text_of, words_of
from tests.untraced import untraced

if TYPE_CHECKING:
    from mavis.domain.counting.facts import VisitFacts
    from mavis.domain.counting.summary import ShiftSummary

_LONG = "The extraordinarily long-winded partnership for safe nights by the sea in North Somerset and beyond"


def _mixed() -> tuple[VisitFacts, ...]:
    """Claims on every basis: two of a clinician, one by protocol, one stood down, the rest of volunteers."""
    claims = {
        "K22": (WouldHave.ED_OWN_MEANS, Basis.CLINICIAN_JUDGED),
        "K23": (WouldHave.ED_OWN_MEANS, Basis.CLINICIAN_JUDGED),
        "K24": (WouldHave.ED_OWN_MEANS, Basis.PROTOCOL_MET),
        "K29": (WouldHave.AMBULANCE_999, Basis.STOOD_DOWN),
    }
    return tuple(
        replace(visit, would_have=claims[visit.code][0], basis=claims[visit.code][1]) if visit.code in claims else visit
        for visit in VISITS
    )


def _many(number: int) -> tuple[VisitFacts, ...]:
    return tuple(
        replace(VISITS[n % 16], id=f"v{n}", code=f"K{n + 100}", triage=None if n % 3 else VISITS[n % 16].triage)
        for n in range(number)
    )


def _moved(opened: datetime, hours: int, past: int = 49) -> ShiftSummary:
    """The Saturday on another night of so many open hours."""
    step = opened - SHIFT.opened_at
    visits = tuple(
        replace(v, arrived_at=v.arrived_at + step, departed_at=v.departed_at and v.departed_at + step) for v in VISITS
    )
    shift = replace(SHIFT, date=opened.date(), opened_at=opened, closed_at=opened + timedelta(hours=hours))
    return night(visits, shift, past_nights(past))


def _full() -> tuple[VisitFacts, ...]:
    """Every need and every way to leave, with more care than two lines hold."""
    return tuple(
        replace(
            VISITS[n % 16],
            id=f"v{n}",
            code=f"L{n}",
            outcome=list(Outcome)[n % len(Outcome)],
            needs=tuple(Presentation)[n % 12 : n % 12 + 1 + n % 6],
            main_need=list(Presentation)[n % len(Presentation)],
            care=tuple(CareKind)[n % 10 : n % 10 + n % 8],
        )
        for n in range(40)
    )


_OCTOBER = datetime(2017, 10, 28, 20, tzinfo=UTC)
_MARCH = datetime(2018, 3, 24, 21, tzinfo=UTC)
_SIGNED = replace(SHIFT, signed_by="K. Lead", signed_at=at("03:55"))
_CHANGES = (change("age_band", "null", '"16_17"'), change("notes", "[]", '[{"text": "Sam"}]', "K22"))
_WORDY = replace(
    SHIFT,
    handover_notes="\n".join([f"{_LONG}. " * 4] * 40),
    parked_at=_LONG,
    events=("christmas", "a label that the reference data does not know"),
)
_STATES: dict[str, ShiftSummary] = {
    "usual": night(),
    "mixed": night(_mixed()),
    "nothing claimed": night(tuple(replace(visit, would_have=WouldHave.NOTHING) for visit in VISITS)),
    "not asked": night(tuple(replace(visit, would_have=None, basis=None) for visit in VISITS), past=past_nights(7)),
    "nobody": night(()),
    "nobody and nothing": night((), replace(SHIFT, tallies=(), crew=(), handover_notes="", events=(), parked_at="")),
    "one": night(VISITS[:1], past=[]),
    "many": night(_many(60)),
    "two hundred": night(_many(200)),
    "full": night(_full()),
    "october": _moved(_OCTOBER, 7),
    "march": _moved(_MARCH, 5, past=3),
    "long night": _moved(at("12:30"), 16),
    "amended": night(shift=_SIGNED, amendments=_CHANGES),
    "often amended": night(shift=_SIGNED, amendments=_CHANGES * 40),
    "faults": night(faults=("outcome", "arrivals")),
    "wordy": replace(night(shift=_WORDY), scheme=_LONG, site_name=_LONG, stamp=replace(STAMP, made_by=_LONG)),
    "still open": night(
        tuple(replace(visit, outcome=None, gender=None) for visit in VISITS), replace(SHIFT, closed_at=None)
    ),
}


@pytest.fixture(scope="module")
def drawn() -> dict[str, bytes]:
    """Each state as a file."""
    return {name: draw(summary, REFERENCE) for name, summary in _STATES.items()}


@pytest.mark.parametrize("state", _STATES)
def test_every_word_has_its_place(drawn: dict[str, bytes], state: str) -> None:
    """Nothing stands outside the margins, and no word stands on another."""
    assert badly_placed(drawn[state]) == []


@pytest.mark.parametrize("state", _STATES)
def test_every_page_has_its_mark_and_footer(drawn: dict[str, bytes], state: str) -> None:
    """Restricted at the top and in words at the foot, the page of how many, the beginning of the chain head."""
    pages = words_of(drawn[state])
    for number in range(1, len(pages) + 1):
        text = text_of(drawn[state], number)
        assert "RESTRICTED" in text
        assert f"Page {number} of {len(pages)}" in text
        assert "7f3a 91c2 04be d86e" in text
        assert text.endswith("Restricted")


@pytest.mark.parametrize("state", _STATES)
def test_the_last_page_is_signed_and_has_the_whole_chain_head(drawn: dict[str, bytes], state: str) -> None:
    """Signatures stand at the foot of the last page and nowhere else, under everything else."""
    pages = words_of(drawn[state])
    ruled = [word.top for word in pages[-1] if word.text == "Signed"]

    assert CHAIN in text_of(drawn[state], len(pages)).replace(" ", "")
    assert [round(top) for top in ruled] == [251]
    assert all("I have read this summary" not in text_of(drawn[state], n) for n in range(1, len(pages)))


@pytest.mark.parametrize("state", _STATES)
def test_fonts_are_embedded_as_subsets(drawn: dict[str, bytes], state: str) -> None:
    """Open Sans alone, with its outlines in the file."""
    for page in PdfReader(BytesIO(drawn[state])).pages:
        fonts = entry(entry(page, "/Resources"), "/Font")
        for name in fonts:
            font = entry(fonts, name)
            assert "+OpenSans-" in str(font["/BaseFont"])
            assert "/FontFile2" in entry(font, "/FontDescriptor")


def test_the_same_summary_gives_the_same_bytes(drawn: dict[str, bytes]) -> None:
    """But for when and by whom it was made, a reprint is the same file."""
    later = replace(STAMP, made_at=STAMP.made_at + timedelta(hours=1))

    assert draw(night(), REFERENCE) == drawn["usual"]
    assert draw(night(stamp=later), REFERENCE) != drawn["usual"]
    assert text_of(draw(night(stamp=later), REFERENCE)).replace("05:05", "04:05") == text_of(drawn["usual"])


def test_the_saturday_takes_two_pages(drawn: dict[str, bytes]) -> None:
    """Figures on the first; list, tallies, notes, crew and signatures on the second."""
    first, second = text_of(drawn["usual"], 1), text_of(drawn["usual"], 2)

    assert len(words_of(drawn["usual"])) == 2
    assert "Open 21:00 to 03:00 (6.0 hours) · last person left 03:48 · The Centre car park" in first
    assert "16 visits: 1.8 times the usual Saturday." in first
    assert "0 to 3" in first
    assert "all volunteer judged none by a clinician" in first
    assert "2.7 an open hour usual Saturday: 1.5" in first
    assert "Not known what would have happened: 1 of 16 visits." in first
    assert "Usual Saturday = the middle value of the 49 Saturdays" in first
    assert "14 of 16 visits: 2 have no leaving time." in first
    assert "K26 00:33 00:59 26 45-54 F RED Suspected drugs" in second
    assert "Glass or bottle removed not counted" in second
    assert "All crew 8 51 h" in second
    assert "No leaving time: K25, K33" in second


def test_every_breakdown_adds_up_in_print(drawn: dict[str, bytes]) -> None:
    """Each table of the first page that ends in all visits has figures that add up to it."""
    assert text_of(drawn["usual"], 1).count("All visits 16") == 6


def test_mixed_bases_are_split_and_drawn(drawn: dict[str, bytes]) -> None:
    """Lowest and highest differ from each other and from 0: the bar says how far each is judged."""
    text = text_of(drawn["mixed"], 1)

    assert "A&E attendances avoided 2 1 1 3 4 7" in text
    assert "3 volunteer judged" in text
    assert "of which stood down: 1" in text
    bar = structure_of(drawn["mixed"]).every("Figure")[0]
    assert bar.alternative == "A&E attendances avoided: lowest 4, highest 7."


def test_nothing_claimed_is_not_nothing_known(drawn: dict[str, bytes]) -> None:
    """0 when it was asked, "not known" when it was not."""
    claimed, unknown = text_of(drawn["nothing claimed"], 1), text_of(drawn["not asked"], 1)

    assert "0 nobody would have gone 16 of 16 visits answered" in claimed
    assert "not known asked for 0 of 16 visits this is not 0" in unknown
    assert all(f"avoided {n}" not in claimed + unknown for n in ("0 to 0", "0 to"))
    assert "too early to compare: 7 Saturdays so far, 8 are needed" in unknown


def test_the_foot_says_how_many_tallies_were_counted() -> None:
    """Those that nobody counted are none of them; 0 is a count."""
    counts = tuple((kind, place if place < 3 else None) for place, (kind, _) in enumerate(SHIFT.tallies))
    text = text_of(draw(night(VISITS, replace(SHIFT, tallies=counts)), REFERENCE), 1)
    assert ", 3 kinds of tally kept" in text


def test_a_claim_of_somebody_who_went_to_a_and_e_is_explained() -> None:
    """Only who would have gone is left out of avoided, so it can be fewer than all who went."""
    went = replace(VISITS[0], would_have=WouldHave.AMBULANCE_999, outcome=Outcome.AMBULANCE_CONVEYED)
    text = text_of(draw(night((went, *VISITS[1:])), REFERENCE), 1)
    assert "Would have gone to A&E, but left out of “avoided”:" in text
    assert "that did go" in text


def test_a_night_that_began_late_prints_its_plan_beside_its_hours() -> None:
    """Planned 21:00 to 03:00 and opened later: the hours are those from opening, and both are said."""
    late = replace(SHIFT, opened_at=SHIFT.planned_start + timedelta(hours=3))
    assert "planned" not in text_of(draw(night(VISITS), REFERENCE), 1)
    assert "planned 21:00 to 03:00" in text_of(draw(night(VISITS, late), REFERENCE), 1)


def test_whoever_closed_signed_off_whatever_they_are_on_the_bus() -> None:
    """Nobody is called a lead who may be a volunteer."""
    text = text_of(draw(night(VISITS), REFERENCE), 2)
    assert "Closed by: name and signature" in text
    assert "Shift lead" not in text


def test_nobody_came(drawn: dict[str, bytes]) -> None:
    """One page: no empty table or chart, but tallies, notes and crew."""
    text = text_of(drawn["nobody"])

    assert len(words_of(drawn["nobody"])) == 1
    assert "No visits tonight. The bus was open for 6 hours, with 8 crew." in text
    assert "Water 41" in text
    assert "All crew 8 51 h" in text
    assert "avoided" not in text
    assert "Visits by code" not in text
    assert structure_of(drawn["nobody"]).every("Figure") == []


def test_a_night_on_which_nothing_was_written_still_prints(drawn: dict[str, bytes]) -> None:
    """Empty parts say that they are empty."""
    text = text_of(drawn["nobody and nothing"])

    assert "No tallies were kept tonight." in text
    assert "No notes were written." in text
    assert "No crew was written down." in text
    assert "No answer that counts is missing." in text


def test_the_october_night_has_seven_columns(drawn: dict[str, bytes]) -> None:
    """01:00 stands there twice, and says which is which."""
    text = text_of(drawn["october"], 1)

    assert "Open 21:00 to 03:00 (7.0 hours)" in text
    assert text.count("(1st)") >= 1
    assert "Busiest from 01:00 (1st) to 01:00 (2nd)" in text
    assert "01:00 (1st) 7, 01:00 (2nd) 1, 02:00 0" in structure_of(drawn["october"]).every("Figure")[0].alternative


def test_the_march_night_has_no_one_o_clock(drawn: dict[str, bytes]) -> None:
    """The hour that did not exist is said, not drawn as 0."""
    text = text_of(drawn["march"], 1)

    assert "(5.0 hours)" in text
    assert "No 01:00 column: that hour did not exist." in text
    assert "01:00" not in structure_of(drawn["march"]).every("Figure")[0].alternative


def test_a_long_list_runs_on_and_says_so(drawn: dict[str, bytes]) -> None:
    """Each page of the list repeats its head; tallies to signatures stand together on the last."""
    pages = [text_of(drawn["two hundred"], n) for n in range(1, len(words_of(drawn["two hundred"])) + 1)]
    codes = {word.text for words in words_of(drawn["two hundred"]) for word in words}

    assert {f"K{n}" for n in range(100, 300)} <= codes
    assert sum("Visits by code (no names) (continued)" in page for page in pages) == len(pages) - 3
    assert "Helped without a visit" in pages[-1]
    assert "Still to put right" in pages[-1]
    assert "Crew" in pages[-1]


def test_needs_and_care_beyond_two_lines_are_counted(drawn: dict[str, bytes]) -> None:
    """A row of the list has at most two lines, and says how much more there is."""
    assert "more" in text_of(drawn["full"], 2)
    assert any(word.text.startswith("+") for word in words_of(drawn["full"])[1])


def test_the_main_need_of_a_visit_is_printed_first() -> None:
    """Also where another of its needs is more worrying; the chart counts it by the same one."""
    needs = (Presentation.HEAD_INJURY, Presentation.COLD)
    (row,) = listed((replace(VISITS[0], needs=needs, main_need=needs[1]),)).rows
    assert "Cold, head injury" in {cell.text for cell in row.cells}


def test_changes_since_signing_are_listed(drawn: dict[str, bytes]) -> None:
    """The lead says how many and where; the list has both values, who, when and why, and no free text."""
    first, third = text_of(drawn["amended"], 1), text_of(drawn["amended"], 3)

    assert "Amended: 2 changes since signing, see page 3." in first
    assert "K32 Age nothing 16-17 A. Coordinator Mon 25 Dec 2017 14:00 Their mother rang" in third
    assert "Sam" not in third
    assert "K. Lead" in third
    assert "Changed since signing (continued)" in text_of(drawn["often amended"], 4)


def test_figures_that_do_not_add_up_are_said_on_top(drawn: dict[str, bytes]) -> None:
    """The print still comes out: nobody waits at three in the morning."""
    text = text_of(drawn["faults"], 1)

    assert text.index("These figures do not add up: how people left, arrivals by hour.") < text.index("16 visits")


def test_long_names_and_notes_wrap(drawn: dict[str, bytes]) -> None:
    """Nothing of a long note or name is lost."""
    text = text_of(drawn["wordy"])

    assert text.count("long-winded partnership for safe nights") >= 160
    assert "a label that the reference data does not know" in text
    assert "Handover notes (continued)" in text


def test_an_unfinished_night_prints_too(drawn: dict[str, bytes]) -> None:
    """Open visits are said to be open, and the planned end stands in for the real one."""
    text = text_of(drawn["still open"])

    assert "planned end" in text
    assert "still open" in text
    assert "? = sex not known." in text
    assert "Still open 16" in text


def test_it_is_drawn_in_under_a_second() -> None:
    """Twenty visits, with the fonts loaded; the target of the whole way to paper is five seconds."""
    summary = night(_many(20))
    with untraced() as seconds:
        draw(summary, REFERENCE)

        assert seconds() < 1.0
