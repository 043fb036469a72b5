"""How fast a register is read and written as JSON, against pydantic v2 on the same document."""

import json
from typing import TYPE_CHECKING, Any

from bench.paired import paired_ratios
from bench.peer_register import peer_of
from bench.register import synthetic_register

from familjen import dumps, loads
from familjen.model import Cooperation

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["measure"]


def _refuse_doubled(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name stands twice")
    return made


def measure(rounds: int = 15) -> list[dict[str, Any]]:
    """Give a row for each comparison: ours and the peer's milliseconds, and the ratio's median and range."""
    register = synthetic_register()
    text = dumps(register)
    peer = peer_of(Cooperation)
    body = {name: value for name, value in json.loads(text).items() if name not in {"schema_version", "type"}}
    peer_text = json.dumps(body, ensure_ascii=False)
    peer_register = peer.model_validate_json(peer_text)
    if loads(text) != register:
        raise AssertionError("the register does not survive the round trip")
    if json.loads(peer_register.model_dump_json(exclude_defaults=True)) != body:
        raise AssertionError("the peer writes another document")

    def peer_loads() -> object:
        return peer.model_validate(json.loads(peer_text, object_pairs_hook=_refuse_doubled))

    pairs: list[tuple[str, Callable[[], object], Callable[[], object]]] = [
        ("loads, both refuse doubled names", lambda: loads(text), peer_loads),
        ("loads, the peer lets doubled names pass", lambda: loads(text), lambda: peer.model_validate_json(peer_text)),
        ("dumps", lambda: dumps(register), lambda: peer_register.model_dump_json(exclude_defaults=True)),
    ]
    size = f"{len(text.encode()) / 1e6:.2f} MB"
    goals = ("≤ 2.5", "", "≤ 3.3")
    return [
        {"what": f"{what} (pydantic)", "size": size, **paired_ratios(ours, theirs, rounds), "goal": goal}
        for (what, ours, theirs), goal in zip(pairs, goals, strict=True)
    ]
