"""What pages say of themselves: that they were corrected, are missing, want a subscription; from ``notices.toml``."""

import re
from functools import cache

from provenance.files.reading import shipped

_EDGE = r"(?<!\w)"


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


def _pattern(entry: str) -> str:
    return re.escape(entry.strip("*")) + ("" if entry.endswith("*") else r"(?!\w)")
