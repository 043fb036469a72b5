"""Tables in which coalitions are missing, and what those come to where it is asked for by name (ofullständiga spel).

Nothing is completed unless asked, and a number that was given is never changed. ``"additive"`` takes it that joining
brings nothing, ``"cover"`` that coalitions can do what their parts can, ``"monotone"`` that a coalition can do what a
coalition around it can (costs), or one within it (gains). The last two are what a coalition can do for certain.

Source: Willson, "A value for partially defined cooperative games", International Journal of Game Theory 21 (1993),
pp. 371-384, on games of which only some coalitions are known.
"""

from familjen.games.completion.named import COMPLETIONS, completed
from familjen.games.completion.partial import Partial

__all__ = ["COMPLETIONS", "Partial", "completed"]
