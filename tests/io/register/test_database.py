"""Registers as SQLite databases."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from tests.io.register.pairs import PAIR

from familjen.datasets import familjen_helsingborg_2016
from familjen.errors import DocumentError
from familjen.io.document import SCHEMA_VERSION
from familjen.io.register import from_sqlite, to_sqlite
from familjen.model import Cooperation, Equal, Network, Source
from familjen.testing import NOUN_CLASSES, nouns


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of the pair's database."""
    to_sqlite(PAIR, tmp_path / "register.db")
    return tmp_path / "register.db"


@pytest.fixture
def base(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the pair's database for writing, with foreign keys in force."""
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        opened.execute("PRAGMA foreign_keys = ON")
        yield opened


@pytest.mark.parametrize("coop", [PAIR, familjen_helsingborg_2016()], ids=["pair", "bundled"])
def test_the_database_holds_together_and_comes_back(tmp_path: Path, coop: Cooperation) -> None:
    """SQLite itself finds no foreign key that dangles and no fault, and the cooperation comes back."""
    to_sqlite(coop, tmp_path / "x.db")
    with closing(sqlite3.connect(tmp_path / "x.db")) as opened:
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert from_sqlite(tmp_path / "x.db", references=True) == coop


@given(nouns(Source) | nouns(Network))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_other_nouns_come_back(tmp_path_factory: pytest.TempPathFactory, noun: object) -> None:
    """A noun that is no cooperation has a database too."""
    path = tmp_path_factory.mktemp("noun") / "x.db"
    to_sqlite(noun, path)
    assert from_sqlite(path, type(noun)) == noun


def test_a_noun_without_fields_has_a_database_without_tables(tmp_path: Path) -> None:
    """The key of equal parts, which says nothing but that it is, comes back from an empty database."""
    to_sqlite(Equal(), tmp_path / "x.db")
    assert from_sqlite(tmp_path / "x.db", Equal) == Equal()


def test_a_database_has_a_limit(path: Path) -> None:
    """A file beyond the limit is refused before it is opened as a database."""
    with pytest.raises(DocumentError, match=r"above the limit of 100; give max_bytes="):
        from_sqlite(path, max_bytes=100)


@pytest.mark.parametrize("cls", NOUN_CLASSES, ids=lambda cls: cls.__name__)
def test_every_noun_has_tables_that_sqlite_takes(cls: type) -> None:
    """The statements that make the tables of any noun are SQL."""
    from familjen.io.register.database import _statements
    from familjen.io.register.relations import relations_of

    with closing(sqlite3.connect(":memory:")) as opened:
        for relation in relations_of(cls):
            for statement in _statements(relation) if relation.columns else ():
                opened.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE agreements SET host = '9999'",
        "UPDATE activities SET kind = 'projct'",
        "UPDATE members SET first_day = '2016-13-01'",
        "UPDATE agreements SET at_self_cost = 2",
        "UPDATE agreements SET name = NULL",
        "UPDATE round_seats SET number = 'two'",
        "INSERT INTO networks (id, name, \"order\") VALUES ('tyst', 'Again', 9)",
        "INSERT INTO events_hosts VALUES ('vandring', 2, '9999')",
        "DELETE FROM parties WHERE id = '1283'",
    ],
    ids=["host", "enum", "day", "truth", "name", "number", "key", "list", "parent"],
)
def test_the_database_refuses_what_is_wrong(base: sqlite3.Connection, statement: str) -> None:
    """Primary keys, foreign keys and checks are in force."""
    with pytest.raises(sqlite3.IntegrityError):
        base.execute(statement)


def test_amounts_are_exact_and_views_have_numbers(base: sqlite3.Connection, path: Path) -> None:
    """An amount is text, exactly; the view beside it has it as a number to reckon with."""
    assert base.execute("SELECT spending FROM events").fetchone() == ("123456789012345678.25",)
    assert base.execute("SELECT spending_number FROM events_numbers").fetchone() == (1.2345678901234568e17,)
    assert from_sqlite(path).events[0].spending == PAIR.events[0].spending


def test_what_sql_changes_is_read(base: sqlite3.Connection, path: Path) -> None:
    """Rows that SQL adds, and lists that it makes longer, are in the cooperation."""
    base.execute("INSERT INTO networks (id, name, \"order\", invited_known) VALUES ('ny', 'New', 3, 1)")
    base.execute("INSERT INTO networks_invited VALUES ('ny', 2, '0114'), ('ny', 1, '1283')")
    base.execute("INSERT INTO agreements_tasks VALUES ('avgift', 3, 'Water')")
    coop = from_sqlite(path)
    assert [network.invited for network in coop.networks] == [None, (), ("1283", "0114")]
    assert coop.agreements[0].tasks[2] == "Water"


def test_what_dangles_is_refused_and_told(tmp_path: Path) -> None:
    """A cooperation that does not hold together has no database; the file that was there stays."""
    (tmp_path / "x.db").write_bytes(b"old")
    lost = attrs.evolve(PAIR, agreements=(attrs.evolve(PAIR.agreements[0], host="1284"),))
    with pytest.raises(DocumentError, match=r"agreements!G2 \(host\): there is no party '1284'; did you mean '1283'"):
        to_sqlite(lost, tmp_path / "x.db")
    assert (tmp_path / "x.db").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["x.db"]


def test_reading_changes_nothing(path: Path) -> None:
    """A database is opened for reading only: a file that nobody may write is read, and nothing appears beside it."""
    before = path.read_bytes()
    path.chmod(0o444)
    assert from_sqlite(path) == PAIR
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["register.db"]


def test_what_sqlite_lets_through_is_told_with_its_row(base: sqlite3.Connection, path: Path) -> None:
    """What the noun itself refuses, and rows whose parent somebody has removed, are told with the row's number."""
    base.execute("PRAGMA foreign_keys = OFF")
    base.execute("UPDATE sources SET url = 'ftp://x' WHERE id = 's1'")
    base.execute("INSERT INTO events_hosts VALUES ('gone', 1, '1283')")
    base.execute("UPDATE members SET party = x'00ff' WHERE \"order\" = 2")
    with pytest.raises(DocumentError) as caught:
        from_sqlite(path)
    told = dict(caught.value.problems)
    assert told["sources!C1 (url)"] == "'ftp://x' is not a web address"
    assert told["events_hosts!A2 (row_id)"] == "there is no row gone in the table 'events'"
    assert told["members!A2 (party)"] == r"b'\x00\xff' is no text, as this column is"


def test_other_files_are_told_of(tmp_path: Path, base: sqlite3.Connection, path: Path) -> None:
    """What is no database, is of a newer version or is not there, is told of."""
    (tmp_path / "text.db").write_text("not a database, but long enough to be one" * 40, "utf-8")
    with pytest.raises(DocumentError, match=r"is no SQLite database that can be read"):
        from_sqlite(tmp_path / "text.db")
    base.execute("PRAGMA user_version = 99")
    with pytest.raises(DocumentError, match=r"its version is 99, and this release reads 1; upgrade familjen"):
        from_sqlite(path)
    with pytest.raises(FileNotFoundError):
        from_sqlite(tmp_path / "none.db")
    with closing(sqlite3.connect(tmp_path / "empty.db")) as opened:
        opened.execute("CREATE TABLE other (x)")
    with pytest.raises(DocumentError, match=r"the table 'cooperation' needs one, with id and name"):
        from_sqlite(tmp_path / "empty.db")


@pytest.mark.parametrize(
    ("statements", "problems"),
    [
        (
            ["UPDATE agreements_tasks SET value = x'00ff' WHERE \"order\" = 1"],
            [("agreements_tasks!C1 (value)", r"b'\x00\xff' is no text, as this column is")],
        ),
        (
            ['UPDATE agreements_tasks SET "order" = \'second\' WHERE "order" = 2'],
            [("agreements_tasks!B2 (order)", "'second' is no number; write it as 69 994 or leave it empty")],
        ),
        (
            ["UPDATE networks SET invited_known = 2 WHERE id = 'tom'"],
            [("networks!F2 (invited_known)", "2 is no boolean, as this column is")],
        ),
        (
            ["ALTER TABLE agreements_tasks ADD COLUMN note TEXT"],
            [("agreements_tasks (note)", "is no column of this table; the columns are row_id, order, value")],
        ),
        (
            ['UPDATE agreements_tasks SET value = NULL WHERE "order" = 2'],
            [("agreements_tasks (of agreements!1)", "item 1: None is not text")],
        ),
    ],
    ids=["bytes", "order", "known", "column", "nothing"],
)
def test_spoiled_lists_are_told_of(
    base: sqlite3.Connection, path: Path, statements: list[str], problems: list[tuple[str, str]]
) -> None:
    """What stands in the table of a list is told where it stands there, and nothing is made text, put first or lost."""
    base.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        base.execute(statement)
    with pytest.raises(DocumentError) as caught:
        from_sqlite(path)
    assert list(caught.value.problems) == problems


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (["ALTER TABLE agreements_tasks RENAME TO agreement_tasks"], ("agreement_tasks", "agreements_tasks")),
        (
            ["ALTER TABLE counts RENAME TO counts2", "ALTER TABLE counts2 RENAME TO Counts"],
            ("Counts", "counts"),
        ),
        (["DROP TABLE counts", "CREATE VIEW counts AS SELECT 1 AS value"], ("counts", "counts")),
    ],
    ids=["another-name", "another-case", "a-view"],
)
def test_tables_under_another_name_are_told_of(
    base: sqlite3.Connection, path: Path, statements: list[str], told: tuple[str, str]
) -> None:
    """A table that looks like one of ours that is gone is not passed over; other tables are nobody's matter."""
    base.execute("PRAGMA foreign_keys = OFF")
    base.execute("CREATE TABLE our_own_notes (x)")
    assert from_sqlite(path) == PAIR
    for statement in statements:
        base.execute(statement)
    with pytest.raises(
        DocumentError, match=rf"  {told[0]}: this (table|view) is none of ours, .* '{told[1]}'; give it"
    ):
        from_sqlite(path)


def test_the_next_version_is_refused(base: sqlite3.Connection, path: Path) -> None:
    """The version after ours is refused, and ours is not."""
    assert from_sqlite(path) == PAIR
    base.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(DocumentError, match=rf"its version is {SCHEMA_VERSION + 1}, and this release reads"):
        from_sqlite(path)
