"""No rule has an exception: nothing in the tree switches a check off, for a line, a file or a test."""

from __future__ import annotations

import ast
import io
import re
import tokenize
import tomllib
from typing import TYPE_CHECKING

from tests.architecture.source import ROOT, Source, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXEMPTION = re.compile(r"noqa|type:\s*ignore|pragma:|mypy:|ruff:|pylint:|fmt:\s*(off|skip)|pyright", re.IGNORECASE)
_SKIPS = frozenset({"skip", "skipif", "xfail", "importorskip"})


def _comments(source: Source) -> Iterator[str]:
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type == tokenize.COMMENT:
            yield f"{source.path}:{token.start[0]} {token.string}"


def test_no_comment_switches_a_check_off() -> None:
    """What a checker finds is put right, not hushed."""
    suspects = (source for source in sources() if _EXEMPTION.search(source.text))
    comments = (comment for source in suspects for comment in _comments(source))

    assert [comment for comment in comments if _EXEMPTION.search(comment)] == []


def test_the_program_has_no_assert_statement() -> None:
    """An assert vanishes under ``python -O``; a promise that matters raises a real error."""
    asserts = [
        f"{source.path}:{node.lineno}"
        for source in sources("mavis")
        for node in source.nodes
        if isinstance(node, ast.Assert)
    ]

    assert asserts == []


def test_nothing_prints() -> None:
    """Words for people go through click or the window, words for us through the log."""
    prints = [
        f"{source.path}:{node.lineno}"
        for source in sources()
        for node in source.nodes
        if isinstance(node, ast.Name) and node.id == "print"
    ]

    assert prints == []


def test_no_test_is_left_out() -> None:
    """Every test runs everywhere: none is skipped and none is expected to fail."""
    skips = [
        f"{source.path}:{node.lineno}"
        for source in sources("tests")
        for node in source.nodes
        if isinstance(node, ast.Attribute) and node.attr in _SKIPS and "pytest" in ast.unparse(node)
    ]

    assert skips == []


def test_no_tool_has_a_list_of_exempt_files() -> None:
    """The settings of the checkers name rules, never files that may break them."""
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]

    assert {"per-file-ignores", "extend-per-file-ignores"}.isdisjoint(tools["ruff"]["lint"])
    assert {"exclude", "extend-exclude"}.isdisjoint(tools["ruff"])
    assert "exclude" not in tools["mypy"]
    assert {"ignore_errors", "disable_error_code"}.isdisjoint(*tools["mypy"]["overrides"])
    assert "omit" not in tools["coverage"]["run"]
    assert all("ignore_imports" not in contract for contract in tools["importlinter"]["contracts"])
