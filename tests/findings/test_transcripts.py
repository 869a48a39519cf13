"""Labels before the speeches of a transcript say who speaks (ATT501)."""

import pytest

URL = "https://hearing.example/may"
LOST = "Eleven people lost their homes in one night and nobody was told"
HEARING = (
    "SENATOR HALLORAN: Did the council move fast when the water came?",
    f"SENATOR OKORO: Slow. {LOST}.",
    "I was there myself. The road was gone by noon.",
    "SENATOR HALLORAN: I thank you for that. We shall go on to the next witness.",
    "SENATOR OKORO: I have nothing to add to what I said in the spring.",
)


def page(speeches):
    paragraphs = "".join(f"<p>{speech}</p>" for speech in speeches)
    return f"<html lang='en'><h1>Hearing on the flood</h1><p>The committee met in the old town hall at ten.</p>{paragraphs}</html>"


def relabelled(**names):
    text = "\n".join(HEARING)
    for old, new in names.items():
        text = text.replace(f"SENATOR {old}", new)
    return text.split("\n")


@pytest.fixture
def said(codes):
    return lambda article, speeches=HEARING: codes(article.replace("(U)", f"({URL})"), {URL: page(speeches)})


@pytest.mark.parametrize(
    ("article", "speeches"),
    [
        (f"“{LOST},” [Halloran said](U).", HEARING),
        (f"“{LOST},” [Senator Halloran said](U).", HEARING),
        (f"“{LOST},” [said Rita Halloran](U).", HEARING),
        ("“I was there myself. The road was gone by noon,” [Halloran said](U).", HEARING),
        (f"“{LOST},” [Halloran said](U).", relabelled(HALLORAN="Rita Halloran", OKORO="Ben Okoro")),
        (f"“{LOST},” [Halloran said](U).", relabelled(HALLORAN="HALLORAN", OKORO="MR. OKORO (D)")),
        (f"“{LOST},” [Halloran said](U).", relabelled(HALLORAN="SENATOR HALLORAN", OKORO="THE CHAIR")),
    ],
)
def test_the_words_of_one_label_given_to_another(said, article, speeches):
    assert said(article, speeches) == ["ATT501"]


@pytest.mark.parametrize(
    ("article", "speeches"),
    [
        (f"“{LOST},” [Okoro said](U).", HEARING),
        (f"“{LOST},” [Senator Okoro said](U).", HEARING),
        (f"“{LOST},” [said Ben Okoro](U).", HEARING),
        (f"“{LOST},” [said Lena Marsh](U).", HEARING),  # no label of hers
        (f"“{LOST},” [Halloran said](U).", HEARING[1:3]),  # no transcript
        (f"“{LOST},” [Halloran said](U).", relabelled(HALLORAN="Q", OKORO="A")),
        (f"“{LOST},” [Halloran said](U).", relabelled(OKORO="THE CHAIR", HALLORAN="THE CLERK")),
        (f"“{LOST},” [Halloran said](U), quoting Okoro.", HEARING),
        (f"“{LOST},” [a lawyer for Halloran said](U).", HEARING),
        # Okoro quotes her.
        (f"“{LOST},” [Halloran said](U).", relabelled(HALLORAN="SENATOR HALLORAN", OKORO="OKORO-HALLORAN")),
    ],
)
def test_silent_in_doubt(said, article, speeches):
    assert said(article, speeches) == []


def test_headings_with_a_colon_are_no_speakers(said):
    speeches = (
        "WHEN: Monday at ten",
        f"WHERE: The old town hall. {LOST}.",
        "WHO: Halloran and Okoro of the council",
    )
    assert said(f"“{LOST},” [Halloran said](U).", speeches) == []


INTERVIEW = """HOST: The shop took the money and bought a boat.
CANON REED: That is a bold way to put it.
HOST: Is it a wrong one?
CANON REED: I would want to see the receipts."""


@pytest.mark.parametrize(
    "article",
    [
        "From the broadcast:\n\nCANON REED: “The shop took the money and bought a boat.”\n",
        "HOST: How bad was it?\nCANON REED: “The shop took the money and bought a boat.”\nHOST: I see.\n",
    ],
)
def test_anothers_label_right_before_the_words(beside, article):
    assert "ATT501" in beside(article, INTERVIEW)


@pytest.mark.parametrize(
    "article",
    [
        "From the broadcast:\n\nHOST: “The shop took the money and bought a boat.”\n",
        "Q: Is it wrong?\nA: “I would want to see the receipts.”\nQ: I see.\n",
        "Reporter: “The shop took the money and bought a boat.”\nReed: “That is a bold way to put it.”\nReporter: Is it?\n",
    ],
)
def test_the_right_label_or_another_name_for_it(beside, article):
    assert beside(article, INTERVIEW) == []


HALL = """Interviewer: The old hall is falling to bits, isn't it?
Filippa Rend: Blinds fall, that is true. The hall does not.
Interviewer: And the teachers?
Filippa Rend: Three fewer. I have asked for them twice."""


def test_the_questioners_words_below_a_question_are_no_answer(beside):
    told = "**How is the hall?**\n“The old hall is falling to bits.”\n\n**And the teachers?**\nThree fewer."
    assert "ATT501" in beside(told, HALL)


@pytest.mark.parametrize(
    "article",
    [
        "**And the teachers?**\n“Three fewer. I have asked for them twice.”\n\nThe bell rang.",
        "**“The old hall is falling to bits, isn't it?”**\n“Blinds fall, that is true.”\n\nThe bell rang.",
    ],
)
def test_a_question_and_its_answer_pass(beside, article):
    assert beside(article, HALL) == []


def test_dashes_part_the_turns_of_a_dialogue(beside):
    source = """Корреспондент: Кто нашёл колокол?
Окунев: Лопата звякнула, и я подумал о трубе.
Корреспондент: Кому сказали первому?
Окунев: Жене, она велела закопать обратно."""
    told = "**— Кто нашёл колокол?**\n— Лопата звякнула, и я подумал о трубе.\n\n**— Кому сказали первому?**\n— Жене, она велела закопать обратно."
    assert beside(told, source) == []
