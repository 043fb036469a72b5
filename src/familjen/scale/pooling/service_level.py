"""What service is promised, and how many it takes (servicenivå)."""

from abc import ABC, abstractmethod
from typing import Any

import attrs
import numpy as np

from familjen.language import worded
from familjen.scale.pooling.erlang import delayed, lost
from familjen.scale.pooling.numbers import ROUNDING, Floats, chance, number
from familjen.scale.pooling.search import least_whole
from familjen.scale.pooling.waiting import need_time, relative, waiting_longer
from familjen.scale.pooling.written import decimal, percent

__all__ = ["AnsweredWithin", "DelayedAtMost", "LostAtMost", "ServiceLevel"]


def _share(value: Any) -> float:
    return chance(value, "the share", "share")


def _within(value: Any) -> float:
    return number(value, "the time to answer within", "within")


@attrs.frozen
class ServiceLevel(ABC):
    """What is promised to those who call, in a system of Erlang's (servicenivå)."""

    @abstractmethod
    def missed(self, loads: Floats, servers: Floats) -> Floats:
        """Give the share of calls that go without what is promised, for arrays of one dimension."""

    @property
    @abstractmethod
    def most_missed(self) -> float:
        """The greatest share that may."""

    @abstractmethod
    def too_few(self, loads: Floats) -> Floats:
        """Give whole numbers of servers that are too few for loads above zero, near the least that are enough."""

    @abstractmethod
    def said(self, lang: str) -> str:
        """Say what is promised, to follow "so that"."""

    @abstractmethod
    def assumed(self, lang: str) -> str:
        """Say in a sentence what is assumed of calls."""

    def servers(self, loads: Floats) -> Floats:
        """Give the least whole number of servers, for loads of one dimension; where there is no load, none.

        A promise that is kept but for rounding, to twelve digits, counts as kept.

        Complexity: O(log √load) evaluations of Erlang's formula.
        """
        found = np.zeros(loads.shape)
        some = loads > 0
        busy, most = loads[some], self.most_missed * (1 + ROUNDING)
        found[some] = least_whole(self.too_few(busy), lambda tried, rows: self.missed(busy[rows], tried) <= most)
        return found

    def reached(self, loads: Floats, servers: Floats) -> Floats:
        """Give the share of calls that get what is promised; where there is no load, all."""
        found: Floats = np.where(loads > 0, 1 - self.missed(loads, servers), 1.0)
        return found


@attrs.frozen
class LostAtMost(ServiceLevel):
    """At most this share of calls find nobody free and go away: Erlang B (spärr).

    >>> LostAtMost(0.01)
    LostAtMost(share=0.01)
    """

    share: float = attrs.field(converter=_share)
    """The greatest share that is lost, above 0 and below 1."""

    def missed(self, loads: Floats, servers: Floats) -> Floats:
        """Give the share of calls that are lost."""
        return lost(loads, servers)

    @property
    def most_missed(self) -> float:
        """The greatest share that may be lost."""
        return self.share

    def too_few(self, loads: Floats) -> Floats:
        """Give numbers that are too few: those who are served on average fewer than the load less what may be lost."""
        found: Floats = np.maximum(np.ceil(loads * (1 - self.share)) - 2, 0)
        return found

    def said(self, lang: str) -> str:
        """Say what is promised."""
        share = percent(self.share, lang)
        return worded(lang, f"at most {share} of calls find nobody free", f"högst {share} av samtalen inte når någon")

    def assumed(self, lang: str) -> str:
        """Say what is assumed of calls."""
        return worded(
            lang,
            "Calls come at random and are lost where nobody is free (Erlang B).",
            "Samtal kommer slumpmässigt och går förlorade när ingen är ledig (Erlang B).",
        )


@attrs.frozen
class _Waiting(ServiceLevel):
    """A promise to those who wait."""

    def too_few(self, loads: Floats) -> Floats:
        """Give numbers that are too few: with as many servers as load or fewer, everyone waits without end."""
        return np.floor(loads)

    def assumed(self, lang: str) -> str:
        """Say what is assumed of calls."""
        return worded(
            lang,
            "Calls come at random, take exponentially distributed times, and wait until answered (Erlang C).",
            "Samtal kommer slumpmässigt, tar exponentialfördelad tid och väntar tills de besvaras (Erlang C).",
        )


@attrs.frozen
class DelayedAtMost(_Waiting):
    """At most this share of calls find nobody free and wait: Erlang C (väntan).

    >>> DelayedAtMost(0.2)
    DelayedAtMost(share=0.2)
    """

    share: float = attrs.field(converter=_share)
    """The greatest share that waits, above 0 and below 1."""

    def missed(self, loads: Floats, servers: Floats) -> Floats:
        """Give the share of calls that wait."""
        return delayed(loads, servers)

    @property
    def most_missed(self) -> float:
        """The greatest share that may wait."""
        return self.share

    def said(self, lang: str) -> str:
        """Say what is promised."""
        share = percent(self.share, lang)
        return worded(lang, f"at most {share} of calls wait", f"högst {share} av samtalen väntar")


@attrs.frozen
class AnsweredWithin(_Waiting):
    """This share of calls at least is answered within a time: Erlang C (svar inom viss tid).

    >>> AnsweredWithin(20, share=0.8, service_time=180).share
    0.8
    """

    within: float = attrs.field(converter=_within)
    """The time, zero or more."""
    share: float = attrs.field(kw_only=True, converter=_share)
    """The least share that is answered within it, above 0 and below 1."""
    service_time: float = attrs.field(kw_only=True, converter=need_time)
    """How long a call takes on average, in the same unit, such as seconds."""

    def __attrs_post_init__(self) -> None:
        relative(self.within, self.service_time)

    def missed(self, loads: Floats, servers: Floats) -> Floats:
        """Give the share of calls that wait longer."""
        return waiting_longer(loads, servers, relative(self.within, self.service_time))

    @property
    def most_missed(self) -> float:
        """The greatest share that may wait longer."""
        return 1 - self.share

    def said(self, lang: str) -> str:
        """Say what is promised."""
        share, time = percent(self.share, lang), decimal(self.within, lang)
        taken = decimal(self.service_time, lang)
        return worded(
            lang,
            f"at least {share} of calls are answered within {time}, where a call takes {taken}",
            f"minst {share} av samtalen besvaras inom {time}, när ett samtal tar {taken}",
        )
