"""Naming: where a source names those whom an article names, in whatever form, and whether two names are one there."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from provenance.findings.context import JudgingContext
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Token
from provenance.languages.lexicon import Lexicon
from provenance.languages.sentences import splitter
from provenance.text.document import Document
from provenance.text.span import Span
from provenance.text.tokens import is_unspaced

_GENITIVE: Final = ("'s", "’s")
_APPOSED: Final = 6  # words between a name and an office that are one person's
_STEM: Final = 4  # letters that two forms of a word share at least ...
_ENDING: Final = 2  # ... and all but so many
_ADDRESS: Final = re.compile("(?:氏|さん|様)?[はがをもにの]?\\Z")
_HANGUL: Final = "\uac00"  # from here on two signs are as much


class Named(NamedTuple):
    """Those whom words name."""

    stems: frozenset[str]  # of the words that say something
    text: str  # as it stands

    def places(self, units: Sequence[Token], context: JudgingContext) -> list[int]:
        """The numbers of those of some words of the source that name them: "the mayor's aide" is not the mayor."""
        if is_unspaced(self.text[:1]):
            edges = [0, *accumulate(len(unit.text) for unit in units)]
            found = re.finditer(re.escape(self.text), "".join(unit.text for unit in units))
            return [edges.index(at.start()) for at in found if at.start() in edges]
        own = ((index, unit) for index, unit in enumerate(units) if not unit.text.endswith(_GENITIVE))
        stems = [(index, context.lexicon.stem(unit.key)) for index, unit in own]
        every = {stem for _, stem in stems}
        fitting = {stem for stem in every if any(may_be_one_word(stem, each) for each in self.stems)}
        return [index for index, stem in stems if stem in fitting]

    def is_among(self, units: Sequence[Token], context: JudgingContext) -> bool:
        """Whether some words of the source name them."""
        return bool(self.places(units, context))

    def are(self, other: "Named", context: JudgingContext) -> bool:
        """Whether others are the same by their words, or the source has both side by side: "the chair, Tom Alder"."""
        if is_unspaced(self.text[:1]):
            if self.text in other.text or other.text in self.text:
                return True
        elif any(may_be_one_word(mine, theirs) for mine in self.stems for theirs in other.stems):
            return True
        document, split = context.witness.document, splitter(context.lexicon.language)
        units = source_units(context)
        theirs = frozenset(other.places(units, context))
        pairs = (
            sorted((place, place + step))
            for place in self.places(units, context)
            for step in range(-_APPOSED, _APPOSED + 1)
            if place + step in theirs
        )
        return any(
            split.at(document, units[first].span.start).end > units[last].span.start for first, last in pairs
        )


def named_by(units: Iterable[Token], text: str, context: JudgingContext) -> Named:
    """Those whom some words name, which stand so in a text."""
    bare = text.strip(" []［］〔〕()（）")
    if is_unspaced(bare[:1]):
        bare = _ADDRESS.sub("", bare)
    return Named(frozenset(context.lexicon.stem(unit.key) for unit in units), bare)


def may_be_one_word(one: str, other: str) -> bool:
    """Whether two stems may be of one word, one with an ending that no list has."""
    pairs = list(zip(one, other, strict=False))
    shared = next((at for at, pair in enumerate(pairs) if pair[0] != pair[1]), len(pairs))
    shorter, longer = sorted((len(one), len(other)))
    if one >= _HANGUL or shared == shorter == _STEM - 1:
        return shared == shorter >= 2 and longer - shorter <= _ENDING
    return one == other or shared >= max(_STEM, shorter - _ENDING)


def units_in(span: Span, context: JudgingContext) -> tuple[Token, ...]:
    """The words of the source in a span."""
    return read_tokens(context.witness.document, [span], context.lexicon).items


def source_units(context: JudgingContext) -> tuple[Token, ...]:
    """All words of the source."""
    return _units(context.witness.document, context.lexicon)


@lru_cache(maxsize=1)  # each bracket asks for those of its source
def _units(document: Document, lexicon: Lexicon) -> tuple[Token, ...]:
    return read_tokens(document, [document.span], lexicon).items
