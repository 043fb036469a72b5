"""Something that a rule found, or could not judge."""

import enum

import attrs

from familjen.validators import is_text, matches, one_of, optional

__all__ = ["CODE", "Accepted", "Asked", "Finding", "NotJudged", "Severity"]

CODE = "[A-Z]{2,8}[0-9]{3}"
"""Pattern of a rule's code: capital letters that say whose rule it is, then three digits whose first is the family."""

_is_code = matches(CODE, "a code: two to eight capital letters and three digits, such as 'FAM103'")
_is_path = matches(r"\$\S*", "a JSONPath, such as '$.agreements[3].host'")


class Severity(enum.StrEnum):
    """How much a finding matters (allvarlighetsgrad)."""

    ERROR = "error"
    """What is said cannot be so, or the law does not allow it."""
    WARNING = "warning"
    """It is probably a mistake."""
    ADVICE = "advice"
    """It could be better."""


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
    path: str = attrs.field(validator=_is_path)
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


@attrs.frozen
class NotJudged:
    """Something that a rule did not judge, and why (ej bedömt).

    >>> print(NotJudged("FAM301", "$.agreements[0]", "The law of 2016-01-01 is not at hand."))
    The law of 2016-01-01 is not at hand. [FAM301]
    """

    code: str = attrs.field(validator=_is_code)
    """Code of the rule."""
    path: str = attrs.field(validator=_is_path)
    """What it did not judge: a JSONPath; ``$`` is the whole."""
    reason: str = attrs.field(validator=is_text)
    """Why it did not."""

    def __str__(self) -> str:
        return f"{self.reason} [{self.code}]"


@attrs.frozen
class Accepted:
    """A finding that the document itself accepts, and why (godtagen iakttagelse)."""

    finding: Finding = attrs.field(validator=one_of(Finding))
    """What was found."""
    reason: str = attrs.field(validator=is_text)
    """Why it is accepted."""

    def __str__(self) -> str:
        return f"{self.finding.message} [{self.finding.code}]: {self.reason}"


@attrs.frozen
class Asked:
    """A rule that a check asked, as far as a report has to know it (tillfrågad regel)."""

    code: str = attrs.field(validator=_is_code)
    """Its code."""
    name: str = attrs.field(validator=is_text)
    """Its name in kebab case."""
    severity: Severity = attrs.field(validator=one_of(Severity))
    """How much its findings matter."""
    title: str = attrs.field(validator=is_text)
    """The mistake that it finds, in one sentence."""
