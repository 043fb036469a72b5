"""What evening out by hosting promises."""

from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from familjen.balance import Balance, Entry, Kind, Ledger, balance
from familjen.balance.mending import Hosting, Proposal, even_out_by_rotation, rotation_program
from familjen.errors import InvalidValueError
from familjen.optimise.mixed import Mixed, mixed_minimum

NAMES = ("Bjuv", "Klippan", "Svalöv")
NETS = st.lists(st.integers(-9, 5), min_size=1, max_size=3)
WORTHS = st.lists(st.integers(1, 5), min_size=1, max_size=4)


def of_nets(nets: list[int], **prices: Any) -> Balance:
    """Make a balance in which each party got or paid so much in 2024."""
    rows = [
        Entry(name, 2024, "Fee", paid=max(0, -net), received=max(0, net))
        for name, net in zip(NAMES, nets, strict=False)
    ]
    return balance(Ledger.of(rows), **prices)


def by_year(worths: list[int]) -> dict[int, int]:
    """Give the worths by year from 2025 on."""
    return dict(enumerate(worths, start=2025))


def ranks(nets: list[int], worths: list[int], gap: int) -> list[tuple[int, int]]:
    """Give the least balance and how many are not behind, for every order that keeps the gap."""
    found: list[tuple[int, int]] = []
    for order in product(range(len(nets)), repeat=len(worths)):
        if any(order[place] in order[place + 1 : place + gap] for place in range(len(order))):
            continue
        finals = [net + sum(w for w, who in zip(worths, order, strict=True) if who == p) for p, net in enumerate(nets)]
        found.append((min(finals), -sum(final < 0 for final in finals)))
    return found


@given(NETS, WORTHS, st.integers(1, 2))
@settings(max_examples=80, deadline=None)
def test_no_order_is_better(nets: list[int], worths: list[int], gap: int) -> None:
    """The least balance is the greatest of all orders' and, of those, fewest are behind."""
    assume(len(nets) >= min(gap, len(worths)))
    found = even_out_by_rotation(of_nets(nets), by_year(worths), list(by_year(worths)), interval=(gap, None))
    after = found.apply()
    best = max(ranks(nets, worths, gap))
    assert found.is_best
    assert found.least == best[0]
    assert (found.least >= 0 and not after.behind()) or len(after.behind()) == -best[1]


@given(NETS, WORTHS, st.sampled_from([0, "0.1"]))
@settings(max_examples=40, deadline=None)
def test_what_it_promises_is_reached(nets: list[int], worths: list[int], rate: Any) -> None:
    """Applied, each host has its worth in its year, in the prices of the balance, and nothing else changes."""
    before = of_nets(nets, rate=Decimal(rate))
    found = even_out_by_rotation(before, by_year(worths), list(by_year(worths)))
    after = found.apply()
    for party in before.parties:
        won = [
            Fraction(worth) / (1 + Fraction(rate)) ** (year - 2024)
            for year, worth in by_year(worths).items()
            if found.hosts[year] == party
        ]
        assert after.cumulative(party) == before.cumulative(party) + sum(won)
    assert found.least == min(after.cumulative(party) for party in after.parties)
    assert after.years[-1] == 2024 + len(worths)


@given(NETS, st.integers(1, 6), st.integers(1, 3))
@settings(max_examples=30, deadline=None)
def test_limits_hold(nets: list[int], years: int, most: int) -> None:
    """Everyone hosts as often as asked for, at least and at most."""
    size = len(nets)
    assume(size * most >= years)
    found = even_out_by_rotation(of_nets(nets), 3, range(2025, 2025 + years), each=(years // size, most))
    counts = [list(found.hosts.values()).count(party) for party in found.balance.parties]
    assert sum(counts) == years
    assert all(years // size <= count <= most for count in counts)


def test_who_was_most_behind_hosts_first() -> None:
    """Among years of equal worth whoever was most behind comes first."""
    found = even_out_by_rotation(of_nets([-2, -6, -4]), {2025: 2, 2026: 1, 2027: 2, 2028: 2}, range(2025, 2029))
    firsts = [found.hosts[year] for year in (2025, 2027, 2028)]
    assert firsts == sorted(firsts, key=["Klippan", "Svalöv", "Bjuv"].index)


def test_everyone_comes_within_the_interval() -> None:
    """With as many turns as parties, everyone hosts in turn, from the history on."""
    found = even_out_by_rotation(of_nets([-9, 5, 5]), 1, range(2025, 2031), interval=(3, 3), history=["Bjuv", "Svalöv"])
    assert list(found.hosts.values()) == ["Klippan", "Bjuv", "Svalöv"] * 2


def test_it_tells_itself() -> None:
    """An order is told in both languages, as rows, text and HTML."""
    found = even_out_by_rotation(of_nets([-300, -900]), 400, [2025, 2027], kind=Kind.SEATS, activity="Course")
    assert found.hosts == {2025: "Klippan", 2027: "Klippan"}
    assert found.explain() == (
        "2025: Klippan, for an assumed 400 kr.\n2027: Klippan, for an assumed 400 kr.\n"
        "Behind by 2027 even so: Bjuv and Klippan, by 300 kr at most.\n"
        "In no other order is whoever is least ahead further ahead."
    )
    assert "Ändå efter vid slutet av 2027: Bjuv och Klippan, som mest 300 kr." in found.explain("sv")
    assert found.to_rows()[0] == {"year": 2025, "host": "Klippan", "worth": 400}
    assert repr(found) == "<Hosting: 2 years, 1 hosts>"
    assert str(found).splitlines()[2].split() == ["2025", "Klippan", "400"]
    assert "<td>Klippan</td>" in found._repr_html_()
    assert {(each.kind, each.activity, str(each.basis)) for each in found.ledger()} == {
        (Kind.SEATS, "Course", "assumed")
    }
    assert isinstance(found, Proposal)
    assert "Nobody is behind at the end of 2025." in even_out_by_rotation(of_nets([-1]), 1, [2025]).explain()


def test_out_of_time_it_says_so() -> None:
    """A search that is stopped before it found an order says so."""
    nets = [-(7919 * place % 1009) for place in range(12)]
    rows = [Entry(f"P{place}", 2024, "Fee", paid=-net) for place, net in enumerate(nets)]
    worths = {2025 + place: 100 + 6007 * place % 101 for place in range(24)}
    with pytest.raises(InvalidValueError, match="no order was found in time"):
        even_out_by_rotation(balance(Ledger.of(rows)), worths, list(worths), interval=(3, 14), seconds=1e-9)


def test_a_second_search_without_an_answer_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the search for fewest behind finds nothing in time, the order found before it is kept."""
    answers: list[Mixed] = []

    def first_only(*arguments: Any, **options: Any) -> Mixed:
        found = Mixed(None, 0.0, is_done=False) if answers else mixed_minimum(*arguments, **options)
        answers.append(found)
        return found

    monkeypatch.setattr(rotation_program, "mixed_minimum", first_only)
    found = even_out_by_rotation(of_nets([-300, -900]), 400, [2025, 2026])
    assert (len(answers), found.least, found.is_best) == (2, -300, True)


def test_it_may_be_short_of_a_proof() -> None:
    """An order without a proof says that it has none."""
    found = even_out_by_rotation(of_nets([-1]), 1, [2025])
    unproven = Hosting(found.balance, found.hosts, found.worth, is_best=False, activity="A", kind=Kind.OTHER)
    assert "Om en annan ordning är bättre hann inte avgöras." in unproven.explain("sv")


@pytest.mark.parametrize(
    ("arguments", "match"),
    [
        ({"worth": 0}, "the worth in 2025 is 0; give one above zero"),
        ({"worth": float("nan")}, "not a finite number"),
        ({"worth": "1"}, "is no number"),
        ({"worth": Decimal("0.5")}, "no whole number of the ledger's unit, 1"),
        ({"worth": {2025: 1}}, "no worth for 2026"),
        ({"worth": {2025: 1, 2026: 1, 2030: 1}}, "a worth for 2030, when nobody hosts"),
        ({"years": [2024]}, "no year to come, since the balance goes to 2024"),
        ({"years": []}, "are no turns"),
        ({"years": [2026, 2025]}, "do not rise"),
        ({"years": [2025.0]}, "are no turns"),
        ({"years": 3}, r"no list of years; give one, such as \[2025\]"),
        ({"years": "2025"}, "no list of years"),
        ({"interval": 2}, "no pair"),
        ({"interval": (2,)}, "no pair"),
        ({"interval": (0, 2)}, "too few"),
        ({"interval": (2, 1)}, "the least, 2, is above the most, 1"),
        ({"interval": (1, True)}, "not a whole number"),
        ({"interval": (4, None), "years": range(2025, 2029)}, "4 turns in a row need as many parties"),
        ({"interval": (1, 2), "years": range(2025, 2029)}, "3 parties cannot each come every 2 turns"),
        ({"each": (1, None)}, "3 parties cannot host 1 times each in 2 years; demand 0 or less"),
        ({"each": (0, 1), "years": range(2025, 2029)}, "cannot fill 4 years; allow 2 or more"),
        ({"interval": (2, None), "history": ["Bjuv"], "each": (2, 2), "years": range(2025, 2027)}, "cannot host 2"),
        ({"seconds": "1"}, "no time"),
        ({"history": "Bjuv"}, "no list of parties"),
        ({"history": [""]}, "not blank"),
        ({"kind": "feast"}, "is no kind"),
        ({"activity": ""}, "names no activity"),
    ],
    ids=lambda each: "-".join(f"{name}={value}" for name, value in each.items()) if isinstance(each, dict) else "m",
)
def test_bad_arguments_are_told(arguments: dict[str, Any], match: str) -> None:
    """What is wrong with an argument, and what could not be, is said."""
    with pytest.raises(InvalidValueError, match=match):
        even_out_by_rotation(of_nets([-1, -2, -3]), **{"worth": 1, "years": [2025, 2026], **arguments})


def test_demands_that_cannot_be_kept_are_told() -> None:
    """Where everyone hosted too lately for anyone to host again, that is said."""
    with pytest.raises(InvalidValueError, match="no order keeps the intervals and how often each hosts"):
        even_out_by_rotation(of_nets([-1, -1, -1]), 1, [2025, 2026], interval=(5, None), history=NAMES)
