"""A party's way out of an agreement: when it is out, what it pays until then, what it takes with it."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.allocation.membership import exit_settlement, presence_in
from familjen.dates import Notice, Period
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.language import say, worded
from familjen.model import Agreement, ExitSettlement
from familjen.validators import show

__all__ = ["Exit", "leave"]


@attrs.frozen
class Exit:
    """How a party leaves an agreement (utträde)."""

    party: str
    """Id of the party."""
    noticed: dt.date
    """The day on which it gives notice."""
    notice: Notice
    """The notice that governs it."""
    first_day_out: dt.date
    """The first day on which it is no longer bound."""
    part_of_year: Fraction
    """The part of the year's amount that it pays in the year of exit."""
    rule: ExitSettlement | None
    """What it takes out, by the clause; ``None`` when the clause does not say."""
    settlement: Decimal | None
    """The amount that it takes out; ``None`` where no rule gives it, or equity and capital are not given."""
    currency: str
    """The currency of the amount."""

    def text(self, lang: str = "en") -> str:
        """Say it in words."""
        year = self.first_day_out.year
        said = worded(
            lang,
            f"{self.party} gives notice on {self.noticed} and is out on {self.first_day_out}. For {year} it pays "
            f"{say(self.part_of_year, 'en')} of the year's amount.",
            f"{self.party} säger upp den {self.noticed} och är ute den {self.first_day_out}. För {year} betalar den "
            f"{say(self.part_of_year, 'sv')} av årets belopp.",
        )
        if self.settlement is not None:
            amount = f"{say(self.settlement, lang)} {'kr' if self.currency == 'SEK' else self.currency}"
            return f"{said} {worded(lang, f'It takes out {amount}.', f'Den får ut {amount}.')}"
        reasons = {
            None: ("The clause does not say what it takes out.", "Klausulen anger inte vad den får ut."),
            ExitSettlement.AGREED_BY_ALL: (
                "What it takes out is for all parties to agree on.",
                "Vad den får ut är något som alla parter måste enas om.",
            ),
        }
        unknown = (
            "Equity and paid-in capital decide what it takes out.",
            "Eget kapital och insatser avgör vad den får ut.",
        )
        return f"{said} {worded(lang, *reasons.get(self.rule, unknown))}"

    def __str__(self) -> str:
        return self.text()


def leave(
    agreement: Agreement,
    party: str,
    *,
    noticed: dt.date,
    equity: Decimal | int | None = None,
    capital: dict[str, Decimal] | None = None,
) -> Exit:
    """Work out how a party leaves: the agreement's notice, the part of the last year that it pays, its settlement.

    Args:
        agreement: The agreement, with its notice and its clause's terms of membership.
        party: Id of the party.
        noticed: The day on which it gives notice.
        equity: The cooperation's equity, where the settlement is a share of it.
        capital: The capital that each party has paid in.

    Raises:
        InvalidValueError: The agreement has no notice or no cost clause, or the party was none on that day.
        UnknownIdError: It is no party.

    >>> from familjen.model import CostClause, Equal, LegalForm, MembershipTerms, Participation
    >>> clause = CostClause.of(Equal(), membership=MembershipTerms(exit=ExitSettlement.CAPITAL_SHARE))
    >>> parties = tuple(map(Participation, ("1489", "1442")))
    >>> rescue = Agreement(
    ...     "r", "Rescue", LegalForm.CIVIL_LAW, parties=parties, notice=Notice(years=1), cost_clause=clause
    ... )
    >>> print(leave(rescue, "1442", noticed=dt.date(2026, 4, 1)))
    1442 gives notice on 2026-04-01 and is out on 2027-04-01. For 2027 it pays 18/73 of the year's amount. Equity and
    paid-in capital decide what it takes out.
    """
    if not isinstance(agreement, Agreement):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidValueError(f"{show(agreement)} is not an agreement", attribute="agreement")
    if agreement.notice is None:
        reason = f"agreement {agreement.id!r} does not say how a party gives notice"
        raise InvalidValueError(reason, attribute="notice")
    if agreement.cost_clause is None:
        raise InvalidValueError(f"agreement {agreement.id!r} has no cost clause", attribute="cost_clause")
    if type(noticed) is not dt.date:
        raise InvalidValueError(f"{show(noticed)} is not a date", attribute="noticed")
    mine = [part for part in agreement.parties if part.party == party]
    if not mine:
        known = [part.party for part in agreement.parties]
        raise UnknownIdError.of(f"party of {agreement.id!r}", party, known)
    bound = [part for part in mine if part.period is None or noticed in part.period]
    if not bound:
        raise InvalidValueError(f"{party!r} is no party on {noticed}", attribute="noticed")
    out = agreement.notice.exit_day(noticed)
    last = out - dt.timedelta(days=1)
    start = bound[0].period.first_day if bound[0].period is not None else None
    left = attrs.evolve(bound[0], period=Period(dt.date(1, 1, 1) if start is None else start, last))
    others = tuple(left if part is bound[0] else part for part in agreement.parties)
    terms = agreement.cost_clause.membership
    present = presence_in(attrs.evolve(agreement, parties=others), terms, out.year)
    rule = None if terms is None else terms.exit
    settlement = None
    by_capital = rule is ExitSettlement.CAPITAL_SHARE and equity is not None and capital is not None
    if rule is ExitSettlement.NONE or by_capital:
        settlement = exit_settlement(
            agreement.cost_clause, party, equity=equity or 0, capital=capital or {party: Decimal(1)}
        )
    return Exit(
        party, noticed, agreement.notice, out, present.get(party, Fraction(0)), rule, settlement, agreement.currency
    )
