"""On what terms: the agreement, the board and the rules for networks."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from familjen.datasets.familjen_helsingborg.annual_report import said
from familjen.datasets.familjen_helsingborg.circle import HELSINGBORG, MUNICIPALITIES
from familjen.datasets.familjen_helsingborg.other_sources import ABOUT_US, BOARD, NETWORK_CHECKLIST, SLIDES
from familjen.dates import Period
from familjen.model import (
    Agreement,
    Board,
    BoardMeeting,
    CostClause,
    LegalForm,
    NetworkRules,
    Rate,
    Renewal,
    RenewalKind,
    participations,
)

__all__ = ["agreement", "board", "network_rules"]


def agreement() -> Agreement:
    """Give the agreement that came into force on 1 January 2016.

    Its text is not known: neither its last day, nor its notice, nor the day on which inhabitants are counted for the
    fee. Its legal form is not said either; a form of its own (federation, joint committee, company) would be.
    """
    return Agreement(
        "samarbetsavtal-2016",
        "Samarbetsavtal för Familjen Helsingborg",
        LegalForm.CIVIL_LAW,
        period=Period(dt.date(2016, 1, 1)),
        parties=participations(MUNICIPALITIES),
        host=HELSINGBORG,
        renewal=Renewal(RenewalKind.AFTER_ELECTION, sources=(SLIDES,)),
        tasks=(
            "All cooperation now takes place under the name Familjen Helsingborg",
            "Helsingborg runs a joint secretariat for coordination and administration, at self-cost",
            "A few members may cooperate without the others, and also outside the operational plan",
        ),
        cost_clause=CostClause.of(Rate(Decimal(21)), unit=Decimal(1), sources=(ABOUT_US,)),
        sources=(*said("Ett urval händelser", "Den 1 januari 2016"), ABOUT_US, SLIDES),
    )


def board() -> Board:
    """Give the board with the two themes that are named; it took up others too, and on which days is not said."""
    themes = (
        "Reception of newly arrived people (mottagandet av nyanlända)",
        "Various questions of business and industry (olika näringslivsfrågor)",
    )
    followed_up = said("Ett urval händelser", "På våra styrelsemöten")
    return Board(
        "styrelse",
        "Familjen Helsingborgs styrelse",
        seats_per_member=2,
        composition=(
            "chair of the municipal executive (kommunstyrelsens ordförande)",
            "leader of the opposition (oppositionsledare)",
        ),
        co_opted=("chief executive of each municipality (kommundirektör), who also prepare the business",),
        meetings=tuple(BoardMeeting(theme, period=Period.year(2016), sources=followed_up) for theme in themes),
        sources=(BOARD, SLIDES, *said("En viktig utgångspunkt")),
    )


def network_rules() -> NetworkRules:
    """Give the check-list for networks, which is later than 2016: it refers to the plan for 2020-2023."""
    return NetworkRules(
        invite_all=True,
        start_above=Fraction(1, 2),
        needs_coordinator=True,
        renewed_yearly=True,
        voluntary=True,
        steps=(
            "Start: invite all members; a majority must want to join from the start",
            "Start: ask the management concerned in each municipality, then tell the secretariat",
            "Start: agree on purpose, goals and how meetings are held, as the first thing",
            "Start: appoint a coordinator; the task may rotate",
            "While it runs: contribute to the purpose and vision of Familjen Helsingborg",
            "While it runs: contribute, preferably, to the four development areas of the plan for 2020-2023",
            "While it runs: renew purpose, goals and how meetings are held before each calendar year, and publish them",
            "While it runs: follow the graphic manual and report who the contacts are",
            "End: when interest or activity is gone, tell the management in each municipality and the secretariat",
        ),
        sources=(NETWORK_CHECKLIST,),
    )
