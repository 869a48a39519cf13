"""Reading a stretch of a document into its units."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from provenance.findings.normalization.dates import date_key, read_date
from provenance.findings.normalization.number_words import value_of
from provenance.findings.normalization.pieces import Piece, PieceRow, pieces_of
from provenance.findings.normalization.quantities import EAST_ASIAN, quantity_key, read_quantity
from provenance.findings.normalization.tokens import PartialDate, Quantity, Token, Tokens
from provenance.languages.lexicon import Lexicon, WordList
from provenance.languages.orthography import house_key
from provenance.languages.sentences import splitter
from provenance.text.document import Document
from provenance.text.folding import fold_word
from provenance.text.memo import Memo, of_each_word
from provenance.text.span import Span

_HUMMED: Final = frozenset("hm")
_BEHIND_STOP: Final = frozenset(",;:)]-–—")
_STOPS: Final = {"he": frozenset("'׳")}  # what stands behind an abbreviation, where it is no full stop
_BEGINNING: Final = (
    "amounts clock_parts clock_words minus_words multiples one_words part_articles parts".split()
)
"""The lists, beside those of numbers and of the calendar, of which an entry may begin a figure, a date or a time of day."""


def read_tokens(
    document: Document,
    spans: Iterable[Span],
    lexicon: Lexicon,
    *,
    aside: Sequence[Span] = (),
    with_apparatus: bool = False,
) -> Tokens:
    """The words, figures and dates of some stretches of a document, in order and disjoint, without those of marks aside.

    With apparatus, the document's own counts as words: where an excerpt is nothing else.
    """
    places = tuple(spans)

    def read() -> Iterator[Token]:
        for span in places:
            pieces = () if with_apparatus else document.apparatus_in(span.start, span.end)
            passed = sorted([*aside, *(piece.span for piece in pieces)]) if pieces else aside
            yield from _read(document, span, lexicon, passed)

    return Tokens(lambda: tuple(read()))


def _read(document: Document, span: Span, lexicon: Lexicon, aside: Sequence[Span]) -> Iterator[Token]:
    every = pieces_of(document, span, lexicon)
    if aside:
        starts = [mark.start for mark in aside]
        every = tuple(piece for piece in every if not _inside(piece.span, aside, starts))
    row, whole = PieceRow(_without_fillers(every, lexicon), lexicon), document.text
    figures, lone, plain, index = _figures(lexicon), _lone_articles(lexicon), _plain_keys(lexicon), 0
    pieces = row.pieces
    while index < len(pieces):
        first = pieces[index]
        known = plain[first.text]
        if known and known[0] == first.word:
            key, value, after = known[1], None, index + 1
        else:
            following = figures[row.at(index + 1).word]
            counts = figures[first.word] and (following or not lone[first.word])
            shown = fold_word(first.text)
            is_word = not counts and (shown == first.word or not figures[shown])
            dated = is_word and following and _dated_behind_article(row, index)
            key, value, after = dated or (_word(row, index) if is_word else _meaning(row, index))
        place = first.span
        if after > index + 1:
            place = Span(place.start, pieces[after - 1].span.end)
        text = whole[place.start : place.end]
        stopped = value is None and _is_stopped(whole, place.end, lexicon.language)
        yield Token(key, text, place, value, first.opens, first.short, stopped)
        index = after


def _is_stopped(text: str, end: int, language: str) -> bool:
    """Whether a word that ends at an offset has a stop that plainly ends no sentence: small letters, a figure or a sign follow."""
    sign = text[end : end + 1]
    if sign == ".":
        following = text[end + 1 : end + 3].lstrip()[:1]
        return following.islower() or following.isdecimal() or following in _BEHIND_STOP
    return sign != " " and language in _STOPS and sign in _STOPS[language]


def _dated_behind_article(row: PieceRow, index: int) -> tuple[str, PartialDate, int] | None:
    """The date with its article: "the thirtieth of April" says what "30 April" does."""
    moment = read_date(row, index + 1) if row.has("articles", index) else None
    return (date_key(moment[0]), *moment) if moment and moment[0].day else None


def _without_fillers(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Piece, ...]:
    """The pieces without "um", and in any language "mm", which behind a number are millimetres; Finnish "mm." is none."""
    fillers, before = lexicon.words("fillers"), ("", *(piece.word for piece in pieces))
    return tuple(
        piece
        for word, piece in zip(before, pieces, strict=False)
        if not (piece.word in fillers or _is_hummed(piece.word, lexicon))
        or word[-1:].isdecimal()
        or len(piece.span) > len(piece.text)
    )


def _is_hummed(word: str, lexicon: Lexicon) -> bool:
    return len(word) > 1 and _HUMMED.issuperset(word) and not splitter(lexicon.language).knows(word)


def _inside(span: Span, marks: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether one of the marks, which are in order, covers a span."""
    index = bisect_right(starts, span.start) - 1
    return index >= 0 and marks[index].covers(span)


def _meaning(row: PieceRow, index: int) -> tuple[str, Quantity | PartialDate | None, int]:
    moment = read_date(row, index)
    if moment:
        return date_key(moment[0]), *moment
    # "no one", "one another": a number word may be part of a pronoun
    pronoun = row.entry("no_figures", index - 1) or row.entry("no_figures", index)
    figure = None if pronoun else read_quantity(row, index)
    return (quantity_key(figure[0]), *figure) if figure else _word(row, index)


@of_each_word
def _figures(lexicon: Lexicon, word: str) -> bool:
    """Whether each word of a language may begin a figure, a date or a time of day."""
    if not word.replace("'", "").isalpha() or lexicon.language in EAST_ASIAN:
        return True
    return _is_number(lexicon, word) or any(entries.begins(word) for entries in _beginning(lexicon))


@lru_cache(maxsize=32)
def _lone_articles(lexicon: Lexicon) -> Memo[bool]:
    """Whether each word counts something only before a word that may begin a figure itself: "a" in "a third"."""
    figures, ones = _figures(lexicon), lexicon.words("one_words").groups
    lists = [each.groups for each in _beginning(lexicon)]

    def is_lone(word: str) -> bool:
        begun = [entry for groups in lists for entry in groups if entry[0] == word and entry not in ones]
        goes_on = all(len(entry) > 1 and figures[entry[1]] for entry in begun)
        return (word,) in ones and goes_on and not _is_number(lexicon, word)

    return Memo(is_lone)


@lru_cache(maxsize=32)
def _beginning(lexicon: Lexicon) -> tuple[WordList, ...]:
    return lexicon.units, *map(lexicon.words, _BEGINNING)


def _is_number(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is one of a number or of the calendar."""
    return word in _numbers(lexicon) or value_of(word, lexicon) is not None


@lru_cache(maxsize=32)
def _numbers(one: Lexicon) -> frozenset[str]:
    return frozenset((*one.values, *one.ordinals, *one.days, *one.scales, *one.months, *one.weekdays))


@of_each_word
def _plain_keys(lexicon: Lexicon, text: str) -> tuple[str, str] | None:
    """Each word that is itself whatever stands behind it, folded and as it is compared; None for any other word."""
    word, figures = fold_word(text), _figures(lexicon)
    small = word in lexicon.words("articles") or text == "No"
    begins = small or figures[word] or lexicon.aliases.begins(word)
    return None if begins else (word, house_key(word, lexicon.language))


def _word(row: PieceRow, index: int) -> tuple[str, None, int]:
    following = row.at(index + 1) if row.pieces[index].text == "No" else None
    if following and following.word.isdecimal() and "." in following.gap:
        return "number", None, index + 1
    alias = row.lexicon.aliases.at(row.words, index)
    if alias:
        return alias.group, None, alias.last
    return house_key(row.words[index], row.lexicon.language), None, index + 1
