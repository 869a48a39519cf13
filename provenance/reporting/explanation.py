"""The page of a finding, drawn for a terminal with colours. Elsewhere its Markdown reads well as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markdown import Markdown

from provenance.reporting.console import console_of

if TYPE_CHECKING:
    from provenance.reporting.reporter import View

_WIDEST = 100


def drawn(markdown: str, view: View) -> str:
    """A page of ours, which is Markdown that can be trusted, as text for a terminal."""
    console, out = console_of(view._replace(width=min(view.width, _WIDEST)))
    console.print(Markdown(markdown, hyperlinks=False))
    return out.getvalue()
