"""Candidates by markup, without what their element says about them: blockquotes and their costumes, indented paragraphs, lines behind ">"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from provenance.articles.article import Format, QuoteElement, QuoteRole
from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.excerpts.annotation.signs import CLOSERS, SINGLE
from provenance.excerpts.candidates.marks import blocks_around, is_announced
from provenance.excerpts.model import Candidate, Markup, Shape
from provenance.text.document import Document, Passage
from provenance.text.span import Span

_SEVERAL = 3
_MOST_INDENTED = 0.5  # share of the characters of an article
_MARKED_UP = frozenset((Format.HTML, Format.DOCX, Format.ODT, Format.EPUB))
_NEVER = frozenset((QuoteRole.EMBED, QuoteRole.COMMENT))
_DRESSED = _NEVER | {QuoteRole.QUOTATION}
_SHAPES = {"indent": Shape.INDENT, "apart": Shape.APART}
_LONGEST_CUE = 160  # characters
# Of a paragraph, for it to be a quotation with its speaker and not a paragraph of a quoted text.
_QUOTED_SHARE = 0.55
_SHORT_NOTE = 80  # characters behind closed marks: no part of the quotation
_NOTE_SHARE = 0.25  # of the words in the marks, for a longer note behind them
_LONGEST_SIGNATURE = 14  # words
_TITLED = 0.5  # share of the longer words of a signature that begin with a capital
_LONG_WORD = 4  # letters
_TWO = 2  # paragraphs: one is the quotation
_STOPS = tuple(".!?…”“»«\"'’)]。！？」—")
_DASHES = ("—", "–", "- ", "―", "~")
_PAGE = re.compile(
    r",[^.!?\n]{0,60}[ \u00a0](?:1[89]|20)\d\d\b[^.!?]{0,40}$|[, ][ \u00a0]?(?:S|p|pp|str|s|с|стр|σ|§|Art|art)\.[ \u00a0]?\d{1,4}\b"
)  # a book, a page
_COLONS = (":", "：")


def set_off_candidates(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """The elements that markup sets off, without the lines that speak of the quotation and the marks around it."""
    indented = [quote for quote in annotated.article.quotes if quote.markup == Markup.INDENT]
    is_habit = _is_habit(annotated, indented)
    for quote in annotated.article.quotes:
        shown = quote.role not in _NEVER and not (is_habit and quote.markup == Markup.INDENT)
        if shown and (found := _candidate(annotated, quote)) is not None:
            yield found
    yield from _apart(annotated)


def _apart(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """What only its look sets apart, without what is dressed as a quotation already."""
    dressed = {
        index
        for quote in annotated.article.quotes
        if quote.role in _DRESSED
        for span in quote.spans
        for index in annotated.blocks_in(span)
    }
    for element in annotated.article.apart:
        if (found := _candidate(annotated, element)) is not None and dressed.isdisjoint(found.blocks):
            yield found


def _is_habit(annotated: AnnotatedArticle, indented: Sequence[QuoteElement]) -> bool:
    """Whether several indented passages hold so many of the article's words that this is how the page sets its text."""
    inside = sum(len(block.span) for block in annotated.blocks if block.inside)
    quoted = sum(len(span) for quote in indented for span in quote.spans)
    return len(indented) >= _SEVERAL and quoted > _MOST_INDENTED * inside


def _candidate(annotated: AnnotatedArticle, quote: QuoteElement) -> Candidate | None:
    document = annotated.article.document
    pieces = [passage.span for passage in passages_of(document, quote.spans)]
    if not any(map(str.isalnum, "".join(annotated.cut(piece) for piece in pieces))):
        return None
    blocks = range(annotated.block_at(pieces[0].start), annotated.block_at(pieces[-1].start) + 1)
    kept = trim(annotated.text, pieces, announced=is_announced(annotated, blocks.start))
    lead_in, tail = blocks_around(annotated, blocks.start, blocks.stop)
    markup = Markup.BLOCKQUOTE if annotated.article.format in _MARKED_UP else Markup.MARKDOWN
    markup = Markup.INDENT if quote.markup in _SHAPES else markup
    return Candidate(
        passages=tuple(Passage(document, piece) for piece in kept.pieces),
        shape=_SHAPES.get(quote.markup, Shape.ELEMENT),
        markup=markup,
        blocks=blocks,
        lead_in=lead_in,
        tail=tail,
        inner=tuple(sorted((*quote.attributions, *kept.inner))),
        cite=quote.cite,
        quoted=kept.quoted,
        role=quote.role,
    )


def passages_of(document: Document, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """The pieces of ``spans``, cut where one block ends and the next begins, that hold any text, white space stripped."""
    return tuple(Passage(document, piece) for span in spans for piece in _pieces(document, span))


def _pieces(document: Document, span: Span) -> Iterator[Span]:
    for block in document.blocks[max(0, document.block_index_at(span.start)) :]:
        if block.span.start >= span.end:
            return
        piece = Span(max(span.start, block.span.start), max(span.start, min(span.end, block.span.end)))
        if len(bare := piece.stripped(document.text)):
            yield bare


class Trimmed(NamedTuple):
    """A quotation without what is said about it."""

    pieces: tuple[Span, ...]  # the quoted words, one span a paragraph or a part between the speaker's name
    inner: tuple[Span, ...] = ()  # what the element says of who is quoted
    quoted: bool = False  # whether quotation marks stood around the words


def trim(text: str, pieces: Sequence[Span], *, announced: bool) -> Trimmed:
    """Leave out of a quotation's paragraphs, at least one, what is said about it.

    Where the article's own words before the element announce a quotation, its paragraphs are quoted whole, quotations within
    them included.
    """
    inner: list[Span] = []
    rest = list(pieces)
    worded = [at for at, piece in enumerate(rest) if any(map(str.isalnum, text[piece.start : piece.end]))]
    if worded:  # a sign alone between two paragraphs may mark an omission
        rest = rest[worded[0] : worded[-1] + 1]
    if len(rest) > 1 and not announced and is_inner_cue(text[rest[0].start : rest[0].end]):
        inner.append(rest.pop(0))
    # The last paragraph may say who is quoted: "Ann Lee, editor", "— The Gazette", a book and its page.
    apart = len(rest) >= _TWO and text[: rest[-2].end].endswith(_STOPS)
    signed = apart and is_signature(text[rest[-1].start : rest[-1].end])
    behind = _behind_closing(text, rest) or int(signed)
    inner.extend(rest[len(rest) - behind :] if behind else ())
    rest = rest[: len(rest) - behind]
    if len(rest) == 1 and not announced and not inner:
        spoken = _spoken(text, rest[0])
        if spoken is not None:
            return spoken
    bare = _unmarked(text, rest)
    return Trimmed(tuple(bare or rest), tuple(inner), quoted=bare is not None)


def is_inner_cue(said: str) -> bool:
    """Whether a paragraph only announces what follows: short, and ending in a colon."""
    return len(said) <= _LONGEST_CUE and said.endswith(_COLONS)


def _behind_closing(text: str, pieces: Sequence[Span]) -> int:
    """How many last paragraphs stand behind a quotation whose marks have closed: a name, a word about its author."""
    if len(pieces) < _TWO or not _opens(text, pieces[0]):
        return 0
    whole = quotations(text, pieces[0].start, pieces[-1].end)
    ends = [index for index, piece in enumerate(pieces) if whole and piece.end == whole[0].outer.end]
    if not ends or not whole[0].closed or len(whole) > 1:
        return 0
    rest = pieces[ends[0] + 1 :]
    quoted = sum(map(len, pieces[: ends[0] + 1]))
    short = sum(map(len, rest)) <= max(_SHORT_NOTE, _NOTE_SHARE * quoted)
    return len(rest) if short else 0


def is_signature(said: str) -> bool:
    """Whether a line is one of a few words that end no sentence and look like a name or a place in a book."""
    words = said.split()
    if not 0 < len(words) <= _LONGEST_SIGNATURE or said.endswith((*"!?:：…", "。")):
        return False
    if said.startswith(_DASHES) or _PAGE.search(said):
        return True
    longer = [word for word in words if len(word.strip(".,()")) >= _LONG_WORD] or words
    capitals = sum(word.strip('("“„«').istitle() or word.isupper() for word in longer)
    return words[0][:1].isupper() and not said.endswith(".") and capitals > _TITLED * len(longer)


def _spoken(text: str, piece: Span) -> Trimmed | None:
    """A paragraph that is speech with its speaker: the words in marks, and the rest that says who says them."""
    found = [one for one in quotations(text, piece.start, piece.end) if one.closed and one.mark not in SINGLE]
    said = sum(len(one.outer) for one in found)
    if not found or said < _QUOTED_SHARE * len(piece) or len(piece) - said > _LONGEST_CUE:
        return None
    edges = [piece.start, *(edge for one in found for edge in (one.outer.start, one.outer.end)), piece.end]
    rest = [Span(start, end).stripped(text) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    rest = [span for span in rest if any(map(str.isalnum, text[span.start : span.end]))]
    if not rest or not all(_is_aside(text, span, found[0].outer.start) for span in rest):
        return None
    return Trimmed(tuple(one.inner for one in found), tuple(rest), quoted=True)


def _is_aside(text: str, span: Span, first: int) -> bool:
    """Whether what stands before or behind quoted words leads up to them, or goes on from them."""
    if span.start < first:
        return text[: span.end].endswith((*_COLONS, ","))
    said = text[span.start : span.end].lstrip(" ,;—–-―(")
    dashed = text[span.start] in "—–-―(,"
    return said[:1].islower() or dashed


def _unmarked(text: str, pieces: Sequence[Span]) -> list[Span] | None:
    """The paragraphs without marks around them: each opens, or the first, and the last closes; None without such marks."""
    last = pieces[-1]
    if not all(_opens(text, piece) for piece in pieces):
        return _between(text, pieces)
    whole = quotations(text, last.start, last.end)
    if len(whole) != 1 or whole[0].outer != last or not whole[0].closed:
        return _between(text, pieces)
    bare = [Span(piece.start + 1, piece.end) for piece in pieces[:-1]] + [whole[0].inner]
    closers = CLOSERS[text[pieces[0].start]]
    cut = [Span(one.start, one.end - text[: one.end].endswith(tuple(closers))) for one in bare[:-1]]
    return [one.stripped(text) for one in (*cut, bare[-1])]


def _between(text: str, pieces: Sequence[Span]) -> list[Span] | None:
    """The paragraphs of a quotation that the first opens and the last closes."""
    if len(pieces) < _TWO or not _opens(text, pieces[0]):
        return None
    whole = quotations(text, pieces[0].start, pieces[-1].end)
    if len(whole) != 1 or not whole[0].closed or whole[0].outer != Span(pieces[0].start, pieces[-1].end):
        return None
    return [
        Span(whole[0].inner.start, pieces[0].end),
        *pieces[1:-1],
        Span(pieces[-1].start, whole[0].inner.end),
    ]


def _opens(text: str, piece: Span) -> bool:
    mark = text[piece.start : piece.start + 1]
    return mark in CLOSERS and mark not in SINGLE
