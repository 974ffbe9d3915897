"""The sentences at the top of the end-of-shift summary, built by rule from its figures.

A bold headline says how busy it was. At most three sentences follow: the busiest hour, who went on to A&E, and the one
thing that the coordinator must do. Faults and changes since signing are said first, in lines of their own.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mavis.domain.rounding import hours_text
from mavis.domain.summing_up.put_right import Gap
from mavis.reports.phrases import clock, codes, compared, counted, listed
from mavis.system.wording import all_words, words

if TYPE_CHECKING:
    from mavis.domain.counting.summary import Busiest, ShiftSummary

_FIRST_TO_DO = (
    Gap.STILL_OPEN,
    Gap.LEFT_FLAGGED,
    Gap.CHILD_LEFT,
    Gap.SERVICES_NOT_TOLD,
    Gap.REFERRAL_NOT_ANSWERED,
    Gap.NO_AGE,
    Gap.NO_TRIAGE,
    Gap.BELOW_ADVICE,
    Gap.ASSAULT_NO_TIME,
    Gap.WOULD_HAVE_NOT_ASKED,
    Gap.NO_LEAVING_TIME,
    Gap.TALLY_NOT_COUNTED,
)
_CODES_IN_LEAD = 4
_UP_TO_NINE = 9


def headline(summary: ShiftSummary) -> str:
    """How many came, against the usual night; without a visit, only that there was none."""
    if not summary.visits:
        return words("print.lead.nobody")
    visits = counted("visits", len(summary.visits))
    usual = compared(summary.usual, summary.shift.date)
    return words(
        "print.lead.busy" if summary.usual.ratio is not None else "print.lead.aside", visits=visits, usual=usual
    )


def sentences(summary: ShiftSummary) -> tuple[str, ...]:
    """At most three sentences after the headline."""
    if not summary.visits:
        return _nobody_came(summary)
    found = [_sent_on(summary), _to_do(summary)]
    if summary.busiest is not None:
        found.insert(0, _busiest(summary.busiest))
    return tuple(found)


def warning(summary: ShiftSummary) -> str:
    """The figures that do not add up, or nothing."""
    if not summary.faults:
        return ""
    texts = all_words()
    names = [
        texts.get(f"print.fault.{fault}") or texts.get(f"clinical_counts.measure.{fault}", fault)
        for fault in summary.faults
    ]
    return words("print.lead.faults", figures=", ".join(names))


def amended(summary: ShiftSummary, page: int) -> str:
    """How much has changed since signing and on which page it is listed, or nothing."""
    if not summary.amendments:
        return ""
    return words("print.lead.amended", changes=counted("changes", len(summary.amendments)), page=page)


def _nobody_came(summary: ShiftSummary) -> tuple[str, ...]:
    crew = sum(time.people for time in summary.shift.crew)
    open_for = hours_text(summary.shift.open_minutes).removesuffix(".0")
    first = words("print.lead.nobody_open", hours=counted_hours(open_for), crew=crew)
    return (first, words("print.lead.nobody_tallies")) if summary.shift.tallies else (first,)


def counted_hours(number: str) -> str:
    """``1 hour``, ``5.5 hours``."""
    return words("print.count.hours.one" if number == "1" else "print.count.hours.other", n=number)


def _busiest(busiest: Busiest) -> str:
    hour = busiest.hour.hour
    facts = {
        "start": clock(hour.start),
        "end": clock(hour.start + timedelta(hours=1)),
        "arrivals": counted("arrivals", busiest.hour.arrivals),
    }
    if busiest.most_at_once < 1:
        return words("print.lead.busiest", **facts)
    return words("print.lead.busiest_aboard", people=counted("people", busiest.most_at_once), **facts)


def _sent_on(summary: ShiftSummary) -> str:
    conveyed, own = summary.diversion.conveyed, summary.diversion.own_transport
    if not conveyed and not own:
        return words("print.lead.sent.nobody")
    people = _people(conveyed + own)
    if conveyed and own:
        ways = listed([words("print.lead.sent.conveyed", n=conveyed), words("print.lead.sent.own", n=own)])
        return words("print.lead.sent.both", people=people, ways=ways)
    return words("print.lead.sent.ambulance" if conveyed else "print.lead.sent.transport", people=people)


def _people(number: int) -> str:
    """People at the start of a sentence: ``One person``, ``Two people``, ``12 people``."""
    if number == 1:
        return words("print.lead.people.one")
    return words("print.lead.people.other", n=words(f"print.number.{number}") if number <= _UP_TO_NINE else number)


def _to_do(summary: ShiftSummary) -> str:
    gaps = {gap.kind: gap.codes for gap in summary.to_put_right if gap.codes}
    kind = next((kind for kind in _FIRST_TO_DO if kind in gaps), None)
    if kind is None:
        return words("print.lead.nothing_to_do")
    if kind is Gap.TALLY_NOT_COUNTED:
        return words("print.lead.to_do.tally_not_counted")
    return words(f"print.lead.to_do.{kind}", codes=codes(gaps[kind], _CODES_IN_LEAD))
