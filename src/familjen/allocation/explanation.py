"""How an amount came about, step by step."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.allocation.assumption import assumptions_of
from familjen.allocation.basis import Basis
from familjen.allocation.rounding import shortest
from familjen.allocation.run import Move
from familjen.allocation.statement import Charge, Statement
from familjen.language import in_currency, say, worded
from familjen.model import Source, TaxBase, TwoLevel

__all__ = ["Explanation", "ExplanationStep", "explanation_of"]


@attrs.frozen
class ExplanationStep:
    """One step from the clause to a party's amount (steg)."""

    text: str
    """What is done, with its figures."""
    sources: tuple[Source, ...] = ()
    """Where the rule or the figure is written."""
    operation: str = "note"
    """What it does, for machines: ``cost =``, ``cost +``, ``cost ×``, ``charge + share`` (amount, weight, whole),
    ``charge + fee`` (rate, weight, part of the year), ``charge +``, ``charge ×``, ``part`` of a mix (part, weight,
    whole), ``round`` (unit, amount), and ``note``, which does nothing."""
    figures: tuple[Fraction, ...] = ()
    """The numbers of the operation, exactly."""

    def __str__(self) -> str:
        titles = "; ".join(source.title for source in self.sources)
        return f"{self.text} [{titles}]" if titles else self.text


@attrs.frozen
class Explanation:
    """How a party's amount came about, step by step (förklaring). Print it to read it."""

    title: str
    """Who pays what, for which year."""
    steps: tuple[ExplanationStep, ...]
    """The steps, in order."""

    def __str__(self) -> str:
        return "\n".join((self.title, *(f"  {number}. {step}" for number, step in enumerate(self.steps, 1))))


def explanation_of(statement: Statement, charge: Charge, lang: str) -> Explanation:
    """Explain a charge of a statement."""
    return _Teller(statement, charge, lang).tell()


@attrs.frozen
class _Teller:
    """Tells one party how its amount came about."""

    statement: Statement
    charge: Charge
    lang: str

    def tell(self) -> Explanation:
        statement, charge = self.statement, self.charge
        verb = worded(self.lang, "pays", "betalar")
        if charge.amount < 0:
            verb = worded(self.lang, "receives", "får tillbaka")
        amount = self.money(abs(charge.amount))
        title = f"{charge.name} {verb} {amount} {worded(self.lang, 'for', 'för')} {statement.year}."
        return Explanation(title, tuple(self.steps()))

    def steps(self) -> Iterator[ExplanationStep]:
        place = self.statement.charges.index(self.charge)
        told: object = None
        assumed = assumptions_of(self.statement.moves, self.statement.reference, self.lang)
        assumptions = [ExplanationStep(f"{worded(self.lang, 'Assumption', 'Antagande')}: {each}.") for each in assumed]
        for move in self.statement.moves:
            if move.step is not None and move.step is not told:
                said = in_currency(move.step.text(self.lang), self.statement.currency)
                yield ExplanationStep(said, self.statement.clause.sources)
                told = move.step
            if move.basis is not None:
                yield from assumptions
                assumptions = []
                seen: set[str] = set()
                for weighed in self.weighing(move.basis, place):
                    if weighed.operation != "note" or weighed.text not in seen:
                        yield weighed
                    seen.add(weighed.text)
            yield from self.move(move, place)
        for condition in self.statement.clause.conditions:
            yield ExplanationStep(condition.text(self.lang))
        yield from self.rounding()

    def weighing(self, basis: Basis, place: int) -> Iterator[ExplanationStep]:
        """Say what the party weighs, key by key."""
        for part in basis.parts:
            if basis.portions == () or any(part.weights.counts[place : place + 1]):
                yield from self.weighing(part, place)
        if basis.portions:
            yield from self.parts(basis, place)
        if basis.day is None or not basis.weights[place] or (basis.parts and not isinstance(basis.key, TaxBase)):
            return
        own, whole = self.number(basis.weights[place]), self.number(basis.weights.total)
        name, of = self.charge.name, basis.name(self.lang)
        them = worded(self.lang, "all parties", "alla parter")
        if not all(basis.weights.counts):
            them = worded(self.lang, "those who share", "de som delar")
        said = worded(
            self.lang,
            f"On {basis.day} {name} had {own} {of}, {them} {whole}.",
            f"Den {basis.day} hade {name} {own} {of}, {them} {whole}.",
        )
        yield ExplanationStep(said, (basis.source,) if basis.source else ())

    def parts(self, basis: Basis, place: int) -> Iterator[ExplanationStep]:
        """Say what each key of a mix gives."""
        for portion, part in zip(basis.portions, basis.parts, strict=True):
            whole, own = part.weights.total, part.weights[place]
            if not own and isinstance(basis.key, TwoLevel):
                continue
            by = part.of if part.key is None else part.key.text(self.lang)
            text = (
                f"{say(portion, self.lang)} {by}: {self.number(own, beside=True)} / {self.number(whole, beside=True)}."
            )
            yield ExplanationStep(text, operation="part", figures=(portion, own, whole))

    def move(self, move: Move, place: int) -> Iterator[ExplanationStep]:
        """Say what a move did to the cost or the party's amount."""
        lang, what = self.lang, worded(self.lang, move.what, _SWEDISH.get(move.what, move.what))
        cost = worded(lang, "The cost", "Kostnaden")
        if move.operation == "set":
            name = cost if move.what == "cost" else f"{cost} ({what})"
            yield ExplanationStep(f"{name}: {self.about(move.operand)}.", operation="cost =", figures=(move.operand,))
        elif move.operation == "add":
            sign = "−" if move.operand < 0 else "+"
            text = f"{sign} {self.about(abs(move.operand))} ({what}) = {self.about(move.after)}."
            yield ExplanationStep(text, operation="cost +", figures=(move.operand,))
        elif move.operation == "multiply":
            text = f"× {self.factor(move.operand)} ({what}) = {self.about(move.after)}."
            yield ExplanationStep(text, operation="cost ×", figures=(move.operand,))
        elif move.operation == "share":
            yield self.shared(move, place)
        elif move.operation == "add-each":
            yield self.fee(move, place)
        elif move.operation == "multiply-each":
            text = f"× {self.factor(move.operand)} ({what}): + {self.about(move.each[place])}."
            yield ExplanationStep(text, operation="charge ×", figures=(move.operand,))
        elif move.operation == "move-to" and move.each[place]:
            word = worded(lang, "raised", "höjs") if move.each[place] > 0 else worded(lang, "lowered", "sänks")
            text = f"{self.charge.name}: {word} {worded(lang, 'by', 'med')} {self.about(abs(move.each[place]))}."
            yield ExplanationStep(text, operation="charge +", figures=(move.each[place],))
        elif move.operation == "note":
            yield ExplanationStep(self.noted(move))

    def noted(self, move: Move) -> str:
        swedish = {
            "no surplus": "Inget överskott är känt",
            "no deficit": "Inget underskott är känt",
            "surplus kept": "Överskottet behålls",
            "deficit from equity": "Ur eget kapital täcks",
        }
        english = {
            "no surplus": "No surplus is known",
            "no deficit": "No deficit is known",
            "surplus kept": "The surplus is kept",
            "deficit from equity": "Equity covers",
        }
        said = worded(self.lang, english.get(move.what, move.what), swedish.get(move.what, move.what))
        return f"{said}: {self.about(move.operand)}." if move.operand else f"{said}."

    def shared(self, move: Move, place: int) -> ExplanationStep:
        weights = move.weights if move.basis is not None else move.weights.shares
        weight, whole = weights[place], weights.total
        fraction = f"{self.number(weight, beside=True)} / {self.number(whole, beside=True)}"
        if whole == 1:
            fraction = self.number(weight)
        sign = "− " if move.operand < 0 else ""
        text = f"{sign}{self.about(abs(move.operand))} × {fraction} = {sign}{self.about(abs(move.each[place]))}."
        return ExplanationStep(text, operation="charge + share", figures=(move.operand, weight, whole))

    def fee(self, move: Move, place: int) -> ExplanationStep:
        part = self.statement.presence[place]
        if move.what == "deductible":
            text = f"{worded(self.lang, 'Deductible', 'Självrisk')}: {self.about(move.each[place])}."
            return ExplanationStep(text, operation="charge +", figures=(move.each[place],))
        weight = Fraction(1) if move.each[place] else Fraction(0)
        if move.basis is not None and move.each[place]:
            weight = move.basis.weights[place]
        of_year = "" if part == 1 else f" × {part}"
        text = f"{self.number(weight)} × {self.rate(move.operand)}{of_year} = {self.about(move.each[place])}."
        return ExplanationStep(text, operation="charge + fee", figures=(move.operand, weight, part))

    def rounding(self) -> Iterator[ExplanationStep]:
        statement, charge, lang = self.statement, self.charge, self.lang
        total = self.money(statement.total)
        if statement.exact_total != Fraction(statement.total):
            yield ExplanationStep(
                worded(
                    lang,
                    f"The total of {self.about(statement.exact_total)} is rounded to {total}.",
                    f"Summan {self.about(statement.exact_total)} avrundas till {total}.",
                )
            )
        unit, method = self.money(statement.clause.unit), statement.clause.method
        amount, figures = self.money(charge.amount), (Fraction(statement.clause.unit), Fraction(charge.amount))
        if charge.exact != charge.amount:
            text = worded(
                lang,
                f"In whole multiples of {unit}, given out by {method} so that the parts sum to {total}: {amount}.",
                f"I hela multiplar av {unit}, fördelade med {method} så att delarna summerar till {total}: {amount}.",
            )
            yield ExplanationStep(text, operation="round", figures=figures)

    def money(self, amount: Decimal) -> str:
        """Write an amount with its currency."""
        return f"{say(amount, self.lang)} {'kr' if self.statement.currency == 'SEK' else self.statement.currency}"

    def about(self, amount: Fraction) -> str:
        """Write an exact amount, marked where its decimals do not end within four."""
        shown = shortest(amount, 4)
        said = worded(self.lang, "about ", "cirka ")
        return f"{'' if Fraction(shown) == amount else said}{self.money(shown)}"

    def rate(self, rate: Fraction) -> str:
        """Write what is paid for one, with as many decimals as it takes."""
        shown = shortest(rate, 12)
        return self.money(shown) if Fraction(shown) == rate else self.about(rate)

    def number(self, number: Fraction, *, beside: bool = False) -> str:
        """Write a number exactly; a fraction beside a stroke stands in brackets."""
        shown = shortest(number, 6)
        if Fraction(shown) == number:
            return say(shown, self.lang)
        return f"({number})" if beside else str(number)

    def factor(self, factor: Fraction) -> str:
        """Write a factor as a decimal number where that is exact, and else as a fraction."""
        shown = shortest(factor, 8)
        return say(shown, self.lang) if Fraction(shown) == factor else str(factor)


_SWEDISH = {
    "deductible": "självrisk",
    "from equity": "ur eget kapital",
    "earmarked": "öronmärkt",
}
