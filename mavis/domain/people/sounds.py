"""How a name sounds, roughly: names that are said alike get the same letters, however they are written.

A short relative of Soundex and Metaphone for names as they are met in Britain: Sean and Shaun, Stephen and Steven, Reid
and Reed, Clarke and Clerk, Philip and Filip, Thompson and Thomson.
"""

from __future__ import annotations

import re

_STARTS = ((r"^(kn|gn|pn)", "n"), (r"^wr", "r"), (r"^ps", "s"), (r"^x", "s"), (r"^gh", "g"))
_INSIDE = (
    (r"ough", "o"),
    (r"augh|eigh|igh", "i"),
    (r"ph", "f"),
    (r"gh", ""),
    (r"mb$", "m"),
    (r"mp(?=[st])", "m"),
    (r"tch|sch|sh|ch(?=r)|cz|sz", "s"),
    (r"ch", "c"),
    (r"dge?(?=[eiy])|g(?=[eiy])|j", "j"),
    (r"c(?=[eiy])|z", "s"),
    (r"x", "ks"),
    (r"ck|c|q", "k"),
    (r"v", "f"),
    (r"d", "t"),
    (r"th", "t"),
)
_RULES = tuple((re.compile(old), new) for old, new in (*_STARTS, *_INSIDE))
_VOWELS = re.compile(r"[aeiouyhw]+")
_RUN = re.compile(r"(.)\1+")


def sound_of(word: str) -> str:
    """The sound of a folded word: consonants that carry it, after its first letter; "" for an empty word.

    A vowel at the beginning counts as any other vowel: Ellie and Allie sound alike, and so do Ian and Iain.
    """
    if not word:
        return ""
    spelt = word
    for old, new in _RULES:
        spelt = old.sub(new, spelt)
    spelt = _RUN.sub(r"\1", spelt)
    first, rest = spelt[:1], spelt[1:]
    lead = "a" if first in "aeiou" else first
    return lead + _VOWELS.sub("", rest)
