"""Edges: what stands just outside the kept words and qualifies them, and was cut off (OMI205)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.excerpts.model import Markup
from provenance.findings.context import Change
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Quantity
from provenance.findings.rules.clipping import (
    clip_at_beginning,
    clip_at_end,
    last_word_end,
    word_end,
    word_start,
)
from provenance.findings.rules.omissions import is_attributed, names_speaker
from provenance.findings.rules.qualifiers import (
    breaks_off,
    counts_forward,
    denies_forward,
    heads_clause,
    qualifies_back,
    qualifies_forward,
)
from provenance.findings.rules.run_in import (
    denied_before,
    is_clause,
    is_run_in,
    limits,
    opens_with_capital,
    qualified_around,
)
from provenance.findings.wording import left_out
from provenance.languages.sentences import splitter
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.findings.context import JudgingContext
    from provenance.findings.finding import Finding
    from provenance.findings.normalization.tokens import Token
    from provenance.findings.rules.clipping import Clip
    from provenance.text.document import Passage

# Fewer words are a phrase woven into the quoter's own sentence.
_WOVEN = 4
_NEARBY = 200  # code points of the article after the excerpt


def clipped_qualifier(context: JudgingContext) -> Iterator[Finding]:
    """OMI205: an edge that cuts off a condition, a contrast, a negation or a hedge of the same sentence."""
    for clip, code_of in (
        (clip_at_end(context), _code_at_end),
        (clip_at_beginning(context), _code_at_beginning),
    ):
        if clip is None:
            continue
        grave = not _is_woven(context) and not _given_nearby(clip, context)
        reader = _code_of_run_in if is_run_in(context) else code_of
        code = reader(clip, context) if grave else "DEC702"
        alone = code_of is _code_at_beginning and code in {"OMI202", "OMI203", "OMI204"}
        gone = _own_words(clip) if alone else clip.source
        yield context.finding(code, left_out(gone), excerpt=clip.excerpt, source=gone)


def _code_at_end(clip: Clip, context: JudgingContext) -> str:
    """What cutting off the rest of a sentence is: a full stop put in its place says that there is no more of it."""
    rests = (clip.units, _behind_tag(clip, context))
    closed = clip.excerpt.span.start >= last_word_end(context) and _is_closed(context)
    if closed and _negates(clip, context):
        return "OMI202"
    if closed and any(heads_clause(rest, context) for rest in rests):
        return "OMI204"
    if closed and _is_attribution(clip, context):
        return "OMI206"
    if closed and _is_hedge(clip.units, context):
        return "OMI203"
    if context.excerpt.markup is Markup.INLINE and is_clause(context) and _rests_on_others(clip, context):
        return "OMI206"
    qualified = any(qualifies_back(rest, context) for rest in rests)
    return "OMI205" if qualified or breaks_off(context.excerpt_units.items, context) else "DEC702"


def _code_of_run_in(clip: Clip, context: JudgingContext) -> str:
    """What cutting off an edge of a clause is that goes on with the quoter's sentence, and ends there or not."""
    if clip.excerpt.span.start < last_word_end(context):
        return "OMI205" if denied_before(clip.units, context) else "DEC702"
    if any(limits(rest, context) for rest in (clip.units, _behind_tag(clip, context))):
        return "OMI205"
    return "OMI206" if _rests_on_others(clip, context) else "DEC702"


def _rests_on_others(clip: Clip, context: JudgingContext) -> bool:
    """Whether "according to …" is cut off: "she said" is as much as the quoter says, whoever it is."""
    according = context.lexicon.words("according").at([unit.word for unit in clip.units], 0)
    near = context.surroundings(_NEARBY).lower()
    known = any(
        unit.text.lower() in near
        for unit in context.content(clip.units)[1:]
        if unit.word not in context.lexicon.words("said_neutral")
    )
    return according is not None and not known and _is_attribution(clip, context)


def _negates(clip: Clip, context: JudgingContext) -> bool:
    """Whether what is cut off begins with a "not" that no sign parts from what was kept: "it did" of "it did not fall"."""
    last = context.alignment.placements[-1].source
    between = last.document.text[word_end(last) : clip.units[0].span.start]
    return clip.units[0].word in context.lexicon.words("plain_negators") and not between.strip()


def _behind_tag(clip: Clip, context: JudgingContext) -> tuple[Token, ...]:
    """What follows on "a spokesman said,"; nothing, if the rest does not begin so."""
    text = clip.source.document.text
    for index, (one, other) in enumerate(pairwise(clip.units), start=1):
        if "," in text[one.span.end : other.span.start]:
            tag = Change((), clip.excerpt, clip.source, (), clip.units[:index])
            return clip.units[index:] if names_speaker(tag, context) else ()
    return ()


def _code_at_beginning(clip: Clip, context: JudgingContext) -> str:
    """What cutting off the beginning is: a capital put in its place says that the sentence begins there."""
    units, recast = clip.units, _is_recast(context)
    between = clip.source.document.text[
        units[-1].span.end : word_start(context.alignment.placements[0].source)
    ]
    parted = any(sign in between for sign in ",;:—–")
    if not parted and recast and _is_negation(_own(units), context):
        return "OMI202"
    if not parted and recast and _sets_condition(_own(units), context):
        return "OMI204"
    if not parted and recast and _is_hedge(_own(units), context):
        return "OMI203"
    governed = not parted and (denies_forward(units, context) or (recast and counts_forward(units, context)))
    if governed or qualifies_forward(units, context, parted=parted):
        return "OMI205"
    told = recast and context.excerpt.markup is not Markup.INLINE and not _opens_speech(between)
    return "OMI206" if told and _ends_tag(units, context) and _is_attribution(clip, context) else "DEC702"


def _own(units: Sequence[Token]) -> Sequence[Token]:
    """The words cut off from the speech that the excerpt is taken from, or from the sentence where nobody speaks."""
    starts = [place for place, unit in enumerate(units) if unit.opens]
    return units[starts[-1] :] if starts else units


def _own_words(clip: Clip) -> Passage:
    units = _own(clip.units)
    return clip.source.document.passage(units[0].span.start, units[-1].span.end)


def _sets_condition(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether nothing but "If" is cut off, of which the excerpt makes a statement."""
    return all(unit.word in context.lexicon.words("condition_heads") for unit in units)


def _is_hedge(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether nothing but "Almost" is cut off, or "About" before a figure."""
    words, first = [unit.word for unit in units], context.excerpt_units.items[0]
    counted = ("approx",) if isinstance(first.value, Quantity) else ()
    hits = (context.lexicon.words(name).at(words, 0) for name in ("hedges", *counted))
    return any(hit is not None and hit.last == len(words) for hit in hits)


def _is_negation(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether what is cut off is nothing but a negation, of which the excerpt makes its contrary: "Not", "Never did"."""
    words = [unit.word for unit in units]
    negating = any(True for _ in context.lexicon.words("negators").hits(words))
    pseudo = any(True for _ in context.lexicon.words("pseudo_negation").hits(words))
    rest = [unit for unit in context.content(units) if unit.word not in context.lexicon.words("negators")]
    return negating and not pseudo and not rest


def _ends_tag(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether words before a claim end in who says so ("the agency said that"), or begin with it ("according to")."""
    words = [unit.word for unit in units]
    if words[-1] in context.lexicon.words("relative"):
        return True
    lists = [context.lexicon.words(name) for name in ("said_neutral", "said_loaded")]
    hits = [hit for said in lists for hit in said.hits(words)]
    according = context.lexicon.words("according")
    return any(hit.last == len(words) or (hit.first == 0 and hit.entry in according.groups) for hit in hits)


def _opens_speech(between: str) -> bool:
    return any(sign in between for sign in ':"“”„«»‘')


def _is_recast(context: JudgingContext) -> bool:
    """Whether the excerpt makes a sentence's beginning of what is none in the source.

    Its first word has a capital that it has not in the source; or it is a name, and the excerpt stands by itself.
    """
    words, place = context.excerpt_units.items, context.alignment.placements[0].source
    first = place.document.text[word_start(place) : word_start(place) + 1]
    alone = context.excerpt.markup is not Markup.INLINE and len(words) >= _WOVEN
    return opens_with_capital(words) and (first.islower() or alone)


def _is_closed(context: JudgingContext) -> bool:
    """Whether the excerpt ends with a full stop of its own, which the source does not have there.

    Inside a running sentence the stop may be the quoter's: American printers set it before the closing mark.
    """
    if context.excerpt.markup is Markup.INLINE:
        return False
    last, place = context.excerpt.passages[-1], context.alignment.placements[-1].source
    after = place.document.text[word_end(place) : word_end(place) + 1]
    return last.text.rstrip(" \"”’'»)").endswith((".", "!", "?")) and after not in {".", "!", "?"}


def _is_attribution(clip: Clip, context: JudgingContext) -> bool:
    """Whether what is cut off says who says so, of a claim that the source itself does not quote."""
    change = Change((), clip.excerpt, clip.source, (), clip.units)
    before = clip.source.document.text[max(0, clip.source.span.start - 4) : clip.source.span.start]
    # Behind the end of a sentence in quotation marks a new one begins: it is no tag of that speech.
    new = splitter().begins_at(clip.source.document, clip.source.span.start) and clip.units[0].capitalised
    quotes = any(sign in before for sign in '"”“»’') and not (new and any(sign in before for sign in ".!?…"))
    joined = clip.units[0].word in context.lexicon.words("and_words")  # ", and she said": another clause
    return not quotes and not joined and names_speaker(change, context) and not is_attributed(change, context)


def _is_woven(context: JudgingContext) -> bool:
    """Whether the excerpt is a phrase inside the quoter's own sentence, which says the rest itself."""
    units = context.excerpt_units.items
    if len(units) < _WOVEN:
        return not _is_recast(context)
    return is_run_in(context) and (not is_clause(context) or qualified_around(context))


def _given_nearby(clip: Clip, context: JudgingContext) -> bool:
    """Whether the article says what was cut off right beside the excerpt, in its own words."""
    span, text = context.excerpt.span, context.article.document.text
    around = Span(max(0, span.start - _NEARBY), min(len(text), span.end + _NEARBY))
    near = read_tokens(
        context.article.document,
        [Span(around.start, span.start), Span(span.end, around.end)],
        context.lexicon,
    )
    said = {context.lexicon.stem(unit.key) for unit in near.items}
    words = context.content(clip.units)
    return bool(words) and 2 * sum(context.lexicon.stem(unit.key) in said for unit in words) >= len(words)
