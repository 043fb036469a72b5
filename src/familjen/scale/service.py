"""What a service costs for any group of parties that does it together (tjänstekostnad)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.assumption import Assumed, Assumption, as_decimal, assumed, from_to
from familjen.scale.cooperating import Cooperating
from familjen.scale.curves import CostCurve, PowerCurve
from familjen.scale.distance import Distance, ways
from familjen.scale.harmonisation import Harmonisation
from familjen.scale.naming import Given, Numbers, assumptions_of, below, with_numbers
from familjen.scale.pool import CostPool
from familjen.validators import is_text, one_of, optional, refuse, show, tuple_of

__all__ = ["ServiceCost"]

Floats = NDArray[np.float64]
Members = NDArray[np.bool_]

_CURVE = "curve"


def _are_parties(instance: Any, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    tuple_of(is_text)(instance, attribute, value)
    if not value:
        refuse(instance, attribute, "there are no parties; give the size of at least one")
    if len(set(value)) != len(value):
        twice = next(name for place, name in enumerate(value) if name in value[:place])
        refuse(instance, attribute, f"{show(twice)} stands there twice")


@attrs.frozen(repr=False)
class ServiceCost:
    """What a service costs a year, in kronor, for any group of parties that does it together (tjänstekostnad).

    A group costs what the curves say of its size, then with harmonisation, the way to its centre, and what cooperating
    costs, which whoever does it alone is spared. Where it is known what each party pays today, the curves only tell the
    change: a group costs what its members pay today, times the curve of the group by the sum of its members' curves.
    Without a curve that is no change: nothing is saved unless somebody says so.

    >>> service = ServiceCost.of({"Bjuv": 15_000, "Klippan": 17_000}, alone={"Bjuv": 900_000, "Klippan": 1_100_000})
    >>> service.cost(["Bjuv", "Klippan"])
    2000000.0
    >>> from familjen.scale import FixedVariable
    >>> ServiceCost.of({"Bjuv": 15_000, "Klippan": 17_000}, FixedVariable(500_000, 50)).cost(["Bjuv", "Klippan"])
    2100000.0
    """

    parties: tuple[str, ...] = attrs.field(validator=_are_parties)
    """The parties, in order."""
    pools: tuple[CostPool, ...] = attrs.field(kw_only=True, validator=tuple_of(CostPool))
    """The parts of the cost; the first one's sizes are the parties'."""
    alone: tuple[Assumption, ...] | None = attrs.field(
        default=None, kw_only=True, validator=optional(tuple_of(from_to(0)))
    )
    """What each party pays a year today, in kronor, where that is known."""
    distance: Distance | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Distance)))
    """What it costs that members lie apart."""
    harmonisation: Harmonisation | None = attrs.field(
        default=None, kw_only=True, validator=optional(one_of(Harmonisation))
    )
    """Levels that move to the highest."""
    cooperating: Cooperating = attrs.field(factory=Cooperating, kw_only=True, validator=one_of(Cooperating))
    """What cooperating costs."""

    @classmethod
    def of(
        cls,
        sizes: Mapping[str, Any],
        curve: CostCurve | None = None,
        *,
        alone: Mapping[str, Assumed] | None = None,
        distance: Distance | Assumed | None = None,
        harmonisation: Harmonisation | None = None,
        cooperating: Cooperating | None = None,
    ) -> "ServiceCost":
        """Make it from each party's size and one curve.

        Args:
            sizes: Each party's size, such as inhabitants, above zero.
            curve: What a size costs; without it, in proportion to size, so that nothing is saved.
            alone: What each party pays a year today, in kronor; needed without a curve.
            distance: A `Distance`, or what each km adds for each unit of size, where parties are municipalities.
            harmonisation: Levels that move to the highest.
            cooperating: What cooperating costs; nothing unless given.

        Raises:
            InvalidValueError: There are no parties, a size is not above zero, a party pays less than nothing, or
                neither curve nor what is paid today is given.
            UnknownIdError: Somebody pays something who has no size, or the other way round.
        """
        parties, numbers = _read(sizes, "size", "sizes")
        if curve is None and alone is None:
            reason = "nothing says what the service costs; give a curve, or what each party pays today (alone=)"
            raise InvalidValueError(reason, attribute="curve")
        paid = None if alone is None else tuple([assumed(_of(alone, name, "alone")) for name in parties])
        for name in alone or {}:
            if name not in parties:
                raise UnknownIdError.of("party with a size", str(name), parties)
        way = distance if isinstance(distance, Distance | None) else Distance.between(parties, distance)
        own = PowerCurve(1) if curve is None else curve
        return cls(
            parties,
            pools=(CostPool(_CURVE, own, numbers),),
            alone=paid,
            distance=way,
            harmonisation=harmonisation,
            cooperating=Cooperating() if cooperating is None else cooperating,
        )

    def __attrs_post_init__(self) -> None:
        number = len(self.parties)
        if not self.pools:
            raise InvalidValueError("there is no pool; give at least one", owner="ServiceCost", attribute="pools")
        names = [pool.name for pool in self.pools]
        if len(set(names)) != len(names) or any("." in name for name in names):
            reason = f"the pools are called {', '.join(map(show, names))}; give each a name of its own without a point"
            raise InvalidValueError(reason, owner="ServiceCost", attribute="pools")
        counts = [(f"pool {pool.name}", len(pool.sizes)) for pool in self.pools]
        counts += [] if self.alone is None else [("what is paid today", len(self.alone))]
        counts += [] if self.harmonisation is None else [("harmonisation", len(self.harmonisation.levels))]
        for what, count in counts:
            if count != number:
                reason = f"{what} has {count} numbers for {number} parties; give one for each"
                raise InvalidValueError(reason, owner="ServiceCost", attribute="parties")
        if self.distance is not None:
            self.distance.of_parties(self.parties)

    @property
    def sizes(self) -> dict[str, Decimal]:
        """Each party's size: that of the first pool."""
        return dict(zip(self.parties, self.pools[0].sizes, strict=True))

    @property
    def unit(self) -> str:
        """What the parties' sizes are counted in."""
        return self.pools[0].curve.unit

    @cached_property
    def assumptions(self) -> Mapping[str, Assumption]:
        """Each assumption by its name, such as ``curve.elasticity``, ``cooperating.per_pair`` or ``alone.Bjuv``."""
        found: dict[str, Assumption] = {}
        for pool in self.pools:
            found |= assumptions_of(pool.curve, pool.name)
            found |= assumptions_of(pool.density, f"{pool.name}.density")
        for party, paid in zip(self.parties, self.alone or (), strict=False):
            found[f"alone.{party}"] = paid
        found |= assumptions_of(self.distance, "distance") | assumptions_of(self.harmonisation, "harmonisation")
        return found | assumptions_of(self.cooperating, "cooperating")

    def many(self, members: Members, given: Given | None = None) -> Floats:
        """Give what groups cost a year, in kronor: those of no members nothing.

        Args:
            members: A row for each group with True for who is in it, shape (m, n).
            given: Other numbers for some assumptions than their base, by name: arrays of shape (k,).

        Returns:
            Costs of shape (m,), or (k, m) where numbers are given.

        Raises:
            UnknownIdError: There is no such assumption.

        Complexity: O(k·m) for the curves, and O(m·n²) where distance counts.
        """
        rows = np.asarray(members, dtype=np.float64)
        count = rows.sum(axis=1)
        some = np.where(count[:, None] > 0, rows, 1.0)
        numbers = self._numbers(given)
        cost = self._service(some, numbers)
        if self.distance is not None:
            km = self.distance.of_parties(self.parties)
            cost = cost + numbers["distance.per_km"] * ways(some > 0, self._sizes, km)[0]
        cost = cost + self.cooperating.yearly(count, cost, below(numbers, "cooperating"))
        return np.where(count > 0, cost, 0.0)

    def once(self, members: Members, given: Given | None = None) -> Floats:
        """Give what groups pay once to start, in kronor; arguments and shapes as in `many`."""
        count = np.asarray(members, dtype=np.float64).sum(axis=1)
        found = self.cooperating.once(count, below(self._numbers(given), "cooperating"))
        return np.broadcast_to(found, (*np.broadcast_shapes(found.shape, count.shape),))

    def cost(self, members: Iterable[str]) -> float:
        """Give what one group costs a year, in kronor.

        Raises:
            InvalidValueError: The group is a text, or has somebody twice.
            UnknownIdError: Somebody is no party.
        """
        return float(self.many(self.group(members)[None, :])[0])

    def group(self, members: Iterable[str]) -> Members:
        """Give a group as a row with True for who is in it; errors are those of `cost`."""
        if isinstance(members, str):
            reason = f"{show(members)} is one name; give a list of names"
            raise InvalidValueError(reason, attribute="members")
        names = list(members)
        found = np.zeros(len(self.parties), dtype=np.bool_)
        for name in names:
            if name not in self.parties:
                raise UnknownIdError.of("party", str(name), self.parties)
            found[self.parties.index(name)] = True
        if found.sum() != len(names):
            raise InvalidValueError("somebody stands twice in the group", attribute="members")
        return found

    def with_numbers(self, numbers: Mapping[str, Decimal]) -> "ServiceCost":
        """Give the same service with other numbers for some assumptions, certain then, by their names.

        Raises:
            UnknownIdError: There is no such assumption.
            InvalidValueError: A number is outside what it may be.
        """
        for name in numbers:
            if name not in self.assumptions:
                raise UnknownIdError.of("assumption", name, self.assumptions)
        pools = [
            attrs.evolve(
                pool,
                curve=with_numbers(pool.curve, numbers, pool.name),
                density=with_numbers(pool.density, numbers, f"{pool.name}.density"),
            )
            for pool in self.pools
        ]
        paid = None
        if self.alone is not None:
            named = zip(self.parties, self.alone, strict=True)
            paid = tuple([with_numbers(each, numbers, f"alone.{party}") for party, each in named])
        parts = {
            name: with_numbers(getattr(self, name), numbers, name)
            for name in ("distance", "harmonisation", "cooperating")
        }
        return attrs.evolve(self, pools=tuple(pools), alone=paid, **parts)

    def of_parties(self, members: Iterable[str]) -> "ServiceCost":
        """Give the same service for some of the parties only, in their order here."""
        chosen = self.group(members)
        places = np.flatnonzero(chosen).tolist()

        def some(values: tuple[Any, ...]) -> tuple[Any, ...]:
            return tuple([values[place] for place in places])

        pools = tuple(
            [
                attrs.evolve(
                    pool,
                    sizes=some(pool.sizes),
                    density=pool.density and attrs.evolve(pool.density, areas=some(pool.density.areas)),
                )
                for pool in self.pools
            ]
        )
        levels = self.harmonisation and attrs.evolve(self.harmonisation, levels=some(self.harmonisation.levels))
        paid = None if self.alone is None else some(self.alone)
        return attrs.evolve(self, parties=some(self.parties), pools=pools, alone=paid, harmonisation=levels)

    @cached_property
    def _sizes(self) -> Floats:
        return np.array([float(size) for size in self.pools[0].sizes])

    def _service(self, rows: Floats, numbers: Numbers) -> Floats:
        """Give what the service itself costs, with harmonisation."""
        cost = sum((pool.cost(rows, numbers) for pool in self.pools), start=np.zeros(()))
        if self.alone is not None:
            each = np.eye(len(self.parties))
            apart = sum((pool.cost(each, numbers) for pool in self.pools), start=np.zeros(()))
            paid = np.stack(np.broadcast_arrays(*[numbers[f"alone.{party}"] for party in self.parties]), axis=-1)
            paid = paid[..., 0, :] if paid.ndim > 1 else paid
            cost = cost / (apart @ rows.T) * (paid @ rows.T)
        if self.harmonisation is not None:
            cost = cost * self.harmonisation.factor(rows, self._sizes, numbers["harmonisation.share"])
        return cost

    def _numbers(self, given: Given | None) -> Numbers:
        own = self.assumptions
        for name in given or {}:
            if name not in own:
                raise UnknownIdError.of("assumption", name, own)
        numbers = {name: np.asarray(float(each.base)) for name, each in own.items()}
        return numbers | {name: np.asarray(value, dtype=np.float64)[:, None] for name, value in (given or {}).items()}

    def __repr__(self) -> str:
        curves = ", ".join(type(pool.curve).__name__ for pool in self.pools)
        return f"<ServiceCost: {len(self.parties)} parties, {curves}>"


def _of(numbers: Mapping[str, Any], name: str, attribute: str) -> Any:
    if name not in numbers:
        raise InvalidValueError(f"there is nothing of {show(name)}; give a number for each party", attribute=attribute)
    return numbers[name]


def _read(numbers: Any, what: str, attribute: str) -> tuple[tuple[str, ...], tuple[Decimal, ...]]:
    if not is_mapping(numbers) or not numbers:
        raise InvalidValueError(f"{show(numbers)} gives no {what}; give {{party: {what}}}", attribute=attribute)
    return tuple(numbers), tuple(
        [as_decimal(value, f"the {what} of {name}", attribute) for name, value in numbers.items()]
    )
