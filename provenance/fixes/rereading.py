"""Rereading: the article as it reads with some edits made, and where its excerpts stand then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from provenance.articles.article import Article
from provenance.articles.reading import read_text
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Excerpt
from provenance.findings.finding import TextEdit, edited
from provenance.fixes.rewording import Rewording
from provenance.text.document import Passage
from provenance.text.span import Span

_TAG = re.compile(r"(?<!\\)</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)


class Plan(NamedTuple):
    """What is to be changed at one excerpt."""

    number: int  # the excerpt's number in its article, from 0
    rewordings: tuple[Rewording, ...]  # what of the article's text becomes what
    edits: tuple[TextEdit, ...]  # the same, of the file


class Rereading:
    """An article with some plans carried out. All offsets are counted in characters that are no white space."""

    def __init__(self, article: Article, plans: Sequence[Plan]) -> None:
        file = article.source_map.file if article.source_map else ""
        text = edited(file, [edit for plan in plans for edit in plan.edits])
        self._old, self._plans = article, plans
        self.article = read_text(
            text,
            origin=article.document.origin,
            format=article.format,
            url=article.metadata.url,
            folder=article.folder,
        )
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
        """An excerpt, where it stands now, with the marks that it has now.

        Raises:
            ValueError: If nothing is left of one of its passages.
        """
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
