"""Words of one voice that an article gives to another are a finding; whoever the article names rightly, however, passes."""

import pytest

URL = "https://ledger.example/ferry"
FILLER = " ".join(
    f"The clerk read out entry number {n} of the long list and nobody in the room objected." for n in range(8)
)


def page(*paragraphs, language="en", filler=FILLER):
    body = "".join(f"<p>{text}</p>" for text in (filler, *paragraphs))
    return f"<html lang='{language}'><body><article><h1>At the pier</h1>{body}</article></body></html>"


FERRY = page(
    "“The ferry should have been mended years ago,” said Ole Brandt, a farmer who lives above the pier. “We told them so.”",
    "A spokeswoman for the company, Lena Orr, said that there was no comment. The mayor, Ida Holm, was away.",
)
SAID = "The ferry should have been mended years ago"


@pytest.mark.parametrize(
    "article",
    [
        f"“{SAID},” Ida Holm [said]({URL}).",
        f"“[{SAID}]({URL}),” said Lena Orr.",
        f"“{SAID},” the mayor [said]({URL}).",
        f"“{SAID},” a company spokeswoman [said]({URL}).",
    ],
)
def test_the_words_of_one_given_to_another_or_to_an_office_are_a_finding(codes, article):
    assert codes(article, {URL: FERRY}) == ["ATT501"]


OPENINGS = [
    "Ole Brandt said: “{}.” ([Fenmark Ledger]({}))",
    "Brandt: “{}.” ([Fenmark Ledger]({}))",
    "Ole Brandt, who farms above the pier, put it so: “{}.” ([Fenmark Ledger]({}))",
    "As Brandt told the paper: “{}.” ([Fenmark Ledger]({}))",
    "A farmer said: “{}.” ([Fenmark Ledger]({}))",
    "The farmer said: “{}.” ([Fenmark Ledger]({}))",
    "One neighbour of the pier complains: “{}.” ([Fenmark Ledger]({}))",
    "He said: “{}.” ([Fenmark Ledger]({}))",
    "The Fenmark Ledger quotes a farmer: “{}.” ([article]({}))",
    "“{},” said Brandt ([Fenmark Ledger]({})).",
    "“{},” he [told the Fenmark Ledger]({}).",
    "Ole Brandt farms above the pier. The Fenmark Ledger [quotes him]({1}): “{0}.”",
]


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_speaker_whom_the_article_names_by_name_role_or_pronoun_passes(codes, opening):
    assert codes(opening.format(SAID, URL), {URL: FERRY}) == []


@pytest.mark.parametrize(
    "opening",
    [
        "The Fenmark Ledger [writes]({1}): “{0}.”",
        "From the [Fenmark Ledger]({1}): “{0}.”",
        "As the Fenmark Ledger [puts it]({1}): “{0}.”",
    ],
)
def test_words_that_the_paper_only_quotes_are_not_the_papers(codes, opening):
    assert codes(opening.format(SAID, URL), {URL: FERRY}) == ["STR404"]


SCHOOL = {
    "en": "“No teacher was ever asked what the school should be,” said Tom Brack, a councillor. Mayor Ruth Alder was away.",
    "de": "„Kein Lehrer wurde je gefragt, was die Schule sein soll“, sagte Tom Brack. Bürgermeisterin Ruth Alder fehlte.",
    "fr": "« Aucun professeur n’a été consulté sur la nouvelle école », a déclaré Tom Brack. La maire Ruth Alder était absente.",
}
TWO_REPORTERS = [
    ("en", "As the [Courier]({}) reported, Mayor {} said: “No teacher was ever asked what the school should be.”"),
    ("en", "As was [reported]({}), {} said: “No teacher was ever asked what the school should be.”"),
    ("en", "The [Courier]({}) reported that {} said: “No teacher was ever asked what the school should be.”"),
    ("en", "The [Courier]({}) quoted {} as saying: “No teacher was ever asked what the school should be.”"),
    ("en", "In an interview with the [Courier]({}), {} said: “No teacher was ever asked what the school should be.”"),
    ("en", "“[No teacher was ever asked what the school should be]({}),” said {}, as the Courier reports."),
    ("de", "Wie der [Kurier]({}) berichtet, sagte {}: „Kein Lehrer wurde je gefragt, was die Schule sein soll.“"),
    ("fr", "Comme le rapporte [le Courrier]({}), {} a déclaré : « Aucun professeur n’a été consulté sur la nouvelle école. »"),
    ("fr", "Selon [le Courrier]({}), {} a déclaré : « Aucun professeur n’a été consulté sur la nouvelle école. »"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "article"), TWO_REPORTERS)
def test_who_reports_what_somebody_said_does_not_hide_that_it_was_somebody_else(codes, language, article):
    source = {URL: page(SCHOOL[language], language=language)}
    assert codes(article.format(URL, "Ruth Alder"), source) == ["ATT501"]
    assert codes(article.format(URL, "Tom Brack"), source) == []


LETTER = page("“No teacher was asked,” reads the letter of Tom Brack. Mayor Ruth Alder read it out.")


@pytest.mark.parametrize(
    "frame",
    [
        "The letter, Ruth Alder said, [reads]({}): “No teacher was asked.”",
        "The letter that Ruth Alder cited [says]({}): “No teacher was asked.”",
        "“No teacher was asked,” [reads]({}) the letter that Ruth Alder cited.",
    ],
)
def test_what_a_letter_says_is_not_said_by_whoever_tells_of_the_letter(codes, frame):
    assert codes(frame.format(URL), {URL: LETTER}) == []


HEARING = page(
    "SENATOR MARCH: So the ferry sailed in the fog and nobody stopped it?",
    "MS LUND: I did not say that. The captain asked for leave at noon.",
    "SENATOR MARCH: And who gave it to him in writing?",
    "MS LUND: The harbour office. I have the letter here.",
)
ASKED = "the ferry sailed in the fog and nobody stopped it"


@pytest.mark.parametrize(
    "article",
    [
        f"Lund admitted that “[{ASKED}]({URL})”.",
        f"Under oath Ms Lund said that “[{ASKED}]({URL})”.",
        f"“The captain asked for leave at noon,” Senator March [said]({URL}).",
    ],
)
def test_a_question_in_the_mouth_of_whoever_answers_is_a_finding(codes, article):
    assert codes(article, {URL: HEARING}) == ["ATT501"]


@pytest.mark.parametrize(
    "article",
    [
        f"March asked Ms Lund whether “[{ASKED}]({URL})”.",
        f"“The captain asked for leave at noon,” Lund [said]({URL}).",
        f"“I have the letter here,” Ms Lund [told the senators]({URL}).",
    ],
)
def test_a_question_given_to_whoever_asks_and_an_answer_to_whoever_answers_pass(codes, article):
    assert codes(article, {URL: HEARING}) == []


BLOCK = (
    "From the [hearing]({}):\n\n> {}: So the ferry sailed in the fog and nobody stopped it?\n>\n"
    "> {}: I did not say that. The captain asked for leave at noon.\n"
)


def test_a_block_of_turns_with_their_labels_passes_and_with_labels_swapped_does_not(codes):
    assert codes(BLOCK.format(URL, "SENATOR MARCH", "MS LUND"), {URL: HEARING}) == []
    assert codes(BLOCK.format(URL, "March", "Lund"), {URL: HEARING}) == []
    assert codes(BLOCK.format(URL, "MS LUND", "SENATOR MARCH"), {URL: HEARING}) == ["ATT501", "ATT501"]


def test_two_turns_run_together_as_one_speech_are_a_splice(codes):
    quoted = "I did not say that. The captain asked for leave at noon. And who gave it to him in writing?"
    assert codes(f"Ms Lund [said]({URL}): “{quoted}”", {URL: HEARING}) == ["STR401"]


ANSWERS = page(
    "Q. Did you sign the lease of the pier?",
    "A. Yes, I signed it myself.",
    "Q. Did you know that the crane was broken?",
    "A. No. I read of it in the papers.",
    "Q. And you went on with the work?",
    "A. Of course I went on. Nobody told me to stop.",
)


def test_an_answer_to_another_question_is_no_answer_to_the_one_that_is_put(traced):
    joined = "Yes, I signed it myself. … Of course I went on."
    asked = f"Asked whether he knew that the crane was broken, Iversen [answered]({URL}): “{joined}”"
    told = f"Iversen [said]({URL}): “{joined}”"
    gravity = [
        max(finding.severity for finding in traced(article, {URL: ANSWERS}).findings).label
        for article in (asked, told)
    ]
    assert gravity == ["major", "note"]


def test_a_name_with_its_office_is_the_same_persons(codes):
    source = page(
        "施工方代表罗启衡说：“如果汛期推迟，我们可以在六月底前通车。”有人追问：“如果不推迟呢？”罗启衡回答：“那就要等到九月，我不想骗大家。”",
        language="zh",
        filler="",
    )
    assert codes(f"施工方代表[坦言]({URL})：“那就要等到九月，我不想骗大家。”", {URL: source}) == []


COURT = page(
    "Justice Orme delivered the opinion of the Court.",
    "We hold that the statute does not reach a vessel that is moored for the winter.",
    "Justice Abel Cole, dissenting.",
    "I would hold that the statute reaches any vessel, whether it is moored or not.",
)
REACHES = "the statute reaches any vessel, whether it is moored or not"


def test_a_dissent_given_as_what_the_court_held_is_a_finding(codes):
    assert codes(f"The Court [held]({URL}) that “{REACHES}”.", {URL: COURT}) == ["ATT503"]


@pytest.mark.parametrize(
    "dissent",
    [
        f"Justice Orme delivered the opinion of the Court. Justice Cole, dissenting: I would hold that {REACHES}. I would reverse.",
        f"The vessel is not reached, the majority found. Justice Cole, dissenting: “I would hold that {REACHES}.”",
        f"Orme J., for the majority: The appeal is dismissed.</p><p>Cole J., dissenting: I would hold that {REACHES}. I would reverse.",
    ],
)
def test_a_dissent_that_a_label_opens_in_running_text_is_one(codes, dissent):
    assert codes(f"The Court [held]({URL}) that “{REACHES}”.", {URL: page(dissent)}) == ["ATT503"]
    assert codes(f"Justice Cole [wrote]({URL}) that “{REACHES}”.", {URL: page(dissent)}) == []


def test_whom_the_sentence_around_a_quotation_certainly_names_is_judged_where_no_verb_is_known_for_saying(
    codes,
):
    source = page(
        "Primarul Sorin Bălan a prezentat bugetul. Consilierul Mirela Roth i-a răspuns: „Banii pentru pod s-au dus pe pavaje în doi ani.”",
        language="ro",
    )
    words = "„Banii pentru pod s-au dus pe pavaje în doi ani”"
    assert codes(f"{words}, a [recunoscut]({URL}) primarul Sorin Bălan.", {URL: source}) == ["ATT501"]
    assert codes(f"{words}, a [recunoscut]({URL}) consilierul Mirela Roth.", {URL: source}) == []


@pytest.mark.parametrize(
    "article",
    [
        f"Justice Cole [wrote]({URL}) that “{REACHES}”.",
        f"The dissent [says]({URL}) that “{REACHES}”.",
        f"The Court [held]({URL}) that “the statute does not reach a vessel that is moored for the winter”.",
    ],
)
def test_a_dissent_given_as_one_passes(codes, article):
    assert [code for code in codes(article, {URL: COURT}) if code.startswith("ATT")] == []


COMMENTED = f"""<html lang="en"><body><article><h1>The ferry</h1><p>{FILLER}</p>
<p>The board of the harbour voted to mend the ferry, which was built in 1911.</p></article>
<section id="comments" class="comments"><div class="comment"><p>They never mended a single boat in all my years on this bay.</p></div>
</section></body></html>"""


def test_what_a_reader_writes_below_is_no_report_of_the_paper(codes):
    words = "They never mended a single boat in all my years on this bay."
    assert codes(f"The Fenmark Ledger [reports]({URL}): “{words}”", {URL: COMMENTED}) == ["ATT503"]
    assert codes(f"A reader of the Fenmark Ledger [comments]({URL}): “{words}”", {URL: COMMENTED}) == []


SPOKEN = {
    "de": (
        "„Die Fähre hätte man richten müssen“, sagte Ole Brandt. „Wir haben gewarnt.“ Bürgermeisterin Ida Holm schwieg.",
        "„[Die Fähre hätte man richten müssen]({})“, sagte {}.",
    ),
    "fr": (
        "« Il fallait réparer le bac depuis longtemps », a déclaré Ole Brandt. Ida Holm, la maire, n'a rien dit.",
        "« [Il fallait réparer le bac depuis longtemps]({}) », a déclaré {}.",
    ),
    "es": (
        "—Había que arreglar el barco hace años —dijo Ole Brandt—. Se lo dijimos.</p><p>La alcaldesa, Ida Holm, calló.",
        "«[Había que arreglar el barco hace años]({})», dijo {}.",
    ),
    "it": (
        "«Bisognava riparare il battello anni fa», ha detto Ole Brandt. La sindaca, Ida Holm, non ha risposto.",
        "«[Bisognava riparare il battello anni fa]({})», ha detto {}.",
    ),
    "nl": (
        "‘De boot had jaren geleden gemaakt moeten worden’, zei Ole Brandt. Burgemeester Ida Holm zweeg.",
        "‘[De boot had jaren geleden gemaakt moeten worden]({})’, zei {}.",
    ),
    "pl": (
        "– Prom trzeba było naprawić lata temu – powiedział Ole Brandt. – Mówiliśmy im.</p><p>Burmistrz Ida Holm milczała.",
        "„[Prom trzeba było naprawić lata temu]({})” – powiedział {}.",
    ),
    "pt": (
        "“Era preciso consertar o barco há anos”, disse Ole Brandt. A prefeita, Ida Holm, ficou calada.",
        "“[Era preciso consertar o barco há anos]({})”, disse {}.",
    ),
    "ru": (
        "«Паром надо было чинить много лет назад», — сказал Олег Брандт. Мэр Ида Хольм промолчала.",
        "«[Паром надо было чинить много лет назад]({})», — сказала {}.",
    ),
}


@pytest.mark.parametrize(
    ("language", "source", "article"), [(code, *pair) for code, pair in SPOKEN.items()], ids=SPOKEN
)
def test_the_speaker_of_the_source_is_told_in_many_languages(traced, language, source, article):
    right, wrong = ("Олег Брандт", "Ида Хольм") if language == "ru" else ("Ole Brandt", "Ida Holm")

    def found(name):
        trace = traced(
            article.format(URL, name),
            {URL: page(source, language=language, filler=source)},
            languages=(language,),
        )
        return [finding.rule.code for finding in trace.findings if finding.severity]

    assert "ATT501" in found(wrong)
    assert "ATT501" not in found(right)


def test_a_question_as_what_the_questioner_holds_is_a_finding(codes):
    article = f"Senator March was blunt at the hearing: “[{ASKED}]({URL})”."
    assert codes(article, {URL: HEARING}) == ["ALT312"]
