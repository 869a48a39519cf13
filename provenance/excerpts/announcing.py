"""Announcing: whether a paragraph without markup sets up the paragraphs behind it as somebody's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.excerpts.attribution import CUE_WINDOW
from provenance.excerpts.cue import Strength
from provenance.excerpts.mentions import MentionKind
from provenance.excerpts.sentences import sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.excerpts.cue import Cue
    from provenance.excerpts.scene import Scene
    from provenance.languages.phrases import Word
    from provenance.text.span import Span

_LONGEST_BARE_CUE = 16  # words of a cue paragraph that does not end in a colon
_LONGEST_REPORT = 7  # words and stops of "As Tidewire reported on Monday:"
_LATEST_LABEL = 2  # words before the label with which a cue begins
_COLONS = (":", "：")


def sets_up(scene: Scene, index: int) -> Cue | None:
    """The cue with which a block ends, if it announces somebody's words; None otherwise."""
    block = scene.blocks[index].span
    text = scene.text[block.start : block.end].rstrip()
    end = block.start + len(text)
    colon = text.endswith(_COLONS)
    if not colon and (
        len(text) > CUE_WINDOW or (not text.endswith((".", ",", "…")) and not scene.links_in(block))
    ):
        return None
    if not colon and not _may_be_bare_cue(scene, block):
        return None
    begin = sentence_start(scene.text, max(block.start, end - CUE_WINDOW), end)
    cue = scene.before(begin, end)
    holds = _announces(scene, cue) if colon else cue.outlet is not None and cue.strength is Strength.FRAME
    return cue if holds else None


def _announces(scene: Scene, cue: Cue) -> bool:
    """Whether a sentence with a colon sets up another's words: a frame, an outlet, or a label for an excerpt."""
    if cue.strength is Strength.FRAME:
        voiced = cue.voice is not None and cue.voice.kind is not MentionKind.NAME
        return cue.outlet is not None or voiced or _is_only_report(scene, cue)
    words = scene.language.words(scene.text, cue.span.start, cue.span.end)
    return cue.outlet is not None or (cue.strength is Strength.LABEL and _is_labelled(scene, words))


def _is_only_report(scene: Scene, cue: Cue) -> bool:
    """Whether a whole paragraph is a name and its report ("Tidewire reported:"), in a language where only names are capitalised."""
    voice, block = cue.voice, scene.article.document.block_at(cue.span.start)
    if (
        voice is None
        or block is None
        or scene.language.nouns_capitalised
        or cue.span.start > block.span.start
    ):
        return False
    words = scene.language.words(scene.text, cue.span.start, cue.span.end)
    opens = sum(word.start < voice.span.start for word in words) <= 1
    return opens and len(words) <= _LONGEST_REPORT


def _is_labelled(scene: Scene, words: Sequence[Word]) -> bool:
    """Whether a label for an excerpt opens or ends the sentence; "tells more of it in the picture below:" is none."""
    found = scene.language.excerpt_labels.find(words)
    return any(label.start <= _LATEST_LABEL or label.stop >= len(words) - 1 for label in found)


def _may_be_bare_cue(scene: Scene, block: Span) -> bool:
    """Whether a paragraph without a colon is short, quotes nothing, and ends in a report or links one.

    Asked of every paragraph, so the cheapest of its tests come first; who reports is read afterwards.
    """
    words = scene.language.words(scene.text, block.start, block.end)
    if len(words) > _LONGEST_BARE_CUE:
        return False
    found = scene.language.outlet_verbs.find(words)
    last = words[-2:] if words[-1].text in ".,…" else words[-1:]
    if not found or not (found[-1].stop >= len(words) - len(last) or scene.links_in(block)):
        return False
    return not scene.quotations_in(scene.article.document.block_index_at(block.start))
