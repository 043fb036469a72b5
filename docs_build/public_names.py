"""The public names with their signatures: ``python -m docs_build.public_names`` writes tests/public_names.txt anew.

Public is what stands in ``__all__`` of a module that the page on stability lists. The file says of each name what a
caller can rely on: parameters with types and defaults, the fields of a class, its public methods and properties. It is
read from the source, not from running objects, so that it is the same in every version of Python.
"""

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import griffe

__all__ = ["modules", "names", "pages", "write"]

ROOT = Path(__file__).parents[1]
FILE = ROOT / "tests" / "public_names.txt"
PAGE = ROOT / "docs" / "stability.md"
_SHOWN = {"__call__", "__contains__", "__getitem__", "__init__", "__iter__", "__len__"}


def modules() -> tuple[str, ...]:
    """Give the public modules, in the order of the table on the page on stability."""
    return tuple(re.findall(r"^\| `(familjen[\w.]*)` \|", PAGE.read_text("utf-8"), re.MULTILINE))


def names(module: str) -> list[str]:
    """Give the public names of a module, in the order of its ``__all__``."""
    return list(import_module(module).__all__)


def pages() -> str:
    """Make the whole file: each module with its names and their signatures."""
    package = griffe.load("familjen", search_paths=[ROOT / "src"], resolve_aliases=True)
    seen: dict[str, str] = {}
    lines = ["# Made by python -m docs_build.public_names; a change here is a change of what others rely on."]
    for module in modules():
        lines += ["", module]
        for name in names(module):
            found = _found(package, module, name)
            if found is None:
                lines.append(f"  module {name}")
            elif found.path in seen:
                lines.append(f"  {name} = {seen[found.path]}")
            else:
                lines += [f"  {line}" for line in _told(found, name)]
                seen[found.path] = f"{module}.{name}"
    return "\n".join(lines) + "\n"


def write() -> None:
    """Write the file anew."""
    FILE.write_text(pages(), "utf-8")


def _found(package: griffe.Object | griffe.Alias, module: str, name: str) -> griffe.Object | None:
    """Find a name in the source, where it is defined; ``None`` for a module."""
    live = getattr(import_module(module), name)
    if inspect.ismodule(live):
        return None
    defined = inspect.unwrap(live)
    ours = (inspect.isclass(defined) or inspect.isfunction(defined)) and defined.__module__.startswith("familjen")
    home = defined.__module__ if ours else module
    found: griffe.Object | griffe.Alias = package
    for part in (*home.split(".")[1:], name):
        found = found.members[part]
    if found.is_module:  # a module hides the function that bears its name
        path = Path(str(import_module(home).__file__))
        found = griffe.visit(home, path, path.read_text("utf-8")).members[name]
    return _behind(found)


def _told(found: griffe.Object, name: str) -> Iterator[str]:
    """Say what a caller relies on: a function by its signature, a class by its fields, methods and properties."""
    if isinstance(found, griffe.Class):
        bases = ", ".join(str(base) for base in found.bases)
        yield f"class {name}({bases})" if bases else f"class {name}"
        for own, member in found.all_members.items():
            if own in _SHOWN or not own.startswith("_"):
                yield from (f"  {line}" for line in _member(_behind(member), own))
    elif isinstance(found, griffe.Function):
        yield from _function(found, name)
    elif not isinstance(found, griffe.Attribute):
        raise TypeError(f"{found.path} is a {found.kind.value}, which has no signature; say how it is shown")
    else:
        typed = f"{name}: {found.annotation}" if found.annotation is not None else name
        alias = str(found.annotation) == "TypeAlias" or isinstance(found.value, griffe.ExprName)
        yield f"{typed} = {found.value}" if alias else typed


def _behind(found: griffe.Object | griffe.Alias) -> griffe.Object:
    return found.final_target if isinstance(found, griffe.Alias) else found


def _member(member: griffe.Object, name: str) -> Iterator[str]:
    if isinstance(member, griffe.Function):
        yield from _function(member, name)
    elif isinstance(member, griffe.Attribute):
        kind = "" if "property" not in member.labels else " (property)"
        typed = f"{name}: {member.annotation}" if member.annotation is not None else name
        yield f"{typed}{_default(member.value)}{kind}"


def _function(found: griffe.Function, name: str) -> Iterator[str]:
    """Give the signature, or those of the overloads: they are what a caller sees."""
    how = "".join(f"@{label} " for label in ("classmethod", "staticmethod") if label in found.labels)
    for each in found.overloads or [found]:
        yield f"{how}{each.signature(name=name)}"


def _default(value: str | griffe.Expr | None) -> str:
    """Say the default of a field, and whether it is given by its name only; validators are no promise."""
    if isinstance(value, griffe.ExprCall) and str(value.function) == "attrs.field":
        given = {each.name: str(each.value) for each in value.arguments if isinstance(each, griffe.ExprKeyword)}
        made = f"{given['factory']}()" if "factory" in given else given.get("default")
        return (f" = {made}" if made else "") + (" (by name)" if given.get("kw_only") == "True" else "")
    return "" if value is None else f" = {value}"


if __name__ == "__main__":
    write()
