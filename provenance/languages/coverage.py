"""Coverage: what is known of each language, and what is not."""

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from provenance.files.reading import shipped
from provenance.languages.cues import language
from provenance.languages.lexicon_files import has_words, lexicon_of
from provenance.languages.orthography import has_rules

NAMES: Final = shipped(__file__, "names.toml")
"""The English names of languages, by their BCP 47 primary subtags."""

_LONGEST: Final = 8  # letters of a subtag
# The classes of words that judging rests on, and the lists that hold them.
_CLASSES: Final = {
    "negations": ("negators",),
    "conditions": ("condition", "exception"),
    "hedges": ("hedges", "approx"),
    "modals": ("modals",),
    "verbs of saying": ("said_neutral", "said_loaded"),
}


class Coverage(NamedTuple):
    """What is known of one language."""

    code: str  # a BCP 47 primary subtag
    # By class, whether it is known: cues (who is quoted), each class of words, figures, dates, spelling
    # reforms.
    known: dict[str, bool]

    @property
    def unknown_words(self) -> tuple[str, ...]:
        """The classes of words that judging rests on and that are not known."""
        return tuple(name for name in _CLASSES if not self.known[name])


@cache
def coverage_of(code: str) -> Coverage:
    """What is known of a language, by its primary subtag."""
    lexicon = lexicon_of(code)
    known = {"cues": has_words(code) and (Path(__file__).parent / code / "cues.toml").is_file()}
    known |= {name: all(lexicon.words(each).groups for each in lists) for name, lists in _CLASSES.items()}
    known |= {
        "figures": bool(lexicon.values and lexicon.scales),
        "dates": bool(lexicon.months) or code in {"ja", "zh"},
    }
    return Coverage(code, known | {"old spelling": has_rules(code) or bool(lexicon.old_stems)})


def covered_languages() -> tuple[Coverage, ...]:
    """Every language that has word lists, by its English name."""
    codes = [folder.name for folder in Path(__file__).parent.iterdir() if has_words(folder.name)]
    return tuple(coverage_of(code) for code in sorted(codes, key=lambda code: NAMES.get(code, code)))


def unknown_told(code: str) -> str:
    """One sentence on the words that are not known of a language; empty where all are."""
    if has_words(code):
        return ""  # every folder has every class of words
    missing = coverage_of(code).unknown_words
    listed = f"{', '.join(missing[:-1])} and {missing[-1]}" if len(missing) > 1 else missing[0]
    is_tag = code.isascii() and code.isalpha() and len(code) <= _LONGEST  # a page may state anything
    told = code if is_tag else "und"
    return f"{listed} are not known in {NAMES.get(told, f'“{told}”')}: look at every word that was left out"


def coverage_table() -> str:
    """The languages and what is known of each, as a Markdown table."""
    rows = covered_languages()
    heads = list(rows[0].known)
    lines = [f"| language | {' | '.join(heads)} |", f"|---|{'---|' * len(heads)}"]
    for row in rows:
        told = ["yes" if row.known[head] else "no" for head in heads]
        cells = ["untested", *told[1:]] if language(row.code).untested else told
        lines.append(f"| {NAMES.get(row.code, row.code)} ({row.code}) | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
