"""Reading a stretch of a document into its units."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from provenance.findings.normalization.dates import date_key, read_date
from provenance.findings.normalization.pieces import pieces_of
from provenance.findings.normalization.quantities import quantity_key, read_quantity
from provenance.findings.normalization.spelling import spelled
from provenance.findings.normalization.tokens import PartialDate, Quantity, Token, Tokens
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.findings.normalization.pieces import Piece
    from provenance.languages.lexicon import Lexicon
    from provenance.text.document import Document


def read_tokens(
    document: Document,
    spans: Iterable[Span],
    lexicon: Lexicon,
    *,
    aside: Sequence[Span] = (),
    with_apparatus: bool = False,
) -> Tokens:
    """The words, figures and dates of some stretches of a document, in order.

    Args:
        document: The text.
        spans: The stretches, in order, disjoint.
        lexicon: The word lists of its language.
        aside: Editorial marks, in order, whose words are left out.
        with_apparatus: Whether the document's apparatus counts as words: where an excerpt is nothing else.
    """
    places = tuple(spans)

    def read() -> Iterator[Token]:
        for span in places:
            pieces = () if with_apparatus else document.apparatus_in(span.start, span.end)
            passed = sorted([*aside, *(piece.span for piece in pieces)]) if pieces else aside
            yield from _read(document, span, lexicon, passed)

    return Tokens(lambda: tuple(read()))


def _read(document: Document, span: Span, lexicon: Lexicon, aside: Sequence[Span]) -> Iterator[Token]:
    starts = [mark.start for mark in aside]
    every = (piece for piece in pieces_of(document, span, lexicon) if not _inside(piece.span, aside, starts))
    row = list(_without_fillers(every, lexicon))
    index = 0
    while index < len(row):
        key, value, after = _meaning(row, index, lexicon)
        place = Span(row[index].span.start, row[after - 1].span.end)
        opens = row[index].opens
        yield Token(
            key, document.text[place.start : place.end], place, value, opens=opens, short=row[index].short
        )
        index = after


def _without_fillers(pieces: Iterable[Piece], lexicon: Lexicon) -> Iterator[Piece]:
    """The pieces without "um" and "mm", which behind a number are millimetres."""
    fillers, counted = lexicon.words("fillers"), False
    for piece in pieces:
        if counted or piece.word not in fillers:
            yield piece
        counted = piece.word[-1:].isdecimal()


def _inside(span: Span, marks: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether one of the marks, which are in order, covers a span."""
    index = bisect_right(starts, span.start) - 1
    return index >= 0 and marks[index].covers(span)


def _meaning(
    row: Sequence[Piece], index: int, lexicon: Lexicon
) -> tuple[str, Quantity | PartialDate | None, int]:
    moment = read_date(row, index, lexicon)
    if moment:
        return date_key(moment[0]), *moment
    figure = None if _no_figure(row, index, lexicon) else read_quantity(row, index, lexicon)
    if figure:
        return quantity_key(figure[0]), *figure
    return _word(row, index, lexicon)


def _no_figure(row: Sequence[Piece], index: int, lexicon: Lexicon) -> bool:
    """Whether a number word is part of a pronoun ("no one", "one another")."""
    words = [piece.word for piece in row[max(0, index - 1) : index + 2]]
    return any(lexicon.words("no_figures").at(words, place) for place in range(len(words) - 1))


def _word(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[str, None, int]:
    piece = row[index]
    number = piece.text == "No" and index + 1 < len(row) and row[index + 1].word.isdecimal()
    if number and "." in row[index + 1].gap:
        return "number", None, index + 1
    alias = lexicon.aliases.at([other.word for other in row[index : index + 5]], 0)
    if alias:
        return alias.group, None, index + alias.last
    return spelled(piece.word, lexicon), None, index + 1
