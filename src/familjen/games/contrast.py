"""What differs between methods on one game, in a table and in words (skillnader mellan metoder)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from familjen.games.explanation import Explanation
from familjen.games.listing import Table
from familjen.games.reading import Reading
from familjen.games.wording import wording_of
from familjen.language import Phrase, listed, worded

if TYPE_CHECKING:
    from familjen.games.comparison import Comparison

__all__ = ["contrast_of", "refusals_of", "table_of"]

_TITLE = Phrase("Split of {whole} by {n} methods", "Fördelning av {whole} med {n} metoder")
_SAME = Phrase("All methods give the same split.", "Alla metoder ger samma fördelning.")
_MOST = {
    -1: Phrase(
        "Methods differ most for {player}, who pays {low} by {best} and {high} by {worst}.",
        "Metoderna skiljer sig mest för {player}, som betalar {low} enligt {best} och {high} enligt {worst}.",
    ),
    1: Phrase(
        "Methods differ most for {player}, who gets {low} by {worst} and {high} by {best}.",
        "Metoderna skiljer sig mest för {player}, som får {low} enligt {worst} och {high} enligt {best}.",
    ),
}
_BEST = Phrase("Best for {players}: {methods}.", "Bäst för {players}: {methods}.")
_IN = Phrase("In the core: {methods}.", "I kärnan: {methods}.")
_OUT = Phrase("Not in the core: {method} – {who}.", "Inte i kärnan: {method} – {who}.")
_MISSED = Phrase("{method} does not split the whole.", "{method} fördelar inte det hela.")
_REFUSED = Phrase("{method} gives no split: {reason}.", "{method} ger ingen fördelning: {reason}.")
_ONE = 2
"""Fewer splits than this do not differ."""


def table_of(comparison: "Comparison", lang: str) -> Table:
    """Give the heading, a row for each player, and rows on the core and on savings, as text.

    Raises:
        InvalidValueError: It is not a language of ours.
    """
    game, splits = comparison.game, comparison.shares.values()
    reading = _reading(comparison, lang)
    alone = game.alone()
    head = (worded(lang, "Player", "Spelare"), worded(lang, "alone", "ensam"), *map(_plain, comparison.shares))
    rows = [
        (str(player), reading.say(alone[player]), *(reading.say(shares[player]) for shares in splits))
        for player in game.players
    ]
    yes, no, hard = worded(lang, "yes", "ja"), worded(lang, "no", "nej"), worded(lang, "too hard", "för svårt")
    standings = comparison.standings().values()
    named = ("+".join(map(str, each.worst_off)) or worded(lang, "nobody", "ingen") for each in standings)
    feet: list[tuple[str, ...]] = [
        (
            worded(lang, "All", "Alla"),
            reading.say(sum(alone.values())),
            *(reading.say(shares.total) for shares in splits),
        ),
        (
            worded(lang, "In the core", "I kärnan"),
            "",
            *(hard if each.in_core is None else yes if each.in_core else no for each in standings),
        ),
        (worded(lang, "Worst-off coalition", "Sämst ställd"), "", *named),
        (worded(lang, "Better alone by", "Bättre själv med"), "", *(reading.say(each.excess) for each in standings)),
        (
            worded(lang, "Spread of savings", "Spridning i besparing"),
            "",
            *(reading.say(spread) for spread in comparison.spreads().values()),
        ),
    ]
    return head, rows, feet


def contrast_of(comparison: "Comparison", lang: str) -> Explanation:
    """Say where methods differ, who gains by which, and which splits are in the core.

    Raises:
        InvalidValueError: It is not a language of ours.
    """
    reading = _reading(comparison, lang)
    words = worded(lang, _TITLE.en, _TITLE.sv)
    whole = comparison.game.whole
    title = words.format(whole=reading.told(whole), n=len(comparison.shares) + len(comparison.refused))
    lines = (*_differences(comparison, reading), *_in_the_core(comparison, reading), *refusals_of(comparison, lang))
    return Explanation(title, lines)


def refusals_of(comparison: "Comparison", lang: str) -> list[str]:
    """Say which methods give no split of the game, and why."""
    return [_REFUSED.of(method=_plain(name), reason=reason).said(lang) for name, reason in comparison.refused.items()]


def _differences(comparison: "Comparison", reading: Reading) -> Iterator[str]:
    """Say for whom methods differ most, and for whom each is best."""
    if len(comparison.shares) < _ONE:
        return
    lang, sign = reading.lang, comparison.game.sign
    room = max(shares.room() for shares in comparison.shares.values())
    best_for: dict[tuple[str, ...], list[str]] = {}
    most, said = Fraction(room), _SAME.said(lang)
    for player in comparison.game.players:
        parts = comparison.parts(player)
        ranked = sorted(parts, key=lambda name: sign * parts[name], reverse=True)
        best, worst = parts[ranked[0]], parts[ranked[-1]]
        apart = abs(Fraction(best) - Fraction(worst))
        if apart > room:
            alike = tuple(name for name, part in parts.items() if -room <= part - best <= room)
            best_for.setdefault(alike, []).append(str(player))
        if apart > most:
            low, high = sorted((best, worst))
            names = {"best": _called(ranked[0], lang), "worst": _called(ranked[-1], lang)}
            words = {"player": str(player), "low": reading.told(low), "high": reading.told(high), **names}
            most, said = apart, _MOST[sign].of(**words).said(lang)
    yield said
    for alike, players in best_for.items():
        methods = listed((_called(name, lang) for name in alike), lang)
        yield _BEST.of(methods=methods, players=listed(players, lang)).said(lang)


def _in_the_core(comparison: "Comparison", reading: Reading) -> Iterator[str]:
    """Say which splits are in the core, and who would leave the others."""
    lang, sign = reading.lang, comparison.game.sign
    standings = comparison.standings()
    inside = [_called(name, lang) for name, each in standings.items() if each.in_core]
    if inside:
        yield _IN.of(methods=listed(inside, lang)).said(lang)
    for name, each in standings.items():
        if each.missed:
            yield _MISSED.of(method=_capital(_called(name, lang))).said(lang)
        if each.excess > 0:
            yield _OUT.of(method=_called(name, lang), who=each.tightest(sign, reading)).said(lang)


def _reading(comparison: "Comparison", lang: str) -> Reading:
    parts = [part for shares in comparison.shares.values() for part in shares.numbers]
    return Reading.of([*comparison.game.alone().values(), *parts], lang)


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _called(name: str, lang: str) -> str:
    wording = wording_of(name)
    return _plain(name) if wording is None else wording.name.said(lang)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
