"""Whose turn it is: seats of programmes, chairs and hosts, shared fairly over time (turordning)."""

from familjen.balance.turns.allocate_seats import SEAT_METHODS, allocate_seats
from familjen.balance.turns.rotation import rotation
from familjen.balance.turns.seat_round import SeatRound
from familjen.balance.turns.turn_order import Rotation

__all__ = ["SEAT_METHODS", "Rotation", "SeatRound", "allocate_seats", "rotation"]
