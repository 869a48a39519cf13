"""Own words: blockquotes in which a page sets its own text large, boxed or in a table, and quotes nobody."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from provenance.excerpts.quotation_marks import CLOSERS
from provenance.text.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.articles.article import Article
    from provenance.excerpts.excerpt import Excerpt

_SEVERAL = 3  # blockquotes that say nothing of whom they quote: a habit of the page
_TWINS = 2  # boxes under one label
_MOST_EVIDENCE = (
    0.34  # share of a page's blockquotes that may quote somebody, where the others are the page's own
)
_LONG = 90  # words: so much text is not set large for emphasis
_LETTERS = 8  # a word, spaces included, so that scripts without spaces count too
_TABLE = 0.8  # share of the blocks that are cells
_NOTE = re.compile(r"(?:note|nb|n\.b\.|hinweis|anmerkung|nota|remarque|opmerking)\s?[:：]", re.IGNORECASE)
_BRACKETED = re.compile(r"\[[^\[\]]{3,400}\]$")
_COLONS = (":", "：")


def without_own_words(article: Article, excerpts: Sequence[Excerpt]) -> list[Excerpt]:
    """Leave out the blockquotes of a page that quote nobody.

    Args:
        article: The page as read.
        excerpts: All its blockquotes, in article order.

    Returns:
        Those that something shows to be quoted; the others too, where they are too few to show a habit of the page:
        several short ones without a name, a cue, a link or a mark, or several that begin with the same label.
    """
    kept = [one for one in excerpts if not _is_no_quotation(article, one)]
    bare = [one for one in kept if not _quotes_somebody(one)]
    labels = Counter(_label(one) for one in bare)
    boxed = [one for one in bare if labels[_label(one)] >= _TWINS and _is_label(_label(one), bare)]
    rest = [one for one in bare if one not in boxed]
    habit = len(bare) >= _SEVERAL and len(kept) - len(bare) <= _MOST_EVIDENCE * len(kept)
    own = boxed + (rest if habit else [])
    return [one for one in kept if one not in own]


def _quotes_somebody(excerpt: Excerpt) -> bool:
    """Whether anything shows that words are somebody's: a name, an announcement, marks, or their sheer length."""
    told, text = excerpt.attribution, excerpt.text
    announced = told.cue is not None and told.cue.text.rstrip().endswith(_COLONS)
    marked = excerpt.quoted or bool(excerpt.marks) or text[:1] in CLOSERS
    named = bool(told.speaker or told.outlet)
    long = len(text.split()) > _LONG or len(text) > _LONG * _LETTERS
    return named or announced or marked or long


def _is_no_quotation(article: Article, excerpt: Excerpt) -> bool:
    """Whether it is a note of the author's, a placeholder in brackets, or a table, and nobody is named."""
    told = excerpt.attribution
    if told.speaker or told.outlet:
        return False
    if _NOTE.match(excerpt.text) or _BRACKETED.match(excerpt.text):
        return True
    document = article.document
    kinds = [document.blocks[document.block_index_at(one.span.start)].kind for one in excerpt.passages]
    cells = sum(kind in {BlockKind.CELL, BlockKind.CAPTION} for kind in kinds)
    return cells > 1 and cells >= _TABLE * len(kinds)


def _label(excerpt: Excerpt) -> str:
    return excerpt.text.split(maxsplit=1)[0].rstrip(":.!").casefold()


def _is_label(word: str, bare: Sequence[Excerpt]) -> bool:
    """Whether the word with which several begin is a label of theirs, and no article or pronoun."""
    return len(word) > 5 and sum(_label(one) == word for one in bare) >= max(_TWINS, len(bare) // 2)
