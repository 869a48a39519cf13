"""From a rewording to edits of the file, where tags, entities and line ends stay, and the article as it reads with some made."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from provenance.articles.article import Article, Format
from provenance.articles.reading import read_text
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Excerpt
from provenance.findings.finding import TextEdit, edited
from provenance.fixes.rewording import Rewording
from provenance.fixes.seams import UnfixableError
from provenance.text.document import Passage
from provenance.text.span import Span

_CLOSING: Final = frozenset(".,;:!?…")
# What may hold white space and is no place between words: tags, and the addresses of links in Markdown.
_HIDDEN: Final = re.compile(r"<[^<>]*>|\]\([^()\n]*\)")
_BETWEEN_WORDS: Final = {
    Format.HTML: re.compile(r"(?:\s|&nbsp;|&#160;)*"),
    Format.MARKDOWN: re.compile(r"\s*(?:\n[ \t>]*)?"),
    Format.TEXT: re.compile(r"\s*(?:\n[ \t>]*)?"),
}
_SIGNS: Final = re.compile(r"[\\`*_<~]|&(?=[#\w])")
_TAG = re.compile(r"(?<!\\)</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)


class FileEditor:
    """Turns rewordings of one article, of which the way back to its file is known, into edits of that."""

    def __init__(self, article: Article) -> None:
        if article.source_map is None:
            raise UnfixableError("the place in the file is not known")
        self._map = article.source_map
        self._file = article.source_map.file
        self._format = article.format
        self._text = article.document.text

    def edits(self, rewording: Rewording, excerpt: Excerpt) -> tuple[TextEdit, ...]:
        """The edits that make a rewording, all of them inside one passage of the excerpt."""
        inside = [each.span for each in excerpt.passages if each.span.covers(rewording.span)]
        if not inside:
            raise UnfixableError("the article's own words stand between")
        if not len(rewording.span):
            return (self._insertion(rewording, inside[0]),)
        if rewording.wraps:
            span = self._located(rewording.span)
            return _inserted(span.start, "["), _inserted(span.end, "]")
        if not rewording.text:
            return (self._deletion(rewording, inside[0]),)
        return tuple(self._substitutions(rewording))

    def _located(self, span: Span) -> Span:
        found = self._map.locate(span)
        if found is None:
            raise UnfixableError("the place in the file is not certain")
        return found

    def _neighbours(self, span: Span, passage: Span) -> tuple[int | None, int | None]:
        """Where in the file the character of the passage before a range ends, and where the one behind it begins."""
        before, behind = (
            piece.stripped(self._text)
            for piece in (Span(passage.start, span.start), Span(span.end, passage.end))
        )
        last = self._located(Span(before.end - 1, before.end)).end if len(before) else None
        return last, self._located(Span(behind.start, behind.start + 1)).start if len(behind) else None

    def _insertion(self, rewording: Rewording, passage: Span) -> TextEdit:
        before, behind = self._neighbours(rewording.span, passage)
        text, (left, right) = self._written(rewording.text), rewording.spaced
        if before is None and behind is None:
            raise UnfixableError("the place in the file is not certain")
        if before is None:
            return _inserted(behind or 0, text + " " * right)
        if behind is None:
            return _inserted(before, " " * left + text)
        gap = _HIDDEN.sub(lambda found: "x" * len(found[0]), self._file[before:behind])
        space = re.search(r"\s|&nbsp;|&#160;", gap)
        if not right:
            return _inserted(behind, " " * (left and not space) + text)
        if not left:
            return _inserted(before, text + " " * (not space))
        return _inserted(before + space.start(), f" {text}") if space else _inserted(before, f" {text} ")

    def _deletion(self, rewording: Rewording, passage: Span) -> TextEdit:
        span, (before, behind) = self._located(rewording.span), self._neighbours(rewording.span, passage)
        around = self._text[rewording.span.start - 1], self._text[rewording.span.end : rewording.span.end + 1]
        apart = around[0].isspace(), around[1].isspace()
        if not any(apart):
            return TextEdit(span, " " if any(rewording.spaced) and before and behind else "")
        if before is None:
            return TextEdit(Span(span.start, behind or span.end), "")
        if behind is None:
            return TextEdit(Span(before, span.end), "") if apart[0] else TextEdit(span, "")
        if not all(apart):
            gap = self._file[before : span.start]  # before a stop no space is left
            closed = around[1] in _CLOSING and not gap.strip(" \t")
            return TextEdit(Span(before if closed else span.start, span.end), "")
        return TextEdit(self._with_space(span, before, behind), "")

    def _with_space(self, span: Span, before: int, behind: int) -> Span:
        """A range of words with the white space on one side of it: on its line if there is any, else the line's end."""
        right = (
            len(found[0]) if (found := re.match(r"[ \t]+(?![ \t\r\n])", self._file[span.end : behind])) else 0
        )
        if right:
            return Span(span.start, span.end + right)
        if (gap := self._file[before : span.start]).strip(" \t") == "":
            return Span(span.start - len(gap), span.end)
        if self._between(span.end, behind):
            return Span(span.start, behind)
        raise UnfixableError("a tag stands between the words")

    def _substitutions(self, rewording: Rewording) -> Iterator[TextEdit]:
        """The new words in the old ones' places, what stands between them in the file kept as far as it goes."""
        start, words = rewording.span.start, rewording.text.split()
        old = [
            Span(start + found.start(), start + found.end())
            for found in re.finditer(r"\S+", self._text[start : rewording.span.end])
        ]
        places = [self._located(span) for span in old]
        if len(old) == len(words):
            pairs = zip(old, places, words, strict=True)
            yield from (
                TextEdit(place, self._written(word))
                for span, place, word in pairs
                if span.of(self._text) != word
            )
            return
        gaps = [self._file[one.end : other.start] for one, other in pairwise(places)]
        if not all(map(_BETWEEN_WORDS[self._format].fullmatch, gaps)):
            raise UnfixableError("a tag stands between the words")
        kept = [*gaps[: len(words) - 1], *[" "] * (len(words) - 1 - len(gaps))]
        written = "".join(f"{self._written(word)}{gap}" for word, gap in zip(words, [*kept, ""], strict=True))
        apart = rewording.spaced[0] and self._text[start - 1 : start].isalnum()
        yield TextEdit(Span(places[0].start, places[-1].end), " " * apart + written)

    def _between(self, start: int, end: int) -> bool:
        return _BETWEEN_WORDS[self._format].fullmatch(self._file[start:end]) is not None

    def _written(self, text: str) -> str:
        """Words as they are written in a file of this format."""
        if self._format is Format.HTML:
            return escape(text, quote=False)
        return _SIGNS.sub(r"\\\g<0>", text) if self._format is Format.MARKDOWN else text


def _inserted(at: int, text: str) -> TextEdit:
    return TextEdit(Span(at, at), text)


class Plan(NamedTuple):
    """What is to be changed at one excerpt."""

    number: int  # the excerpt's number in its article, from 0
    rewordings: tuple[Rewording, ...]  # what of the article's text becomes what
    edits: tuple[TextEdit, ...]  # the same, of the file


def reread(article: Article, text: str) -> Article:
    """An article, its file being another text; an ArticleError if that is not read."""
    return read_text(
        text,
        origin=article.document.origin,
        format=article.format,
        url=article.metadata.url,
        folder=article.folder,
    )


class Rereading:
    """An article with some plans carried out. All offsets are counted in characters that are no white space."""

    def __init__(self, article: Article, plans: Sequence[Plan]) -> None:
        file = article.source_map.file if article.source_map else ""
        text = edited(file, [edit for plan in plans for edit in plan.edits])
        self._old, self._plans = article, plans
        self.article = reread(article, text)
        self._before = [0, *accumulate(not character.isspace() for character in article.document.text)]
        self._places = [at for at, sign in enumerate(self.article.document.text) if not sign.isspace()]
        self._moves = [
            (self._before[r.span.start], _growth(r, article), plan.number)
            for plan in plans
            for r in plan.rewordings
        ]

    @property
    def as_planned(self) -> bool:
        """Whether the words are those that were meant to stand there, and all markup is as it was."""
        old, new = self._old, self.article
        text = old.document.text
        for rewording in sorted(
            (r for plan in self._plans for r in plan.rewordings), key=lambda r: r.span, reverse=True
        ):
            text = text[: rewording.span.start] + rewording.text + text[rewording.span.end :]
        return "".join(text.split()) == "".join(new.document.text.split()) and _markup(old) == _markup(new)

    def excerpt(self, excerpt: Excerpt, number: int, *, language: str) -> Excerpt:
        """An excerpt as it stands now, with its marks; a ValueError if nothing is left of one of its passages."""
        passages = tuple(self._moved(passage, number) for passage in excerpt.passages)
        cue = excerpt.attribution.cue
        return replace(
            excerpt,
            passages=passages,
            reach=tuple(self._moved(passage, number) for passage in excerpt.reach),
            marks=find_marks(passages, language=language),
            attribution=replace(excerpt.attribution, cue=cue and self._moved(cue, number)),
        )

    def _moved(self, passage: Passage, number: int) -> Passage:
        first, last = self._before[passage.span.start], self._before[passage.span.end]
        start = first + self._growth_before(first, number, at_start=True)
        end = last + self._growth_before(last, number, at_start=False)
        return Passage(self.article.document, Span(self._places[start], self._places[end - 1] + 1))

    def _growth_before(self, at: int, number: int, *, at_start: bool) -> int:
        """By how much the text before a place of an excerpt grew; what is put in at its own end belongs to it."""
        return sum(
            growth
            for place, growth, owner in self._moves
            if place < at or (place == at and (owner < number or (owner == number and not at_start)))
        )


def _growth(rewording: Rewording, article: Article) -> int:
    old = rewording.span.of(article.document.text)
    return len("".join(rewording.text.split())) - len("".join(old.split()))


def _markup(article: Article) -> tuple[object, ...]:
    """What of an article is none of its words: the kinds of its blocks, its links, quotations, emphasis and tags."""
    return (
        [block.kind for block in article.document.blocks],
        [link.href for link in article.links],
        [(quote.markup, quote.role, len(quote.spans)) for quote in article.quotes],
        [len(spans or ()) for spans in (article.emphasis, article.struck, article.inserted)],
        _TAG.findall(article.source_map.file if article.source_map else ""),
    )
