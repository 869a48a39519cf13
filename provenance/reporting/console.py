"""The rich console that everything for terminals is printed with: plain where colour is off, and never any markup of a page."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.markdown import Markdown

from provenance.reporting.reporter import View


def console_of(view: View) -> tuple[Console, StringIO]:
    """A console as wide as the view, and what it prints to."""
    out = StringIO()
    console = Console(
        file=out,
        force_terminal=view.colour,
        color_system="256" if view.colour else None,
        width=view.width,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    return console, out


_WIDEST = 100


def drawn(markdown: str, view: View) -> str:
    """A page of ours, which is Markdown that can be trusted, as text for a terminal."""
    console, out = console_of(view._replace(width=min(view.width, _WIDEST)))
    console.print(Markdown(markdown, hyperlinks=False))
    return out.getvalue()
