"""The bills of all agreements of a cooperation, and why some cannot be made."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

import attrs

from familjen.allocation import Statement, allocate
from familjen.allocation.bill import Amount
from familjen.allocation.membership import presence_in
from familjen.dates import Period, ReferenceDate
from familjen.errors import FamiljenError, InvalidValueError
from familjen.language import Phrase
from familjen.model import Agreement, Cooperation
from familjen.report.webpage.wanting import wanted_by
from familjen.validators import show

__all__ = ["Bills", "bill_all"]

Cost = Amount | Mapping[str, Amount]


@attrs.frozen
class Bills:
    """The bills of a cooperation for a year, and what could not be billed (debiteringsunderlag för alla avtal)."""

    statements: tuple[Statement, ...] = ()
    """A statement for each agreement that could be billed."""
    refused: Mapping[str, str] = attrs.field(factory=dict[str, str])
    """Why an agreement with a cost clause could not be billed, by its id; reasons are in English."""
    wanting: Mapping[str, Phrase] = attrs.field(factory=dict[str, Phrase])
    """Of those, what is wanting in both languages, where it is a day, a cost or a figure."""
    idle: tuple[str, ...] = ()
    """Ids of agreements with a cost clause that have no party that year: they have not begun, or have ended."""

    __hash__ = None  # type: ignore[assignment] # mappings have no hash


def bill_all(
    coop: Cooperation,
    *,
    year: int,
    agreements: Iterable[str] | None = None,
    costs: Mapping[str, Cost] | None = None,
    amounts: Mapping[str, Mapping[str, Amount]] | None = None,
    reference: ReferenceDate | None = None,
) -> Bills:
    """Bill every agreement that has a cost clause for a year, as far as its figures are known (fakturera alla avtal).

    What cannot be billed is kept with the reason: nothing is guessed. A figure that is given and does not suit its
    clause is an error.

    Args:
        coop: The cooperation.
        year: The year that is billed.
        agreements: Ids of the agreements to bill; all with a cost clause unless given.
        costs: The cost to share, or the cost of each pool, by the agreement's id.
        amounts: The year's amounts that a clause asks for by name, by the agreement's id.
        reference: The day on which figures are taken where a clause does not say it. It is then an assumption, and the
            statement says so; other clauses are followed without it.

    Raises:
        InvalidValueError: The year is none, an agreement has no cost clause or is named twice, or a figure that is
            given for one cannot be used.
        UnknownIdError: There is no such agreement.

    >>> from familjen.datasets import familjen_helsingborg_2016
    >>> coop = familjen_helsingborg_2016()
    >>> print(bill_all(coop, year=2016).refused["samarbetsavtal-2016"].partition(";")[0])
    step 1 (rate): the clause does not say on which day inhabitants are counted
    >>> bill_all(coop, year=2016, reference=ReferenceDate(12, 31, years_before=1)).statements
    (<Statement 2016 under 'samarbetsavtal-2016': 11 parties pay 7,147,434 SEK>,)
    """
    _need(year, reference)
    chosen = _chosen(coop, agreements)
    for given, name in ((costs, "costs"), (amounts, "amounts")):
        _need_billed({} if given is None else given, name, coop, chosen)
    statements: list[Statement] = []
    refused: dict[str, str] = {}
    wanting: dict[str, Phrase] = {}
    names = {party.id: party.name for party in coop.parties}
    idle = [each.id for each in chosen if _is_idle(each, year)]
    for each in (each for each in chosen if each.id not in idle):
        cost, asked = (costs or {}).get(each.id), (amounts or {}).get(each.id)
        try:
            statements.append(_bill(coop, each, year, cost, asked, reference))
        except FamiljenError as error:
            refused[each.id] = error.reason if isinstance(error, InvalidValueError) else str(error)
            if (phrase := wanted_by(error, names)) is not None:
                wanting[each.id] = phrase
            else:
                _need_fit(error, each, cost, asked)
    return Bills(tuple(statements), refused, wanting, tuple(idle))


def _need(year: Any, reference: Any) -> None:
    if type(year) is not int:
        raise InvalidValueError(f"{show(year)} is not a year", attribute="year")
    if reference is not None and type(reference) is not ReferenceDate:
        raise InvalidValueError(f"{show(reference)} is not a ReferenceDate", attribute="reference")


def _need_billed(given: Any, name: str, coop: Cooperation, chosen: Sequence[Agreement]) -> None:
    """Refuse figures that are not given by agreement, or for one that is not billed."""
    if not isinstance(given, Mapping):
        raise InvalidValueError(f"{show(given)} is not a mapping from an agreement's id", attribute=name)
    for agreement in cast("Mapping[str, object]", given):
        if coop.agreement(agreement) not in chosen:
            reason = f"{agreement!r} is not billed: it has no cost clause, or is not among those asked for"
            raise InvalidValueError(reason, attribute=name)


def _need_fit(error: FamiljenError, agreement: Agreement, cost: object, amounts: object) -> None:
    """Tell whoever gave a figure that it cannot be used, rather than the reader that there is no bill."""
    for given, name, argument in ((cost, "cost", "costs"), (amounts, "amounts", "amounts")):
        if given is not None and isinstance(error, InvalidValueError) and error.attribute == name:
            raise InvalidValueError(f"{agreement.id!r}: {error.reason}", attribute=argument) from None


def _is_idle(agreement: Agreement, year: int) -> bool:
    """Tell whether an agreement has parties, and none of them is one in the year."""
    own = agreement.period
    whole = Period.year(year)
    spans = [part.period for part in agreement.parties]
    return bool(spans) and not any(_meet(whole, own, span) for span in spans)


def _meet(whole: Period, *spans: Period | None) -> bool:
    """Tell whether all of the spans have a day of the year in common."""
    common: Period | None = whole
    for span in spans:
        common = common if span is None or common is None else common.intersection(span)
    return common is not None


def _chosen(coop: Cooperation, wanted: Iterable[str] | None) -> list[Agreement]:
    if wanted is None:
        return [each for each in coop.agreements if each.cost_clause is not None]
    found = [coop.agreement(each) for each in wanted]
    for place, each in enumerate(found):
        if each.cost_clause is None:
            raise InvalidValueError(f"agreement {each.id!r} has no cost clause to bill by", attribute="agreements")
        if each in found[:place]:
            raise InvalidValueError(f"agreement {each.id!r} is named twice; keep one", attribute="agreements")
    return found


def _bill(
    coop: Cooperation,
    agreement: Agreement,
    year: int,
    cost: Cost | None,
    amounts: Mapping[str, Amount] | None,
    reference: ReferenceDate | None,
) -> Statement:
    """Bill an agreement, with the reference day only where its clause does not say one."""
    known = {party.id: party for party in coop.parties}
    terms = None if agreement.cost_clause is None else agreement.cost_clause.membership
    parties = [known.get(party, party) for party in presence_in(agreement, terms, year)]
    try:
        return allocate(agreement, year=year, cost=cost, parties=parties, amounts=amounts)
    except InvalidValueError as error:
        if reference is None or error.attribute != "reference":
            raise
    return allocate(agreement, year=year, cost=cost, parties=parties, amounts=amounts, reference=reference)
