"""What a picture says in words: its answer first (rubrik)."""

from collections.abc import Iterable

import attrs

from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.scale.assumption import Assumption, Basis
from familjen.scale.research import research
from familjen.validators import show

__all__ = ["NAMED", "Heading", "caution", "made_up", "nameless", "said_made_up", "sentences"]

NAMED = 40
"""Up to so many parties have their names beside them."""


@attrs.frozen
class Heading:
    r"""The words of a picture (rubrik).

    Raises:
        InvalidValueError: A name holds a sign that cannot be shown, such as a control character.

    >>> Heading("Nothing is saved", told=("Bjuv: 0 kr.",)).alt()
    'Nothing is saved\nBjuv: 0 kr.'
    """

    title: str
    """The answer, in a sentence."""
    subtitle: str = ""
    """How surely, or what is shown."""
    illustrative: str = ""
    """Says that numbers are made up, where they are."""
    notes: tuple[str, ...] = ()
    """What to be careful of, below the drawing."""
    told: tuple[str, ...] = ()
    """The drawing in sentences, for those who do not see it."""

    def __attrs_post_init__(self) -> None:
        for part in (self.title, self.subtitle, *self.notes, *self.told):
            sign = next((each for each in part if not each.isprintable() and each != "\N{NO-BREAK SPACE}"), None)
            if sign is not None:
                reason = f"{show(part)} holds {sign!a}, which no picture can show; write the name without it"
                raise InvalidValueError(reason, attribute="parties")

    def alt(self) -> str:
        """Give all of it as a text that stands in for the picture, a line for each part."""
        rest = [part for part in (self.subtitle, self.illustrative, *self.told, *self.notes) if part]
        return "\n".join([self.title, *rest])


def made_up(assumptions: Iterable[Assumption], lang: str) -> str:
    """Say how many assumptions are illustrative; nothing where none is.

    >>> made_up([Assumption(1), Assumption(2, basis=Basis.ILLUSTRATIVE)], "en")
    'ILLUSTRATIVE: 1 of 2 assumptions is made up to show the calculation.'
    >>> made_up([Assumption(1)], "sv")
    ''
    """
    every = list(assumptions)
    count = sum(each.basis is Basis.ILLUSTRATIVE for each in every)
    if not count:
        return ""
    one = count == 1
    return worded(
        lang,
        f"ILLUSTRATIVE: {count} of {len(every)} assumptions {'is' if one else 'are'} made up to show the calculation.",
        f"ILLUSTRATIVT: {count} av {len(every)} antaganden är {'påhittat' if one else 'påhittade'} för att visa "
        "räkningen.",
    )


def said_made_up(illustrative: object, lang: str) -> str:
    """Say that figures are illustrative where whoever draws says so; nothing where not.

    Raises:
        InvalidValueError: It is neither True nor False.

    >>> said_made_up(True, "sv")
    'ILLUSTRATIVT: siffror är påhittade för att visa räkningen.'
    """
    if type(illustrative) is not bool:
        raise InvalidValueError(f"{show(illustrative)} is neither True nor False", attribute="illustrative")
    english = "ILLUSTRATIVE: figures are made up to show the calculation."
    said = worded(lang, english, "ILLUSTRATIVT: siffror är påhittade för att visa räkningen.")
    return said if illustrative else ""


def caution(lang: str) -> str:
    """Say what research says of the savings that a picture may show.

    >>> caution("sv")
    'Forskning: samverkan sänker sällan kostnader (Statskontoret 2023). Det som visas vilar på antaganden.'
    """
    rests = worded(lang, "What is shown rests on assumptions.", "Det som visas vilar på antaganden.")
    return f"{research(lang)} {rests}"


def nameless(lang: str) -> str:
    """Say that there are too many parties for their names.

    >>> nameless("en")
    'With more than 40 parties their names are left out of the picture.'
    """
    return worded(
        lang,
        f"With more than {NAMED} parties their names are left out of the picture.",
        f"Vid fler än {NAMED} parter är namnen utelämnade ur bilden.",
    )


def sentences(notes: Iterable[str]) -> tuple[str, ...]:
    """End each note with a full stop, and give each once.

    >>> sentences(["As agreed", "As agreed.", "Rounded."])
    ('As agreed.', 'Rounded.')
    """
    return tuple(dict.fromkeys(note if note.endswith(".") else f"{note}." for note in notes))
