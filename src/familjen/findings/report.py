"""The report of a check."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from familjen.errors import FindingsError, InvalidValueError
from familjen.findings.finding import CODE, Accepted, Asked, Finding, NotJudged, Severity
from familjen.findings.github import annotations
from familjen.findings.sarif import sarif_log
from familjen.findings.text import headline, numbered, written
from familjen.validators import is_text, matches, show, tuple_of

__all__ = ["Report"]

_is_code = matches(CODE, "a code: two to eight capital letters and three digits, such as 'FAM103'")
_SHOWN = 10

Position: TypeAlias = tuple[int, int]

_GROUPS: dict[str, Callable[[Finding], str]] = {
    "code": lambda finding: finding.code,
    "family": lambda finding: finding.code[:-2],
    "severity": lambda finding: finding.severity.value,
    "path": lambda finding: finding.path,
    "noun": lambda finding: finding.path.partition("]")[0] + ("]" if "]" in finding.path else ""),
    "reference": lambda finding: finding.reference or "",
}


@attrs.frozen(repr=False)
class Report:
    """All that a check found (rapport).

    It behaves as the sequence of its findings: ``len(report)`` counts them, a loop gives them, and, as with a list,
    ``if report:`` asks whether there is any, whatever its severity. Ask `Report.ok` whether there is no error.

    >>> report = Report((), checked=("FAM101", "FAM102"))
    >>> bool(report), report.ok
    (False, True)
    >>> report
    <Report: nothing found by 2 rules>
    """

    findings: tuple[Finding, ...] = attrs.field(default=(), validator=tuple_of(Finding))
    """What was found; `familjen.rules.check` puts it in the document's order, then by code."""
    checked: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(_is_code))
    """Codes of the rules that were asked."""
    accepted: tuple[Accepted, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Accepted))
    """Findings that the document itself accepts, each with its reason; they are not among ``findings``."""
    not_judged: tuple[NotJudged, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(NotJudged))
    """What rules did not judge, and why."""
    rules: tuple[Asked, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Asked), repr=False)
    """The rules that were asked, with their titles."""
    lang: str = attrs.field(default="en", kw_only=True, validator=is_text)
    """The language in which it speaks: ``"en"`` or ``"sv"``."""

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __repr__(self) -> str:
        return f"<Report: {headline(self.counts(), len(self.checked), self.lang)}>"

    def __str__(self) -> str:
        return self.text()

    @property
    def ok(self) -> bool:
        """Whether there is no finding of severity error."""
        return not self.errors

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings of severity warning."""
        return self._of(Severity.WARNING)

    @property
    def advice(self) -> tuple[Finding, ...]:
        """The findings of severity advice."""
        return self._of(Severity.ADVICE)

    def counts(self) -> dict[Severity, int]:
        """Count the findings of each severity; each severity is there, also with zero.

        >>> {severity.value: number for severity, number in Report().counts().items()}
        {'error': 0, 'warning': 0, 'advice': 0}
        """
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in Severity}

    def group(self, by: str = "code") -> dict[str, tuple[Finding, ...]]:
        """Group the findings by code, family, severity, path, noun (the outermost one) or reference.

        The groups stand in the order of their first finding.

        >>> late = Finding("FAM211", Severity.WARNING, "$.agreements[2].period", "There is a gap.")
        >>> {noun: len(found) for noun, found in Report((late,)).group("noun").items()}
        {'$.agreements[2]': 1}

        Raises:
            InvalidValueError: It cannot be grouped by that.
        """
        if by not in _GROUPS:
            reason = f"{show(by)} is nothing to group by; use one of {', '.join(map(repr, _GROUPS))}"
            raise InvalidValueError(reason, attribute="by")
        key_of = _GROUPS[by]
        groups: dict[str, list[Finding]] = {}
        for finding in self.findings:
            groups.setdefault(key_of(finding), []).append(finding)
        return {key: tuple(found) for key, found in groups.items()}

    def filter(
        self,
        *,
        select: str | Iterable[str] = "",
        ignore: str | Iterable[str] = (),
        severity: Severity | str | Iterable[Severity | str] | None = None,
        under: str = "$",
    ) -> "Report":
        """Give the report with some of its findings only; what was accepted and not judged is kept as it is.

        Args:
            select: Codes, or the beginnings of codes, of which one must fit.
            ignore: Codes, or the beginnings of codes, of which none may fit.
            severity: The severities to keep; ``None`` keeps all.
            under: A JSONPath: findings at it and below it are kept.

        >>> late = Finding("FAM211", Severity.WARNING, "$.agreements[2].period", "There is a gap.")
        >>> report = Report((late,))
        >>> len(report.filter(select="FAM2")), len(report.filter(severity="error")), len(report.filter(under="$.agr"))
        (1, 0, 0)
        """
        wanted, unwanted = _prefixes(select), _prefixes(ignore)
        kept = None if severity is None else _severities(severity)
        found = tuple(
            finding
            for finding in self.findings
            if finding.code.startswith(wanted)
            and not (unwanted and finding.code.startswith(unwanted))
            and (kept is None or finding.severity in kept)
            and is_under(finding.path, under)
        )
        return attrs.evolve(self, findings=found)

    def raise_for_errors(self) -> None:
        """Raise if there is a finding of severity error; do nothing otherwise.

        Raises:
            FindingsError: There is one. Its sentence shows the first ten, its ``codes`` name the codes of all.
        """
        errors = self.errors
        if not errors:
            return
        more = f"- {'och' if self.lang == 'sv' else 'and'} {{}} {'till' if self.lang == 'sv' else 'more'}"
        lines = [f"{numbered(Severity.ERROR, len(errors), self.lang)}{' hittades' if self.lang == 'sv' else ' found'}:"]
        lines += [f"- {finding.path}: {finding}" for finding in errors[:_SHOWN]]
        if len(errors) > _SHOWN:
            lines.append(more.format(len(errors) - _SHOWN))
        raise FindingsError("\n".join(lines), codes=tuple(finding.code for finding in errors))

    def to_rows(self) -> list[dict[str, str | None]]:
        """Give a row for each finding, for a table or a data frame."""
        return [_row(finding) for finding in self.findings]

    def to_dict(self) -> dict[str, Any]:
        """Give all of the report as plain objects: counts, findings, what is accepted, and what was not judged."""
        return {
            "counts": {severity.value: number for severity, number in self.counts().items()},
            "findings": self.to_rows(),
            "accepted": [{**_row(each.finding), "reason": each.reason} for each in self.accepted],
            "not_judged": [{"code": each.code, "path": each.path, "reason": each.reason} for each in self.not_judged],
            "checked": list(self.checked),
            "lang": self.lang,
        }

    def to_json(self, *, indent: int | None = 2) -> str:
        """Give all of the report as JSON text, however many findings there are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_github(self, file: str = "", *, position: Callable[[str], Position] | None = None) -> str:
        """Give the findings as workflow commands, which GitHub shows as annotations of the file's lines.

        Args:
            file: The file's path in the repository.
            position: Gives line and column of a JSONPath, such as `familjen.io.Located.position`.

        >>> late = Finding("FAM211", Severity.WARNING, "$.agreements[2].period", "There is a gap.")
        >>> print(Report((late,)).to_github("coop.json", position=lambda path: (41, 5)))
        ::warning file=coop.json,line=41,col=5,title=FAM211::There is a gap. [FAM211] ($.agreements[2].period)
        """
        return annotations(self.findings, file, position)

    def to_sarif(
        self, file: str = "", *, position: Callable[[str], Position] | None = None, version: str | None = None
    ) -> dict[str, Any]:
        """Give the report as a SARIF 2.1.0 log, a plain object for `json.dumps`.

        What the document accepts is there as suppressed results with their reasons, what was not judged as
        notifications. Severity advice is SARIF's *note*.

        Args:
            file: The file's path, written as a relative URI.
            position: Gives line and column of a JSONPath, such as `familjen.io.Located.position`.
            version: Version of the tool.

        References:
            OASIS, *Static Analysis Results Interchange Format (SARIF) Version 2.1.0*.
        """
        return sarif_log(self.findings, self.accepted, self.not_judged, self.rules, file, position, version, self.lang)

    def text(self, *, width: int = 80, most: int | None = 50) -> str:
        """Give the report as text: a headline, then each finding with its place, wrapped to the width in characters.

        Of more findings than ``most``, a summary by rule and the first ten are written; ``most=None`` writes them all.

        >>> short = Finding("FAM109", Severity.WARNING, "$.disagreements[0]", "Nothing has the id 'x'.")
        >>> print(Report((short,)).text())
        1 warning
        <BLANKLINE>
        warning at $.disagreements[0]
          Nothing has the id 'x'. [FAM109]
        """
        first = headline(self.counts(), len(self.checked), self.lang)
        named = {each.code: each.name for each in self.rules}
        return written(
            first, self.findings, self.accepted, self.not_judged, named, width=width, most=most, lang=self.lang
        )

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)


def is_under(path: str, above: str) -> bool:
    """Whether a JSONPath is another one, or lies below it.

    >>> is_under("$.agreements[3].host", "$.agreements[3]"), is_under("$.agreements[33]", "$.agreements[3]")
    (True, False)
    """
    return path.startswith(above) and path[len(above) : len(above) + 1] in {"", ".", "["}


def _prefixes(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _severities(given: Severity | str | Iterable[Severity | str]) -> frozenset[Severity]:
    known = {severity.value: severity for severity in Severity}
    names = (given,) if isinstance(given, str) else tuple(given)
    for name in names:
        if name not in known:
            reason = f"{show(name)} is not a severity; use one of {', '.join(map(repr, known))}"
            raise InvalidValueError(reason, attribute="severity")
    return frozenset(known[name] for name in names)


def _row(finding: Finding) -> dict[str, str | None]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.path,
        "message": finding.message,
        "hint": finding.hint,
        "reference": finding.reference,
    }
