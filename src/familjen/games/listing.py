"""Each player's part beside what it comes to alone (uppställning)."""

from fractions import Fraction
from typing import TypeAlias

import attrs

from familjen.games.coalition import Player
from familjen.games.reading import Reading
from familjen.games.shares import CostShares
from familjen.language import worded

__all__ = ["Row", "Table", "rows_by_player", "rows_of", "table_of"]

Table: TypeAlias = tuple[tuple[str, ...], list[tuple[str, ...]], list[tuple[str, ...]]]
"""A heading, rows, and rows below, as text."""


@attrs.frozen
class Row:
    """A player's part, and what it comes to alone (rad)."""

    player: Player
    """The player."""
    part: float | Fraction
    """Its part."""
    alone: float | Fraction
    """What it comes to alone; a Fraction where the part is one."""
    saving: float | Fraction
    """What the part is better than that."""

    @property
    def percent(self) -> float | Fraction | None:
        """What is saved, in percent of what it comes to alone; ``None`` where that is not above zero."""
        return 100 * self.saving / self.alone if self.alone > 0 else None


def rows_by_player(shares: CostShares) -> list[Row]:
    """Give a row for each player, in the players' order."""
    game = shares.game
    rows: list[Row] = []
    for place, (player, part) in enumerate(zip(game.players, shares.numbers, strict=True)):
        exactly = game.at(1 << place)
        alone = float(exactly) if isinstance(part, float) else exactly
        rows.append(Row(player, part, alone, game.sign * (part - alone)))
    return rows


def rows_of(shares: CostShares) -> list[dict[str, object]]:
    """Give a dict for each player, as `CostShares.to_rows` tells.

    >>> from familjen.games import CostGame, shapley
    >>> rows_of(shapley(CostGame.of({"A": 12, "H": 6, "A+H": 15})))[0]
    {'player': 'A', 'part': 10.5, 'alone': 12.0, 'saving': 1.5, 'saving_percent': 12.5}
    """
    return [
        {
            "player": row.player,
            "part": row.part,
            "alone": row.alone,
            "saving": row.saving,
            "saving_percent": row.percent,
        }
        for row in rows_by_player(shares)
    ]


def table_of(shares: CostShares, lang: str) -> Table:
    """Give the parts beside what players come to alone, as text, with the sums below.

    Raises:
        InvalidValueError: It is not a language of ours.
    """
    rows = rows_by_player(shares)
    reading = Reading.of((number for row in rows for number in (row.part, row.alone)), lang)
    is_cost = shares.game.sign < 0
    head = (
        worded(lang, "Player", "Spelare"),
        worded(lang, "pays", "betalar") if is_cost else worded(lang, "gets", "får"),
        worded(lang, "alone", "ensam"),
        worded(lang, "saves", "sparar") if is_cost else worded(lang, "more", "mer"),
        "%",
    )
    cells = [_cells(row, reading) for row in rows]
    everyone = Row(
        worded(lang, "All", "Alla"),
        shares.total,
        sum((row.alone for row in rows), Fraction(0)),
        sum((row.saving for row in rows), Fraction(0)),
    )
    return head, cells, [_cells(everyone, reading)]


def _cells(row: Row, reading: Reading) -> tuple[str, ...]:
    numbers = (reading.say(number) for number in (row.part, row.alone, row.saving))
    return str(row.player), *numbers, "" if row.percent is None else reading.percent(row.percent)
