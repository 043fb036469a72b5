"""Asking every rule about a cooperation."""

import datetime as dt
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from familjen.errors import InvalidValueError
from familjen.findings import Accepted, Asked, Finding, NotJudged, Report
from familjen.findings.report import is_under
from familjen.language import Phrase, speaking
from familjen.model import Cooperation
from familjen.progress import Progress, need_progress
from familjen.rules.catalogue import RULES
from familjen.rules.index import sharing_index
from familjen.rules.order import by_place
from familjen.rules.plugins import installed
from familjen.rules.rule import Rule
from familjen.rules.selection import chosen
from familjen.rules.self_check import (
    SELF_CHECKS,
    idle_suppression,
    rule_failed,
    rules_not_loaded,
    unknown_suppression,
)
from familjen.validators import show

__all__ = ["check"]

_LONGEST = 300
_OUT_OF_FORCE = Phrase("The rule judges days {period}, not {day}.", "Regeln bedömer dagar {period}, inte {day}.")


def check(
    coop: Cooperation,
    *,
    on: dt.date | None = None,
    rules: Iterable[Rule] | None = None,
    select: str | Iterable[str] | None = None,
    ignore: str | Iterable[str] | None = None,
    lang: str = "en",
    on_progress: Progress | None = None,
) -> Report:
    """Say what is wrong or weak in a cooperation (granska).

    Every rule sees the whole cooperation. Findings come in the document's order, then by code. Whatever the document
    says, this does not raise; a rule that fails is itself found (FAM001), and the others are asked. Each rule goes
    through the document once.

    Args:
        coop: The cooperation.
        on: The day on which it is judged, for rules that ask what was in force. ``None`` asks them for no particular
            day: law is then taken as the newest text that is known, and what depends on today is not asked. A rule
            that is in force on other days only is not asked, and ``Report.not_judged`` says so.
        rules: Instead of the bundled `familjen.rules.RULES` and those of installed packages. Give ``[*RULES, mine]`` to
            add to them.
        select: Codes, beginnings of codes (``"FAM3"``) or names of the rules to ask; ``None`` asks all.
        ignore: The same, of the rules not to ask.
        lang: ``"en"`` or ``"sv"``: the language of the findings.
        on_progress: Told after each rule how many have been asked, and of how many.

    Raises:
        InvalidValueError: What is given is no cooperation, no day, no language, no list of rules with codes of their
            own, or a pattern fits no rule.

    >>> from familjen.model import Network
    >>> coop = Cooperation("par", "A pair", networks=(Network("bibliotek", "Libraries", goal_area="kultur"),))
    >>> print(*check(coop))
    Network 'bibliotek' names 'kultur' as its goal area, but the cooperation has no goal area with that id. Add the
    goal area, or correct the id. [FAM105]
    >>> print(*check(coop, lang="sv"))
    Nätverket 'bibliotek' anger 'kultur' som målområde, men samverkan har inget målområde med det id:t. Lägg till
    målområdet eller rätta id:t. [FAM105]
    """
    asked = chosen(_rules(rules), select, ignore)
    if type(coop) is not Cooperation:
        reason = f"{show(coop)} is not a Cooperation; read a document with familjen.load"
        raise InvalidValueError(reason, attribute="coop")
    if on is not None and type(on) is not dt.date:
        raise InvalidValueError(
            f"{show(on)} is not a date; give a datetime.date, without a time of day", attribute="on"
        )
    need_progress(on_progress, "rules are")
    given: list[Finding | NotJudged] = []
    with speaking(lang), sharing_index(coop):
        for done, each in enumerate(asked, 1):
            if on is not None and each.in_force is not None and on not in each.in_force:
                given.append(each.not_judged("$", _OUT_OF_FORCE.of(period=each.in_force, day=on)))
            else:
                given.extend(_ask(each, coop, on))
            if on_progress is not None:
                on_progress(done, len(asked))
        if rules is None:
            given.extend(rules_not_loaded.found("$", name=name, error=error) for name, error in installed().failures)
        known = {each.code for each in (*SELF_CHECKS, *RULES, *installed().rules, *_rules(rules))}
        found, accepted = _accept(coop, [each for each in given if isinstance(each, Finding)], known, asked)
        titles = tuple(Asked(each.code, each.name, each.severity, each.title(lang)) for each in asked)
    place = by_place(coop)
    return Report(
        tuple(sorted(found, key=place)),
        checked=tuple(each.code for each in asked),
        accepted=tuple(sorted(accepted, key=lambda each: place(each.finding))),
        not_judged=tuple(each for each in given if isinstance(each, NotJudged)),
        rules=titles,
        lang=lang,
    )


def _ask(asked: Rule, coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    try:
        for found in asked.function(coop, on):
            yield _own(asked, found)
    except Exception as error:  # noqa: BLE001 - whatever a rule raises must not hide what others find
        last = traceback.format_exception_only(error)[0].strip()
        said = last if len(last) <= _LONGEST else f"{last[:_LONGEST]}…"
        yield rule_failed.found("$", code=asked.code, name=asked.name, error=said)


def _own(asked: Rule, found: Any) -> Finding | NotJudged:
    if type(found) is not Finding and type(found) is not NotJudged:
        raise InvalidValueError(f"it gave {show(found)}, which is not a Finding")
    if found.code != asked.code:
        raise InvalidValueError(f"it gave a finding with the code of another rule, {found.code}")
    return found


def _accept(
    coop: Cooperation, found: list[Finding], known: set[str], asked: tuple[Rule, ...]
) -> tuple[list[Finding], list[Accepted]]:
    """Part the findings that the document accepts from the others, and find what its suppressions say amiss."""
    if not coop.suppressions:
        return found, []
    codes = {each.code for each in asked}
    used: set[int] = set()
    left: list[Finding] = []
    accepted: list[Accepted] = []
    for finding in found:
        for i, suppression in enumerate(coop.suppressions):
            if suppression.code == finding.code and is_under(finding.path, suppression.path or "$"):
                used.add(i)
                accepted.append(Accepted(finding, suppression.reason))
                break
        else:
            left.append(finding)
    for i, suppression in enumerate(coop.suppressions):
        path = f"$.suppressions[{i}]"
        if suppression.code not in known:
            left.append(unknown_suppression.found(f"{path}.code", code=suppression.code))
        elif i not in used and suppression.code in codes:
            where = suppression.path or "$"
            left.append(idle_suppression.found(path, code=suppression.code, where=where))
    return left, accepted


def _rules(rules: Iterable[Rule] | None) -> tuple[Rule, ...]:
    asked = (*RULES, *installed().rules) if rules is None else tuple(rules)
    for given in asked:
        if type(given) is not Rule:
            reason = f"{show(given)} is not a Rule; make one with the decorator familjen.rules.rule"
            raise InvalidValueError(reason, attribute="rules")
    for code, number in Counter(given.code for given in asked).items():
        if number > 1:
            reason = f"{code} is the code of {number} rules; give each a code of its own"
            raise InvalidValueError(reason, attribute="rules")
    return asked
