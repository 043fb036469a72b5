"""What a check finds about itself (family 0xx): rules that fail, and suppressions that do nothing.

They are not among the rules that one lists and selects: a check always asks them.
"""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, Severity
from familjen.model import Cooperation
from familjen.rules.rule import rule

__all__ = ["SELF_CHECKS", "idle_suppression", "rule_failed", "rules_not_loaded", "unknown_suppression"]


@rule(
    "FAM001",
    "rule-failed",
    Severity.ERROR,
    message="Rule {code} ({name}) failed, so that it may have missed something: {error}",
    hint="The other rules were asked. Tell whoever wrote the rule, with the sentence above.",
    since="2026.11.0",
)
def rule_failed(_coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A rule could not judge the cooperation.

    Checks:
        That each rule comes to its end, and gives findings that bear its own code. It is not among the rules that one
        lists: a check always does it.

    Why:
        A mistake in one rule should not hide what the others find; but a report that says nothing about it would look
        cleaner than it is.

    Example:
        >>> @rule("LUND001", "broken", Severity.ADVICE, message="Never said.")
        ... def broken(coop, on):
        ...     yield 1 / 0
        >>> coop = Cooperation("par", "A pair")
        >>> print(*check(coop, rules=[broken]))
        Rule LUND001 (broken) failed, so that it may have missed something: ZeroDivisionError: division by zero The
        other rules were asked. Tell whoever wrote the rule, with the sentence above. [FAM001]

    Remedy:
        >>> @rule("LUND001", "mended", Severity.ADVICE, message="Never said.")
        ... def mended(coop, on):
        ...     yield from ()
        >>> len(check(coop, rules=[mended]))
        0

    References:
        `familjen.rules.check`.
    """
    return iter(())


@rule(
    "FAM002",
    "idle-suppression",
    Severity.ADVICE,
    message="The document accepts findings of {code} at {where}, but there is none.",
    hint="Take the suppression away, so that it does not hide a mistake of another day.",
    since="2026.11.0",
)
def idle_suppression(_coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A document accepts findings that do not exist.

    Checks:
        That each suppression of a rule that was asked accepts at least one of its findings.

    Why:
        A suppression that outlives its reason hides the next mistake of the same kind.

    Example:
        >>> accepted = (Suppression("FAM105", "The plan is to come"),)
        >>> coop = Cooperation("par", "A pair", suppressions=accepted)
        >>> print(*check(coop))
        The document accepts findings of FAM105 at $, but there is none. Take the suppression away, so that it does not
        hide a mistake of another day. [FAM002]

    Remedy:
        >>> coop = Cooperation("par", "A pair")
        >>> len(check(coop))
        0

    References:
        `Cooperation.suppressions`.
    """
    return iter(())


@rule(
    "FAM003",
    "unknown-suppression",
    Severity.WARNING,
    message="The document accepts findings of {code}, but no rule has that code.",
    hint="Correct the code, or install the package whose rule it is.",
    since="2026.11.0",
)
def unknown_suppression(_coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A document accepts findings of a rule that does not exist.

    Checks:
        That the code of each suppression is that of a rule.

    Why:
        Mostly it is a slip, and then the finding that was meant still stands in every report.

    Example:
        >>> accepted = (Suppression("FAM999", "The plan is to come"),)
        >>> coop = Cooperation("par", "A pair", suppressions=accepted)
        >>> print(*check(coop))
        The document accepts findings of FAM999, but no rule has that code. Correct the code, or install the package
        whose rule it is. [FAM003]

    Remedy:
        >>> coop = Cooperation("par", "A pair")
        >>> len(check(coop))
        0

    References:
        `Cooperation.suppressions`.
    """
    return iter(())


@rule(
    "FAM004",
    "rules-not-loaded",
    Severity.WARNING,
    message="The rules of the installed package behind '{name}' could not be loaded: {error}.",
    hint="Mend or uninstall that package; the other rules were asked.",
    since="2026.11.0",
)
def rules_not_loaded(_coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """Rules of an installed package could not be loaded.

    Checks:
        That each entry point of the group ``familjen.rules`` gives a rule, or a list of rules.

    Why:
        Whoever installed the package expects its rules to be asked.

    Example:
        >>> print(rules_not_loaded.found("$", name="lund", error="ImportError: no module named 'lund'"))
        The rules of the installed package behind 'lund' could not be loaded: ImportError: no module named 'lund'. Mend
        or uninstall that package; the other rules were asked. [FAM004]

    Remedy:
        >>> installed().failures
        ()

    References:
        `familjen.rules.plugins`.
    """
    return iter(())


SELF_CHECKS = (rule_failed, idle_suppression, unknown_suppression, rules_not_loaded)
"""The rules about the check itself, by code."""
