#!/usr/bin/env python3
"""Writes provenance/text/han.txt: Han characters and the one that stands for each, from OpenCC's tables (Apache-2.0).

    pip install opencc-python-reimplemented && python tools/generate_han_variants.py

The first line of the file holds traditional Chinese and old and new Japanese forms, the second the simplified form of each.
"""

from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent.parent / "provenance" / "text" / "han.txt"
# New Japanese forms that are other words in Chinese, or stand for several old ones.
OTHER_WORDS = frozenset("弁予欠缶糸虫余台芸叶机干")
LAST_BMP = 0xFFFF


def table(name: str) -> dict[str, str]:
    """The pairs of one of OpenCC's tables, of several choices the first."""
    text = (files("opencc") / "dictionary" / name).read_text("utf-8")
    pairs = (line.split("\t") for line in text.splitlines() if "\t" in line)
    return {one: other.split()[0] for one, other in pairs}


def main() -> None:
    """Write the file."""
    simplified = {one: other for one, other in table("TSCharacters.txt").items() if one != other}
    for old, new in table("JPVariants.txt").items():
        if new not in OTHER_WORDS and new not in simplified:
            stands = simplified.get(old, old)
            if stands != new:
                simplified[new] = stands
    kept = {
        one: other
        for one, other in sorted(simplified.items())
        if max(map(ord, one + other)) <= LAST_BMP and other not in simplified
    }
    TARGET.write_text(f"{''.join(kept)}\n{''.join(kept.values())}\n", "utf-8")


if __name__ == "__main__":
    main()
