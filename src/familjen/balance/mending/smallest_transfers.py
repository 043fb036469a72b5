"""The least payments among the parties that make everyone whole (minsta utjämning)."""

from familjen.amounts import apportion
from familjen.balance.balance import Balance
from familjen.balance.mending.applied import read_balance, read_name
from familjen.balance.mending.fewest import fewest_pairs
from familjen.balance.mending.impossible import Impossible
from familjen.balance.mending.payment import Payment, in_turn
from familjen.balance.mending.standing import Standing
from familjen.balance.mending.transfers import Transfers
from familjen.balance.turns.reading import read_seconds
from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["smallest_transfers"]


def smallest_transfers(
    balance: Balance,
    by: int | None = None,
    *,
    fewest: bool = False,
    seconds: float = 60,
    activity: str = "Evening out",
) -> Transfers | Impossible:
    """Find the least total of payments after which nobody is behind at the end of a year (minsta utjämning).

    Those behind get exactly what they need, which is the least that will do. Those ahead pay it in proportion to how
    far ahead they are, to whole units by largest remainder; with ``fewest``, by as few payments as possible instead,
    whoever among those ahead then pays. The balance's prices hold: what is paid is money of that year.

    Args:
        balance: The balance to mend.
        by: The year in which is paid, and at whose end all are to be whole; the last unless given.
        fewest: Whether to find the fewest payments.
        seconds: Stop the search for the fewest after so long, with the best found by then.
        activity: What the payments are entered as.

    Returns:
        The payments; or `Impossible`, with the sums that prove it, where those behind need more than those ahead have.

    Raises:
        UnknownIdError: The balance does not reach that year.
        InvalidValueError: An argument is not what it should be.

    Complexity: n log n for n parties. To find the fewest payments is NP-hard, since it is to find sums that are equal
    among subsets; it is solved by branch and bound.

    >>> from familjen.balance import Entry, Ledger, balance
    >>> found = smallest_transfers(balance(Ledger.of([
    ...     Entry("Bjuv", 2024, "Fee", paid=300), Entry("Klippan", 2024, "Event", received=100),
    ...     Entry("Svalöv", 2024, "Event", received=500),
    ... ])))
    >>> print(found)
    Payer    Receiver  Amount
    -------------------------
    Svalöv   Bjuv         250
    Klippan  Bjuv          50
    -------------------------
    All                   300
    >>> found.apply().behind()
    ()
    """
    before = read_balance(balance)
    if type(fewest) is not bool:
        raise InvalidValueError(f"{show(fewest)} is neither true nor false", attribute="fewest")
    limit = read_seconds(seconds)
    year = before.years[-1] if by is None else by
    standing = Standing.of(before, year)
    if standing.missing:
        return Impossible.of(before, year)
    needs, spare = standing.needs, standing.spare
    at_least: int | None = None
    if fewest:
        flow, at_least = fewest_pairs(spare, needs, limit)
    else:
        total = sum(needs.values())
        flow = in_turn(apportion(total, spare, unit=1) if total else {}, needs)
    amount = before.ledger.amount
    payments = [Payment(payer, receiver, amount(units)) for (payer, receiver), units in flow.items()]
    payments.sort(key=lambda each: (-each.amount, each.payer, each.receiver))
    return Transfers(before, year, tuple(payments), at_least, read_name(activity, "activity"))
