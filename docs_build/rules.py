"""The documentation's pages on rules, made from their docstrings and translations: ``python -m docs_build.rules``."""

import contextlib
import doctest
import io
from pathlib import Path
from typing import Any

import attrs

import familjen.rules.self_check
from familjen import dates, findings, model, rules
from familjen.findings import Finding, Severity
from familjen.rules import FAMILIES, RULES, SELF_CHECKS, Page, Rule, check

__all__ = ["pages", "write"]

FOLDER = Path(__file__).parents[1] / "docs" / "rules"
WORDS: dict[str, dict[str, str]] = {
    "en": {
        "rules": "Rules",
        "intro": "Each rule looks for one mistake that people make. Choose a family, a severity and a law; each code "
        "has a page with an example, its remedy, and the law. The same pages [in Swedish](sv/index.md).",
        "code": "Code",
        "severity": "Severity",
        "finds": "What it finds",
        "law": "Law",
        "family": "Family",
        "all": "all",
        "checks": "What it checks",
        "why": "Why",
        "example": "Example",
        "says": "What it says",
        "remedy": "Remedy",
        "references": "References",
        "since": "Since version",
        "none": "none",
        "other": "[På svenska](sv/{code}.md)",
        "error": "error",
        "warning": "warning",
        "advice": "advice",
        "made": "<!-- Made by python -m docs_build.rules from the rule's docstring; do not edit. -->",
    },
    "sv": {
        "rules": "Regler",
        "intro": "Varje regel letar efter ett misstag som människor gör. Välj familj, vikt och lag; varje kod har en "
        "sida med ett exempel, hur det rättas, och lagen. Samma sidor [på engelska](../index.md).",
        "code": "Kod",
        "severity": "Vikt",
        "finds": "Vad den finner",
        "law": "Lag",
        "family": "Familj",
        "all": "alla",
        "checks": "Vad den granskar",
        "why": "Varför",
        "example": "Exempel",
        "says": "Vad den säger",
        "remedy": "Rättat",
        "references": "Hänvisningar",
        "since": "Sedan version",
        "none": "ingen",
        "other": "[In English](../{code}.md)",
        "error": "fel",
        "warning": "varning",
        "advice": "råd",
        "made": "<!-- Gjord av python -m docs_build.rules av regelns docstring; ändra inte här. -->",
    },
}
SCRIPT = """
<script>
(() => {
  const selects = [...document.querySelectorAll("#rule-filter select")];
  const rows = [...document.querySelectorAll("table tbody tr")];
  const apply = () => rows.forEach(row => {
    const cells = [...row.cells].map(cell => cell.textContent.trim());
    const fits = select => select.name === "family"
      ? cells[0].startsWith(select.value)
      : cells[+select.dataset.column].includes(select.value);
    row.hidden = !selects.every(select => !select.value || fits(select));
  });
  selects.forEach(select => select.addEventListener("change", apply));
})();
</script>
"""


def pages() -> dict[Path, str]:
    """Give each page's path below the folder, and its text."""
    made: dict[Path, str] = {}
    for lang in ("en", "sv"):
        folder = Path() if lang == "en" else Path("sv")
        made[folder / "index.md"] = _index(lang)
        for each in (*SELF_CHECKS, *RULES):
            made[folder / f"{each.code}.md"] = _page(Page(each, lang))
    return made


def write() -> None:
    """Write the pages, and take away those of rules that are no more."""
    made = pages()
    for path in FOLDER.rglob("*.md"):
        if path.relative_to(FOLDER) not in made:
            path.unlink()
    for path, text in made.items():
        (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / path).write_text(text, "utf-8")


def _index(lang: str) -> str:
    words = WORDS[lang]
    listed = (*SELF_CHECKS, *RULES)
    families = [(family, names[lang == "sv"]) for family, names in FAMILIES.items()]
    severities = [(words[severity.value],) * 2 for severity in Severity]
    statutes = sorted({section.statute.key for each in listed for section in each.law})
    lines = [
        words["made"],
        "",
        f"# {words['rules']}",
        "",
        words["intro"],
        "",
        '<p id="rule-filter">',
        _select("family", words["family"], 0, words["all"], families),
        _select("severity", words["severity"], 1, words["all"], severities),
        _select("law", words["law"], 3, words["all"], [(key, key) for key in statutes]),
        "</p>",
        "",
        f"| {words['code']} | {words['severity']} | {words['finds']} | {words['law']} |",
        "|---|---|---|---|",
    ]
    for each in listed:
        law = ", ".join(section.key for section in each.law)
        severity, title = words[each.severity.value], each.wording(lang).title
        lines.append(f"| [{each.code}]({each.code}.md) | {severity} | {title} | {law} |")
    return "\n".join(lines) + "\n" + SCRIPT


def _select(name: str, label: str, column: int, everything: str, options: list[tuple[str, str]]) -> str:
    listed = "".join(f'<option value="{value}">{text}</option>' for value, text in options)
    return (
        f'<label>{label} <select name="{name}" data-column="{column}">'
        f'<option value="">{everything}</option>{listed}</select></label>'
    )


def _page(page: Page) -> str:
    words, rule = WORDS[page.lang], page.rule
    family = FAMILIES.get(rule.family, ("", ""))[page.lang == "sv"]
    facts = " · ".join(
        (
            f"{words['severity']}: {words[rule.severity.value]}",
            f"{words['family']}: {family}",
            f"{words['since']} {rule.since}",
            words["other"].format(code=rule.code),
        )
    )
    lines = [
        words["made"],
        "",
        f"# {rule.code} {rule.name}",
        "",
        f"**{page.title}**",
        "",
        facts,
        "",
        f"## {words['checks']}",
        "",
        page.section("Checks"),
        "",
        f"## {words['why']}",
        "",
        page.section("Why"),
        "",
        f"## {words['example']}",
        "",
        _code(_inputs(page.section("Example"))),
        "",
        f"## {words['says']}",
        "",
        *(f"> {said}\n" for said in _said(rule, page.lang)),
        f"## {words['remedy']}",
        "",
        _code(_inputs(page.section("Remedy"))),
        "",
    ]
    if page.law:
        lines += [f"## {words['law']}", "", *(f"- {law}" for law in page.law), ""]
    if rule.reference is not None:
        lines += [f"## {words['references']}", "", rule.reference, ""]
    return "\n".join(lines)


def _code(text: str) -> str:
    return f"```pycon\n{text}\n```"


def _inputs(text: str) -> str:
    """Give the lines that are typed, without what they print."""
    return "\n".join(line for line in text.splitlines() if line.startswith((">>>", "...")))


def _said(rule: Rule, lang: str) -> list[str]:
    """Run the example, and give what the rule says of it in the language."""
    names: dict[str, Any] = {"attrs": attrs, "installed": rules.installed}
    for module in (model, dates, rules, findings, familjen.rules.self_check):
        names |= {name: getattr(module, name) for name in module.__all__}
    import datetime as dt
    from decimal import Decimal
    from fractions import Fraction

    names |= {"dt": dt, "Decimal": Decimal, "Fraction": Fraction}
    with contextlib.redirect_stdout(io.StringIO()):
        for example in doctest.DocTestParser().get_examples(Page(rule).section("Example")):
            exec(compile(example.source, rule.code, "single"), names)  # noqa: S102 - our own examples, which are tested
    if rule.code == "FAM004":
        return [_text(rule.found("$", name="lund", error="ImportError"))]
    asked = [names["broken"]] if "broken" in names and rule.code == "FAM001" else None
    report = check(names["coop"], on=names.get("on"), rules=asked, lang=lang)
    return [_text(finding) for finding in report if finding.code == rule.code]


def _text(finding: Finding) -> str:
    return str(finding)


if __name__ == "__main__":
    write()
