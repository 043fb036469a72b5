"""A scale benefit in words and tables (skalfördelen i ord)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from familjen.allocation.grid import as_html, as_lines
from familjen.language import listed, say, worded
from familjen.scale.assumption import Assumption, Basis
from familjen.scale.dividing import BY_SIZE

if TYPE_CHECKING:
    from familjen.scale.benefit import ScaleBenefit
    from familjen.scale.scenario import Scenario

__all__ = ["explained", "html_of", "table_of", "warnings_of"]

Table = tuple[tuple[str, ...], list[tuple[str, ...]], tuple[str, ...]]

_CAUTION = (
    "Research: cooperation rarely lowers costs (Statskontoret 2023). What is saved here rests on assumptions.",
    "Forskning: samverkan sänker sällan kostnader (Statskontoret 2023). Det som sparas här vilar på antaganden.",
)
_BASES = {
    Basis.MEASURED: ("measured", "uppmätt"),
    Basis.ESTIMATED: ("estimated", "skattat"),
    Basis.ASSUMED: ("assumed", "antaget"),
    Basis.ILLUSTRATIVE: ("ILLUSTRATIVE", "ILLUSTRATIVT"),
}


def table_of(benefit: "ScaleBenefit", lang: str) -> str:
    """Give a plain table with its notes below."""
    head, rows, total = _table(benefit, lang)
    return "\n".join([*as_lines(head, rows, total), *_notes(benefit, lang)])


def html_of(benefit: "ScaleBenefit") -> str:
    """Give an HTML table with its notes below."""
    head, rows, total = _table(benefit, "en")
    return as_html(head, rows, total, _notes(benefit, "en"))


def explained(benefit: "ScaleBenefit", lang: str) -> str:
    """Say in sentences what cooperation saves or costs, for whom, how surely, and on what assumptions."""
    lines = [*_verdict(benefit, lang), *_parties(benefit, lang), *_over_time(benefit, lang)]
    lines += [*_assumed(benefit, lang), *warnings_of(benefit, lang)]
    return "\n".join(lines)


def warnings_of(benefit: "ScaleBenefit", lang: str) -> tuple[str, ...]:
    """Say what to be careful of: the research, sizes beyond the observed, distances, illustrative numbers."""
    service = benefit.service
    found = [worded(lang, *_CAUTION)] if benefit.saving > 0 else []
    for pool in service.pools:
        whole = float(sum(pool.sizes))
        if pool.curve.observed is not None and pool.curve.is_extrapolated(whole):
            least, most = (say_whole(end, lang) for end in pool.curve.observed)
            all_of_it = say_whole(whole, lang)
            found.append(
                worded(
                    lang,
                    f"All together are {all_of_it}, beyond the {least} to {most} that the curve was made from.",
                    f"Alla tillsammans är {all_of_it}, utanför de {least} till {most} som kurvan bygger på.",
                )
            )
    if service.distance is not None:
        source = service.distance.source
        found.append(worded(lang, f"Distances: {source}.", f"Avstånd: {_in_swedish(source)}."))
    made_up = [name for name, each in benefit.assumptions.items() if each.basis is Basis.ILLUSTRATIVE]
    if made_up:
        names = listed(made_up, lang)
        found.append(
            worded(
                lang,
                f"ILLUSTRATIVE, nobody has published it: {names}.",
                f"ILLUSTRATIVT, ingen har publicerat det: {names}.",
            )
        )
    return tuple(found)


def say_whole(amount: Decimal | float, lang: str) -> str:
    """Say an amount in whole numbers, grouped as the language does."""
    whole = Decimal(round(amount))
    return say(whole, lang).replace("\N{NO-BREAK SPACE}", " ")


def _in_swedish(source: str) -> str:
    known = {
        "great-circle distances between centroids": "fågelvägen mellan tyngdpunkter",
        "the caller": "användarens egna",
    }
    return known.get(source, source)


def _table(benefit: "ScaleBenefit", lang: str) -> Table:
    def kr(amount: Decimal) -> str:
        return say(amount, lang).replace("\N{NO-BREAK SPACE}", " ")

    base = benefit.base
    head = (
        worded(lang, "Party", "Part"),
        worded(lang, "Alone", "Ensam"),
        worded(lang, "Together", "Tillsammans"),
        worded(lang, "Saving", "Besparing"),
        worded(lang, "Low", "Lägst"),
        worded(lang, "High", "Högst"),
        worded(lang, "/unit", "/enhet"),
    )
    rows = [
        (
            party,
            kr(base.alone[place]),
            kr(base.parts[place]),
            *map(kr, (base.savings[place], benefit.low.savings[place], benefit.high.savings[place])),
            _decimal(float(benefit.per_unit(party)), lang),
        )
        for place, party in enumerate(benefit.parties)
    ]
    each = float(benefit.saving) / float(sum(benefit.service.sizes.values()))
    low, high = benefit.saving_range
    amounts = (benefit.alone, benefit.together, benefit.saving, low, high)
    return head, rows, (worded(lang, "All", "Alla"), *map(kr, amounts), _decimal(each, lang))


def _decimal(number: float, lang: str) -> str:
    text = f"{number:,.2f}"
    return text.replace(",", " ").replace(".", ",") if lang == "sv" else text


def _notes(benefit: "ScaleBenefit", lang: str) -> list[str]:
    unit = benefit.service.unit
    split = benefit.method.replace("_", " ")
    found = [
        worded(
            lang,
            f"Kronor a year, split {split}; per unit of {unit}.",
            f"Kronor per år, fördelat {_split(benefit.method)}; per enhet ({unit_in(unit, lang)}).",
        )
    ]
    if benefit.base.once:
        found.append(next(iter(_over_time(benefit, lang))))
    return found + list(warnings_of(benefit, lang))


def unit_in(unit: str, lang: str) -> str:
    """Give the unit of size in the language, where it is one of those known."""
    known = {"inhabitants": "invånare", "cases": "ärenden", "pupils": "elever", "hours": "timmar"}
    return known.get(unit, unit) if lang == "sv" else unit


def _split(method: str) -> str:
    known = {BY_SIZE: "efter storlek", "fixed weights": "efter fasta vikter", "cost clause": "efter kostnadsklausul"}
    return known.get(method, f"enligt {method.replace('_', ' ')}")


def _verdict(benefit: "ScaleBenefit", lang: str) -> Iterator[str]:
    low, high = benefit.saving_range
    alone, together = (say_whole(amount, lang) for amount in (benefit.alone, benefit.together))
    saved, word = abs(benefit.saving), benefit.saving >= 0
    share = f"{abs(float(benefit.saving)) / float(benefit.alone):.1%}".replace("%", " %") if benefit.alone else "0 %"
    yield worded(
        lang,
        f"Alone all pay {alone} kr a year, together {together} kr: {say_whole(saved, lang)} kr "
        f"{'less' if word else 'more'} ({share}).",
        f"Var för sig betalar alla {alone} kr per år, tillsammans {together} kr: {say_whole(saved, lang)} kr "
        f"{'mindre' if word else 'mer'} ({share.replace('.', ',')}).",
    )
    if low != high:
        yield worded(
            lang,
            f"With every assumption at its worst end it is {_gain(low, lang)}, at its best {_gain(high, lang)}.",
            f"Med alla antaganden i sin sämsta ände blir det {_gain(low, lang)}, i den bästa {_gain(high, lang)}.",
        )


def _gain(amount: Decimal, lang: str) -> str:
    size = say_whole(abs(amount), lang)
    if not amount:
        return worded(lang, "no change", "ingen skillnad")
    if amount > 0:
        return worded(lang, f"{size} kr saved", f"{size} kr sparade")
    return worded(lang, f"{size} kr more", f"{size} kr dyrare")


def _parties(benefit: "ScaleBenefit", lang: str) -> Iterator[str]:
    groups: dict[str, list[str]] = {}
    for party in benefit.parties:
        low, base, high = benefit.of(party)
        if low >= 0:
            kind = worded(lang, "never pays more than alone", "betalar aldrig mer än ensam")
        elif base >= 0:
            kind = worded(lang, "pays no more than alone in the base case", "betalar inte mer än ensam i grundfallet")
        elif high >= 0:
            kind = worded(lang, "pays no more than alone only at best", "betalar inte mer än ensam bara i bästa fall")
        else:
            kind = worded(lang, "pays more than alone in every case", "betalar mer än ensam i varje fall")
        groups.setdefault(kind, []).append(party)
    for kind, parties in groups.items():
        yield f"{listed(parties, lang)}: {kind}."


def _over_time(benefit: "ScaleBenefit", lang: str) -> Iterator[str]:
    base: Scenario = benefit.base
    net, years = say_whole(abs(base.net), lang), benefit.horizon
    if base.once:
        once, year = say_whole(base.once, lang), base.paid_back()
        if year is None:
            back = worded(lang, f"is not saved again within {years} years", f"sparas inte in inom {years} år")
        else:
            back = worded(lang, f"is saved again in year {year}", f"är insparat år {year}")
        yield worded(
            lang, f"Starting costs {once} kr once, which {back}.", f"Starten kostar {once} kr en gång, vilket {back}."
        )
    counted = benefit.discounting.text(lang)
    en, sv = ("saved", "sparade") if base.net >= 0 else ("lost", "förlorade")
    yield worded(
        lang,
        f"Over {years} years that is {net} kr {en} in all. {counted}",
        f"Över {years} år blir det {net} kr {sv} i allt. {counted}",
    )


def _assumed(benefit: "ScaleBenefit", lang: str) -> Iterator[str]:
    yield worded(lang, "Assumed:", "Antaget:")
    idle = {name for name, each in benefit.assumptions.items() if each.is_certain and not each.base}
    for name, each in benefit.assumptions.items():
        if name not in idle:
            yield f"  {name} = {_number(each, lang)} ({worded(lang, *_BASES[each.basis])}{_source(each)})"
    rest = sorted(idle - {name for name in idle if name.startswith("alone.")})
    if rest:
        yield worded(lang, f"  Taken for zero: {', '.join(rest)}", f"  Satt till noll: {', '.join(rest)}")


def _number(each: Assumption, lang: str) -> str:
    return str(each) if lang == "en" else each.said(lang)


def _source(each: Assumption) -> str:
    return "" if each.source is None else f"; {each.source.title}"
