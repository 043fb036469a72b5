"""What the sections on fair splits and on savings promise."""

from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.webpage.pages import MADE, Page, drawn

from familjen.games import CostGame, compare
from familjen.io.game_file import GameFile
from familjen.io.games import read_game_file
from familjen.io.scale import read_scale_file
from familjen.model import Cooperation
from familjen.report.webpage import html

LAW = Path(__file__).parents[3] / "docs/scale/family-law.json"


def split_of(*shares: object, lang: str = "en") -> Page:
    """Make a report of splits alone."""
    return drawn(html(Cooperation("c", "C"), shares=shares, lang=lang, made=MADE))  # type: ignore[arg-type]


@settings(max_examples=12, deadline=None)
@given(
    one=st.integers(0, 10_000),
    two=st.integers(0, 10_000),
    both=st.integers(0, 20_000),
    name=st.sampled_from(["Bjuv", "<b>", "Å & Ö"]),
)
def test_amounts_are_those_of_the_comparison(one: int, two: int, both: int, name: str) -> None:
    """Every cell of the table is that of the library's own comparison, whoever the players are."""
    compared = compare(CostGame.of({name: one, "Eslöv": two, f"{name}+Eslöv": both}))
    page = split_of(compared)
    _, rows, below = compared.table("en")
    table = page.all("table")[0]
    for row in (*rows, *below):
        assert " ".join(" ".join(row).split()) in table.text
    explained = compared.explain("en")
    assert " ".join(explained.lines[0].split()) in page.section("brief").text


def test_a_game_from_a_file_is_split_by_the_usual_methods() -> None:
    """Its unit, its source and the mark of made-up figures stand with it; methods have their Swedish names."""
    game = CostGame.of({"A": 12, "H": 8, "A+H": 15})
    file = GameFile(game, unit="kSEK", source="Rapport & bilaga", illustrative=True)
    page = split_of(file, lang="sv")
    told = page.section("fair-split").text
    assert "(kSEK)" in told
    assert "Källa: Rapport & bilaga" in told
    heads = [each.text for each in page.all("th", scope="col")]
    assert heads == ["Spelare", "Ensam", "Shapleyvärdet", "Särkostnad plus återstående nytta", "Nukleolus"]
    assert page.section("brief").text.startswith("I korthet")
    brief = page.section("brief").text
    assert "Illustrativt: Fördelning av 15 med 3 metoder (kSEK). Alla metoder ger samma fördelning. Med" in brief
    methods = "Shapleyvärdet, särkostnad plus återstående nytta och nukleolus"
    assert f"Med {methods} skulle ingen grupp tjäna på att gå själv." in brief
    plain = split_of(attrs.evolve(file, illustrative=False, source=None), lang="sv")
    assert "llustrativ" not in plain.section("fair-split").text
    assert "Källa:" not in plain.section("fair-split").text


def test_a_long_coalition_may_be_broken_between_its_players() -> None:
    """The worst-off coalition of many players has spaces, so that a narrow column can hold it."""
    page = split_of(read_game_file(LAW.parents[1] / "games/family-law.json"))
    assert "Helsingborg + Klippan + Svalöv + Åstorp" in [each.text for each in page.all("td", class_="number many")]


def test_several_splits_stand_below_each_other() -> None:
    """Each has its own heading, and its table its own label; a method of one's own keeps its name."""
    game = CostGame.of({"A": 12, "H": 8, "A+H": 15})

    def by_halves(game: CostGame, *, exact: bool = False) -> object:
        from familjen.games import CostShares

        assert not exact
        return CostShares.of(game, [7.5, 7.5], "by_halves")

    page = split_of(compare(game, ["shapley"]), compare(game, [by_halves]))  # type: ignore[list-item]
    labels = [each.attributes.get("aria-label") for each in page.all("div", role="region")]
    assert labels[-2:] == ["Split by method 1", "Split by method 2"]
    assert "By halves" in [each.text for each in page.all("th", scope="col")]


def test_savings_and_assumptions_are_those_of_the_service() -> None:
    """Each party's row has its low, base and high saving, each assumption its range; figures made up are marked."""
    file = read_scale_file(LAW)
    benefit = file.benefit()
    page = drawn(html(Cooperation("c", "C"), benefits=[file], made=MADE))
    table, assumptions = page.all("table")
    assert "saving1-title" in page.ids
    for party in benefit.parties:
        low, base, high = benefit.of(party)
        assert f"{low:,} {base:,} {high:,}" in table.text
    assert file.source is not None
    told = page.section("benefits").text
    assert f"Source: {file.source}" in told
    assert all(" ".join(each.split()) in told.replace("\xa0", " ") for each in benefit.warnings("en"))
    assert f"All {benefit.alone:,} {benefit.together:,}" in table.text
    for name, each in benefit.assumptions.items():
        assert f"{name} {Decimal(each.least):,}" in assumptions.text
    assert page.section("brief").text.count("Joint family law: illustrative figures – Alone all pay") == 1


def test_a_split_that_does_not_hold_together_is_said_not_to() -> None:
    """Where pairs do better by themselves the beginning says so; a method that refuses does so once, and marked."""
    game = CostGame.of({"A": 4, "H": 4, "K": 4, "A+H": 5, "A+K": 5, "H+K": 5, "A+H+K": 9})
    compared = compare(game)
    page = split_of(compared, lang="sv")
    assert "Med Shapleyvärdet och nukleolus skulle någon grupp tjäna på att gå själv." in page.section("brief").text
    (refused,) = compared.refused.values()
    assert page.section("fair-split").text.count(refused) == 1
    assert [each.text for each in page.all("span", lang="en")] == [refused]


def test_the_beginning_tells_what_saving_may_come_to() -> None:
    """The answer has both ends, so that nobody reads the base case alone; a number is never broken."""
    page = drawn(html(Cooperation("c", "C"), benefits=[read_scale_file(LAW)], lang="sv", made=MADE))
    answer = next(each for each in page.all("li") if "Joint family law" in each.text)
    written = "".join(answer.words)
    assert "2\xa0649\xa0855\xa0kr mindre (8,3\xa0%)" in written
    assert "sämsta ände blir det 423\xa0815\xa0kr dyrare, i den bästa 4\xa0110\xa0000\xa0kr sparade" in written


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_a_benefit_without_a_file_is_numbered(lang: str) -> None:
    """A benefit that comes with no title is called the first service."""
    page = drawn(html(Cooperation("c", "C"), benefits=[read_scale_file(LAW).benefit()], lang=lang, made=MADE))
    assert page.all("h3")[-1].text == ("Gemensam verksamhet (1)" if lang == "sv" else "A service done together (1)")
