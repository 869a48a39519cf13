"""Speech between dashes: "— We shall see, — said Ann Lee." in languages that set speech so, without quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.excerpts.attribution import attribution_of
from provenance.excerpts.cue import Strength
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Excerpt, Markup
from provenance.excerpts.scene import Scene, scene_of
from provenance.excerpts.sentences import sentence_end
from provenance.text.document import Passage
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.articles.article import Article
    from provenance.excerpts.context import Context

_OPENING = re.compile(r"[—–―-][ \u00a0]|[—―](?=\S)")
_CLOSING = re.compile(r"[,.!?…]?[ \u00a0][—–―-][ \u00a0]?(?=\w)")
_CLOSING_COMMA = re.compile(r"[,!?…][ \u00a0](?=\w)")  # « — So it is, said Ann Lee. »
_NEXT = re.compile(r"(?:[.,]?[ \u00a0][—–―-]|[—―][.,;:]?)[ \u00a0](?=\w)")
_FEWEST_WORDS = 4
_WINDOW = 200  # characters behind a closing dash that are read
_VERB_WINDOW = 40  # characters behind it in which its verb stands
_INVERTED = 2  # words before the verb of "a-t-elle dit"


def detect_dashes(article: Article, context: Context) -> Iterator[Excerpt]:
    """The speech that dashes set off and a reporting verb closes.

    Args:
        article: The page as read.
        context: What else is known.

    Yields:
        One excerpt for each piece of speech: a paragraph that opens with a dash, or, in languages that do without the
        opening one, a paragraph without any quotation marks whose first dash is followed at once by a reporting verb
        and the name of who speaks.
    """
    scene = scene_of(article, context.language)
    if not (scene.language.speech_dashes or scene.language.opening_dashes):
        return
    for index in scene.body:
        block = scene.blocks[index].span
        opening = _OPENING.match(scene.text, block.start, block.end)
        if (opening or scene.language.speech_dashes) and not scene.quotations_in(index):
            yield from _speech(scene, block, opening)


def _speech(scene: Scene, block: Span, opening: re.Match[str] | None) -> Iterator[Excerpt]:
    start = opening.end() if opening else block.start
    signs = (_CLOSING,) if scene.language.speech_dashes else (_CLOSING, _CLOSING_COMMA)
    for sign in signs:
        for closing in sign.finditer(scene.text, start, block.end):
            if not is_said(scene, closing.end(), block.end):
                continue
            limit = min(block.end, closing.end() + _WINDOW)
            after = Span(closing.end(), sentence_end(scene.text, closing.end(), limit))
            cue = scene.after(after.start, after.end)
            named = cue.voice is not None or cue.outlet is not None or (opening is not None and cue.dropped)
            if cue.strength is Strength.FRAME and named:
                end = closing.start() + (1 if scene.text[closing.start()] in "!?…" else 0)
                yield from _excerpts(scene, cue_end=after, first=Span(start, end), block=block)
                return
            if sign is _CLOSING:
                return


def is_said(scene: Scene, start: int, end: int) -> bool:
    """Whether what begins at ``start``, behind a dash or a comma, begins with a reporting verb."""
    words = scene.language.words(scene.text, start, min(end, start + _VERB_WINDOW))
    if not words:
        return False
    joined = len(words) > _INVERTED and words[1].text.startswith("-")
    return bool(scene.language.verbs.at(words, _INVERTED if joined else 0))


def _excerpts(scene: Scene, *, cue_end: Span, first: Span, block: Span) -> Iterator[Excerpt]:
    """The speech before the author's words and, if a further dash resumes it, the speech behind them."""
    attribution = attribution_of(scene, scene.after(cue_end.start, cue_end.end))
    resumed = _NEXT.search(scene.text, cue_end.start, block.end)
    spans = [first] if resumed is None else [first, Span(resumed.end(), block.end)]
    for position, span in enumerate(spans):
        if len(scene.text[span.start : span.end].split()) < _FEWEST_WORDS:
            continue
        passage = Passage(scene.article.document, span)
        yield Excerpt(
            passages=(passage,),
            attribution=attribution,
            marks=find_marks([passage], language=scene.language.code),
            markup=Markup.INLINE,
            continues=position > 0,
        )
