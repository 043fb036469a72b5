"""Names beside what they name in a picture, kept apart from each other (etiketter)."""

from collections.abc import Iterator, Sequence
from typing import Literal

import attrs

__all__ = ["Box", "Label", "beside", "shortened"]

_SIZE = 14.0
"""Height of the letters, in pixels."""
_EACH = 0.56
"""How wide a letter is on the average, by its height."""
_GAP = 4.0
_LONGEST = 26


@attrs.frozen
class Box:
    """A part of the picture (ruta)."""

    left: float
    """Its left edge."""
    top: float
    """Its upper edge."""
    right: float
    """Its right edge."""
    bottom: float
    """Its lower edge."""

    @classmethod
    def around(cls, x: float, y: float, radius: float) -> "Box":
        """Give the box around a circle."""
        return cls(x - radius, y - radius, x + radius, y + radius)

    def shared(self, other: "Box") -> float:
        """Give how much area it shares with another.

        >>> Box(0, 0, 4, 4).shared(Box(2, 3, 9, 9))
        2
        """
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide * high if wide > 0 and high > 0 else 0

    @property
    def area(self) -> float:
        """Its area."""
        return (self.right - self.left) * (self.bottom - self.top)


@attrs.frozen
class Label:
    """A name in a picture (etikett)."""

    text: str
    """What is written; a long name is cut, and says so by three dots."""
    x: float
    """Where it begins, has its middle or ends, from the left."""
    y: float
    """Where its letters stand, from the top."""
    anchor: Literal["start", "middle", "end"]
    """Which part of it stands there."""


def shortened(name: str, most: int = _LONGEST) -> str:
    """Cut a long name.

    >>> shortened("Upplands-Bro", 9)
    'Upplands…'
    """
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def beside(name: str, circle: tuple[float, float, float], taken: Sequence[Box], room: Box) -> tuple[Label, Box]:
    """Place a name right, left, above or below a circle: where it covers least, and within the picture.

    >>> beside("Bjuv", (50, 50, 5), [], Box(0, 0, 200, 100))[0].anchor
    'start'
    """
    text = shortened(name)
    places = list(_around(text, circle))
    return min(places, key=lambda each: _cost(each[1], taken, room))


def _cost(box: Box, taken: Sequence[Box], room: Box) -> float:
    covered = sum(box.shared(other) for other in taken)
    outside = box.area - box.shared(room)
    return round(covered + 10 * outside, 6)


def _around(text: str, circle: tuple[float, float, float]) -> Iterator[tuple[Label, Box]]:
    x, y, radius = circle
    wide, half, away = len(text) * _SIZE * _EACH, _SIZE / 2, radius + _GAP
    spots: tuple[tuple[Literal["start", "middle", "end"], float, float], ...] = (
        ("start", x + away, y),
        ("end", x - away, y),
        ("middle", x, y - away - half),
        ("middle", x, y + away + half),
        ("start", x + 0.7 * away, y - 0.7 * away - half),
        ("start", x + 0.7 * away, y + 0.7 * away + half),
        ("end", x - 0.7 * away, y - 0.7 * away - half),
        ("end", x - 0.7 * away, y + 0.7 * away + half),
    )
    for anchor, at, middle in spots:
        left = at - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        box = Box(left, middle - half, left + wide, middle + half)
        yield Label(text, round(at, 1), round(middle + _SIZE * 0.35, 1), anchor), box
