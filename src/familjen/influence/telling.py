"""Power in columns and in sentences, in English and Swedish (röstmakt i ord)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from familjen.games.grid import as_html, as_lines
from familjen.influence.written import percent, say_number
from familjen.language import Listing, Phrase, listed, worded

if TYPE_CHECKING:
    from familjen.influence.bloc import Bloc
    from familjen.influence.power import Power

__all__ = ["explained", "html_of", "lines_of"]

_OURS = {
    "members": Phrase("members", "medlemmar"),
    "vetoes": Phrase("vetoes", "med vetorätt"),
    "square roots": Phrase("square roots", "kvadratrötter"),
}
"""What `Chambers` and `jagiellonian_votes` call what is weighed."""


def lines_of(power: "Power", lang: str) -> list[str]:
    """Set a power in columns, a line for each member."""
    lines = as_lines(_head(power, lang), _rows(power, lang))
    return [*lines, "", *_of_bloc(power.bloc, lang)] if power.bloc is not None else lines


def html_of(power: "Power") -> str:
    """Set a power in an HTML table, in English."""
    return as_html(_head(power, "en"), _rows(power, "en")) + f"<p>{_arithmetic('en')}</p>"


def explained(power: "Power", lang: str) -> Iterator[str]:
    """Say what was reckoned, what it shows, and what it does not mean."""
    number = len(power.members)
    index, says = power.index.title.said(lang), power.index.says.said(lang)
    yield worded(
        lang,
        f"{number} members vote. The power of a member is {index}: {says}.",
        f"{number} medlemmar röstar. En medlems makt är {index}: {says}.",
    )
    yield from _rules(power, lang)
    if power.unions:
        unions = "; ".join(listed(map(str, union), lang) for union in power.unions)
        yield worded(lang, f"These act as one by agreement: {unions}.", f"Dessa röstar som en enligt avtal: {unions}.")
    most = max(range(number), key=lambda place: power.numbers[place])
    share = percent(power.numbers[most], lang)
    if len(set(power.numbers)) == 1:
        yield worded(lang, f"Each has the same, {share}.", f"Alla har lika, {share}.")
    else:
        who = power.members[most]
        yield worded(lang, f"The most has {who}, {share}.", f"Mest har {who}, {share}.")
    without = [str(who) for who, each in zip(power.members, power.numbers, strict=True) if not each]
    if without:
        names = Listing(tuple(without)).said(lang)
        yield worded(lang, f"Never decisive: {names}.", f"Avgör aldrig: {names}.")
    if power.bloc is not None:
        yield from _of_bloc(power.bloc, lang)
        if not power.index.sums_to_one:
            yield worded(
                lang,
                "By this index the members' shares need not sum to the bloc's power.",
                "Med detta index behöver medlemmarnas andelar inte bli blockets makt tillsammans.",
            )
        yield worded(
            lang,
            "Who is in the bloc is assumed always to vote with it, and everybody else to act alone.",
            "Den som är med i blocket antas alltid rösta med det, och alla andra var för sig.",
        )
    yield _arithmetic(lang)


def _named(name: str, lang: str) -> str:
    """Say what is weighed: names that votes of ours have got are said in the language, and others stand."""
    return _OURS[name].said(lang) if name in _OURS else name


def _rules(power: "Power", lang: str) -> Iterator[str]:
    for chamber in power.votes.chambers:
        quota, total = say_number(chamber.quota, lang), say_number(chamber.total, lang)
        what = f" {_named(chamber.name, lang)}" if chamber.name else ""
        yield worded(
            lang,
            f"To pass, a matter needs {quota} of {total}{what}.",
            f"För bifall krävs {quota} av {total}{what}.",
        )
        if chamber.rounded_to is not None:
            unit = say_number(chamber.rounded_to, lang)
            yield worded(
                lang,
                f"Weights are rounded to {unit}; the index is exact for the rounded weights.",
                f"Vikterna är avrundade till {unit}; indexet är exakt för de avrundade vikterna.",
            )


def _of_bloc(bloc: "Bloc", lang: str) -> Iterator[str]:
    names = Listing(tuple(map(str, bloc.members)), 12).said(lang)
    together, apart = percent(bloc.together, lang), percent(bloc.apart, lang)
    change = percent(abs(bloc.gain), lang).removesuffix(" %")
    yield worded(
        lang,
        f"As one, {names} have {together}; apart they have {apart} in all.",
        f"Som en har {names} {together}; var för sig har de tillsammans {apart}.",
    )
    if not bloc.gain:
        yield worded(lang, "They gain nothing and lose nothing.", "De varken vinner eller förlorar på det.")
    elif bloc.gain > 0:
        yield worded(lang, f"They gain {change} percentage points.", f"De vinner {change} procentenheter.")
    else:
        yield worded(lang, f"They lose {change} percentage points.", f"De förlorar {change} procentenheter.")
    for members, en, sv in (
        (bloc.loses_inside, "Less in the bloc than if nobody formed one", "Mindre i blocket än om inget bildades"),
        (bloc.better_outside, "More by leaving while the others stay", "Mer genom att gå medan de andra stannar"),
    ):
        named = Listing(tuple(map(str, members)), 12).said(lang) if members else worded(lang, "nobody", "ingen")
        yield f"{worded(lang, en, sv)}: {named}."


def _arithmetic(lang: str) -> str:
    return worded(
        lang,
        "The index counts the arithmetic of votes. It knows nothing of who persuades whom, of what is voted on, or of "
        "who tends to agree.",
        "Indexet räknar rösternas aritmetik. Det vet ingenting om vem som övertygar vem, vad det röstas om eller vilka "
        "som brukar vara överens.",
    )


def _head(power: "Power", lang: str) -> list[str]:
    head = [worded(lang, "Member", "Medlem")]
    for chamber in power.votes.chambers:
        head += [_named(chamber.name, lang) or worded(lang, "weight", "vikt"), worded(lang, "of all", "av alla")]
    head.append(worded(lang, "power", "makt"))
    if power.bloc is not None:
        head += [worded(lang, "in bloc", "i blocket"), worded(lang, "if it left", "om den går")]
    return head


def _rows(power: "Power", lang: str) -> list[list[str]]:
    bloc, rows = power.bloc, list[list[str]]()
    for place, (member, number) in enumerate(zip(power.members, power.numbers, strict=True)):
        row = [str(member)]
        for chamber in power.votes.chambers:
            weight = chamber.weights[place]
            row += [say_number(weight, lang), percent(weight / chamber.total, lang)]
        row.append(percent(number, lang))
        if bloc is not None and member in bloc.members:
            at = bloc.members.index(member)
            row += [percent(bloc.shares[at], lang), percent(bloc.outside[at], lang)]
        rows.append(row if bloc is None or member in bloc.members else [*row, "", ""])
    return rows
