"""What a command finds around it: a terminal that shows colours and links or none, a CI run, the libraries of an extra."""

import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from provenance.errors import ConfigurationError, installing
from provenance.reporting.reporter import View

if TYPE_CHECKING:
    from provenance.cli.options import OutputOptions

_OFF = frozenset({"0", "false", "no", "off"})
_NARROWEST = 40

# Terminals that show OSC 8 as links, by what they say of themselves.
_VTE_WITH_LINKS = 5000
_PROGRAMS_WITH_LINKS = frozenset("iTerm.app WezTerm vscode ghostty Hyper rio Tabby zed".split())
_TERMS_WITH_LINKS = frozenset("xterm-kitty xterm-ghostty alacritty foot foot-extra contour wezterm".split())


def view_of(options: "OutputOptions", file: Path | None) -> View:
    """How a report is to look that goes to ``file``, or to standard output."""
    to_terminal = file is None and sys.stdout.isatty()
    return View(
        width=max(_NARROWEST, get_terminal_size().columns),  # 80 where nobody says
        colour=(colour := wants_colour(options.color, os.environ, to_terminal=to_terminal)),
        hyperlinks=colour and takes_hyperlinks(os.environ, to_terminal=to_terminal),
        side_by_side=options.side_by_side,
        verbosity=options.verbose - options.quiet,
        with_text=options.with_text,
        gravest_first=options.sort == "severity",
        statistics=options.statistics,
    )


def wants_colour(choice: str, environment: Mapping[str, str], *, to_terminal: bool) -> bool:
    """Whether to use colours: ``--color`` first, then NO_COLOR, then FORCE_COLOR, then whether this is a terminal."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if forced := environment.get("FORCE_COLOR", "").lower():
        return forced not in _OFF
    return to_terminal and environment.get("TERM") != "dumb"


def takes_hyperlinks(environment: Mapping[str, str], *, to_terminal: bool) -> bool:
    """Whether the reader can follow a link whose address is not shown: FORCE_HYPERLINK first, then what terminals say of themselves.

    One inside tmux or screen, and one that says nothing, is shown the addresses.
    """
    if forced := environment.get("FORCE_HYPERLINK", "").lower():
        return forced not in _OFF
    term = environment.get("TERM", "")
    if not to_terminal or environment.get("TMUX") or term.startswith(("screen", "tmux", "dumb", "linux")):
        return False
    version = environment.get("VTE_VERSION", "")
    return (
        (version.isdecimal() and int(version) >= _VTE_WITH_LINKS)
        or environment.get("TERM_PROGRAM") in _PROGRAMS_WITH_LINKS
        or term in _TERMS_WITH_LINKS
        or any(map(environment.get, ("WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM")))
    )


def is_ci() -> bool:
    """Whether this is a CI run, by the variable ``CI`` that all of the common services set."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def require_extra(extra: str, *modules: str, command: str | None = None) -> None:
    """Check that the libraries of an extra are installed."""
    if not all(map(find_spec, modules)):
        raise ConfigurationError(
            f"`provenance {command or extra}` needs more than is installed; {installing(extra)}."
        )
