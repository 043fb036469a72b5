"""The least change of a key that makes everyone whole (minsta ändring av nyckeln)."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from familjen.balance.balance import Balance
from familjen.balance.mending.applied import read_balance
from familjen.balance.mending.charges import Charges
from familjen.balance.mending.impossible import Impossible
from familjen.balance.mending.key_change import KeyChange
from familjen.balance.mending.standing import Standing
from familjen.errors import InvalidValueError
from familjen.language import listed

if TYPE_CHECKING:
    from familjen.balance.mending.applied import Line

__all__ = ["smallest_key_change"]


def smallest_key_change(
    balance: Balance,
    activity: str,
    by: int | None = None,
    *,
    from_year: int | None = None,
    among: Iterable[str] | None = None,
) -> KeyChange | Impossible:
    """Find the least change of an activity's shares after which nobody is behind (minsta ändring av nyckeln).

    The activity's charges, entries of kind ``charge``, are split anew by one key for all years meant; what was charged
    in each year stays the same. Whoever could not pay its share so far and be whole comes down to what it can pay,
    which is the least that will do; the others go up by as much, in proportion to how much more they could pay. So the
    sum of changes, up and down, is the least there is: a linear program whose solution is known.

    Shares are exact. Amounts are whole units of the ledger, apportioned by largest remainder year by year, with a unit
    moved here and there where it takes that to be whole.

    Args:
        balance: The balance to mend.
        activity: Whose charges are split anew.
        by: The year at whose end all are to be whole; the last unless given.
        from_year: Charges of earlier years stay as they are; the balance's first year unless given.
        among: Who may be charged beside those that are; every party of the balance unless given, and the proposal names
            who was not charged before.

    Returns:
        The key; or `Impossible`, with the reason.

    Raises:
        UnknownIdError: There is no such activity or year.
        InvalidValueError: Nothing was charged for it in those years, or a party got more back than it was charged.

    Complexity: O(m) for m entries, and n log n a year for n parties.

    >>> from familjen.balance import Entry, Ledger, balance
    >>> found = smallest_key_change(balance(Ledger.of([
    ...     Entry("Bjuv", 2024, "Fee", paid=300, kind="charge"), Entry("Bjuv", 2024, "Seats", received=200),
    ...     Entry("Klippan", 2024, "Fee", paid=300, kind="charge"), Entry("Klippan", 2024, "Event", received=500),
    ... ])), "Fee")
    >>> found.shares
    {'Bjuv': Fraction(1, 3), 'Klippan': Fraction(2, 3)}
    >>> found.apply().behind()
    ()
    """
    before = read_balance(balance)
    year = before.years[-1] if by is None else by
    first = before.years[0] if from_year is None else from_year
    standing = Standing.of(before, year)
    if before.column(first) > before.column(year):
        raise InvalidValueError(f"{first} is after {year}; give a year up to it", attribute="from_year")
    charges = Charges.of(before, activity, first, year)
    shares = charges.shares()
    if not standing.needs:
        return KeyChange(before, year, activity, (), shares, shares, ())
    able = charges.able()
    most = {party: units / _whole(charges) for party, units in able.items()}
    hopeless = [party for party, share in most.items() if share < 0]
    if hopeless:
        return Impossible.of(before, year, _even_for_nothing(hopeless, activity, year))
    if sum(most.values()) < 1:
        return Impossible.of(before, year)
    sharing = _sharing(before, shares, among)
    most = {party: share if party in sharing else Fraction(0) for party, share in most.items()}
    if sum(most.values()) < 1:
        return Impossible.of(before, year, _too_few(sharing, activity, year))
    new = _nearest(shares, most)
    amounts = charges.split(new)
    if amounts is None:
        return Impossible.of(before, year, _not_in_units(activity, year))
    lines: list[Line] = [
        (party, paid, old - amounts[party, paid])
        for (party, paid), old in charges.amounts.items()
        if old != amounts[party, paid]
    ]
    return KeyChange(before, year, activity, tuple(charges.totals), shares, new, tuple(lines))


def _sharing(balance: Balance, shares: Mapping[str, Fraction], among: Iterable[str] | None) -> list[str]:
    """Give who may be charged, in the order of the parties."""
    if among is None:
        return list(shares)
    if isinstance(among, str):
        raise InvalidValueError(f"{among!r} is one name; give a list of names", attribute="among")
    wanted = set(among)
    for party in wanted:
        balance.place(party)
    charged = {party for party, share in shares.items() if share}
    return [party for party in shares if party in wanted | charged]


def _too_few(parties: list[str], activity: str, by: int) -> tuple[str, str]:
    en = (
        f"No key for {activity} among {listed(parties, 'en')} makes everyone whole by {by}: they cannot carry it all. "
        "Others could; say so with among."
    )
    sv = (
        f"Ingen nyckel för {activity} mellan {listed(parties, 'sv')} gör att ingen ligger efter {by}: de kan inte bära "
        "allt. Andra kunde; ange dem med among."
    )
    return en, sv


def _whole(charges: Charges) -> Fraction:
    """Give what was charged in all, in units of the first year's money."""
    return sum((charges.factor(year) * total for year, total in charges.totals.items()), Fraction(0))


def _nearest(shares: Mapping[str, Fraction], most: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Bring those above the most that they can pay down to it, and the others up in proportion to their room."""
    over = sum((max(Fraction(0), share - most[party]) for party, share in shares.items()), Fraction(0))
    room = {party: max(Fraction(0), most[party] - share) for party, share in shares.items()}
    whole = sum(room.values())
    rise = over / whole if whole else Fraction(0)
    return {party: min(share, most[party]) + rise * room[party] for party, share in shares.items()}


def _even_for_nothing(parties: list[str], activity: str, by: int) -> tuple[str, str]:
    en = (
        f"No key for {activity} makes everyone whole by {by}: {listed(parties, 'en')} would be behind even if "
        "charged nothing for it."
    )
    sv = (
        f"Ingen nyckel för {activity} gör att ingen ligger efter {by}: {listed(parties, 'sv')} skulle göra det även "
        "utan avgift för den."
    )
    return en, sv


def _not_in_units(activity: str, by: int) -> tuple[str, str]:
    en = (
        f"No key for {activity} was found that makes everyone whole by {by} in whole units: somebody stays behind by "
        "less than one a year."
    )
    sv = (
        f"Ingen nyckel för {activity} hittades med vilken ingen ligger efter {by} i hela enheter: någon är kvar "
        "mindre än en enhet per år efter."
    )
    return en, sv
