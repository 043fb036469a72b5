"""HiGHS as we use it: silent, and on one thread so that every run gives the same (lösaren)."""

# The solver's bindings say little of their types.
# pyright: basic

from typing import Any

__all__ = ["solver"]


def solver(**options: bool | float | str) -> Any:
    """Make a solver that prints nothing; options are those of HiGHS.

    >>> solver(presolve="off").getOptionValue("presolve")[1]
    'off'
    """
    import highspy

    kind: Any = highspy.Highs.__bases__[0]  # the class itself prints a banner when it is made, this one does not
    made = kind()
    for option, value in {"output_flag": False, "threads": 1, **options}.items():
        made.setOptionValue(option, value)
    return made
