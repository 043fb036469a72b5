"""Tables for the terminal, with rich; plain and narrow enough when piped."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from familjen.allocation import Explanation, Statement
    from familjen.findings import Report
    from familjen.model import Cooperation

__all__ = ["cooperation_view", "explanation_view", "report_view", "statement_view", "table"]


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[int] = ()) -> Table:
    """Make a table; the columns at the places ``right`` are set flush right."""
    made = Table(title=Text(title), title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    made.show_header = any(columns)
    flush = set(right)
    for place, column in enumerate(columns):
        made.add_column(Text(column), justify="right" if place in flush else "left", overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    return made


def cooperation_view(coop: "Cooperation") -> Iterable["RenderableType"]:
    """Show a cooperation: what it is, its members, agreements, plans and what it does."""
    yield Text(coop.summary())
    if coop.members:
        rows = [(member.party.id, member.party.name, str(member.period or "not said")) for member in coop.members]
        yield table("Members", ("Id", "Name", "Member when"), rows)
    if coop.agreements:
        agreements = [(item.id, item.name, item.form.value, str(item.period or "")) for item in coop.agreements]
        yield table("Agreements", ("Id", "Name", "Form", "In force"), agreements)
    for plan in coop.plans:
        areas = {area.id: area.name for area in coop.goal_areas}
        parts = [
            (areas.get(part.goal_area, part.goal_area), "; ".join(activity.name for activity in part.activities))
            for part in plan.action_plans
        ]
        yield table(f"{plan.name} ({plan.period})", ("Goal area", "Activities"), parts)
    yield table("What it does", ("Kind", "Name", "Figures"), _doings(coop))
    if coop.disagreements:
        yield Text("Sources disagree", style="bold")
        yield from (Text(f"  {item}") for item in coop.disagreements)


def _doings(coop: "Cooperation") -> Iterable[tuple[str, str, str]]:
    for network in coop.networks:
        yield "network", network.name, f"{len(network.members)} members"
    for program in coop.programs:
        held = f"{len(program.rounds)} round{'s' if len(program.rounds) != 1 else ''}"
        seats = f", {program.participants} participants" if program.participants else ""
        yield "programme", program.name, held + seats
    for event in coop.events:
        figures = [f"{event.participants:,} participants"] if event.participants else []
        figures += [f"{event.countries} countries"] if event.countries else []
        figures += [str(event.distance)] if event.distance else []
        figures += [f"{event.spending:,} {event.currency}"] if event.spending is not None else []
        yield "event", event.name, ", ".join(figures)
    names = {party.id: party.name for party in coop.parties}
    for service in coop.shared_services:
        served = ", ".join(names.get(part.party, part.party) for part in service.recipients)
        yield "service", service.name, f"{names.get(service.provider, service.provider)} for {served}"


def statement_view(statement: "Statement", lang: str = "en") -> Iterable["RenderableType"]:
    """Show who pays what."""
    head, rows, total = statement.table(lang)
    title = f"{'Avgifter' if lang == 'sv' else 'Charges'} {statement.year}"
    made = table(title, head, rows, right=range(1, len(head)))
    made.add_section()
    made.add_row(*(Text(cell) for cell in total), style="bold")
    yield made
    yield from (Text(f"{note}.") for note in statement.notes(lang))


def explanation_view(explanation: "Explanation") -> Iterable["RenderableType"]:
    """Show how an amount came about; a step's further lines stand under its first."""
    yield Text(explanation.title, style="bold")
    for number, step in enumerate(explanation.steps, 1):
        row = Table.grid(padding=(0, 1))
        row.add_row(Text(f"  {number}."), Text(str(step)))
        yield row


def report_view(report: "Report") -> Iterable["RenderableType"]:
    """Show what a check found."""
    yield Text(report.text())
