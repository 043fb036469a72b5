"""A scale benefit in words and tables (skalfördelen i ord)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from familjen.allocation.grid import as_html, as_lines, written
from familjen.amounts.exact import total_of
from familjen.language import listed, worded
from familjen.scale.assumption import Assumption, Basis
from familjen.scale.curves import CostCurve
from familjen.scale.dividing import BY_SIZE
from familjen.scale.pool import CostPool
from familjen.scale.research import research

if TYPE_CHECKING:
    from familjen.scale.benefit import ScaleBenefit
    from familjen.scale.scenario import Scenario

__all__ = ["explained", "html_of", "split_told", "table_of", "warnings_of"]

_WIDEST = 80

Table = tuple[tuple[str, ...], list[tuple[str, ...]], tuple[str, ...]]

_CAUTION = ("What is saved here rests on assumptions.", "Det som sparas här vilar på antaganden.")
_BASES = {
    Basis.MEASURED: ("measured", "uppmätt"),
    Basis.ESTIMATED: ("estimated", "skattat"),
    Basis.ASSUMED: ("assumed", "antaget"),
    Basis.ILLUSTRATIVE: ("ILLUSTRATIVE", "ILLUSTRATIVT"),
}


def table_of(benefit: "ScaleBenefit", lang: str) -> str:
    """Give a plain table with its notes below."""
    head, rows, total = _table(benefit, lang)
    lines = as_lines(head, rows, total)
    fits = max(map(len, lines)) <= _WIDEST
    if not fits:  # what each saves for each unit of size is left to the rows
        lines = as_lines(head[:-1], [row[:-1] for row in rows], total[:-1])
    return "\n".join([*lines, *_notes(benefit, lang, per_unit=fits)])


def html_of(benefit: "ScaleBenefit") -> str:
    """Give an HTML table with its notes below."""
    head, rows, total = _table(benefit, "en")
    return as_html(head, rows, total, _notes(benefit, "en", per_unit=True))


def explained(benefit: "ScaleBenefit", lang: str) -> str:
    """Say in sentences what cooperation saves or costs, for whom, how surely, and on what assumptions."""
    lines = [*_verdict(benefit, lang), *_parties(benefit, lang), *_over_time(benefit, lang)]
    lines += [*_assumed(benefit, lang), *warnings_of(benefit, lang)]
    return "\n".join(lines)


def warnings_of(benefit: "ScaleBenefit", lang: str) -> tuple[str, ...]:
    """Say what to be careful of: the research, sizes beyond the observed, distances, illustrative numbers."""
    service = benefit.service
    found = [f"{research(lang)} {worded(lang, *_CAUTION)}"] if max(benefit.saving, benefit.high.saving) > 0 else []
    for pool in service.pools:
        found += _beyond(pool, benefit.parties, lang)
    if service.distance is not None:
        source = service.distance.source
        found.append(worded(lang, f"Distances: {source}.", f"Avstånd: {_in_swedish(source)}."))
    made_up = [name for name, each in benefit.assumptions.items() if each.basis is Basis.ILLUSTRATIVE]
    if made_up:
        names = listed(made_up, lang)
        found.append(
            worded(
                lang,
                f"ILLUSTRATIVE, made up to show the calculation: {names}.",
                f"ILLUSTRATIVT, påhittat för att visa räkningen: {names}.",
            )
        )
    return tuple(found)


def _beyond(pool: CostPool, parties: tuple[str, ...], lang: str) -> Iterator[str]:
    """Say which sizes lie beyond those that the curve, or a part of it, was made from."""
    whole, span = total_of(pool.sizes), _observed(pool.curve, lang)
    if pool.curve.is_extrapolated(float(whole)):
        size = written(whole, lang)
        yield worded(lang, f"All together are {size}, beyond {span}.", f"Alla tillsammans är {size}, utanför {span}.")
    outside = [
        party for party, size in zip(parties, pool.sizes, strict=True) if pool.curve.is_extrapolated(float(size))
    ]
    if outside:
        names = listed(outside, lang)
        yield worded(lang, f"Alone, beyond {span}: {names}.", f"Var för sig utanför {span}: {names}.")


def _observed(curve: CostCurve, lang: str) -> str:
    """Name the sizes that a curve was made from; those of its parts where these have none in common."""
    if curve.observed is None:
        return worded(lang, "those that a part of the curve was made from", "dem som en del av kurvan bygger på")
    least, most = (written(end, lang) for end in curve.observed)
    return worded(
        lang, f"the {least} to {most} that the curve was made from", f"de {least} till {most} som kurvan bygger på"
    )


def say_whole(amount: Decimal | float, lang: str) -> str:
    """Say an amount in whole numbers, grouped as the language does."""
    whole = Decimal(round(amount))
    return written(whole, lang)


def _in_swedish(source: str) -> str:
    known = {
        "great-circle distances between centroids": "fågelvägen mellan tyngdpunkter",
        "the caller": "användarens egna",
        "the file": "filens egna",
    }
    return known.get(source, source)


def _table(benefit: "ScaleBenefit", lang: str) -> Table:
    def kr(amount: Decimal) -> str:
        return written(amount, lang)

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
    each = float(benefit.saving) / float(total_of(benefit.service.sizes.values()))
    low, high = benefit.saving_range
    amounts = (benefit.alone, benefit.together, benefit.saving, low, high)
    return head, rows, (worded(lang, "All", "Alla"), *map(kr, amounts), _decimal(each, lang))


def _decimal(number: float, lang: str) -> str:
    return written(Decimal(f"{number:.2f}"), lang)


def _notes(benefit: "ScaleBenefit", lang: str, *, per_unit: bool) -> list[str]:
    unit = benefit.service.pools[0].curve.unit_in(lang)
    of = worded(lang, f"; per unit of {unit}", f"; per enhet ({unit})")
    split = split_told(benefit.method, lang)
    found = [worded(lang, f"Kronor a year, split {split}", f"Kronor per år, fördelat {split}")]
    found[0] += f"{of if per_unit else ''}."
    if benefit.base.once:
        found.append(next(iter(_over_time(benefit, lang))))
    return found + list(warnings_of(benefit, lang))


def split_told(method: str, lang: str) -> str:
    """Say how what all pay is split: "by size", "efter storlek"."""
    known = {
        BY_SIZE: ("by size", "efter storlek"),
        "fixed weights": ("by fixed weights", "efter fasta vikter"),
        "cost clause": ("by the cost clause", "efter kostnadsklausulen"),
    }
    return worded(lang, *known.get(method, (f"by {method.replace('_', ' ')}", f"enligt metoden {method}")))


def _verdict(benefit: "ScaleBenefit", lang: str) -> Iterator[str]:
    low, high = benefit.saving_range
    alone, together = (say_whole(amount, lang) for amount in (benefit.alone, benefit.together))
    yield worded(
        lang,
        f"Alone all pay {alone} kr a year, together {together} kr: {_change(benefit, lang)}.",
        f"Var för sig betalar alla {alone} kr per år, tillsammans {together} kr: {_change(benefit, lang)}.",
    )
    if low != high:
        yield worded(
            lang,
            f"With every assumption at its worst end it is {_gain(low, lang)}, at its best {_gain(high, lang)}.",
            f"Med alla antaganden i sin sämsta ände blir det {_gain(low, lang)}, i den bästa {_gain(high, lang)}.",
        )


def _change(benefit: "ScaleBenefit", lang: str) -> str:
    """Say by how much all pay less or more together."""
    saving = benefit.saving
    if not saving:
        return worded(lang, "as much", "lika mycket")
    less = worded(lang, *(("less", "mindre") if saving > 0 else ("more", "mer")))
    share = f" ({abs(float(saving)) / float(benefit.alone):.1%})".replace("%", " %") if benefit.alone else ""
    return f"{say_whole(abs(saving), lang)} kr {less}{share if lang == 'en' else share.replace('.', ',')}"


def _gain(amount: Decimal, lang: str) -> str:
    size = say_whole(abs(amount), lang)
    if not amount:
        return worded(lang, "no change", "ingen skillnad")
    if amount > 0:
        return worded(lang, f"{size} kr saved", f"{size} kr sparade")
    return worded(lang, f"{size} kr more", f"{size} kr dyrare")


def _parties(benefit: "ScaleBenefit", lang: str) -> Iterator[str]:
    groups: dict[tuple[str, str], list[str]] = {}
    for party in benefit.parties:
        groups.setdefault(_kind(*benefit.of(party)), []).append(party)
    for (en, sv), parties in groups.items():
        pay = "pay" if len(parties) > 1 else "pays"
        yield f"{listed(parties, lang)}: {worded(lang, f'{pay} {en}', sv)}."
    losers = benefit.losers()
    if losers and benefit.base.once:
        names = listed(losers, lang)
        yield worded(
            lang,
            f"With the start counted in, over {benefit.horizon} years, these lose: {names}.",
            f"Med starten inräknad, över {benefit.horizon} år, förlorar dessa: {names}.",
        )


def _kind(low: Decimal, base: Decimal, high: Decimal) -> tuple[str, str]:
    """Say what a party pays in the three cases, which need not stand in order for one of them, in both languages."""
    if min(low, base, high) >= 0:
        return (
            "no more a year than alone in any of the cases",
            "betalar inte mer per år än ensam i något av fallen",
        )
    if base >= 0:
        return "no more a year than alone in the base case", "betalar inte mer per år än ensam i grundfallet"
    if max(low, high) >= 0:
        return (
            "more a year than alone, but not in all of the cases",
            "betalar mer per år än ensam, men inte i alla fallen",
        )
    return "more a year than alone in every case", "betalar mer per år än ensam i varje fall"


def _over_time(benefit: "ScaleBenefit", lang: str) -> Iterator[str]:
    base: Scenario = benefit.base
    net, years = say_whole(abs(base.net), lang), benefit.horizon
    if base.once:
        once, year = say_whole(base.once, lang), base.paid_back()
        if year is None:
            back = worded(lang, f"is not saved again within {years} years", f"sparas inte in inom {years} år")
        else:
            first = benefit.discounting.first_year
            named = f"{year}" if first == 1 else f"{year} ({first + year - 1})"
            back = worded(lang, f"is saved again in year {named}", f"är insparat år {named}")
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
            yield f"  {name} = {each.said(lang)} ({worded(lang, *_BASES[each.basis])}{_source(each)})"
    rest = [name for name in benefit.assumptions if name in idle]
    if rest:
        yield worded(lang, f"  Taken for zero: {', '.join(rest)}", f"  Satt till noll: {', '.join(rest)}")


def _source(each: Assumption) -> str:
    return "" if each.source is None else f"; {each.source.title}"
