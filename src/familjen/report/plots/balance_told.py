"""What pictures of a balance say in words (balansen i ord)."""

from collections.abc import Sequence

import numpy as np

from familjen.balance import Balance, Range
from familjen.balance.told import rests_on
from familjen.language import Listing, worded
from familjen.report.plots.amounts import Amounts, counted, in_words, number
from familjen.report.plots.balance_standings import Standing, standings_of
from familjen.report.plots.heading import Heading
from familjen.scale.assumption import Basis

__all__ = ["ahead", "balance_heading", "by_year", "standing_told"]

_NAMED = 3
"""So many parties that are behind are named in the title."""
_LETTERS = 12
_BASES = tuple(Basis)


def balance_heading(balance: Balance, standings: Sequence[Standing], told: Sequence[str], lang: str) -> Heading:
    """Say whether everyone wins, how surely, and what the entries rest on, with the drawing in sentences."""
    title = _verdict(standings, balance.years, lang)
    return Heading(
        title, _how_surely(balance, standings, lang), _made_up(balance, lang), _notes(balance, lang), (*told,)
    )


def standing_told(standing: Standing, lang: str) -> str:
    """Say since when a party is whole or behind.

    >>> standing_told(Standing("Bjuv", (-5.0, 3.0), 2024, None), "en")
    'whole since 2024'
    """
    if standing.whole is None:
        return worded(lang, f"behind since {standing.since}", f"efter sedan {standing.since}")
    return worded(lang, f"whole since {standing.whole}", f"i balans sedan {standing.whole}")


def ahead(amount: float, lang: str) -> str:
    """Say how far somebody is ahead or behind.

    >>> ahead(-4e6, "en"), ahead(0, "sv")
    ('4.0 million kr behind', 'jämnt')
    """
    if not amount:
        return worded(lang, "even", "jämnt")
    size = in_words(amount, lang)
    return (
        worded(lang, f"{size} behind", f"{size} efter") if amount < 0 else worded(lang, f"{size} ahead", f"{size} före")
    )


def by_year(standing: Standing, balance: Balance, amounts: Amounts) -> str:
    """Say a party's balance at the end of each year, and since when it is whole."""
    first, last = balance.years[0], balance.years[-1]
    span = f"{first}–{last}" if first < last else f"{first}"
    sums = "; ".join([amounts.signed(each) for each in standing.sums])
    return f"{standing.party}, {span}: {sums} {amounts.axis}; {standing_told(standing, amounts.lang)}."


def _verdict(standings: Sequence[Standing], years: Sequence[int], lang: str) -> str:
    """Say by when everyone wins, or who is behind."""
    count, last = len(standings), years[-1]
    behind = [each.party for each in sorted(standings, key=lambda each: each.last) if each.whole is None]
    every = worded(lang, "Everyone", "Alla")
    if count > _LETTERS:
        every = worded(lang, f"All {number(count, 0, lang)} parties", f"Alla {number(count, 0, lang)} parter")
    every, many = (standings[0].party, False) if count == 1 else (every, count > _LETTERS)
    if not behind:
        year = max(each.whole or last for each in standings)
        return worded(lang, f"{every} {'win' if many else 'wins'} by {year}", f"{every} vinner från {year}")
    if len(behind) == count:
        return worded(lang, f"{every} {'are' if many else 'is'} behind in {last}", f"{every} ligger efter {last}")
    named, rest = Listing((*behind,), _NAMED).said(lang), count - len(behind)
    said = worded(
        lang, f"{named} {'are' if len(behind) > 1 else 'is'} behind in {last}", f"{named} ligger efter {last}"
    )
    if rest == 1:
        other = next(each.party for each in standings if each.whole is not None)
        return said + worded(lang, f"; {other} is not", f"; {other} gör det inte")
    others = counted(rest, lang)
    return said + worded(lang, f"; the other {others} are not", f"; de övriga {others} gör det inte")


def _how_surely(balance: Balance, standings: Sequence[Standing], lang: str) -> str:
    """Say how many win at both ends of the ranges, where there are any."""
    if all(np.array_equal(balance.nets[end], balance.nets[Range.BASE]) for end in Range):
        return ""
    low, high = (sum(each.whole is not None for each in standings_of(balance, end)) for end in (Range.LOW, Range.HIGH))
    count, last = counted(len(standings), lang), balance.years[-1]
    least, most = counted(low, lang), counted(high, lang)
    return worded(
        lang,
        f"At the end of {last} {least} of {count} {'wins' if low == 1 else 'win'} with every entry at its lowest, and "
        f"{most} with every entry at its highest.",
        f"I slutet av {last} vinner {least} av {count} om varje post är som lägst, och {most} om varje post är som "
        "högst.",
    )


def _made_up(balance: Balance, lang: str) -> str:
    """Say how many entries are illustrative; nothing where none is."""
    count, every = int((balance.ledger.basis == _BASES.index(Basis.ILLUSTRATIVE)).sum()), len(balance.ledger)
    if not count:
        return ""
    some, whole, one = number(count, 0, lang), number(every, 0, lang), count == 1
    return worded(
        lang,
        f"ILLUSTRATIVE: {some} of {whole} entries {'is' if one else 'are'} made up to show how it goes.",
        f"ILLUSTRATIVT: {some} av {whole} poster är {'påhittad' if one else 'påhittade'} för att visa hur det "
        "går till.",
    )


def _notes(balance: Balance, lang: str) -> tuple[str, ...]:
    """Say in which money it is counted, and what entries rest on."""
    prices, first = balance.prices, balance.years[0]
    money = worded(lang, "Kronor as they were paid.", "Kronor som de betalades.")
    if prices.index or prices.rate:
        means = [worded(lang, "by an index", "enligt index")] if prices.index else []
        rate = number(float(prices.rate) * 100, 2, lang)
        means += [worded(lang, f"at {rate} % a year", f"med {rate} % per år")] if prices.rate else []
        how = Listing((*means,)).said(lang)
        money = worded(lang, f"Kronor as worth in {first}, {how}.", f"Kronor i {first} års värde, {how}.")
    return money, rests_on(balance.ledger, lang)
