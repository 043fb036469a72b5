"""Who hosts in the years to come, as a proposal (värdskap i tur och ordning)."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.allocation.grid import written
from familjen.balance.balance import Balance
from familjen.balance.columns import count_of
from familjen.balance.kind import Kind
from familjen.balance.ledger import Ledger
from familjen.balance.mending.applied import ledger_of
from familjen.balance.mending.proposal import Proposal
from familjen.balance.told import kronor
from familjen.language import listed, worded

__all__ = ["Hosting"]


@attrs.frozen(repr=False)
class Hosting(Proposal):
    """Who hosts, or gets the seats, in each of the years to come, so that the least balance is greatest (värdskap)."""

    balance: Balance
    """The balance that it evens out."""
    hosts: dict[int, str]
    """Who hosts, by year."""
    worth: dict[int, Decimal]
    """What it is assumed to be worth to the host, in kronor of the year."""
    is_best: bool
    """Whether it is proven, to a millionth, that no other order leaves whoever is then most behind less so."""
    activity: str
    """What it is entered as."""
    kind: Kind
    """What its entries are about."""

    def ledger(self) -> Ledger:
        """Give what each host receives as entries, which rest on an assumption."""
        unit = self.balance.ledger.unit
        lines = [(host, year, count_of(self.worth[year], unit)) for year, host in self.hosts.items()]
        return ledger_of(self.balance, lines, self.activity, self.kind)

    @property
    def least(self) -> Fraction:
        """The least that anyone's balance then is, in the first year's money."""
        after = self.apply()
        return min(after.cumulative(party) for party in after.parties)

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each year."""
        return [{"year": year, "host": host, "worth": self.worth[year]} for year, host in self.hosts.items()]

    def _told(self, lang: str) -> Iterator[str]:
        for year, host in self.hosts.items():
            worth = kronor(self.worth[year], lang)
            yield worded(
                lang,
                f"{year}: {host}, for an assumed {worth} kr.",
                f"{year}: {host}, för antagna {worth} kr.",
            )
        after = self.apply()
        behind, last = after.behind(), after.years[-1]
        if behind:
            least, names = kronor(-self.least, lang), listed(behind, lang)
            yield worded(
                lang,
                f"Behind by {last} even so: {names}, by {least} kr at most.",
                f"Ändå efter vid slutet av {last}: {names}, som mest {least} kr.",
            )
        else:
            yield worded(lang, f"Nobody is behind at the end of {last}.", f"Ingen ligger efter vid slutet av {last}.")
        if self.is_best:
            yield worded(
                lang,
                "In no other order is whoever is least ahead further ahead.",
                "I ingen annan ordning ligger den som ligger sämst till bättre till.",
            )
        else:
            yield worded(
                lang,
                "Whether another order is better was not found in time.",
                "Om en annan ordning är bättre hann inte avgöras.",
            )

    def _table(self, lang: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        head = (worded(lang, "Year", "År"), worded(lang, "Host", "Värd"), worded(lang, "Worth", "Värde"))
        rows: list[tuple[str, ...]] = [
            (str(year), host, written(self.worth[year], lang)) for year, host in self.hosts.items()
        ]
        return head, rows

    def __repr__(self) -> str:
        return f"<Hosting: {len(self.hosts)} years, {len(set(self.hosts.values()))} hosts>"
