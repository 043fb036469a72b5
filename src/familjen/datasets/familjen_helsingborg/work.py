"""What they do together: programmes, an event and a shared service."""

import datetime as dt
from decimal import Decimal

from familjen.datasets.familjen_helsingborg.annual_report import said
from familjen.datasets.familjen_helsingborg.circle import HELSINGBORG, MUNICIPALITIES
from familjen.datasets.familjen_helsingborg.other_sources import FAMILY_LAW, TRAINEE_ARTICLE, TRAINEE_PROGRAMME
from familjen.dates import Period
from familjen.model import Distance, DistanceUnit, Event, Program, Round, SharedService, participations

__all__ = ["FAMILY_LAW_RECIPIENTS", "eurorando", "family_law", "framtidens_chefer", "trainee_programme"]

FAMILY_LAW_RECIPIENTS = ("1277", "1257", "1276", "1214")
"""Codes of Åstorp, Örkelljunga, Klippan and Svalöv, in the order of the annual report."""

_BASTAD = "1278"


def framtidens_chefer() -> Program:
    """Give the leadership programme, with the two rounds of 2016."""
    held = said("Ett urval händelser", "Vi genomförde två omgångar", "I varje omgång")
    return Program(
        "framtidens-chefer",
        "Framtidens chefer",
        purpose="A programme of leadership and development",
        audience="Employees with a talent for leadership who do not yet work as managers",
        rounds=tuple(
            Round(f"framtidens-chefer-2016-{number}", period=Period.year(2016), participants=13, sources=held)
            for number in (1, 2)
        ),
        sources=said("Vi genomförde två omgångar", "Programmet vänder sig"),
    )


def trainee_programme() -> Program:
    """Give the trainee programme, with the group that started in 2016.

    On which day the group started is not said, nor how many were in it: its period is the year in which it started.
    """
    started = said("En ny grupp startade")
    about = (TRAINEE_PROGRAMME, TRAINEE_ARTICLE)
    return Program(
        "traineeprogrammet",
        "Traineeprogrammet",
        purpose="That the municipalities work at being attractive employers, recruit leaders and specialists, "
        "and see to it that there are good successors for such posts",
        months=16,
        members=participations((code for code in MUNICIPALITIES if code != _BASTAD), sources=about),
        partners=("nsva",),
        rounds=(
            Round("traineeprogrammet-2016", period=Period.year(2016), sources=(*said("Ett urval händelser"), *started)),
        ),
        sources=(*started, *about),
    )


def eurorando() -> Event:
    """Give the walking event of 2016; in which municipalities it was held is not said."""
    return Event(
        "eurorando",
        "Eurorando",
        period=Period.year(2016),
        participants=3_000,
        countries=24,
        distance=Distance(Decimal(10_000), DistanceUnit.MIL),
        spending=Decimal(13_000_000),
        sources=said("Ett urval händelser", "Vandringsevenemanget Eurorando", "Tillsammans vandrade de"),
    )


def family_law() -> SharedService:
    """Give the joint family law as the annual report has it.

    It says that the service started in 2016, not on which day: the period begins with the year.
    """
    performed = said("Familjerätten i Helsingborg")
    return SharedService(
        "familjeratt",
        "Gemensam familjerätt",
        HELSINGBORG,
        recipients=participations(FAMILY_LAW_RECIPIENTS, sources=performed),
        period=Period(dt.date(2016, 1, 1)),
        tasks=(
            "Family law (familjerätt)",
            "Each municipality keeps paternity of cohabiting parents' children and decisions that may not be delegated",
        ),
        purpose="By cooperating, the resources can be used to the full, which makes it easier for small members that "
        "find it hard to keep up quality and competence in the field",
        sources=(
            *said("Ett urval händelser", "Vi startade en gemensam familjerätt", "Genom att samverka"),
            *performed,
            FAMILY_LAW,
        ),
    )
