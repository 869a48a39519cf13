"""Surroundings: what the words beside a mention say of it, whatever is quoted."""

from typing import NamedTuple

from provenance.excerpts.annotation.lines import Line
from provenance.excerpts.annotation.mention import Mention, MentionKind
from provenance.excerpts.attribution.mentioned_article import MentionedArticle, Place
from provenance.languages.cues import Word

_LONGEST_LEAD = 3  # words before a mention among which a preposition is looked for
_NEAR_VERB = 3  # words between a name and its verb
_LONGEST_OFFICE = 3  # words between a body and whoever leads it
_MOST_SIGNS = 6  # signs around the name of a line that is nothing else
_LONGEST_APPOSITION = 25  # words between the commas behind a name
_ARTICLES = {
    "en": {"a", "an"},
    "de": {"ein", "eine", "einer"},
    "fr": {"une"},
    "es": {"una"},
    "it": {"una"},
    "pt": {"uma"},
}
_POSSESSIVES = frozenset(("'s", "'"))
_CLOSING = {",": ",", "(": ")", "–": "–", "—": "—", "（": "）"}
# What quotes whoever stands behind its verb.
_TELLING = frozenset((MentionKind.WORK, MentionKind.OUTLET, MentionKind.ORGANISATION))
OPENING_SIGNS = frozenset("—–-―~[(（【")  # what opens a line that signs a quotation


class Surroundings(NamedTuple):
    """What the words beside a mention say of it, whatever is quoted."""

    verb_behind: bool  # whether a verb of saying stands near behind it
    verb_before: int  # how many words before it one stands; 0 if none is near or it has a subject of its own
    addressed: bool  # whether one with a subject of its own stands before it: "she told Ann Lee"
    preposition: bool  # whether a preposition stands before it


def surroundings(article: MentionedArticle, place: Place) -> Surroundings:
    """What the words beside a mention say of it."""
    line, mention = article.lines[place.line], place.mention
    before = _verb_before(article, line, mention)
    addressed = bool(before) and _has_subject(article, line, place, mention.words.start - before)
    return Surroundings(
        _has_verb_behind(article, line, mention),
        0 if addressed else before,
        addressed,
        _is_behind_preposition(article, line, mention),
    )


def surrounding_values(article: MentionedArticle, place: Place, around: Surroundings) -> dict[str, float]:
    """The features of a mention that its own words and those beside it tell, whatever is quoted."""
    line, mention = article.lines[place.line], place.mention
    values = {
        **_kind_values(article, line, mention),
        "according": float(is_according(article, line, mention)),
        "preposition": float(around.preposition),
        "linked": float(_is_linked(article, line, mention)),
        "line-is-name": float(_is_line(line, mention)),
    }
    return {key: value for key, value in values.items() if value}


def _kind_values(article: MentionedArticle, line: Line, mention: Mention) -> dict[str, float]:
    kind = mention.kind
    lone = kind is MentionKind.NAME
    begins = line.begins_sentence(mention.words.start)
    return {
        f"kind-{kind.value}": 1.0,
        "titled": float(bool(mention.roles) and mention.is_named),
        "begins-only": float(lone and begins),
        "perhaps-noun": float(lone and article.pack.nouns_capitalised),
        "oblique": float(
            kind is MentionKind.PRONOUN and line.words[mention.words.start].key in article.pack.oblique
        ),
        "known-role": float(kind is MentionKind.ROLE and any(map(article.pack.is_title, mention.roles))),
    }


def _is_behind_preposition(article: MentionedArticle, line: Line, mention: Mention) -> bool:
    """Whether a preposition stands before a mention, an article between the two passed over."""
    start = mention.words.start
    for at in range(start - 1, max(0, start - _LONGEST_LEAD) - 1, -1):
        word = line.words[at]
        if word.key in article.pack.prepositions or _is_genitive(article, line, at):
            return True
        if not word.is_word or word.key not in article.vocabulary.function:
            return False
    return False


def _is_genitive(article: MentionedArticle, line: Line, at: int) -> bool:
    """Whether a German article right behind a noun or a name makes what follows its owner or whom it is told: "Minister der Finanzen"."""
    if not (at and article.pack.nouns_capitalised and line.words[at].key == "der"):
        return False
    return line.words[at - 1].is_word and line.words[at - 1].is_capitalised


def _has_subject(article: MentionedArticle, line: Line, place: Place, verb: int) -> bool:
    """Whether somebody stands right before a verb as its subject."""
    before = (one for one in article.places[place.line] if one.mention.words.stop == verb)
    return any(one.mention.kind not in _TELLING and not is_attached(article, line, one) for one in before)


def is_according(article: MentionedArticle, line: Line, mention: Mention) -> bool:
    """Whether words are given to a mention without a verb: "according to Ann Lee"."""
    pack, words = article.pack, line.words
    start, stop = mention.words.start, mention.words.stop
    for at in range(max(0, start - 5), start):
        length = pack.according.at(words, at)
        between = words[at + length : start]
        if length and len(between) <= _LONGEST_LEAD and all(map(_is_joint, between)):
            return True
    return (
        stop < len(words)
        and bool(pack.according.at(words, stop))
        and words[stop].key not in pack.prepositions
    )


def _is_joint(word: Word) -> bool:
    return word.text[0].isalnum() or word.key in _POSSESSIVES


def _is_linked(article: MentionedArticle, line: Line, mention: Mention) -> bool:
    links = article.annotated.links_in(line.span)
    return any(link.span.overlaps(mention.span) for link in links)


def _is_line(line: Line, mention: Mention) -> bool:
    """Whether a line is nothing but a mention, signs aside."""
    if len(line.words) > len(mention.words) + _MOST_SIGNS:
        return False
    others = [word for at, word in enumerate(line.words) if word.is_word and at not in mention.words]
    return not others


def is_verb(article: MentionedArticle, line: Line, index: int) -> bool:
    """Whether a word is a verb of saying, and no noun with a small word before it."""
    words, pack = line.words, article.pack
    if not pack.saying.holds[words[index].key]:
        return False
    before = words[index - 1] if index else None
    if before is not None and (before.key in pack.oblique or before.key in _ARTICLES.get(pack.code, ())):
        return False  # "its asking price", "a saying"
    if before is None or not before.is_word or words[index].key not in pack.quoting:
        return True
    return before.key not in article.vocabulary.function


def _has_verb_behind(article: MentionedArticle, line: Line, mention: Mention) -> bool:
    """Whether a verb of saying stands near behind a mention in its clause, an apposition passed over."""
    at, sentence = mention.words.stop, line.sentences[mention.words.start]
    closing = _CLOSING.get(line.words[at].text, "") if at < len(line.words) else ""
    if closing:
        ends = range(at + 1, min(len(line.words), at + _LONGEST_APPOSITION))
        at = next((end + 1 for end in ends if line.words[end].text == closing), at)
        if at == mention.words.stop:
            return False
    said = article.pack.saying.holds
    for index in range(at, min(len(line.words), at + _NEAR_VERB + 1)):
        word = line.words[index]
        if line.sentences[index] != sentence or not word.is_word:
            return False
        if said[word.key] and is_verb(article, line, index):
            return True
    return False


def _verb_before(article: MentionedArticle, line: Line, mention: Mention) -> int:
    """Where a verb of saying stands before a mention, with nothing but words between; 0 if nowhere near."""
    start = mention.words.start
    for gap in range(1, _NEAR_VERB + 2):
        at = start - gap
        if at < 0 or not line.words[at].is_word:
            return 0
        if is_verb(article, line, at):
            return gap
    return 0


def is_attached(article: MentionedArticle, line: Line, place: Place) -> bool:
    """Whether a mention only belongs to another noun: behind a preposition, or as its owner."""
    behind = line.words[place.mention.words.stop : place.mention.words.stop + 1]
    owner = bool(behind) and behind[0].key in _POSSESSIVES
    return owner or _is_behind_preposition(article, line, place.mention)


def is_before_person(article: MentionedArticle, place: Place, following: Place) -> bool:
    """Whether a mention only says what the person named behind it is: the body of "Brenn Quay president Rob Tarn"."""
    words = article.lines[place.line].words
    between = words[place.mention.words.stop : following.mention.words.start]
    function, prepositions = article.vocabulary.function, article.pack.prepositions
    joined = all(
        word.is_word and word.key not in function and word.key not in prepositions for word in between
    )
    return joined and len(between) <= _LONGEST_OFFICE and following.mention.kind is MentionKind.PERSON
