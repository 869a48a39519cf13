"""Whom a source knows by name, whether it is in doubt who speaks in it, and to whom a cue gives the words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Final

from provenance.articles.article import Article
from provenance.excerpts.annotation.mention import Mention, MentionKind
from provenance.excerpts.annotation.mentions import mentions_in
from provenance.findings.context import JudgingContext
from provenance.findings.voices.model import Utterance, name_words, share_a_name, speaker_of
from provenance.findings.voices.reported import reports
from provenance.languages.apparatus import vocabulary
from provenance.languages.cues import Language, Word, language
from provenance.languages.sentences import splitter
from provenance.text.document import Document
from provenance.text.span import Span, hull
from provenance.text.tokens import count_words, is_unspaced

Speech = tuple["Utterance", ...]
_NEAR: Final = 600  # code points before a speech in which the source may have named somebody else
_PEOPLE: Final = frozenset((MentionKind.PERSON, MentionKind.NAME))
_JOINING: Final = re.compile("[の的、，]")  # stands between an office and who holds it
_SURNAME: Final = 2  # signs by which a person is called again in Japanese
_FULL_NAME: Final = 3  # signs of a name behind an office in Chinese
_OFFICE: Final = 2  # words from a name to an office that goes with it
_OPENING: Final = 2  # words behind a preposition that opens a cue, among which what it governs stands
_LINE: Final = 8  # words of a line that names its author
_FIRST: Final = 3  # blocks of a page among which such a line stands
_BY_NAME: Final = 40  # code points from a name to its verb
_VERB: Final = 2  # words behind a name among which "was told" stands


def is_known_person(name: str, speech: Speech, context: JudgingContext) -> bool:
    """Whether the source names a person so outside of a speech of somebody else, and nobody's office."""
    spoken = cue_language(context)
    if not spoken.cased:
        return _is_known_by_place(name, speech, context)
    kinds = {mention.kind for mention in mentions_of(name, context)}
    if not kinds <= _PEOPLE or (not kinds and spoken.saying):
        return False
    places = _places(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b", speech, context)
    document, split = context.witness.document, splitter(context.lexicon.language)
    # A word that has its capital at the head of a sentence alone may be any ("Burmistrz").
    return any(" " in name or split.at(document, at).worded(document.text).start < at for at in places)


def speaks_in_source(name: str, speech: Speech, context: JudgingContext, *, goes_on: bool) -> bool:
    """Whether a source knows a person who may speak in it: of words that only go on as somebody's it must report them too."""
    page, known = context.witness.page, is_known_person(name, speech, context)
    signed = signs(name, hull(one.region for one in speech), page)
    if goes_on:
        return known and not signed and reports(page, name, context.lexicon.language)
    return known or signed


def _places(pattern: str, speech: Speech, context: JudgingContext) -> Iterator[int]:
    """Where a pattern is found in the source, outside a speech with its tag."""
    region = hull(one.region for one in speech)
    found = re.finditer(pattern, context.witness.document.text)
    return (each.start() for each in found if not region.start <= each.start() < region.end)


def _is_known_by_place(name: str, speech: Speech, context: JudgingContext) -> bool:
    """The same where names have no capitals: whoever speaks in the source is never named in one sentence with the other."""
    spoken, document, told = cue_language(context), context.witness.document, speaker_of(speech) or ""
    bare, own, split = _bare(name, spoken), _bare(told, spoken), splitter(context.lexicon.language)
    first, last = (split.at(document, at) for at in (speech[0].region.start, speech[-1].region.end - 1))
    tag = f"{document.text[first.start : speech[0].span.start]}\n{document.text[speech[-1].span.end : last.end]}"
    if not told:
        return _may_name(bare, spoken) and bare in document.text
    if not _may_name(bare, spoken) or not _may_name(own, spoken) or told not in tag:
        return False
    if any(word.key in _pronouns(spoken) for word in spoken.words(tag.partition(told)[0])):
        return False
    # Who is named in full may be called by the surname or, behind an office, by the last signs.
    again = bare[:_SURNAME] if spoken.subject_particles else bare[-_FULL_NAME:]
    forms = [re.escape(form) for form in ((bare,) if spoken.spaced else (bare, again)) if len(form) > 1]
    near = [split.at(document, at) for at in _places("|".join(forms), speech, context)]
    texts = [document.text[sentence.start : sentence.end] for sentence in near]
    signs = [own] if spoken.spaced else [one + other for one, other in pairwise(own)]
    return bool(texts) and not any(sign in text for text in texts for sign in signs)


def tag_of(speech: Speech, document: Document) -> str:
    """What the source says of who speaks, before and behind each piece of a speech."""
    text = document.text
    sides = ((text[one.region.start : one.span.start], text[one.span.end : one.region.end]) for one in speech)
    return "\n".join(side for pair in sides for side in pair)


def set_off(kept: Sequence[Span], page: Article) -> tuple[Span, ...]:
    """The block before what markup sets off as a quotation around some words, and that quotation; empty where nothing does."""
    spans = (span for quote in page.quotes for span in quote.spans)
    held = next((span for span in spans if kept and all(map(span.covers, kept))), None)
    if held is None:
        return ()
    at = page.document.block_index_at(held.start)
    return page.document.blocks[at - 1].span if at else Span(0, 0), held


def signatures(region: Span, page: Article) -> str:
    """Where a text may name its author: a short line above some words of it, at its top and end, its metadata."""
    above, _, below = region.of(page.document.text).partition("\n")
    lines = [above if below else "", page.document.text.strip().rpartition("\n")[2]]
    lines += [block.span.of(page.document.text) for block in page.document.blocks[:_FIRST]]
    return " ".join((*(line for line in lines if count_words(line) <= _LINE), page.metadata.author or ""))


def signs(named: str, region: Span, page: Article) -> bool:
    """Whether a text may name a person as its author; where names have no spaces, an office may stand before the name given."""
    lines = signatures(region, page)
    if is_unspaced(named[:1]):
        return named[-_SURNAME:] in lines
    return share_a_name(named, lines)


def _pronouns(spoken: Language) -> frozenset[str]:
    return spoken.masculine.exact | spoken.feminine.exact | spoken.plural.exact


def _may_name(bare: str, spoken: Language) -> bool:
    """Whether words may be somebody's name: no office, no document or its number, and no pronoun before others."""
    pronouns = tuple(_pronouns(spoken)) if not spoken.spaced else ()
    others = bare in spoken.titles or bare in spoken.quoting
    return len(bare) > 1 and not others and not bare.startswith((*pronouns, "第"))


def _bare(name: str, spoken: Language) -> str:
    """A name without the body and the office beside it."""
    if spoken.spaced:
        words = [word for word in name.split() if word not in spoken.titles]
        return words[-1] if words else name
    bare = _JOINING.split(name)[-1]
    ends = (bare[:length] for length in range(_SURNAME, len(bare)) if bare[length:] in spoken.titles)
    return next(ends, bare)


def is_first_named_behind(name: str, region: Span, context: JudgingContext) -> bool:
    """Whether the source names a person only behind a stretch of it and its sentence: nobody is introduced so late."""
    document, text = context.witness.document, context.witness.document.text
    words = [name] if is_unspaced(name[:1]) else [word for word in name.split() if len(word) >= _FULL_NAME]
    places = [text.find(word) for word in words if word in text]
    return bool(places) and min(places) >= splitter(context.lexicon.language).at(document, region.end - 1).end


def is_in_doubt(spoken: Speech, told: str, context: JudgingContext) -> bool:
    """Whether the source has only "he said", and has spoken of somebody else too since anybody last spoke."""
    text, region = context.witness.document.text, hull(one.region for one in spoken)
    if share_a_name(told, text[region.start : region.end]):
        return False
    beside = [one for span in _beside(region, context) for one in _people(span, context)]
    if not beside:
        before = [one.region.end for one in context.voices.utterances if one.region.end <= region.start]
        beside = _people(Span(max([region.start - _NEAR, 0, *before]), region.start), context)
    return any(not share_a_name(told, one.name) for one in beside)


def _beside(region: Span, context: JudgingContext) -> tuple[Span, Span]:
    """What stands in the source's own sentence before and behind some words, be it behind a question mark of theirs."""
    document, split = context.witness.document, splitter(context.lexicon.language)
    end = split.at(document, region.end - 1).end
    behind = Span(region.end, len(document.text)).worded(document.text).start
    if document.text[behind : behind + 1].islower():
        end = split.at(document, behind).end
    return Span(split.at(document, region.start).start, region.start), Span(region.end, max(region.end, end))


def _people(span: Span, context: JudgingContext) -> list[Mention]:
    found = mentions_in(context.witness.document.text, span, cue_language(context))
    return [one for one in found if one.kind is MentionKind.PERSON]


def cue_language(context: JudgingContext) -> Language:
    """The words by which the excerpt's language quotes."""
    return language(context.lexicon.language)


def mentions_of(text: str, context: JudgingContext) -> tuple[Mention, ...]:
    """Who and what a text of the excerpt's language names."""
    return mentions_in(text, Span(0, len(text)), cue_language(context))


def gives_to(named: str, cue: str, context: JudgingContext) -> bool:
    """Whether a cue gives words to somebody whom it names, and does not merely name whom they are said to, or of whom.

    It is in doubt with "she" or another person in it, with a letter or an answer, after a preposition, after "the owner told",
    and before "was told".
    """
    spoken = cue_language(context)
    words = spoken.words(cue)
    at = next((index for index, word in enumerate(words) if share_a_name(word.text, named)), 0)
    said = [index for index, word in enumerate(words) if word.text.casefold() in spoken.saying]
    clause = _clause_beside(at, said, words, context)
    speaks = at + 1 in said  # "Asked whether she knew, Caro said"
    subject = speaks or at + 2 in said  # "Caro told her": whatever follows is not who speaks
    for mention in mentions_of(cue, context):
        first = next((index for index, word in enumerate(words) if word.start >= mention.span.start), 0)
        parted = any(min(first, at) < index < max(first, at) for index in said)
        before = parted and first < at
        other = mention.kind is MentionKind.PERSON and not share_a_name(mention.name, named) and parted
        role = mention.kind is MentionKind.ROLE and before and not speaks
        possessive = any(word.key in spoken.quoting for word in words[first + 1 : first + 2])  # "her blog"
        pronoun = (
            mention.kind is MentionKind.PRONOUN and not possessive and not speaks and (before or not subject)
        )
        letter = mention.kind is MentionKind.WORK and first in clause
        leading = words[0].text.casefold() in spoken.prepositions and first <= _OPENING  # "In a letter"
        if role or other or pronoun or (letter and not (leading or _is_governed(first, words, spoken))):
            return False
    passive = any(word.key in vocabulary("passives") for word in words[at + 1 : at + 1 + _VERB])
    addressed = _is_governed(at, words, spoken) and not spoken.according.find(words[:at])
    return not (passive or addressed)


def _clause_beside(at: int, said: Sequence[int], words: Sequence[Word], context: JudgingContext) -> range:
    """The clause of whoever is named at a word, where it has a verb of saying and meets the excerpt; else the whole cue.

    What reports it in another clause is no letter whose words they are: "as the Courier reported, Caro said", "… that Caro said".
    """
    cue, joins = context.excerpt.attribution.cue, context.lexicon.words("complementizers")
    borders = [index for index, word in enumerate(words) if not word.is_word or word.key in joins]
    first = max((index for index in borders if index < at), default=-1) + 1
    last = min((index for index in borders if index > at), default=len(words))
    leads_in = cue is not None and cue.span.end <= context.excerpt.span.start
    outer = range(last, len(words)) if leads_in else range(first)
    meets = cue is not None and all(index in borders for index in outer)
    return range(first, last) if meets and any(first <= index < last for index in said) else range(len(words))


def _is_governed(at: int, words: Sequence[Word], spoken: Language) -> bool:
    """Whether a preposition stands before a word, its article, titles and first names."""
    at -= 1
    while at >= 0 and words[at].text.casefold() not in spoken.calendar:
        article = words[at].key in vocabulary("articles") or words[at].key in spoken.oblique
        if not (article or words[at].is_capitalised or words[at].text.casefold() in spoken.titles):
            break
        at -= 1
    return at >= 0 and words[at].text.casefold() in spoken.prepositions


@lru_cache(maxsize=64)  # each excerpt asks its source
def offices_beside(office: str, text: str) -> frozenset[str]:
    """The words right beside an office, wherever it stands on a line of a text."""
    rows = (name_words(line) for line in text.split("\n") if office in line.casefold())
    near = (
        row[max(0, at - _OFFICE) : at + _OFFICE + 1]
        for row in rows
        for at, word in enumerate(row)
        if word == office
    )
    return frozenset(chain(*near))


def is_verb_of_saying(word: Word, context: JudgingContext) -> bool:
    """Whether a list of the excerpt's language has a word among the verbs of saying."""
    told = (context.lexicon.words(name) for name in ("said_neutral", "said_loaded"))
    return word.text.casefold() in cue_language(context).saying or any(word.key in each for each in told)


def is_name_at_verb(subject: Mention, context: JudgingContext) -> bool:
    """Whether a verb of saying stands right beside a word with a capital, and no adjective: it is a name."""
    spoken, text = cue_language(context), context.witness.document.text
    start, end = subject.span.start, subject.span.end
    before = spoken.words(text, max(0, start - _BY_NAME), start)[-1:]
    beside = [*before, *spoken.words(text, end, end + _BY_NAME)[:2]]
    small = context.lexicon.words("function_words")
    noun = spoken.nouns_capitalised and any(word.is_word and word.key not in small for word in before)
    says = any(is_verb_of_saying(word, context) for word in beside)
    return not spoken.cased or (says and not noun)
