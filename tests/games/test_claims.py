"""Rules for claims: the literature, and the laws that each keeps."""

import json
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise, permutations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import IntractableError, InvalidValueError, UnknownIdError
from familjen.games import claims
from familjen.games.claims import ClaimsProblem

CASES = Path(__file__).parents[1] / "cases"
Rule = Callable[[ClaimsProblem], dict[object, Fraction]]
RULES: list[Rule] = [getattr(claims, name) for name in claims.__all__ if name != "ClaimsProblem"]


@st.composite
def problems(draw: st.DrawFn) -> ClaimsProblem:
    """Draw claims, some of them zero or equal, and an estate that they reach."""
    asked = draw(st.lists(st.integers(0, 60), min_size=1, max_size=6))
    return ClaimsProblem.of(draw(st.integers(0, sum(asked))), dict(enumerate(asked)))


@pytest.mark.parametrize("rule", RULES)
def test_the_fisheries_of_the_north_sea_are_shared_as_published(rule: Rule) -> None:
    """Seven countries' claims on a quota come out as in the literature."""
    case = json.loads((CASES / "claims_gallastegui_fishing.json").read_text("utf-8"))
    awards = rule(ClaimsProblem.of(case["inputs"]["endowment"], case["inputs"]["claims"]))
    named = {"average_awards_losses": "average_cea_cel"}
    expected = case["expected"][named.get(rule.__name__, rule.__name__)]
    assert {who: float(award) for who, award in awards.items()} == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("estate", [100, 200, 300])
def test_the_three_estates_of_the_talmud(estate: int) -> None:
    """The Talmud's three divisions among claims of 100, 200 and 300 come out."""
    case = json.loads((CASES / f"talmud_estate_{estate}.json").read_text("utf-8"))
    awards = claims.talmud(ClaimsProblem.of(estate, case["inputs"]["claims"]))
    expected = case["expected"]["talmud_rule"]
    assert {who: float(award) for who, award in awards.items()} == pytest.approx(expected)


@pytest.mark.parametrize("rule", RULES)
@given(problem=problems())
@settings(max_examples=60, deadline=None)
def test_awards_sum_to_the_estate_and_keep_within_the_claims(rule: Rule, problem: ClaimsProblem) -> None:
    """Every award lies between zero and the claim, they sum exactly, and larger claims get and lose no less."""
    awards = list(rule(problem).values())
    assert sum(awards) == problem.estate
    assert all(0 <= award <= claim for award, claim in zip(awards, problem.claims, strict=True))
    ordered = sorted(zip(problem.claims, awards, strict=True))
    for (claim, award), (more, larger) in pairwise(ordered):
        assert award <= larger
        assert claim - award <= more - larger


@pytest.mark.parametrize(
    "rule",
    [
        claims.adjusted_proportional,
        claims.average_awards_losses,
        claims.proportional,
        claims.random_arrival,
        claims.reverse_talmud,
        claims.talmud,
    ],
)
@given(problem=problems())
@settings(max_examples=40, deadline=None)
def test_some_rules_are_self_dual(rule: Rule, problem: ClaimsProblem) -> None:
    """Sharing the loss by the rule and sharing the estate by it come to the same."""
    assert rule(problem.dual()) == problem.losses(rule(problem))


@given(problems())
@settings(max_examples=40, deadline=None)
def test_equal_awards_and_equal_losses_are_dual(problem: ClaimsProblem) -> None:
    """What equal losses give is the claim less what equal awards make of the loss."""
    lost = claims.constrained_equal_awards(problem.dual())
    assert lost == problem.losses(claims.constrained_equal_losses(problem))


@pytest.mark.parametrize("rule", RULES)
@given(problem=problems(), data=st.data())
@settings(max_examples=30, deadline=None)
def test_a_larger_estate_takes_from_nobody(rule: Rule, problem: ClaimsProblem, data: st.DataObject) -> None:
    """Where there is more to share nobody gets less."""
    less = data.draw(st.fractions(0, problem.estate, max_denominator=4))
    before, after = rule(ClaimsProblem(less, problem.players, problem.claims)), rule(problem)
    assert all(before[player] <= after[player] for player in problem.players)


@pytest.mark.parametrize(
    "rule", [claims.proportional, claims.constrained_equal_awards, claims.constrained_equal_losses]
)
@given(problem=problems(), data=st.data())
@settings(max_examples=30, deadline=None)
def test_some_rules_may_be_used_step_by_step(rule: Rule, problem: ClaimsProblem, data: st.DataObject) -> None:
    """Sharing a part first and the rest after it, or a larger estate first and then by its awards, changes nothing."""
    awards = rule(problem)
    part = data.draw(st.fractions(0, problem.estate, max_denominator=4))
    first = rule(ClaimsProblem(part, problem.players, problem.claims))
    left = [claim - first[player] for player, claim in zip(problem.players, problem.claims, strict=True)]
    rest = rule(ClaimsProblem(problem.estate - part, problem.players, tuple(left)))
    assert awards == {player: first[player] + rest[player] for player in problem.players}
    hoped = data.draw(st.fractions(problem.estate, problem.total, max_denominator=4))
    promised = rule(ClaimsProblem(hoped, problem.players, problem.claims))
    assert awards == rule(ClaimsProblem(problem.estate, problem.players, tuple(promised.values())))


@pytest.mark.parametrize(
    "rule",
    [
        claims.adjusted_proportional,
        claims.constrained_equal_awards,
        claims.minimal_overlap,
        claims.random_arrival,
        claims.talmud,
    ],
)
@given(problem=problems())
@settings(max_examples=30, deadline=None)
def test_by_some_rules_claims_beyond_the_estate_do_not_count(rule: Rule, problem: ClaimsProblem) -> None:
    """Claiming more than there is gives nobody more than claiming all there is."""
    within = tuple(min(claim, problem.estate) for claim in problem.claims)
    assert rule(ClaimsProblem(problem.estate, problem.players, within)) == rule(problem)


@pytest.mark.parametrize(
    "rule",
    [
        claims.constrained_egalitarian,
        claims.constrained_equal_awards,
        claims.constrained_equal_losses,
        claims.piniles,
        claims.proportional,
        claims.reverse_talmud,
        claims.talmud,
    ],
)
@given(problem=problems(), data=st.data())
@settings(max_examples=30, deadline=None)
def test_by_some_rules_those_that_are_left_share_as_before(
    rule: Rule, problem: ClaimsProblem, data: st.DataObject
) -> None:
    """Where some have taken their awards and gone, the others share what is left as they did."""
    awards = rule(problem)
    stay = [player for player in problem.players if data.draw(st.booleans())] or [problem.players[0]]
    estate = sum((awards[player] for player in stay), Fraction(0))
    wanted = tuple(problem.claims[problem.players.index(player)] for player in stay)
    assert rule(ClaimsProblem(estate, tuple(stay), wanted)) == {player: awards[player] for player in stay}


@given(problems())
@settings(max_examples=30, deadline=None)
def test_random_arrival_is_the_mean_over_orders(problem: ClaimsProblem) -> None:
    """Each gets, on average over all orders of arrival, its claim or what is left for it."""
    got = [Fraction(0)] * len(problem.claims)
    orders = list(permutations(range(len(got))))
    for order in orders:
        left = problem.estate
        for place in order:
            award = min(problem.claims[place], left)
            left -= award
            got[place] += award / len(orders)
    assert list(claims.random_arrival(problem).values()) == got


def test_random_arrival_is_told_for_many_claims_and_says_where_it_is_out_of_reach() -> None:
    """Sixty whole claims are shared exactly; of claims with too many different sums that is said."""
    many = ClaimsProblem.of(100, {place: 1 + place % 5 for place in range(60)})
    awards = claims.random_arrival(many)
    assert sum(awards.values()) == 100
    assert awards[0] == awards[5] < awards[1]
    wide = ClaimsProblem.of(2**29, {place: 2**place for place in range(30)})
    with pytest.raises(IntractableError, match="30 claims with more than 1,048,576 different sums"):
        claims.random_arrival(wide)


@pytest.mark.parametrize(
    "asked", [(2, 4, 4), (3, 3, 4), (2, 3, 6), (1, 4, 5), (2, 2, 2), (1, 5, 6), (4, 4, 4), (2, 5, 9)]
)
def test_minimal_overlap_is_what_the_best_ways_to_lay_claims_give(asked: tuple[int, ...]) -> None:
    """Of all ways to lay three claims on six cells, those with most cells for one, then for two, give the awards."""
    cells = range(6)
    found: dict[tuple[int, ...], set[tuple[Fraction, ...]]] = {}
    for laid in product(*(combinations(cells, min(claim, 6)) for claim in asked)):
        counts = Counter(cell for part in laid for cell in part)
        by_number = Counter(counts.values())
        overlap = (by_number[1], by_number[2], by_number[3])
        awards = tuple(sum((Fraction(1, counts[cell]) for cell in part), Fraction(0)) for part in laid)
        found.setdefault(overlap, set()).add(awards)
    awards = claims.minimal_overlap(ClaimsProblem.of(6, dict(enumerate(asked))))
    assert found[max(found)] == {tuple(awards.values())}


def test_minimal_overlap_of_three_is_told_by_hand() -> None:
    """With claims of 2, 3 and 4 on 6, all claim the same part of 1.5, and each has the rest of its claim alone."""
    awards = claims.minimal_overlap(ClaimsProblem.of(6, {"a": 2, "b": 3, "c": 4}))
    assert list(awards.values()) == [Fraction(1), Fraction(2), Fraction(3)]


@given(problems())
@settings(max_examples=30, deadline=None)
def test_losses_are_shared_as_estates_are(problem: ClaimsProblem) -> None:
    """A problem told by its loss is the one told by its estate, and losses and awards make up the claims."""
    given_claims = dict(zip(problem.players, problem.claims, strict=True))
    again = ClaimsProblem.of_loss(problem.loss, given_claims)
    assert again == problem
    assert problem.dual().dual() == problem
    lost = problem.losses(claims.proportional(problem))
    assert sum(lost.values()) == problem.loss


def test_losses_of_awards_that_are_missing_or_strange_are_refused() -> None:
    """There is an award for each that claims, and for nobody else."""
    problem = ClaimsProblem.of(6, {"a": 2, "b": 8})
    with pytest.raises(InvalidValueError, match="1 of 2 players have no award, such as b"):
        problem.losses({"a": 1})
    with pytest.raises(UnknownIdError, match="no player 'c'"):
        problem.losses({"a": 1, "b": 5, "c": 0})


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ClaimsProblem.of(10, {}), "at least one player"),
        (lambda: ClaimsProblem.of(10, {"a": 4, "b": 5}), "claims come to 9, less than the estate of 10"),
        (lambda: ClaimsProblem.of(-1, {"a": 4}), "the estate is -1, below zero"),
        (lambda: ClaimsProblem.of(1, {"a": 4, "b": Decimal(-2)}), "the claim of b is -2, below zero"),
        (lambda: ClaimsProblem(Fraction(-1), ("a",), (Fraction(4),)), "the estate is -1"),
        (lambda: ClaimsProblem(Fraction(1), ("a",), ()), "0 claims of 1 players"),
        (lambda: ClaimsProblem.of(1, [("a", 4)]), "is no mapping of player to claim"),  # type: ignore[arg-type]
        (lambda: ClaimsProblem.of(1, {"a": float("inf")}), "the claim of a is inf, which is not"),
        (lambda: ClaimsProblem.of_loss(-1, {"a": 4}), "the loss is -1, below zero"),
        (lambda: ClaimsProblem.of_loss(5, {"a": 4}), "the claims come to 4, less than the loss of 5"),
        (lambda: ClaimsProblem.of_loss(float("nan"), {"a": 4}), "the loss is nan, which is not a finite number"),
    ],
)
def test_what_is_no_problem_is_refused(make: Callable[[], object], message: str) -> None:
    """Claims that are negative, endless, missing or too small are refused in words."""
    with pytest.raises(InvalidValueError, match=message):
        make()
