"""Findings as a SARIF 2.1.0 log, which code scanners and editors read."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from urllib.parse import quote

from familjen.findings.finding import Accepted, Asked, Finding, NotJudged, Severity

__all__ = ["sarif_log"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def sarif_log(
    findings: Iterable[Finding],
    accepted: Iterable[Accepted],
    not_judged: Iterable[NotJudged],
    rules: Sequence[Asked],
    file: str,
    position: Callable[[str], tuple[int, int]] | None,
    version: str | None,
    lang: str,
) -> dict[str, Any]:
    """Give the log as plain objects."""
    place = {rule.code: number for number, rule in enumerate(rules)}
    uri = quote(file.replace("\\", "/")) if file else ""

    def result(finding: Finding) -> dict[str, Any]:
        made: dict[str, Any] = {"ruleId": finding.code, "level": _LEVELS[finding.severity]}
        if finding.code in place:
            made["ruleIndex"] = place[finding.code]
        made["message"] = {"text": " ".join(part for part in (finding.message, finding.hint) if part)}
        made["locations"] = [_location(finding.path, uri, position)]
        if finding.reference:
            made["properties"] = {"reference": finding.reference}
        return made

    results = [result(finding) for finding in findings]
    results += [
        {**result(each.finding), "suppressions": [{"kind": "inSource", "justification": each.reason}]}
        for each in accepted
    ]
    driver: dict[str, Any] = {"name": "familjen", "rules": [_descriptor(rule) for rule in rules]}
    if version:
        driver["version"] = version
    notes = [
        {
            "level": "none",
            "message": {"text": each.reason},
            "associatedRule": {"id": each.code},
            "locations": [_location(each.path, uri, position)],
        }
        for each in not_judged
    ]
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "language": "sv-SE" if lang == "sv" else "en-US",
        "results": results,
        "columnKind": "unicodeCodePoints",
    }
    if notes:
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": notes}]
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _descriptor(rule: Asked) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _location(path: str, uri: str, position: Callable[[str], tuple[int, int]] | None) -> dict[str, Any]:
    made: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": path}]}
    if uri:
        physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
        if position is not None:
            line, column = position(path)
            physical["region"] = {"startLine": line, "startColumn": column}
        made["physicalLocation"] = physical
    return made
