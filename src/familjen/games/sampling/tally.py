"""A task of a sample, and what comes of it (deluppgifter och deras utfall)."""

import attrs
import numpy as np

from familjen.games.compact.game import Floats, Members
from familjen.games.sampling.costs import costs_of
from familjen.games.sampling.designs import DESIGNS
from familjen.games.shares import AnyGame

__all__ = ["Tally", "Task", "tallied"]


@attrs.frozen(eq=False)
class Task:
    """Some blocks of orders to go through, wherever that is done (deluppgift)."""

    game: AnyGame
    control: AnyGame | None
    design: str
    blocks: int
    seed: np.random.SeedSequence

    def costs(self, members: Members) -> Floats:
        """Give what coalitions cost more than in the control."""
        found = costs_of(self.game, members)
        return found if self.control is None else found - costs_of(self.control, members)


@attrs.frozen(eq=False)
class Tally:
    """The mean of what each player adds over independent blocks, and how they scatter (utfall)."""

    blocks: int
    mean: Floats
    squares: Floats
    """The sum of the squares of the deviations from the mean."""

    @classmethod
    def none_of(cls, number: int) -> "Tally":
        """Begin with no blocks, for so many players."""
        return cls(0, np.zeros(number), np.zeros(number))

    def with_more(self, other: "Tally") -> "Tally":
        """Add other blocks, whose mean and squares are known.

        Source: Chan, Golub and LeVeque, "Algorithms for computing the sample variance: analysis and recommendations",
        The American Statistician 37 (1983), pp. 242-247.
        """
        blocks = self.blocks + other.blocks
        apart = other.mean - self.mean
        mean = self.mean + apart * (other.blocks / blocks)
        return Tally(blocks, mean, self.squares + other.squares + apart**2 * (self.blocks * other.blocks / blocks))

    def standard_errors(self) -> Floats:
        """Give the standard error of each mean, of two blocks at least."""
        found: Floats = np.sqrt(self.squares / (self.blocks - 1) / self.blocks)
        return found


def tallied(task: Task) -> Tally:
    """Go through the blocks of a task: the same numbers wherever it is done."""
    rng = np.random.default_rng(task.seed)
    added = DESIGNS[task.design].draw(task.costs, len(task.game.players), task.blocks, rng)
    mean = added.mean(axis=0)
    return Tally(task.blocks, mean, ((added - mean) ** 2).sum(axis=0))
