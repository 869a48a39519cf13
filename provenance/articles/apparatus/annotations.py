"""All apparatus of a text; here are found annotations, which brackets hold, labels of sections and time codes.

A bracket is judged by its form; the words only name what is in it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final
from unicodedata import category

from provenance.articles.apparatus.glued_calls import glued_calls
from provenance.articles.apparatus.numbering import numbered_posts, numbering, page_breaks
from provenance.articles.apparatus.turn_labels import turn_labels
from provenance.articles.article import Article
from provenance.articles.text_lines import TextLine, text_lines
from provenance.languages.apparatus import vocabulary
from provenance.languages.guessing import guess_language
from provenance.languages.lexicon_files import lexicon_of
from provenance.text.document import Apparatus, ApparatusKind
from provenance.text.folding import fold_word
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.span import Span
from provenance.text.tokens import is_unspaced

_BRACKET = re.compile(r"[\[(（［【〔]([^\[\]()（）［］【】〔〕\n]{1,80})[\])）］】〕]")
_SQUARE: Final = "[［〔"
_NOTES: Final = ("注", "註")
# One or several entries, the last with its page: "3", "3, 5–7", "3, p. 18".
_NUMBERS = re.compile(
    r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,5}(?:[,:]\s?[^\W\d_]{1,6}\.?\s?\d{1,4}(?:[–-]\d{1,4})?)?"
)
_NOTE_NUMBER = re.compile(r"[.?]?(?:\s(?:[a-z]|\d{1,3})|\d{1,3})?[.?]?$")
_LETTERS = re.compile(r"[a-z]{1,2}|[注註]?[一二三四五六七八九十]{1,3}|[注註]\d{1,3}")
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?")
_LONG_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?|[.,]\d{3})")
_CUE_TIMES = re.compile(rf"{_TIME.pattern}\s?-->\s?{_TIME.pattern}[^\n]{{0,80}}")
_CUE_STYLE = re.compile(r"</?[bciuv](?:[. ][^<>\n]{1,40})?>|</?font[^<>\n]{0,60}>")
_CUE_NUMBER = re.compile(r"\d{1,5}")
_PAGE = re.compile(
    r"(?:\*|(?P<word>[^\W\d_]{1,10})\.?\s?)(?P<number>\d{1,4})(?:[–-]\d{1,4})?|(?P<last>\d{1,4})\s?[頁页쪽]"
)
_SECTION = re.compile(
    r"(?:§{1,2}|¶{1,2})\s?\d[\w.–-]{0,12}(?=\s|$)|\d{1,3}(?:\s?[a-z])?\s?§(?=\s)|[Ss]tk\. \d{1,2}\.(?=\s)|[a-z]{1,4}\[(?=[^\]\s]{0,99}[.-])[a-z0-9_.:-]{3,100}\]|\[\d{4}\](?=\s)"
)
_CIRCLED = re.compile(r"[①-⑳](?<!\S.)(?=\s)")
_SECTION_SIGNS: Final = ("§", "¶", "[", "tk. ")  # of which each label of a section has one
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_INTERJECTION = re.compile(r"[^\W\d_a-zà-ÿ][\w .'’-]{0,40}[:：]\s?\S")
_OPENING_MARKS: Final = frozenset("「『“„«")  # of what somebody called out
_MOST_WORDS: Final = 5  # of a stage direction
_MOST_ACTED: Final = 4  # of one that no list knows
_MOST_SIGNS: Final = 10  # of such a one where words are not parted
_BESIDE_LETTERS: Final = frozenset(" \u200c'’-")
# What a bracket says of the words before it, and not of who speaks them.
_LIMITING: Final = "negators exception condition hedges approx quantifiers frequency contrast only claim_phrases distancing".split()
_MARKS_OF_MINUTES: Final = ("\n○", "\n◯")
_LONGEST_LABEL: Final = 110  # characters
_MOST_PLACES: Final = 2_000
_FEWEST_CODES: Final = 2  # lines that begin with a time, before one is a time code
_STOPS: Final = frozenset(".,;:!?…。！？，、；：”»」』\"'’)]）")
_BETWEEN: Final = frozenset((*SENTENCE_ENDS, *":：”»\"'’)]）", ""))
_WITHIN: Final = frozenset(".,;:!?…。，、；：！？،؛؟")
_DASHES: Final = ("-", "–", "—", "―")
_ASKING: Final = ("?", "？", "؟")


def with_apparatus(article: Article) -> Article:
    """The article with the apparatus of its text: labels, stage directions, time codes, numbers, section labels, note calls."""
    document, text = article.document, article.document.text
    lines = text_lines(document)
    numbers = [*page_breaks(document, lines), *numbering(text, lines), *numbered_posts(text, lines)]
    labels = turn_labels(text, lines, numbers=numbers, emphasis=article.emphasis or ())
    spoken = bool(labels) or _is_asked(text, lines) or _is_labelled(text)
    annotations = [*_annotations(text, lines, spoken=spoken), *_acted(article, spoken=spoken)]
    told = [*document.apparatus, *numbers, *labels, *annotations, *glued_calls(text, lines)]
    return replace(article, document=replace(document, apparatus=tuple(_disjoint(told)))) if told else article


def _disjoint(pieces: Iterable[Apparatus]) -> Iterator[Apparatus]:
    """The pieces in order; of two that overlap, the one that begins first, and of those the longer one."""
    reached = 0
    for piece in sorted(pieces, key=lambda piece: (piece.span.start, -piece.span.end)):
        if piece.span.start >= reached:
            yield piece
            reached = piece.span.end


def _annotations(text: str, lines: Sequence[TextLine], *, spoken: bool) -> Iterator[Apparatus]:
    starts = {line.span.start for line in lines}
    for bracket in _BRACKET.finditer(text):
        kind = _kind(bracket, text, starts, spoken=spoken)
        if kind is not None:
            yield Apparatus(Span(*bracket.span()), kind)
    yield from chain(_section_labels(text, lines), _time_codes(text, lines))


def _kind(bracket: re.Match[str], text: str, starts: set[int], *, spoken: bool) -> ApparatusKind | None:
    inner, square = bracket[1].strip(), bracket[0][0] in _SQUARE
    around = text[max(0, bracket.start() - 2) : bracket.start()], text[bracket.end() : bracket.end() + 1]
    if (square or inner[:1] in _NOTES) and _is_note_call(inner, *around):
        return ApparatusKind.NOTE_CALL
    if _TIME.fullmatch(inner) and (square or bracket.start() in starts):
        return ApparatusKind.TIME_CODE
    page = _PAGE.fullmatch(inner)
    if page is not None and (
        page["last"] or not page["word"] or fold_word(page["word"]) in vocabulary("pages")
    ):
        return ApparatusKind.PAGE_BREAK
    if _is_stage_direction(inner) or (spoken and _is_recorded(bracket, text)):
        return ApparatusKind.STAGE_DIRECTION
    return None


def _is_note_call(inner: str, before: str, after: str) -> bool:
    """Whether square brackets call a note: with several numbers, or beside a stop or right behind a word, and no editor's "word[s]" or "[12]"."""
    behind = before.rstrip()[-1:]
    ends = after in {"", "\n"} or after in _STOPS  # "the [12] members"
    attached = before[-1:].strip() != "" or behind in _STOPS or ends
    if _NUMBERS.fullmatch(inner):
        return bool(behind) and (attached or not inner.isdecimal())
    if _LETTERS.fullmatch(inner):
        return before[-1:].strip() != "" and (behind in _STOPS or (not inner.isascii() and after in _STOPS))
    return bool(behind) and fold_word(_NOTE_NUMBER.sub("", inner)) in vocabulary("notes")


def _is_stage_direction(inner: str) -> bool:
    """Whether brackets hold one of the words for what is heard besides words, and not much else."""
    words = [fold_word(word) for word in _WORD.findall(inner)]
    known = vocabulary("stage_directions")
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    return any(word in known for word in words) or " ".join(words) in known


def _is_recorded(bracket: re.Match[str], text: str) -> bool:
    """Whether the recorder of a debate speaks: a call from the floor, or a word or two with their own stop between sentences."""
    if _INTERJECTION.match(bracket[1]) or bracket[1][0] in _OPENING_MARKS:
        return True
    between = text[max(0, bracket.start() - 2) : bracket.start()].rstrip()[-1:] in {"", *_STOPS}
    words = _WORD.findall(bracket[1])
    return between and bracket[1].endswith(".") and bracket[1][0].isupper() and len(words) <= _MOST_WORDS - 2


def _is_asked(text: str, lines: Sequence[TextLine]) -> bool:
    """Whether lines that begin with a dash ask or answer, or lines stand below the times of captions."""
    dashed = [line.span.of(text) for line in lines if text[line.span.start] in _DASHES]
    asked = any(line.endswith(_ASKING) or line.startswith(_DASHES, 1) for line in dashed)
    return asked or len(dashed) > 1 or "-->" in text


def _is_labelled(text: str) -> bool:
    """Whether a record of speech shows by one label alone, in capitals or on a line of its own, by its mark, or by a time in brackets."""
    ends = chain.from_iterable(_places(sign, text) for sign in ":：")
    lines = (text[max(0, at - _LONGEST_LABEL) : at].rpartition("\n")[2] for at in ends)
    times = (_TIME.match(text, at + 1) for sign in "[(" for at in _places(sign, text))
    marked = any(sign in f"\n{text}" for sign in _MARKS_OF_MINUTES)
    return marked or any(times) or any(_is_label(line.split()) for line in lines)


def _places(sign: str, text: str) -> Iterator[int]:
    """Where a sign stands, the first times: a record soon shows that it is one."""
    at = -1
    for _ in range(_MOST_PLACES):
        at = text.find(sign, at + 1)
        if at < 0:
            return
        yield at


def _is_label(words: Sequence[str]) -> bool:
    """Whether what a colon stands behind names somebody: two words in capitals, nothing but a few capitalised ones, or one in a script without capitals."""
    if len(words) == 1 and words[0].lower() == words[0].upper():
        return 1 < len(words[0]) <= _MOST_WORDS
    named = all(word[0].isupper() for word in words) and 1 < len(words) <= _MOST_WORDS
    return named or (len(words) > 1 and all(word.isupper() and len(word) > 1 for word in words[-2:]))


def _acted(article: Article, *, spoken: bool) -> Iterator[Apparatus]:
    """What a record of speech says in a few words, between sentences, of how it was spoken: "(taps the hull)".

    A bracket before the stop of its sentence is a part of it, and one that denies or begins with a limit is the speaker's own.
    """
    text = article.document.text
    found = [match for match in _BRACKET.finditer(text) if _is_apart(match, text)] if spoken else []
    lexicon = lexicon_of((article.metadata.language or guess_language(text) or "") if found else "")
    for bracket in found:
        words = [fold_word(word) for word in _WORD.findall(bracket[1])]
        limits = (hit for name in _LIMITING for hit in lexicon.words(name).hits(words))
        if not any(not hit.first or hit.entry[0] in lexicon.words("negators") for hit in limits):
            yield Apparatus(Span(*bracket.span()), ApparatusKind.STAGE_DIRECTION)


def _is_apart(bracket: re.Match[str], text: str) -> bool:
    """Whether a bracket holds a few words and stands between sentences, or is a square one before a stop: nothing goes on behind it in small letters."""
    inner, before = (
        bracket[1].strip(),
        text[max(0, bracket.start() - 3) : bracket.start()].rstrip(" \u00a0")[-1:],
    )
    behind = text[bracket.end() : bracket.end() + 2].lstrip()[:1]
    short = len(inner) <= _MOST_SIGNS if is_unspaced(inner) else len(inner.split()) <= _MOST_ACTED
    square = bracket[0][0] in _SQUARE  # which nobody speaks
    cased = behind.isupper() or not behind.isalnum() or not square
    stops = behind in _WITHIN and text[bracket.end() : bracket.end() + 1] == behind
    opens = not behind.islower() and cased and (square or not stops)
    alone = before in {"", "\n"} and text[bracket.end() : bracket.end() + 1] in {"", "\n"}
    return (
        short
        and opens
        and (alone or before in _BETWEEN or (square and stops))
        and _is_lettered(inner.rstrip(".!۔।。"))
    )


def _is_lettered(words: str) -> bool:
    """Whether words hold nothing but letters, with their marks, and what stands between them."""
    return words[:1].isalpha() and all(
        sign.isalpha() or sign in _BESIDE_LETTERS or category(sign)[0] == "M" for sign in words
    )


def _section_labels(text: str, lines: Sequence[TextLine]) -> Iterator[Apparatus]:
    for line in lines if any(sign in text for sign in _SECTION_SIGNS) else ():
        label = _SECTION.match(text, line.span.start, line.span.end)
        if label is not None:
            yield Apparatus(Span(*label.span()), ApparatusKind.SECTION_LABEL)
    for label in _CIRCLED.finditer(text):
        yield Apparatus(Span(*label.span()), ApparatusKind.SECTION_LABEL)


def _time_codes(text: str, lines: Sequence[TextLine]) -> Iterator[Apparatus]:
    """The times with which lines begin, where several do; one that has seconds and a line of its own needs no other."""
    codes = []
    for before, line in zip((None, *lines), lines, strict=False):
        if not text[line.span.start].isdecimal():
            continue
        within = text, line.span.start, line.span.end
        code = _CUE_TIMES.match(*within) or _TIME.match(*within)
        if code is not None and not text[code.end() : code.end() + 1].isalnum():
            codes.append(Apparatus(Span(*code.span()), ApparatusKind.TIME_CODE))
            if "-->" in code[0] and before and _CUE_NUMBER.fullmatch(before.span.of(text)):
                codes.append(Apparatus(before.span, ApparatusKind.TIME_CODE))
    if "-->" in text:
        codes.extend(
            Apparatus(Span(*found.span()), ApparatusKind.TIME_CODE) for found in _CUE_STYLE.finditer(text)
        )
    alone = {line.span for line in lines}
    certain = [code for code in codes if code.span in alone and _LONG_TIME.fullmatch(code.span.of(text))]
    yield from codes if len(codes) >= _FEWEST_CODES else certain
