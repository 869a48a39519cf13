"""Words that somebody quotes from another, given to him as his own (STR404), and those that are his or are owned up to."""

import pytest

HEARING = """House of Keys, Thursday sitting

MS ADAIR: I hold in my hand the leaflet of the other party. “Nobody needs a hospital on an island of this size.” It came through my door on Monday, and I burnt the second copy.
MR VOSS: The member has a warm house, then.
MS ADAIR: I told the minister in May: “We shall be counting the beds on every ward.” He laughed. I am still counting."""
POST = """@lampman · 7:05 am
“The lighthouse is to be sold to a hotel next year.” Third time today that I am sent this. I keep the lighthouse. Nobody has measured it for curtains.

@lampman · 7:09 am
I wrote to the owners in March and I said “Not for all the gold in the bank, gentlemen.” They have not written back."""
JUDGE = """JUDGE VANE: Mr Orde, did you or did you not write, “Give her the stool and see how long she lasts”?

MR ORDE: I wrote it as a joke."""
BRIEF = """Leserbriefe, Brakener Bote

Sehr geehrte Redaktion, gestern stand es wieder am Zaun. „Die Schule hat im Dorf keine Zukunft mehr.“ Ich unterrichte dort seit elf Jahren und habe mehr Kinder als Stühle.

Hanne Ohl, Braken"""
LETTRE = """Au conseil de Saint-Ouvel, le maire, Roland Tixier, a lu un tract sans signature : « Cette commune n'a que faire d'une piscine neuve. » Puis il l'a déchiré. « Nous la construirons », a-t-il dit."""
PLENO = """La concejala Carmen Ulloa sacó un papel anónimo. «Que cierren el museo y vendan los cuadros de una vez», leyó, y lo tiró a la papelera. «Así no se habla en esta casa», añadió."""
RAT = """TOP 5. Rätin Sommer verliest den Brief eines Anwohners: »Der Bauhof arbeitet nur noch für die Freunde des Rats.« Sie selbst teile diese Ansicht nicht."""
COMUNICATO = """Il direttore Piero Landi ha letto una dichiarazione: «Da domani la linea costiera resterà chiusa per sei mesi.» Poi ha lasciato la sala."""

LEAFLET = """Ada Morrow, who farms below the reservoir, stood up last. “‘The dam is sound and will outlive us all.’ That is what my father got in writing, and the yard was under water in a year,” she said. Nobody at the table clapped."""
PROSPEKT = """Dann las Wiebke Harms vor. „‚Der Weg am Ufer bleibt für alle offen.‘ So steht es auf Seite vier, und nun steht da ein Zaun“, sagte die Sprecherin. Achtzig Menschen sahen zu."""
TEGAMI = """閉校式で校長の間宮佐和さんは手紙を開いた。「『学校など燃えてしまえと思っていました。』そう書いてあります。私はこの一行が好きです」と間宮さんは話した。"""
SPEECH = """My opponent tells you, “Cut the winter boat and nobody will notice.” I say: ask the children of Skerry. Ask the vet. This boat sails as long as I have a vote."""

OWNED = [
    (HEARING, "“Nobody needs a hospital on an island of this size,” Ms Adair told the House."),
    (HEARING, "Ms Adair was blunt: “Nobody needs a hospital on an island of this size.”"),
    (POST, "“The lighthouse is to be sold to a hotel next year,” @lampman wrote."),
    (LEAFLET, "“The dam is sound and will outlive us all,” Ada Morrow told the hearing."),
    (PROSPEKT, "„Der Weg am Ufer bleibt für alle offen“, versicherte Sprecherin Wiebke Harms."),
    (TEGAMI, "校長の間宮佐和さんは「学校など燃えてしまえと思っていました」と本音を明かした。"),
    (SPEECH, "“Cut the winter boat and nobody will notice,” Ms Hallam told the meeting."),
    (BRIEF, "„Die Schule hat im Dorf keine Zukunft mehr“, schreibt die Lehrerin Hanne Ohl."),
    (LETTRE, "Le maire Roland Tixier l'a dit devant le conseil : « Cette commune n'a que faire d'une piscine neuve. »"),
    (PLENO, "«Que cierren el museo y vendan los cuadros de una vez», dijo la concejala Carmen Ulloa."),
    (RAT, "„Der Bauhof arbeitet nur noch für die Freunde des Rats“, polterte Rätin Sommer."),
]  # fmt: skip
HONEST = [
    (LEAFLET, "“The dam is sound and will outlive us all,” Ada Morrow quoted a letter to her father."),
    (LEAFLET, "“‘The dam is sound and will outlive us all.’ That is what my father got in writing,” Ada Morrow said."),
    (LEAFLET, "“The yard was under water in a year,” Ada Morrow told the hearing."),
    (PROSPEKT, "„So steht es auf Seite vier“, sagte Wiebke Harms über den Prospekt."),
    (TEGAMI, "手紙には「学校など燃えてしまえと思っていました」とあり、間宮佐和さんはこの一行が好きだという。"),
    (SPEECH, "“This boat sails as long as I have a vote,” Ms Hallam told the meeting."),
    (SPEECH, "Her opponent, Ms Hallam reported, says “Cut the winter boat and nobody will notice.”"),
    (HEARING, "“Nobody needs a hospital on an island of this size,” said the leaflet from which Ms Adair quoted."),
    (HEARING, "Reading from a leaflet of her rivals, Ms Adair said: “Nobody needs a hospital on an island of this size.”"),
    (HEARING, "Ms Adair told the minister in May: “We shall be counting the beds on every ward.”"),
    (HEARING, "“It came through my door on Monday, and I burnt the second copy,” Ms Adair told the House."),
    (POST, "“Not for all the gold in the bank, gentlemen,” @lampman told the owners."),
    (POST, "“The lighthouse is to be sold to a hotel next year”: @lampman was sent the rumour three times today."),
    (JUDGE, "Judge Vane read out an email: “Give her the stool and see how long she lasts.”"),
    (BRIEF, "„Die Schule hat im Dorf keine Zukunft mehr“: Das stand am Zaun, schreibt Hanne Ohl."),
    (LETTRE, "Roland Tixier a lu un tract : « Cette commune n'a que faire d'une piscine neuve. »"),
    (RAT, "Rätin Sommer verlas einen Brief: „Der Bauhof arbeitet nur noch für die Freunde des Rats.“"),
    (PLENO, "La concejala Carmen Ulloa leyó un anónimo: «Que cierren el museo y vendan los cuadros de una vez»."),
    (COMUNICATO, "«Da domani la linea costiera resterà chiusa per sei mesi», ha detto il direttore Piero Landi."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "article"), OWNED)
def test_words_of_another_given_to_whoever_quotes_them_are_a_finding(beside, source, article):
    assert beside(article, source) == ["STR404"]


@pytest.mark.parametrize(("source", "article"), HONEST)
def test_ones_own_words_and_words_that_are_owned_up_to_pass(beside, source, article):
    assert beside(article, source) == []
