"""Keys whose figures are looked up in statistics."""

from typing import Any

import attrs

from familjen.dates import ReferenceDate
from familjen.language import worded
from familjen.model.keys.key import Key
from familjen.model.kinds import register
from familjen.validators import is_identifier, is_text, is_whole, one_of, optional, refuse

__all__ = ["Population", "TaxBase", "TaxCapacity", "Usage", "on_day"]


def _is_not_below_from(instance: "Population", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if value is not None and instance.from_age is not None and value < instance.from_age:
        refuse(instance, attribute, f"{value} is below the youngest age counted, {instance.from_age}")


@register
@attrs.frozen
class Population(Key):
    """Each party carries a part in proportion to its inhabitants (efter invånarantal).

    Those of some ages only need a series of your own, called ``population_6_15``, ``population_65_and_over`` or
    ``population_up_to_5``: see `series`.

    >>> print(Population(ReferenceDate(12, 31, years_before=2)).reference)
    31 December two years before
    >>> Population(from_age=6, to_age=15).series
    'population_6_15'
    """

    reference: ReferenceDate | None = attrs.field(default=None, validator=optional(one_of(ReferenceDate)))
    """The day on which inhabitants are counted; ``None`` when the agreement does not say: then whoever bills must."""
    from_age: int | None = attrs.field(default=None, kw_only=True, validator=optional(is_whole(0, 130)))
    """The youngest that are counted, in years; ``None`` for all from birth."""
    to_age: int | None = attrs.field(
        default=None, kw_only=True, validator=[optional(is_whole(0, 130)), _is_not_below_from]
    )
    """The oldest that are counted, in years; ``None`` for all."""

    @property
    def series(self) -> str:
        """The variable that is looked up."""
        if self.from_age is None:
            return "population" if self.to_age is None else f"population_up_to_{self.to_age}"
        until = "and_over" if self.to_age is None else str(self.to_age)
        return f"population_{self.from_age}_{until}"

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        return f"{worded(lang, 'by number of inhabitants', 'efter invånarantal')}{self.ages(lang)}{on_day(self, lang)}"

    def ages(self, lang: str = "en") -> str:
        """Say which ages are counted; nothing where all are."""
        if self.from_age is None:
            if self.to_age is None:
                return ""
            return worded(lang, f" aged up to {self.to_age}", f" till och med {self.to_age} år")
        if self.to_age is None:
            return worded(lang, f" aged {self.from_age} and over", f" från {self.from_age} år")
        return worded(lang, f" aged {self.from_age} to {self.to_age}", f" {self.from_age}–{self.to_age} år")


@register
@attrs.frozen
class Usage(Key):
    """Each party carries a part in proportion to what it has used: cases, hours, flow, pupils (nyttjande).

    >>> Usage("cases", ReferenceDate(12, 31, years_before=1), over_years=3).text()
    'by cases on 31 December the year before, added up over 3 years'
    """

    series: str = attrs.field(validator=is_identifier)
    """The variable that is looked up: a series of the statistics given to `familjen.allocate`."""
    reference: ReferenceDate | None = attrs.field(default=None, validator=optional(one_of(ReferenceDate)))
    """The day under which the figure is filed; ``None`` when the agreement does not say."""
    over_years: int = attrs.field(default=1, kw_only=True, validator=is_whole(1, 50))
    """Over how many years figures are added up, the last being that of the reference date."""
    what: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """What is counted, in the agreement's words; ``None`` where the series' name says it."""

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        name = self.series if self.what is None else f"{self.what} [{self.series}]"
        years = ""
        if self.over_years > 1:
            years = worded(lang, f", added up over {self.over_years} years", f", sammanlagt under {self.over_years} år")
        return f"{worded(lang, 'by', 'efter')} {name}{on_day(self, lang)}{years}"


@register
@attrs.frozen
class TaxBase(Key):
    """Each party carries a part in proportion to its tax base: inhabitants × tax capacity (skatteunderlag).

    The figures are ``tax_base_per_inhabitant`` on its reference day times ``population`` on ``counted``.
    """

    reference: ReferenceDate | None = attrs.field(default=None, validator=optional(one_of(ReferenceDate)))
    """The day of the tax base per inhabitant; 1 January in the bundled statistics."""
    counted: ReferenceDate | None = attrs.field(default=None, validator=optional(one_of(ReferenceDate)))
    """The day on which inhabitants are counted."""

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        counted = on_day(Population(self.counted), lang)
        inhabitants = worded(lang, "inhabitants counted", "invånare räknade")
        return f"{worded(lang, 'by tax base', 'efter skatteunderlag')}{on_day(self, lang)}, {inhabitants}{counted}"


@register
@attrs.frozen
class TaxCapacity(Key):
    """Each party carries a part in proportion to its tax base per inhabitant (skattekraft)."""

    reference: ReferenceDate | None = attrs.field(default=None, validator=optional(one_of(ReferenceDate)))
    """The day of the tax base per inhabitant; 1 January in the bundled statistics."""

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        return f"{worded(lang, 'by tax capacity', 'efter skattekraft')}{on_day(self, lang)}"


def on_day(key: "Population | Usage | TaxBase | TaxCapacity", lang: str) -> str:
    """Say on which day a key's figures are taken."""
    if key.reference is None:
        return worded(lang, " (the agreement does not say on which day)", " (avtalet anger inte vilken dag)")
    return f"{worded(lang, ' on ', ' den ')}{key.reference.text(lang)}"
