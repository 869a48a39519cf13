"""Candidates by quotation marks inside one block, parted where the author's words interrupt them: «So it is, — said Lee. — It was so.».

Also what stands before and behind any candidate: in its own paragraph, or in the blocks next to it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.annotation.quotation_marks import Quotation, is_arrow
from provenance.excerpts.annotation.signs import CLOSERS, SINGLE
from provenance.excerpts.model import Candidate, Markup, Shape
from provenance.languages.cues import language as language_of
from provenance.languages.lexicon_files import lexicon_of
from provenance.text.document import BlockKind, Passage
from provenance.text.folding import fold_word
from provenance.text.span import Span
from provenance.text.tokens import is_unspaced

WINDOW = 260  # characters before and behind a candidate that are read
_FARTHEST_BLOCK = 4  # boxes, captions and advertisements between a candidate and the words that announce it
_STOPS = ".!?…, \u00a0"
_COLONS = (":", "：")
_FEWEST_LETTERS = 2
_DASH = re.compile(r"(?P<stop>[,.!?…]?)[ \u00a0](?:[—–―-]{1,2}[ \u00a0]|(?P<attached>[—–―]))(?=\w)")
_COMMA = re.compile(r",[ \u00a0](?=\w)")
_NAMED = re.compile(r"[^\W\d_A-ZÀ-ÞА-Я]\w+(?: [A-ZÀ-ÞЁІЇЄА-Я]\w+){1,3}")  # a verb with a name behind it
_RESUMPTION = re.compile(r"(?:(?P<stop>[,.]?)[ \u00a0][—–―-]{1,2},?|(?<=\w)[—–―][,.;:]?)[ \u00a0](?=[\w¿¡])")
_LONGEST_INTERRUPTION = 260  # characters
_VERB_WINDOW = 40  # characters behind a dash or comma in which its verb stands
_INVERTED = 2  # words before the verb of "a-t-elle dit"
_SUBJECT = 4  # words of a name before its verb: "Ana van der Ruiz said"
_DESCRIPTION = 4  # words behind a comma that describe who speaks: "du port", "au Phare"
_NAME = 6  # the same, where they begin with a name
_OUTSIDE = 120  # characters beside the marks in which somebody else may be named


def sentence_around(annotated: AnnotatedArticle, outer: Span, block: Span) -> tuple[Span, Span]:
    """The sentence up to a passage with its marks, and what follows up to its end, inside the stretch of a block between its neighbours."""
    begin = max(block.start, outer.start - WINDOW)
    before = Span(annotated.sentence_start(begin, outer.start), outer.start)
    limit = min(block.end, outer.end + WINDOW)
    return before, Span(outer.end, _end_of_sentence(annotated, outer.end, limit))


def _end_of_sentence(annotated: AnnotatedArticle, start: int, limit: int) -> int:
    """Where the sentence around a quotation's end stops; a stop at once behind the mark is not its end."""
    at = start
    while at < limit and annotated.text[at] in _STOPS:
        at += 1
    return max(at, annotated.sentence_end(at, limit)) if at < limit else limit


def blocks_around(annotated: AnnotatedArticle, first: int, stop: int) -> tuple[Span, Span]:
    """The end of the block before a run of blocks, from its first index to past its last, as far as it is read; and the block behind."""
    start, end = annotated.blocks[first].span.start, annotated.blocks[stop - 1].span.end
    before = announcing_block(annotated, first)
    behind = annotated.blocks[stop].span if stop < len(annotated.blocks) else Span(end, end)
    if before is None:
        return Span(start, start), behind
    lead = annotated.blocks[before].span
    return Span(annotated.sentence_start(max(lead.start, lead.end - 2 * WINDOW), lead.end), lead.end), behind


def announcing_block(annotated: AnnotatedArticle, first: int) -> int | None:
    """The author's block before ``first`` that may announce it: a colon announces no further box behind the next."""
    is_taken = False
    for index in range(first - 1, max(-1, first - 1 - _FARTHEST_BLOCK), -1):
        block = annotated.blocks[index]
        said = annotated.block_text(index).rstrip()
        if block.kind in {BlockKind.HEADING, BlockKind.CAPTION} or index in annotated.set_off:
            if said.endswith(_COLONS) and index not in annotated.set_off:
                return index
            is_taken = is_taken or index in annotated.set_off
            continue
        return None if is_taken and said.endswith(_COLONS) else index
    return None


def is_announced(annotated: AnnotatedArticle, first: int) -> bool:
    """Whether the block that may announce block ``first`` ends in a colon."""
    index = announcing_block(annotated, first)
    return index is not None and annotated.block_text(index).rstrip(' \u00a0\n»”"').endswith(_COLONS)


def marked_candidates(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """Every stretch of a block between quotation marks, in order; of one that the author's words interrupt, each part."""
    for index, block in enumerate(annotated.blocks):
        if block.kind is not BlockKind.PREFORMATTED and annotated.quotations_in(index):
            yield from _in_block(annotated, index)


def _in_block(annotated: AnnotatedArticle, index: int) -> Iterator[Candidate]:
    block = annotated.blocks[index].span
    found = [part for whole in annotated.quotations_in(index) for part in uninterrupted(annotated, whole)]
    ends = [block.start, *(one.outer.end for one in found)]
    starts = [*(one.outer.start for one in found[1:]), block.end]
    for quotation, left, right in zip(found, ends, starts, strict=False):
        words = annotated.cut(quotation.inner)
        short = sum(map(str.isalnum, words)) < _FEWEST_LETTERS and not is_unspaced(words[:1])
        if short or is_arrow(annotated.text, quotation):
            continue
        yield Candidate(
            (Passage(annotated.article.document, quotation.inner),),
            Shape.MARKS,
            Markup.INLINE,
            range(index, index + 1),
            *sentence_around(annotated, quotation.outer, Span(left, right)),
            quoted=quotation.closed or quotation.mark not in SINGLE,
            mark=quotation.mark,
        )


def uninterrupted(annotated: AnnotatedArticle, quotation: Quotation) -> Iterator[Quotation]:
    """The parts of a quotation between which the author says who speaks; the quotation itself where nothing interrupts it."""
    for part in _around_dashes(annotated, quotation):
        yield from _around_commas(annotated, part)


def resumes(annotated: AnnotatedArticle, first: Candidate, second: Candidate) -> bool:
    """Whether a candidate goes on with the one before it inside the same marks, behind the words that say who speaks."""
    if not first.mark or (first.mark, first.blocks, first.shape) != (
        second.mark,
        second.blocks,
        second.shape,
    ):
        return False
    between = annotated.text[first.span.end : second.span.start]
    return not any(sign in between for sign in (first.mark, *CLOSERS.get(first.mark, ())))


def is_said(annotated: AnnotatedArticle, start: int, end: int) -> bool:
    """Whether what begins at ``start``, behind a dash or a comma, begins with a verb of reporting that the language names."""
    language = language_of(annotated.language)
    words = language.words(annotated.text, start, min(end, start + _VERB_WINDOW))
    if not words:
        return False
    joined = len(words) > _INVERTED and words[1].text.startswith("-")
    helped = len(words) > 1 and words[0].key in lexicon_of(annotated.language).words("auxiliaries")
    return any(language.saying.at(words, index) for index in {0, _INVERTED * joined, int(helped)})


def _around_dashes(annotated: AnnotatedArticle, quotation: Quotation) -> Iterator[Quotation]:
    text, rest, inner = annotated.text, quotation, quotation.inner
    for sign in _DASH.finditer(text, inner.start, inner.end):
        limit = min(inner.end, sign.end() + _LONGEST_INTERRUPTION)
        resumed = _RESUMPTION.search(text, sign.end(), limit)
        signed = resumed and sign["stop"] and resumed["stop"]  # "…, — показал Ян Крутов, — …"
        tagged = signed and _NAMED.fullmatch(text, sign.end(), resumed.start() if resumed else 0)
        if sign.start() < rest.inner.start or not (tagged or is_said(annotated, sign.end(), inner.end)):
            continue
        if resumed is None and not (sign["stop"] or sign["attached"]):
            continue
        end = sign.start() + (text[sign.start()] in "!?…")
        yield _part(rest, Span(rest.inner.start, end))
        if resumed is None:
            return
        start = resumed.end()
        rest = rest._replace(inner=Span(start, inner.end), outer=Span(start, quotation.outer.end))
    yield rest


def _around_commas(annotated: AnnotatedArticle, quotation: Quotation) -> Iterator[Quotation]:
    """Read « So it is, says Ann Lee, of the mill, and was so. »: from comma to comma, or to the sentence's end."""
    text, inner, rest = annotated.text, quotation.inner, quotation
    for sign in _COMMA.finditer(text, inner.start, inner.end):
        end = sign.start() >= rest.inner.start and _tag_end(annotated, sign.end(), inner.end)
        if not end or _is_told_by_another(annotated, quotation, Span(sign.end(), end)):
            continue
        yield _part(rest, Span(rest.inner.start, sign.start()))
        start = end + len(text[end : inner.end]) - len(text[end : inner.end].lstrip(", \u00a0"))
        if start >= inner.end:
            return
        rest = quotation._replace(inner=Span(start, inner.end), outer=Span(start, quotation.outer.end))
    yield rest


def _tag_end(annotated: AnnotatedArticle, start: int, end: int) -> int | None:
    """Where the words end that say who speaks and begin behind a comma; None where they do not."""
    if not (is_said(annotated, start, end) or _is_said_behind_name(annotated, start, end)):
        return None
    sentence = annotated.sentence_end(start, min(end, start + _LONGEST_INTERRUPTION))
    commas = [sign.start() for sign in _COMMA.finditer(annotated.text, start, sentence)]
    stops = [*commas, sentence]
    stop, *others = stops
    if _has_pronoun(annotated, start, stop):
        return stop
    for following in others:
        last = following == sentence and bool(annotated.text[sentence:end].strip())
        if not _is_description(annotated.text[stop + 1 : following], last=last):
            break
        stop = following
    words = annotated.text[start:stop].split()
    if language_of(annotated.language).nouns_capitalised:  # "sagt Lee", not "stellt ein Risiko dar"
        words = words[1:2]
    return stop if any(word[:1].isupper() for word in words) else None


def _has_pronoun(annotated: AnnotatedArticle, start: int, end: int) -> bool:
    """Whether a clause is no more than a verb and its pronoun: "dit-elle", "she said"."""
    words = language_of(annotated.language).words(annotated.text, start, end)
    joined = any(word.text.startswith("-") for word in words)
    return joined or (len(words) <= _INVERTED and any(_is_pronoun(annotated, word.key) for word in words))


def _is_pronoun(annotated: AnnotatedArticle, word: str) -> bool:
    return word in lexicon_of(annotated.language).words("pronouns_third")


def _is_said_behind_name(annotated: AnnotatedArticle, start: int, end: int) -> bool:
    """Whether a clause begins as in English "she said" and "Ann Lee told": nothing but a name before the verb."""
    language = language_of(annotated.language)
    words = language.words(annotated.text, start, min(end, start + _VERB_WINDOW))
    places = range(1, min(_SUBJECT + 1, len(words)))
    verb = next((at for at in places if language.saying.at(words, at)), None)
    if annotated.language != "en" or verb is None:
        return False
    pronoun = verb == 1 and _is_pronoun(annotated, words[0].key)
    own = re.split("['’]", words[0].key)[0] in lexicon_of("en").words("pronouns_first")
    return pronoun or (not own and all(word.is_capitalised for word in words[:verb]))


def _is_description(clause: str, *, last: bool) -> bool:
    """Whether a clause goes on about who speaks: a name, "au Phare", or what the sentence ends with in few words."""
    words = clause.split()
    if not words or words[0][0].isupper():
        return len(words) <= _NAME
    return len(words) <= _DESCRIPTION and (last or words[-1][0].isupper())


def _is_told_by_another(annotated: AnnotatedArticle, quotation: Quotation, tag: Span) -> bool:
    """Whether a person named outside of the marks tells what somebody else says inside them."""
    if _has_pronoun(annotated, tag.start, tag.end):
        return False
    text, outer = annotated.text, quotation.outer
    limit = outer.end + _OUTSIDE
    behind = Span(outer.end, annotated.sentence_end(min(outer.end + 2, len(text)), min(limit, len(text))))
    before = Span(annotated.sentence_start(max(0, outer.start - _OUTSIDE), outer.start), outer.start)
    told = annotated.cut(behind).lstrip().startswith(",") and is_said(annotated, behind.start + 2, behind.end)
    announced = annotated.cut(before).rstrip().endswith(":")
    sides = [side for side, tells in ((behind, told), (before, announced)) if tells]
    names = set(annotated.cut(tag).split())
    return any(
        _names_somebody(annotated, annotated.cut(side))
        and not annotated.links_in(side)
        and not any(word[:1].isupper() and word in names for word in annotated.cut(side).split())
        for side in sides
    )


def _names_somebody(annotated: AnnotatedArticle, clause: str) -> bool:
    """Whether two words in capitals stand side by side, and the first is no article: "Mira Holm", not "Le Phare"."""
    function_words = lexicon_of(annotated.language).words("function_words")
    return any(
        one[:1].isupper() and two[:1].isupper() and fold_word(one) not in function_words
        for one, two in pairwise(clause.split())
    )


def _part(quotation: Quotation, inner: Span) -> Quotation:
    """The beginning of a quotation, up to where the author interrupts it."""
    return quotation._replace(inner=inner, outer=Span(quotation.outer.start, inner.end))
