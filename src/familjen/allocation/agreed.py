"""Weighing by figures that the agreement itself gives."""

from collections.abc import Iterable
from fractions import Fraction

from familjen.allocation.basis import Basis, weighs
from familjen.allocation.occasion import Occasion
from familjen.amounts.vector import Vector
from familjen.errors import InvalidValueError
from familjen.model import Equal, Figure, Figures, FixedShares, HistoricalBudgets, Key, OwnershipShares

__all__ = ["by_budgets", "by_figures", "by_fixed_shares", "by_ownership", "equally"]


@weighs(Equal)
def equally(key: Equal, occasion: Occasion) -> Basis:
    """Weigh every party the same."""
    return Basis(Vector((1,) * len(occasion.parties)), "parts", key=key)


@weighs(FixedShares)
def by_fixed_shares(key: FixedShares, occasion: Occasion) -> Basis:
    """Weigh by shares that come to one and are given for each party."""
    shares = _one_each(((share.party, share.share) for share in key.shares), "fixed share", "shares", occasion)
    total = sum(shares.values())
    if total != 1:
        raise InvalidValueError(f"the fixed shares come to {total}, not to 1; nothing is scaled", attribute="shares")
    return Basis(Vector.of([shares[party] for party in occasion.parties]), "fixed share", key=key)


@weighs(Figures)
def by_figures(key: Figures, occasion: Occasion) -> Basis:
    """Weigh by the figures that are given, one for each party."""
    return _by_given(key, key.figures, key.what, "figure", occasion)


@weighs(HistoricalBudgets)
def by_budgets(key: HistoricalBudgets, occasion: Occasion) -> Basis:
    """Weigh by the budgets that are given, one for each party."""
    return _by_given(key, key.budgets, f"budget {key.year}", "budget", occasion)


def _by_given(key: Key, given: tuple[Figure, ...], of: str, name: str, occasion: Occasion) -> Basis:
    figures = _one_each(((figure.party, Fraction(figure.value)) for figure in given), name, f"{name}s", occasion)
    return Basis(Vector.of([figures[party] for party in occasion.parties]), of, key=key)


@weighs(OwnershipShares)
def by_ownership(key: OwnershipShares, occasion: Occasion) -> Basis:
    """Weigh by what each party owns; one that owns nothing weighs nothing."""
    holdings = key.holdings or occasion.owners
    if not holdings:
        reason = "nobody is said to own anything; give the key its holdings, or the agreement its owners"
        raise InvalidValueError(reason, attribute="holdings")
    owned: dict[str, Fraction] = {}
    for holding in holdings:
        if holding.owner in owned:
            raise InvalidValueError(f"{holding.owner!r} has two holdings; keep one", attribute="holdings")
        owned[holding.owner] = holding.share
    return Basis(Vector.of([owned.get(party, Fraction(0)) for party in occasion.parties]), "holding", key=key)


def _one_each(
    given: Iterable[tuple[str, Fraction]], name: str, attribute: str, occasion: Occasion
) -> dict[str, Fraction]:
    figures: dict[str, Fraction] = {}
    for party, figure in given:
        if party in figures:
            raise InvalidValueError(f"party {party!r} has two {name}s; keep one", attribute=attribute)
        if figure < 0:
            raise InvalidValueError(f"the {name} of {party!r} is negative: {figure}", attribute=attribute)
        figures[party] = figure
    strangers = sorted(set(figures) - set(occasion.parties))
    if strangers:
        raise InvalidValueError(f"a {name} for {', '.join(strangers)}, who is not billed", attribute=attribute)
    without = [party for party in occasion.parties if party not in figures]
    if without:
        reason = f"no {name} for {', '.join(without)}; give 0 if it pays nothing"
        raise InvalidValueError(reason, attribute=attribute)
    return figures
