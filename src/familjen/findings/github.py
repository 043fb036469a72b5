"""Findings as GitHub workflow commands."""

from collections.abc import Callable, Iterable

from familjen.findings.finding import Finding, Severity

__all__ = ["annotations"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def annotations(
    findings: Iterable[Finding], file: str = "", position: Callable[[str], tuple[int, int]] | None = None
) -> str:
    """Give a line for each finding, in the form that GitHub reads from a workflow's output."""
    lines: list[str] = []
    for finding in findings:
        properties = [f"file={file.translate(_IN_PROPERTY)}"] if file else []
        if position is not None:
            line, column = position(finding.path)
            properties += [f"line={line}", f"col={column}"]
        properties.append(f"title={finding.code}")
        said = f"{finding} ({finding.path})".translate(_IN_TEXT)
        lines.append(f"::{_COMMANDS[finding.severity]} {','.join(properties)}::{said}")
    return "\n".join(lines)
