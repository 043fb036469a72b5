"""Tables that set the sources of Familjen Helsingborg beside the data set, for its page in the documentation.

The page's prose is written by hand. Its tables stand between marks, ``<!-- text -->`` and ``<!-- /text -->``, and are
made anew from the data set by ``python -m familjen.datasets.table PAGE``.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from familjen.datasets.describe import Names, describe
from familjen.datasets.facts import Fact, facts
from familjen.datasets.familjen_helsingborg import familjen_helsingborg_2016
from familjen.datasets.familjen_helsingborg.annual_report import NO_FACTS, TITLE, sentences
from familjen.datasets.familjen_helsingborg.stated import READINGS, stated_by
from familjen.errors import InvalidValueError
from familjen.model import Cooperation, Source

__all__ = ["main", "refresh", "tables"]


def main(arguments: Sequence[str]) -> None:
    """Make the tables anew in the page whose path is the only argument."""
    if len(arguments) != 1:
        raise InvalidValueError(f"{len(arguments)} arguments were given; give one, the path of the page")
    page = Path(arguments[0])
    page.write_text(refresh(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def refresh(page: str) -> str:
    """Give the page with its tables made anew.

    Raises:
        InvalidValueError: The page lacks the marks of a table.
    """
    for mark, table in tables(familjen_helsingborg_2016()).items():
        start, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
        if page.count(start) != 1 or page.count(end) != 1:
            raise InvalidValueError(f"the page has not one {start} and one {end} each; the table stands between them")
        before, rest = page.split(start)
        page = f"{before}{start}\n\n{table}\n{end}{rest.split(end)[1]}"
    return page


def tables(coop: Cooperation) -> dict[str, str]:
    """Give each table's mark and its Markdown."""
    names = {party.id: party.name for party in coop.parties}
    names |= {partner.id: partner.name for partner in coop.partners}
    names |= {goal_area.id: goal_area.name for goal_area in coop.goal_areas}
    names |= {service.id: service.name for service in coop.shared_services}
    stated = [fact for fact in facts(coop) if fact.place[:1] != ("disagreements",)]
    return {
        "text": _table(("The annual report says", "The data set says"), _quoted(stated, names)),
        "others": _table(("Source", "The data set says"), _retold(stated, names)),
        "readings": _table(("The data set says", "Why"), _read(stated, names)),
        "disagreements": _table(("About", "The sources say", "The data set follows", "Why"), _disputed(coop, names)),
    }


def _quoted(stated: Sequence[Fact], names: Names) -> Iterable[tuple[str, str]]:
    for sentence in sentences():
        cell = _cell((fact for fact in stated if fact.source.quote == sentence), names)
        yield sentence, cell or f"*{NO_FACTS.get(sentence, 'nothing')}*"


def _retold(stated: Sequence[Fact], names: Names) -> Iterable[tuple[str, str]]:
    for source in dict.fromkeys(fact.source for fact in stated if fact.source.title != TITLE):
        yield _link(source), _cell((fact for fact in stated if fact.source == source), names)


def _read(stated: Sequence[Fact], names: Names) -> Iterable[tuple[str, str]]:
    for reason in dict.fromkeys(READINGS.values()):
        read = {noun: (field,) for (noun, field), why in READINGS.items() if why == reason}
        yield _cell((fact for fact in stated if _key(fact) in read), names, read), reason


def _disputed(coop: Cooperation, names: Names) -> Iterable[tuple[str, ...]]:
    for dispute in coop.disagreements:
        about = f"{names.get(dispute.subject, dispute.subject)}: {dispute.attribute}"
        claims = "<br>".join(f"{claim.value} ({_link(claim.source)})" for claim in dispute.claims)
        yield about, claims, dispute.adopted or "", dispute.reason or ""


def _cell(stated: Iterable[Fact], names: Names, fields: Mapping[str, tuple[str, ...]] | None = None) -> str:
    """Give the facts of a table's cell, those in the same place together; of each noun, the attributes stated."""
    places: dict[str, dict[str, None]] = {}
    for fact in stated:
        key = _key(fact)
        told = stated_by(fact.source, key) if fields is None else fields[key]
        place = " › ".join(names.get(step, step).replace("_", " ") for step in fact.place) or "cooperation"
        ours = tuple(field for noun, field in READINGS if noun == key)
        places.setdefault(place[0].upper() + place[1:], {})[describe(fact.noun, names, told, skip=ours)] = None
    return "<br>".join(f"**{place}:** {'; '.join(said)}" for place, said in places.items())


def _key(fact: Fact) -> str:
    return getattr(fact.noun, "id", "") or (fact.place or ("",))[-1]


def _link(source: Source) -> str:
    return f"[{source.title}]({source.url})" if source.url else source.title


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (heads, ["---"] * len(heads), *rows)
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


if __name__ == "__main__":
    main(sys.argv[1:])
