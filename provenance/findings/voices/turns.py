"""Turns of a transcript, an interview or a dialogue, and parts of a page that are not its author's running text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from provenance.articles.article import Article
from provenance.findings.voices.model import Utterance, VoiceKind, VoiceMap, share_a_name
from provenance.languages.apparatus import vocabulary
from provenance.languages.lexicon_files import lexicon_of
from provenance.languages.sentences import splitter
from provenance.text.document import ApparatusKind, Block, BlockKind, BlockPart, Document
from provenance.text.folding import fold_word
from provenance.text.span import Span, merged

_IN_BRACKETS: Final = r"[(\[（]([^()@\[\]（）\n]{1,60})[)\]）]"
_QUESTION: Final = ("?", "？", "؟", ";", "か。")
_ASKS: Final = 0.5  # of a questioner's turns end as questions do
_ANSWERS: Final = 0.25  # of an answerer's at most
_FEWEST_QUESTIONS: Final = 2  # in bold, before a page is an interview
# Numbers of speeches: those of quotations stand below, those of a page's parts above, and then turns.
_PARTS: Final = 1_000_000
TURNS: Final = 2_000_000
_BOLD: Final = 0.9  # of a block that is set in bold
_UNKNOWN: Final[dict[int, int]] = {}  # of plain text, which cannot set anything in bold
_DASHED = re.compile(r"[ \t]{0,8}[—–―]{1,2}[ \u00a0\u3000]?(?=\S)")


class _Turn(NamedTuple):
    """A turn: the label that opens it, and its words."""

    label: Span
    words: Span


def labelled_turns(document: Document) -> Iterator[Utterance]:
    """The turns of a transcript; each goes on until the next label, heading, or line with a question behind a dash."""
    labels = [piece.span for piece in document.apparatus if piece.kind is ApparatusKind.TURN_LABEL]
    if not labels:
        return
    borders = sorted(
        [
            *(label.start for label in labels),
            *(block.span.start for block in document.blocks if block.kind is BlockKind.HEADING),
            *(line.start for line in _dashed_lines(document)),
            len(document.text),
        ]
    )
    ends = [next(border for border in borders if border >= label.end) for label in labels]
    spoken = [Span(label.end, end).stripped(document.text) for label, end in zip(labels, ends, strict=True)]
    turns = list(map(_Turn, labels, spoken))
    asking = _askers(document, turns)
    for number, turn in enumerate(turns):
        name = _name(document, turn.label)
        kind = VoiceKind.QUESTIONER if name in asking else VoiceKind.SPEAKER
        speaker = None if len(name.rstrip(".:")) <= 1 else name
        region = Span(turn.label.start, max(turn.label.end, turn.words.end))
        yield Utterance(turn.words, region, kind, speaker, -1 - number, tagged=True, label=name)
    for number, line in enumerate(_dashed_lines(document), start=len(turns)):
        words = _behind_dash(document, line)
        yield Utterance(words, line, VoiceKind.QUESTIONER, None, -1 - number, tagged=True)


def _name(document: Document, label: Span) -> str:
    """What a label calls somebody, a party or a post in brackets and what stands behind a comma or a dot left out.

    A name in capitals stays, be it in brackets behind a post: "The director (ROE)".
    """
    text = re.sub(
        _IN_BRACKETS, lambda found: f" {found[1]}" if found[1].isupper() else "", label.of(document.text)
    )
    text = re.split(r",|[ \u00a0]?[·•|]", text)[0]
    return " ".join(text.strip(" \t:：.)—–\u3000\u00a0【】〔〕").split())


def _askers(document: Document, turns: Sequence[_Turn]) -> set[str]:
    """Those whose turns mostly end in questions, in a text where others' do not."""
    ends: defaultdict[str, list[bool]] = defaultdict(list)
    for turn in turns:
        text = document.running_text(turn.words.start, turn.words.end).rstrip(' \n\t"”»’)')
        ends[_name(document, turn.label)].append(text.endswith(_QUESTION))
    shares = {name: sum(asked) / len(asked) for name, asked in ends.items()}
    if not any(share <= _ANSWERS for share in shares.values()):
        return set()
    return {name for name, share in shares.items() if share >= _ASKS}


def _dashed_lines(document: Document) -> Iterator[Span]:
    """The lines of a transcript that open with a dash instead of a label: its questions, in some languages."""
    for block in document.blocks:
        start = block.span.start
        for line in document.text[block.span.start : block.span.end].split("\n"):
            opening = _DASHED.match(line)
            if opening is not None:
                yield Span(start, start + len(line))
            start += len(line) + 1


def _behind_dash(document: Document, line: Span) -> Span:
    opening = _DASHED.match(document.text, line.start)
    return Span(opening.end() if opening else line.start, line.end).stripped(document.text)


def interview_turns(article: Article, first: int) -> Iterator[Utterance]:
    """The questions that an interview sets in bold, or on lines of their own, and what is answered; speeches are numbered from ``first``."""
    document = article.document
    bold = _bold_lengths(article)
    every = [(block, _is_question(document, block, bold)) for block in document.blocks]
    told = [(block, asks) for block, asks in every if block.main or asks]  # lines in bold may be no main text
    blocks, asked = [block for block, _ in told], [asks for _, asks in told]
    if sum(asked) < _FEWEST_QUESTIONS:
        return
    begun = asked.index(True)
    for number, (block, asks) in enumerate(zip(blocks[begun:], asked[begun:], strict=True), start=first):
        kind = VoiceKind.QUESTIONER if asks else VoiceKind.SPEAKER
        yield Utterance(block.span, block.span, kind, None, number, tagged=asks)


def _bold_lengths(article: Article) -> dict[int, int]:
    if article.emphasis is None:
        return _UNKNOWN
    lengths: dict[int, int] = defaultdict(int)
    for span in article.emphasis:
        lengths[article.document.block_index_at(span.start)] += len(span)
    return lengths


def _is_question(document: Document, block: Block, bold: dict[int, int]) -> bool:
    text = document.text[block.span.start : block.span.end].rstrip(' "”»')
    share = bold.get(document.block_index_at(block.span.start), 0) / max(1, len(block.span))
    alone = bold is _UNKNOWN and splitter().at(document, block.span.start).end >= block.span.start + len(text)
    return text.endswith(_QUESTION) and (share >= _BOLD or alone)


def dialogue_turns(document: Document, first: int) -> Iterator[Utterance]:
    """The lines of a dialogue behind dashes, where some ask and others answer; speeches are numbered from ``first``."""
    lines = list(_dashed_lines(document))
    asks = [document.text[line.start : line.end].rstrip().endswith(_QUESTION) for line in lines]
    answered = [asked and not following for asked, following in pairwise(asks)]
    if sum(answered) < _FEWEST_QUESTIONS:
        return
    for number, (line, asked) in enumerate(zip(lines, asks, strict=True), start=first):
        kind = VoiceKind.QUESTIONER if asked else VoiceKind.SPEAKER
        yield Utterance(_behind_dash(document, line), line, kind, None, number, tagged=asked)


_TITLES: Final = frozenset((BlockKind.HEADING, BlockKind.CAPTION))
_VOICES: Final = {BlockPart.COMMENTS: VoiceKind.READER, BlockPart.ADVERTISING: VoiceKind.ADVERTISER}
_MOST_WORDS: Final = 14  # of the line that says whose opinion follows
_HEADING = re.compile(r"(?:[^\n.:]|\.(?=,)){1,160}(?:[.:]|$)")  # "Cole, J., dissenting."
_LABELLED = re.compile(r"(?P<before>[.!?]\s)(?=(?:[^\n.:]|\.(?=,)){1,160}:\s[^\W_])")


def page_parts(document: Document, first: int) -> Iterator[Utterance]:
    """What of a page is a headline's, a reader's, an advertiser's or a dissenter's: each a speech, numbered from ``first``."""
    for number, block in enumerate(document.blocks, start=first):
        kind = VoiceKind.HEADLINE if block.kind in _TITLES else _VOICES.get(block.part)
        if kind is not None:
            yield Utterance(block.span, block.span, kind, None, number, tagged=True)
    yield from _dissents(document, first + len(document.blocks))


def _dissents(document: Document, first: int) -> Iterator[Utterance]:
    """The opinions that say of themselves that they dissent, each up to the next opinion.

    Each opens a block, or a sentence with a label: "PACE, J., dissenting: …".
    """
    heads = [
        (span.start, last, *head)
        for span, last in _openings(document)
        if (head := _opinion(document, span)) is not None
    ]
    ends = [*(start for start, _, _, _ in heads[1:]), len(document.text)]
    for number, ((start, last, dissents, name), end) in enumerate(
        zip(heads, ends, strict=False), start=first
    ):
        if dissents:
            span = Span(start, min(end, last)).stripped(document.text)
            yield Utterance(span, span, VoiceKind.DISSENT, name, number, tagged=True)


def _openings(document: Document) -> Iterator[tuple[Span, int]]:
    """The blocks, and in each what a label leads in behind a sentence; with how far an opinion that opens there may go."""
    for block in document.blocks:
        yield block.span, len(document.text)
        for label in _LABELLED.finditer(document.text, block.span.start, block.span.end):
            yield Span(label.end("before"), block.span.end), block.span.end


def _opinion(document: Document, span: Span) -> tuple[bool, str | None] | None:
    """Whether a block, or what is left of it, opens an opinion that dissents, and whose; None where it opens none."""
    head = _HEADING.match(document.text, span.start, span.end)
    words = head[0].split() if head else []
    keys = {fold_word(word.strip(",.;:()[]")) for word in words}
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    if not keys.isdisjoint(vocabulary("dissents")):
        return True, _judge(words)
    whole = head is not None and head.end() >= span.end
    opens = whole or "," in words[0]
    return (False, None) if opens and not keys.isdisjoint(vocabulary("opinions")) else None


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


@lru_cache(maxsize=64)  # a draft may quote dozens of sources by turns
def voices_of(article: Article, code: str) -> VoiceMap:
    """The voices of a source: whoever is quoted, asks, comments, advertises, dissents. All other words are the narrator's.

    The language is that of the verbs of saying that tell who speaks.
    """
    from provenance.findings.voices.lines import by_turns
    from provenance.findings.voices.quoted_speech import quoted_speech

    document = article.document
    turns = list(labelled_turns(document)) or list(interview_turns(article, TURNS))
    turns = turns or list(dialogue_turns(document, TURNS))
    heard = _named_by_narrator(document, list(quoted_speech(article, code)))
    spoken = [one for one in by_turns(document, heard, lexicon_of(code)) if not _is_said_by(one, turns)]
    return VoiceMap(document, [*page_parts(document, _PARTS), *turns, *spoken])


def _named_by_narrator(document: Document, said: Sequence[Utterance]) -> list[Utterance]:
    """The utterances without speakers whose names stand nowhere but in what somebody says: the "You" of "You built it", he said."""
    named = {one.speaker for one in said if one.speaker}
    silent = merged([one.span for one in said if one.tagged])
    edges = [0, *(edge for span in silent for edge in (span.start, span.end)), len(document.text)]
    narrated = "\n".join(document.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    unknown = {name for name in named if name not in narrated}
    return [replace(one, speaker=None) if one.speaker in unknown else one for one in said]


def _is_said_by(utterance: Utterance, turns: list[Utterance]) -> bool:
    """Whether words in marks are those of somebody in whose turn they stand: unless the turn says whose else."""
    turn = next((turn for turn in turns if turn.region.covers(utterance.span)), None)
    if turn is None or not utterance.tagged:
        return turn is not None
    return bool(utterance.speaker and turn.label and share_a_name(utterance.speaker, turn.label))
