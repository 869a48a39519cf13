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
