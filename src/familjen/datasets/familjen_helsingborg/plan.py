"""What they cooperate on, and the plan for 2016-2019."""

import datetime as dt

from familjen.datasets.familjen_helsingborg.annual_report import said
from familjen.datasets.familjen_helsingborg.other_sources import TEAMWORK
from familjen.dates import Period
from familjen.model import ActionPlan, Activity, ActivityKind, Area, GoalArea, OperationalPlan

__all__ = ["GOAL_AREAS", "areas", "goal_areas", "operational_plan"]

GOAL_AREAS = {
    "infrastruktur": ("infrastruktur", "Infrastructure"),
    "naringsliv": ("näringsliv", "Business and industry"),
    "larande": ("lärande", "Learning"),
    "oppenhet-och-inkludering": ("öppenhet och inkludering", "Openness and inclusion"),
    "miljo": ("miljö", "Environment"),
}
"""Ids of the five goal areas, also the main fields of cooperation, with their names in Swedish and in English."""

_FURTHER_AREAS = {
    "samhallsplanering": "Community planning",
    "socialtjanst": "Social services",
    "bibliotek": "Libraries",
    "raddningsverksamhet": "Rescue services",
}

_CHOSEN_BY_US = "(That it serves this goal area is our reading.)"
_ONLY_2016 = "Whether it went on after 2016 is not said."


def areas() -> tuple[Area, ...]:
    """Give the five main fields of cooperation and the four further ones that are named as examples."""
    named = said("Samarbete sker främst")
    main = (Area(f"omrade-{key}", english, main=True, sources=named) for key, (_, english) in GOAL_AREAS.items())
    further = (Area(f"omrade-{key}", english, sources=named) for key, english in _FURTHER_AREAS.items())
    return (*main, *further)


def goal_areas() -> tuple[GoalArea, ...]:
    """Give the five goal areas; one or more members are responsible for each, but which ones is not known."""
    return tuple(
        GoalArea(key, english, sources=(*said("Verksamhetsplanen för 2016-2019", swedish), TEAMWORK))
        for key, (swedish, english) in GOAL_AREAS.items()
    )


def operational_plan() -> OperationalPlan:
    """Give the plan for 2016-2019, with an action plan for each goal area."""
    return OperationalPlan(
        "verksamhetsplan-2016-2019",
        "Verksamhetsplan 2016–2019",
        Period(dt.date(2016, 1, 1), dt.date(2019, 12, 31)),
        goal_areas=tuple(GOAL_AREAS),
        decided_by="board",
        decided_yearly=True,
        action_plans=tuple(
            ActionPlan(
                f"handlingsplan-{key}",
                key,
                activities=_activities().get(key, ()),
                sources=said("Verksamhetsplanen för 2016-2019", swedish),
            )
            for key, (swedish, _) in GOAL_AREAS.items()
        ),
        sources=said("En viktig utgångspunkt", "Verksamhetsplanen för 2016-2019"),
    )


def _activities() -> dict[str, tuple[Activity, ...]]:
    return {
        "infrastruktur": (_strategy(),),
        "oppenhet-och-inkludering": (_diversity_project(), _diversity_pages(), _diversity_award()),
    }


def _strategy() -> Activity:
    return Activity(
        "infrastrukturstrategi",
        "Gemensam strategi för infrastruktur och kollektivtrafik",
        ActivityKind.STRATEGY,
        goal_area="infrastruktur",
        period=Period.year(2016),
        partners=("trafikverket", "region-skane", "skanetrafiken"),
        description="A joint strategy for infrastructure and public transport, drawn up in 2016. It is to be a basis "
        f"for the work with the partners and others who are not named. {_CHOSEN_BY_US}",
        sources=said("Ett urval händelser", "En gemensam strategi"),
    )


def _diversity_project() -> Activity:
    return _for_diversity(
        "mangfaldsprojekt",
        "Projekt för mångfald",
        ActivityKind.PROJECT,
        "A project that is to make the municipalities better able to value the different skills of all employees.",
        "Dels driver vi ett projekt",
    )


def _diversity_pages() -> Activity:
    return _for_diversity(
        "mangfaldswebb",
        "Webbsidor om öppenhet och inkludering",
        ActivityKind.WEBSITE,
        "Web pages where managers find support and advice on openness and inclusion.",
        "Dels driver vi ett projekt",
    )


def _diversity_award() -> Activity:
    return _for_diversity(
        "arets-mangfaldsinitiativ",
        "Årets mångfaldsinitiativ",
        ActivityKind.AWARD,
        "An award for efforts that increase diversity or make the working climate better.",
        "Vi utser också",
    )


def _for_diversity(key: str, name: str, kind: ActivityKind, what: str, sentence: str) -> Activity:
    return Activity(
        key,
        name,
        kind,
        goal_area="oppenhet-och-inkludering",
        period=Period.year(2016),
        description=f"One of three ways to increase diversity. {what} {_ONLY_2016} {_CHOSEN_BY_US}",
        sources=said("Ett urval händelser", "Vi arbetar på tre olika sätt", sentence),
    )
