"""That everyone cannot be made whole among themselves, and why (omöjligt, med skäl)."""

from decimal import Decimal

import attrs

from familjen.balance.balance import Balance
from familjen.balance.mending.standing import Standing
from familjen.balance.told import kronor
from familjen.language import listed, worded

__all__ = ["Impossible"]


@attrs.frozen(repr=False)
class Impossible:
    """That no payments, or no key, make everyone whole by a year, with the sums that show it (omöjligt).

    A payment among the parties changes nothing of what they have together. Those behind need more than those ahead
    can give and still be whole; what is missing would have to come from outside.
    """

    by: int
    """The year at whose end all were to be whole."""
    needs: dict[str, Decimal]
    """What each who is behind would need, in kronor of that year."""
    spare: dict[str, Decimal]
    """What each who is ahead could give and still be whole."""
    missing: Decimal
    """What would have to come from outside: the needs less what is to spare."""
    possible_by: int | None
    """The first later year by which it is possible; ``None`` where the balance reaches none."""
    reason: tuple[str, str] | None = None
    """Why it is impossible where it is not the sum: in English and in Swedish."""

    @classmethod
    def of(cls, balance: Balance, by: int, reason: tuple[str, str] | None = None) -> "Impossible":
        """Read it off a balance."""
        standing, amount = Standing.of(balance, by), balance.ledger.amount
        later = [year for year in balance.years if year > by and not Standing.of(balance, year).missing]
        return cls(
            by,
            {party: amount(units) for party, units in standing.needs.items()},
            {party: amount(units) for party, units in standing.spare.items()},
            amount(standing.missing),
            later[0] if later else None,
            reason,
        )

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each party that is ahead or behind."""
        return [
            *({"party": party, "needs": amount, "spare": Decimal(0)} for party, amount in self.needs.items()),
            *({"party": party, "needs": Decimal(0), "spare": amount} for party, amount in self.spare.items()),
        ]

    def explain(self, lang: str = "en") -> str:
        """Say why it is impossible, who is behind, and what it would take.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        return "\n".join([*self._why(lang), *self._who(lang)])

    def _why(self, lang: str) -> list[str]:
        if self.reason is not None:
            return [worded(lang, *self.reason)]
        need, spare = (kronor(sum(side.values(), Decimal(0)), lang) for side in (self.needs, self.spare))
        missing = kronor(self.missing, lang)
        lines = [
            worded(
                lang,
                f"By {self.by} not everyone can be made whole by payments among themselves: those behind need {need} "
                f"kr, and those ahead can give {spare} kr.",
                f"Till {self.by} kan betalningar sinsemellan inte göra att ingen ligger efter: de som gör det behöver "
                f"{need} kr, och de som ligger före kan ge {spare} kr.",
            ),
            worded(
                lang,
                f"{missing} kr would have to come from outside.",
                f"{missing} kr skulle behöva komma utifrån.",
            ),
        ]
        if self.possible_by is not None:
            year = self.possible_by
            lines.append(worded(lang, f"It is possible by {year}.", f"Det är möjligt till {year}."))
        return lines

    def _who(self, lang: str) -> list[str]:
        if not self.needs:
            return []
        each = [f"{party} ({kronor(amount, lang)} kr)" for party, amount in self.needs.items()]
        names = listed(each, lang)
        return [worded(lang, f"Behind by {self.by}: {names}.", f"Efter vid slutet av {self.by}: {names}.")]

    def __str__(self) -> str:
        return self.explain()

    def __repr__(self) -> str:
        return f"<Impossible by {self.by}: {len(self.needs)} behind, {self.missing:,} kr missing>"
