"""The agreements, with their dates on a time line."""

from typing import Any

from familjen.dates import Notice
from familjen.model import Agreement, LegalForm
from familjen.model.agreement import Renewal, RenewalKind
from familjen.report.webpage.deadlines import has_deadline, is_over, next_deadline
from familjen.report.webpage.material import Material
from familjen.report.webpage.section import Section
from familjen.report.webpage.speech import Speech
from familjen.report.webpage.timeline import drawn_timeline

__all__ = ["agreements_section"]

_MANY = 40
_FORMS = {
    LegalForm.FEDERATION: ("federation of municipalities", "kommunalförbund"),
    LegalForm.JOINT_COMMITTEE: ("joint committee", "gemensam nämnd"),
    LegalForm.CONTRACT: ("contract cooperation", "avtalssamverkan"),
    LegalForm.COMPANY: ("municipal company", "kommunalt bolag"),
    LegalForm.ASSOCIATION: ("municipal association", "kommunal förening"),
    LegalForm.FOUNDATION: ("municipal foundation", "kommunal stiftelse"),
    LegalForm.CIVIL_LAW: ("agreement in civil law", "civilrättsligt avtal"),
}
_RENEWALS = {
    RenewalKind.NONE: ("ends", "upphör"),
    RenewalKind.AUTOMATIC: ("automatic", "automatisk"),
    RenewalKind.BY_DECISION: ("if the parties decide so", "om parterna beslutar det"),
    RenewalKind.AFTER_ELECTION: ("after each general election", "efter varje allmänt val"),
}


def agreements_section(material: Material) -> Section | None:
    """Tell the agreements, when they are in force and how they end; ``None`` where there is none."""
    coop, speech = material.coop, material.speech
    if not coop.agreements:
        return None
    body = material.fill(
        "agreements.html",
        rows=[_row(each, material) for each in coop.agreements],
        many=len(coop.agreements) > _MANY,
        timeline=drawn_timeline(coop.agreements, material),
    )
    return Section("agreements", speech.words("Agreements", "Avtal"), body, _answers(material))


def _answers(material: Material) -> tuple[str, ...]:
    agreements, speech = material.coop.agreements, material.speech
    number = speech.counted(len(agreements), ("agreement", "avtal"), ("agreements", "avtal"))
    some = [f"{speech.number(count)} {words}" for count, words in _standings(material) if count]
    told = [f"{number}: {', '.join(some)}." if some else f"{number}."]
    days = ((next_deadline(material.coop, each, material.today), each.name) for each in agreements)
    soon = sorted((day, name) for day, name in days if day is not None)
    if soon:
        first = soon[0][0]
        day, names = speech.day(first), speech.row([name for each, name in soon if each == first], most=3)
        told.append(
            speech.words(
                f"Next last day for notice: {day} ({names}).", f"Nästa sista dag för uppsägning: {day} ({names})."
            )
        )
    return tuple(told)


def _standings(material: Material) -> list[tuple[int, str]]:
    """Count the agreements that are open, over, not begun and without dates, on the day of the report."""
    agreements, words, today = material.coop.agreements, material.speech.words, material.today
    periods = [each.period for each in agreements if each.period is not None]
    over = [each for each in agreements if is_over(each, today)]
    return [
        (sum(period.last_day is None for period in periods), words("until further notice", "gäller tills vidare")),
        (len(over), words("whose term is over", "har en avtalstid som har gått ut")),
        (
            sum(period.first_day > today for period in periods),
            words("not yet in force", "har inte börjat gälla"),
        ),
        (len(agreements) - len(periods), words("without known dates", "saknar kända datum")),
    ]


def _row(agreement: Agreement, material: Material) -> dict[str, Any]:
    speech = material.speech
    return {
        "name": agreement.name,
        "form": speech.words(*_FORMS[agreement.form]),
        "period": speech.period(agreement.period),
        "host": "" if agreement.host is None else material.name(agreement.host),
        "parties": speech.number(len({part.party for part in agreement.parties})),
        "notice": _notice(agreement.notice, speech),
        "renewal": _renewal(agreement.renewal, speech),
        "deadline": _deadline(agreement, material),
    }


def _deadline(agreement: Agreement, material: Material) -> str:
    """Tell the next last day for notice, and that it is not known where there must be one."""
    day = next_deadline(material.coop, agreement, material.today)
    if day is not None:
        return material.speech.day(day)
    return material.speech.words("not known", "inte känd") if has_deadline(agreement) else ""


def _notice(notice: Notice | None, speech: Speech) -> str:
    if notice is None:
        return speech.words("not said", "inte angivet")
    if notice.by is not None:
        day = notice.by.text(speech.lang)
        return speech.words(f"by {day}, seen from the year of exit", f"senast {day}, sett från utträdesåret")
    parts = [speech.counted(notice.years, ("year", "år"), ("years", "år"))] if notice.years else []
    if notice.months:
        parts.append(speech.counted(notice.months, ("month", "månad"), ("months", "månader")))
    return speech.row(parts)


def _renewal(renewal: Renewal | None, speech: Speech) -> str:
    if renewal is None:
        return speech.words("not said", "inte angivet")
    said = speech.words(*_RENEWALS[renewal.kind])
    if renewal.months is None:
        return said
    months = speech.counted(renewal.months, ("month", "månad"), ("months", "månader"))
    return speech.words(f"{said}, {months} at a time", f"{said}, {months} i taget")
