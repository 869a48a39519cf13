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
OTHERS = [
    ("The mill hired a new man. The owner was pleased with the choice.", "The mill hired a new manager. The owner was pleased with the choice."),
    ("They sold the farm near Orsk, Minn., to a dairy last spring.", "They sold the farm near Orsk, Michigan, to a dairy last spring."),
    ("The board met Gen. Holm on Tuesday about the new bridge.", "The board met Governor Holm on Tuesday about the new bridge."),
    ("Die Steuer steigt, u. a. auf dem Land, wo viele Höfe leer stehen.", "Die Steuer steigt, vor allem auf dem Land, wo viele Höfe leer stehen."),
    ("Der Lohn beträgt inkl. Zulagen 3000 Kronen im Monat.", "Der Lohn beträgt exklusive Zulagen 3000 Kronen im Monat."),
    ("Er kam mit dem Zug. Die Kinder warteten am Bahnsteig auf ihn.", "Er kam mit dem Zugführer. Die Kinder warteten am Bahnsteig auf ihn."),
    ("Höjningen gäller bl.a. hushåll på öarna och börjar i maj.", "Höjningen gäller bara hushåll på öarna och börjar i maj."),
]  # fmt: skip


@pytest.mark.parametrize(("short", "full"), WRITTEN_OUT)
def test_a_short_form_and_what_it_stands_for_are_one(compared, short, full):
    assert compared(full, short) == compared(short, full) == []


@pytest.mark.parametrize(("source", "quotation"), OTHERS)
def test_other_words_are_told(compared, source, quotation):
    assert compared(quotation, source)
