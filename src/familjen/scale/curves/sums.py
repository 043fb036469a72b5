"""Costs of several parts of one size (summa av kostnadskurvor)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, cast

import attrs
import numpy as np
from numpy.typing import ArrayLike

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.assumption import Assumption
from familjen.scale.curves.curve import CostCurve, Floats, Given
from familjen.scale.curves.sizes import need_mapping, plain, read_pairs, read_range
from familjen.validators import is_identifier, is_text, refuse, show

__all__ = ["SumOfCurves"]

Part = tuple[str, CostCurve]


def _read(parts: Any) -> tuple[Part, ...]:
    """Read parts from a mapping or from pairs."""
    found = tuple(read_pairs(parts, "parts", "(name, curve)"))
    for name, curve in found:
        if not isinstance(curve, CostCurve):
            reason = f"part {show(name)} is {show(curve)}, which is no CostCurve; give one, such as FixedVariable"
            raise InvalidValueError(reason, attribute="parts")
    return found


def _unit(curve: Any) -> str:
    return cast("str", curve.parts[0][1].unit)


def _observed(curve: Any) -> tuple[Decimal, Decimal] | None:
    """Give the sizes that all parts that say so were observed at; ``None`` where nobody says, or there are none."""
    known: list[tuple[Decimal, Decimal]] = [part.observed for _, part in curve.parts if part.observed is not None]
    least, largest = max((each[0] for each in known), default=None), min((each[1] for each in known), default=None)
    return None if least is None or largest is None or least > largest else (least, largest)


@attrs.frozen(repr=False)
class SumOfCurves(CostCurve):
    """A cost of several parts, each with a curve of its own over the same size (summa av kostnadskurvor).

    Parts have names; a parameter is called by its part: ``staff.minimum``. The sum is extrapolated where a part is.

    Raises:
        InvalidValueError: There are no parts, a name is no id without a point or stands twice, a part is no curve, or
            parts count size in different units.

    >>> from familjen.scale.curves import FixedVariable, MinimumStaffing
    >>> staff = MinimumStaffing(2, demand=0.5, capacity=1_600, cost=720_000)
    >>> curve = SumOfCurves({"staff": staff, "system": FixedVariable(300_000, 10)})
    >>> curve.total(8_000), sorted(curve.parameters())[-2:]
    (2540000.0, ['system.fixed', 'system.variable'])
    """

    parts: tuple[Part, ...] = attrs.field(converter=_read)
    """Name and curve of each part."""
    unit: str = attrs.field(default=attrs.Factory(_unit, takes_self=True), kw_only=True, validator=is_text)
    """What size is counted in: the parts' unit."""
    observed: tuple[Decimal, Decimal] | None = attrs.field(
        default=attrs.Factory(_observed, takes_self=True), kw_only=True, converter=read_range
    )
    """The least and the largest size that all parts were made from."""

    formula: ClassVar[str] = "C(N) = the sum of the parts' C(N)"

    def __attrs_post_init__(self) -> None:
        attribute: Any = attrs.fields(type(self)).parts
        names: list[str] = []
        for name, part in self.parts:
            is_identifier(self, attribute, name)
            if "." in name or name in names:
                why = "holds a point, which parts a name from its parameter" if "." in name else "stands twice"
                refuse(self, attribute, f"the name {show(name)} {why}; give each part a name of its own")
            if part.unit != self.unit:
                refuse(self, attribute, f"part {name!r} counts {part.unit}, not {self.unit}; give them one unit")
            names.append(name)

    def at(self, sizes: Floats, given: Given) -> Floats:
        """Give the cost at sizes above zero, with a number for each parameter."""
        found: Any = np.zeros(())
        for name, part in self.parts:
            found = found + part.at(sizes, self._below(name, given))
        return cast("Floats", found)

    def parameters(self) -> dict[str, Assumption]:
        """Give each parameter by its part and name, such as ``staff.minimum``."""
        return {f"{name}.{own}": each for name, part in self.parts for own, each in part.parameters().items()}

    def limits(self) -> dict[str, tuple[float, float]]:
        """Give from what to what each parameter may range, by its part and name."""
        return {f"{name}.{own}": each for name, part in self.parts for own, each in part.limits().items()}

    def with_parameters(self, numbers: Mapping[str, Decimal]) -> "SumOfCurves":
        """Give the same curve with other numbers for some parameters, certain then; errors as for any curve."""
        own = self.parameters()
        need_mapping(numbers)
        for name in numbers:
            if name not in own:
                raise UnknownIdError.of("parameter", str(name), own)
        parts = [(name, part.with_parameters(self._below(name, numbers))) for name, part in self.parts]
        return attrs.evolve(self, parts=tuple(parts))

    def growth(self, sizes: Floats) -> Floats:
        """Give N · dC/dN, in kronor: the sum of the parts'."""
        return np.asarray(sum(part.growth(sizes) for _, part in self.parts))

    def proven_subadditive(self) -> bool:
        """Tell whether one provider never costs more than two: where that is proven of each part."""
        return all(part.proven_subadditive() for _, part in self.parts)

    def is_extrapolated(self, size: ArrayLike) -> Any:
        """Tell whether a size lies outside the sizes that the curve or a part was made from."""
        sizes = self.need_sizes(size)
        found = np.asarray(super().is_extrapolated(sizes))
        for _, part in self.parts:
            found = found | part.is_extrapolated(sizes)
        return plain(found)

    def text(self, lang: str = "en") -> str:
        """Say what each part costs, a sentence each."""
        return " ".join([f"{name}: {part.text(lang)}" for name, part in self.parts])

    @staticmethod
    def _below(name: str, numbers: Mapping[str, Any]) -> dict[str, Any]:
        """Give the numbers of a part, by the rest of their names."""
        start = f"{name}."
        return {key.removeprefix(start): value for key, value in numbers.items() if key.startswith(start)}
