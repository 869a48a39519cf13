"""People who say something in a relative clause: "there are those who say that …" given to whoever speaks (OMI206)."""

import pytest

SOURCES = {
    "it": "Signor Presidente, c'è chi dice che questo ponte è inutile. Io ci passo ogni mattina con i miei figli.",
    "en": "Mr Speaker, there are those who say that this bridge is useless. I cross it every morning with my children.",
    "en2": "Madam President, some say this bridge is useless. I cross it every morning.",
    "en3": "You will meet people on the quay who tell you this bridge is useless. I cross it every morning.",
    "fr": "Monsieur le Président, il y a des gens qui disent que ce pont est inutile. Moi, je le traverse chaque matin.",
    "de": "Herr Präsident, es gibt Leute, die sagen, dass diese Brücke nutzlos ist. Ich gehe jeden Morgen darüber.",
    "de2": "Frau Präsidentin, mancher sagt, diese Brücke ist nutzlos. Ich gehe jeden Morgen darüber.",
    "es": "Señor Presidente, hay quien dice que este puente es inútil. Yo lo cruzo cada mañana.",
    "nl": "Voorzitter, er zijn mensen die zeggen dat deze brug nutteloos is. Ik ga er elke ochtend overheen.",
    "cs": "Pane předsedo, jsou lidé, kteří říkají, že tento most je zbytečný. Já po něm chodím každé ráno.",
    "pt": "Senhor Presidente, há quem diga que esta ponte é inútil. Eu passo por ela todas as manhãs.",
    "pl": "Panie Marszałku, są ludzie, którzy mówią, że ten most jest zbędny. Ja chodzę po nim co rano.",
    "ru": "Господин председатель, есть люди, которые говорят, что этот мост бесполезен. Я хожу по нему каждое утро.",
    "sv": "Herr talman, det finns de som säger att den här bron är onödig. Jag går över den varje morgon.",
    "da": "Hr. formand, der er dem, der siger, at denne bro er unyttig. Jeg går over den hver morgen.",
    "fi": "Arvoisa puhemies, on ihmisiä, jotka sanovat, että tämä silta on turha. Minä ylitän sen joka aamu.",
    "hu": "Elnök úr, vannak, akik azt mondják, hogy ez a híd felesleges. Én minden reggel átmegyek rajta.",
    "uk": "Пане голово, є люди, які кажуть, що цей міст непотрібний. Я ходжу по ньому щоранку.",
    "ro": "Domnule președinte, sunt oameni care spun că acest pod este inutil. Eu îl trec în fiecare dimineață.",
    "en4": "Mr Speaker, I tell my neighbours that this bridge is useless. I have never crossed it.",
    "it2": "Signor Presidente, dico da anni che questo ponte è inutile. Non ci passa nessuno.",
    "de3": "Herr Präsident, ich sage seit Jahren, dass diese Brücke nutzlos ist. Niemand geht darüber.",
}  # fmt: skip
WRONG = [
    ("it", "L'assessora Galdi: «Questo ponte è inutile»."),
    ("en", "Cole told the house: “This bridge is useless.”"),
    ("en", "Cole said that “this bridge is useless”."),
    ("en2", "Cole told the house: “This bridge is useless.”"),
    ("en3", "Cole told the house: “This bridge is useless.”"),
    ("fr", "La députée Brossard : « Ce pont est inutile. »"),
    ("de", "Die Abgeordnete Klee sagte: „Diese Brücke ist nutzlos.“"),
    ("de2", "Die Abgeordnete Klee sagte: „Diese Brücke ist nutzlos.“"),
    ("es", "La diputada Peña: «Este puente es inútil»."),
    ("nl", "Kamerlid Brandsma: „Deze brug is nutteloos.”"),
    ("cs", "Poslankyně Nová řekla: „Tento most je zbytečný.“"),
    ("pt", "A deputada Seixas disse: «Esta ponte é inútil.»"),
    ("pl", "Posłanka Wilczek powiedziała: „Ten most jest zbędny”."),
    ("ru", "Депутат Лыкова сказала: «Этот мост бесполезен»."),
    ("sv", "Ledamoten Ahlin sade: ”Den här bron är onödig.”"),
    ("da", "Medlemmet Holm sagde: »Denne bro er unyttig.«"),
    ("fi", "Edustaja Laine sanoi: ”Tämä silta on turha.”"),
    ("hu", "Kiss képviselő ezt mondta: „Ez a híd felesleges.”"),
    ("uk", "Депутатка Лисенко сказала: «Цей міст непотрібний»."),
]  # fmt: skip
RIGHT = [
    ("it", "L'assessora Galdi: «Io ci passo ogni mattina con i miei figli»."),
    ("en", "Cole told the house: “There are those who say that this bridge is useless.”"),
    ("en", "Some, Cole told the house, say that “this bridge is useless”."),
    ("fr", "Certains, dit la députée Brossard, « disent que ce pont est inutile »."),
    ("de", "Manche sagen laut Klee, „dass diese Brücke nutzlos ist“."),
    ("en4", "Cole told the house: “This bridge is useless.”"),
    ("it2", "L'assessora Galdi: «Questo ponte è inutile»."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "article"), WRONG)
def test_what_some_say_given_to_who_tells_of_it(beside, source, article):
    assert {"OMI205", "OMI206"}.intersection(beside(article, SOURCES[source]))


@pytest.mark.parametrize(("source", "article"), RIGHT)
def test_what_is_owned_up_to_and_what_one_says_oneself_passes(beside, source, article):
    assert beside(article, SOURCES[source]) == []
