"""What each party is weighed by: a key and a year turned into exact numbers."""

import datetime as dt
from fractions import Fraction

import attrs

from familjen.dates import ReferenceDate
from familjen.errors import InvalidValueError
from familjen.model.clause import Equal, FixedShares, Population, Rate, Split
from familjen.model.source import Source
from familjen.places import Statistics

__all__ = ["Basis", "weigh"]


@attrs.frozen
class Basis:
    """The exact weights by which a cost is shared, and where they come from (fördelningsgrund)."""

    weights: tuple[Fraction, ...]
    """A weight for each party, in the parties' order."""
    of: str
    """What is weighed: ``"inhabitants"``, ``"parts"`` or ``"fixed share"``."""
    day: dt.date | None = None
    """The day that the figures are of; ``None`` where no figures are used."""
    stated: bool = True
    """Whether the clause itself says the reference date, rather than whoever bills."""
    source: Source | None = None
    """Where the figures come from."""


def weigh(
    split: Split, parties: tuple[str, ...], *, year: int, statistics: Statistics, reference: ReferenceDate | None
) -> Basis:
    """Weigh each party by the key, for the year that is billed.

    Raises:
        InvalidValueError: The key needs a reference date that neither clause nor caller gives, both give one, or fixed
            shares do not fit the parties or do not come to one.
        MissingDataError: There is no figure for a party on that day.
    """
    if isinstance(split, Equal):
        _no_reference(reference, "equal parts need no reference date")
        return Basis((Fraction(1),) * len(parties), "parts")
    if isinstance(split, FixedShares):
        _no_reference(reference, "fixed shares need no reference date")
        return Basis(_fixed(split, parties), "fixed share")
    rule, stated = _reference(split, reference)
    day = rule.resolve(year)
    weights = tuple(Fraction(statistics.value("population", party, day)) for party in parties)
    return Basis(weights, "inhabitants", day, stated, statistics.source("population", parties[0], day))


def _no_reference(reference: ReferenceDate | None, why: str) -> None:
    if reference is not None:
        raise InvalidValueError(f"{why}; leave it out", attribute="reference")


def _reference(split: Population | Rate, reference: ReferenceDate | None) -> tuple[ReferenceDate, bool]:
    if split.reference is None and reference is None:
        reason = (
            "the clause does not say on which day inhabitants are counted; "
            "give reference=, such as ReferenceDate(12, 31, years_before=1), and it is shown as your assumption"
        )
        raise InvalidValueError(reason, attribute="reference")
    if split.reference is not None and reference is not None and reference != split.reference:
        reason = f"the clause itself counts inhabitants on {split.reference}; leave reference= out or change the clause"
        raise InvalidValueError(reason, attribute="reference")
    if split.reference is not None:
        return split.reference, True
    assert reference is not None  # noqa: S101 - the first case took care of it
    return reference, False


def _fixed(split: FixedShares, parties: tuple[str, ...]) -> tuple[Fraction, ...]:
    shares: dict[str, Fraction] = {}
    for share in split.shares:
        if share.party in shares:
            raise InvalidValueError(f"party {share.party!r} has two fixed shares; keep one", attribute="shares")
        if share.share < 0:
            raise InvalidValueError(f"the share of {share.party!r} is negative: {share.share}", attribute="shares")
        shares[share.party] = share.share
    strangers = sorted(set(shares) - set(parties))
    if strangers:
        raise InvalidValueError(f"a fixed share for {', '.join(strangers)}, who is not billed", attribute="shares")
    without = [party for party in parties if party not in shares]
    if without:
        raise InvalidValueError(
            f"no fixed share for {', '.join(without)}; give 0 if it pays nothing", attribute="shares"
        )
    total = sum(shares.values())
    if total != 1:
        raise InvalidValueError(f"the fixed shares come to {total}, not to 1; nothing is scaled", attribute="shares")
    return tuple(shares[party] for party in parties)
