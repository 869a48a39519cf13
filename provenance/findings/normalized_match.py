"""Excerpts that aligning words does not find: all in another dress, beside brackets, retold, or there in part.

A short excerpt may have most of its words respelled ("The organization spent 12% on 12 programs"). Read into units it
stands in the source word for word.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from provenance.alignment.alignment import Alignment, Disclosure, Placement, Variant, VariantKind
from provenance.excerpts.model import Excerpt, MarkKind
from provenance.findings.context import JudgingContext
from provenance.findings.normalization.comparison import differing
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Token, Tokens
from provenance.languages.lexicon import Lexicon
from provenance.text.document import Document, Passage, whole
from provenance.text.span import Span
from provenance.text.tokens import folded_words

_FEWEST, _MOST = 2, 40  # of more words, enough are written alike to be aligned
_LONGEST = 40_000  # in longer sources too much would have to be read, in code points
_WORD_SIGNS = re.compile(r"\w[\w'’-]{0,60}")
_BRACKETED = re.compile(r"\w{0,40}\[[^\[\]]{0,400}\]\w{0,40}")
# At most three words in the place of brackets behind others.
_REPLACED = r"\b\W{0,4}?((?:\w+(?:\W{1,4}\w+){0,2}?)??)"
_FEWEST_AROUND = 3  # words outside brackets: fewer stand in a source by chance
_SHORTEST = 8  # shorter excerpts share too little, in words
_LONGEST_RETOLD = 20_000  # in longer sources some stretch shares as much by chance, in code points
# So many telling words, and so great a share of them, stand in one stretch in the excerpt's order. Of 1,236 sentences
# laid against another page, one came so far.
_WORDS, _SHARE = 3, 0.35

# Three words or fewer occur by chance, and are absent by chance (an unrelated pair of words stands in up to three of
# four sources).
LEAST_WORDS = 4
_HELD = 0.4  # where the source has so great a part of an excerpt in one run, it is no source that lacks it
# Of an excerpt of so few words, so many may stand apart, in a stretch of the source that is longer by so many words.
_SHORT, _HELD_APART, _AROUND = 8, 0.65, 4


def restyled(excerpt: Excerpt, ours: Tokens, document: Document, lexicon: Lexicon) -> Alignment | None:
    """The alignment of an excerpt that stands in a source in another dress throughout; None if it does not.

    A few words occur by chance: they must stand at one place alone.
    """
    size = len(ours.items)
    if not _FEWEST <= size <= _MOST or len(document.text) > _LONGEST:
        return None
    rows = _rows_like(ours.items, _units_of(document, lexicon), lexicon)
    places = list(islice(rows, 1 if size >= LEAST_WORDS else 2))
    if len(places) != 1:
        return None
    source = document.passage(places[0][0].span.start, places[0][-1].span.end)
    place = whole(excerpt.passages)
    variant = Variant(VariantKind.SUBSTITUTION, place, source, Disclosure.PERMITTED)
    return Alignment((Placement(place, source),), (variant,), 1.0)


def _rows_like(ours: Sequence[Token], theirs: Sequence[Token], lexicon: Lexicon) -> Iterator[Sequence[Token]]:
    """The rows of as many words that say the same in another dress."""
    keys, size = [unit.key for unit in theirs], len(ours)
    for start, (opening, closing) in enumerate(zip(keys, keys[size - 1 :], strict=False)):
        if opening != ours[0].key and closing != ours[-1].key:
            continue
        row = theirs[start : start + size]
        if differing(ours, row, lexicon) == ((), ()):
            yield row


def retold(excerpt: Excerpt, ours: Tokens, document: Document, lexicon: Lexicon) -> Alignment | None:
    """The alignment of an excerpt with the stretch of the source that it retells; None if it retells none."""
    from rapidfuzz.distance import LCSseq  # needed for what is not found alone

    size = len(ours.items)
    if size < _SHORTEST or len(document.text) > _LONGEST_RETOLD:
        return None
    theirs = _units_of(document, lexicon)
    stems, width = _stems_of(document, lexicon), size * 3 // 2 + 4
    wanted = [stem for stem in _stems(ours.items, lexicon) if stem]
    starts = range(0, max(1, len(theirs) - width + 1), size // 3)
    told = ([stem for stem in stems[start : start + width] if stem] for start in starts)
    likenesses = (LCSseq.similarity(wanted, row) for row in told)
    shared, nearest = max(zip(likenesses, (-start for start in starts), strict=True))
    window = theirs[-nearest : width - nearest]
    if not window or shared < max(_WORDS, _SHARE * len(wanted)):
        return None
    source, place = document.passage(window[0].span.start, window[-1].span.end), whole(excerpt.passages)
    variant = Variant(VariantKind.SUBSTITUTION, place, source)
    return Alignment((Placement(place, source),), (variant,), shared / len(wanted))


def _stems(row: Sequence[Token], lexicon: Lexicon) -> tuple[str, ...]:
    """The stem of each word, empty for one that says nothing by itself."""
    small = lexicon.words("function_words")
    return tuple(
        lexicon.stem(unit.key) if unit.value is not None or unit.word not in small else "" for unit in row
    )


@lru_cache(maxsize=32)  # a draft asks by turns of the sources that lack its quotations
def _units_of(document: Document, lexicon: Lexicon) -> tuple[Token, ...]:
    return read_tokens(document, [document.span], lexicon).items


@lru_cache(maxsize=32)
def _stems_of(document: Document, lexicon: Lexicon) -> tuple[str, ...]:
    return _stems(_units_of(document, lexicon), lexicon)


@lru_cache(maxsize=32)
def _words_of(document: Document) -> Sequence[str]:
    return folded_words(document.text)


def around_brackets(excerpt: Excerpt, document: Document) -> Alignment | None:
    """The alignment of an excerpt whose words outside brackets stand in order at one place of a source; None elsewhere.

    A few words beside brackets share too little with a source to be aligned: "unermüdliche[r] alte[r] Platzwart".
    """
    spans = [mark.passage.span for mark in excerpt.marks if mark.kind is MarkKind.BRACKETS]
    place = whole(excerpt.passages)
    pattern = _around(place, spans) if spans and len(document.text) <= _LONGEST else ""
    places = list(islice(re.finditer(pattern, document.text, re.IGNORECASE), 2)) if pattern else []
    if len(places) != 1:
        return None
    found = places[0]
    variants = tuple(
        Variant(
            VariantKind.SUBSTITUTION if found[number] else VariantKind.ADDITION,
            place.document.passage(span.start, span.end),
            document.passage(*found.span(number)),
            Disclosure.DECLARED,
        )
        for number, span in enumerate(spans, start=1)
    )
    return Alignment((Placement(place, document.passage(*found.span())),), variants, 1.0)


def _around(place: Passage, spans: Sequence[Span]) -> str:
    """A pattern of the words outside some brackets, which stand for an ending, a few words or nothing; empty if these are too few."""
    text, at, pattern, count = place.document.text, place.span.start, "", 0
    for span in (*spans, Span(place.span.end, place.span.end)):
        words = _WORD_SIGNS.findall(text[at : span.start])
        pattern += r"\W{1,4}" * bool(pattern and words) + r"\W{1,4}".join(map(re.escape, words))
        count += len(words)
        if text[span.end : span.end + 1].isalnum():
            return ""  # "[T]he"
        if len(span):
            pattern += r"(\w{0,8})" if text[span.start - 1].isalnum() else _REPLACED if pattern else "()"
        at = span.end
    return pattern if count >= _FEWEST_AROUND else ""


def remains(context: JudgingContext) -> str:
    """The words of the excerpt that the source has in a run, or close and in order, if they are many; else empty."""
    # A word of which brackets hold a part is another form.
    ours = folded_words(_BRACKETED.sub(" ", context.excerpt.text))
    theirs = _words_of(context.witness.page.document)
    telling = set(ours) - {entry[0] for entry in context.lexicon.words("function_words").groups}
    return _longest_run(ours, theirs) or (_apart(ours, theirs, telling) if len(ours) <= _SHORT else "")


def _longest_run(ours: Sequence[str], theirs: Sequence[str]) -> str:
    text = f" {' '.join(theirs)} "
    longest: Sequence[str] = ()
    for first in range(len(ours)):
        size = max(LEAST_WORDS, len(longest) + 1)
        while first + size <= len(ours) and f" {' '.join(ours[first : first + size])} " in text:
            longest = ours[first : first + size]
            size += 1
    return " ".join(longest) if len(longest) >= _HELD * len(ours) else ""


def _apart(ours: Sequence[str], theirs: Sequence[str], telling: set[str]) -> str:
    from rapidfuzz.distance import LCSseq

    size = len(ours) + _AROUND
    windows = [theirs[max(0, at - size) : at + size] for at, word in enumerate(theirs) if word in telling]
    nearest = max(windows, key=lambda window: LCSseq.similarity(ours, window), default=())
    equal = (step for step in LCSseq.opcodes(ours, nearest) if step.tag == "equal")
    kept = [ours[step.src_start : step.src_end] for step in equal]
    held = sum(map(len, kept)) >= max(LEAST_WORDS - 1, round(_HELD_APART * len(ours)))
    return " … ".join(map(" ".join, kept)) if held else ""
