"""A balance in words and tables (balansen i ord)."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from familjen.allocation.grid import as_html, as_lines
from familjen.balance.balance import Range
from familjen.balance.columns import added_up
from familjen.language import listed, say, worded
from familjen.scale.assumption import Basis

if TYPE_CHECKING:
    from familjen.balance.balance import Balance
    from familjen.balance.ledger import Ledger

__all__ = ["explained", "html_of", "rests_on", "table_of"]

Table = tuple[tuple[str, ...], list[tuple[str, ...]], tuple[str, ...]]
_BASES = tuple(Basis)
_RESTS = {
    Basis.MEASURED: ("measured", "uppmätta"),
    Basis.ESTIMATED: ("estimated", "skattade"),
    Basis.ASSUMED: ("assumed", "antagna"),
    Basis.ILLUSTRATIVE: ("illustrative", "illustrativa"),
}
_ENDS = (Range.BASE, Range.LOW, Range.HIGH)


def table_of(balance: "Balance", lang: str) -> str:
    """Give a plain table: a row for each party, and notes below."""
    head, rows, total = _table(balance, lang)
    return "\n".join([*as_lines(head, rows, total), *_notes(balance, lang)])


def html_of(balance: "Balance") -> str:
    """Give an HTML table."""
    head, rows, total = _table(balance, "en")
    return as_html(head, rows, total, list(_notes(balance, "en")))


def explained(balance: "Balance", lang: str) -> str:
    """Say whether everyone wins, who is ahead and behind, and what carries or breaks it."""
    lines = [*_verdict(balance, lang), *_standing(balance, lang), *_carried(balance, lang), *_notes(balance, lang)]
    return "\n".join(lines)


def kronor(amount: "Fraction | Decimal | int", lang: str) -> str:
    """Say an amount in whole kronor, and one below a krona in öre."""
    exact = Fraction(amount)
    whole = Decimal(round(exact)) if abs(exact) >= 1 or not exact else Decimal(round(exact * 100)).scaleb(-2)
    return say(whole, lang).replace("\N{NO-BREAK SPACE}", " ")


def rests_on(ledger: "Ledger", lang: str) -> str:
    """Say how many entries are measured, and how many are estimated, assumed or made up."""
    counts = [int((ledger.basis == place).sum()) for place in range(len(_BASES))]
    some = [(each, count) for each, count in zip(_BASES, counts, strict=True) if count]
    told = [f"{say(count, lang)} {worded(lang, *_RESTS[each])}" for each, count in some]
    return f"{worded(lang, 'Entries', 'Poster')}: {listed(told, lang)}.".replace("\N{NO-BREAK SPACE}", " ")


def _table(balance: "Balance", lang: str) -> Table:
    ledger = balance.ledger
    head = (
        worded(lang, "Party", "Part"),
        worded(lang, "Paid", "Betalat"),
        worded(lang, "Received", "Fått"),
        worded(lang, "Balance", "Balans"),
        worded(lang, "Low", "Lägst"),
        worded(lang, "High", "Högst"),
        worded(lang, "Whole", "I balans"),
    )
    rows: list[tuple[str, ...]] = []
    sums = [Decimal(0), Decimal(0)]
    for place, party in enumerate(balance.parties):
        mine = ledger.party == place
        flows = [ledger.amount(added_up(column[mine])) for column in (ledger.paid, ledger.received)]
        sums = [before + more for before, more in zip(sums, flows, strict=True)]
        worth = [balance.cumulative(party, None, end) for end in _ENDS]
        year = balance.wins_by(party)
        by = worded(lang, "behind", "efter") if year is None else str(year)
        rows.append((party, *(kronor(amount, lang) for amount in [*map(Fraction, flows), *worth]), by))
    whole = [sum((balance.cumulative(party, None, end) for party in balance.parties), Fraction(0)) for end in _ENDS]
    year = balance.everyone_wins_by
    total = (
        worded(lang, "All", "Alla"),
        *(kronor(amount, lang) for amount in [*map(Fraction, sums), *whole]),
        str(year or ""),
    )
    return head, rows, total


def _verdict(balance: "Balance", lang: str) -> Iterator[str]:
    year, last = balance.everyone_wins_by, balance.years[-1]
    if year is not None:
        yield worded(
            lang,
            f"Everyone wins by {year}: from the end of that year to {last} nobody is behind.",
            f"Alla vinner från {year}: från det årets slut till {last} ligger ingen efter.",
        )
    else:
        names = listed(balance.behind(), lang)
        yield worded(
            lang,
            f"Not everyone wins by {last}: {names} {'is' if len(balance.behind()) == 1 else 'are'} behind.",
            f"Alla vinner inte till {last}: {names} ligger efter.",
        )
    low, high = balance.all_win_by(Range.LOW), balance.all_win_by(Range.HIGH)
    if (low, high) != (year, year):
        yield worded(
            lang,
            f"At the least that entries may be: {_by(low, lang)}; at the most: {_by(high, lang)}.",
            f"Som minst enligt posterna: {_by(low, lang)}; som mest: {_by(high, lang)}.",
        )
    first = balance.shortest_horizon()
    if first is not None and first != year:
        yield worded(
            lang,
            f"At the end of {first} nobody was behind, but it did not last.",
            f"I slutet av {first} låg ingen efter, men det varade inte.",
        )


def _by(year: int | None, lang: str) -> str:
    if year is None:
        return worded(lang, "not everyone", "inte alla")
    return worded(lang, f"everyone by {year}", f"alla från {year}")


def _standing(balance: "Balance", lang: str) -> Iterator[str]:
    for party in balance.ahead():
        amount, year = kronor(balance.cumulative(party), lang), balance.wins_by(party)
        yield worded(
            lang,
            f"{party} is {amount} kr ahead, and whole since {year}.",
            f"{party} ligger {amount} kr före, i balans sedan {year}.",
        )
    for party in balance.behind():
        amount, since = kronor(-balance.cumulative(party), lang), balance.behind_since(party)
        yield worded(
            lang, f"{party} is {amount} kr behind, since {since}.", f"{party} ligger {amount} kr efter, sedan {since}."
        )


def _carried(balance: "Balance", lang: str) -> Iterator[str]:
    for each in balance.activities():
        if each.carried:
            names = listed(each.carried, lang)
            yield worded(
                lang,
                f"Without {each.activity}, {names} would be behind.",
                f"Utan {each.activity} skulle {names} ligga efter.",
            )
        if each.burdened:
            names = listed(each.burdened, lang)
            yield worded(
                lang,
                f"Without {each.activity}, {names} would not be behind.",
                f"Utan {each.activity} skulle {names} inte ligga efter.",
            )


def _notes(balance: "Balance", lang: str) -> Iterator[str]:
    prices, ledger = balance.prices, balance.ledger
    first = balance.years[0]
    if balance.left_out:
        count, net = balance.left_out, kronor(balance.left_out_net, lang)
        yield worded(
            lang,
            f"Left out: {count} entries of other years, which come to {net} kr.",
            f"Utelämnat: {count} poster från andra år, sammanlagt {net} kr.",
        )
    if prices.index or prices.rate:
        yield worded(
            lang, "Paid and received are as they were paid; balances are not.", "Betalat och fått är i löpande priser."
        )
    if prices.index:
        yield worded(lang, f"In the prices of {first}, by index.", f"I {first} års priser, enligt index.")
    if prices.rate:
        percent = f"{float(prices.rate):.2%}".replace("%", " %")
        yield worded(
            lang,
            f"Discounted to {first} at {percent} a year.",
            f"Diskonterat till {first} med {percent.replace('.', ',')} per år.",
        )
    if (ledger.basis != _BASES.index(Basis.MEASURED)).any():
        yield rests_on(ledger, lang)
    made_up = ledger.basis == _BASES.index(Basis.ILLUSTRATIVE)
    if made_up.any():
        places: list[int] = ledger.activity[made_up].tolist()
        names = listed([ledger.activities[place] for place in dict.fromkeys(places)], lang)
        yield worded(
            lang,
            f"ILLUSTRATIVE, made up to show how it goes: {names}.",
            f"ILLUSTRATIVT, påhittat för att visa hur det går till: {names}.",
        )
