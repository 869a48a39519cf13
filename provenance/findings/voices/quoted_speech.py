"""Quoted speech: what a source quotes, and to whom it gives it, read by the detection that reads articles."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from provenance.articles.article import Article
from provenance.excerpts.detect import detection_in
from provenance.excerpts.model import Attribution, Candidate, Excerpt, Markup
from provenance.findings.voices.model import Utterance, VoiceKind
from provenance.languages.apparatus import vocabulary
from provenance.languages.sentences import splitter
from provenance.text.document import BlockKind, Document
from provenance.text.span import hull
from provenance.text.tokens import folded_words

_LONGEST_TAG: Final = 260  # code points
_MARKS: Final = " \u00a0\"“”„«»‚‘’'「」『』״"
_DASHES: Final = " \u00a0—–―-"
_BEFORE_TAG: Final = frozenset(",，、،!?！？…—–―-")
_BEHIND_TAG: Final = frozenset(",，、،.:—–―-")


def quoted_speech(article: Article, code: str) -> Iterator[Utterance]:
    """What a source puts in quotation marks or behind dashes, in order; the pieces of one speech share its number."""
    last: Utterance | None = None
    for number, (quotation, told) in enumerate(_quotations(article, code)):
        cue = [told.cue.span] if told.cue else []
        speaker = told.speaker or told.outlet
        named = told.is_certain and speaker and not speaker.islower()
        for passage in quotation.passages:
            region = hull([passage.span, *cue])
            dissents = told.cue is not None and not vocabulary("dissents").isdisjoint(
                folded_words(told.cue.text)
            )
            one = Utterance(
                passage.span,
                region,
                VoiceKind.DISSENT if dissents else VoiceKind.SPEAKER,
                speaker if named else None,
                number,
                tagged=bool(cue),
            )
            if last and (passage is not quotation.passages[0] or _goes_on(last, one, article, code)):
                speaker, tagged = one.speaker or last.speaker, one.tagged or last.tagged
                one = replace(one, speech=last.speech, speaker=speaker, tagged=tagged)
            yield one
            last = one


def _quotations(article: Article, code: str) -> Iterator[tuple[Excerpt | Candidate, Attribution]]:
    """What detection says is quoted, and what it leaves out for being short, in order."""
    detected = detection_in(article, code)
    found: list[tuple[Excerpt | Candidate, Attribution]] = [
        (one.candidate, one.attribution) for one in detected.rejected
    ]
    found += [(excerpt, excerpt.attribution) for excerpt in detected.excerpts]
    reached = 0
    for quotation, told in sorted(found, key=lambda pair: pair[0].span):
        known = isinstance(quotation, Excerpt)
        led_in = known and told.cue is not None
        if (quotation.markup is Markup.INLINE or quotation.quoted or led_in) and (
            known or quotation.span.start >= reached
        ):
            reached = max(reached, quotation.span.end) if known else reached
            yield quotation, told


def _goes_on(one: Utterance, other: Utterance, article: Article, code: str) -> bool:
    """Whether two utterances are pieces of one speech, with no other speaker.

    They stand in one paragraph that opens with a dash, or nothing but a tag parts them: one sentence between two commas or dashes.
    """
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return False
    return _in_dashed_paragraph(one, other, article) or _is_parted_by_tag(one, other, article, code)


def _in_dashed_paragraph(one: Utterance, other: Utterance, article: Article) -> bool:
    document, starts = article.document, (one.span.start, other.span.start)
    block = document.block_at(one.span.start)
    dashed = block is not None and document.text[block.span.start] in _DASHES.strip()
    marked = any(document.text[start - 1 : start] in _MARKS.strip() for start in starts if start)
    return dashed and not marked and document.block_at(other.span.start) == block


def _is_parted_by_tag(one: Utterance, other: Utterance, article: Article, code: str) -> bool:
    document, start = article.document, one.span.end
    pieces = [*_running_pieces(document, start, other.span.start)]
    gap = " ".join(pieces).rstrip(_MARKS)
    tag = gap.lstrip(_MARKS)
    if not any(map(str.isalnum, tag)) or len(gap) > _LONGEST_TAG or any("\n" in piece for piece in pieces):
        return False
    parted = not _BEFORE_TAG.isdisjoint((document.text[start - 1], tag[0])) and tag[-1] in _BEHIND_TAG
    small = not tag.lstrip(_DASHES + ",.!?…")[:1].isupper()
    if len(pieces) > 1 and (not small or any(map(str.isalnum, pieces[0]))):
        return False  # a paragraph that ends with who says so may be all of the speech
    last = len(gap.rstrip(_DASHES))
    return parted and (small or one.tagged) and all(end >= last for end in splitter(code).ends(gap, 0, last))


def _running_pieces(document: Document, start: int, end: int) -> Iterator[str]:
    """What stands in a range, block by block, without white space; no captions, advertisements and the like between two paragraphs."""
    first, last = document.block_index_at(start - 1), document.block_index_at(end)
    for number in range(max(0, first), max(0, last) + 1):
        block = document.blocks[number].span if document.blocks else document.span
        beside = document.blocks and (
            not document.blocks[number].main or document.blocks[number].kind is BlockKind.CAPTION
        )
        if not beside or number in {first, last}:
            yield document.text[max(start, block.start) : min(end, block.end)].strip()
