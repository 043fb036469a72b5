"""Flat tables and frames as what the library takes: ledgers, games, figures, published tables (indata)."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve

from familjen.balance import Ledger
from familjen.errors import InvalidValueError
from familjen.games.game import Game
from familjen.io.flat.csv_text import to_csv
from familjen.io.flat.kinds import as_kind
from familjen.io.flat.source import as_table
from familjen.io.flat.table import Table
from familjen.io.game_csv import game_of_entries
from familjen.io.ledgers import ledger_from_csv
from familjen.io.parse import document_error
from familjen.io.tables import table_from_csv
from familjen.model import PublishedTable
from familjen.validators import show

__all__ = ["as_figures", "as_game", "as_ledger", "as_published_table"]


def as_ledger(source: Any) -> Ledger:
    """Read entries of a ledger from a table, rows or a frame (huvudbok).

    The columns are those of `familjen.io.ledgers.ledger_from_csv`, in English or Swedish. Floats are the decimal
    numbers that they are written as.

    Raises:
        DocumentError: It is no ledger. Its ``problems`` tell what is first wrong with each line: the headings are line
            1, the first row line 2.

    >>> as_ledger([{"party": "Bjuv", "year": 2024, "activity": "Fee", "paid": Decimal("314202.50")}])
    <Ledger: 1 entries, 1 parties, 1 activities, 2024-2024>
    """
    table = _whole(as_table(source, amounts=True))
    return ledger_from_csv(to_csv(table, decimal="."), decimal=".", origin=table.name)


def as_game(source: Any, *, completion: str | None = None) -> Game:
    """Read a game from a table, rows or a frame: a coalition and its number in each row (spel).

    The columns are those of `familjen.io.games.game_from_csv`: coalition, and cost or value. Numbers may be fractions;
    floats are the decimal numbers that they are written as. A row without a number gives none.

    Args:
        source: Whatever `as_table` takes.
        completion: What a coalition that is not given comes to, as in `Game.of`.

    Raises:
        DocumentError: It is no game. Its ``problems`` are all that is wrong, each with its row.

    >>> as_game([{"coalition": "A", "cost": 12}, {"coalition": "H", "cost": 6}, {"coalition": "A+H", "cost": 15}])
    CostGame(A, H; all together 15)
    """
    table = as_table(source, amounts=True)
    problems: list[tuple[str, str]] = []
    entries: list[tuple[str, str, Any]] = []
    for number, row in enumerate(table.rows, 1):
        if row[0] is None or isinstance(row[0], str):
            entries.append((f"row {number}", (row[0] or "").strip(), row[-1]))
        else:
            problems.append((f"row {number}", f"{show(row[0])} is no coalition; name it by text"))
    return game_of_entries(table.names, entries, _number, problems, completion=completion, origin=table.name)


def as_figures(
    source: Any, *, party: str | None = None, figure: str | None = None
) -> dict[str, int | Decimal | Fraction]:
    """Read a figure for each party from a table, rows or a frame: populations, weights, costs (tal per part).

    Floats are the decimal numbers that they are written as.

    Args:
        source: Whatever `as_table` takes.
        party: The column of the parties; the first of two unless given.
        figure: The column of the figures; the second of two unless given.

    Raises:
        DocumentError: A party is missing, no text, or there twice; a figure is missing or no number. Its ``problems``
            are all that is wrong, each with its row.
        InvalidValueError: There are other than two columns, and which are meant is not said.
        UnknownIdError: There is no such column.

    >>> as_figures([{"code": "1260", "inhabitants": 15_000}, {"code": "1276", "inhabitants": 17_000}])
    {'1260': 15000, '1276': 17000}
    """
    table = as_table(source, amounts=True)
    if len(table.names) != 2 and (party is None or figure is None):  # noqa: PLR2004 - a party and its figure
        reason = f"there are {len(table.names)} columns; say which hold the parties and the figures"
        raise InvalidValueError(reason, attribute="source")
    labels, values = table.values(party or table.names[0]), table.values(figure or table.names[1])
    made: dict[str, int | Decimal | Fraction] = {}
    problems: list[tuple[str, str]] = []
    for number, (label, value) in enumerate(zip(labels, values, strict=True), 1):
        if not isinstance(label, str):
            problems.append((f"row {number}", f"{show(label)} is no party; name it by text"))
            continue
        if label in made:
            problems.append((f"row {number}", f"{label!r} stands there twice; keep one of them"))
        try:
            found = _number(value)
            if found is None:
                problems.append((f"row {number}", f"{label!r} has no figure"))
            else:
                made[label] = found
        except InvalidValueError as error:
            problems.append((f"row {number}", f"{label!r}: {error.reason}"))
    if problems:
        raise document_error(problems, table.name)
    return made


def as_published_table(source: Any, *, name: str | None = None, unit: str | None = None) -> PublishedTable:
    """Read a published table from a table, rows or a frame: labels, and amounts for each column (publicerad tabell).

    A row or a last column that is called Total or Summa holds totals; see `familjen.io.table_from_csv`.

    Args:
        source: Whatever `as_table` takes.
        name: Its id; the table's name unless given.
        unit: Unit of its amounts; that which the first column is called, or kr, unless given.

    Raises:
        InvalidValueError: It is no table of amounts.

    >>> as_published_table([{"kSEK": "Bjuv", "2027": 12}, {"kSEK": "Total", "2027": 12}]).totals
    (Decimal('12'),)
    """
    table = as_table(source, name=name, amounts=True)
    return table_from_csv(to_csv(table, decimal="."), name=table.name, unit=unit, decimal=".")


def _whole(table: Table) -> Table:
    """Give columns of floats that are all whole as integers, as the years are where pandas has a year missing."""
    columns = list(table.columns)
    cells = [table.values(name) for name in table.names]
    for place, column in enumerate(table.columns):
        values = tuple(as_kind(value, "integer") for value in cells[place])
        if column.kind == "float" and not any(isinstance(value, float) for value in values):
            columns[place], cells[place] = evolve(column, kind="integer"), values
    return Table(table.name, tuple(columns), tuple(zip(*cells, strict=True)))


def _number(value: Any) -> int | Decimal | Fraction | None:
    """Give a number as it is, and a float as the decimal number that it is written as."""
    exact = as_kind(value, "decimal") if isinstance(value, float) else value
    if exact is None or (isinstance(exact, int | Decimal | Fraction) and not isinstance(exact, bool)):
        return exact
    raise InvalidValueError(f"{show(value)} is no number")
