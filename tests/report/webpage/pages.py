"""Pages as a parser sees them, and cooperations to report on."""

import datetime as dt
from html.parser import HTMLParser

import attrs

from familjen.dates import Notice, Period
from familjen.model import Agreement, Cooperation, LegalForm, Municipality, Renewal
from familjen.model.agreement import RenewalKind
from familjen.model.member import Member, participations
from familjen.places import municipalities
from familjen.report.webpage import HtmlReport

__all__ = ["MADE", "Page", "drawn", "named", "of_size"]

MADE = dt.date(2026, 1, 31)
_APART = {"p", "li", "td", "th", "h2", "h3", "summary", "caption", "dt", "dd", "br"}
_VOID = {"meta", "br", "hr", "img", "link", "input"}


@attrs.define
class Element:
    """An element: its tag, its attributes and the text in it, that of its children included."""

    tag: str
    attributes: dict[str, str | None]
    words: list[str] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        """Its text with spaces as one."""
        return " ".join("".join(self.words).split())


class Page(HTMLParser):
    """A page taken apart; an end tag that does not fit is a failure."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert not self._open, f"never closed: {[each.tag for each in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and leave it open unless it has no end."""
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute of <{tag}> stands twice"
        self.elements.append(Element(tag, dict(attrs)))
        if tag in _APART:
            self.handle_data(" ")
        if tag not in _VOID:
            self._open.append(self.elements[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that is closed at once, as in SVG."""
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be of this tag."""
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop().tag == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        """Add text to every element that is open."""
        for each in self._open:
            each.words.append(data)

    def all(self, tag: str, **wanted: str) -> list[Element]:
        """Give the elements of a tag with these attributes; class is written ``class_``."""
        pairs = {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items()}
        return [
            each
            for each in self.elements
            if each.tag == tag and all(each.attributes.get(name) == value for name, value in pairs.items())
        ]

    def section(self, name: str) -> Element:
        """Give the section whose heading has the id."""
        (found,) = self.all("section", aria_labelledby=name)
        return found

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [each.attributes["id"] or "" for each in self.elements if "id" in each.attributes]

    @property
    def links(self) -> list[str]:
        """Where links lead."""
        return [each.attributes["href"] or "" for each in self.elements if each.tag == "a"]


def drawn(report: HtmlReport) -> Page:
    """Take a report apart."""
    return Page(report.html)


def named(*names: str) -> Cooperation:
    """Make a cooperation of the first municipalities, which bear these names, with an agreement of each name."""
    real = municipalities()[: len(names)]
    members = tuple(Member(Municipality(each.code, name, each.county)) for each, name in zip(real, names, strict=True))
    agreements = tuple(
        Agreement(f"a{place}", name, LegalForm.CIVIL_LAW, parties=participations([each.code for each in real]))
        for place, name in enumerate(names)
    )
    return Cooperation("coop", "Samarbetet", members=members, agreements=agreements)


def of_size(members: int, agreements: int) -> Cooperation:
    """Make a cooperation of so many municipalities and agreements, with dates, hosts, notice and renewal."""
    real = municipalities()[:members]
    made = [
        Agreement(
            f"avtal-{place}",
            f"Avtal {place}",
            tuple(LegalForm)[place % 3],
            period=Period(dt.date(2000 + place % 25, 1, 1), dt.date(2026 + place % 9, 12, 31) if place % 4 else None),
            parties=participations([real[(place + step * 7) % members].code for step in range(1 + place % 6)]),
            host=real[place % members].code,
            notice=Notice(months=12),
            renewal=Renewal(RenewalKind.AUTOMATIC, months=12),
        )
        for place in range(agreements)
    ]
    return Cooperation("stort", "Stort", members=tuple(map(Member, real)), agreements=tuple(made))
