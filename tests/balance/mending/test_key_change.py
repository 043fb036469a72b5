"""What the smallest change of a key promises."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from familjen.balance import Balance, Entry, Kind, Ledger, balance
from familjen.balance.mending import Impossible, KeyChange, Proposal, smallest_key_change
from familjen.balance.mending.charges import Charges
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.optimise import minimise

NAMES = ("Bjuv", "Klippan", "Svalöv", "Åstorp")
YEARS = (2024, 2025, 2026)
CASES = st.integers(1, 4).flatmap(
    lambda size: st.tuples(
        st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=size, max_size=size),
        st.lists(st.integers(-5, 30), min_size=size, max_size=size),
    )
)
Case = tuple[list[list[int]], list[int]]


def of_case(case: Case, **prices: Any) -> Balance:
    """Make a balance of fees by party and year, and something else at the end."""
    fees, others = case
    rows = [
        Entry(name, year, "Fee", paid=fee, kind="charge")
        for name, mine in zip(NAMES, fees, strict=False)
        for year, fee in zip(YEARS, mine, strict=True)
    ]
    rows += [
        Entry(name, 2026, "Other", paid=max(0, -net), received=max(0, net))
        for name, net in zip(NAMES, others, strict=False)
    ]
    return balance(Ledger.of(rows), **prices)


def changed(found: KeyChange | Impossible) -> KeyChange:
    """Give the change, where there is one."""
    assert isinstance(found, KeyChange)
    return found


def least_change(before: Balance) -> Fraction:
    """Give the least change by a linear program in up, down and slack for each party, solved exactly."""
    charges = Charges.of(before, "Fee", 2024, 2026)
    shares, able = charges.shares(), charges.able()
    whole = sum((charges.factor(year) * total for year, total in charges.totals.items()), Fraction(0))
    size = len(shares)
    zero, one = Fraction(0), Fraction(1)
    rows, right = [[one] * size + [-one] * size + [zero] * 2 * size], [zero]
    for place, (party, share) in enumerate(shares.items()):
        for sign, slack, bound in ((one, 2, able[party] / whole - share), (-one, 3, share)):
            row = [zero] * 4 * size
            row[place], row[size + place], row[slack * size + place] = sign, -sign, one
            rows.append(row)
            right.append(bound)
    return minimise([one] * 2 * size + [zero] * 2 * size, rows, right).value


@given(CASES)
@settings(max_examples=60, deadline=None)
def test_everyone_is_whole_and_no_smaller_change_would_do(case: Case) -> None:
    """Applied, nobody is behind; each year's charges are the same; and the change is that of a linear program."""
    fees, others = case
    assume(any(map(any, fees)))
    before = of_case(case)
    found = smallest_key_change(before, "Fee")
    totals = [other - sum(mine) for other, mine in zip(others, fees, strict=True)]
    impossible = (sum(totals) < 0 or min(others) < 0) and min(totals) < 0
    assert isinstance(found, Impossible) == impossible
    assume(not impossible)
    after = changed(found).apply()
    assert after.behind() == ()
    for year in YEARS:
        assert sum(after.net(party, year) - before.net(party, year) for party in before.parties) == 0
    assert sum(changed(found).shares.values()) == 1
    if min(totals) < 0:
        assert changed(found).change == least_change(before)
    again = changed(smallest_key_change(after, "Fee"))
    assert (again.lines, again.change) == ((), 0)


@given(CASES, st.sampled_from(["0.03", "-0.02", "0.5"]))
@settings(max_examples=60, deadline=None)
def test_prices_hold(case: Case, rate: str) -> None:
    """With a rate, nobody is behind either and no smaller change would do, or it is said why that cannot be."""
    fees, others = case
    assume(any(map(any, fees)))
    before = of_case(case, rate=Decimal(rate))
    growth = 1 + Fraction(rate)
    worth = [sum(Fraction(fee) / growth**place for place, fee in enumerate(mine)) for mine in fees]
    able = [other / growth**2 for other in others]
    to_spare = sum(able) - sum(worth)
    found = smallest_key_change(before, "Fee")
    if all(most >= fee for most, fee in zip(able, worth, strict=True)):
        assert changed(found).change == 0
    elif min(able) < 0 or to_spare < 0:
        assert isinstance(found, Impossible)
        assert (found.reason is None) == (min(able) >= 0)
    elif isinstance(found, Impossible):  # a krona counts for most in the first year, or in the last one
        assert "in whole units" in found.explain()
        assert to_spare < len(able) * max(1, growth**-2)
    else:
        assert found.change == least_change(before)
        assert found.apply().behind() == ()
        assert found.apply().ledger.unit == before.ledger.unit


def test_with_a_rate_the_key_is_known() -> None:
    """At a rate of a half, 18 received two years later are worth 8: that is what Bjuv can be charged of 20."""
    before = of_case(([[10, 0, 0], [10, 0, 0]], [18, 90]), rate=Decimal("0.5"))
    found = changed(smallest_key_change(before, "Fee"))
    assert found.shares == {"Bjuv": Fraction(2, 5), "Klippan": Fraction(3, 5)}
    assert found.change == least_change(before) == Fraction(1, 5)
    assert found.apply().cumulative("Bjuv") == 0


@given(CASES, st.randoms())
@settings(max_examples=30, deadline=None)
def test_the_order_of_parties_does_not_matter(case: Case, random: Any) -> None:
    """The same entries in another order give the same key."""
    assume(any(map(any, case[0])))
    before = of_case(case)
    rows = list(before.ledger)
    random.shuffle(rows)
    one, other = smallest_key_change(before, "Fee"), smallest_key_change(balance(Ledger.of(rows)), "Fee")
    if isinstance(one, KeyChange):
        assert changed(other).shares == one.shares
    else:
        assert isinstance(other, Impossible)


def test_earlier_years_stay_as_they_are() -> None:
    """From a year on, only the charges of that year and later ones are split anew."""
    before = of_case(([[4, 4, 4], [4, 4, 4]], [10, 20]))
    found = changed(smallest_key_change(before, "Fee", from_year=2025))
    assert found.years == (2025, 2026)
    assert found.shares == {"Bjuv": Fraction(6, 16), "Klippan": Fraction(10, 16)}
    after = found.apply()
    assert after.net("Bjuv", 2024) == before.net("Bjuv", 2024)
    assert after.cumulative("Bjuv") == 0


def test_it_tells_itself() -> None:
    """A change is told in both languages, as rows, text and HTML."""
    found = changed(smallest_key_change(of_case(([[100, 100, 100], [100, 100, 100]], [200, 500])), "Fee"))
    assert found.explain() == (
        "Another key for Fee, 2024 to 2026, makes everyone whole by 2026. Shares change by 33.33 % in all, up and "
        "down; less would not do.\nBjuv: 50.00 % becomes 33.33 %, 100 kr less.\n"
        "Klippan: 50.00 % becomes 66.67 %, 100 kr more."
    )
    assert "Bjuv: 50,00 % blir 33,33 %, 100 kr mindre." in found.explain("sv")
    assert found.to_rows()[0] == {"party": "Bjuv", "before": Fraction(1, 2), "share": Fraction(1, 3), "amount": 100}
    assert repr(found) == "<KeyChange of Fee by 2026: 33.33 % in all>"
    assert str(found).splitlines()[2].split() == ["Bjuv", "50.00", "%", "33.33", "%", "100"]
    assert "<th>New share</th>" in found._repr_html_()
    assert {each.kind for each in found.ledger()} == {Kind.TRANSFER}
    assert isinstance(found, Proposal)


def test_who_keeps_its_share_is_not_mentioned() -> None:
    """A party whose share and charges stay the same is left out of the words, and stands in the table."""
    fees = [[6, 0, 0], [6, 0, 0], [6, 0, 0]]
    found = changed(smallest_key_change(of_case((fees, [4, 6, 9])), "Fee"))
    assert found.explain().splitlines()[1:] == [
        "Bjuv: 33.33 % becomes 22.22 %, 2 kr less.",
        "Svalöv: 33.33 % becomes 44.44 %, 2 kr more.",
    ]
    assert [row["amount"] for row in found.to_rows()] == [2, 0, -2]


def test_nothing_to_mend_changes_nothing() -> None:
    """Where everyone is whole, no share changes and no entry is made."""
    found = changed(smallest_key_change(of_case(([[1, 1, 1]], [9])), "Fee"))
    assert (found.change, len(found.ledger()), found.years) == (0, 0, ())
    assert found.explain() == "Nobody is behind at the end of 2026."


def test_who_is_behind_for_other_reasons_cannot_be_helped() -> None:
    """Where somebody would be behind even if charged nothing, that is the reason."""
    found = smallest_key_change(of_case(([[1, 1, 1], [1, 1, 1]], [-2, 30])), "Fee")
    assert isinstance(found, Impossible)
    assert "Bjuv would be behind even if charged nothing for it." in found.explain()
    assert "Bjuv skulle göra det även utan avgift för den." in found.explain("sv")


def test_too_little_for_all_is_told_by_the_sum() -> None:
    """Where all together are behind, the sum is the reason."""
    found = smallest_key_change(of_case(([[1, 1, 1], [1, 1, 1]], [1, 2])), "Fee")
    assert isinstance(found, Impossible)
    assert (found.reason, found.missing) == (None, 3)


def test_what_whole_units_do_not_allow_is_told() -> None:
    """Where a key would do but whole units do not, that is the reason, and not the sum."""
    tight = balance(
        Ledger.of(
            [
                Entry("Bjuv", 2024, "Fee", paid=1, kind="charge"),
                Entry("Klippan", 2024, "Fee", paid=1, kind="charge"),
                Entry("Bjuv", 2025, "Other", received=1),
                Entry("Klippan", 2025, "Other", received=3),
            ]
        ),
        rate=Decimal(1),
    )
    none = smallest_key_change(tight, "Fee")
    assert isinstance(none, Impossible)
    assert "in whole units" in none.explain()
    assert "i hela enheter" in none.explain("sv")


@pytest.mark.parametrize(
    ("arguments", "match"),
    [
        ({"activity": "Other"}, "nothing was charged for 'Other' from 2024 to 2026"),
        ({"activity": "Fee", "from_year": 2026, "by": 2024}, "2026 is after 2024"),
    ],
    ids=["not-charged", "years"],
)
def test_bad_arguments_are_told(arguments: dict[str, Any], match: str) -> None:
    """What is wrong with an argument is said."""
    with pytest.raises(InvalidValueError, match=match):
        smallest_key_change(of_case(([[1, 1, 1], [1, 1, 1]], [-2, 30])), **arguments)


def test_unknown_names_are_told() -> None:
    """An activity or a year that is not there is named."""
    before = of_case(([[1, 1, 1]], [1]))
    with pytest.raises(UnknownIdError, match="'Fe'"):
        smallest_key_change(before, "Fe")
    with pytest.raises(UnknownIdError, match="1999"):
        smallest_key_change(before, "Fee", from_year=1999)


def test_more_paid_back_than_charged_is_told() -> None:
    """A share below zero is no share."""
    rows = [
        Entry("Bjuv", 2024, "Fee", received=1, kind="charge"),
        Entry("Klippan", 2024, "Fee", paid=4, kind="charge"),
    ]
    with pytest.raises(InvalidValueError, match="more was paid back"):
        smallest_key_change(balance(Ledger.of(rows)), "Fee")


def with_a_stranger() -> Balance:
    """Make a balance in which a party that shares no fire service has the room that those who do lack."""
    return balance(
        Ledger.of(
            [
                Entry("A", 2024, "Fire", paid=100, kind="charge"),
                Entry("B", 2024, "Fire", paid=100, kind="charge"),
                Entry("A", 2024, "Other", received=60),
                Entry("B", 2024, "Other", received=70),
                Entry("C", 2024, "Event", received=900),
            ]
        )
    )


def test_who_was_not_charged_before_is_named() -> None:
    """A key that charges somebody new says so, in both languages."""
    found = smallest_key_change(with_a_stranger(), "Fire")
    assert isinstance(found, KeyChange)
    assert "Not charged for it so far: C." in found.explain()
    assert "Har hittills inte betalat för den: C." in found.explain("sv")


def test_the_key_can_be_kept_among_some() -> None:
    """Only those that are charged, and those that are named, share the cost; where they cannot, that is said."""
    none = smallest_key_change(with_a_stranger(), "Fire", among=[])
    assert isinstance(none, Impossible)
    assert "No key for Fire among A and B makes everyone whole by 2024: they cannot carry it all." in none.explain()
    assert "mellan A och B" in none.explain("sv")
    assert isinstance(smallest_key_change(with_a_stranger(), "Fire", among=["C"]), KeyChange)
    with pytest.raises(InvalidValueError, match="'C' is one name"):
        smallest_key_change(with_a_stranger(), "Fire", among="C")
    with pytest.raises(UnknownIdError, match="no party of the balance 'D'"):
        smallest_key_change(with_a_stranger(), "Fire", among=["D"])
