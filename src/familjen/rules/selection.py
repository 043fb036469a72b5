"""Which rules a check asks: by code, by the beginning of a code, or by name."""

from collections.abc import Iterable

from familjen.errors import InvalidValueError, near_matches
from familjen.rules.rule import Rule
from familjen.validators import show

__all__ = ["chosen"]


def chosen(
    rules: Iterable[Rule], select: str | Iterable[str] | None = None, ignore: str | Iterable[str] | None = None
) -> tuple[Rule, ...]:
    """Give the rules that are selected and not ignored, in their order.

    A pattern is a code (``"FAM301"``), the beginning of one (``"FAM3"``), or a rule's name. ``select=None`` takes all.

    Raises:
        InvalidValueError: A pattern fits no rule, which would hide a slip; the sentence names what comes near.
    """
    given = tuple(rules)
    wanted = None if select is None else _fitting(given, select, "select")
    unwanted = frozenset[str]() if ignore is None else _fitting(given, ignore, "ignore")
    return tuple(rule for rule in given if (wanted is None or rule.code in wanted) and rule.code not in unwanted)


def _fitting(rules: tuple[Rule, ...], patterns: str | Iterable[str], attribute: str) -> frozenset[str]:
    listed = (patterns,) if isinstance(patterns, str) else tuple(patterns)
    codes: set[str] = set()
    for pattern in listed:
        if type(pattern) is not str or not pattern:
            reason = f"{show(pattern)} is not a pattern; give a code, its beginning or a rule's name, such as 'FAM3'"
            raise InvalidValueError(reason, attribute=attribute)
        fitting = {rule.code for rule in rules if rule.code.startswith(pattern) or rule.name == pattern}
        if not fitting:
            raise InvalidValueError(_nothing(pattern, rules), attribute=attribute)
        codes |= fitting
    return frozenset(codes)


def _nothing(pattern: str, rules: tuple[Rule, ...]) -> str:
    words = {word for rule in rules for word in (rule.code, rule.family, rule.name)}
    near = near_matches(pattern, sorted(words))
    hint = f"did you mean {' or '.join(map(repr, near))}?" if near else "'familjen rules' lists the rules"
    return f"no rule fits {pattern!r}; {hint}"
