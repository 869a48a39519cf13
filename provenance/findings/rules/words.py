"""Words put in (ADD101 to ADD103), left out (OMI201), put in the place of others (ALT301, ALT308, ALT309), and a retelling (ALT311)."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from provenance.alignment.alignment import Disclosure
from provenance.excerpts.model import Boundary
from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.tokens import Token
from provenance.findings.wording import became, left_out, put_in, quoted
from provenance.text.span import Span

_STATEMENT = 5  # so many words that say something, with a verb, are a statement of their own
_INDENT = 3  # so many code points of white space may stand between a paragraph and its line feeds
_SENTENCE = 3  # fewer words are no sentence
# An inserted sentence shares less than this of its content words with any stretch of the source twice its length; a
# sentence on the same subject has a third of them by chance.
_SHARED_SENTENCE = 0.50
_LONGEST_LABEL = 8  # a label or a strong word has no more words
_SHORTEST = 8  # shorter excerpts share too little to tell a retelling from a slip, in words
_SHARED = (0.30, 0.75)  # the share of content words that a retelling has in common with what it retells
_RUN = 6  # a run of kept words of this length is quotation, not retelling
_CHANGES, _WORDS = 2, 3  # a retelling changes at least so many places and so many telling words


def changed_said_verb(change: Change, context: JudgingContext) -> Finding | None:
    """ALT309: a neutral verb of saying for a loaded one, or the other way round."""
    if not change.is_comparable:
        return None
    neutral, loaded = context.lexicon.words("said_neutral"), context.lexicon.words("said_loaded")
    for one, other in ((neutral, loaded), (loaded, neutral)):
        lost = [unit for unit in change.lost if unit.word in one]
        gained = [unit for unit in change.gained if unit.word in other and unit.word not in one]
        if lost and gained:
            return context.finding("ALT309", became(change.source, change.excerpt), change=change)
    return None


def changed_form(change: Change, context: JudgingContext) -> Finding | None:
    """ALT308: the same words otherwise inflected, or pronouns and pointing words exchanged."""
    if not change.lost or not change.gained or change.is_omission:
        return None
    swapped = _all_in(change.lost, ("pronouns", "deixis"), context) and _all_in(
        change.gained, ("pronouns", "deixis"), context
    )
    if not swapped and not _inflected(change, context):
        return None
    severity = Severity.MAJOR if _turns_person(change, context) else None
    return context.finding("ALT308", became(change.source, change.excerpt), change=change, severity=severity)


def _all_in(units: Sequence[Token], names: Sequence[str], context: JudgingContext) -> bool:
    lists = [context.lexicon.words(name) for name in names]
    rest = (unit.word for unit in units if unit.word not in context.lexicon.weekdays)
    return all(any(word in words for words in lists) for word in rest)


def _inflected(change: Change, context: JudgingContext) -> bool:
    """Whether each word that says something has its like on the other side."""
    lost, gained = context.content(change.lost), context.content(change.gained)
    if not lost and not gained:
        return any(_alike(one, other, context) for one in change.lost for other in change.gained)
    alike = all(any(_alike(one, other, context) for other in change.gained) for one in lost)
    return alike and all(any(_alike(other, one, context) for one in change.lost) for other in gained)


def _alike(one: Token, other: Token, context: JudgingContext) -> bool:
    return context.lexicon.same_lemma(one.word, other.word)


def _turns_person(change: Change, context: JudgingContext) -> bool:
    """Whether, inside quotation marks, somebody's "I" or "we" became another's, or the other way round."""
    first, third = context.lexicon.words("pronouns_first"), context.lexicon.words("pronouns_third")
    lost, gained = ({unit.word in first for unit in units} for units in (change.lost, change.gained))
    crossed = lost != gained and any(unit.word in third for unit in (*change.lost, *change.gained))
    return context.excerpt.quoted and crossed


def changed_words(change: Change, context: JudgingContext) -> Finding:
    """ALT301: whatever else differs; minor where only small words or a final sign do."""
    small = not context.content(change.lost) and not context.content(change.gained)
    severity = Severity.MINOR if small else None
    return context.finding("ALT301", became(change.source, change.excerpt), change=change, severity=severity)


def paraphrase(changes: Sequence[Change], context: JudgingContext) -> Finding | None:
    """ALT311: an excerpt that keeps some of the source's words and no run of them, told by its undeclared edits."""
    told = [change for change in changes if change.gained or change.lost]
    gained = [unit.span for change in told for unit in context.content(change.gained)]
    retelling = len(gained) >= _WORDS and _changed_runs(context) >= _CHANGES and _longest_run(context) < _RUN
    if not retelling or len(units := context.excerpt_units.items) < _SHORTEST:
        return None
    content = context.content(units)
    stems = {context.lexicon.stem(unit.key) for unit in context.source_units.items}
    share = sum(context.lexicon.stem(unit.key) in stems for unit in content) / max(1, len(content))
    if not _SHARED[0] <= share <= _SHARED[1]:
        return None
    message = f"retells {quoted(context.alignment.placements[0].source.text)} in other words"
    excerpt, source = context.excerpt.passages[0], context.alignment.placements[0].source
    return context.finding("ALT311", message, excerpt=excerpt, source=source)


def _changed_runs(context: JudgingContext) -> int:
    """How many runs of words of the excerpt are not the source's."""
    changed = sorted(_indices({unit.span for change in context.changes for unit in change.gained}, context))
    return sum(1 for place, index in enumerate(changed) if not place or index > changed[place - 1] + 1)


def _longest_run(context: JudgingContext) -> int:
    """The longest run of words of the excerpt that no change touches."""
    changed = {unit.span for change in context.changes for unit in change.gained}
    breaks = {
        context.excerpt_units.touching(change.excerpt.span)[0]
        for change in context.changes
        if change.lost and not change.gained
    }
    edges = {-1, len(context.excerpt_units.items), *(place - 1 for place in breaks)}
    cuts = sorted(edges | _indices(changed, context))
    return max((other - one - 1 for one, other in pairwise(cuts)), default=0)


def _indices(spans: set[Span], context: JudgingContext) -> set[int]:
    return {index for index, unit in enumerate(context.excerpt_units.items) if unit.span in spans}


def silent(change: Change, context: JudgingContext) -> Finding | None:
    """OMI201: anything left out without a mark; major for statements, or where no word that negates is known."""
    if not change.is_omission or not change.lost:
        return None
    grave = _takes_back(change, context) or (_is_statement(change, context) and not _skips_paragraphs(change))
    unknown = not context.lexicon.words("negators").groups and not change.is_whole_sentence
    severity = Severity.MAJOR if grave or unknown else None
    return context.finding("OMI201", left_out(change.source), change=change, severity=severity)


def _takes_back(change: Change, context: JudgingContext) -> bool:
    """Whether whole sentences left out hold a negation and are about the kept ones: a pronoun or a kept word is in them."""
    if not any(unit.opens for unit in change.lost) or len(context.excerpt.passages) > 1:
        return False
    negators, pronouns = context.lexicon.words("negators"), context.lexicon.words("pronouns")
    stem = context.lexicon.stem
    kept = {stem(unit.key) for unit in context.content(context.excerpt_units.items)}
    about = any(unit.word in pronouns or stem(unit.key) in kept for unit in change.lost)
    return about and any(unit.word in negators for unit in change.lost)


def _is_statement(change: Change, context: JudgingContext) -> bool:
    verbs = context.lexicon.words("auxiliaries")
    verbal = change.is_whole_sentence or any(
        unit.word in verbs or (context.lexicon.language == "en" and unit.word.endswith("ed"))
        for unit in change.lost
    )
    return verbal and len(context.content(change.lost)) >= _STATEMENT


def _skips_paragraphs(change: Change) -> bool:
    """Whether only whole paragraphs are gone, where the excerpt begins a new one too: many blogs quote so."""
    ours, theirs = change.excerpt, change.source
    text, span = theirs.document.text, theirs.span
    gap = ours.document.text[max(0, ours.span.start - 2) : ours.span.start + 2]
    opens = "\n" in text[max(0, span.start - _INDENT) : span.start + 1]
    closes = span.end + _INDENT > len(text) or "\n" in text[span.end - 1 : span.end + _INDENT]
    return "\n" in gap and opens and closes


def inserted_sentence(change: Change, context: JudgingContext) -> Finding | None:
    """ADD102: a whole sentence between placed words, of which the source has next to nothing."""
    if not change.is_addition or len(change.gained) < _SENTENCE or not change.is_whole_sentence:
        return None
    before, after = context.kept_beside(change.gained, context.excerpt_units)
    if before is None or after is None or _share_in_source(change.gained, context) >= _SHARED_SENTENCE:
        return None
    unclear = context.excerpt.boundary is Boundary.UNCLEAR
    severity = Severity.MAJOR if unclear else None
    return context.finding("ADD102", put_in(change.excerpt), change=change, severity=severity)


def _share_in_source(units: Sequence[Token], context: JudgingContext) -> float:
    """The greatest share of some words that one stretch of the placed source, twice as long, has."""
    wanted = {unit.key for unit in context.content(units)}
    if not wanted:
        return 0.0
    keys = [unit.key for unit in context.source_units.items]
    window = 2 * len(units)
    counts = Counter(key for key in keys[:window] if key in wanted)
    best = len(counts)
    for leaving, coming in zip(keys, keys[window:], strict=False):
        counts[coming] += coming in wanted
        counts[leaving] -= leaving in wanted
        counts = +counts if not counts[leaving] else counts
        best = max(best, sum(1 for key in counts if counts[key] > 0))
    return best / len(wanted)


def loaded(change: Change, context: JudgingContext) -> Finding | None:
    """ADD103: a label or a strong word, put in or put in the place of a plain one, beside kept words."""
    lists = [context.lexicon.words(name) for name in ("labels", "boosters")]
    was_loaded = any(unit.word in words for unit in context.content(change.lost) for words in lists)
    if not change.gained or len(change.gained) > _LONGEST_LABEL or was_loaded:
        return None
    founds = [
        found
        for name in ("labels", "boosters")
        for found in context.found(name, change.gained, context.excerpt_units)
    ]
    spans = {unit.span for found in founds for unit in found.units}
    others = [unit for unit in context.content(change.gained) if unit.span not in spans]
    beside = [near for near in context.kept_beside(change.gained, context.excerpt_units) if near is not None]
    told = change.disclosure is Disclosure.DECLARED and _share_in_source(change.gained, context) > 0
    if not founds or others or told or not context.content(beside):
        return None
    return context.finding("ADD103", became(change.source, change.excerpt), change=change)


def inserted(change: Change, context: JudgingContext) -> Finding | None:
    """ADD101: any words that the source does not have; minor for small words and for a gloss in brackets."""
    if not change.is_addition or not change.gained:
        return None
    small = not context.content(change.gained) or _is_gloss(change)
    severity = Severity.MINOR if small else None
    return context.finding("ADD101", put_in(change.excerpt), change=change, severity=severity)


def _is_gloss(change: Change) -> bool:
    """Whether the words stand in round brackets, as news wires explain a name, a title or a date."""
    text, span = change.excerpt.document.text, change.excerpt.span
    around = text[max(0, span.start - 1) : span.end + 1]
    return re.fullmatch(r"\s?\([^()]{1,60}\)[\s.,;]?", around) is not None
