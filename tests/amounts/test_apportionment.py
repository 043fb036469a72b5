"""A split that explains itself."""

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.amounts import METHODS, Tie, apportion, apportionment
from familjen.errors import InvalidValueError, UnknownIdError

weights_with_ties = st.dictionaries(st.text(max_size=2), st.integers(0, 6), min_size=1, max_size=6).filter(
    lambda weights: any(weights.values())
)


@given(st.integers(6, 60), weights_with_ties, st.sampled_from(METHODS), st.sampled_from([1, -1]))
def test_short_form_gives_the_same_parts(total: int, weights: dict[str, int], method: Any, sign: int) -> None:
    """The explained split has the parts of the short form, and quotas that sum to the total."""
    first = Fraction(6, 5) if method == "modified-webster" else None
    split = apportionment(sign * total, weights, unit=1, method=method, first_divisor=first)
    assert split.as_dict() == apportion(sign * total, weights, unit=1, method=method, first_divisor=first)
    assert sum(split.quotas) == split.total == sign * total


@given(st.integers(0, 30), st.lists(st.integers(1, 3), min_size=2, max_size=6))
def test_a_tie_is_real(total: int, weights: list[int]) -> None:
    """A reported tie is one between equal remainders, some of which were rounded up and some down."""
    split = apportionment(total, weights, unit=1)
    for tie in split.ties:
        assert len({split.quotas[label] % 1 for label in tie.labels}) == 1
        up = {label for label in tie.labels if split.parts[label] > split.quotas[label]}
        assert up == set(tie.winners)
        assert tie.units == len(up) < len(tie.labels)


def test_facts_of_a_split() -> None:
    """A split keeps what it was made from."""
    split = apportionment(Decimal("0.02"), {"A": 1, "B": 1, "C": 1}, minimum={"C": Decimal("0.00")})
    assert split.labels == ("A", "B", "C")
    assert split.parts == (Decimal("0.01"), Decimal("0.01"), Decimal("0.00"))
    assert split.quotas == (Fraction(2, 300),) * 3
    assert (split.total, split.unit, split.method) == (Decimal("0.02"), Decimal("0.01"), "largest-remainder")
    assert (split.first_divisor, split.minimums, split.weights) == (None, (Decimal("0.00"),) * 3, (1, 1, 1))
    assert split.ties == (Tie(("A", "B", "C"), units=2, winners=("A", "B")),)


def test_positions_are_labels_of_a_sequence() -> None:
    """Weights without labels are labelled by position."""
    assert apportionment(3, [2, 1], unit=1).as_dict() == {0: 2, 1: 1}


def test_rows_feed_tables() -> None:
    """The rows hold label, weight, quota and part for each party."""
    rows = apportionment(10, {"A": Decimal("1.5"), "B": 1}, unit=1).to_rows()
    assert rows[0] == {"label": "A", "weight": Decimal("1.5"), "quota": Fraction(6), "part": 6}
    assert [row["label"] for row in rows] == ["A", "B"]


def test_value_is_hashable_picklable_and_evolvable() -> None:
    """A split is a value: equal ones have one hash, it survives pickling, and a change makes a new one."""
    split = apportionment(3, {"A": 2, "B": 1}, unit=1)
    assert pickle.loads(pickle.dumps(split)) == split
    assert hash(split) == hash(apportionment(3, {"A": 2, "B": 1}, unit=1))
    assert attrs.evolve(split, parts=(1, 2)) != split


STEPS: list[Any] = [
    (10, {"A": 5, "B": 5}, {}, "A", "leaves the quota as it is"),
    (10, {"A": 2, "B": 1}, {}, "A", "rounds the quota up"),
    (10, {"A": 2, "B": 1}, {}, "B", "rounds the quota down"),
    (-10, {"A": 2, "B": 1}, {}, "A", "rounds the quota up"),
    (10, {"A": 99, "B": 1}, {"minimum": 3}, "B", "raises the quota to the minimum of 3"),
    (10, {"A": 99, "B": 1}, {"minimum": 3}, "A", "brings the part down from the quota by a unit or more"),
    (100, {"A": 5117, "B": 4400, "C": 162, "D": 161, "E": 160}, {"method": "jefferson"}, "B", "brings the part up"),
    (5, {"A": 3, "B": 1}, {"method": "modified-webster", "first_divisor": Decimal("1.4")}, "A", "first divisor 7/5"),
]


@pytest.mark.parametrize(("total", "weights", "options", "label", "words"), STEPS)
def test_explain_says_how_the_part_left_the_quota(
    total: int, weights: dict[str, int], options: dict[str, Any], label: str, words: str
) -> None:
    """The explanation says what the method did to the quota of that party."""
    assert words in apportionment(total, weights, unit=1, **options).explain(label)


def test_explain_in_ore_shows_two_more_decimals() -> None:
    """A quota is shown with two more decimals than the unit has, and marked when that is not all of it."""
    text = apportionment(100, {"A": 2, "B": 1}).explain("A")
    assert text.splitlines()[1] == "Its weight is 2 of 3, so its quota is ≈ 66.6667."


def test_explain_names_the_tie() -> None:
    """Who was in the tie reads of it, others do not."""
    split = apportionment(3, {"A": 1, "B": 1, "C": 4}, unit=1)
    assert split.explain("B").endswith(
        "'A' and 'B' had equal claims to the last unit; 'A' got it: the larger weight goes first, then label order."
    )
    assert "equal claims" not in split.explain("C")


def test_explain_of_an_unknown_label_names_near_ones() -> None:
    """An unknown label is refused with labels that look alike."""
    with pytest.raises(UnknownIdError, match="did you mean 'Helsingborg'"):
        apportionment(3, {"Helsingborg": 1}, unit=1).explain("Helsinborg")


def test_repr_is_short() -> None:
    """The repr names the first twelve parties and counts the rest, and tells of a tie."""
    text = repr(apportionment(20, {f"p{number:02}": 1 for number in range(15)}, unit=1))
    assert text.startswith("<Apportionment of 20 by largest-remainder: 'p00' 2, ")
    assert "'p11' 1 and 3 more; 'p00', " in text


def test_html_table_is_escaped() -> None:
    """The notebook table shows every party, with labels as text and not as markup."""
    html = apportionment(3, {"<b>": 2, "c": 1}, unit=1)._repr_html_()
    assert "&lt;b&gt;" in html
    assert "<b>" not in html
    assert html.count("<tr>") == 3


CHANGES: list[Any] = [
    ({"parts": (1, 1)}, "the parts sum to 2 and the total is 3"),
    ({"parts": (1, 1, 1)}, "there are 3 for 2 labels"),
    ({"weights": (1,)}, "there are 1 for 2 labels"),
]


@pytest.mark.parametrize(("change", "sentence"), CHANGES)
def test_a_split_that_does_not_sum_cannot_be(change: dict[str, Any], sentence: str) -> None:
    """A split whose parts do not sum to its total, or do not match its labels, cannot be made."""
    with pytest.raises(InvalidValueError, match=sentence):
        attrs.evolve(apportionment(3, {"A": 2, "B": 1}, unit=1), **change)
