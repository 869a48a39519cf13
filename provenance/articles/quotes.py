"""The quotations of a page by markup: candidates, judged by themselves and by the page around them, signed and joined."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from provenance.articles.article import QuoteElement, QuoteRole
from provenance.articles.elements import Dress
from provenance.articles.quote_candidates import (
    QuoteCandidate,
    WalkedPage,
    attribute_candidates,
    candidates,
)
from provenance.articles.roles import quoted_text, role_of
from provenance.articles.signatures import bracket_in, is_signature, signature_in
from provenance.articles.walk import Walk
from provenance.languages.notices import notice
from provenance.text.document import BlockKind, Document
from provenance.text.span import Span, without
from provenance.text.tokens import folded_words, runs

_OPENING = tuple('"“„«‹「『»')
_CLOSING = tuple('"”“»›」』«')
LONGEST = 300  # characters; no pull quote on the pages read for this was longer
_RUN = 3  # words
_SHARE = 0.6  # of its runs of words, so that a pull quote may be shortened, or reworded in one place


def quote_elements(walked: Walk, document: Document, in_comments: Sequence[bool]) -> tuple[QuoteElement, ...]:
    """The elements of a page that are dressed as quotations, in reading order, each with its role."""
    if not (walked.stretches[Dress.QUOTATION] or walked.stretches[Dress.INDENT]):
        return ()
    page = WalkedPage(document, walked, in_comments)
    opened = [one for candidate in candidates(page) for one in _opened(candidate, page)]
    attribute_candidates(opened, page)
    found = [one for candidate in opened for one in _signed(candidate, page)]
    roles = _roles(found, page)
    return tuple(_quote_elements(found, roles, page))


def _opened(candidate: QuoteCandidate, page: WalkedPage) -> Iterator[QuoteCandidate]:
    """The candidate; or those inside it, if it is only a box around quotations and other text."""
    if candidate.inner and role_of(candidate, page) is QuoteRole.LAYOUT:
        for inner in candidate.inner:
            yield from _opened(inner, page)
    else:
        yield candidate


def _signed(candidate: QuoteCandidate, page: WalkedPage) -> Iterator[QuoteCandidate]:
    """The candidate with its signatures among its attributions; as many candidates as there are signed quotations."""
    signatures = list(_signatures(candidate, page))
    known = [*candidate.attributions, *signatures]
    within = Span(candidate.start, candidate.end)
    ends = sorted({span.end for span in known if within.covers(span) and _ends_block(span, page)})
    if len(ends) < 2 or ends[-1] < candidate.end:
        last = [span for span in signatures if span.end == candidate.end]
        yield replace(candidate, attributions=[*candidate.attributions, *last])
        return
    start = candidate.start
    for end in ends:
        own = [span for span in known if start <= span.start and span.end <= end]
        begin = Span(start, end).stripped(page.text).start
        yield replace(candidate, start=begin, end=end, attributions=own)
        start = end


def _signatures(candidate: QuoteCandidate, page: WalkedPage) -> Iterator[Span]:
    for block in page.blocks(candidate.start, candidate.end):
        end = min(block.span.end, candidate.end)
        body = list(without(Span(block.span.start, end), candidate.attributions))
        if not body:
            continue
        last = body[-1].stripped(page.text)
        start = max([last.start, *page.breaks(last.start + 1, last.end)])
        line = page.text[start : last.end]
        alone = is_signature(line) and start > candidate.start
        place = 0 if alone else signature_in(line) or bracket_in(line)
        if place is not None:
            yield Span(start + place, last.end)


def _ends_block(span: Span, page: WalkedPage) -> bool:
    block = page.document.block_at(span.start)
    return block is not None and span.end >= block.span.end


def _roles(found: Sequence[QuoteCandidate], page: WalkedPage) -> list[QuoteRole]:
    """The role of each candidate: by itself, then by what the page around it says."""
    roles: list[QuoteRole] = []
    for number, candidate in enumerate(found):
        goes_on = roles[-1:] == [QuoteRole.QUOTATION] and _is_next_indent(found[number - 1], candidate, page)
        roles.append(QuoteRole.QUOTATION if goes_on else role_of(candidate, page))
    open_ones = [number for number, role in enumerate(roles) if role is QuoteRole.QUOTATION]
    texts = [quoted_text(found[number], page) for number in open_ones]
    repeated = recurring(texts, _running_text(found, page))
    seen: dict[str, str] = {}
    for number, text, recurs in zip(open_ones, texts, repeated, strict=True):
        cue = page.announcement(found[number].start)
        if (recurs and not cue) or (text in seen and cue in {"", seen[text]}):
            roles[number] = QuoteRole.PULL_QUOTE
        seen.setdefault(text, cue)
    return roles


def _is_next_indent(first: QuoteCandidate, second: QuoteCandidate, page: WalkedPage) -> bool:
    alike = first.is_indent and second.is_indent and first.element.get("style") == second.element.get("style")
    return alike and not page.text[first.end : second.start].strip()


def _running_text(found: Sequence[QuoteCandidate], page: WalkedPage) -> Iterator[str]:
    taken = iter([*found, None])
    nearest = next(taken)
    for block in page.document.blocks:
        while nearest is not None and nearest.end <= block.span.start:
            nearest = next(taken)
        if block.inside and (nearest is None or block.span.end <= nearest.start):
            yield block.span.of(page.text)


def _quote_elements(
    found: Sequence[QuoteCandidate], roles: Sequence[QuoteRole], page: WalkedPage
) -> Iterator[QuoteElement]:
    """One element a quotation: neighbouring blockquotes that go on with it are part of it."""
    groups: list[tuple[QuoteRole, list[QuoteCandidate]]] = []
    for candidate, role in zip(found, roles, strict=True):
        quoted = bool(groups) and role is groups[-1][0] is QuoteRole.QUOTATION
        if quoted and _goes_on(groups[-1][1][-1], candidate, page):
            groups[-1][1].append(candidate)
        else:
            groups.append((role, [candidate]))
    for role, members in groups:
        spans = tuple(span for member in members for span in _spans(member, page))
        if spans:
            yield QuoteElement(
                spans=spans,
                markup="indent" if members[0].is_indent else str(members[0].element.tag),
                role=role,
                attributions=tuple(sorted(span for member in members for span in member.attributions)),
                cite=members[0].element.get("cite") or None,
            )


def _goes_on(first: QuoteCandidate, second: QuoteCandidate, page: WalkedPage) -> bool:
    """Whether ``second`` continues the quotation of ``first``: next to it, unsigned, and not closed before it."""
    if page.text[first.end : second.start].strip() or first.attributions:
        return False
    if first.element.getparent() is not second.element.getparent():
        return False
    if first.classes and second.classes and first.classes != second.classes:
        return False
    if not page.text.startswith(_OPENING, second.start):
        return True
    # Of several quoted paragraphs each opens with a mark and only the last closes.
    said = page.text[first.start : first.end]
    return said.startswith(_OPENING) and not any(mark in said[1:] for mark in _CLOSING)


def _spans(candidate: QuoteCandidate, page: WalkedPage) -> Iterator[Span]:
    """The quoted text of a candidate, without attributions, captions and advertisements."""
    cuts = list(candidate.attributions)
    for block in page.blocks(candidate.start, candidate.end):
        is_paid = notice("advertisement").fullmatch(block.span.of(page.text).strip())
        cuts += [block.span] if is_paid or block.kind is BlockKind.CAPTION else []
    for span in without(Span(candidate.start, candidate.end), cuts):
        kept = span.stripped(page.text)
        if any(map(str.isalnum, page.text[kept.start : kept.end])):
            yield kept


def recurring(texts: Sequence[str], blocks: Iterable[str]) -> list[bool]:
    """Which of ``texts`` stand, nearly word for word, in one of the ``blocks`` or across two neighbours."""
    wanted = [tuple(runs(folded_words(text), _RUN)) if len(text) <= LONGEST else () for text in texts]
    places: dict[tuple[str, ...], list[int]] = {run: [] for own in wanted for run in own}
    for number, block in enumerate(blocks):
        for run in places.keys() & runs(folded_words(block), _RUN) if places else ():
            places[run].append(number)
    return [bool(own) and _densest([places[run] for run in own]) >= _SHARE * len(own) for own in wanted]


def _densest(places: Sequence[Sequence[int]]) -> int:
    """The most runs that one block, or two neighbours, hold."""
    counts: dict[int, int] = {}
    for numbers in places:
        for number in {near for place in numbers for near in (place, place + 1)}:
            counts[number] = counts.get(number, 0) + 1
    return max(counts.values(), default=0)
