"""What a federation, a joint committee, contract cooperation or a company must have agreed, point by point."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import attrs

from familjen.errors import InvalidValueError
from familjen.model import AssemblyKind, LegalForm
from familjen.rules.statute import Section, section
from familjen.validators import show

__all__ = ["Requirement", "requirements"]


@attrs.frozen
class Requirement:
    """A point that the law wants settled, and in which section (krav).

    >>> withdrawal = requirements(LegalForm.FEDERATION)[14]
    >>> withdrawal.point, withdrawal.cite("sv")
    ('withdrawal', '9 kap. 6 § 15 kommunallagen (2017:725)')
    """

    point: str
    """Its id, the ``point`` of a `familjen.model.Provision` that settles it."""
    section: Section
    """The section that asks for it."""
    number: int | None
    """Its number in the section's list; ``None`` where the section is no list."""
    en: str
    """What must be settled, in English."""
    sv: str
    """What must be settled, in Swedish, close to the words of the act."""
    where: str
    """Where it is settled: ``"charter"``, ``"agreement"``, ``"articles"`` or ``"decision"``."""
    only: AssemblyKind | None = None
    """The kind of deciding body that it is asked of; ``None`` of every kind."""

    def said(self, lang: str) -> str:
        """Give what must be settled, in the language."""
        return self.sv if lang == "sv" else self.en

    def cite(self, lang: str = "en") -> str:
        """Cite the section, with the point."""
        return self.section.cite(lang, point=self.number)


def requirements(form: LegalForm, *, assembly: AssemblyKind | None = None) -> tuple[Requirement, ...]:
    """Give what the law wants settled for a legal form, in the order of the act (kravlista).

    A tool can render it as a form, or as the contents of a draft. A company that is owned in part, an association, and
    a foundation formed with others are bound by the same points as far as is reasonable (chapter 10, sections 4 and 6).
    For an agreement in civil law the Local Government Act has no form, and so no list.

    Args:
        form: The legal form.
        assembly: The kind of a federation's deciding assembly; the point that only a directorate needs is left out for
            a council.

    Raises:
        InvalidValueError: It is not a legal form.

    References:
        Kommunallag (2017:725), 9 kap. 6, 19–22, 24, 26, 33, 37–38 §§ and 10 kap. 3, 4, 6 §§.

    >>> len(requirements(LegalForm.FEDERATION)), len(requirements(LegalForm.FEDERATION, assembly=AssemblyKind.COUNCIL))
    (18, 17)
    """
    if type(form) is not LegalForm:
        raise InvalidValueError(f"{show(form)} is not a LegalForm", attribute="form")
    return tuple(each for each in _by_form()[form] if assembly is None or each.only is None or each.only is assembly)


@cache
def _by_form() -> Mapping[LegalForm, tuple[Requirement, ...]]:
    listed = tomllib.loads(resources.files("familjen.rules").joinpath("requirements.toml").read_text("utf-8"))
    return {form: tuple(_requirement(entry) for entry in listed.get(form.value, ())) for form in LegalForm}


def _requirement(entry: Mapping[str, Any]) -> Requirement:
    chapter, number = entry["section"].split(":")
    return Requirement(
        entry["point"],
        section("KL", int(chapter), number),
        entry.get("number"),
        entry["en"],
        entry["sv"],
        entry["where"],
        AssemblyKind(entry["only"]) if "only" in entry else None,
    )
