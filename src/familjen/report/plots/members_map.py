"""A map of who is a member (karta över medlemmarna)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.model import Cooperation, Municipality
from familjen.places import place
from familjen.report.plots.heading import NAMED
from familjen.report.plots.labels import name_points
from familjen.report.plots.maps import Frame
from familjen.report.plots.members_map_told import borders_of, map_heading
from familjen.report.plots.page import page, settle
from familjen.report.plots.spans import need_day
from familjen.report.plots.style import BETTER, FAINT, WORSE, drawing
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_members"]

Floats = NDArray[np.float64]

_MEMBER: dict[str, Any] = {"marker": "o", "ms": 9, "color": BETTER, "mec": "white", "mew": 0.8, "ls": "none"}
_OTHER: dict[str, Any] = {"marker": "s", "ms": 7, "mfc": "white", "mec": WORSE, "mew": 1.4, "ls": "none"}
_CLEAR = 5.5


def plot_members(coop: Cooperation, *, on: dt.date | None = None, lang: str = "en") -> "Figure":
    """Draw the members of a cooperation as a map (karta över medlemmarna).

    Each municipality stands at the centroid of its borders: a disc for a member, a white square for another party. A
    line joins members that share a land border. Regions and municipalities abroad have no place on the map, which the
    picture says. Names are written for up to 40 places.

    Args:
        coop: The cooperation.
        on: The day of which members are drawn; all that are known, unless given.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no cooperation, no member lies on the map, the day is no date, or it is not a language
            of ours.
        UnknownIdError: A member's code is that of no Swedish municipality.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.datasets import familjen_helsingborg_2016
    >>> from familjen.report.plots import alt_text
    >>> print(*alt_text(plot_members(familjen_helsingborg_2016())).splitlines()[:2], sep="; ")
    The eleven members are joined by borders, and lie within 57 km of each other; Familjen Helsingborg
    """
    if not isinstance(coop, Cooperation):
        raise InvalidValueError(f"{show(coop)} is no Cooperation; make or load one", attribute="coop")
    need_day(on)
    then = coop if on is None else coop.on(on)
    inside = list(dict.fromkeys(member.party for member in then.members if isinstance(member.party, Municipality)))
    others = [party for party in then.parties if isinstance(party, Municipality) and party not in inside]
    if not inside:
        reason = f"{coop.name} has no member that is a Swedish municipality, and nothing to draw on a map"
        raise InvalidValueError(reason, attribute="coop")
    members, beside = _points(inside), _points(others)
    points = np.vstack([members, beside])
    frame, borders = Frame.around(points), borders_of(inside)
    with drawing():
        figure, axes = page(map_heading(then, inside, others, on, lang), frame.high)
        frame.set(axes)
        lines = np.vstack([members[:0], *(_draw_border(axes, members[one], members[two]) for one, two in borders)])
        axes.plot(*members.T, **_MEMBER, zorder=3)
        axes.plot(*beside.T, **_OTHER, zorder=3)
        settle(figure)
        if len(points) <= NAMED:
            name_points(axes, points, [party.name for party in (*inside, *others)], lines, clear=_CLEAR)
    return figure


def _points(parties: Sequence[Municipality]) -> Floats:
    """Give where municipalities lie, in degrees of longitude and latitude: shape (n, 2)."""
    found = [place(party.code) for party in parties]
    return np.array([(each.longitude, each.latitude) for each in found]).reshape(-1, 2)


def _draw_border(axes: "Axes", one: Floats, other: Floats) -> Floats:
    """Draw a line between two that share a border; give points on it."""
    axes.plot(*np.array([one, other]).T, color=FAINT, lw=1.0, zorder=1)
    return one + (other - one) * np.linspace(0, 1, 20)[:, None]
