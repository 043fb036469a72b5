"""Showing nouns and results to people."""
