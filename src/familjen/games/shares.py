"""What each player pays or gets by a method, and how every coalition stands with it (fördelning)."""

import math
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import attrs
import numpy as np

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player
from familjen.games.number import as_exact
from familjen.games.parts import AnyGame, Parts
from familjen.validators import show

if TYPE_CHECKING:
    from familjen.games.axioms import Standing
    from familjen.games.explanation import Explanation
    from familjen.games.lexicographic.certificate import Certificate
    from familjen.games.lexicographic.kernel import KernelCertificate

__all__ = ["AnyGame", "CostShares"]


@attrs.frozen(eq=False, repr=False)
class CostShares(Parts):
    """Each player's part of what all pay, or gain, together: a mapping of player to number (kostnadsandelar).

    >>> from familjen.games import CostGame
    >>> game = CostGame.of({"A": 11, "H": 7, "A+H": 15})
    >>> shares = CostShares.of(game, [9.5, 5.5], "shapley")
    >>> shares["A"], shares.savings()["A"], shares.is_in_core()
    (9.5, 1.5, True)
    """

    method: str
    """The method's name in the literature."""
    certificate: "Certificate | KernelCertificate | None" = None
    """Proof of the result, where the method has one."""

    @classmethod
    def of(cls, game: AnyGame, numbers: Iterable[float | Decimal | Fraction], method: str) -> "CostShares":
        """Make it from a number for each player, in the players' order.

        Raises:
            InvalidValueError: There are more or fewer numbers than players, or one is not finite.
        """
        if isinstance(numbers, str | bytes | Mapping | AbstractSet) or not isinstance(numbers, Iterable):
            shown = show(cast("object", numbers))
            reason = f"{shown} is no row of numbers; give one for each player, in the players' order"
            raise InvalidValueError(reason, attribute="numbers")
        read = tuple(np.atleast_1d(cast("Any", numbers)).tolist() if isinstance(numbers, np.ndarray) else numbers)
        if len(read) != len(game.players):
            reason = f"there are {len(read)} numbers for {len(game.players)} players; give one for each"
            raise InvalidValueError(reason, attribute="numbers")
        return cls(game, tuple(_read(*each) for each in zip(game.players, read, strict=True)), method)

    @classmethod
    def certified(cls, game: AnyGame, certificate: "Certificate | KernelCertificate", *, exact: bool) -> "CostShares":
        """Make it from a certificate, which has each player's part and the method's name."""
        parts = certificate.at if exact else tuple(float(part) for part in certificate.at)
        return cls(game, parts, certificate.method, certificate)

    def of_game(self, game: AnyGame) -> "CostShares":
        """Give the same parts of the same game told in another way."""
        return attrs.evolve(self, game=game)

    def verify(self) -> bool:
        """Check the result's certificate anew, from the game alone.

        Returns:
            True.

        Raises:
            CertificateError: It does not hold, or the parts are other than it proves.
            InvalidValueError: The method has no certificate.

        >>> from familjen.games import CostGame, nucleolus
        >>> nucleolus(CostGame.of({"A": 11, "H": 7, "A+H": 15})).verify()
        True
        """
        from familjen.games.proven import verified

        return verified(self)

    def to_amounts(self, unit: Decimal = Decimal("0.01"), *, whole: Decimal | None = None) -> dict[Player, Decimal]:
        """Round to amounts in the unit that sum exactly to the whole, each its part rounded down or up.

        The units that rounding down leaves go to those that it took most from (största restmetoden).

        Args:
            unit: The unit, above zero.
            whole: What is to be paid, where the game's own whole is no number of units, as by a curve in floats; less
                than a unit from it.

        Raises:
            InvalidValueError: The parts do not come to the whole, or the whole is not a number of units.

        >>> from familjen.games import CostGame, shapley
        >>> shapley(CostGame.of({"a": 9, "b": 9, "c": 9, "a+b": 9, "a+c": 9, "b+c": 9, "a+b+c": 10})).to_amounts()
        {'a': Decimal('3.34'), 'b': Decimal('3.33'), 'c': Decimal('3.33')}
        """
        from familjen.games.rounded import rounded

        return rounded(self, unit, whole)

    def axioms(self) -> "tuple[Standing, ...]":
        """Tell which axioms hold here, for these parts of this game; see `axioms_here`."""
        from familjen.games.axioms import axioms_here

        return axioms_here(self)

    def explain(self, lang: str = "en") -> "Explanation":
        """Say who pays what, what that saves, and whether a coalition does better by itself; print it to read it.

        Raises:
            InvalidValueError: It is not a language of ours.

        >>> from familjen.games import CostGame, shapley
        >>> print(shapley(CostGame.of({"A": 11, "H": 7, "A+H": 15})).explain().lines[1])
        A pays 9.5, which is 1.5 less than alone (13.6 %).
        """
        from familjen.games.explanation import explanation_of

        return explanation_of(self, lang)

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each player, which pandas, polars, csv and Excel take as they are.

        Where a part is a Fraction, so are the other numbers of its row. What is saved in percent of what the player
        comes to alone is ``None`` where that is not above zero.
        """
        from familjen.games.listing import rows_of

        return rows_of(self)

    def text(self, lang: str = "en") -> str:
        """Give the parts as a plain table, in English (``"en"``) or Swedish (``"sv"``)."""
        from familjen.games.grid import as_lines
        from familjen.games.listing import table_of

        return "\n".join(as_lines(*table_of(self, lang)))

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        from familjen.games.grid import as_html
        from familjen.games.listing import table_of

        return as_html(*table_of(self, "en"))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, CostShares):
            return self.game == other.game and self.numbers == other.numbers
        return dict(self) == other

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        parts = ", ".join(f"{player}: {float(self[player]):,.10g}" for player in self.game.players[:6])
        more = ", …" if len(self.game.players) > 6 else ""  # noqa: PLR2004 - as many as shown
        return f"CostShares({self.method}; {parts}{more})"


def _read(player: Player, number: object) -> float | Fraction:
    """Read a part: a float stays one, another number is kept exactly."""
    if isinstance(number, float) and math.isfinite(number):
        return float(number)
    return as_exact(number, f"the part of {player}", "numbers")
