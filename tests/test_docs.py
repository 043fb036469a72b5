"""What the documentation promises about the names."""

import enum
import inspect
import re
from pathlib import Path

import attrs
import pytest
from docs_build import clauses
from docs_build import real_clauses as real_clause_page
from docs_build.rules import FOLDER
from docs_build.rules import pages as rule_pages

import familjen
from familjen import dates, model
from familjen.datasets import real_clauses
from familjen.model import Key, Step, kinds_of

ROOT = Path(__file__).parents[1]
NOUNS = {
    name: found
    for module in (model, dates)
    for name in module.__all__
    if isinstance(found := getattr(module, name), type) and (attrs.has(found) or issubclass(found, enum.Enum))
}
PAIRS = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|$", (ROOT / "docs/ordlista.md").read_text("utf-8"), re.MULTILINE))


def test_word_list_is_whole() -> None:
    """The word list has every public noun, in order, and no other."""
    assert list(PAIRS) == sorted(NOUNS)


@pytest.mark.parametrize("name", sorted(NOUNS))
def test_word_list_agrees_with_the_class(name: str) -> None:
    """A noun's Swedish term in the word list is the one on its docstring's first line."""
    first_line = inspect.cleandoc(NOUNS[name].__doc__ or "").split("\n")[0]
    assert f"({PAIRS[name]})." in first_line


def test_vocabulary_is_sorted_and_loads() -> None:
    """Every name of the vocabulary exists, once, in alphabetical order of capitals before small letters."""
    assert familjen.__all__ == sorted(set(familjen.__all__))
    assert all(getattr(familjen, name) is not None for name in familjen.__all__)
    assert set(familjen.__all__) < set(dir(familjen))


def test_unknown_name_is_an_attribute_error() -> None:
    """A name that the package does not have is refused as Python does it."""
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = familjen.nonsense  # type: ignore[attr-defined, unused-ignore]


def test_version_is_a_date() -> None:
    """The version is CalVer: year, month, patch."""
    assert re.fullmatch(r"20\d\d\.\d{1,2}\.\d+", str(familjen.__version__))


def test_rule_pages_are_fresh() -> None:
    """The committed pages of the rules are those that their docstrings and translations make, and no others."""
    made = rule_pages()
    committed = {path.relative_to(FOLDER): path.read_text("utf-8") for path in FOLDER.rglob("*.md")}
    assert committed == made


def test_clause_pages_are_fresh() -> None:
    """The committed pages of keys and steps are those that classes, texts and examples make, and no others."""
    committed = {path.relative_to(clauses.FOLDER): path.read_text("utf-8") for path in clauses.FOLDER.rglob("*.md")}
    assert committed == clauses.pages()


KINDS = sorted({**kinds_of(Key), **kinds_of(Step)}.items())


@pytest.mark.parametrize("tag", [tag for tag, cls in KINDS if cls.__module__.startswith("familjen.")])
def test_every_key_and_step_has_a_page(tag: str) -> None:
    """A key or step has a page with a formula, an example that is run and a source, and the index links to it."""
    page = (clauses.FOLDER / f"{tag}.md").read_text("utf-8")
    parts = re.split(r"^## (.+)\n", page, flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert sections["Formula"].strip().startswith("```text")
    assert "```python\n>>> " in sections["Example"]
    assert sections["Real source"].strip()
    assert f"]({tag}.md)" in (clauses.FOLDER / "index.md").read_text("utf-8")


def test_the_page_of_real_clauses_is_fresh() -> None:
    """The page of real clauses is what the data make it, and has a section for each."""
    made = real_clause_page.page()
    assert (ROOT / "docs/real-clauses.md").read_text("utf-8") == made
    assert made.count("\n## ") == len(real_clauses())
