"""A letter in the place of another: another word, another way to write it, or a slip put right."""

import pytest

from provenance import compare


def _found(quotation, source):
    comparison = compare(quotation, source)
    return comparison.verdict.value, {(f.rule.code, f.severity.label) for f in comparison.findings}


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        (
            "Wir trinken Wein in Massen, das weiß die Straße.",
            "Wir trinken Wein in Maßen, das weiß die Straße.",
        ),
        ("Les pécheurs de Kerven sont venus au banquet.", "Les pêcheurs de Kerven sont venus au banquet."),
        ("Bu sinir bizim için çok önemli, sınır dedik.", "Bu sınır bizim için çok önemli, sınır dedik."),
        ("Er hat es schon gesagt, und das war schön.", "Er hat es schön gesagt, und das war schön."),
    ],
)
def test_a_letter_that_the_text_knows_makes_another_word(quotation, source):
    verdict, found = _found(quotation, source)
    assert verdict == "altered"
    assert ("ALT301", "minor") in found


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("Wir trinken Wein in Massen auf der Strasse.", "Wir trinken Wein in Maßen auf der Straße."),
        ("Ich denke, dass der Fluss die Straße frisst.", "Ich denke, daß der Fluß die Straße frißt."),
        ("Cet évènement a surpris les pêcheurs.", "Cet événement a surpris les pêcheurs."),
        ("Herr Mueller hat den Turm gebaut, sagte er.", "Herr Müller hat den Turm gebaut, sagte er."),
        (
            "The committee will back the plan.",
            "The comittee will back the plan. The committee met on Monday.",
        ),
        ("The ferry goes on Thursday, which is late.", "The ferry goes on Thurdsay, wich is late."),
        ("Il traghetto attraversa il lago che è basso.", "Il traghetto attravresa il lago che è basso."),
        ("Die Gemeinde hat die Brücke gesperrt.", "Die Gemiende hat die Brücke gesperrt."),
        ("Kommunen har stengt broen for trafikk.", "Komunen har stengt broen for trafikk."),
        ("I received the keys of their barge.", "I recieved teh keys of thier barge."),
        ("Wir haben die Schlüssel des Bootes.", "Wir habne dei Schlüssel des Bootes."),
        ("They could not start before noon.", "They could not start befor noon."),
        ("The boats wont come in today.", "The boats won’t come in today."),
        ("Wie gehts den Booten am Hafen?", "Wie geht’s den Booten am Hafen?"),
        ("Fanno quello che egli vuole.", "Fanno quello ch’egli vuole."),
        ("خلق الإنسان من طين البحر", "خَلَقَ ٱلۡإِنسَٰنَ مِن طِينِ ٱلبَحرِ"),
        ("नाविकः तदात्मानं सागरे त्यजति", "नाविकः तदाऽऽत्मानं सागरे त्यजति"),
        ("Od všeho se osvobodit, to chce námořník.", "Od vSeho se osvobodit, to chce námořník."),
        ("Habe nun die Thorheit der Juristerey studirt.", "Habe nun die Torheit der Juristerei studiert."),
        ("The elops and the barge lay there.", "The ellops and the barge lay there."),
        ("Thou bidst me row, and I obey.", "Thou bidd’st me row, and I obey."),
        (
            "They looked up steadfastly at the lamp.",
            "They looked up stedfastly at the lamp. She stood as stedfastly.",
        ),
        ("Der Narr'n sind viele an Bord.", "Der Narrn sind viele an Bord."),
        ("Navis iacet in ripa, et nautae abierunt.", "Navis jacet in ripa, et nautae abierunt."),
        ("O barco foi á ilha e não voltou ao porto.", "O barco foi à ilha e não voltou ao porto."),
        (
            "Que são muitas as cousas do mar.",
            f"{'This book of the old harbour was typed by friends. ' * 50}\n\n{'O barco não voltou. ' * 50}Que são muitas as coisas do mar.",
        ),
    ],
)
def test_another_way_to_write_it_is_a_note(quotation, source):
    verdict, found = _found(quotation, source)
    assert verdict == "faithful"
    assert {code for code, severity in found if severity != "note"} == set()


@pytest.mark.parametrize(
    ("quotation", "source", "code"),
    [
        ("The barges were moored there.", "The barges where moored there.", "ALT301"),
        ("We saw Sibylla Tarn sink the barge.", "We saw Sybilla Tarn sink the barge.", "ALT307"),
        ("Harbour clerk Carro saw the barge sink.", "Harbour clerk Caro saw the barge sink.", "ALT307"),
        ("All our mail is unsinkable.", "All our mail is unlinkable. It was unlinkable before.", "ALT301"),
        ("A causal link is denied.", "A casual link is denied. We asked for causal ones.", "ALT301"),
        ("The barge lies in the marital yard.", "The barge lies in the martial yard.", "ALT301"),
        ("We received a letter from the lock.", "We recieved a letter form the lock.", "ALT301"),
        ("Dr Matrin saw the barge sink.", "Dr Martin saw the barge sink.", "ALT307"),
        ("We saw Marlow sink the barge.", "We saw Marlwo sink the barge.", "ALT307"),
        ("Sie zahlen im Juli den Zoll.", "Sie zahlen im Juni den Zoll.", "ALT304"),
        ("The girl’s school is shut for good.", "The girls’ school is shut for good.", "ALT308"),
        ("Nauta saxum voluit et vallem vidit.", "Nauta saxum volvit et vallem vidit.", "ALT301"),
        ("Next day well sail to the lock of Dray.", "Next day we'll sail to the lock of Dray.", "ALT301"),
        ("O barco levou a dor d'alma para o porto.", "O barco levou a dor na alma para o porto.", "ALT301"),
    ],
)
def test_another_word_of_nearly_the_same_letters_is_no_slip_put_right(quotation, source, code):
    assert code in {code for code, severity in _found(quotation, source)[1] if severity != "note"}


def test_a_word_that_the_source_writes_nowhere_is_no_slip_put_right():
    assert ("ALT301", "major") in _found(
        "The comity will back the plan.", "The comittee will back the plan."
    )[1]
