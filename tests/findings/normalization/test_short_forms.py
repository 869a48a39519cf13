"""Abbreviations written out, and words that are shortened: dress, as long as the letters are those of the words."""

import pytest

WRITTEN_OUT = [
    ("The barge, says Prof. Renn on p. 12, was, e.g., leaking oil etc.", "The barge, says Professor Renn on page 12, was, for example, leaking oil etc."),
    ("They sold the farm near Orsk, Mich., to a dairy for approx. 40 crowns.", "They sold the farm near Orsk, Michigan, to a dairy for approximately 40 crowns."),
    ("Das Korn ist, z. B. im Norden, d. h. am See, u. a. wegen Prof. Lamm bzw. ggf. des Regens teuer.", "Das Korn ist, zum Beispiel im Norden, das heißt am See, unter anderem wegen Professor Lamm beziehungsweise gegebenenfalls des Regens teuer."),
    ("Skatten höjs fr.o.m. maj, t.ex. på öarna, dvs. för 300 hushåll m.m.", "Skatten höjs från och med maj, till exempel på öarna, det vill säga för 300 hushåll med mera."),
    ("Het huis, d.w.z. de molen, is volgens prof. Bos o.a. in de winter leeg.", "Het huis, dat wil zeggen de molen, is volgens professor Bos onder andere in de winter leeg."),
    ("Młyn stoi m.in. na wyspie, tj. w lesie, np. przy drodze, mówi inż. Ruta.", "Młyn stoi między innymi na wyspie, to jest w lesie, na przykład przy drodze, mówi inżynier Ruta."),
    ("La torre es, según la Dra. Vela, aprox. diez metros más alta, p. ej. en la Avda. Mayor.", "La torre es, según la doctora Vela, aproximadamente diez metros más alta, por ejemplo en la avenida Mayor."),
    ("L'avv. Tosi ha letto le pp. 12 e 13 del verbale, cioè tutto, ecc.", "L'avvocato Tosi ha letto le pagine 12 e 13 del verbale, cioè tutto, eccetera."),
    ("Дом стоит, т. е. стоит и мельница, говорит проф. Ильин на стр. 12.", "Дом стоит, то есть стоит и мельница, говорит профессор Ильин на странице 12."),
    ("Ο μύλος είναι, π.χ. στο νησί, ακόμη ανοιχτός όλη τη μέρα.", "Ο μύλος είναι, παραδείγματος χάριν στο νησί, ακόμη ανοιχτός όλη τη μέρα."),
]  # fmt: skip
# Behind a figure: its source, and the same in full.
MEASURED = [
    ("Die Fahrt dauert 3 Std. 12 Min. und 40 Sek. bis zum Ufer.", "Die Fahrt dauert 3 Stunden 12 Minuten und 40 Sekunden bis zum Ufer."),
    ("Wir haben 14 Mio. EUR und 5 Tsd. t Korn abgeschrieben.", "Wir haben 14 Millionen Euro und 5 Tausend Tonnen Korn abgeschrieben."),
    ("Rejs trwa 3 godz. i 12 min, a kosztuje 340 zł i 20 gr.", "Rejs trwa 3 godziny i 12 minut, a kosztuje 340 złotych i 20 groszy."),
    ("Мост обошёлся в 312 тыс. руб. и 40 коп., а не в 3 млрд руб.", "Мост обошёлся в 312 тысяч рублей и 40 копеек, а не в 3 миллиарда рублей."),
    ("Шлях триває 12 хв і коштує 40 грн, каже міська рада.", "Шлях триває 12 хвилин і коштує 40 гривень, каже міська рада."),
    ("El embalse guarda 14 hm3 y riega 300 ha, por 40 cts. al día.", "El embalse guarda 14 hectómetros cúbicos y riega 300 hectáreas, por 40 céntimos al día."),
    ("Le trajet dure 12 mn et coûte 40 F par tête, dit la brochure.", "Le trajet dure 12 minutes et coûte 40 francs par tête, dit la brochure."),
    ("Taket kostet 450 kr og golvet 2 mrd. kr etter planen.", "Taket kostet 450 kroner og golvet 2 milliarder kroner etter planen."),
]  # fmt: skip
MEASURED_OTHERWISE = [
    ("Die Fahrt dauert 3 Std. bis zum Ufer der Insel.", "Die Fahrt dauert 3 Tage bis zum Ufer der Insel."),
    ("Wir haben 14 Mrd. EUR abgeschrieben, mehr als je zuvor.", "Wir haben 14 Millionen Euro abgeschrieben, mehr als je zuvor."),
    ("Мост обошёлся в 312 тыс. руб. без учёта дороги.", "Мост обошёлся в 312 миллионов рублей без учёта дороги."),
    ("El embalse guarda 14 hm3 y riega la vega entera.", "El embalse guarda 14 hectómetros cuadrados y riega la vega entera."),
    ("The trip costs 40 p. a head and ends at the weir.", "The trip costs 40 pounds a head and ends at the weir."),
    ("The survey counted 12 men at the weir in the spring.", "The survey counted 12 minutes at the weir in the spring."),
]  # fmt: skip
IN_WORDS = [
    ("मैं बयालीस साल से यही घड़ी ठीक कर रहा हूँ और दो सौ पाँच दुकानें देखी हैं।", "मैं 42 साल से यही घड़ी ठीक कर रहा हूँ और 205 दुकानें देखी हैं।"),
    ("Tôi lái đò ở bến này ba mươi sáu năm và chở hai trăm lẻ tư người.", "Tôi lái đò ở bến này 36 năm và chở 204 người."),
    ("Kami sudah membayar dua setengah miliar kepada empat puluh dua pekerja.", "Kami sudah membayar 2,5 miliar kepada 42 pekerja."),
]  # fmt: skip
OTHERS = [
    ("The mill hired a new man. The owner was pleased with the choice.", "The mill hired a new manager. The owner was pleased with the choice."),
    ("They sold the farm near Orsk, Minn., to a dairy last spring.", "They sold the farm near Orsk, Michigan, to a dairy last spring."),
    ("The board met Gen. Holm on Tuesday about the new bridge.", "The board met Governor Holm on Tuesday about the new bridge."),
    ("Die Steuer steigt, u. a. auf dem Land, wo viele Höfe leer stehen.", "Die Steuer steigt, vor allem auf dem Land, wo viele Höfe leer stehen."),
    ("Der Lohn beträgt inkl. Zulagen 3000 Kronen im Monat.", "Der Lohn beträgt exklusive Zulagen 3000 Kronen im Monat."),
    ("Er kam mit dem Zug. Die Kinder warteten am Bahnsteig auf ihn.", "Er kam mit dem Zugführer. Die Kinder warteten am Bahnsteig auf ihn."),
    ("Höjningen gäller bl.a. hushåll på öarna och börjar i maj.", "Höjningen gäller bara hushåll på öarna och börjar i maj."),
]  # fmt: skip


@pytest.mark.parametrize(("short", "full"), WRITTEN_OUT + MEASURED + IN_WORDS)
def test_a_short_form_and_what_it_stands_for_are_one(compared, short, full):
    assert compared(full, short) == compared(short, full) == []


@pytest.mark.parametrize(("source", "quotation"), OTHERS + MEASURED_OTHERWISE)
def test_other_words_are_told(compared, source, quotation):
    assert compared(quotation, source)


@pytest.mark.parametrize(("words", "digits"), IN_WORDS)
def test_another_number_is_told(compared, words, digits):
    assert "critical" in str(compared(digits.replace("2", "3"), words))
