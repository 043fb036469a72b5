"""What naive and hostile callers give is refused in words."""

from typing import Any

import numpy as np
import pytest
from tests.scale.partition.brute import Told

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import CostGame, Game
from familjen.scale.partition import best_partition

TABLE = {"a": 3, "b": 4, "a+b": 6}


class Gives:
    """Costs that give whatever a test wants."""

    def __init__(self, told: Any, parties: Any = ("a", "b")) -> None:
        """Take what is given for every question, or a function of it."""
        self.told, self.parties = told, parties

    def many(self, members: Any) -> Any:
        """Give it."""
        return self.told(members) if callable(self.told) else self.told


@pytest.mark.parametrize(
    ("costs", "says"),
    [
        (3, "3 says no costs of groups"),
        ({"a": 3}, "says no costs of groups"),
        (Game.of({"a": 1, "b": 1, "a+b": 3}), "says what groups gain"),
        (Gives(np.zeros(1)), "it is to give one number for each"),
        (Gives(None), "it is to give one number for each"),
        (Gives(lambda members: ["x"] * len(members)), "it is to give one number for each"),
        (Gives(lambda members: members.any(axis=1)), "array of bool"),
        (Gives(lambda members: np.where(members.all(axis=1), np.nan, 1.0)), r"a\+b costs nan"),
        (Gives(lambda members: np.where(members[:, 0], np.inf, 1.0)), "a costs inf"),
        (Gives(lambda members: np.ones(len(members)), ("a", "a")), "'a' is a player twice"),
        (Gives(lambda members: np.ones(len(members)), ()), "at least one"),
        (Gives(lambda members: np.ones(len(members)), "ab"), "no list of players"),
    ],
    ids=range(12),
)
def test_what_says_no_costs_is_refused(costs: Any, says: str) -> None:
    """Costs that are none, not finite, or of no parties are refused with what they are."""
    with pytest.raises(InvalidValueError, match=says):
        best_partition(costs)


@pytest.mark.parametrize(
    ("named", "says"),
    [
        ({"most": 0}, "the most parties of a group is 0; give a whole number, 1 or more"),
        ({"most": 1.5}, "the most parties of a group is 1.5"),
        ({"most": True}, "the most parties of a group is True"),
        ({"most": "2"}, "the most parties of a group is '2'"),
        ({"at_least": 0}, "the fewest parties of a group is 0"),
        ({"at_least": 3}, "groups of at least 3 and at most 2 of 2 parties: there are none"),
        ({"at_least": 2, "most": 1}, "there are none"),
        ({"at_least": 2, "neighbours": []}, "no partition of 2 parties may form"),
        ({"room": 0}, "the most groups to go through is 0"),
        ({"seconds": 0}, "0 is no time"),
        ({"seconds": "60"}, "'60' is no time"),
        ({"seconds": float("nan")}, "nan is no time"),
    ],
    ids=range(12),
)
def test_arguments_out_of_range_are_refused(named: dict[str, Any], says: str) -> None:
    """Each argument that is out of range is named in the error, with what to give."""
    with pytest.raises(InvalidValueError, match=says):
        best_partition(CostGame.of(TABLE), **named)


def test_a_neighbour_that_is_no_party_is_refused() -> None:
    """A border with somebody else is no border of these parties."""
    with pytest.raises(UnknownIdError, match="no party 'x'"):
        best_partition(CostGame.of(TABLE), neighbours=[("a", "x")])


def test_many_parties_of_whom_none_may_form_groups_are_refused() -> None:
    """Also where parties are many, rules that leave somebody out are refused in words."""
    with pytest.raises(InvalidValueError, match="no partition of 25 parties may form"):
        best_partition(Told(np.ones(25)), neighbours=[(0, 1)], at_least=2)
    with pytest.raises(InvalidValueError, match="no partition of 25 parties may form"):
        best_partition(Told(np.ones(25)), neighbours=[], at_least=2)


def test_a_party_that_is_asked_for_and_unknown_is_refused() -> None:
    """The group of somebody who is no party is not made up."""
    with pytest.raises(UnknownIdError, match="no party 'x'"):
        best_partition(CostGame.of(TABLE)).group_of("x")


@pytest.mark.parametrize("lang", ["de", "SV", None])
def test_other_languages_are_refused(lang: Any) -> None:
    """A language that is not ours is refused wherever text is made."""
    found = best_partition(CostGame.of(TABLE))
    for made in (found.text, found.explain):
        with pytest.raises(InvalidValueError, match="is not a language of ours"):
            made(lang)


def test_the_most_may_be_more_than_all() -> None:
    """A largest size above the number of parties rules nothing out, and is not said."""
    found = best_partition(CostGame.of(TABLE), most=9)
    assert "Any group may form." in str(found.explain())
