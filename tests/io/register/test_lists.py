"""Several values in one cell."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.io.flat.column import Column
from familjen.io.register.lists import read_list, write_list
from familjen.io.register.slot import Form, Slot

TEXTS = Slot(Column("tasks", "text"), ("tasks",), type=tuple[str, ...], form=Form.LIST, nullable=False)
IDS = Slot(Column("hosts", "text"), ("hosts",), type=tuple[str, ...], form=Form.LIST, ids=True, nullable=False)
MAYBE = Slot(Column("invited", "text"), ("invited",), type=tuple[str, ...] | None, form=Form.LIST, ids=True)
AMOUNTS = Slot(
    Column("amounts", "text"), ("a",), type=tuple[Decimal | None, ...], form=Form.LIST, item="decimal", nullable=False
)
YEARS = Slot(Column("years", "text"), ("y",), type=tuple[int, ...], form=Form.LIST, item="integer", nullable=False)


@given(st.lists(st.text(alphabet='ab [],;\n\r-~"', min_size=1, max_size=5), max_size=4), st.sampled_from([TEXTS, IDS]))
@settings(max_examples=60, deadline=None)
def test_texts_come_back(items: list[str], slot: Slot) -> None:
    """Any texts come back from their cell as they were, whatever signs they hold."""
    text = write_list(slot, items)
    assert (read_list(slot, text) if text is not None else []) == items


@given(st.lists(st.none() | st.decimals(-1000, 1000, places=2), max_size=4))
@settings(max_examples=30, deadline=None)
def test_amounts_come_back_with_their_gaps(items: list[Decimal | None]) -> None:
    """Amounts of a printed row come back, and so do cells without one."""
    text = write_list(AMOUNTS, items)
    found = read_list(AMOUNTS, text) if text is not None else []
    assert found == [None if item is None else str(item) for item in items]


@pytest.mark.parametrize(
    ("slot", "values", "text"),
    [
        (TEXTS, ("Fire; rescue", "Water"), "Fire; rescue\nWater"),
        (TEXTS, ("two\nlines",), '["two\\nlines"]'),
        (TEXTS, ("[1]",), '["[1]"]'),
        (IDS, ("1283", "0114"), "1283, 0114"),
        (AMOUNTS, (Decimal("1.50"), None), "1.50\n-"),
        (YEARS, (2016, 2017), "2016\n2017"),
        (TEXTS, (), None),
        (MAYBE, (), "[]"),
        (MAYBE, None, None),
    ],
    ids=["texts", "lines", "brackets", "ids", "amounts", "years", "empty", "known-empty", "unknown"],
)
def test_people_see_plain_lists(slot: Slot, values: tuple[object, ...] | None, text: str | None) -> None:
    """Ids have commas between, texts a line each; JSON stands only where that could be misread."""
    assert write_list(slot, values) == text


@pytest.mark.parametrize("text", ["1283;0114", "1283, 0114", " 1283\r\n0114 ", '["1283", "0114"]'], ids=list("abcd"))
def test_ids_are_parted_in_any_way(text: str) -> None:
    """Commas, semicolons, spaces and line breaks all part ids, since no id holds them."""
    assert read_list(IDS, text) == ["1283", "0114"]


def test_a_whole_number_is_a_number() -> None:
    """Years in a list are numbers, and what is none stays text for the noun to refuse."""
    assert read_list(YEARS, "2016\nsoon") == [2016, "soon"]


@pytest.mark.parametrize("text", ["[1, 2]", '["a"', "[" * 5000, '[{"a": 1}]'], ids=["numbers", "cut", "deep", "object"])
def test_a_broken_array_is_refused(text: str) -> None:
    """What begins as a JSON array and is no array of texts is told of."""
    with pytest.raises(InvalidValueError, match=r"begins as a JSON array and is no array of texts"):
        read_list(TEXTS, text)
