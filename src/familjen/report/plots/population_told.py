"""How inhabitants develop, in numbers and words (befolkningen i ord)."""

import datetime as dt
from collections.abc import Iterable, Sequence

import attrs

from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.places import Statistics, municipality
from familjen.report.plots.amounts import in_percent, number, plus, the_parties
from familjen.report.plots.heading import Heading
from familjen.validators import show

__all__ = ["People", "changed", "people_of", "population_heading", "together"]


@attrs.frozen
class People:
    """A party's inhabitants at the end of each year (invånare)."""

    name: str
    """The party."""
    counts: tuple[int, ...]
    """Its inhabitants on 31 December of each year."""

    @property
    def percent(self) -> list[float]:
        """By how many per cent they have changed since the first year, for each year."""
        return [100 * (count / self.counts[0] - 1) for count in self.counts]

    @property
    def change(self) -> float:
        """By which part they have changed from the first year to the last."""
        return self.counts[-1] / self.counts[0] - 1


def changed(change: float, lang: str) -> str:
    """Write a change in percent, with its sign.

    >>> changed(0.125, "sv")
    '+12,5 %'
    """
    return plus(in_percent(change, lang))


def people_of(parties: Iterable[str], years: Sequence[int], statistics: Statistics) -> list[People]:
    """Look up the inhabitants of each party at the end of each year.

    Raises:
        InvalidValueError: There are no parties, one is there twice, or has no inhabitants in the first year.
        UnknownIdError: A party is no Swedish municipality.
        MissingDataError: There is no figure for a party and year.
    """
    if isinstance(parties, str | bytes) or not isinstance(parties, Iterable):
        raise InvalidValueError(f"{show(parties)} are no parties; give a list of codes or names", attribute="parties")
    found: dict[str, People] = {}
    for party in parties:
        place = municipality(party)
        if place.code in found:
            raise InvalidValueError(f"{place.name} is there twice; give each party once", attribute="parties")
        days = [dt.date(year, 12, 31) for year in years]
        counts = tuple([int(statistics.value("population", place.code, day)) for day in days])
        if not counts[0]:
            reason = f"{place.name} has no inhabitants in {years[0]}, so no change can be told; begin later"
            raise InvalidValueError(reason, attribute="years")
        found[place.code] = People(place.name, counts)
    if not found:
        raise InvalidValueError("there are no parties; give at least one", attribute="parties")
    return list(found.values())


def together(people: Sequence[People]) -> People:
    """Add up the inhabitants of all."""
    return People("", tuple(map(sum, zip(*(each.counts for each in people), strict=True))))


def population_heading(people: Sequence[People], years: Sequence[int], lang: str) -> Heading:
    """Say by how much all have grown, and who most and least."""
    title = _title(people, years[0], lang)
    first, last = (number(together(people).counts[place], 0, lang) for place in (0, -1))
    day = worded(lang, "31 December", "31 december")
    subtitle = worded(
        lang,
        f"{first} inhabitants on {day} {years[0]}, {last} on {day} {years[-1]}.",
        f"{first} invånare den {day} {years[0]}, {last} den {day} {years[-1]}.",
    )
    to = worded(lang, "to", "till")
    told: list[str] = []
    for each in people:
        begun, ended = (number(each.counts[place], 0, lang) for place in (0, -1))
        told.append(f"{each.name}: {begun} {to} {ended}, {changed(each.change, lang)}.")
    return Heading(title, subtitle, told=tuple(told))


def _title(people: Sequence[People], first: int, lang: str) -> str:
    change = together(people).change
    much = in_percent(abs(change), lang)
    grown = worded(lang, "grown" if change >= 0 else "shrunk", "ökat" if change >= 0 else "minskat")
    if len(people) == 1:
        name = people[0].name
        return worded(
            lang, f"{name} has {grown} by {much} since {first}", f"{name} har {grown} med {much} sedan {first}"
        )
    who = the_parties(len(people), lang)
    least, most = (pick(people, key=lambda each: each.change) for pick in (min, max))
    low, high = ((each.name, changed(each.change, lang)) for each in (least, most))
    high_low = worded(
        lang,
        f"{high[0]} most, {high[1]}, and {low[0]} least, {low[1]}",
        f"mest {high[0]}, {high[1]}, och minst {low[0]}, {low[1]}",
    )
    return worded(
        lang,
        f"Together {who} have {grown} by {much} since {first}: {high_low}",
        f"Tillsammans har {who} {grown} med {much} sedan {first}: {high_low}",
    )
