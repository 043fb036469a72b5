"""The documentation's pages on keys and steps of cost clauses: ``python -m docs_build.clauses``.

Each page is made from the class and its fields, from a text in ``docs_build/clause_pages`` with what it is for, its
formula, an example and where it is really used, and from what the example prints.
"""

import json
import re
from pathlib import Path

from docs_build.examples import Ran, run
from docs_build.fields import Noun

from familjen import model
from familjen.io import dumps
from familjen.model import CostClause, Key, Phase, Step, kinds_of

__all__ = ["FOLDER", "kinds", "pages", "write"]

FOLDER = Path(__file__).parents[1] / "docs" / "clauses"
TEXTS = Path(__file__).parent / "clause_pages"
MADE = "<!-- Made by python -m docs_build.clauses from {of}; do not edit. -->"
SECTIONS = ("What it is for", "Formula", "Example", "Source")
PHASES = {
    Phase.COST: "What there is to share",
    Phase.SHARING: "Who carries how much",
    Phase.BILL: "What limits the amounts",
    Phase.RESULT: "What is done with the result",
    None: "Anywhere before the result",
}
INTRO = """# Keys and steps

A [cost clause](../cost-clause.md) is a row of steps, and the steps that share a cost do it by a key. Each has a page
with its formula, its fields, an example whose figures are computed, its words in Swedish and English, its JSON, and the
real agreement that uses it, or a word that none has been found. Keys and steps of your own stand
[beside them](../cost-clause.md#a-key-or-a-step-of-your-own).
"""
_WIDTH = 100


def kinds(opener: type) -> dict[str, type]:
    """Give the package's own keys or steps by their names in documents, and none that others have registered."""
    return {tag: cls for tag, cls in sorted(kinds_of(opener).items()) if getattr(model, cls.__name__, None) is cls}


def pages() -> dict[Path, str]:
    """Give each page's path below the folder, and its text."""
    every = {**kinds(Key), **kinds(Step)}
    linked = {cls.__name__: f"{tag}.md" for tag, cls in every.items()}
    made = {Path(f"{tag}.md"): _page(tag, cls, linked) for tag, cls in every.items()}
    return {Path("index.md"): _index(), **made}


def write() -> None:
    """Write the pages, and take away those of keys and steps that are no more."""
    made = pages()
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.relative_to(FOLDER) not in made:
            path.unlink()
    for path, text in made.items():
        (FOLDER / path).write_text(text, "utf-8")


def _index() -> str:
    lines = [MADE.format(of="the classes"), "", INTRO, "## Keys", ""]
    lines += _table(kinds(Key))
    lines += ["", "## Steps", "", "In the order in which they stand in a clause.", ""]
    for phase, title in PHASES.items():
        lines += [f"### {title}", "", *_table({t: c for t, c in kinds(Step).items() if _phase(c) is phase}), ""]
    return "\n".join(lines).rstrip() + "\n"


def _table(listed: dict[str, type]) -> list[str]:
    nouns = {tag: Noun.of(cls) for tag, cls in listed.items()}
    rows = [f"| [{noun.name}]({tag}.md) | {noun.term} | {noun.meaning} |" for tag, noun in nouns.items()]
    return ["| Name | Swedish | What it does |", "|---|---|---|", *rows]


def _phase(cls: type) -> Phase | None:
    found: Phase | None = vars(cls)["phase"]
    return found


def _page(tag: str, cls: type, linked: dict[str, str]) -> str:
    noun, texts = Noun.of(cls), _texts(tag)
    example = run(texts["Example"])
    role = "Key" if issubclass(cls, Key) else f"Step: {PHASES[_phase(cls)].lower()}"
    facts = (role, f"in documents `{tag}`", "[all keys and steps](index.md)")
    lines = [
        MADE.format(of=f"the class and docs_build/clause_pages/{tag}.md"),
        "",
        f"# {noun.name} ({noun.term})",
        "",
        f"**{noun.meaning}**",
        "",
        f"{' · '.join(facts)} · [reference](../reference/model.md#familjen.model.{noun.name})",
        "",
    ]
    said = "\n\n".join(part for part in (texts["What it is for"], noun.more) if part)
    parts = {
        "What it is for": said,
        "Formula": texts["Formula"],
        "Fields": noun.fields(linked),
        "Example": example.text,
        "The clause's words": _words(example),
        "As JSON": _json(example, tag),
        "Real source": texts["Source"],
    }
    for title, text in parts.items():
        lines += [f"## {title}", "", text, ""]
    return "\n".join(lines).rstrip() + "\n"


def _texts(tag: str) -> dict[str, str]:
    """Read what is written by hand about a key or step, section by section."""
    written = (TEXTS / f"{tag}.md").read_text("utf-8")
    parts = re.split(r"^## (.+)\n", written, flags=re.MULTILINE)[1:]
    found = {title: text.strip() for title, text in zip(parts[::2], parts[1::2], strict=True)}
    if tuple(found) != SECTIONS:
        raise ValueError(f"{tag}.md has the sections {', '.join(found)}; it needs {', '.join(SECTIONS)}")
    return found


def _words(example: Ran) -> str:
    """Say the example's clause in both languages."""
    clause = _clause(example)
    said = {"English": clause.text("en"), "Swedish": clause.text("sv")}
    shown = [f"{name}:\n\n" + "\n".join(f"> {line}" for line in text.split("\n")) for name, text in said.items()]
    return "\n\n".join(shown).replace("\N{NO-BREAK SPACE}", " ")


def _json(example: Ran, tag: str) -> str:
    """Show how a document holds the key or step of the example."""
    document = json.loads(dumps(_clause(example)))
    return f"```json\n{_pretty(_find(document, tag), 0)}\n```"


def _clause(example: Ran) -> CostClause:
    clause = example.names["clause"]
    if not isinstance(clause, CostClause):
        raise TypeError(f"the example's clause is {clause!r}")
    return clause


def _find(value: object, tag: str) -> object:
    """Give the first object of a kind, those outside before those inside."""
    if isinstance(value, dict) and value.get("type") == tag:
        return value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return next((found for each in inner if (found := _find(each, tag)) is not None), None)


def _pretty(value: object, depth: int) -> str:
    """Write JSON with what fits on a line on one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + depth <= _WIDTH or not isinstance(value, dict | list):
        return line
    pad = " " * (depth + 2)
    if isinstance(value, list):
        inside = [f"{pad}{_pretty(each, depth + 2)}" for each in value]
    else:
        inside = [f"{pad}{json.dumps(name)}: {_pretty(each, depth + 2)}" for name, each in value.items()]
    opening, closing = "[]" if isinstance(value, list) else "{}"
    return "\n".join((opening, ",\n".join(inside), f"{' ' * depth}{closing}"))


if __name__ == "__main__":
    write()
