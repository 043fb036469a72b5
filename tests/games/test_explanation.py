"""Splits in words and tables: what is said of them, in both languages, and how numbers are written."""

import json
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import (
    METHODS,
    AirportGame,
    CostGame,
    CostShares,
    Explanation,
    Game,
    SpanningTreeGame,
    banzhaf,
    bird,
    equal_division,
    modiclus,
    nucleolus,
    shapley,
)
from familjen.games.core_standing import CoreStanding
from familjen.games.reading import Reading
from familjen.games.wording import WORDINGS, wording_of

CASES = Path(__file__).parents[1] / "cases"
PAIR = CostGame.of({"A": 11, "H": 7, "A+H": 15})
ADVERSE = CostGame.of({"a": 1, "b": 6, "c": 6, "a+b": 6, "a+c": 6, "b+c": 7, "a+b+c": 9})
FOUR = {"Bjuv": 5, "Klippan": 5, "Svalöv": 5, "Åstorp": 9}


@st.composite
def games(draw: st.DrawFn) -> Game:
    """Draw a game of costs or gains in which something is common."""
    number = draw(st.integers(1, 4))
    kind = draw(st.sampled_from([CostGame, Game]))
    numbers = draw(st.lists(st.integers(1, 40), min_size=(1 << number) - 1, max_size=(1 << number) - 1))
    return kind.from_vector(["Ale", "Bjuv", "Åstorp", "<Ö>"][:number], [0, *numbers])


@st.composite
def splits(draw: st.DrawFn) -> CostShares:
    """Draw a split of such a game by some method that splits it, exactly or in floats."""
    game, name, exact = draw(games()), draw(st.sampled_from(["shapley", "equal_division", "ensc"])), draw(st.booleans())
    return METHODS[name](game, exact=exact)


def figures(text: str, lang: str) -> list[str]:
    """Give the figures of a text, as English writes them, in the order of their size."""
    plain = text.replace("\N{NO-BREAK SPACE}", "").replace(",", ".") if lang == "sv" else text.replace(",", "")
    return sorted(each.strip(".") for each in re.findall(r"\d[\d./]*", plain))


def literature() -> CostGame:
    """Give the game of the Tennessee Valley."""
    table = json.loads((CASES / "tva_ten_valley.json").read_text("utf-8"))["inputs"]["cost"]
    return CostGame.of(table, players=["N", "F", "P"])


def test_the_tennessee_valley_is_explained() -> None:
    """Each purpose's part, its saving, the core and the proof are said, from the method to the certificate."""
    said = nucleolus(literature()).explain()
    assert said.title == "Split of 412,584 by the nucleolus"
    assert said.lines == (
        "The worst-off coalition is as well off as it can be, then the next, and so on; nobody does worse than alone.",
        "N pays 116,234, which is 47,286 less than alone (28.9 %).",
        "F pays 93,540, which is 47,286 less than alone (33.6 %).",
        "P pays 202,810, which is 47,286 less than alone (18.9 %).",
        (
            "The split is in the core: no coalition pays more than it costs by itself. "
            "Nearest to leaving: N pays 47,286 less than alone."
        ),
        "Proven by 1 level and 3 coalitions.",
    )
    assert str(said) == "\n".join([said.title, *(f"  {line}" for line in said.lines)])


def test_it_is_explained_in_swedish() -> None:
    """The same is said in Swedish, with the decimal comma and spaces between thousands."""
    said = shapley(literature()).explain("sv")
    assert said.title == "Fördelning av 412\xa0584 enligt Shapleyvärdet"
    assert "F betalar 100\xa0756,5, vilket är 40\xa0069,5 mindre än ensam (28,5\xa0%)." in said.lines
    assert said.lines[-1] == (
        "Fördelningen ligger i kärnan: ingen koalition betalar mer än den kostar på egen hand. "
        "Närmast att gå: F betalar 40\xa0069,5 mindre än ensam."
    )


def test_who_would_leave_is_named() -> None:
    """A coalition that pays more than it costs is named with how much, in both languages; so is one player."""
    table = CostGame.from_function(
        FOUR, lambda members: sum(FOUR[each] for each in members) - 3.43 * (set(members) == set(list(FOUR)[:3]))
    )
    agreed = CostShares.of(table, [4, 4, 4, 12], "agreed")
    assert "Åstorp pays 12, which is 3 more than alone (33.3 %)." in agreed.explain().lines
    assert "The split is not in the core: Åstorp pays 3 more than alone." in agreed.explain().lines
    agreed = CostShares.of(table, [4, 4, 4, 9], "agreed")
    out = "The split is not in the core: Bjuv, Klippan and Svalöv together pay 0.43 more than they cost by themselves."
    ut = (
        "Fördelningen ligger inte i kärnan: Bjuv, Klippan och Svalöv betalar tillsammans 0,43 mer än de kostar på egen "
        "hand."
    )
    assert agreed.explain().lines[-1] == out
    assert agreed.explain("sv").lines[-1] == ut


def test_gains_are_worded_as_gains() -> None:
    """In a game of gains players get, more or less than they gain alone."""
    game = Game.of({"K": 0, "T": 0, "A": 0, "K+T": 1170, "K+A": 770, "T+A": 210, "K+T+A": 1530})
    near = shapley(game)
    assert near.explain().lines[1] == "K gets 763.33, which is 763.33 more than alone."
    assert near.explain("sv").lines[1] == "K får 763,33, vilket är 763,33 mer än ensam."
    assert "no coalition gets less than it gains by itself" in near.explain().lines[-1]
    assert "K and T together get 76.67 more than they gain by themselves" in near.explain().lines[-1]
    far = CostShares.of(game, [500, 500, 530], "agreed")
    assert far.explain().lines[-1] == (
        "The split is not in the core: K and T together get 170 less than they gain by themselves."
    )
    assert "betalar" not in str(far.explain("sv"))
    assert "pays" not in str(near.explain())


def test_at_the_edge_of_the_core_it_is_said_so() -> None:
    """A coalition that pays just what it costs is said to, also where floats do not come to it exactly."""
    thirds = CostGame.of({"a": 0.1, "b": 0.2, "c": 0.3, "a+b": 0.3, "a+c": 0.4, "b+c": 0.5, "a+b+c": 0.6})
    for shares in (shapley(thirds), shapley(thirds, exact=True)):
        assert CoreStanding.of(shares).in_core
        assert CoreStanding.of(shares).excess == 0
        assert "just pay" in shares.explain().lines[-1]
        assert "precis vad" in shares.explain("sv").lines[-1]
        assert shares.explain().lines[1].endswith("as much as alone.")


def test_what_does_not_split_the_whole_is_said() -> None:
    """Parts that miss the whole are no split, and that is said with both numbers."""
    game = CostGame.from_vector(list("abc"), [0, 4, 4, 4, 4, 4, 4, 4])
    said = banzhaf(game).explain().lines
    assert said[-1] == "The parts come to 3 and the whole is 4: the whole is not split."
    assert CoreStanding.of(banzhaf(game)).in_core is False


def test_one_player_has_nobody_to_leave() -> None:
    """In a game of one nobody is named as near to leaving."""
    said = equal_division(CostGame.of({"A": 11})).explain()
    assert said.lines == (
        "Everyone pays the same.",
        "A pays 11, as much as alone.",
        "The split is in the core: no coalition pays more than it costs by itself.",
    )


def test_proofs_are_counted() -> None:
    """Levels and coalitions of a certificate are counted, and the balance of a large game is said."""
    said = modiclus(ADVERSE).explain()
    proof = modiclus(ADVERSE).certificate
    assert proof is not None
    assert said.lines[-1].startswith(f"Proven by {len(proof.levels)} level")  # type: ignore[union-attr]
    large = AirportGame.of({str(place): 100 + 7 * place for place in range(30)})
    assert "every two players" in nucleolus(large).explain().lines[-1]
    assert "varje par" in nucleolus(large).explain("sv").lines[-1]


def test_many_players_are_not_all_listed() -> None:
    """Of thirty players twenty have a sentence, and it is said where the others stand."""
    large = AirportGame.of({str(place): 100 + 7 * place for place in range(30)})
    said = shapley(large).explain().lines
    assert "The other 10 players stand in the table of the split." in said
    assert sum(" pays " in line for line in said[1:-1]) == 20
    assert len(shapley(large).to_rows()) == 30


def test_what_is_too_hard_to_tell_is_said_to_be() -> None:
    """Where no method tells the worst-off coalition of a large game, the explanation says so and gives the rest."""
    links = {("source", place): 3 for place in range(30)} | {
        (one, other): 2 for one in range(30) for other in range(one)
    }
    shares = bird(SpanningTreeGame.of(links, source="source"))
    assert CoreStanding.of(shares).in_core is None
    assert shares.explain().lines[-1].endswith("is too hard to tell for this game.")
    assert "för svårt" in shares.explain("sv").lines[-1]


def test_a_method_of_ones_own_is_called_by_its_name() -> None:
    """A split by no method of ours has its name in the title, and no sentence on what it does."""
    said = CostShares.of(PAIR, [9, 6], "our_agreement").explain()
    assert said.title == "Split of 15 by our agreement"
    assert said.lines[0].startswith("A pays 9")


def test_a_language_that_is_not_ours_is_refused() -> None:
    """Explanation and table refuse an unknown language with a hint."""
    with pytest.raises(InvalidValueError, match="is not a language of ours"):
        shapley(PAIR).explain("no")
    with pytest.raises(InvalidValueError, match="did you mean 'sv'"):
        shapley(PAIR).text("svv")


@given(splits())
@settings(max_examples=60, deadline=None)
def test_both_languages_have_the_same_figures(shares: CostShares) -> None:
    """English and Swedish name the same players and write the same numbers, and no word of the other remains."""
    english, swedish = shares.explain("en"), shares.explain("sv")
    assert len(english.lines) == len(swedish.lines)
    for one, other in zip(english.lines, swedish.lines, strict=True):
        assert figures(one, "en") == figures(other, "sv")
    for player in shares:
        assert str(player) in str(english)
        assert str(player) in str(swedish)
    assert "{" not in str(english) + str(swedish)
    assert isinstance(english, Explanation)


@given(splits())
@settings(max_examples=60, deadline=None)
def test_the_core_is_told_as_it_is(shares: CostShares) -> None:
    """Whether a split is in the core, who is worst off and by how much agree with all 2ⁿ excesses."""
    standing = CoreStanding.of(shares)
    game = shares.game
    numbers = [Fraction(part) for part in shares.numbers]
    masks = range(1, (1 << len(numbers)) - 1)
    excesses = [
        game.sign * (game.at(mask) - sum(part for place, part in enumerate(numbers) if mask >> place & 1))
        for mask in masks
    ]
    assert standing.in_core is (float(max(excesses, default=Fraction(0))) <= 1e-9)
    if excesses:
        assert float(standing.excess) == pytest.approx(float(max(excesses)), abs=1e-9)
        assert float(shares.excess(frozenset(standing.worst_off))) == pytest.approx(float(standing.excess), abs=1e-9)


@given(splits())
@settings(max_examples=60, deadline=None)
def test_rows_hold_each_part_beside_what_it_is_alone(shares: CostShares) -> None:
    """A row's saving is what its part is better than alone, exact where the part is, and in percent of that."""
    rows: list[dict[str, Any]] = shares.to_rows()
    assert [row["player"] for row in rows] == list(shares)
    for row in rows:
        alone = shares.game.exactly(frozenset([row["player"]]))
        kind = type(shares[row["player"]])
        assert all(isinstance(row[name], kind) for name in ("part", "alone", "saving", "saving_percent"))
        assert row["alone"] == alone
        assert row["part"] == shares[row["player"]]
        assert float(row["saving"]) == pytest.approx(shares.savings()[row["player"]])
        assert float(row["saving_percent"]) == pytest.approx(100 * float(row["saving"]) / float(alone))


def test_a_percentage_of_nothing_is_none() -> None:
    """Where a player comes to nothing alone there is no percentage, in rows and in the table."""
    shares = shapley(Game.of({"a": 0, "b": 2, "a+b": 4}))
    assert [row["saving_percent"] for row in shares.to_rows()] == [None, 50.0]
    assert str(shares).splitlines()[2].split() == ["a", "1", "0", "1"]


def test_the_table_is_aligned_and_sums() -> None:
    """The table has a row for each player and one for all, set flush right, also in Swedish."""
    shares = shapley(literature())
    assert str(shares) == shares.text()
    assert str(shares).splitlines() == [
        "Player       pays      alone      saves       %",
        "-----------------------------------------------",
        "N       117,829.0  163,520.0   45,691.0  27.9 %",
        "F       100,756.5  140,826.0   40,069.5  28.5 %",
        "P       193,998.5  250,096.0   56,097.5  22.4 %",
        "-----------------------------------------------",
        "All     412,584.0  554,442.0  141,858.0  25.6 %",
    ]
    assert shares.text("sv").splitlines()[0].split() == ["Spelare", "betalar", "ensam", "sparar", "%"]
    assert shapley(Game.of({"a": 1, "b": 2, "a+b": 4})).text().splitlines()[0].split()[1:4] == ["gets", "alone", "more"]


def test_html_is_escaped() -> None:
    """Names of players cannot break the table of a notebook."""
    html = shapley(CostGame.of({("<b>",): 4, ("&",): 5, ("<b>", "&"): 6}))._repr_html_()
    assert "<td>&lt;b&gt;</td>" in html
    assert "<td>&amp;</td>" in html
    assert "<b>" not in html
    assert html.startswith("<table><thead><tr><th>Player</th>")


def test_excess_of_a_coalition_is_exact() -> None:
    """What a coalition would gain by leaving is told exactly, also of floats, and a stranger is refused."""
    assert CostShares.of(PAIR, [12, 3], "agreed").excess("A") == 1
    assert shapley(PAIR).excess(()) == 0
    with pytest.raises(UnknownIdError, match="there is no player 'B'"):
        shapley(PAIR).excess("B")


@pytest.mark.parametrize("name", [*METHODS, "banzhaf", "owen", "myerson", "weighted_shapley", "aumann_dreze", "bird"])
def test_every_method_is_worded(name: str) -> None:
    """Each method has a name and a sentence in both languages, for costs and for gains."""
    wording = wording_of(name)
    assert wording is not None
    assert wording.name.en != wording.name.sv or name == "modiclus"
    costs, gains = wording.said("en", -1), wording.said("en", 1)
    assert costs.endswith(".")
    assert not re.search(r"\b(gets|gains?)\b", costs) or name in {"gately", "egs"}
    assert not re.search(r"\b(pays|costs)\b", gains)
    for sign in (-1, 1):
        swedish = wording.said("sv", sign)
        assert swedish.endswith(".")
        assert "{" not in swedish
        assert swedish != wording.said("en", sign)
    assert not re.search(r"\b(betalar|kostar)\b", wording.said("sv", 1))


def test_wordings_are_in_order_and_of_real_methods() -> None:
    """The table of wordings is sorted, and each name is of a function of the package or of a result it gives."""
    from familjen import games

    assert list(WORDINGS) == sorted(WORDINGS)
    assert all(hasattr(games, name) for name in WORDINGS)
    assert wording_of("nonsense") is None


@pytest.mark.parametrize(
    ("numbers", "number", "english", "swedish"),
    [
        ([9.5, 5.5], 9.5, "9.5", "9,5"),
        ([14_000.0, 5.0], 14_000.0, "14,000", "14\xa0000"),
        ([100 / 3, 5.0], 100 / 3, "33.33", "33,33"),
        ([1 / 3, 2 / 3], 1 / 3, "0.3333", "0,3333"),
        ([100 / 3, 5.0], 0.000_123_4, "0.00012", "0,00012"),
        ([100 / 3, 5.0], 1e-10, "0.00", "0,00"),
        ([100 / 3, 5.0], -0.0, "0.00", "0,00"),
        ([1e9 / 3, 5.0], -1e9 / 3, "-333,333,333.33", "-333\xa0333\xa0333,33"),
        ([Fraction(5, 3)], Fraction(5, 3), "5/3", "5/3"),
        ([Fraction(5, 3)], Fraction(50_000, 3), "50,000/3", "50\xa0000/3"),
        ([Fraction(5, 2)], Fraction(-5, 2), "-2.5", "-2,5"),
        ([Fraction(1, 64)], Fraction(1, 64), "0.015625", "0,015625"),
        ([Fraction(10**30)], Fraction(10**30 + 1), f"{10**30 + 1:,}", f"{10**30 + 1:,}".replace(",", "\xa0")),
        ([Fraction(12_345, 6_789)], Fraction(12_345, 6_789), "≈ 1.818", "≈ 1,818"),
        ([], 0.0, "0", "0"),
    ],
)
def test_numbers_are_written_to_be_read(
    numbers: list[float | Fraction], number: float | Fraction, english: str, swedish: str
) -> None:
    """Numbers have the decimals that they and those beside them need, exact ones in full where that is short."""
    assert Reading.of(numbers).say(number) == english
    assert Reading.of(numbers, "sv").say(number) == swedish


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_near_to_the_number(numbers: list[float]) -> None:
    """A float is written to within half a unit of its last decimal, and never as zero unless it is nothing beside."""
    reading = Reading.of(numbers)
    for number in numbers:
        back = float(Decimal(reading.say(number).replace(",", "")))
        assert abs(back - number) <= max(0.51 * 10.0**-reading.places, 1e-5)
        assert back != 0 or abs(number) <= 1e-9 * min(reading.scale, 1e4)


def test_partly_exact_parts_are_split_in_the_end() -> None:
    """Whole numbers, Fractions and floats may stand beside each other in one split."""
    shares = CostShares.of(PAIR, [Fraction(19, 2), 5.5], "agreed")
    assert shares.explain().lines[:2] == (
        "A pays 9.5, which is 1.5 less than alone (13.6 %).",
        "H pays 5.5, which is 1.5 less than alone (21.4 %).",
    )
    assert str(shares).splitlines()[-1].split() == ["All", "15.0", "18.0", "3.0", "16.7", "%"]
