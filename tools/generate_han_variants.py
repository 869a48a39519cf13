#!/usr/bin/env python3
"""Writes provenance/text/han.txt: Han characters and the one that stands for each, from OpenCC's tables (Apache-2.0).

    pip install opencc-python-reimplemented && python tools/generate_han_variants.py

The first line of the file holds traditional Chinese, old and new Japanese forms, and those of regions and old editions, the second the
simplified form of each.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent.parent / "provenance" / "text" / "han.txt"
# Forms of Japan or Taiwan that are other words in Chinese, or stand for several old ones.
OTHER_WORDS = frozenset("弁予欠缶糸虫余台芸叶机干沪么")
LAST_BMP = 0xFFFF


# How old editions print a character that OpenCC has not: variants of one meaning in Unicode's Unihan (kSemanticVariant, kZVariant).
EDITIONS = """
    徧遍 畧略 慙慚 竝並 廻回 躭耽 靑青 淸清 愼慎 塡填 顚顛 飮飲 冺泯 姉姊 僊仙 攷考 敺毆 煑煮 牕窗 窓窗 甎磚 緜綿 艸草 襃褒 覩睹 貍狸 踈疏 遯遁 鎻鎖
    閙鬧 隄堤 飜翻 騐驗 鬭鬥 槩概 朞期 毘毗 愬訴 喆哲 凴憑 凢凡 倐倏 隣鄰 恊協 甞嘗 氷冰 姸妍 硏研 幷并 倂併 郞郎 啗啖""".split()
# What two houses or regions write for the same word, whichever is the standard.
VARIANTS = ("TWVariants.txt", "HKVariants.txt")


def table(name: str) -> dict[str, list[str]]:
    """The choices for each character of one of OpenCC's tables."""
    text = (files("opencc") / "dictionary" / name).read_text("utf-8")
    pairs = (line.split("\t") for line in text.splitlines() if "\t" in line)
    return {one: others.split() for one, others in pairs}


def pairs() -> Iterator[Sequence[str]]:
    """Each character and one that stands for it, the surest tables first."""
    simplified = table("TSCharacters.txt")
    yield from ((one, other) for one, others in simplified.items() for other in others[:2] if one != other)
    for old, (new, *_) in table("JPVariants.txt").items():
        if new not in OTHER_WORDS:
            yield new, old
    # "馀" has one traditional form, "餘", which is simplified to another: "余".
    yield from ((one, others[0]) for one, others in table("STCharacters.txt").items() if len(others) == 1)
    yield from EDITIONS
    regional = ((other, one) for name in VARIANTS for one, others in table(name).items() for other in others)
    yield from (pair for pair in regional if pair[0] not in OTHER_WORDS)


def main() -> None:
    """Write the file."""
    stands: dict[str, str] = {}

    def last(character: str) -> str:
        while character in stands:
            character = stands[character]
        return character

    for one, other in pairs():
        if one not in stands and last(other) != one and max(map(ord, one + last(other))) <= LAST_BMP:
            stands[one] = last(other)
    kept = {one: last(other) for one, other in sorted(stands.items())}
    TARGET.write_text(f"{''.join(kept)}\n{''.join(kept.values())}\n", "utf-8")


if __name__ == "__main__":
    main()
