"""A rule about lines of one person each, of a dialogue, a transcript, a table: whose of them the article says that it quotes (ATT501)."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from provenance.excerpts.annotation.mention import GENDERS, Gender, MentionKind, gender_of
from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.rules.people import cue_language, gives_to, mentions_of, offices_beside
from provenance.findings.rules.turns import labels_of
from provenance.findings.scope.reading import article_sentence
from provenance.findings.voices.lines import Called, Line, lines_around
from provenance.findings.voices.model import name_words
from provenance.findings.wording import quoted
from provenance.languages.apparatus import vocabulary

_CLOSE: Final = 3  # words behind an excerpt among which "she" says it
_CLAUSES: Final = re.compile(r"[,;，；]")
_LEADS_IN: Final = (":", "：")
_MARKS: Final = ' \u00a0"“”„«»「『'


def another_line(context: JudgingContext) -> Iterator[Finding]:
    """ATT501: the words stand in the line, or row, of somebody else than the one whom the article names."""
    place = next(iter(context.kept), None)
    shown = any(any(labels_of(passage.span, context)) for passage in context.excerpt.passages)
    if place is None or shown:  # where it prints who speaks, its label is judged
        return
    before, behind = _introduction(context)
    document = context.witness.document
    lines = _with_offices(lines_around(place, context.voices, context.lexicon), f"{before} {behind}", context)
    own = next((line for line in lines if line.span.covers(place)), None)
    others = [line for line in lines if own is not None and not own.names <= line.names]
    named = _named_first(own, others, before, behind, context) if own and others else None
    if own is None or named is None:
        return
    whose = f"beside {quoted(own.whose)}" if own.whose else "in the turn of somebody else"
    message = f"stands in the source {whose}, and not beside {quoted(named.whose)}"
    yield context.finding("ATT501", message, source=document.passage(own.span.start, own.span.end))


def _with_offices(lines: Sequence[Line], introduction: str, context: JudgingContext) -> list[Line]:
    """The lines, with the names that the voices have for who speaks them, and an office of the article's that stands beside a name."""
    named = (one.name for one in mentions_of(introduction, context) if one.kind is MentionKind.ROLE)
    offices = {
        office: offices_beside(office, context.witness.document.text)
        for office in name_words(" ".join(named))
    }
    told = []
    for line in lines:
        heard = () if line.called is Called.LABEL else context.voices.utterances
        speakers = [one.speaker for one in heard if one.speaker and line.span.covers(one.span)]
        names = line.names.union(*map(name_words, speakers))
        told.append(line._replace(names=names | {office for office in offices if offices[office] & names}))
    return told


def _named_first(
    own: Line, others: Sequence[Line], before: str, behind: str, context: JudgingContext
) -> Line | None:
    """The other line whose speaker the article names before it names anybody of the words' own line, or instead of them.

    None where it is in doubt who speaks.
    """
    labelled = own.called is Called.LABEL
    shared = own.names & frozenset().union(*(line.names for line in others))  # "Sen." is everybody's
    # "asked about the question" names no "Question:"
    asked = vocabulary("asking") if labelled else frozenset()
    mine = own.names - shared
    rows = {line.names for line in others}
    several = {word for word in chain(*rows) if sum(word in names for names in rows) > 1}  # a street of two
    called = mine.union(*rows) - shared - (asked - mine) - (several - mine)
    clauses = [[word for word in name_words(clause) if word in called] for clause in _CLAUSES.split(before)]
    *earlier, leading = [clause for clause in clauses if clause] or [[]]
    genders = _genders(before, behind, context) if mine & GENDERS else ()
    told = [*genders, *leading, *name_words(behind)]
    first = next((word for word in told if word in called), None)
    if first is None or not mine or first in mine or not _is_given(first, before, behind, context):
        return None
    named = min((line for line in others if first in line.names), key=lambda line: not line.whose)
    if first in GENDERS:
        return named
    both = not mine.isdisjoint(told)
    doubtful = not mine.isdisjoint(chain(*earlier)) or (
        both if labelled else not both and named.called is not own.called
    )
    return None if doubtful else named


def _is_given(word: str, before: str, behind: str, context: JudgingContext) -> bool:
    """Whether the article gives the words to whom a word names: a pronoun, a number, or whoever leads them in."""
    if word.isdigit() or word in GENDERS:
        return True
    led_in = word in name_words(before) and before.rstrip(_MARKS).endswith(_LEADS_IN)
    return gives_to(word, before if led_in else f"{before} {behind}", context)


def _genders(before: str, behind: str, context: JudgingContext) -> list[Gender]:
    """The gender of "he" or "she" beside a verb of saying, or right behind the words, or else of whom detection takes for the speaker."""
    spoken, speaker = cue_language(context), context.excerpt.attribution.speaker or ""
    found: set[Gender] = set()
    for text, close in ((before, 0), (behind, _CLOSE)):
        words = [word for word in spoken.words(text) if word.is_word]
        said = [word.key in spoken.saying for word in words]
        for index, word in enumerate(words):
            gender = gender_of(word.key, spoken)
            if gender and (index < close or any(said[max(0, index - 1) : index + 2])):
                found.add(gender)
    if not found:
        text = f"{before} {behind}"
        named = [one for one in mentions_of(text, context) if one.name == speaker]
        found = {gender for one in named if (gender := one.gender)}
    return list(found) if len(found) == 1 else []


def _introduction(context: JudgingContext) -> tuple[str, str]:
    """The article's own sentence before the excerpt and behind it, or else whom it names as the speaker."""
    text, span = context.article.document.text, context.excerpt.span
    sentence, told = article_sentence(context), context.excerpt.attribution
    if sentence is None:
        return told.cue.text if told.cue else told.speaker or "", ""
    first, last = sentence.tokens[0].span.start, sentence.tokens[-1].span.end
    return text[max(0, min(first, span.start) - 1) : span.start], text[span.end : max(span.end, last)]
