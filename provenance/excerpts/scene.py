"""Scene: one article as the cue readers see it, its language, blocks, people and links at hand."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from provenance.articles.article import QuoteRole
from provenance.excerpts.annotation.quotation_marks import Quotation, quotations
from provenance.excerpts.annotation.sentences import sentences
from provenance.excerpts.antecedents import NamedSentence, antecedent
from provenance.excerpts.cues import read_after, read_before
from provenance.excerpts.mentions import Gender, Mention, MentionKind, mentions
from provenance.excerpts.model import Markup
from provenance.excerpts.speakers import Cast
from provenance.languages.cues import language as language_of
from provenance.text.document import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.article import Article, Link
    from provenance.excerpts.cue import Cue
    from provenance.languages.cues import Language
    from provenance.text.span import Span

_FARTHEST_BACK = 16  # blocks, boxes and quotations included
_REACH = 900  # characters of a block before a pronoun that are searched for the one it stands for
_LONGEST_SENTENCE = 1000  # characters of one that are read
_SHORT = 160  # characters: a shorter block is a cue or an aside, and does not count as a paragraph
_PARAGRAPHS_BACK = 2  # blocks before a pronoun's own that are searched for the one it stands for
_BODIES = frozenset((MentionKind.ORGANISATION, MentionKind.NAME))
_SHORTEST_TOLD = 40  # characters; what is shorter and outside the main content is a menu's or a teaser's
_RUNNING = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))


class Scene:
    """One article with what the cue readers ask of it again and again."""

    def __init__(self, article: Article, language: str | None = None) -> None:
        self.article = article
        self.text = article.document.text
        self.language: Language = language_of(language or article.metadata.language or "en")
        self.blocks: Sequence[Block] = article.document.blocks or (Block(article.document.span),)
        self._starts = [link.span.start for link in article.links]
        self._quotations: dict[int, list[Quotation]] = {}
        self._sentences: dict[int, list[Span]] = {}
        self._named_sentences: dict[int, NamedSentence] = {}

    @cached_property
    def cast(self) -> Cast:
        """The people whom the article names in full."""
        own = [block.span for block in self.blocks if block.main and block.kind is not BlockKind.HEADING]
        return Cast.of(self._shown, self.language, own=own)

    @property
    def _shown(self) -> str:
        """The article's text with blanks for menus and teasers outside its main content, so that offsets hold."""
        pieces: list[str] = []
        end = 0
        for block in self.blocks:
            pieces.append(" " * (block.span.start - end))
            said = self.text[block.span.start : block.span.end]
            is_told = block.inside or (block.kind is not BlockKind.LIST_ITEM and len(said) > _SHORTEST_TOLD)
            pieces.append(said if is_told else " " * len(said))
            end = block.span.end
        return "".join(pieces)

    @cached_property
    def body(self) -> tuple[int, ...]:
        """The indexes of the blocks of running text: main content, neither quoted by markup nor a heading."""
        return tuple(
            index
            for index, block in enumerate(self.blocks)
            if block.main and block.kind in _RUNNING and index not in self.dressed
        )

    @cached_property
    def dressed(self) -> frozenset[int]:
        """The indexes of the blocks that markup sets off as quoted, embedded, a comment."""
        found: set[int] = set()
        for quote in self.article.quotes:
            if quote.role is QuoteRole.LAYOUT:
                continue
            for span in (*quote.spans, *quote.attributions):
                found.update(self.indexes_in(span))
        return frozenset(found)

    @cached_property
    def quotations_by_markup(self) -> tuple[int, ...]:
        """Where what is dressed as a quotation begins, quoted or set aside; not what only a margin sets off."""
        return tuple(quote.spans[0].start for quote in self.article.quotes if quote.markup != Markup.INDENT)

    def indexes_in(self, span: Span) -> range:
        """The indexes of the blocks that share a character with ``span``."""
        first = max(0, self.article.document.block_index_at(span.start))
        stop = first
        while stop < len(self.blocks) and self.blocks[stop].span.start < span.end:
            stop += 1
        return range(first if self.blocks[first].span.end > span.start else first + 1, stop)

    def quotations_in(self, index: int) -> list[Quotation]:
        """The quotations of one block, by their marks."""
        if index not in self._quotations:
            span = self.blocks[index].span
            self._quotations[index] = quotations(self.text, span.start, span.end)
        return self._quotations[index]

    def links_in(self, span: Span) -> list[Link]:
        """The links that begin inside ``span``, in order."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return list(self.article.links[first:last])

    @cached_property
    def known(self) -> frozenset[str]:
        """The surnames of the cast, in lower case."""
        return frozenset(self.cast.by_surname)

    def before(self, start: int, end: int) -> Cue:
        """The cue in the sentence that leads up to a quotation."""
        return read_before(self.text, start, end, self.language, known=self.known)

    def after(self, start: int, end: int) -> Cue:
        """The cue in what follows a quotation."""
        return read_after(self.text, start, end, self.language, known=self.known)

    def speaker(self, cue: Cue) -> str | None:
        """The person or organisation whose words a cue says they are, by full name; None where it cannot be told."""
        voice = cue.voice
        if voice is None:
            return self._named(self.person_before(cue.span.start)) if cue.dropped else None
        if voice.kind is MentionKind.PRONOUN:
            if voice.gender in {Gender.PLURAL, Gender.NEUTRAL}:
                return None
            return self._person_meant(voice)
        if voice.kind is MentionKind.DOCUMENT:
            return None
        if voice.kind is MentionKind.ROLE:
            holder = self.cast.in_office(voice.name)
            return holder if holder is not None and self._is_near(holder, voice.span.start) else voice.name
        return self._named(voice)

    def _is_near(self, name: str, offset: int) -> bool:
        """Whether somebody's surname stands a few paragraphs or less before ``offset``."""
        return name.rsplit(maxsplit=1)[-1] in self.text[max(0, offset - 2 * _REACH) : offset]

    def _person_meant(self, pronoun: Mention) -> str | None:
        """Whom "he" or "she" stands for: somebody near, or else the only one of the article who fits."""
        near = self._named(self.person_before(pronoun.span.start, pronoun.gender))
        if near is not None or pronoun.gender is None:
            return near
        return self.cast.only_one(pronoun.gender, before=pronoun.span.start)

    def _named(self, mention: Mention | None) -> str | None:
        if mention is not None and mention.kind is MentionKind.ROLE:
            return self.cast.in_office(mention.name) or mention.name
        return self.cast.full_name(mention.name) if mention is not None else None

    def person_before(self, offset: int, gender: Gender | None = None) -> Mention | None:
        """The nearest person named before ``offset`` whom a pronoun of that gender may stand for, or None."""
        index = self.article.document.block_index_at(offset)
        for back in self._own_blocks(index):
            block = self.blocks[back]
            end = min(offset, block.span.end)
            near = self._quoted_near(back, end)
            found = antecedent(
                self._sentences_before(back, end), gender=gender, cast=self.cast, before=offset, quoted=near
            )
            if found is not None:
                return found
        return None

    def _sentences_before(self, index: int, end: int) -> Iterator[NamedSentence]:
        """The sentences of a block that begin before ``end``, the nearest first, as far as a pronoun reaches."""
        found = self._sentences_of(index)
        for at in range(bisect_left(found, end, key=lambda sentence: sentence.start) - 1, -1, -1):
            if found[at].end < end - _REACH:
                return
            yield self._named_sentence(found[at])

    def _quoted_near(self, index: int, end: int) -> list[Span]:
        """The quotations of a block that a pronoun at ``end`` could reach."""
        found = self.quotations_in(index)
        first = bisect_left(found, end - _REACH, key=lambda quotation: quotation.outer.end)
        stop = bisect_left(found, end, key=lambda quotation: quotation.outer.start)
        return [quotation.outer for quotation in found[first:stop]]

    def _sentences_of(self, index: int) -> list[Span]:
        if index not in self._sentences:
            block = self.blocks[index].span
            self._sentences[index] = sentences(self.text, block.start, block.end)
        return self._sentences[index]

    def _named_sentence(self, span: Span) -> NamedSentence:
        if span.start not in self._named_sentences:
            words = self.language.words(self.text, span.start, min(span.end, span.start + _LONGEST_SENTENCE))
            found = mentions(words, self.language, text=self.text, known=self.cast.by_surname)
            self._named_sentences[span.start] = NamedSentence(
                span, words, found, self.language.verbs.find(words), self.language
            )
        return self._named_sentences[span.start]

    def _own_blocks(self, index: int) -> Iterator[int]:
        """A block and a few of the article's own before it, up to a heading."""
        seen = 0
        for back in range(max(0, index), max(-1, index - _FARTHEST_BACK), -1):
            block = self.blocks[back]
            if block.kind is BlockKind.HEADING or seen > _PARAGRAPHS_BACK:
                return
            if back in self.dressed or not block.main:
                continue
            seen += len(block.span) > _SHORT
            yield back

    def outlet_in(self, span: Span) -> str | None:
        """The first outlet that a stretch of text names."""
        words = self.language.words(self.text, span.start, span.end)
        found = mentions(words, self.language, text=self.text, known=self.known)
        return next((mention.name for mention in found if mention.kind is MentionKind.OUTLET), None)

    def people_in(self, span: Span) -> list[Mention]:
        """The people whom a stretch of text names."""
        words = self.language.words(self.text, span.start, span.end)
        found = mentions(words, self.language, text=self.text, known=self.known)
        return [one for one in found if one.kind is MentionKind.PERSON or one.name.casefold() in self.known]

    def is_definite(self, mention: Mention) -> bool:
        """Whether an article or the like stands before a mention: "the report"."""
        before = self.language.words(self.text, max(0, mention.span.start - 12), mention.span.start)
        return bool(before) and before[-1].key in self.language.function_words

    def reporter_before(self, offset: int) -> tuple[str | None, str | None]:
        """For "it adds" and "one reads there": the outlet, or else the organisation, last said to report something.

        Returns:
            The outlet's name and the organisation's, at most one of them.
        """
        for back in self._own_blocks(self.article.document.block_index_at(offset)):
            block = self.blocks[back].span
            end = min(offset, block.end)
            for sentence in reversed(sentences(self.text, max(block.start, end - _REACH), end)):
                cue = self.before(sentence.start, sentence.end)
                if cue.outlet is not None:
                    return cue.outlet, None
                if cue.strength and cue.voice is not None and self._is_body(cue.voice):
                    return None, cue.voice.name
        return None, None

    def _is_body(self, voice: Mention) -> bool:
        """Whether a name is that of an organisation, and of no person: a single noun is none where nouns have capitals."""
        if voice.kind is MentionKind.NAME and self.language.nouns_capitalised:
            return False
        return voice.kind in _BODIES and not self.cast.knows(voice.name)


@lru_cache(maxsize=2)
def scene_of(article: Article, language: str | None = None) -> Scene:
    """The scene of an article; the last ones are kept, since each detector asks for the same."""
    return Scene(article, language)
