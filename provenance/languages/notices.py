"""What pages say of themselves: that they were corrected, are missing, want a subscription; from ``notices.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def notice(name: str) -> re.Pattern[str]:
    """A pattern that finds any entry of a list, in large letters or small.

    Args:
        name: The list: ``correction``, ``missing_page`` …
    """
    return re.compile(alternatives(name), re.IGNORECASE)


@cache
def alternatives(name: str) -> str:
    """The entries of a list as one group of a regular expression, the longest first."""
    entries = {" ".join(entry.split()) for entry in _lists()[name].split(",")} - {""}
    return f"(?:{'|'.join(map(_pattern, sorted(entries, key=lambda entry: (-len(entry), entry))))})"


def _pattern(entry: str) -> str:
    before = "" if entry.startswith("*") else r"(?<!\w)"
    after = "" if entry.endswith("*") else r"(?!\w)"
    return before + re.escape(entry.strip("*")) + after


@cache
def _lists() -> Mapping[str, str]:
    return tomllib.loads(Path(__file__).with_name("notices.toml").read_text("utf-8"))
