"""A synthetic register for the benchmarks: every municipality, and agreements and networks between them."""

import datetime as dt
import random
from decimal import Decimal

from familjen import model, places
from familjen.dates import Notice, Period, Recurrence, ReferenceDate

__all__ = ["synthetic_register"]

FORMS = tuple(model.LegalForm)


def synthetic_register(
    networks: int = 200, agreements: int = 1_000, goal_areas: int = 5, seed: int = 2016
) -> model.Cooperation:
    """Make a register of 290 municipalities with so many networks, agreements and goal areas; the seed decides all."""
    rng = random.Random(seed)  # noqa: S311 - a benchmark needs no secrecy
    municipalities = places.municipalities()
    codes = [municipality.code for municipality in municipalities]
    return model.Cooperation(
        "register",
        "Synthetic register",
        period=Period(dt.date(2000, 1, 1)),
        purpose=model.Declaration("To measure"),
        members=tuple(
            model.Member(municipality, period=Period(dt.date(2000, 1, 1))) for municipality in municipalities
        ),
        goal_areas=tuple(model.GoalArea(f"goal-{n}", f"Goal area {n}") for n in range(goal_areas)),
        networks=tuple(_network(rng, n, codes, goal_areas) for n in range(networks)),
        agreements=tuple(_agreement(rng, n, codes) for n in range(agreements)),
    )


def _network(rng: random.Random, n: int, codes: list[str], goal_areas: int) -> model.Network:
    first_day = dt.date(rng.randint(2000, 2020), 1, 1)
    meetings = Recurrence("FREQ=MONTHLY;BYDAY=2TU", first_day)
    return model.Network(
        f"network-{n}",
        f"Network {n}",
        goal_area=f"goal-{rng.randrange(goal_areas)}",
        period=Period(first_day),
        members=model.participations(rng.sample(codes, 11)),
        plans=(model.NetworkPlan(2020, purpose="To share what we know", goals=("Meet", "Learn"), meetings=meetings),),
    )


def _agreement(rng: random.Random, n: int, codes: list[str]) -> model.Agreement:
    first_day = dt.date(rng.randint(2000, 2020), rng.randint(1, 12), 1)
    parties = rng.sample(codes, rng.randint(2, 11))
    clause = model.CostClause.of(
        rng.choice(
            (
                model.Equal(),
                model.Population(ReferenceDate(12, 31, years_before=2)),
                model.Rate(Decimal(rng.randint(100, 10_000)) / 100, ReferenceDate(11, 1, years_before=1)),
            )
        ),
        unit=Decimal(1),
    )
    return model.Agreement(
        f"agreement-{n}",
        f"Agreement {n}",
        rng.choice(FORMS),
        period=Period(first_day, dt.date(first_day.year + 4, 12, 31)),
        parties=tuple(model.Participation(code, period=Period(first_day)) for code in parties),
        host=parties[0],
        notice=Notice(years=3),
        tasks=("rescue service", "training"),
        decisions=tuple(model.Decision(code, day=first_day, reference=f"§ {n}") for code in parties),
        cost_clause=clause,
        sources=(model.Source(f"Agreement {n}", url=f"https://example.org/{n}", quote="The parties share the cost."),),
    )
