"""One tree of errors.

Every error of the package inherits `FamiljenError` and the standard library's nearest class, so that
``except FamiljenError`` and ``except ValueError`` both work. Each carries its facts as attributes, survives pickling,
and says in one sentence what is wrong and what to do:

    FamiljenError
    ├── InvalidValueError (ValueError)      a value that no fact of its kind can have
    ├── UnknownIdError (LookupError)        an id or a name that nothing answers to
    ├── MissingDataError (LookupError)      a figure that is not at hand for that place and day
    ├── DocumentError (ValueError)          a document that cannot be read, with every problem in it
    ├── FindingsError (ValueError)          a report with findings of severity error, raised on request
    ├── IntractableError (ValueError)       a question that nobody knows how to answer in reasonable time
    ├── CertificateError (RuntimeError)     a result whose certificate does not hold; it is not given
    └── MissingExtraError (ImportError)     a feature whose optional dependency is not installed
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

__all__ = [
    "CertificateError",
    "DocumentError",
    "FamiljenError",
    "FindingsError",
    "IntractableError",
    "InvalidValueError",
    "MissingDataError",
    "MissingExtraError",
    "UnknownIdError",
    "near_matches",
]


class FamiljenError(Exception):
    """The root of every error that this package raises on purpose."""


class InvalidValueError(FamiljenError, ValueError):
    """Raised when a value is one that no fact of its kind can have.

    Attributes:
        reason: One sentence: what is wrong with the value and what would be right.
        owner: The class whose attribute it is, ``""`` for an argument of a function.
        attribute: The attribute or argument, ``""`` when the value stands alone.
    """

    def __init__(self, reason: str, *, owner: str = "", attribute: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.owner = owner
        self.attribute = attribute

    def __str__(self) -> str:
        place = ".".join(part for part in (self.owner, self.attribute) if part)
        return f"{place}: {self.reason}" if place else self.reason


class UnknownIdError(FamiljenError, LookupError):
    """Raised when nothing has the id or the name that was asked for.

    Attributes:
        kind: What was looked for, such as ``"agreement"``.
        identifier: The id or name that nothing answers to.
        near: Ids or names that exist and look alike, best first.
    """

    def __init__(self, message: str, *, kind: str = "", identifier: str = "", near: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.kind = kind
        self.identifier = identifier
        self.near = near

    @classmethod
    def of(cls, kind: str, identifier: str, known: Iterable[str]) -> UnknownIdError:
        """Build the error with its sentence and its near matches among the known ids.

        >>> str(UnknownIdError.of("municipality", "Helsinborg", ["Helsingborg", "Helsingfors", "Malmö"]))
        "there is no municipality 'Helsinborg'; did you mean 'Helsingborg' or 'Helsingfors'?"
        >>> str(UnknownIdError.of("network", "x", []))
        "there is no network 'x'; there are none at all"
        """
        known = list(known)
        near = near_matches(identifier, known)
        if near:
            hint = f"did you mean {_either(near)}?"
        elif known:
            hint = f"there are {len(known)}, such as {_either(sorted(known)[:3])}"
        else:
            hint = "there are none at all"
        return cls(f"there is no {kind} {identifier!r}; {hint}", kind=kind, identifier=identifier, near=near)


class MissingDataError(FamiljenError, LookupError):
    """Raised when a figure is not at hand for that variable, place and day.

    Attributes:
        variable: The variable, such as ``"population"``.
        code: The place's code, such as ``"1283"``.
        day: The day that was asked for.
        nearest: The nearest days before and after for which the place has a value.
    """

    def __init__(
        self,
        message: str,
        *,
        variable: str = "",
        code: str = "",
        day: dt.date | None = None,
        nearest: tuple[dt.date, ...] = (),
    ) -> None:
        super().__init__(message)
        self.variable = variable
        self.code = code
        self.day = day
        self.nearest = nearest


class DocumentError(FamiljenError, ValueError):
    """Raised when a document cannot be read; it names every problem, not only the first.

    Of a document with more than some thousands of problems it names the first thousands, and says that there are more.

    Attributes:
        problems: Pairs of a JSONPath, or a place in a table, and a sentence, in the document's order.
        origin: Where the document came from, such as a file's path; ``""`` for text.
    """

    def __init__(self, message: str, *, problems: tuple[tuple[str, str], ...] = (), origin: str = "") -> None:
        super().__init__(message)
        self.problems = problems
        self.origin = origin


class FindingsError(FamiljenError, ValueError):
    """Raised by `Report.raise_for_errors` when the report holds findings of severity error.

    Attributes:
        codes: The codes of those findings, in the report's order.
    """

    def __init__(self, message: str, *, codes: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.codes = codes


class IntractableError(FamiljenError, ValueError):
    """Raised when a question is too hard for its size: no method is known that answers it in reasonable time.

    Attributes:
        question: What was asked for, such as ``"the nucleolus"``.
        hardness: The result that says how hard it is, with its source; ``""`` where it is only the size.
    """

    def __init__(self, message: str, *, question: str = "", hardness: str = "") -> None:
        super().__init__(message)
        self.question = question
        self.hardness = hardness

    @classmethod
    def of(cls, question: str, game: str, hardness: str, instead: str) -> IntractableError:
        """Build the error with its sentence: what is hard, by which result, and what to do instead.

        >>> str(IntractableError.of("the core", "a game of 40 players", "NP-hard (F 1997)", "use bird"))
        'the core of a game of 40 players is out of reach: NP-hard (F 1997); use bird'
        """
        return cls(f"{question} of {game} is out of reach: {hardness}; {instead}", question=question, hardness=hardness)


class CertificateError(FamiljenError, RuntimeError):
    """Raised when the proof of a result does not hold, so that the result is not given.

    Attributes:
        method: The method whose result it is, such as ``"nucleolus"``.
    """

    def __init__(self, message: str, *, method: str = "") -> None:
        super().__init__(message)
        self.method = method


class MissingExtraError(FamiljenError, ImportError):
    """Raised when a feature needs an optional dependency that is not installed.

    Attributes:
        extra: The extra to install, such as ``"cli"``.
    """

    def __init__(self, message: str, *, extra: str = "") -> None:
        super().__init__(message)
        self.extra = extra

    @classmethod
    def of(cls, feature: str, extra: str) -> MissingExtraError:
        """Build the error with the command that mends it.

        >>> str(MissingExtraError.of("the command line", "cli"))
        "the command line needs the extra 'cli': pip install 'familjen[cli]'"
        """
        return cls(f"{feature} needs the extra {extra!r}: pip install 'familjen[{extra}]'", extra=extra)


def near_matches(word: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Give the known words that look most like this one, best first; case does not count.

    >>> near_matches("helsinborg", ["Helsingborg", "Malmö"])
    ('Helsingborg',)
    """
    import difflib

    by_fold = {name.casefold(): name for name in known}
    return tuple(by_fold[fold] for fold in difflib.get_close_matches(word.casefold(), by_fold, n=most, cutoff=0.7))


def _either(words: Iterable[str]) -> str:
    quoted = [repr(word) for word in words]
    return " or ".join(quoted) if len(quoted) < 3 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"  # noqa: PLR2004
