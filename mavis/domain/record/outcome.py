"""How a person left the bus (domain.md 2.2)."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """How a visit ended; a visit without one is open."""

    HOME_ALONE = "home_alone"
    HOME_WITH_FRIEND_FAMILY = "home_with_friend_family"
    TAXI = "taxi"
    PUBLIC_TRANSPORT = "public_transport"
    REJOINED_FRIENDS = "rejoined_friends"
    RETURNED_TO_ACCOMMODATION = "returned_to_accommodation"
    HANDED_TO_POLICE = "handed_to_police"
    AMBULANCE_CONVEYED = "ambulance_conveyed"
    OWN_TRANSPORT_TO_ED = "own_transport_to_ed"
    ADVISED_ELSEWHERE = "advised_elsewhere"
    HANDED_TO_STREET_PASTORS = "handed_to_street_pastors"
    HOSTEL = "hostel"
    CHILDRENS_SERVICES = "childrens_services"
    LEFT_AGAINST_ADVICE = "left_against_advice"
    LEFT_BEFORE_ASSESSMENT = "left_before_assessment"
    DIED = "died"


SENT_TO_ED = frozenset({Outcome.AMBULANCE_CONVEYED, Outcome.OWN_TRANSPORT_TO_ED})
"""Went on to an emergency department: a success of triage, never an attendance avoided."""

LEFT_EARLY = frozenset({Outcome.LEFT_AGAINST_ADVICE, Outcome.LEFT_BEFORE_ASSESSMENT})
"""Left before anybody could say how it would end: no attendance is claimed."""
