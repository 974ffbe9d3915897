"""The small part of Markdown that the manual is written in."""

from __future__ import annotations

import pytest

from mavis.ui.presenters.help.markdown import Ink, anchor, headings, links, pictures, plain_text, to_html

INK = Ink("#111111", "#222222", "#333333", "#444444", "#555555", "Plain", "Bold", 2.0)
PAGE = """# The board

It shows **everybody**. Press `N` on
[the page](visit.md#1-arrival).

![A <busy> board](pictures/dark/board-busy.png)

<!-- keys: board -->

## Count with one key
- First
- Second

1. One

| Key | What |
| --- | --- |
| `N` | New |
"""


def body(text: str) -> str:
    """What stands between the tags of the body."""
    return to_html(text, INK).split("<body>")[1].removesuffix("</body></html>")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# The board", '<h1><a name="the-board"></a>The board</h1>'),
        ("two\nlines", "<p>two lines</p>"),
        ("a **b** c", "<p>a <b>b</b> c</p>"),
        ("press `N`", '<p>press <span class="key">&nbsp;N&nbsp;</span></p>'),
        ("[a](b.md#c)", '<p><a href="b.md#c">a</a></p>'),
        ("- one\n- two", '<p class="item">•&nbsp; one</p><p class="item">•&nbsp; two</p>'),
        ("1. one", '<p class="item">1.&nbsp; one</p>'),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("<!-- hidden -->", ""),
    ],
)
def test_each_kind_of_block(text: str, html: str) -> None:
    """What is no Markdown is shown as it is written, and never read as HTML."""
    assert body(text) == html


def test_a_picture_says_its_words_below() -> None:
    """For those who do not see it, and for those who see it small."""
    html = body("![A <b> c](x.png)")

    assert '<img src="x.png" alt="A &lt;b&gt; c">' in html
    assert html.count("A &lt;b&gt; c") == 2


def test_a_table_has_its_headings_first() -> None:
    """The line of strokes below them is no row."""
    html = body("| Key | What |\n| --- | --- |\n| `N` | New |")

    assert html.count("<tr>") == 2
    assert "<th>Key</th><th>What</th>" in html
    assert "<td>New</td>" in html


def test_what_a_page_holds_can_be_asked() -> None:
    """Headings with their anchors, links, pictures, and the bare words for searching."""
    assert headings(PAGE) == [("The board", "the-board"), ("Count with one key", "count-with-one-key")]
    assert links(PAGE) == ["visit.md#1-arrival"]
    assert pictures(PAGE) == ["pictures/dark/board-busy.png"]
    assert "It shows everybody. Press N on\nthe page." in plain_text(PAGE)
    assert "keys:" not in plain_text(PAGE)


def test_lengths_grow_with_the_text() -> None:
    """At 200 % a heading of 32 pixels is 64 high."""
    assert "h1 { font-size: 64px" in to_html("", INK)


def test_an_anchor_is_the_one_that_the_web_makes_too() -> None:
    """The chapters are read in the source as well."""
    assert anchor("6 Safety and referrals") == "6-safety-and-referrals"
    assert anchor("Where, and who?") == "where-and-who"
