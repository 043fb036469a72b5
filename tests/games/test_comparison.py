"""Methods side by side: what is compared, what is refused and why, and what is said of the differences."""

import json
import re
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from familjen.errors import IntractableError, InvalidValueError, UnknownIdError
from familjen.games import (
    METHODS,
    AirportGame,
    Comparison,
    CostGame,
    CostShares,
    Game,
    SpanningTreeGame,
    banzhaf,
    compare,
    nucleolus,
    shapley,
    weighted_shapley,
)
from familjen.games.comparison import USUAL

CASES = Path(__file__).parents[1] / "cases"
PAIR = CostGame.of({"A": 12, "H": 8, "A+H": 15})
ADVERSE = CostGame.of({"a": 1, "b": 6, "c": 6, "a+b": 6, "a+c": 6, "b+c": 7, "a+b+c": 9})


@st.composite
def games(draw: st.DrawFn) -> Game:
    """Draw a game of costs or gains, that some methods split and others do not."""
    number = draw(st.integers(1, 4))
    kind = draw(st.sampled_from([CostGame, Game]))
    numbers = draw(st.lists(st.integers(1, 40), min_size=(1 << number) - 1, max_size=(1 << number) - 1))
    return kind.from_vector(["Ale", "Bjuv", "Åstorp", "<Ö>"][:number], [0, *numbers])


def figures(text: str, lang: str) -> list[str]:
    """Give the figures of a text, as English writes them, in order of their digits."""
    plain = text.replace("\N{NO-BREAK SPACE}", "").replace(",", ".") if lang == "sv" else text.replace(",", "")
    return sorted(each.strip(".") for each in re.findall(r"\d[\d./]*", plain))


@given(games(), st.booleans())
@settings(max_examples=40, deadline=None)
def test_each_method_gives_what_it_gives_alone(game: Game, exact: bool) -> None:  # noqa: FBT001 - Hypothesis gives it
    """In a comparison of all methods each gives its own split or its own reason, and none is lost."""
    found = compare(game, METHODS, exact=exact)
    assert set(found.shares) | set(found.refused) == set(METHODS)
    assert not set(found.shares) & set(found.refused)
    for name, shares in found.shares.items():
        assert shares == METHODS[name](game, exact=exact)
        assert found.spreads()[name] == max(shares.savings().values()) - min(shares.savings().values())
    for name, reason in found.refused.items():
        with pytest.raises(InvalidValueError) as caught:
            METHODS[name](game, exact=exact)
        assert caught.value.reason == reason
    assert [row["method"] for row in found.to_rows()] == [
        name for name in found.shares for _ in range(len(game.players))
    ]
    assert found.parts("Ale") == {name: shares["Ale"] for name, shares in found.shares.items()}


@given(games())
@settings(max_examples=40, deadline=None)
def test_both_languages_have_the_same_figures(game: Game) -> None:
    """Table and explanation have the same numbers in English and Swedish, and the same number of lines."""
    found = compare(game, ["shapley", "equal_division", "prenucleolus", "tau"])
    english, swedish = found.explain("en"), found.explain("sv")
    assert len(english.lines) == len(swedish.lines)
    for one, other in zip((english.title, *english.lines), (swedish.title, *swedish.lines), strict=True):
        if "no split" not in one:
            assert figures(one, "en") == figures(other, "sv")
    tables = [found.table(lang) for lang in ("en", "sv")]
    assert [len(part) for part in tables[0]] == [len(part) for part in tables[1]]
    for one, other in zip(found.text("en").splitlines()[1:], found.text("sv").splitlines()[1:], strict=True):
        assert figures(one, "en") == figures(other, "sv")


@given(games())
@example(CostGame.from_vector(("Ale", "Bjuv", "Åstorp"), [0, 5, 13, 1, 39, 4, 24, 2]))
@settings(max_examples=40, deadline=None)
def test_the_best_and_the_worst_are_those_of_the_numbers(game: Game) -> None:
    """Methods differ most for the player whose parts lie farthest apart, and are best for those who save most."""
    found = compare(game, ["shapley", "equal_division", "ensc"], exact=True)
    parts = {player: [Fraction(part) for part in found.parts(player).values()] for player in game.players}
    apart = {player: max(each) - min(each) for player, each in parts.items()}
    first, *others = found.explain().lines
    if not any(apart.values()):
        assert first == "All methods give the same split."
        return
    most = max(apart, key=lambda player: apart[player])
    assert first.startswith(f"Methods differ most for {most}, who ")
    best = min if game.sign < 0 else max
    names = {"shapley": "the Shapley value", "equal_division": "equal division"}
    names["ensc"] = "equal allocation of non-separable costs"
    for player, numbers in parts.items():
        if apart[player]:
            line = next(line for line in others if line.startswith("Best for") and str(player) in line.split(":")[0])
            least = best(numbers)
            for name, part in found.parts(player).items():
                assert (names[name] in line.split(":")[1]) is (part == least)


def test_the_tennessee_valley_is_compared() -> None:
    """The table has the parts of each method and the core below, and sentences say who gains by which."""
    table = json.loads((CASES / "tva_ten_valley.json").read_text("utf-8"))["inputs"]["cost"]
    found = compare(CostGame.of(table, players=["N", "F", "P"]))
    assert list(found.shares) == list(USUAL)
    lines = [line.split("  ") for line in str(found).splitlines()]
    assert [cell.strip() for cell in lines[2] if cell] == ["N", "163,520.00", "117,829.00", "117,475.54", "116,234.00"]
    assert [cell.strip() for cell in lines[7] if cell] == ["In the core", "yes", "yes", "yes"]
    assert [cell.strip() for cell in lines[8] if cell] == ["Worst-off coalition", "F", "F", "N"]
    assert [cell.strip() for cell in lines[9] if cell][-1] == "-47,286.00"
    assert [cell.strip() for cell in lines[10] if cell] == ["Spread of savings", "16,028.00", "12,476.13", "0.00"]
    said = found.explain()
    assert said.title == "Split of 412,584 by 3 methods"
    assert said.lines == (
        "Methods differ most for P, who pays 193,998.50 by the Shapley value and 202,810 by the nucleolus.",
        "Best for N and F: the nucleolus.",
        "Best for P: the Shapley value.",
        "In the core: the Shapley value, separable costs – remaining benefits and the nucleolus.",
    )
    assert "Bäst för N och F: nukleolus." in found.explain("sv").lines


def test_gains_are_compared_as_gains() -> None:
    """In a game of gains the best method is the one that gives most."""
    game = Game.of({"a": 0, "b": 0, "c": 0, "a+b": 6, "a+c": 0, "b+c": 0, "a+b+c": 6})
    said = compare(game, ["equal_division", "shapley"]).explain()
    assert said.lines == (
        "Methods differ most for c, who gets 0 by the Shapley value and 2 by equal division.",
        "Best for a and b: the Shapley value.",
        "Best for c: equal division.",
        "In the core: the Shapley value.",
        "Not in the core: equal division – a and b together get 2 less than they gain by themselves.",
    )


def test_a_method_that_does_not_apply_is_kept_with_its_reason() -> None:
    """Where one of several refuses, the others stand; where it is alone, it refuses."""
    found = compare(ADVERSE)
    assert list(found.shares) == ["shapley", "nucleolus"]
    assert found.refused["scrb"].startswith("a adds more in the end")
    assert found.explain().lines[-1] == f"scrb gives no split: {found.refused['scrb']}."
    assert found.refusals("sv") == [f"scrb ger ingen fördelning: {found.refused['scrb']}."]
    assert found.explain().title.endswith("by 3 methods")
    assert "b and c together pay 1 more than they cost by themselves" in found.explain().lines[1]
    with pytest.raises(InvalidValueError, match="a adds more in the end"):
        compare(ADVERSE, ["scrb"])
    with pytest.raises(InvalidValueError, match=r"no method splits this game – scrb: .*; gately: "):
        compare(ADVERSE, ["scrb", "gately"])


def test_functions_and_ready_splits_stand_beside_names() -> None:
    """A function, a partial one and what is paid today are compared under their own names."""
    today = CostShares.of(PAIR, [11, 4], "today")
    own = partial(weighted_shapley, weights={"A": 3, "H": 1})
    found = compare(PAIR, ["Nucleolus", shapley, banzhaf, own, today], exact=True)
    assert list(found.shares) == ["nucleolus", "shapley", "banzhaf", "weighted_shapley", "today"]
    assert found.shares["today"] is today
    assert found.parts("A") == {
        "nucleolus": Fraction(19, 2),
        "shapley": Fraction(19, 2),
        "banzhaf": Fraction(19, 2),
        "weighted_shapley": Fraction(33, 4),
        "today": 11,
    }
    assert found.explain().lines[0] == (
        "Methods differ most for A, who pays 8.25 by the weighted Shapley value and 11 by today."
    )
    assert repr(found) == "<Comparison of nucleolus, shapley, banzhaf, weighted_shapley, today: 2 players>"


def test_what_does_not_split_the_whole_is_told() -> None:
    """A value that misses the whole is compared, and said not to split it."""
    game = CostGame.from_vector(list("abc"), [0, 4, 4, 4, 4, 4, 4, 4])
    found = compare(game, ["shapley", banzhaf])
    assert "The Banzhaf value does not split the whole." in found.explain().lines
    assert "Banzhafvärdet fördelar inte det hela." in found.explain("sv").lines
    assert found.standings()["banzhaf"].missed == -1


def test_the_same_split_by_all_is_said_to_be() -> None:
    """Where methods agree, that is all there is to say of their difference; a single one has none."""
    assert compare(PAIR, ["shapley", "nucleolus"]).explain().lines == (
        "All methods give the same split.",
        "In the core: the Shapley value and the nucleolus.",
    )
    assert compare(PAIR, ["shapley"]).explain().lines == ("In the core: the Shapley value.",)


def not_a_split(game: Any, *, exact: bool = False) -> Any:
    """Give a list of numbers, which is no split."""
    return [game.whole, exact]


@pytest.mark.parametrize(
    ("methods", "said"),
    [
        ([], "there is no method to compare"),
        ("shapley", r"'shapley' is no list of methods; write \['shapley'\]"),
        (3, "3 is no list of methods"),
        ([3], "3 is no method; give a name"),
        (["shapley", "Shapley"], "shapley is given twice"),
        (["tau", METHODS["tau"]], "tau is given twice"),
        ([not_a_split], "not_a_split gives .* which is no split"),
        ([CostShares.of(ADVERSE, [3, 3, 3], "agreed")], "agreed is a split of another game"),
    ],
)
def test_what_cannot_be_compared_is_refused(methods: Any, said: str) -> None:
    """No method, one twice, and what is no method or split of this game are refused with the reason."""
    with pytest.raises(InvalidValueError, match=said):
        compare(PAIR, methods)


def test_unknown_methods_and_players_have_near_matches() -> None:
    """A name that is nearly one is answered with it, and a language with ours."""
    with pytest.raises(UnknownIdError, match="did you mean 'nucleolus'"):
        compare(PAIR, ["nucleolos"])
    with pytest.raises(UnknownIdError, match="there is no player 'B'"):
        compare(PAIR).parts("B")
    with pytest.raises(InvalidValueError, match="is not a language"):
        compare(PAIR).explain("de")
    with pytest.raises(InvalidValueError, match="is not a language"):
        compare(PAIR).text("de")


def test_large_compact_games_are_compared_as_far_as_methods_go() -> None:
    """Methods that a large game is too hard for are kept with the result that says so; alone they raise."""
    large = AirportGame.of({str(place): 100 + 7 * place for place in range(30)})
    found = compare(large, ["shapley", "nucleolus", "solidarity"])
    assert list(found.shares) == ["shapley", "nucleolus"]
    assert "out of reach" in found.refused["solidarity"]
    assert all(standing.in_core for standing in found.standings().values())
    with pytest.raises(IntractableError):
        compare(large, ["solidarity"])
    links = {("source", place): 3 for place in range(30)} | {
        (one, other): 2 for one in range(30) for other in range(one)
    }
    tree = SpanningTreeGame.of(links, source="source")
    assert "too hard" in compare(tree, ["equal_division"]).text()
    assert "för svårt" in compare(tree, ["equal_division"]).text("sv")


def test_html_is_escaped() -> None:
    """Names of players and methods cannot break the table of a notebook."""
    game = CostGame.of({("<b>",): 4, ("&",): 5, ("<b>", "&"): 6})
    html = compare(game, [nucleolus, CostShares.of(game, [2, 4], "<i>")])._repr_html_()
    assert "<td>&lt;b&gt;</td>" in html
    assert "<th>&lt;i&gt;</th>" in html
    assert "<b>" not in html
    assert "<i>" not in html
    assert "In the core" in html


def test_a_comparison_is_a_value() -> None:
    """Two comparisons of the same splits are equal."""
    assert compare(PAIR) == compare(PAIR)
    assert isinstance(compare(PAIR), Comparison)
    assert compare(PAIR) != compare(PAIR, ["shapley"])
