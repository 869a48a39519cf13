"""Half of a comparison, "not yet" without its "yet", and all or none without the place where it holds, in several languages."""

import pytest

from tests.findings.scope.test_frames import told

LOST = [
    ("en", "The flood was less a failure of the dam than of the gauge.", "The report calls it “a failure of the dam”."),
    ("en", "“We would rather burn the boats than sell them to the guild,” said Holt.", "Holt said they would “sell them to the guild”."),
    ("en", "“We have not yet found a buyer for the mill,” said Holt.", "“We have not found a buyer for the mill,” said Holt."),
    ("en", "“We have no buyer for the mill yet,” said Holt.", "Holt said: “We have no buyer for the mill.”"),
    ("de", "Der Brand war weniger ein Fehler der Wehr als ein Fehler des Amtes.", "Der Bericht spricht von „ein Fehler der Wehr“."),
    ("de", "„Noch haben wir keinen Käufer für die Mühle“, sagte Holm.", "„Wir haben keinen Käufer für die Mühle“, sagte Holm."),
    ("fr", "L'incendie fut moins une faute du maire que du préfet.", "Le rapport parle d'« une faute du maire »."),
    ("fr", "« Nous n'avons pas encore d'acheteur pour le moulin », dit Roche.", "« Nous n'avons pas d'acheteur pour le moulin », dit Roche."),
    ("es", "El incendio fue menos un fallo del alcalde que del gobierno.", "El informe habla de «un fallo del alcalde»."),
    ("es", "«Todavía no tenemos comprador para el molino», dijo Ríos.", "«No tenemos comprador para el molino», dijo Ríos."),
    ("it", "«Non abbiamo ancora un compratore per il mulino», ha detto Rossi.", "«Non abbiamo un compratore per il mulino», ha detto Rossi."),
    ("ru", "«Пока у нас нет покупателя на мельницу», — сказала Орлова.", "«У нас нет покупателя на мельницу», — сказала Орлова."),
    ("pl", "„Jeszcze nie mamy kupca na młyn” – powiedziała Nowak.", "„Nie mamy kupca na młyn” – powiedziała Nowak."),
    ("sv", "”Ännu har vi ingen köpare till kvarnen”, sade Berg.", "Berg sade: ”vi har ingen köpare till kvarnen”."),
    ("nl", "„We hebben nog geen koper voor de molen”, zei Bos.", "„We hebben geen koper voor de molen”, zei Bos."),
]  # fmt: skip

KEPT = [
    ("en", "We saw no rot in the beams that we opened, and the roof is dry.", "Of the beams they opened, Holt writes: “We saw no rot … and the roof is dry.”"),
    ("de", "Alle waren am Abend zufrieden, wie mir die Wirtin sagte, und der Saal bleibt offen.", "Holm schreibt: „Alle waren am Abend zufrieden … und der Saal bleibt offen.“"),
    ("en", "The flood was less a failure of the dam than of the gauge.", "It was less “a failure of the dam” than of the gauge."),
    ("en", "“The boats cost less now, and the guild sold more of them than last year,” said Holt.", "Holt said that “the guild sold more of them than last year”."),
    ("en", "“We have not yet found a buyer for the mill,” said Holt.", "So far, Holt said, “we have not … found a buyer for the mill”."),
    ("en", "“Yet we have not sold the mill to the guild,” said Holt.", "Holt said “we have not sold the mill to the guild”."),
    ("de", "„Noch haben wir keinen Käufer für die Mühle“, sagte Holm.", "„Noch haben wir keinen Käufer für die Mühle“, sagte Holm."),
    ("de", "„Noch regnet es, aber wir haben keine Angst vor dem Wasser“, sagte Holm.", "„Wir haben keine Angst vor dem Wasser“, sagte Holm."),
    ("fr", "« Encore un mot, nous n'avons pas vendu le moulin », dit Roche.", "« Nous n'avons pas vendu le moulin », dit Roche."),
    ("it", "«Abbiamo ancora tempo, e non vendiamo il mulino», ha detto Rossi.", "Rossi ha detto: «non vendiamo il mulino»."),
    ("ru", "«Ещё идёт дождь, но мельницу мы не продали», — сказала Орлова.", "Орлова сказала: «мельницу мы не продали»."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "sentence"), LOST)
def test_what_is_played_down_or_only_not_yet_so_is_told(language, source, sentence):
    assert told(sentence, source, language) != []


@pytest.mark.parametrize(("language", "source", "sentence"), KEPT)
def test_a_comparison_that_is_kept_and_a_yet_that_joins_are_no_loss(language, source, sentence):
    assert told(sentence, source, language) == []
