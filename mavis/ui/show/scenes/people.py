"""Who comes to the bus on the night of the walk, as keys: nobody in it exists."""

from __future__ import annotations

QUIET = (
    (9, "W W F L P"),
    (2, "N H Y M 'Grey' Tab 'man, grey coat' Enter A 3 A Enter I W Esc"),
    (3, "N L E F Tab 'woman, silver dress' Enter G 4 P K Esc"),
    (2, "N J R M Tab 'man, football shirt' Enter A 4 C Esc"),
)
"""Minutes to wait, then keys on the board; three people on the bus."""

BUSY = (
    (0, "N D G Q F Tab 'girl, blue coat' Enter A 3 C Esc"),
    (0, "N V R F 'Liz' Down A 4 L Esc"),
    (0, "N D W M Tab 'lad, white cap' Enter G M 4 W Esc"),
    (1, "N C T M 'Old Tom' Tab 'man, long beard' Enter G 4 F Esc"),
    (0, "N J E F Tab 'woman, green shoes' Enter G 4 C Esc"),
    (0, "N L W F Tab 'girl, pink phone' Enter A 4 P K Esc"),
    (0, "N P I M Tab 'man, walking stick' Enter A 3 A Enter Esc"),
    (1, "N D E M Tab 'stag in a cape' Enter G L 4 W Esc"),
    (0, "N D E M Tab 'stag in a kilt' Enter G M 4 W Esc"),
    (0, "N A R M Tab 'man, white trainers' Enter A 3 A Enter C I Esc"),
    (0, "N N Y F Tab 'woman, red scarf' Enter G 4 X Esc"),
    (0, "N S E F 'Kaz' Tab 'woman, black boots' Enter A I 3 A Enter Esc"),
    (1, "N Z T M Tab 'man asleep on the wall' Enter A 3 V Enter Esc"),
    (0, "N D E F Tab 'hen with a sash' Enter G M 4 W Esc"),
    (0, "N H R M Tab 'man, torn shirt' Enter A 3 A Enter I Esc"),
    (1, "1 3 A Enter Esc"),
    (0, "2 3 A Enter Esc"),
    (0, "3 3 A Enter Esc"),
    (1, "N Esc"),
)
"""Sixteen more; the last of them just came aboard and nothing is known."""

RED = "N Z D U M Tab 'man, no coat' Enter"
"""Somebody who does not wake up: arrival only."""
