"""Nouns to tables and back, without loss."""

from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.io.register.pairs import PAIR

from familjen.datasets import familjen_helsingborg_2016
from familjen.dates import ReferenceDate
from familjen.errors import DocumentError, InvalidValueError
from familjen.io.flat.table import Table
from familjen.io.register import from_tables, to_tables
from familjen.io.register.folding import folded
from familjen.io.register.grid import grid_of
from familjen.io.register.layout import ORDER
from familjen.io.register.reading import from_grids
from familjen.io.register.relations import relations_of, unfolded
from familjen.model import (
    Agreement,
    Cooperation,
    CostClause,
    Distribution,
    Equal,
    Invoicing,
    Member,
    Municipality,
    Network,
    Program,
    Round,
    Seats,
    Source,
)
from familjen.testing import NOUN_CLASSES, nouns

SMALL = [cls for cls in NOUN_CLASSES if cls is not Cooperation]


@given(nouns(Cooperation))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_cooperation_comes_back(coop: Cooperation) -> None:
    """A cooperation comes back from its tables as it was, also one that does not hold together."""
    assert from_tables(to_tables(coop)) == coop
    assert from_tables(to_tables(coop, empty=False)) == coop


@given(st.sampled_from(SMALL).flatmap(lambda cls: st.tuples(st.just(cls), nouns(cls))))
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_noun_comes_back(drawn: tuple[type, Any]) -> None:
    """So does every other noun that a document can hold."""
    cls, noun = drawn
    assert from_tables(to_tables(noun), cls) == noun


@pytest.mark.parametrize("coop", [PAIR, familjen_helsingborg_2016()], ids=["pair", "bundled"])
def test_what_holds_together_refers_to_what_is_there(coop: Cooperation) -> None:
    """A cooperation without dangling ids is taken when references are asked for."""
    assert from_tables(to_tables(coop), references=True) == coop


def test_a_source_is_written_once() -> None:
    """However often a source is cited, it has one row, and its citations name it."""
    by_name = {table.name: table for table in to_tables(PAIR)}
    assert by_name["sources"].values("title") == ("Report", "Intranet")
    assert by_name["members"].values("sources") == ("s1", None)
    assert by_name["disagreement_claims"].values("source") == ("s1", "s2")


def test_a_party_is_written_once_with_its_id() -> None:
    """Members name the parties' rows; a foreign municipality's id carries its country."""
    by_name = {table.name: table for table in to_tables(PAIR)}
    assert by_name["parties"].values("id") == ("NO-1517", "1283", "0114")
    assert by_name["members"].values("party") == ("1283", "0114")
    assert by_name["cooperation"].values("other_parties") == ("NO-1517",)


def test_ids_that_stand_twice_stay_apart() -> None:
    """Two rows with the same id, and a party that is described twice, keep their own parts."""
    rounds = (Round("1", seats=(Seats("1283", 1),)), Round("1", seats=(Seats("1283", 2),)))
    twice = Member(Municipality("1283", "Hälsingborg", "12"))
    coop = attrs.evolve(
        PAIR, members=(*PAIR.members, twice), programs=(Program("a", "A", rounds=rounds), Program("a", "B"))
    )
    by_name = {table.name: table for table in to_tables(coop)}
    assert by_name["programs"].values("id") == ("a", "a~2")
    assert by_name["program_rounds"].values("id") == ("1", "1~2")
    assert by_name["members"].values("party") == ("1283", "0114", "1283~2")
    assert from_tables(by_name.values()) == coop


def test_nothing_and_nobody_are_different() -> None:
    """A list that is known to be empty is not one of which nobody has said anything."""
    by_name = {table.name: table for table in to_tables(PAIR)}
    assert by_name["networks"].values("invited") == (None, "[]")


def test_a_noun_without_values_is_a_table_without_rows() -> None:
    """The key of equal parts, which has no field, has a table and no row, and comes back."""
    assert to_tables(Equal(), empty=False) == ()
    assert from_tables(to_tables(Equal()), Equal) == Equal()


@given(st.permutations(range(3)), st.sets(st.integers(0, 2)))
@settings(max_examples=20, deadline=None)
def test_order_counts_and_rows_without_it_come_last(places: list[int], without: set[int]) -> None:
    """Rows stand by their order wherever they are in the table; those without stand after them, as they are."""
    coop = Cooperation("x", "X", networks=tuple(Network(f"n{i}", "N") for i in range(3)))
    tables = {table.name: table for table in to_tables(coop, empty=False)}
    rows = tables["networks"].to_rows()
    given_rows = [{**rows[i], ORDER: None if i in without else i} for i in places]
    tables["networks"] = Table.of_rows("networks", given_rows, columns=tables["networks"].columns)
    expected = [*sorted(set(range(3)) - without), *(i for i in places if i in without)]
    assert [network.id for network in from_tables(tables.values()).networks] == [f"n{i}" for i in expected]


def test_columns_may_stand_in_any_order_and_be_left_out() -> None:
    """Columns that no row needs may be missing, and the others stand in any order."""
    table = Table.of_rows("cooperation", [{"name": "A pair", "id": "par"}])
    assert from_tables([table]) == Cooperation("par", "A pair")


def test_a_field_called_parties_is_not_the_table_of_parties() -> None:
    """An agreement alone has its parties in a table, whose rows are participations and nobody's descriptions."""
    agreement = PAIR.agreements[0]
    by_name = {table.name: table for table in to_tables(agreement)}
    assert by_name["parties"].names[:2] == ("party", "first_day")
    assert from_tables(by_name.values(), Agreement) == agreement


@pytest.mark.parametrize("invoicing", [None, Invoicing((ReferenceDate(3, 31, years_before=0),))], ids=["none", "some"])
def test_a_list_that_is_needed_belongs_to_a_noun_in_columns(invoicing: Invoicing | None) -> None:
    """A clause's invoicing, which is columns, has its days in a table, and is there only if it was."""
    clause = CostClause((Distribution(Equal()),), invoicing=invoicing)
    tables = {table.name: table for table in to_tables(clause, empty=False)}
    assert from_tables(tables.values(), CostClause) == clause
    assert ("cost_clause_due" in tables or "due" in tables) == (invoicing is not None)
    days = [name for name in tables if name.endswith("due")]
    for name in days:
        del tables[name]
        with pytest.raises(DocumentError, match=r"is empty; give the day of at least one invoice"):
            from_tables(tables.values(), CostClause)


@given(nouns(Cooperation))
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_lists_unfold_and_fold(coop: Cooperation) -> None:
    """The lists of any cooperation, in tables of their own, come back into the cells that have them."""
    rows = unfolded(to_tables(coop), Cooperation)
    grids = {
        each.name: grid_of(Table(each.name, each.columns, tuple(rows[each.name]))) for each in relations_of(Cooperation)
    }
    tables, faults = folded(grids, Cooperation)
    assert faults == []
    assert from_grids(tables, Cooperation, references=False, origin="") == coop


def test_other_things_are_refused() -> None:
    """What is no noun has no tables, and what are no tables make no noun."""
    with pytest.raises(InvalidValueError, match=r"not a noun that tables can hold"):
        to_tables(3)
    wrong: Any = [{"id": "x"}]
    with pytest.raises(InvalidValueError, match=r"is no Table"):
        from_tables(wrong)
    with pytest.raises(InvalidValueError, match=r"not a noun that tables can hold"):
        from_tables([], int)
    assert from_tables(to_tables(Source("Report")), Source) == Source("Report")
