"""The best groups for one party are those that it pays least in, or that save most."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.partition.brute import Told, games, path

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import CostGame
from familjen.scale.partition import best_partners

TABLE = {"a": 3, "b": 4, "c": 5, "a+b": 6, "a+c": 6, "b+c": 9, "a+b+c": 13}


@given(games(least_size=2, most_size=6), st.integers(1, 40), st.sampled_from(["part", "saving"]))
@settings(max_examples=30, deadline=None)
def test_it_ranks_as_going_through_every_group_does(game: CostGame, first: int, by: str) -> None:
    """What is ranked is what a plain loop over all groups with the party ranks first."""
    number, alone = len(game.players), list(game.alone().values())
    keys = []
    for mask in range(1, 1 << number, 2):
        members = [place for place in range(number) if mask >> place & 1]
        saved = sum(alone[place] for place in members) - game.values[mask]
        keys.append(alone[0] - saved / len(members) if by == "part" else -saved)
    found = best_partners(game, "p0", first=first, by=by)
    got = [group.part if by == "part" else -group.saving for group in found.ranked]
    assert got == pytest.approx(sorted(keys)[:first])
    assert all("p0" in group.members for group in found.ranked)


@given(games(least_size=2, most_size=5), st.sampled_from(["equal saving", "by cost alone", "by size"]))
@settings(max_examples=30, deadline=None)
def test_members_parts_come_to_what_the_group_costs(game: CostGame, split: str) -> None:
    """What the members of one group pay, each asked by itself, sums to its cost; who gains is told alike by all."""
    sizes = {player: place + 1 for place, player in enumerate(game.players)} if split == "by size" else None
    asked = [best_partners(game, player, split=split, sizes=sizes, first=99) for player in game.players]
    whole = [next(group for group in each.ranked if len(group.members) == len(game.players)) for each in asked]
    assert sum(group.part for group in whole) == pytest.approx(game.whole)
    gains = all(group.gain >= -1e-9 for group in whole)
    assert {group.suits_all for group in whole} == {gains}


def test_splits_differ_in_who_is_best() -> None:
    """By equal savings a large partner is best, and by size a small one may be."""
    game = CostGame.of({"a": 10, "b": 20, "c": 100, "a+b": 24, "a+c": 95, "b+c": 120, "a+b+c": 130})
    assert best_partners(game, "a").ranked[0].members == ("a", "c")
    by_size = best_partners(game, "a", split="by size", sizes={"a": 1, "b": 4, "c": 5})
    assert by_size.ranked[0].members == ("a", "b")
    assert by_size.ranked[0].part == pytest.approx(4.8)
    assert by_size.ranked[0].suits_all


def test_borders_and_sizes_hold() -> None:
    """Only groups that may form are ranked: of three in a row with borders, the ends are not alone together."""
    found = best_partners(Told([1, 2, 3]), 0, neighbours=path(3), most=2, first=9)
    assert {group.members for group in found.ranked} == {(0,), (0, 1)}
    assert found.is_all


def test_what_was_not_gone_through_is_said() -> None:
    """Where there is no room for larger groups the result says up to which size it goes."""
    found = best_partners(Told(np.ones(30)), 3, room=500)
    assert (found.most, found.is_all) == (3, False)
    assert "All groups of at most 3 were gone through, no larger ones." in found.text()
    assert "Alla grupper om högst 3 har gåtts igenom, inga större." in found.text("sv")


def test_it_reads_well() -> None:
    """It is short in a console, and rows and a table elsewhere."""
    found = best_partners(CostGame.of(TABLE), "a")
    assert repr(found) == "<Partners of a: 4 groups by part, first a+c>"
    assert found.to_rows()[0] == {
        "rank": 1,
        "members": "a+c",
        "cost": 6.0,
        "saving": 2.0,
        "part": 2.0,
        "gain": 1.0,
        "suits_all": True,
    }
    assert "a betalar" in found.text("sv")
    assert str(found) == found.text()
    assert found._repr_html_().startswith("<table>")


@pytest.mark.parametrize(
    ("named", "error", "says"),
    [
        ({"party": "x"}, UnknownIdError, "no party 'x'"),
        ({"split": "fair"}, UnknownIdError, "no split 'fair'"),
        ({"by": "luck"}, UnknownIdError, "no order 'luck'"),
        ({"first": 0}, InvalidValueError, "how many groups is 0; give a whole number, 1 or more"),
        ({"most": 0}, InvalidValueError, "the most parties of a group is 0"),
        ({"room": True}, InvalidValueError, "the most groups to go through is True"),
        ({"split": "by size"}, InvalidValueError, "needs the sizes"),
        ({"sizes": {"a": 1}}, InvalidValueError, "sizes say nothing in a split of 'equal saving'"),
        ({"split": "by size", "sizes": {"a": 1, "b": 1}}, InvalidValueError, "the size of c is missing"),
        ({"split": "by size", "sizes": {"a": 1, "b": 1, "c": 0}}, InvalidValueError, "the size of c is 0"),
        ({"split": "by size", "sizes": {"a": 1, "b": 1, "c": 1, "x": 1}}, UnknownIdError, "no party 'x'"),
        ({"split": "by size", "sizes": {"a": 1, "b": 1, "c": float("nan")}}, InvalidValueError, "nan"),
    ],
    ids=range(12),
)
def test_what_is_no_question_is_refused(named: dict[str, Any], error: type[Exception], says: str) -> None:
    """Each argument that is out of range is named in the error, with what to give."""
    asked = {"party": "a"} | named
    with pytest.raises(error, match=says):
        best_partners(CostGame.of(TABLE), **asked)


def test_what_costs_nothing_alone_has_no_proportion() -> None:
    """A split in proportion to cost alone is refused where somebody costs nothing alone."""
    game = CostGame.of({"a": 0, "b": 4, "a+b": 3})
    with pytest.raises(InvalidValueError, match="costs nothing or less alone"):
        best_partners(game, "b", split="by cost alone")
