"""Surroundings: what the words beside a mention say of it, whatever is quoted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.excerpts.annotation.mention import MentionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from provenance.excerpts.annotation.lines import Line
    from provenance.excerpts.annotation.mention import Mention
    from provenance.excerpts.attribution.mentioned_article import MentionedArticle, Place

_NEAR_VERB = 3  # words between a name and its verb
_MOST_SIGNS = 6  # signs around the name of a line that is nothing else
_FAR_VERB = 8
_LONGEST_APPOSITION = 25  # words between the commas behind a name
_BY = frozenset("by von vom par por pelo pela da dal dalla door av af przez".split())
_POSSESSIVES = frozenset(("'s", "'"))
_CLOSING = {",": ",", "(": ")", "–": "–", "—": "—", "（": "）"}
OPENING_SIGNS = frozenset("—–-―~[(（【")
"""What opens a line that signs a quotation."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the words beside a mention say of it, whatever is quoted."""

    values: Mapping[str, float]
    verb_behind: int
    verb_before: int


def surroundings(article: MentionedArticle, place: Place) -> Surroundings:
    """What the words beside a mention say of it."""
    line, mention = article.lines[place.line], place.mention
    behind, before = _verb_behind(article, line, mention), _verb_before(article, line, mention)
    values = {
        **_kind_values(article, line, mention),
        **_small_words(article, line, mention),
        "subject": float(_is_subject(article, place)),
        "linked": float(_is_linked(article, line, mention)),
        "line-is-name": float(_is_line(line, mention)),
        "dash-before": float(mention.words.start == 1 and line.words[0].text in OPENING_SIGNS),
    }
    return Surroundings({key: value for key, value in values.items() if value}, behind, before)


def _kind_values(article: MentionedArticle, line: Line, mention: Mention) -> dict[str, float]:
    kind, words = mention.kind, mention.name.split()
    lone = kind is MentionKind.NAME
    begins = line.begins_sentence(mention.words.start)
    return {
        f"kind-{kind.value}": 1.0,
        "titled": float(bool(mention.roles) and mention.is_named),
        "begins-only": float(lone and begins),
        "perhaps-noun": float(lone and article.pack.nouns_capitalised),
        "small-elsewhere": float(lone and words[-1].casefold() in article.vocabulary.small),
        "known-role": float(
            kind is MentionKind.ROLE and any(role in article.pack.titles for role in mention.roles)
        ),
    }


def _small_words(article: MentionedArticle, line: Line, mention: Mention) -> dict[str, float]:
    """Prepositions, possessives and nouns for what is said, beside a mention."""
    pack, words = article.pack, line.words
    start, stop = mention.words.start, mention.words.stop
    lead = list(words[max(0, start - 3) : start])
    while (
        lead
        and lead[-1].is_word
        and lead[-1].key in article.vocabulary.function
        and lead[-1].key not in pack.prepositions
    ):
        lead.pop()  # the article before it
    behind = words[stop : stop + 1]
    nouns = [
        word
        for word in (*words[max(0, start - 4) : start], *words[stop : stop + 3])
        if word.key in pack.quoting
    ]
    return {
        "according": float(_is_according(article, line, mention)),
        "preposition": float(bool(lead) and lead[-1].key in pack.prepositions),
        "possessive": float(bool(behind) and behind[0].key in _POSSESSIVES),
        "quoting-noun": float(bool(nouns)),
        "agent": float(_is_agent(article, line, mention)),
    }


def _is_agent(article: MentionedArticle, line: Line, mention: Mention) -> bool:
    """Whether a verb of saying and "by" stand right before: "described by Ann Lee"."""
    start = mention.words.start
    return start > 1 and line.words[start - 1].key in _BY and line.words[start - 2].key in article.pack.saying


def _is_according(article: MentionedArticle, line: Line, mention: Mention) -> bool:
    pack, words = article.pack, line.words
    start, stop = mention.words.start, mention.words.stop
    for at in range(max(0, start - 5), start):
        length = pack.according.at(words, at)
        if length and start - at - length <= 2 and all(word.is_word for word in words[at + length : start]):
            return True
    return (
        stop < len(words)
        and bool(pack.according.at(words, stop))
        and words[stop].key not in pack.prepositions
    )


def _is_subject(article: MentionedArticle, place: Place) -> bool:
    """Whether a mention is the first of its sentence and no preposition stands before it."""
    earlier = article.places_in(place.line, 0, place.mention.words.start)
    first = not earlier or earlier[-1].sentence != place.sentence
    start = place.mention.words.start
    before = article.lines[place.line].words[start - 1].key if start else ""
    return first and before not in article.pack.prepositions


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
    if words[index].key not in pack.saying:
        return False
    before = words[index - 1] if index else None
    if before is None or not before.is_word or words[index].key not in pack.quoting:
        return True
    return before.key not in article.vocabulary.function


def _verb_behind(article: MentionedArticle, line: Line, mention: Mention) -> int:
    """How near a verb of saying stands behind a mention in its clause: 2 right behind, 1 further, 0 none."""
    at, sentence = mention.words.stop, line.sentences[mention.words.start]
    closing = _CLOSING.get(line.words[at].text, "") if at < len(line.words) else ""
    if closing:
        ends = range(at + 1, min(len(line.words), at + _LONGEST_APPOSITION))
        at = next((end + 1 for end in ends if line.words[end].text == closing), at)
        if at == mention.words.stop:
            return 0
    for gap in range(_FAR_VERB):
        if at + gap >= len(line.words) or line.sentences[at + gap] != sentence:
            return 0
        word = line.words[at + gap]
        if not word.is_word:
            return 0
        if is_verb(article, line, at + gap):
            return 2 if gap <= _NEAR_VERB else 1
    return 0


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
    words = _small_words(article, line, place.mention)
    return bool(words["preposition"] or words["possessive"])
