"""Keys made of other keys."""

from fractions import Fraction
from typing import Any

import attrs

from familjen.language import listed, say, worded
from familjen.model.keys.key import Key, nested
from familjen.model.kinds import register
from familjen.validators import is_a, is_identifier, is_share, is_whole, refuse, tuple_of

__all__ = ["Frozen", "Group", "PhaseIn", "Product", "Subset", "TwoLevel"]


def _is_some(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if not value:
        refuse(instance, attribute, "is empty; give at least one")


def _are_several(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if len(value) < 2:  # noqa: PLR2004 - a product has two factors at least
        refuse(instance, attribute, "a product has at least two factors; use the key itself, or add another")


def _is_shares(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    tuple_of(is_share)(instance, attribute, value)


@register
@attrs.frozen
class Product(Key):
    """Each party is weighed by one key times another, such as inhabitants × tax capacity (produktnyckel)."""

    factors: tuple[Key, ...] = attrs.field(validator=[tuple_of(is_a(Key)), _are_several])
    """The keys whose weights are multiplied, two at least."""

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        times = worded(lang, ", times ", ", gånger ")
        return times.join(nested(key, lang) for key in self.factors)


@attrs.frozen
class Group:
    """Some parties that together carry a fixed part, shared among them by a key of their own (grupp av parter)."""

    share: Fraction = attrs.field(validator=is_share)
    """The group's part of the whole."""
    key: Key = attrs.field(validator=is_a(Key))
    """How the group shares its part."""
    parties: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of the parties; empty for all that are in no other group."""


@register
@attrs.frozen
class TwoLevel(Key):
    """The cost is first parted between groups and then inside each of them (tvåstegsfördelning).

    >>> from familjen.model import Equal, Population
    >>> half = Fraction(1, 2)
    >>> TwoLevel((Group(half, Equal(), parties=("12",)), Group(half, Population()))).text()[:60]
    '50 % carried by 12 in equal parts and 50 % carried by the ot'
    """

    groups: tuple[Group, ...] = attrs.field(validator=[tuple_of(Group), _is_some])
    """The groups, whose parts should come to one."""

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        said = [
            f"{say(group.share, lang)} {worded(lang, 'carried by', 'bärs av')} "
            f"{listed(group.parties, lang) or worded(lang, 'the others', 'övriga')} {nested(group.key, lang)}"
            for group in self.groups
        ]
        return listed(said, lang)


@register
@attrs.frozen
class Subset(Key):
    """Only some of the parties carry the cost (delmängd av parter)."""

    parties: tuple[str, ...] = attrs.field(validator=[tuple_of(is_identifier), _is_some])
    """Ids of the parties that carry it; the others carry nothing."""
    key: Key = attrs.field(validator=is_a(Key))
    """How these share it."""

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        only = worded(lang, "among only", "bland enbart")
        return f"{nested(self.key, lang)} {only} {listed(self.parties, lang)}"


@register
@attrs.frozen
class PhaseIn(Key):
    """One key gives way to another over some years (infasning).

    >>> from familjen.model import Equal, Population
    >>> change = PhaseIn(Equal(), Population(), 2027, (Fraction(1, 3), Fraction(2, 3)))
    >>> change.share_of_new(2026), change.share_of_new(2028), change.share_of_new(2029)
    (Fraction(0, 1), Fraction(2, 3), Fraction(1, 1))
    """

    old: Key = attrs.field(validator=is_a(Key))
    """The key before."""
    new: Key = attrs.field(validator=is_a(Key))
    """The key that takes its place."""
    first_year: int = attrs.field(validator=is_whole(1862, 9999))
    """The first year in which the new key counts."""
    shares: tuple[Fraction, ...] = attrs.field(validator=_is_shares)
    """How much is shared by the new key in that year and those after it; then all is."""

    def share_of_new(self, year: int) -> Fraction:
        """Give the new key's part in a year."""
        if year < self.first_year:
            return Fraction(0)
        step = year - self.first_year
        return self.shares[step] if step < len(self.shares) else Fraction(1)

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        years = ", ".join(f"{self.first_year + number}: {say(share, lang)}" for number, share in enumerate(self.shares))
        during = f" ({years})" if years else ""
        full = self.first_year + len(self.shares)
        return worded(
            lang,
            f"{nested(self.old, lang)}, giving way to {nested(self.new, lang)}{during}, wholly from {full}",
            f"{nested(self.old, lang)}, som övergår till {nested(self.new, lang)}{during}, helt från {full}",
        )


@register
@attrs.frozen
class Frozen(Key):
    """A key as it was for an earlier year (låst nyckel).

    A rescue federation shares the years 2027 to 2029 by the population of 31 December 2025, which is that of two years
    before the first: ``Frozen(Population(ReferenceDate(12, 31, years_before=2)), 2027)``.
    """

    key: Key = attrs.field(validator=is_a(Key))
    """The key."""
    year: int = attrs.field(validator=is_whole(1862, 9999))
    """The year for which it is weighed, whichever year is billed."""

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        return nested(self.key, lang) + worded(lang, f", as for {self.year}", f", låst vid {self.year} års värde")
