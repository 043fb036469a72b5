"""Does it pay off to do it together (lönar det sig att samverka)?"""

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from familjen.amounts.exact import ratio, total_of
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.assumption import Assumption
from familjen.scale.discounting import Discounting
from familjen.scale.dividing import BY_SIZE, Split
from familjen.scale.ends import assumptions_in, ends_of, uncertain_in
from familjen.scale.scenario import Scenario, reckoned
from familjen.scale.service import ServiceCost, need_service
from familjen.validators import show

if TYPE_CHECKING:
    from familjen.games import CostShares
    from familjen.progress import Progress
    from familjen.scale.break_even import BreakEven
    from familjen.scale.uncertainty import TurningPoints

__all__ = ["ScaleBenefit", "scale_benefit"]

_KRONA = Decimal(1)
_LONGEST = 100


@attrs.frozen(repr=False)
class ScaleBenefit:
    """What cooperation saves or costs, for all and for each party, with its range and assumptions (skalfördel).

    Three scenarios are reckoned: ``base``, ``low`` with all uncertain assumptions at the ends of their ranges with
    which all together save least over the horizon, and ``high`` with those with which they save most (up to 12 of them
    at all corners, more one after the other). All ends at once are less likely than any of them. What one party saves
    need not stand in that order: what is good for all may be bad for it.
    """

    service: ServiceCost
    """What the service costs, with every assumption."""
    method: str
    """How what all pay is split."""
    unit: Decimal
    """What amounts are rounded to, in kronor."""
    horizon: int
    """How many years are counted."""
    discounting: Discounting
    """How later years are counted."""
    base: Scenario
    """With every assumption at its base."""
    low: Scenario
    """With each at the end that saves less."""
    high: Scenario
    """With each at the end that saves more."""

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties, in order."""
        return self.service.parties

    @property
    def alone(self) -> Decimal:
        """What all pay a year, each alone, in the base scenario."""
        return total_of(self.base.alone)

    @property
    def together(self) -> Decimal:
        """What all pay a year together, in the base scenario."""
        return self.base.together

    @property
    def saving(self) -> Decimal:
        """What all save a year in the base scenario; below zero they lose."""
        return self.base.saving

    @property
    def saving_range(self) -> tuple[Decimal, Decimal]:
        """What all save a year, from the low to the high scenario."""
        return self.low.saving, self.high.saving

    @property
    def net(self) -> float:
        """What all save over the horizon, counted before the first year, less what starting costs, in the base."""
        return self.base.net

    @property
    def paid_back(self) -> int | None:
        """The year, from 1, in which what starting costs is saved again; ``None`` where not within the horizon."""
        return self.base.paid_back()

    @property
    def assumptions(self) -> dict[str, Assumption]:
        """Every assumption by its name, the discount rate among them."""
        return assumptions_in(self.service, self.discounting)

    def per_unit(self, party: str) -> Fraction:
        """Give what a party saves a year for each unit of its size, such as inhabitant, in kronor, exactly.

        Raises:
            UnknownIdError: It is no party.
        """
        return Fraction(self.of(party)[1]) / Fraction(self.service.sizes[party])

    def of(self, party: str) -> tuple[Decimal, Decimal, Decimal]:
        """Give what a party saves a year in the low, base and high scenario.

        Raises:
            UnknownIdError: It is no party.
        """
        place = self._place(party)
        return self.low.savings[place], self.base.savings[place], self.high.savings[place]

    @property
    def is_group_rational(self) -> bool:
        """Whether all together pay no more than alone, in the base scenario, what starting costs counted in."""
        return self.net >= 0

    @property
    def is_party_rational(self) -> bool:
        """Whether no party pays more than alone, in the base scenario, its share of what starting costs counted in."""
        return all(net >= 0 for net in self.base.nets)

    def losers(self) -> tuple[str, ...]:
        """Name who loses over the horizon in the base scenario."""
        return tuple([party for party, net in zip(self.parties, self.base.nets, strict=True) if net < 0])

    def shares(self) -> "CostShares":
        """Give the yearly split of the base scenario as shares of its game: core, excesses, worst-off coalition.

        Raises:
            IntractableError: There are too many parties for a game of this cost.
        """
        from familjen.games import CostShares
        from familjen.scale.bridge import to_game

        game = to_game(self.service)
        drift = Fraction(game.at(-1)) - Fraction(self.together)
        parts = [Fraction(part) for part in self.base.parts]
        return CostShares.of(game, [part + drift / len(parts) for part in parts], self.method)

    def break_even(self) -> "BreakEven":
        """Say how many of the parties it takes until doing it together saves, and what each one is worth.

        What another partner would be worth is told by a service that has it among its parties; see `break_even`.

        Raises:
            InvalidValueError: There is one party alone.
        """
        from familjen.scale.break_even import break_even

        return break_even(self.service)

    def turning_points(self, *, yearly: bool = False, on_progress: "Progress | None" = None) -> "TurningPoints":
        """Say at which number each assumption, alone changed, turns what all save over the horizon, or a year.

        See `familjen.scale.turning_points`; ``on_progress`` is told after each assumption.
        """
        from familjen.scale.uncertainty import turning_points

        given: dict[str, Any] = {"discounting": self.discounting, "horizon": self.horizon}
        return turning_points(self.service, yearly=yearly, on_progress=on_progress, **given)

    def warnings(self, lang: str = "en") -> tuple[str, ...]:
        """Say what to be careful of, in English or Swedish."""
        from familjen.scale.benefit_told import warnings_of

        return warnings_of(self, lang)

    def explain(self, lang: str = "en") -> str:
        """Say in sentences what cooperation saves or costs, for whom, how surely, and on what assumptions.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        from familjen.scale.benefit_told import explained

        return explained(self, lang)

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table."""
        from familjen.scale.benefit_told import table_of

        return table_of(self, lang)

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each party, which pandas, polars, csv and Excel take as they are."""
        rows: list[dict[str, object]] = []
        for place, party in enumerate(self.parties):
            low, base, high = self.of(party)
            rows.append(
                {
                    "party": party,
                    "size": self.service.sizes[party],
                    "unit": self.service.unit,
                    "alone": self.base.alone[place],
                    "together": self.base.parts[place],
                    "saving": base,
                    "saving_low": low,
                    "saving_high": high,
                    "saving_per_unit": float(self.per_unit(party)),
                    "once": self.base.once_parts[place],
                    "net": self.base.nets[place],
                    "paid_back": self.base.paid_back(place),
                    "method": self.method,
                }
            )
        return rows

    def assumption_rows(self) -> list[dict[str, object]]:
        """Give a dict for each assumption: number, range, what it rests on and its source."""
        return [
            {
                "assumption": name,
                "base": each.base,
                "low": each.least,
                "high": each.most,
                "basis": str(each.basis),
                "source": None if each.source is None else each.source.title,
            }
            for name, each in self.assumptions.items()
        ]

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        low, high = self.saving_range
        return f"<ScaleBenefit: {len(self.parties)} parties save {self.saving:,} kr a year ({low:,} to {high:,})>"

    def _repr_html_(self) -> str:
        from familjen.scale.benefit_told import html_of

        return html_of(self)

    def _place(self, party: str) -> int:
        if party not in self.parties:
            raise UnknownIdError.of("party", str(party), self.parties)
        return self.parties.index(party)


def scale_benefit(
    service: ServiceCost,
    *,
    split: Split = BY_SIZE,
    discounting: Discounting | None = None,
    horizon: int = 10,
    unit: Decimal | int = _KRONA,
) -> ScaleBenefit:
    """Say what doing it together saves or costs, for each party, as a range, and when it pays back (skalfördel).

    Nothing is assumed to be saved: without a curve, all together pay what each pays alone, and what cooperating costs.
    Costs are modelled in floats and rounded to the unit; from there on amounts are exact, and parts sum to the whole.

    Args:
        service: What the service costs for any group, with its assumptions.
        split: How what all pay is split: ``"by_size"``, a method of `familjen.games.METHODS` by name, a function of a
            game, fixed weights by party, or a cost clause, key or agreement (parties are then municipality codes).
        discounting: How later years are counted; in the first year's prices, without interest, unless given.
        horizon: How many years are counted.
        unit: What amounts are rounded to, in kronor.

    Raises:
        InvalidValueError: An argument is out of range, or the split gives no split of this cost.
        UnknownIdError: There is no such split or party.
        IntractableError: The split asks every coalition, and there are too many parties.

    Complexity: three splits, and 2^m evaluations for up to 12 uncertain assumptions, some rounds of 3·m for more.

    >>> from familjen.scale import Assumption, Cooperating, PowerCurve
    >>> curve = PowerCurve(1_000, Assumption(-0.05, low=-0.1, high=0))
    >>> service = ServiceCost.of({"Ale": 10_000, "Bjuv": 15_000}, curve, cooperating=Cooperating(per_member=100_000))
    >>> found = scale_benefit(service)
    >>> found
    <ScaleBenefit: 2 parties save 316,429 kr a year (-200,000 to 434,137)>
    >>> found.of("Ale")
    (Decimal('-80000'), Decimal('202548'), Decimal('268569'))
    """
    need_service(service)
    if type(horizon) is not int or not 1 <= horizon <= _LONGEST:
        reason = f"{show(horizon)} is no horizon; give a number of years from 1 to {_LONGEST}"
        raise InvalidValueError(reason, attribute="horizon")
    step = _unit(unit)
    counting = _counting(discounting)
    given: dict[str, Any] = {"split": split, "unit": step, "discounting": counting, "horizon": horizon}
    middle = {name: each.base for name, each in uncertain_in(service, counting).items()}
    base, method = reckoned(service, middle, **given)
    worse, better = ends_of(service, counting, horizon)
    low, high = (reckoned(service, numbers, **given)[0] if numbers else base for numbers in (worse, better))
    return ScaleBenefit(service, method, step, horizon, counting, base, low, high)


def _counting(given: Any) -> Discounting:
    if given is not None and not isinstance(given, Discounting):
        reason = f"{show(given)} is no Discounting; give Discounting(0.03) for 3 per cent a year"
        raise InvalidValueError(reason, attribute="discounting")
    return Discounting() if given is None else given


def _unit(given: Any) -> Decimal:
    """Read a unit; one that is a whole number is written without an exponent, and so are the amounts."""
    if ratio(given, "unit", "the unit")[0] <= 0:
        raise InvalidValueError(f"the unit is {given}; give one above zero, such as 1 or 0.01", attribute="unit")
    if isinstance(given, Fraction):
        raise InvalidValueError(f"the unit is the fraction {given}; give a whole number or a Decimal", attribute="unit")
    return Decimal(int(given)) if given == int(given) and Decimal(given).as_tuple().exponent != 0 else Decimal(given)
