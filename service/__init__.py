"""Wortlaut: who said what, in their own words, and in what capacity, in German news."""

__version__ = "1.0.0"
