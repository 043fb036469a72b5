"""What the smallest transfers promise."""

from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import ceil, floor
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from familjen.balance import Balance, Entry, Kind, Ledger, balance
from familjen.balance.mending import Impossible, Proposal, Transfers, smallest_transfers
from familjen.balance.mending.payment import in_turn, on_pairs
from familjen.errors import InvalidValueError, UnknownIdError

NAMES = ("Bjuv", "Klippan", "Svalöv", "Åstorp", "Perstorp")
NETS = st.lists(st.integers(-6, 6), min_size=1, max_size=5)


def of_nets(nets: list[int], **prices: Any) -> Balance:
    """Make a balance in which each party got or paid so much in 2024."""
    rows = [
        Entry(name, 2024, "Fee", paid=max(0, -net), received=max(0, net))
        for name, net in zip(NAMES, nets, strict=False)
    ]
    return balance(Ledger.of([*rows, Entry(NAMES[0], 2026, "Fee")]), **prices)


def made(found: Transfers | Impossible) -> Transfers:
    """Give the transfers, where there are some."""
    assert isinstance(found, Transfers)
    return found


def fewest_by_hand(nets: list[int]) -> int:
    """Count the fewest payments, by trying all whole amounts that one might pay another."""
    needs = [-net for net in nets if net < 0]
    spare = [net for net in nets if net > 0]
    if not needs:
        return 0
    options = [[split for split in product(range(need + 1), repeat=len(spare)) if sum(split) == need] for need in needs]
    return min(
        sum(units > 0 for split in chosen for units in split)
        for chosen in product(*options)
        if all(sum(column) <= top for column, top in zip(zip(*chosen, strict=True), spare, strict=True))
    )


@given(nets=NETS, fewest=st.booleans(), rate=st.sampled_from([0, "0.03", "-0.02"]))
@settings(max_examples=60, deadline=None)
def test_everyone_is_whole_and_no_less_would_do(*, nets: list[int], fewest: bool, rate: Any) -> None:
    """Applied, nobody is behind; the total is what those behind lack two years later, and what is paid is received."""
    before = of_nets(nets, rate=Decimal(rate))
    grown = [net * (1 + Fraction(rate)) ** 2 for net in nets]
    lacking = sum(ceil(-net) for net in grown if net < 0)
    found = smallest_transfers(before, 2026, fewest=fewest)
    assert isinstance(found, Transfers) == (lacking <= sum(floor(net) for net in grown if net > 0))
    assume(isinstance(found, Transfers))
    after = made(found).apply()
    assert all(after.cumulative(party, 2026) >= 0 for party in after.parties)
    assert made(found).total == lacking
    assert after.parties == before.parties
    changes = [after.net(party, 2026) - before.net(party, 2026) for party in before.parties]
    assert sum(changes) == 0
    assert sum(change for change in changes if change > 0) == made(found).total
    assert all(net + Fraction(change) >= 0 for net, change in zip(grown, changes, strict=True))


@given(NETS)
@settings(max_examples=60, deadline=None)
def test_it_is_impossible_just_where_all_together_are_behind(nets: list[int]) -> None:
    """Nobody can be made whole exactly where the sum is below zero, and the sum is what is missing."""
    found = smallest_transfers(of_nets(nets))
    assert isinstance(found, Impossible) == (sum(nets) < 0)
    if isinstance(found, Impossible):
        assert found.missing == -sum(nets)
        assert found.needs == {name: -net for name, net in zip(NAMES, nets, strict=False) if net < 0}


@given(NETS)
@settings(max_examples=60, deadline=None)
def test_what_is_mended_needs_no_mending(nets: list[int]) -> None:
    """Asked once more, a balance that was mended needs no payments."""
    assume(sum(nets) >= 0)
    again = made(smallest_transfers(made(smallest_transfers(of_nets(nets))).apply()))
    assert again.payments == ()
    assert len(again.ledger()) == 0
    assert again.apply().lines().tolist() == again.balance.lines().tolist()


@given(st.lists(st.integers(-5, 5), min_size=2, max_size=5))
@settings(max_examples=60, deadline=None)
def test_fewest_is_fewest(nets: list[int]) -> None:
    """No fewer payments in whole units would do, tried one by one; and the result knows it."""
    assume(sum(nets) >= 0)
    found = made(smallest_transfers(of_nets(nets), fewest=True))
    assert len(found.payments) == fewest_by_hand(nets)
    assert found.are_fewest


@given(NETS, st.randoms())
@settings(max_examples=30, deadline=None)
def test_the_order_of_parties_does_not_matter(nets: list[int], random: Any) -> None:
    """The same entries in another order give the same payments."""
    before = of_nets(nets)
    assume(sum(nets) >= 0)
    rows = list(before.ledger)
    random.shuffle(rows)
    assert made(smallest_transfers(balance(Ledger.of(rows)))).payments == made(smallest_transfers(before)).payments


def test_those_ahead_pay_in_proportion() -> None:
    """Who is ahead pays in proportion to how far ahead it is, to whole units."""
    found = made(smallest_transfers(of_nets([-5, 6, 4])))
    assert [(each.payer, each.amount) for each in found.payments] == [("Klippan", 3), ("Svalöv", 2)]


def test_amounts_are_in_the_money_of_the_year() -> None:
    """What is paid later is larger by the rate, and rounded up so that it suffices."""
    before = of_nets([-100, 300], rate=Decimal("0.10"))
    found = made(smallest_transfers(before, 2026))
    assert found.total == Decimal(121)
    assert found.apply().cumulative("Bjuv", 2026) == 0
    assert made(smallest_transfers(of_nets([-101, 300], rate=Decimal("0.10")), 2026)).total == Decimal(123)


def test_large_amounts_are_exact() -> None:
    """An öre that the solver cannot see is seen all the same."""
    rows = [
        Entry("Bjuv", 2024, "Fee", paid=Decimal("5000000000.01")),
        Entry("Klippan", 2024, "Fee", paid=3_000_000_000),
        Entry("Svalöv", 2024, "Fee", received=5_000_000_000),
        Entry("Åstorp", 2024, "Fee", received=Decimal("3000000000.01")),
    ]
    found = made(smallest_transfers(balance(Ledger.of(rows)), fewest=True))
    assert found.total == Decimal("8000000000.01")
    assert len(found.payments) == 3
    assert found.apply().behind() == ()


def test_out_of_time_the_payments_still_suffice() -> None:
    """A search that is stopped gives payments that make all whole, and does not claim that they are fewest."""
    rows = [Entry(f"P{place:02}", 2024, "Fee", received=10**5 + 7919 * place % 10**4) for place in range(15)]
    rows += [Entry(f"Q{place:02}", 2024, "Fee", paid=9 * 10**4 + 6007 * place % 10**4) for place in range(15)]
    found = made(smallest_transfers(balance(Ledger.of(rows)), fewest=True, seconds=1e-9))
    assert found.apply().behind() == ()
    assert not found.are_fewest
    assert "not found in time" in found.explain()


def test_it_says_when_it_becomes_possible() -> None:
    """Where it is not possible by one year, the first later one by which it is, is named."""
    rows = [
        Entry("Bjuv", 2024, "Fee", paid=10),
        Entry("Klippan", 2024, "Fee"),
        Entry("Klippan", 2026, "Fee", received=12),
    ]
    found = smallest_transfers(balance(Ledger.of(rows)), 2024)
    assert isinstance(found, Impossible)
    assert (found.possible_by, found.missing, found.needs, found.spare) == (2026, 10, {"Bjuv": 10}, {})
    assert found.explain() == (
        "By 2024 not everyone can be made whole by payments among themselves: those behind need 10 kr, and those ahead "
        "can give 0 kr.\n10 kr would have to come from outside.\nIt is possible by 2026.\nBehind by 2024: Bjuv (10 kr)."
    )
    assert "Det är möjligt till 2026." in found.explain("sv")
    assert repr(found) == "<Impossible by 2024: 1 behind, 10 kr missing>"
    assert str(found) == found.explain()
    assert found.to_rows() == [{"party": "Bjuv", "needs": 10, "spare": 0}]


def test_it_tells_itself() -> None:
    """Payments are told in both languages, as rows, text and HTML."""
    found = made(smallest_transfers(of_nets([-300, 100, 500]), fewest=True))
    assert found.explain() == (
        "Payments of 300 kr in 2026 make everyone whole; less would not do, since those behind need so much.\n"
        "Svalöv pays Bjuv 300 kr.\nNo fewer than 1 payments would do."
    )
    assert "Svalöv betalar 300 kr till Bjuv." in found.explain("sv")
    assert found.to_rows() == [{"year": 2026, "payer": "Svalöv", "receiver": "Bjuv", "amount": 300}]
    assert repr(found) == "<Transfers in 2026: 1 payments, 300 kr>"
    assert str(found).splitlines()[2].split() == ["Svalöv", "Bjuv", "300"]
    assert "<td>Svalöv</td>" in found._repr_html_()
    assert made(smallest_transfers(of_nets([1]))).explain("sv") == "Ingen ligger efter vid slutet av 2026."
    assert isinstance(found, Proposal)


def test_entries_are_transfers() -> None:
    """The entries are of kind transfer, stand in the year, and rest on an assumption."""
    found = made(smallest_transfers(of_nets([-3, 3]), 2024, activity="Utjämning")).ledger()
    assert [(each.party, each.year, each.net) for each in found] == [("Klippan", 2024, -3), ("Bjuv", 2024, 3)]
    assert {(each.kind, each.activity, str(each.basis)) for each in found} == {(Kind.TRANSFER, "Utjämning", "assumed")}


@pytest.mark.parametrize(
    ("arguments", "match"),
    [
        ({"fewest": 1}, "neither true nor false"),
        ({"seconds": 0}, "no time"),
        ({"seconds": float("nan")}, "no time"),
        ({"seconds": True}, "no time"),
        ({"activity": " "}, "names no activity"),
    ],
    ids=["fewest", "zero", "nan", "bool", "blank"],
)
def test_bad_arguments_are_told(arguments: dict[str, Any], match: str) -> None:
    """What is wrong with an argument is said."""
    with pytest.raises(InvalidValueError, match=match):
        smallest_transfers(of_nets([-1, 1]), **arguments)


def test_what_is_no_balance_is_told() -> None:
    """A ledger is no balance, and a year beyond it is unknown."""
    before: Any = of_nets([-1, 1])
    with pytest.raises(InvalidValueError, match="is no Balance"):
        smallest_transfers(before.ledger)
    with pytest.raises(UnknownIdError, match="2030"):
        smallest_transfers(before, 2030)
    with pytest.raises(InvalidValueError, match="language"):
        made(smallest_transfers(before)).explain("de")


SIDE = st.dictionaries(st.sampled_from("ABC"), st.integers(1, 6), min_size=1)


@given(SIDE, SIDE, st.sets(st.tuples(st.sampled_from("ABC"), st.sampled_from("xyz"))))
@settings(max_examples=60, deadline=None)
def test_pairs_suffice_just_where_no_group_needs_too_much(
    spare: dict[str, int], due: dict[str, int], pairs: set[tuple[str, str]]
) -> None:
    """Payments between some pairs suffice unless some receivers need more than all who may pay them have."""
    needs = {"xyz"["ABC".index(name)]: units for name, units in due.items()}
    some = sorted(pair for pair in pairs if pair[0] in spare and pair[1] in needs)
    found = on_pairs(some, spare, needs)
    groups = product([False, True], repeat=len(needs))
    short = any(
        sum(units for taken, units in zip(group, needs.values(), strict=True) if taken)
        > sum(
            units
            for payer, units in spare.items()
            if any((payer, name) in pairs for taken, name in zip(group, needs, strict=True) if taken)
        )
        for group in groups
    )
    assert (found is None) == short
    if found is not None:
        assert all(sum(u for pair, u in found.items() if pair[1] == name) == need for name, need in needs.items())
        assert all(sum(u for pair, u in found.items() if pair[0] == name) <= top for name, top in spare.items())


def test_in_turn_meets_both_sides() -> None:
    """Paired in turn, everyone pays and receives what it is to."""
    assert in_turn({"A": 2, "B": 2}, {"C": 3, "D": 1}) == {("A", "C"): 2, ("B", "C"): 1, ("B", "D"): 1}
    assert in_turn({}, {}) == {}


def test_prices_may_leave_less_than_a_unit() -> None:
    """Where prices leave less than a unit too little, it is impossible, and no more than that unit is missing."""
    before = of_nets([-1, 1], rate=Decimal("0.10"))
    found = smallest_transfers(before, 2026)
    assert isinstance(found, Impossible)
    assert found.missing == 1
    assert sum((before.cumulative(party) for party in before.parties), Fraction(0)) == 0


@given(NETS, st.data())
@settings(max_examples=40, deadline=None)
def test_what_is_missing_is_just_enough(nets: list[int], data: st.DataObject) -> None:
    """With what is missing from outside, whoever gets it, all can be made whole; with a krona less they cannot."""
    assume(sum(nets) < 0)
    before = of_nets(nets)
    found = smallest_transfers(before)
    assert isinstance(found, Impossible)
    lucky = data.draw(st.sampled_from(before.parties))

    def with_grant(amount: Decimal) -> Transfers | Impossible:
        grant = Entry(lucky, 2025, "Grant", received=amount, kind=Kind.GRANT)
        return smallest_transfers(balance(before.ledger + Ledger.of([grant])))

    assert isinstance(with_grant(found.missing), Transfers)
    assert isinstance(with_grant(found.missing - 1), Impossible)


@given(NETS, st.lists(st.integers(0, 4), min_size=5, max_size=5))
@settings(max_examples=40, deadline=None)
def test_what_everyone_gains_later_lessens_the_need(nets: list[int], gains: list[int]) -> None:
    """If nobody loses from one year to a later one, no more has to be paid by the later one."""
    assume(sum(nets) >= 0)
    more = [Entry(name, 2025, "Gain", received=gain) for name, gain in zip(NAMES[: len(nets)], gains, strict=False)]
    before = balance(of_nets(nets).ledger + Ledger.of(more))
    assert made(smallest_transfers(before, 2025)).total <= made(smallest_transfers(before, 2024)).total


def test_payments_in_proportion_are_told_without_their_number() -> None:
    """Where the fewest were not asked for, nothing is said of them; and where no year will do, none is named."""
    found = made(smallest_transfers(of_nets([-5, 6, 4])))
    assert not found.are_fewest
    assert found.explain().splitlines()[1:] == ["Klippan pays Bjuv 3 kr.", "Svalöv pays Bjuv 2 kr."]
    never = smallest_transfers(of_nets([-5, 1]))
    assert isinstance(never, Impossible)
    assert never.possible_by is None
    assert "possible by" not in never.explain()
    assert Impossible(2024, {}, {}, Decimal(0), None, ("No.", "Nej.")).explain("sv") == "Nej."
