"""What an excess is of: a coalition, or the difference between two (koalition eller par)."""

__all__ = ["Member", "coefficients"]

Member = tuple[int, int]
"""A coalition by its number and 0; or two, for the difference between the excess of the one and of the other."""


def coefficients(member: Member, size: int) -> list[int]:
    """Give 1 for each player of the coalition, −1 for each of the one it is compared with.

    >>> coefficients((3, 0), 3), coefficients((3, 6), 3)
    ([1, 1, 0], [1, 0, -1])
    """
    plus, minus = member
    return [(plus >> place & 1) - (minus >> place & 1) for place in range(size)]
