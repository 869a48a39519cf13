"""Speech on paper: fillers and false starts that a quoter tidies away (DEC706), and tags that say who speaks, put in or left out (DEC705)."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.normalization.tokens import Token
from provenance.findings.scope.openers import is_made_of_markers
from provenance.findings.scope.reading import COMMAS
from provenance.findings.scope.repeats import LONGEST, is_repeated
from provenance.findings.scope.standing import is_attributed, names_speaker
from provenance.findings.wording import left_out, put_in
from provenance.languages.cues import language
from provenance.text.document import Passage
from provenance.text.folding import fold_word
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.span import hull
from provenance.text.tokens import folded_words

_DASHES: Final = "-–—…"
_START: Final = 5  # words; more of them are no false start
_TAG: Final = 8  # words that say who speaks
_VERB: Final = 3  # words among which the verb of a tag stands: "a répondu le préfet"
_REACH: Final = 3  # code points in which a sign stands
# What an author who only says who speaks does not put in.
_GRADING: Final = ("negators", "exception", "hedges", "quantifiers", "frequency", "contrast")
_PARENTHETIC: Final = "–—―-"
_OPENING: Final = {"(": ")", "（": "）"}
_CLOSING: Final = frozenset('–—―-.!?;:…»”“"')
# A verb and its pronoun, and a participle or so: "dit-elle", "a-t-il glissé", "s'est-elle emportée".
_INVERSION: Final = re.compile(r"(?:\w['’]|\w\w )?\w+-(?:t-)?(\w+)(?: \w+){0,3}")
_REFLEXIVE: Final = re.compile(r"se\b|si\b|s['’]")
_DASHED: Final = frozenset("–—―")
_STOPPED: Final = re.compile(r"\s?[.;:]\s?[–—―]")
_QUOTES = '"“”„«»「」『』—–―'
_ENCLOSING = _QUOTES + ",，、،.…"
_INCISE = 16  # words that say who speaks


def tidied(change: Change, context: JudgingContext) -> Finding | None:
    """DEC706: a filler is gone ("you know", German "halt"), or words that the speaker broke off or said again."""
    if not change.is_omission or not change.lost:
        return None
    filler = is_made_of_markers([unit.word for unit in change.lost], context.lexicon)
    tidied = (filler and _is_by_the_way(change, context)) or _is_particle(change, context)
    if not tidied and not _is_false_start(change, context) and not _is_said_again(change, context):
        return None
    return context.finding("DEC706", left_out(change.source), change=change)


def _is_particle(change: Change, context: JudgingContext) -> bool:
    """Whether all that is gone is a particle inside a sentence: "vi har ju levt", "das ist halt so"."""
    if any(unit.opens for unit in change.lost):
        return False
    words, entries = [unit.word for unit in change.lost], context.lexicon.words("particles")
    return sum(len(hit.entry) for hit in entries.hits(words)) == len(words)


def _is_said_again(change: Change, context: JudgingContext) -> bool:
    """Whether the words that are gone are said again beside them: "has to rest, right?, has to rest"."""
    first, last = context.source_units.touching(hull(unit.span for unit in change.lost))
    units, reach = context.source_units.items, 2 * LONGEST
    start = max(0, first - reach)
    row = units[start : last + reach]
    text = change.source.document.text
    gaps = ["", *(text[one.span.end : other.span.start] for one, other in pairwise(row))]
    words = [unit.word for unit in row]
    return is_repeated(words, gaps, first - start, last - start, context.lexicon)


def _is_by_the_way(change: Change, context: JudgingContext) -> bool:
    """Whether a filler stands between commas, before the sentence ends, or behind a word that joins: "and, I mean, nobody"."""
    before, after = _signs_beside(change.source)
    preceding, _ = context.kept_beside(change.lost, context.source_units)
    joined = preceding is not None and preceding.word in context.lexicon.words("coordinators")
    in_front = after in COMMAS and (joined or _begins(before))
    return in_front or (before in COMMAS and after in SENTENCE_ENDS)


def _is_set_off(passage: Passage) -> bool:
    """Whether a comma or a dash stands at either side of some words, or one before them and the end behind them; or brackets."""
    before, after = _signs_beside(passage)
    if before in _OPENING:
        return after == _OPENING[before]
    if not before and after == ":":  # "The Ledger reports: …"
        return False
    return (_begins(before) or before in _PARENTHETIC) and (not after or after in COMMAS or after in _CLOSING)


def _begins(before: str) -> bool:
    return before in COMMAS or not before or before in ":\n" or before in SENTENCE_ENDS


def _signs_beside(passage: Passage) -> tuple[str, str]:
    """The signs before and behind some words."""
    text, (start, end) = passage.document.text, _worded(passage)
    return text[max(0, start - _REACH) : start].rstrip()[-1:], text[end : end + _REACH].lstrip()[:1]


def _worded(passage: Passage) -> tuple[int, int]:
    span = passage.span.worded(passage.document.text)
    return span.start, span.end


def _is_false_start(change: Change, context: JudgingContext) -> bool:
    """Whether a few words before a dash begin as the kept words behind it do: "nobody in the — nobody on that bus"."""
    _, following = context.kept_beside(change.lost, context.source_units)
    if following is None or len(change.lost) > _START:
        return False
    between = change.source.document.text[change.lost[-1].span.end : following.span.start]
    again = following.word == change.lost[0].word
    return again and any(sign in _DASHES for sign in between)


def tag_inside(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: who speaks, put between commas, dashes or round brackets into a quotation whose marks do not part: "…, a répondu le préfet, …"."""
    if not change.is_addition or not 0 < len(change.gained) <= _TAG or not _is_set_off(change.excerpt):
        return None
    units, saying = change.gained, language(context.lexicon.language).saying
    graded = any(context.found(name, units, context.excerpt_units) for name in _GRADING)
    known = len(units) > 1 and any(unit.text.casefold() in saying for unit in units[:_VERB])
    if graded or not (known or says_who(units, change.excerpt, context) or _closes(units, context)):
        return None
    return context.finding("DEC705", put_in(change.excerpt), change=change)


def _closes(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether a name that the source has and a verb close a speech that a dash opens: "– Me pelattiin hyvin, Harjunpää tiivisti."."""
    *named, verb = units
    text, start = context.article.document.text, context.excerpt.span.start
    dashed = text[max(0, start - _REACH) : start].strip() in set(_PARENTHETIC)
    last = context.excerpt_units.items[-1].span == verb.span and not verb.capitalised
    words = folded_words(context.witness.document.text) if dashed and last and named else ()
    return bool(words) and all(unit.capitalised and unit.word in words for unit in named)


def says_who(units: Sequence[Token], passage: Passage, context: JudgingContext) -> bool:
    """Whether words that signs set off say who speaks, by shape: "a-t-elle glissé", "ironise Ana Dobre", "dit le préfet", "– … az edző. –"."""
    text, (start, end) = passage.document.text, _worded(passage)
    before, behind = text[max(0, start - _REACH) : start].rstrip()[-1:], text[end : end + _REACH]
    parted = (
        before in _DASHED and _STOPPED.match(behind) is not None
    )  # between pieces of speech, which a stop ends
    if parted and 1 < len(units) <= _TAG and not units[0].capitalised:
        return not any(unit.word in context.lexicon.words("negators") for unit in units)
    found = _INVERSION.fullmatch(passage.document.text, *_worded(passage))
    inverted = found is not None and found[1].casefold() in context.lexicon.words("pronouns_third")
    return inverted or _has_subject(units, context)


def _has_subject(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether a small word that is no name stands before the name or the office of whoever it is said of."""
    spoken, reflexive = language(context.lexicon.language), _REFLEXIVE.match(units[0].text.casefold())
    told = units[1:] if reflexive and reflexive.end() == len(units[0].text) else units
    if len(told) <= 1:
        return False
    verb, *subject = told
    if verb.capitalised or not context.is_content(verb):
        return False
    if verb.word in spoken.titles or verb.word in spoken.prepositions:
        return False
    described = not context.is_content(subject[0]) and subject[0].text.casefold() not in spoken.prepositions
    head, *rest = subject[1:] if described and len(subject) > 1 else subject
    titled = head.text.casefold() in spoken.titles
    names = [unit.capitalised for unit in context.content(rest)]
    if (
        not head.capitalised and context.is_content(head) and len(names) > 1 and all(names)
    ):  # "sakė inžinierė Rasa Vilkė"
        return not spoken.nouns_capitalised
    if subject[-1].capitalised and all(names) and (titled or (head.capitalised and not described)):
        speaker = fold_word((context.excerpt.attribution.speaker or "").split(" ")[-1])
        return not spoken.nouns_capitalised and speaker in {"", fold_word(subject[-1].text)}
    return described and not rest and context.is_content(head) and (reflexive is not None or titled)


def speech_tag(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: what the source says between two pieces of one speech, in an excerpt of the speech."""
    if not change.is_omission or not change.lost:
        return None
    names = ("said_neutral", "said_loaded")
    said = any(context.found(name, change.lost, context.source_units) for name in names)
    text, span = change.source.document.text, change.source.span
    if not said and not any(sign in _QUOTES for sign in text[max(0, span.start - 3) : span.end + 3]):
        return None
    tag = context.voices.is_tag(span)
    return context.finding("DEC705", left_out(change.source), change=change) if tag else None


def attributed_tag(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: "she said" is gone from a claim that the article gives to the same speaker."""
    if not change.is_omission or not change.lost or any(unit.opens for unit in change.lost[1:]):
        return None
    if change.is_whole_sentence:
        return None  # "And my father, God rest him, was told it in 1987." is no tag
    said = names_speaker(change.lost, context) and is_attributed(change.lost, context)
    if not said and not _is_incise(change, context):
        return None
    return context.finding("DEC705", left_out(change.source), change=change)


def _is_incise(change: Change, context: JudgingContext) -> bool:
    """Whether what is gone stands between signs and says who speaks: whom the article quotes, or by its shape."""
    if len(change.lost) > _INCISE or any(each.change is change for each in context.cuts.lost):
        return False
    text, span = change.source.document.text, change.source.span.worded(change.source.document.text)
    sides = text[max(0, span.start - 3) : span.start], text[span.end : span.end + 3]
    if any(set(_ENCLOSING).isdisjoint(side) for side in sides):
        return False
    speaker = fold_word((context.excerpt.attribution.speaker or "").split(" ")[-1])
    named = bool(speaker) and speaker in fold_word(text[span.start : span.end])
    return named or says_who(change.lost, change.source, context)
