"""Inline quotations: quoted words inside a running paragraph whose speaker or outlet the article names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.excerpts.attribution import link_of_sentence
from provenance.excerpts.cues import Cue, Strength
from provenance.excerpts.excerpt import Attribution, Excerpt, Markup
from provenance.excerpts.marks import find_marks
from provenance.excerpts.mentions import Gender, MentionKind
from provenance.excerpts.scene import Scene, scene_of
from provenance.excerpts.sentences import sentence_end, sentence_start
from provenance.text.document import BlockKind, Passage
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.article import Article
    from provenance.excerpts.context import Context
    from provenance.excerpts.quotation_marks import Quotation

FEWEST_WORDS = 4
FEWEST_WOVEN_WORDS = (
    6  # of a fragment inside the author's own sentence: shorter ones are scare quotes, names, slogans
)
_CHARACTERS_A_WORD = 2  # where words do not stand apart
_WINDOW = 260  # characters before and after a quotation that are read
_TITLE_CASE = 0.75  # share of the longer words that begin with a capital
_ENDS = frozenset(".!?…。！？")
_SPACES = " \u00a0\u202f\n\t"


@dataclass(frozen=True, slots=True)
class _Piece:
    """One quotation of a paragraph and what stands around it."""

    scene: Scene
    quotation: Quotation
    before: Span  # the sentence that leads up to it
    after: Span  # what follows up to the end of the sentence

    @property
    def words(self) -> int:
        """How many words are quoted."""
        text = self.text
        if not self.scene.language.spaced and not text.isascii():
            return len(text) // _CHARACTERS_A_WORD
        return len([word for word in text.split() if any(map(str.isalnum, word))])

    @property
    def text(self) -> str:
        """The quoted words."""
        return self.cut(self.quotation.inner)

    def cut(self, span: Span) -> str:
        """The text of ``span``."""
        return self.scene.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class _Attributed:
    piece: _Piece
    cue: Cue
    continues: bool


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
    pieces = _pieces(scene, index)
    if not pieces:
        return
    attributed = _attribute(scene, pieces, index)
    yield from _joined(attributed)


def _pieces(scene: Scene, index: int) -> list[_Piece]:
    block = scene.blocks[index].span
    found = scene.quotations_in(index)
    ends = [block.start, *(quotation.outer.end for quotation in found)]
    starts = [*(quotation.outer.start for quotation in found[1:]), block.end]
    pieces: list[_Piece] = []
    for quotation, left, right in zip(found, ends, starts, strict=False):
        begin = max(left, quotation.outer.start - _WINDOW)
        before = Span(sentence_start(scene.text, begin, quotation.outer.start), quotation.outer.start)
        limit = min(right, quotation.outer.end + _WINDOW)
        after = Span(quotation.outer.end, _end_of_sentence(scene.text, quotation.outer.end, limit))
        pieces.append(_Piece(scene, quotation, before, after))
    return pieces


def _end_of_sentence(text: str, start: int, limit: int) -> int:
    """Where the sentence around a quotation's end stops; a stop at once behind the mark is not its end."""
    at = start
    while at < limit and text[at] in ".!?…, \u00a0":
        at += 1
    return max(at, sentence_end(text, at, limit)) if at < limit else limit


def _attribute(scene: Scene, pieces: Sequence[_Piece], index: int) -> list[_Attributed]:
    """Each piece with its cue, if it has one; a piece behind an attribution goes on with it."""
    found: list[_Attributed] = []
    previous: _Attributed | None = None
    for whole, following in zip(pieces, [*pieces[1:], None], strict=True):
        piece = _behind(previous, whole)
        cue = _cue(scene, piece, following, index)
        continues = False
        if previous is not None and _goes_on(previous, piece, cue):
            cue, continues = replace(previous.cue), True
        if cue is None or not cue.strength or _is_title(piece, cue):
            previous = None if _breaks(previous, piece) else previous
            continue
        previous = _Attributed(piece, cue, continues)
        found.append(previous)
    return found


def _behind(previous: _Attributed | None, piece: _Piece) -> _Piece:
    """The piece, what an attribution before it has used up left out of the sentence that leads up to it."""
    if previous is None or previous.cue.matched <= piece.before.start:
        return piece
    return replace(piece, before=Span(min(previous.cue.matched, piece.before.end), piece.before.end))


def _breaks(previous: _Attributed | None, piece: _Piece) -> bool:
    return previous is None or piece.words >= FEWEST_WORDS


def _goes_on(previous: _Attributed, piece: _Piece, cue: Cue | None) -> bool:
    """Whether only the attribution of the one before stands between two quotations."""
    between = Span(previous.piece.quotation.outer.end, piece.quotation.outer.start)
    text = piece.cut(between).strip()
    if cue is not None and cue.strength and cue.span.start >= between.end:
        return False
    if len(between) > _WINDOW:
        return False
    if previous.cue.span.start >= previous.piece.quotation.outer.end:
        own_end = previous.cue.span.end
        rest = piece.scene.text[own_end : piece.quotation.outer.start]
        return not rest.strip(" \u00a0\n,:;—–-")
    return not text.strip(",;:—–- \u00a0") and previous.continues


def _cue(scene: Scene, piece: _Piece, following: _Piece | None, index: int) -> Cue | None:
    """The cue of one quotation: at once behind it, in the sentence before it, or in the paragraph before."""
    after = _read_after(scene, piece, following)
    before = scene.before(piece.before.start, piece.before.end) if len(piece.before) else None
    if after is not None and piece.cut(piece.before).strip() and _is_labelled(scene, piece):
        return after
    if after is not None and _is_closed_by(scene.text, piece):
        return after
    if before is not None and before.strength and _leads(scene, piece, before):
        return before
    if after is not None:
        return after
    if before is not None and not piece.cut(piece.before).strip():
        before = None
    return _cue_of_paragraph_before(scene, piece, index) if before is None else None


def _is_labelled(scene: Scene, piece: _Piece) -> bool:
    """Whether "with the words" or the like stands right before the quotation."""
    words = scene.language.words(scene.text, piece.before.start, piece.before.end)
    found = scene.language.excerpt_labels.find(words)
    return bool(found) and found[-1].stop >= len(words) - 1


def _read_after(scene: Scene, piece: _Piece, following: _Piece | None) -> Cue | None:
    """What follows, read as a cue, unless it sets up the next quotation instead."""
    text = piece.cut(piece.after).rstrip()
    leads_on = following is not None and following.quotation.outer.start - piece.after.end <= 2
    if leads_on and text.endswith((":", "：")):
        return None
    cue = scene.after(piece.after.start, piece.after.end)
    return cue if cue.strength else None


def _is_closed_by(text: str, piece: _Piece) -> bool:
    """Whether the quotation's end looks forward: a comma, a dash, or a sentence that goes on in lower case."""
    inner, outer = piece.quotation.inner, piece.quotation.outer
    rest = text[outer.end : outer.end + 4].lstrip(_SPACES)
    if text[inner.end - 1] in ",，" or rest[:1] in {",", "，", "—", "–", "-", "("}:
        return True
    return text[inner.end - 1] in _ENDS and (
        rest[:1].islower() or not text[piece.before.start : piece.before.end].strip()
    )


def _leads(scene: Scene, piece: _Piece, cue: Cue) -> bool:
    """Whether the words before a quotation set it up: long fragments are, short ones only behind a colon or comma."""
    lead = piece.cut(piece.before).rstrip()
    if cue.strength is Strength.LABEL:
        return lead.endswith((":", "：")) or not scene.language.spaced
    return True


def _cue_of_paragraph_before(scene: Scene, piece: _Piece, index: int) -> Cue | None:
    """A paragraph that begins with a quotation may be set up by the end of the one before."""
    block = scene.blocks[index].span
    if piece.cut(Span(block.start, piece.quotation.outer.start)).strip():
        return _cue_of_sentence_before(scene, piece)
    earlier = next((at for at in range(index - 1, max(-1, index - 3), -1) if scene.blocks[at].main), None)
    if earlier is None or scene.blocks[earlier].kind is BlockKind.HEADING or earlier in scene.dressed:
        return None
    span = scene.blocks[earlier].span
    if not scene.text[span.start : span.end].rstrip().endswith((":", "：")):
        return None
    begin = sentence_start(scene.text, max(span.start, span.end - _WINDOW), span.end)
    cue = scene.before(begin, span.end)
    return cue if cue.strength else None


def _cue_of_sentence_before(scene: Scene, piece: _Piece) -> Cue | None:
    """A whole quoted sentence may follow the sentence that tells who speaks: 'Ann Lee shrugged it off. "…"'."""
    text = scene.text
    if len(piece.before) or text[piece.quotation.inner.end - 1] not in _ENDS:
        return None
    end = piece.quotation.outer.start
    begin = sentence_start(text, max(0, end - _WINDOW), end)
    cue = scene.before(begin, end)
    return cue if cue.strength is Strength.FRAME else None


def _is_title(piece: _Piece, cue: Cue) -> bool:
    """Whether the quoted words are a title, a name, a slogan: by the word before them or by their capitals."""
    text, language = piece.text, piece.scene.language
    lead = piece.cut(piece.before).rstrip()
    words = language.words(lead[-60:])
    ends_sentence = text[-1:] in _ENDS or text[-1:] in ",，"
    while words and words[-1].text in ":,":
        words.pop()
    if words and words[-1].is_word and (not ends_sentence or lead.endswith(":") or _is_title_case(text)):
        found = language.title_words.find(words)
        if found and found[-1].stop == len(words):
            return text[:1].isupper() or cue.strength is not Strength.FRAME or not text[:1].isalpha()
    if language.nouns_capitalised or text[-1:] in ".,":
        return False
    return _is_title_case(text)


def _is_title_case(text: str) -> bool:
    """Whether nearly every longer word begins with a capital."""
    long_words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) > 1 and capitals >= _TITLE_CASE * len(long_words) and not text.isupper()


def _is_long_enough(one: _Attributed) -> bool:
    piece = one.piece
    if piece.words >= FEWEST_WOVEN_WORDS:
        return True
    return piece.words >= FEWEST_WORDS and _stands_alone(piece)


def _stands_alone(piece: _Piece) -> bool:
    """Whether a quotation is a sentence of its own, or behind a colon, and no fragment of the author's sentence."""
    text = piece.text
    lead = piece.cut(piece.before).rstrip()
    starts = text[:1].isupper() or not text[:1].isalpha() or lead.endswith(":")
    return starts and (
        text[-1:] in _ENDS or text[-1:] in ",，" or lead.endswith((":", "：", ",")) or not text.isascii()
    )


def _joined(attributed: Sequence[_Attributed]) -> list[Excerpt]:
    """The excerpts: a short piece that continues another is a passage of the same excerpt."""
    groups: list[list[_Attributed]] = []
    for one in attributed:
        short = one.piece.words < FEWEST_WORDS
        after_short = bool(groups) and all(each.piece.words < FEWEST_WORDS for each in groups[-1])
        if groups and one.continues and (short or after_short):
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
    sentence = Span(
        min(cue.span.start, one.piece.before.start), max(cue.span.end, one.piece.quotation.outer.end)
    )
    speaker, outlet, link = scene.speaker(cue), cue.outlet, link_of_sentence(scene, sentence)
    if speaker is None and outlet is None and _speaks_for_a_body(scene, cue):
        outlet, speaker = scene.reporter_before(cue.span.start)
    return Attribution(cue=_trimmed(scene, cue.span), outlet=outlet, speaker=speaker, link=link)


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
