"""Restyled excerpts: the same words, figures and dates, all in another dress, so that aligning words finds too few.

A short excerpt may have most of its words respelled ("The organization spent 12% on 12 programs"). Read into units it
stands in the source word for word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.alignment.alignment import Alignment, Disclosure, Placement, Variant, VariantKind
from provenance.findings.normalization.comparison import differing
from provenance.findings.normalization.reading import read_tokens
from provenance.text.document import whole

if TYPE_CHECKING:
    from provenance.excerpts.model import Excerpt
    from provenance.findings.normalization.tokens import Tokens
    from provenance.languages.lexicon import Lexicon
    from provenance.text.document import Document

# Fewer words occur by chance; of more, enough are written alike to be aligned.
_FEWEST, _MOST = 4, 40
# In longer sources too much would have to be read, in code points.
_LONGEST = 40_000


def restyled(excerpt: Excerpt, ours: Tokens, document: Document, lexicon: Lexicon) -> Alignment | None:
    """The alignment of an excerpt that stands in a source in another dress throughout; None if it does not.

    Args:
        excerpt: One that aligning did not find.
        ours: Its units.
        document: The source.
        lexicon: The word lists.
    """
    size = len(ours.items)
    if not _FEWEST <= size <= _MOST or len(document.text) > _LONGEST:
        return None
    theirs = read_tokens(document, [document.span], lexicon).items
    for start in range(len(theirs) - size + 1):
        row = theirs[start : start + size]
        if (
            row[0].key == ours.items[0].key
            and row[-1].key == ours.items[-1].key
            and differing(ours.items, row, lexicon) == ((), ())
        ):
            source = document.passage(row[0].span.start, row[-1].span.end)
            place = whole(excerpt.passages)
            variant = Variant(VariantKind.SUBSTITUTION, place, source, Disclosure.PERMITTED)
            return Alignment((Placement(place, source),), (variant,), 1.0)
    return None
