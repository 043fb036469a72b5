"""The command line: look at a cooperation, check it, bill it, check a published table.

Exit codes: 0 when all is well, 1 when a check finds errors, 2 when the call or a file is wrong.
"""

from familjen.cli import billing, commands
from familjen.cli.group import familjen

__all__ = ["billing", "commands", "familjen"]
