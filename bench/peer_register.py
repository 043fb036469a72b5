"""Our nouns as pydantic models, made from their fields: the peer of the JSON benchmark.

Each model has the same fields, types and text patterns, forbids unknown names and is frozen. A period's days are
compared as ours are; what a recurrence's rule means is not looked at, and keys inside of keys are of the simple kinds
only, both of which favours the peer.
"""

import datetime as dt
import functools
import operator
import types
from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal, get_args, get_origin

import attrs
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    create_model,
    model_validator,
)

from familjen.dates import Period
from familjen.io.convert import tag_of
from familjen.model import Key, Step, kinds_of
from familjen.validators import constraint_of

__all__ = ["peer_of"]

STRICT_TEXT = Annotated[str, StringConstraints(strict=True, pattern=r"^\S(?s:.*\S)?$")]
EXACT_FRACTION = Annotated[Fraction, BeforeValidator(Fraction), PlainSerializer(str)]


class _Peer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, regex_engine="rust-regex")


class _PeerPeriod(_Peer):
    first_day: dt.date
    last_day: dt.date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "_PeerPeriod":
        if self.last_day is not None and self.last_day < self.first_day:
            raise ValueError("ends before it begins")
        return self


@functools.cache
def peer_of(cls: type, *, tagged: bool = False, inside: bool = False) -> type[BaseModel]:
    """Make the pydantic model of a noun, and of all nouns that it holds."""
    if cls is Period:
        return _PeerPeriod
    fields: dict[str, Any] = {}
    if tagged:
        fields["type"] = (Literal[tag_of(cls)], ...)  # type: ignore[valid-type] # the tag is known only now
    for field in attrs.fields(attrs.resolve_types(cls)):
        default = ... if field.default is attrs.NOTHING else field.default
        in_key = inside or issubclass(cls, Key)
        fields[field.name] = (_kind(field.type, field.validator, inside=in_key), default)
    return create_model(cls.__name__, __base__=_Peer, **fields)


def _kind(kind: Any, validator: Any = None, *, inside: bool = False) -> Any:
    if kind is str:
        return _text(constraint_of(validator))
    if kind in {int, Fraction}:
        return Annotated[int, Field(strict=True)] if kind is int else EXACT_FRACTION
    if kind in {Key, Step}:
        union = functools.reduce(operator.or_, (peer_of(cls, tagged=True) for cls in _kinds(kind, inside=inside)))
        return Annotated[union, Field(discriminator="type")]
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        item = constraint_of(validator).get("items", {})
        return tuple[_text(item) if inner is str else _kind(inner, inside=inside), ...]
    if isinstance(kind, types.UnionType):
        return _union(kind, validator, inside=inside)
    return peer_of(kind, inside=inside) if attrs.has(kind) else kind


def _kinds(kind: type, *, inside: bool) -> list[type]:
    """Give the kinds of keys or steps; inside of a key, only those that hold no key themselves."""
    every = [cls for _, cls in sorted(kinds_of(kind).items())]
    if not inside:
        return every
    holders = ("Key", "Part", "Group")
    return [
        cls
        for cls in every
        if not any(name in str(field.type) for name in holders for field in attrs.fields(attrs.resolve_types(cls)))
    ]


def _text(constraint: Mapping[str, Any]) -> Any:
    pattern = constraint.get("pattern")
    return Annotated[str, StringConstraints(strict=True, pattern=f"^(?:{pattern})$")] if pattern else STRICT_TEXT


def _union(kind: Any, validator: Any, *, inside: bool = False) -> Any:
    options = [option for option in get_args(kind) if option is not types.NoneType]
    nullable = len(options) < len(get_args(kind))
    if len(options) == 1:
        made = _kind(options[0], validator, inside=inside)
    else:
        union = functools.reduce(operator.or_, (peer_of(option, tagged=True) for option in options))
        made = Annotated[union, Field(discriminator="type")]
    return made | None if nullable else made
