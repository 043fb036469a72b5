"""What the picture of power says in words (röstmakten i ord)."""

from collections.abc import Sequence

import attrs

from familjen.influence import Power
from familjen.influence.bloc import Bloc
from familjen.influence.written import say_number
from familjen.language import worded
from familjen.report.plots.amounts import counted, in_percent, number
from familjen.report.plots.heading import Heading

__all__ = ["Standing", "power_heading", "standings_of"]


@attrs.frozen
class Standing:
    """A member's or a bloc's share of votes and of power (ställning)."""

    name: str
    """Who."""
    votes: tuple[float, ...]
    """Its share of the votes in each chamber."""
    power: float
    """Its power; a bloc's as one."""
    bloc: bool = False
    """Whether it is the bloc."""
    apart: float = 0.0
    """The sum of a bloc's members' powers when everybody acts alone."""


def standings_of(power: Power, lang: str) -> list[Standing]:
    """Give a row for the bloc, where there is one, and one for each member, the most powerful first."""
    chambers = power.votes.chambers
    shares = [
        tuple([float(each.weights[place] / each.total) for each in chambers]) for place in range(len(power.members))
    ]
    rows = [
        Standing(str(member), votes, float(own))
        for member, votes, own in zip(power.members, shares, power.numbers, strict=True)
    ]
    rows.sort(key=lambda row: -row.power)
    bloc = power.bloc
    if bloc is None:
        return rows
    inside = [shares[power.members.index(member)] for member in bloc.members]
    votes = tuple(map(sum, zip(*inside, strict=True)))
    count = counted(len(bloc.members), lang)
    name = worded(lang, f"The bloc of {count}", f"Blocket av {count}")
    return [Standing(name, votes, float(bloc.together), bloc=True, apart=float(bloc.apart)), *rows]


def power_heading(power: Power, rows: Sequence[Standing], lang: str) -> Heading:
    """Say what a bloc gains, or who decides more than its votes, with how the vote goes."""
    title = _alone(power, rows, lang) if power.bloc is None else _bloc(power, power.bloc, lang)
    told = [_told(power, row, lang) for row in rows]
    english = "Power counts the arithmetic of votes, and not who persuades whom."
    notes = [worded(lang, english, "Makt räknar rösternas aritmetik, och inte vem som övertygar vem.")]
    if power.bloc is not None:
        english = "Who is in the bloc is assumed always to vote with it, and everybody else to act alone."
        swedish = "Den som är med i blocket antas alltid rösta med det, och alla andra var för sig."
        notes.append(worded(lang, english, swedish))
    return Heading(title, _rules(power, lang), notes=tuple(notes), told=tuple(told))


def _rules(power: Power, lang: str) -> str:
    """Say how many members there are and what they must reach together."""
    needed = [
        worded(
            lang,
            f"{say_number(each.quota, lang)} of {say_number(each.total, lang)} {each.name}".rstrip(),
            f"{say_number(each.quota, lang)} av {say_number(each.total, lang)} {each.name}".rstrip(),
        )
        for each in power.votes.chambers
    ]
    count = counted(len(power.members), lang)
    both = worded(lang, " and ", " och ").join(needed)
    one = len(power.members) == 1
    who = worded(lang, f"{count} member{'' if one else 's'}", f"{count} {'medlem' if one else 'medlemmar'}")
    said = worded(lang, f"{who}, {both} needed", f"{who}, det krävs {both}")
    index = "" if power.index.name == "shapley_shubik" else f"; {power.index.title.said(lang)}"
    return f"{said[0].upper()}{said[1:]}{index}."


def _of_power(share: float, power: Power, lang: str) -> str:
    """Say how much power it is: a part of the whole where the index splits it, and else a number of its own.

    Such are the Banzhaf index that is not normalised, and those of Coleman.
    """
    much = in_percent(share, lang)
    if power.index.sums_to_one:
        return worded(lang, f"{much} of the power", f"{much} av makten")
    return worded(lang, f"a power of {much}", f"makten {much}")


def _bloc(power: Power, bloc: Bloc, lang: str) -> str:
    together, apart = _of_power(float(bloc.together), power, lang), in_percent(float(bloc.apart), lang)
    count, points = counted(len(bloc.members), lang), number(abs(float(bloc.gain)) * 100, 1, lang)
    than = worded(lang, "as much as apart", "lika mycket som var för sig")
    if bloc.gain:
        more = worded(lang, "more" if bloc.gain > 0 else "less", "mer" if bloc.gain > 0 else "mindre")
        english = f"{points} points {more} than {apart} apart"
        than = worded(lang, english, f"{points} enheter {more} än {apart} var för sig")
    return worded(lang, f"As one the {count} have {together}, {than}", f"Som en har de {count} {together}, {than}")


def _alone(power: Power, rows: Sequence[Standing], lang: str) -> str:
    """Say whose power is farthest from its share of the votes."""
    first = max(rows, key=lambda row: abs(row.power - row.votes[0]))
    if len(rows) == 1:
        return worded(lang, f"{first.name} is the only member", f"{first.name} är den enda medlemmen")
    if len({(row.power, row.votes) for row in rows}) == 1:
        each = in_percent(first.power, lang)
        return worded(lang, f"Each has the same power, {each}", f"Alla har lika mycket makt, {each}")
    much, votes = _of_power(first.power, power, lang), in_percent(first.votes[0], lang)
    return worded(
        lang,
        f"{first.name} has {much} with {votes} of the votes",
        f"{first.name} har {much} med {votes} av rösterna",
    )


def _told(power: Power, row: Standing, lang: str) -> str:
    much = _of_power(row.power, power, lang)
    votes = worded(lang, " and ", " och ").join([in_percent(share, lang) for share in row.votes])
    apart = in_percent(row.apart, lang)
    more = worded(lang, f" as one, {apart} apart", f" som en, {apart} var för sig") if row.bloc else ""
    return worded(
        lang,
        f"{row.name}: {votes} of the votes, {much}{more}.",
        f"{row.name}: {votes} av rösterna, {much}{more}.",
    )
