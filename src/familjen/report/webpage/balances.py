"""Whether everyone wins over time."""

from typing import TYPE_CHECKING, Any

from familjen.report.webpage.material import Material
from familjen.report.webpage.picture import inline_svg
from familjen.report.webpage.section import Absent, Section

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from familjen.balance import Balance

__all__ = ["balances_section"]

_DRAWN = 40
"""Up to so many parties are drawn as a map of years; a table holds them all."""


def balances_section(material: Material) -> Section | Absent:
    """Tell who is ahead and behind, year by year, or what it would take to say."""
    speech = material.speech
    title = speech.words("Does everyone win over time?", "Vinner alla över tid?")
    if not material.balances:
        return Absent(
            title,
            speech.words(
                "Give who has paid and received what, year by year (--ledger, or balances=).",
                "Ange vem som har betalat och fått vad, år för år (--ledger, eller balances=).",
            ),
        )
    told = [_told(each, number, material) for number, each in enumerate(material.balances, 1)]
    answers = tuple([each["marked"] + " ".join(each["verdict"]) for each in told])
    return Section("balance", title, material.fill("balances.html", balances=told), answers)


def _told(balance: "Balance", number: int, material: Material) -> dict[str, Any]:
    from familjen.balance.told import rests_on
    from familjen.report.plots import plot_balance, plot_balance_map
    from familjen.scale import Basis

    lang = material.speech.lang
    drawn = [inline_svg(plot_balance(balance, lang=lang), f"balance{number}")]
    if len(balance.parties) <= _DRAWN:
        drawn.append(inline_svg(plot_balance_map(balance, lang=lang), f"years{number}"))
    lines = balance.explain(lang).splitlines()
    made_up = balance.ledger.basis == list(Basis).index(Basis.ILLUSTRATIVE)
    return {
        "number": number,
        "years": f"{balance.years[0]}–{balance.years[-1]}",
        "lines": lines,
        "verdict": lines[: 2 if _ranges(balance) else 1],
        "illustrative": made_up.any(),
        "partly": not made_up.all(),
        "marked": _marked(made_up, material),
        "pictures": drawn,
        "rows": [_row(party, balance, material) for party in balance.parties],
        "rests": rests_on(balance.ledger, lang),
    }


def _row(party: str, balance: "Balance", material: Material) -> tuple[str, ...]:
    from familjen.balance import Range
    from familjen.balance.told import kronor

    speech = material.speech
    worth = [balance.cumulative(party, None, end) for end in (Range.LOW, Range.BASE, Range.HIGH)]
    amounts = [f"{kronor(each, speech.lang)} kr".replace(" ", "\N{NO-BREAK SPACE}") for each in worth]
    year = balance.wins_by(party)
    return party, *amounts, speech.words("behind", "efter") if year is None else str(year)


def _ranges(balance: "Balance") -> bool:
    """Tell whether the answer is another at the least or at the most that entries may be; a second line says so."""
    from familjen.balance import Range

    years = {balance.all_win_by(end) for end in (Range.LOW, Range.HIGH)}
    return years != {balance.everyone_wins_by}


def _marked(made_up: "NDArray[np.bool_]", material: Material) -> str:
    if not made_up.any():
        return ""
    if made_up.all():
        return material.speech.words("Illustrative: ", "Illustrativt: ")
    return material.speech.words("Partly illustrative: ", "Delvis illustrativt: ")
