"""Courtesy titles come and go by house style; ranks do not."""

import pytest

LEASE = "Yesterday @ Pell signed the lease of the mill and left the town for good."


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("", "Mr "),
        ("Mr ", ""),
        ("", "Mrs. "),
        ("Mrs ", "Ms "),
        ("Miss ", "Mrs "),
        ("Mr. ", "Mr "),
        ("Ms. ", ""),
    ],
)
def test_a_courtesy_title_is_a_matter_of_style(compared, theirs, ours):
    assert compared(LEASE.replace("@ ", ours), LEASE.replace("@ ", theirs)) == []


@pytest.mark.parametrize(
    ("sentence", "theirs", "ours"),
    [
        ("Gestern hat @Pell den Vertrag unterschrieben und die Stadt für immer verlassen.", "", "Herr "),
        ("Gestern hat @Pell den Vertrag unterschrieben und die Stadt für immer verlassen.", "Frau ", ""),
        ("Hier, @Pell a signé le bail du moulin et il a quitté la ville pour toujours.", "", "M. "),
        ("Hier, @Pell a signé le bail du moulin et elle a quitté la ville pour toujours.", "Mme ", "Mlle "),
        ("Ayer @Pell firmó el contrato del molino y dejó la ciudad para siempre.", "", "Sr. "),
        ("Ayer @Pell firmó el contrato del molino y dejó la ciudad para siempre.", "doña ", ""),
    ],
)
def test_in_other_languages(compared, sentence, theirs, ours):
    assert compared(sentence.replace("@", ours), sentence.replace("@", theirs)) == []


def test_at_the_beginning_of_a_block(compared):
    source = "Pell signed the lease of the mill and left the town for good."
    assert compared(f"Mr {source}", source) == []


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("", "Dr "), ("", "President "), ("Mr ", "Dr "), ("Mr ", "Mrs "), ("Mr ", "Judge "), ("Mr ", "Sir ")],
)
def test_a_rank_or_another_sex_is_none(compared, theirs, ours):
    assert compared(LEASE.replace("@ ", ours), LEASE.replace("@ ", theirs)) != []


def test_nor_a_word_that_is_no_title_there(compared):
    assert (
        compared("They do not miss the old mill by the river.", "They do not like the old mill by the river.")
        != []
    )


VISIT = "Hier, à la mairie, @ Pell a signé le bail du moulin avec deux témoins."
BESUCH = "Gestern hat @ Pell den Vertrag unterschrieben und die Stadt für immer verlassen."
VISITA = "Ayer @ Pell firmó el contrato del molino y dejó la ciudad para siempre."
BESOK = "I går besøgte @ Pell skolen og talte længe med børnene om vejret."
VISITE = "Ieri @ Pell ha firmato il contratto e ha lasciato la città per sempre."


@pytest.mark.parametrize(
    ("sentence", "theirs", "ours"),
    [
        (VISIT, "M.", "Monsieur"),
        (VISIT, "Mme", "Madame"),
        (VISIT, "J.", "Jeanne"),
        (BESUCH, "Dr.", "Doktor"),
        (BESUCH, "Hr.", "Herr"),
        (BESUCH, "H.", "Heiner"),
        (VISITA, "la Sra.", "la señora"),
        (VISITA, "la Dra.", "la doctora"),
        (BESOK, "hr.", "herr"),
        (BESOK, "dr.", "doktor"),
        (VISITE, "sig.", "signor"),
        (VISITE, "la sig.ra", "la signora"),
    ],
)
def test_a_title_or_a_first_name_is_written_in_full_or_short(compared, sentence, theirs, ours):
    assert compared(sentence.replace("@", ours), sentence.replace("@", theirs)) == []
    assert compared(sentence.replace("@", theirs), sentence.replace("@", ours)) == []


@pytest.mark.parametrize(
    ("sentence", "theirs", "ours"),
    [
        (VISIT, "M.", "Marie"),
        (VISIT, "M.", "Mme"),
        (VISIT, "Mlle", "Mireille"),
        (BESUCH, "Dr.", "Dieter"),
        (BESUCH, "Dr.", "Direktor"),
        (BESUCH, "Hr.", "Heiner"),
        (VISITA, "Sra.", "Sara"),
        (BESOK, "Hr.", "Henrik"),
        (VISITE, "Dott.", "Donatella"),
    ],
)
def test_a_short_title_stands_for_no_first_name_and_no_other_title(compared, sentence, theirs, ours):
    assert compared(sentence.replace("@", ours), sentence.replace("@", theirs)) == ["ALT307 critical"]
