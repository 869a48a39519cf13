"""Reads an HTML page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from heapq import merge
from html import escape, unescape

from lxml.html import HtmlElement

from provenance.articles import main_content
from provenance.articles.addresses import absolute, bare_addresses
from provenance.articles.article import Article, Format, Link, QuoteElement, StruckWords
from provenance.articles.doubts import ReadPage, page_doubts
from provenance.articles.elements import BLOCKS, Dress
from provenance.articles.formats.plain import mail_parts
from provenance.articles.hiding import hide_by_sheets
from provenance.articles.metadata import read_metadata, read_structured
from provenance.articles.notes.targets import page_notes
from provenance.articles.page import drop, lighten, parse
from provenance.articles.quotes import quote_elements
from provenance.articles.walk import Stretch, Walk, walk
from provenance.text.document import Block, BlockKind, BlockPart, Document
from provenance.text.span import Span

_SIDE_KINDS = frozenset((BlockKind.HEADING, BlockKind.CAPTION))
_MOST_LINKED = 0.9  # of a block; what is nothing but links is a teaser or a menu
_FULLER = 5  # times as long as the text that a page shows: what it carries for machines is then its text
_FENCES = ("---", "+++")  # how front matter begins
_NOT_ADDRESSES = ("#", "javascript:", "mailto:", "tel:", "data:")


def read_html(
    text: str, *, origin: str = "", url: str | None = None, masked: bool | Callable[[Article], bool] = True
) -> Article:
    """Read an HTML page, decoded; for what ``masked`` says see ``read_text``."""
    if text.startswith(_FENCES):
        return _read_source(text, origin=origin, url=url)
    root = parse(text)
    hide_by_sheets(root, blocks=BLOCKS)
    lighten(root)
    walked = walk(root)
    said = read_structured(root)
    metadata = read_metadata(root, said, walked.transcript.text, url=url)
    article = assemble(root, origin=origin, base=url or metadata.url, masked=masked is True, walked=walked)
    if callable(masked) and (said.body or masked(replace(article, metadata=metadata))):
        document, quotes = _document(walked, origin, _main_blocks(root, walked))
        article = replace(article, document=document, quotes=quotes)
    page = ReadPage(text, walked, article.document, metadata.title or "", said.is_free)
    doubts, fallback = tuple(page_doubts(page)), None
    if said.body:
        carried = _carried(said.body)
        fallback = walk(carried).transcript.text or None
        if doubts and fallback and len(fallback) > _FULLER * len(page.text):
            article = assemble(carried, origin=origin, base=url or metadata.url, masked=False)
    return replace(article, metadata=metadata, fallback=fallback, doubts=doubts)


def _read_source(text: str, *, origin: str, url: str | None) -> Article:
    """Read a page as site generators keep it: front matter, then elements."""
    from provenance.articles.formats.markdown import front_metadata, split_front_matter

    fields, page = split_front_matter(text)
    article = read_html(page if fields else f" {text}", origin=origin, url=url)
    stated = {name: value for name, value in asdict(front_metadata(fields)).items() if value is not None}
    return replace(article, metadata=replace(article.metadata, **stated))


def assemble(
    root: HtmlElement, *, origin: str, base: str | None, masked: bool, walked: Walk | None = None
) -> Article:
    """Read a tree of elements, without the metadata of a page."""
    walked = walked or walk(root)
    text = walked.transcript.text
    calls, notes = page_notes(walked, text)  # before what is hidden is taken out
    struck = tuple(StruckWords(at, " ".join(one.text_content().split())) for at, one in walked.struck)
    kept = _main_blocks(root, walked) if masked else [True] * len(walked.transcript.drafts)
    document, quotes = _document(walked, origin, kept)
    # A quotation without text is a picture's, or a script is to fill it.
    dressed = walked.stretches[Dress.QUOTATION]
    unfilled = (one.start for one in dressed if not text[one.start : one.end].strip())
    return Article(
        document=document,
        format=Format.HTML,
        links=tuple(_links(walked.stretches[Dress.LINK], text, _base(root, base))),
        quotes=quotes,
        apart=tuple(main_content.set_apart(walked)),
        emphasis=tuple(_spans(walked.stretches[Dress.EMPHASIS], text)),
        struck=struck,
        inserted=tuple(_spans(walked.stretches[Dress.INSERTED], text)),
        pictures=tuple(sorted([*walked.pictures, *unfilled])),
        calls=calls,
        notes=notes,
    )


def _document(walked: Walk, origin: str, kept: Sequence[bool]) -> tuple[Document, tuple[QuoteElement, ...]]:
    """The text with its blocks, and what is set off in it as quoted: both hang on what belongs to the main content."""
    text, in_comments = walked.transcript.text, main_content.comment_parts(walked)
    blocks, letters = mail_parts(text, _blocks(walked, kept, in_comments))
    document = Document(text, origin, blocks)
    quotes = (*quote_elements(walked, document, in_comments), *letters)
    return document, tuple(sorted(quotes, key=lambda quote: quote.spans[0]))


def _main_blocks(root: HtmlElement, walked: Walk) -> list[bool]:
    """Which blocks belong to the main content; all of them where that cannot be told. What is hidden is taken out."""
    drafts, text = walked.transcript.drafts, walked.transcript.text
    if walked.size > main_content.MOST_ELEMENTS:
        return [True] * len(drafts)
    drop(root, walked.hidden)
    return main_content.kept_blocks(root, [text[draft.start : draft.end] for draft in drafts]) or [
        True
    ] * len(drafts)


def _blocks(walked: Walk, kept: Sequence[bool], in_comments: Sequence[bool]) -> Iterator[Block]:
    """The page's blocks, and for each whether it belongs to the main content, from which comments are left out."""
    container = main_content.main_container(walked, kept)
    within, comments = main_content.inside(walked.parents, container), in_comments
    chunks = main_content.other_chunks(walked, container)
    if in_comments[container]:  # a page of comments and nothing else
        chunks = comments = [False] * len(within)
    rows = _rows(walked)
    paid = main_content.advertising_parts(walked)
    for draft, is_kept in zip(walked.transcript.drafts, kept, strict=True):
        at = draft.container
        part = (
            BlockPart.ADVERTISING if paid[at] else BlockPart.COMMENTS if in_comments[at] else BlockPart.TEXT
        )
        yield Block(
            span=Span(draft.start, draft.end),
            kind=draft.kind,
            line=draft.line,
            main=(is_kept or (chunks[at] and not comments[at]))
            and part is not BlockPart.ADVERTISING
            and draft.kind not in _SIDE_KINDS
            and draft.linked < _MOST_LINKED * len(draft),
            inside=(within[at] or chunks[at]) and not comments[at],
            part=part,
            row=rows[at],
        )


def _rows(walked: Walk) -> list[int | None]:
    """For each container the number of the innermost row of cells around it."""
    holding = {
        parent for one, parent in zip(walked.containers, walked.parents, strict=True) if one.tag == "td"
    }
    rows: list[int | None] = []
    for number, parent in enumerate(walked.parents):
        rows.append(number if number in holding else rows[parent] if number else None)
    return rows


def _spans(stretches: Iterable[Stretch], text: str) -> Iterator[Span]:
    """The spans of elements, without the white space at their edges; empty ones left out."""
    for stretch in stretches:
        span = Span(stretch.start, stretch.end).stripped(text)
        if len(span):
            yield span


def _links(stretches: Iterable[Stretch], text: str, base: str | None) -> Iterator[Link]:
    """The page's links, and the bare addresses in its text that are none."""
    linked = [link for stretch in stretches if (link := _link(stretch, text, base))]
    taken = {link.span.start for link in linked}
    bare = (link for link in bare_addresses(text) if link.span.start not in taken)
    return merge(linked, bare, key=lambda link: link.span)


def _link(stretch: Stretch, text: str, base: str | None) -> Link | None:
    span = Span(stretch.start, stretch.end).stripped(text)
    href = (stretch.element.get("href") or "").strip()
    if not len(span) or not href or href.lower().startswith(_NOT_ADDRESSES):
        return None
    return Link(span, absolute(href, base))


def _base(root: HtmlElement, url: str | None) -> str | None:
    stated = next((href for one in root.iter("base") if (href := one.get("href")) is not None), "").strip()
    return absolute(stated, url) if stated else url


def _carried(body: str) -> HtmlElement:
    """The text that a page carries for machines: its tags may be escaped, and where it has none its lines are paragraphs."""
    markup = unescape(body) if "&lt;" in body else body
    if "</" not in markup and "<br" not in markup:
        markup = "\n".join(f"<p>{escape(line)}</p>" for line in unescape(body).split("\n"))
    return parse(markup)
