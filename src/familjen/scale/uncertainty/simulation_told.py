"""A simulation in words and tables (simulering i ord)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from familjen.allocation.grid import as_html, as_lines
from familjen.language import listed, worded
from familjen.scale.assumption import Basis
from familjen.scale.benefit_told import say_whole
from familjen.scale.research import research

if TYPE_CHECKING:
    from familjen.scale.uncertainty.simulation import Simulation

__all__ = ["explained", "html_of", "say_percent", "short", "table_of"]

_HALF = 0.5
Table = tuple[tuple[str, ...], list[tuple[str, ...]], tuple[str, ...]]


def say_percent(share: float, lang: str) -> str:
    """Say a share in per cent, by one place; what is not all or nothing is not said to be.

    >>> say_percent(0.8342, "sv"), say_percent(0.99999, "en"), say_percent(1.0, "en"), say_percent(1e-5, "en")
    ('83,4 %', 'more than 99.9 %', '100.0 %', 'less than 0.1 %')
    """
    said = f"{100 * share:.1f} %"
    if share not in {0, 1} and said in {"0.0 %", "100.0 %"}:
        above = worded(lang, "more than 99.9 %", "mer än 99.9 %")
        said = above if share > _HALF else worded(lang, "less than 0.1 %", "mindre än 0.1 %")
    return said.replace(".", ",") if lang == "sv" else said


def explained(simulation: "Simulation", lang: str) -> str:
    """Say what was drawn, and how often all, everyone and each lose nothing."""
    return "\n".join([*_chances(simulation, lang), *_span(simulation, lang), *_drawn(simulation, lang)])


def _chances(simulation: "Simulation", lang: str) -> Iterator[str]:
    all_, everyone = (say_percent(each, lang) for each in (simulation.chance(), simulation.chance_of_everyone))
    draws, years = say_whole(simulation.samples, lang), simulation.horizon
    yield worded(
        lang,
        f"In {draws} draws of the assumptions (seed {simulation.seed}) all together lose nothing over {years} years in "
        f"{all_}, and nobody loses in {everyone}.",
        f"I {draws} dragningar av antagandena (frö {simulation.seed}) förlorar alla tillsammans inget på {years} år i "
        f"{all_}, och ingen förlorar i {everyone}.",
    )
    even = float((simulation.net == 0).mean())
    if even:
        said = say_percent(even, lang)
        yield worded(lang, f"In {said} all together gain nothing either.", f"I {said} vinner alla tillsammans inget.")
    named = [f"{party} {say_percent(simulation.chance(party), lang)}" for party in simulation.service.parties]
    each = listed(named, lang)
    yield worded(lang, f"Each loses nothing in: {each}.", f"Var och en förlorar inget i: {each}.")
    yearly = (simulation.chance(yearly=True), simulation.yearly_chance_of_everyone)
    all_, everyone = (say_percent(chance, lang) for chance in yearly)
    yield worded(
        lang,
        f"In a year, without what starting costs, all together lose nothing in {all_}, and nobody loses in {everyone}.",
        f"Per år, utan startkostnaden, förlorar alla tillsammans inget i {all_}, och ingen förlorar i {everyone}.",
    )


def _span(simulation: "Simulation", lang: str) -> Iterator[str]:
    low, middle, high = (say_whole(each, lang) for each in simulation.quantiles())
    mean, error = (say_whole(each, lang) for each in simulation.mean())
    years = simulation.horizon
    yield worded(
        lang,
        f"Over {years} years the net is {middle} kr in the middle, from {low} to {high} kr nine times of ten, and "
        f"{mean} kr in the mean (standard error {error} kr).",
        f"Över {years} år är nettot {middle} kr i mitten, från {low} till {high} kr nio gånger av tio, och {mean} kr i "
        f"medeltal (medelfel {error} kr).",
    )


def _drawn(simulation: "Simulation", lang: str) -> Iterator[str]:
    named = [f"{name} {each.said(lang)}" for name, each in simulation.uncertain.items()]
    drawn = listed(named, lang).replace("\N{NO-BREAK SPACE}", " ")
    yield worded(
        lang,
        f"Drawn independently of each other: {drawn}. Each party's share of what all pay is held fixed.",
        f"Draget oberoende av varandra: {drawn}. Varje parts andel av vad alla betalar hålls fast.",
    )
    made_up = [name for name, each in simulation.uncertain.items() if each.basis is Basis.ILLUSTRATIVE]
    if made_up:
        names = listed(made_up, lang)
        yield worded(
            lang, f"ILLUSTRATIVE, made up to show the calculation: {names}.", f"ILLUSTRATIVT, påhittat: {names}."
        )
    if simulation.anew:
        anew, share = say_whole(simulation.anew, lang), say_percent(simulation.anew_share, lang)
        yield worded(
            lang,
            f"{anew} numbers ({share}) fell outside what they may be and were drawn anew.",
            f"{anew} tal ({share}) föll utanför vad de får vara och drogs om.",
        )
    chances = worded(
        lang, "Chances are those of the assumptions, not of the world.", "Chanserna är antagandenas, inte världens."
    )
    yield f"{chances} {research(lang)}"


def table_of(simulation: "Simulation", lang: str) -> str:
    """Give a plain table."""
    return "\n".join(as_lines(*_table(simulation, lang)))


def html_of(simulation: "Simulation") -> str:
    """Give an HTML table."""
    return as_html(*_table(simulation, "en"))


def short(simulation: "Simulation") -> str:
    """Say in a line how often nothing is lost."""
    all_, everyone = (say_percent(each, "en") for each in (simulation.chance(), simulation.chance_of_everyone))
    return f"<Simulation: {simulation.samples:,} draws, all lose nothing in {all_}, everyone in {everyone}>"


def _table(simulation: "Simulation", lang: str) -> Table:
    head = (
        worded(lang, "Party", "Part"),
        worded(lang, "Net, 5 %", "Netto, 5 %"),
        "50 %",
        "95 %",
        worded(lang, "Loses nothing", "Förlorar inget"),
    )
    rows = [_row(simulation, party, party, lang) for party in simulation.service.parties]
    return head, rows, _row(simulation, None, worded(lang, "All", "Alla"), lang)


def _row(simulation: "Simulation", party: str | None, label: str, lang: str) -> tuple[str, ...]:
    amounts = [say_whole(each, lang) for each in simulation.quantiles(party=party)]
    return (label, *amounts, say_percent(simulation.chance(party), lang))
