"""What the picture of paying back says in words (återbetalning i ord)."""

from collections.abc import Sequence

from familjen.language import worded
from familjen.report.plots.amounts import in_words
from familjen.report.plots.heading import Heading, caution, made_up
from familjen.report.plots.years import Years, year_named
from familjen.scale.benefit import ScaleBenefit

__all__ = ["back_told", "heading_of"]


def back_told(years: Years, benefit: ScaleBenefit, lang: str) -> str:
    """Say when what starting costs is saved again, if ever."""
    if years.back is None:
        return worded(lang, f"not paid back within {benefit.horizon} years", f"inte återbetalt på {benefit.horizon} år")
    if not years.back:
        return worded(lang, "nothing to pay back", "inget att betala tillbaka")
    named = year_named(years.back, benefit.discounting.first_year, lang)
    return worded(lang, f"paid back in {named}", f"återbetalt {named}")


def heading_of(benefit: ScaleBenefit, lines: Sequence[Years], lang: str) -> Heading:
    """Say when it pays back, and what is saved in all."""
    told = tuple(
        [f"{line.name.capitalize()}: {_in_all(line, lang)}; {back_told(line, benefit, lang)}." for line in lines]
    )
    base = next(line for line in lines if line.marker == "o")
    subtitle = worded(
        lang,
        f"Over {benefit.horizon} years {_in_all(base, lang)} in all",
        f"På {benefit.horizon} år {_in_all(base, lang)} i allt",
    )
    if len(lines) > 1:
        high, _, low = lines
        subtitle += f"; {low.name} {_in_all(low, lang)}, {high.name} {_in_all(high, lang)}"
    notes = [benefit.discounting.text(lang), *([caution(lang)] if benefit.net > 0 else [])]
    illustrative = made_up(benefit.assumptions.values(), lang)
    return Heading(_title(benefit, lang), f"{subtitle}.", illustrative, tuple(notes), told)


def _in_all(line: Years, lang: str) -> str:
    size = in_words(line.sums[-1], lang)
    return (
        worded(lang, f"{size} saved", f"{size} sparat")
        if line.sums[-1] >= 0
        else worded(lang, f"{size} lost", f"{size} förlorat")
    )


def _title(benefit: ScaleBenefit, lang: str) -> str:
    once, year = benefit.base.once, benefit.paid_back
    cost = in_words(once, lang)
    if once and year is not None:
        named = year_named(year, benefit.discounting.first_year, lang)
        return worded(
            lang,
            f"What starting costs, {cost}, is saved again in {named}",
            f"Vad starten kostar, {cost}, är insparat {named}",
        )
    if once:
        return worded(
            lang,
            f"What starting costs, {cost}, is not saved again within {benefit.horizon} years",
            f"Vad starten kostar, {cost}, sparas inte in inom {benefit.horizon} år",
        )
    size = in_words(benefit.net, lang)
    if benefit.net < 0:
        return worded(
            lang,
            f"Starting costs nothing, but {size} is lost over {benefit.horizon} years",
            f"Starten kostar inget, men {size} förloras på {benefit.horizon} år",
        )
    return worded(
        lang,
        f"Starting costs nothing, and {size} is saved over {benefit.horizon} years",
        f"Starten kostar inget, och {size} sparas på {benefit.horizon} år",
    )
