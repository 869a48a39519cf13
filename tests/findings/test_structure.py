import pytest

from provenance.findings.trace import Verdict
from provenance.tracing.texts import compare

PIER = (
    "The inspector found deep cracks in the northern pier. Nobody has been hurt so far. "
    "The southern pier, which belongs to a hotel, had been closed since the autumn."
)
FILLER = " ".join(
    f"The clerk read out entry number {n} of the long list and nobody in the room objected."
    for n in range(12)
)


def paragraphs(*texts):
    return "\n\n".join(texts)


class TestSilentSplice:
    def test_one_sentence_made_of_two_is_critical(self, compared):
        quotation = "The inspector found deep cracks in the northern pier had been closed since the autumn."
        assert compared(quotation, PIER) == ["STR401 critical"]

    def test_a_fused_sentence_with_a_conjunction_is_a_splice(self, compared):
        source = (
            "The school will open a second kitchen in the spring. The cook has asked for a new oven. "
            "Parents were told about the plan on Monday, and they have promised to pay for half of it."
        )
        quotation = "The school will open a second kitchen in the spring, and they have promised to pay for half of it."
        assert compared(quotation, source) == ["STR401 critical"]

    def test_pieces_of_distant_paragraphs_in_one_paragraph_are_a_splice(self, compared):
        source = paragraphs(
            "The ferry to the outer islands will run twice a day from the first of May.",
            "A new ticket office stands beside the old fish market at the eastern quay.",
            "Cars will be carried only if they are booked at least one day before.",
        )
        quotation = (
            "The ferry to the outer islands will run twice a day from the first of May. "
            "Cars will be carried only if they are booked at least one day before."
        )
        assert compared(quotation, source) == ["STR401 major"]

    def test_a_paragraph_skipped_between_two_paragraphs_is_an_omission(self, compared):
        source = paragraphs(
            "The ferry to the outer islands will run twice a day from the first of May.",
            "A new ticket office stands beside the old fish market at the eastern quay.",
            "Cars will be carried only if they are booked at least one day before.",
        )
        first, _, last = source.split("\n\n")
        assert [code[:6] for code in compared(paragraphs(first, last), source)] == ["OMI201"]

    def test_a_jump_over_many_words_is_a_splice_wherever_it_stands(self, compared):
        first = "The ferry to the outer islands will run twice a day from the first of May."
        last = "Cars will be carried only if they are booked at least one day before."
        assert compared(paragraphs(first, last), paragraphs(first, FILLER, last)) == ["STR401 major"]

    def test_a_sentence_skipped_inside_a_paragraph_is_an_omission(self, compared):
        quotation = (
            "The inspector found deep cracks in the northern pier. "
            "The southern pier, which belongs to a hotel, had been closed since the autumn."
        )
        assert [code[:6] for code in compared(quotation, PIER)] == ["OMI201"]

    @pytest.mark.parametrize(
        ("quotation", "source"),
        [
            (
                "We waited for six hours on the quay. Nobody told us that the boat was lost.",
                "“We waited for six hours on the quay,” said Lena Orlo. “Nobody told us that the boat was lost.”",
            ),
            (
                "The boat that took us over was older than my father.",
                "“The boat that took us over,” said Lena Orlo, “was older than my father.”",
            ),
            (
                "We waited for six hours on the quay. Nobody told us that the boat was lost.",
                (
                    "“We waited for six hours on the quay,” Lena Orlo, 34, a teacher from Tarvik, told the Courier on Tuesday. "
                    "“Nobody told us that the boat was lost.”"
                ),
            ),
        ],
    )
    def test_the_tag_between_two_halves_of_a_speech_may_be_passed_over(self, compared, quotation, source):
        assert compared(quotation, source) == []

    def test_a_marked_join_is_no_splice(self, compared):
        quotation = "The inspector found deep cracks in the northern pier. […] The southern pier, which belongs to a hotel, had been closed since the autumn."
        assert compared(quotation, PIER) == []

    def test_the_nearer_of_two_equal_sentences_is_taken(self, compared):
        again = "The harbour board will meet again on the last Monday of the month."
        source = paragraphs(
            again, FILLER, "The lease of the old net loft was not renewed by the town.", again
        )
        quotation = paragraphs("The lease of the old net loft was not renewed by the town.", again)
        assert compared(quotation, source) == []

    def test_an_abbreviation_is_no_end_of_a_sentence(self, compared):
        source = (
            "The letter was handed to Dr. Imre Valk, who had come by train, and to the mayor of the town."
        )
        quotation = "The letter was handed to Dr. Imre Valk and to the mayor of the town."
        assert [code[:6] for code in compared(quotation, source)] in (["OMI201"], [])


class TestReordered:
    FIRST = "Prices for barley fell all through the spring, as the growers had feared."
    SECOND = "The harvest in the northern valleys then failed in the wet autumn."

    @pytest.mark.parametrize("joint", [" … ", " ", "\n\n", "\n\n[…]\n\n"])
    def test_turned_pieces_are_reported_with_or_without_a_mark(self, compared, joint):
        quotation = f"{self.SECOND}{joint}{self.FIRST}"
        assert compared(quotation, f"{self.FIRST} {self.SECOND}") == ["STR402 major"]

    def test_pieces_in_their_order_are_not(self, compared):
        assert compared(f"{self.FIRST} {self.SECOND}", f"{self.FIRST} {self.SECOND}") == []

    def test_the_finding_points_at_both_places(self, traced):
        source = f"<p>{self.FIRST}</p><p>{self.SECOND}</p><p>{FILLER}</p>"
        article = (
            f"The Fenmark Ledger [reports](https://ledger.example/barley):\n\n> {self.SECOND} … {self.FIRST}"
        )
        findings = traced(article, {"https://ledger.example/barley": source}).findings
        finding = next(finding for finding in findings if finding.rule.code == "STR402")
        moved = finding.source.text.strip()
        assert moved in {self.FIRST, self.SECOND}
        assert finding.excerpt.text.strip() == moved


class TestLongJump:
    FIRST = "The owners welcome the offer for the mill at the river."
    LAST = "The looms and the old turbine will be sold in the month of May."

    BETWEEN = ("The roof dates from the last century.", "Bats live under it.", "The town has no money.")

    @pytest.mark.parametrize(("between", "jumps"), [((FILLER,), True), (BETWEEN, True), (BETWEEN[:2], False)])
    def test_a_mark_over_many_words_or_three_paragraphs_is_noted(self, between, jumps):
        source = paragraphs(self.FIRST, *between, self.LAST)
        comparison = compare(f"{self.FIRST} […] {self.LAST}", source)
        assert comparison.verdict is Verdict.FAITHFUL
        codes = {f"{found.rule.code} {found.severity.label}" for found in comparison.findings}
        assert ("STR403 note" in codes) is jumps

    def test_a_mark_over_another_speakers_words_is_major(self, compared):
        source = (
            "“We have lost two summers to the drought and will not plant again,” said Runa Voss. "
            "“That is not what the bank was told,” said Ivo Lund. "
            "“Whoever wants the land may come and ask for it,” said Voss."
        )
        quotation = "We have lost two summers to the drought and will not plant again. […] Whoever wants the land may come and ask for it."
        assert compared(quotation, source) == ["STR403 major"]

    def test_a_mark_between_two_sentences_of_one_speaker_is_not(self, compared):
        source = (
            "“We have lost two summers to the drought and will not plant again,” said Runa Voss. She lit the stove. "
            "“Whoever wants the land may come and ask for it,” said Voss."
        )
        quotation = "We have lost two summers to the drought and will not plant again. […] Whoever wants the land may come and ask for it."
        assert compared(quotation, source) == []


VALVE = f"""<h1>Questions after the boiler fire</h1>
<p>The fire in the boiler house of the Fenmark dairy began on a quiet Sunday.</p>
<p>“The valve in the second boiler was never tested,” said Piet Halvar, a fitter at the dairy.</p>
<p>Some call the house a “disaster that waited to happen”, and the owners do not.</p><p>{FILLER}</p>"""
URL = "https://ledger.example/valve"
SAID = "“The valve in the second boiler was never tested.”"


class TestNestedQuoteFlattened:
    @pytest.mark.parametrize(
        "cue", [f"The Fenmark Ledger [writes]({URL}):", f"The [report]({URL}) of the Fenmark Ledger says:"]
    )
    def test_the_publication_speaks_in_a_third_persons_words(self, codes, cue):
        assert codes(f"{cue} {SAID}", {URL: VALVE}) == ["STR404"]

    @pytest.mark.parametrize(
        "article",
        [
            f"Piet Halvar, a fitter, [told the Fenmark Ledger]({URL}): {SAID}",
            f"Halvar has worked there for years. The Fenmark Ledger [writes]({URL}): {SAID}",
            f"The Fenmark Ledger [writes]({URL}): {SAID} So said Piet Halvar.",
            f"“The valve in the second boiler was never tested,” he [told the Fenmark Ledger]({URL}).",
            f"The Fenmark Ledger [writes]({URL}):\n\n> “The valve in the second boiler was never tested,” said Piet Halvar, a fitter at the dairy.",
            f"The Fenmark Ledger [writes]({URL}): “The valve in the second boiler was never tested” (internal quotation marks omitted).",
        ],
    )
    def test_a_speaker_named_or_marks_kept_clear_it(self, codes, article):
        assert codes(article, {URL: VALVE}) == []

    @pytest.mark.parametrize(("thing", "expected"), [("note in green ink", []), ("report", ["STR404"])])
    def test_a_paper_that_speaks_in_the_source_is_named(self, codes, thing, expected):
        page = f"<p>A note hung on the door of the dairy in green ink. It read: “The valve in the second boiler was never tested.”</p><p>{FILLER}</p>"
        article = f"“The valve in the second boiler was never tested,” [read]({URL}) a {thing}."
        assert codes(article, {URL: page}) == expected

    def test_the_publications_own_words_are_its_own(self, codes):
        article = f"The Fenmark Ledger [writes]({URL}): “The fire in the boiler house of the Fenmark dairy began on a quiet Sunday.”"
        assert codes(article, {URL: VALVE}) == []


class TestHeadlineOnly:
    PAGE = (
        "<h1>Harbour toll for trawlers to double within two years</h1>"
        f"<p>The price of a berth could go up by as much as a hundred percent, the treasurer said.</p><p>{FILLER}</p>"
    )
    WORDS = "Harbour toll for trawlers to double within two years"

    def test_words_of_the_headline_alone_are_minor(self, traced):
        findings = traced(f"The Fenmark Ledger [writes]({URL}): “{self.WORDS}.”", {URL: self.PAGE}).findings
        assert [(f.rule.code, f.severity.label) for f in findings if f.severity] == [("STR405", "minor")]

    def test_words_of_a_page_title_that_no_block_has(self, codes):
        page = f"<title>{self.WORDS} | Fenmark Ledger</title>" + self.PAGE.partition("</h1>")[2]
        assert codes(f"The Fenmark Ledger [writes]({URL}): “{self.WORDS}.”", {URL: page}) == ["STR405"]

    @pytest.mark.parametrize(
        ("words", "severity"), [(WORDS, "note"), (WORDS.removesuffix(" within two years"), "minor")]
    )
    def test_a_whole_heading_of_a_section_is_noted(self, traced, words, severity):
        page = f"<h1>Questions about the harbour</h1><p>{FILLER}</p><h2>12: {self.WORDS}</h2><p>{FILLER}</p>"
        findings = traced(f"The Fenmark Ledger [writes]({URL}): “{words}.”", {URL: page}).findings
        assert [each.severity.label for each in findings if each.rule.code == "STR405"] == [severity]

    def test_a_heading_of_a_section_has_its_letter_apart(self, traced):
        page = f"<h1>Questions about the harbour</h1><p>{FILLER}</p><h4>c. {self.WORDS}</h4><p>{FILLER}</p>"
        findings = traced(f"The Fenmark Ledger [writes]({URL}): “{self.WORDS}.”", {URL: page}).findings
        assert [each.severity.label for each in findings if each.rule.code == "STR405"] == ["note"]

    def test_words_that_the_text_has_too_are_not(self, codes):
        page = self.PAGE + f"<p>{self.WORDS}, the paper wrote in March.</p>"
        assert codes(f"The Fenmark Ledger [writes]({URL}): “{self.WORDS}.”", {URL: page}) == []

    def test_a_cross_heading_inside_a_longer_excerpt_is_not(self, codes):
        page = f"<h1>Berths</h1><p>{FILLER}</p><h2>Who pays for the new quay</h2><p>The trawlers pay, and the yachts do not.</p>"
        article = f"The Fenmark Ledger [writes]({URL}):\n\n> Who pays for the new quay\n>\n> The trawlers pay, and the yachts do not."
        assert codes(article, {URL: page}) == []


class TestOneGapWithHeadings:
    FIRST = "The owners welcome the offer for the mill at the river."
    LAST = "The looms and the old turbine will be sold in the month of May."
    PAGE = f"<h1>The mill</h1><p>{FIRST}</p><p>{FILLER}</p><h2>What the town says</h2><p>{FILLER}</p><p>{LAST}</p>"

    def test_a_mark_over_a_heading_is_one_long_jump(self, traced):
        article = f"The Fenmark Ledger [reports]({URL}):\n\n> {self.FIRST}\n>\n> […]\n>\n> {self.LAST}"
        found = [each.rule.code for each in traced(article, {URL: self.PAGE}).findings]
        assert found.count("STR403") == 1

    def test_an_unmarked_jump_over_a_heading_is_one_splice(self, codes):
        article = f"The Fenmark Ledger [reports]({URL}):\n\n> {self.FIRST}\n>\n> {self.LAST}"
        assert codes(article, {URL: self.PAGE}) == ["STR401"]


CHOIR = {
    "https://ledger.example/choir": (
        "<html><body><article><h1>The choir</h1><p>The choir sang in the rain on Sunday, and the square was full.</p>"
        "<p>“We are not a political movement,” said the choirmaster, Ludo Penhale. “We are forty people who like to "
        "sing at eight in the evening.”</p></article></body></html>"
    )
}
CHOIR_BLOCK = (
    "The [Ledger](https://ledger.example/choir) reports:\n\n"
    "> {}We are not a political movement. We are forty people who like to sing at eight in the evening.{}\n\n"
    "I like to sleep at eight.\n"
)


def test_marks_around_a_block_show_that_the_source_quotes(codes):
    assert codes(CHOIR_BLOCK.format("“", "”"), CHOIR) == []


def test_a_block_without_marks_gives_the_words_to_the_source(codes):
    assert codes(CHOIR_BLOCK.format("", ""), CHOIR) == ["ATT503"]
