"""Fair splits of a joint cost, side by side."""

from typing import TYPE_CHECKING, Any

from familjen.language import listed, worded
from familjen.report.webpage.material import Material
from familjen.report.webpage.section import Absent, Section

if TYPE_CHECKING:
    from familjen.games.comparison import Comparison
    from familjen.io.game_file import GameFile

__all__ = ["splits_section"]


def splits_section(material: Material) -> Section | Absent:
    """Tell how methods split a joint cost, and whose split holds together, or what it would take to say."""
    speech = material.speech
    title = speech.words("Fair split", "Rättvis fördelning")
    if not material.shares:
        return Absent(
            title,
            speech.words(
                "Give what each coalition costs by itself, as a game (--game, or shares=).",
                "Ange vad varje koalition kostar för sig, som ett spel (--game, eller shares=).",
            ),
        )
    told = [_told(each, number, material) for number, each in enumerate(material.shares, 1)]
    answers = tuple(answer for each in told for answer in _answers(each, material))
    return Section("fair-split", title, material.fill("splits.html", splits=told), answers)


def _told(given: "Comparison | GameFile", number: int, material: Material) -> dict[str, Any]:
    from familjen.games.comparison import compare
    from familjen.io.game_file import GameFile

    lang = material.speech.lang
    file = given if isinstance(given, GameFile) else None
    compared = compare(given.game) if isinstance(given, GameFile) else given
    head, rows, below = compared.table(lang)
    explained = compared.explain(lang)
    unit = None if file is None else file.unit
    return {
        "number": number,
        "title": explained.title if unit is None else f"{explained.title} ({unit})",
        "stands": _stands(compared, lang),
        "head": [*map(_begun, head[:2]), *(_begun(_named(name, lang)) for name in compared.shares)],
        "rows": rows,
        "below": below,
        "lines": explained.lines[: len(explained.lines) - len(compared.refused)],
        "methods": [(name, shares.explain(lang)) for name, shares in compared.shares.items()],
        "unit": unit,
        "source": None if file is None else file.source,
        "illustrative": file is not None and file.illustrative,
        "refused": [(_named(name, lang), reason) for name, reason in compared.refused.items()],
    }


def _answers(told: dict[str, Any], material: Material) -> list[str]:
    marked = material.speech.words("Illustrative: ", "Illustrativt: ") if told["illustrative"] else ""
    return [" ".join([f"{marked}{told['title']}.", *told["lines"][:1], *told["stands"]])]


def _stands(compared: "Comparison", lang: str) -> list[str]:
    """Say by which methods no group would do better by itself, and by which some group would."""
    said: list[str] = []
    standings = compared.standings()
    for holds, en, sv in (
        (True, "With {} no group would do better by itself.", "Med {} skulle ingen grupp tjäna på att gå själv."),
        (False, "With {} some group would do better by itself.", "Med {} skulle någon grupp tjäna på att gå själv."),
    ):
        methods = [_named(name, lang) for name, each in standings.items() if each.in_core is holds]
        if methods:
            said.append(worded(lang, en, sv).format(listed(methods, lang)))
    return said


def _named(method: str, lang: str) -> str:
    """Name a method as a sentence does."""
    from familjen.games.wording import wording_of

    wording = wording_of(method)
    return method.replace("_", " ") if wording is None else wording.name.said(lang)


def _begun(name: str) -> str:
    """Write it with a capital first, as a heading."""
    return name[:1].upper() + name[1:]
