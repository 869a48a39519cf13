"""Cues in Chinese and Japanese, where words do not stand apart and names have no capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.excerpts.outlets import outlets
from provenance.text.span import Span

if TYPE_CHECKING:
    from provenance.languages.cues import Language

_STOPS = "。！？!?\n；;"
_PAUSES = "，,、："
_TITLE = re.compile("[《「『]([^》」』]{1,30})[》」』]")
_TOPIC = re.compile("([^。、，「」『』はがも\\s]{1,30})(?:は|が|も)")
_EDGES = " \t\u3000，,、：:（）()《》【】"
_DATIVE = "对對向"  # the particles before whoever is told
_LONGEST_NAME = 24  # characters
_NEAR = 12  # characters between a verb and the quotation it sets up


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is quoted: a name and its place, or neither where the text has only a verb."""

    name: str | None
    span: Span | None
    is_outlet: bool = False
    is_pronoun: bool = False


def read_before(text: str, start: int, end: int, language: Language) -> Voice | None:
    """Who is quoted after ``text[start:end]``."""
    begin = max((text.rfind(stop, start, end) for stop in _STOPS), default=-1) + 1 or start
    sentence = text[begin:end]
    for read in (_label, _followed, _verb):
        voice = read(sentence, begin, language)
        if voice is not None:
            return voice
    return None


def read_after(text: str, start: int, end: int, language: Language) -> Voice | None:
    """Who is quoted before ``text[start:end]``: a Japanese verb closes the sentence, a bracket names the source."""
    tail = text[start:end].lstrip()
    offset = end - len(tail) if tail else end
    bracket = re.match("[（(]([^（）()]{1,40})[）)]", tail)
    if bracket:
        return _named(bracket[1], offset + bracket.start(1), language, outlet_only=True)
    near = tail[: 2 * _NEAR]
    verbs = [
        form for verb in language.verbs.plain for form in (verb, verb.removeprefix("と")) if form in near
    ]
    if not verbs:
        return None
    before = tail[: tail.find(verbs[0])]
    topics = list(_TOPIC.finditer(before.removeprefix("と")))
    if topics:
        topic = topics[-1]
        return _named(topic[1], offset + topic.start(1) + before.startswith("と"), language)
    if before.strip("，, ") and before.startswith(("，", ",")):
        name = before.strip(_EDGES)
        return _named(name, offset + before.find(name), language)
    return Voice(None, None) if tail.startswith("と") else None


def _label(sentence: str, _begin: int, language: Language) -> Voice | None:
    bare = sentence.rstrip(" \u3000：:")
    if bare == sentence.rstrip():
        return None
    return (
        Voice(None, None)
        if any(bare.endswith(label) for label in language.excerpt_labels.plain)
        and not any(verb in bare for verb in language.verbs.plain)
        and "は" not in bare
        else None
    )


def _followed(sentence: str, begin: int, language: Language) -> Voice | None:
    """Read "Xによると", "据X报道"."""
    for head in (*language.according.plain, ""):
        if head and not sentence.lstrip().startswith(head):
            continue
        for tail in language.following.plain:
            at = sentence.find(tail)
            if at <= 0 or (not head and language.according):
                continue
            name = sentence[:at].lstrip()[len(head) :]
            return _named(name, begin + sentence.find(name), language)
    return None


def _verb(sentence: str, begin: int, language: Language) -> Voice | None:
    """The last reporting verb near the end, and whoever stands before it."""
    ends = ((sentence.rfind(verb) + len(verb), verb) for verb in language.verbs.plain if verb in sentence)
    end, verb = max(ends, key=lambda one: (one[0], len(one[1])), default=(-1, ""))
    at = end - len(verb)
    topic = next(_TOPIC.finditer(sentence), None) if "は" in sentence or "が" in sentence else None
    if topic is not None and sentence.rstrip(" \u3000：:、")[-1:] != "":
        return _named(topic[1], begin + topic.start(1), language)
    apart = sentence[end:].strip(_EDGES) and sentence[end] in _PAUSES  # a clause stands before the quotation
    if at <= 0 or len(sentence) - end > _NEAR or apart:
        return None
    if any(phrase in sentence[max(0, at - len(phrase)) : end] for phrase in language.no_verbs.plain):
        return None
    head = sentence[:at]
    cut = max((head.rstrip(_EDGES).rfind(pause) for pause in _PAUSES), default=-1) + 1
    name = head[cut:]
    if not name.strip(_EDGES) or any(name.strip(_EDGES) == word for word in language.adverbs.plain):
        name = head[: max(0, cut - 1)]
        cut = max((name.rfind(pause) for pause in _PAUSES), default=-1) + 1
        name = name[cut:]
    return _named(name, begin + cut, language)


def _named(name: str, start: int, language: Language, *, outlet_only: bool = False) -> Voice | None:
    """The voice of a name, its titles and adverbs cut off; None where it is too long to be a name."""
    title = _TITLE.search(name)
    if title:
        name, start = title[1], start + title.start(1)
    name, start = _trimmed(_teller(name), start, language)
    if not name or len(name) > _LONGEST_NAME:
        return None
    pronouns = (
        *language.masculine.plain,
        *language.feminine.plain,
        *language.plural.plain,
        *language.neutral.plain,
    )
    known = outlets().named(name)
    is_outlet = known is not None or any(name.endswith(word) for word in language.outlet_words.plain)
    if outlet_only and not is_outlet:
        return None
    return Voice(known or name, Span(start, start + len(name)), is_outlet, name in pronouns)


def _teller(name: str) -> str:
    """Who tells, without whom it is told to: "X对Y" is X."""
    cuts = [at for particle in _DATIVE if (at := name.find(particle)) > 1]
    return name[: min(cuts, default=len(name))]


def _trimmed(name: str, start: int, language: Language) -> tuple[str, int]:
    bare = name.lstrip(_EDGES)
    start += len(name) - len(bare)
    bare = bare.rstrip(_EDGES)
    for words in (language.adverbs, language.function_words, language.roles):
        for word in words.plain:
            if bare.startswith(word) and len(bare) - len(word) > 1:
                bare, start = bare[len(word) :], start + len(word)
    for role in language.roles.plain:
        cut = bare.rfind(role) + len(role)
        if role in bare and len(bare) - cut > 1:
            bare, start = bare[cut:], start + cut
    for words in (language.roles, language.honorifics, language.adverbs):
        for word in words.plain:
            if bare.endswith(word) and len(bare) - len(word) > 1:
                bare = bare[: -len(word)]
    return bare, start
