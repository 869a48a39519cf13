"""What holds for every judgement: one code a change, places that are exact, a verdict that follows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.alignment.alignment import Disclosure
from provenance.alignment.collation import collate
from provenance.articles.article import Article, Format
from provenance.excerpts.model import Excerpt
from provenance.findings.codes import RULES
from provenance.findings.context import JudgingSettings
from provenance.findings.finding import Profile, Severity
from provenance.findings.judging import DECLARED_RULES, UNDECLARED_RULES, judge
from provenance.findings.trace import Verdict
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.text.document import Document
from provenance.tracing.texts import compare

SOURCE = (
    "The wardens of Orm Head will not open the tower before May, because the stair is unsafe. About 400 people had "
    "asked for keys. Ebba Lind, who keeps the register, said that she would write to all of them on Tuesday."
)


def judged(quotation, source=SOURCE, *, doubt=None, profile=Profile.NEWS):
    ours, theirs = Document(quotation), Document(source)
    excerpt = Excerpt((ours.passage(0, len(quotation)),))
    page = Article(theirs, Format.TEXT)
    witness = Witness(Reference("a.txt", FoundBy.GIVEN), page, via=Via.GIVEN, doubt=doubt)
    alignment = collate(excerpt.passages, theirs)
    return judge(
        excerpt, alignment, witness, article=Article(ours, Format.TEXT), settings=JudgingSettings(profile)
    )


def codes(comparison):
    return [finding.rule.code for finding in comparison.findings if finding.severity > Severity.NOTE]


def test_the_same_text_is_verbatim_and_without_any_finding():
    comparison = judged(SOURCE)
    assert comparison.verdict is Verdict.VERBATIM
    assert comparison.findings == ()


def test_an_omission_points_at_the_empty_place_where_the_words_are_missing():
    (finding,) = judged(SOURCE.replace("not ", "")).findings
    assert (finding.excerpt.text, finding.source.text) == ("", "not")
    assert finding.excerpt.span.start == SOURCE.index("not open")
    assert finding.source.span.start == SOURCE.index("not open")


def test_a_substitution_points_at_the_changed_words():
    (finding,) = judged(SOURCE.replace("keys", "sandwiches")).findings
    assert (finding.excerpt.text, finding.source.text) == ("sandwiches", "keys")


def test_a_message_names_the_words_and_no_motive():
    (finding,) = judged(SOURCE.replace("not ", "")).findings
    assert finding.message == "leaves out “not”"


def test_the_gravest_code_speaks_for_a_change_with_several():
    comparison = judged(SOURCE.replace("About 400 people", "Nearly all 900 sailors"))
    assert codes(comparison) == ["ALT303"]


def test_every_change_has_at_most_one_finding():
    comparison = judged(
        SOURCE.replace("will not open", "may open").replace("400", "40").replace("all of", "some of")
    )
    variants = [id(finding.variant) for finding in comparison.findings if finding.variant]
    assert len(variants) == len(set(variants))


@pytest.mark.parametrize(
    ("quotation", "verdict"),
    [
        (SOURCE, Verdict.VERBATIM),
        (SOURCE.replace("400", "four hundred"), Verdict.FAITHFUL),
        (SOURCE.replace("keys", "sandwiches"), Verdict.ALTERED),
        ("A goat ate seven ledgers in the chapel of Saint Vitus during the comet.", Verdict.NOT_FOUND),
    ],
)
def test_the_verdict_follows(quotation, verdict):
    assert judged(quotation).verdict is verdict


def test_a_doubtful_witness_confirms_and_never_accuses():
    assert judged(SOURCE, doubt="thin").verdict is Verdict.VERBATIM
    comparison = judged(SOURCE.replace("keys", "sandwiches"), doubt="thin")
    assert comparison.verdict is Verdict.UNCHECKED
    assert codes(comparison) == []
    assert "SRC603" in [finding.rule.code for finding in comparison.findings]


def test_what_got_a_note_is_permitted():
    comparison = judged(SOURCE.replace("400", "four hundred"))
    assert {variant.disclosure for variant in comparison.alignment.variants} == {Disclosure.PERMITTED}


@pytest.mark.parametrize(
    ("profile", "severity"),
    [(Profile.NEWS, Severity.MAJOR), (Profile.STRICT, Severity.MAJOR), (Profile.TRANSCRIPT, Severity.MINOR)],
)
def test_a_profile_moves_severities_and_nothing_else(profile, severity):
    (finding,) = judged(SOURCE.replace("keys", "sandwiches"), profile=profile).findings
    assert (finding.rule.code, finding.severity) == ("ALT301", severity)


def test_the_last_undeclared_rule_knows_every_change():
    assert UNDECLARED_RULES[-1].__name__ == "changed_words"
    assert DECLARED_RULES[-1].__name__ == "declared_edit"


WORDS = [
    "not",
    "may",
    "will",
    "400",
    "Tuesday",
    "all",
    "only",
    "if",
    "Orr",
    "the",
    "said",
    "…",
    "[x]",
    "12%",
    "never",
    "she",
]


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_findings_always_cut_out_real_places(data):
    words = SOURCE.split()
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(words) - 1))
        words[place : place + data.draw(st.integers(0, 2))] = data.draw(
            st.lists(st.sampled_from(WORDS), max_size=2)
        )
    quotation = " ".join(words)
    comparison = compare(quotation, SOURCE)
    for finding in comparison.findings:
        assert finding.rule is RULES[finding.rule.code]
        assert finding.message
        for passage in (finding.excerpt, finding.source):
            assert (
                passage is None
                or passage.text == passage.document.text[passage.span.start : passage.span.end]
            )
    altered = any(
        f.severity > Severity.NOTE and not f.rule.code.startswith("SRC") for f in comparison.findings
    )
    assert altered == (comparison.verdict is Verdict.ALTERED)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("a [b] c ... ", "a d c e f "),
        ("“x” ", "‘x’ "),
        ("not ", "may "),
        ("1,", "1 "),
        ("she may not ", "he will "),
    ],
)
def test_repeated_words_are_judged_in_time(ours, theirs):
    assert judged(ours * 400, theirs * 400).verdict in set(Verdict)


@pytest.mark.parametrize(
    ("source", "quotation", "message"),
    [
        (
            "I wouldn't take the job myself, said the chairman.",
            "I would take the job myself, said the chairman.",
            "“wouldn't” became “would”",
        ),
        (
            "We can't pay for the lamp any longer, she said.",
            "We can pay for the lamp any longer, she said.",
            "“can't” became “can”",
        ),
        (
            "The repairs cost more than 40 crowns a day.",
            "The repairs cost less than 40 crowns a day.",
            "“more” became “less”",
        ),
        (
            "The lamp costs us £48,000 a year in oil and wages.",
            "The lamp costs us $48,000 a year in oil and wages.",
            "“£48,000” became “$48,000”",
        ),
        (
            "“If prices fell, we would pay less for oil,” she said.",
            "Prices fell, we would pay less for oil",
            "leaves out “If”",
        ),
        (
            "The bridge was shut. Nobody knew why. The ferry ran at night.",
            "The bridge was shut. […] The ferry ran at night.",
            "the ellipsis stands for “Nobody knew why”",
        ),
        (
            "Their captain, Jorun Haag, left the pitch with a bad knee.",
            "[Haag] left the pitch with a bad knee.",
            "declared: brackets around “Haag”",
        ),
        (
            "The board met twice – it heard the drivers out.",
            "The board met twice — it heard the drivers out.",
            "only the punctuation differs",
        ),
    ],
)
def test_a_message_names_the_changed_words(source, quotation, message):
    messages = [finding.message for finding in compare(quotation, source).findings]
    assert message in messages, messages


def test_a_remark_is_noted_once():
    comparison = compare(
        "Nobody has asked the pupils [sic] about the hour.", "Nobody has asked the pupils about the hour."
    )
    assert [finding.message for finding in comparison.findings] == ["“[sic]” declares an error kept"]
