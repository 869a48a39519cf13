"""Openers: which phrases may go before the point, in every language with word lists, and which restrict it."""

import pytest

from tests.findings.scope.test_frames import told

# What is said, and how an article gives it.
SAID = {
    "ar": ("سيبقى الجسر القديم مفتوحا طوال الشتاء", "وقالت المهندسة: «{}»."),
    "cs": ("starý most zůstane otevřený celou zimu", "Inženýrka řekla: „{}“."),
    "da": ("den gamle bro holder åbent hele vinteren", "Ingeniøren sagde: »{}.«"),
    "de": ("die alte Brücke bleibt den ganzen Winter offen", "Die Ingenieurin sagte: „{}“."),
    "el": ("η παλιά γέφυρα θα μείνει ανοιχτή όλο τον χειμώνα", "Η μηχανικός είπε: «{}»."),
    "en": ("the old bridge will stay open all winter", "The engineer said: “{}.”"),
    "es": ("el viejo puente seguirá abierto todo el invierno", "La ingeniera dijo: «{}»."),
    "fi": ("vanha silta on auki koko talven", "Insinööri sanoi: ”{}.”"),
    "fr": ("le vieux pont restera ouvert tout l'hiver", "L'ingénieure a déclaré : « {} »."),
    "he": ("הגשר הישן יישאר פתוח כל החורף", 'המהנדסת אמרה: "{}".'),
    "hu": ("a régi híd egész télen nyitva marad", "A mérnök azt mondta: „{}.”"),
    "it": ("il vecchio ponte resterà aperto tutto l'inverno", "L'ingegnera ha detto: «{}»."),
    "ja": ("古い橋は冬の間ずっと開いています", "技師は「{}」と述べた。"),
    "ko": ("낡은 다리는 겨울 내내 열려 있을 것입니다", '기사는 "{}"라고 말했다.'),
    "nl": ("de oude brug blijft de hele winter open", "De ingenieur zei: „{}.”"),
    "no": ("den gamle broen holder åpent hele vinteren", "Ingeniøren sa: «{}.»"),
    "pl": ("stary most będzie otwarty przez całą zimę", "Inżynierka powiedziała: „{}”."),
    "pt": ("a velha ponte ficará aberta todo o inverno", "A engenheira disse: «{}»."),
    "ro": ("podul vechi va rămâne deschis toată iarna", "Inginera a spus: „{}”."),
    "ru": ("старый мост будет открыт всю зиму", "Инженер сказала: «{}»."),
    "sv": ("den gamla bron håller öppet hela vintern", "Ingenjören sade: ”{}.”"),
    "tr": ("eski köprü bütün kış açık kalacak", "Mühendis, “{}” dedi."),
    "uk": ("старий міст буде відкритий усю зиму", "Інженерка сказала: «{}»."),
    "zh": ("这座旧桥整个冬天都会开放", "工程师说:“{}。”"),
}

TRANSPARENT = {
    "ar": ("حسنا، في الواقع، ", "بصراحة، ولكي أكون دقيقا، ", "أعزائي القراء، ", "والحق يقال، ", "إذا سمحتم لي، "),
    "cs": ("No, upřímně řečeno, ", "Víte, abych byla fér, ", "Milí sousedé, ", "Bohužel, jak jsem už řekla, ", "Mimochodem, "),
    "da": ("Altså, helt ærligt, ", "Jo, hør nu her, ", "Kære naboer og venner, ", "Som jeg sagde, ", "Hvis du spørger mig, "),
    "de": ("Na ja, ehrlich gesagt, ", "Also gut, um fair zu sein, ", "Liebe Nachbarinnen und Nachbarn, ", "Sehen Sie, mit Verlaub, ", "Wenn Sie mich fragen, "),
    "el": ("Λοιπόν, για να είμαι δίκαιη, ", "Κοιτάξτε, ειλικρινά, ", "Αγαπητοί γείτονες, ", "Όπως σας είπα, ", "Αν με ρωτάτε, "),
    "en": (
        "Well, to be quite honest with you, ",
        "Look, in all fairness to them, ",
        "Dear readers of this page, ",
        "Ladies and gentlemen, ",
        "Frankly, my friends, ",
        "If I may put it bluntly, ",
        "Oh, if you really want to know my opinion, ",
        "Good morning, Mr Speaker, ",
    ),
    "es": ("Mire, si le soy sincera, ", "Bueno, a decir verdad, ", "Queridos vecinos, ", "Como ya he dicho, ", "Si me permite la expresión, "),
    "fi": ("No, rehellisesti sanottuna, ", "Katsokaa, ", "Hyvät naapurit, ", "Kuten jo sanoin, ", "Jos minulta kysytään, "),
    "fr": ("Écoutez, pour être tout à fait juste, ", "Bon, à vrai dire, ", "Chers voisins, ", "Comme je vous l'ai dit, ", "Si vous voulez mon avis, "),
    "he": ("טוב, למען ההגינות, ", "תשמעי, בכנות, ", "שכנים יקרים, ", "כמו שאמרתי, ", "אם תשאלו אותי, "),
    "hu": ("Hát, őszintén szólva, ", "Nézze, hogy igazságos legyek, ", "Kedves szomszédok, ", "Ahogy már mondtam, ", "Ha engem kérdez, "),
    "it": ("Guardi, a essere sinceri, ", "Beh, in tutta franchezza, ", "Care vicine e cari vicini, ", "Come dicevo, ", "Se vuole la mia opinione, "),
    "ja": ("えっと、まあ、", "正直に言うと、", "要するに、", "先ほど申し上げたとおり、", "皆さん、"),
    "ko": ("음, 솔직히 말씀드리면, ", "그러니까, ", "존경하는 주민 여러분, ", "앞서 말씀드린 대로, ", "글쎄요, 뭐, "),
    "nl": ("Kijk, om eerlijk te zijn, ", "Nou ja, eerlijk gezegd, ", "Beste buren, ", "Zoals ik al zei, ", "Als u het mij vraagt, "),
    "no": ("Altså, for å være helt ærlig, ", "Jo, hør her, ", "Kjære naboer, ", "Som jeg sa, ", "Hvis dere spør meg, "),
    "pl": ("No cóż, szczerze mówiąc, ", "Wie pan, prawdę mówiąc, ", "Drodzy sąsiedzi, ", "Jak już mówiłam, ", "Jeśli mogę, "),
    "pt": ("Olhe, para ser sincera, ", "Bem, na verdade, ", "Caros vizinhos, ", "Como já disse, ", "Se me permite, "),
    "ro": ("Uitați, ca să fiu sinceră, ", "Ei bine, la drept vorbind, ", "Dragi vecini, ", "După cum spuneam, ", "Dacă mă întrebați, "),
    "ru": ("Ну, честно говоря, ", "Видите ли, справедливости ради, ", "Дорогие соседи, ", "Как я уже говорила, ", "Если хотите знать моё мнение, "),
    "sv": ("Alltså, om jag ska vara ärlig, ", "Jo, ärligt talat, ", "Kära grannar, ", "Som jag sa, ", "Om ni frågar mig, "),
    "tr": ("Bakın, dürüst olmak gerekirse, ", "Yani, açıkçası, ", "Sevgili komşular, ", "Dediğim gibi, ", "Bana sorarsanız, "),
    "uk": ("Ну, чесно кажучи, ", "Розумієте, заради справедливості, ", "Дорогі сусіди, ", "Як я вже казала, ", "Якщо хочете знати мою думку, "),
    "zh": ("嗯,说实话,", "坦率地讲,", "各位邻居,", "众所周知,", "要我说,"),
}  # fmt: skip

RESTRICTING = {
    "ar": ("إذا وافق المجلس، ",),
    "cs": ("Upřímně řečeno, pokud město zaplatí, ",),
    "da": ("Ærligt talt, hvis kommunen betaler, ",),
    "de": ("Ehrlich gesagt, wenn die Gemeinde zahlt, ",),
    "el": ("Ειλικρινά, αν πληρώσει ο δήμος, ",),
    "en": (
        "Frankly, if they are honest about the money, ",
        "Dear readers, if the county pays, ",
        "To be fair, critics say, ",
    ),
    "es": ("Bueno, si paga el condado, ",),
    "fi": ("Rehellisesti sanottuna, jos kunta maksaa, ",),
    "fr": ("À vrai dire, si la commune paie, ",),
    "he": ("בכנות, אם המועצה תשלם, ",),
    "hu": ("Őszintén szólva, ha a község fizet, ",),
    "it": ("A dire il vero, se il comune paga, ",),
    "ja": ("正直に言うと、予算が通れば、", "まあ、もし予算が通れば、"),
    "ko": ("음, 예산이 통과되면 ", "솔직히 말씀드리면, 군이 동의하면 "),
    "nl": ("Eerlijk gezegd, als de gemeente betaalt, ",),
    "no": ("Ærlig talt, hvis kommunen betaler, ",),
    "pl": ("Szczerze mówiąc, jeśli gmina zapłaci, ",),
    "pt": ("Na verdade, se a câmara pagar, ",),
    "ro": ("Sincer, dacă plătește comuna, ",),
    "ru": ("Честно говоря, если заплатит город, ",),
    "sv": ("Ärligt talat, om kommunen betalar, ",),
    "tr": ("Açıkçası, belediye öderse, ",),
    "uk": ("Чесно кажучи, якщо заплатить місто, ",),
    "zh": ("说实话,如果区里付钱,", "嗯,要是区里付钱,"),
}  # fmt: skip


def cases(openers):
    return [(language, opener) for language, every in openers.items() for opener in every]


def told_without(language, opener):
    """What is told of the clause in an article that leaves out its opener."""
    clause, sentence = SAID[language]
    quoted = sentence.format(clause)
    return told(quoted, sentence.format(f"{opener}{clause}"), language)


@pytest.mark.parametrize(("language", "opener"), cases(TRANSPARENT))
def test_an_opener_of_markers_candour_or_address_may_go(language, opener):
    assert told_without(language, opener) == []


ADDRESSED = [
    ("de", "Herr Minister, "), ("en", "Vicar, "), ("en", "Well, Professor, "), ("es", "Señora, "), ("fr", "Monsieur le maire, "),
    ("ja", "先生、"), ("zh", "先生，"), ("ru", "Госпожа министр, "),
]  # fmt: skip


@pytest.mark.parametrize(("language", "opener"), ADDRESSED)
def test_an_office_before_a_comma_is_an_address(language, opener):
    assert told_without(language, opener) == []


@pytest.mark.parametrize(("language", "opener"), [("en", "Monday, "), ("en", "Rumour, ")])
def test_another_noun_before_a_comma_is_none(language, opener):
    assert told_without(language, opener) != []


@pytest.mark.parametrize(("language", "opener"), cases(RESTRICTING))
def test_behind_such_openers_what_restricts_may_not(language, opener):
    assert told_without(language, opener) != []


MENDED = [
    ("de", "Im Übrigen bleibt die Mühle im Winter offen, auch sonntags.", "Holm sagte: „Die Mühle [bleibt] im Winter offen, auch sonntags“."),
    ("nl", "Overigens blijft de molen in de winter open, ook op zondag.", "Bos zei: „De molen [blijft] in de winter open, ook op zondag”."),
    ("en", "We are going to keep the mill open on Sundays.", "Holt said that they “[will] keep the mill open on Sundays”."),
    ("es", "Vamos a abrir el molino los domingos por la tarde.", "Ríos dijo que la aldea «[va] a abrir el molino los domingos por la tarde»."),
    ("tr", "Kâğıt ucuz kalırsa, fiyatı bu yıl artırmayacağız.", "Kâğıdın ucuz kalması hâlinde “fiyatı bu yıl artırmayacağız” dedi."),
    ("he", "הטוחנים שבכפר הבטיחו לפתוח את הטחנה בימי ראשון.", 'ברק אמר: "הטוחנים […] הבטיחו לפתוח את הטחנה בימי ראשון".'),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "sentence"), MENDED)
def test_what_brackets_put_back_or_the_article_says_is_not_lost(language, source, sentence):
    assert told(sentence, source, language) == []


LOST = [
    ("he", "כל הטוחנים ששילמו את המס קיבלו רישיון חדש.", 'ברק אמר: "כל הטוחנים […] קיבלו רישיון חדש".'),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "sentence"), LOST)
def test_what_stood_before_what_brackets_put_back_is(language, source, sentence):
    assert told(sentence, source, language) != []
