"""What CLDR knows of each language is read beside the lists that people write."""

import importlib.util
from pathlib import Path

import pytest

from provenance.languages import lexicon_files
from provenance.languages.lexicon_files import lexicon_of

ROOT = Path(__file__).parents[2]
FOLDER = Path(lexicon_files.__file__).parent
WRITTEN = sorted(file.parent.name for file in FOLDER.glob("*/words.toml"))
BY_CHARACTER = {"ja", "zh"}


@pytest.mark.parametrize("language", WRITTEN)
def test_every_language_knows_its_calendar_and_units(language):
    lexicon = lexicon_of(language)
    assert lexicon.decimal in {".", ","}
    if language not in BY_CHARACTER:
        assert set(lexicon.months.values()) == set(range(1, 13))
        assert set(lexicon.weekdays.values()) == set(range(7))
        assert set(lexicon.units.groups.values()) >= {"kilometer", "euro"}
    assert set(lexicon.units.groups.values()) >= {"year", "percent", "dollar"}


@pytest.mark.parametrize(
    ("language", "word", "month"),
    [
        ("de", "jänner", 1),
        ("de", "oktober", 10),
        ("en", "oct", 10),
        ("cs", "rijna", 10),
        ("cs", "rijen", 10),
        ("ru", "мая", 5),
    ],
)
def test_a_month_is_known_in_its_forms(language, word, month):
    assert lexicon_of(language).months[lexicon_files.fold_word(word)] == month


@pytest.mark.parametrize(
    ("language", "words", "unit"),
    [
        ("cs", ["kilometru"], "kilometer"),
        ("pl", ["procent"], "percent"),
        ("fi", ["vuotta"], "year"),
        ("en", ["metres"], "meter"),
        ("de", ["qm"], "square meter"),
    ],
)
def test_a_unit_is_known_in_its_forms(language, words, unit):
    hit = lexicon_of(language).units.at(words, 0)
    assert hit is not None
    assert hit.group == unit


@pytest.mark.parametrize(
    ("language", "word"), [("en", "in"), ("en", "m"), ("cs", "pro"), ("it", "mar"), ("fi", "la")]
)
def test_a_common_short_word_is_neither_unit_nor_month(language, word):
    lexicon = lexicon_of(language)
    assert (word,) not in lexicon.units.groups
    assert word not in lexicon.months
    assert word not in lexicon.weekdays


def test_a_month_that_is_a_small_word_counts_only_beside_a_figure():
    assert "mai" in lexicon_of("ro").words("ambiguous_dates")


@pytest.mark.parametrize("language", WRITTEN)
def test_what_is_generated_was_not_changed_by_hand(language):
    core = pytest.importorskip("babel.core")
    spec = importlib.util.spec_from_file_location(
        "generate_languages", ROOT / "tools" / "generate_languages.py"
    )
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    kept = (FOLDER / language / "generated.toml").read_text("utf-8")
    if f"CLDR {core.get_cldr_version()} " not in kept.partition("\n")[0]:
        pytest.skip("generated from another version of CLDR")
    assert kept == "\n".join(tool._file(language)) + "\n"
