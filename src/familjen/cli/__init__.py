"""The command line: look at a cooperation, check it, bill it, split a joint cost, weigh what cooperation brings.

Exit codes: 0 when all is well, 1 when a check finds errors, 2 when the call or a file is wrong, 130 when
the user stops it.
"""

from familjen.cli import balancing, billing, commands, power, publishing, reporting, scaling, splitting, tabling
from familjen.cli.group import familjen

__all__ = [
    "balancing",
    "billing",
    "commands",
    "familjen",
    "power",
    "publishing",
    "reporting",
    "scaling",
    "splitting",
    "tabling",
]
