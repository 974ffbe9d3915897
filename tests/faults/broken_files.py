"""Broken and hostile import files: whole ones spoiled by a seed, and those made on purpose."""

from __future__ import annotations

import zipfile
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING

import openpyxl

from tests.imports.test_bus_log import LOG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET = "xl/worksheets/sheet1.xml"
_STRANGE = (
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b'"',
    b",",
    b";",
    b"\t",
    b"\r",
    b"\n",
    b"=1+1",
    b"../../x",
    b"CON",
    b"[" * 500,
    b"9" * 5000,
    b"NaN",
    b"1e999",
    b"31/12/9999",
    b"00/00/0000",
    b"TOTAL",
    b"<!DOCTYPE a>",
    "٢٣:٣٢".encode(),
    b"\x81\x8d\x90",
    b"25/03/2017,01:30",
    b"29/10/2017,01:30",
    b'""""',
    b"PK\x03\x04",
)


class Chance(Random):
    """Accidents that a seed decides: the same ones each time."""


def whole_files() -> tuple[bytes, ...]:
    """Good logs to spoil: as CSV in four encodings, and as a workbook."""
    lines = LOG.read_bytes().splitlines(keepends=True)[:60]
    text = b"".join(lines).decode("cp1252")
    rows = [line.rstrip("\r\n").split(",") for line in text.splitlines()[2:] if '"' not in line]
    texts = (text.encode(encoding) for encoding in ("cp1252", "utf-8-sig", "utf-16", "utf-16-le"))
    return (*texts, text.replace(",", ";").encode(), workbook(rows))


def workbook(rows: list[list[str]]) -> bytes:
    """A workbook with one sheet of text cells."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def spoiled(whole: bytes, chance: Chance) -> bytes:
    """The file after one to four accidents, inside a part of the workbook as often as on the outside."""
    if whole.startswith(b"PK") and chance.random() < 0.7:
        return _repacked(whole, lambda part: _accidents(part, chance), chance)
    return _accidents(whole, chance)


def _repacked(whole: bytes, change: Callable[[bytes], bytes], chance: Chance) -> bytes:
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    spoilt = chance.choice(sorted(parts))
    return packed({name: change(part) if name == spoilt else part for name, part in parts.items()})


def packed(parts: dict[str, bytes]) -> bytes:
    """An archive of some parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def _accidents(content: bytes, chance: Chance) -> bytes:
    for _time in range(chance.randint(1, 4)):
        at = chance.randrange(len(content) + 1)
        end = min(len(content), at + chance.choice((1, 1, 2, 10, 200)))
        content = chance.choice(
            (
                content[:at],
                content[at:],
                content[:at] + content[end:],
                content[:at] + bytes(chance.randrange(256) for _byte in range(end - at)) + content[end:],
                content[:at] + chance.choice(_STRANGE) + content[at:],
                content[:at] + chance.choice(_STRANGE) + content[end:],
                content[:end] + content[at:],
            )
        )
    return content


def hostile_files() -> Iterator[tuple[str, bytes]]:
    """Files made to hang, crash or fill the memory, each with its name."""
    head = b"Date,Time in,Problem,M/F,Age,How they left,What we did,Would have gone to,Notes\n"
    line = b"07/01/2017,23:10,"
    numbers = range(31_900)
    yield "brackets", b"[" * 200_000
    yield "quotes", b'"' * 7_900_000
    yield "commas", b"," * 470_000
    yield "new lines", b"\n" * 7_999_999
    yield "spaces", b" " * 7_999_999
    yield "one wide line", b"\x81" + b"\xe4," * 3_000_000
    yield "one wide table", b",".join(b"h%d" % n for n in range(60_000)) + b"\n" + b"1," * 60_000
    yield "long cells", head + (line + b"drunk " * 20_000 + b"\n") * 60
    yield "digits", head + (b"9" * 5000 + b",23:10," + b"9" * 5000 + b"\n") * 500
    yield "half a date", head + (b"1" + b" " * 39 + b",23:10\n") * 30_000
    yield "question marks", head + b"".join(line + b"%s%d x\n" % (b"?" * 3900, n) for n in range(1900))
    yield "single letters", head + b"".join(line + b"%s%d\n" % (b"a " * 1900, n) for n in range(1900))
    yield "no word known", head + b"".join(line + b"a%d b,c%d,d%d,e%d,f%d g h,i%d,j%d\n" % ((n,) * 7) for n in numbers)
    yield "no date known", head + b"".join(b"x%d,y%d,z%d,q%d,a%d,b%d,c%d,d%d,e%d\n" % ((n,) * 9) for n in numbers)
    yield "half a letter", b"\xff\xfe" + b"\x00\xd8" * 1000
    yield from _hostile_workbooks()


def _hostile_workbooks() -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(workbook([["a", "b"], ["c", "d"]]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def sheet(body: bytes, tail: bytes = b"") -> bytes:
        whole = b'<worksheet xmlns="%s"><sheetData>%s</sheetData>%s</worksheet>' % (_MAIN, body, tail)
        return packed({**parts, _SHEET: whole})

    entities = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><w>&b;</w>'
    yield "zip bomb", packed({_SHEET: bytes(60_000_000)})
    yield "entities", packed({**parts, _SHEET: entities})
    yield "depth", packed({**parts, _SHEET: b"<x>" * 249_000 + b"</x>" * 249_000})
    yield "attributes", sheet(b"<row %s/>" % b" ".join(b'a%d=""' % n for n in range(450_000)))
    yield "cells", sheet(b"<row>" + b"<c/>" * 490_000 + b"</row>")
    yield "cells within the limit", sheet((b"<row>" + b"<c><v>1</v></c>" * 12 + b"</row>") * 10_500)
    yield "rows", sheet(b"<row/>" * 1_500_000)
    yield "values", sheet(b"<row><c>" + b"<v>1</v>" * 1_000_000 + b"</c></row>")
    yield "one long formula", sheet(b"<row><c><f>" + b"x" * 15_000_000 + b"</f></c></row>")
    yield "merged cells", sheet(b"", b"<mergeCells>" + b'<mergeCell ref="A1:XFD1048576"/>' * 200_000 + b"</mergeCells>")
    yield "the last row", sheet(b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>')
    yield "the last column", sheet(b'<row r="1"><c r="XFD1"><v>1</v></c></row>')
    yield "numbers", sheet(b"<row><c><v>" + b"9" * 5000 + b"</v></c><c><v>NaN</v></c><c><v>1e999</v></c></row>")
    yield (
        "styles",
        packed({**parts, "xl/styles.xml": b'<styleSheet xmlns="%s">%s</styleSheet>' % (_MAIN, b"<xf/>" * 490_000)}),
    )
    yield "a name that climbs", packed({**parts, "../../../climbed.xml": b"<x/>"})
