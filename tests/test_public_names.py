"""What the package promises about its public names: listed, sorted, documented, and recorded with their signatures."""

import ast
import importlib
import inspect
import re
from pathlib import Path
from typing import get_overloads

import pytest
from docs_build import public_names

from familjen.amounts.apportion import apportion
from familjen.errors import FamiljenError

ROOT = Path(__file__).parents[1]
MODULES = public_names.modules()
READ = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "examples").glob("*.py"))]


def _as_ruff_sorts(name: str) -> tuple[int, str]:
    """Constants first, then classes, then the rest."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2), name


def _tree(module: str) -> ast.Module:
    return ast.parse(Path(str(importlib.import_module(module).__file__)).read_text("utf-8"))


def test_the_record_of_public_names_is_fresh() -> None:
    """Every public name has the signature that is recorded; ``python -m docs_build.public_names`` records a change."""
    assert public_names.FILE.read_text("utf-8") == public_names.pages()


def test_the_modules_are_listed_once_and_are_ours() -> None:
    """The page on stability lists each public module once, in alphabetical order."""
    assert list(MODULES) == sorted(set(MODULES))
    assert len(MODULES) > 20


@pytest.mark.parametrize("module", MODULES)
def test_public_names_are_sorted_and_there(module: str) -> None:
    """A module's public names stand in order, once, and each can be asked for."""
    found = importlib.import_module(module)
    assert list(found.__all__) == sorted(set(found.__all__), key=_as_ruff_sorts)
    assert all(getattr(found, name) is not None for name in found.__all__)
    assert set(found.__all__) <= set(dir(found))
    assert not any(name.startswith("_") for name in found.__all__)


@pytest.mark.parametrize("module", MODULES)
def test_public_names_are_all_there(module: str) -> None:
    """What a public module defines, and what a package takes from its own modules, is public or begins with _."""
    found = importlib.import_module(module)
    body = [*_tree(module).body]
    body += [each for node in body if isinstance(node, ast.If) for each in node.body]
    defined = {node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    if hasattr(found, "__path__"):
        taken = [node for node in body if isinstance(node, ast.ImportFrom) and str(node.module).startswith("familjen")]
        own = [node for node in taken if str(node.module).startswith(module)]
        defined |= {alias.asname or alias.name for node in own for alias in node.names}
    assert {name for name in defined if not name.startswith("_")} <= set(found.__all__)


@pytest.mark.parametrize("module", MODULES)
def test_public_names_are_documented(module: str) -> None:
    """Every public function and class of ours has a docstring, and so has the module."""
    found = importlib.import_module(module)
    assert found.__doc__
    ours = [getattr(found, name) for name in found.__all__]
    ours = [each for each in ours if inspect.isclass(each) or inspect.isfunction(inspect.unwrap(each))]
    assert [each for each in ours if each.__module__.startswith("familjen") and not inspect.getdoc(each)] == []


def test_documents_import_public_names_only() -> None:
    """What a page or an example imports from us is public, and so is the module that it is imported from."""
    pattern = r"^(?:>>> |\.\.\. | )*from (familjen[\w.]*) import (\([^)]*\)|.+)$"
    hidden = set()
    for path in READ:
        for module, listed in re.findall(pattern, path.read_text("utf-8"), re.MULTILINE):
            public = {*importlib.import_module(module).__all__} if module in MODULES else set()
            names = {*re.findall(r"\w+", re.sub(r"\bas \w+|#.*", "", listed))}
            modules = {name for name in names if f"{module}.{name}" in MODULES}
            hidden |= {f"{module}.{name} in {path.name}" for name in names - public - modules}
    assert sorted(hidden) == []


@pytest.mark.parametrize(
    "line",
    [
        "  class Municipality",
        "    code: str",
        "    id: str (property)",
        "    currency: str = 'SEK' (by name)",
        "    @classmethod year(year: int) -> Period",
        "  class InvalidValueError(FamiljenError, ValueError)",
        "    __init__(reason: str, *, owner: str = '', attribute: str = '') -> None",
        "    FEDERATION = 'federation'",
        "  module balance",
        "  allocate = familjen.allocate",
    ],
    ids=range(10),
)
def test_the_record_says_what_callers_rely_on(line: str) -> None:
    """Fields with types and defaults, properties, constructors, members of enumerations and aliases are recorded."""
    assert line in public_names.FILE.read_text("utf-8").splitlines()


def test_every_overload_is_recorded() -> None:
    """A function with several signatures is recorded with each, as a type checker sees them."""
    recorded = re.findall(r"^  apportion\(.*", public_names.FILE.read_text("utf-8"), re.MULTILINE)
    assert len(recorded) == len(get_overloads(apportion)) > 1


def test_public_errors_are_the_tree() -> None:
    """The module of errors holds every subclass of the root, so that whoever catches one finds it documented."""

    def below(cls: type[FamiljenError]) -> set[type[FamiljenError]]:
        return {cls}.union(*map(below, cls.__subclasses__()))

    ours = {cls.__name__ for cls in below(FamiljenError) if cls.__module__.startswith("familjen")}
    assert ours <= set(importlib.import_module("familjen.errors").__all__)
