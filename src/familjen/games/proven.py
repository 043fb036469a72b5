"""A result's certificate, held against the result and its game (bevisat resultat)."""

from fractions import Fraction

from familjen.errors import CertificateError, InvalidValueError
from familjen.games.compact.submodular import SubmodularGame
from familjen.games.lexicographic.kernel import KernelCertificate
from familjen.games.shares import CostShares
from familjen.games.written_out import written_out

__all__ = ["verified"]


def verified(shares: CostShares) -> bool:
    """Check a result's certificate anew, as `CostShares.verify` tells.

    Raises:
        CertificateError: It does not hold, or the parts are other than it proves.
        InvalidValueError: The method has no certificate.

    >>> from familjen.games import CostGame, prenucleolus
    >>> verified(prenucleolus(CostGame.of({"A": 11, "H": 7, "A+H": 15})))
    True
    """
    proof, game = shares.certificate, shares.game
    if proof is None:
        reason = f"{shares.method} has no certificate; look at is_in_core() and worst_off()"
        raise InvalidValueError(reason, attribute="certificate")
    for player, part, proven in zip(game.players, shares.numbers, proof.at, strict=False):
        if part not in {proven, float(proven), Fraction(proven)}:
            raise CertificateError(f"the part of {player} is not the one that is proven", method=shares.method)
    if isinstance(proof, KernelCertificate):
        if not isinstance(game, SubmodularGame):
            raise CertificateError("the certificate is of a submodular game", method=shares.method)
        return proof.verify(game)
    return proof.verify(written_out(game, "nucleolus"))
