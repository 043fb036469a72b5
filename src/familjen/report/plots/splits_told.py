"""What the picture of splits says in words (fördelningarna i ord)."""

from familjen.games.reading import Reading
from familjen.language import listed, worded
from familjen.report.plots.amounts import Amounts
from familjen.report.plots.heading import Heading
from familjen.report.plots.splits_rows import Splits
from familjen.report.plots.splits_verdict import called, splits_title

__all__ = ["splits_heading", "splits_words"]


def splits_words(found: Splits) -> list[str]:
    """Write beside each row from what to what a player's parts go."""
    amounts = Amounts.of(found.parts.ravel().tolist(), found.lang, found.unit)
    words: list[str] = []
    for row in found.parts:
        low, high = amounts.signed(float(row.min())), amounts.signed(float(row.max()))
        words.append(low if low == high else f"{low}–{high}")
    words[0] = f"{words[0]} {amounts.axis}".rstrip()
    return words


def splits_heading(found: Splits, illustrative: str) -> Heading:
    """Say for whom methods differ most, or who saves most by the one; which are in the core below."""
    lang = found.lang
    english = "No bars of the core: there is none, or there are more than ten players."
    without = worded(lang, english, "Inga staplar för kärnan: den är tom, eller spelarna är fler än tio.")
    notes = () if found.core is not None else (without,)
    told = [_told(found, place) for place in range(len(found.players))]
    return Heading(splits_title(found), _core(found), illustrative, notes, tuple(told))


def _core(found: Splits) -> str:
    """Say which splits no group can do better than by itself, and who could under the others."""
    lang, sign = found.lang, -1 if found.costs else 1
    pairs = [(called(name, lang), each) for name, each in zip(found.methods, found.standings, strict=True)]
    said: list[str] = []
    inside = [name for name, each in pairs if each.in_core]
    if inside:
        names = listed(inside, lang)
        said.append(worded(lang, f"In the core: {names}.", f"I kärnan: {names}."))
    reading = Reading.of([*found.parts.ravel().tolist(), *found.alone.tolist()], lang)
    for name, each in pairs:
        if each.in_core is None:
            hard = f"Whether {name} is in the core is too hard to tell."
            said.append(worded(lang, hard, f"Om {name} ligger i kärnan är för svårt att avgöra."))
        elif not each.in_core:
            english, swedish = f"Not in the core: {name}", f"Inte i kärnan: {name}"
            why = f" – {each.tightest(sign, reading)}" if each.excess > 0 else ""
            said.append(f"{worded(lang, english, swedish)}{why}.")
    return " ".join(said)


def _told(found: Splits, place: int) -> str:
    """Say what a player pays alone, in the core, and by each method."""
    lang = found.lang
    amounts = Amounts.of([*found.parts.ravel().tolist(), *found.alone.tolist()], lang, found.unit)
    said = f"{found.players[place]}: {worded(lang, 'alone', 'ensam')} {amounts.signed(float(found.alone[place]))}"
    said = f"{said} {amounts.axis}".rstrip()
    if found.core is not None:
        least, most = (amounts.signed(float(end)) for end in found.core[place])
        said += worded(lang, f", in the core {least}–{most}", f", i kärnan {least}–{most}")
    parts = zip(found.methods, found.parts[place].tolist(), strict=True)
    return f"{said}; {', '.join(f'{called(name, lang)} {amounts.signed(part)}' for name, part in parts)}."
