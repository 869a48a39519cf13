"""Inline quotations: quoted words inside a running paragraph whose speaker or outlet the article names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.excerpts.attribution import link_of_sentence
from provenance.excerpts.marks import find_marks
from provenance.excerpts.mentions import Gender, MentionKind
from provenance.excerpts.model import Attribution, Excerpt, Markup
from provenance.excerpts.piece_cues import cue_of
from provenance.excerpts.pieces import WINDOW, Piece, pieces_of, stands_alone
from provenance.excerpts.scene import Scene, scene_of
from provenance.excerpts.spelling import spelled_outlet
from provenance.excerpts.titles import is_title
from provenance.text.document import Passage
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.article import Article
    from provenance.excerpts.context import Context
    from provenance.excerpts.cue import Cue

FEWEST_WORDS = 4
FEWEST_WOVEN_WORDS = (
    6  # of a fragment inside the author's own sentence: shorter ones are scare quotes, names, slogans
)
_ENDS = frozenset(".!?…。！？")
_PAUSES = _ENDS | frozenset(",;:—–-，：、")


@dataclass(frozen=True, slots=True)
class _Attributed:
    piece: Piece
    cue: Cue
    continues: bool
    resumes: bool = False  # nothing but the attribution of the one before stands between them


def detect_inline(article: Article, context: Context) -> Iterator[Excerpt]:
    """The inline quotations of an article that name a speaker or an outlet.

    Args:
        article: The page as read.
        context: What else is known.

    Yields:
        One excerpt for each quotation of at least four words. The pieces of a split quotation ("…," she said. "…")
        are excerpts of their own, the later ones marked as continuing; a piece too short to be looked for by itself
        is a passage of the excerpt before it.
    """
    scene = scene_of(article, context.language)
    for index in scene.body:
        yield from _in_block(scene, index)


def _in_block(scene: Scene, index: int) -> Iterator[Excerpt]:
    pieces = pieces_of(scene, index)
    if not pieces:
        return
    attributed = _attribute(scene, pieces, index)
    yield from _joined(attributed)


def _attribute(scene: Scene, pieces: Sequence[Piece], index: int) -> list[_Attributed]:
    """Each piece with its cue, if it has one; a piece behind an attribution goes on with it."""
    found: list[_Attributed] = []
    previous: _Attributed | None = None
    for whole, following in zip(pieces, [*pieces[1:], None], strict=True):
        piece = _behind(previous, whole)
        cue = cue_of(scene, piece, following, index)
        continues = False
        if previous is not None and _goes_on(previous, piece, cue):
            cue, continues = replace(previous.cue), True
        if cue is None or not cue.strength or is_title(piece, cue):
            previous = None if _breaks(previous, piece) else previous
            continue
        resumes = continues and previous is not None and _is_interrupted(previous, piece)
        previous = _Attributed(piece, cue, continues, resumes)
        found.append(previous)
    return found


def _behind(previous: _Attributed | None, piece: Piece) -> Piece:
    """The piece, what an attribution before it has used up left out of the sentence that leads up to it."""
    if previous is None or previous.cue.matched <= piece.before.start:
        return piece
    return replace(piece, before=Span(min(previous.cue.matched, piece.before.end), piece.before.end))


def _breaks(previous: _Attributed | None, piece: Piece) -> bool:
    return previous is None or piece.words >= FEWEST_WORDS


def _goes_on(previous: _Attributed, piece: Piece, cue: Cue | None) -> bool:
    """Whether a quotation goes on with the one before.

    Either only the attribution of the one before stands between them, or both are fragments of one sentence that says
    before the first of them whose words they are.
    """
    between = Span(previous.piece.quotation.outer.end, piece.quotation.outer.start)
    text = piece.cut(between).strip()
    if cue is not None and cue.strength and cue.span.start >= between.end:
        return False
    if len(between) > WINDOW:
        return False
    if previous.cue.span.start >= previous.piece.quotation.outer.end:
        return _is_resumed(previous, piece)
    if cue is not None and cue.strength:
        return False
    first, ended = piece.text[:1], previous.piece.text[-1:] in _ENDS
    return bool(first) and not first.isupper() and not ended and not any(stop in text for stop in _ENDS)


def _is_resumed(previous: _Attributed, piece: Piece) -> bool:
    """Whether only the attribution of the one before stands between two pieces: "…," she said, "…"."""
    if previous.cue.span.start < previous.piece.quotation.outer.end:
        return False
    rest = piece.scene.text[previous.cue.span.end : piece.quotation.outer.start]
    return not rest.strip(" \u00a0\n,:;—–-")


def _is_interrupted(previous: _Attributed, piece: Piece) -> bool:
    """Whether a quotation is interrupted by an attribution that a stop or a pause closes: "…," she said, "…"."""
    if not _is_resumed(previous, piece):
        return False
    between = piece.scene.text[previous.piece.quotation.outer.end : piece.quotation.outer.start]
    return between.rstrip()[-1:] in _PAUSES


def _is_long_enough(one: _Attributed) -> bool:
    piece = one.piece
    if piece.words >= FEWEST_WOVEN_WORDS:
        return True
    return piece.words >= FEWEST_WORDS and stands_alone(piece)


def _joined(attributed: Sequence[_Attributed]) -> list[Excerpt]:
    """The excerpts: a short piece of an interrupted quotation is a passage of the same excerpt.

    Fragments that the author has woven into one sentence stay apart: the source need not have them side by side.
    """
    groups: list[list[_Attributed]] = []
    for one in attributed:
        short = one.piece.words < FEWEST_WORDS
        after_short = bool(groups) and all(each.piece.words < FEWEST_WORDS for each in groups[-1])
        if groups and one.resumes and (short or after_short):
            groups[-1].append(one)
        else:
            groups.append([one])
    kept = [group for group in groups if any(_is_long_enough(one) for one in group)]
    excerpts = [_excerpt(group) for group in kept]
    for position, (earlier, later) in enumerate(pairwise(kept), start=1):
        follows = later[0].continues and later[0].cue == earlier[-1].cue
        excerpts[position] = replace(excerpts[position], continues=follows)
    return excerpts


def _excerpt(group: Sequence[_Attributed]) -> Excerpt:
    first = group[0]
    scene = first.piece.scene
    document = scene.article.document
    passages = tuple(Passage(document, one.piece.quotation.inner) for one in group)
    return Excerpt(
        passages=passages,
        attribution=_attribution(scene, first),
        marks=find_marks(passages),
        markup=Markup.INLINE,
        quoted=True,
    )


def _attribution(scene: Scene, one: _Attributed) -> Attribution:
    cue = one.cue
    sentence = _sentence_of(scene, one)
    speaker, outlet, link = scene.speaker(cue), cue.outlet, link_of_sentence(scene, sentence)
    if outlet is None and (spelled := spelled_outlet(scene, sentence, link, speaker=speaker)):
        outlet, speaker = spelled, None if speaker and speaker in spelled else speaker
    if speaker is None and outlet is None and _speaks_for_a_body(scene, cue):
        outlet, speaker = scene.reporter_before(cue.span.start)
    return Attribution(cue=_trimmed(scene, cue.span), outlet=outlet, speaker=speaker, link=link)


def _sentence_of(scene: Scene, one: _Attributed) -> Span:
    """The sentence of a quotation: the one before belongs to it if that says whose words these are, or names an outlet."""
    quotation, before = one.piece.quotation.outer, one.piece.before
    begins = one.cue.span.start >= quotation.end and one.piece.cut(before).rstrip()[-1:] in _ENDS
    apart = begins and scene.outlet_in(before) is None
    start = quotation.start if apart else min(one.cue.span.start, before.start)
    return Span(start, max(one.cue.span.end, quotation.end))


def _speaks_for_a_body(scene: Scene, cue: Cue) -> bool:
    """Whether a cue speaks of an outlet or a document without its name: "it adds", "one reads", "the report says"."""
    if cue.voice is None:
        return not cue.dropped
    document = cue.voice.kind is MentionKind.DOCUMENT
    return (document and scene.is_definite(cue.voice)) or cue.voice.gender is Gender.NEUTRAL


def _trimmed(scene: Scene, span: Span) -> Passage | None:
    text = scene.text[span.start : span.end]
    bare = text.strip(" \u00a0\u202f\n,")
    if not bare:
        return None
    start = span.start + text.find(bare)
    return Passage(scene.article.document, Span(start, start + len(bare)))
