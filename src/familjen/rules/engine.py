"""Asking every rule about a cooperation."""

import datetime as dt
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from familjen.errors import InvalidValueError
from familjen.findings import Finding, Report, Severity
from familjen.model import Cooperation
from familjen.rules.catalogue import RULES
from familjen.rules.index import sharing_index
from familjen.rules.order import by_place
from familjen.rules.rule import Rule, rule
from familjen.validators import show

__all__ = ["check", "rule_failed"]

_LONGEST = 300


def check(coop: Cooperation, *, on: dt.date | None = None, rules: Iterable[Rule] | None = None) -> Report:
    """Say what is wrong or weak in a cooperation (granska).

    Every rule sees the whole cooperation. ``on`` is the day on which it is judged, for rules that ask what was in
    force; ``None`` asks them for no particular day. ``rules`` replaces the bundled `familjen.rules.RULES`: give
    ``[*RULES, mine]`` to add to them.

    Findings come in the document's order, then by code. Whatever the document says, this does not raise; a rule that
    fails is itself found (FAM001), and the others are asked. Each rule goes through the document once.

    >>> from familjen.model import Network
    >>> report = check(Cooperation("par", "A pair", networks=(Network("bibliotek", "Libraries", goal_area="kultur"),)))
    >>> print(*report)
    Network 'bibliotek' names 'kultur' as its goal area, but the cooperation has no goal area with that id. Add the
    goal area, or correct the id. [FAM105]

    Raises:
        InvalidValueError: What is given is no cooperation, no day, or no list of rules with codes of their own.
    """
    asked = RULES if rules is None else _rules(rules)
    if type(coop) is not Cooperation:
        reason = f"{show(coop)} is not a Cooperation; read a document with familjen.load"
        raise InvalidValueError(reason, attribute="coop")
    if on is not None and type(on) is not dt.date:
        raise InvalidValueError(
            f"{show(on)} is not a date; give a datetime.date, without a time of day", attribute="on"
        )
    with sharing_index(coop):
        found = [finding for asked_rule in asked for finding in _ask(asked_rule, coop, on)]
    codes = tuple(asked_rule.code for asked_rule in asked)
    return Report(tuple(sorted(found, key=by_place(coop))), checked=codes)


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


def _ask(asked: Rule, coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:
    try:
        for finding in asked.function(coop, on):
            yield _own(asked, finding)
    except Exception as error:  # noqa: BLE001 - whatever a rule raises must not hide what others find
        last = traceback.format_exception_only(error)[0].strip()
        said = last if len(last) <= _LONGEST else f"{last[:_LONGEST]}…"
        yield rule_failed.found("$", code=asked.code, name=asked.name, error=said)


def _own(asked: Rule, finding: Any) -> Finding:
    if type(finding) is not Finding:
        raise InvalidValueError(f"it gave {show(finding)}, which is not a Finding")
    if finding.code != asked.code:
        raise InvalidValueError(f"it gave a finding with the code of another rule, {finding.code}")
    return finding


def _rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    asked = tuple(rules)
    for given in asked:
        if type(given) is not Rule:
            reason = f"{show(given)} is not a Rule; make one with the decorator familjen.rules.rule"
            raise InvalidValueError(reason, attribute="rules")
    for code, number in Counter(given.code for given in asked).items():
        if number > 1:
            reason = f"{code} is the code of {number} rules; give each a code of its own"
            raise InvalidValueError(reason, attribute="rules")
    return asked
