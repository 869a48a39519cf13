"""The words of what stands beside the words of a text: pages, notes, stage directions, turns (apparatus.toml)."""

import tomllib
from functools import cache
from pathlib import Path

from provenance.text.folding import fold_word


@cache
def vocabulary(name: str) -> frozenset[str]:
    """The entries of one list, folded."""
    return frozenset(
        " ".join(map(fold_word, entry.split())) for entry in _lists()[name].split(",") if entry.strip()
    )


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("apparatus.toml").read_text("utf-8"))
