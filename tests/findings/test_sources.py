from dataclasses import replace
from datetime import UTC, datetime

import pytest

from provenance.articles.reading import read_text
from provenance.excerpts.model import Excerpt
from provenance.findings.finding import Severity
from provenance.findings.rules.sources import found_elsewhere, source_changed, unreadable
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.tracing.texts import compare

FILLER = " ".join(
    f"The clerk read out entry number {n} of the long list and nobody in the room objected." for n in range(8)
)
URL = "https://ledger.example/archive"
PAGE = (
    f"<h1>Archive moves to the coast</h1><p>The archive of the observatory moves in March.</p><p>{FILLER}</p>"
)
INVENTED = "Three lorries full of forged star charts left the building before dawn"


def only(trace, code):
    return [finding for finding in trace.findings if finding.rule.code == code]


class TestNotInSource:
    @pytest.mark.parametrize(
        "article",
        [f"The Ledger [reports]({URL}):\n\n> {INVENTED}.", f"“{INVENTED},” the Ledger [wrote]({URL})."],
    )
    def test_words_that_a_whole_page_lacks(self, traced, article):
        trace = traced(article, {URL: PAGE})
        assert trace.verdict.value == "not-found"
        assert [finding.severity for finding in only(trace, "SRC601")] == [Severity.CRITICAL]

    def test_a_page_that_may_not_be_whole_accuses_nobody(self, traced):
        trace = traced(
            f"The Ledger [reports]({URL}):\n\n> {INVENTED}.", {URL: "<p>Please log in to read on.</p>"}
        )
        assert trace.verdict.value == "unchecked"
        assert not only(trace, "SRC601")

    def test_a_source_shorter_than_the_excerpt_accuses_nobody(self, compared):
        assert compared(f"{INVENTED}.", "The archive moves.") == []

    def test_three_words_accuse_nobody(self, compared):
        assert (
            compared("forged star charts", f"The archive of the observatory moves in March. {FILLER}") == []
        )

    def test_words_of_the_title_are_not_missing(self, traced):
        page = f"<title>{INVENTED}</title>" + PAGE.partition("</h1>")[2]
        assert not only(traced(f"The Ledger [reports]({URL}):\n\n> {INVENTED}", {URL: page}), "SRC601")


GERMAN = (
    "<p>Die Schleuse am oberen Kanal bleibt bis zum Ende des Sommers geschlossen, weil die Tore neu gebaut werden "
    "müssen und die einzige Werkstatt, die das kann, vor dem Juni keinen Platz hat. Das teilte das Amt am Dienstag mit. "
    "Die Schiffer müssen so lange den Umweg über den See nehmen, der drei Stunden länger dauert. Wer schon eine Fahrt "
    "bezahlt hat, bekommt sein Geld zurück. Das Amt will dafür in der nächsten Woche ein Formular auf seine Seite "
    "stellen, und am Kanal hängen Zettel mit der Nummer des Büros. Für die Fischer gilt die Sperre nicht.</p>"
)


class TestOtherLanguage:
    ENGLISH = "The lock on the upper canal stays closed until the end of the summer, because the gates must be made new."

    def test_an_excerpt_in_another_language_cannot_be_told(self, traced):
        trace = traced(f"The Ledger [reports]({URL}):\n\n> {self.ENGLISH}", {URL: GERMAN})
        assert trace.verdict.value == "unchecked"
        assert [finding.severity for finding in only(trace, "SRC605")] == [Severity.NOTE]
        assert not only(trace, "SRC601")

    def test_two_texts_of_one_language_are_not(self, traced):
        trace = traced(f"The Ledger [reports]({URL}):\n\n> {self.ENGLISH}", {URL: PAGE})
        assert not only(trace, "SRC605")
        assert only(trace, "SRC601")

    def test_names_and_figures_have_no_language(self, traced):
        trace = traced(
            f"The Ledger [reports]({URL}):\n\n> Orsk 3, Tarvik 1, Velmar 4, Fenmark 2.", {URL: GERMAN}
        )
        assert not only(trace, "SRC605")

    def test_a_declared_translation_is_not_missing(self, traced):
        article = f"The Ledger [reports]({URL}):\n\n> {INVENTED} (our translation)."
        trace = traced(article, {URL: PAGE})
        assert not only(trace, "SRC601")
        assert [finding.severity for finding in only(trace, "SRC605")] == [Severity.NOTE]

    def test_a_short_excerpt_is_told_by_what_the_pages_state(self, traced):
        page = GERMAN.replace("<p>", '<html lang="de"><p>', 1)
        article = (
            f"---\nlang: en\n---\n\nThe Ledger [reports]({URL}):\n\n> Lock closed, gates sold, boats gone"
        )
        assert not only(traced(article, {URL: page}), "SRC601")


class TestCorrectedSince:
    QUOTED = "The river went through about 500 homes in Brigg before dawn on Saturday."
    PAGE = "<p>The river went through about 300 homes in Brigg before dawn on Saturday.</p><p>{}</p><p>{}</p>"

    def outcome(self, traced, note):
        trace = traced(
            f"The Ledger [reports]({URL}):\n\n> {self.QUOTED}", {URL: self.PAGE.format(FILLER, note)}
        )
        return trace.verdict.value, [
            finding.rule.code for finding in trace.findings if finding.rule.code[:3] != "DEC"
        ]

    @pytest.mark.parametrize(
        "note",
        [
            "Correction, 6 October: An earlier version of this article said that about 500 homes had been flooded.",
            "This story was updated on Monday: the council first spoke of 500 homes.",
        ],
    )
    def test_a_note_that_names_the_quoted_words_clears_them(self, traced, note):
        assert self.outcome(traced, note) == ("verbatim", ["SRC604"])

    @pytest.mark.parametrize(
        "note",
        [
            "Correction: An earlier version of this article misspelled the name of the bridge.",
            "The council had sent 500 letters in the spring.",
            "The council sent letters in the spring and sent them again when, after a long quarrel, 500 had been corrected.",
        ],
    )
    def test_a_note_on_something_else_does_not(self, traced, note):
        assert self.outcome(traced, note) == ("altered", ["ALT303"])

    def test_a_quoted_paragraph_is_no_note_on_itself(self, traced):
        article = (
            f"The Ledger [reports]({URL}):\n\n> A correction goes out to 600 homes.\n>\n> {self.QUOTED}\n"
        )
        page = self.PAGE.format("A correction goes out to 500 homes.", FILLER)
        trace = traced(article, {URL: page})
        assert "SRC604" not in [finding.rule.code for finding in trace.findings]


class TestShortExcerpts:
    SOURCE = (
        "The trial ended on Tuesday after nine weeks. The defence is expected to appeal. “It's a bloody disgrace,” said a "
        "neighbour who had followed every day of it. The council will meet again in June to vote on the market hall."
    )

    @pytest.mark.parametrize(
        "quotation", ["The defence will appeal.", "It's a [expletive] disgrace", "It's a b—— disgrace"]
    )
    def test_whose_words_the_source_has_close_together_are_not_said_to_be_missing(self, quotation):
        comparison = compare(quotation, self.SOURCE)
        assert comparison.verdict in {"unchecked", "altered", "faithful"}
        assert "SRC601" not in [finding.rule.code for finding in comparison.findings]

    @pytest.mark.parametrize(
        "quotation",
        ["The moon is made of cheese", "The defence will not comment on it", "It was on the hall in June"],
    )
    def test_that_share_only_small_words_or_far_ones_are(self, quotation):
        assert compare(quotation, self.SOURCE).verdict == "not-found"


@pytest.mark.parametrize(
    "quotation",
    [
        "Le pont fermera en mai, a déclaré la maire à la radio.",
        "La clínica está aquí, él no sabe más.",
        "O presidente está à espera, já é tarde.",
    ],
)
def test_an_excerpt_told_foreign_by_its_accents_is_not_said_to_be_missing(quotation):
    comparison = compare(quotation, TestShortExcerpts.SOURCE)
    assert [finding.rule.code for finding in comparison.findings] == ["SRC605"]


class TestWhatTracingSays:
    @pytest.fixture
    def excerpt(self):
        article = read_text("The pier closes in May.", origin="a.txt")
        return Excerpt((article.document.passage(0, 23),))

    @pytest.fixture
    def witness(self):
        page = read_text("The pier closes in June.", origin="b.txt")
        return Witness(Reference(URL, FoundBy.LINK), page, via=Via.SAVED, url=URL)

    def test_an_unreadable_source_is_a_note_with_its_reason(self, excerpt):
        finding = unreadable(excerpt, "HTTP 404; look for a copy.")
        assert (finding.rule.code, finding.severity) == ("SRC603", Severity.NOTE)
        assert "HTTP 404; look for a copy." in finding.message
        assert finding.excerpt.text == excerpt.text

    def test_found_elsewhere_names_both_pages(self, excerpt, witness):
        holder = replace(witness, url="https://courier.example/pier")
        place = witness.document.passage(0, 8)
        finding = found_elsewhere(excerpt, witness, holder, place, linked=True)
        assert (finding.rule.code, finding.severity) == ("SRC602", Severity.MINOR)
        assert URL in finding.message
        assert "https://courier.example/pier" in finding.message

    def test_a_changed_source_is_a_note_with_the_date_of_the_copy(self, excerpt, witness):
        older = replace(witness, retrieved=datetime(2026, 3, 1, 8, tzinfo=UTC))
        finding = source_changed(excerpt, witness, older)
        assert (finding.rule.code, finding.severity) == ("SRC604", Severity.NOTE)
        assert "2026-03-01" in finding.message
