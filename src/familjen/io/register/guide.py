"""How a register is filled in, in words (anvisningar)."""

from familjen.errors import InvalidValueError
from familjen.io.register.build import layout_of
from familjen.io.register.describing import said_of
from familjen.io.register.layout import Sheet
from familjen.language import LANGUAGES, Phrase
from familjen.validators import show

__all__ = ["GUIDES", "guide_lines"]

GUIDES = {"en": "how_to_fill_in", "sv": "att_fylla_i"}
"""The name of the sheet of instructions, by language; whoever reads a workbook passes over it."""

_ADVICE = (
    (
        Phrase("Where to begin", "Var man börjar"),
        Phrase(
            "Fill in the first table, then the parties and the members. Leave empty what you do not know; tables that "
            "you do not need may stay empty or be deleted.",
            "Fyll i den första tabellen, sedan parterna (parties) och medlemmarna (members). Lämna tomt det du inte "
            "vet; tabeller som inte behövs kan stå tomma eller tas bort.",
        ),
    ),
    (
        Phrase("Ids", "Id"),
        Phrase(
            "An id is a short name without spaces, such as fee-2016. A municipality's id is its code, as text: 0180.",
            "Ett id är ett kort namn utan mellanslag, som avgift-2016. En kommuns id är dess kod, som text: 0180.",
        ),
    ),
    (
        Phrase("Several in a cell", "Flera i en cell"),
        Phrase(
            "Ids are parted by commas: 1283, 1260. Other texts stand on a line each; press Alt and Enter between them.",
            "Id skiljs åt med komma: 1283, 1260. Andra texter står på var sin rad; tryck Alt och Retur mellan dem.",
        ),
    ),
    (
        Phrase("Days", "Dagar"),
        Phrase(
            "2016-01-31. A period until further notice has no last day.",
            "2016-01-31. En period tills vidare har ingen sista dag (last_day).",
        ),
    ),
    (
        Phrase("Order", "Ordning"),
        Phrase(
            "Number the rows that belong together 1, 2, 3 in the column order, or leave it empty: then they stand as "
            "they stand in the table.",
            "Numrera rader som hör ihop 1, 2, 3 i kolumnen order, eller lämna den tom: då gäller tabellens ordning.",
        ),
    ),
    (
        Phrase("Sources", "Källor"),
        Phrase(
            "Give each source an id in the table sources, and name it in the column sources of what it says.",
            "Ge varje källa ett id i tabellen sources och ange det i kolumnen sources för det som källan säger.",
        ),
    ),
)
_WITHIN = Phrase("belongs to {parent}", "hör till {parent}")


def guide_lines(noun: type, lang: str) -> list[tuple[str, str]]:
    """Give the instructions: a heading and a text for each, and then a line for each table.

    Raises:
        InvalidValueError: It is not a language of ours.

    >>> from familjen.model import Cooperation
    >>> guide_lines(Cooperation, "sv")[3]
    ('Dagar', '2016-01-31. En period tills vidare har ingen sista dag (last_day).')
    """
    if lang not in LANGUAGES:
        raise InvalidValueError(f"{show(lang)} is not a language of ours; use 'en' or 'sv'", attribute="lang")
    sheets = layout_of(noun).sheets.values()
    told = [(head.said(lang), text.said(lang)) for head, text in _ADVICE]
    return [*told, *((sheet.name, _said(sheet, lang)) for sheet in sheets)]


def _said(sheet: Sheet, lang: str) -> str:
    parents = " / ".join(home.parent for home in sheet.homes if home.columns)
    within = f"; {_WITHIN.of(parent=parents).said(lang)}" if parents else ""
    return f"{said_of(sheet, lang).rstrip('.')}{within}"
