"""Splits of a game side by side: amounts, savings, and who has reason to leave."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
from rich.text import Text

from familjen.amounts.exact import multiple, shown
from familjen.games import CostShares, Player
from familjen.games.listing import rows_by_player
from familjen.io.games import GameFile
from familjen.language import say, worded
from familjen.report.text import table

if TYPE_CHECKING:
    from rich.console import RenderableType

    from familjen.games.comparison import Comparison

__all__ = ["SplitBy", "explained_view", "split_view"]

_BESIDE = 3
"""So many methods stand beside each other within eighty columns."""


@attrs.frozen
class SplitBy:
    """What a method makes of a game, in amounts or exactly (fördelning enligt en metod).

    >>> from familjen.games import CostGame, shapley
    >>> SplitBy.of(shapley(CostGame.of({"A": 11, "H": 7, "A+H": 15})), Decimal("0.01")).savings["A"]
    Fraction(3, 2)
    """

    method: str
    """The method's name."""
    parts: Mapping[Player, Fraction]
    """What each player pays or gets: an amount in the unit, or the exact part."""
    savings: Mapping[Player, Fraction]
    """What that is better than alone."""
    in_core: bool
    """Whether no coalition does better by itself than with the parts before they are rounded."""
    worst_off: tuple[Player, ...]
    """The coalition that has the most reason to leave."""
    excess: Fraction
    """How much less it would pay by itself; below zero, how much more."""

    @classmethod
    def of(cls, shares: CostShares, unit: Decimal | None) -> "SplitBy":
        """Round shares to amounts in the unit that sum to the whole; without a unit, keep them.

        Raises:
            InvalidValueError: The whole is no multiple of the unit.
        """
        game = shares.game
        given = shares if unit is None else CostShares.of(game, shares.to_amounts(unit).values(), shares.method)
        parts = {player: Fraction(part) for player, part in given.items()}
        savings = {row.player: Fraction(row.saving) for row in rows_by_player(given)}
        worst, _ = shares.worst_off()
        excess = given.excess(frozenset(worst)) if worst else Fraction(0)
        return cls(shares.method, parts, savings, shares.is_in_core(), worst, excess)


def split_view(
    file: GameFile, splits: Sequence[SplitBy], unit: Decimal | None, lang: str = "en"
) -> Iterator["RenderableType"]:
    """Show splits of a game side by side."""
    game = file.game
    alone = {player: game.at(1 << place) for place, player in enumerate(game.players)}
    whole = " ".join([_said(game.at(-1), unit, lang), *([file.unit] if file.unit else [])])
    title = worded(lang, "Split of {whole}", "Fördelning av {whole}").format(whole=whole)
    saved = worded(lang, "Better than alone by", "Bättre än ensam med")
    groups = [splits[place : place + _BESIDE] for place in range(0, len(splits), _BESIDE)]
    for some in groups:
        columns = {worded(lang, "alone", "ensam"): alone, **{_name(each): each.parts for each in some}}
        yield from _by_player(title, columns, unit, lang)
    for some in groups:
        yield from _by_player(saved, {_name(each): each.savings for each in some}, unit, lang)
    yield _content(splits, unit, lang)
    if file.illustrative:
        yield Text(worded(lang, "The numbers are made up to illustrate.", "Talen är påhittade exempel."))
    if file.source:
        yield Text(worded(lang, "Source: {source}", "Källa: {source}").format(source=file.source))


def explained_view(comparison: "Comparison", lang: str = "en") -> Iterator["RenderableType"]:
    """Show each split in sentences, and how they differ where there are several."""
    told = [shares.explain(lang) for shares in comparison.shares.values()]
    told += [comparison.explain(lang)] if len(told) > 1 or comparison.refused else []
    for explanation in told:
        yield Text(explanation.title, style="bold")
        yield from (Text(f"  {line}") for line in explanation.lines)


def _name(split: SplitBy) -> str:
    return split.method.replace("_", " ")


def _by_player(
    title: str, columns: Mapping[str, Mapping[Player, Fraction]], unit: Decimal | None, lang: str
) -> Iterable["RenderableType"]:
    head = [worded(lang, "Player", "Spelare"), *columns]
    players = next(iter(columns.values()))
    rows = [[str(player), *(_said(each[player], unit, lang) for each in columns.values())] for player in players]
    made = table(title, head, rows, right=range(1, len(head)))
    made.add_section()
    sums = [_said(sum(each.values(), Fraction(0)), unit, lang) for each in columns.values()]
    made.add_row(*(Text(cell) for cell in [worded(lang, "Sum", "Summa"), *sums]), style="bold")
    return [made]


def _content(splits: Sequence[SplitBy], unit: Decimal | None, lang: str) -> "RenderableType":
    yes, no, nobody = worded(lang, "yes", "ja"), worded(lang, "no", "nej"), worded(lang, "nobody", "ingen")
    rows = [
        (
            _name(each),
            yes if each.in_core else no,
            "+".join(map(str, each.worst_off)) or nobody,
            _said(each.excess, unit, lang),
        )
        for each in splits
    ]
    head = (
        worded(lang, "Method", "Metod"),
        worded(lang, "In the core", "I kärnan"),
        worded(lang, "Worst-off coalition", "Sämst ställd koalition"),
        worded(lang, "Better alone by", "Bättre själv med"),
    )
    return table(worded(lang, "Who has reason to leave", "Vem har skäl att gå"), head, rows, right=(3,))


def _said(number: Fraction, unit: Decimal | None, lang: str) -> str:
    """Write a number in the unit, marked where it is not a multiple; exactly where there is no unit."""
    if unit is None:
        text = shown(number)
        return text.replace(",", "\N{NO-BREAK SPACE}") if lang == "sv" else text
    amount: Decimal = multiple(round(number / Fraction(unit)), unit)
    return say(amount, lang) if amount == number else f"≈ {say(amount, lang)}"
