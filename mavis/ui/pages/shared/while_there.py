"""Answers that come after the page was thrown away, as when Mavis is locked meanwhile, are not for anybody."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

Given = ParamSpec("Given")


def while_there(page: QWidget, act: Callable[Given, None]) -> Callable[Given, None]:
    """The act, done only as long as the page exists."""

    @wraps(act)
    def guarded(*args: Given.args, **kwargs: Given.kwargs) -> None:
        if isValid(page):
            act(*args, **kwargs)

    return guarded
