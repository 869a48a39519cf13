"""The table of codes: every finding and note there is, in the order of the catalogue, and the page of each.

The hundreds of a code are its group. A code is stable: it is never given a second meaning, and a retired number stays
retired. A code that got a better number stands in ``REDIRECTS``, one that was dropped in ``REMOVED``, with the reason.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from provenance.errors import ConfigurationError
from provenance.findings.finding import FindingKind, Policy, Profile, Rule, Severity

_ADDED, _OMITTED, _SUBSTITUTED = FindingKind.ADDITION, FindingKind.OMISSION, FindingKind.SUBSTITUTION
_MOVED, _ATTRIBUTED = FindingKind.TRANSPOSITION, FindingKind.ATTRIBUTION
_SOURCE, _NOTED = FindingKind.SOURCE, FindingKind.NOTE
_NOTE, _MINOR, _MAJOR, _CRITICAL = Severity.NOTE, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL
_ALTERS, _STANDS, _SILENT = Policy.ALTERS, Policy.ALTERS | Policy.STANDS, Policy(0)
_EDITS, _ONCE, _JUMPS = Policy.EDITS, Policy.ONCE, Policy.ALTERS | Policy.EDITS
# The columns: code, name, kind; the severity under the news, strict and transcript profiles; what it does to the verdict
# and to its neighbours; the version that brought it; what it says. Strict holds small undeclared changes for grave (AP and
# the NYT forbid any change inside quotation marks). A transcript of speech is cleaned up by everybody, so there only what
# changes the sense is more than minor.
# A table is read by its columns, so the formatter leaves it alone.
# fmt: off
_ROWS = (
    ("ADD101", "inserted-words",          _ADDED,       _MAJOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "The excerpt puts in words that the source does not have."),
    ("ADD102", "inserted-sentence",       _ADDED,       _CRITICAL, _CRITICAL, _CRITICAL, _ALTERS,  "0.1.0",
     "The excerpt puts in a whole sentence that the source does not have."),
    ("ADD103", "loaded-insertion",        _ADDED,       _MAJOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "The excerpt puts a label or a strong word next to words of the source."),
    ("OMI201", "silent-omission",         _OMITTED,     _MINOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "The excerpt leaves out words of the source without a mark."),
    ("OMI202", "dropped-negation",        _OMITTED,     _CRITICAL, _CRITICAL, _CRITICAL, _STANDS,  "0.1.0",
     "The excerpt leaves out a word that negates."),
    ("OMI203", "dropped-hedge",           _OMITTED,     _MAJOR,    _MAJOR,    _MAJOR,    _ALTERS,  "0.1.0",
     "The excerpt leaves out a word that makes a statement less certain or less exact."),
    ("OMI204", "dropped-condition",       _OMITTED,     _MAJOR,    _MAJOR,    _MAJOR,    _ALTERS,  "0.1.0",
     "The excerpt leaves out a condition, an exception or a contrast."),
    ("OMI205", "clipped-qualifier",       _OMITTED,     _MAJOR,    _MAJOR,    _CRITICAL, _ALTERS,  "0.1.0",
     "The excerpt begins or ends inside a sentence whose remainder qualifies it."),
    ("OMI206", "dropped-attribution",     _OMITTED,     _MAJOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "The excerpt leaves out who says so."),
    ("OMI207", "ellipsis-over-qualifier", _OMITTED,     _MAJOR,    _MAJOR,    _CRITICAL, _ALTERS,  "0.1.0",
     "An ellipsis takes the place of words that negate or qualify what is kept."),
    ("ALT301", "changed-words",           _SUBSTITUTED, _MAJOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "The excerpt has other words where the source has its own."),
    ("ALT302", "flipped-polarity",        _SUBSTITUTED, _CRITICAL, _CRITICAL, _CRITICAL, _ALTERS,  "0.1.0",
     "The excerpt has a word of the opposite sense, or one negation more or less."),
    ("ALT303", "changed-figure",          _SUBSTITUTED, _CRITICAL, _CRITICAL, _CRITICAL, _STANDS,  "0.1.0",
     "The excerpt has another figure, unit or currency."),
    ("ALT304", "changed-date",            _SUBSTITUTED, _MAJOR,    _MAJOR,    _MAJOR,    _STANDS,  "0.1.0",
     "The excerpt has another date."),
    ("ALT305", "changed-modality",        _SUBSTITUTED, _MAJOR,    _MAJOR,    _MAJOR,    _ALTERS,  "0.1.0",
     "The excerpt makes something more or less certain, allowed or required."),
    ("ALT306", "changed-scope",           _SUBSTITUTED, _MAJOR,    _MAJOR,    _MAJOR,    _ALTERS,  "0.1.0",
     "The excerpt widens or narrows how many, how much or which."),
    ("ALT307", "changed-name",            _SUBSTITUTED, _CRITICAL, _CRITICAL, _CRITICAL, _STANDS,  "0.1.0",
     "The excerpt has another name."),
    ("ALT308", "changed-form",            _SUBSTITUTED, _MINOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "The excerpt has another form of the same word, or another pronoun."),
    ("ALT309", "changed-said-verb",       _SUBSTITUTED, _MAJOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "The excerpt trades a neutral verb of saying for a loaded one, or the other way round."),
    ("ALT310", "undeclared-emphasis",     _SUBSTITUTED, _MINOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "The excerpt sets words in bold, italics or capitals that the source sets plain."),
    ("ALT311", "paraphrase-in-quotes",    _SUBSTITUTED, _MAJOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "Words in quotation marks retell the source in other words."),
    ("ALT312", "stated-question",         _SUBSTITUTED, _MAJOR,    _MAJOR,    _MAJOR,    _STANDS,  "0.2.0",
     "The excerpt makes a statement of what the source asks."),
    ("STR401", "silent-splice",           _OMITTED,     _MAJOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "The excerpt joins two separate places of the source without a mark."),
    ("STR402", "reordered",               _MOVED,       _MAJOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "The excerpt has pieces of the source in another order."),
    ("STR403", "long-jump",               _OMITTED,     _NOTE,     _NOTE,     _MINOR,    _JUMPS,   "0.1.0",
     "A marked omission spans a long stretch of the source, or another speaker's words."),
    ("STR404", "nested-quote-flattened",  _ATTRIBUTED,  _MAJOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "Words that the source quotes from somebody stand as the source's own."),
    ("STR405", "headline-only",           _SOURCE,      _MINOR,    _MINOR,    _MINOR,    _ALTERS,  "0.1.0",
     "The quoted words stand in the source's headline or a caption, and not in its text."),
    ("ATT501", "wrong-speaker",           _ATTRIBUTED,  _CRITICAL, _CRITICAL, _MINOR,    _ALTERS,  "0.1.0",
     "The source gives these words to another person whom it names."),
    ("ATT502", "wrong-outlet",            _ATTRIBUTED,  _MAJOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "The article names one outlet and links to another."),
    ("ATT503", "wrong-voice",             _ATTRIBUTED,  _MAJOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.1.0",
     "Opinion, advertising or a third party's words are given as the outlet's own report."),
    ("ATT504", "moved-answer",            _ATTRIBUTED,  _MAJOR,    _MAJOR,    _MINOR,    _ALTERS,  "0.2.0",
     "The article puts these words below another question than the source does."),
    ("SRC601", "not-in-source",           _SOURCE,      _CRITICAL, _CRITICAL, _CRITICAL, _SILENT,  "0.1.0",
     "The source was read whole and does not hold the excerpt."),
    ("SRC602", "found-elsewhere",         _SOURCE,      _MINOR,    _MINOR,    _MINOR,    _SILENT,  "0.1.0",
     "The linked page does not hold the excerpt, and another page does."),
    ("SRC603", "source-unreadable",       _SOURCE,      _NOTE,     _NOTE,     _NOTE,     _SILENT,  "0.1.0",
     "The source could not be read, so nothing can be said of the excerpt."),
    ("SRC604", "source-changed",          _SOURCE,      _NOTE,     _NOTE,     _NOTE,     _SILENT,  "0.1.0",
     "The live page differs, and a copy from about the time of quoting has the words."),
    ("SRC605", "other-language",          _SOURCE,      _NOTE,     _NOTE,     _NOTE,     _SILENT,  "0.1.0",
     "The excerpt and the source are in different languages."),
    ("SRC606", "second-hand",             _SOURCE,      _NOTE,     _NOTE,     _NOTE,     _SILENT,  "0.1.0",
     "The cited page quotes these words itself, from a third one."),
    ("DEC701", "typography",              _NOTED,       _NOTE,     _NOTE,     _NOTE,     _ONCE,    "0.1.0",
     "Only quotation marks, dashes, spaces or other glyphs differ."),
    ("DEC702", "edge-fit",                _NOTED,       _NOTE,     _NOTE,     _NOTE,     _SILENT,  "0.1.0",
     "Only the first letter, the final punctuation or a harmless edge differs."),
    ("DEC703", "declared-omission",       _NOTED,       _NOTE,     _NOTE,     _NOTE,     _EDITS,   "0.1.0",
     "A mark tells the reader that words are left out."),
    ("DEC704", "declared-edit",           _NOTED,       _NOTE,     _NOTE,     _NOTE,     _EDITS,   "0.1.0",
     "Brackets or a remark tell the reader of a change."),
    ("DEC705", "layout",                  _NOTED,       _NOTE,     _NOTE,     _NOTE,     _ONCE,    "0.1.0",
     "Only the layout differs: paragraphs, lists, links, notes, captions."),
    ("DEC706", "variant-form",            _NOTED,       _NOTE,     _NOTE,     _NOTE,     _EDITS,   "0.1.0",
     "The same word, number or date is written in another style."),
)
# fmt: on
_TABLE = tuple(
    Rule(code, name, summary, kind, news, strict=strict, transcript=transcript, policy=policy, since=since)
    for code, name, kind, news, strict, transcript, policy, since, summary in _ROWS
)
RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in _TABLE})
"""Every rule by its code, in the order of the catalogue."""
REMARKS: Mapping[str, Rule] = MappingProxyType(
    {
        code: Rule(code, name, summary, _NOTED, _NOTE, _NOTE, _NOTE, _SILENT)
        for code, name, summary in (
            ("ACC801", "unused-acceptance", "Something is accepted that is not found any more."),
            ("ACC802", "unknown-acceptance", "A finding is accepted by a name that no finding has."),
            ("ACC803", "gone-from-baseline", "The baseline has a finding that is not found any more."),
        )
    }
)
"""What is remarked on acceptances and baselines: notes that stand beside the findings of a run."""
REDIRECTS: Mapping[str, str] = MappingProxyType({})  # a former code, and the code that took its place
REMOVED: Mapping[str, str] = MappingProxyType({})  # a former code, and why there is no such finding any more
_SHIPPED = Path(__file__).parent / "pages"  # where the wheel puts them, see pyproject.toml
_CHECKOUT = Path(__file__).parents[2] / "docs" / "findings"  # where they are written


def matching(selector: str) -> tuple[Rule, ...]:
    """The rules that a selector names.

    Args:
        selector: A code (``OMI202``), the beginning of codes (``OMI``, ``ALT3``) or a name (``dropped-negation``), in
            capitals or not. A former code stands for the one that took its place.

    Raises:
        ConfigurationError: If it names none; the message says which code comes nearest, or why it was removed.
    """
    wanted = selector.strip()
    code = REDIRECTS.get(wanted.upper(), wanted.upper())
    every = (*_TABLE, *REMARKS.values())
    named = tuple(rule for rule in every if rule.name == wanted.lower())
    found = named or tuple(rule for rule in every if code and rule.code.startswith(code))
    if not found:
        raise ConfigurationError(unknown_name(wanted))
    return found


def rule_called(name: str) -> Rule | None:
    """The one finding of a code or a name, in capitals or not; None if there is none."""
    code = REDIRECTS.get(name.upper(), name.upper())
    return RULES.get(code) or next((rule for rule in _TABLE if rule.name == name.lower()), None)


def unknown_name(wanted: str) -> str:
    """The sentence for a name that no finding has, with the nearest one there is."""
    if wanted.upper() in REMOVED:
        return f"{wanted.upper()} is no finding any more: {REMOVED[wanted.upper()]}; take it out"
    names = [*RULES, *(rule.name for rule in _TABLE)]
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
