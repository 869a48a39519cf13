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
        ("I support the dam, but only if the valley towns agree.", "I support the dam"),
        ("The lighthouse can be saved, unless the cliff gives way first.", "The lighthouse can be saved"),
        (
            "If the frost holds, the ferries will stop on Sunday night.",
            "the ferries will stop on Sunday night.",
        ),
    ],
)
def test_clipped_qualifier(compared, source, quotation):
    assert compared(quotation, source) == ["OMI205 major"]


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("I support the dam, but only if the valley towns agree.", "I support the dam …"),
        ("I support the dam, and the towns below it have my word.", "I support the dam"),
        ("Last week the board froze all hiring, citing costs.", "the board froze all hiring"),
        (
            "But the board froze all hiring at the northern depots.",
            "the board froze all hiring at the northern depots.",
        ),
    ],
)
def test_a_harmless_clip(compared, source, quotation):
    assert compared(quotation, source) == []


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
    ("source", "quotation"),
    [
        (
            "The tenant is not, under clause nine of the lease, permitted to sublet the loft.",
            "The tenant is ... permitted to sublet the loft.",
        ),
        (
            "The ferries will sail on Sunday if the wind drops by noon. Tickets are sold on board.",
            "The ferries will sail on Sunday … Tickets are sold on board.",
        ),
    ],
)
def test_ellipsis_over_qualifier(compared, source, quotation):
    assert compared(quotation, source) == ["OMI207 major"]


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


CALLOUTS = ["[2]", "[2][3]", "[1, 7–9]", "[note 2]", "[b]", "[citation needed]", "²"]


@pytest.mark.parametrize("callout", CALLOUTS)
def test_the_call_of_a_note_is_layout(callout, compared):
    source = f"The bridge was built in 1961.{callout} It has been repaired twice since then."
    assert compared(source.replace(callout, ""), source) == []


def test_a_word_that_the_source_put_in_brackets_is_no_call_of_a_note(compared):
    source = "The keeper saw [two] boats off the skerry before the fog came down."
    assert compared("The keeper saw boats off the skerry before the fog came down.", source) == [
        "OMI201 minor"
    ]


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


@pytest.mark.parametrize(
    ("source", "quotation", "expected"),
    [
        (
            "In one volunteer of six the upper value did not fall at all.",
            "In one volunteer of six the upper value did.",
            ["OMI202 critical"],
        ),
        (
            "The keeper of the tower is to blame, not the county that pays him.",
            "The keeper of the tower is to blame.",
            ["OMI205 major"],
        ),
        (
            "The keeper of the tower left the island without a word to anybody.",
            "The keeper of the tower left the island.",
            ["OMI205 major"],
        ),
        (
            "The shareholders of the old glass works should do nothing for now.",
            "The shareholders of the old glass works should do nothing.",
            ["OMI203 major"],
        ),
    ],
)
def test_what_is_cut_off_before_a_full_stop(compared, source, quotation, expected):
    assert compared(quotation, source) == expected


@pytest.mark.parametrize(
    ("source", "quotation", "expected"),
    [
        (
            "“I never took a penny.” Prosecutors said that he had spent the money on a house in the south.",
            "He had spent the money on a house in the south.",
            ["OMI206 major"],
        ),
        (
            "Según la oposición, el gobierno local ocultó un informe sobre los frenos del tranvía.",
            "El gobierno local ocultó un informe sobre los frenos del tranvía.",
            ["OMI206 major"],
        ),
        (
            "«No pagaremos dos veces por la misma obra», dijo la concejala de obras.",
            "Pagaremos dos veces por la misma obra",
            ["OMI202 critical"],
        ),
        (
            "Etwa die Hälfte der Mitglieder hatte im April für einen Umzug gestimmt.",
            "Die Hälfte der Mitglieder hatte im April für einen Umzug gestimmt.",
            ["OMI203 major"],
        ),
        (
            "Almost everybody in the upper town has signed the letter to the county.",
            "Everybody in the upper town has signed the letter to the county.",
            ["OMI203 major"],
        ),
        (
            "The ball had struck the defender's chest, television pictures showed.",
            "The ball had struck the defender's chest.",
            ["OMI206 major"],
        ),
        (
            "He did not sign the letter, because he thinks that it will change nothing. He is 81.",
            "He did not sign the letter. He is 81.",
            ["OMI201 minor"],
        ),
        (
            "Not every keeper on the outer skerries wants a receiver in the lamp room.",
            "Every keeper on the outer skerries wants a receiver in the lamp room.",
            ["OMI202 critical"],
        ),
    ],
)
def test_what_is_cut_off_before_a_capital(compared, source, quotation, expected):
    assert compared(quotation, source) == expected


def test_an_ellipsis_over_a_clause_that_negates_only_itself(compared):
    source = (
        "Nobody is happy about it, but nobody needs it either, and the lamp costs the county a good deal."
    )
    assert compared("Nobody is happy about it … and the lamp costs the county a good deal.", source) == []


LEFT = {
    "en": ("The barge left at dawn from the north quay.", "It sank off Orm Head with its cargo."),
    "de": ("Der Kahn fuhr im Morgengrauen vom Nordkai ab.", "Er sank vor Orm Head mit der ganzen Ladung."),
    "fr": ("La barge est partie à l'aube du quai nord.", "Elle a coulé devant Orm Head avec sa cargaison."),
}


@pytest.mark.parametrize(
    ("language", "call"),
    [
        ("en", "Sign up for our newsletter to get the harbour's news at breakfast every day."),
        ("en", "Click here to support the work of the Quay Log."),
        ("en", "Editor's note: an earlier version gave another number of barrels."),
        ("de", "Melden Sie sich für unseren Newsletter an."),
        ("fr", "Note de la rédaction : cet article a été complété."),
    ],
)
def test_a_page_calling_on_its_readers_is_no_part_of_its_text(compared, language, call):
    left, sank = LEFT[language]
    assert compared(f"{left}\n\n{sank}", f"{left}\n\n{call}\n\n{sank}") == []


def test_a_paragraph_that_only_speaks_of_a_newsletter_is_text(compared):
    left, sank = LEFT["en"]
    told = "The owners had a newsletter printed that told nobody of the tar."
    assert compared(f"{left}\n\n{sank}", f"{left}\n\n{told}\n\n{sank}") == ["OMI201 minor"]
