import pytest

FILLER = " ".join(
    f"The clerk read out entry number {n} of the long list and nobody in the room objected." for n in range(8)
)
URL = "https://ledger.example/seed"
WORDS = "The tests in the valley were stopped too early"


def page(tag, *more, head=""):
    """A page on which somebody says ``WORDS``, as the tag tells; more paragraphs follow."""
    rest = "".join(f"<p>{text}</p>" for text in more)
    return f"{head}<h1>Laboratory sends trial back</h1><p>{FILLER}</p><p>“{WORDS},” {tag}</p>{rest}"


class TestWrongSpeaker:
    LUND = "Her predecessor, Ivo Lund, left the laboratory in June."

    def test_words_of_one_given_to_another_whom_the_source_names(self, traced):
        article = f"“{WORDS},” Ivo Lund [told the Fenmark Ledger]({URL})."
        trace = traced(article, {URL: page("said Petra Valk, who runs the laboratory.", self.LUND)})
        found = [finding for finding in trace.findings if finding.rule.code == "ATT501"]
        assert [finding.severity.label for finding in found] == ["critical"]
        assert "Petra Valk" in found[0].message
        assert "Ivo Lund" in found[0].message
        assert "said Petra Valk" in found[0].source.text

    @pytest.mark.parametrize(
        ("why", "who", "source"),
        [
            ("right", "Petra Valk", page("said Petra Valk, who runs the laboratory.", LUND)),
            ("surname", "Valk", page("said Petra Valk, who runs the laboratory.", LUND)),
            ("title", "Professor Valk", page("said Petra Valk, who runs the laboratory.", LUND)),
            ("pronoun", "Ivo Lund", page("she said.", LUND)),
            ("no tag", "Ivo Lund", page("and then the rain came.", LUND)),
            ("unknown to the source", "Tom Reed", page("said Petra Valk, who runs the laboratory.", LUND)),
            (
                "same surname",
                "Ivo Valk",
                page("said Petra Valk, who runs the laboratory.", "Her brother Ivo Valk left."),
            ),
            ("spokesperson", "Ivo Lund", page("said Petra Valk, a spokeswoman for Ivo Lund.", LUND)),
            (
                "spokesperson elsewhere",
                "Ivo Lund",
                page("said Petra Valk, a spokeswoman for the minister.", LUND),
            ),
            ("joint statement", "Ivo Lund", page("said Petra Valk and Ivo Lund.", LUND)),
            (
                "nickname",
                "Kip",
                page("said Petra Valk.", "Petra Valk, known as Kip, is the third to run it.", "Kip left."),
            ),
            (
                "an outlet",
                "the Fenmark Ledger",
                page("said Petra Valk.", "Valk spoke to the Fenmark Ledger."),
            ),
        ],
        ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "",
    )
    def test_silent_when_right_or_in_doubt(self, codes, why, who, source):
        article = f"“{WORDS},” {who} [said]({URL}) on Thursday."
        assert "ATT501" not in codes(article, {URL: source})

    def test_silent_where_the_excerpt_has_two_speakers(self, codes):
        source = page(
            "said Petra Valk.", "“Nobody asked the growers in the dry valley,” said Tom Reed.", self.LUND
        )
        article = f"Ivo Lund [said]({URL}): “{WORDS}. […] Nobody asked the growers in the dry valley.”"
        assert "ATT501" not in codes(article, {URL: source})


OUTLETS = (
    ("Fenmark Ledger", ("ledger.example",)),
    ("Tarvik Courier", ("courier.example",)),
    ("Fenmark Sport", ("fenmarksport.example",)),
)
SITE = '<meta property="og:site_name" content="{}">'


class TestWrongOutlet:
    QUOTED = (
        "> Her predecessor, Ivo Lund, left the laboratory in June. He has not spoken to the press since then."
    )
    TEXT = (
        "Her predecessor, Ivo Lund, left the laboratory in June. He has not spoken to the press since then."
    )

    def codes_of(self, codes, outlet, *, site="Fenmark Ledger", url=URL, more="", outlets=OUTLETS):
        article = f"{outlet} [reports]({url}):\n\n{self.QUOTED}"
        source = page(
            "said Petra Valk.", self.TEXT, *([more] if more else []), head=SITE.format(site) if site else ""
        )
        return codes(article, {url: source}, outlets=outlets)

    @pytest.mark.parametrize("outlet", ["The Tarvik Courier", "Tarvik Courier"])
    def test_one_known_outlet_named_and_another_linked(self, codes, outlet):
        assert self.codes_of(codes, outlet) == ["ATT502"]

    def test_the_right_outlet(self, codes):
        assert self.codes_of(codes, "The Fenmark Ledger") == []

    def test_an_unknown_outlet_contradicts_nothing(self, codes):
        assert self.codes_of(codes, "The Orsk Gazette") == []

    def test_an_unknown_address_contradicts_nothing(self, codes):
        assert self.codes_of(codes, "The Tarvik Courier", url="https://elsewhere.example/seed") == []

    def test_a_page_that_does_not_say_whose_it_is(self, codes):
        assert self.codes_of(codes, "The Tarvik Courier", site=None) == []

    @pytest.mark.parametrize(
        "credit",
        [
            "This article first appeared in the Tarvik Courier.",
            "Reporting by the Tarvik Courier.",
            "(TARVIK COURIER)",
        ],
    )
    def test_a_reprint_credits_the_outlet(self, codes, credit):
        assert self.codes_of(codes, "The Tarvik Courier", more=credit) == []

    def test_two_titles_of_one_brand(self, codes):
        assert self.codes_of(codes, "Fenmark Sport") == []

    def test_one_address_of_two_outlets(self, codes):
        shared = (("Fenmark Ledger", ("ledger.example",)), ("Tarvik Courier", ("ledger.example",)))
        assert self.codes_of(codes, "The Tarvik Courier", outlets=shared) == []

    def test_a_portal_passes_on_what_others_print(self, codes):
        portal = (("Tarvik Courier", ("courier.example",)), ("Yahoo News", ("news.yahoo.com",)))
        url = "https://news.yahoo.com/seed"
        assert self.codes_of(codes, "The Tarvik Courier", site="Yahoo News", url=url, outlets=portal) == []


OPINION = (
    "The night ferry to Tarvik carries more crates than people, and the crates could wait for the morning."
)


def opinion_page(*, title="The ferry is a waste of money", label="", head=""):
    own_line = f"<p>{label}</p>" if label else ""
    return f"<title>{title}</title>{head}{own_line}<h1>{title}</h1><p>{FILLER}</p><p>{OPINION}</p>"


class TestWrongVoice:
    @pytest.mark.parametrize(
        ("url", "source"),
        [
            ("https://ledger.example/ferry", opinion_page(title="Opinion: The ferry is a waste of money")),
            ("https://ledger.example/ferry", opinion_page(title="The ferry is a waste of money | Opinion")),
            ("https://ledger.example/ferry", opinion_page(label="Letter to the editor")),
            ("https://ledger.example/ferry", opinion_page(label="Sponsored content")),
            ("https://ledger.example/ferry", opinion_page(label="Press release")),
            ("https://ledger.example/opinion/ferry", opinion_page()),
        ],
    )
    def test_what_the_page_labels_is_no_report(self, codes, url, source):
        assert codes(f"The Fenmark Ledger [reports]({url}):\n\n> {OPINION}", {url: source}) == ["ATT503"]

    @pytest.mark.parametrize(
        "cue",
        [
            "A guest column in the Fenmark Ledger [reports]({}):",
            "An opinion piece in the Fenmark Ledger [finds]({}):",
            "The Fenmark Ledger [writes]({}):",
            "Petra Valk, writing in the Fenmark Ledger, [reports]({}):",
        ],
    )
    def test_a_cue_that_says_so_or_does_not_vouch_is_right(self, codes, cue):
        url = "https://ledger.example/opinion/ferry"
        assert codes(f"{cue.format(url)}\n\n> {OPINION}", {url: opinion_page()}) == []

    @pytest.mark.parametrize(
        "source",
        [
            opinion_page(),
            opinion_page(title="Opinions differ on the ferry"),
            opinion_page(title="Letters from the sea bed found in Tarvik"),
            opinion_page(title="Court opinion: ferry may stay"),
        ],
    )
    def test_a_report_is_a_report(self, codes, source):
        url = "https://ledger.example/ferry"
        assert codes(f"The Fenmark Ledger [reports]({url}):\n\n> {OPINION}", {url: source}) == []

    def test_a_third_persons_words_are_no_report(self, codes):
        source = page("said rival bidder Tom Moss.")
        assert codes(f"The Fenmark Ledger [reports]({URL}):\n\n> {WORDS}.", {URL: source}) == ["ATT503"]

    def test_a_third_person_named_before_is_right(self, codes):
        source = page("said rival bidder Tom Moss.")
        article = f"Moss is angry. The Fenmark Ledger [reports]({URL}):\n\n> {WORDS}."
        assert codes(article, {URL: source}) == []
