"""What statements tell: explanations that are right as written, rows, currencies, and what cannot be billed."""

import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import ReferenceDate, allocate
from familjen.allocation import Basis, Occasion, Run, exit_settlement
from familjen.errors import InvalidValueError
from familjen.io import dumps, json_schema, loads
from familjen.model import (
    AmountLimit,
    Bound,
    CostClause,
    DeficitRule,
    Distribution,
    Equal,
    ExitSettlement,
    Figures,
    FlatFee,
    Group,
    Key,
    MembershipTerms,
    Population,
    Rate,
    SizeRebate,
    SizeTier,
    Step,
    SurplusRule,
    TaxBase,
    TaxBaseRate,
    Tier,
    Tiered,
    TwoLevel,
    UnitPrice,
    Usage,
    kinds,
    register,
)

YEAR_END = ReferenceDate(12, 31, years_before=1)
PEOPLE = Population(YEAR_END)
PAIR = ["1283", "1260"]


@attrs.frozen
class PartOff(Step):
    """A part of the cost that is taken off before it is shared."""

    part: Fraction

    def text(self, lang: str = "en") -> str:
        """Say what is taken off."""
        return "En tiondel dras av." if lang == "sv" else "A tenth is taken off."

    def take(self, run: Run) -> None:
        """Take it off."""
        run.multiply(1 - self.part, "discount")


def bill(under: Any, **given: Any) -> Any:
    """Bill Helsingborg and Bjuv 100 kr for 2016."""
    return allocate(under, **({"year": 2016, "cost": 100, "parties": PAIR} | given))


def test_weights_that_are_no_whole_numbers_are_written_so_that_they_can_be_reckoned() -> None:
    """A weight that ends is written with decimals, another in brackets, so that the line is right as it stands."""
    half = Tiered(PEOPLE, (Tier(Decimal(0), Fraction(1)), Tier(Decimal(10_000), Fraction(1, 2))))
    assert "100 kr × 73,954.5 / 86,435.5" in str(bill(half).explain("1283"))
    third = Tiered(PEOPLE, (Tier(Decimal(0), Fraction(1, 3)),))
    assert "100 kr × (137909/3) / 50,957" in str(bill(third).explain("1283"))
    assert "73,954.5" in bill(half).text()


def test_small_rates_are_written_in_full() -> None:
    """A rate per krona of tax base keeps all its decimals in the explanation."""
    base = TaxBase(ReferenceDate(1, 1, years_before=2), YEAR_END)
    made = bill(TaxBaseRate(Decimal("0.1098"), base), cost=None)
    assert "× 0.0001098 kr = " in str(made.explain("1260"))


def test_both_levels_are_told() -> None:
    """A split in two levels says the group's part and the party's weight inside of it."""
    levels = TwoLevel((Group(Fraction(1, 2), Equal(), parties=("12",)), Group(Fraction(1, 2), PEOPLE)))
    made = bill(levels, parties=["12", *PAIR])
    told = str(made.explain("1260"))
    assert "50 % by number of inhabitants on 31 December the year before: 14,962 / 152,871." in told
    assert "in equal parts: 0" not in told
    assert "50 % in equal parts: 1 / 1." in str(made.explain("12"))
    assert made.charge("12").name == "Skåne"


def test_a_figure_is_told_once() -> None:
    """A rebate by the size by which is shared says the same inhabitants once."""
    rebate = SizeRebate(PEOPLE, PEOPLE, (SizeTier(Decimal(100_000), Fraction(1, 10)),))
    assert str(bill(rebate).explain("1283")).count("had 137,909 inhabitants") == 1


@pytest.mark.parametrize(
    ("rule", "amounts"),
    [
        (SurplusRule(equity_floor=Decimal(50)), {"result": 0, "equity": 10}),
        (DeficitRule(equity_first=True), {"result": 5, "equity": 9}),
    ],
)
def test_equity_may_be_given_whatever_the_result(rule: Any, amounts: dict[str, int]) -> None:
    """Equity that a rule may ask for is taken whether the year's result makes it ask or not."""
    assert bill(CostClause.of(Equal(), rule), amounts=amounts).total == 100


def test_a_deficit_without_a_rule_is_refused() -> None:
    """A deficit is never passed over: a clause with a rule for surplus alone refuses it."""
    with pytest.raises(InvalidValueError, match="deficit, -5, and the clause has no rule for one; add a DeficitRule"):
        bill(CostClause.of(Equal(), SurplusRule()), amounts={"result": -5})
    both = CostClause.of(Equal(), SurplusRule(), DeficitRule())
    assert bill(both, amounts={"result": -5}).total == 105


def test_words_are_in_the_agreements_currency() -> None:
    """A clause in another currency is worded in it, in both languages, and so is the explanation."""
    terms = MembershipTerms(entry_capital=Decimal(2))
    clause = CostClause.of(Rate(Decimal(21), YEAR_END), AmountLimit(cap=Decimal(10**9)), membership=terms)
    for lang in ("en", "sv"):
        assert " kr" not in clause.text(lang, "NOK")
        assert clause.text(lang, "NOK").count("NOK") == 4
        assert "NOK" not in clause.text(lang)
    told = str(bill(clause, cost=None, currency="NOK").explain("1260"))
    assert " kr" not in told
    assert "21 NOK per inhabitant" in told


def test_rows_hold_what_a_spreadsheet_needs() -> None:
    """Rows give party, name, year, weight, share, amount, kronor an inhabitant and change since last year."""
    before = {"1283": 80}
    row, other = bill(CostClause.of(PEOPLE, unit=Decimal(1)), last_year=before).to_rows()
    assert row == {
        "party": "1283",
        "name": "Helsingborg",
        "year": 2016,
        "inhabitants": 137_909,
        "share": Fraction(137_909, 152_871),
        "amount": Decimal(90),
        "currency": "SEK",
        "per_inhabitant": Fraction(90, 137_909),
        "change": 10,
    }
    assert other["change"] is None
    by_parts = bill(Equal()).to_rows()[0]
    assert by_parts["per_inhabitant"] == Fraction(50, 137_909)


some_weights = st.lists(st.integers(0, 10**6), min_size=1, max_size=6).filter(any)


@given(some_weights, st.integers(0, 10**6), st.integers(1, 10**9), st.sampled_from([Fraction(0), Fraction(1, 4)]))
@settings(max_examples=60, deadline=None)
def test_who_weighs_nothing_changes_nobody(weights: list[int], cost: int, factor: int, part: Fraction) -> None:
    """A party of weight zero changes nobody's amount, nor does the weights' scale, by a key or a mix of keys."""
    codes = [f"p{place}" for place in range(len(weights))]

    def amounts(of: dict[str, Any]) -> tuple[Decimal, ...]:
        hours = Figures.of("hours", of)
        key = part * hours + (1 - part) * Figures.of("cases", of) if part else hours
        return tuple(bill(key, parties=list(of), cost=cost).amounts)

    alone = amounts(dict(zip(codes, weights, strict=True)))
    assert amounts({**dict(zip(codes, weights, strict=True)), "nobody": 0}) == (*alone, 0)
    assert amounts({code: weight * factor for code, weight in zip(codes, weights, strict=True)}) == alone


@given(some_weights, st.integers(1, 10**6), st.data())
@settings(max_examples=60, deadline=None)
def test_rounded_amounts_keep_within_caps_and_floors(weights: list[int], cost: int, data: st.DataObject) -> None:
    """After rounding too nobody pays more than the cap or less than the floor, and the sum is the cost."""
    payers = sum(1 for weight in weights if weight)
    cap = data.draw(st.integers(-(-cost // payers), 2 * cost), label="cap")
    floor = data.draw(st.integers(0, min(cap, cost // len(weights))), label="floor")
    codes = [f"p{place}" for place in range(len(weights))]
    figures = Figures.of("hours", dict(zip(codes, weights, strict=True)))
    limit = AmountLimit(floor=Decimal(floor), cap=Decimal(cap))
    made = bill(CostClause.of(Distribution(figures), limit), parties=codes, cost=cost)
    assert sum(made.amounts) == cost
    assert all(floor <= amount <= cap for amount in made.amounts)


def test_pools_that_nobody_shares_are_refused() -> None:
    """A cost pool that no step names or takes is an error with its remedy."""
    clause = CostClause.of(Distribution(Equal(), pool="staff"))
    with pytest.raises(InvalidValueError, match="no step shares 5 of 'rent'; add a Distribution"):
        bill(clause, cost={"staff": 1, "rent": 5})


@pytest.mark.parametrize(
    "fee",
    [
        Rate(Decimal(21), YEAR_END, parties=("1260",)),
        FlatFee(Decimal(30), parties=("1260",)),
        UnitPrice(Decimal(2), Usage("population", YEAR_END), parties=("1260",)),
        TaxBaseRate(Decimal("0.1"), TaxBase(ReferenceDate(1, 1, years_before=2), YEAR_END), parties=("1260",)),
    ],
)
def test_fees_may_be_for_some_only(fee: Any) -> None:
    """A fee that names its payers is charged to them alone, and worded so; a payer who is not billed is refused."""
    made = bill(CostClause.of(fee), cost=None)
    assert made.charge("1283").amount == 0
    assert made.charge("1260").amount > 0
    assert "Each of 1260 pays" in fee.text()
    assert "Var och en av 1260 betalar" in fee.text("sv")
    with pytest.raises(InvalidValueError, match="1260 pays the fee and is not billed"):
        bill(CostClause.of(fee), cost=None, parties=["1283", "1276"])


def test_pools_may_be_charged_in_different_ways() -> None:
    """One pool is charged by the unit and the rest of it shared, another shared by a key; nothing is left over."""
    clause = CostClause.of(
        UnitPrice(Decimal(1), Usage("population", YEAR_END), pool="hours"),
        Distribution(Equal(), pool="hours"),
        Distribution(PEOPLE, pool="office"),
        unit=Decimal(1),
    )
    made = bill(clause, cost={"hours": 152_881, "office": 152_871})
    assert made.amounts == (137_909 * 2 + 5, 14_962 * 2 + 5)
    assert "for hours" in clause.text()
    assert "för hours" in clause.text("sv")


@pytest.mark.parametrize("method", ["modified-webster", "hare", "", 3])
def test_a_clause_names_a_method_that_can_round_it(method: Any) -> None:
    """A method that needs a divisor beside, or is none, is refused when the clause is made, with those that can be."""
    with pytest.raises(InvalidValueError, match="is not a method here; use one of largest-remainder, webster"):
        CostClause.of(Equal(), method=method)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"statistics": "SCB"}, "'SCB' is not a Statistics"),
        ({"values": "final"}, "'final' is not an IndexStatus; give IndexStatus.FINAL"),
        ({"currency": "sek"}, "'sek' is not a currency code"),
        ({"currency": ""}, "'' is not a currency code"),
        ({"cost": {1: 1}}, "1 is no name of a cost pool"),
        ({"cost": {None: 1}}, "None is no name of a cost pool"),
        ({"parties": 5}, "5 is no list of parties; give a list"),
        ({"indices": {"K": {"2016": Decimal(0)}}}, "not a mapping from index to year, an int"),
        (
            {"last_year": allocate(Equal(), year=2015, cost=1, parties=PAIR, currency="EUR")},
            "is in EUR, this one in SEK",
        ),
    ],
)
def test_nothing_senseless_is_passed_over(given: dict[str, Any], said: str) -> None:
    """What could not be used is refused in a sentence, never left out of account."""
    with pytest.raises(InvalidValueError, match=said):
        bill(Equal(), **given)


def test_a_surplus_without_fees_needs_a_key() -> None:
    """A surplus that is paid out by fees cannot be where there are none; the sentence says to give a key."""
    with pytest.raises(InvalidValueError, match="all amounts are zero; give the step a key"):
        bill(CostClause.of(PEOPLE, SurplusRule()), cost=-1_000)
    made = bill(CostClause.of(PEOPLE, SurplusRule(Equal())), cost=-1_000)
    assert made.amounts == (-500, -500)


@pytest.mark.parametrize(
    ("equity", "capital"),
    [(Decimal("NaN"), {"a": Decimal(1)}), (1.5, {"a": Decimal(1)}), (1, {"a": Decimal(0)}), (1, {"a": Decimal(-1)})],
)
def test_a_settlement_needs_amounts(equity: Any, capital: dict[str, Decimal]) -> None:
    """Equity that is no amount, and capital that is nothing or negative, settle nothing."""
    clause = CostClause.of(Equal(), membership=MembershipTerms(exit=ExitSettlement.CAPITAL_SHARE))
    with pytest.raises(InvalidValueError, match=r"equity|capital"):
        exit_settlement(clause, "a", equity=equity, capital=capital)


def test_a_key_of_ones_own_that_weighs_nothing_is_told_what_to_return() -> None:
    """A user's key whose `weigh` returns no Basis is refused in words, not with an inner error."""

    @attrs.frozen
    class Forgetful(Key):
        def text(self, lang: str = "en") -> str:
            return f"by nothing ({lang})"

        def weigh(self, occasion: Occasion) -> None:
            assert occasion.parties

    with pytest.raises(InvalidValueError, match=r"weigh gives None, not a Basis; return Basis\(weights"):
        bill(Forgetful())


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_a_step_of_ones_own_is_billed_explained_and_read_back_like_ours(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A user's registered step serialises, fits the schema, is worded, changes the cost and is explained."""
    monkeypatch.setitem(kinds._registered, Step, dict(kinds.kinds_of(Step)))
    register(PartOff)
    clause = CostClause.of(PartOff(Fraction(1, 10)), Equal())
    jsonschema.validate(json.loads(dumps(clause)), json_schema(CostClause))
    made = bill(loads(dumps(clause), CostClause))
    assert made.amounts == (45, 45)
    worded = {"en": "A tenth is taken off.", "sv": "En tiondel dras av."}[lang]
    assert worded in clause.text(lang)
    told = str(made.explain("1260", lang=lang))
    assert worded in told
    assert "= 90 kr" in told


def test_a_step_that_says_not_what_it_does_is_refused() -> None:
    """A step without `take` cannot be billed, and the error says what its class lacks."""

    @attrs.frozen
    class Silent(Step):
        def text(self, lang: str = "en") -> str:
            return f"nothing ({lang})"

    with pytest.raises(InvalidValueError, match=r"give its class a method take\(run\)"):
        bill(CostClause.of(Silent(), Equal()))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: AmountLimit(floor=Decimal(5), cap=Decimal(3)), "the cap 3 is below the floor 5; exchange them"),
        (lambda: Bound(minimum=Fraction(1, 2), maximum=Fraction(1, 4)), "largest share 1/4 is below the least, 1/2"),
        (lambda: SizeTier(Decimal(0), Fraction(6, 5)), "6/5 is not a part of a whole"),
        (lambda: -0.3 * Equal() + 1.3 * PEOPLE, "-3/10 is not a part of a whole"),
    ],
)
def test_limits_and_rebates_that_cannot_be_kept_are_refused(make: Callable[[], object], message: str) -> None:
    """A cap below its floor, a rebate of more than all and a negative part of a mix are refused with what is right."""
    with pytest.raises(InvalidValueError, match=message):
        make()


def test_rebates_that_make_a_share_negative_are_refused() -> None:
    """A key of one's own that takes more off a party than it carries is refused, naming the step and the party."""

    @attrs.frozen
    class Lavish(Key):
        def text(self, lang: str = "en") -> str:
            return f"less a gift ({lang})"

        def weigh(self, occasion: Occasion) -> Basis:
            return Basis([Fraction(5 - 6 * place) for place, _ in enumerate(occasion.parties)], "parts")

    with pytest.raises(InvalidValueError, match=r"step 1 \(distribution\): .* makes the share of '1260' negative: -1"):
        bill(CostClause.of(Distribution(Lavish())))
