"""What pages say of themselves (notices.toml), and the words of what stands beside their text: notes, turns (apparatus.toml)."""

import re
from functools import cache

from provenance.files.reading import shipped
from provenance.text.folding import fold_word


@cache
def notice(name: str) -> re.Pattern[str]:
    """A pattern that finds any entry of a list (``correction``, ``missing_page`` …), in large letters or small."""
    return re.compile(alternatives(name), re.IGNORECASE)


@cache
def alternatives(name: str) -> str:
    """The entries of a list as one group of a regular expression, the longest first."""
    entries = {" ".join(entry.split()) for entry in shipped(__file__, "notices.toml")[name].split(",")} - {""}
    ordered = sorted(entries, key=lambda entry: (-len(entry), entry))
    if any(entry.startswith("*") for entry in ordered):
        return f"(?:{'|'.join(('' if entry[0] == '*' else _EDGE) + _pattern(entry) for entry in ordered)})"
    return f"{_EDGE}(?:{'|'.join(map(_pattern, ordered))})"  # an edge looked for once is found faster


_EDGE = r"(?<!\w)"


def _pattern(entry: str) -> str:
    return re.escape(entry.strip("*")) + ("" if entry.endswith("*") else r"(?!\w)")


@cache
def vocabulary(name: str) -> frozenset[str]:
    """The entries of one list, folded."""
    entries = shipped(__file__, "apparatus.toml")[name].split(",")
    return frozenset(" ".join(map(fold_word, entry.split())) for entry in entries if entry.strip())
