"""Features of passages inside a paragraph: in quotation marks, between dashes."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache

from provenance.excerpts.model import Attribution, Candidate, Shape
from provenance.excerpts.quotation.block import (
    is_inside,
    is_near_quotation,
    linked_share,
    links_around,
    title_case,
)
from provenance.excerpts.quotation.page import Page, is_announced
from provenance.excerpts.quotation.words import count_words, first_words, last_words, log_odds, word_lists
from provenance.languages.cues import QUOTATIVE
from provenance.languages.cues import language as language_of
from provenance.text.language import function_words
from provenance.text.signs import SENTENCE_ENDS, UNSTOPPED
from provenance.text.span import Span

_PAUSES = frozenset(",，;")
_DASHES = frozenset("—–-―")
_FILLS = 0.85  # share of a block
_LONGEST_WORD = 24  # characters
_LAST_WORD = re.compile(r"([^\W\d_]{1,20})[ \u00a0]$")
_LONGEST_LISTING = 7  # characters
_LISTING = re.compile(r"[,;、，/]?[ \u00a0]?(?:[^\W\d_]{1,4}[ \u00a0])?")
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]{1,30})")
_MOST_WORDS = 12  # from which on more tell no more
_FAR = 20  # blocks behind the main content, where teasers and comments stand, from which on all are as far as can be
_NEAR = 8  # words beside a quotation among which a verb of reporting is looked for
_READ = 400  # characters that hold so many words
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_SENTENCE = re.compile(r"[.!?…。！？][ \u00a0]?")
_NEAR_THING = 3  # words before quoted words among which one for a thing is looked for
_READ_THING = 60  # characters before and behind quoted words that are read for a thing
_LONGEST_SUPPOSITION = 120  # characters before them that are read for a supposition


def inline_features(page: Page, candidate: Candidate, told: Attribution) -> Mapping[str, float]:
    """What can be seen of a passage inside a paragraph, each between 0 and about 1."""
    annotated, text = page.annotated, candidate.text
    block = annotated.blocks[candidate.blocks.start]
    lead, tail = annotated.cut(candidate.lead_in).rstrip(), annotated.cut(candidate.tail).lstrip(" \u00a0")
    last, behind = text[-1:], tail[:1]
    has_pause = last in _PAUSES or behind in _PAUSES or behind in _DASHES
    has_verb, is_said = _has_verb(page, candidate), told.is_named and told.is_said
    begins = text[:1].isupper() or not text[:1].isalpha() or not text[:1].islower()
    return {
        "words": min(count_words(text), _MOST_WORDS) / _MOST_WORDS,
        "certainty of a name": log_odds(told.certainty) if told.is_named else 0.0,
        "said by whoever is named": float(is_said),
        "verb of reporting beside": float(has_verb),
        "comma or dash behind": float(has_pause),
        "opens its block": float(not lead),
        "said by nobody, and no sentence": float(
            not (is_said or has_verb or has_pause or is_announced(page, candidate) or last in SENTENCE_ENDS)
        ),
        "where a title stands": float(lead[-1:].isalnum() and begins and not has_verb),
        "capitals of a title": title_case(page, text),
        "before a noun of its own": float(_modifies_noun(page, candidate)),
        "beside a word for a thing": float(
            names_thing(lead, tail, annotated.language) and not is_announced(page, candidate)
        ),
        "behind a word for a thing": float(speaks_of_thing(lead, tail, annotated.language)),
        "only supposed": float(is_supposed(lead, tail, annotated.language)),
        "one of a list": float(_is_listed(page, candidate)),
        "never closed": float(
            candidate.shape is Shape.MARKS and candidate.tail.start == candidate.span.end == block.span.end
        ),
        "in a box": float(candidate.blocks.start in annotated.set_off),
        "in a block without a full stop": float(
            candidate.shape is Shape.MARKS
            and not UNSTOPPED[0] <= text[:1] <= UNSTOPPED[1]
            and _last_stop(annotated.text, block.span) < candidate.span.end - 1
        ),
        "in a linked block": linked_share(annotated, block.span),
        "linked as a whole": float(
            any(one.span.covers(candidate.span) for one in annotated.links_in(block.span))
        ),
        "among links": links_around(page, candidate),
        "outside the main content": _outside(page, candidate),
        "outside its element": float(not is_inside(page, candidate)),
        "behind the main content": min(1.0, max(0, candidate.blocks.start - page.last_main) / _FAR),
        "near another quotation": float(is_near_quotation(page, candidate)),
        "in a signed row": float(page.is_alone(candidate) and candidate.blocks.start in page.signed_rows),
        "among unannounced boxes": page.unannounced_boxes,
        "on a page that addresses its reader": page.addressing,
        "repeated on the page": float(page.is_repeated(candidate)),
    }


@lru_cache(maxsize=2)  # the quotations of a block ask one after the other
def _last_stop(text: str, block: Span) -> int:
    """Where the last sign of a block stands that may end a sentence; -1 where there is none."""
    return max(text.rfind(sign, block.start, block.end) for sign in SENTENCE_ENDS)


def _outside(page: Page, candidate: Candidate) -> float:
    """How much the choice of the main content speaks against a passage outside it: less, where it leaves most sentences out.

    Customers' praise, set in blocks of its own, is most of its page and is left out for good reason.
    """
    block = page.annotated.blocks[candidate.blocks.start].span
    alone = candidate.shape is Shape.MARKS and len(candidate.text) > _FILLS * len(block)
    return 0.0 if page.annotated.is_main(candidate.blocks.start) else 1.0 if alone else page.main_share


def _has_verb(page: Page, candidate: Candidate) -> bool:
    """Whether a verb of reporting that the language names stands beside the passage, or a particle behind it for any such verb."""
    saying = language_of(page.annotated.language).saying
    before = last_words(page.annotated, candidate.lead_in, _NEAR, read=_READ)
    behind = first_words(page.annotated, candidate.tail, _NEAR, read=_READ)
    said = QUOTATIVE.match(page.annotated.text, candidate.tail.start)
    return bool(said or saying.find(before) or saying.find(behind))


def _modifies_noun(page: Page, candidate: Candidate) -> bool:
    """Whether a small word stands before a passage and another word than a small one right behind: the “no lamps” sign."""
    annotated = page.annotated
    if candidate.text[-1:] in SENTENCE_ENDS or candidate.text[-1:] in _PAUSES:
        return False
    small = function_words().get(annotated.language, frozenset())
    before = _LAST_WORD.search(annotated.cut(candidate.lead_in)[-_LONGEST_WORD:])
    behind = _NEXT_WORD.match(annotated.text, candidate.tail.start)
    if before is None or behind is None:
        return False
    return before[1].casefold() in small and behind[1].casefold() not in small and behind[1].islower()


def _is_listed(page: Page, candidate: Candidate) -> bool:
    """Whether a comma or one short word alone parts a passage from another in marks, before or behind it."""
    span, found = candidate.span, page.annotated.quotations_in(candidate.blocks.start)
    own = bisect_left(found, span.start, key=lambda one: one.outer.start)
    for one in found[max(0, own - 2) : own + 2]:
        before = one.outer.end < span.start
        start, end = (one.outer.end, span.start - 1) if before else (span.end + 1, one.outer.start)
        if start <= end <= start + _LONGEST_LISTING and _LISTING.fullmatch(page.annotated.text, start, end):
            return True
    return False


def names_thing(before: str, behind: str, language: str) -> bool:
    """Whether a word for a thing stands right before quoted words, or right behind them."""
    words, phrases = word_lists("things").get(language, (frozenset(), ()))
    said = _last_sentence(before, _READ_THING).rstrip(' :,«„“"')
    near = _WORD.findall(said)[-_NEAR_THING:]
    follows = _WORD.match(behind[:_READ_THING].casefold().lstrip(" \u00a0-‐‑"))
    return (
        any(word in words for word in near)
        or said.endswith(phrases)
        or (follows is not None and (follows[0] in words or f"-{follows[0]}" in words))
    )


def speaks_of_thing(before: str, behind: str, language: str) -> bool:
    """Whether the sentence up to quoted words or the first words behind them have a word for a thing ("painted “…” on the sign")."""
    words, _ = word_lists("things").get(language, (frozenset(), ()))
    near = _WORD.findall(behind[:_READ_THING].casefold())[:_NEAR_THING]
    return not words.isdisjoint((*_WORD.findall(_last_sentence(before, _LONGEST_SUPPOSITION)), *near))


def is_supposed(before: str, behind: str, language: str) -> bool:
    """Whether the sentence up to quoted words, or what follows them, says that somebody would, could or seems to say them."""
    words, phrases = word_lists("supposed").get(language, (frozenset(), ()))
    said, follows = _last_sentence(before, _LONGEST_SUPPOSITION), behind[:_READ_THING].casefold()
    near = {*_WORD.findall(said), *_WORD.findall(follows)[:_NEAR_THING]}
    return not words.isdisjoint(near) or any(phrase in said or phrase in follows for phrase in phrases)


def _last_sentence(before: str, length: int) -> str:
    return _SENTENCE.split(before[-length:].casefold())[-1]
