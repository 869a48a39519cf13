"""Who a clause with "that" comes from: what the speaker was told, heard or read is not the speaker's word; what the speaker knows or told others is."""

import pytest

from tests.findings.scope.test_frames import told

# A speech of which a frame and the rest are cut off, and the two ways to quote it: as a clause, with its first letter changed.
SPEECHES = {
    "en": (
        "“{} the bridge is rotten at its northern end, and nobody has looked at it since,” Dana Cole told the council on Monday. The meeting lasted two hours.",
        [
            "Dana Cole told the council that “the bridge is rotten at its northern end”.",
            "“[T]he bridge is rotten at its northern end,” Dana Cole told the council.",
        ],
    ),
    "de": (
        "„{} die Brücke am Nordende morsch ist und niemand hat seither nachgesehen“, sagte Dana Kohl am Montag im Rat. Die Sitzung dauerte zwei Stunden.",
        ["Dana Kohl sagte im Rat, dass „die Brücke am Nordende morsch ist“."],
    ),
    "fr": (
        "« {} le pont est pourri à son extrémité nord, et personne n’a regardé depuis », a dit Dana Colle lundi au conseil. La séance a duré deux heures.",
        [
            "Dana Colle a dit au conseil que « le pont est pourri à son extrémité nord ».",
            "« [L]e pont est pourri à son extrémité nord », a dit Dana Colle.",
        ],
    ),
    "es": (
        "«{} el puente está podrido por el extremo norte, y nadie lo ha mirado desde entonces», dijo Dana Colo el lunes en el pleno. La sesión duró dos horas.",
        [
            "Dana Colo dijo en el pleno que «el puente está podrido por el extremo norte».",
            "«[E]l puente está podrido por el extremo norte», dijo Dana Colo.",
        ],
    ),
    "it": (
        "«{} il ponte è marcio all’estremità nord, e nessuno lo ha più guardato», ha detto Dana Colli lunedì in consiglio. La seduta è durata due ore.",
        [
            "Dana Colli ha detto in consiglio che «il ponte è marcio all’estremità nord».",
            "«[I]l ponte è marcio all’estremità nord», ha detto Dana Colli.",
        ],
    ),
    "sv": (
        "”{} bron är rutten i norra änden, och ingen har tittat sedan dess”, sade Dana Kolm i måndags i nämnden. Mötet tog två timmar.",
        [
            "Dana Kolm sade i nämnden att ”bron är rutten i norra änden”.",
            "”[B]ron är rutten i norra änden”, sade Dana Kolm.",
        ],
    ),
    "nl": (
        "“{} de brug aan de noordkant verrot is, en niemand heeft sindsdien gekeken”, zei Dana Kool maandag in de raad. De vergadering duurde twee uur.",
        ["Dana Kool zei in de raad dat “de brug aan de noordkant verrot is”."],
    ),
    "pl": (
        "„{} most jest zbutwiały od północnej strony, a nikt od tego czasu nie zajrzał” – powiedziała w poniedziałek na radzie Dana Kolska. Posiedzenie trwało dwie godziny.",
        [
            "Dana Kolska powiedziała na radzie, że „most jest zbutwiały od północnej strony”.",
            "„[M]ost jest zbutwiały od północnej strony” – powiedziała Dana Kolska.",
        ],
    ),
    "ru": (
        "«{} мост прогнил с северной стороны, и никто с тех пор не смотрел», — сказала в понедельник на совете Дана Колова. Заседание длилось два часа.",
        [
            "Дана Колова сказала на совете, что «мост прогнил с северной стороны».",
            "«[М]ост прогнил с северной стороны», — сказала Дана Колова.",
        ],
    ),
}

HEARSAY = {
    "en": [
        "They told me that",
        "My cousin told me that",
        "I was told that",
        "I was told by the ferryman that",
        "We heard from a neighbour that",
        "I read in the paper that",
        "I am informed that",
        "Somebody said to me that",
        "It has been put about that",
        "Word in the pub is that",
        "The story goes that",
        "People will tell you that",
        "I once believed that",
        "From what I was told in the Anchor,",
        "If the papers are right,",
        "According to the ferryman,",
        "We were led to believe that",
        "My opponent would have you think that",
        "There is talk that",
        "It used to be said that",
        "My husband always said that",
        "The contractor wrote to us that",
        "The report told us that",
        "You hear it said that",
    ],
    "de": [
        "Man hat mir gesagt, dass",
        "Mein Vetter hat mir gesagt, dass",
        "Mir wurde gesagt, dass",
        "Ein Nachbar erzählte mir, dass",
        "Ich habe in der Zeitung gelesen, dass",
        "Es heißt, dass",
        "Im Wirtshaus erzählt man sich, dass",
        "Man munkelt, dass",
        "Früher habe ich geglaubt, dass",
        "Uns wurde weisgemacht, dass",
        "Mein Gegner will Ihnen einreden, dass",
        "Der Bauunternehmer schrieb uns, dass",
        "Man hört immer wieder, dass",
        "Es geht das Gerücht um, dass",
        "Ich habe geträumt, dass",
    ],
    "fr": [
        "On m’a dit que",
        "Mon cousin m’a dit que",
        "On raconte au café que",
        "On entend dire que",
        "J’ai lu dans le journal que",
        "Un voisin m’a raconté que",
        "Il paraît que",
        "Le bruit court que",
        "Autrefois je croyais que",
        "On a voulu nous faire croire que",
        "L’entrepreneur nous a écrit que",
        "On nous a assuré que",
        "J’ai rêvé que",
    ],
    "es": [
        "Me dijeron que",
        "Mi primo me dijo que",
        "Se oye decir en el bar que",
        "Se cuenta que",
        "Leí en el periódico que",
        "Un vecino me contó que",
        "Corre el rumor de que",
        "Antes yo creía que",
        "Nos hicieron creer que",
        "El contratista nos escribió que",
        "Por ahí dicen que",
        "Soñé que",
    ],
    "it": [
        "Mi hanno detto che",
        "Mio cugino mi ha detto che",
        "Si sente dire al bar che",
        "Si racconta che",
        "Ho letto sul giornale che",
        "Un vicino mi ha raccontato che",
        "Corre voce che",
        "Una volta credevo che",
        "Ci hanno fatto credere che",
        "Il costruttore ci ha scritto che",
        "Ho sognato che",
    ],
    "sv": [
        "De sade till mig att",
        "Min kusin berättade att",
        "Jag fick höra att",
        "Jag läste i tidningen att",
        "Det sägs att",
        "Ryktet går att",
        "Förr trodde jag att",
        "Man ville få oss att tro att",
        "Entreprenören skrev till oss att",
        "Min högsta önskan är inte att",
        "Jag drömde att",
    ],
    "nl": [
        "Ze hebben me verteld dat",
        "Mijn neef zei me dat",
        "Mij is verteld dat",
        "Ik las in de krant dat",
        "In het café hoor je dat",
        "Er wordt gezegd dat",
        "Het gerucht gaat dat",
        "Vroeger geloofde ik dat",
        "Ze wilden ons doen geloven dat",
        "De aannemer schreef ons dat",
        "Ik droomde dat",
    ],
    "pl": [
        "Powiedzieli mi, że",
        "Mój kuzyn powiedział mi, że",
        "Mówi się w knajpie, że",
        "Czytałam w gazecie, że",
        "Sąsiad opowiadał mi, że",
        "Krąży plotka, że",
        "Kiedyś wierzyłam, że",
        "Chciano nam wmówić, że",
        "Wykonawca napisał nam, że",
        "Podobno jest tak, że",
    ],
    "ru": [
        "Мне сказали, что",
        "Мой двоюродный брат сказал мне, что",
        "Говорят в пивной, что",
        "Я читала в газете, что",
        "Сосед рассказывал мне, что",
        "Ходят слухи, что",
        "Раньше я верила, что",
        "Нас хотели убедить, что",
        "Подрядчик написал нам, что",
        "Мне приснилось, что",
    ],
}

ONES_OWN = {
    "en": [
        "I told them that",
        "I have told the council that",
        "I can say that",
        "We have found that",
        "The survey shows that",
        "I know that",
        "I saw on Friday that",
        "We learned from the survey that",
        "It is clear that",
        "I wrote to the minister that",
        "Let me tell you that",
        "As I told the paper in May,",
    ],
    "de": [
        "Ich habe ihnen gesagt, dass",
        "Ich kann sagen, dass",
        "Wir haben festgestellt, dass",
        "Das Gutachten zeigt, dass",
        "Ich weiß, dass",
        "Ich habe am Freitag gesehen, dass",
        "Es steht fest, dass",
    ],
    "fr": [
        "Je leur ai dit que",
        "Je peux dire que",
        "Le rapport montre que",
        "Je sais que",
        "J’ai vu vendredi que",
        "J’ai écrit au ministre que",
        "Il est clair que",
    ],
    "es": [
        "Les dije que",
        "Puedo decir que",
        "Hemos comprobado que",
        "El informe muestra que",
        "Sé que",
        "El viernes vi que",
        "Escribí al ministro que",
        "Está claro que",
    ],
    "it": [
        "Ho detto loro che",
        "Abbiamo constatato che",
        "La perizia mostra che",
        "So che",
        "Venerdì ho visto che",
        "Ho scritto al ministro che",
        "È chiaro che",
    ],
    "sv": [
        "Jag har sagt till dem att",
        "Jag kan säga att",
        "Vi har konstaterat att",
        "Rapporten visar att",
        "Jag vet att",
        "I fredags såg jag att",
        "Jag skrev till ministern att",
        "Det är klart att",
    ],
    "nl": [
        "Ik heb hun gezegd dat",
        "Ik kan zeggen dat",
        "We hebben vastgesteld dat",
        "Het rapport toont dat",
        "Ik weet dat",
        "Vrijdag zag ik dat",
        "Ik schreef de minister dat",
        "Het is duidelijk dat",
    ],
    "pl": [
        "Powiedziałam im, że",
        "Mogę powiedzieć, że",
        "Stwierdziliśmy, że",
        "Ekspertyza pokazuje, że",
        "Wiem, że",
        "W piątek zobaczyłam, że",
        "Napisałam do ministra, że",
        "Jasne jest, że",
    ],
    "ru": [
        "Я сказала им, что",
        "Могу сказать, что",
        "Мы установили, что",
        "Экспертиза показывает, что",
        "Я знаю, что",
        "В пятницу я увидела, что",
        "Я написала министру, что",
        "Ясно, что",
    ],
}


def cases(frames):
    return [(lang, frame) for lang, listed in frames.items() for frame in listed]


@pytest.mark.parametrize(("language", "frame"), cases(HEARSAY))
def test_what_somebody_was_told_is_not_their_own_word(language, frame):
    source, articles = SPEECHES[language]
    assert all(told(article, source.format(frame), language) for article in articles)


@pytest.mark.parametrize(("language", "frame"), cases(ONES_OWN))
def test_what_somebody_knows_or_told_others_is(language, frame):
    source, articles = SPEECHES[language]
    assert [found for article in articles for found in told(article, source.format(frame), language)] == []
