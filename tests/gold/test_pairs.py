"""Pairs that people wrote and judged before they knew the rules: how many errors there may be, file by file.

The later sets are by other authors, written when the rules stood. Their first runs accused 2 of 55, 24 of 106, 11 of 75,
11 of 75, 11 of 60, 7 of 30, 3 of 24, 7 of 25, 6 of 32 and 15 of 72 honest pairs, and passed 10 of 55, 21 of 101, 25 of 75,
31 of 75, 24 of 60, 10 of 30, 4 of 24, 7 of 25, 7 of 32 and 21 of 72 falsified ones; the eighth and the tenth set have two
authors each. The sets about cuts accused 43 of 187, 56 of 273 and 76 of 401 and passed 66, 98 and 105; then cuts were learned from them.
The eleventh is never trained on: 6 of 40 and 17 of 40 with the rules before, 6 and 15 in the model's first run, then 5 and 17.
The twelfth accused 8 of 80 and passed 26 of 80, the two halves of the thirteenth 12 and 8 of 81 and 30 and 21 of 81; then their errors were
mended. The fourteenth was not looked at before its first run, which accused 11 of 81 and passed 20 of 81.
The fifteenth accused 8 of 40 and passed 5 of 40; the sixteenth, never trained on, 7 and 9. Two more sets about cuts accused 66 of 318
and 18 of 253 and passed 90 of 257 and 99 of 200; then they were learned from.
The set about voices accused 5 of 60 and passed 41 of 60, and was worked from; the eighteenth, scored before and after that, 7 and 12 of 60.
The nineteenth accused 9 of 40 and passed 10 of 40 with the rules before, and 10 and 9 in their first run after; then its errors were read.
The sets about frames are a sample of a matrix that accused 185 of 718 and passed 183 of 735 before it was worked from; its third, b,
never trained on, 83 of 327 and 105 of 322, then 52 and 56; later its errors were listed beside those of a.
The twenty-first accused 12 and passed 14 of 60, and a part was mended; the twenty-second 10 of 55 and 4 of 45, and was worked from; the twenty-third
16 of 50 and 3 of 50 with the rules before, and 13 and 3 in their first run after.
The set about messy sources accused 41 of 85 and passed 1 of 33 before one half was worked from; of the other half, 18 of 40 and 1 of 15,
then 4 and none.
The sets about limits accused 14 of 138 and 11 of 135 and passed 53 of 106 and 36 of 105; then a was worked
from, and b, of which a few rows were seen, is not trained on.
Of brackets and blocks of others, 7 of 79 and 8 of 75 were accused and 63 of 82 and 64 of 78 passed; the half a was worked from, then errors of b.
The twenty-fourth to the twenty-sixth accused 16 and 15 of 50 and 31 of 94 and passed 5 and 11 of 50 and 10 of 46, and were worked from, one half
first; the twenty-seventh, not trained on, 7 and 11 of 50 with the rules before and 6 and 10 after; then its errors were read,
and a part was mended. The twenty-eighth, not trained on, accused 13 and passed 15 of 60, 3 of 23 and 6 of 25 in the half that was not read; there 2 and 3 after.
The twentieth are everyday forms of which the rules were wrong and no longer are, with honest ones beside them.
"""

import importlib.util
from pathlib import Path

import pytest

from provenance.findings.finding import Severity

HERE = Path(__file__).parent
SCRIPT = HERE.parents[1] / "benchmarks" / "judgement.py"
FLOORS = {
    "pairs-brackets/brackets-a": (4, 3),
    "pairs-brackets/brackets-b": (1, 9),
    "pairs-brackets/fresh": (0, 1),
    "pairs-brackets/voices-a": (0, 3),
    "pairs-brackets/voices-b": (0, 4),
    "pairs-cuts-a/en": (12, 24),
    "pairs-cuts-a/far": (3, 5),
    "pairs-cuts-a/north-east": (3, 11),
    "pairs-cuts-a/west": (6, 16),
    "pairs-cuts-b/en": (5, 27),
    "pairs-cuts-b/far": (5, 12),
    "pairs-cuts-b/north-east": (6, 25),
    "pairs-cuts-b/west": (6, 16),
    "pairs-cuts-c/en": (10, 34),
    "pairs-cuts-c/far": (5, 9),
    "pairs-cuts-c/north-east": (9, 14),
    "pairs-cuts-c/west": (7, 14),
    "pairs-cuts-d/en": (3, 16),
    "pairs-cuts-d/mixed": (27, 33),
    "pairs-cuts-d/west": (12, 19),
    "pairs-cuts-e/far": (8, 22),
    "pairs-cuts-e/mixed": (1, 22),
    "pairs-cuts-e/north-east": (7, 39),
    "pairs-eighteenth/en": (2, 1),
    "pairs-eighteenth/far": (2, 1),
    "pairs-eighteenth/north-east": (0, 2),
    "pairs-eighteenth/west": (0, 2),
    "pairs-eighth/c-en": (0, 0),
    "pairs-eighth/c-west": (1, 1),
    "pairs-eighth/d-en": (0, 5),
    "pairs-eighth/d-far": (2, 1),
    "pairs-eighth/d-north-east": (0, 2),
    "pairs-eleventh/en": (2, 6),
    "pairs-eleventh/far": (0, 1),
    "pairs-eleventh/north-east": (1, 3),
    "pairs-eleventh/west": (1, 4),
    "pairs-fifteenth/en": (0, 1),
    "pairs-fifteenth/far": (1, 1),
    "pairs-fifteenth/north-east": (1, 0),
    "pairs-fifteenth/west": (1, 0),
    "pairs-fifth/en": (1, 3),
    "pairs-fifth/far": (0, 0),
    "pairs-fifth/north-east": (0, 0),
    "pairs-fifth/west": (1, 1),
    "pairs-fourteenth/en": (3, 5),
    "pairs-fourteenth/far": (1, 1),
    "pairs-fourteenth/north-east": (0, 2),
    "pairs-fourteenth/west": (1, 5),
    "pairs-fourth/en": (0, 3),
    "pairs-fourth/far": (1, 0),
    "pairs-fourth/north-east": (0, 0),
    "pairs-fourth/west": (2, 0),
    "pairs-frames-a/en": (3, 5),
    "pairs-frames-a/far": (2, 1),
    "pairs-frames-a/north-east": (6, 10),
    "pairs-frames-a/west": (15, 18),
    "pairs-frames-b/en": (0, 2),
    "pairs-frames-b/far": (2, 2),
    "pairs-frames-b/north-east": (2, 5),
    "pairs-frames-b/west": (10, 11),
    "pairs-limits-a/mixed": (10, 5),
    "pairs-limits-b/mixed": (10, 8),
    "pairs-messy/en": (0, 1),
    "pairs-messy/far": (0, 0),
    "pairs-messy/north-east": (0, 0),
    "pairs-messy/west": (3, 0),
    "pairs-nineteenth/en": (0, 4),
    "pairs-nineteenth/far": (1, 1),
    "pairs-nineteenth/north-east": (0, 2),
    "pairs-nineteenth/west": (3, 2),
    "pairs-ninth/en": (0, 3),
    "pairs-ninth/far": (0, 0),
    "pairs-ninth/north-east": (0, 0),
    "pairs-ninth/west": (0, 2),
    "pairs-second/en": (0, 1),
    "pairs-second/far": (0, 0),
    "pairs-second/north-east": (0, 0),
    "pairs-second/west": (0, 0),
    "pairs-seventh/en": (0, 1),
    "pairs-seventh/far": (0, 0),
    "pairs-seventh/north-east": (0, 1),
    "pairs-seventh/west": (0, 2),
    "pairs-sixteenth/en": (0, 2),
    "pairs-sixteenth/far": (1, 0),
    "pairs-sixteenth/north-east": (1, 1),
    "pairs-sixteenth/west": (0, 0),
    "pairs-sixth/en": (1, 8),
    "pairs-sixth/far": (2, 0),
    "pairs-sixth/north-east": (0, 1),
    "pairs-sixth/west": (1, 5),
    "pairs-tenth/j-en": (0, 5),
    "pairs-tenth/j-far": (0, 0),
    "pairs-tenth/j-north-east": (0, 2),
    "pairs-tenth/j-west": (0, 2),
    "pairs-tenth/l-en": (1, 2),
    "pairs-tenth/l-far": (0, 0),
    "pairs-tenth/l-north-east": (1, 0),
    "pairs-tenth/l-west": (0, 0),
    "pairs-third/en": (0, 5),
    "pairs-third/far": (0, 3),
    "pairs-third/north-east": (1, 0),
    "pairs-third/west": (0, 0),
    "pairs-thirteenth/ta-en": (2, 6),
    "pairs-thirteenth/ta-far": (0, 0),
    "pairs-thirteenth/ta-north-east": (1, 4),
    "pairs-thirteenth/ta-west": (2, 8),
    "pairs-thirteenth/tb-en": (2, 3),
    "pairs-thirteenth/tb-far": (0, 2),
    "pairs-thirteenth/tb-north-east": (2, 1),
    "pairs-thirteenth/tb-west": (1, 3),
    "pairs-twelfth/en": (1, 7),
    "pairs-twelfth/far": (0, 2),
    "pairs-twelfth/north-east": (0, 1),
    "pairs-twelfth/west": (2, 5),
    "pairs-twentieth-a/en": (0, 0),
    "pairs-twentieth-a/germanic": (0, 0),
    "pairs-twentieth-a/nordic": (0, 0),
    "pairs-twentieth-b/far": (0, 0),
    "pairs-twentieth-b/north-east": (0, 0),
    "pairs-twentieth-b/west": (0, 0),
    "pairs-twentyeighth/en": (2, 1),
    "pairs-twentyeighth/far": (3, 1),
    "pairs-twentyeighth/north-east": (0, 1),
    "pairs-twentyeighth/west": (2, 2),
    "pairs-twentyfifth/en": (0, 1),
    "pairs-twentyfifth/far": (1, 2),
    "pairs-twentyfifth/north-east": (2, 1),
    "pairs-twentyfifth/west": (1, 3),
    "pairs-twentyfirst/en": (0, 6),
    "pairs-twentyfirst/far": (2, 0),
    "pairs-twentyfirst/north-east": (3, 3),
    "pairs-twentyfirst/west": (1, 1),
    "pairs-twentyfourth/en": (0, 1),
    "pairs-twentyfourth/far": (2, 0),
    "pairs-twentyfourth/north-east": (1, 1),
    "pairs-twentyfourth/west": (0, 0),
    "pairs-twentysecond/en": (1, 1),
    "pairs-twentysecond/far": (1, 1),
    "pairs-twentysecond/north-east": (0, 1),
    "pairs-twentysecond/west": (1, 0),
    "pairs-twentyseventh/en": (0, 2),
    "pairs-twentyseventh/far": (1, 2),
    "pairs-twentyseventh/north-east": (0, 3),
    "pairs-twentyseventh/west": (1, 1),
    "pairs-twentysixth/en": (0, 4),
    "pairs-twentysixth/far": (1, 1),
    "pairs-twentysixth/north-east": (3, 0),
    "pairs-twentysixth/west": (2, 3),
    "pairs-twentythird/en": (2, 1),
    "pairs-twentythird/far": (3, 0),
    "pairs-twentythird/north-east": (3, 1),
    "pairs-twentythird/west": (3, 1),
    "pairs-voices/en": (1, 8),
    "pairs-voices/far": (0, 3),
    "pairs-voices/north-east": (1, 4),
    "pairs-voices/west": (0, 7),
    "pairs/en-1": (0, 0),
    "pairs/en-2": (1, 4),
    "pairs/germanic": (0, 0),
    "pairs/others": (1, 2),
    "pairs/romance": (0, 0),
    "pairs/slavic-finnic": (3, 2),
}
"""For each file, how many honest pairs may be accused, and how many falsified ones passed."""

CRITICAL = {
    "u23-zh-04",
    "u23-en-28",
    "fr-fi-13-told",
    "fr-tr-09-neutral-frag",
    "fr-ja-01-told",
    "fr-it-26-told",
    "fr-it-04-neutral-inline",
    "ca-en-173",
    "ca-it-004",
    "ca-it-045",
    "ca-it-056",
    "ca-nl-052",
    "ca-pt-038",
    "cb-ko-007",
    "l-sv-002",
    "m-fr-006",
    "n-ru-008",
    "ta-nl-002",
    "tb-fr-007",
    "tc-tr-002",
    "aw-sv-A3-01",
    "u26-pt-01",
    "u27-ja-03",
}
"""The honest pairs that are accused of the gravest."""


def benchmark():
    spec = importlib.util.spec_from_file_location("judgement", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


JUDGEMENT = benchmark()


@pytest.mark.parametrize("name", FLOORS)
def test_no_more_honest_pairs_are_accused_and_no_more_falsified_ones_passed_than(name):
    outcomes = [JUDGEMENT.judge_pair(pair) for pair in JUDGEMENT.read_pairs(HERE / f"{name}.toml")]
    accused = [outcome.pair.name for outcome in outcomes if outcome.accused]
    passed = [outcome.pair.name for outcome in outcomes if outcome.passed]
    critical = {o.pair.name for o in outcomes if o.accused and o.gravest is Severity.CRITICAL}
    most_accused, most_passed = FLOORS[name]
    assert len(accused) <= most_accused, accused
    assert len(passed) <= most_passed, passed
    assert critical <= CRITICAL


def test_every_file_has_its_floors():
    assert {f"{path.parent.name}/{path.stem}" for path in HERE.glob("pairs*/*.toml")} == set(FLOORS)
