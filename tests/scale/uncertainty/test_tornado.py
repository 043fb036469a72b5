"""What each assumption alone does to the result."""

from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.report.plots.tornado_rows import swings_of
from familjen.scale import (
    Assumption,
    Cooperating,
    Discounting,
    FixedVariable,
    MinimumStaffing,
    PowerCurve,
    ServiceCost,
)
from familjen.scale.uncertainty import Tornado, tornado

SIZES = {"Ale": 9_000, "Bjuv": 6_000, "Höör": 7_500}


def ranged(base: float, low: float, high: float) -> Assumption:
    """Make an assumption with a range."""
    return Assumption(base, low=low, high=high)


def service_of(fixed: Assumption, per_member: Assumption, transition: Assumption) -> ServiceCost:
    """Make a service whose savings are 2·fixed − 3·per_member a year, and that pays the transition once."""
    cooperating = Cooperating(per_member=per_member, transition=transition)
    return ServiceCost.of(SIZES, FixedVariable(fixed, 50), cooperating=cooperating)


PLAIN = service_of(ranged(400_000, 100_000, 500_000), ranged(100_000, 50_000, 150_000), ranged(1e6, 0, 3e6))

amounts = st.integers(0, 1_000_000)
spans = st.lists(amounts, min_size=3, max_size=3).map(sorted).map(lambda three: ranged(three[1], three[0], three[2]))


@given(spans, spans, spans, st.integers(1, 20))
@settings(max_examples=30, deadline=None)
def test_ends_are_those_of_the_formula(
    fixed: Assumption, per_member: Assumption, transition: Assumption, horizon: int
) -> None:
    """With one assumption at an end and the others at their base, saving and net are what one reckons by hand."""
    found = tornado(service_of(fixed, per_member, transition), horizon=horizon)
    named = {"curve.fixed": fixed, "cooperating.per_member": per_member, "cooperating.transition": transition}
    base = {name: float(each.base) for name, each in named.items()}

    def by_hand(numbers: dict[str, float]) -> tuple[float, float]:
        saving = 2 * numbers["curve.fixed"] - 3 * numbers["cooperating.per_member"]
        return saving, saving * horizon - numbers["cooperating.transition"]

    assert (found.saving, found.net) == pytest.approx(by_hand(base), abs=0.1)
    assert {each.name for each in found.swings} == {name for name, each in named.items() if not each.is_certain}
    for swing in found.swings:
        ends = (swing.assumption.least, swing.assumption.most)
        low, high = (by_hand({**base, swing.name: float(end)}) for end in ends)
        assert swing.saving == pytest.approx((low[0], high[0]), abs=0.1)
        assert swing.net == pytest.approx((low[1], high[1]), abs=1)


@given(spans, spans, spans)
@settings(max_examples=30, deadline=None)
def test_the_widest_comes_first(fixed: Assumption, per_member: Assumption, transition: Assumption) -> None:
    """Assumptions stand in the order of how far they move the net."""
    widths = [swing.width for swing in tornado(service_of(fixed, per_member, transition)).swings]
    assert widths == sorted(widths, reverse=True)


def test_each_end_is_what_the_service_costs_there() -> None:
    """An end is what the same service costs with that number for certain, discounted as asked."""
    counting = Discounting(ranged(0.03, 0.01, 0.05))
    for swing in tornado(PLAIN, discounting=counting, horizon=5).swings:
        for end, net in zip((swing.assumption.least, swing.assumption.most), swing.net, strict=True):
            fixed = PLAIN if swing.name == "discounting.rate" else PLAIN.with_numbers({swing.name: end})
            rate = end if swing.name == "discounting.rate" else Decimal("0.03")
            alone = fixed.many(np.eye(3, dtype=np.bool_)).sum()
            everybody = np.ones((1, 3), dtype=np.bool_)
            worth = Discounting(rate).factors(5).sum()
            expected = (alone - fixed.many(everybody)[0]) * worth - fixed.once(everybody)[0]
            assert net == pytest.approx(expected)


def test_a_base_that_is_best_counts() -> None:
    """Where the net is best between the ends, the swing reaches from the base to the worse end."""
    curve = MinimumStaffing(0, demand=ranged(1.4, 1, 1.9), capacity=100, cost=700_000)
    found = tornado(ServiceCost.of({"Ale": 100, "Bjuv": 100}, curve), horizon=1)
    (swing,) = found.swings
    assert (found.net, swing.net, swing.width) == (700_000, (0, 0), 700_000)
    assert swing.turns


def test_turning_ends_are_told() -> None:
    """An assumption whose end turns the gain into a loss is named, others are not."""
    found = tornado(PLAIN)
    assert [swing.name for swing in found.swings if swing.turns] == ["curve.fixed"]
    assert "Alone enough to turn the sign: curve.fixed." in found.explain()
    assert "Räcker för att vända tecknet: curve.fixed." in found.explain("sv")


def test_rounding_is_no_gain() -> None:
    """A service that saves exactly nothing has a net of exactly nothing at every end, and no end turns it."""
    curve = PowerCurve(ranged(0.1, 0.05, 0.3))
    found = tornado(ServiceCost.of({"A": 0.1, "B": 0.2, "C": 0.7}, curve))
    assert (found.saving, found.net, found.swings[0].net) == (0, 0, (0, 0))
    assert not found.swings[0].turns


def test_nothing_uncertain_leaves_no_swings() -> None:
    """Without a range there is no swing, and the text says so instead of drawing one."""
    found = tornado(ServiceCost.of(SIZES, FixedVariable(100_000, 50)))
    assert found.swings == ()
    assert found.explain() == "No assumption has a range."
    assert found.explain("sv") == "Inget antagande har ett spann."
    assert found.to_rows() == []
    assert repr(found) == "<Tornado: 0 assumptions around a net of 2,000,000 kr>"


def test_bars_meet_at_the_base() -> None:
    """Every bar has one mark for the base, at the same place, the low end's side to one hand of it."""
    lines = str(tornado(PLAIN)).splitlines()
    bars = [line[-24:] for line in lines[2:]]
    assert len(bars) == 3
    assert {bar.index("|") for bar in bars} == {bars[0].index("|")}
    assert all(bar.count("|") == 1 and set(bar) <= set(".-=|") for bar in bars)
    fixed = next(line for line in lines if line.startswith("curve.fixed"))
    assert fixed.index("-", 20) < fixed.index("|") < fixed.index("=")


def test_bars_of_one_point() -> None:
    """Where no end moves the net, a bar is the base alone."""
    found = tornado(ServiceCost.of(SIZES, FixedVariable(100_000, ranged(50, 40, 60))))
    assert found.swings[0].width == 0
    assert str(found).splitlines()[-1].endswith("|" + "." * 23)


@pytest.mark.parametrize("yearly", [False, True], ids=["net", "yearly"])
def test_pictures_take_the_rows(*, yearly: bool) -> None:
    """The rows for a picture hold both ends and the base of the net or of the saving, the widest first."""
    found = tornado(PLAIN)
    rows = found.picture_rows(yearly=yearly)
    assert [swing.name for swing in swings_of(rows)] == [name for name, *_ in rows]
    assert {base for *_, base in rows} == {found.saving if yearly else found.net}
    by_name = {swing.name: swing.saving if yearly else swing.net for swing in found.swings}
    assert all((low, high) == by_name[name] for name, low, high, _ in rows)


def test_it_is_told_in_rows_tables_and_words() -> None:
    """Rows, the table as text and HTML, and both languages give the same numbers."""
    found = tornado(PLAIN)
    assert isinstance(found, Tornado)
    row = found.to_rows()[0]
    assert (row["assumption"], row["net_at_low"], row["net_at_high"]) == ("curve.fixed", *found.swings[0].net)
    assert (row["width"], row["turns"]) == (8_000_000.0, True)
    assert "from -2,000,000 to 6,000,000 kr" in found.explain()
    assert "från -2 000 000 till 6 000 000 kr" in found.explain("sv")
    assert found.text("sv").startswith("Antagande")
    assert "<td>curve.fixed</td><td>-2,000,000</td><td>6,000,000</td>" in found._repr_html_()
    with pytest.raises(InvalidValueError, match=r"'de' is not a language of ours"):
        found.explain("de")


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"service": 3}, r"3 is no ServiceCost"),
        ({"discounting": 0.03}, r"0\.03 is no Discounting"),
        ({"horizon": 0}, r"0 is no number of years"),
        ({"horizon": True}, r"True is no number of years"),
        ({"horizon": 2.5}, r"2\.5 is no number of years"),
    ],
    ids=["service", "discounting", "no years", "bool", "half a year"],
)
def test_bad_arguments_are_refused(wrong: dict[str, Any], reason: str) -> None:
    """What is no service, no discounting and no number of years is refused with what to give."""
    with pytest.raises(InvalidValueError, match=reason):
        tornado(**{"service": PLAIN, **wrong})
