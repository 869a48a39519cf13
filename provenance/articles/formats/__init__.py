"""The readers, one for each format: html.py makes articles of elements, and most others make elements of what they read."""

from collections.abc import Callable
from importlib import import_module

from provenance.articles.article import Article


def reader_named(name: str) -> Callable[..., Article]:
    """The reader of a format, whose module, which bears its name, is imported with the first file of its kind."""
    module = import_module(f"provenance.articles.formats.{name}")
    reader: Callable[..., Article] = getattr(module, f"read_{name}")
    return reader
