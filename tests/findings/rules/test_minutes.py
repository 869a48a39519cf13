"""Speech that minutes report: whose words go on in the sentences behind "Cllr Droy said that" (ATT501)."""

import pytest

SOURCES = {
    "en": """Planning committee, minutes of 4 March

Cllr Mrs Anstey said that the fields flooded every February and that the lane was too narrow for lorries.

Cllr Droy said that the borough had not met its target. Any refusal would be allowed on appeal and the council would pay both sides' costs. He was tired of seeing young families leave.

The Chair summed up. There was a strong feeling in the village, and nobody present doubted it.

RESOLVED that the application be refused.""",
    "en2": """Library trust, record of the meeting

Mr Tolland reported that the roof had leaked twice in the spring. The boxes in the cellar were wet and the maps could not be saved. Miss Verrier asked who had ordered the boxes to be put there. She had warned of it in writing the year before.""",
    "de": """Gemeinderat Ohlsberg, Niederschrift vom 12. Mai

Stadträtin Klee führt aus, die Turnhalle sei seit Jahren undicht. Man habe drei Gutachten bezahlt und keines gelesen. Sie habe die Geduld verloren.

Stadtrat Morath erwidert, die Mittel seien gebunden. Eine neue Halle werde frühestens in sechs Jahren stehen.""",
    "fr": """Conseil municipal de Valbrune, procès-verbal

M. Delaunoy dit que la passerelle tiendra encore dix ans. Les pieux ont été vérifiés au printemps et rien n'a bougé.

Mme Cazenave répond que les riverains ont peur. Elle ajoute qu'elle en a assez des promesses et que personne ne traverse plus la nuit.""",
    "nl": """Gemeenteraad Oostermeer, notulen

De heer Brandsma zegt dat de sluis niet langer veilig is. De deuren sluiten slecht en het alarm is al twee jaar stuk.

Mevrouw Van Loon antwoordt dat er geen geld is. De gemeente heeft haar spaarpot vorig jaar leeggemaakt.""",
    "es": """Acta del pleno de Villarroble

La concejala Peña dice que el pozo está seco desde mayo. Los vecinos cargan el agua a hombros y nadie les responde.

El señor Ortuño contesta que la bomba llegará en otoño. Añade que está harto de que le llamen embustero.""",
    "it": """Consiglio comunale di Rocca Alvina, verbale

Il consigliere Bressan afferma che la scuola è fredda da novembre. I bambini tengono il cappotto in classe e la caldaia è vecchia di trent'anni.

L'assessora Galdi replica che i lavori partiranno a giugno. Aggiunge di essere stanca delle accuse senza prove.""",
    "pt": """Ata da assembleia de Vale Redondo

O vereador Pimentel disse que a ponte estava fechada desde março. As crianças davam a volta pela serra e chegavam tarde à escola.

A vereadora Seixas respondeu que as obras começariam em breve. Acrescentou que não aceitava lições de ninguém.""",
    "pl": """Rada gminy Zalesie, protokół

Radna Wilczek powiedziała, że przystań jest zamknięta od wiosny. Łodzie gniją na brzegu, a nikt nie odpowiada na pisma.

Radny Toporek odpowiedział, że pieniędzy nie ma. Dodał, że ma dość pretensji mieszkańców.""",
    "ru": """Городской совет Заречья, протокол

Депутат Лыкова сказала, что котельная не работает с октября. Дети сидят в классах в пальто, и никто за это не отвечает.

Депутат Грошев ответил, что денег в бюджете нет. Он добавил, что устал от пустых жалоб.""",
    "sv": """Kommunfullmäktige i Näsbro, protokoll

Ledamoten Ahlin säger att bron är stängd sedan mars. Barnen går en omväg på fem kilometer och ingen svarar i telefonen.

Ledamoten Fors svarar att pengarna är slut. Han är trött på att höra samma klagomål varje vår.""",
    "tr": """Belediye meclisi tutanağı, Kızılova

Meclis üyesi Sevgi Arslan köprünün martta kapandığını söyledi. Çocuklar okula dağ yolundan gidiyor ve kimse telefonlara çıkmıyor.

Meclis üyesi Haluk Demirci bütçenin bittiğini belirtti. Aynı şikâyetleri her bahar dinlemekten yorulduğunu ekledi.""",
    "he": """מועצת העיר גבעת אלון, פרוטוקול

חבר המועצה דורון אלקבץ אמר כי הבריכה סגורה מאז מרץ. הילדים נוסעים לעיר אחרת ואיש אינו עונה לטלפון.

חברת המועצה יעל גוטהלף השיבה כי אין תקציב. לדבריה, נמאס לה לשמוע את אותן תלונות בכל אביב.""",
    "ja": """町議会議事録

山岸議員は、橋が三月から閉鎖されたままだと述べた。子どもたちは山道を一時間歩いて学校に通っている。

川端議員は、予算がもうないと答えた。毎年春に同じ苦情を聞くのはうんざりだと付け加えた。""",
    "zh": """镇议会会议记录

陈立国委员表示，桥梁自三月起一直关闭。孩子们每天要绕山路一个小时去上学。

周敏委员回答说，预算已经用完。她补充说，她已经厌倦了每年春天听同样的抱怨。""",
    "ko": """군의회 회의록

박정호 의원은 다리가 3월부터 폐쇄되어 있다고 말했다. 아이들은 산길을 한 시간 걸어 학교에 다니고 있다.

최은영 의원은 예산이 바닥났다고 답했다. 해마다 봄에 같은 불평을 듣는 데 지쳤다고 덧붙였다.""",
}  # fmt: skip
WRONG = [
    ("en", "Ward councillor Jean Anstey told the committee that a refusal “would be allowed on appeal and the council would pay both sides' costs”."),
    ("en", "Cllr Mrs Anstey said any refusal “would be allowed on appeal and the council would pay both sides' costs”."),
    ("en", "Droy told members that “the lane was too narrow for lorries”."),
    ("en2", "Miss Verrier told the trust that “the boxes in the cellar were wet and the maps could not be saved”."),
    ("en2", "Mr Tolland said he “had warned of it in writing the year before”."),
    ("de", "Stadtrat Morath sagte, man habe „drei Gutachten bezahlt und keines gelesen“."),
    ("de", "Stadträtin Klee erklärte, eine neue Halle werde „frühestens in sechs Jahren stehen“."),
    ("fr", "M. Delaunoy a déclaré qu'il « en a assez des promesses et que personne ne traverse plus la nuit »."),
    ("fr", "Mme Cazenave a affirmé que « les pieux ont été vérifiés au printemps et rien n'a bougé »."),
    ("es", "El señor Ortuño dijo que «los vecinos cargan el agua a hombros y nadie les responde»."),
    ("es", "La concejala Peña dijo que estaba «harto de que le llamen embustero»."),
    ("it", "L'assessora Galdi ha detto che «i bambini tengono il cappotto in classe e la caldaia è vecchia di trent'anni»."),
    ("it", "Il consigliere Bressan si è detto «stanca delle accuse senza prove»."),
    ("pt", "A vereadora Seixas disse que «as crianças davam a volta pela serra e chegavam tarde à escola»."),
    ("pt", "O vereador Pimentel afirmou que «não aceitava lições de ninguém»."),
    ("pl", "Radny Toporek powiedział, że „łodzie gniją na brzegu, a nikt nie odpowiada na pisma”."),
    ("pl", "Radna Wilczek powiedziała, że „ma dość pretensji mieszkańców”."),
    ("ru", "Депутат Грошев сказал, что «дети сидят в классах в пальто, и никто за это не отвечает»."),
    ("ru", "Депутат Лыкова заявила, что она «устал от пустых жалоб»."),
    ("sv", "Ledamoten Fors sade att ”barnen går en omväg på fem kilometer och ingen svarar i telefonen”."),
    ("sv", "Ledamoten Ahlin sade att hon var ”trött på att höra samma klagomål varje vår”."),
    ("tr", "Meclis üyesi Haluk Demirci, “çocuklar okula dağ yolundan gidiyor ve kimse telefonlara çıkmıyor” dedi."),
    ("tr", "Meclis üyesi Sevgi Arslan, “aynı şikâyetleri her bahar dinlemekten yorulduğunu” söyledi."),
    ("he", 'חבר המועצה דורון אלקבץ אמר כי "נמאס לה לשמוע את אותן תלונות בכל אביב".'),
    ("he", 'חברת המועצה יעל גוטהלף אמרה: "הילדים נוסעים לעיר אחרת ואיש אינו עונה לטלפון".'),
    ("ja", "川端議員は「子どもたちは山道を一時間歩いて学校に通っている」と述べた。"),
    ("ja", "山岸議員は「毎年春に同じ苦情を聞くのはうんざりだ」と述べた。"),
    ("zh", "周敏委员说：“孩子们每天要绕山路一个小时去上学。”"),
    ("zh", "陈立国委员说，他“已经厌倦了每年春天听同样的抱怨”。"),
    ("ko", "최은영 의원은 “아이들은 산길을 한 시간 걸어 학교에 다니고 있다”고 말했다."),
    ("ko", "박정호 의원은 “해마다 봄에 같은 불평을 듣는 데 지쳤다”고 말했다."),
]  # fmt: skip
RIGHT = [
    ("en", "Cllr Droy told the committee that a refusal “would be allowed on appeal and the council would pay both sides' costs”."),
    ("en", "Councillor Peter Droy was blunt. He was, he said, “tired of seeing young families leave”."),
    ("en", "Jean Anstey said that “the lane was too narrow for lorries”."),
    ("en", "The chair said there was “a strong feeling in the village”."),
    ("en", "Cllr Mrs Anstey listened as it was said that any refusal “would be allowed on appeal”, in the words of Cllr Droy."),
    ("en2", "Tolland told the trust that “the boxes in the cellar were wet and the maps could not be saved”."),
    ("en2", "Miss Verrier said she “had warned of it in writing the year before”."),
    ("de", "Stadträtin Klee sagte, man habe „drei Gutachten bezahlt und keines gelesen“."),
    ("de", "Stadtrat Morath erklärte, eine neue Halle werde „frühestens in sechs Jahren stehen“."),
    ("fr", "Mme Cazenave a déclaré qu'elle « en a assez des promesses et que personne ne traverse plus la nuit »."),
    ("fr", "M. Delaunoy a affirmé que « les pieux ont été vérifiés au printemps et rien n'a bougé »."),
    ("nl", "De heer Brandsma zei: „De deuren sluiten slecht en het alarm is al twee jaar stuk.”"),
    ("nl", "Mevrouw Van Loon zei: „De gemeente heeft haar spaarpot vorig jaar leeggemaakt.”"),
    ("es", "La concejala Peña dijo que «los vecinos cargan el agua a hombros y nadie les responde»."),
    ("es", "Ortuño dijo que estaba «harto de que le llamen embustero»."),
    ("it", "Bressan ha detto che «i bambini tengono il cappotto in classe e la caldaia è vecchia di trent'anni»."),
    ("it", "L'assessora Galdi si è detta «stanca delle accuse senza prove»."),
    ("pt", "O vereador Pimentel disse que «as crianças davam a volta pela serra e chegavam tarde à escola»."),
    ("pt", "A vereadora Seixas afirmou que «não aceitava lições de ninguém»."),
    ("pl", "Radna Wilczek powiedziała, że „łodzie gniją na brzegu, a nikt nie odpowiada na pisma”."),
    ("pl", "Toporek powiedział, że „ma dość pretensji mieszkańców”."),
    ("ru", "Лыкова сказала, что «дети сидят в классах в пальто, и никто за это не отвечает»."),
    ("ru", "Депутат Грошев заявил, что он «устал от пустых жалоб»."),
    ("sv", "Ledamoten Ahlin sade att ”barnen går en omväg på fem kilometer och ingen svarar i telefonen”."),
    ("sv", "Fors sade att han var ”trött på att höra samma klagomål varje vår”."),
    ("tr", "Meclis üyesi Sevgi Arslan, “çocuklar okula dağ yolundan gidiyor ve kimse telefonlara çıkmıyor” dedi."),
    ("tr", "Demirci, “aynı şikâyetleri her bahar dinlemekten yorulduğunu” söyledi."),
    ("he", 'חברת המועצה גוטהלף אמרה כי "נמאס לה לשמוע את אותן תלונות בכל אביב".'),
    ("he", 'חבר המועצה דורון אלקבץ אמר: "הילדים נוסעים לעיר אחרת ואיש אינו עונה לטלפון".'),
    ("ja", "山岸議員は「子どもたちは山道を一時間歩いて学校に通っている」と述べた。"),
    ("ja", "川端議員は「毎年春に同じ苦情を聞くのはうんざりだ」と述べた。"),
    ("zh", "陈立国委员说：“孩子们每天要绕山路一个小时去上学。”"),
    ("zh", "周敏委员说，她“已经厌倦了每年春天听同样的抱怨”。"),
    ("ko", "박정호 의원은 “아이들은 산길을 한 시간 걸어 학교에 다니고 있다”고 말했다."),
    ("ko", "최은영 의원은 “해마다 봄에 같은 불평을 듣는 데 지쳤다”고 말했다."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "article"), WRONG)
def test_what_goes_on_in_somebody_elses_report_is_a_finding(beside, source, article):
    assert "ATT501" in beside(article, SOURCES[source])


@pytest.mark.parametrize(("source", "article"), RIGHT)
def test_what_is_given_to_who_is_reported_to_say_it_passes(beside, source, article):
    assert beside(article, SOURCES[source]) == []
