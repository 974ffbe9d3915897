"""Colours as eyes see them: contrast by WCAG 2, three kinds of colour blindness, grey, and how far two are apart."""

from __future__ import annotations

from enum import Enum
from math import cbrt, sqrt
from typing import NamedTuple

_Matrix = tuple[tuple[float, float, float], ...]

_PROTAN: _Matrix = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
_DEUTAN: _Matrix = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
_TRITAN: _Matrix = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))
_GREY: _Matrix = ((0.2126, 0.7152, 0.0722),) * 3
_TO_XYZ: _Matrix = ((0.412456, 0.357576, 0.180438), (0.212673, 0.715152, 0.072175), (0.019334, 0.119192, 0.950304))
_WHITE = (0.95047, 1.0, 1.08883)


class Eyes(Enum):
    """Whose eyes: the matrix by which they see linear light.

    Dichromats after Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
    Deficiency", IEEE TVCG 15 (2009), severity 1.0; grey is the luminance of sRGB, as a printer without colour sees it.
    """

    USUAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    PROTAN = _PROTAN
    DEUTAN = _DEUTAN
    TRITAN = _TRITAN
    GREY = _GREY


class Lab(NamedTuple):
    """A colour by lightness (0-100) and two opposites, CIE 1976."""

    lightness: float
    red_green: float
    blue_yellow: float


def linear(colour: str) -> tuple[float, float, float]:
    """The light of an ``#RRGGBB`` in each channel, 0-1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def contrast(one: str, other: str, eyes: Eyes = Eyes.USUAL) -> float:
    """The contrast of two colours by WCAG 2, 1-21, to these eyes."""
    high, low = sorted((_times(_GREY, _light_to(colour, eyes))[0] for colour in (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, eyes: Eyes) -> Lab:
    """A colour as these eyes see it."""
    light = _light_to(colour, eyes)
    x, y, z = (_root(part / white) for part, white in zip(_times(_TO_XYZ, light), _WHITE, strict=True))
    return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))


def distance(one: str, other: str, eyes: Eyes) -> float:
    """How far two colours are apart for these eyes, CIE 1976: 2 can just be told apart, 20 at a glance."""
    first, second = seen(one, eyes), seen(other, eyes)
    return sqrt(sum((a - b) ** 2 for a, b in zip(first, second, strict=True)))


def _light_to(colour: str, eyes: Eyes) -> tuple[float, ...]:
    return tuple(min(1.0, max(0.0, channel)) for channel in _times(eyes.value, linear(colour)))


def _light(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _root(share: float) -> float:
    return cbrt(share) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


def _times(matrix: _Matrix, light: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(factor * channel for factor, channel in zip(row, light, strict=True)) for row in matrix)
