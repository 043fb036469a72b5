"""What pooling comes to, in sentences (förklaring)."""

import math

from familjen.language import worded
from familjen.scale.pooling.pooled import Pooled
from familjen.scale.pooling.written import decimal, percent, whole

__all__ = ["explained", "explained_for"]


def explained(pooled: Pooled, lang: str) -> str:
    """Say what is needed apart and together, how much working together may add, and what is assumed."""
    words = pooled.words(lang)
    number, apart = len(pooled.parties), whole(sum(pooled.alone), lang)
    needed = words.needed.capitalize()
    lines = [
        worded(
            lang,
            f"{needed} apart: {apart} in all for {number} parties, so that {words.promise}.",
            f"{needed} var för sig: {apart} i allt för {number} parter, så att {words.promise}.",
        ),
        _together(pooled, lang),
        _break_even(pooled, lang),
        worded(lang, "It rests on this:", "Det vilar på följande:"),
        *(f"- {each}" for each in pooled.assumptions(lang)),
    ]
    return "\n".join(lines)


def explained_for(pooled: Pooled, place: int, lang: str) -> str:
    """Say what one party needs alone, and how far that reaches."""
    words = pooled.words(lang)
    party, alone = pooled.parties[place], whole(pooled.alone[place], lang)
    needed, called = words.needed.capitalize(), words.demand.lower()
    demand, reached = decimal(pooled.demands[place], lang), percent(pooled.reached[place], lang)
    return worded(
        lang,
        f"{needed} of {party} alone: {alone}, for a {called} of {demand}, so that {words.promise}. "
        f"{words.reached}: {reached}.",
        f"{needed} för {party} ensam: {alone}, för {called} {demand}, så att {words.promise}. "
        f"{words.reached}: {reached}.",
    )


def _together(pooled: Pooled, lang: str) -> str:
    number, apart = whole(pooled.together, lang), sum(pooled.alone)
    more = whole(abs(pooled.saved), lang)
    share = f" ({percent(abs(pooled.saved) / apart, lang)})" if apart else ""
    if not pooled.saved:
        return worded(lang, f"Together: {number}, as many.", f"Tillsammans: {number}, lika många.")
    if pooled.saved < 0:
        return worded(
            lang,
            f"Together: {number}, which is {more} more{share}.",
            f"Tillsammans: {number}, vilket är {more} fler{share}.",
        )
    return worded(
        lang,
        f"Together: {number}, which is {more} fewer{share}.",
        f"Tillsammans: {number}, vilket är {more} färre{share}.",
    )


def _break_even(pooled: Pooled, lang: str) -> str:
    found = pooled.break_even
    if math.isinf(found):
        return worded(lang, "There is no demand.", "Det finns ingen efterfrågan.")
    share = percent(abs(found), lang)
    if found < 0:
        return worded(
            lang,
            f"It would take no more than apart if there were {share} less to do together.",
            f"Det skulle inte kräva mer än var för sig om det tillsammans fanns {share} mindre att göra.",
        )
    return worded(
        lang,
        f"It takes no more than apart as long as working together adds no more than {share} to the demand.",
        f"Det kräver inte mer än var för sig så länge samarbetet inte ökar efterfrågan med mer än {share}.",
    )
