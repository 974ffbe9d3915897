"""Finding out in which encoding a text file was saved, without ever guessing where a rule can decide."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from mavis.domain.errors import UserError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 16_384
MOST_LOOKED_AT = 262_144
"""Bytes from the start of a file in which letters of an unusual encoding are looked for."""
_OTHERS = ("cp1250", "cp437", "cp850", "iso8859_15", "mac_roman")


def decode(content: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding.

    A byte order mark decides; without one, zero bytes at every other place mean UTF-16; what is valid UTF-8 is UTF-8;
    the rest is Windows-1252, unless it holds bytes that Windows-1252 has no letter for.

    Raises:
        UserError: this is not a text file.
    """
    name = _by_mark(content) or _by_zero_bytes(content)
    text, name = _decoded(content, name) if name else _without_mark(content)
    if "\0" in text:
        raise UserError("import_not_a_log")
    return text, name


def _by_mark(content: bytes) -> str | None:
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


def _by_zero_bytes(content: bytes) -> str | None:
    sample = content[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > half * 0.6 and sample[::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.6 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None


def _decoded(content: bytes, name: str) -> tuple[str, str]:
    try:
        return content.decode(name), name
    except UnicodeDecodeError as failure:
        raise UserError("import_not_a_log") from failure


def _without_mark(content: bytes) -> tuple[str, str]:
    for name in ("utf-8", "cp1252"):
        try:
            return content.decode(name), name
        except UnicodeDecodeError:
            continue
    name = _by_letters(content)
    return content.decode(name, errors="strict" if name == "latin-1" else "replace"), name


def _by_letters(content: bytes) -> str:
    """The encoding in which the lines with accents look most like words; Latin-1 when none does."""
    accented = [line for line in content[:MOST_LOOKED_AT].splitlines() if not line.isascii()]
    sample = b"\n".join(accented)[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=list(_OTHERS), steps=1, chunk_size=_SAMPLE).best()
    return best.encoding if best is not None else "latin-1"
