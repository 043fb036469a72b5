"""Taking the step that lets an amount follow an index."""

import datetime as dt
from fractions import Fraction

from familjen.allocation.run import Run, takes
from familjen.amounts.exact import ratio
from familjen.errors import FamiljenError, InvalidValueError
from familjen.model import Indexation, IndexPart

__all__ = ["follow_index"]

_LEVELS_OF = "SE"


@takes(Indexation)
def follow_index(step: Indexation, run: Run) -> None:
    """Raise the cost, or each party's amount, year by year from the base year."""
    whole = sum(part.weight for part in step.parts)
    if whole != 1:
        reason = f"the indices' weights come to {whole}, not to 1; nothing is scaled"
        raise InvalidValueError(reason, attribute="parts")
    year = run.occasion.year
    if year < step.base_year:
        reason = f"{year} lies before the base year {step.base_year}, and an index is not followed backwards"
        raise InvalidValueError(reason, attribute="year")
    for each in range(step.base_year + 1, year + 1):
        if each not in step.frozen_years:
            change = sum((part.weight * _change(part, each, step, run) for part in step.parts), Fraction(0))
            run.multiply(1 + step.share * change, f"index {each}")
        for earmark in step.earmarks:
            if earmark.year == each:
                if run.sharing:
                    run.share_by(Fraction(earmark.amount), None, earmark.what or "earmarked")
                else:
                    run.add(Fraction(earmark.amount), earmark.what or "earmarked")


def _change(part: IndexPart, year: int, step: Indexation, run: Run) -> Fraction:
    """Give the change of an index in a year: as the clause says, or whoever bills, or from levels in the statistics."""
    status = run.values or step.values
    own = [item for item in part.changes if item.year == year and (status is None or item.status is status)]
    if len(own) > 1:
        reason = f"{part.index} has {len(own)} changes for {year}; keep one, or say which values count, final or not"
        raise InvalidValueError(reason, attribute="changes")
    if own:
        return Fraction(own[0].change)
    given = run.indices.get(part.index, {})
    if year in given:
        return _exact(given[year], part.index, year)
    try:
        levels = [
            Fraction(run.occasion.statistics.value(part.index, _LEVELS_OF, dt.date(number, 12, 31)))
            for number in (year - 1, year)
        ]
    except FamiljenError:
        kind = "" if status is None else f"{status.value} "
        known = sorted({item.year for item in part.changes} | set(given))
        nearest = f"; it is known for {', '.join(map(str, known))}" if known else ""
        reason = (
            f"there is no {kind}change of {part.index} for {year}{nearest}; add it to the clause, give "
            f"indices={{{part.index!r}: {{{year}: Decimal('0.03')}}}}, or a series of levels for {_LEVELS_OF!r}"
        )
        raise InvalidValueError(reason, attribute="indices") from None
    if levels[0] <= 0:
        raise InvalidValueError(f"the level of {part.index} in {year - 1} is {levels[0]}", attribute="indices")
    return levels[1] / levels[0] - 1


def _exact(change: object, index: str, year: int) -> Fraction:
    numerator, denominator = ratio(change, "indices", f"the change of {index} for {year}")
    if numerator <= -denominator:
        reason = f"the change of {index} for {year} is {change}, which takes all away"
        raise InvalidValueError(reason, attribute="indices")
    return Fraction(numerator, denominator)
