"""Words that the source marks as a joke or as ironic, and the article does not (ALT309)."""

from collections.abc import Iterator
from typing import Final

from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.wording import quoted
from provenance.languages.notices import notice
from provenance.languages.sentences import splitter
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.span import Span

_TOLD: Final = 200  # code points of the article around the words
_MARKS: Final = ' \u00a0"“”„«»「『'


def taken_straight(context: JudgingContext) -> Iterator[Finding]:
    """ALT309: the source says that the words are a joke, or ironic, and the article does not."""
    if not context.kept or not context.excerpt.attribution.is_named or not context.excerpt.quoted:
        return
    held = context.voices.at(context.kept[0].start)
    place = held.span if held and held.label is None else context.kept[0]
    document, split = context.witness.document, splitter(context.lexicon.language)
    around = Span(split.at(document, place.start).start, split.at(document, place.end - 1).end)
    before = document.text[around.start : place.start]
    led_in = before.rstrip(_MARKS)[-1:] not in SENTENCE_ENDS
    jest = notice("joking").search(f"{before if led_in else ''} {document.text[place.end : around.end]}")
    if jest and not notice("joking").search(context.surroundings(_TOLD)):
        message = f"the source says of these words {quoted(jest[0])}, and the article does not"
        yield context.finding("ALT309", message, source=document.passage(around.start, around.end))
