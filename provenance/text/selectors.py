"""Ways to point at a passage that survive a change of layout.

The quote selector is that of the W3C Web Annotation Data Model, section 4.2.4; the link that scrolls to a text is that
of the URL Fragment Text Directives draft of the WICG.
"""

from urllib.parse import quote

from provenance.text.document import Passage

CONTEXT = 32
"""Code points of context on either side: what Hypothesis keeps, and enough to tell most repetitions apart."""

_EDGE_WORDS = 4
_MOST_EDGE_WORDS = 10
_EDGE_LETTERS = 10
_SHORT = 60  # code points; a text this short is named whole
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_DIRECTIVE = ":~:"


def select(passage: Passage, *, context: int = CONTEXT) -> dict[str, str]:
    """A W3C TextQuoteSelector: the words themselves, and ``context`` code points on either side."""
    text, span = passage.document.text, passage.span
    before = text[max(0, span.start - context) : span.start]
    return {"exact": passage.text, "prefix": before, "suffix": text[span.end : span.end + context]}


def fragment_link(url: str, passage: Passage) -> str:
    """The address that opens ``url`` in a browser at the words of ``passage``; the page's, where it is empty.

    A short passage is named whole, a longer one by its first and its last words: as few as make the first words
    unique in the document.
    """
    words = passage.text.split()
    if not words:
        return url
    page = url.split(_DIRECTIVE, 1)[0]
    return f"{page}{'' if '#' in page else '#'}{_DIRECTIVE}text={_directive(passage, words)}"


def _directive(passage: Passage, words: list[str]) -> str:
    text = passage.text.strip()
    if len(text) <= _SHORT and "\n" not in text:
        return _encoded(text)
    if max(map(len, words)) > _SHORT // 2:  # a script without spaces
        return f"{_encoded(text[:_EDGE_LETTERS])},{_encoded(text[-_EDGE_LETTERS:])}"
    edge = min(_EDGE_WORDS, max(1, len(words) // 2))
    start = _unique_start(passage.document.text, words, edge)
    return f"{_encoded(start)},{_encoded(' '.join(words[-edge:]))}"


def _unique_start(text: str, words: list[str], edge: int) -> str:
    counts = range(edge, max(edge, min(len(words) - edge, _MOST_EDGE_WORDS)) + 1)
    starts = [" ".join(words[:count]) for count in counts]
    return next((start for start in starts if text.count(start) <= 1), starts[-1])


def _encoded(words: str) -> str:
    # "-" marks a prefix or a suffix in a text directive, so it may not stand bare in the words.
    # Browsers pass over invisible characters when they look for words.
    shown = words.translate(_INVISIBLE)
    return quote(" ".join(shown.split()), safe="", errors="replace").replace("-", "%2D")
