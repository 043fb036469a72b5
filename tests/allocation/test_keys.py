"""Each key gives the shares that its formula gives, reckoned here on its own in plain fractions."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from familjen import ReferenceDate, Source, Statistics, allocate
from familjen.allocation import Occasion, weigh
from familjen.errors import InvalidValueError, MissingDataError, UnknownIdError
from familjen.model import (
    Bound,
    Bounded,
    Equal,
    Figure,
    Figures,
    FixedShares,
    Frozen,
    Group,
    HistoricalBudgets,
    Holding,
    Key,
    Mix,
    OwnershipShares,
    Part,
    PhaseIn,
    Population,
    Product,
    Share,
    SizeRebate,
    SizeTier,
    Subset,
    TaxBase,
    TaxCapacity,
    Tier,
    Tiered,
    TwoLevel,
    Usage,
)
from familjen.places import Series

few = settings(max_examples=40, deadline=None)
IDS = ("a", "b", "c", "d")
YEAR_END = ReferenceDate(12, 31, years_before=1)
JANUARY = ReferenceDate(1, 1, years_before=0)
PEOPLE = Population(YEAR_END)
Numbers = Sequence[Fraction | int]

counts = st.lists(st.integers(1, 10**6), min_size=4, max_size=4)
parts = st.fractions(0, 1, max_denominator=20)


def known(**series: tuple[dt.date, Sequence[int]]) -> Statistics:
    """Give statistics of the four, by series: a day and a figure for each."""
    figures = Statistics.bundled()
    for name, (day, numbers) in series.items():
        unit = {"population": "inhabitants", "tax_base_per_inhabitant": "SEK"}.get(name, name)
        rows = [(code, day, number) for code, number in zip(IDS, numbers, strict=True)]
        figures = figures.with_series(Series.from_rows(name, unit, Source("Made up"), rows))
    return figures


def people(numbers: Sequence[int]) -> Statistics:
    """Give statistics with so many inhabitants at the end of 2019."""
    return known(population=(dt.date(2019, 12, 31), numbers))


def shares_of(key: Key, figures: Statistics, year: int = 2020, **more: Any) -> list[Fraction]:
    """Give the shares by a key."""
    return list(weigh(key, Occasion(IDS, year, figures, **more)).shares)


def normal(weights: Numbers) -> list[Fraction]:
    """Give weights as parts of their sum."""
    return [Fraction(weight) / sum(weights) for weight in weights]


@given(counts)
@few
def test_measured_keys(numbers: list[int]) -> None:
    """Population, usage and tax capacity share in proportion to their figures; equal parts do not look."""
    figures = known(
        population=(dt.date(2019, 12, 31), numbers),
        cases=(dt.date(2019, 12, 31), numbers[::-1]),
        tax_base_per_inhabitant=(dt.date(2020, 1, 1), numbers),
        population_6_15=(dt.date(2019, 12, 31), numbers[::-1]),
    )
    assert shares_of(PEOPLE, figures) == normal(numbers)
    assert shares_of(Population(YEAR_END, from_age=6, to_age=15), figures) == normal(numbers[::-1])
    assert shares_of(Usage("cases", YEAR_END), figures) == normal(numbers[::-1])
    assert shares_of(TaxCapacity(JANUARY), figures) == normal(numbers)
    assert shares_of(TaxBase(JANUARY, YEAR_END), figures) == normal([number * number for number in numbers])
    assert shares_of(Equal(), figures) == [Fraction(1, 4)] * 4


@given(counts, counts)
@few
def test_usage_is_added_up_over_years(one: list[int], other: list[int]) -> None:
    """Usage over two years is the sum of both years' figures."""
    rows = [(code, dt.date(2019, 12, 31), number) for code, number in zip(IDS, one, strict=True)]
    rows += [(code, dt.date(2018, 12, 31), number) for code, number in zip(IDS, other, strict=True)]
    figures = Statistics.bundled().with_series(Series.from_rows("cases", "cases", Source("Made up"), rows))
    both = [a + b for a, b in zip(one, other, strict=True)]
    assert shares_of(Usage("cases", YEAR_END, over_years=2), figures) == normal(both)


@given(counts)
@few
def test_keys_with_figures_of_their_own(numbers: list[int]) -> None:
    """Figures, budgets, fixed shares and holdings share as they say, whatever the order in which they are given."""
    figures = Statistics.bundled()
    given_ = dict(zip(IDS, numbers, strict=True))
    backwards = dict(reversed(given_.items()))
    fixed = dict(zip(IDS, normal(numbers), strict=True))
    budgets = tuple(Figure(code, Decimal(number)) for code, number in backwards.items())
    holdings = tuple(Holding(code, share) for code, share in fixed.items())
    assert shares_of(Figures.of("hours", backwards), figures) == normal(numbers)
    assert shares_of(HistoricalBudgets(2018, budgets), figures) == normal(numbers)
    assert shares_of(FixedShares.of(fixed), figures) == normal(numbers)
    assert shares_of(OwnershipShares(holdings=holdings), figures) == normal(numbers)
    assert shares_of(OwnershipShares(), figures, owners=holdings) == normal(numbers)


@given(counts, parts, parts)
@few
def test_mixes_products_and_phases(numbers: list[int], one: Fraction, other: Fraction) -> None:
    """A mix adds shares with weights, also inside another; a product multiplies; a phase-in moves by the year."""
    figures = people(numbers)
    by_heads = normal(numbers)
    inner = Mix((Part(one, Equal()), Part(1 - one, PEOPLE)))
    mixed = [one / 4 + (1 - one) * share for share in by_heads]
    assert shares_of(inner, figures) == mixed
    outer = Mix((Part(other, inner), Part(1 - other, PEOPLE)))
    assert shares_of(outer, figures) == [other * a + (1 - other) * b for a, b in zip(mixed, by_heads, strict=True)]
    assert shares_of(Product((PEOPLE, PEOPLE, Equal())), figures) == normal([n * n for n in numbers])
    change = PhaseIn(Equal(), PEOPLE, 2020, (one, other))
    assert shares_of(change, figures) == [(1 - one) / 4 + one * share for share in by_heads]
    assert shares_of(Frozen(change, 2020), figures, year=2031) == shares_of(change, figures)


@given(counts, parts)
@few
def test_groups_and_subsets(numbers: list[int], share: Fraction) -> None:
    """A group carries its part whatever the others weigh; who is outside a subset carries nothing."""
    figures = people(numbers)
    levels = TwoLevel((Group(share, Equal(), parties=("d", "b")), Group(1 - share, PEOPLE)))
    rest = numbers[0] + numbers[2]
    assert shares_of(levels, figures) == [
        (1 - share) * Fraction(numbers[0], rest),
        share / 2,
        (1 - share) * Fraction(numbers[2], rest),
        share / 2,
    ]
    assert shares_of(Subset(("c", "a"), PEOPLE), figures) == [
        Fraction(numbers[0], rest),
        0,
        Fraction(numbers[2], rest),
        0,
    ]


@given(counts, st.integers(0, 10**6), st.integers(0, 10**6), parts, parts)
@few
def test_rebates_and_tiers(numbers: list[int], one: int, other: int, low: Fraction, high: Fraction) -> None:
    """A rebate takes its part of the weight above a size; tiers count each bracket by its own weight."""
    first, second = sorted((one, other))
    assume(first != second)
    figures = people(numbers)
    tiers = (SizeTier(Decimal(first), low), SizeTier(Decimal(second), high))
    left = [1 - (high if n > second else low if n > first else 0) for n in numbers]
    if any(left):
        assert shares_of(SizeRebate(Equal(), PEOPLE, tiers), figures) == normal(left)
    brackets = (Tier(Decimal(0), Fraction(1)), Tier(Decimal(second), high))
    if second:
        weights = [min(n, second) + high * max(0, n - second) for n in numbers]
        assert shares_of(Tiered(PEOPLE, brackets), figures) == normal(weights)


@given(counts, parts, parts)
@few
def test_bounds(numbers: list[int], one: Fraction, other: Fraction) -> None:
    """Bounded shares hold their bounds and sum to one; those inside keep their proportions; else it is refused."""
    low, high = sorted((one / 4, Fraction(1, 4) + 3 * other / 4))
    key = Bounded(PEOPLE, (Bound(minimum=low, maximum=high),))
    found = shares_of(key, people(numbers))
    assert sum(found) == 1
    assert all(low <= share <= high for share in found)
    free = {share / weight for share, weight in zip(found, numbers, strict=True) if low < share < high}
    assert len(free) <= 1
    own = Bounded(PEOPLE, (Bound(party="a", maximum=Fraction(0)), Bound(minimum=low)))
    assert shares_of(own, people(numbers))[0] == 0


BAD: list[tuple[Key, str]] = [
    (FixedShares.of({"a": Fraction(1)}), "no fixed share for b, c, d"),
    (FixedShares.of(dict.fromkeys(IDS, Fraction(1, 3))), "come to 4/3, not to 1"),
    (FixedShares((*(Share(i, Fraction(1, 4)) for i in IDS), Share("a", Fraction(0)))), "'a' has two fixed shares"),
    (Figures.of("hours", {**dict.fromkeys(IDS, 1), "e": 1}), "a figure for e, who is not billed"),
    (Figures.of("hours", dict.fromkeys(IDS, 0)), "weighs every party zero"),
    (Mix((Part(Fraction(1, 2), Equal()),)), "come to 1/2, not to 1"),
    (Mix(()), "come to 0, not to 1"),
    (TwoLevel((Group(Fraction(1, 2), Equal()),)), "come to 1/2, not to 1"),
    (TwoLevel((Group(Fraction(1), Equal(), parties=("a",)),)), "b, c, d is in no group"),
    (TwoLevel((Group(Fraction(1), Equal(), parties=(*IDS, "e")),)), "e is not billed"),
    (TwoLevel((Group(Fraction(1, 2), Equal()), Group(Fraction(1, 2), Equal()))), "two groups are for all others"),
    (TwoLevel((Group(Fraction(1, 2), Equal(), parties=IDS), Group(Fraction(1, 2), Equal()))), "others is empty"),
    (
        TwoLevel(
            (
                Group(Fraction(1, 2), Equal(), parties=("a", "b")),
                Group(Fraction(1, 2), Equal(), parties=("b", "c", "d")),
            )
        ),
        "b is in two groups",
    ),
    (Subset(("a", "e"), Equal()), "e carries a part and is not billed"),
    (Bounded(Equal(), (Bound(), Bound())), "all parties have two bounds"),
    (Bounded(Equal(), (Bound(party="a"), Bound(party="a"))), "'a' has two bounds"),
    (Bounded(Equal(), (Bound(party="e"),)), "a bound for 'e', who is not billed"),
    (Bounded(Equal(), (Bound(minimum=Fraction(1, 3)),)), "floors come to 4/3"),
    (Bounded(Equal(), (Bound(maximum=Fraction(1, 5)),)), "caps leave 1/5 of 1 to nobody"),
    (OwnershipShares(), "nobody is said to own anything"),
    (OwnershipShares(holdings=(Holding("a", Fraction(1, 2)), Holding("a", Fraction(1, 2)))), "two holdings"),
    (OwnershipShares(holdings=(Holding("e", Fraction(1)),)), "weighs every party zero"),
    (Population(), "does not say on which day inhabitants are counted"),
    (TaxCapacity(), "does not say on which day the tax base is taken"),
    (Usage("population"), "does not say on which day population is taken"),
    (Usage("population", ReferenceDate(2, 29, years_before=0), over_years=2), "has no 29 February"),
]


@pytest.mark.parametrize(("key", "said"), BAD, ids=map(str, range(len(BAD))))
def test_senseless_keys_are_refused(key: Key, said: str) -> None:
    """A key that cannot share among these parties is refused by the step's number, with what is wrong."""
    rows = [(code, day, 1) for code in IDS for day in (dt.date(2020, 2, 29),)]
    figures = Statistics.bundled().with_series(Series.from_rows("population", "inhabitants", Source("Made up"), rows))
    with pytest.raises(InvalidValueError, match=r"step 1 \(distribution\): .*" + said.replace("(", r"\(")):
        allocate(key, year=2020, cost=100, parties=list(IDS), statistics=figures)


def test_missing_figures_are_named() -> None:
    """A party or day without a figure, and a series that nobody knows, are named with the nearest there are."""
    figures = people([1, 2, 3, 4])
    with pytest.raises(MissingDataError, match="nearest is 2019-12-31"):
        shares_of(PEOPLE, figures, year=2022)
    with pytest.raises(UnknownIdError, match="casses"):
        shares_of(Usage("casses", YEAR_END), figures)
    with pytest.raises(UnknownIdError, match="'e'"):
        weigh(PEOPLE, Occasion((*IDS, "e"), 2020, figures))
