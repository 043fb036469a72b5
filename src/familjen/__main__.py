"""``familjen`` and ``python -m familjen``."""

import sys

from familjen.errors import MissingExtraError

__all__ = ["main"]


def main() -> None:
    """Run the command line; say which extra to install where it is missing."""
    try:
        from familjen.cli import familjen
    except ModuleNotFoundError as error:
        if error.name not in {"click", "rich"}:
            raise
        sys.stderr.write(f"familjen: {MissingExtraError.of('the command line', 'cli')}\n")
        raise SystemExit(2) from None
    except KeyboardInterrupt:  # before there is a command that could say how far it came
        sys.stderr.write("familjen: Stopped by the user.\n")
        raise SystemExit(130) from None
    familjen()


if __name__ == "__main__":
    main()
