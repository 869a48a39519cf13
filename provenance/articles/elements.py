"""HTML elements by what they mean for the walk."""

from __future__ import annotations

from provenance.text.document import BlockKind

SKIPPED = frozenset(
    "script style title noscript template iframe object embed applet canvas svg audio video map nav dialog menu "
    "button img amp-img amp-video select option datalist input textarea progress meter link meta base".split()
)
"""Elements whose text no reader reads. Not ``head``: where a page leaves its tags out, the parser may put the body into it."""

PICTURES = frozenset("img iframe video object embed amp-img amp-video blockquote".split())
"""Elements that show something, though nothing of them is read; scripts put posts in the place of empty blockquotes."""

KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    "pre": BlockKind.PREFORMATTED,
}
"""What text in an element is; elsewhere it is a paragraph."""

BLOCKS = frozenset(KINDS) | frozenset(
    "html head body address article aside blockquote center details dir div dl fieldset figure footer form header hgroup "
    "hr legend main ol p search section summary table tbody tfoot thead tr ul amp-embed".split()
)
"""Elements that begin and end a block."""

TEXT_BLOCKS = frozenset(
    "p pre blockquote ul ol dl li table tr td th h1 h2 h3 h4 h5 h6 figure figcaption".split()
)
"""Blocks that hold text, not a page's parts: none of them is a page's main container by itself."""

EMPHASIS = frozenset("b strong i em u mark".split())
"""Elements that set bold, italics or underline."""

HIDDEN_CLASSES = frozenset(
    "sr-only sr_only screen-reader-text screen-reader-only visually-hidden visuallyhidden visually_hidden "
    "show-for-sr assistive-text element-invisible u-hidden-visually offscreen".split()
)
"""Class names by which style sheets keep text for screen readers alone."""
