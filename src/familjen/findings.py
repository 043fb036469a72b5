"""What a check found, as values: a finding, and the report that holds them."""

import enum
import textwrap
from collections.abc import Iterator

import attrs

from familjen.errors import FindingsError
from familjen.validators import is_text, matches, one_of, optional, tuple_of

__all__ = ["CODE", "Finding", "Report", "Severity"]

CODE = "[A-Z]{2,8}[0-9]{3}"
"""Pattern of a rule's code: capital letters that say whose rule it is, then three digits whose first is the family."""

_is_code = matches(CODE, "a code: two to eight capital letters and three digits, such as 'FAM103'")
_SHOWN = 10


class Severity(enum.StrEnum):
    """How much a finding matters (allvarlighetsgrad)."""

    ERROR = "error"
    """What is said cannot be so."""
    WARNING = "warning"
    """It is probably a mistake."""
    ADVICE = "advice"
    """It could be better."""


_NUMBERED = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}


@attrs.frozen
class Finding:
    """Something that a rule found (iakttagelse).

    >>> host = "Agreement 'raddning' names host 1280, which is not a party."
    >>> print(Finding("FAM103", Severity.ERROR, "$.agreements[3].host", host, hint="Change the host."))
    Agreement 'raddning' names host 1280, which is not a party. Change the host. [FAM103]
    """

    code: str = attrs.field(validator=_is_code)
    """Code of the rule, such as ``"FAM103"``."""
    severity: Severity = attrs.field(validator=one_of(Severity))
    """How much it matters."""
    path: str = attrs.field(validator=matches(r"\$\S*", "a JSONPath, such as '$.agreements[3].host'"))
    """Where it is: the JSONPath of the place in the document; ``$`` is the whole."""
    message: str = attrs.field(validator=is_text)
    """What is wrong, with the actual values, in one sentence."""
    hint: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """What to do about it."""
    reference: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Law and section, or another source, on which the rule rests."""

    def __str__(self) -> str:
        reference = f"({self.reference})" if self.reference else None
        return " ".join(part for part in (self.message, self.hint, reference, f"[{self.code}]") if part)


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

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __repr__(self) -> str:
        return f"<Report: {self._headline()}>"

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
        return {severity: len(self._of(severity)) for severity in Severity}

    def raise_for_errors(self) -> None:
        """Raise if there is a finding of severity error; do nothing otherwise.

        Raises:
            FindingsError: There is one. Its sentence shows the first ten, its ``codes`` name the codes of all.
        """
        errors = self.errors
        if not errors:
            return
        lines = [f"{_numbered(Severity.ERROR, len(errors))} found:"]
        lines += [f"- {finding.path}: {finding}" for finding in errors[:_SHOWN]]
        if len(errors) > _SHOWN:
            lines.append(f"- and {len(errors) - _SHOWN} more")
        raise FindingsError("\n".join(lines), codes=tuple(finding.code for finding in errors))

    def to_rows(self) -> list[dict[str, str | None]]:
        """Give a row for each finding, for a table or a data frame."""
        return [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "path": finding.path,
                "message": finding.message,
                "hint": finding.hint,
                "reference": finding.reference,
            }
            for finding in self.findings
        ]

    def text(self, *, width: int = 80, most: int | None = 50) -> str:
        """Give the report as text: a headline, then each finding with its place, wrapped to the width in characters.

        At most so many findings are written out, and then how many more there are; ``most=None`` writes them all.

        >>> short = Finding("FAM109", Severity.WARNING, "$.disagreements[0]", "Nothing has the id 'x'.")
        >>> print(Report((short,)).text())
        1 warning
        <BLANKLINE>
        warning at $.disagreements[0]
          Nothing has the id 'x'. [FAM109]
        """
        headline = self._headline()
        blocks = [headline[0].upper() + headline[1:]]
        shown = self.findings[: len(self) if most is None else max(most, 0)]
        for finding in shown:
            wrapped = textwrap.wrap(
                str(finding),
                width,
                initial_indent="  ",
                subsequent_indent="  ",
                break_long_words=False,
                break_on_hyphens=False,
            )
            blocks.append("\n".join((f"{finding.severity.value} at {finding.path}", *wrapped)))
        if len(shown) < len(self):
            blocks.append(f"and {len(self) - len(shown):,} more")
        return "\n\n".join(blocks)

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)

    def _headline(self) -> str:
        counted = [_numbered(severity, number) for severity, number in self.counts().items() if number]
        rules = f" by {len(self.checked)} rule{'' if len(self.checked) == 1 else 's'}" if self.checked else ""
        return f"{', '.join(counted) or 'nothing found'}{rules}"


def _numbered(severity: Severity, number: int) -> str:
    one, more = _NUMBERED[severity]
    return f"{number} {one if number == 1 else more}"
