"""How soon, and how late, a party may come again (mellanrum)."""

from collections import Counter

import attrs

from familjen.errors import InvalidValueError

__all__ = ["Intervals"]


@attrs.frozen
class Intervals:
    """The turns between a party's turns, at least and at most, after a history (mellanrum).

    A gap is the number of turns from one of a party's turns to its next; it is 1 where both are next to each other.
    Every run of ``longest`` turns, from the first of the history on, is to have each party. A party that is not in
    the history is taken to have come just before it.

    >>> Intervals(2, 3, ("A", "B", "C")).deadlines(("A", "B", "C"))
    {'A': 1, 'B': 2, 'C': 3}
    """

    shortest: int
    """The least gap."""
    longest: int | None
    """The largest gap; any where it is ``None``."""
    history: tuple[str, ...] = ()
    """Who had the turns before, the latest last."""

    def last_turns(self, parties: tuple[str, ...]) -> dict[str, int]:
        """Give each party's last turn before the first new one, which is 1: 0 for the latest, and so on down."""
        size = len(self.history)
        last = dict.fromkeys(parties, -size)
        last.update({party: place + 1 - size for place, party in enumerate(self.history) if party in last})
        return last

    def earliest(self, parties: tuple[str, ...]) -> dict[str, int]:
        """Give the first turn at which each party may come."""
        last = self.last_turns(parties)
        return {party: max(1, last[party] + self.shortest) if party in self.history else 1 for party in parties}

    def deadlines(self, parties: tuple[str, ...]) -> dict[str, int]:
        """Give the last turn at which each party must have come; none without a largest gap."""
        if self.longest is None:
            return {}
        return {party: max(1, last + self.longest) for party, last in self.last_turns(parties).items()}

    def need_reachable(
        self, parties: tuple[str, ...], turns: int, named: tuple[str, str] = ("min_interval", "max_interval")
    ) -> None:
        """Refuse what cannot be, by counting: too few who may come, or too many who must.

        Raises:
            InvalidValueError: There is no such order, with the count that proves it.
        """
        count = len(parties)
        if count < min(self.shortest, turns):
            reason = (
                f"{self.shortest} turns in a row need as many parties, since nobody comes again before {self.shortest} "
                f"turns, and there are {count}; allow {count} or less"
            )
            raise InvalidValueError(reason, attribute=named[0])
        if self.longest is None:
            return
        if count > self.longest and turns >= self.longest:
            reason = (
                f"{count} parties cannot each come every {self.longest} turns with one party a turn, since "
                f"{self.longest} turns hold {self.longest}; allow {count} or more"
            )
            raise InvalidValueError(reason, attribute=named[1])
        self._need_time(parties, turns, named[1])

    def _need_time(self, parties: tuple[str, ...], turns: int, attribute: str) -> None:
        due = Counter(self.deadlines(parties).values())
        must = 0
        for turn in sorted(due):
            must += due[turn]
            if must > turn and turn <= turns:
                reason = (
                    f"{must} parties must come by turn {turn}, for {self.longest} turns will have passed since they "
                    f"last did, and no more than {turn} can; allow more turns between"
                )
                raise InvalidValueError(reason, attribute=attribute)
