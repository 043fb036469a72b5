"""The published tables of a cooperation: what the rules of tables share."""

from collections.abc import Iterator

from familjen.amounts.exact import total_of
from familjen.language import Phrase, Sentence
from familjen.model import Agreement, Cooperation, PublishedTable
from familjen.rules.index import index_of

__all__ = ["copied", "is_off", "is_ragged", "named_tables"]

_NAME = Phrase("table '{id}' of {noun}", "tabellen '{id}' i {noun}")


def named_tables(
    coop: Cooperation, *, ragged: bool = False
) -> Iterator[tuple[str, Agreement, PublishedTable, Sentence]]:
    """Give each table with its place, agreement and name: those with full rows only, or also ragged ones."""
    index = index_of(coop)
    for i, agreement in enumerate(coop.agreements):
        for n, table in enumerate(agreement.tables):
            if ragged or not is_ragged(table):
                path = f"$.agreements[{i}]"
                yield f"{path}.tables[{n}]", agreement, table, _NAME.of(id=table.id, noun=index.entry_at[path])


def is_ragged(table: PublishedTable) -> bool:
    """Tell whether a row is shorter or longer than the table."""
    width = len(table.columns)
    return any(len(row.amounts) != width for row in table.rows) or len(table.totals) not in {0, width}


def is_off(table: PublishedTable, column: int) -> bool:
    """Tell whether a column does not come to its total."""
    if not table.totals or table.totals[column] is None:
        return False
    figures = [row.amounts[column] for row in table.rows]
    return None not in figures and total_of(figure for figure in figures if figure is not None) != table.totals[column]


def copied(table: PublishedTable, column: int) -> int | None:
    """Give the number of the one row that has the figure of the column before, where all other rows changed."""
    if column == 0 or len(table.rows) < 2:  # noqa: PLR2004 - one to compare with
        return None
    pairs = [(row.amounts[column - 1], row.amounts[column]) for row in table.rows]
    same = [number for number, (before, amount) in enumerate(pairs) if before == amount]
    if len(same) != 1 or not pairs[same[0]][0] or any(None in pair for pair in pairs):
        return None
    return same[0]
