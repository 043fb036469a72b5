"""The members on a map, drawn as SVG (karta)."""

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import attrs

from familjen.errors import UnknownIdError
from familjen.model import Municipality
from familjen.model.party import Party
from familjen.places import Place, municipalities, place
from familjen.report.webpage.labels import Box, Label, beside

if TYPE_CHECKING:
    from markupsafe import Markup

    from familjen.report.webpage.material import Material

__all__ = ["Dot", "Frame", "drawn_map"]

_WIDE, _TALL, _EDGE = 520.0, 520.0, 48.0
_KM_LATITUDE, _KM_LONGITUDE = 110.57, 111.32
_LETTERS, _NARROWEST = 60.0, 160.0
"""More room to the right, where names stand; and the least room between the edges."""
_LEAST_KM = 30.0
"""A lone member is shown with so much around it."""
_NAMED = 25
"""Up to so many members have their names beside them."""
_LARGE, _SMALL = (22.0, 4.0), (9.0, 2.0)
"""The largest and the smallest radius, for few members and for many."""
_AROUND = 2.0


@attrs.frozen
class Dot:
    """A municipality on the map (punkt)."""

    code: str
    """Its code."""
    name: str
    """Its name."""
    x: float
    """How far from the left."""
    y: float
    """How far from the top."""
    radius: float
    """The circle's radius; its area goes by inhabitants."""
    label: Label | None = None
    """Its name beside it; ``None`` where there are too many."""


@attrs.frozen
class Frame:
    """What part of the country is shown, and how large (utsnitt)."""

    west: float
    """Kilometres east of the meridian, at the left edge."""
    north: float
    """Kilometres north of the equator, at the upper edge."""
    scale: float
    """Pixels a kilometre."""
    wide: float
    """Width in pixels."""
    high: float
    """Height in pixels."""
    cosine: float
    """By how much a degree of longitude is shorter here than at the equator."""

    @classmethod
    def around(cls, places: Sequence[Place]) -> "Frame":
        """Frame these places, with room at the edges."""
        latitudes = [each.latitude for each in places]
        cosine = math.cos(math.radians((min(latitudes) + max(latitudes)) / 2))
        across = [each.longitude * _KM_LONGITUDE * cosine for each in places]
        along = [each.latitude * _KM_LATITUDE for each in places]
        wide, high = (max(max(span) - min(span), _LEAST_KM) for span in (across, along))
        scale = min((_WIDE - 2 * _EDGE - _LETTERS) / wide, (_TALL - 2 * _EDGE) / high)
        broad, tall = (max(span * scale, _NARROWEST) + 2 * _EDGE for span in (wide, high))
        broad += _LETTERS
        west = (min(across) + max(across)) / 2 - (broad - _LETTERS) / 2 / scale
        north = (min(along) + max(along)) / 2 + tall / 2 / scale
        return cls(west, north, scale, round(broad), round(tall), cosine)

    def at(self, where: Place) -> tuple[float, float]:
        """Give where a place is in the picture, in pixels from the left and from the top."""
        x = (where.longitude * _KM_LONGITUDE * self.cosine - self.west) * self.scale
        y = (self.north - where.latitude * _KM_LATITUDE) * self.scale
        return round(x, 1), round(y, 1)


def drawn_map(parties: Sequence[Party], people: Mapping[str, int], material: "Material") -> "Markup | None":
    """Draw where Swedish municipalities lie; ``None`` where there is none of them that the register knows."""
    known = _places(parties)
    if not known:
        return None
    frame = Frame.around([where for where, _ in known])
    dots = _dots(known, people, frame)
    ids = {dot.code for dot in dots}
    around = [frame.at(place(each.code)) for each in municipalities() if each.code not in ids]
    named = {where.municipality.code for where, _ in known}
    return material.fill(
        "map.svg",
        frame=frame,
        dots=sorted(dots, key=lambda dot: -dot.radius),
        borders=_borders(known, dots),
        around=[(x, y) for x, y in around if 0 <= x <= frame.wide and 0 <= y <= frame.high],
        left_out=[each.name for each in dict.fromkeys(parties) if each.id not in named],
        around_radius=_AROUND,
    )


def _places(parties: Sequence[Party]) -> list[tuple[Place, str]]:
    """Give the place of each municipality that the register knows, with the name that the cooperation gives it."""
    found: dict[str, tuple[Place, str]] = {}
    for party in parties:
        if isinstance(party, Municipality):
            try:
                found[party.id] = place(party.code), party.name
            except UnknownIdError:
                continue
    return list(found.values())


def _dots(known: Sequence[tuple[Place, str]], people: Mapping[str, int], frame: Frame) -> list[Dot]:
    few = len(known) <= _NAMED
    largest, smallest = _LARGE if few else _SMALL
    most = max(people.values(), default=0) or 1
    dots: list[Dot] = []
    for where, name in known:
        code = where.municipality.code
        radius = max(smallest, largest * math.sqrt(people.get(code, 0) / most))
        dots.append(Dot(code, name, *frame.at(where), round(radius, 1)))
    if not few:
        return dots
    taken = [Box.around(dot.x, dot.y, dot.radius) for dot in dots]
    room = Box(0.0, 0.0, frame.wide, frame.high)
    named: list[Dot] = []
    for dot in dots:
        label, box = beside(dot.name, (dot.x, dot.y, dot.radius), taken, room)
        taken.append(box)
        named.append(attrs.evolve(dot, label=label))
    return named


def _borders(known: Sequence[tuple[Place, str]], dots: Sequence[Dot]) -> list[tuple[Dot, Dot]]:
    """Give the pairs that have a land border with each other."""
    at = {dot.code: dot for dot in dots}
    near = {where.municipality.code: set(where.neighbours) for where, _ in known}
    return [(at[one], at[other]) for one, other in combinations(near, 2) if other in near[one]]
