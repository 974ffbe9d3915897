"""The time, the one place that asks the machine for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Anything that tells the present instant as an aware UTC datetime."""


def utc_now() -> datetime:
    """The present instant in UTC."""
    return datetime.now(UTC)
