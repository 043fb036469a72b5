"""What each player pays by a sample, and how sure that is (skattade andelar)."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from familjen.games.coalition import Player
from familjen.games.shares import CostShares

__all__ = ["SampledShares"]


@attrs.frozen(repr=False)
class SampledShares(Mapping[Player, float | Fraction]):
    """Each player's estimated part, with its standard error: a mapping of player to number (skattade andelar).

    The estimates sum to the whole; each is unbiased, and about normally distributed where blocks are many.
    """

    shares: CostShares
    """The estimates, as the parts of any method."""
    errors: tuple[float, ...]
    """The standard error of each, in the players' order."""
    samples: int
    """How many orders of arrival were gone through."""
    stopped_by: str
    """What ended it: ``"precision"`` or ``"samples"``."""
    seed: int
    """What gives the same estimates again."""

    def __getitem__(self, player: Player) -> float | Fraction:
        return self.shares[player]

    def __iter__(self) -> Iterator[Player]:
        return iter(self.shares)

    def __len__(self) -> int:
        return len(self.shares)

    @property
    def standard_errors(self) -> dict[Player, float]:
        """The standard error of each player's estimate."""
        return dict(zip(self.shares, self.errors, strict=True))

    def interval(self, player: Player, *, errors: float = 2.0) -> tuple[float, float]:
        """Give the span of so many standard errors either way; two hold the true part 19 times of 20."""
        part, error = float(self[player]), self.standard_errors[player]
        return part - errors * error, part + errors * error

    def __repr__(self) -> str:
        each = zip(self.shares.items(), self.errors, strict=True)
        parts = ", ".join(f"{player}: {float(part):,.6g} ± {error:.2g}" for (player, part), error in list(each)[:6])
        more = ", …" if len(self) > 6 else ""  # noqa: PLR2004 - as many as shown
        return f"SampledShares({parts}{more}; {self.samples:,} orders, stopped by {self.stopped_by})"
