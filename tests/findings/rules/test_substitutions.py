"""ALT301 to ALT311: what fires, and what stays silent."""

import pytest

CHANGED = [
    # changed words
    (
        "Voters rejected the plan after a long debate in the old hall.",
        "rejected",
        "demolished",
        "ALT301 major",
    ),
    ("The wardens counted the birds on the northern cliff at noon.", "birds", "tourists", "ALT301 major"),
    ("The wardens counted the birds on the northern cliff at noon.", "at noon", "by noon", "ALT301 minor"),
    # flipped polarity
    ("Rents in the old town increased over the long winter.", "increased", "decreased", "ALT302 critical"),
    ("The landing was legal under the treaty of the straits.", "legal", "illegal", "ALT302 critical"),
    (
        "The council will sign the new lease with the brewers.",
        "will sign",
        "will not sign",
        "ALT302 critical",
    ),
    ("The director of the seed vault rejects this every year.", "rejects", "accepts", "ALT302 critical"),
    # changed figure
    ("The fund lost $4.2 million in the first quarter of the year.", "million", "billion", "ALT303 critical"),
    (
        "The toll rose by 3 percent for all barges on the canal.",
        "percent",
        "percentage points",
        "ALT303 critical",
    ),
    ("The pilot counted 410 seals on the bar at low water.", "410", "140", "ALT303 critical"),
    ("The pilot counted twelve seals on the bar at low water.", "twelve", "twenty", "ALT303 critical"),
    # changed date
    ("The permit expires on 14 March 2027 at midnight.", "2027", "2026", "ALT304 major"),
    ("The jury met in Velmar on Tuesday for an hour.", "Tuesday", "Thursday", "ALT304 major"),
    # changed modality
    ("The ministry may recall the heaters before the winter.", "may", "will", "ALT305 major"),
    ("Keepers should report every breakage to the board.", "should", "must", "ALT305 major"),
    ("The ministry may recall the heaters before the winter.", "may recall", "recalls", "ALT305 major"),
    # changed scope
    ("Some growers on the island oppose the new levy.", "Some", "All", "ALT306 major"),
    ("The levy is paid by growers and packers on the island.", "and", "or", "ALT306 major"),
    ("At least 40 boats took part in the blockade of the port.", "At least", "At most", "ALT306 major"),
    ("The clerk spoke only to the two surveyors on the quay.", "only ", "", "ALT306 major"),
    ("Nine of the boats in the outer harbour were sold.", "Nine", "Most", "ALT306 major"),
    ("The drought was the longest in a decade on the plain.", "decade", "century", "ALT303 critical"),
    ("The drought was the longest in a decade on the plain.", "longest", "shortest", "ALT302 critical"),
    # changed name
    ("Deputy Ines Caro wrote the memo for the harbour board.", "Caro", "Duarte", "ALT307 critical"),
    ("The barge was built in Tarvik for the salt trade.", "Tarvik", "Velmar", "ALT307 critical"),
    ("Deputy Ines Caro wrote the memo for the harbour board.", "Caro", "Carro", "ALT307 minor"),
    # changed form
    ("I was asked to review the harbour files twice.", "I", "He", "ALT308 minor"),
    ("The board reviews the harbour files every winter.", "reviews", "reviewed", "ALT308 minor"),
    # changed said verb
    ("The pilot said that the warning light was off.", "said", "admitted", "ALT309 major"),
    ("The owner told the court that the rope was new.", "told", "warned", "ALT309 major"),
]


@pytest.mark.parametrize(("source", "word", "other", "expected"), CHANGED)
def test_a_changed_word_gets_its_code(compared, source, word, other, expected):
    assert compared(source.replace(word, other, 1), source) == [expected]


SAME = [
    (
        "The program closed in the fall with 1,200 members.",
        "The programme closed in the fall with 1200 members.",
    ),
    ("He is not guilty, and the jury in Velmar said so.", "He isn't guilty, and the jury in Velmar said so."),
    ("The fund lost $4.2 million in the first quarter.", "The fund lost $4.2m in the first quarter."),
    ("The toll rose by 12 percent on all barges.", "The toll rose by 12% on all barges."),
    ("The jury met on 14 September in the old hall.", "The jury met on Sept. 14 in the old hall."),
    (
        "The permit was renewed in May for the ninth time.",
        "The permit was renewed in May for the ninth time.",
    ),
    (
        "Growers and packers on the island oppose the levy.",
        "Growers & packers on the island oppose the levy.",
    ),
    ("The envoy flew from Kiev to Velmar in the night.", "The envoy flew from Kyiv to Velmar in the night."),
    ("The Harbour Pilots Union called a strike in Tarvik.", "The HPU called a strike in Tarvik."),
    (
        "Mr. Orr signed the lease for the boathouse on Monday.",
        "Mr Orr signed the lease for the boathouse on Monday.",
    ),
    ("Ines T. Caro wrote the memo for the harbour board.", "Ines Caro wrote the memo for the harbour board."),
    (
        "This is fucking ridiculous, and everyone here knows it.",
        "This is f***ing ridiculous, and everyone here knows it.",
    ),
    (
        "He said that he, um, forgot the key to the lamp room.",
        "He said that he forgot the key to the lamp room.",
    ),
    (
        "It is a bloody disgrace, and everybody in the town knows it.",
        "It is a b****y disgrace, and everybody in the town knows it.",
    ),
    ("“It's a bloody disgrace,” said Orr, who is 81.", "It's a b****y disgrace"),
    (
        "I'm not going to guess. We'll have a scan on Monday at noon.",
        "I am not going to guess. We will have a scan on Monday at noon.",
    ),
    (
        "The upper value fell by 4.7 millimetres of mercury on average.",
        "The upper value fell by 4.7 mm of mercury on average.",
    ),
    (
        "People who cut their salt by a third had lower pressure.",
        "People who cut their salt by one-third had lower pressure.",
    ),
    (
        "The tenant may give notice under section 14 in writing.",
        "The tenant may give notice under § 14 in writing.",
    ),
    (
        "The islanders have collected £19,500 to pay for a doctor.",
        "The islanders have collected £19 500 [€22,600] to pay for a doctor.",
    ),
    (
        "We recommend (a) that the gates be tested; (b) that an engineer sit on the board.",
        "We recommend that the gates be tested; that an engineer sit on the board.",
    ),
    (
        "Der Landkreis zahlt seit 2028 die Hälfte der Kosten für höhere Zäune.",
        "Der Landkreis zahlt seit 2028 50 Prozent der Kosten für höhere Zäune.",
    ),
]


@pytest.mark.parametrize(("source", "quotation"), SAME)
def test_another_dress_is_no_finding(compared, source, quotation):
    assert compared(quotation, source) == []


def test_both_negated_is_no_flip(compared):
    source = "The council did not accept the offer of the brewers last week."
    quotation = "The council refused the offer of the brewers last week."
    assert "ALT302 critical" not in compared(quotation, source)


def test_rounding_that_says_so_is_minor(compared):
    source = "The survey counted 4,187 nests on the northern cliff this year."
    quotation = "The survey counted about 4,200 nests on the northern cliff this year."
    assert compared(quotation, source) == ["ALT303 minor"]


def test_one_edit_is_one_finding(compared):
    source = "The council demanded a written answer from the brewers by the end of the week."
    quotation = "The council asked politely for a short reply from the brewers by the end of the week."
    assert len(compared(quotation, source)) <= 2


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("Holm", "Stolm", "ALT307 major"),
        ("Holm", "Home", "ALT307 major"),
        ("Lee", "Leo", "ALT307 major"),
        ("Harris", "Morris", "ALT307 major"),
        ("Holm", "Duarte", "ALT307 critical"),
        ("Lindqvist", "Lindquist", "ALT307 minor"),
        ("Tchekhova", "Chekhova", "ALT307 minor"),
        ("Hansen", "Hanson", "ALT307 minor"),
    ],
)
def test_a_short_name_that_is_nearly_alike_is_another_one(compared, name, other, expected):
    source = "The meeting was opened by Ada @, who has led the board since 2019."
    assert compared(source.replace("@", other), source.replace("@", name)) == [expected]


def test_first_and_third_person_exchanged_inside_marks_is_major(compared):
    source = "“I was asked to review the harbour files twice before the trial,” she said."
    assert compared("“They were asked to review the harbour files twice before the trial”", source) == [
        "ALT308 major"
    ]


def test_a_quotation_with_one_word_changed_is_no_retelling(compared):
    source = (
        "We have looked at closing the ward, though nothing has been settled and staff will be heard first."
    )
    assert compared(source.replace("looked at", "discussed"), source) == ["ALT301 major"]
