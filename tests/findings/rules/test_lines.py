"""Lines of one person each: posts, rows, items of a list, dialogues in which two speak by turns (ATT501)."""

import pytest

from provenance.articles.article import Format

POSTS = """@moss_lane · 8:02
The lights on the bridge are out again, third night running.

@wray_council · 8:40 · replying to @moss_lane
A crew is booked for Thursday. Until then please take the towpath.

Abel Root (@old_ferryman) · 8:44 · replying to @wray_council
The towpath is under water. I have a photograph and a wet dog."""
BOLD_POSTS = """**@ribera_alta** · 7:15
El puente huele a gasóleo desde el lunes.

**@puente_alta** · 7:40 · en respuesta a @ribera_alta
Es la barca del molino, no el puente."""
TABLE = """# Enquiry returns

| No. | Parish | Remark |
|---|---|---|
| 1 | Upper Wray (12 houses) | The bridge is sound but the road to it is not. |
| 2 | Kelby (61 houses) | We have no bridge and should like one. |
| 3 | Skell, by the sea | Ours was sold in the dry year. |"""
ROWS = """<html lang="de"><h1>Wunschliste</h1><table><tr><th>Wer</th><th>Wunsch</th></tr>
<tr><td>Klasse 5b</td><td>Ein Brunnen im Hof, der auch läuft.</td></tr>
<tr><td>Frau Olbrich</td><td>Fenster, die man öffnen darf.</td></tr>
<tr><td>Hausmeister Ruprecht</td><td>Einen zweiten Hausmeister, und zwar bald.</td></tr></table></html>"""
STREETS = """| Who | Street | Comment |
|---|---|---|
| P. Adey | Mill Lane | The humps work, and I should like two more. |
| Gerald Swann | Mill Lane | Every van brakes at six in the morning. |
| A reader | Chantry Road | No view, but the ambulance took longer than it used to. |"""
ITEMS = """## Ata da reunião do clube

- **D. Amália (17):** quer vender o piano “antes que caia pelo chão adentro”.
- **Sr. Lobato (204):** “O piano fica, e eu fico com ele.” Pediu que constasse.
- **Tesoureiro:** informa que o piano está penhorado."""


@pytest.mark.parametrize(
    ("article", "source", "form"),
    [
        ("“The towpath is under water,” wrote @moss_lane.", POSTS, Format.TEXT),
        ("@wray_council admits: “The towpath is under water.”", POSTS, Format.TEXT),
        ("«Es la barca del molino, no el puente», escribe @ribera_alta.", BOLD_POSTS, Format.MARKDOWN),
        ("Kelby complained to the county: “Ours was sold in the dry year.”", TABLE, Format.MARKDOWN),
        ("Hausmeister Ruprecht schreibt: „Fenster, die man öffnen darf.“", ROWS, Format.HTML),
        (
            "Gerald Swann, of Mill Lane, complained that “the ambulance took longer than it used to”.",
            STREETS,
            Format.MARKDOWN,
        ),
        ("A vizinha do 17 não cede: “O piano fica, e eu fico com ele.”", ITEMS, Format.MARKDOWN),
    ],
)
def test_the_words_of_one_post_row_or_item_given_to_another(beside, article, source, form):
    assert "ATT501" in beside(article, source, form)


@pytest.mark.parametrize(
    ("article", "source", "form"),
    [
        ("@old_ferryman was not having it: “The towpath is under water.”", POSTS, Format.TEXT),
        ("“The towpath is under water,” Abel Root answered @wray_council.", POSTS, Format.TEXT),
        ("A reader told @wray_council: “The towpath is under water.”", POSTS, Format.TEXT),
        ("Asked by @moss_lane, @wray_council wrote: “A crew is booked for Thursday.”", POSTS, Format.TEXT),
        ("«Es la barca del molino, no el puente», responde @puente_alta.", BOLD_POSTS, Format.MARKDOWN),
        ("Upper Wray has a bridge; Skell wrote: “Ours was sold in the dry year.”", TABLE, Format.MARKDOWN),
        (
            "The parish with 61 houses pleads: “We have no bridge and should like one.”",
            TABLE,
            Format.MARKDOWN,
        ),
        (
            "A reader in Chantry Road found that “the ambulance took longer than it used to”.",
            STREETS,
            Format.MARKDOWN,
        ),
        ("Was Frau Olbrich sich wünscht: „Fenster, die man öffnen darf.“", ROWS, Format.HTML),
        (
            "D. Amália quer vender; o Sr. Lobato não: “O piano fica, e eu fico com ele.”",
            ITEMS,
            Format.MARKDOWN,
        ),
    ],
)
def test_the_words_of_the_right_post_row_or_item_pass(beside, article, source, form):
    assert beside(article, source, form) == []


WALL = """The foreman, Hal Wicken, sat on the sacks. The surveyor, Nora Deane, stayed at the door with her rod.

“The wall was sound in March,” he said.

“The wall was wet in March,” she said. “I put my hand on it and my hand came away green.”

“Green is not a measurement.”

“It is where I come from.”

The rain went on."""
STEG = """„Der Steg gehört der Gemeinde“, sagte sie.

„Der Steg gehört meinem Vater“, sagte er.

„Ihr Vater hat ihn nie bezahlt.“

„Er hat ihn gebaut.“

Draußen legte die Fähre an."""
BOIS = """— Vous me devez deux hivers de bois, dit la meunière.

— Je vous dois un hiver, répondit le sacristain.

— Deux.

— Un, et la messe de Pâques.

La meunière haussa les épaules."""
LODKA = """— Лодку я тебе не дам, — сказала вдова.

— Тогда я возьму её ночью, — ответил рыбак.

— Ночью у меня собака.

— Собака меня знает.

Вдова закрыла ставни."""
PLAZA = """—Has dejado el huerto como una era —dijo él.

—El huerto estaba seco, Tomás.

—Seco lo dejaste tú, y sin pedir permiso.

—Pues riégalo —dijo ella, y cerró la verja."""


@pytest.mark.parametrize(
    ("article", "source"),
    [
        ("“Green is not a measurement,” said Nora Deane.", WALL),
        ("Wicken defended his wall. “Green is not a measurement,” she said.", WALL),
        ("“Green is not a measurement,” the surveyor said.", WALL),
        ("„Ihr Vater hat ihn nie bezahlt“, sagte er.", STEG),
        ("„Der Steg gehört der Gemeinde“, sagte er.", STEG),
        ("La meunière ne cède pas : « Un, et la messe de Pâques. »", BOIS),
        ("Вдова не боится: «Собака меня знает».", LODKA),
    ],
)
def test_where_two_speak_by_turns_a_line_is_not_the_others(beside, article, source):
    assert "ATT501" in beside(article, source)


@pytest.mark.parametrize(
    ("article", "source"),
    [
        ("“Green is not a measurement,” said Hal Wicken.", WALL),
        ("“Green is not a measurement,” the foreman said.", WALL),
        ("Deane had felt the wall, and Wicken laughed: “Green is not a measurement.”", WALL),
        ("“It is where I come from,” said Deane.", WALL),
        ("„Ihr Vater hat ihn nie bezahlt“, hielt sie ihm entgegen.", STEG),
        ("Er sagte ihr: „Er hat ihn gebaut.“", STEG),
        ("À la meunière, le sacristain répond : « Un, et la messe de Pâques. »", BOIS),
        ("Вдова грозит собакой, но рыбак смеётся: «Собака меня знает».", LODKA),
        ("Рыбак грозит взять лодку ночью. «Ночью у меня собака», — отвечает она.", LODKA),
        ("«Pues riégalo», replicó la alcaldesa a su hermano.", PLAZA),
    ],
)
def test_where_two_speak_by_turns_a_line_is_theirs_who_spoke_two_before(beside, article, source):
    assert beside(article, source) == []


SKOLAN = """Rektorn Eva Lundmark fick beskedet i fredags.

– Vi visste ingenting, säger Eva Lundmark.

– Barnen frågar mig varje morgon vad som ska hända, säger rektorn.

– Jag har inget svar.

Kommunalrådet Nils Berg försvarar beslutet."""
LOOMS = """The mill will close in May.

“We heard it on the radio,” said Dorcas Pell, a weaver.

“Nobody rang us,” said Amos Strand, who sweeps.

“I have thirty-one years on that loom.”"""
YOU = """Fyrvaktaren och hans syster hade inte talats vid.

– Du släckte lampan, sa hon.

– Jag släckte den för dimman, sa han.

Bertil Ask gick ner till båten."""


@pytest.mark.parametrize(
    ("article", "source"),
    [
        ("”Jag har inget svar”, säger Eva Lundmark.", SKOLAN),
        ("”Jag har inget svar”, säger rektorn.", SKOLAN),
        ("”Barnen frågar mig varje morgon vad som ska hända”, säger Eva Lundmark.", SKOLAN),
        ("“I have thirty-one years on that loom,” Amos Strand said.", LOOMS),
        ("“I have thirty-one years on that loom,” Dorcas Pell said.", LOOMS),
        ("”Jag släckte den för dimman”, säger Bertil Ask.", YOU),
    ],
)
def test_in_doubt_whether_one_person_goes_on_nothing_is_said(beside, article, source):
    assert beside(article, source) == []


TALK = """*The Pilot talks to Rosa Tamm, lighthouse keeper.*

**Pilot:** The lamp has lit itself for twenty years. You have nothing to keep.

**Tamm:** I keep the stairs. None of them sweeps itself.

**Pilot:** You must be lonely.

**Tamm:** On Sundays there are tourists, so no."""


def test_an_office_that_stands_beside_a_name_is_that_persons(beside):
    assert beside("“You must be lonely,” the keeper says.", TALK, Format.MARKDOWN) == ["ATT501"]


@pytest.mark.parametrize(
    "article",
    [
        "“None of them sweeps itself,” the keeper says.",
        "“You have nothing to keep,” the Pilot's man told her.",
        "“You must be lonely,” the paper suggested.",
    ],
)
def test_the_right_side_of_a_talk_passes(beside, article):
    assert beside(article, TALK, Format.MARKDOWN) == []
