"""Who takes part: the members, on a map and in a table."""

import datetime as dt
from typing import Any

from familjen.errors import FamiljenError
from familjen.model import ForeignMunicipality, Region
from familjen.model.party import Party
from familjen.places import Statistics
from familjen.report.webpage.map import drawn_map
from familjen.report.webpage.material import Material
from familjen.report.webpage.section import Section
from familjen.report.webpage.speech import Speech

__all__ = ["members_section"]

_MANY = 40


def members_section(material: Material) -> Section:
    """Tell who the members are, when, and how many people live there."""
    coop, speech = material.coop, material.speech
    people = _inhabitants(material)
    rows = [_row(member.party, speech.period(member.period), people, material) for member in coop.members]
    body = material.fill(
        "members.html",
        rows=rows,
        many=len(rows) > _MANY,
        others=[(each.name, each.id, _kind(each, material)) for each in coop.other_parties],
        partners=[each.name for each in coop.partners],
        map=drawn_map(
            [member.party for member in coop.members], {code: n for code, (n, _) in people.items()}, material
        ),
        days=sorted({day for _, day in people.values()}),
        unknown={member.party.id for member in coop.members} - set(people),
    )
    return Section("members", speech.words("Members", "Medlemmar"), body, _answers(material, people))


def _answers(material: Material, people: dict[str, tuple[int, dt.date]]) -> tuple[str, ...]:
    coop, speech = material.coop, material.speech
    every = {member.party.id for member in coop.members}
    if not every:
        return (speech.words("No member is named.", "Ingen medlem är namngiven."),)
    today = material.today
    now = {member.party.id for member in coop.members if member.period is None or today in member.period}
    members = speech.counted(len(now), ("member", "medlem"), ("members", "medlemmar"))
    said = speech.words(f"{coop.name} has {members}", f"{coop.name} har {members}")
    counted = [people[each] for each in sorted(now) if each in people]
    if now and len(counted) == len(now):
        said += _inhabited(counted, speech)
    others = len(every - now)
    if others:
        said += speech.words(
            f"; {speech.number(others)} more before or after", f"; {speech.number(others)} till tidigare eller senare"
        )
    return (f"{said}.",)


def _inhabited(counted: list[tuple[int, dt.date]], speech: Speech) -> str:
    """Say how many people live in all of the members, and when they were counted."""
    whole, days = speech.number(sum(number for number, _ in counted)), sorted({day for _, day in counted})
    if len(days) == 1:
        day = speech.day(days[0])
        return speech.words(f" with {whole} inhabitants on {day}", f" med {whole} invånare den {day}")
    first, last = speech.day(days[0]), speech.day(days[-1])
    return speech.words(
        f" with {whole} inhabitants, counted on days from {first} to {last}",
        f" med {whole} invånare, räknade olika dagar från {first} till {last}",
    )


def _row(party: Party, period: str, people: dict[str, tuple[int, dt.date]], material: Material) -> dict[str, Any]:
    counted = people.get(party.id)
    number = "" if counted is None else material.speech.number(counted[0])
    return {"name": party.name, "id": party.id, "kind": _kind(party, material), "period": period, "people": number}


def _kind(party: Party, material: Material) -> str:
    words = material.speech.words
    if isinstance(party, Region):
        return words("region", "region")
    if isinstance(party, ForeignMunicipality):
        return words(f"municipality in {party.country}", f"kommun i {party.country}")
    return words("municipality", "kommun")


def _inhabitants(material: Material) -> dict[str, tuple[int, dt.date]]:
    """Give the last count of each member that is known, no later than the day of the report, and its day."""
    figures = Statistics.bundled()
    found: dict[str, tuple[int, dt.date]] = {}
    for member in material.coop.members:
        code = member.party.id
        try:
            days = [day for day in figures.days("population", code) if material.on is None or day <= material.on]
            if days:
                found[code] = int(figures.value("population", code, days[-1])), days[-1]
        except FamiljenError:  # a place that the statistics do not have
            continue
    return found
