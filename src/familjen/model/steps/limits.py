"""Steps that hold the parties' amounts within limits, and test them against the cost."""

from decimal import Decimal
from typing import Any, ClassVar

import attrs

from familjen.dates import ReferenceDate
from familjen.language import say, worded
from familjen.model.keys.measured import Population, on_day
from familjen.model.kinds import register
from familjen.model.steps.step import Phase, Step
from familjen.validators import is_bool, is_identifier, is_nonnegative_amount, one_of, optional, refuse

__all__ = ["OTHERS", "OUTSIDE", "AmountLimit", "MaxChange", "SelfCostTest"]

OTHERS = "others"
"""The remainder is carried by the other parties, in proportion to their amounts."""
OUTSIDE = "outside"
"""The remainder is paid from outside, such as from equity: the total changes by it."""


def _is_not_below_floor(instance: "AmountLimit", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if value is not None and instance.floor is not None and value < instance.floor:
        refuse(instance, attribute, f"the cap {value} is below the floor {instance.floor}; exchange them")


@register
@attrs.frozen
class AmountLimit(Step):
    """No party pays less than a floor or more than a cap; someone finances the rest (golv och tak för avgiften).

    >>> AmountLimit(floor=Decimal(50_000)).text()
    'Each party pays at least 50,000 kr; the others carry the difference in proportion to their amounts.'
    """

    phase: ClassVar[Phase | None] = Phase.BILL
    floor: Decimal | None = attrs.field(default=None, kw_only=True, validator=optional(is_nonnegative_amount))
    """The least amount, in the agreement's currency; ``None`` when there is none."""
    cap: Decimal | None = attrs.field(
        default=None, kw_only=True, validator=[optional(is_nonnegative_amount), _is_not_below_floor]
    )
    """The largest amount; ``None`` when there is none."""
    per_inhabitant: ReferenceDate | None = attrs.field(
        default=None, kw_only=True, validator=optional(one_of(ReferenceDate))
    )
    """The day on which inhabitants are counted, where limits are per inhabitant; ``None`` where they are per party."""
    financed_by: str = attrs.field(default=OTHERS, kw_only=True, validator=is_identifier)
    """Who carries the difference: ``"others"``, ``"outside"``, or the id of a party, which itself has no limit."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        limits = [
            f"{word} {say(limit, lang)} kr"
            for word, limit in (
                (worded(lang, "at least", "minst"), self.floor),
                (worded(lang, "at most", "högst"), self.cap),
            )
            if limit is not None
        ] or [worded(lang, "any amount", "vilket belopp som helst")]
        per = ""
        if self.per_inhabitant is not None:
            day = on_day(Population(self.per_inhabitant), lang)
            per = worded(lang, " per inhabitant", " per invånare") + day
        said = f"{worded(lang, 'Each party pays', 'Varje part betalar')} {worded(lang, ' and ', ' och ').join(limits)}"
        return f"{said}{per}; {_financing(self.financed_by, lang)}."


@register
@attrs.frozen
class MaxChange(Step):
    """No party's amount per inhabitant changes by more than a limit in a year (högsta årliga förändring).

    The state's equalisation of 2020 caps the yearly loss at 250 kronor per inhabitant (prop. 2019/20:11).
    """

    phase: ClassVar[Phase | None] = Phase.BILL
    per_inhabitant: Decimal = attrs.field(validator=is_nonnegative_amount)
    """The largest change from the year before, in the agreement's currency per inhabitant."""
    reference: ReferenceDate = attrs.field(validator=one_of(ReferenceDate))
    """The day on which inhabitants are counted."""
    upward_only: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether only rises are limited."""
    financed_by: str = attrs.field(default=OTHERS, kw_only=True, validator=is_identifier)
    """Who carries the difference: ``"others"``, ``"outside"``, or the id of a party, which itself has no limit."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        day = on_day(Population(self.reference), lang)
        amount = say(self.per_inhabitant, lang)
        verb = worded(lang, "rises", "stiger") if self.upward_only else worded(lang, "changes", "ändras")
        return worded(
            lang,
            f"In a year no party's amount {verb} by more than {amount} kr per inhabitant{day}; "
            f"{_financing(self.financed_by, lang)}.",
            f"På ett år {verb} ingen parts belopp med mer än {amount} kr per invånare{day}; "
            f"{_financing(self.financed_by, lang)}.",
        )


@register
@attrs.frozen
class SelfCostTest(Step):
    """The statement says whether the parties together pay more than the actual cost (självkostnadsprövning).

    Whoever bills gives it as the amount ``actual_cost``, and nothing is changed. KL 2:6: fees not above the cost of
    the service. Whether a payment between municipalities is such a fee depends on the service.
    """

    phase: ClassVar[Phase | None] = Phase.BILL

    def text(self, lang: str = "en") -> str:
        """Say in words what it does."""
        return worded(
            lang,
            "The amounts together are tested against the actual cost (self-cost).",
            "Beloppen tillsammans prövas mot den verkliga kostnaden (självkostnad).",
        )


def _financing(by: str, lang: str) -> str:
    if by == OTHERS:
        return worded(
            lang,
            "the others carry the difference in proportion to their amounts",
            "övriga bär skillnaden i proportion till sina belopp",
        )
    if by == OUTSIDE:
        return worded(lang, "the difference is paid from outside", "skillnaden betalas utifrån")
    return worded(lang, f"{by} carries the difference", f"{by} bär skillnaden")
