"""What a service costs by size (kostnadskurva)."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

import attrs
import numpy as np
from numpy.typing import ArrayLike, NDArray

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.assumption import Assumption, limits_of
from familjen.scale.curves.sizes import need_mapping, plain, read_floats, read_positive, read_range, read_sizes
from familjen.validators import is_text

__all__ = ["CostCurve", "Floats", "Given"]

Floats = NDArray[np.float64]
Given = Mapping[str, Floats]
"""Other numbers for parameters, by name: arrays that broadcast against the sizes."""

_STEPS = 4_000
_SWEDISH = {
    "inhabitants": "invånare",
    "cases": "ärenden",
    "pupils": "elever",
    "children": "barn",
    "households": "hushåll",
    "hours": "timmar",
    "calls": "samtal",
    "employees": "anställda",
}


@attrs.frozen(repr=False)
class CostCurve(ABC):
    """What a service costs a year, in kronor, by the size of what it serves (kostnadskurva).

    A kind of curve gives its formula in `at`; all else follows. Sizes are above zero, in ``unit``. Parameters are
    assumptions: each may have a range, and what is said of the curve without other numbers holds at their base.
    """

    unit: str = attrs.field(default="inhabitants", kw_only=True, validator=is_text)
    """What size is counted in."""
    observed: tuple[Decimal, Decimal] | None = attrs.field(default=None, kw_only=True, converter=read_range)
    """The least and the largest size that the curve was made from; ``None`` where nobody says."""

    formula: ClassVar[str]
    """The formula, with N for the size."""

    @abstractmethod
    def at(self, sizes: Floats, given: Given) -> Floats:
        """Give the cost at sizes above zero, with a number for each parameter, in arrays that broadcast."""

    @abstractmethod
    def text(self, lang: str = "en") -> str:
        """Say in a sentence what it costs, in English (``"en"``) or Swedish (``"sv"``)."""

    def parameters(self) -> dict[str, Assumption]:
        """Give each parameter by its name."""
        fields = ((field.name, getattr(self, field.name)) for field in attrs.fields(type(self)))
        return {name: value for name, value in fields if isinstance(value, Assumption)}

    def limits(self) -> dict[str, tuple[float, float]]:
        """Give from what to what each parameter may range, by its name."""
        own = self.parameters()
        fields = attrs.fields(type(self))
        return {field.name: limits_of(field.validator) for field in fields if field.name in own}

    def with_parameters(self, numbers: Mapping[str, Decimal]) -> "CostCurve":
        """Give the same curve with other numbers for some parameters, certain then.

        Raises:
            UnknownIdError: There is no such parameter.
            InvalidValueError: A number is outside what it may be.
        """
        own = self.parameters()
        _need_known(numbers, own)
        changed: dict[str, Any] = {
            name: attrs.evolve(own[name], base=number, low=None, high=None) for name, number in numbers.items()
        }
        return attrs.evolve(self, **changed)

    def total(self, size: ArrayLike, given: Given | None = None) -> Any:
        """Give the cost a year, in kronor: a float for a size, an array for an array of sizes.

        Args:
            size: Size or sizes, above zero.
            given: Other numbers for some parameters than their base, by name, in arrays that broadcast against the
                sizes: of shape (k, 1) for sizes of shape (m,) they give costs of shape (k, m).

        Raises:
            InvalidValueError: A size is not above zero or not finite, a number is outside what its parameter may be,
                or the cost goes beyond 10^308.
            UnknownIdError: There is no such parameter.
        """
        sizes = self.need_sizes(size)
        with np.errstate(over="ignore", invalid="ignore"):
            found = self.at(sizes, self._numbers({} if given is None else given))
        if not np.isfinite(found).all():
            reason = f"the cost at a size up to {sizes.max():g} goes beyond 10^308; give costs in a larger unit"
            raise InvalidValueError(reason, attribute="size")
        return plain(found)

    def average(self, size: ArrayLike) -> Any:
        """Give the cost a year of each unit of size, in kronor; errors as in `total`."""
        return plain(self.total(size) / self.need_sizes(size))

    def marginal(self, size: ArrayLike) -> Any:
        """Give what one more unit of size adds a year, in kronor: C(N + 1) − C(N); errors as in `total`."""
        return self.total(self.need_sizes(size) + 1) - self.total(size)

    def growth(self, sizes: Floats) -> Floats:
        """Give N · dC/dN, in kronor: what the cost would grow by until size has doubled, if it went on as at N.

        A kind without a formula gives the slope of a straight line from 0.1 % below the size to 0.1 % above.
        """
        step = 1e-3
        return np.asarray((self.total(sizes * (1 + step)) - self.total(sizes * (1 - step))) / (2 * step))

    def cost_elasticity(self, size: ArrayLike) -> Any:
        """Give by how many per cent the total cost grows when the size grows by one: dC/dN · N/C.

        Below 1 there are economies of scale; less 1 it is the elasticity of the cost per unit of size.

        Raises:
            InvalidValueError: As in `total`, or the cost there is zero, of which there are no per cent.
        """
        sizes = self.need_sizes(size)
        total = np.asarray(self.total(sizes))
        if (total <= 0).any():
            reason = f"the cost at a size of {sizes[total <= 0].flat[0]:g} is zero, of which there are no per cent"
            raise InvalidValueError(reason, attribute="size")
        return plain(self.growth(sizes) / total)

    def minimum_efficient_scale(self, largest: float, *, within: float = 0.05) -> float | None:
        """Give the least size whose average cost is within 5 % of the least average up to the largest size.

        Of the sizes that 4,000 equal steps in logarithms reach, from 1 (or the least observed) to the largest. Where
        the average falls all the way, the answer grows with the largest size: it then says nothing of the curve alone.
        ``None`` where no size but the largest is within that share.

        Args:
            largest: The largest size to look at.
            within: The share above the least average that still counts as efficient.

        Raises:
            InvalidValueError: The largest size is not above the least, or the share not above zero.

        Source: Bain, "Economies of scale, concentration, and the condition of entry in twenty manufacturing
        industries", American Economic Review 44 (1954), on the notion.
        """
        least = Decimal(1) if self.observed is None else self.observed[0]
        top, share = read_positive(largest, "the largest size", "largest"), read_positive(within, "it", "within")
        if top <= least:
            reason = f"the largest size is {top}; give a number above {least}, where the search begins"
            raise InvalidValueError(reason, attribute="largest")
        sizes = np.geomspace(float(least), float(top), _STEPS + 1)
        average = self.average(sizes)
        first = int((average <= average.min() * (1 + float(share))).argmax())
        return None if first == _STEPS else float(sizes[first])

    def proven_subadditive(self) -> bool:
        """Tell whether the formula proves that one provider never costs more than two that share its size.

        ``False`` says that it does not, and nothing more: see `familjen.scale.subadditivity`, which tries.
        """
        return False

    def is_extrapolated(self, size: ArrayLike) -> Any:
        """Tell whether a size lies outside the sizes that the curve was made from: a bool, or an array of them.

        Raises:
            InvalidValueError: A size is not above zero or not finite.
        """
        sizes = self.need_sizes(size)
        if self.observed is None:
            outside = np.zeros(sizes.shape, dtype=np.bool_)
        else:
            outside = (sizes < float(self.observed[0])) | (sizes > float(self.observed[1]))
        return plain(outside)

    def need_sizes(self, size: ArrayLike) -> Floats:
        """Read sizes.

        Raises:
            InvalidValueError: One is not above zero, or no finite number.
        """
        return read_sizes(size, self.unit)

    def unit_in(self, lang: str) -> str:
        """Say what size is counted in: common units in the language, others as they are written."""
        return _SWEDISH.get(self.unit, self.unit) if lang == "sv" else self.unit

    def _numbers(self, given: Given) -> dict[str, Floats]:
        """Give a number for each parameter: what is given, and else the base."""
        _need_known(given, own := self.parameters())
        numbers: dict[str, Floats] = {name: np.asarray(float(each.base)) for name, each in own.items()}
        limits = self.limits() if given else {}
        for name, value in given.items():
            numbers[name] = found = read_floats(value, name)
            low, high = limits[name]
            wrong = ~(np.isfinite(found) & (found >= low) & (found <= high))
            if wrong.any():
                reason = f"{name} is {found[wrong].flat[0]:g}; give finite numbers from {low:g} to {high:g}"
                raise InvalidValueError(reason, attribute="given")
        return numbers

    def __repr__(self) -> str:
        said = [f"{name} {each}" for name, each in self.parameters().items()]
        return f"<{type(self).__name__}: {', '.join([*said, self.unit])}>"


def _need_known(numbers: Mapping[str, Any], own: Mapping[str, Assumption]) -> None:
    need_mapping(numbers)
    for name in numbers:
        if name not in own:
            raise UnknownIdError.of("parameter", str(name), own)
