"""Telling Hypothesis how to make our nouns, when they are first imported (registrering hos Hypothesis)."""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["register"]

_MODEL = "familjen.model"


def register() -> None:
    """Let ``st.from_type`` give every noun; Hypothesis calls this when it is imported, through its entry points.

    Nothing of ours is imported before somebody imports ``familjen.model``: an import of Hypothesis alone stays quick.
    To call it again changes nothing.

    >>> from hypothesis import strategies as st
    >>> from familjen.model import Source
    >>> register()
    >>> isinstance(st.from_type(Source), st.SearchStrategy)
    True
    """
    if _MODEL in sys.modules:
        _register_all()
    elif not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


def _register_all() -> None:
    """Register the nouns; of ours, only the modules below `familjen.io` are imported, of which none may be waiting."""
    import attrs
    from hypothesis import strategies as st

    from familjen import dates, model

    for module in (model, dates):
        for each in (getattr(module, name) for name in module.__all__):
            if isinstance(each, type) and (attrs.has(each) or each in {model.Key, model.Step}):
                st.register_type_strategy(each, _strategy_of)


def _strategy_of(cls: type[Any]) -> "SearchStrategy[Any]":
    from familjen.testing.noun import nouns

    return nouns(cls)


class _Finder(MetaPathFinder):
    """Finds ``familjen.model`` once, as Python does, and has the nouns registered when it has been imported."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != _MODEL:
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader)
        return spec


class _Loader(Loader):
    """Loads a module as its own loader does, and gives way to that."""

    def __init__(self, own: Loader) -> None:
        self._own = own

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._own.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        if module.__spec__ is not None:
            module.__spec__.loader = self._own
        module.__loader__ = self._own
        self._own.exec_module(module)
        _register_all()
