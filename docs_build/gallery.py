"""The documentation's pages on the examples: ``python -m docs_build.gallery``.

Each page is made from the example's docstring, its code and what it prints. An example that defines ``picture()``
gives a figure by it, which stands on its page; ``python -m docs_build.pictures`` draws it.
"""

import ast
import contextlib
import io
import re
import runpy
import sys
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import attrs
from docs_build.pictures import described

__all__ = ["EXAMPLES", "FOLDER", "Ran", "has_picture", "pages", "ran", "write"]

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs/examples"
EXAMPLES = tuple(sorted((ROOT / "examples").glob("[0-9][0-9]_*.py")))
MADE = "<!-- Made by python -m docs_build.gallery from {of}; do not edit. -->"
INTRO = """# Examples

Each example is a short script that answers one question and ends with a sentence on what its result means. All of them
are run as tests, and what stands under *It prints* is what they print. Figures that are made up are said to be
ILLUSTRATIVE. The scripts are in the folder `examples`.
"""
LOOK = """
## See also

All examples are [listed with their answers](index.md). Pictures of every kind, each with its code, are on
[one page](../pictures.md).
"""


@attrs.frozen(eq=False, slots=False)
class Ran:
    """An example that has been run (exempel)."""

    path: Path
    """Its file."""
    question: str
    """The first line of its docstring."""
    text: str
    """The rest of its docstring."""
    printed: str
    """What it prints."""
    names: dict[str, Any]
    """The names that its code has made."""

    @property
    def answer(self) -> str:
        """The sentence that it ends with: its last paragraph."""
        return " ".join(self.printed.rstrip().rpartition("\n\n")[2].split())

    @cached_property
    def picture(self) -> Any:
        """Its picture; ``None`` where it has none."""
        made = self.names.get("picture")
        return None if made is None else made()


def has_picture(path: Path) -> bool:
    """Tell whether an example defines ``picture()``, without running it: some take long, and have none."""
    return any(
        isinstance(each, ast.FunctionDef) and each.name == "picture" for each in ast.parse(path.read_text("utf-8")).body
    )


@cache
def ran(path: Path) -> Ran:
    """Run an example once in a process, and keep what it prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        names = runpy.run_path(str(path), run_name="__main__")
    question, _, text = str(names["__doc__"]).partition("\n")
    return Ran(path, question.strip(), text.strip(), printed.getvalue().replace("\N{NO-BREAK SPACE}", " "), names)


@cache
def pages() -> dict[str, str]:
    """Give every page by its name."""
    every = [ran(path) for path in EXAMPLES]
    return {"index.md": _index(every), **{f"{each.path.stem}.md": _page(each) for each in every}}


def write() -> None:
    """Write the pages that have changed, and take away those that are no longer made."""
    FOLDER.mkdir(exist_ok=True)
    made = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, page in made.items():
        (FOLDER / name).write_text(page, "utf-8")


def _index(every: list[Ran]) -> str:
    made = MADE.format(of="the examples")
    rows = [f"### [{each.question}]({each.path.stem}.md)\n\n{_plain(each.answer)}" for each in every]
    return "\n\n".join([made, INTRO.strip(), *rows]) + "\n"


def _page(each: Ran) -> str:
    body = each.path.read_text("utf-8")
    code = re.sub(r'^""".*?"""\n+', "", body, count=1, flags=re.DOTALL).strip()
    parts = [MADE.format(of=f"examples/{each.path.name}"), f"# {each.question}", each.text]
    figure = each.picture
    parts += [] if figure is None else [f"![{described(figure)}](../pictures/{each.path.stem}.svg)"]
    parts += [f"## Code\n\nexamples/{each.path.name}:\n\n```py\n{code}\n```"]
    parts += [f"## It prints\n\n```text\n{each.printed.rstrip()}\n```", LOOK.strip()]
    return "\n\n".join(part for part in parts if part) + "\n"


def _plain(text: str) -> str:
    """Escape what Markdown would read as marks."""
    return re.sub(r"([\\*_`<>])", r"\\\1", text)


if __name__ == "__main__":
    write()
    sys.stdout.write(f"{len(EXAMPLES)} examples in {FOLDER}\n")
