"""Feeding readers what nobody would write: harnesses that run for as long as one likes, apart from the tests."""
