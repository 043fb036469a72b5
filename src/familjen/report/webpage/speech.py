"""How a report writes days, numbers and amounts, in English or Swedish."""

import datetime as dt
from decimal import MAX_PREC, Decimal, localcontext

import attrs

from familjen.dates import Period
from familjen.errors import MissingExtraError
from familjen.language import listed, worded

__all__ = ["Speech"]

_LOCALES = {"en": "en_GB", "sv": "sv_SE"}


@attrs.frozen
class Speech:
    r"""The language of a report (språk); needs the extra ``report``.

    >>> speech = Speech("sv")
    >>> speech.day(dt.date(2016, 5, 1)), speech.money(Decimal("-1234.50")).replace("\xa0", " ")
    ('1 maj 2016', '-1 234,50 kr')
    """

    lang: str
    """``"en"`` or ``"sv"``."""

    def words(self, en: str, sv: str) -> str:
        """Give the words of the language.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        return worded(self.lang, en, sv)

    def day(self, day: dt.date) -> str:
        """Write a day with its month in letters.

        >>> Speech("en").day(dt.date(2016, 5, 1))
        '1 May 2016'
        """
        try:
            from babel.dates import format_date
        except ImportError as error:
            raise MissingExtraError.of("a report", "report") from error
        return format_date(day, "d MMMM y", locale=_LOCALES[self.lang])

    def period(self, period: Period | None) -> str:
        """Write from when to when; a period without an end is until further notice.

        >>> Speech("en").period(Period(dt.date(2016, 1, 1))), Speech("sv").period(None)
        ('from 1 January 2016 until further notice', 'inte angivet')
        """
        if period is None:
            return self.words("not said", "inte angivet")
        first = self.day(period.first_day)
        if period.last_day is None:
            return self.words(f"from {first} until further notice", f"från {first} tills vidare")
        return f"{first} – {self.day(period.last_day)}"

    def number(self, number: Decimal | int) -> str:
        """Write a number with its thousands apart and all of its decimals.

        >>> Speech("en").number(Decimal("12345.60"))
        '12,345.60'
        """
        try:
            from babel.numbers import format_decimal
        except ImportError as error:
            raise MissingExtraError.of("a report", "report") from error
        exponent = Decimal(number).as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
        shape = "#,##0" + ("." + "0" * decimals if decimals else "")
        with localcontext(prec=MAX_PREC):  # Babel rounds to the digits of the context, and no digit may be lost
            return format_decimal(number, shape, locale=_LOCALES[self.lang], decimal_quantization=False)

    def money(self, amount: Decimal | int, currency: str = "SEK") -> str:
        """Write an amount with its currency, of which Swedish kronor are kr."""
        return f"{self.number(amount)}\N{NO-BREAK SPACE}{'kr' if currency == 'SEK' else currency}"

    def counted(self, number: int, one: tuple[str, str], more: tuple[str, str]) -> str:
        """Write a number of things, each in English and Swedish.

        >>> Speech("sv").counted(2, ("member", "medlem"), ("members", "medlemmar"))
        '2 medlemmar'
        """
        return f"{self.number(number)} {self.words(*(one if number == 1 else more))}"

    def row(self, items: "list[str] | tuple[str, ...]", most: int = 12) -> str:
        """Write several things in a row; of many, the first and how many more there are.

        >>> Speech("en").row(["Bjuv", "Klippan", "Svalöv"], most=2)
        'Bjuv, Klippan and 1 more'
        """
        rest = len(items) - most
        more = [self.words(f"{self.number(rest)} more", f"{self.number(rest)} till")] if rest > 0 else []
        return listed([*items[:most], *more], self.lang)
