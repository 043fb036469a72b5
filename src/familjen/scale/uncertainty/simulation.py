"""What comes of many draws of the assumptions (simulering)."""

from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.amounts.weights import is_sequence
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.assumption import Assumption
from familjen.scale.discounting import Discounting
from familjen.scale.ends import uncertain_in
from familjen.scale.service import ServiceCost
from familjen.validators import show

__all__ = ["LEVELS", "Simulation"]

Floats = NDArray[np.float64]

LEVELS = (0.05, 0.5, 0.95)
"""The middle, and what nine of ten draws lie between."""


@attrs.frozen(eq=False, repr=False)
class Simulation:
    """What all and each save under many draws of the assumptions (simulering).

    Each draw takes every uncertain assumption by its shape, independently of the others. Chances are those of the
    assumptions, not of the world. Who pays in all just what it pays alone loses nothing; less than a
    thousand-millionth of what is paid is the rounding of floats, and is nothing.
    """

    service: ServiceCost
    """What the service costs."""
    seed: int
    """What the draws began from: the same seed gives the same again, however many workers there are."""
    horizon: int
    """How many years are counted."""
    discounting: Discounting
    """How later years are counted."""
    shares: tuple[float, ...]
    """Each party's share of what all pay, held fixed: they sum to one."""
    saving: Floats
    """What all save a year in each draw, in kronor: shape (samples,)."""
    net: Floats
    """What all save over the horizon less the start in each draw: shape (samples,)."""
    savings: Floats
    """What each party saves a year in each draw: shape (samples, parties)."""
    nets: Floats
    """What each saves over the horizon less its share of the start: shape (samples, parties)."""
    anew: int
    """How many numbers were drawn anew, because they fell outside what the assumption may be."""

    @property
    def samples(self) -> int:
        """How many draws there are."""
        return len(self.net)

    @property
    def uncertain(self) -> dict[str, Assumption]:
        """The assumptions that were drawn, by name, the discount rate among them."""
        return uncertain_in(self.service, self.discounting)

    @property
    def anew_share(self) -> float:
        """The share of all numbers drawn that were drawn anew."""
        return self.anew / (self.anew + self.samples * len(self.uncertain))

    def chance(self, party: str | None = None, *, yearly: bool = False) -> float:
        """Give the share of draws in which all together, or a party, lose nothing over the horizon, or a year.

        Over the horizon that is the chance that what is paid once is saved again within it.

        Raises:
            UnknownIdError: It is no party.
        """
        return float((self._of(party, yearly=yearly) >= 0).mean())

    @property
    def chance_of_everyone(self) -> float:
        """The share of draws in which nobody loses over the horizon."""
        return float((self.nets >= 0).all(axis=1).mean())

    @property
    def yearly_chance_of_everyone(self) -> float:
        """The share of draws in which nobody loses in a year, what starting costs left out."""
        return float((self.savings >= 0).all(axis=1).mean())

    def standard_error(self, chance: float) -> float:
        """Give the standard error of a chance, from the number of draws alone.

        Raises:
            InvalidValueError: It is no number from 0 to 1.
        """
        found = _level(chance, "chance")
        return float(np.sqrt(found * (1 - found) / self.samples))

    def mean(self, party: str | None = None, *, yearly: bool = False) -> tuple[float, float]:
        """Give the mean of the net, or of the yearly saving, of all or of a party, and its standard error, in kronor.

        The error comes of the number of draws alone, not of the assumptions: more draws make it smaller.

        Raises:
            UnknownIdError: It is no party.
        """
        chosen = self._of(party, yearly=yearly)
        return float(chosen.mean()), float(chosen.std(ddof=1) / np.sqrt(self.samples))

    def quantiles(
        self, levels: Sequence[float] | Floats = LEVELS, *, party: str | None = None, yearly: bool = False
    ) -> list[float]:
        """Give quantiles of the net over the horizon, or of the yearly saving, of all or of a party, in kronor.

        Between two draws they lie on a straight line.

        Raises:
            InvalidValueError: A level is not from 0 to 1.
            UnknownIdError: It is no party.
        """
        given: Any = levels.tolist() if isinstance(levels, np.ndarray) else levels
        if not is_sequence(given):
            reason = f"{show(levels)} holds no levels; give a list of numbers from 0 to 1"
            raise InvalidValueError(reason, attribute="levels")
        read = [_level(level, "levels") for level in given]
        return [float(found) for found in np.quantile(self._of(party, yearly=yearly), read)] if read else []

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for all together, whose party is ``None``, and one for each party, in kronor."""
        rows: list[dict[str, object]] = []
        for party in (None, *self.service.parties):
            row: dict[str, object] = {"party": party}
            for what, yearly in (("net", False), ("saving", True)):
                mean, error = self.mean(party, yearly=yearly)
                found = self.quantiles(party=party, yearly=yearly)
                row |= {f"{what}_chance": self.chance(party, yearly=yearly), f"{what}_mean": mean}
                row[f"{what}_error"] = error
                row |= {f"{what}_{100 * level:g}": each for level, each in zip(LEVELS, found, strict=True)}
            rows.append(row)
        return rows

    def text(self, lang: str = "en") -> str:
        """Give a plain table: quantiles of the net over the horizon, and the chance to lose nothing."""
        from familjen.scale.uncertainty.simulation_told import table_of

        return table_of(self, lang)

    def explain(self, lang: str = "en") -> str:
        """Say what was drawn, and how often all, everyone and each lose nothing.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        from familjen.scale.uncertainty.simulation_told import explained

        return explained(self, lang)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        from familjen.scale.uncertainty.simulation_told import short

        return short(self)

    def _repr_html_(self) -> str:
        from familjen.scale.uncertainty.simulation_told import html_of

        return html_of(self)

    def _of(self, party: str | None, *, yearly: bool) -> Floats:
        if party is None:
            return self.saving if yearly else self.net
        if party not in self.service.parties:
            raise UnknownIdError.of("party", str(party), self.service.parties)
        each = self.savings if yearly else self.nets
        found: Floats = each[:, self.service.parties.index(party)]
        return found


def _level(given: Any, attribute: str) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 <= given <= 1:
        raise InvalidValueError(f"{show(given)} is no share; give a number from 0 to 1", attribute=attribute)
    return float(given)
