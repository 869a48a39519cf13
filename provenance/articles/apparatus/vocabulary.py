"""The words by which apparatus names itself, of all languages together, from ``languages/apparatus.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import provenance.languages
from provenance.text.folding import fold_word


@cache
def vocabulary(name: str) -> frozenset[str]:
    """The entries of one list, folded.

    Args:
        name: ``stage_directions``, ``pages`` or ``notes``.
    """
    file = Path(provenance.languages.__file__).with_name("apparatus.toml")
    lists = tomllib.loads(file.read_text("utf-8"))
    return frozenset(
        " ".join(map(fold_word, entry.split())) for entry in lists[name].split(",") if entry.strip()
    )
