"""Old and reformed spellings of a word meet, and no two words of today do."""

import pytest

from provenance.findings.normalization.names import same_spelling
from provenance.findings.normalization.reading import read_tokens
from provenance.languages.lexicon_files import lexicon_of
from provenance.text.document import Document

SAME = {
    "en": "heav'd/heaved try'd/tried publick/public chusing/choosing shew/show honour/honor  surprize/surprise daemon/demon gulph/gulf phantom/fantom behaviour/behavior councillor/councilor travelled/traveled centred/centered centre's/center's metres/meters organisation/organization analysed/analyzed licenced/licensed defence/defense paediatric/pediatric diarrhoea/diarrhea focussed/focused manoeuvring/maneuvering manoeuvre/maneuver catalogue/catalog fulfil/fulfill skilful/skillful mould/mold judgement/judgment aeroplane/airplane practised/practiced highth/height sovran/sovereign cloke/cloak",
    "de": "Thür/Tür bey/bei giebt/gibt Centrum/Zentrum Verhältniß/Verhältnis daß/dass Schiffahrt/Schifffahrt Stengel/Stängel dieß/dies",
    "fr": "étoit/était enfans/enfants connoître/connaître foible/faible tems/temps roy/roi luy/lui",
    "pt": "acção/ação óptima/ótima director/diretor Egipto/Egito pharmacia/farmácia excepto/exceto cousa/coisa naquelle/naquele",
    "sv": "Hvad/Vad hafvet/havet sjelft/självt rödt/rött gaf/gav qvinna/kvinna",
    "da": "gaa/gå Kjøbenhavn/København",
    "no": "efter/etter mig/meg hvad/hva",
    "ru": "мѣсто/место домъ/дом великаго/великого разсказъ/рассказ ёлка/елка змѣя/змея змія/змея",
    "nl": "mensch/mens groote/grote zoo/zo actie/aktie",
    "ro": "cînd/când sînt/sunt",
    "tr": "Ankara'da/Ankarada",
    "he": "צהריים/צהרים",
    "ko": "리금순/이금순 녀자/여자",
    "es": "obscuro/oscuro México/Méjico quando/cuando",
    "uk": "проєкт/проект пів'яблука/півяблука",
    "it": "havere/avere hora/ora principij/principi",
    "cs": "filosofie/filozofie",
    "el": "σχολεῖο/σχολείο ΣΧΟΛΕΙΟ/σχολείο",
    "ar": "الماءَ/الماء ءامنوا/آمنوا",
}
DIFFERENT = {
    "en": "then/than of/off later/latter breath/breathe flour/floor our/or use/us die/dye quit/quite trick/trice enclosed/disclosed form/from casual/causal canoes/canes shoe/she phish/fish filled/filed could/cold polled/poled raised/razed prise/prize advise/advice four/for tour/tore still/stile hundred/hundreds does/des wise/wish install/instant red/reed storm/story",
    "de": "Rat/Rad Stadt/Statt Miene/Mine Lied/Leid",
    "fr": "sait/soit mais/mois vais/vois pays/pais",
    "pt": "pacto/pato secta/seta bactéria/bateria",
    "nl": "school/sol man/maan",
    "ru": "мир/мор змея/семья",
    "it": "ha/a hanno/anno ho/o",
    "he": "ילד/ילדה",
    "es": "caja/casa",
    "ar": "كتب/كاتب كتٰب/كاتب كتٰب/كتبَت بدءا/بدا",
}


# A preposition and its article, in one word or two.
JOINED = [
    ("it", "della", "de la"),
    ("it", "nella", "ne la"),
    ("it", "dagli", "da gli"),
    ("pt", "da", "de a"),
    ("pt", "nesta", "em esta"),
    ("pt", "dele", "de ele"),
    ("pt", "pelas", "por as"),
    ("es", "del", "de el"),
    ("es", "al", "a el"),
]
# Another preposition, or another article.
OTHERS = [
    ("it", "della", "dalla"),
    ("it", "delle", "dei"),
    ("it", "alla", "la"),
    ("pt", "da", "na"),
    ("pt", "da", "em a"),
    ("pt", "pela", "para a"),
    ("es", "del", "al"),
    ("es", "del", "en el"),
]


def _pairs(table):
    return [(language, *pair.split("/")) for language, row in table.items() for pair in row.split()]


def _same(language, one, other):
    lexicon = lexicon_of(language)
    rows = (read_tokens(document, [document.span], lexicon).items for document in map(Document, (one, other)))
    return same_spelling(*rows, lexicon)


@pytest.mark.parametrize(("language", "one", "other"), [*_pairs(SAME), *JOINED])
def test_two_spellings_of_a_word_meet(language, one, other):
    assert _same(language, one, other)


@pytest.mark.parametrize(("language", "one", "other"), [*_pairs(DIFFERENT), *OTHERS])
def test_two_words_do_not_meet(language, one, other):
    assert not _same(language, one, other)
