"""Seats of one round, with what is carried to the next (platsfördelning med minne)."""

from collections.abc import Iterator
from fractions import Fraction

import attrs

from familjen.allocation.grid import as_html, as_lines
from familjen.amounts.exact import about
from familjen.errors import UnknownIdError
from familjen.language import listed, worded

__all__ = ["SeatRound"]


@attrs.frozen(repr=False)
class SeatRound:
    """Who gets how many of a round's seats, and what each carries to the next round (platsfördelning).

    >>> from familjen.balance.turns import allocate_seats
    >>> print(allocate_seats(3, ["A", "B"]).explain("A"))
    A carried 0.00 seats from before and has a quota of 1.50; it gets 2, and carries -0.50 to the next round.
    """

    method: str
    """How the seats were shared."""
    seats: dict[str, int]
    """What each party gets."""
    quotas: dict[str, Fraction]
    """What each would get in this round, were seats divisible."""
    carried: dict[str, Fraction]
    """What each has coming after this round: quotas so far less seats so far; also those who sat this round out."""
    at_least: int
    """What each was sure of."""
    totals: dict[str, int] = attrs.field(factory=dict[str, int])
    """What each has got in all rounds so far, this one included."""

    @property
    def number(self) -> int:
        """How many seats there are."""
        return sum(self.seats.values())

    @property
    def is_within_one(self) -> bool:
        """Whether everyone's seats so far are less than one from its quotas so far."""
        return all(abs(claim) < 1 for claim in self.carried.values())

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each party."""
        return [
            {
                "party": party,
                "quota": self.quotas[party],
                "seats": seats,
                "carried": self.carried[party],
                "total": self.totals[party],
            }
            for party, seats in self.seats.items()
        ]

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table: a row for each party."""
        return "\n".join(as_lines(*self._table(lang)))

    def explain(self, party: str | None = None, lang: str = "en") -> str:
        """Say how the seats were shared, or how one party's came about.

        Raises:
            UnknownIdError: It is no party of the round.
            InvalidValueError: It is not a language of ours.
        """
        if party is None:
            return "\n".join(self._told(lang))
        if party not in self.seats:
            raise UnknownIdError.of("party of the round", str(party), self.seats)
        seats, quota = self.seats[party], _said(self.quotas[party], lang)
        before, after = (
            _said(claim, lang) for claim in (self.carried[party] + seats - self.quotas[party], self.carried[party])
        )
        return worded(
            lang,
            f"{party} carried {before} seats from before and has a quota of {quota}; it gets {seats}, and carries "
            f"{after} to the next round.",
            f"{party} hade {before} platser med sig och kvoten {quota}; den får {seats} och tar med sig {after} till "
            "nästa omgång.",
        )

    def _told(self, lang: str) -> Iterator[str]:
        parties = len(self.seats)
        yield worded(
            lang,
            f"{self.number} seats are shared among {parties} parties, by the method {self.method}.",
            f"{self.number} platser fördelas på {parties} parter, med metoden {self.method}.",
        )
        if self.at_least:
            yield worded(lang, f"Each is sure of {self.at_least}.", f"Var och en är säker på {self.at_least}.")
        if self.is_within_one:
            yield worded(
                lang,
                "Everyone's seats so far are less than one from its quotas so far.",
                "Allas platser hittills ligger mindre än en från kvoterna hittills.",
            )
        else:
            far = listed([party for party, claim in self.carried.items() if abs(claim) >= 1], lang)
            yield worded(
                lang,
                f"One seat or more from the quotas so far: {far}.",
                f"En plats eller mer från kvoterna hittills: {far}.",
            )

    def _table(self, lang: str) -> tuple[tuple[str, ...], list[tuple[str, ...]], tuple[str, ...]]:
        head = (
            worded(lang, "Party", "Part"),
            worded(lang, "Quota", "Kvot"),
            worded(lang, "Seats", "Platser"),
            worded(lang, "Carried", "Tar med"),
            worded(lang, "So far", "Hittills"),
        )
        rows: list[tuple[str, ...]] = [
            (
                party,
                _said(self.quotas[party], lang),
                str(seats),
                _said(self.carried[party], lang),
                str(self.totals[party]),
            )
            for party, seats in self.seats.items()
        ]
        whole = sum(self.totals[party] for party in self.seats)
        return head, rows, (worded(lang, "All", "Alla"), "", str(self.number), "", str(whole))

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<SeatRound: {self.number} seats, {len(self.seats)} parties, {self.method}>"

    def _repr_html_(self) -> str:
        return as_html(*self._table("en"))


def _said(number: Fraction, lang: str) -> str:
    """Write a number of seats with two decimals."""
    text = about(number, 2).removeprefix("≈ ")
    return text.replace(".", ",") if lang == "sv" else text
