"""What a service costs for any group of parties that does it together (tjänstekostnad)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.assumption import Assumed, Assumption, assumed, from_to
from familjen.scale.cooperating import Cooperating
from familjen.scale.curves import CostCurve, PowerCurve
from familjen.scale.curves.sizes import need_mapping
from familjen.scale.distance import Distance, ways
from familjen.scale.harmonisation import Harmonisation
from familjen.scale.naming import Given, Numbers, assumptions_of, below, with_numbers
from familjen.scale.pool import CostPool
from familjen.scale.reading import are_parties, each_of, names_in, read_given, read_members, read_sizes
from familjen.validators import one_of, optional, show, tuple_of

__all__ = ["ServiceCost", "need_service"]

Floats = NDArray[np.float64]
Members = NDArray[np.bool_]

_CURVE = "curve"
_TAKEN = ("alone", "cooperating", "discounting", "distance", "harmonisation")
"""What other assumptions are called by, which no pool may be."""


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

    parties: tuple[str, ...] = attrs.field(validator=are_parties)
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
            InvalidValueError: There are no parties, a size is not above zero, a party pays less than nothing or
                nobody says what, or neither curve nor what is paid today is given.
            UnknownIdError: Somebody pays something who has no size.
        """
        parties, numbers = read_sizes(sizes)
        if curve is None and alone is None:
            reason = "nothing says what the service costs; give a curve, or what each party pays today (alone=)"
            raise InvalidValueError(reason, attribute="curve")
        paid = None if alone is None else tuple(map(assumed, each_of(alone, parties, "cost today", "alone")))
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
        if len(set(names)) != len(names) or any("." in name or name in _TAKEN for name in names):
            reason = (
                f"the pools are called {', '.join(map(show, names))}; give each a name of its own without a point, "
                f"other than {', '.join(_TAKEN)}"
            )
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
            InvalidValueError: The groups are no rows of bools, one for each party; numbers are no rows of one length
                or not finite; a cost goes beyond 10^308; or what is paid today is known and the curves say zero.

        Complexity: O(k·m) for the curves, and O(m·n²) where distance counts.
        """
        rows = read_members(members, len(self.parties))
        numbers, draws = self._numbers(given)
        count = rows.sum(axis=1)
        some = np.where(count[:, None] > 0, rows, 1.0)
        with np.errstate(over="ignore", invalid="ignore"):
            cost = self._service(some, numbers)
            if self.distance is not None:
                km = self.distance.of_parties(self.parties)
                cost = cost + numbers["distance.per_km"] * ways(some > 0, self._sizes, km)[0]
            cost = cost + self.cooperating.yearly(count, cost, below(numbers, "cooperating"))
        found = np.where(count > 0, cost, np.zeros((*draws, len(rows))))
        if not np.isfinite(found).all():
            reason = "a cost goes beyond 10^308; give costs or sizes in a larger unit"
            raise InvalidValueError(reason, attribute="service")
        return found

    def once(self, members: Members, given: Given | None = None) -> Floats:
        """Give what groups pay once to start, in kronor; arguments, shapes and errors as in `many`."""
        rows = read_members(members, len(self.parties))
        numbers, draws = self._numbers(given)
        found = self.cooperating.once(rows.sum(axis=1), below(numbers, "cooperating"))
        return found + np.zeros((*draws, len(rows)))

    def cost(self, members: Iterable[str]) -> float:
        """Give what one group costs a year, in kronor.

        Raises:
            InvalidValueError: The group is a text, or has somebody twice.
            UnknownIdError: Somebody is no party.
        """
        return float(self.many(self.group(members)[None, :])[0])

    def group(self, members: Iterable[str]) -> Members:
        """Give a group as a row with True for who is in it; errors are those of `cost`."""
        names = names_in(members, "members")
        found = np.zeros(len(self.parties), dtype=np.bool_)
        for name in names:
            if name not in self.parties:
                raise UnknownIdError.of("party", str(name), self.parties)
            found[self.parties.index(name)] = True
        if found.sum() != len(names):
            twice = next(name for place, name in enumerate(names) if name in names[:place])
            raise InvalidValueError(f"{show(twice)} stands twice in the group", attribute="members")
        return found

    def with_numbers(self, numbers: Mapping[str, Decimal]) -> "ServiceCost":
        """Give the same service with other numbers for some assumptions, certain then, by their names.

        Raises:
            UnknownIdError: There is no such assumption.
            InvalidValueError: A number is outside what it may be, or they are not by name.
        """
        need_mapping(numbers)
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
            base = np.einsum("...i,mi->...m", apart, rows)
            if (base <= 0).any():
                reason = "the curves say that a group costs nothing, so that nothing says how what is paid changes"
                raise InvalidValueError(reason, attribute="alone")
            cost = cost / base * np.einsum("...i,mi->...m", paid, rows)
        if self.harmonisation is not None:
            cost = cost * self.harmonisation.factor(rows, self._sizes, numbers["harmonisation.share"])
        return cost

    def _numbers(self, given: Given | None) -> tuple[Numbers, tuple[int, ...]]:
        """Give a number for each assumption, its base unless given, and how many sets there are: () or (k,)."""
        numbers, draws = read_given(given, self.assumptions)
        return {name: np.asarray(float(each.base)) for name, each in self.assumptions.items()} | numbers, draws

    def __repr__(self) -> str:
        curves = ", ".join(type(pool.curve).__name__ for pool in self.pools)
        return f"<ServiceCost: {len(self.parties)} parties, {curves}>"


def need_service(given: Any) -> None:
    """Refuse what is no service.

    Raises:
        InvalidValueError: It is none.
    """
    if not isinstance(given, ServiceCost):
        raise InvalidValueError(f"{show(given)} is no ServiceCost; make one with ServiceCost.of", attribute="service")
