"""Nearby notes: of which quotation does "(emphasis added)" speak that stands beside two of them?

A note belongs to the quotation that it follows, or to the one that its own sentence leads up to. Where that cannot be told,
it speaks of both: a note that is believed once too often costs less than an accusation.
"""

from __future__ import annotations

import re
from typing import Final

from provenance.text.document import Document
from provenance.text.span import Span

# Behind a quotation's sentence a note may stand at the end of so many words that say where the quotation comes from.
_WHENCE: Final = 14
_OPENING: Final = "“«„「『"
_MARKS: Final = frozenset('“”«»„"「」『』')
# A sentence ends, and the abbreviations of a citation end none: "Dunmore v. Hale, 12 F.3d 14 (Orsk Ct. 1988)".
_END: Final = r"[.!?。！？](?=[\s”»\"’')\]]{0,4}\s|[\s”»\"’')\]]{0,4}\Z)"
_GROUP: Final = r"[\[(（][^\[\]()（）\n]{0,200}[\])）]"
_LEAD: Final = r"[:：,，]\s{0,4}[“”«»„\"「『‘'‚]?\s{0,4}\Z"


def follows(document: Document, excerpt: Span, note: Span) -> bool:
    """Whether a note behind a quotation speaks of it, and not of the next one.

    Args:
        document: The article's.
        excerpt: The quotation, without its marks.
        note: The note, behind it.
    """
    between = document.text[excerpt.end : note.start]
    plain = re.sub(_GROUP, " ", between)
    if not _has_words(plain):
        return True
    ended = re.search(_END, document.text[max(0, excerpt.end - 1) : excerpt.end] + between)
    opened = any(sign in _OPENING or sign == '"' for sign in plain.lstrip('"”»« \u00a0')[1:])
    if ended is None and "\n\n" not in between:
        return not opened or not _leads_on(document, note)
    near = len(plain.split()) <= _WHENCE and between.strip().count("\n\n") <= 1
    return near and not opened and not _leads_on(document, note)


def leads_up(document: Document, excerpt: Span, note: Span, *, sentence: bool = False) -> bool:
    """Whether a note before a quotation speaks of it, and not of the one before.

    Args:
        document: The article's.
        excerpt: The quotation, without its marks.
        note: The note, before it.
        sentence: Whether the note is a sentence of its own ("Emphasis mine.") and not a bracket.
    """
    block = document.block_at(note.start)
    begun = block.span.start if block else max(0, document.text.rfind("\n\n", 0, note.start))
    before = re.sub(_GROUP, " ", document.text[begun : note.start]).rstrip(" .,;:\u00a0")
    after = document.text[note.end : excerpt.start]
    plain = re.sub(_GROUP, " ", after)
    if any(sign in _MARKS for sign in plain.rstrip()[:-1]):
        return False
    ends = bool(re.search(_END, plain)) or bool(re.search(r"\n\n\s{0,9}\w", plain))
    if ends and (_has_words(plain) or not sentence):
        return False
    if before and before[-1] in _MARKS:
        return False
    quoting = any(sign in _MARKS for sign in before)
    return not quoting or bool(re.search(_LEAD, plain))


def _leads_on(document: Document, note: Span) -> bool:
    """Whether a note's sentence goes on to another quotation."""
    rest = document.text[note.end : note.end + 200].partition("\n\n")[0]
    stop = re.search(_END, rest)
    sentence = rest[: stop.start()] if stop else rest
    return sentence.rstrip().endswith((":", "：")) or any(
        sign in _OPENING or sign == '"' for sign in sentence
    )


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)
