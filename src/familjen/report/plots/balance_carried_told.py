"""What the picture of what carries whom says in words (vad som bär vem, i ord)."""

from collections.abc import Sequence

import attrs

from familjen.balance import Balance, Weighed
from familjen.language import Listing, listed, worded
from familjen.report.plots.amounts import counted, telling
from familjen.report.plots.balance_shares import Share
from familjen.report.plots.balance_standings import Standing
from familjen.report.plots.balance_told import ahead, balance_heading
from familjen.report.plots.heading import Heading

__all__ = ["carried_heading", "share_name"]

_NAMED = 3
"""So many parties are named in the title and the subtitle."""


def carried_heading(
    balance: Balance, standings: Sequence[Standing], rows: Sequence[Standing], shares: Sequence[Share], lang: str
) -> Heading:
    """Say which activity decides for most who is behind, and who has put in more than came back."""
    weighed = balance.activities()
    told = [_row(each, [share.sums[place] for share in shares], shares, lang) for place, each in enumerate(rows)]
    carried = max(weighed, key=lambda each: len(each.carried), default=None)
    burdened = max(weighed, key=lambda each: len(each.burdened), default=None)
    if carried and carried.carried:
        title = _without(carried, lang, _NAMED)
    elif burdened and burdened.burdened:
        title = _without(burdened, lang, _NAMED, burden=True)
    else:
        title = worded(
            lang, "No activity alone decides who is behind", "Ingen verksamhet avgör ensam vem som ligger efter"
        )
    told += [f"{_without(each, lang, len(standings))}." for each in weighed if each.carried]
    told += [f"{_without(each, lang, len(standings), burden=True)}." for each in weighed if each.burdened]
    known = balance_heading(balance, standings, told, lang)
    note = worded(
        lang,
        "Without an activity nothing else is thought to change.",
        "Utan en verksamhet antas inget annat ändras.",
    )
    return attrs.evolve(known, title=title, subtitle=_sides(standings, lang), notes=(note, *known.notes))


def share_name(share: Share, lang: str) -> str:
    """Name what a share is of, and say whether it is illustrative.

    >>> share_name(Share(("Fee",), (1.0,), True), "sv"), share_name(Share(("IT", "Water"), (1.0,), False), "en")
    ('Fee (illustrativt)', 'two more')
    """
    count = len(share.activities)
    more = worded(lang, f"{counted(count, lang)} more", f"{counted(count, lang)} till")
    name = share.activities[0] if count == 1 else more
    return name + worded(lang, " (illustrative)", " (illustrativt)") if share.made_up else name


def _row(standing: Standing, sums: Sequence[float], shares: Sequence[Share], lang: str) -> str:
    """Say what each activity brought a party."""
    amounts = telling([*sums, standing.last], lang)
    parts = [
        f"{share_name(share, lang)} {amounts.signed(amount)}"
        for share, amount in zip(shares, sums, strict=True)
        if amount
    ]
    said = f"{standing.party}: {'; '.join(parts)} {amounts.axis}; " if parts else f"{standing.party}: "
    return said + worded(lang, "in all ", "i allt ") + ahead(standing.last, lang) + "."


def _without(weighed: Weighed, lang: str, most: int, *, burden: bool = False) -> str:
    """Say who would be behind without an activity, or would not be."""
    names = Listing(weighed.burdened if burden else weighed.carried, most).said(lang)
    activity = weighed.activity
    if burden:
        return worded(
            lang, f"Without {activity}, {names} would not be behind", f"Utan {activity} skulle {names} inte ligga efter"
        )
    return worded(lang, f"Without {activity}, {names} would be behind", f"Utan {activity} skulle {names} ligga efter")


def _sides(standings: Sequence[Standing], lang: str) -> str:
    """Say how far those ahead and those behind are so together."""
    sides = [[each for each in standings if each.last > 0], [each for each in standings if each.last < 0]]
    said = "; ".join([_side(side, lang) for side in sides if side])
    return f"{said}." if said else worded(lang, "All are even.", "Alla ligger jämnt.")


def _side(side: Sequence[Standing], lang: str) -> str:
    count, size = len(side), ahead(sum(each.last for each in side), lang)
    if count == 1:
        return worded(lang, f"{side[0].party} is {size}", f"{side[0].party} ligger {size}")
    names = worded(lang, f"{counted(count, lang)} parties", f"{counted(count, lang)} parter")
    if count <= _NAMED:
        names = listed([each.party for each in side], lang)
    said = worded(lang, f"{names} are together {size}", f"{names} ligger tillsammans {size}")
    return said[0].upper() + said[1:] if count > _NAMED else said
