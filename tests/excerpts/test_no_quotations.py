"""Words in quotation marks that nobody has said, and the quotations that look most like them. All texts are invented."""

import pytest

from tests.excerpts.quoting import found_in

NAMES_OF_THINGS = [
    ("en", "Ann Lee held that “open to everybody who likes boats and water” sign above her head."),
    (
        "en",
        "Ann Lee compared the two clubs and chose “open to everybody who likes boats and water” as her motto.",
    ),
    ("en", "Ann Lee condemned the plan for a harbour “open to everybody who likes boats and water”."),
    (
        "en",
        "The club, which brands itself as “open to everybody who likes boats and water”, was founded by Ann Lee.",
    ),
    (
        "en",
        "The club's message of “open to everybody who likes boats and water” was painted on the wall. Ann Lee painted it.",
    ),
    (
        "en",
        "In his speech on the “open to everybody who likes boats and water” project, Tom Brandt was brief.",
    ),
    (
        "en",
        "Ann Lee was elected. Her promise of “open to everybody who likes boats and water” was forgotten.",
    ),
    ("en", "The sentence of Ann Lee was “open to everybody who likes boats and water”-style probation."),
    (
        "en",
        "Lee's claim was dismissed; the court's rule that “open to everybody who likes boats and water” stands. Ann Lee left.",
    ),
    ("en", "Ann Lee praised the “warm soup for every sailor in town” project."),
    ("en", "Mayor Ann Lee announced the “More Boats and Fewer Cars for All” programme."),
    ("en", "Ann Lee's campaign against the “every boat must pay its own way” rule went on."),
    ("en", "Ann Lee typed “why is the harbour closed on sunday morning” into the search box."),
    ("en", "Ann Lee saw the error message “the disk is full and cannot be written to”."),
    ("en", "Ann Lee called it the “we have always done it this way” problem."),
    ("en", "Ann Lee's line of coats with “keep the lamps on all night long” on the back sold well."),
    ("en", "The opening of Ann Lee's “boats that never came back to harbour” show was crowded."),
    ("en", "Ann Lee's answer was a “no boats and no bathing after dark” sign."),
    ("en", "Ann Lee wrote the song “the lamps will stay on until the morning”."),
    (
        "en",
        "Ann Lee defines a storm as “any wind that moves a moored boat at night”-grade weather in the app.",
    ),
    ("en", "Ann Lee's statement on the “safe boats for all our children” bill is due in May."),
    ("en", "His comments on the “pay now and sail next summer” scheme made Tom Brandt famous."),
    ("en", "Ann Lee's remarks about the “boats for bread and bread for boats” festival were brief."),
    ("en", "Ann Lee’s reaction to the “nobody sails alone in this town” campaign was a shrug."),
    (
        "en",
        "The word “harbour” means “a place where boats are safe from wind and waves”, Ann Lee's pupils learned.",
    ),
    ("en", "Ann Lee wore a shirt that read “kiss me I have been at sea too long”."),
    ("en", "Ann Lee compared prices in the “all you can eat on the quay” restaurant."),
    ("de", "Ina Roth kritisierte das „Mehr Boote und weniger Autos für alle“-Programm."),
    ("de", "Das Ergebnis von Ina Roths Suche nach „warum ist der Hafen am Sonntag geschlossen“ war leer."),
    ("de", "Die Frage nach dem „offen für alle, die Boote und Wasser mögen“-Schild beschäftigte Ina Roth."),
    ("de", "Ina Roth trug ein Schild mit den Worten „Nie wieder sollen Boote allein fahren müssen“."),
    ("de", "Ina Roth sah die Fehlermeldung „die Datei kann nicht geöffnet oder gelesen werden“."),
    ("de", "Der Satz von Ina Roth über das „wir haben das immer so gemacht“-Problem ist bekannt."),
    ("fr", "Paul Garnier a lu la pancarte « interdit aux bateaux de plus de dix mètres »."),
    ("fr", "L’idée de Paul Garnier d’un programme « des bateaux pour tous les enfants du port » a plu."),
    (
        "fr",
        "Paul Garnier a tapé « pourquoi le port est fermé le dimanche matin » dans son moteur de recherche.",
    ),
    ("fr", "Le message d’erreur « le fichier ne peut pas être ouvert ni lu » a surpris Paul Garnier."),
    ("es", "La idea de Juan Lerma de un plan «barcos para todos los niños del puerto» gustó."),
    ("es", "El lema de Juan Lerma, «abierto a todos los que aman los barcos», está en la pared."),
    ("es", "El diagnóstico de Juan Lerma de «mal de mar con fiebre y dolor» no cambió."),
    ("es", "Juan Lerma vio el cartel «prohibido el paso a los barcos sin luces»."),
    ("en", "Ann Lee painted “please do not feed the hungry gulls” on the quay wall."),
    ("en", "The course that Ann Lee teaches is “how to tie a knot in bad weather”."),
    ("en", "Ann Lee searched for “cheap rooms with a view of the sea”."),
    ("en", "Ann Lee won a prize for the essay “the sea that we never saw as children”."),
    ("en", "The party ran on “more lamps and fewer rocks for all of us”, and Ann Lee lost."),
    ("en", "Ann Lee pressed the “save all files and close the window” button."),
    ("en", "Ann Lee's company runs the “one boat for every child in town” initiative."),
    ("en", "Ann Lee's proposal for a “lamps first and everything else later” budget failed."),
    ("en", "In her reply to the “who turned off the lamps last night” inquiry, Ann Lee was brief."),
    ("en", "Ann Lee's comment on “the year in which the harbour froze over” is missing."),
    ("en", "Ann Lee announced a “bring your own boat to the quay” day."),
    ("en", "Ann Lee criticised the council under the heading “what is wrong with our old harbour”."),
    ("en", "The screen at Ann Lee's desk showed “no signal has been found on this channel”."),
    ("en", "Ann Lee is known for the “if it floats then it sails” rule of thumb."),
    ("en", "“Keep your lamp and your temper” is printed on Ann Lee's mugs."),
    ("en", "“Keep your lamp dry and your temper cool”, the club's motto, hangs above Ann Lee's door."),
    ("en", "Ann Lee listed “a coat, a lamp, two ropes and a whistle” among the things lost."),
    ("en", "Ann Lee backed the so-called “everybody sails or nobody sails at all” law."),
    ("de", "Ina Roth suchte im Netz nach „billige Zimmer mit Blick auf das Meer“."),
    ("de", "Ina Roth gewann mit dem Aufsatz „das Meer, das wir nie gesehen haben“."),
    ("de", "Ina Roth drückte den Knopf „alle Dateien speichern und das Fenster schließen“."),
    ("de", "Ina Roth leitet die Aktion „ein Boot für jedes Kind in der Stadt“."),
    ("de", "Auf dem Schild von Ina Roth steht „bitte die hungrigen Möwen nicht füttern“."),
    ("fr", "Paul Garnier dirige l’opération « un bateau pour chaque enfant de la ville »."),
    ("fr", "Paul Garnier a gagné avec l’essai « la mer que nous n’avons jamais vue »."),
    ("fr", "Paul Garnier a appuyé sur le bouton « enregistrer tous les fichiers et fermer »."),
    ("fr", "Sur la pancarte de Paul Garnier : « ne pas nourrir les mouettes du port »."),
    ("es", "Juan Lerma dirige la campaña «un barco para cada niño de la ciudad»."),
    ("es", "Juan Lerma ganó con el ensayo «el mar que nunca vimos de niños»."),
    ("es", "Juan Lerma pulsó el botón «guardar todos los archivos y cerrar la ventana»."),
    ("es", "Juan Lerma buscó «habitaciones baratas con vistas al mar y al puerto»."),
    ("en", "Ann Lee keeps a “beware of the very old dog” notice on her gate."),
    ("en", "Ann Lee stood under a banner reading “no more boats without lamps at night”."),
    ("en", "Ann Lee’s T-shirt said “I survived the great storm of last winter”."),
    ("en", "A note on Ann Lee's door says “back in five minutes or so, maybe”."),
    ("en", "Ann Lee filed the papers under “things to be done before the winter comes”."),
    ("en", "Ann Lee is fond of the saying “a calm sea never made a good sailor”."),
    ("en", "Ann Lee uses the password “four grey gulls on the red roof”."),
    ("en", "Ann Lee tagged the photo “one of the last days of our summer”."),
    ("en", "The app asked Ann Lee “do you want to delete all your files”."),
    ("en", "Ann Lee plays the captain in “the night the lamps went out again”."),
    ("en", "Ann Lee teaches what she calls the “first ask and then untie” method."),
    ("en", "Ann Lee mocked the board's “wait and see what the sea brings” policy."),
    ("en", "Ann Lee praised the new “one lamp for every boat in town” plan."),
    ("en", "Ann Lee thanked the volunteers of the “no lamp left behind in winter” group."),
    ("en", "Ann Lee said the “no lamp left behind in winter” group had failed."),
    ("de", "Ina Roth trägt ein Hemd mit der Aufschrift „ich habe den großen Sturm überlebt“."),
    ("de", "Ina Roth unterstützt die „Ein Boot für jedes Kind in der Stadt“-Kampagne."),
    ("de", "Ina Roth spielt in dem Stück „Die Nacht, in der die Lampen ausgingen“ mit."),
    ("de", "Unter dem Motto „Licht für jedes Boot und jeden Matrosen“ lud Ina Roth ein."),
    ("fr", "Paul Garnier porte un t-shirt « j’ai survécu à la grande tempête d’hiver »."),
    ("fr", "Sous le slogan « une lampe pour chaque bateau du port », Paul Garnier a défilé."),
    ("fr", "Paul Garnier joue dans la pièce « la nuit où les lampes se sont éteintes »."),
    ("es", "Juan Lerma lleva una camiseta con «sobreviví a la gran tormenta del invierno»."),
    ("es", "Bajo el lema «una lámpara para cada barco del puerto», Juan Lerma desfiló."),
    ("es", "Juan Lerma actúa en la obra «la noche en que se apagaron las lámparas»."),
]

QUOTATIONS = [
    ("en", "“The lamps are older than the town,” opined Ann Lee.", "Ann Lee"),
    ("es", "«Las meras sospechas no son ninguna prueba», murmuraba Juan Lerma.", "Juan Lerma"),
    ("es", "«Las meras sospechas no son ninguna prueba», sentenció Juan Lerma.", "Juan Lerma"),
    ("es", "«Las meras sospechas no son ninguna prueba», zanja Juan Lerma.", "Juan Lerma"),
    ("fr", "« Les lampes sont plus vieilles que la ville », bougonne Paul Garnier.", "Paul Garnier"),
    ("fr", "« Les lampes sont plus vieilles que la ville », maugréait Paul Garnier.", "Paul Garnier"),
    ("fr", "« Les lampes sont plus vieilles que la ville », grommela Paul Garnier.", "Paul Garnier"),
    ("fr", "« Les lampes sont plus vieilles que la ville », selon Paul Garnier.", "Paul Garnier"),
    ("de", "„Die Lampen sind älter als die ganze Stadt“, brummelte Ina Roth.", "Ina Roth"),
    ("de", "„Die Lampen sind älter als die ganze Stadt“, witzelt Ina Roth.", "Ina Roth"),
    ("it", "«Le lampade sono più vecchie della città», borbottò Carlo Benedetti.", "Carlo Benedetti"),
    ("pt", "“As lâmpadas são mais velhas do que a cidade”, resmungou Lúcia Prado.", "Lúcia Prado"),
    ("nl", "“De lampen zijn ouder dan de hele stad”, mopperde Joris van den Berg.", "Joris van den Berg"),
    ("ru", "«Лампы здесь старше самого города», — буркнул Олег Савин.", "Олег Савин"),
    ("en", "Ann Lee's claim that “the lamps are older than the town itself” is false.", "Ann Lee"),
    ("en", "Ann Lee's message was: “The lamps are older than the town itself.”", "Ann Lee"),
    ("en", "Ann Lee's message: “The lamps are older than the town itself.”", "Ann Lee"),
    ("en", "Ann Lee's promise that “no boat will ever sail alone again” was kept.", "Ann Lee"),
    ("en", "Ann Lee's opening line, “no boat will ever sail alone again”, drew applause.", "Ann Lee"),
    ("en", "Ann Lee's verdict was that “no boat will ever sail alone again”.", "Ann Lee"),
    ("en", "In Ann Lee's words, “no boat will ever sail alone again in this bay”.", "Ann Lee"),
    ("en", "The words of Ann Lee, “no boat will ever sail alone again”, are famous.", "Ann Lee"),
    ("en", "Ann Lee condemned the plan as “the worst idea that a harbour ever had”.", "Ann Lee"),
    ("en", "Ann Lee compared the plan to “a boat without a bottom in a storm”.", "Ann Lee"),
    ("en", "Ann Lee branded the plan “the worst idea that a harbour ever had”.", "Ann Lee"),
    ("en", "Ann Lee held that “no boat should ever sail alone in the bay”.", "Ann Lee"),
    ("en", "“No boat will ever sail alone again” was Ann Lee's promise to the town.", "Ann Lee"),
    ("en", "Ann Lee condemned “a plan that no harbour town has ever needed”.", "Ann Lee"),
    ("de", "Ina Roths Frage: „Wer braucht denn so viele Lampen am Hafen?“", "Ina Roth"),
    ("de", "Die Antwort von Ina Roth lautete: „Die Lampen sind älter als die Stadt.“", "Ina Roth"),
    ("de", "Ina Roths Ergebnis: „Die Lampen sind älter als die ganze Stadt.“", "Ina Roth"),
    ("fr", "La réponse de Paul Garnier : « Les lampes sont plus vieilles que la ville. »", "Paul Garnier"),
    (
        "fr",
        "L’affirmation de Paul Garnier selon laquelle « les lampes sont plus vieilles que la ville » a surpris.",
        "Paul Garnier",
    ),
    ("es", "La respuesta de Juan Lerma: «Las lámparas son más viejas que la ciudad».", "Juan Lerma"),
    (
        "es",
        "La afirmación de Juan Lerma de que «las lámparas son más viejas que la ciudad» sorprendió.",
        "Juan Lerma",
    ),
    ("es", "«Las lámparas son más viejas que la ciudad» fueron las palabras de Juan Lerma.", "Juan Lerma"),
    ("en", "Ann Lee warned of “a harbour without lamps, without boats and without people”.", "Ann Lee"),
    ("en", "Ann Lee praised the crew as “the bravest people who ever left this harbour”.", "Ann Lee"),
    ("en", "Ann Lee condemned the “long and needless war on the lamps of this town”.", "Ann Lee"),
    ("en", "Ann Lee dismissed the report, saying “the lamps were never out of order”.", "Ann Lee"),
    ("en", "Ann Lee said that the “lamps are older than the town itself”.", "Ann Lee"),
    ("en", "Ann Lee called the vote “a gift to everybody who owns a boat”.", "Ann Lee"),
    ("en", "Ann Lee said the plan “would cost the town more than a year”.", "Ann Lee"),
    ("en", "Ann Lee said the song “will live as long as there are boats”.", "Ann Lee"),
    ("en", "Ann Lee's answer was that “nobody had asked for a second harbour”.", "Ann Lee"),
    ("en", "Ann Lee's answer was “nobody has ever asked for a second harbour”.", "Ann Lee"),
    ("en", "Ann Lee’s message to the board: “Nobody asked for a second harbour.”", "Ann Lee"),
    ("en", "The message from Ann Lee was clear: “Nobody asked for a second harbour.”", "Ann Lee"),
    ("en", "Ann Lee's own words, “nobody asked for a second harbour here”, still sting.", "Ann Lee"),
    ("en", "“Nobody asked for a second harbour here,” Ann Lee said; the board agreed.", "Ann Lee"),
    ("en", "Ann Lee left early; she said “nobody asked for a second harbour here”.", "Ann Lee"),
    ("en", "Ann Lee wrote that the sign “had been there since before the war”.", "Ann Lee"),
    ("en", "Ann Lee described the “most beautiful morning that I have ever seen” last week.", "Ann Lee"),
    ("en", "Ann Lee hailed “the end of a very long night for us all”.", "Ann Lee"),
    ("de", "„Niemand hat nach einem zweiten Hafen gefragt“, raunte Ina Roth.", "Ina Roth"),
    ("de", "Ina Roths Antwort war: „Niemand hat nach einem zweiten Hafen gefragt.“", "Ina Roth"),
    ("de", "Ina Roth sagte, das Projekt „wird die Stadt mehr als ein Jahr kosten“.", "Ina Roth"),
    (
        "de",
        "Die Aussage von Ina Roth, dass „niemand nach einem zweiten Hafen gefragt hat“, stimmt.",
        "Ina Roth",
    ),
    ("fr", "« Personne n’a demandé un second port », ricana Paul Garnier.", "Paul Garnier"),
    ("fr", "Paul Garnier a dit que le projet « coûtera plus d’un an à la ville ».", "Paul Garnier"),
    ("fr", "La réponse de Paul Garnier a été que « personne n’a demandé un second port ».", "Paul Garnier"),
    ("fr", "« Personne n’a demandé un second port », tels sont les mots de Paul Garnier.", "Paul Garnier"),
    ("es", "«Nadie ha pedido un segundo puerto», bromeaba Juan Lerma.", "Juan Lerma"),
    ("es", "Juan Lerma dijo que el proyecto «costará a la ciudad más de un año».", "Juan Lerma"),
    ("es", "La respuesta de Juan Lerma fue que «nadie ha pedido un segundo puerto».", "Juan Lerma"),
    ("it", "«Nessuno ha chiesto un secondo porto», ridacchiava Carlo Benedetti.", "Carlo Benedetti"),
    ("en", "Ann Lee described a “culture of fear in every single office” inside the board.", "Ann Lee"),
    ("en", "Ann Lee repeated her “nobody ever asked for a second harbour” line on Monday.", "Ann Lee"),
    ("en", "Ann Lee said the “lamps that nobody had ever asked for” came too late.", "Ann Lee"),
    ("en", "Ann Lee spoke of a “harbour that had lost all its boats” again.", "Ann Lee"),
    ("en", "Ann Lee told reporters the “second harbour that nobody asked for” made no sense.", "Ann Lee"),
    ("en", "Ann Lee criticised the plan: “Nobody ever asked for a second harbour.”", "Ann Lee"),
    ("en", "Ann Lee criticised the plan. “Nobody ever asked for a second harbour,” she said.", "Ann Lee"),
    ("en", "Ann Lee compared it with “a lamp that burns at noon in summer”.", "Ann Lee"),
    ("en", "Ann Lee praised him: “He never lost a boat in all those years.”", "Ann Lee"),
    ("en", "“It is a lamp that burns at noon,” mocked Ann Lee.", "Ann Lee"),
    ("en", "Ann Lee wrote of “a lamp that burns at noon in summer”.", "Ann Lee"),
    ("en", "Ann Lee's warning, that “a lamp burns out if nobody tends it”, was ignored.", "Ann Lee"),
    ("en", "Ann Lee's reply: “A lamp burns out if nobody tends it.”", "Ann Lee"),
    ("en", "The conclusion by Ann Lee is that “a lamp burns out if nobody tends it”.", "Ann Lee"),
    ("en", "Ann Lee's statement said “a lamp burns out if nobody tends it”.", "Ann Lee"),
    ("en", "A statement by Ann Lee reads “a lamp burns out if nobody tends it”.", "Ann Lee"),
    ("en", "Ann Lee likened the board to “a lamp that burns at noon in summer”.", "Ann Lee"),
    ("de", "Ina Roth kritisierte, „die Lampen hätten nie ausgehen dürfen in dieser Nacht“.", "Ina Roth"),
    ("de", "„Die Lampen hätten nie ausgehen dürfen“, klagte Ina Roth.", "Ina Roth"),
    ("fr", "« Les lampes n’auraient jamais dû s’éteindre », déclama Paul Garnier.", "Paul Garnier"),
    ("es", "«Las lámparas nunca debieron apagarse en el puerto», tuiteó Juan Lerma.", "Juan Lerma"),
]

NO_VERBS = {
    "en": "including especially except namely notably thanks plus minus versus dear sorry besides excluding regarding unlike opposite alias only even mostly perhaps beside alongside courtesy mainly chiefly",
    "es": "excepto incluso salvo contra como gracias doña junto menos aunque mediante durante sobre también",
    "fr": "sauf contre chez comme merci madame avec outre hormis excepté notamment malgré maître surtout entre moins",
    "de": "außer trotz samt darunter etwa namens nebst statt dank voran allen besonders inklusive auch mitsamt heute",
}
MOTTOS = {
    "en": "The [club](U) has the motto “open to everybody who likes boats and quiet evenings”, {} Ann Lee.",
    "es": "El [club](U) tiene el lema «abierto a todos los que aman los barcos y el agua», {} Juan Lerma.",
    "fr": "Le [club](U) a pour devise « ouvert à tous ceux qui aiment les bateaux et l’eau », {} Paul Garnier.",
    "de": "Der [Verein](U) hat das Motto „offen für alle, die Boote und stilles Wasser mögen“, {} Ina Roth.",
}


@pytest.mark.parametrize(("language", "text"), NAMES_OF_THINGS)
def test_name_of_a_thing_is_said_by_nobody(language, text):
    assert found_in(text, language) == ()


@pytest.mark.parametrize(("language", "text", "speaker"), QUOTATIONS)
def test_quotation_stays(language, text, speaker):
    assert [one.attribution.speaker for one in found_in(text, language)] == [speaker]


@pytest.mark.parametrize(
    ("language", "word"), [(code, word) for code, words in NO_VERBS.items() for word in words.split()]
)
def test_word_that_is_no_verb_makes_nobody_speak(language, word):
    assert found_in(MOTTOS[language].format(word), language) == ()


def test_address_behind_a_quotation_is_no_verb():
    assert found_in("“Open to everybody who likes boats”, dear Ann Lee.") == ()


def test_verb_in_no_list_speaks_only_behind_a_quotation_that_begins_the_sentence():
    said = "“The lamps are older than the town itself”, harrumphed Ann Lee."
    (excerpt,) = found_in(said)
    assert excerpt.attribution.speaker == "Ann Lee"
    assert found_in(f"The motto on the wall is {said}") == ()
