"""Terms beside a clause's steps: who pays for part of a year, when invoices fall due, what the clause depends on."""

import enum
from decimal import Decimal
from typing import Any

import attrs

from familjen.dates import ReferenceDate
from familjen.language import say, worded
from familjen.model.keys.measured import Population, on_day
from familjen.validators import is_bool, is_positive_amount, is_text, one_of, optional, refuse, tuple_of

__all__ = ["Condition", "ConditionKind", "ExitSettlement", "Invoicing", "MembershipTerms", "PartOfYear", "Vat"]


class PartOfYear(enum.StrEnum):
    """What a party pays for the year in which it joins or leaves (avgift för del av år)."""

    BY_DAY = "by-day"
    """For its days as a party (per dag)."""
    BY_MONTH = "by-month"
    """For each month in which it is a party on some day (per påbörjad månad)."""
    WHOLE_YEAR = "whole-year"
    """For the whole year (helår)."""
    NOTHING = "nothing"
    """Nothing for that year (ingen avgift)."""


class ExitSettlement(enum.StrEnum):
    """What a party that leaves takes with it (utträdesuppgörelse)."""

    NONE = "none"
    """Nothing (ingen)."""
    CAPITAL_SHARE = "capital-share"
    """Its share of equity by the entry capital (andel av eget kapital)."""
    AGREED_BY_ALL = "agreed-by-all"
    """What all parties agree on (efter överenskommelse mellan alla)."""


_PART = {
    PartOfYear.BY_DAY: ("by the day", "per dag"),
    PartOfYear.BY_MONTH: ("for each month begun", "per påbörjad månad"),
    PartOfYear.WHOLE_YEAR: ("for the whole year", "för hela året"),
    PartOfYear.NOTHING: ("nothing for that year", "ingenting för det året"),
}
_EXIT = {
    ExitSettlement.NONE: ("takes nothing out", "får inget ut"),
    ExitSettlement.CAPITAL_SHARE: ("takes out its share of equity by entry capital", "får ut sin andel av kapitalet"),
    ExitSettlement.AGREED_BY_ALL: ("takes out what all parties agree on", "får ut det som alla parter enas om"),
}


@attrs.frozen
class MembershipTerms:
    """What a party pays that joins or leaves, on entry and during the year (villkor vid in- och utträde).

    How long before it must give notice is the agreement's `Notice`. What a key weighs it by counts for that part of
    the year; bounds of shares and groups' parts are those of a whole year, so that who is there all year may carry
    more.
    """

    joining: PartOfYear = attrs.field(default=PartOfYear.BY_DAY, kw_only=True, validator=one_of(PartOfYear))
    """What it pays for the year in which it joins."""
    leaving: PartOfYear = attrs.field(default=PartOfYear.BY_DAY, kw_only=True, validator=one_of(PartOfYear))
    """What it pays for the year in which it leaves."""
    entry_capital: Decimal | None = attrs.field(default=None, kw_only=True, validator=optional(is_positive_amount))
    """Capital paid on entry, per inhabitant (insats); ``None`` when there is none."""
    counted: ReferenceDate | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(ReferenceDate)))
    """The day on which inhabitants are counted for the entry capital; ``None`` when the agreement does not say."""
    exit: ExitSettlement | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(ExitSettlement)))
    """What a party that leaves takes out; ``None`` when the agreement does not say."""

    def text(self, lang: str = "en") -> str:
        """Say it in words."""
        sv = lang == "sv"
        joining, leaving = _PART[self.joining][sv], _PART[self.leaving][sv]
        said = worded(
            lang,
            f"A party that joins during a year pays {joining}; one that leaves, {leaving}.",
            f"En part som tillträder under ett år betalar {joining}; en som utträder, {leaving}.",
        )
        if self.entry_capital is not None:
            day = on_day(Population(self.counted), lang)
            amount = say(self.entry_capital, lang)
            said += worded(
                lang,
                f" On entry it pays in a capital of {amount} kr per inhabitant{day}.",
                f" Vid inträde betalas ett kapital om {amount} kr per invånare{day}.",
            )
        elif self.counted is not None:
            day = self.counted.text(lang)
            said += worded(lang, f" Inhabitants are counted on {day}.", f" Invånare räknas den {day}.")
        if self.exit is not None:
            said += worded(
                lang, f" A party that leaves {_EXIT[self.exit][0]}.", f" En part som utträder {_EXIT[self.exit][1]}."
            )
        return said


class Vat(enum.StrEnum):
    """Whether amounts include value-added tax (moms)."""

    EXCLUSIVE = "exclusive"
    """Without it (exklusive moms)."""
    INCLUSIVE = "inclusive"
    """With it (inklusive moms)."""


def _is_yearly(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    tuple_of(ReferenceDate)(instance, attribute, value)
    if not value:
        refuse(instance, attribute, "is empty; give the day of at least one invoice")
    if len(set(value)) != len(value):
        refuse(instance, attribute, "the same day stands twice; keep one")
    if any(day.years_before is None for day in value):
        refuse(instance, attribute, "a fixed day comes once; give days of each year, such as ReferenceDate(3, 31, ...)")


@attrs.frozen
class Invoicing:
    """When the year's amount is invoiced (fakturering).

    >>> quarterly = Invoicing(tuple(ReferenceDate(month, 1, years_before=0) for month in (1, 4, 7, 10)))
    >>> len(quarterly.due)
    4
    """

    due: tuple[ReferenceDate, ...] = attrs.field(validator=_is_yearly)
    """The day of each instalment; the instalments are equal, to the clause's unit."""
    preliminary: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether they are preliminary, by the budget, and reconciled with the outcome."""
    reconciled: ReferenceDate | None = attrs.field(
        default=None, kw_only=True, validator=optional(one_of(ReferenceDate))
    )
    """The day of the reconciliation (avräkning), counted back from the year after; ``None`` when nobody has said."""

    def text(self, lang: str = "en") -> str:
        """Say it in words."""
        days = ", ".join(day.text(lang) for day in self.due)
        said = worded(lang, f"Invoiced in equal instalments on {days}", f"Faktureras i lika delar den {days}")
        if self.preliminary:
            said += worded(lang, "; preliminary, by the budget", "; preliminärt enligt budget")
        if self.reconciled is not None:
            said += worded(
                lang,
                f"; reconciled with the outcome on {self.reconciled.text('en')}, seen from the year after",
                f"; avräkning mot utfall den {self.reconciled.text('sv')}, räknat från året efter",
            )
        return f"{said}."


class ConditionKind(enum.StrEnum):
    """What sort of condition a clause depends on (typ av villkor)."""

    ALL_APPROVE = "all-approve"
    """It holds only if all parties approve (alla måste godkänna)."""
    MAJORITY = "majority"
    """It holds if a majority approves (majoritetsbeslut)."""
    OPT_IN = "opt-in"
    """It holds for parties that choose it (frivilligt tillval)."""
    OPT_OUT = "opt-out"
    """It holds for parties that do not decline (frånval)."""
    CHOICE = "choice"
    """A party may choose between ways to pay (valfrihet för part)."""
    OTHER = "other"
    """Something else (annat)."""


@attrs.frozen
class Condition:
    """What a clause depends on and no calculation can decide, shown with every statement (villkor)."""

    kind: ConditionKind = attrs.field(validator=one_of(ConditionKind))
    """What sort of condition it is."""
    words: str = attrs.field(validator=is_text)
    """The condition in words."""

    def text(self, lang: str = "en") -> str:
        """Say it in words; they are those of the clause's author in either language."""
        kinds = {
            ConditionKind.ALL_APPROVE: ("all must approve", "alla måste godkänna"),
            ConditionKind.MAJORITY: ("a majority must approve", "majoritet krävs"),
            ConditionKind.OPT_IN: ("opt-in", "tillval"),
            ConditionKind.OPT_OUT: ("opt-out", "frånval"),
            ConditionKind.CHOICE: ("the party's choice", "partens val"),
            ConditionKind.OTHER: ("other", "övrigt"),
        }
        return f"{worded(lang, 'Condition', 'Villkor')} ({worded(lang, *kinds[self.kind])}): {self.words}"
