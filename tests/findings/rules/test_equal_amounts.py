"""ALT303 is said of other amounts, and never of the same one in other words, another unit or another sign."""

import pytest

FIGURE = ["ALT303 critical"]

RATES = [
    ("Die Rate beträgt @, sagte der Beamte am Montag.", "2,125 Prozent", "2125 Prozent"),
    ("Der Umbau kostete @, sagte der Beamte am Montag.", "1,234 Millionen Euro", "1234 Millionen Euro"),
    ("Le taux est de @, selon la mairie du village.", "1,250 pour cent", "1250 pour cent"),
    ("La tasa es de @, dijo la alcaldesa del pueblo.", "1,250 por ciento", "1250 por ciento"),
    ("Il tasso è del @, ha detto la sindaca del paese.", "1,250 %", "1250 %"),
    ("The rate stands at @, an official said on Monday.", "2.125 percent", "2125 percent"),
]


@pytest.mark.parametrize(("source", "words", "others"), RATES)
def test_decimals_are_no_thousands(compared, source, words, others):
    assert compared(source.replace("@", others), source.replace("@", words)) == FIGURE


@pytest.mark.parametrize(
    ("source", "words", "others"),
    [
        ("The council sold @ tickets for the fair.", "19,500", "19 500"),
        ("The council sold @ tickets for the fair.", "19,500", "19500"),
        ("Die Stadt hat @ Karten für das Fest verkauft.", "19.500", "19 500"),
        ("La alcaldía pagó @ por las obras del puente.", "1,250 pesos", "1250 pesos"),
        ("Llegaron @ a la plaza mayor de la ciudad.", "1,250 personas", "1250 personas"),
    ],
)
def test_what_parts_thousands_is_dress(compared, source, words, others):
    assert compared(source.replace("@", others), source.replace("@", words)) == []


BOATS = "There were @ boats lost, and the town had to mend the old pier before winter came."
ONE_FIGURE = [
    ("34", "3-4"),
    ("1020", "10-20"),
    ("2-3 million", "23 million"),
    ("10^6", "106"),
    ("2, 3", "23"),
    ("10 5", "105"),
    ("3〜4", "34"),
    ("3-400", "3400"),
]


@pytest.mark.parametrize(("words", "others"), ONE_FIGURE)
def test_two_figures_and_the_one_that_their_digits_make_are_two_amounts(compared, words, others):
    assert compared(BOATS.replace("@", words), BOATS.replace("@", others)) == FIGURE
    assert compared(BOATS.replace("@", others), BOATS.replace("@", words)) == FIGURE


DRESS = [
    ("3-4", "3–4"),
    ("12 345 678", "12345678"),
    ("1_000", "1000"),
    ("0.5 million", ".5 million"),
    ("2·4 million", "2.4 million"),
]
CALLED = [
    ("A380", "A-380"),
    ("CO2", "CO 2"),
]


@pytest.mark.parametrize(("words", "others"), [*DRESS, *CALLED])
def test_a_range_a_number_that_is_called_and_a_name_with_its_number_keep_their_dress(compared, words, others):
    assert compared(BOATS.replace("@", words), BOATS.replace("@", others)) == []
    assert compared(BOATS.replace("@", others), BOATS.replace("@", words)) == []


SIGNED = [
    ("The harbour froze at @, the captain said on Monday.", "minus 12 degrees", "−12 degrees", "12 degrees"),
    ("Der Hafen fror bei @ zu, sagte der Kapitän am Montag.", "minus 12 Grad", "−12 Grad", "12 Grad"),
    ("The price rose by @ in the spring, the board said.", ".5 percent", "0.5 percent", "5 percent"),
    ("The difference was small (p < @) in all of the trials.", ".05", "0.05", ".5"),
    ("The pier was built in @, as the captain recalls it.", "the ’90s", "the 1990s", "the 1980s"),
]


@pytest.mark.parametrize(("source", "words", "same", "other"), SIGNED)
def test_a_sign_a_point_and_a_century_belong_to_their_figure(compared, source, words, same, other):
    assert compared(source.replace("@", words), source.replace("@", same)) == []
    assert compared(source.replace("@", same), source.replace("@", words)) == []
    assert compared(source.replace("@", words), source.replace("@", other)) != []
    assert compared(source.replace("@", other), source.replace("@", words)) != []


def test_a_date_in_figures_is_its_day_in_either_order_and_not_the_one_with_day_and_month_exchanged(compared):
    source = "The ferry was to sail again on {}, as the harbour office wrote to the council."
    assert compared(source.format("4 May 2031"), source.format("4/5/2031")) == []
    assert compared(source.format("5 April 2031"), source.format("4/5/2031")) == []
    assert compared(source.format("5/4/2031"), source.format("4/5/2031")) != []


EQUAL = [
    ("The crossing took @ in the storm, the captain said.", "an hour and a half", "one and a half hours"),
    ("The crossing took @ in the storm, the captain said.", "90 minutes", "an hour and a half"),
    ("The crossing took @ in the storm, the captain said.", "90 minutes", "1.5 hours"),
    ("The crossing took @ in the storm, the captain said.", "two hours and a half", "two and a half hours"),
    ("The crossing took @ in the storm, the captain said.", "2 1/2 hours", "2.5 hours"),
    ("The crossing took @ in the storm, the captain said.", "a fortnight", "two weeks"),
    ("The crossing took @ in the storm, the captain said.", "a quarter of an hour", "15 minutes"),
    ("The crossing took @ in the storm, the captain said.", "three quarters of an hour", "45 minutes"),
    ("The repairs went on for the past @ without a break.", "year and a half", "18 months"),
    ("The repairs went on for @ without a break.", "a decade", "ten years"),
    ("The repairs went on for @ without a break.", "a decade and a half", "15 years"),
    ("The repairs went on for @ without a break.", "a day", "24 hours"),
    ("The crossing took @ in the storm, the captain said.", "one hour and 30 minutes", "90 minutes"),
    ("The crossing took @ in the storm, the captain said.", "three and three quarter hours", "3.75 hours"),
    ("The council bought @ boats for the harbour last year.", "two dozen", "24"),
    ("Il sindaco ha parlato per @ davanti al consiglio del paese.", "mezz'ora", "30 minuti"),
    ("Il sindaco ha parlato per @ davanti al consiglio del paese.", "un'ora e mezza", "90 minuti"),
    ("De burgemeester sprak @ voor de raad van het dorp.", "anderhalf uur", "90 minuten"),
    ("@ later the crew was safe on land again.", "Half an hour", "Thirty minutes"),
    ("@ later the crew was safe on land again.", "A half-hour", "Thirty minutes"),
    ("The pier is @ long and was built by the town.", "a kilometre and a half", "1.5 kilometres"),
    ("The pier is @ long and was built by the town.", "1.5 kilometres", "1,500 metres"),
    ("The town spent @ crowns on the harbour last year.", "a million and a half", "1.5 million"),
    ("The town spent @ crowns on the harbour last year.", "one million and a half", "1.5 million"),
    ("The town spent @ crowns on the harbour last year.", "a quarter of a million", "250,000"),
    ("The council bought @ boats for the harbour last year.", "half a dozen", "six"),
    ("The council bought @ boats for the harbour last year.", "a dozen", "12"),
    ("The police found @ boats near the old pier on Monday.", "a couple of", "two"),
    ("@ boats were lost near the mill on Monday night.", "A couple of", "Two"),
    ("@ brothers were arrested near the mill on Monday.", "Both", "The two"),
    ("@ brothers were arrested near the mill on Monday.", "Both of the", "The two"),
    ("About @ members of the board voted against the plan.", "one in three", "a third of"),
    ("About @ members of the board voted against the plan.", "one in twenty", "5 percent of"),
    ("Le pont a coûté @ de francs à la commune du bourg.", "deux millions et demi", "2,5 millions"),
    ("Le voyage a duré @ à cause de la tempête.", "une heure et demie", "90 minutes"),
    ("Le voyage a duré @ à cause de la tempête.", "une demi-heure", "30 minutes"),
    ("Der Umbau kostete @ Millionen Euro und dauerte lange.", "eineinhalb", "1,5"),
    ("Der Umbau kostete @ Millionen Euro und dauerte lange.", "anderthalb", "1,5"),
    ("Die Überfahrt dauerte im Sturm @ und niemand schlief.", "eine halbe Stunde", "30 Minuten"),
    ("Die Überfahrt dauerte im Sturm @ und niemand schlief.", "eine Viertelstunde", "15 Minuten"),
    ("Nach Angaben der Polizei wurden @ Brüder verhaftet.", "beide", "die zwei"),
    ("Die Stadt kaufte nach dem Sturm @ Boote für den Hafen.", "ein halbes Dutzend", "sechs"),
    ("El viaje duró @ por culpa de la tormenta.", "dos horas y media", "2,5 horas"),
    ("El viaje duró @ por culpa de la tormenta.", "hora y media", "90 minutos"),
    ("La alcaldía gastó @ de pesos en las obras.", "un millón y medio", "1,5 millones"),
    ("La ciudad tiene @ habitantes, dijo la alcaldesa.", "medio millón de", "500.000"),
    ("La alcaldía compró @ barcos para el puerto.", "media docena de", "seis"),
    ("El viaje duró @ por culpa de la tormenta.", "media hora", "30 minutos"),
    ("O prefeito falou por @ diante do conselho da vila.", "meia hora", "30 minutos"),
    ("La policía detuvo a @ hermanos el lunes por la noche.", "ambos", "los dos"),
]


@pytest.mark.parametrize(("source", "words", "others"), EQUAL)
def test_equal_amounts_are_one(compared, source, words, others):
    assert compared(source.replace("@", others), source.replace("@", words)) == []
    assert compared(source.replace("@", words), source.replace("@", others)) == []


OTHER = [
    ("The crossing took @ in the storm, the captain said.", "an hour and a half", "two and a half hours"),
    ("The crossing took @ in the storm, the captain said.", "90 minutes", "90 hours"),
    ("The crossing took @ in the storm, the captain said.", "a quarter of an hour", "50 minutes"),
    ("The crossing took @ in the storm, the captain said.", "half an hour", "half a day"),
    ("The crossing took @ in the storm, the captain said.", "one hour and 30 minutes", "80 minutes"),
    ("The town spent @ crowns on the harbour last year.", "a million and a half", "2.5 million"),
    ("The council bought @ boats for the harbour last year.", "half a dozen", "sixteen"),
    ("The council bought @ boats for the harbour last year.", "a dozen", "20"),
    ("About @ of the members voted against the plan.", "one in three", "one in ten"),
    ("Le pont a coûté @ de francs à la commune du bourg.", "deux millions et demi", "3,5 millions"),
    ("Der Umbau kostete @ Millionen Euro und dauerte lange.", "anderthalb", "2,5"),
    ("El viaje duró @ por culpa de la tormenta.", "dos horas y media", "cuatro horas y media"),
]


@pytest.mark.parametrize(("source", "words", "others"), OTHER)
def test_other_amounts_are_two(compared, source, words, others):
    assert compared(source.replace("@", others), source.replace("@", words)) == FIGURE


@pytest.mark.parametrize(
    ("quotation", "source", "expected"),
    [
        ("Burglary is down by 12%", "“Burglary is down by twelve per cent,” he said.", []),
        ("It will cost our town $5m", "“It will cost our town five million dollars,” he said.", []),
        ("It will cost our town 5 million dollars", "“It will cost our town $5 million,” he said.", []),
        ("Burglary is down by 13%", "“Burglary is down by twelve per cent,” he said.", ["ADD101 major"]),
        ("Burglary is down by 12%", "“Burglary is down by twelve per cent or less,” he said.", ["OMI205 major"]),
        ("It will cost our town $5m", "“It will cost our town five million dollars unless it rains,” he said.",
         ["OMI205 major"]),
    ],
)  # fmt: skip
def test_an_amount_with_which_a_quotation_ends(compared, quotation, source, expected):
    assert compared(quotation, source) == expected


# A sum in short and at length, and another one.
SUMS = [
    ("Przekazaliśmy gminie {} i nie dostaliśmy dotąd żadnego rozliczenia.", "480 tys. zł", "480 tysięcy złotych", "480 milionów złotych"),
    ("Przekazaliśmy gminie {} i nie dostaliśmy dotąd żadnego rozliczenia.", "3 mln zł", "trzy miliony złotych", "trzy miliony euro"),
    ("Zaplatili jsme obci {} a dodnes jsme nedostali žádné vyúčtování.", "480 tis. Kč", "480 tisíc korun", "480 milionů korun"),
    ("Zaplatili jsme obci {} a dodnes jsme nedostali žádné vyúčtování.", "3 mil. Kč", "tři miliony korun", "tři miliony eur"),
    ("Átadtunk a községnek {} és máig nem kaptunk elszámolást.", "480 ezer Ft-ot", "480 ezer forintot", "480 ezer eurót"),
    ("Vi betalade kommunen {} och har ännu inte fått någon redovisning.", "480 tkr", "480 000 kronor", "480 000 euro"),
    ("Vi betalade kommunen {} och har ännu inte fått någon redovisning.", "3 mkr", "3 miljoner kronor", "3 miljarder kronor"),
    ("Vi betalade kommunen {} och har ännu inte fått någon redovisning.", "3 mnkr", "tre miljoner kronor", "tre miljoner euro"),
    ("Vi betalte kommunen {} og har endnu ikke fået noget regnskab.", "480.000 kr.", "480.000 kroner", "480.000 euro"),
    ("Vi betalte kommunen {} og har endnu ikke fået noget regnskab.", "3 mio. kr.", "tre millioner kroner", "tre milliarder kroner"),
    ("Vi betalte kommunen {} og har fortsatt ikke fått noe regnskap.", "480 000 kr", "480 000 kroner", "480 000 euro"),
    ("Vi betalte kommunen {} og har fortsatt ikke fått noe regnskap.", "3 mill. kr", "tre millioner kroner", "tre milliarder kroner"),
    ("Мы передали посёлку {} и до сих пор не получили никакого отчёта.", "480 тыс. руб.", "480 тысяч рублей", "480 миллионов рублей"),
    ("Мы передали посёлку {} и до сих пор не получили никакого отчёта.", "3 млн руб.", "три миллиона рублей", "три миллиона долларов"),
    ("Ми передали громаді {} і досі не отримали жодного звіту.", "480 тис. грн", "480 тисяч гривень", "480 мільйонів гривень"),
    ("Am dat comunei {} și nu am primit până azi nicio socoteală.", "480 mii lei", "480.000 de lei", "480.000 de euro"),
    ("Belediyeye {} verdik ve bugüne kadar hiçbir hesap almadık.", "480 bin TL", "480 bin lira", "480 bin avro"),
    ("Annoimme kunnalle {} emmekä ole vieläkään saaneet tilitystä.", "480 t€", "480 000 euroa", "480 000 kruunua"),
    ("Annoimme kunnalle {} emmekä ole vieläkään saaneet tilitystä.", "3 milj. euroa", "kolme miljoonaa euroa", "kolme miljardia euroa"),
    ("Wir haben der Gemeinde {} gegeben und bis heute keine Abrechnung erhalten.", "3 Mio. Euro", "drei Millionen Euro", "drei Milliarden Euro"),
    ("Wir haben der Gemeinde {} gegeben und bis heute keine Abrechnung erhalten.", "480 Tsd. Euro", "480.000 Euro", "480.000 Franken"),
    ("Wir haben der Gemeinde {} gegeben und bis heute keine Abrechnung erhalten.", "480.000 Fr.", "480.000 Franken", "480.000 Euro"),
    ("Wij gaven de gemeente {} en hebben nog steeds geen afrekening gekregen.", "3 mln. euro", "drie miljoen euro", "drie miljard euro"),
    ("Dimos al municipio {} y todavía no hemos recibido ninguna cuenta.", "3 mill. de euros", "tres millones de euros", "tres mil euros"),
    ("Demos ao município {} e ainda não recebemos qualquer conta.", "R$ 3 mi", "3 milhões de reais", "3 bilhões de reais"),
    ("Demos ao município {} e ainda não recebemos qualquer conta.", "R$ 480 mil", "480 mil reais", "480 mil euros"),
    ("Abbiamo dato al comune {} e non abbiamo ancora ricevuto alcun conto.", "3 mln di euro", "tre milioni di euro", "tre miliardi di euro"),
    ("Nous avons donné à la commune {} et n'avons toujours reçu aucun compte.", "480 k€", "480 000 euros", "480 000 francs"),
    ("Nous avons donné à la commune {} et n'avons toujours reçu aucun compte.", "3 M€", "trois millions d'euros", "trois milliards d'euros"),
    ("Δώσαμε στον δήμο {} και δεν έχουμε λάβει ακόμη κανέναν λογαριασμό.", "3 εκατ. ευρώ", "τρία εκατομμύρια ευρώ", "τρία δισεκατομμύρια ευρώ"),
    ("町には{}を渡したが、まだ何の報告も受けていない。", "三百万円", "300万円", "300億円"),
    ("우리는 군에 {} 건넸지만 아직 아무 보고도 받지 못했다.", "300만 원을", "3백만 원을", "300억 원을"),
    ("נתנו למועצה {} ועד היום לא קיבלנו שום דין וחשבון.", '480 אלף ש"ח', "480 אלף שקלים", "480 אלף דולר"),
    ("We gave the parish {} and have not had any account of it since.", "£480k", "480,000 pounds", "480,000 euros"),
    ("We gave the parish {} and have not had any account of it since.", "C$3m", "three million Canadian dollars", "three million pounds"),
    ("Договор подписали в {} без свидетелей и без печати.", "1998 г.", "1998 году", "1999 году"),
    ("Договір підписали у {} без свідків і без печатки.", "1998 р.", "1998 році", "1999 році"),
    ("Umowę podpisano w {} bez świadków i bez pieczęci.", "1998 r.", "1998 roku", "1999 roku"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "short", "full", "another"), SUMS)
def test_a_sum_in_short_is_one_at_length(compared, sentence, short, full, another):
    assert compared(sentence.format(full), sentence.format(short)) == []
    assert compared(sentence.format(short), sentence.format(full)) == []
    assert compared(sentence.format(another), sentence.format(short)) != []
