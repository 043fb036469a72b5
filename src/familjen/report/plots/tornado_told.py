"""What the tornado says in words (tornadodiagrammet i ord)."""

from collections.abc import Sequence

from familjen.language import Listing, worded
from familjen.report.plots.amounts import Amounts, in_words
from familjen.report.plots.heading import Heading, caution, made_up
from familjen.report.plots.tornado_rows import Swing
from familjen.scale.uncertainty import Tornado

__all__ = ["heading_of"]

_NAMED = 3
"""So many assumptions that turn the sign are named."""
_NET = (
    "Saved over the horizon, counted before the first year, less what starting costs.",
    "Sparat över tiden, räknat före första året, minus vad starten kostar.",
)


def heading_of(swings: Sequence[Swing], amounts: Amounts, tornado: Tornado | None) -> Heading:
    """Say what the saving hinges on, and who turns its sign."""
    lang, first = amounts.lang, swings[0]
    size = in_words(first.base, lang)
    what = worded(lang, "saving", "Besparingen") if first.base >= 0 else worded(lang, "loss", "Förlusten")
    title = worded(
        lang,
        f"The {what} of {size} hinges most on {first.name}",
        f"{what} på {size} hänger mest på {first.name}",
    )
    told = [
        worded(
            lang,
            f"{swing.name}: {amounts.signed(swing.at_low)} at its low end, {amounts.signed(swing.at_high)} at its high "
            f"end ({amounts.axis}).",
            f"{swing.name}: {amounts.signed(swing.at_low)} i sin låga ände, {amounts.signed(swing.at_high)} i sin höga "
            f"({amounts.axis}).",
        )
        for swing in swings
    ]
    if tornado is None:
        return Heading(title, _turning(swings, lang), notes=(caution(lang),), told=tuple(told))
    notes = (worded(lang, *_NET), caution(lang))
    illustrative = made_up([each.assumption for each in tornado.swings], lang)
    return Heading(title, _turning(swings, lang), illustrative, notes, tuple(told))


def _turning(swings: Sequence[Swing], lang: str) -> str:
    """Say which assumptions turn a saving into a loss, or the other way round."""
    turning = tuple([swing.name for swing in swings if swing.turns])
    if not turning:
        english = "No assumption alone turns the sign within its range."
        return worded(lang, english, "Inget antagande vänder ensamt tecknet inom sitt spann.")
    named = Listing(turning, _NAMED).said(lang)
    return worded(
        lang,
        f"Alone and within its range, the sign is turned by {named}.",
        f"Ensamt och inom sitt spann vänds tecknet av {named}.",
    )
