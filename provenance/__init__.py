"""Trace what an article quotes back to its source, and say what was changed on the way."""

__version__ = "0.1.0"
