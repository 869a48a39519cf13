"""The script that turns a DOCX into HTML in a process of its own: what it parses with is not bounded. It imports nothing of this package.

Standard input: the DOCX, its parts unpacked and without pictures. Standard output: HTML. Insertions that are tracked are
read, deletions and comments are not.
"""

import io
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mammoth.documents import Paragraph  # type: ignore[import-untyped]

QUOTE = "Quote"
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name^='Quot'] => blockquote > p:fresh
p[style-name^='Block'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Caption'] => figure > figcaption:fresh
r[style-name='Quote Char'] =>
"""
"""The styles that set quotations off, as Word, LibreOffice and pandoc call them in every language of their menus."""

LEAST_INDENT = 360
"""Twips, a quarter of an inch: a paragraph without number or style that is set in on the left as far is set off."""


def main() -> None:
    """Read a DOCX, write HTML."""
    import mammoth  # type: ignore[import-untyped]
    from mammoth import transforms

    result = mammoth.convert_to_html(
        io.BytesIO(sys.stdin.buffer.read()),
        style_map=STYLES,
        include_embedded_style_map=False,
        convert_image=_no_image,
        transform_document=transforms.paragraph(_set_off),
    )
    sys.stdout.buffer.write(result.value.encode("utf-8", "replace"))
    sys.stdout.flush()


def _no_image(image: Any) -> list[Any]:  # noqa: ANN401, ARG001 -- untyped; no picture is ever opened
    return []


def _set_off(paragraph: "Paragraph") -> "Paragraph":
    """A paragraph that is set in by hand, in the style of quotations."""
    plain = paragraph.numbering is None and paragraph.style_name in {None, "Normal", "Body Text", "Body"}
    start = paragraph.indent.start or "0"
    is_set_off = plain and not paragraph.indent.hanging and start.isdecimal() and int(start) >= LEAST_INDENT
    return paragraph.copy(style_name=QUOTE, style_id=None) if is_set_off else paragraph


if __name__ == "__main__":
    main()
