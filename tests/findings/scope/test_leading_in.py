"""Clauses that only lead in what they say, "the truth is that", and those that do not, in many languages."""

import pytest

from tests.findings.scope.test_frames import told

LEADING_IN = [
    ("en", "“The thing is, we never got the letter,” said Mr Pratt, a plumber. “I would have come.”", "“We never got the letter,” said Mr Pratt."),
    ("en", "“What I would say is that the pump works and has worked since May,” said Dana Cole.", "Dana Cole said “the pump works and has worked since May”."),
    ("en", "“I'd just like to add that the caretaker opened the doors himself,” said Dana Cole.", "“The caretaker opened the doors himself,” said Dana Cole."),
    ("en", "“The truth is that nobody read the contract to the end,” said Dana Cole.", "“Nobody read the contract to the end,” said Dana Cole."),
    ("en", "“It's worth remembering that the hall was built by volunteers,” said Dana Cole.", "“The hall was built by volunteers,” said Dana Cole."),
    ("en", "“You have to understand that these trees are older than the church,” said Dana Cole.", "“These trees are older than the church,” said Dana Cole."),
    ("en", "“And another thing: the buses stop at nine,” said Dana Cole.", "“The buses stop at nine,” said Dana Cole."),
    ("en", "“In my forty years on the ferry I have never seen the water so low,” said Dana Cole.", "“I have never seen the water so low,” said Dana Cole, who has worked on the ferry for forty years."),
    ("en", "“Yes, we sold it, and no, I don't regret that we did,” said Dana Cole.", "“We sold it,” said Dana Cole."),
    ("en", "“When I got there the door was open and the light was on,” said Dana Cole.", "“The door was open and the light was on,” said Dana Cole, who arrived first."),
    ("en", "“Last winter, as you'll recall, the pipes froze twice,” said Dana Cole.", "Last winter, Dana Cole said, “the pipes froze twice”."),
    ("en", "“Thank you for your question. The road will be finished in June,” said Dana Cole.", "“The road will be finished in June,” said Dana Cole."),
    ("de", "„Die Wahrheit ist, dass niemand den Vertrag gelesen hat“, sagte Dana Kohl.", "„Niemand [hat] den Vertrag gelesen“, sagte Dana Kohl."),
    ("de", "„Ich möchte betonen, dass der Hausmeister die Türen selbst geöffnet hat“, sagte Dana Kohl.", "Dana Kohl betonte, „dass der Hausmeister die Türen selbst geöffnet hat“."),
    ("de", "„Man muss wissen, dass diese Bäume älter sind als die Kirche“, sagte Dana Kohl.", "Dana Kohl sagte, „diese Bäume“ seien „älter […] als die Kirche“."),
    ("fr", "« Le fait est que personne n'a lu le contrat jusqu'au bout », dit Dana Colle.", "« Personne n'a lu le contrat jusqu'au bout », dit Dana Colle."),
    ("fr", "« Il faut savoir que ces arbres sont plus vieux que l'église », dit Dana Colle.", "« Ces arbres sont plus vieux que l'église », dit Dana Colle."),
    ("fr", "« Je tiens à rappeler que la salle a été bâtie par des bénévoles », dit Dana Colle.", "« La salle a été bâtie par des bénévoles », dit Dana Colle."),
    ("es", "«Lo que quiero decir es que la bomba funciona desde mayo», dijo Dana Col.", "«La bomba funciona desde mayo», dijo Dana Col."),
    ("es", "«Hay que recordar que la sala la construyeron los vecinos», dijo Dana Col.", "«La sala la construyeron los vecinos», dijo Dana Col."),
    ("es", "«La verdad es que nadie leyó el contrato entero», dijo Dana Col.", "«Nadie leyó el contrato entero», dijo Dana Col."),
    ("it", "«La verità è che nessuno ha letto il contratto fino in fondo», ha detto Dana Colli.", "«Nessuno ha letto il contratto fino in fondo», ha detto Dana Colli."),
    ("it", "«Ci tengo a dire che la sala l'hanno costruita i volontari», ha detto Dana Colli.", "«La sala l'hanno costruita i volontari», ha detto Dana Colli."),
    ("it", "«Bisogna sapere che questi alberi sono più vecchi della chiesa», ha detto Dana Colli.", "«Questi alberi sono più vecchi della chiesa», ha detto Dana Colli."),
    ("pt", "«É preciso lembrar que a sala foi construída por voluntários», disse Dana Cola.", "«A sala foi construída por voluntários», disse Dana Cola."),
    ("pt", "«O que eu quero dizer é que a bomba funciona desde maio», disse Dana Cola.", "«A bomba funciona desde maio», disse Dana Cola."),
    ("nl", "„Je moet weten dat deze bomen ouder zijn dan de kerk”, zei Dana Kool.", "Dana Kool zei „dat deze bomen ouder zijn dan de kerk”."),
    ("sv", "”Sanningen är att ingen har läst kontraktet till slut”, sade Dana Kol.", "”Ingen har läst kontraktet till slut”, sade Dana Kol."),
    ("sv", "”Jag vill påminna om att salen byggdes av frivilliga”, sade Dana Kol.", "”Salen byggdes av frivilliga”, sade Dana Kol."),
    ("da", "»Man skal huske, at salen blev bygget af frivillige,« sagde Dana Kol.", "»Salen blev bygget af frivillige,« sagde Dana Kol."),
    ("pl", "„Prawda jest taka, że nikt nie przeczytał umowy do końca” – powiedziała Dana Kol.", "„Nikt nie przeczytał umowy do końca” – powiedziała Dana Kol."),
    ("pl", "„Chcę podkreślić, że salę zbudowali ochotnicy” – powiedziała Dana Kol.", "„Salę zbudowali ochotnicy” – powiedziała Dana Kol."),
    ("ru", "«Дело в том, что никто не дочитал договор до конца», — сказала Дана Коль.", "«Никто не дочитал договор до конца», — сказала Дана Коль."),
    ("ru", "«Хочу напомнить, что зал построили добровольцы», — сказала Дана Коль.", "«Зал построили добровольцы», — сказала Дана Коль."),
    ("ru", "«Надо понимать, что эти деревья старше церкви», — сказала Дана Коль.", "«Эти деревья старше церкви», — сказала Дана Коль."),
    ("uk", "«Хочу нагадати, що залу збудували добровольці», — сказала Дана Коль.", "«Залу збудували добровольці», — сказала Дана Коль."),
    ("cs", "„Pravda je, že smlouvu nikdo nedočetl,“ řekla Dana Kolová.", "„Smlouvu nikdo nedočetl,“ řekla Dana Kolová."),
    ("cs", "„Chci připomenout, že sál postavili dobrovolníci,“ řekla Dana Kolová.", "„Sál postavili dobrovolníci,“ řekla Dana Kolová."),
    ("hu", "„Az igazság az, hogy senki sem olvasta végig a szerződést” – mondta Kol Dana.", "„Senki sem olvasta végig a szerződést” – mondta Kol Dana."),
    ("fi", "”Totuus on, että kukaan ei lukenut sopimusta loppuun”, sanoi Dana Kol.", "”Kukaan ei lukenut sopimusta loppuun”, sanoi Dana Kol."),
    ("ro", "„Adevărul este că nimeni nu a citit contractul până la capăt”, a spus Dana Col.", "„Nimeni nu a citit contractul până la capăt”, a spus Dana Col."),
    ("el", "«Η αλήθεια είναι ότι κανείς δεν διάβασε το συμβόλαιο ως το τέλος», είπε η Ντάνα.", "«Κανείς δεν διάβασε το συμβόλαιο ως το τέλος», είπε η Ντάνα."),
    ("ar", "قالت دانا: «الحقيقة أن الجسر القديم من الحجر وسيبقى مفتوحا».", "قالت دانا: «الجسر القديم من الحجر وسيبقى مفتوحا»."),
    ("he", 'דנה אמרה: "האמת היא שהגשר הישן עשוי מאבן ויישאר פתוח".', 'דנה אמרה: "הגשר הישן עשוי מאבן ויישאר פתוח".'),
    ("tr", "Dana, “Şunu söylemek isterim ki salonu gönüllüler yaptı” dedi.", "Dana, “salonu gönüllüler yaptı” dedi."),
]  # fmt: skip

GOVERNING = [
    ("en", "“The pump works as long as nobody opens the second valve,” said Dana Cole.", "“The pump works,” said Dana Cole."),
    ("en", "“I am told that the doors were locked from the outside,” said Dana Cole.", "“The doors were locked from the outside,” said Dana Cole."),
    ("en", "“We used to think that the roof was safe,” said Dana Cole.", "“The roof was safe,” said Dana Cole."),
    ("en", "“Had the letter come in time, I would have signed the contract,” said Dana Cole.", "“I would have signed the contract,” said Dana Cole."),
    ("en", "“Anyone who says the hall is finished is lying,” said Dana Cole.", "“The hall is finished,” said Dana Cole."),
    ("en", "“Hardly a week goes by without somebody stealing the sign,” said Dana Cole.", "“Somebody [is] stealing the sign,” said Dana Cole."),
    ("en", "“The bridge is safe to walk on but not to drive on,” said Dana Cole.", "“The bridge is safe,” said Dana Cole."),
    ("en", "“It would be lovely to say that the money has been found,” said Dana Cole.", "“The money has been found,” said Dana Cole."),
    ("en", "“Nobody should imagine that we enjoyed closing the school,” said Dana Cole.", "“We enjoyed closing the school,” said Dana Cole."),
    ("de", "„Früher dachten wir, dass das Dach sicher ist“, sagte Dana Kohl.", "Dana Kohl sagte, „dass das Dach sicher ist“."),
    ("de", "„Die Pumpe läuft, solange keiner das zweite Ventil öffnet“, sagte Dana Kohl.", "„Die Pumpe läuft“, sagte Dana Kohl."),
    ("fr", "« On aimerait pouvoir dire que l'argent est trouvé », dit Dana Colle.", "« L'argent est trouvé », dit Dana Colle."),
    ("fr", "« Ceux qui disent que la salle est finie mentent », dit Dana Colle.", "« La salle est finie », dit Dana Colle."),
    ("es", "«De haber llegado la carta, yo habría firmado el contrato», dijo Dana Col.", "«Yo habría firmado el contrato», dijo Dana Col."),
    ("it", "«Chi dice che la sala è finita mente», ha detto Dana Colli.", "«La sala è finita», ha detto Dana Colli."),
    ("it", "«Mi piacerebbe dire che i soldi sono stati trovati», ha detto Dana Colli.", "«I soldi sono stati trovati», ha detto Dana Colli."),
    ("pt", "«Quem diz que a sala está pronta mente», disse Dana Cola.", "«A sala está pronta», disse Dana Cola."),
    ("pt", "«A bomba funciona desde que ninguém abra a segunda válvula», disse Dana Cola.", "«A bomba funciona», disse Dana Cola."),
    ("nl", "„Wie zegt dat de zaal klaar is, liegt”, zei Dana Kool.", "„De zaal [is] klaar”, zei Dana Kool."),
    ("sv", "”Den som säger att salen är färdig ljuger”, sade Dana Kol.", "”Salen är färdig”, sade Dana Kol."),
    ("pl", "„Kto mówi, że sala jest gotowa, ten kłamie” – powiedziała Dana Kol.", "„Sala jest gotowa” – powiedziała Dana Kol."),
    ("ru", "«Тот, кто говорит, что зал готов, лжёт», — сказала Дана Коль.", "«Зал готов», — сказала Дана Коль."),
    ("cs", "„Kdo tvrdí, že je sál hotový, lže,“ řekla Dana Kolová.", "„[J]e sál hotový,“ řekla Dana Kolová."),
    ("tr", "Dana, “Salonun bittiğini söyleyen yalan söylüyor” dedi.", "Dana, “Salonun bittiğini” söyledi."),
    ("ja", "市長は「予算さえ通れば、来月に橋を直します」と述べた。", "市長は「来月に橋を直します」と述べた。"),
    ("ko", '시장은 "예산만 통과된다면 다음 달에 다리를 고치겠다"고 말했다.', '시장은 "다음 달에 다리를 고치겠다"고 말했다.'),
    ("zh", "市长说:“只要预算通过,下个月就修桥。”", "市长说:“下个月就修桥。”"),
    ("he", 'דנה אמרה: "לא נכון שהגשר הישן עשוי מאבן ויישאר פתוח".', 'דנה אמרה: "הגשר הישן עשוי מאבן ויישאר פתוח".'),
    ("en", "“The mayor wants to stress that the hall is finished,” said Dana Cole.", "“The hall is finished,” said Dana Cole."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "sentence"), LEADING_IN)
def test_a_clause_that_only_leads_in_may_go(language, source, sentence):
    assert told(sentence, source, language) == []


@pytest.mark.parametrize(("language", "source", "sentence"), GOVERNING)
def test_a_clause_that_says_what_to_make_of_it_may_not(language, source, sentence):
    assert told(sentence, source, language) != []
