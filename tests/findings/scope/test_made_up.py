"""What was cut off and the article says in words of its own, beside what only looks as if it did; and cuts that reach nothing."""

import pytest

from tests.findings.scope.test_frames import told

CLAIM = "According to counsel for the claimant, the ferry left the pier unlit. The court is not persuaded."
BUILT = "“I never said that the dyke is rotten,” Holm wrote."

MADE_UP = [
    # the denial comes behind the quotation, in the source's words
    ("en", "One keeper told us that the lamp was dark, which the guild denies.", "One keeper said “the lamp was dark”; the guild denies it."),
    ("en", "One keeper told us that the lamp was dark, which the guild denies.", "One keeper said “the lamp was dark”; the guild rejects that."),
    ("en", BUILT, "The Gazette had “the dyke is rotten”; Holm never said that."),
    # a claim that the article denies in its turn, or gives to the party by another name
    ("en", CLAIM, "According to the widow “the ferry left the pier unlit”, a claim the court does not share."),
    ("en", CLAIM, "In vain had the widow submitted that “the ferry left the pier unlit”."),
    ("nl", "Volgens eiseres is de dijk in mei doorgestoken. De rechter gelooft dat niet.", "Volgens de weduwe ‘is de dijk in mei doorgestoken’, maar de rechter ging daar niet in mee."),
    ("de", "„Mein Nachbar behauptet, die Boote seien im Eis gesunken“, sagte Holm.", "Über die Behauptung ihres Nachbars, „die Boote seien im Eis gesunken“, lachte Holm."),
    # nothing allows one to claim, nothing shows
    ("fr", "Rien ne nous autorise à prétendre que la digue est pourrie.", "Rien ne montre, selon le bailli, que « la digue est pourrie »."),
    # a restriction, of which the article has the first half and the verb
    ("fr", "« Nous n'accueillons que les bateaux du bourg », écrit Holm.", "Le port n'accueille, écrit Holm, « que les bateaux du bourg »."),
    # conditions and exceptions
    ("en", "Should the guild withdraw the loan, the mill will close in May.", "Without the loan, Holt said, “the mill will close in May”."),
    ("en", "And if the rope breaks, ring the bell at the ford.", "And if it snaps? “Ring the bell at the ford,” Holt advises."),
    ("fr", "Prenez le bac de midi, sauf si la brume est basse.", "Hors des jours de brume, le bailli conseille : « Prenez le bac de midi. »"),
    ("es", "Si el molino fuera del pueblo, cosa que nadie pretende, la harina costaría la mitad.", "Con un molino del pueblo, que no lo es, «la harina costaría la mitad», calcula Ríos."),
    ("en", "The ferry turns back only if the harbour master has raised the flag.", "The ferry comes back “if the harbour master has raised the flag”."),
    ("en", "Her uncle told anyone who would listen that she had sold the boats at night.", "Her uncle spread the tale that she “had sold the boats at night”."),
    ("en", "If you are still unsure which boat is yours, ask the keeper at the ford.", "To those who cannot tell the boats apart she says: “Ask the keeper at the ford.”"),
    ("de", "Wenn Ihnen der Weg zu steil ist, dann nehmen Sie das Boot am Wehr.", "Wer schlecht zu Fuß ist, dem rät sie: „Nehmen Sie das Boot am Wehr.“"),
    # a denial denied
    ("de", "Ich bestreite nicht, dass mein Boot am Steg lag.", "Holm räumt ein, dass „mein Boot am Steg lag“."),
]  # fmt: skip

LOST = [
    ("fr", "« Nous n'accueillons que les bateaux du bourg », écrit Holm.", "Le port préfère, écrit Holm, « que les bateaux du bourg »."),
    ("en", "One keeper told us that the lamp was dark, which the guild denies.", "One keeper said “the lamp was dark”; the guild is rich."),
    ("en", "It is unlikely that the mill was ever painted red.", "Holt thinks it probable that “the mill was ever painted red”."),
    ("en", "One keeper told us that the lamp was dark, which the guild denies.", "One keeper said “the lamp was dark”; the town rejects the bill."),
    ("en", BUILT, "The Gazette asked Holm twice, and “the dyke is rotten”, he wrote."),
    ("en", CLAIM, "The court held that “the ferry left the pier unlit”."),
    ("nl", "Volgens eiseres is de dijk in mei doorgestoken. De rechter gelooft dat niet.", "De rechter schrijft: ‘is de dijk in mei doorgestoken’."),
    ("fr", "Rien ne nous autorise à prétendre que la digue est pourrie.", "Le bailli montre que « la digue est pourrie »."),
    ("en", "Should the guild withdraw the loan, the mill will close in May.", "On the loan, Holt said, “the mill will close in May”."),
    ("en", "If the rope breaks, ring the bell at the ford.", "And if asked what she does, Holt told us. “Ring the bell at the ford,” she said."),
    ("fr", "Prenez le bac de midi, sauf si la brume est basse.", "Seul le bailli conseille : « Prenez le bac de midi. »"),
    ("es", "Si el molino fuera del pueblo, cosa que nadie pretende, la harina costaría la mitad.", "«La harina costaría la mitad», calcula Ríos."),
    ("en", "The ferry turns back only when the harbour master has raised the flag.", "Holt saw that “the ferry turns back”."),
    ("en", "Her uncle told anyone who would listen that she had sold the boats at night.", "The court found that she “had sold the boats at night”."),
    ("en", "If you are still unsure which boat is yours, ask the keeper at the ford.", "To all her guests she says: “Ask the keeper at the ford.”"),
    ("es", "Si el camino les parece largo, tomen la barca del vado.", "Los guardas dicen: «Tomen la barca del vado»."),
    ("de", "Ich bestreite, dass mein Boot am Steg lag.", "Holm räumt ein, dass „mein Boot am Steg lag“."),
    ("it", "Nego che la barca fosse ferma al molo.", "Rossi ammette che «la barca fosse ferma al molo»."),
]  # fmt: skip

BESIDE = [
    # what denies stands between signs of its own
    ("en", "The boats came back before dawn, which, contrary to the rumour, was at five and not at seven.", "“The boats came back before dawn,” Holt writes."),
    ("en", "I would tell him, though I doubt he cares, that he sold us the boats.", "“I would tell him … that he sold us the boats,” Holt said."),
    # one half of a contrast goes with all that it denies
    ("de", "Die Vogtin war nicht müde, sie war wach, und sie las die Akten noch am Abend.", "Holm schreibt: „Die Vogtin war … wach, und sie las die Akten noch am Abend.“"),
    ("it", "Ringrazio mia sorella, che non ha mai visto una barca ma ha cucito tutte le vele.", "«Ringrazio mia sorella, che … ha cucito tutte le vele», dice Rossi."),
    ("nl", "Dat is geen straf, dat is gewoon het weer.", "Noem het zoals u wilt, schrijft Bos: ‘dat is gewoon het weer’."),
    # a condition of another clause, with "that" or a subject of its own
    ("fr", "Mon oncle ramait à cinq heures, ma sœur, si elle garde la barque, ramera à midi.", "« Mon oncle ramait à cinq heures », raconte Roche."),
    ("en", "Holt added that, unless the guild objects, the toll will stay, and that the ford is open until May.", "Boatmen heard that “the ford is open until May”."),
]  # fmt: skip

WITHIN = [
    ("en", "The boats came back before dawn, which the guild denies.", "“The boats came back before dawn,” Holt writes."),
    ("en", "I left, because I doubted that he had sold us the boats.", "Holt left because “he had sold us the boats”."),
    ("de", "Die Vogtin war nicht müde, krank oder alt.", "Holm schreibt: „Die Vogtin war … krank oder alt.“"),
    ("nl", "Ik geloof niet, dat is bekend, dat de dijk verrot is.", "Bos schrijft ‘dat de dijk verrot is’."),
    ("en", "The ferry will sail at noon, Holt said, if the fog lifts, and with the lamps lit.", "Holt promised that “the ferry will sail at noon”."),
    ("en", "Holt added that, unless the guild objects, the toll will stay at six crowns.", "Boatmen heard that “the toll will stay at six crowns”."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "sentence"), MADE_UP)
def test_what_the_article_says_itself_is_not_lost(language, source, sentence):
    assert told(sentence, source, language) == []


@pytest.mark.parametrize(("language", "source", "sentence"), LOST)
def test_what_it_does_not_say_is_told(language, source, sentence):
    assert told(sentence, source, language) != []


@pytest.mark.parametrize(("language", "source", "sentence"), BESIDE)
def test_what_governs_other_words_may_go(language, source, sentence):
    assert told(sentence, source, language) == []


@pytest.mark.parametrize(("language", "source", "sentence"), WITHIN)
def test_what_governs_the_kept_words_may_not(language, source, sentence):
    assert told(sentence, source, language) != []
