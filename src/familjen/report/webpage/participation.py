"""Who takes part in what: a matrix, or where that would be too large, counts."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from familjen.report.webpage.doings import Doing, doings_of
from familjen.report.webpage.labels import shortened
from familjen.report.webpage.material import Material
from familjen.report.webpage.section import Section

__all__ = ["participation_section"]

_PARTIES, _DOINGS = 20, 60
"""A matrix has at most so many columns and rows."""
_NAMED = 12
_COUNTED = {
    "networks": "nätverk",
    "municipalities": "kommuner",
    "members": "medlemmar",
    "goal areas": "målområden",
    "programmes": "program",
    "events": "evenemang",
    "agreements": "avtal",
}


def participation_section(material: Material) -> Section | None:
    """Tell who takes part in what; ``None`` where nothing is named."""
    speech = material.speech
    doings = doings_of(material.coop, speech)
    counts = [_count(each.of, each.number, material, about=each.approximate) for each in material.coop.counts]
    if not doings and not counts:
        return None
    known = [each for each in doings if each.parties]
    columns = _columns(known, material)
    small = len(columns) <= _PARTIES and len(known) <= _DOINGS
    body = material.fill(
        "participation.html",
        counts=counts,
        matrix=_matrix(known, columns, material) if known and small else None,
        compact=None if small or not known else _compact(known, columns, material),
        unknown=speech.row([each.name for each in doings if not each.parties], most=20),
        figures=[(each.name, speech.words(*each.kind), ", ".join(each.figures)) for each in doings if each.figures],
    )
    title = speech.words("Who takes part in what", "Vem som deltar i vad")
    return Section("participation", title, body, _answers(doings, known, counts, material))


def _columns(known: Sequence[Doing], material: Material) -> list[str]:
    """Give the ids of all who could take part: members, other parties, and whoever else is named."""
    ids = [each.id for each in material.coop.parties]
    return list(dict.fromkeys([*ids, *(party for each in known for party in each.parties)]))


def _matrix(known: Sequence[Doing], columns: Sequence[str], material: Material) -> dict[str, Any]:
    def mark(doing: Doing, party: str) -> str:
        if party in doing.leading:
            return "leads"
        return "part" if party in doing.parties else ""

    rows = [(each.name, material.speech.words(*each.kind), [mark(each, party) for party in columns]) for each in known]
    return {"columns": [shortened(material.name(party)) for party in columns], "rows": rows}


def _compact(known: Sequence[Doing], columns: Sequence[str], material: Material) -> dict[str, Any]:
    """Count for each party how much of each kind it takes part in, and name a few parties of each doing."""
    speech = material.speech
    kinds = list(dict.fromkeys(each.kind for each in known))
    counted = Counter((party, each.kind) for each in known for party in each.parties)
    by_party = [(material.name(party), [speech.number(counted[party, kind]) for kind in kinds]) for party in columns]
    by_doing = [
        (
            each.name,
            speech.words(*each.kind),
            speech.number(len(each.parties)),
            speech.row([material.name(party) for party in each.parties], _NAMED),
        )
        for each in known
    ]
    return {"kinds": [speech.words(*kind) for kind in kinds], "by_party": by_party, "by_doing": by_doing}


def _count(of: str, number: int, material: Material, *, about: bool) -> str:
    speech = material.speech
    said = f"{speech.number(number)} {speech.words(of, _COUNTED.get(of, of))}"
    return f"{speech.words('about', 'cirka')} {said}" if about else said


def _answers(
    doings: Sequence[Doing], known: Sequence[Doing], counts: Sequence[str], material: Material
) -> tuple[str, ...]:
    speech = material.speech
    answers: list[str] = []
    if doings:
        number = speech.counted(
            len(doings),
            ("thing done together", "samarbete"),
            ("things done together", "samarbeten"),
        )
        answers.append(
            speech.words(
                f"The document names {number}; who takes part is known for {speech.number(len(known))}.",
                f"Dokumentet nämner {number}; för {speech.number(len(known))} är det känt vem som deltar.",
            )
        )
    if counts:
        named = speech.row(list(counts))
        answers.append(speech.words(f"Stated without a list: {named}.", f"Angivet utan förteckning: {named}."))
    return tuple(answers)
