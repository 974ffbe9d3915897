"""A made-up Saturday night as keys: nobody in it exists. Each line is minutes to wait, then what is typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

SCHEME = "MAVISbus Weston-super-Mare"
COORDINATOR = "Ruth E."
OPENS_WITH = "made up people on a made up bus"
BEGINS = datetime(2026, 11, 14, 20, 52, tzinfo=UTC)
CRASHES_AFTER_MINUTES = 170


@dataclass(frozen=True, slots=True)
class Scene:
    """``wait`` minutes, then the keys: single keys, names of keys, and words to type in quotes."""

    wait: int
    keys: str
    picture: str = ""


BEFORE_CRASH = (
    Scene(9, "W W F L P"),
    Scene(4, "N D E M 'Baggy' Tab 'man, red jacket' Enter G M 4 W L", "visit-care"),
    Scene(9, "7 J Z Q Enter"),
    Scene(12, "N D H Y M 'Grey' Tab 'man, grey coat' Enter A 3 A Enter I W Esc"),
    Scene(5, "N L E F Tab 'woman, silver dress' Enter G 4 P K Esc"),
    Scene(7, "N J R M Tab 'man, football shirt' Enter A 4 C Esc", "board-quiet"),
    Scene(4, "2 3 A Enter Esc W W W B T T D"),
    Scene(6, "N D G Q F Tab 'girl, blue coat' Enter A 3 C Enter Esc"),
    Scene(4, "N V R F 'Liz' Down A 4 L Esc"),
    Scene(3, "4 3 A Enter Esc 2 3 A Enter Esc"),
    Scene(5, "N S E F 'Kaz' Tab 'woman, black boots' Enter A I 3 A Enter", "visit-spiked"),
    Scene(6, "7 E Esc 3 3 A Enter Esc"),
    Scene(4, "N Z D U M Tab 'man, no coat' Enter R C W Ctrl+9 4 R F", "visit-red"),
    Scene(2, "Esc 2 3 A Enter Esc", "board-busy"),
    Scene(8, "5 7 M N I", "visit-leaving"),
    Scene(1, "Enter"),
    Scene(7, "N A R M Tab 'man, white trainers' Enter A 3 A Enter C I Esc"),
    Scene(4, "Ctrl+N D T M 'half a na"),
)
"""Ends in the middle of a word: there the program is killed."""

AFTER_CRASH = (
    Scene(3, "", "board-reopened"),
    Scene(1, "Ctrl+N C W F Tab 'girl, no shoes' Enter A 4 F W 7 F Z Q Enter"),
    Scene(6, "Ctrl+N N E F 2 G 4 X Ctrl+T 'Waiting for her lift' Esc 7 X Z U Enter"),
    Scene(2, "W W L L G T", "board-late"),
    Scene(14, "2 3 A Enter 7 F O U Enter 8 7 X N U Enter Enter"),
    Scene(9, "3 7 F O Q Enter 6 7 J Z U Enter"),
)
AT_CLOSE = "Foil blankets nearly gone. Door staff at The Old Pier thanked."
