"""The command line: look at a cooperation, check it, bill it, check a published table, split a joint cost.

Exit codes: 0 when all is well, 1 when a check finds errors, 2 when the call or a file is wrong.
"""

from familjen.cli import billing, commands, splitting
from familjen.cli.group import familjen

__all__ = ["billing", "commands", "familjen", "splitting"]
