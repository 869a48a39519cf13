"""Whom brackets put in the place of "the latter", of a noun, of "I" and of nothing; and names that the source gives to the same person."""

import pytest

from provenance import compare
from tests.growing import grows_in_proportion

LATTER = {
    "en": ("The parish wrote to the owner and to the insurer. The latter did not reply until May, the report notes.", "“[{}] did not reply until May,” the report notes.", "The insurer", "The owner"),
    "de": ("Die Gemeinde schrieb an den Eigentümer und an die Versicherung. Diese antwortete erst Ende Mai.", "„[{}] antwortete erst Ende Mai“, heißt es im Bericht.", "Die Versicherung", "Die Gemeinde"),
    "fr": ("La commune a écrit au propriétaire et à l'assureur. Ce dernier n'a répondu qu'à la fin du mois de mai.", "« [{}] n'a répondu qu'à la fin du mois de mai », note le rapport.", "L'assureur", "Le propriétaire"),
    "es": ("La comunidad escribió a la empresa y al perito. Este no contestó hasta finales de mayo.", "«[{}] no contestó hasta finales de mayo», recoge el acta.", "El perito", "La comunidad"),
    "it": ("Il comune scrisse al proprietario e al perito. Quest'ultimo non rispose fino alla fine di maggio.", "«[{}] non rispose fino alla fine di maggio», si legge nel verbale.", "Il perito", "Il proprietario"),
    "nl": ("De gemeente schreef aan de eigenaar en aan de verzekeraar. Laatstgenoemde antwoordde pas eind mei.", "‘[{}] antwoordde pas eind mei,’ staat in het rapport.", "De verzekeraar", "De eigenaar"),
    "pl": ("Gmina napisała do właściciela i do ubezpieczyciela. Ten odpowiedział dopiero pod koniec maja.", "„[{}] odpowiedział dopiero pod koniec maja” – zapisano w raporcie.", "Ubezpieczyciel", "Właściciel"),
    "ru": ("Управа написала владельцу и страховщику. Последний ответил только в конце мая.", "«[{}] ответил только в конце мая», — говорится в отчёте.", "Страховщик", "Владелец"),
    "ja": ("町は所有者と保険会社に書面を送った。後者が返事をしたのは五月末だった。", "監査報告は「[{}]が返事をしたのは五月末だった」と記す。", "保険会社", "所有者"),
}  # fmt: skip
NOUNS = {
    "en": ("The auditors' letter. The chairman, Tom Alder, was new. The chairman knew of the loss from January. The rest of the committee heard of it in May.", "“[{}] knew of the loss from January,” the auditors write.", "Alder", "The committee"),
    "de": ("Beschluss des Gerichts. Vermieter war der Bäcker Emil Kranz. Der Vermieter betrat die Wohnung zweimal. Der Mieter tauschte danach das Schloss aus.", "„[{}] betrat die Wohnung zweimal“, stellt das Gericht fest.", "Kranz", "Der Mieter"),
    "fr": ("Jugement. Le bailleur, Émile Gros, tient une boulangerie. Le bailleur est entré deux fois sans prévenir. Le locataire a changé la serrure.", "« [{}] est entré deux fois sans prévenir », constate le tribunal.", "Émile Gros", "Le locataire"),
    "sv": ("Dom. Hyresvärden, bagaren Emil Kvist, bor granne. Hyresvärden gick in två gånger utan att säga till. Hyresgästen bytte sedan låset.", "”[{}] gick in två gånger utan att säga till”, skriver domstolen.", "Kvist", "Hyresgästen"),
    "cs": ("Rozsudek soudu. Pronajímatelem byl pekař Emil Kos. Pronajímatel vstoupil do bytu dvakrát bez ohlášení. Nájemce pak vyměnil zámek.", "„[{}] vstoupil do bytu dvakrát bez ohlášení,“ uvedl soud.", "Kos", "Nájemce"),
    "zh": ("审计师致会员信。会长从一月起就知道亏空。理事会五月才得知。", "审计师写道:“[{}]从一月起就知道亏空。”", "会长", "理事会"),
}  # fmt: skip
SPEAKERS = {
    "en": ('"I never signed the lease, and I told the bank so," said the treasurer, Orla Venn. The mayor, Ted Gorse, was not present.', "“[{}] never signed the lease,” said Venn.", "Venn", "Gorse"),
    "fr": ("« Je n'ai jamais signé le bail », a dit la trésorière, Odile Lenoir. Le maire, Guy Ferrand, était absent.", "« [{} n'a] jamais signé le bail », a dit Odile Lenoir.", "Lenoir", "Ferrand"),
    "ja": ("「私は契約書に署名したことがない」と会計の森口恵は述べた。町長の立石実は欠席した。", "会計の森口恵は「[{}]は契約書に署名したことがない」と述べた。", "自分", "町長"),
}  # fmt: skip
UNSAID = {
    "it": ("Dichiarazione della contabile Elsa Prati: «Bassi era sempre via. Il magazzino lo teneva Guidi. Non ha mai letto i contratti».", "«[{}] non ha mai letto i contratti», ha dichiarato Elsa Prati.", "Guidi", "Bassi"),
    "cs": ("Výpověď účetní Evy Proškové: „Bak byl pořád pryč. Kancelář vedl Gil. Nikdy tu smlouvu nedočetl.“", "„[{}] nikdy tu smlouvu nedočetl,“ vypověděla Eva Prošková.", "Gil", "Bak"),
}  # fmt: skip
EVERY = [
    (name, *row)
    for name, table in (("latter", LATTER), ("noun", NOUNS), ("speaker", SPEAKERS), ("unsaid", UNSAID))
    for row in table.values()
]


@pytest.mark.parametrize(("name", "source", "article", "right", "wrong"), EVERY)
def test_another_than_the_source_means_is_a_finding(beside, name, source, article, right, wrong):
    assert beside(article.format(wrong), source) == ["ALT307"]


@pytest.mark.parametrize(("name", "source", "article", "right", "wrong"), EVERY)
def test_whom_the_source_means_is_none(beside, name, source, article, right, wrong):
    assert beside(article.format(right), source) == []


@pytest.mark.parametrize(
    ("article", "source", "codes"),
    [
        ("“[I] never signed the lease,” said Venn.", '"He never signed the lease," said Orla Venn.', ["ALT308"]),
        ("Foss said that “[he was] wrong about the old bridge”.", '"We were wrong about the old bridge," said Dean Foss.', ["ALT308"]),
        ("Venn said that “[she] never signed the lease”.", '"I never signed the lease," said Orla Venn.', []),
        ("«Dos veces [ha] dicho que no a la junta», recordó Olmedo.", "OLMEDO: ¿Yo? Dos veces he dicho que no a la junta.", []),
        ("“[Wrede] never missed a session,” said Ferrall.", 'Ana Ferrall was asked about Tomas Wrede. "What can I tell you about Tomas? He never missed a session."', []),
        ("“[Northmoor Water] failed to report 14 spills,” the notice says.", 'Northmoor Water plc (the "Company") was fined. The Company failed to report 14 spills.', []),
        ("“[The reservoir] is full and sound,” said Ellery.", "T.O.: When was the reservoir last inspected?\n\nB. ELLERY: In April. It is full and sound.", []),
        ("“[The reservoir] is full and sound,” said Ellery.", "T.O.: When was the reservoir last inspected?\n\nB. ELLERY: The dam was seen to in April. It is full and sound.", ["ALT307"]),
        ("“We [knowingly] sold the grain in March,” Crowe said.", '"We sold the grain in March," Sid Crowe said.', ["ADD103"]),
        ("“We sold it [illegally] in March,” Crowe said.", 'Was the grain sold illegally? "We sold it in March," Sid Crowe said.', []),
        ("«Мы [тайно] засыпали канаву в мае», — сказал Лисин.", "«Мы засыпали канаву в мае», — сказал Иван Лисин.", ["ADD103"]),
    ],
)  # fmt: skip
def test_persons_names_and_words_of_guilt(beside, article, source, codes):
    assert beside(article, source) == codes


def test_a_source_full_of_both_nouns_takes_no_more_than_linear_time():
    def lay(source):
        compare(
            "Then the [mayor] told the council that the lamp would be mended before the ships came back.",
            source,
        )

    def full(count):
        nouns = "The mayor left the pier. It rained. " * count + "A keeper went. He rowed. " * count
        return f"{nouns}Then the keeper told the council that the lamp would be mended before the ships came back."

    assert grows_in_proportion(lay, full, 4000, slack=1.5)
