"""Exact amounts that always sum (exakta belopp).

`apportion` splits a total in proportion to weights, `apportionment` also says why, and `apportion_many` does
very many splits at once. Only the last needs numpy, which is loaded when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from familjen.amounts.apportion import apportion, apportionment
from familjen.amounts.apportionment import Apportionment
from familjen.amounts.methods import METHODS, Method
from familjen.amounts.tie import Tie

if TYPE_CHECKING:
    from familjen.amounts.many import apportion_many

__all__ = ["METHODS", "Apportionment", "Method", "Tie", "apportion", "apportion_many", "apportionment"]


def __getattr__(name: str) -> Any:
    if name == "apportion_many":
        from familjen.amounts.many import apportion_many

        return apportion_many
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
