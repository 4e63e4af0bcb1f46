"""Dated articles in, a timeline of their events out."""

__version__ = "0.1.0"
