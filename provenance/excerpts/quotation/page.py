"""What a whole page says of its candidates: how often it quotes, what it says twice, how its boxes look."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from provenance.excerpts.annotation.article import RUNNING, AnnotatedArticle
from provenance.excerpts.model import Attribution, Candidate, Shape
from provenance.excerpts.quotation.words import (
    capitals_in,
    count_words,
    ends_sentence,
    folded,
    is_signature,
    label_of,
    last_words,
    word_lists,
)
from provenance.languages.cues import NEUTRAL
from provenance.languages.cues import language as language_of

_WORD = re.compile(r"\w+")
_LONGEST_REPEATED = 400  # characters
_FEWEST_REPEATED = 4  # words
_MOST_PULLED = 0.6  # share of the runs of words of a quotation
_FEWEST_WORDS = 6
_SEVERAL = 2  # boxes that make no habit
_HABIT = 4  # boxes more
_MOST_ANSWERS = 2  # paragraphs between two pieces of a letter that is answered, on the average
_LONGEST_ANSWER = 3  # times as long as the pieces, all together
_LABEL = 6  # letters
_READ = 4000  # characters in which a lead is read
_LONG_SENTENCE = 30  # words of a sentence before a passage that are read
_FILLS = 0.85  # share of a block
_MOST_COMPARED = 60  # boxes of which each is looked for in each
_LONGEST_GAP = 5  # blocks between two passages of one row
_FEW_WORDS = 10
_ADDRESSED = 40  # as great a share of the words as speaks to the reader throughout, turned round
_SET_OFF = frozenset(
    (Shape.ELEMENT, Shape.APART, Shape.INDENT, Shape.MARKED_PARAGRAPHS, Shape.SIGNED_PARAGRAPHS)
)
_FEWEST_SIGNED = 2  # passages of a row
_WHOEVER_IS_NAMED = "seen addressing signed_rows main_share last_main longer_quotations capitals _rows _labels _own_runs _boxes _longest_saying".split()


@dataclass(frozen=True)
class Page:
    """An article with its candidates and whose words each of them would be."""

    annotated: AnnotatedArticle  # the article
    candidates: Sequence[Candidate]  # its candidates
    attributions: Sequence[Attribution]  # one for each candidate

    def told(self, attributions: Sequence[Attribution]) -> "Page":
        """The same page with other attributions; what stands on it, whoever is named, is not read again."""
        page = Page(self.annotated, self.candidates, attributions)
        kept = (name for name in _WHOEVER_IS_NAMED if name in self.__dict__)
        page.__dict__.update((name, self.__dict__[name]) for name in kept)
        return page

    @cached_property
    def seen(self) -> dict[int, Mapping[str, float]]:
        """Features of candidates that no attribution changes, by their identity, as far as they were asked for."""
        return {}

    @cached_property
    def main_share(self) -> float:
        """The share of the page's sentences, in characters, that its main content holds: little, where the choice of it failed."""
        annotated = self.annotated
        prose = [
            block
            for index, block in enumerate(annotated.blocks)
            if block.kind in RUNNING and ends_sentence(annotated, index)
        ]
        return sum(len(one.span) for one in prose if one.main) / max(1, sum(len(one.span) for one in prose))

    @cached_property
    def unannounced_boxes(self) -> float:
        """How much it is a habit of the page to set boxes off without announcing or linking what is in them, up to 1."""
        boxes = [
            one
            for one, told in zip(self.candidates, self.attributions, strict=True)
            if one.shape is Shape.ELEMENT
            and not (told.link or is_announced(self, one) or has_verb_before(self, one))
        ]
        if self._answers_each(boxes):
            return 0.0
        return min(max(0, len(boxes) - _SEVERAL), _HABIT) / _HABIT

    def _answers_each(self, boxes: Sequence[Candidate]) -> bool:
        """Whether a page quotes piece by piece and answers each: a paragraph or two between, not much longer than the pieces."""
        gaps = len(boxes) - 1
        if gaps < _SEVERAL:
            return False
        first, last = boxes[0].blocks.stop, boxes[-1].blocks.start
        between = [block.span for at, block in self.annotated.running.items() if first <= at < last]
        short = sum(map(len, between)) <= _LONGEST_ANSWER * sum(len(one.text) for one in boxes)
        return gaps <= len(between) <= _MOST_ANSWERS * gaps and short

    @cached_property
    def _labels(self) -> Counter[str]:
        """How often boxes begin with the same longer word and nothing announces them."""
        boxes = (one for one in self.candidates if one.shape is Shape.ELEMENT and not is_announced(self, one))
        return Counter(label_of(one) for one in boxes)

    def has_twins(self, candidate: Candidate) -> bool:
        """Whether boxes of the page begin with the same label as a candidate: "Summary", "Tip"."""
        label = label_of(candidate)
        return len(label) >= _LABEL and self._labels[label] > 1

    @cached_property
    def last_main(self) -> int:
        """The index of the last block of the main content; past the last block, where there is none."""
        blocks = self.annotated.blocks
        return next((at for at in reversed(range(len(blocks))) if blocks[at].main), len(blocks))

    @cached_property
    def longer_quotations(self) -> Sequence[int]:
        """The indexes of the blocks in which longer passages in marks stand, one for each, sorted."""
        marked = (one for one in self.candidates if one.shape is Shape.MARKS)
        return sorted(one.blocks.start for one in marked if count_words(one.text) >= _FEWEST_WORDS)

    @cached_property
    def capitals(self) -> float:
        """The share of the longer words of the page's running text that begin with a capital, an even guess for a page of few."""
        found = [capitals_in(self.annotated.block_text(index)) for index in self.annotated.running]
        return (sum(one for one, _ in found) + _FEW_WORDS / 4) / (sum(all_ for _, all_ in found) + _FEW_WORDS)

    def is_alone(self, candidate: Candidate) -> bool:
        """Whether a passage in marks fills its block, or markup sets it off."""
        if candidate.shape is not Shape.MARKS:
            return candidate.shape in _SET_OFF
        block, tail = self.annotated.blocks[candidate.blocks.start].span, self.annotated.cut(candidate.tail)
        return len(candidate.span) > _FILLS * len(block) and not any(map(str.isalnum, tail))

    @cached_property
    def _rows(self) -> Mapping[int, Sequence[Candidate]]:
        """By the block in which each begins, the rows of passages that stand alone, not announced, no sentence between."""
        rows: list[list[Candidate]] = []
        for one in sorted(self.candidates, key=lambda one: (one.blocks.start, -len(one.text))):
            before = rows[-1][-1].blocks.stop if rows else 0
            if one.blocks.start < before or not self.is_alone(one) or is_announced(self, one):
                continue
            gap = range(before, one.blocks.start)
            said = (self.annotated.block_text(at) for at in gap if ends_sentence(self.annotated, at))
            if not rows or len(gap) > _LONGEST_GAP or any(count_words(text) > _FEWEST_WORDS for text in said):
                rows.append([])
            rows[-1].append(one)
        return {one.blocks.start: row for row in rows for one in row}

    @cached_property
    def signed_rows(self) -> frozenset[int]:
        """The blocks with which passages begin that stand in a row of which several have a short line behind them."""
        rows = {id(row): row for row in self._rows.values()}.values()
        return frozenset(
            one.blocks.start
            for row in rows
            if sum(is_signature(self.annotated, other.blocks.stop) for other in row) >= _FEWEST_SIGNED
            for one in row
        )

    @cached_property
    def _own_runs(self) -> Counter[tuple[str, ...]]:
        """How often each run of a few words of a short candidate stands in the running text outside quotation marks."""
        short = (one.text for one in self.candidates if len(one.text) <= _LONGEST_REPEATED)
        wanted = {run for said in short for run in _runs(said)}
        runs: Counter[tuple[str, ...]] = Counter()
        for index in self.annotated.running:
            for said in self._outside_marks(index):
                runs.update(filter(wanted.__contains__, _runs(said)))
        return runs

    def _outside_marks(self, index: int) -> Iterator[str]:
        """The pieces of a block that stand in no quotation marks."""
        block, text = self.annotated.blocks[index].span, self.annotated.text
        start = block.start
        for quotation in self.annotated.quotations_in(index):
            yield text[start : quotation.outer.start]
            start = quotation.outer.end
        yield text[start : block.end]

    @cached_property
    def _own_words(self) -> Sequence[str]:
        """The author's words: those of the running text that stand in no box and in no quotation marks."""
        boxed = {at for one in self.candidates if one.shape is Shape.ELEMENT for at in one.blocks}
        own = (at for at in self.annotated.running if at not in boxed)
        return _WORD.findall(" ".join(text for at in own for text in self._outside_marks(at)).casefold())

    @cached_property
    def addressing(self) -> float:
        """How much the author speaks to the reader, in the second person, up to 1: then words in marks are examples."""
        second, _ = word_lists("addressed").get(self.annotated.language, (frozenset(), ()))
        spoken = sum(map(second.__contains__, self._own_words))
        return min(1.0, _ADDRESSED * spoken / max(1, len(self._own_words)))

    @cached_property
    def _boxes(self) -> Sequence[tuple[Candidate, str]]:
        """What markup sets off, with its words; of very many only the first."""
        found = [one for one in self.candidates if one.shape is Shape.ELEMENT][:_MOST_COMPARED]
        return [(one, folded(one.text)) for one in found]

    def is_held_by_another(self, candidate: Candidate) -> bool:
        """Whether another box has all words of a short one: a longer one, or one before that is the same."""
        said = folded(candidate.text)
        if len(candidate.text) > _LONGEST_REPEATED or said.count(" ") + 1 < _FEWEST_REPEATED:
            return False
        return candidate.shape is Shape.ELEMENT and any(
            said in words and (len(words) > len(said) or other.span < candidate.span)
            for other, words in self._boxes
            if other is not candidate
        )

    @cached_property
    def _longest_saying(self) -> Mapping[tuple[str, ...], int]:
        """For each run of a few words in quotation marks, how long the longest quotation is that has it."""
        longest: dict[tuple[str, ...], int] = {}
        for one in self.candidates:
            if one.quoted or one.shape is Shape.MARKS:
                for run in _runs(one.text):
                    longest[run] = max(longest.get(run, 0), len(one.text))
        return longest

    def _is_pulled(self, candidate: Candidate) -> bool:
        """Whether most of a quotation that stands alone, and that nothing announces, stands in a longer one of the page."""
        if not self.is_alone(candidate) or is_announced(self, candidate):
            return False
        runs = list(_runs(candidate.text))
        again = sum(self._longest_saying.get(run, 0) > len(candidate.text) for run in runs)
        return again > _MOST_PULLED * len(runs)

    def is_repeated(self, candidate: Candidate) -> bool:
        """Whether a short passage stands in the page's running text as well, or is pulled from a quotation of it."""
        if len(candidate.text) > _LONGEST_REPEATED or self._is_pulled(candidate):
            return len(candidate.text) <= _LONGEST_REPEATED
        own = not candidate.quoted and any(block in self.annotated.running for block in candidate.blocks)
        runs = list(_runs(candidate.text))
        return bool(runs) and all(self._own_runs[run] > own for run in runs)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return zip(*(words[start:] for start in range(_FEWEST_REPEATED)), strict=False)


def has_verb_before(page: Page, candidate: Candidate) -> bool:
    """Whether a verb of reporting that the language names stands in what leads up to a passage."""
    words = last_words(page.annotated, candidate.lead_in, _LONG_SENTENCE, read=_READ)
    return bool(language_of(page.annotated.language).saying.find(words))


def has_word_of_quoting_before(page: Page, candidate: Candidate) -> bool:
    """Whether what leads up to a passage has a verb of reporting or a word for a document, as far as the language names any."""
    pack = language_of(page.annotated.language)
    words = last_words(page.annotated, candidate.lead_in, _LONG_SENTENCE, read=_READ)
    return pack.code == NEUTRAL or any(forms.find(words) for forms in (pack.saying, pack.quoting))


def is_announced(page: Page, candidate: Candidate) -> bool:
    """Whether a colon stands at the end of what leads up to a candidate, or of a line inside that speaks of it."""
    told = (candidate.lead_in, *(span for span in candidate.inner if span.start < candidate.span.start))
    return any(page.annotated.cut(span).rstrip(' \u00a0\n»”"“„«').endswith((":", "：")) for span in told)
