"""What somebody without a name says is not what one says who speaks beside them."""

import pytest

# Who says it, what is said, who answers, and how an article gives the words to those.
ROWS = {
    "en": (
        "A listener shouted: “{}” ",
        "The old pier will never be mended",
        "The mayor answered that she knew it well.",
        "The mayor said: “{}.”",
    ),
    "de": (
        "Ein Zuhörer rief: „{}“ ",
        "Der alte Steg wird niemals ausgebessert",
        "Der Minister antwortete, das wisse er.",
        "Der Minister sagte: „{}.“",
    ),
    "fr": (
        "Un auditeur a crié : « {} » ",
        "Le vieux quai ne sera jamais réparé",
        "Le ministre a répondu qu'il le savait.",
        "Le ministre a déclaré : « {}. »",
    ),
    "it": (
        "Un uomo ha gridato: «{}» ",
        "Il vecchio molo non sarà mai riparato",
        "Il ministro ha risposto che lo sapeva.",
        "Il ministro ha detto: «{}».",
    ),
    "es": (
        "Un oyente gritó: «{}» ",
        "El viejo muelle nunca será reparado",
        "El ministro respondió que ya lo sabía.",
        "El ministro dijo: «{}».",
    ),
    "nl": (
        "Een luisteraar riep: ‘{}’ ",
        "De oude steiger wordt nooit meer hersteld",
        "De minister antwoordde dat hij dat wist.",
        "De minister zei: ‘{}.’",
    ),
    "sv": (
        "En åhörare ropade: ”{}” ",
        "Den gamla bryggan kommer aldrig att lagas",
        "Ministern svarade att han visste det.",
        "Ministern sade: ”{}.”",
    ),
    "da": (
        "En tilhører råbte: »{}« ",
        "Den gamle bro bliver aldrig til noget",
        "Ministeren svarede, at han vidste det.",
        "Ministeren sagde: »{}.«",
    ),
}


@pytest.mark.parametrize("language", ROWS)
def test_words_of_a_stranger_are_not_those_of_who_answers(language, beside):
    tag, said, answer, given = ROWS[language]
    source = tag.format(said + "!") + answer
    assert any("ATT501" in told for told in beside(given.format(said), source))


@pytest.mark.parametrize("language", ROWS)
def test_whoever_said_them_may_be_named_so(language, beside):
    tag, said, answer, _ = ROWS[language]
    assert not beside(tag.format(said + "!"), tag.format(said + "!") + answer)


SAID = "The old pier will never be mended"


@pytest.mark.parametrize(
    "source",
    [
        f"A statement said: “{SAID}.” The mayor answered no questions.",
        f"A spokeswoman for the mayor said: “{SAID}.” The mayor said nothing herself.",
        f"The mayor was asked about the pier. “{SAID},” she answered.",
        f"A year later came the answer: “{SAID}.” The mayor said it in the hall.",
    ],
)
def test_a_tag_without_a_person_accuses_nobody(source, beside):
    assert not beside(f"The mayor said: “{SAID}.”", source)
