"""Exact amounts: splits whose parts always sum to the whole."""

from typing import TYPE_CHECKING

from familjen.amounts.apportion import apportion, apportionment
from familjen.amounts.result import Apportionment, Tie

if TYPE_CHECKING:
    from familjen.amounts.many import apportion_many

__all__ = ["Apportionment", "Tie", "apportion", "apportion_many", "apportionment"]


def __getattr__(name: str) -> object:
    if name == "apportion_many":  # numpy is loaded only by those who ask for it
        from familjen.amounts.many import apportion_many

        return apportion_many
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
