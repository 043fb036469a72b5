"""What the tables of a register are."""

import attrs
import pytest

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.io.document import NOUNS
from familjen.io.register import layout_of
from familjen.io.register.layout import ORDER
from familjen.io.register.relations import relations_of
from familjen.io.register.slot import Form
from familjen.model import Cooperation, Network
from familjen.testing import NOUN_CLASSES

every_noun = pytest.mark.parametrize("cls", NOUN_CLASSES, ids=lambda cls: cls.__name__)


@every_noun
def test_names_are_those_of_a_sheet_and_stand_once(cls: type) -> None:
    """No table's name is longer than a sheet's may be, and no column stands twice in a table."""
    for name, sheet in layout_of(cls).sheets.items():
        names = [column.name for column in sheet.columns]
        assert len(name) <= 31
        assert len(set(names)) == len(names)
    relations = [relation.name for relation in relations_of(cls)]
    assert len(set(relations)) == len(relations)


@every_noun
def test_a_noun_in_columns_is_never_mistaken_for_none(cls: type) -> None:
    """Whatever noun stands in columns of another has a value that is always written, so that its presence is seen."""
    for sheet in layout_of(cls).sheets.values():
        for path in {slot.path[:-1] for slot in sheet.slots if len(slot.path) > 1}:
            inside = [slot for slot in sheet.slots if slot.path[:-1] == path]
            assert any(not slot.nullable and not slot.many for slot in inside), (sheet.name, path)


@every_noun
def test_keys_are_columns_and_parents_have_them(cls: type) -> None:
    """Each key is made of columns of its table, and each home's columns answer to the parent's key."""
    sheets = layout_of(cls).sheets
    for sheet in sheets.values():
        assert set(sheet.key) <= {column.name for column in sheet.columns}
        for home in sheet.homes:
            assert len(home.columns) == len(sheets[home.parent].key)
            assert set(home.columns) <= {column.name for column in sheet.columns}


def test_every_field_of_a_cooperation_has_its_place() -> None:
    """Each field of each noun in a cooperation is a column or a table, also those that somebody will add."""
    layout = layout_of()
    for sheet in layout.sheets.values():
        if sheet.shared:
            continue
        below = {home.path[0] for each in layout.sheets.values() for home in each.homes if home.parent == sheet.name}
        above = {slot.path[0] for slot in sheet.slots}
        assert {field.name for field in attrs.fields(sheet.noun)} == below | above


def test_one_table_holds_activities_inside_and_outside_the_plans() -> None:
    """Activities have one table, whose column says which action plan they are in, if any."""
    sheet = layout_of().sheet("activities")
    assert [home.parent for home in sheet.homes] == ["action_plans", "cooperation"]
    assert [column.required for column in sheet.columns if column.name == "action_plan"] == [False]


def test_references_name_their_tables() -> None:
    """A host is a party, a predecessor an agreement; an owner, who may be a party or a partner, is of no one table."""
    layout = layout_of()
    refers = {
        slot.name: slot.refers for name in ("agreements", "agreement_owners") for slot in layout.sheet(name).slots
    }
    assert (refers["host"], refers["supersedes"], refers["partners"], refers["owner"]) == (
        "parties",
        "agreements",
        "partners",
        None,
    )
    assert all(slot.refers is None for slot in layout_of(Network).root.slots if slot.name == "partners")


def test_trees_are_one_cell() -> None:
    """A cost clause, which is no table, is one cell of JSON."""
    forms = {slot.name: slot.form for slot in layout_of().sheet("agreements").slots}
    assert forms["cost_clause"] is Form.JSON
    assert forms["tasks"] is Form.LIST


def test_rows_that_others_name_by_order_need_it() -> None:
    """The order may be left out, but where rows of another table name rows by it."""
    needed = {
        name
        for name, sheet in layout_of().sheets.items()
        for column in sheet.columns
        if column.name == ORDER and column.required
    }
    assert needed == {"disagreements"}


def test_the_root_is_first_and_the_sources_last() -> None:
    """The first table is the cooperation's own, and the last that of the sources."""
    names = list(layout_of().sheets)
    assert (names[0], names[1], names[-1]) == ("cooperation", "parties", "sources")


def test_what_is_no_noun_is_refused() -> None:
    """A class that no document can hold has no tables, and a table that is not there has near names."""
    assert Cooperation in NOUNS.values()
    with pytest.raises(InvalidValueError, match=r"not a noun that tables can hold"):
        layout_of(dict)
    with pytest.raises(UnknownIdError, match=r"there is no table 'agreement'; did you mean 'agreements'"):
        layout_of().sheet("agreement")
