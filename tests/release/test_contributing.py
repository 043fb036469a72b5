"""What the page for contributors promises: recipes that are short and run as printed, and paths that are there."""

import doctest
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from familjen.allocation import allocate
from familjen.games import METHODS, CostGame, compare
from familjen.io import dumps, loads
from familjen.model import CostClause

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PARTS = re.split(r"^## (.+)\n", PAGE, flags=re.MULTILINE)
SECTIONS = dict(zip(PARTS[1::2], PARTS[2::2], strict=True))
RECIPES = {name: body for name, body in SECTIONS.items() if name.startswith("Add a ")}


def code(recipe: str) -> str:
    """Give the recipe's lines of Python as they are printed, without what they print."""
    block = re.findall(r"```python\n(.*?)```", RECIPES[recipe], re.DOTALL)
    assert len(block) == 1
    return "".join(example.source for example in doctest.DocTestParser().get_examples(block[0]))


def definition(recipe: str) -> str:
    """Give the recipe's own rule, key or method, with what it imports, up to its use."""
    return re.split(r"^(?:pair|game) = |^\[str", code(recipe), flags=re.MULTILINE)[0]


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_takes_ten_lines(recipe: str) -> None:
    """What there is to write is no more than ten lines, imports aside."""
    lines = [line for line in definition(recipe).splitlines() if line and not line.startswith(("from ", "import "))]
    assert 0 < len(lines) <= 10


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:src|tests|docs|docs_build)/[^`]*|[A-Z-]+\.md)`", PAGE))))
def test_the_paths_are_there(path: str) -> None:
    """Each file and folder that the page names is in the repository."""
    assert (ROOT / path).exists()


def test_the_tasks_are_there() -> None:
    """Each session of nox that the page names exists, and so does each module that it runs."""
    defined = set(re.findall(r"^def (\w+)\(session", (ROOT / "noxfile.py").read_text("utf-8"), re.MULTILINE))
    named = {task for line in re.findall(r"nox -s ([\w ]+)`", PAGE) for task in line.split()}
    assert named <= defined
    modules = set(re.findall(r"python -m ([\w.]+)", PAGE))
    assert len(modules) > 3
    assert all((ROOT / f"{name.replace('.', '/')}.py").is_file() for name in modules)


def test_the_rule_is_asked_by_everybody_who_installs_its_package(tmp_path: Path) -> None:
    """The recipe's rule in a package of its own is found by its entry point and asked by every check."""
    (tmp_path / "lund_rules.py").write_text(definition("Add a rule"), "utf-8")
    about = tmp_path / "lund_rules-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: lund-rules\nVersion: 1\n", "utf-8")
    (about / "entry_points.txt").write_text("[familjen.rules]\nlund = lund_rules:agreement_without_host\n", "utf-8")
    asked = dedent("""
        from familjen import Agreement, Cooperation, LegalForm, check
        fee = Agreement("avgift", "The fee", LegalForm.CIVIL_LAW)
        print(*(each.code for each in check(Cooperation("par", "A pair", agreements=(fee,)), select="LUND")))
    """)
    done = subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-c", asked],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
    )
    assert (done.stdout.strip(), done.stderr) == ("LUND001", "")


def test_the_key_is_mixed_and_saved_like_ours() -> None:
    """The recipe's key stands in a mix, comes back from JSON, and its parts sum to the cost."""
    names: dict[str, object] = {"__name__": "contributed"}
    exec(definition("Add a key"), names)  # noqa: S102 - the page's own code
    key = names["NameLength"]
    assert isinstance(key, type)
    clause = CostClause.of(0.5 * key() + 0.5 * key())
    assert loads(dumps(clause), CostClause) == clause
    assert allocate(clause, year=2016, cost=100, parties=["1260", "1276", "1283"]).total == 100


def test_the_method_stands_beside_ours() -> None:
    """The recipe's method is compared with every method of the library, and splits the whole exactly."""
    names: dict[str, object] = {}
    exec(definition("Add a method that splits a cost"), names)  # noqa: S102 - the page's own code
    own = names["half_alone"]
    game = CostGame.of({"A": 11, "H": 7, "A+H": 15})
    found = compare(game, [own, *METHODS], exact=True)  # type: ignore[list-item]
    assert list(found.shares) == ["half_alone", *METHODS]
    assert sum(found.shares["half_alone"].values()) == 15


def test_the_citation_is_that_of_the_package() -> None:
    """Who cites the package gets the title, version, licence and keywords that it is built with."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    same = {"title": "name", "version": "version", "license": "license", "keywords": "keywords"}
    assert {here: cited[here] for here in same} == {here: project[there] for here, there in same.items()}
    assert [author["name"] for author in cited["authors"]] == [author["name"] for author in project["authors"]]
    assert cited["abstract"] == project["description"]
