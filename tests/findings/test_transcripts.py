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
        # She says so too.
        (f"“{LOST},” [Halloran said](U).", (*HEARING, f"SENATOR HALLORAN: {LOST}! Think of it.")),
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
