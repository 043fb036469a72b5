"""What the rules found, by how much it matters."""

from collections.abc import Sequence
from typing import Any

from familjen.findings import Finding, Report, Severity
from familjen.findings.text import headline, numbered
from familjen.report.webpage.material import Material
from familjen.report.webpage.section import Section

__all__ = ["findings_section"]

_OPEN, _MOST = 10, 200
"""So many of a severity stand open, and so many stand there at all."""


def findings_section(material: Material) -> Section:
    """Tell what the rules found, what is accepted, and what was not judged."""
    found, speech = material.found, material.speech
    groups = [_group(severity, found, material) for severity in Severity]
    reasons: dict[str, int] = {}
    for each in found.not_judged:
        reasons[each.reason] = reasons.get(each.reason, 0) + 1
    body = material.fill(
        "findings.html",
        groups=[group for group in groups if group],
        rules=speech.number(len(found.checked)),
        accepted=[(each.finding, each.reason) for each in found.accepted],
        not_judged=[(reason, speech.number(number)) for reason, number in reasons.items()],
        on=None if material.on is None else speech.day(material.on),
    )
    return Section("findings", speech.words("Findings", "Iakttagelser"), body, (_answer(material),))


def _answer(material: Material) -> str:
    said = headline(material.found.counts(), len(material.found.checked), material.speech.lang)
    return material.speech.words(f"Check: {said}.", f"Kontroll: {said}.")


def _group(severity: Severity, found: Report, material: Material) -> dict[str, Any] | None:
    some = [each for each in found if each.severity is severity]
    if not some:
        return None
    titles = {rule.code: rule.title for rule in found.rules}
    heading = numbered(severity, len(some), material.speech.lang)
    return {
        "severity": severity.value,
        "heading": heading[:1].upper() + heading[1:],
        "open": some[:_OPEN],
        "more": some[_OPEN:_MOST],
        "rest": material.speech.number(len(some) - _MOST) if len(some) > _MOST else None,
        "codes": _by_code(some, titles, material) if len(some) > _OPEN else [],
    }


def _by_code(found: Sequence[Finding], titles: dict[str, str], material: Material) -> list[tuple[str, str, str]]:
    counts: dict[str, int] = {}
    for each in found:
        counts[each.code] = counts.get(each.code, 0) + 1
    order = sorted(counts, key=lambda code: (-counts[code], code))
    return [(code, titles.get(code, ""), material.speech.number(counts[code])) for code in order]
