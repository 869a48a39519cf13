"""Judging: every difference between an excerpt and its source is given one code, or a note that it is allowed.

Three tables say in which order the rules are asked. Each rule of the first two is a function of one change and its
context that returns a finding or None; the first that returns one speaks for the change, and nobody else does. Each
rule of the third looks at the comparison as a whole and returns any number of findings.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from provenance.alignment.alignment import Alignment, Disclosure, Variant
from provenance.articles.article import Article
from provenance.excerpts.model import Excerpt
from provenance.findings.context import Change, JudgingContext, JudgingSettings
from provenance.findings.finding import Finding, Policy, Severity
from provenance.findings.framing import context_of
from provenance.findings.rules import (
    answers,
    brackets,
    cuts,
    interruptions,
    layout,
    letters,
    names,
    notes,
    polarity,
    quantities,
    signs,
    sources,
    speech,
    strength,
    structure,
    words,
)
from provenance.findings.trace import Comparison, Verdict
from provenance.sources.source import Witness
from provenance.text.document import ApparatusKind

_BESIDE: Final = 200  # code points around an excerpt in which the article says whose words it quotes

ChangeRule = Callable[[Change, JudgingContext], Finding | None]
ComparisonRule = Callable[[JudgingContext], Iterable[Finding]]


def _another_referent(change: Change, context: JudgingContext) -> Finding | None:
    """The rule about whom brackets name, for which names are read: most comparisons have no such brackets."""
    from provenance.findings.rules.referents import another_referent

    return another_referent(change, context)


# One code per undeclared change. First what moves or joins whole pieces, then what is no change of words at all, then
# the gravest alteration of sense; what nothing else names comes last.
UNDECLARED_RULES: Final[tuple[ChangeRule, ...]] = (
    structure.reordered,  # STR402
    sources.corrected_since,  # SRC604
    sources.struck_since,  # SRC604
    cuts.stated_question,  # ALT312
    notes.kept_question,  # DEC701
    notes.shown_edit,  # DEC704
    letters.damaged_letters,  # DEC706, SRC603
    layout.note_number,  # DEC705
    layout.list_number,  # DEC705
    layout.omitted_citation,  # DEC704
    layout.omitted_aside,  # DEC705
    layout.turn_label,  # DEC705
    interruptions.interruption,  # DEC705
    letters.spelled_out,  # DEC706
    letters.slip_put_right,  # DEC706
    letters.spelling_variant,  # DEC706
    letters.joined_word,  # DEC702
    names.courtesy_title,  # DEC706
    names.abbreviated,  # DEC706
    names.handled,  # DEC706
    speech.speech_tag,  # DEC705
    speech.tidied,  # DEC706
    speech.tag_inside,  # DEC705
    quantities.changed_comparison,  # ALT302, ALT303
    quantities.changed_figure,  # ALT303
    quantities.changed_amount,  # ALT303
    quantities.changed_date,  # ALT304
    cuts.dropped_negation,  # OMI202
    polarity.flipped,  # OMI202, ALT302
    structure.silent_splice,  # STR401
    names.changed_name,  # ALT307
    strength.changed_modality,  # ALT305
    strength.changed_scope,  # ALT306
    words.changed_said_verb,  # ALT309
    speech.attributed_tag,  # DEC705
    cuts.dropped_qualifier,  # OMI203, OMI204, OMI206
    words.loaded,  # ADD103
    words.inserted_sentence,  # ADD102
    words.changed_form,  # ALT308
    words.inserted,  # ADD101
    notes.joined_to_ellipsis,  # DEC703
    words.silent,  # OMI201
    words.changed_words,  # ALT301
)

# What an editorial mark covers, and may not.
DECLARED_RULES: Final[tuple[ChangeRule, ...]] = (
    cuts.under_mark,  # OMI207, ALT302
    structure.long_jump,  # STR403
    notes.declared_omission,  # DEC703
    names.handled,  # DEC706
    names.bracketed,  # ALT307
    _another_referent,  # ALT307, ALT308
    polarity.bracketed,  # ALT302
    brackets.another_class,  # ALT303 to ALT306
    words.loaded,  # ADD103
    notes.declared_edit,  # DEC704
)

# What any copy desk may change without a word.
PERMITTED_RULES: Final[tuple[ChangeRule, ...]] = (
    letters.another_letter,  # ALT301
    signs.stop_at_negation,  # ALT302
    signs.two_readings,  # ALT301, ALT302
    signs.told_by_capital,  # ALT303
    cuts.dropped_negation,  # OMI202
    cuts.dropped_qualifier,  # OMI203, OMI204, OMI206
    notes.permitted,  # DEC701, DEC702, DEC705, DEC706
)
_SUPERSEDED: Final = {"ALT312": "ATT501", "OMI206": "ATT501", "OMI205": "ATT503"}
_RULES: Final = {
    Disclosure.UNDECLARED: UNDECLARED_RULES,
    Disclosure.DECLARED: DECLARED_RULES,
    Disclosure.PERMITTED: PERMITTED_RULES,
}


def _attributed(context: JudgingContext) -> Iterator[Finding]:
    """The rules about attribution, where the article names somebody: a bare text needs nothing that reads names."""
    attribution = context.excerpt.attribution
    if attribution.cue is None and attribution.outlet is None and not attribution.is_certain:
        if context.alignment.found and context.excerpt.quoted:
            yield from _in_lines(context)
        return
    from provenance.findings.rules import attribution as outlets
    from provenance.findings.rules import jests, speakers, third_parties

    yield from quantities.dated_anew(context)
    wrong = list(speakers.wrong_speaker(context)) or list(outlets.authors_own(context))
    wrong = wrong or list(outlets.authors_beside(context))
    yield from wrong
    yield from jests.taken_straight(context)
    yield from outlets.wrong_outlet(context)
    yield from third_parties.nested_quote_flattened(context)
    other = list(third_parties.other_voice(context))
    yield from other or outlets.no_report(context)
    if not wrong and not other:
        yield from _in_lines(context)


def _in_lines(context: JudgingContext) -> Iterator[Finding]:
    """The rules about speakers that need no cue."""
    from provenance.findings.rules import lines

    yield from lines.another_line(context)


def _recited(context: JudgingContext) -> Iterator[Finding]:
    """The rules about words that a speaker quotes, where the article has marks around them, and that a party submits.

    A bare text, with no word beside it, gives its words to nobody.
    """
    excerpt = context.excerpt
    bare = (
        not excerpt.quoted
        and excerpt.attribution.speaker is None
        and not context.surroundings(_BESIDE).strip()
    )
    if context.alignment.found and not bare:
        from provenance.findings.rules import recited

        yield from recited.recited(context)
        yield from recited.partys_case(context)


def _in_turns(context: JudgingContext) -> Iterator[Finding]:
    """The rules about transcripts, where the source is one."""
    if any(piece.kind is ApparatusKind.TURN_LABEL for piece in context.witness.document.apparatus):
        from provenance.findings.rules import turns

        yield from list(turns.wrong_label(context)) or turns.asked_not_answered(context)
        yield from turns.joined_turns(context)


# What concerns the excerpt as a whole: edges, emphasis, structure, attribution, source.
COMPARISON_RULES: Final[tuple[ComparisonRule, ...]] = (
    cuts.clipped,  # OMI202 to OMI207, ALT312, DEC702
    layout.undeclared_emphasis,  # ALT310
    structure.headline_only,  # STR405
    _attributed,  # ATT501, ATT502, ATT503, STR404
    _in_turns,  # ATT501, STR401
    answers.moved_answer,  # ATT504
    _recited,  # STR404, ATT503
    cuts.unrefused,  # ALT302
    cuts.taken_back,  # OMI205
    sources.not_in_source,  # SRC601
    sources.other_language,  # SRC605
    notes.declared_remarks,  # DEC704
)


def judge(
    excerpt: Excerpt,
    alignment: Alignment,
    witness: Witness,
    *,
    article: Article,
    settings: JudgingSettings = JudgingSettings(),  # noqa: B008 - frozen, so that one for all calls does no harm
) -> Comparison:
    """Judge an excerpt laid against a witness.

    Args:
        excerpt: The excerpt.
        alignment: Its alignment with the witness's document.
        witness: The text of the source. If it is doubtful it can confirm the excerpt and never accuse it.
        article: The page that the excerpt stands in.
        settings: How to judge.

    Returns:
        The alignment with its variants' final disclosure, the findings in the excerpt's order, and the verdict.
    """
    context = context_of(excerpt, alignment, witness, article=article, settings=settings)
    findings = tuple(_findings(context))
    settled = replace(context.alignment, variants=_disclosed(context.changes, findings))
    verdict = _verdict(settled, findings)
    if verdict is Verdict.ALTERED and witness.doubt:
        note = sources.unreadable(excerpt, witness.doubt)
        harmless = (finding for finding in findings if finding.severity is Severity.NOTE)
        return Comparison(settled, (note, *harmless), Verdict.UNCHECKED, context.lexicon.language)
    return Comparison(settled, findings, verdict, context.lexicon.language)


def _findings(context: JudgingContext) -> Iterator[Finding]:
    found = [finding for change in context.changes if (finding := _first(change, context))]
    silent = [change for change in context.changes if change.disclosure is Disclosure.UNDECLARED]
    retold = words.paraphrase(silent, context)
    if retold:
        stands = (f for f in found if Policy.STANDS in f.rule.policy or f.severity is Severity.NOTE)
        found = [retold, *stands]
    found.extend(finding for rule in COMPARISON_RULES for finding in rule(context))
    every = _without_superseded(found)
    yield from _said_once(sorted(every, key=lambda each: each.excerpt.span.start if each.excerpt else 0))


def _without_superseded(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without those of a place that another one says more of: one change, one finding."""
    for each in findings:
        over = [found for found in findings if found.rule.code == _SUPERSEDED.get(each.rule.code)]
        if not any(hit.source and each.source and hit.source.span.overlaps(each.source.span) for hit in over):
            yield each


def _first(change: Change, context: JudgingContext) -> Finding | None:
    """What the first rule that knows the change says of it."""
    findings = (rule(change, context) for rule in _RULES[change.disclosure])
    return next((finding for finding in findings if finding is not None), None)


def _said_once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, with one for all places of those that may stand in dozens."""
    counts = Counter(finding.rule.code for finding in findings)
    said: set[str] = set()
    for finding in findings:
        code = finding.rule.code
        if Policy.ONCE not in finding.rule.policy or counts[code] == 1:
            yield finding
        elif code not in said:
            said.add(code)
            yield replace(finding, message=f"{finding.message}, and {counts[code] - 1} more of the kind")


def _disclosed(changes: Sequence[Change], findings: Sequence[Finding]) -> tuple[Variant, ...]:
    """The variants with their final disclosure: what got no more than a note is permitted."""
    harmless = {id(each.variant) for each in findings if each.severity is Severity.NOTE and each.variant}
    return tuple(
        replace(variant, disclosure=Disclosure.PERMITTED)
        if id(change.variants[0]) in harmless and change.disclosure is Disclosure.UNDECLARED
        else variant
        for change in changes
        for variant in change.variants
    )


def _verdict(alignment: Alignment, findings: Sequence[Finding]) -> Verdict:
    codes = {finding.rule.code for finding in findings}
    if not alignment.found:
        return Verdict.NOT_FOUND if "SRC601" in codes else Verdict.UNCHECKED
    if any(each.severity > Severity.NOTE and Policy.ALTERS in each.rule.policy for each in findings):
        return Verdict.ALTERED
    edited = any(Policy.EDITS in finding.rule.policy for finding in findings)
    return Verdict.FAITHFUL if edited else Verdict.VERBATIM
