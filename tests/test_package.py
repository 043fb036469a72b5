"""What the package promises about itself: light to import, layered, its development extra in step with its groups."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
HEAVY = {"attr", "attrs", "cattrs", "click", "dateutil", "highspy", "numpy", "rich", "stdnum"}
LAYERS = (
    {"errors", "findings", "progress", "validators"},
    {"amounts", "dates", "language", "optimise"},
    {"model", "games"},
    {"places"},
    {"allocation"},
    {"scale"},
    {"balance", "influence"},
    {"rules"},
    {"tables"},
    {"datasets"},
    {"io"},
    {"report", "testing"},
    {"cli", "__main__"},
)
APART = {"dev", "fuzz", "peers", "release"}
SOURCES = sorted((ROOT / "src/familjen").rglob("*.py"))


def modules_after(code: str) -> set[str]:
    """Run the code in a fresh interpreter and give the top-level modules that it has loaded."""
    script = f"import sys, json\n{code}\nprint(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_import_is_light() -> None:
    """``import familjen`` loads none of the libraries that it rests on."""
    assert not modules_after("import familjen") & HEAVY


def test_model_needs_neither_numpy_nor_cattrs() -> None:
    """Nouns can be made without the libraries for numbers and documents."""
    assert not modules_after("from familjen import Agreement, Cooperation") & {"cattrs", "numpy", "dateutil"}


def test_apportion_needs_no_numpy() -> None:
    """A single split loads no numpy; only many at once do."""
    assert "numpy" not in modules_after("from familjen import apportion")
    assert "numpy" in modules_after("from familjen import apportion_many")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src/familjen")))
def test_imports_point_downward(path: Path) -> None:
    """A module imports only from its own layer's package or from layers below."""
    own = path.relative_to(ROOT / "src/familjen").parts[0].removesuffix(".py")
    if own == "__init__":
        return
    rank = {name: number for number, names in enumerate(LAYERS) for name in names}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("familjen."):
            other = node.module.split(".")[1]
            assert other == own or rank[other] <= rank[own], f"{own} imports {other}"


def test_every_folder_of_the_package_has_its_layer() -> None:
    """A module or package that is new has a place among the layers, and what is gone has none."""
    there = {path.relative_to(ROOT / "src/familjen").parts[0].removesuffix(".py") for path in SOURCES}
    assert there - {"__init__"} <= set().union(*LAYERS)


def test_all_holds_every_extra_that_runs() -> None:
    """The extra ``all`` holds every extra but those of development, and no extra has a highest version."""
    extras = PROJECT["optional-dependencies"]
    assert extras["all"] == [f"familjen[{','.join(name for name in extras if name not in {'all', 'dev'})}]"]
    asked = [*PROJECT["dependencies"], *(pin for name, pins in extras.items() if name != "all" for pin in pins)]
    assert [pin for pin in asked if not re.fullmatch(r"[\w.-]+(\[[\w,]+\])?(>=[\d.]+(post\d+)?)?", pin)] == []


def test_the_lowest_versions_of_all_extras_are_tested() -> None:
    """The session ``lowest`` pins every extra that runs."""
    from noxfile import RUNTIME

    assert set(RUNTIME) == set(PROJECT["optional-dependencies"]) - {"all", "dev"}


def test_examples_are_few_where_that_is_asked() -> None:
    """With ``--hypothesis-profile=brief`` a property is tried five times, though it asks for more itself."""
    words = ("-m", "pytest", "-p", "no:cacheprovider", "--hypothesis-profile=brief", "--hypothesis-show-statistics")
    known = "tests/test_errors.py::test_near_matches_are_known_words"
    done = subprocess.run([sys.executable, *words, known], capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603 - ours
    assert "5 passing" in done.stdout


def test_development_extra_equals_the_groups() -> None:
    """The extra ``dev``, for older installers, holds what the groups hold but for those apart."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    in_groups = {item for name, items in groups.items() if name not in APART for item in items}
    assert set(PROJECT["optional-dependencies"]["dev"]) - {"familjen[all]"} == in_groups
