"""Whether it pays off to do a service together, for whom, and how surely."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from familjen.report.webpage.material import Material
from familjen.report.webpage.picture import inline_svg
from familjen.report.webpage.section import Absent, Section

if TYPE_CHECKING:
    from familjen.io.scale_file import ScaleFile
    from familjen.scale import Assumption, ScaleBenefit

__all__ = ["benefits_section"]

_BASES = {
    "measured": ("measured", "uppmätt"),
    "estimated": ("estimated", "skattat"),
    "assumed": ("assumed", "antaget"),
    "illustrative": ("illustrative", "illustrativt"),
}
_APART = re.compile(r"(?<=\d) (?=\d{3}(?!\d))|(?<=\d) (?=kr\b|%)")
_DRAWN = 40
"""Up to so many parties are drawn; a table holds them all."""


def benefits_section(material: Material) -> Section | Absent:
    """Tell what doing services together saves or costs, as a range, or what it would take to say."""
    speech = material.speech
    title = speech.words("Does it pay off?", "Lönar det sig?")
    if not material.benefits:
        return Absent(
            title,
            speech.words(
                "Give what the service costs by size and what cooperating costs (--scale, or benefits=).",
                "Ange vad verksamheten kostar vid olika storlek och vad samverkan kostar (--scale, eller benefits=).",
            ),
        )
    told = [_told(each, number, material) for number, each in enumerate(material.benefits, 1)]
    answers = tuple([f"{each['title']}: {each['answer']}" for each in told])
    return Section("benefits", title, material.fill("benefits.html", benefits=told), answers)


def _told(given: "ScaleBenefit | ScaleFile", number: int, material: Material) -> dict[str, Any]:
    from familjen.io.scale_file import ScaleFile
    from familjen.report.plots import plot_savings

    speech = material.speech
    file = given if isinstance(given, ScaleFile) else None
    benefit = given.benefit() if isinstance(given, ScaleFile) else given
    title = speech.words(f"A service done together ({number})", f"Gemensam verksamhet ({number})")
    made_up = any(each.basis.value == "illustrative" for each in benefit.assumptions.values())
    verdict = [_kept(line) for line in benefit.explain(speech.lang).splitlines()[:2]]
    drawn = (
        inline_svg(plot_savings(benefit, lang=speech.lang), f"saving{number}")
        if len(benefit.parties) <= _DRAWN
        else None
    )
    return {
        "number": number,
        "title": title if file is None else file.title,
        "source": None if file is None else file.source,
        "answer": (speech.words("illustrative figures – ", "illustrativa siffror – ") if made_up else "")
        + " ".join(verdict),
        "verdict": verdict,
        "illustrative": made_up,
        "picture": drawn,
        "rows": [_row(place, benefit, material) for place in range(len(benefit.parties))],
        "total": _total(benefit, material),
        "notes": [_kept(line) for line in benefit.warnings(speech.lang)],
        "assumptions": [_assumed(name, each, material) for name, each in benefit.assumptions.items()],
    }


def _kept(line: str) -> str:
    """Keep the digits of a number on one line."""
    return _APART.sub("\N{NO-BREAK SPACE}", line)


def _row(place: int, benefit: "ScaleBenefit", material: Material) -> tuple[str, ...]:
    party, number = benefit.parties[place], material.speech.number
    low, base, high = benefit.of(party)
    return party, *map(number, (benefit.base.alone[place], benefit.base.parts[place], low, base, high))


def _total(benefit: "ScaleBenefit", material: Material) -> tuple[str, ...]:
    low, high = benefit.saving_range
    amounts = (benefit.alone, benefit.together, low, benefit.saving, high)
    return material.speech.words("All", "Alla"), *map(material.speech.number, amounts)


def _assumed(name: str, assumed: "Assumption", material: Material) -> tuple[str, ...]:
    speech = material.speech
    numbers = [speech.number(Decimal(str(each))) for each in (assumed.least, assumed.base, assumed.most)]
    return (
        name,
        *numbers,
        speech.words(*_BASES[assumed.basis.value]),
        "" if assumed.source is None else assumed.source.title,
    )
