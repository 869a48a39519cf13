#!/usr/bin/env python3
"""Writes what CLDR knows of each language: months, weekdays, units, the euro, the signs of numbers.

    python tools/generate_languages.py [LANGUAGE]...

Makes provenance/languages/LANGUAGE/generated.toml for each language that has a words.toml, from the copy of CLDR that Babel
brings. What words.toml says besides is added to it when the lists are read, so that a form that CLDR lacks (a case ending,
a local abbreviation) stands there alone.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import get_cldr_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LANGUAGES = Path(__file__).resolve().parents[1] / "provenance" / "languages"
WORDS_BY_CHARACTER = ("ja", "zh")  # the entries of these are single characters, which CLDR's names are not
# The unit by which the lists know it, and CLDR's.
UNITS = {
    "percent": "concentr-percent",
    "kilometer": "length-kilometer",
    "meter": "length-meter",
    "centimeter": "length-centimeter",
    "millimeter": "length-millimeter",
    "mile": "length-mile",
    "foot": "length-foot",
    "inch": "length-inch",
    "yard": "length-yard",
    "kilogram": "mass-kilogram",
    "gram": "mass-gram",
    "milligram": "mass-milligram",
    "microgram": "mass-microgram",
    "tonne": "mass-tonne",
    "ounce": "mass-ounce",
    "liter": "volume-liter",
    "centiliter": "volume-centiliter",
    "milliliter": "volume-milliliter",
    "cubic meter": "volume-cubic-meter",
    "gallon": "volume-gallon",
    "barrel": "volume-barrel",
    "hectare": "area-hectare",
    "acre": "area-acre",
    "square kilometer": "area-square-kilometer",
    "square mile": "area-square-mile",
    "square meter": "area-square-meter",
    "square foot": "area-square-foot",
    "kilometer an hour": "speed-kilometer-per-hour",
    "mile an hour": "speed-mile-per-hour",
    "degree celsius": "temperature-celsius",
    "degree fahrenheit": "temperature-fahrenheit",
    "megawatt": "power-megawatt",
    "gigawatt": "power-gigawatt",
    "kilowatt": "power-kilowatt",
    "kilowatt hour": "energy-kilowatt-hour",
    "hour": "duration-hour",
    "minute": "duration-minute",
    "second": "duration-second",
    "day": "duration-day",
    "week": "duration-week",
    "month": "duration-month",
    "year": "duration-year",
    "decade": "duration-decade",
    "century": "duration-century",
}
# Behind a figure the short form of these is read too; that of a year or a day ("J", "d") is too often something else.
SHORT = re.compile(r"length|mass|area|volume|speed|temperature|power|energy|percent")
# "5 m" may be five million, "5 in" the beginning of what follows.
NEVER = frozenset({"m", "in", "c", "f"})
LONG_FORM = 4  # letters of a word that is no common short word


def main() -> None:
    chosen = sys.argv[1:] or sorted(path.parent.name for path in LANGUAGES.glob("*/words.toml"))
    for language in chosen:
        target = LANGUAGES / language / "generated.toml"
        target.write_text("\n".join(_file(language)) + "\n", "utf-8")


def _file(language: str) -> Iterator[str]:
    locale = Locale.parse("nb" if language == "no" else language)
    symbols = locale.number_symbols["latn"]
    yield f"# From CLDR {get_cldr_version()} by tools/generate_languages.py, which writes it anew: change words.toml instead."
    yield f'\ndecimal = "{symbols["decimal"]}"'
    if language in WORDS_BY_CHARACTER:
        return
    months, weekdays = _months(locale), _weekdays(locale)
    told = _function_words().get(language, "").split()
    doubtful = {name for row in (*months, *weekdays) for name in row if name in told}
    doubtful |= {name.rstrip(".") for row in (*months, *weekdays) for name in row if name.endswith(".")}
    yield "\n[calendar]"
    yield f"capitals = {str(locale.months['format']['wide'][1][0].isupper()).lower()}"
    pattern = locale.date_formats["long"].pattern
    yield f"month_first = {str(pattern.index('M') < pattern.index('d')).lower()}"
    yield f'months = "{_rows(months)}"'
    yield f'weekdays = "{_rows(weekdays)}"'
    yield f'ambiguous = "{", ".join(sorted(doubtful))}"'
    yield "\n[units]"
    for name, forms in _units(locale).items():
        if forms:
            yield f'"{name}" = "{", ".join(forms)}"'


def _function_words() -> dict[str, str]:
    return tomllib.loads((LANGUAGES.parent / "text" / "function_words.toml").read_text("utf-8"))


def _months(locale: Locale) -> list[list[str]]:
    kinds = [
        locale.months[kind][width] for width in ("wide", "abbreviated") for kind in ("format", "stand-alone")
    ]
    return [_names([kind[number] for kind in kinds]) for number in range(1, 13)]


def _weekdays(locale: Locale) -> list[list[str]]:
    kinds = [locale.days[kind]["wide"] for kind in ("format", "stand-alone")]
    return [_names([kind[number] for kind in kinds]) for number in range(7)]


def _names(forms: Iterable[str]) -> list[str]:
    """Names in small letters, each once; an abbreviation only if it is written with a stop, and is no common short word."""
    wide, *others = forms
    kept = [
        wide,
        *(form for form in others if len(form) > LONG_FORM or (form.endswith(".") and len(form) > 3)),
    ]
    return list(dict.fromkeys(form.lower().replace(" ", "-") for form in kept))


def _rows(rows: Iterable[Iterable[str]]) -> str:
    return ", ".join(" ".join(dict.fromkeys(name.rstrip(".") for name in row)) for row in rows)


def _units(locale: Locale) -> dict[str, list[str]]:
    patterns = locale._data["unit_patterns"]  # noqa: SLF001 - Babel gives no public way to all forms of a unit
    units = {}
    for name, key in UNITS.items():
        widths = ("long", "short") if SHORT.search(key) else ("long",)
        known = patterns.get(key, {})
        forms = _forms(form for width in widths for form in dict(known.get(width, {})).items())
        units[name] = [form for form in forms if form not in NEVER]
    euro = locale._data.get("currency_names_plural", {}).get("EUR", {})  # noqa: SLF001
    units["euro"] = _forms(
        [*((key, "{0} " + euro[key]) for key in euro), ("one", "{0} €"), ("one", "{0} eur")]
    )
    return units


def _forms(patterns: Iterable[tuple[str, str]]) -> list[str]:
    """What stands beside the number in each plural form."""
    forms = (
        pattern.replace("{0}", "").strip().rstrip(".").lower()
        for count, pattern in patterns
        if count != "per"
    )
    return list(
        dict.fromkeys(
            " ".join(form.split()) for form in forms if form and "," not in form and "/" not in form[:1]
        )
    )


if __name__ == "__main__":
    main()
