"""For rules of the economy and of practice: what makes a clean cooperation break them (bruten ekonomi)."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from familjen import model
from familjen.testing.breaking import OPEN, Breaker, with_agreement, with_more, with_network

__all__ = ["ECONOMY"]

_HALF, _THIRD, _WHOLE = Fraction(1, 2), Fraction(1, 3), Fraction(1)


def _table(*rows: tuple[int, ...], **fields: Any) -> Breaker:
    """Add an agreement with a published table of the years 2027 and 2028."""
    total = fields.pop("each", None)
    made = tuple(
        model.TableRow(f"row {place}", tuple(map(Decimal, row)), total=total) for place, row in enumerate(rows)
    )
    table = model.PublishedTable("t", "A table", ("2027", "2028"), made, **fields)
    return with_agreement(lambda _: {"tables": (table,)})


def _shared(shares: Callable[[tuple[str, ...]], dict[str, Fraction]]) -> Breaker:
    """Add an agreement with fixed shares."""
    return with_agreement(lambda codes: {"cost_clause": model.CostClause.of(model.FixedShares.of(shares(codes)))})


def _accounts(*charged: int) -> tuple[model.Account, ...]:
    """Give accounts with a cost of 100 a year."""
    return tuple(model.Account(2023 + n, cost=Decimal(100), charged=Decimal(each)) for n, each in enumerate(charged))


def _empty_part(coop: model.Cooperation) -> model.Cooperation:
    plan = coop.plans[0]
    first, *rest = plan.action_plans
    emptied = attrs.evolve(plan, action_plans=(attrs.evolve(first, activities=()), *rest))
    return attrs.evolve(coop, plans=(emptied, *coop.plans[1:]))


ECONOMY: dict[str, Breaker] = {
    "FAM401": _shared(lambda codes: {codes[0]: _HALF, codes[1]: _THIRD}),
    "FAM402": _table((1, 2), (3, 4), totals=(Decimal(4), Decimal(7))),
    "FAM403": _table((1, 2), each=Decimal(4), add_up_columns=True),
    "FAM404": _table((1, 2), each=Decimal(3), total=Decimal(4), add_up_columns=True),
    "FAM405": _table((1, 2), (3, 3), (5, 6)),
    "FAM408": with_agreement(
        lambda codes: {
            "cost_clause": model.CostClause.of(
                model.FixedShares(tuple(model.Share(code, _THIRD) for code in (codes[0], codes[1], codes[1])))
            )
        }
    ),
    "FAM410": with_agreement(lambda _: {"at_self_cost": True, "accounts": _accounts(100, 101)}),
    "FAM411": _shared(lambda codes: {codes[0]: _WHOLE}),
    "FAM413": with_agreement(lambda codes: {"owners": (model.Holding(codes[0], _HALF),)}),
    "FAM414": with_agreement(lambda _: {"owners": (model.Holding("okand-1", _WHOLE),)}),
    "FAM415": _table((1,)),
    "FAM416": with_agreement(lambda _: {"budgets": (model.Budget(2030), model.Budget(2030))}),
    "FAM501": with_network(lambda codes: {"period": OPEN, "invited": codes[1:]}, {"invite_all": True}),
    "FAM503": with_network(
        lambda codes: {"period": OPEN, "members": model.participations(codes)}, {"needs_coordinator": True}
    ),
    "FAM504": lambda coop: with_more(coop, "goal_areas", model.GoalArea("ny", "New")),
    "FAM514": _empty_part,
}
"""By the code of the rule that each of them breaks."""
