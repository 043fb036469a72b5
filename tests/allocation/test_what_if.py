"""What if: sensitivity of a bill to its inputs, and the mix of keys that comes closest to given shares."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import ReferenceDate, Source, Statistics, allocate
from familjen.allocation import InputKind, find_mix, sensitivity
from familjen.errors import InvalidValueError, MissingDataError, UnknownIdError
from familjen.model import (
    Agreement,
    AmountLimit,
    CostClause,
    Distribution,
    Equal,
    FixedShares,
    Income,
    Key,
    LegalForm,
    Participation,
    Population,
    Rate,
    TaxCapacity,
    Usage,
)
from familjen.places import Series

TRIO = ["1283", "1260", "1276"]
YEAR_END = ReferenceDate(12, 31, years_before=1)
PEOPLE = Population(YEAR_END)
HEADS = {"1283": 137_909, "1260": 14_962, "1276": 16_917}


def test_one_per_cent_more_people() -> None:
    """A party with one per cent more inhabitants pays exactly what the changed proportion gives, and others less."""
    found = sensitivity(PEOPLE, year=2016, cost=1_000_000, parties=TRIO)
    effect = found.effect("population", "1260")
    own, whole = Fraction(HEADS["1260"]), Fraction(sum(HEADS.values()))
    after = own * Fraction(101, 100) / (whole + own / 100)
    assert effect.changes["1260"] == 1_000_000 * (after - own / whole)
    assert effect.total == 0
    assert effect.kind is InputKind.FIGURE


@given(st.integers(1, 10**9), st.sampled_from([Decimal("0.01"), Decimal("-0.1"), Decimal(1)]))
@settings(max_examples=25, deadline=None)
def test_effects_are_the_difference_of_two_bills(cost: int, step: Decimal) -> None:
    """Each effect sums to the change of the total: the cost's to its rise, all others to nothing."""
    keys = {"equal": Equal()}
    found = sensitivity(PEOPLE, year=2016, cost=cost, parties=TRIO, keys=keys, step=step)
    assert found.effect("cost").total == cost * Fraction(step)
    assert found.effect("equal").total == 0
    for party in TRIO:
        assert found.effect("population", party).total == 0
        assert found.effect(party).total == 0
        assert found.effect(party).changes[party] == -found.base.charge(party).exact
    by_heads = {charge.party: charge.share for charge in found.base.charges}
    assert found.effect("equal").changes == {p: cost * (Fraction(1, 3) - share) for p, share in by_heads.items()}


def test_every_input_is_moved() -> None:
    """Pools, named amounts, and figures that only a limit looks up are inputs too."""
    clause = CostClause.of(
        Income("grants", pool="staff"),
        Distribution(Equal(), pool="staff"),
        Distribution(PEOPLE, pool="rent"),
        AmountLimit(floor=Decimal(2), per_inhabitant=ReferenceDate(12, 31, years_before=2)),
        unit=Decimal(1),
    )
    costs = {"staff": 400_000, "rent": 200_000}
    found = sensitivity(clause, year=2016, cost=costs, amounts={"grants": 1000}, parties=TRIO)
    kinds = [effect.kind for effect in found.effects]
    assert kinds.count(InputKind.COST) == 2
    assert kinds.count(InputKind.AMOUNT) == 1
    assert kinds.count(InputKind.FIGURE) == 3
    assert kinds.count(InputKind.PARTY) == 3
    assert found.effect("grants").total == -10
    assert found.effect("staff").total == 4_000
    assert len(found.to_rows()) == 9 * 3


def test_what_cannot_be_billed_is_said() -> None:
    """Where a key names the party that leaves, the effect has no changes and says why; nothing is left out."""
    shares = FixedShares.of({"1283": Fraction(1, 2), "1260": Fraction(1, 2)})
    found = sensitivity(shares, year=2016, cost=100, parties=["1283", "1260"])
    effect = found.effect("1260")
    assert effect.changes == {}
    assert effect.refused is not None
    assert "1260" in effect.refused
    assert effect.refused in found.text()
    assert "ingen räkning" in found.text("sv")


def test_agreements_rates_and_own_series() -> None:
    """An agreement's parties leave one by one; a rate moves with the payer's own figures; own series are raised."""
    fee = Agreement(
        "fee",
        "Fee",
        LegalForm.CIVIL_LAW,
        parties=tuple(map(Participation, TRIO)),
        cost_clause=CostClause.of(Rate(Decimal(21), YEAR_END)),
    )
    found = sensitivity(fee, year=2016)
    assert found.effect("population", "1260").changes == {"1283": 0, "1260": Fraction(21 * 14_962, 100), "1276": 0}
    assert found.effect("1283").total == -21 * 137_909
    rows = [(code, dt.date(2015, 12, 31), number) for code, number in zip(TRIO, (0, 3, 7), strict=True)]
    own = Statistics.bundled().with_series(Series.from_rows("cases", "cases", Source("Illustrative"), rows))
    cases = sensitivity(Usage("cases", YEAR_END), year=2016, cost=100, parties=TRIO, statistics=own)
    assert [effect.party for effect in cases.effects if effect.kind is InputKind.FIGURE] == ["1260", "1276"]
    assert found._repr_html_().startswith("<table>")
    assert repr(found) == "<Sensitivity 2016: 6 changes, 3 parties>"


@pytest.mark.parametrize("step", [0.01, 1, Decimal(0), Decimal("NaN"), None])
def test_senseless_steps_are_refused(step: Any) -> None:
    """A step is a finite Decimal other than zero."""
    with pytest.raises(InvalidValueError, match="is no step"):
        sensitivity(Equal(), year=2016, cost=1, parties=TRIO, step=step)


def test_a_key_takes_the_place_of_one() -> None:
    """With several distributions nobody knows whose key changes; what was not changed cannot be looked up."""
    both = CostClause.of(Distribution(Equal(), share=Fraction(1, 2)), PEOPLE)
    with pytest.raises(InvalidValueError, match="2 distributions"):
        sensitivity(both, year=2016, cost=100, parties=TRIO, keys={"equal": Equal()})
    with pytest.raises(UnknownIdError):
        sensitivity(Equal(), year=2016, cost=1, parties=TRIO).effect("weather")


KEYS: dict[str, Key] = {
    "equal": Equal(),
    "people": PEOPLE,
    "tax": TaxCapacity(ReferenceDate.fixed(dt.date(2014, 1, 1))),
}


@given(st.integers(0, 20), st.integers(0, 20), st.integers(1, 20))
@settings(max_examples=25, deadline=None)
def test_a_mix_is_found_again(one: int, other: int, third: int) -> None:
    """The shares of a mix are found as that mix, exactly, with nothing misplaced."""
    whole = one + other + third
    weights = dict(zip(KEYS, (Fraction(one, whole), Fraction(other, whole), Fraction(third, whole)), strict=True))
    mixed = sum(
        (weight * key for weight, key in list(zip(weights.values(), KEYS.values(), strict=True))[1:]),
        weights["equal"] * KEYS["equal"],
    )
    parties = [*TRIO, "1214"]
    shares = {charge.party: charge.share for charge in allocate(mixed, year=2016, cost=1, parties=parties).charges}
    found = find_mix(shares, KEYS, year=2016)
    assert found.is_exact
    assert found.weights == weights
    assert found.misplaced == 0
    again = allocate(found.key, year=2016, cost=1, parties=parties)
    assert {charge.party: charge.share for charge in again.charges} == shares


@given(st.lists(st.integers(1, 100), min_size=3, max_size=3))
@settings(max_examples=25, deadline=None)
def test_no_mix_on_a_grid_is_closer(wanted: list[int]) -> None:
    """No mix of two keys on a fine grid comes closer than the one that is found."""
    targets = dict(zip(TRIO, wanted, strict=True))
    found = find_mix(targets, [Equal(), PEOPLE], year=2016)
    shares = [allocate(key, year=2016, cost=1, parties=TRIO).charges for key in (Equal(), PEOPLE)]
    for part in range(101):
        weight = Fraction(part, 100)
        gaps = [
            abs(weight * one.share + (1 - weight) * other.share - Fraction(target, sum(wanted)))
            for one, other, target in zip(*shares, wanted, strict=True)
        ]
        assert max(gaps) >= found.distance
    assert sum(found.weights.values()) == 1
    assert max(abs(found.reached[p] - share) for p, share in found.wanted.items()) == found.distance


def test_it_is_honest_about_the_distance() -> None:
    """The text says how far the best mix is from what was wanted, in both languages, party by party."""
    found = find_mix({"1283": 1, "1260": 1, "1276": 8}, KEYS, year=2016)
    assert not found.is_exact
    assert "comes closer than" in found.text()
    assert "kommer närmare än" in found.text("sv")
    assert "1276" in found.text()
    assert found._repr_html_().startswith("<table>")
    alone = find_mix(HEADS, {"people": PEOPLE, "equal": Equal()}, year=2016)
    assert alone.is_exact
    assert alone.key == PEOPLE
    assert "exactly what was wanted" in alone.text()


@pytest.mark.parametrize(
    ("targets", "keys", "said"),
    [
        ({"1283": 0.5, "1260": 0.5}, KEYS, "Decimal"),
        ({"1283": -1, "1260": 2}, KEYS, "zero or more"),
        ({"1283": 0}, KEYS, "zero"),
        ({}, KEYS, "no weights"),
        ([1, 2], KEYS, "not a mapping"),
        ({"1283": 1}, {}, "there is no key"),
        ({"1283": 1}, {"a": 3}, "is not a key"),
        ({"1283": 1}, [Population()], "does not say"),
    ],
)
def test_senseless_targets_are_refused(targets: Any, keys: Any, said: str) -> None:
    """Floats, negative and empty targets, and what is no key are refused."""
    with pytest.raises(InvalidValueError, match=said):
        find_mix(targets, keys, year=2016)


def test_missing_figures_are_named() -> None:
    """A key without figures for the year names the nearest days."""
    with pytest.raises(MissingDataError, match="nearest"):
        find_mix({"1283": 1, "1260": 2}, [PEOPLE], year=2050)
