"""Credits: a link right behind a quotation, or behind its sentence, that says where the words are from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.excerpts.links import usable
from provenance.text.span import Span

if TYPE_CHECKING:
    from provenance.articles.article import Link
    from provenance.excerpts.scene import Scene

_REACH = 60  # characters between the end of a sentence and the link: "(Source: "
_BEFORE = re.compile(r"[.!?…,]?[\s\u00a0]{0,4}([(\[]?)[\s\u00a0]{0,2}(.{0,30}?)[\s\u00a0:]{0,3}", re.DOTALL)
_BRACKETS = {"(": ")", "[": "]"}


def credit_behind(scene: Scene, end: int) -> Link | None:
    """The link of "([The Gazette])", "(Via [The Gazette].)", "[Source]" that stands right behind a place.

    Args:
        scene: The article.
        end: Where a quotation, or the sentence with it, ends.

    Returns:
        The link, if it is all that the brackets hold but for a word such as "source"; or if such a word is all that it
        is set on.
    """
    block = scene.blocks[scene.article.document.block_index_at(max(0, end - 1))].span
    near = usable(scene, scene.links_in(Span(end, max(end, min(block.end, end + _REACH)))))
    if not near:
        return None
    link = near[0]
    before = _BEFORE.fullmatch(scene.text, end, link.span.start)
    if before is None:
        return None
    bracket, label = before.groups()
    rest = scene.text[link.span.end : link.span.end + 3].strip()
    if bracket:
        closed = rest.lstrip(".").startswith(_BRACKETS[bracket])
        return link if closed and (not label or _is_label(scene, label)) else None
    ended = scene.text[end - 1 : end + 1].strip()[-1:] in '.!?…”"»“' and rest[:1] in {"", ".", "\n"}
    words = scene.text[link.span.start : link.span.end].strip("[]() ")
    return link if ended and not label and _is_label(scene, words) else None


def _is_label(scene: Scene, text: str) -> bool:
    """Whether a text is "Source:", "via" or the like and nothing else; "h/t" is none."""
    language = scene.language
    words = [word for word in language.words(text) if word.is_word]
    return bool(words) and any(
        phrases.at(words, 0) == len(words) for phrases in (language.source_labels, language.via)
    )
