"""What the codes of a report mean: their pages, without the examples, as parts of the report itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markupsafe import Markup

from provenance.findings.codes import RULES
from provenance.findings.explaining import page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.findings.finding import Rule

_CODE_LINK = re.compile(r"\[([A-Z]{3}\d{3})\]\(\1\.md\)")
_TITLES = ("What it is", "Why it matters", "Known false positives", "How to fix it", "How to accept it")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code explained.

    Attributes:
        rule: The rule that it names.
        body: The page's sections as HTML of our own.
    """

    rule: Rule
    body: Markup


def explanations(codes: Iterable[str]) -> tuple[Explanation, ...]:
    """The explanations of the codes, in the order of the catalogue. A code of another version has none."""
    wanted = set(codes)
    return tuple(Explanation(rule, _body(rule)) for code, rule in RULES.items() if code in wanted)


@cache
def _body(rule: Rule) -> Markup:
    """The sections that a reader needs. The pages are ours, and the renderer lets no HTML of theirs through."""
    sections = page(rule).split("\n## ")[1:]
    wanted = [section for section in sections if section.splitlines()[0].strip() in _TITLES]
    text = _CODE_LINK.sub(r"`\1`", "".join(f"### {section}\n" for section in wanted))
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table")
    return Markup(renderer.render(text))  # noqa: S704 - a page of ours, rendered with HTML escaped
