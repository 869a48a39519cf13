"""Explaining: the page of each finding, as ``provenance explain`` prints it and as reports link to it.

The pages stand in ``docs/findings`` of the repository and are shipped inside the package.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from provenance.findings.codes import REMARKS, RULES, matching
from provenance.findings.finding import Rule

_SHIPPED = Path(__file__).parent / "pages"  # where the wheel puts them, see pyproject.toml
_CHECKOUT = Path(__file__).parents[2] / "docs" / "findings"  # where they are written


def explain(selector: str | None = None) -> str:
    """The page of the one finding that a selector names, in Markdown, or a list of all that it names; without one, of all there are.

    Raises:
        ConfigurationError: If it names none (see :func:`provenance.findings.codes.matching`).
    """
    rules = matching(selector) if selector is not None else (*RULES.values(), *REMARKS.values())
    return (
        page(rules[0])
        if len(rules) == 1
        else "".join(f"- `{rule.code}` {rule.name}: {rule.summary}\n" for rule in rules)
    )


@cache
def page(rule: Rule) -> str:
    """The page of one finding, in Markdown: what it is, why it matters, examples, how to fix and how to accept it."""
    return (pages_folder() / f"{rule.code}.md").read_text(encoding="utf-8")


def pages_folder() -> Path:
    """The folder of the pages: inside the package where it was installed from a wheel, else the checkout's."""
    return _SHIPPED if _SHIPPED.is_dir() else _CHECKOUT
