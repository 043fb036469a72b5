"""Steps: what a cost clause does, one after the other, as data (klausulens led)."""
