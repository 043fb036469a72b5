"""The browser that reports are opened in."""

from tests.browser import browser

__all__ = ["browser"]
