"""What is seen on a picture: its texts and where they stand, and services to draw."""

import itertools
from typing import Any

from matplotlib.axes import Axes
from matplotlib.axis import Tick
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from familjen.report.plots.style import drawing
from familjen.scale import (
    Assumption,
    Basis,
    Cooperating,
    Discounting,
    FixedVariable,
    Meetings,
    ScaleBenefit,
    ServiceCost,
    scale_benefit,
)

MADE_UP = Basis.ILLUSTRATIVE
FIVE = {"Helsingborg": 152_776, "Klippan": 17_713, "Svalöv": 14_474, "Åstorp": 16_491, "Örkelljunga": 10_293}
ELEVEN = FIVE | {
    "Bjuv": 16_214,
    "Båstad": 16_209,
    "Höganäs": 28_557,
    "Landskrona": 47_246,
    "Perstorp": 7_135,
    "Ängelholm": 45_447,
}
SWEDISH_ONLY = ("tillsammans", "besparing", "sparar", "kr per år", "var för sig", "miljoner", "tusen", "antaganden")
ENGLISH_ONLY = ("together", "saving", "saves", "kr a year", "alone", "million ", "thousand", "assumption", "research")


def service(sizes: dict[str, int], **more: Any) -> ServiceCost:
    """Give a service whose every cost is made up, with ranges."""
    curve = FixedVariable(
        Assumption(900_000, low=600_000, high=1_100_000, basis=MADE_UP),
        Assumption(130, basis=MADE_UP),
        observed=more.pop("observed", None),
    )
    cooperating = Cooperating(
        per_further_member=Assumption(100_000, low=50_000, high=300_000, basis=MADE_UP),
        meetings=(Meetings(10, hours=3, rate=600),),
        transition=Assumption(2_000_000, low=1_000_000, high=4_000_000, basis=MADE_UP),
    )
    return ServiceCost.of(sizes, curve, cooperating=cooperating, **more)


def benefit(sizes: dict[str, int], **more: Any) -> ScaleBenefit:
    """Give what that service saves, from 2027 on."""
    discounting = Discounting(Assumption(0.03, low=0.01, high=0.05), first_year=2027)
    return scale_benefit(service(sizes), **({"discounting": discounting} | more))


def title(figure: Figure) -> str:
    """Give the title as it stands on the picture, its lines joined and percentages with a plain space."""
    large = [text for text in figure.texts if text.get_fontsize() == 12]
    return " ".join(text.get_text() for text in large).replace("\N{NO-BREAK SPACE}%", " %")


def words(figure: Figure) -> list[str]:
    """Give every text that is seen."""
    return [text.get_text() for text, _ in boxes(figure)]


def boxes(figure: Figure) -> list[tuple[Text, Bbox]]:
    """Give every text that is seen, with its box in pixels."""
    with drawing():
        figure.draw_without_rendering()
        hidden = {id(tick.label1) for axes in figure.axes for tick in _unseen(axes)}
        texts = [text for text in figure.findobj(Text) if text.get_visible() and id(text) not in hidden]
        # of an annotation only the words count, and not the line to them
        return [(text, Text.get_window_extent(text)) for text in texts if text.get_text().strip()]


def _unseen(axes: Axes) -> list[Tick]:
    """Give the ticks that are there and not drawn: beyond the ends of an axis, or on a map."""
    found: list[Tick] = []
    for axis in (axes.xaxis, axes.yaxis):
        least, most = sorted(axis.get_view_interval())
        found += [tick for tick in axis.get_major_ticks() if not axes.axison or not least <= tick.get_loc() <= most]
    return found


def overlaps(figure: Figure) -> list[tuple[str, str]]:
    """Give the pairs of texts that stand on each other by more than a hair."""
    seen = [(text.get_text(), box) for text, box in boxes(figure)]
    return [
        (one, other)
        for (one, here), (other, there) in itertools.combinations(seen, 2)
        if min(here.x1, there.x1) - max(here.x0, there.x0) > 1 and min(here.y1, there.y1) - max(here.y0, there.y0) > 1
    ]


def beyond(figure: Figure) -> list[str]:
    """Give the texts that leave the picture."""
    wide, high = figure.get_size_inches() * figure.dpi
    return [
        text.get_text()
        for text, box in boxes(figure)
        if box.x0 < -1 or box.y0 < -1 or box.x1 > wide + 1 or box.y1 > high + 1
    ]
