"""What the picture of a forecast says in words (flerårsplanen i ord)."""

import math
import re
from collections.abc import Sequence

import attrs

from familjen.allocation import Forecast
from familjen.language import worded
from familjen.report.plots.amounts import Amounts, in_percent, in_words, plus, the_parties
from familjen.report.plots.charges_told import money_of
from familjen.report.plots.heading import Heading, sentences

__all__ = ["Course", "change_of", "courses_of", "forecast_heading"]


@attrs.frozen(eq=False)
class Course:
    """What one party pays in each year (förlopp)."""

    name: str
    """The party."""
    amounts: tuple[float, ...]
    """What it pays in each year, in the currency; NaN in a year in which it is not billed."""

    @property
    def change(self) -> float | None:
        """By which part the last year's amount is more than the first's; ``None`` where there is none to compare."""
        first, last = self.amounts[0], self.amounts[-1]
        compared = len(self.amounts) > 1 and first > 0 and not math.isnan(last)
        return last / first - 1 if compared else None


def courses_of(forecast: Forecast) -> list[Course]:
    """Give what each party pays in each year."""
    paid = [dict(zip(each.parties, each.amounts, strict=True)) for each in forecast]
    return [
        Course(name, tuple([float(amounts.get(party, math.nan)) for amounts in paid]))
        for party, name in forecast.parties.items()
    ]


def change_of(course: Course, lang: str) -> str:
    """Write by how much a party's amount has changed; nothing where there is none to compare.

    >>> change_of(Course("Bjuv", (100.0, 108.2)), "sv")
    '+8,2 %'
    """
    return "" if course.change is None else plus(in_percent(course.change, lang))


def forecast_heading(forecast: Forecast, courses: Sequence[Course], amounts: Amounts) -> Heading:
    """Say what all pay in the last year, and for whom it changes most and least."""
    lang, years = amounts.lang, forecast.years
    notes = _notes(forecast, lang)
    span = "–".join(dict.fromkeys([str(min(years)), str(max(years))]))
    told: list[str] = []
    for course in courses:
        nothing = worded(lang, "nothing", "inget")
        said = "; ".join([nothing if math.isnan(each) else amounts.signed(each) for each in course.amounts])
        change = change_of(course, lang)
        told.append(f"{course.name}, {span}: {said} {amounts.axis}{f'; {change}' if change else ''}.")
    return Heading(_title(forecast, courses, lang), notes=notes, told=tuple(told))


def _notes(forecast: Forecast, lang: str) -> tuple[str, ...]:
    """Give the notes of all years; where later years only have other figures, those of the first, and say so."""
    years = [sentences(each.notes(lang)) for each in forecast]
    alike = {tuple([re.sub(r"[\d\s]+", "", note) for note in notes]) for notes in years}
    if len(alike) > 1 or len(set(years)) == 1:
        return sentences(note for notes in years for note in notes)
    english = f"So for {forecast.years[0]}; the same for each later year, with its own days and figures."
    swedish = f"Så för {forecast.years[0]}; likadant för varje senare år, med dess egna dagar och siffror."
    return (*years[0], worded(lang, english, swedish))


def _title(forecast: Forecast, courses: Sequence[Course], lang: str) -> str:
    first, last = forecast.statements[0], forecast.statements[-1]
    who = the_parties(len(courses), lang) if len(courses) > 1 else courses[0].name
    verb, swedish = ("receive", "får") if last.total < 0 else ("pay", "betalar")
    verb = verb if len(courses) > 1 else f"{verb}s"
    total = in_words(last.total, lang, money_of(last))
    said = worded(lang, f"In {last.year} {who} {verb} {total}", f"{last.year} {swedish} {who} {total}")
    if len(forecast) == 1 or first.total <= 0 or last.total < 0:
        return said
    change = float(last.total / first.total) - 1
    share = in_percent(abs(change), lang)
    if share == in_percent(0, lang):
        as_much = worded(lang, f", as much as in {first.year}", f", lika mycket som {first.year}")
        return said + as_much + _extremes(courses, lang)
    more = worded(lang, "more" if change >= 0 else "less", "mer" if change >= 0 else "mindre")
    said += worded(lang, f", {share} {more} than in {first.year}", f", {share} {more} än {first.year}")
    return said + _extremes(courses, lang)


def _extremes(courses: Sequence[Course], lang: str) -> str:
    """Say for whom it rises most and least; nothing where fewer than two can be compared."""
    known = [(each.change, each) for each in courses if each.change is not None]
    if len(known) < 2:  # noqa: PLR2004 - one alone is neither most nor least
        return ""
    least, most = (pick(known, key=lambda each: each[0])[1] for pick in (min, max))
    low, high = change_of(least, lang), change_of(most, lang)
    if low == high:
        return worded(lang, ", as for each of them", ", liksom för var och en") if len(known) == len(courses) else ""
    return f"; {most.name} {high}, {least.name} {low}"
