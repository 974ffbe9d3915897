"""Names as they are said, brought to a form in which two writings of one name are equal.

Case, accents, apostrophes, hyphens and titles go; "Mac" and "Mc" are one; "O Neill", "van der Berg" and "St John" are
single words. A comma puts the family name first. What is in quotes or brackets is a second given name, not a third.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from mavis.domain.people.sounds import sound_of

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th"})
_APOSTROPHES = re.compile(r"(?<=\w)['\u2018\u2019\u02bc`\u00b4](?=\w)")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ASIDE = re.compile(r"[(\[\"\u201c]([^)\]\"\u201d]+)[)\]\"\u201d]|(?<!\w)['\u2018]([^'\u2019]+)['\u2019](?!\w)")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "mx", "sir", "rev", "prof"})
_PREFIXES = frozenset(
    {"o", "mc", "mac", "van", "von", "der", "den", "de", "da", "di", "del", "della", "dos", "du", "la", "le", "el"}
    | {"al", "bin", "ap", "st", "ter", "ten"}
)
_NOBODY = frozenset({"unknown", "anon", "anonymous", "unnamed", "na", "none", "refused"})


@dataclass(frozen=True, slots=True)
class Word:
    """One half of a name: its folded text, the pieces of that, and its letters run together.

    A hyphen or a space kept the pieces apart; all the rest follows from the text.
    """

    text: str = ""
    pieces: tuple[str, ...] = field(default=(), compare=False)
    whole: str = field(default="", compare=False)

    @property
    def sound(self) -> str:
        """How it sounds; worked out each time, for few are ever asked."""
        return sound_of(self.whole)

    @property
    def first(self) -> str:
        """The piece that people use of a double given name."""
        return self.pieces[0] if self.pieces else ""


NO_WORD = Word()


@dataclass(frozen=True, slots=True)
class Name:
    """A given and a family name.

    ``lone`` says that there was one word, which may be either; it stands in ``given``.
    """

    given: Word = NO_WORD
    family: Word = NO_WORD
    lone: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """All its pieces, for looking up."""
        return (*self.given.pieces, *self.family.pieces)


def fold(text: str) -> str:
    """Small letters without accents and apostrophes: "Zoë O'Neill" is "zoe oneill"; nothing else is changed."""
    if text.isascii():
        return _APOSTROPHES.sub("", text).lower()
    small = unicodedata.normalize("NFKC", _APOSTROPHES.sub("", text)).casefold()
    bare = unicodedata.normalize("NFKD", small).translate(_LETTERS)
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of any text, hyphens opened."""
    return tuple([piece for word in _WORD.findall(fold(text)) for piece in word.split("-")]) if text else ()


def read_name(text: str) -> tuple[Name, ...]:
    """The names that a text may mean; none for "unknown" or a text without letters.

    "Robert 'Bob' Smith" is Robert Smith and Bob Smith.
    """
    asides = [part for found in _ASIDE.finditer(text) for part in found.groups() if part]
    plain = _read(_ASIDE.sub(" ", text))
    if plain is None:
        return tuple(name for aside in asides if (name := _read(aside)) is not None)
    others = (_half(words_of(aside)) for aside in asides)
    family = NO_WORD if plain.lone else plain.family
    return (plain, *(Name(given, family, lone=plain.lone) for given in others if given.whole))


def word_of(text: str) -> Word:
    """The word of a folded text, a space between its pieces."""
    whole = text.replace(" ", "")
    return Word(text, tuple(text.split()), whole)


def name_words(text: str) -> tuple[Word, ...]:
    """The words of a text as parts of a name, in order: "red o'neill" is red and oneill."""
    return tuple(_half((token,)) for token in _joined(_tokens(fold(text)), 0))


def _read(text: str) -> Name | None:
    before, comma, after = fold(text).partition(",")
    if comma:
        name = Name(_half(_tokens(after)), _half(_joined(_tokens(before), 0)))
        return name if name.words else None
    tokens = _joined(_tokens(before))
    if not tokens or (len(tokens) == 1 and tokens[0] in _NOBODY):
        return None
    if len(tokens) == 1:
        return Name(_half(tokens), lone=True)
    return Name(_half(tokens[:-1]), _half(tokens[-1:]))


def _tokens(text: str) -> tuple[str, ...]:
    found = _WORD.findall(text)
    return tuple(word for word in found if word not in _TITLES) if len(found) > 1 else tuple(found)


def _joined(tokens: tuple[str, ...], start: int = 1) -> tuple[str, ...]:
    """The tokens with the prefixes of a family name run into it: "van der berg" is one word.

    The first token of a whole name is the given name, whatever it looks like: Al, Mac and Van are people.
    """
    joined: list[str] = []
    waiting = ""
    for place, token in enumerate(tokens):
        if place >= start and token in _PREFIXES and place < len(tokens) - 1:
            waiting += token
        else:
            joined.append(waiting + token)
            waiting = ""
    return tuple(joined)


def _half(tokens: tuple[str, ...]) -> Word:
    return word_of(" ".join(_one_mc(piece) for token in tokens for piece in token.split("-")))


def _one_mc(piece: str) -> str:
    """Macdonald as McDonald; Mack, Macey and Machin keep their letters."""
    return f"mc{piece[3:]}" if piece.startswith("mac") and len(piece) > 6 else piece
