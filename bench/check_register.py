"""How long a full check takes, against pydantic v2 validating the same register, and how that grows."""

import json
import math
import time
from typing import Any

from bench.paired import paired_ratios
from bench.peer_register import peer_of
from bench.register import synthetic_register

from familjen import check, dumps
from familjen.model import Cooperation

__all__ = ["growth", "measure"]

SIZES = (1_000, 10_000, 100_000)


def measure(rounds: int = 5) -> list[dict[str, Any]]:
    """Give a row: a check by all rules and pydantic's validation of the same file, in turn."""
    register = synthetic_register(networks=200, agreements=10_000)
    text = dumps(register)
    body = {name: value for name, value in json.loads(text).items() if name not in {"schema_version", "type"}}
    peer_text = json.dumps(body, ensure_ascii=False)
    peer = peer_of(Cooperation)
    report = check(register)
    if "FAM001" in report.group("code"):
        raise AssertionError("a rule failed")
    size = f"290 municipalities, 200 networks, 10,000 agreements; {len(report.checked)} rules"
    ratios = paired_ratios(lambda: check(register), lambda: peer.model_validate_json(peer_text), rounds)
    return [{"what": "full check (pydantic validates the file)", "size": size, **ratios, "goal": "≤ 2"}]


def growth(sizes: tuple[int, ...] = SIZES) -> list[dict[str, Any]]:
    """Time a full check of each number of agreements, and give the exponents between them: 1 is linear."""
    rows: list[dict[str, Any]] = []
    for agreements in sizes:
        register = synthetic_register(networks=200, agreements=agreements)
        check(register)
        seconds = []
        for _ in range(3):
            start = time.perf_counter()
            check(register)
            seconds.append(time.perf_counter() - start)
        row: dict[str, Any] = {"agreements": agreements, "seconds": min(seconds), "exponent": None}
        if rows:
            before = rows[-1]
            row["exponent"] = math.log(row["seconds"] / before["seconds"]) / math.log(agreements / before["agreements"])
        rows.append(row)
    return rows
