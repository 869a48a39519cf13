"""MentionedArticle: the lines of an article, what each mentions, and where its candidates stand among them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from provenance.articles.article import Link
from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.annotation.lines import QUOTED, Line, line_of
from provenance.excerpts.annotation.mention import Mention
from provenance.excerpts.annotation.mentions import MentionReader
from provenance.excerpts.annotation.names import Vocabulary
from provenance.excerpts.model import Candidate, Shape
from provenance.excerpts.outlets import outlets
from provenance.languages.cues import Language, language
from provenance.text.document import BlockKind
from provenance.text.signs import CLOSING_MARKS, SENTENCE_ENDS
from provenance.text.span import Span, is_touched

_AROUND = 2  # blocks beside a candidate that count as running text wherever they stand
_LONGEST_SIGNATURE = 12  # words
_LONGEST_LABEL = 3  # words of a line between a cue and its block that says nothing: "Advertisement"
_LONGEST_HEADING = 20  # words and stops
_ENDS = frozenset(SENTENCE_ENDS + ":：")
_WOVEN = frozenset((Shape.MARKS, Shape.DASHES))
_MARKS = frozenset("\"'“”„‟«»‹›‘’‚「」『』﹁﹂＂")
_SPACED_MARKS = frozenset("«»‹›")
_NOT_READ = frozenset((BlockKind.CAPTION, BlockKind.PREFORMATTED))


class Place(NamedTuple):
    """A mention and where it stands."""

    mention: Mention  # the mention
    line: int  # the number of its line
    sentence: int  # the number of its sentence in the article


class Position(NamedTuple):
    """Where a candidate stands among the lines."""

    span: Span  # from its first character to its last
    before: tuple[int, int]  # the line and the word behind the last that stands before it
    behind: tuple[int, int]  # the line and the word that stands first behind it
    woven: bool  # whether it stands inside a line

    @property
    def ends_inside(self) -> bool:
        """Whether words of its last line stand behind it, as in “…”, she said."""
        return self.woven or self.behind[1] > 0


class MentionedArticle:
    """The lines of an article with what each mentions.

    Attributes:
        annotated: The article.
        pack: Its language.
        lines: The blocks of running text, and those beside candidates.
        blocks: The index of the block of each line.
        places: The mentions of each line.
        running: Whether each line is a sentence, and no heading, label or credit.
    """

    def __init__(self, annotated: AnnotatedArticle, candidates: Sequence[Candidate]) -> None:
        self.annotated = annotated
        self.pack: Language = language(annotated.language)
        self.blocks = _read_blocks(annotated, candidates)
        quoted = _quoted_spans(annotated, candidates, self.blocks)
        self.lines: list[Line] = [
            line_of(
                annotated.text,
                annotated.blocks[index].span,
                quoted[index],
                annotated.sentences_in(index),
                self.pack,
            )
            for index in self.blocks
        ]
        vocabulary = Vocabulary.of((annotated.cut(line.span) for line in self.lines), annotated.language)
        self.vocabulary = vocabulary
        reader = MentionReader(annotated.text, self.pack, vocabulary, outlets())
        self.first_sentences: list[int] = []
        self.places: list[tuple[Place, ...]] = []
        number = 0
        for at, line in enumerate(self.lines):
            self.first_sentences.append(number)
            found = reader.mentions(line)
            self.places.append(
                tuple(Place(mention, at, number + line.sentences[mention.words.start]) for mention in found)
            )
            number += line.last_sentence + 1
        self.reader = reader
        self.running = [_is_running(annotated.text, line) for line in self.lines]
        self.links: dict[Span, list[Link]] = {}  # of each stretch that was asked for
        self.link_values: dict[int, dict[str, float]] = {}  # what each of them says, by its identity
        self._starts = [[place.mention.words.start for place in places] for places in self.places]

    def position(self, candidate: Candidate) -> Position:
        """Where a candidate stands among the lines."""
        first, last = candidate.passages[0].span, candidate.passages[0].span
        at = bisect_left(self.blocks, candidate.blocks.start)
        if at < len(self.lines) and self.blocks[at] == candidate.blocks.start and len(candidate.blocks) == 1:
            line = self.lines[at]
            start, end = line.index_at(first.start - 2), line.index_at(last.end)
            while start < len(line.words) and line.words[start].end <= first.start:
                start += 1
            if line.words and (start > 0 or end < len(line.words)):
                return Position(candidate.span, (at, start), (at, max(end, start)), woven=True)
        before = self._line_before(bisect_left(self.blocks, candidate.blocks.start) - 1)
        behind = self._behind_blocks(candidate)
        if at < len(self.lines) and self.blocks[at] == candidate.blocks.start:
            lead = self.lines[at].index_at(first.start - 2)
            if lead:  # what leads up to the words stands in their first paragraph
                return Position(candidate.span, (at, lead), behind, woven=False)
        words = len(self.lines[before].words) if before >= 0 else 0
        return Position(candidate.span, (before, words), behind, woven=False)

    def _behind_blocks(self, candidate: Candidate) -> tuple[int, int]:
        """The line and the word behind a candidate of several blocks: in its last one, where that goes on."""
        following = bisect_left(self.blocks, candidate.blocks.stop)
        if following and self.blocks[following - 1] == candidate.blocks.stop - 1:
            line = self.lines[following - 1]
            word = line.index_at(candidate.passages[-1].span.end)
            if word and any(each.is_word for each in line.words[word:]):
                return following - 1, word
        return following, 0

    def _line_before(self, at: int) -> int:
        """The line that leads up to a block: a label of a word or two between is passed over."""
        passed = at
        while passed > 0 and sum(word.is_word for word in self.lines[passed].words) <= _LONGEST_LABEL:
            if self.lines[passed].words and not self.lines[passed].words[-1].is_word:
                break
            passed -= 1
        return passed if at - passed <= 1 else at

    def lines_at(self, span: Span) -> Iterable[int]:
        """The numbers of the lines that share a character with a stretch of text."""
        at = bisect_left(self.lines, span.start, key=lambda line: line.span.end)
        while at < len(self.lines) and self.lines[at].span.start < span.end:
            yield at
            at += 1

    def places_in(self, line: int, start: int, stop: int) -> Sequence[Place]:
        """The mentions of a line that begin from one word on and before another."""
        starts = self._starts[line]
        return self.places[line][bisect_left(starts, start) : bisect_left(starts, stop)]

    def sentence(self, line: int, word: int) -> int:
        """The number of the sentence of a word; of the last one of its line behind it, of none before the first line."""
        if line < 0:
            return 0
        if line >= len(self.lines):
            return self.first_sentences[-1] + self.lines[-1].last_sentence + 1 if self.lines else 0
        numbers = self.lines[line].sentences
        if not numbers:
            return self.first_sentences[line]
        return self.first_sentences[line] + numbers[min(word, len(numbers) - 1)]

    def inner_places(self, candidate: Candidate) -> Iterable[tuple[Line, Mention]]:
        """What the lines that belong to a candidate's element, and not to its words, mention."""
        for span in candidate.inner:
            line = line_of(self.annotated.text, span, (), (span,), self.pack)
            for mention in self.reader.mentions(line):
                yield line, mention


def _read_blocks(annotated: AnnotatedArticle, candidates: Sequence[Candidate]) -> list[int]:
    """The indexes of the blocks that are read: running text, and what stands beside candidates or around them."""
    found = set(annotated.running)
    apart: set[int] = set()
    for candidate in candidates:
        blocks = candidate.blocks
        if candidate.shape not in _WOVEN:
            apart.update(blocks)
        beside = range(max(0, blocks.start - _AROUND), min(len(annotated.blocks), blocks.stop + _AROUND))
        found.update(
            index
            for index in beside
            if index in blocks
            or (index not in annotated.set_off and annotated.blocks[index].kind not in _NOT_READ)
        )
    return sorted(found - (apart & annotated.set_off))


def _is_running(text: str, line: Line) -> bool:
    """Whether a line ends as sentences and what leads up to a quotation do, or is longer than a heading."""
    bare = text[line.span.start : line.span.end].rstrip(f"{CLOSING_MARKS} \u00a0\u202f")
    return (
        bare[-1:] in _ENDS
        or len(line.words) > _LONGEST_HEADING
        or any(word.key == QUOTED for word in line.words)
    )


def _is_signature(candidate: Candidate) -> bool:
    """Whether a line that a dash opens is too short for speech and ends in no stop: "— Ann Lee, the Herald"."""
    text = candidate.text
    return candidate.shape is Shape.DASHES and text[-1:].isalnum() and len(text.split()) <= _LONGEST_SIGNATURE


def _with_marks(text: str, span: Span) -> Span:
    """A span with the quotation marks at its edges."""
    start, end = span.start, span.end
    while start > 0 and (text[start - 1] in _MARKS or _is_set_apart(text, start - 1, start - 2)):
        start -= 1
    while end < len(text) and (text[end] in _MARKS or _is_set_apart(text, end, end + 1)):
        end += 1
    return Span(start, end)


def _is_set_apart(text: str, space: int, mark: int) -> bool:
    """Whether a space stands between words and their quotation mark, as in « so »."""
    return text[space].isspace() and 0 <= mark < len(text) and text[mark] in _SPACED_MARKS


def _quoted_spans(
    annotated: AnnotatedArticle, candidates: Sequence[Candidate], blocks: Sequence[int]
) -> dict[int, list[Span]]:
    """The quotations of each block: what candidates by marks say, and the other pairs of marks."""
    passages = [
        _with_marks(annotated.text, passage.span)
        for candidate in candidates
        if candidate.shape in _WOVEN | {Shape.MARKED_PARAGRAPHS} and not _is_signature(candidate)
        for passage in candidate.passages
    ]
    quoted: dict[int, list[Span]] = {index: [] for index in blocks}
    for span in sorted(set(passages)):
        for index in annotated.blocks_in(span):
            block = annotated.blocks[index].span
            part = Span(max(span.start, block.start), min(span.end, block.end))
            if index in quoted and not (quoted[index] and quoted[index][-1].end > part.start):
                quoted[index].append(part)
    for index in blocks:
        own = quoted[index]
        marked = [quotation.outer for quotation in annotated.quotations_in(index)]
        quoted[index] = sorted([*own, *(span for span in marked if not is_touched(own, span))])
    return quoted
