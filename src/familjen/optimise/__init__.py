"""Linear programs: the one door to the solver, HiGHS (linjärprogrammering).

`minimise` solves a small program exactly. `familjen.optimise.program.Program` holds one that is solved again and again
as rows are added, in floats; it is imported from there, since it needs numpy.
"""

from familjen.optimise.exact import Optimum, minimise

__all__ = ["Optimum", "minimise"]
