"""Untraced quotations: words in quotation marks of which the article says neither who said them nor where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.excerpts.cue import Cue
from provenance.excerpts.pieces import pieces_of
from provenance.excerpts.scene import scene_of
from provenance.excerpts.titles import is_title
from provenance.text.document import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.article import Article
    from provenance.excerpts.model import Excerpt
    from provenance.excerpts.pieces import Piece

FEWEST_WORDS = 6  # shorter ones are names, slogans, scare quotes


def untraced(
    article: Article, excerpts: Sequence[Excerpt], *, language: str | None = None
) -> tuple[Passage, ...]:
    """The quotations of an article's running text that are part of no excerpt, so that nothing is said of them.

    Args:
        article: The page as read.
        excerpts: All that was detected in it.
        language: A BCP 47 primary subtag; by default the one the page states.

    Returns:
        The quoted words, in article order: at least six in closed quotation marks, and no title.
    """
    spoken = (language or article.metadata.language or "en").partition("-")[0].lower()
    return tuple(
        Passage(article.document, piece.quotation.inner) for piece in _free(article, excerpts, spoken)
    )


def _free(article: Article, excerpts: Sequence[Excerpt], language: str) -> Iterator[Piece]:
    scene = scene_of(article, language)
    taken = sorted(one.span for excerpt in excerpts for one in (*excerpt.passages, *excerpt.reach))
    following = 0
    furthest = 0  # the end of the spans before
    for index in scene.body:
        for piece in pieces_of(scene, index):
            outer = piece.quotation.outer
            while following < len(taken) and taken[following].start < outer.end:
                furthest = max(furthest, taken[following].end)
                following += 1
            if furthest <= outer.start and _is_quotation(piece):
                yield piece


def _is_quotation(piece: Piece) -> bool:
    """Whether a piece is long enough, closed, and no title."""
    long = piece.words >= FEWEST_WORDS and piece.quotation.closed
    return long and not is_title(piece, Cue(piece.quotation.outer, owned=_is_owned(piece)))


def _is_owned(piece: Piece) -> bool:
    """Whether a noun for something said stands before a piece, and whose it is: "In their words,"."""
    language = piece.scene.language
    words = language.words(piece.scene.text, piece.before.start, piece.before.end)
    if len(words) < len(("their", "words", ",")) or words[-1].text not in ",:":
        return False
    owner, noun = words[-3], words[-2]
    owns = owner.key in language.determiners and owner.key not in language.articles
    return owns and noun.key in language.speech_nouns
