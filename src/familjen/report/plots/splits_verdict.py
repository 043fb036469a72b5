"""What splits of a cost come to, in a sentence (fördelningar i en mening)."""

import numpy as np

from familjen.games.wording import wording_of
from familjen.language import listed, worded
from familjen.report.plots.amounts import in_percent, in_words
from familjen.report.plots.splits_rows import Splits

__all__ = ["by", "called", "splits_title"]

_NOISE = 1e-9
"""Relative to the largest number: what floats cannot tell from zero."""


def called(method: str, lang: str) -> str:
    """Say what a method is called; one that is not ours has its own name.

    >>> called("shapley", "sv"), called("by_inhabitants", "en")
    ('Shapleyvärdet', 'by inhabitants')
    """
    wording = wording_of(method)
    return method.replace("_", " ") if wording is None else wording.name.said(lang)


def splits_title(found: Splits) -> str:
    """Say for whom methods differ most; of a single one, who saves most and least, or who does worse than alone."""
    if len(found.methods) > 1:
        return _differing(found)
    name = called(next(iter(found.methods)), found.lang)
    return f"{name[:1].upper()}{name[1:]}: {_losing(found) or _saving(found)}"


def _differing(found: Splits) -> str:
    lang, row = found.lang, found.parts[:1].ravel()
    if np.ptp(found.parts, axis=1).max() <= _NOISE * np.abs(found.alone).max():
        return worded(lang, "All methods give the same split", "Alla metoder ger samma fördelning")
    low, high = int(row.argmin()), int(row.argmax())
    (least, below), (most, above) = ((_part(found, place), called(found.methods[place], lang)) for place in (low, high))
    alone = worded(lang, "cost" if found.costs else "gain", "kostnad" if found.costs else "vinst")
    whose = worded(lang, f" of its {alone} alone", f" av sin {alone} ensam") if found.relative else ""
    return worded(
        lang,
        f"Methods differ most for {found.players[0]}: {least}{whose} by {by(below)}, {most} by {by(above)}",
        f"Metoderna skiljer sig mest för {found.players[0]}: {least}{whose} enligt {below}, {most} enligt {above}",
    )


def by(name: str) -> str:
    """Take the word *by* from a name, where a sentence has it already.

    >>> by("by inhabitants"), by("the Shapley value")
    ('inhabitants', 'the Shapley value')
    """
    return name.removeprefix("by ")


def _part(found: Splits, place: int) -> str:
    part = float(found.parts[0, place])
    if found.relative:
        return in_percent(part / float(found.alone[0]), found.lang)
    return in_words(part, found.lang, found.unit)


def _losing(found: Splits) -> str:
    """Say who does worse than alone; nothing where nobody does."""
    limit = -_NOISE * float(np.abs(found.alone).max())
    losing = [str(player) for player, each in zip(found.players, found.saved.tolist(), strict=True) if each < limit]
    if not losing:
        return ""
    lang, who = found.lang, listed(losing, found.lang)
    if found.costs:
        verb = "pay" if len(losing) > 1 else "pays"
        return worded(lang, f"{who} {verb} more than alone", f"{who} betalar mer än ensam")
    verb = "get" if len(losing) > 1 else "gets"
    return worded(lang, f"{who} {verb} less than alone", f"{who} får mindre än ensam")


def _saving(found: Splits) -> str:
    lang, saved = found.lang, found.saved
    (first, high), (last, low) = (
        (found.players[place], in_words(float(saved[place]), lang, found.unit))
        for place in (int(saved.argmax()), int(saved.argmin()))
    )
    does = worded(lang, "saves" if found.costs else "gains", "sparar" if found.costs else "vinner")
    if high == low:
        return worded(lang, f"everybody {does} {high}", f"alla {does} {high}")
    return worded(
        lang,
        f"everybody {does}, {first} most ({high}) and {last} least ({low})",
        f"alla {does}, {first} mest ({high}) och {last} minst ({low})",
    )
