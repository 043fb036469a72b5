"""Which sentence states what, where a noun rests on several, and what is our own reading.

Nouns are named by their id or, where they have none, by the field in which they stand. Sentences are named by their
beginning, other sources by their title; ``"tasks:0"`` is the first of the tasks.
"""

from familjen.datasets.familjen_helsingborg.other_sources import (
    ABOUT_US,
    BOARD,
    FAMILY_LAW,
    SLIDES,
    TRAINEE_ARTICLE,
    TRAINEE_PROGRAMME,
)
from familjen.model import Source

__all__ = ["READINGS", "STATED", "stated_by"]

_IN_2016 = "Ett urval händelser"
_DIVERSITY = "Vi arbetar på tre olika sätt"
_TRAINEE = ("months", "partners")
_PERIOD = ("period",)

STATED: dict[str, dict[str, tuple[str, ...]]] = {
    "verksamhetsplan-2016-2019": {
        "En viktig utgångspunkt": ("decided_by", "decided_yearly"),
        "Verksamhetsplanen för": ("period", "goal_areas"),
    },
    "infrastrukturstrategi": {_IN_2016: _PERIOD, "En gemensam strategi": ("kind", "partners", "description")},
    "mangfaldsprojekt": {_IN_2016: _PERIOD, _DIVERSITY: (), "Dels driver vi": ("kind", "description")},
    "mangfaldswebb": {_IN_2016: _PERIOD, _DIVERSITY: (), "Dels driver vi": ("kind", "description")},
    "arets-mangfaldsinitiativ": {_IN_2016: _PERIOD, _DIVERSITY: (), "Vi utser också": ("kind", "description")},
    "samarbetsavtal-2016": {
        _IN_2016: (),
        "Den 1 januari 2016": ("period", "tasks:0"),
        ABOUT_US.title: ("period", "host", "tasks:1", "currency"),
        SLIDES.title: ("host", "tasks:1", "tasks:2"),
    },
    "styrelse": {
        "En viktig utgångspunkt": (),
        BOARD.title: ("seats_per_member", "composition"),
        SLIDES.title: ("seats_per_member", "co_opted"),
    },
    "meetings": {_IN_2016: _PERIOD, "På våra styrelsemöten": ()},
    "framtidens-chefer": {"Vi genomförde två": ("purpose",), "Programmet vänder sig": ("audience",)},
    "framtidens-chefer-2016-1": {_IN_2016: _PERIOD, "Vi genomförde två": (), "I varje omgång": ("participants",)},
    "framtidens-chefer-2016-2": {_IN_2016: _PERIOD, "Vi genomförde två": (), "I varje omgång": ("participants",)},
    "traineeprogrammet": {
        "En ny grupp startade": ("purpose",),
        TRAINEE_PROGRAMME.title: _TRAINEE,
        TRAINEE_ARTICLE.title: _TRAINEE,
    },
    "traineeprogrammet-2016": {_IN_2016: _PERIOD, "En ny grupp startade": ()},
    "eurorando": {
        _IN_2016: _PERIOD,
        "Vandringsevenemanget": ("participants", "countries"),
        "Tillsammans vandrade": ("distance", "spending", "currency"),
    },
    "familjeratt": {
        _IN_2016: _PERIOD,
        "Vi startade en": (),
        "Genom att samverka": ("purpose",),
        "Familjerätten i Helsingborg": ("provider", "tasks:0"),
        FAMILY_LAW.title: ("provider", "tasks:1"),
    },
}
"""What each sentence or source states of a noun that rests on several of them."""

_GOAL_AREA = "The report does not say which goal area it serves, nor that it stands in an action plan."
_PARTNER = "The source names the organisation and does not say what it is."

READINGS: dict[tuple[str, str], str] = {
    ("verksamhetsplan-2016-2019", "period"): "The report says 2016-2019, which we read as whole calendar years.",
    ("infrastrukturstrategi", "goal_area"): _GOAL_AREA,
    ("mangfaldsprojekt", "goal_area"): _GOAL_AREA,
    ("mangfaldswebb", "goal_area"): _GOAL_AREA,
    ("arets-mangfaldsinitiativ", "goal_area"): _GOAL_AREA,
    ("samarbetsavtal-2016", "form"): "No form is named. A federation, a joint committee or "
    "a company would have been, so we take it as an agreement without a form of its own.",
    ("samarbetsavtal-2016", "parties"): "The report calls it the cooperation's agreement; "
    "we take all members as its parties.",
    ("samarbetsavtal-2016", "period"): "Only the first day is known. "
    "The data set leaves the last day open; that does not mean that the agreement runs until further notice.",
    ("cost_clause", "unit"): "The fee is a whole number of kronor per inhabitant, so bills are in whole kronor.",
    ("trafikverket", "kind"): _PARTNER,
    ("region-skane", "kind"): _PARTNER,
    ("skanetrafiken", "kind"): _PARTNER,
    ("nsva", "kind"): _PARTNER,
    ("traineeprogrammet-2016", "period"): "The report says that the group started in 2016. "
    "The period is that year, although a round lasts for 16 months.",
    ("familjeratt", "period"): "The report says that it started in 2016, not on which day. "
    "The period begins with the year, and its last day is left open.",
}
"""What the data set says by our own judgement: noun and attribute, with the reason."""


def stated_by(source: Source, key: str) -> tuple[str, ...] | None:
    """Give the attributes of a noun that a source states; ``None`` when it states all that the noun holds."""
    by_source = STATED.get(key)
    if by_source is None:
        return None
    said = source.quote or source.title
    return next((fields for start, fields in by_source.items() if said.startswith(start)), ())
