"""The size budget: small files that each do one thing, small functions, small classes.

Limits hold for every file; medians and ninetieth percentiles for the program itself. A line is a line, docstrings and
comments too; ``__init__.py`` files that only name a package would flatter the figures and are left out of the medians.
"""

from __future__ import annotations

import ast
from statistics import median, quantiles
from typing import TYPE_CHECKING

import pytest

from tests.architecture.source import Source, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def _p90(figures: list[int]) -> float:
    return quantiles(figures, n=10, method="inclusive")[-1]


def _functions(source: Source) -> Iterator[tuple[str, int]]:
    for node in source.nodes:
        if isinstance(node, _Function):
            yield f"{source.path}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def _classes(source: Source) -> Iterator[tuple[str, int]]:
    for node in source.nodes:
        if isinstance(node, ast.ClassDef):
            yield f"{source.path}:{node.lineno} {node.name}", sum(isinstance(item, _Function) for item in node.body)


def test_no_file_is_longer_than_350_lines() -> None:
    """A longer file does two things."""
    assert [(source.path, source.lines) for source in sources() if source.lines > 350] == []


def test_no_function_is_longer_than_45_lines() -> None:
    """A longer function has steps that deserve names."""
    assert [item for source in sources() for item in _functions(source) if item[1] > 45] == []


def test_no_class_has_more_than_18_methods() -> None:
    """A bigger class has more than one reason to change."""
    assert [item for source in sources() for item in _classes(source) if item[1] > 18] == []


@pytest.mark.parametrize(("figure", "limit"), [(median, 120), (_p90, 240)])
def test_files_are_small(figure: Callable[[list[int]], float], limit: int) -> None:
    """The usual file is read at one sitting."""
    lines = [source.lines for source in sources("mavis") if not source.path.endswith("__init__.py")]

    assert figure(lines) <= limit


@pytest.mark.parametrize(("figure", "limit"), [(median, 8), (_p90, 20)])
def test_functions_are_small(figure: Callable[[list[int]], float], limit: int) -> None:
    """The usual function fits in a glance."""
    lines = [length for source in sources("mavis") for _, length in _functions(source)]

    assert figure(lines) <= limit


def test_classes_are_small() -> None:
    """Nine classes of ten have at most ten methods."""
    methods = [count for source in sources("mavis") for _, count in _classes(source)]

    assert _p90(methods) <= 10


def test_every_module_says_what_it_is_for() -> None:
    """The first thing in a file is a sentence about it."""
    assert [source.path for source in sources() if not ast.get_docstring(source.tree)] == []
