"""What a rule's author has to say about it, in each language."""

import textwrap
from collections.abc import Iterable

import attrs

from familjen.errors import UnknownIdError
from familjen.findings import Severity
from familjen.rules.catalogue import RULES
from familjen.rules.plugins import installed
from familjen.rules.rule import Rule
from familjen.rules.self_check import SELF_CHECKS
from familjen.rules.wording import docstring_sections

__all__ = ["FAMILIES", "Page", "explain"]

FAMILIES = {
    "FAM0": ("The check itself", "Granskningen själv"),
    "FAM1": ("References", "Hänvisningar"),
    "FAM2": ("Time", "Tid"),
    "FAM3": ("Law", "Lag"),
    "FAM4": ("Economy", "Ekonomi"),
    "FAM5": ("Practice", "Praxis"),
}
"""The families of the bundled rules, by the beginning of their codes, in English and Swedish."""

_WORDS = {
    "en": {
        "severity": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "advice"},
        "Checks": "Checks",
        "Why": "Why",
        "Example": "Example",
        "Remedy": "Remedy",
        "References": "References",
        "law": "Law",
        "says": "What it says",
        "known": "judged from {day}",
        "since": "Since version {since}",
    },
    "sv": {
        "severity": {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.ADVICE: "råd"},
        "Checks": "Granskar",
        "Why": "Varför",
        "Example": "Exempel",
        "Remedy": "Rättat",
        "References": "Hänvisningar",
        "law": "Lag",
        "says": "Vad den säger",
        "known": "bedöms från och med {day}",
        "since": "Sedan version {since}",
    },
}


@attrs.frozen
class Page:
    """A rule explained: what it looks for, why, an example and its remedy, and on what it rests (regelsida)."""

    rule: Rule
    """The rule."""
    lang: str = "en"
    """The language: ``"en"`` or ``"sv"``."""

    @property
    def title(self) -> str:
        """The mistake, in one sentence."""
        return self.rule.wording(self.lang).title

    def section(self, heading: str) -> str:
        """Give what stands under a heading of the rule's docstring; of an example, the code."""
        wording = self.rule.wording(self.lang)
        if heading == "Checks":
            return wording.checks
        if heading == "Why":
            return wording.why
        return docstring_sections(self.rule.text).get(heading, "")

    @property
    def law(self) -> tuple[str, ...]:
        """The sections on which it rests, cited, with the day from which they are judged by."""
        words = _WORDS[self.lang]
        return tuple(
            f"{section.cite(self.lang)} – {section.title if self.lang == 'sv' else section.english}"
            f" ({str(words['known']).format(day=section.known_from)})"
            for section in self.rule.law
        )

    def text(self, *, width: int = 80) -> str:
        """Give the page as text, wrapped to the width in characters."""
        words = _WORDS[self.lang]
        severity = self.rule.severity
        blocks = [
            f"{self.rule.code} {self.rule.name} ({words['severity'][severity]})",  # type: ignore[index]
            _wrapped(self.title, width),
        ]
        prose = [(heading, self.section(heading)) for heading in ("Checks", "Why")]
        blocks += [f"{words[heading]}:\n{_wrapped(body, width, '  ')}" for heading, body in prose if body]
        blocks.append(f"{words['says']}:\n{_wrapped(self._says(), width, '  ')}")
        code = [(heading, self.section(heading)) for heading in ("Example", "Remedy")]
        blocks += [f"{words[heading]}:\n{textwrap.indent(body, '  ')}" for heading, body in code if body]
        if self.law:
            lines = "\n".join(_wrapped(line, width, "  ") for line in self.law)
            blocks.append(f"{words['law']}:\n{lines}")
        if references := " ".join(part for part in (self._source(), self.rule.reference) if part):
            blocks.append(f"{words['References']}:\n{_wrapped(references, width, '  ')}")
        return "\n\n".join(blocks)

    def _source(self) -> str:
        return " ".join(self.section("References").split())

    def _says(self) -> str:
        wording = self.rule.wording(self.lang)
        return "\n\n".join((wording.message, *(hint for _, hint in wording.hints)))

    def __str__(self) -> str:
        return self.text()


def explain(code: str, *, lang: str = "en", rules: Iterable[Rule] | None = None) -> Page:
    """Explain a rule, by its code or its name (förklara en regel).

    Raises:
        UnknownIdError: There is no such rule; the error lists near matches.

    >>> print(explain("FAM109").title)
    A disagreement between sources is about something that does not exist.
    >>> print(explain("unknown-subject", lang="sv").title)
    Källorna är oense om något som inte finns.
    """
    known: dict[str, Rule] = {}
    given = (*SELF_CHECKS, *RULES, *installed().rules) if rules is None else tuple(rules)
    for each in given:
        known.setdefault(each.code, each)
        known.setdefault(each.name, each)
    wanted = code if code in known else code.upper() if isinstance(code, str) else code
    if wanted not in known:
        raise UnknownIdError.of("rule", str(code), known)
    return Page(known[wanted], lang)


def _wrapped(text: str, width: int, indent: str = "") -> str:
    return "\n\n".join(
        textwrap.fill(
            part,
            width,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for part in text.split("\n\n")
    )
