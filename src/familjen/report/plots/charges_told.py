"""What the picture of charges says in words (avgifterna i ord)."""

from collections.abc import Sequence
from decimal import Decimal

from familjen.allocation import Charge, Statement
from familjen.language import say, worded
from familjen.report.plots.amounts import in_percent, in_words, the_parties
from familjen.report.plots.heading import Heading, sentences

__all__ = ["charges_heading", "exactly", "money_of"]


def money_of(statement: Statement) -> str:
    """Give the currency as it is written beside amounts: kr for SEK, and else its code."""
    return "kr" if statement.currency == "SEK" else statement.currency


def exactly(amount: Decimal, lang: str) -> str:
    """Write an amount to its last unit, with a true minus sign.

    >>> exactly(Decimal("-1234.50"), "en")
    '−1,234.50'
    """
    return say(amount, lang).replace("-", "\N{MINUS SIGN}")


def charges_heading(statement: Statement, charges: Sequence[Charge], lang: str) -> Heading:
    """Say what all pay, who pays most, and what that is per inhabitant.

    Args:
        statement: Who pays what.
        charges: Its charges, the largest first.
        lang: The language.
    """
    told = [
        f"{each.name}: {exactly(each.amount, lang)} {money_of(statement)}, {in_percent(float(each.share), lang)}."
        for each in charges
    ]
    notes = sentences(statement.notes(lang))
    return Heading(_title(statement, charges, lang), _per_head(statement, lang), notes=notes, told=tuple(told))


def _title(statement: Statement, charges: Sequence[Charge], lang: str) -> str:
    first, total = charges[0], in_words(statement.total, lang, money_of(statement))
    gets = statement.total < 0
    verbs = ("receives", "receive", "får") if gets else ("pays", "pay", "betalar")
    if len(charges) == 1:
        return worded(
            lang,
            f"{first.name} {verbs[0]} {total} for {statement.year}",
            f"{first.name} {verbs[2]} {total} för {statement.year}",
        )
    many = the_parties(len(charges), lang)
    many = many[0].upper() + many[1:]
    said = worded(
        lang,
        f"{many} {verbs[1]} {total} for {statement.year}",
        f"{many} {verbs[2]} {total} för {statement.year}",
    )
    most = charges[-1] if gets else first
    if len({each.amount for each in charges}) == 1:
        return said + worded(lang, ", each the same", ", alla lika mycket")
    share = in_percent(float(most.share), lang)
    part = f", {share}" if statement.total else ""
    return said + worded(lang, f"; {most.name} {verbs[0]} most{part}", f"; mest {verbs[2]} {most.name}{part}")


def _per_head(statement: Statement, lang: str) -> str:
    """Say what the charges are per inhabitant, from least to most; nothing where it is not known of all."""
    found = [statement.per_inhabitant(party) for party in statement.parties]
    known = {name: each for name, each in zip(statement.names, found, strict=True) if each}
    if len(known) < len(found):
        return ""
    least, most = min(known, key=lambda name: known[name]), max(known, key=lambda name: known[name])
    unit = money_of(statement)
    low, high = (_each(float(known[name]), lang, unit) for name in (least, most))
    if low == high:
        return worded(lang, f"{low} per inhabitant.", f"{low} per invånare.")
    return worded(
        lang,
        f"From {low} ({least}) to {high} ({most}) per inhabitant.",
        f"Från {low} ({least}) till {high} ({most}) per invånare.",
    )


def _each(amount: float, lang: str, unit: str) -> str:
    return f"{'minus ' if amount < 0 else ''}{in_words(amount, lang, unit)}"
