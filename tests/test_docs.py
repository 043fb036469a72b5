"""What the documentation promises about the names."""

import enum
import inspect
import re
import runpy
from pathlib import Path

import attrs
import pytest
from docs_build import clauses, methods
from docs_build import real_clauses as real_clause_page
from docs_build.rules import FOLDER
from docs_build.rules import pages as rule_pages

import familjen
from familjen import dates, games, model
from familjen.datasets import real_clauses
from familjen.games import METHODS, CostShares, claims
from familjen.io.games import read_game_file
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


def test_method_pages_are_fresh() -> None:
    """The committed pages of methods are those that docstrings, texts and examples make, and no others."""
    committed = {path.relative_to(methods.FOLDER): path.read_text("utf-8") for path in methods.FOLDER.rglob("*.md")}
    assert committed == methods.pages()


SUBJECTS = {subject.name: subject for group in methods.GROUPS.values() for subject in group}


@pytest.mark.parametrize("name", sorted({method.__name__ for method in METHODS.values()}))
def test_every_method_by_name_has_a_page(name: str) -> None:
    """A method that can be asked for by name has a page of its own."""
    assert [function.__name__ for function in SUBJECTS[name].functions] == [name]


@pytest.mark.parametrize("name", sorted(SUBJECTS))
def test_every_method_page_is_whole(name: str) -> None:
    """A page of a method has a formula, words on what it is for and what not, an example that is run, and a source."""
    page = (methods.FOLDER / f"{name}.md").read_text("utf-8")
    parts = re.split(r"^## (.+)\n", page, flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert sections["Definition"].strip().startswith("```text")
    assert re.search(r"\bnot\b", sections["What it is for"], re.IGNORECASE)
    assert "```python\n>>> " in sections["Worked example"]
    assert sections["Complexity"].strip()
    assert sections["Source"].strip()
    assert f"]({name}.md)" in (methods.FOLDER / "index.md").read_text("utf-8")


def test_every_function_that_splits_is_told_of() -> None:
    """Each public function that gives each player's part has a page, but for the bounds that the page of τ tells of."""
    told = {function for subject in SUBJECTS.values() for function in subject.functions}
    public = (getattr(games, name) for name in games.__all__)
    splits = {
        each for each in public if inspect.isfunction(each) and inspect.signature(each).return_annotation is CostShares
    }
    assert splits - told == {games.minimal_rights}


def test_every_rule_for_claims_is_told_of() -> None:
    """The page of rules for claims tells of each rule that is public."""
    told = {function.__name__ for function in SUBJECTS["claims"].functions}
    assert told == set(claims.__all__) - {"ClaimsProblem"}


def test_the_game_of_the_guides_is_that_of_the_example() -> None:
    """The file that the guides split is the game of the example, and says that its costs are illustrative."""
    file = read_game_file(ROOT / "docs/games/family-law.json")
    assert file.game == runpy.run_path(str(ROOT / "examples/06_fair_split.py"))["unit"]()
    assert file.illustrative


def test_every_command_is_documented() -> None:
    """The page of the command line has a row for each command."""
    from familjen.cli import familjen as command_line

    page = (ROOT / "docs/reference/cli.md").read_text("utf-8")
    assert command_line.commands
    assert [name for name in command_line.commands if f"`familjen {name}" not in page] == []
