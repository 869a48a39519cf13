"""Retellings: an excerpt that aligning words does not find, though it retells a passage of the source in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.alignment.alignment import Alignment, Placement, Variant, VariantKind
from provenance.findings.normalization.reading import read_tokens
from provenance.text.document import whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.excerpts.model import Excerpt
    from provenance.findings.normalization.tokens import Token, Tokens
    from provenance.languages.lexicon import Lexicon
    from provenance.text.document import Document

# Shorter excerpts share too little, in words.
_SHORTEST = 8
# In longer sources some stretch shares as much by chance, in code points.
_LONGEST = 20_000
# So many telling words, and so great a share of them, stand in one stretch in the excerpt's order. Of 1,236 sentences
# laid against another page, one came so far.
_WORDS, _SHARE = 3, 0.35


def retold(excerpt: Excerpt, ours: Tokens, document: Document, lexicon: Lexicon) -> Alignment | None:
    """The alignment of an excerpt with the stretch of the source that it retells; None if it retells none.

    Args:
        excerpt: One that aligning did not find.
        ours: Its units.
        document: The source.
        lexicon: The word lists.
    """
    from rapidfuzz.distance import LCSseq  # needed for what is not found alone

    size = len(ours.items)
    if size < _SHORTEST or len(document.text) > _LONGEST:
        return None
    theirs = read_tokens(document, [document.span], lexicon).items
    wanted, width = _telling(ours.items, lexicon), size * 3 // 2 + 4
    windows = (
        theirs[start : start + width] for start in range(0, max(1, len(theirs) - width + 1), size // 3)
    )
    shared, window = max(
        ((LCSseq.similarity(wanted, _telling(row, lexicon)), row) for row in windows),
        key=lambda pair: pair[0],
    )
    if not window or shared < max(_WORDS, _SHARE * len(wanted)):
        return None
    source, place = document.passage(window[0].span.start, window[-1].span.end), whole(excerpt.passages)
    variant = Variant(VariantKind.SUBSTITUTION, place, source)
    return Alignment((Placement(place, source),), (variant,), shared / len(wanted))


def _telling(row: Sequence[Token], lexicon: Lexicon) -> list[str]:
    """The stems of the words that say something by themselves, figures and dates as they are."""
    small = lexicon.words("function_words")
    return [lexicon.stem(unit.key) for unit in row if unit.value is not None or unit.word not in small]
