"""The words of what stands beside the words of a text: pages, notes, stage directions, turns (apparatus.toml)."""

from functools import cache

from provenance.files.reading import shipped
from provenance.text.folding import fold_word


@cache
def vocabulary(name: str) -> frozenset[str]:
    """The entries of one list, folded."""
    entries = shipped(__file__, "apparatus.toml")[name].split(",")
    return frozenset(" ".join(map(fold_word, entry.split())) for entry in entries if entry.strip())
