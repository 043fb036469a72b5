"""A document's parts have lines: each JSONPath leads to the place where its value stands."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.datasets import familjen_helsingborg_2016
from familjen.io import Located, dump, dumps, load, loads
from familjen.io.located import locate
from familjen.model import Cooperation, Source

names = st.text(alphabet='ab ".[]{}:,\\åé\n', max_size=4)
trees = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.floats(allow_nan=False, allow_infinity=False) | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=12,
)


def check_node(node: Any, tree: Any, text: str) -> None:
    """Compare a node, and all below it, with the value that JSON reads at its offset."""
    offset, inner = node
    assert json.JSONDecoder().raw_decode(text, offset)[0] == tree
    if isinstance(tree, dict):
        assert list(inner) == list(tree)
        for name, below in tree.items():
            check_node(inner[name], below, text)
    elif isinstance(tree, list):
        assert len(inner) == len(tree)
        for one, below in zip(inner, tree, strict=True):
            check_node(one, below, text)
    else:
        assert inner is None


@given(trees, st.sampled_from([None, 1, 3]))
@settings(max_examples=60, deadline=None)
def test_every_value_is_found_where_it_stands(tree: Any, indent: int | None) -> None:
    """Whatever the document, reading JSON at the offset of a part gives that part."""
    text = " " + json.dumps(tree, indent=indent, ensure_ascii=False) + "\n"
    check_node(locate(tree, text).root, tree, text)


def test_lines_of_the_bundled_cooperation(tmp_path: Any) -> None:
    """In an indented file, the line of an agreement's name is the one that has the name."""
    coop = familjen_helsingborg_2016()
    dump(coop, tmp_path / "coop.json")
    read = load(tmp_path / "coop.json", locate=True)
    lines = (tmp_path / "coop.json").read_text("utf-8").splitlines()
    assert read.value == coop
    for i, agreement in enumerate(coop.agreements):
        assert agreement.name in lines[read.line(f"$.agreements[{i}].name") - 1]
    assert repr(read) == f"<Located Cooperation: {len(lines) + 1} lines>"


@pytest.mark.parametrize(
    ("path", "position"),
    [("$", (1, 1)), ("$.title", (3, 10)), ("$.url", (1, 1)), ("$.title.x[3]", (3, 10)), ("$['title']", (3, 10))],
)
def test_what_is_left_out_stands_where_its_surroundings_begin(path: str, position: tuple[int, int]) -> None:
    """A path that the document does not have leads to the nearest thing around it."""
    read = loads('{\r\n "schema_version":1,\r "title":"T"}', Source, locate=True)
    assert isinstance(read, Located)
    assert read.position(path) == position
    assert read.line(path) == position[0]


def test_bytes_and_text_have_the_same_lines() -> None:
    """A document in bytes is located as its text."""
    text = dumps(familjen_helsingborg_2016(), indent=2)
    one, other = loads(text, locate=True), loads(text.encode(), Cooperation, locate=True)
    assert (one.value, one.root, one.starts) == (other.value, other.root, other.starts)
