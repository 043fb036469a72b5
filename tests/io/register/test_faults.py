"""All that is wrong with a register, cell by cell."""

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.io.register.pairs import PAIR

from familjen.errors import DocumentError, InvalidValueError
from familjen.io.flat.cells import written_cell
from familjen.io.flat.column import Column, Kind, Value
from familjen.io.flat.gathered import column_letter
from familjen.io.flat.table import Table
from familjen.io.register import from_tables, layout_of, to_tables
from familjen.io.register.grid import grid_of, read_field
from familjen.io.register.reading import from_grids
from familjen.model import Cooperation, Event, Source


def changed(table: str, column: str, row: int, value: Value) -> list[Table]:
    """Give the tables of the pair with one cell changed; rows count from 2, as in a spreadsheet.

    Where the value is of another kind than the column, the column is of that kind, and its other cells are empty.
    """
    tables = {each.name: each for each in to_tables(PAIR, empty=False)}
    old = tables[table]
    kind: Kind = {str: "text", int: "integer"}.get(type(value), dict(_kinds(old))[column])  # type: ignore[assignment]
    other = kind != dict(_kinds(old))[column]
    rows = [{**each, column: None} if other else each for each in old.to_rows()]
    rows[row - 2] = {**rows[row - 2], column: value}
    columns = [Column(name, kind if name == column else own) for name, own in _kinds(old)]
    tables[table] = Table.of_rows(table, rows, columns=columns)
    return list(tables.values())


def _kinds(table: Table) -> list[tuple[str, Kind]]:
    return [(column.name, column.kind) for column in table.columns]


def problems_of(tables: list[Table], *, references: bool = False) -> list[tuple[str, str]]:
    """Give what is wrong."""
    with pytest.raises(DocumentError) as caught:
        from_tables(tables, references=references)
    return list(caught.value.problems)


def outcome(tables: list[Table], *, references: bool) -> Cooperation | DocumentError:
    """Give the cooperation, or the error."""
    try:
        made: Cooperation = from_tables(tables, references=references)
    except DocumentError as error:
        return error
    return made


CASES = {
    "day": ("members", "first_day", 2, "2016-13-01", "members!B2 (first_day)", "'2016-13-01' is not a datetime.date"),
    "enum": ("activities", "kind", 2, "trainin", "activities!D2 (kind)", "did you mean 'training'?"),
    "parent": (
        "action_plans",
        "operational_plan",
        2,
        "plam",
        "action_plans!A2 (operational_plan)",
        "did you mean 'plan'?",
    ),
    "order": ("networks", "order", 3, 1, "networks!I3 (order)", "1 stands twice, in row 2 and here"),
    "key": ("networks", "id", 3, "tyst", "networks!A3 (id)", "'tyst' stands twice, in row 2 and here"),
    "empty": ("goal_areas", "name", 2, None, "goal_areas!B2 (name)", "is empty; each row needs a value here"),
    "blank": ("goal_areas", "name", 2, " x", "goal_areas!B2 (name)", "has space around it"),
    "code": ("parties", "id", 3, "128", "parties!A3 (id)", "is not a municipality code: four digits"),
    "country": ("parties", "id", 2, "1517", "parties!A2 (id)", "names no country"),
    "type": ("parties", "type", 2, "kommun", "parties!B2 (type)", "there is no type of parties 'kommun'"),
    "source": ("members", "sources", 2, "s9", "members!D2 (sources)", "there is no source 's9'"),
    "json": ("agreements", "cost_clause", 2, "{", "agreements!AF2 (cost_clause)", "is no JSON that can be read"),
    "tree": (
        "agreements",
        "cost_clause",
        2,
        '{"steps": [{"type": "rat"}]}',
        "agreements!AF2 (cost_clause)",
        ".steps[0]: ",
    ),
    "list": ("agreements", "tasks", 2, "[1]", "agreements!T2 (tasks)", "no array of texts"),
    "inner": ("agreements", "notice_years", 2, 101, "agreements!H2 (notice_years)", "outside the range: 0 to 100"),
    "shared": ("sources", "url", 2, "ftp://x", "sources!C2 (url)", "is not a web address"),
    "amounts": (
        "published_table_rows",
        "amounts",
        2,
        "1,5",
        "published_table_rows!D2 (amounts)",
        "[0]: '1,5' is not a decimal",
    ),
    "two-level": ("round_seats", "round", 2, "3", "round_seats!B2 (round)", "there is no round '3'"),
    "number": (
        "disagreement_claims",
        "disagreement_order",
        2,
        7,
        "disagreement_claims!A2 (disagreement_order)",
        "no disagreement '7'",
    ),
}


@pytest.mark.parametrize(("table", "column", "row", "value", "place", "said"), CASES.values(), ids=CASES)
def test_one_fault_is_told_in_its_cell(table: str, column: str, row: int, value: Value, place: str, said: str) -> None:
    """What is wrong is told with table, column and row, and in words that say what to do."""
    found = problems_of(changed(table, column, row, value))
    assert place in [where for where, _ in found]
    assert any(said in sentence for where, sentence in found if where == place), found


def test_a_period_that_ends_before_it_begins_is_told_where_it_ends() -> None:
    """What compares two cells of a row is told in the second of them."""
    [(place, sentence)] = problems_of(
        [
            *to_tables(Cooperation("x", "X"), empty=False),
            *_events({"first_day": "2016-02-01", "last_day": "2016-01-01"}),
        ]
    )
    assert place == "events!D2 (last_day)"
    assert "before the first day" in sentence


def _events(cells: dict[str, str]) -> list[Table]:
    """Give a table of one event, whose days are given as text."""
    row = {"id": "walk", "name": "A walk", **{name: dt.date.fromisoformat(text) for name, text in cells.items()}}
    return [Table.of_rows("events", [row], columns=layout_of().sheet("events").columns)]


def test_a_last_day_without_a_first_is_told_where_the_first_is_missing() -> None:
    """A period that lacks its first day is told in the empty cell."""
    [(place, sentence)] = problems_of(
        [*to_tables(Cooperation("x", "X"), empty=False), *_events({"last_day": "2016-01-01"})]
    )
    assert (place, sentence) == ("events!C2 (first_day)", "is missing")


def test_every_problem_is_told_at_once_and_in_order() -> None:
    """Problems of all tables come together, in the order of tables, rows and columns."""
    tables = {table.name: table for table in changed("networks", "goal_area", 2, "a b")}
    tables["goal_areas"] = Table.of_rows("goal_areas", [{"id": "larande", "nam": "Learning", "main": True}])
    tables["evnts"] = Table.of_rows("evnts", [{"id": "x"}])
    found = problems_of(list(tables.values()))
    assert [place for place, _ in found] == [
        "goal_areas!1 (name)",
        "goal_areas!B1 (nam)",
        "goal_areas!C1 (main)",
        "networks!C2 (goal_area)",
        "evnts",
    ]
    assert "did you mean 'name'?" in found[1][1]
    assert "did you mean 'events'?" in found[4][1]


@pytest.mark.parametrize(
    ("table", "column", "value", "place", "said"),
    [
        ("agreements", "host", "1284", "agreements!G2 (host)", "there is no party '1284'; did you mean '1283'?"),
        (
            "activities",
            "partners",
            "vag, vagg",
            "activities!I2 (partners)",
            "there is no partner 'vagg'; did you mean 'vag'?",
        ),
        ("networks", "goal_area", "laranden", "networks!C2 (goal_area)", "did you mean 'larande'?"),
        ("agreements", "supersedes", "x", "agreements!S2 (supersedes)", "there is no agreement 'x'"),
    ],
    ids=["party", "partner", "goal-area", "agreement"],
)
def test_dangling_references_are_told_if_asked_for(table: str, column: str, value: str, place: str, said: str) -> None:
    """An id that nothing answers to is taken as it is, and told of where references are asked for."""
    tables = changed(table, column, 2, value)
    assert isinstance(from_tables(tables), Cooperation)
    [(where, sentence)] = problems_of(tables, references=True)
    assert where == place
    assert said in sentence


def test_nothing_is_dropped_in_silence() -> None:
    """A source that nothing cites, and a party that is neither member nor other party, are told of."""
    lonely = [*to_tables(Cooperation("x", "X"), empty=False), *_shared()]
    assert [place for place, _ in problems_of(lonely)] == ["parties!A2 (id)", "sources!A2 (id)"]


def _shared() -> list[Table]:
    return [
        Table.of_rows("parties", [{"id": "12", "type": "region", "name": "Skåne"}]),
        Table.of_rows("sources", [{"id": "s1", "title": "Report"}]),
    ]


def test_there_is_one_cooperation_and_one_board() -> None:
    """A table of one row has one, and the root's is not to be without it."""
    assert problems_of([])[0][1] == "there is no row; the table 'cooperation' needs one, with id and name"
    both = Table.of_rows("cooperation", [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}])
    assert problems_of([both]) == [("cooperation!3", "this table has one row, and row 2 is that")]
    assert "stands there twice" in problems_of([*to_tables(PAIR), to_tables(PAIR)[0]])[0][1]


def test_the_error_counts_and_names_its_origin() -> None:
    """The message says where the tables came from, and lists what is wrong."""
    with pytest.raises(DocumentError, match=r"^register\.xlsx: 1 problem\n  cooperation!2: there is no row"):
        from_tables([], origin="register.xlsx")


@given(st.sampled_from(list(layout_of().sheets)), st.data())
@settings(max_examples=30, deadline=None)
def test_any_table_that_is_spoiled_is_told_of_or_read(name: str, data: st.DataObject) -> None:
    """Whatever text stands in whatever cell, either a cooperation is made or the error names cells; nothing else."""
    tables = {table.name: table for table in to_tables(PAIR)}
    names = tables[name].names
    values = st.none() | st.sampled_from(["par", "1283", "s1", "x y", "[", "{}", "avgift", "plan"])
    rows = data.draw(st.lists(st.fixed_dictionaries(dict.fromkeys(names, values)), min_size=1, max_size=3))
    tables[name] = Table.of_rows(name, rows, columns=[Column(each, "text") for each in names])
    made = outcome(list(tables.values()), references=data.draw(st.booleans()))
    if not isinstance(made, Cooperation):
        assert made.problems
        assert all(place.partition("!")[0] in tables for place, _ in made.problems)


def test_many_unknown_ids_are_told_without_guesses() -> None:
    """Of many ids that nothing answers to, only the first fifty are told with what looks like them: it takes time."""
    networks = [{"id": f"n{number}", "name": "N", "goal_area": "larand"} for number in range(60)]
    tables = {table.name: table for table in to_tables(PAIR, empty=False)}
    del tables["network_plans"]
    tables["networks"] = Table.of_rows("networks", networks)
    sentences = [sentence for _, sentence in problems_of(list(tables.values()), references=True)]
    assert len(sentences) == 60
    assert [sentence.endswith("did you mean 'larande'?") for sentence in sentences] == [True] * 50 + [False] * 10


def test_a_spoiled_event_changes_nothing_else() -> None:
    """A value that the noun refuses is told once, also where the same source is cited from many rows."""
    spoiled = changed("sources", "title", 2, " Report")
    assert [place for place, _ in problems_of(spoiled)] == ["sources!B2 (title)"]
    coop = attrs.evolve(PAIR, events=(Event("a", "A", sources=(Source("Report 2"),)),))
    assert from_tables(to_tables(coop)) == coop


_SPOILED = {"date": "2016-02-30", "integer": "three", "decimal": "12 kr", "boolean": "maybe"}
_CELLS = [
    (table.name, row, column.name, _SPOILED[column.kind])
    for table in to_tables(PAIR, empty=False)
    for column in table.columns
    for row in range(len(table))
    if column.kind in _SPOILED
]


@given(st.lists(st.sampled_from(_CELLS), min_size=1, max_size=6, unique=True))
@settings(max_examples=30, deadline=None)
def test_every_mistake_is_told_in_its_own_cell(mistakes: list[tuple[str, int, str, str]]) -> None:
    """However many cells hold what they cannot, each of them is among those that are told of."""
    tables = {table.name: table for table in to_tables(PAIR, empty=False)}
    places: set[str] = set()
    for name, row, column, value in mistakes:
        old = tables[name]
        rows = [{each: written_cell(cell, ".") or None for each, cell in cells.items()} for cells in old.to_rows()]
        rows[row][column] = value
        tables[name] = Table.of_rows(name, rows, columns=[Column(each, "text") for each in old.names])
        places.add(f"{name}!{column_letter(old.names.index(column))}{row + 2} ({column})")
    grids = [attrs.evolve(grid_of(table), read=_read) for table in tables.values()]
    with pytest.raises(DocumentError) as caught:
        from_grids(grids, Cooperation, references=True, origin="")
    assert places <= {place for place, _ in caught.value.problems}


def _read(cell: object, kind: Kind) -> Value:
    """Read a cell as it is read in a file."""
    return read_field(cell, kind, ".") if isinstance(cell, str) else cell  # type: ignore[return-value]


@pytest.mark.parametrize("given_", [None, 5, "x"], ids=str)
def test_what_is_no_tables_is_refused(given_: object) -> None:
    """What is no list of tables is told of."""
    with pytest.raises(InvalidValueError, match=r"^tables: .* is no Table$"):
        from_tables(given_)  # type: ignore[call-overload]


def test_a_parent_that_cannot_be_read_is_told_once() -> None:
    """A row whose parent's number is no number is told of that, and not also that there is no such parent."""
    found = problems_of(changed("disagreement_claims", "disagreement_order", 2, "three"))
    assert [place for place, _ in found].count("disagreement_claims!A2 (disagreement_order)") == 1
    assert not any("there is no disagreement" in sentence for _, sentence in found)
