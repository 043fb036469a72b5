"""What the package promises about its own state: a call changes nothing that a module holds."""

import ast
import copy
import importlib
import pkgutil
import sys
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.safety.verbs import VERBS, every

import familjen
from familjen.model import Key, Step, kinds_of

SOURCES = sorted((Path(__file__).parents[2] / "src/familjen").rglob("*.py"))
LAZY = {"__annotations__", "__builtins__", "__cached__", "__path__", "__warningregistry__"}


def containers() -> dict[str, object]:
    """Give a copy of every dictionary, list and set that a module of ours holds by name."""
    held = {}
    for name, module in list(sys.modules.items()):
        if name.startswith("familjen"):
            for own, value in vars(module).items():
                if own not in LAZY and isinstance(value, dict | list | set | bytearray | MappingProxyType):
                    held[f"{name}.{own}"] = copy.copy(dict(value) if isinstance(value, MappingProxyType) else value)
    return held


def load_all() -> None:
    """Import every module of ours."""
    for each in pkgutil.walk_packages(familjen.__path__, "familjen."):
        if not each.name.endswith("__main__"):
            importlib.import_module(each.name)


def test_calls_leave_the_modules_as_they_were() -> None:
    """No verb changes a dictionary, list or set that a module holds."""
    load_all()
    before = containers()
    assert len(before) > 100
    every()
    assert containers() == before


@given(st.lists(st.sampled_from(VERBS), min_size=2, max_size=4))
@settings(max_examples=10, deadline=None)
def test_the_order_of_calls_does_not_matter(verbs: list[object]) -> None:
    """A verb gives the same whatever was called before it."""
    alone = {verb: verb() for verb in VERBS}
    assert [verb() for verb in VERBS if verb in verbs] == [alone[verb] for verb in VERBS if verb in verbs]
    for verb in verbs:
        assert callable(verb)
        assert verb() == alone[verb]


def test_no_function_rebinds_a_name_of_its_module() -> None:
    """There is no ``global`` statement; a lazy name is set by the module's own ``__getattr__`` alone."""
    found = [
        f"{path.name}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Global)
    ]
    assert found == []


@pytest.mark.parametrize("opener", [Key, Step], ids=["keys", "steps"])
def test_what_is_registered_is_seen_by_all(opener: type) -> None:
    """The kinds of keys and steps are the one table that grows, and everybody asks the same one."""
    assert kinds_of(opener) is kinds_of(opener)
    assert len(kinds_of(opener)) > 10
