"""What the package promises about itself: light to import, layered, its development extra in step with its groups."""

import ast
import json
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = {"attr", "attrs", "cattrs", "click", "dateutil", "highspy", "numpy", "rich", "stdnum"}
LAYERS = (
    {"errors", "findings", "validators"},
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


def test_development_extra_equals_the_groups() -> None:
    """The extra ``dev``, for older installers, holds what the groups hold but for heavy peers, and ourselves."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    in_groups = {item for name, items in groups.items() if name not in {"dev", "peers"} for item in items}
    assert set(project["project"]["optional-dependencies"]["dev"]) - {"familjen[all]"} == in_groups


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("01_first_cooperation.py", "host 1283, which is not a party"),
        ("02_membership_fee.py", "7,268,499"),
        ("03_check_an_agreement.py", "5 fel, 1 varning"),
        ("04_cost_clause.py", "22,029,000"),
        ("05_published_table.py", "Vårgårda  20 367  21 215  22 029"),
        ("06_fair_split.py", "12,465,800"),
        ("07_all_of_sweden.py", "The nucleolus is proven: True"),
        ("08_scale_benefit.py", "Who loses by that: Helsingborg"),
        ("10_everyone_wins.py", "Not everyone wins by 2021: Helsingborg is behind."),
        ("11_weight_together.py", "27.2 %"),
        ("09_best_groupings.py", "exact, by column generation over 12,462 groups"),
    ],
)
def test_examples_run(name: str, printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each example runs as a script and prints what it is about."""
    runpy.run_path(str(ROOT / "examples" / name), run_name="__main__")
    assert printed in capsys.readouterr().out
