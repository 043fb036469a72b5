"""A split with its reasons: weights, quotas, parts and ties."""

from collections.abc import Hashable
from decimal import Decimal
from fractions import Fraction
from html import escape
from typing import Any, Generic, TypeVar

import attrs

from familjen.amounts.exact import Exact, about, shown
from familjen.amounts.methods import Method
from familjen.amounts.tie import Tie
from familjen.errors import UnknownIdError
from familjen.validators import refuse, show

__all__ = ["Apportionment"]

L = TypeVar("L", bound=Hashable)
A = TypeVar("A", int, Decimal)


def _one_for_each(instance: Any, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if len(value) != len(instance.labels):
        refuse(instance, attribute, f"there are {len(value)} for {len(instance.labels)} labels; give one for each")


def _sum_to_total(instance: Any, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    _one_for_each(instance, attribute, value)
    whole = sum(Fraction(part) for part in value)
    if whole != instance.total:
        refuse(instance, attribute, f"the parts sum to {shown(whole)} and the total is {shown(instance.total)}")


@attrs.frozen(repr=False)
class Apportionment(Generic[L, A]):
    """A total split exactly in proportion to weights (fördelning).

    It is what `familjen.amounts.apportionment` answers. The parts sum to the total, and the quotas say what each part
    would be if it need not be a whole number of units.

    >>> from familjen.amounts import apportionment
    >>> split = apportionment(94_120, {"Alingsås": 42_861, "Vårgårda": 12_472}, unit=1)
    >>> split
    <Apportionment of 94,120 by largest-remainder: 'Alingsås' 72,905, 'Vårgårda' 21,215>
    >>> print(split.explain("Vårgårda"))
    'Vårgårda' gets 21,215 of 94,120.
    Its weight is 12,472 of 55,333, so its quota is ≈ 21,214.55.
    The method largest-remainder, in units of 1, rounds the quota up.
    """

    labels: tuple[L, ...]
    """The parties' labels in the order given; positions from 0 when the weights had no labels."""
    parts: tuple[A, ...] = attrs.field(validator=_sum_to_total)
    """What each party gets or pays, in the measure of the total, which is their sum."""
    total: A = attrs.field(kw_only=True)
    """What was split."""
    weights: tuple[Exact, ...] = attrs.field(kw_only=True, validator=_one_for_each)
    """The weights as given."""
    quotas: tuple[Fraction, ...] = attrs.field(kw_only=True, validator=_one_for_each)
    """The exact shares in the measure of the total: total × weight / sum of weights."""
    unit: A = attrs.field(kw_only=True)
    """The unit that the parts are whole numbers of."""
    method: Method = attrs.field(kw_only=True)
    """The method's name."""
    first_divisor: Fraction | None = attrs.field(default=None, kw_only=True)
    """The first divisor of modified Webster, else None."""
    minimums: tuple[A, ...] = attrs.field(kw_only=True, validator=_one_for_each)
    """Each party's least amount, as a magnitude: zero where none was asked for."""
    ties: tuple[Tie[L], ...] = attrs.field(default=(), kw_only=True)
    """The tie for the last units, if there was one."""

    def as_dict(self) -> dict[L, A]:
        """Give the parts by label."""
        return dict(zip(self.labels, self.parts, strict=True))

    def to_rows(self) -> list[dict[str, Any]]:
        """Give one row a party, for tables: label, weight, quota and part."""
        columns = zip(self.labels, self.weights, self.quotas, self.parts, strict=True)
        return [dict(zip(("label", "weight", "quota", "part"), row, strict=True)) for row in columns]

    def explain(self, label: L) -> str:
        """Say in words how one party's part came about.

        Raises:
            UnknownIdError: When no party has the label; it names labels that look alike.
        """
        if label not in self.labels:
            raise UnknownIdError.of("party", str(label), map(str, self.labels))
        position = self.labels.index(label)
        whole = sum(Fraction(weight) for weight in self.weights)
        quota = about(self.quotas[position], max(0, -int(Decimal(self.unit).as_tuple().exponent)) + 2)
        lines = [
            f"{show(label)} gets {shown(self.parts[position])} of {shown(self.total)}.",
            f"Its weight is {shown(self.weights[position])} of {shown(whole)}, so its quota is {quota}.",
            f"The method {self._method_in_words()}, in units of {shown(self.unit)}, {self._step(position)}.",
            *(f"{tie}: the larger weight goes first, then label order." for tie in self.ties if label in tie.labels),
        ]
        return "\n".join(lines)

    def _method_in_words(self) -> str:
        divisor = "" if self.first_divisor is None else f" with first divisor {shown(self.first_divisor)}"
        return f"{self.method}{divisor}"

    def _step(self, position: int) -> str:
        """Say how the part differs from the quota, both seen as magnitudes."""
        part, quota = abs(Fraction(self.parts[position])), abs(self.quotas[position])
        if part == quota:
            return "leaves the quota as it is"
        if part == self.minimums[position] and part > quota:
            return f"raises the quota to the minimum of {shown(self.minimums[position])}"
        way = "up" if part > quota else "down"
        if abs(part - quota) < self.unit:
            return f"rounds the quota {way}"
        return f"brings the part {way} from the quota by a unit or more, so that all parts sum to the total"

    def __repr__(self) -> str:
        most = 12
        parts = [f"{show(label)} {shown(part)}" for label, part in zip(self.labels[:most], self.parts, strict=False)]
        more = f" and {len(self.labels) - most} more" if len(self.labels) > most else ""
        ties = f"; {self.ties[0]}" if self.ties else ""
        return f"<Apportionment of {shown(self.total)} by {self._method_in_words()}: {', '.join(parts)}{more}{ties}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(str(label))}</td><td>{escape(shown(weight))}</td><td>{shown(part)}</td></tr>"
            for label, weight, part in zip(self.labels, self.weights, self.parts, strict=True)
        )
        head = f"<caption>{shown(self.total)} by {self._method_in_words()}</caption>"
        return f"<table>{head}<tr><th>party</th><th>weight</th><th>part</th></tr>{rows}</table>"
