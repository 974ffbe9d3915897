"""The chapters of the manual: all there, each place told of, every link and picture leading somewhere, easy to read."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
import textstat

from mavis.system.resources import manual_folder
from mavis.ui.keys.manual_keys import with_keys
from mavis.ui.keys.shortcuts import Place
from mavis.ui.look.tokens import ThemeName
from mavis.ui.presenters.help.manual import CHAPTERS, PLACES, Hits, Manual, where
from mavis.ui.presenters.help.markdown import Ink, headings, links, pictures, to_html

if TYPE_CHECKING:
    from pathlib import Path

_GRADE = 6.0
"""American school year 5 or 6: ten or eleven years old."""


@pytest.fixture(scope="module")
def manual() -> Manual:
    """The manual as it is shipped."""
    return Manual(manual_folder())


def anchors(manual: Manual, name: str) -> set[str]:
    """Where a link into a chapter may lead."""
    chapter = manual.chapter(name)
    return set() if chapter is None else {"", *(anchor for _, anchor in headings(chapter.text))}


def test_every_chapter_is_listed_and_every_file_is_a_chapter() -> None:
    """Nothing lies in the folder that nobody can find."""
    assert {path.stem for path in manual_folder().glob("*.md")} == set(CHAPTERS)


def test_every_place_has_its_chapter(manual: Manual) -> None:
    """F1, then the question mark, never ends at a wrong page."""
    assert {place.value for place in Place} <= set(PLACES)
    assert [place for place, (name, heading) in PLACES.items() if heading not in anchors(manual, name)] == []


def test_every_link_leads_into_the_manual(manual: Manual) -> None:
    """To a chapter that there is, and to one of its headings."""
    leads = [(one.name, where(link, one.name)) for one in manual.chapters for link in links(one.text)]

    assert leads
    assert [(name, lead) for name, lead in leads if lead[1] not in anchors(manual, lead[0])] == []


def test_every_picture_is_there_in_every_theme(manual: Manual) -> None:
    """Named in the dark theme; the reader takes the one of the theme in use."""
    named = {name for one in manual.chapters for name in pictures(one.text)}
    themed = {name.replace("/dark/", f"/{theme.value}/") for name in named for theme in ThemeName}

    assert len(named) > 30
    assert [name for name in sorted(themed) if not (manual_folder() / name).is_file()] == []


def test_the_tables_of_keys_agree_with_the_one_table(manual: Manual) -> None:
    """``make screenshots`` writes them anew after a key has changed."""
    assert [one.name for one in manual.chapters if with_keys(one.text) != one.text] == []
    assert sum(one.text.count("<!-- keys: ") for one in manual.chapters) > 8


def test_a_child_of_ten_can_read_it(manual: Manual) -> None:
    """Short words in short sentences, in every chapter."""
    hard = {one.name: textstat.flesch_kincaid_grade(_sentences(one.text)) for one in manual.chapters}

    assert {name: grade for name, grade in hard.items() if grade > _GRADE} == {}


def _sentences(text: str) -> str:
    """The paragraphs alone: no tables, headings, pictures, lists of links or commands."""
    lines = (line for line in text.splitlines() if line and line[0] not in "|#!<-`")
    return " ".join(line.replace("`", "").replace("*", "") for line in lines)


def test_words_are_found_in_any_case(manual: Manual) -> None:
    """Also where a line of the file ends between them."""
    assert "unlock" in manual.find("  your   PASSPHRASE ").chapters
    assert manual.find("recovery code").times > 3
    assert manual.find("xyzzy") == Hits(0, ())
    assert manual.find("  ") == Hits(0, ())


def test_a_link_names_chapter_and_heading() -> None:
    """One without a chapter stays in the chapter."""
    assert where("board.md#names", "index") == ("board", "names")
    assert where("board.md", "index") == ("board", "")
    assert where("#names", "board") == ("board", "names")


def test_a_copy_without_a_chapter_is_noticed(tmp_path: Path) -> None:
    """Rather than shown with a hole."""
    shutil.copy(manual_folder() / "index.md", tmp_path)

    with pytest.raises(FileNotFoundError):
        Manual(tmp_path)


def test_no_chapter_shows_a_mark_of_the_way_it_is_written(manual: Manual) -> None:
    """A star, a bracket or a grave accent that the pages do not know would stand among the words; keys may be signs."""
    ink = Ink("#000000", "#000000", "#000000", "#000000", "#000000", "plain", "bold")
    shown = {one.name: to_html(one.text, ink).partition("</style>")[2] for one in manual.chapters}
    words = {name: re.sub(r'<span class="key">.*?</span>|<[^>]+>', "", page) for name, page in shown.items()}
    marks = {name: re.findall(r".{0,20}(?:[*`#|~]|\]\(|!\[).{0,20}", page) for name, page in words.items()}

    assert {name: found for name, found in marks.items() if found} == {}
