"""Who pays what for a year, each amount with its explanation, and what could not be billed."""

from collections.abc import Iterator
from typing import Any

from familjen.allocation import Statement
from familjen.model import Agreement
from familjen.report.webpage.material import Material
from familjen.report.webpage.section import Absent, Section
from familjen.report.webpage.speech import Speech

__all__ = ["charges_section"]

_EXPLAINED = 400
"""So many amounts of a report are explained at most."""


def charges_section(material: Material) -> Section | Absent:
    """Tell who pays what, or what it would take to say."""
    bills, speech = material.bills, material.speech
    title = speech.words("Charges", "Avgifter")
    named = {each.id: each for each in material.whole.agreements}
    waiting = _waiting(material)
    if not (bills.statements or bills.refused or bills.idle):
        return Absent(title, _needs(waiting, material))
    told = list(_each(named, material))
    body = material.fill(
        "charges.html",
        bills=told,
        reasons=_reasons(named, material),
        idle=speech.row([_titled(each, named) for each in bills.idle]),
        waiting=speech.row([each.name for each in waiting]),
    )
    answers = [
        _answer(statement, each["name"], material) for statement, each in zip(bills.statements, told, strict=True)
    ]
    if bills.refused:
        which = speech.row([_titled(each, named) for each in bills.refused], most=3)
        answers.append(speech.words(f"Not possible to bill: {which}.", f"Kan inte debiteras: {which}."))
    return Section("charges", title, body, tuple(_few(answers, material)))


def _each(named: dict[str, Agreement], material: Material) -> Iterator[dict[str, Any]]:
    """Tell each bill, and explain its amounts as long as there is room."""
    left = _EXPLAINED
    for number, statement in enumerate(material.bills.statements, 1):
        explained = len(statement.charges) <= left
        left -= len(statement.charges) if explained else 0
        name = _name(statement, named, number, material)
        yield {"number": number, **_told(statement, name, material, explained=explained)}


def _reasons(named: dict[str, Agreement], material: Material) -> list[tuple[str, str, str]]:
    """Give each reason for no bill, with the agreements that it holds for and its language."""
    bills, lang = material.bills, material.speech.lang
    found: dict[tuple[str, str], list[str]] = {}
    for each, reason in bills.refused.items():
        wanted = bills.wanting.get(each)
        said = (reason, "en") if wanted is None else (wanted.said(lang), lang)
        found.setdefault(said, []).append(_titled(each, named))
    return [(material.speech.row(names), *said) for said, names in found.items()]


def _few(answers: list[str], material: Material, most: int = 5) -> list[str]:
    if len(answers) <= most:
        return answers
    rest = material.speech.number(len(answers) - most)
    return [*answers[:most], material.speech.words(f"And {rest} more bills.", f"Och {rest} debiteringar till.")]


def _waiting(material: Material) -> list[Agreement]:
    """Give the agreements with a cost clause of which nobody has asked for a bill."""
    bills = material.bills
    billed = {statement.agreement for statement in bills.statements} | {*bills.refused, *bills.idle}
    return [each for each in material.coop.agreements if each.cost_clause is not None and each.id not in billed]


def _needs(waiting: list[Agreement], material: Material) -> str:
    speech = material.speech
    if not waiting:
        return speech.words(
            "No agreement has a cost clause. Give one a clause that says how its cost is shared.",
            "Inget avtal har någon kostnadsklausul. Ange i avtalet hur kostnaden fördelas.",
        )
    names = speech.row([each.name for each in waiting], most=5)
    return speech.words(
        f"Say which year to bill (--year, or statements=). A cost clause stands in: {names}.",
        f"Ange vilket år som ska debiteras (--year, eller statements=). Kostnadsklausul finns i: {names}.",
    )


def _name(statement: Statement, named: dict[str, Agreement], number: int, material: Material) -> str:
    if statement.agreement is None:
        return material.speech.words(f"Bill {number}", f"Debitering {number}")
    return _titled(statement.agreement, named)


def _titled(agreement: str, named: dict[str, Agreement]) -> str:
    return named[agreement].name if agreement in named else agreement


def _told(statement: Statement, name: str, material: Material, *, explained: bool) -> dict[str, Any]:
    lang = material.speech.lang
    head, rows, total = statement.table(lang)
    charges = statement.charges if explained else ()
    return {
        "name": name,
        "year": statement.year,
        "clause": statement.clause.text(lang, statement.currency).splitlines(),
        "head": head,
        "rows": rows,
        "total": total,
        "notes": statement.notes(lang),
        "data": statement.sources,
        "explained": [(each.name, statement.explain(each.party, lang=lang)) for each in charges],
    }


def _answer(statement: Statement, name: str, material: Material) -> str:
    speech = material.speech
    total = speech.money(statement.total, statement.currency)
    said = speech.words(
        f"{name}: the parties pay {total} for {statement.year}",
        f"{name}: parterna betalar {total} för {statement.year}",
    )
    if statement.charges and statement.total > 0:
        said += _most(statement, speech)
    if statement.assumptions:
        said += speech.words(" (rests on an assumption)", " (vilar på ett antagande)")
    return f"{said}."


def _most(statement: Statement, speech: Speech) -> str:
    """Say who pays most, or that several or all pay the same."""
    most = max(charge.amount for charge in statement.charges)
    names = [charge.name for charge in statement.charges if charge.amount == most]
    amount = speech.money(most, statement.currency)
    if len(names) == 1:
        return speech.words(f", most {names[0]} with {amount}", f"; mest betalar {names[0]}, {amount}")
    if len(names) == len(statement.charges):
        return speech.words(f", {amount} each", f", {amount} var")
    row = speech.row(names, most=3)
    return speech.words(f", most {row} with {amount} each", f"; mest betalar {row}, {amount} var")
