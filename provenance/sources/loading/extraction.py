"""From the bytes of a source to a witness: its text, what stands beside it, and whether it can be the whole page."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from provenance.articles.article import Article, QuoteRole
from provenance.articles.reading import read_bytes
from provenance.errors import ArticleError, SourceExtractionError
from provenance.languages.apparatus import vocabulary
from provenance.languages.guessing import guess_language
from provenance.languages.lexicon_files import lexicon_of
from provenance.sources.capture import Capture
from provenance.sources.source import SAVED_BY_HAND, Reference, Via, Witness
from provenance.text.document import BlockKind
from provenance.text.folding import fold_word
from provenance.text.tokens import cut, tokenize

_BESIDE = frozenset({QuoteRole.EMBED, QuoteRole.PULL_QUOTE, QuoteRole.COMMENT})
_SET_APART = frozenset({BlockKind.CELL, BlockKind.PREFORMATTED})
_MOST_SET_APART = 0.3  # of the main content; where more of it stands in cells, the cells are its text
_LEAST_REPEATED = 5  # words
_MOST_REPEATED = 50
_LOOKED_AT = 1000  # characters of a paragraph, more than the words of a call take
_ALIKE = 3  # short paragraphs that begin alike are tried; more of them are a page's furniture
_MARKS = "“”„\"«»‘’'.,…"
_LONGEST_HEADING = 12  # words
_RETURNING = 4  # times that a line stands on a page: "Continue reading below"
_LABELS = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
_LONGEST_LABEL = 4  # words: "Read also", "More on this story"
_TEASER, _CALL = 8, 25  # words of a line that opens with one word of an advertisement, and with several
_BOLD = 0.9  # of a line that is set in bold
_SENTENCE_END = (".", "!", "…", "。", '."', ".”", ".»")


def to_witness(capture: Capture, reference: Reference, via: Via) -> Witness:
    """Read the bytes of a source; a SourceExtractionError if they hold no text."""
    page = read_page(capture, reference)
    if not page.document.text.strip() and not page.fallback:
        found = "holds no text (it may be built by scripts)" if capture.data.strip() else "is empty"
        raise SourceExtractionError(
            f"{capture.origin} {found}; save the page from a browser and give it with --source.",
            reference.locator,
        )
    return Witness(
        reference=reference,
        page=replace(without_asides(page), source_map=None),  # a folder of pages is too much to keep twice
        via=via,
        url=capture.memento or capture.final_url or capture.url or page.metadata.url,
        retrieved=capture.retrieved,
        digest=capture.digest,
        doubt=_doubt(capture, page, via),
        partial=capture.partial,
    )


def read_page(capture: Capture, reference: Reference) -> Article:
    """The page as read; a SourceExtractionError if it cannot be read."""
    url = capture.final_url or capture.url
    if capture.fault:
        message = f"{capture.origin} {capture.fault}; or {SAVED_BY_HAND}."
        raise SourceExtractionError(message, reference.locator)
    try:
        return read_bytes(capture.data, origin=capture.origin, url=url, content_type=capture.content_type)
    except ArticleError as error:
        raise SourceExtractionError(str(error), reference.locator) from error


def _doubt(capture: Capture, page: Article, via: Via) -> str | None:
    """Why the text may not be the whole page. Who gives a short page vouches for its length, and for nothing else."""
    from provenance.articles.doubts import THIN

    stated = (reason for reason in page.doubts if via is not Via.GIVEN or reason != THIN)
    return " ".join(filter(None, (capture.caveat, *stated))) or None


def without_asides(page: Article) -> Article:
    """The page of a source, with what stands beside its running text out of its main content.

    These are posts of social networks; pull quotes, and short paragraphs that a longer one has word by word; lines in
    bold that serve as headings, and lines that return on the page; labels with a link to another page; tables and code,
    where the text itself does not stand in them. They can confirm an excerpt; that they are not in it says nothing.
    """
    beside = {
        *_dressed(page),
        *_repeated(page),
        *_returning(page),
        *_headings(page),
        *_referrals(page),
        *_advertisements(page),
        *_set_apart(page),
    }
    if not beside:
        return page
    numbered = enumerate(page.document.blocks)
    blocks = tuple(replace(one, main=False) if number in beside else one for number, one in numbered)
    return replace(page, document=replace(page.document, blocks=blocks))


def _dressed(page: Article) -> Iterator[int]:
    for quote in page.quotes:
        spans = [*quote.spans, *quote.attributions]
        if quote.role in _BESIDE and spans:
            first = page.document.block_index_at(min(span.start for span in spans))
            last = page.document.block_index_at(max(span.end for span in spans) - 1)
            yield from range(max(0, first), last + 1)


def _repeated(page: Article) -> Iterator[int]:
    """Short paragraphs whose words stand in a longer one too: a pull quote, whatever its class."""
    said = (block.span.of(page.document.text) for block in page.document.blocks)
    texts = [tuple(word.strip(_MARKS) for word in text.split()) for text in said]
    short: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(texts):
        if _LEAST_REPEATED <= len(words) <= _MOST_REPEATED:
            short[words[:_LEAST_REPEATED]].append(number)
    for longer in texts if short else ():
        for at in range(len(longer) - _LEAST_REPEATED):
            alike = short.get(longer[at : at + _LEAST_REPEATED], [])[:_ALIKE]
            for number in alike:
                words = texts[number]
                if len(words) < len(longer) and longer[at : at + len(words)] == words:
                    yield number


def _returning(page: Article) -> Iterator[int]:
    """Short paragraphs that end no sentence and return on the page: as a heading or an item of a list, or time and again."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, block in enumerate(page.document.blocks):
        text = block.span.of(page.document.text)
        if len(text.split()) <= _LONGEST_HEADING and not text.endswith(_SENTENCE_END):
            places[text].append(number)
    for numbers in places.values():
        kinds = {page.document.blocks[number].kind for number in numbers}
        if len(numbers) >= _RETURNING or (len(numbers) > 1 and kinds & _LABELS):
            yield from (one for one in numbers if page.document.blocks[one].kind is BlockKind.PARAGRAPH)


def _headings(page: Article) -> Iterator[int]:
    """Short paragraphs, all of them in bold or italics, that end no sentence."""
    dressed: Counter[int] = Counter()
    for span in page.emphasis or ():
        dressed[page.document.block_index_at(span.start)] += len(span)
    for number, length in dressed.items():
        block = page.document.blocks[number]
        words = block.span.of(page.document.text).split()
        short = 0 < len(words) <= _LONGEST_HEADING and not words[-1].endswith(_SENTENCE_END)
        if short and block.kind is BlockKind.PARAGRAPH and length >= _BOLD * len(block.span):
            yield number


def _referrals(page: Article) -> Iterator[int]:
    """Paragraphs that are a label and a link: "Read also: Dues rise again"."""
    for link in page.links:
        number = page.document.block_index_at(link.span.start)
        block = page.document.blocks[number]
        label = page.document.text[block.span.start : link.span.start].strip()
        ends = link.span.end >= block.span.end - 1
        if ends and label.endswith(":") and len(label.split()) <= _LONGEST_LABEL:
            yield number


def _advertisements(page: Article) -> Iterator[int]:
    """Blocks that say of themselves that they advertise or refer: "ANNONS: …", "Read more: …", "Sign up for our letter"."""
    text, advertisers = page.document.text, vocabulary("advertisers")
    entries = lexicon_of(page.metadata.language or guess_language(text) or "en").words("advertisement")
    for number, block in enumerate(page.document.blocks):
        begins = text[block.span.start : min(block.span.end, block.span.start + _LOOKED_AT)]
        first = next((fold_word(words[0]) for words, _ in cut(begins) if words), "")
        if not (entries.begins(first) or first in advertisers):
            continue
        tokens = tokenize(begins)[: _CALL + 1]
        keys = [token.folded for token in tokens]
        hit = entries.at(keys, 0)
        size = len(hit.entry) if hit else int(keys[0] in advertisers)
        labelled = size and text.startswith(":", block.span.start + tokens[size - 1].span.end)
        ended = block.span.of(text).endswith(_SENTENCE_END)
        if labelled or (hit and (len(keys) <= _CALL if size > 1 else len(keys) <= _TEASER and not ended)):
            yield number


def _set_apart(page: Article) -> Iterator[int]:
    """The cells of tables and the lines of code, where they are the smaller part of the main content."""
    sizes: Counter[bool] = Counter()
    for block in page.document.blocks:
        sizes[block.kind in _SET_APART] += len(block.span) * block.main
    if sizes[True] <= _MOST_SET_APART * sizes.total():
        numbered = enumerate(page.document.blocks)
        yield from (number for number, block in numbered if block.kind in _SET_APART)
