"""OMI201 to OMI207: what fires, and what stays silent."""

import pytest

STUDY = (
    "The study, published in Tidal Review, tracked 40 grey seals over six long winters on the outer skerries."
)


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        (STUDY.replace(", published in Tidal Review,", ""), ["OMI201 minor"]),
        (STUDY.replace(" on the outer skerries", ""), []),
        (STUDY.replace(" long", ""), ["OMI201 minor"]),
    ],
)
def test_silent_omission(compared, quotation, expected):
    assert compared(quotation, STUDY) == expected


def test_a_whole_statement_left_out_is_major(compared):
    source = "The barge left at dawn. The crew had loaded ninety barrels of tar in the dark. It sank off Orm Head before noon with all its cargo."
    assert compared(
        source.replace(" The crew had loaded ninety barrels of tar in the dark.", ""), source
    ) == ["OMI201 major"]


LOADED = "The crew had loaded ninety barrels of tar in the dark."


@pytest.mark.parametrize(
    ("joint", "severity"),
    [("\n\n{}\n\n", "minor"), (" {}\n\n", "major"), ("\n\n{} ", "major")],
    ids=["a whole paragraph", "the end of a paragraph", "the beginning of a paragraph"],
)
def test_between_two_paragraphs_a_statement_is_major_unless_it_is_a_whole_one(compared, joint, severity):
    left, sank = (
        "The barge left at dawn from the north quay.",
        "It sank off Orm Head before noon with its cargo.",
    )
    assert compared(f"{left}\n\n{sank}", left + joint.format(LOADED) + sank) == [f"OMI201 {severity}"]


@pytest.mark.parametrize("mark", ["…", "...", "[…]", "(…)", ". . ."])
def test_a_marked_omission_is_declared(compared, mark):
    assert compared(STUDY.replace(", published in Tidal Review,", f" {mark}"), STUDY) == []


@pytest.mark.parametrize(
    ("source", "gone"),
    [
        ("The mayor of Velmar said that she would not sign the new ordinance.", "not "),
        ("There is no evidence that the tower at Orm Head was ever lit.", "no "),
        ("The keepers have never asked for a boat of their own in winter.", "never "),
        ("The town won't sell the depot before the spring market opens.", "n't"),
    ],
)
def test_dropped_negation(compared, source, gone):
    quotation = source.replace("won't", "will") if gone == "n't" else source.replace(gone, "")
    assert compared(quotation, source) == ["OMI202 critical"]


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        (
            "The town did not sell the depot before the spring market.",
            "The town didn't sell the depot before the spring market.",
        ),
        (
            "The lamp, which was not lit on Sundays, stood on the outer mole for ninety years.",
            "The lamp … stood on the outer mole for ninety years.",
        ),
    ],
)
def test_a_negation_that_was_kept_or_went_with_its_clause(compared, source, quotation):
    assert compared(quotation, source) == []


def test_a_clause_that_takes_its_negation_with_it_is_an_omission(compared):
    source = "The lamp, which was not lit on Sundays, stood on the outer mole for ninety years."
    quotation = "The lamp stood on the outer mole for ninety years."
    assert compared(quotation, source) == ["OMI201 minor"]


@pytest.mark.parametrize(
    ("source", "gone"),
    [
        ("The clerk allegedly moved the files to the cellar before the audit.", "allegedly "),
        ("The wall was built by about 400 prisoners from the southern islands.", "about "),
        ("The eels appear to return every autumn to the same pool.", "appear to "),
    ],
)
def test_dropped_hedge(compared, source, gone):
    quotation = source.replace(gone, "")
    assert compared(quotation[0].upper() + quotation[1:], source) == ["OMI203 major"]


def test_about_as_a_preposition_hedges_nothing(compared):
    source = "The book about the tower was sold out in Velmar within a week."
    assert compared(source.replace("about the tower ", ""), source) == ["OMI201 minor"]


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        (
            "The trains will return in June if the tunnel passes its inspection, and the fares will stay as they are.",
            "The trains will return in June, and the fares will stay as they are.",
        ),
        (
            "All the piers are open to anglers, except the one at Orm Head, from the first of May.",
            "All the piers are open to anglers from the first of May.",
        ),
        (
            "The trains will return in June if the tunnel passes its inspection.",
            "The trains will return in June.",
        ),
    ],
)
def test_dropped_condition(compared, source, quotation):
    assert compared(quotation, source) == ["OMI204 major"]


def test_an_adverb_is_no_clause(compared):
    source = "The outer gate is still closed to lorries, and the wardens know it."
    assert compared(source.replace("still ", ""), source) == ["OMI201 minor"]


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        (
            "The well is safe to drink, according to the company that drilled it.",
            "The well is safe to drink.",
        ),
        (
            "The well, the mayor said on Monday, is safe to drink for the whole of the village.",
            "The well is safe to drink for the whole of the village.",
        ),
    ],
)
def test_dropped_attribution(compared, source, quotation):
    assert compared(quotation, source) == ["OMI206 major"]


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        (
            "“The well is safe to drink,” said Ebba Lind, “and it will be safe for years to come.”",
            "“The well is safe to drink, and it will be safe for years to come.”",
        ),
        (
            "“The well is safe to drink in every season,” said Ebba Lind.",
            "The well is safe to drink in every season.",
        ),
    ],
)
def test_a_reporters_tag_beside_speech_is_no_claim(compared, source, quotation):
    assert compared(quotation, source) == []


@pytest.mark.parametrize(
    ("source", "quotation", "expected"),
    [
        (
            "The tenant is not, under clause nine of the lease, permitted to sublet the loft.",
            "The tenant is ... permitted to sublet the loft.",
            "OMI207 critical",
        ),
        (
            "The ferries will sail on Sunday if the wind drops by noon. Tickets are sold on board.",
            "The ferries will sail on Sunday … Tickets are sold on board.",
            "OMI207 major",
        ),
    ],
)
def test_ellipsis_over_qualifier(compared, source, quotation, expected):
    assert compared(quotation, source) == [expected]


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        (
            "The tenant, who was not present at the hearing, is permitted to sublet the loft.",
            "The tenant … is permitted to sublet the loft.",
        ),
        (
            "The pier is open again. Nobody was hurt by the crane. The market moves back to the quay on Sunday.",
            "The pier is open again. […] The market moves back to the quay on Sunday.",
        ),
    ],
)
def test_an_ellipsis_over_what_qualifies_nothing_kept(compared, source, quotation):
    assert compared(quotation, source) == []


@pytest.mark.parametrize(
    ("source", "gone", "expected"),
    [
        ("The board said that most growers would be paid by June.", "most ", ["ALT306 major"]),
        ("Half of the boats in the harbour were sold in the spring.", "Half of ", ["OMI205 major"]),
        ("The board spoke most recently to the growers in May.", "most ", ["OMI201 minor"]),
        ("All 64 teachers but three voted for the later hour.", " but three", ["OMI204 major"]),
        ("The club would spend at least as much again on the roof.", "at least ", ["OMI203 major"]),
        ("A nurse will fly in on Tuesdays, weather permitting.", ", weather permitting", ["OMI204 major"]),
        ("If prices fell again, they would lower the tax on grain.", "If ", ["OMI204 major"]),
        ("The tax will be lowered if prices fall again in May.", "if ", ["OMI204 major"]),
        ("She dissents because in her view the director misled them.", "in her view ", ["OMI203 major"]),
        ("Hale told the court that he believed the transfers were legal.", "he believed ", ["OMI203 major"]),
    ],
)
def test_what_limits_a_statement(compared, source, gone, expected):
    quotation = source.replace(gone, "", 1)
    assert compared(quotation[0].upper() + quotation[1:], source) == expected


def test_an_ellipsis_over_a_clause_that_negates_only_itself(compared):
    source = (
        "Nobody is happy about it, but nobody needs it either, and the lamp costs the county a good deal."
    )
    assert compared("Nobody is happy about it … and the lamp costs the county a good deal.", source) == []
