"""Words that a page sets off as somebody else's, given to whoever signs the page (ATT501), and honest ways to quote them."""

import pytest

from provenance.articles.article import Format

PAGES = {
    "en": "# A reply to the Gazette\n\nBy Mara Quill\n\nThe Gazette writes:\n\n> The old lighthouse never guided a single ship.\n\nThe log books list nine hundred.",
    "de": "# Antwort an den Hafenboten\n\nVon Mara Kiel\n\nIm Hafenboten heißt es:\n\n> Der alte Leuchtturm hat nie ein Schiff geführt.\n\nDie Logbücher nennen neunhundert.",
    "fr": "# Réponse au Courrier\n\nPar Mara Quille\n\nLe Courrier écrit :\n\n> Le vieux phare n'a jamais guidé un seul navire.\n\nLes registres en comptent neuf cents.",
    "nl": "# Antwoord\n\nDoor Mara Kwint\n\nDe brief van het bedrijf luidt:\n\n> De oude vuurtoren heeft nooit één schip geleid.\n\nDe logboeken tellen er negenhonderd.",
    "pl": "# Odpowiedź\n\nMara Kwiek\n\nKurier pisze:\n\n> Stara latarnia nigdy nie prowadziła żadnego statku.\n\nDzienniki wymieniają ich dziewięćset.",
    "ru": "# Ответ\n\nМара Квитко\n\nВ письме конторы сказано:\n\n> Старый маяк никогда не вёл ни одного корабля.\n\nЖурналы называют девятьсот.",
    "ja": "## 「港新報」への反論(文・久世真理)\n\n「港新報」はこう書く:\n\n> 旧灯台は一隻の船も導かなかった。\n\n役場の航海日誌には九百隻が載る。",
    "mail": "Ann Harker\n\nOn 2 May, Joe Brill wrote:\n> The hedge is ours and we will cut it when we like.\n\nJoe, the deed says otherwise. Please wait.",
    "own": "# Why I left\n\nBy Mara Quill\n\nIn March I wrote to the members:\n\n> The guild has forgotten what clay is for.\n\nNobody answered me.",
    "ours": "# Pourquoi je pars\n\nPar Mara Quille\n\nEn mars, j'écrivais aux membres :\n\n> La guilde a oublié à quoi sert la terre.\n\nPersonne ne m'a répondu.",
    "minutes": "# Procès-verbal, 4 juin\n\nMme Nadine Dole donne lecture d'une lettre de la carrière :\n\n> La poussière est bonne pour les poumons de vos enfants.\n\nMme Dole s'en indigne.",
}  # fmt: skip
MISGIVEN = [
    ("en", "“The old lighthouse never guided a single ship,” writes the columnist Mara Quill.", "ATT501"),
    ("de", "„Der alte Leuchtturm hat nie ein Schiff geführt“, schreibt Mara Kiel.", "ATT501"),
    ("fr", "Sur son blog, l'historienne Mara Quille écrit :\n\n> Le vieux phare n'a jamais guidé un seul navire.", "ATT501"),
    ("nl", "Historica Mara Kwint schrijft op haar blog:\n\n> De oude vuurtoren heeft nooit één schip geleid.", "ATT501"),
    ("pl", "„Stara latarnia nigdy nie prowadziła żadnego statku” – pisze Mara Kwiek.", "ATT501"),
    ("ru", "«Старый маяк никогда не вёл ни одного корабля», — пишет Мара Квитко.", "ATT501"),
    ("ja", "歴史家の久世真理は自身のブログでこう書く:\n\n> 旧灯台は一隻の船も導かなかった。", "ATT501"),
    ("mail", "Ann Harker wrote: “The hedge is ours and we will cut it when we like.”", "ATT501"),
    ("minutes", "« La poussière est bonne pour les poumons de vos enfants », a déclaré Nadine Dole au conseil.", "STR404"),
]  # fmt: skip
OWNED_UP_TO = [
    ("en", "The Gazette had written: “The old lighthouse never guided a single ship.”"),
    ("en", "“The old lighthouse never guided a single ship,” writes Mara Quill, quoting the Gazette."),
    ("en", "“The log books list nine hundred,” writes Mara Quill."),
    ("nl", "‘De oude vuurtoren heeft nooit één schip geleid,’ schreef het bedrijf in een brief."),
    ("mail", "“The hedge is ours and we will cut it when we like,” Joe Brill wrote."),
    ("mail", "Ann Harker wrote: “Joe, the deed says otherwise. Please wait.”"),
    ("own", "“The guild has forgotten what clay is for,” Mara Quill wrote."),
    ("ours", "« La guilde a oublié à quoi sert la terre », écrit Mara Quille."),
    ("minutes", "« La poussière est bonne pour les poumons de vos enfants », disait la lettre de la carrière."),
]  # fmt: skip


@pytest.mark.parametrize(("page", "article", "code"), MISGIVEN)
def test_words_set_off_and_given_to_whoever_signs_the_page(beside, page, article, code):
    assert beside(article, PAGES[page], Format.MARKDOWN) == [code]


@pytest.mark.parametrize(("page", "article"), OWNED_UP_TO)
def test_words_set_off_and_given_to_whoever_is_quoted_and_the_authors_own(beside, page, article):
    assert beside(article, PAGES[page], Format.MARKDOWN) == []
