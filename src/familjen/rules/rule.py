"""A rule: one mistake that people make, and the function that finds it."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import attrs

from familjen.errors import InvalidValueError
from familjen.findings import CODE, Finding, Severity
from familjen.model import Cooperation
from familjen.validators import is_text, matches, one_of, optional, refuse, show, tuple_of

__all__ = ["Judge", "Rule", "rule"]

Judge: TypeAlias = Callable[[Cooperation, dt.date | None], Iterable[Finding]]
"""A function that takes a cooperation and the day to judge it on, if any, and gives what it finds."""


def _is_callable(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if not callable(value):
        refuse(instance, attribute, f"{show(value)} is not a function of a cooperation and a day")


@attrs.frozen
class Rule:
    """One mistake that people make, with a code of its own, and the function that finds it (regel).

    It is made by the decorator `rule`, and can be called as the function that it holds.
    """

    code: str = attrs.field(validator=matches(CODE, "a code: two to eight capitals, three digits, such as 'FAM103'"))
    """Its code, such as ``"FAM103"``: the first digit is the family. A code is never used for another rule."""
    name: str = attrs.field(
        validator=matches("[a-z0-9]+(-[a-z0-9]+)*", "a name in kebab case, such as 'unknown-party'")
    )
    """Its name in kebab case, such as ``"host-not-a-party"``."""
    severity: Severity = attrs.field(validator=one_of(Severity))
    """How much its findings matter."""
    function: Judge = attrs.field(validator=_is_callable)
    """The function that gives the findings."""
    message: str = attrs.field(kw_only=True, validator=is_text)
    """The sentence of its findings, with the names of values in braces."""
    hints: tuple[tuple[str, str], ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(tuple))
    """Key and sentence of each thing that can be done about it, with the names of values in braces."""
    since: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """The version that it came with."""
    reference: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Law and section, or another source, on which it rests."""

    def __call__(self, coop: Cooperation, on: dt.date | None = None) -> Iterable[Finding]:
        """Give what the rule finds in the cooperation, judged on the day, if any."""
        return self.function(coop, on)

    @property
    def text(self) -> str:
        """What its author wrote about it: the function's docstring."""
        import inspect

        return inspect.getdoc(self.function) or ""

    def found(self, path: str, /, *, advise: str = "", **values: object) -> Finding:
        """Make a finding of this rule at the JSONPath, its sentences filled in with the values.

        ``advise`` is the key of the hint; a rule with one hint needs none. A sentence begins with a capital letter,
        whatever value stands first in it.

        Raises:
            InvalidValueError: A sentence names a value that is not given, or there is no hint with that key.
        """
        hints = dict(self.hints)
        try:
            hint = hints[advise].format_map(values) if hints or advise else None
            message = self.message.format_map(values)
        except KeyError as error:
            reason = f"a finding of {self.code} needs {error.args[0]!r}, and has {', '.join(values) or 'no values'}"
            raise InvalidValueError(reason) from None
        return Finding(
            self.code,
            self.severity,
            path,
            _capitalised(message),
            hint=None if hint is None else _capitalised(hint),
            reference=self.reference,
        )


def rule(
    code: str,
    name: str,
    severity: Severity,
    /,
    *,
    message: str,
    hint: str | Mapping[str, str] | None = None,
    since: str | None = None,
    reference: str | None = None,
) -> Callable[[Judge], Rule]:
    """Make a rule of a generator function that takes a cooperation and a day.

    The function's docstring says what the rule *Checks* and *Why*, with an *Example*, its *Remedy* and *References*.
    ``hint`` is one sentence, or several by key, from which `Rule.found` chooses.

    >>> @rule("LUND001", "no-host", Severity.ADVICE, message="{name} has no host.", hint="Name a host.")
    ... def no_host(coop, on):
    ...     for index, agreement in enumerate(coop.agreements):
    ...         if agreement.host is None:
    ...             yield no_host.found(f"$.agreements[{index}]", name=agreement.name)
    >>> from familjen.model import Agreement, LegalForm
    >>> fee = Agreement("avgift", "Membership", LegalForm.CIVIL_LAW)
    >>> print(*no_host(Cooperation("par", "A pair", agreements=(fee,))))
    Membership has no host. Name a host. [LUND001]
    """
    hints = () if hint is None else (("", hint),) if isinstance(hint, str) else tuple(hint.items())

    def make(function: Judge) -> Rule:
        return Rule(code, name, severity, function, message=message, hints=hints, since=since, reference=reference)

    return make


def _capitalised(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
