"""Parts of a page that are not its author's running text: headlines and captions, comments, advertisements, dissents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from provenance.articles.apparatus.vocabulary import vocabulary
from provenance.findings.voices.model import Utterance, VoiceKind
from provenance.text.document import BlockKind, BlockPart
from provenance.text.folding import fold_word
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.text.document import Block, Document

_TITLES: Final = frozenset((BlockKind.HEADING, BlockKind.CAPTION))
_PARTS: Final = {BlockPart.COMMENTS: VoiceKind.READER, BlockPart.ADVERTISING: VoiceKind.ADVERTISER}
_MOST_WORDS: Final = 14  # of the line that says whose opinion follows
_HEADING = re.compile(r"[^\n.:]{1,160}(?:[.:]|$)")


def page_parts(document: Document, first: int) -> Iterator[Utterance]:
    """What of a page is a headline's, a reader's, an advertiser's or a dissenter's.

    Args:
        document: The page's text.
        first: The number of the first speech; each part counts as one.
    """
    for number, block in enumerate(document.blocks, start=first):
        kind = VoiceKind.HEADLINE if block.kind in _TITLES else _PARTS.get(block.part)
        if kind is not None:
            yield Utterance(block.span, block.span, kind, None, number, tagged=True)
    yield from _dissents(document, first + len(document.blocks))


def _dissents(document: Document, first: int) -> Iterator[Utterance]:
    """The opinions that say of themselves that they dissent, each up to the next opinion."""
    opened: tuple[int, str | None] | None = None
    number = first
    for block in document.blocks:
        head = _opinion(document, block)
        if head is None:
            continue
        if opened is not None:
            yield _dissent(document, opened, block.span.start, number)
            number += 1
        opened = (block.span.start, head[1]) if head[0] else None
    if opened is not None:
        yield _dissent(document, opened, len(document.text), number)


def _dissent(document: Document, opened: tuple[int, str | None], end: int, number: int) -> Utterance:
    start, name = opened
    while end > start and document.text[end - 1].isspace():
        end -= 1
    return Utterance(Span(start, end), Span(start, end), VoiceKind.DISSENT, name, number, tagged=True)


def _opinion(document: Document, block: Block) -> tuple[bool, str | None] | None:
    """Whether a block opens an opinion that dissents, and whose; None where it opens none."""
    head = _HEADING.match(document.text, block.span.start, block.span.end)
    words = head[0].split() if head else []
    keys = {fold_word(word.strip(",.;:()[]")) for word in words}
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    if not keys.isdisjoint(vocabulary("dissents")):
        return True, _judge(words)
    whole = head is not None and head.end() >= block.span.end
    return (
        (False, None) if not keys.isdisjoint(vocabulary("opinions")) and (whole or "," in words[0]) else None
    )


def _judge(words: list[str]) -> str | None:
    """The name in the heading of an opinion: its words with a capital before the first comma, titles left out."""
    named = []
    for word in words:
        bare = word.strip(",.;:()[]")
        if bare[:1].isupper() and fold_word(bare) not in vocabulary("dissents") | vocabulary("judges"):
            named.append(bare)
        if word.endswith(",") and named:
            break
    return " ".join(named) or None
