"""Methods side by side on one game (jämförelse av metoder)."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from familjen.errors import CertificateError, IntractableError, InvalidValueError
from familjen.games.coalition import Player
from familjen.games.core_standing import CoreStanding
from familjen.games.explanation import Explanation
from familjen.games.grid import as_html, as_lines
from familjen.games.listing import Table
from familjen.games.methods import method_named
from familjen.games.shares import AnyGame, CostShares
from familjen.progress import Progress, need_progress
from familjen.validators import show

__all__ = ["USUAL", "Compared", "Comparison", "compare"]

USUAL = ("shapley", "scrb", "nucleolus")
"""The methods that stand side by side where none is asked for."""

Compared: TypeAlias = str | Callable[..., CostShares] | CostShares
"""A method by its name, a function that splits a game, or a split that is there already."""


@attrs.frozen(repr=False)
class Comparison:
    """Splits of one game by several methods (jämförelse av metoder).

    >>> from familjen.games import CostGame
    >>> print(compare(CostGame.of({"A": 12, "H": 8, "A+H": 15}), ["shapley", "proportional_to_alone"]))
    Player               alone  shapley  proportional to alone
    ----------------------------------------------------------
    A                     12.0      9.5                    9.0
    H                      8.0      5.5                    6.0
    ----------------------------------------------------------
    All                   20.0     15.0                   15.0
    In the core                     yes                    yes
    Worst-off coalition               A                      H
    Better alone by                -2.5                   -2.0
    Spread of savings               0.0                    1.0
    """

    game: AnyGame
    """The game that is split."""
    shares: Mapping[str, CostShares]
    """Each split by its method's name."""
    refused: Mapping[str, str]
    """Why a method gives no split of this game, by its name."""

    def parts(self, player: Player) -> dict[str, float | Fraction]:
        """Give a player's part by each method.

        Raises:
            UnknownIdError: It is no player.
        """
        return {name: shares[player] for name, shares in self.shares.items()}

    def standings(self) -> dict[str, CoreStanding]:
        """Tell for each method whether its split is in the core, and which coalition has the most reason to leave."""
        return {name: CoreStanding.of(shares) for name, shares in self.shares.items()}

    def spreads(self) -> dict[str, float]:
        """Give for each method how much more the one who saves most saves than the one who saves least."""
        saved = {name: shares.savings().values() for name, shares in self.shares.items()}
        return {name: max(each) - min(each) for name, each in saved.items()}

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each player and method, which pandas, polars, csv and Excel take as they are."""
        return [{"method": name, **row} for name, shares in self.shares.items() for row in shares.to_rows()]

    def table(self, lang: str = "en") -> Table:
        """Give the heading, a row for each player, and the rows below, as text.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        from familjen.games.contrast import table_of

        return table_of(self, lang)

    def explain(self, lang: str = "en") -> Explanation:
        """Say where methods differ most, who gains by which, and which splits are in the core; print it to read it.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        from familjen.games.contrast import contrast_of

        return contrast_of(self, lang)

    def refusals(self, lang: str = "en") -> list[str]:
        """Say which methods give no split of the game, and why; the reasons are in English."""
        from familjen.games.contrast import refusals_of

        return refusals_of(self, lang)

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table, in English (``"en"``) or Swedish (``"sv"``)."""
        return "\n".join(as_lines(*self.table(lang)))

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Comparison of {', '.join(self.shares)}: {len(self.game.players)} players>"

    def _repr_html_(self) -> str:
        return as_html(*self.table())


def compare(
    game: AnyGame, methods: Iterable[Compared] = USUAL, *, exact: bool = False, on_progress: Progress | None = None
) -> Comparison:
    """Split a game by several methods, side by side (jämförelse av metoder).

    A method that does not split this game is kept with its reason in `Comparison.refused`, unless it is the only one.

    Args:
        game: The game.
        methods: Methods by name, functions that split a game, such as ``functools.partial(weighted_shapley, …)``, or
            splits of this game that are there already, such as what is paid today.
        exact: Give Fractions.
        on_progress: Told after each method how many are done, and of how many.

    Complexity: that of the methods, and O(2ⁿ) for each split's worst-off coalition.

    Raises:
        InvalidValueError: There is no method, one comes twice, one is none of these, or none splits the game.
        UnknownIdError: There is no method of that name; the sentence has near matches.
        IntractableError: The only method is too hard for a game of this size.

    >>> from familjen.games import CostGame
    >>> today = CostShares.of(game := CostGame.of({"A": 12, "H": 8, "A+H": 15}), [11, 4], "today")
    >>> compare(game, ["nucleolus", today]).parts("H")
    {'nucleolus': 5.5, 'today': Fraction(4, 1)}
    """
    need_progress(on_progress, "methods are")
    chosen = _chosen(methods)
    found: dict[str, CostShares] = {}
    refused: dict[str, str] = {}
    for done, (name, method) in enumerate(chosen.items(), 1):
        try:
            split = method if isinstance(method, CostShares) else method(game, exact=exact)
        except (InvalidValueError, IntractableError, CertificateError) as error:
            if len(chosen) == 1:
                raise
            refused[name] = error.reason if isinstance(error, InvalidValueError) else str(error)
        else:
            found[name] = _needed(split, name, game)
        if on_progress is not None:
            on_progress(done, len(chosen))
    if not found:
        reasons = "; ".join(f"{name}: {reason}" for name, reason in refused.items())
        raise InvalidValueError(f"no method splits this game – {reasons}", attribute="methods")
    return Comparison(game, found, refused)


def _chosen(methods: Iterable[Compared]) -> dict[str, Any]:
    """Give each method by its name."""
    if isinstance(methods, str) or not isinstance(methods, Iterable):
        reason = f"{show(methods)} is no list of methods; write [{show(methods)}] for a single one"
        raise InvalidValueError(reason, attribute="methods")
    chosen: dict[str, Any] = {}
    for each in methods:
        method: Any = method_named(each) if isinstance(each, str) else each
        if not callable(method) and not isinstance(method, CostShares):
            reason = f"{show(method)} is no method; give a name, a function of a game, or a split"
            raise InvalidValueError(reason, attribute="methods")
        name = _name(method)
        if name in chosen:
            raise InvalidValueError(f"{name} is given twice; keep one", attribute="methods")
        chosen[name] = method
    if not chosen:
        raise InvalidValueError("there is no method to compare; name one, such as 'shapley'", attribute="methods")
    return chosen


def _name(method: Any) -> str:
    if isinstance(method, CostShares):
        return method.method
    own = getattr(method, "func", method)
    return str(getattr(own, "__name__", type(own).__name__))


def _needed(split: object, name: str, game: AnyGame) -> CostShares:
    """Need a split of this game."""
    if not isinstance(split, CostShares):
        reason = f"{name} gives {show(split)}, which is no split; let it give CostShares.of(game, numbers, {name!r})"
        raise InvalidValueError(reason, attribute="methods")
    if split.game != game:
        raise InvalidValueError(f"{name} is a split of another game; compare splits of one", attribute="methods")
    return split
