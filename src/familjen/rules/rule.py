"""A rule: one mistake that people make, and the function that finds it."""

import datetime as dt
import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import attrs

from familjen.dates import Period
from familjen.errors import InvalidValueError
from familjen.findings import CODE, Finding, NotJudged, Severity
from familjen.language import language, say
from familjen.model import Cooperation
from familjen.rules.statute import Section
from familjen.rules.wording import Wording, docstring_sections, swedish_of
from familjen.validators import is_text, matches, one_of, optional, refuse, show, tuple_of

__all__ = ["Judge", "Rule", "rule"]

Judge: TypeAlias = Callable[[Cooperation, dt.date | None], Iterable[Finding | NotJudged]]
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
    in_force: Period | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Period)))
    """The days for which it judges; ``None`` for every day."""
    law: tuple[Section, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Section))
    """The sections of law on which it rests."""
    reference: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Another source on which it rests."""
    swedish: Wording | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Wording)))
    """What it says in Swedish; of a bundled rule, the bundled translation is taken."""

    def __call__(self, coop: Cooperation, on: dt.date | None = None) -> Iterable[Finding | NotJudged]:
        """Give what the rule finds in the cooperation, judged on the day, if any."""
        return self.function(coop, on)

    @property
    def text(self) -> str:
        """What its author wrote about it: the function's docstring."""
        return inspect.getdoc(self.function) or ""

    @property
    def family(self) -> str:
        """Its family: the code up to the hundreds, such as ``"FAM1"``."""
        return self.code[:-2]

    def title(self, lang: str = "en") -> str:
        """Say in one sentence which mistake it finds: in English, the first of its docstring, or else its name."""
        if lang != "en":
            return self.wording(lang).title
        first = (self.function.__doc__ or "").strip().split("\n\n")[0]
        return " ".join(first.split()) or self.name.replace("-", " ")

    def wording(self, lang: str = "en") -> Wording:
        """Give what it says in the language; in English, where nobody has said it in that one."""
        translated = (self.swedish or swedish_of(self.code)) if lang == "sv" else None
        if translated is not None:
            return translated
        sections = docstring_sections(self.text)
        return Wording(
            self.title(),
            self.message,
            self.hints,
            checks=_unwrapped(sections.get("Checks", "")),
            why=_unwrapped(sections.get("Why", "")),
        )

    def cited(self, lang: str = "en") -> str | None:
        """Give the law and the other source on which it rests, cited in the language; ``None`` without any."""
        parts = [each.cite(lang) for each in self.law]
        if self.reference is not None:
            parts.append(self.reference)
        return "; ".join(parts) or None

    def found(self, path: str, /, *, advise: str = "", point: int | None = None, **values: object) -> Finding:
        """Make a finding of this rule at the JSONPath, its sentences filled in with the values.

        ``advise`` is the key of the hint; a rule with one hint needs none. ``point`` is the point of the section's
        list that it is about. A sentence begins with a capital letter, whatever value stands first in it. It speaks
        the language that the check was asked for.

        Raises:
            InvalidValueError: A sentence names a value that is not given, or there is no hint with that key.
        """
        lang = language()
        wording = self if lang == "en" else self.wording(lang)
        hints = dict(wording.hints)
        spoken = {name: say(value, lang) for name, value in values.items()}
        try:
            hint = hints[advise].format_map(spoken) if hints or advise else None
            message = wording.message.format_map(spoken)
        except KeyError as error:
            reason = f"a finding of {self.code} needs {error.args[0]!r}, and has {', '.join(values) or 'no values'}"
            raise InvalidValueError(reason) from None
        return Finding(
            self.code,
            self.severity,
            path,
            _capitalised(message),
            hint=None if hint is None else _capitalised(hint),
            reference=self.cited(lang) if point is None else self.law[0].cite(lang, point=point),
        )

    def not_judged(self, path: str, reason: object) -> NotJudged:
        """Say that this rule does not judge what stands at the JSONPath, and why: text, or a phrase of a language."""
        return NotJudged(self.code, path, _capitalised(say(reason, language())))


def rule(  # noqa: PLR0913 - all that a rule is, by name
    code: str,
    name: str,
    severity: Severity,
    /,
    *,
    message: str,
    hint: str | Mapping[str, str] | None = None,
    since: str | None = None,
    in_force: Period | None = None,
    law: Section | tuple[Section, ...] = (),
    reference: str | None = None,
    swedish: Mapping[str, object] | None = None,
) -> Callable[[Judge], Rule]:
    """Make a rule of a generator function that takes a cooperation and a day.

    The function's docstring says what the rule *Checks* and *Why*, with an *Example*, its *Remedy* and *References*.
    ``hint`` is one sentence, or several by key, from which `Rule.found` chooses. ``swedish`` has the same in Swedish:
    ``title`` and ``message``, and if you like ``hint``, ``checks`` and ``why``; a rule without it speaks English to
    all.

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
        return Rule(
            code,
            name,
            severity,
            function,
            message=message,
            hints=hints,
            since=since,
            in_force=in_force,
            law=(law,) if isinstance(law, Section) else law,
            reference=reference,
            swedish=None if swedish is None else Wording.of(swedish),
        )

    return make


def _capitalised(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _unwrapped(text: str) -> str:
    """Join the lines of each paragraph."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))
