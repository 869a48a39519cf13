"""The codes: every finding and note there is, as codes.toml lists them, and the page of each.

The hundreds of a code are its group. A code is stable: it is never given a second meaning, and a retired number stays
retired.
"""

from collections.abc import Mapping
from functools import cache, reduce
from operator import or_
from pathlib import Path
from types import MappingProxyType

from provenance.errors import ConfigurationError
from provenance.files.reading import shipped
from provenance.findings.finding import FindingKind, Policy, Profile, Rule, Severity

_SHIPPED = Path(__file__).parent / "pages"  # where the wheel puts them, see pyproject.toml
_CHECKOUT = Path(__file__).parents[2] / "docs" / "findings"  # where they are written


def _rules(table: str) -> Mapping[str, Rule]:
    rules = {}
    for code, row in shipped(__file__, "codes.toml")[table].items():
        name, kind, *severities, policies, since, summary = row
        usual, strict, spoken = (Severity[each.upper()] for each in severities)
        policy = reduce(or_, (Policy[each.upper()] for each in policies.split()), Policy(0))
        rules[code] = Rule(code, name, summary, FindingKind(kind), usual, strict, spoken, policy, since)
    return MappingProxyType(rules)


RULES = _rules("findings")
"""Every rule by its code, in the order of the catalogue."""
REMARKS = _rules("remarks")
"""What is remarked on acceptances and baselines: notes that stand beside the findings of a run."""


def matching(selector: str) -> tuple[Rule, ...]:
    """The rules that a selector names.

    Args:
        selector: A code (``OMI202``), the beginning of codes (``OMI``, ``ALT3``) or a name (``dropped-negation``), in
            capitals or not.

    Raises:
        ConfigurationError: If it names none; the message says which code comes nearest.
    """
    wanted = selector.strip()
    code = wanted.upper()
    every = (*RULES.values(), *REMARKS.values())
    named = tuple(rule for rule in every if rule.name == wanted.lower())
    found = named or tuple(rule for rule in every if code and rule.code.startswith(code))
    if not found:
        raise ConfigurationError(unknown_name(wanted))
    return found


def rule_called(name: str) -> Rule | None:
    """The one finding of a code or a name, in capitals or not; None if there is none."""
    return RULES.get(name.upper()) or next(
        (rule for rule in RULES.values() if rule.name == name.lower()), None
    )


def unknown_name(wanted: str) -> str:
    """The sentence for a name that no finding has, with the nearest one there is."""
    names = [*RULES, *(rule.name for rule in RULES.values())]
    from difflib import get_close_matches

    near = get_close_matches(wanted.upper(), names, 1) or get_close_matches(wanted.lower(), names, 1)
    group = wanted[:3].upper()
    if not near and any(code.startswith(group) for code in RULES) and group:
        return f"no finding is called {wanted!r}: `provenance explain {group}` lists those of its group"
    advice = f"did you mean {near[0]}?" if near else "write a code like OMI202"
    return f"no finding is called {wanted!r}: {advice}"


def graded(rule: Rule, severity: Severity, profile: Profile) -> Severity:
    """What a profile makes of the severity that a rule gave one finding under ``news``.

    Strict lifts what is above note to at least ``major`` where the rule's own strict severity is that grave; transcript
    never goes above the rule's transcript severity.
    """
    if profile is Profile.TRANSCRIPT:
        return min(severity, rule.transcript)
    if profile is Profile.STRICT and severity > Severity.NOTE:
        return max(severity, min(rule.strict, Severity.MAJOR))
    return severity


def explain(selector: str | None = None) -> str:
    """The page of the one finding that a selector names, in Markdown, or a list of all that it names; without one, of all there are.

    A ConfigurationError if it names none (see :func:`provenance.findings.codes.matching`).
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
