"""OMI205 and OMI206 at the edges of quotations inside a running sentence, and of speech."""

import pytest

URL = "https://ledger.example/a"
REST = (
    "The harbour of Orsk lies between two long moles and freezes in most winters. A ferry crosses twice a day, and the"
    " fishermen mend nets in the sheds by the quay until the ice has gone. Nobody remembers a longer winter."
)
KEPT = "is safe for adults and can be sold from Monday"
CLAIM = f"The drug {KEPT}"
ORSK = "In Orsk ist man müde, und niemand weiß, was aus dem alten Haus am Fluss wird.\n\n"


def page(text, language="en"):
    return f'<html lang="{language}"><h1>News</h1><p>{text}</p><p>{REST}</p></html>'


@pytest.fixture
def said(codes):
    return lambda article, source, language="en": codes(
        article.replace("(U)", f"({URL})"), {URL: page(source, language)}
    )


class TestRunIn:
    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            (f"{CLAIM} if the last trial succeeds.", "OMI205"),
            (f"{CLAIM}, unless the last trial fails.", "OMI205"),
            (f"{CLAIM}, but only to patients in hospitals.", "OMI205"),
            (f"{CLAIM}, but not to anybody over sixty.", "OMI205"),
            (f"{CLAIM}, except in the two valleys.", "OMI205"),
            (f"{CLAIM}, provided that the last trial succeeds.", "OMI205"),
            (f"{CLAIM}, according to people familiar with the talks.", "OMI206"),
        ],
    )
    def test_a_whole_clause_is_clipped_like_any_other(self, said, source, expected):
        assert said(f"The agency [said](U) that the drug “{KEPT}.”", source) == [expected]

    def test_a_denial_cut_off_before_it(self, said):
        source = f"It is not true that the drug {KEPT}."
        assert said(f"The agency [said](U) that “the drug {KEPT}.”", source) == ["OMI205"]

    @pytest.mark.parametrize(
        ("article", "source"),
        [
            # given in the quoter's words, before or after
            (f"If the last trial succeeds, the agency [said](U), the drug “{KEPT}.”",
             f"{CLAIM} if the last trial succeeds."),
            (f"The agency [said](U) that the drug “{KEPT}” if the last trial goes well.",
             f"{CLAIM} if the last trial succeeds."),
            (f"The agency [said](U) that the drug “{KEPT},” provided nothing is found by then.",
             f"{CLAIM} if the last trial succeeds."),
            (f"The agency [said](U) that, unless something turns up, the drug “{KEPT}.”",
             f"{CLAIM} if the last trial succeeds."),
            # what was cut off qualifies nothing
            (f"The agency [said](U) that the drug “{KEPT}.”",
             f"{CLAIM}, while the state looks for another maker."),
            # the speaker is the article's
            (f"The agency [said](U) that the drug “{KEPT}.”", f"{CLAIM}, according to the agency."),
            (f"The agency [said](U) that the drug “{KEPT}.”", f"{CLAIM}, a spokesman said."),
            # the quoter's own words lead into it
            (f"The agency [says](U) it doubts that “the drug {KEPT}.”", f"There is no proof that the drug {KEPT}."),
        ],
    )  # fmt: skip
    def test_silent(self, said, article, source):
        assert said(article, source) == []

    def test_a_capital_makes_no_difference_to_the_people_it_rests_on(self, said):
        source = f"{CLAIM}, according to people familiar with the talks."
        assert said(f"The agency [said](U): “{CLAIM}.”", source) == ["OMI206"]


class TestEndOfSpeech:
    @pytest.mark.parametrize(
        ("article", "source", "language"),
        [
            ("‘We will give up the clinic’, [said Nora Quill](U).",
             "‘We will give up the clinic if the council agrees’, said Nora Quill.", "en"),
            ("‘We will give up the clinic’, [said the mayor](U).",
             "‘We will give up the clinic if the council agrees’, said the mayor.", "en"),
            (f"{ORSK}„Wir werden die Klinik aufgeben“, [sagte Nora Quill](U).",
             "„Wir werden die Klinik aufgeben, wenn der Kreistag zustimmt“, sagte Nora Quill.", "de"),
            (f"{ORSK}‚Wir werden die Klinik aufgeben‘, [sagte Nora Quill](U).",
             "‚Wir werden die Klinik aufgeben, wenn der Kreistag zustimmt‘, sagte Nora Quill.", "de"),
            (f"{ORSK}»Wir werden die Klinik aufgeben«, [sagte Nora Quill](U).",
             "»Wir werden die Klinik aufgeben, wenn der Kreistag zustimmt«, sagte Nora Quill.", "de"),
        ],
    )  # fmt: skip
    def test_a_condition_before_the_closing_mark_is_not_given_by_the_tag(
        self, said, article, source, language
    ):
        assert said(article, source, language) == ["OMI205"]

    @pytest.mark.parametrize(
        ("article", "source", "language"),
        [
            ("‘We will give up the clinic’, [said Nora Quill](U).",
             "‘We will give up the clinic’, said Nora Quill, if the council agrees.", "en"),
            (f"{ORSK}„Wir werden die Klinik aufgeben“, [sagte Nora Quill](U).",
             "„Wir werden die Klinik aufgeben“, sagte Nora Quill, aber niemand glaubte ihr.", "de"),
            ("‘We’ll give up the clinic’, [said Nora Quill](U), provided the council agrees.",
             "‘We’ll give up the clinic if the council agrees’, said Nora Quill.", "en"),
        ],
    )  # fmt: skip
    def test_silent(self, said, article, source, language):
        assert said(article, source, language) == []
