"""The documentation's pages on methods that split a cost: ``python -m docs_build.methods``.

Each page is made from the docstrings of its functions, from a text in ``docs_build/method_pages`` with the definition,
what it is for and an example, and from what the example prints.
"""

import inspect
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
from docs_build.docstrings import Said, title_of
from docs_build.examples import run

from familjen import games
from familjen.games import AxiomVerdict, axioms, claims, production

__all__ = ["FOLDER", "GROUPS", "Subject", "pages", "write"]

FOLDER = Path(__file__).parents[1] / "docs" / "methods"
TEXTS = Path(__file__).parent / "method_pages"
MADE = "<!-- Made by python -m docs_build.methods from {of}; do not edit. -->"
NEEDED = ("Definition", "What it is for", "Example")
ADDED = ("Axioms", "Complexity", "Source")
INTRO = """# Methods

Each method has a page with its definition, what it is for and what not, its axioms, an example whose figures are
computed, how long it takes and where it comes from. [Which method?](../games/which-method.md) sets them side by side on
one game; [Split a joint cost](../games/split-a-joint-cost.md) begins at the beginning.

On these pages N are all n players and S is a coalition, c(S) is what it costs by itself and c(i) what a player costs
alone. x is a split, with x(S) for what the members of S pay together. The excess of S is x(S) − c(S): above zero the
coalition would do better by itself. In games of gains, v(S), all signs turn.
"""


@attrs.frozen
class Subject:
    """What a page is about."""

    name: str
    """The page's name."""
    functions: tuple[Callable[..., Any], ...]
    """The functions that it tells of."""
    title: tuple[str, str]
    """Its heading, and that in Swedish."""

    @classmethod
    def one(cls, name: str) -> "Subject":
        """Tell of one method, by its name."""
        function = getattr(games, name)
        return cls(name, (function,), title_of(sys.modules[function.__module__]))


_LEXICOGRAPHIC = (
    "nucleolus",
    "prenucleolus",
    "per_capita_nucleolus",
    "proportional_nucleolus",
    "disruption_nucleolus",
    "modiclus",
)
_TREES = Subject(
    "spanning_tree",
    (games.bird, games.folk, games.irreducible, games.component_tree),
    ("Rules for spanning trees", "regler för uppspännande träd"),
)
_CLAIMS = Subject(
    "claims",
    tuple(getattr(claims, name) for name in claims.__all__ if name[0].islower()),
    ("Rules for claims", "fordringsregler"),
)
_PRODUCTION = Subject(
    "production",
    (production.average_cost, production.serial_cost, production.aumann_shapley_prices),
    ("Sharing a cost by demand", "kostnadsdelning efter efterfrågan"),
)

GROUPS: dict[str, tuple[Subject, ...]] = {
    "Means of what each adds": tuple(map(Subject.one, ("shapley", "weighted_shapley", "solidarity", "banzhaf"))),
    "The nucleolus and its family": tuple(map(Subject.one, _LEXICOGRAPHIC)),
    "The core": tuple(map(Subject.one, ("core", "least_core", "core_vertices", "equal_profit"))),
    "From separable costs": tuple(map(Subject.one, ("separable_costs", "scrb", "aca", "ensc", "tau", "gately"))),
    "Plain rules": tuple(map(Subject.one, ("equal_division", "equal_surplus", "proportional_to_alone"))),
    "With unions or links": tuple(map(Subject.one, ("owen", "aumann_dreze", "myerson"))),
    "For many players": (Subject.one("shapley_sampled"),),
    "For games of one kind": (_TREES, Subject.one("egs"), Subject.one("soc"), _CLAIMS, _PRODUCTION),
}
"""What the pages are about, under their headings in the index."""


def pages() -> dict[Path, str]:
    """Give each page's path below the folder, and its text."""
    subjects = [subject for group in GROUPS.values() for subject in group]
    return {Path("index.md"): _index(), **{Path(f"{subject.name}.md"): _page(subject) for subject in subjects}}


def write() -> None:
    """Write the pages, and take away those of methods that are no more."""
    made = pages()
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.relative_to(FOLDER) not in made:
            path.unlink()
    for path, text in made.items():
        (FOLDER / path).write_text(text, "utf-8")


def _index() -> str:
    lines = [MADE.format(of="the functions"), "", INTRO]
    for heading, subjects in GROUPS.items():
        lines += [f"## {heading}", "", "| Method | Swedish | What it does |", "|---|---|---|"]
        for subject in subjects:
            title, term = subject.title
            said = " ".join(Said.of(each).meaning for each in subject.functions[:1]) if _is_one(subject) else ""
            said = said or ", ".join(f"`{each.__name__}`" for each in subject.functions)
            lines.append(f"| [{title}]({subject.name}.md) | {term} | {said} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _is_one(subject: Subject) -> bool:
    return len(subject.functions) == 1


def _page(subject: Subject) -> str:
    texts = _texts(subject.name)
    said = {each: Said.of(each) for each in subject.functions}
    title, term = subject.title
    lines = [MADE.format(of=f"the docstrings and docs_build/method_pages/{subject.name}.md"), "", f"# {title} ({term})"]
    lines += ["", *_head(said), ""]
    parts = {
        "Definition": "\n\n".join([texts["Definition"], *_more(said)]),
        "What it is for": texts["What it is for"],
        "Axioms": "\n\n".join(part for part in (texts.get("Axioms", ""), *_axioms(subject.name)) if part),
        "Worked example": run(texts["Example"]).text,
        "Complexity": _told("Complexity", said, texts),
        "Source": _told("Source", said, texts),
    }
    for heading, text in parts.items():
        lines += [f"## {heading}", "", text, ""] if text else []
    return "\n".join(lines).rstrip() + "\n"


def _head(said: dict[Callable[..., Any], Said]) -> list[str]:
    """Say what the functions do and how they are called."""
    linked = "[all methods](index.md) · [reference](../reference/games.md#{path})"
    if len(said) == 1:
        [(function, one)] = said.items()
        return [f"**{one.meaning}**", "", f"`{_call(function)}` · {linked.format(path=_path(function))}"]
    rows = [f"| `{function.__name__}` | {one.meaning} |" for function, one in said.items()]
    return ["| Function | What it does |", "|---|---|", *rows, "", linked.format(path=_path(next(iter(said))))]


def _more(said: dict[Callable[..., Any], Said]) -> list[str]:
    """Give what the docstrings say besides, under the function's name where there are several."""
    told = {function.__name__: one.more for function, one in said.items() if one.more}
    return [more if len(said) == 1 else f"`{name}`: {more[0].lower()}{more[1:]}" for name, more in told.items()]


def _call(function: Callable[..., Any]) -> str:
    """Write a call with its arguments, those that may be left out after the star."""
    names = inspect.signature(function).parameters.values()
    needed = [each.name for each in names if each.default is inspect.Parameter.empty]
    return f"{function.__name__}({', '.join(needed)})"


def _path(function: Callable[..., Any]) -> str:
    """Give the anchor of a function in the reference."""
    return f"{function.__module__}.{function.__name__}"


def _axioms(name: str) -> list[str]:
    """Tell which axioms a method keeps, where there is a table of that, and who has shown it."""
    if name not in {*games.METHODS, "banzhaf"}:
        return []
    verdicts = axioms(name).values()
    rows = [f"| {one.axiom.title.en} | {one.axiom.meaning.en} | {_kept(one)} |" for one in verdicts]
    sources = dict.fromkeys(one.source for one in verdicts if one.source)
    shown = f'A no is shown by a game, `axioms("{name}")[…].counterexample`.'
    return [
        "\n".join(["| Axiom | What it asks | Kept |", "|---|---|---|", *rows]),
        f"{shown} What neither such a game nor the definition shows is shown in:" if sources else shown,
        "\n".join(f"- {source}." for source in sources),
    ]


def _kept(verdict: AxiomVerdict) -> str:
    if verdict.holds:
        return "yes"
    return "no" if verdict.holds_on is None else f"only in {verdict.holds_on.said('en')}"


def _told(part: str, said: dict[Callable[..., Any], Said], texts: dict[str, str]) -> str:
    """Give what the docstrings say under a heading, and what is added by hand."""
    found = {function.__name__: one.parts[part] for function, one in said.items() if part in one.parts}
    told = [text if len(said) == 1 else f"- `{name}`: {' '.join(text.split())}" for name, text in found.items()]
    return "\n\n".join(each for each in ("\n".join(told), texts.get(part, "")) if each)


def _texts(name: str) -> dict[str, str]:
    """Read what is written by hand about a method, section by section."""
    written = (TEXTS / f"{name}.md").read_text("utf-8")
    parts = re.split(r"^## (.+)\n", written, flags=re.MULTILINE)[1:]
    found = {title: text.strip() for title, text in zip(parts[::2], parts[1::2], strict=True)}
    if not set(NEEDED) <= set(found) <= {*NEEDED, *ADDED}:
        raise ValueError(f"{name}.md has the sections {', '.join(found)}; it needs {', '.join(NEEDED)}")
    return found


if __name__ == "__main__":
    write()
