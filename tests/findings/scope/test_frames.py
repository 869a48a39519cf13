"""Frames in many languages: what the article's own words around a quotation make of it, and what was cut at its edges."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Excerpt, Markup
from provenance.findings.context import JudgingSettings
from provenance.findings.finding import Severity
from provenance.languages.guessing import guess_language
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.text.document import Passage
from provenance.tracing.comparison import SourceComparer

LOST = [
    ("“It does not follow that the tenant owes the whole of the rent. Costs are reserved.”", "The judge ruled: “the tenant owes the whole of the rent.”"),
    ("Contrary to section 8, silence opens the way to the court; it settles nothing.", "The judge ruled: “[S]ilence opens the way to the court; it settles nothing.”"),
    ("“At this stage we cannot rule out that the dye reached the well,” the board wrote.", "The board has admitted that “the dye reached the well”."),
    ("„Wir können nicht ausschließen, dass die Farbe im Brunnen ist“, schrieb der Verband.", "Der Verband räumte ein, dass „die Farbe im Brunnen ist“."),
    ("«Non possiamo escludere che il colorante sia arrivato al pozzo», ha scritto il consorzio.", "Il consorzio ammette che «il colorante sia arrivato al pozzo»."),
    ("«Мы не можем исключить, что краска попала в колодец», — написало правление.", "Правление признало, что «краска попала в колодец»."),
    ("Councillor Brandt Iver denied that “the contract was handed to my brother-in-law over a pint”.", "“The contract was handed to my brother-in-law over a pint,” Councillor Brandt Iver said."),
    ("“My neighbour claims that the mayor took the money,” said Dana Cole.", "“[T]he mayor took the money,” said Dana Cole."),
    ("“It is not true that the bridge will open in the spring,” said Dana Cole.", "Dana Cole assured her readers that “the bridge will open in the spring”."),
    ("„Es stimmt nicht, dass die Brücke im Frühling öffnet“, sagte Dana Kohl.", "Dana Kohl versprach den Lesern, dass „die Brücke im Frühling öffnet“."),
    ("»Det passer ikke, at broen åbner til foråret,« sagde Dana Kold.", "Dana Kold garanterede, at »broen åbner til foråret«."),
    ("„Není pravda, že se most na jaře otevře,“ řekla Dana Kolová.", "Dana Kolová zaručila, že „se most na jaře otevře“."),
    ("“We refuse to close the village school,” said Dana Cole.", "Dana Cole plans “to close the village school”."),
    ("“We have no intention of closing the village school,” said Dana Cole.", "Dana Cole is “closing the village school”."),
    ("“It is out of the question that we close the village school,” said Dana Cole.", "“[W]e close the village school,” said Dana Cole."),
    ("„Wir planen nicht, die Schule im Dorf zu schließen“, sagte Dana Kohl.", "Dana Kohl plant, „die Schule im Dorf zu schließen“."),
    ("„Es gibt keinen Grund, die Schule im Dorf zu schließen“, sagte Dana Kohl.", "Es gibt laut Dana Kohl Grund, „die Schule im Dorf zu schließen“."),
    ("„Dass wir die Schule im Dorf schließen, ist Unsinn“, sagte Dana Kohl.", "Dana Kohl bestätigte, „dass wir die Schule im Dorf schließen“."),
    ("« Je ne fermerai l'école du village sous aucun prétexte », a dit Dana Colle.", "« Je … fermerai l'école du village », a dit Dana Colle."),
    ("THE WITNESS: I shut the valve at four. No. No, that is wrong, I was told that it was shut.", "“I shut the valve at four,” the witness told the inquiry."),
    ("HAANSTRA: Ik heb de scheur in maart gezien. Nee, wacht, dat klopt niet, het was een foto.", "“Ik heb de scheur in maart gezien”, zei Haanstra."),
    ("A: Five thousand crowns. Sorry, no, five hundred, in an envelope.", "“Five thousand crowns … in an envelope,” she told the court."),
    ("You might say: nobody under forty has ever rowed across, so let the ferry rot. I have heard it from two ministers.", "Lena Farrow writes: “Nobody under forty has ever rowed across, so let the ferry rot.”"),
    ("“I never said the ferry would be free,” said Dana Cole.", "“The ferry would be free,” said Dana Cole."),
    ("”Jag har aldrig sagt färjan blir gratis”, sade Dana Kohl.", "Dana Kohl sade att ”färjan blir gratis”."),
    ("“I am not going to sell the boat,” said Dana Cole.", "Dana Cole left no doubt that she was “going to sell the boat”."),
    ("«Non vendo la barca del nonno», ha detto Dana Colli.", "Dana Colli non lo nasconde: «vendo la barca del nonno»."),
    ("Do not, even in an emergency, open the hatch while the pump runs.", "Owners should “open the hatch while the pump runs”, the manual says."),
    ("The warden counted at least 70 seals on the bank.", "The warden counted fewer than “70 seals on the bank”."),
    ("“Anglers who light fires on the bank without a permit should be fined,” said the warden.", "“Anglers who light fires on the bank […] should be fined,” said the warden."),
    ("Höchstens 40 Boote dürfen im Hafen liegen, sagte die Vogtin.", "Mindestens „40 Boote dürfen im Hafen liegen“, sagte die Vogtin."),
    ("Au moins 60 arbres ont été abattus dans le parc.", "Selon la mairie, moins de « 60 arbres ont été abattus dans le parc »."),
    ("Al menos 25 barcos quedaron atrapados en el hielo.", "Según el puerto, menos de «25 barcos quedaron atrapados en el hielo»."),
    ("Mindst 80 huse blev ramt af stormen ved fjorden.", "Højst »80 huse blev ramt af stormen ved fjorden«."),
    ("«Non è detto che il ponte riapra a maggio», ha dichiarato la sindaca.", "La sindaca ha dichiarato: «il ponte riapra a maggio»."),
    ("«Não é verdade que vendemos o moinho da aldeia», disse a prefeita.", "A prefeita disse: «vendemos o moinho da aldeia»."),
    ("«No es cierto que cerremos la escuela del valle», dijo la alcaldesa.", "La alcaldesa dijo: «cerremos la escuela del valle»."),
    ("« Je ne crois pas que le maire ait menti aux habitants », a dit la juge.", "La juge a dit « que le maire ait menti aux habitants »."),
    ("„Nie wierzę, że burmistrz oszukał mieszkańców” – powiedziała sołtyska.", "Sołtyska mówi, „że burmistrz oszukał mieszkańców”."),
    ("„Ich glaube nicht, dass der Bürgermeister die Bürger belogen hat“, sagte die Richterin.", "Die Richterin sagte, „dass der Bürgermeister die Bürger belogen hat“."),
    ("“I don't think that the mayor lied to the villagers,” said the judge.", "The judge said “that the mayor lied to the villagers”."),
    ("„Ik geloof niet dat de burgemeester heeft gelogen”, zei de rechter.", "De rechter zei „dat de burgemeester heeft gelogen”."),
    ("«Я не думаю, что мэр обманул жителей деревни», — сказала судья.", "Судья сказала, «что мэр обманул жителей деревни»."),
    ("”Jag tror inte att borgmästaren ljög för byborna”, sade domaren.", "Domaren sade ”att borgmästaren ljög för byborna”."),
    ("„Nemyslím si, že starosta lhal vesničanům,“ řekla soudkyně.", "Soudkyně řekla, „že starosta lhal vesničanům“."),
    ('한지우 이장은 "비가 그치면 다음 주에 다리를 열겠다"고 말했다.', '한지우 이장은 "다음 주에 다리를 열겠다"고 말했다.'),
    ("村長は「予算が通れば来月に橋を直します」と述べた。", "村長は「来月に橋を直します」と述べた。"),
    ("村長は「雨がやんだら来月に橋を直します」と述べた。", "村長は「来月に橋を直します」と述べた。"),
    ("村長は「賛成が多いなら来月に橋を直します」と述べた。", "村長は「来月に橋を直します」と述べた。"),
    ("Muhtar, “Yağmur dinerse köprüyü haftaya açacağız” dedi.", "Muhtar, “köprüyü haftaya açacağız” dedi."),
    ("Muhtar, “Bütçe geçtiyse köprüyü haftaya açacağız” dedi.", "Muhtar, “köprüyü haftaya açacağız” dedi."),
    ("村长林一舟说:“有村民认为河水被污染了,我们化验后没有发现异常。”", "村长林一舟说:“河水被污染了。”"),
    ("村長は「一部の住民は水が汚れていると主張していますが、検査では異常がありませんでした」と述べた。", "村長は「水が汚れている」と述べた。"),
    ("Die Gemeinde wirft dem Müller vor, er habe den Bach umgeleitet. Das Gericht sah dafür keinen Beleg.", "Das Gericht stellte fest, „er habe den Bach umgeleitet“."),
    ("”Jos sade lakkaa tänään, niin me avaamme sillan ensi viikolla ja se on hyvä”, pormestari sanoi.", "Pormestari sanoi: ”me avaamme sillan ensi viikolla ja se on hyvä”."),
    ("”En usko, että pormestari valehteli, mutta hän ei ole puhunut siitä”, tuomari sanoi.", "Tuomari sanoi, ”että pormestari valehteli”, ja hän on varma."),
    ("El molino costará tres millones de coronas, salvo que el valle retire la ayuda.", "Según El Alba, «el molino costará tres millones de coronas»."),
    ("Il mulino costerà tre milioni di corone, a meno che la valle non ritiri i fondi.", "Secondo L’Alba, «il mulino costerà tre milioni di corone»."),
    ("O moinho custará três milhões de coroas, a menos que o vale retire os fundos.", "Segundo O Alba, «o moinho custará três milhões de coroas»."),
    ("Si les loyers restent bas, la plupart des potiers pourront revenir.", "Interrogé s’il était inquiet, le maire a déclaré : « La plupart des potiers pourront revenir. »"),
    ("The coach can be at the mill within 25 minutes if the ford is dry.", "Only the Gazette quoted Holt: “The coach can be at the mill within 25 minutes.”"),
    ("The weir stays shut until 2036, unless the guild finds two further leaks.", "Asked by letter if she was content, Holt told the Gazette: “The weir stays shut until 2036.”"),
    ("The weir stays shut until 2036, unless the guild finds two further leaks.", "But the Gazette was there when Holt said: “The weir stays shut until 2036.”"),
    ("Angeschlossen werden 26 Häuser am Kai, sofern die Eigentümer zustimmen.", "Wenn man sie fragt, sagt Holm: „Angeschlossen werden 26 Häuser am Kai.“"),
    ("Counsel for the guild begged us to hold that a ferry is owed no toll.", "The court found that “a ferry is owed no toll”."),
    ("A handful of the 40 boats we saw had no lamp.", "The wardens write that “the 40 boats we saw had no lamp”."),
    ("“At dawn we tried to cross the weir, but the sluice was shut,” the crew wrote.", "The crew wrote: “At dawn we … cross[ed] the weir”."),
    ("The new lamps are intended to halve the cost of lighting the quay.", "Holt writes: “The new lamps … halve the cost of lighting the quay”."),
    ("“I will never, come what may, sell the weir to the guild,” Holt wrote.", "Nobody was there when Holt said he would “sell the weir to the guild”."),
    ("The first boat won every race of the summer. The second is the slowest I have rowed.", "Holt writes: “The first boat … is the slowest I have rowed.”"),
]  # fmt: skip

KEPT = [
    ("Dass ein Wolf die Schafe gerissen hat, ist nicht ausgeschlossen, schrieb das Amt.", "Offen bleibt, ob „ein Wolf die Schafe gerissen hat“."),
    ("O perito não exclui que a barragem venha a ceder no inverno.", "O perito admite a possibilidade de que «a barragem venha a ceder no inverno»."),
    ("“Nobody denies that the dye reached the well,” the board wrote.", "The board has admitted that “the dye reached the well”."),
    ("“We cannot rule out that the dye reached the well,” the board wrote.", "The board does not rule out that “the dye reached the well”."),
    ("„Wir können nicht ausschließen, dass die Farbe im Brunnen ist“, schrieb der Verband.", "Vielleicht, schreibt der Verband, ist es so, dass „die Farbe im Brunnen ist“."),
    ("“It follows that the tenant owes the whole of the rent. Costs are reserved.”", "The judge ruled: “the tenant owes the whole of the rent.”"),
    ("Under section 8, silence opens the way to the court; it settles nothing.", "The judge ruled: “[S]ilence opens the way to the court; it settles nothing.”"),
    ("And even then, it doesn't address the existing pump in the old mill, which has a fault of its own.", "Dana Cole writes of “existing pump in the old mill”."),
    ("“We will publish the data every hour, starting this June, whatever the settlement says,” said Dana Cole.", "“We will publish the data every hour, starting this June,” said Dana Cole."),
    ("«Пуск возможен в декабре, если не ударят морозы», — добавил директор подрядчика Глеб Ставров.", "По словам подрядчика, пуск «возможен в декабре, если не ударят морозы»."),
    ("«Пенальті не було. Але суддю просити не буду», — сказав капітан Дем'ян Лозик.", "Лозик сказав, що «суддю просити не [буде]»."),
    ("„Ich frage nicht nach dem Preis, die Leute im Dorf haben genug zu tun“, sagte Dana Kohl.", "„[D]ie Leute im Dorf haben genug zu tun“, sagte Dana Kohl."),
    ("The guild resolved, with Mrs Fell not voting, to raise the wreck before the winter.", "The guild resolved, the minutes say, “to raise the wreck before the winter”."),
    ("The judge was not persuaded that the dog had bitten in self-defence.", "The judge remained unconvinced that the dog had “bitten in self-defence”."),
    ("„Ik vraag u niet om te staken, ik vraag u om naar de kade te komen”, zei Dana Kool.", "Dana Kool zei: „ik vraag u om naar de kade te komen”."),
    ("THE WITNESS: I shut the valve at four. No. No, that is wrong, I was told that it was shut.", "“No, that is wrong, I was told that it was shut,” the witness told the inquiry."),
    ("“We will not sell the boat. No, we will mend it,” said Dana Cole.", "“We will not sell the boat,” said Dana Cole."),
    ("“We shut the valve at four.” “No,” said the clerk.", "“We shut the valve at four,” the witness told the inquiry."),
    ("“I will never, come what may, sell the weir to the guild,” Holt wrote.", "At no point, Holt wrote, would he “sell the weir to the guild”."),
    ("„Frau Holm führte vierzig Gäste durch den Sturm, ohne auch nur einen aus den Augen zu verlieren“, schrieb der Vogt.", "Keinen Augenblick lief Frau Holm im Sturm Gefahr, „einen aus den Augen zu verlieren“."),
    ("« Le passeur a mené quarante personnes au port sans perdre de vue la dernière barque », écrit le bailli.", "À aucun moment, écrit le bailli, le passeur n'a pu « perdre de vue la dernière barque »."),
    ("« Attendu que le bail du phare ne dit rien du loyer ; qu'en l'espèce le loyer est resté le même », écrit la cour.", "La cour écrit : « Le bail du phare ne dit rien du loyer ; […] en l'espèce le loyer est resté le même ». "),
    ("Mr Holt (Upper Vale): I want to say a word about goats. I keep three goats, and I mend the fence, and I am tired of people who mend none. The chair thanked Mr Holt.", "Mr Holt told the assembly that he “keep[s] three goats, and … mend[s] the fence, and … [is] tired of people who mend[ed] none”."),
    ("„Hat eigentlich jemand den Pegel der Wehra gemessen?“, schreibt der Vogt.", "Der Vogt fragt: „Hat […] jemand den Pegel der Wehra gemessen?“"),
    ("“Only a survey of the pier will tell us, and no one is ready to pay for one,” said Holt.", "Holt said: “No one is ready to pay for one.”"),
    ("“Only a survey of the pier will tell us, and no one is ready to pay for one,” said Holt.", "Holt said: “[N]o one is ready to pay for one.”"),
    ("The warden counted at least 70 seals on the bank.", "The warden counted more than “70 seals on the bank”."),
    ("70 seals or more lay on the bank that morning, the warden said.", "The warden said that at least “70 seals” lay on the bank."),
    ("“Anglers who light fires on the bank, with or without a permit, should be fined,” said the warden.", "“Anglers who light fires on the bank […] should be fined,” said the warden."),
    ("„Die Brücke hält seit dem Umbau“, so Vogtin Ida Holm. „Sie wird noch lange halten.“", "„Die Brücke hält seit dem Umbau. Sie wird noch lange halten“, sagt Vogtin Ida Holm."),
    ("Höchstens 40 Boote dürfen im Hafen liegen, sagte die Vogtin.", "Maximal „40 Boote dürfen im Hafen liegen“, sagte die Vogtin."),
    ("The warden counted nearly 70 seals on the bank.", "The warden counted almost “70 seals on the bank”."),
    ("„Nie wierzę, że burmistrz oszukał mieszkańców” – powiedziała sołtyska.", "Sołtyska nie wierzy, „że burmistrz oszukał mieszkańców”."),
    ("«Non è vero che abbiamo chiuso il forno», ha detto la sindaca.", "La sindaca ha smentito che «abbiamo chiuso il forno»."),
    ("“I have not read the letter that the mayor sent to the villagers,” said the judge.", "The judge spoke of the letter “that the mayor sent to the villagers”."),
    ("»Museet, som aldrig har taget entré, viser tyve skibe i vinter,« skriver avisen.", "»Museet […] viser tyve skibe i vinter,« skriver avisen."),
    ("”Museet, som aldrig har tagit inträde, visar tjugo skepp i vinter”, skriver tidningen.", "”Museet […] visar tjugo skepp i vinter”, skriver tidningen."),
    ("„Das Museum, das nie Eintritt verlangt hat, zeigt zwanzig Schiffe“, schreibt die Zeitung.", "„Das Museum […] zeigt zwanzig Schiffe“, schreibt die Zeitung."),
    ("«Il museo, che non ha mai chiesto un biglietto, mostra venti navi», scrive il giornale.", "«Il museo […] mostra venti navi», scrive il giornale."),
    ("The weir stays shut until 2036, unless the guild finds two further leaks.", "Unless leaks are found, Holt said, “the weir stays shut until 2036”."),
    ("The weir stays shut until 2036, unless the guild finds two further leaks.", "“The weir stays shut until 2036,” said Holt, but only if no leaks are found."),
    ("El molino costará tres millones de coronas, salvo que el valle retire la ayuda.", "Salvo cambios, según El Alba, «el molino costará tres millones de coronas»."),
    ("Die Gemeinde wirft dem Müller vor, er habe den Bach umgeleitet.", "Die Gemeinde meint, „er habe den Bach umgeleitet“."),
    ('한지우 이장은 "비가 그치면 다음 주에 다리를 열겠다"고 말했다.', '한지우 이장은 "비가 그치면 다음 주에 다리를 열겠다"고 말했다.'),
    ("The reeve put forward the idea that the pier could be sold.", "The reeve put forward the idea that “the pier could be sold”."),
    ("The reeve floated the idea that the pier could be sold.", "The reeve suggested that “the pier could be sold”."),
    ("The reeve expressed the view that the pier could be sold.", "The reeve said that “the pier could be sold”."),
    ("The reeve confirmed that the hall is empty, but would not say why.", "The reeve confirmed that “the hall is empty”."),
    ("La alcaldesa recalcó que ningún barco salió del puerto, ni siquiera de noche.", "La alcaldesa recalcó que «ningún barco salió del puerto»."),
    ("Rektorn bekräftade att salen har stått tom, men ville inte säga varför.", "Rektorn bekräftar att ”salen har stått tom”."),
    ("The reeve came back to her argument that the pier is too short.", "The reeve said that “the pier is too short”."),
    ("Die Vogtin vertrat die Ansicht, dass der Hafen zu klein sei.", "Die Vogtin sagte, dass „der Hafen zu klein sei“."),
    ("The boats are safe at sea and in port, and not only in summer.", "“The boats are safe at sea,” Holt wrote."),
    ("Three of the boats in the harbour were sold.", "Three of “the boats in the harbour were sold”, he said."),
    ("At the trial which ended in May, 12 boatmen spoke of the fog.", "At the trial in May “12 boatmen spoke of the fog”."),
    ("He kept a quiet inn by the ford, and not a grand one.", "He kept “a quiet inn”."),
    ("In the year that the weir broke, 40 percent of keepers gave up.", "When the weir broke, Holt writes, “40 percent of keepers gave up”."),
    ("Nous avons montré que la mousse retient l'eau pendant trois semaines.", "Selon les botanistes, « la mousse retient l'eau pendant trois semaines »."),
    # an aside in an evaluation, and a reminder
    ("The lesson, which cost us years, is that wet hay burns.", "Holt told the growers that “wet hay burns”."),
    ("La règle, que nos pères nous ont apprise, est que le foin mouillé brûle.", "Holt a dit aux éleveurs que « le foin mouillé brûle »."),
    ("Помните, что мокрое сено горит.", "Холт сказал крестьянам, что «мокрое сено горит»."),
]  # fmt: skip


def told(sentence, source, language=None):
    """The findings above note on the quotation in a sentence of an article, and whether it stands in the source."""
    article = read_text(sentence + "\n", origin="article.txt", format=Format.TEXT)
    page = read_text(source + "\n", origin="source.txt", format=Format.TEXT)
    inner = quotations(article.document.text, 0, len(article.document.text))[0].inner
    passages = (Passage(article.document, inner),)
    excerpt = Excerpt(passages, marks=find_marks(passages), markup=Markup.INLINE, quoted=True)
    witness = Witness(Reference("source.txt", FoundBy.GIVEN), page, via=Via.GIVEN)
    comparison = (
        SourceComparer(article, JudgingSettings(language=language)).compare(excerpt, witness).comparison
    )
    assert comparison.verdict.value != "unchecked"
    return [finding.rule.code for finding in comparison.findings if finding.severity > Severity.NOTE]


@pytest.mark.parametrize(("source", "sentence"), LOST, ids=[source for source, _ in LOST])
def test_what_was_cut_and_what_the_frame_turns_round_is_found(source, sentence):
    assert told(sentence, source) != []


@pytest.mark.parametrize(("source", "sentence"), KEPT, ids=[source for source, _ in KEPT])
def test_a_frame_that_says_the_same_and_an_island_under_a_mark_are_no_loss(source, sentence):
    assert told(sentence, source) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nie wierzę sołtysce, kłamała.", "pl"),
        ("Starosta neřekl, kolik dubů vyhořelo, sůl chyběla.", "cs"),
        ("The cellist Dvořák and the painter Růžička came by sleigh.", None),
    ],
)
def test_a_short_text_is_known_by_its_letters_and_not_by_those_of_names(text, language):
    assert guess_language(text) in {language, None if language else "en"}
