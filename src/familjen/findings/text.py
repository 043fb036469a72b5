"""A report as text for people, in English or Swedish."""

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence

from familjen.findings.finding import Accepted, Finding, NotJudged, Severity

__all__ = ["headline", "numbered", "written"]

_NUMBERED = {
    "en": {
        Severity.ERROR: ("error", "errors"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.ADVICE: ("piece of advice", "pieces of advice"),
    },
    "sv": {
        Severity.ERROR: ("fel", "fel"),
        Severity.WARNING: ("varning", "varningar"),
        Severity.ADVICE: ("råd", "råd"),
    },
}
_WORDS = {
    "en": {
        "nothing": "nothing found",
        "by": " by {n} rule{s}",
        "at": "{severity} at {path}",
        "more": "and {n} more; as JSON you get them all",
        "accepted": "Accepted in the document",
        "not judged": "Not judged",
        "by rule": "By rule",
        "first": "The first {n}",
    },
    "sv": {
        "nothing": "inget hittades",
        "by": " av {n} {s}",
        "at": "{severity} vid {path}",
        "more": "och {n} till; som JSON får du alla",
        "accepted": "Godtaget i dokumentet",
        "not judged": "Ej bedömt",
        "by rule": "Per regel",
        "first": "De första {n}",
    },
}
_FEW = 10


def numbered(severity: Severity, number: int, lang: str = "en") -> str:
    """Give a number of findings of a severity in words.

    >>> numbered(Severity.WARNING, 2, "sv")
    '2 varningar'
    """
    one, more = _NUMBERED[_known(lang)][severity]
    return f"{_grouped(number, lang)} {one if number == 1 else more}"


def headline(counts: Mapping[Severity, int], rules: int, lang: str = "en") -> str:
    """Say how many findings of each severity there are, and by how many rules.

    >>> headline({Severity.ERROR: 1}, 90)
    '1 error by 90 rules'
    """
    words = _WORDS[_known(lang)]
    counted = ", ".join(numbered(severity, number, lang) for severity, number in counts.items() if number)
    plural = ("regel" if rules == 1 else "regler") if lang == "sv" else "" if rules == 1 else "s"
    return f"{counted or words['nothing']}{words['by'].format(n=rules, s=plural) if rules else ''}"


def written(
    first: str,
    findings: Sequence[Finding],
    accepted: Sequence[Accepted],
    not_judged: Sequence[NotJudged],
    named: Mapping[str, str],
    *,
    width: int,
    most: int | None,
    lang: str,
) -> str:
    """Write the report: headline, findings, what is accepted and what was not judged."""
    words = _WORDS[_known(lang)]
    blocks = [first[:1].upper() + first[1:]]
    shown = findings
    if most is not None and len(findings) > most:
        shown = findings[: min(_FEW, max(most, 0))]
        counted = Counter(finding.code for finding in findings)
        blocks.append(
            "\n".join(
                [f"{words['by rule']}:"]
                + [f"  {code} {named.get(code, ''):40} {_grouped(n, lang):>9}" for code, n in sorted(counted.items())]
            )
        )
        if shown:
            blocks.append(f"{words['first'].format(n=len(shown))}:")
    for finding in shown:
        head = words["at"].format(severity=_NUMBERED[_known(lang)][finding.severity][0], path=finding.path)
        head = head if lang == "sv" else f"{finding.severity.value} at {finding.path}"
        blocks.append(f"{head}\n{_wrapped(str(finding), width)}")
    if len(shown) < len(findings):
        blocks.append(words["more"].format(n=_grouped(len(findings) - len(shown), lang)))
    blocks += _section(words["accepted"], [(each.finding.path, str(each)) for each in accepted], words, width, lang)
    blocks += _section(words["not judged"], _reasons(not_judged, lang), words, width, lang)
    return "\n\n".join(blocks)


def _reasons(not_judged: Sequence[NotJudged], lang: str) -> list[tuple[str, str]]:
    """Join what several rules did not judge at one place for one reason."""
    codes: dict[tuple[str, str], list[str]] = {}
    for each in not_judged:
        codes.setdefault((each.path, each.reason), []).append(each.code)
    between = " och " if lang == "sv" else " and "
    return [
        (path, f"{reason} [{', '.join(found[:-1]) + between if found[1:] else ''}{found[-1]}]")
        for (path, reason), found in codes.items()
    ]


def _section(
    heading: str, items: Sequence[tuple[str, str]], words: Mapping[str, str], width: int, lang: str
) -> list[str]:
    if not items:
        return []
    lines = [f"{heading}:"]
    for path, text in items[:_FEW]:
        lines.append(_wrapped(f"{path}: {text}", width))
    if len(items) > _FEW:
        lines.append("  " + words["more"].format(n=_grouped(len(items) - _FEW, lang)))
    return ["\n".join(lines)]


def _wrapped(text: str, width: int) -> str:
    lines = textwrap.wrap(
        text, width, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines)


def _grouped(number: int, lang: str) -> str:
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}") if lang == "sv" else f"{number:,}"


def _known(lang: str) -> str:
    return lang if lang in _WORDS else "en"
