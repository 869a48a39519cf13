"""Transcripts: who speaks in a source that puts a name and a colon before each speech ("SENATOR OKORO: …")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from provenance.text.folding import fold_word
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.text.document import Document

# With fewer labelled paragraphs a source is no transcript.
_LEAST: Final = 3
# A name in capitals, with its title or not, or two to four words that have a capital each; a party or a post in brackets.
_LABEL: Final = (
    r"\s{0,9}(?P<name>(?:[^\W\d_a-zà-ÿ][\w.'’-]{0,30}[ \u00a0]){1,3}[^\W\d_a-zà-ÿ][\w'’-]{1,30}"
    r"|[^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ'’-]{2,30})"
    r"(?: ?\([^()\n]{1,40}\))?:(?=\s)"
)

_ARTICLES: Final = frozenset(("the", "der", "die", "le", "la", "el", "il", "o", "a", "de", "het"))
_ROLES: Final = frozenset(
    "chair chairman chairwoman chairperson moderator host interviewer reporter witness court judge clerk president speaker question "
    "answer operator counsel narrator moderatorin vorsitzende vorsitzender präsident präsidentin presidente président moderador".split()
)


class LabelledSpeech(NamedTuple):
    """What one person says at a stretch.

    Attributes:
        span: The speech with its label.
        speaker: The name in the label.
    """

    span: Span
    speaker: str

    @property
    def surname(self) -> str:
        """The last word of the name, folded."""
        return fold_word(self.speaker.rsplit(maxsplit=1)[-1])

    @property
    def is_role(self) -> bool:
        """Whether the label names an office, which may be anybody's: "THE CHAIR"."""
        return self.surname in _ROLES or fold_word(self.speaker.split(maxsplit=1)[0]) in _ARTICLES


@lru_cache(maxsize=8)
def labelled_speeches(document: Document) -> tuple[LabelledSpeech, ...]:
    """The speeches of a transcript, in order; none where a source has fewer than three labels or two speakers.

    Paragraphs without a label go on with the speech before them.
    """
    found: list[LabelledSpeech] = []
    for block in document.blocks:
        label = re.match(_LABEL, document.text[block.span.start : block.span.end])
        if label is not None:
            found.append(LabelledSpeech(block.span, " ".join(label["name"].split())))
        elif found:
            found[-1] = found[-1]._replace(span=Span(found[-1].span.start, block.span.end))
    several = len({speech.surname for speech in found}) > 1
    return tuple(found) if len(found) >= _LEAST and several else ()


def speech_of(document: Document, spans: Iterable[Span]) -> LabelledSpeech | None:
    """The one speech that holds all of some places; None if they lie in several, or the source is no transcript."""
    places = [span for span in spans if len(span)]
    every = labelled_speeches(document)
    return next((s for s in every if places and all(s.span.covers(place) for place in places)), None)
