"""Older spelling in the spelling of today: dress, as long as nothing else is changed with it."""

import pytest

# What the source has, how it is printed today, and what is put in the place of a part of that to falsify it.
ROWS = [
    (
        "I haue ſeene the Comett theſe three nightes, & doe beleeue it to be the ſame that Mr. Harwell wrote of. My wyfe is ſomewhat affrighted, but the children are not.",
        "I have seen the comet these three nights, and do believe it to be the same that Mr Harwell wrote of. My wife is somewhat affrighted, but the children are not.",
        "nights/days, three/four, have seen/have not seen, are not/are too, is somewhat/was somewhat, nights/night, wife/son, do believe/do not believe",
    ),
    (
        "We came vnto the towne of Selby on Tuesdaie, and founde there no bread, nor anie beere, but muche sicknesse; the Maior would not suffer vs to passe the bridge.",
        "We came unto the town of Selby on Tuesday, and found there no bread, nor any beer, but much sickness; the Mayor would not suffer us to pass the bridge.",
        "no bread/bread, would not/would, bridge/bridges, beer/cheese, We came/They came, Tuesday/Thursday",
    ),
    (
        "Monsieur mon oncle, i'ay receu vos deux escus & les ay baillez au chirurgien, lequel dict que l'enfant viura. Nous prions Dieu pour vous.",
        "j’ai reçu vos deux écus et les ai baillés au chirurgien, lequel dit que l’enfant vivra. Nous prions Dieu pour vous.",
        "deux/trois, vivra/mourra, l’enfant vivra/l’enfant ne vivra pas, vivra/vivrait, dit/croit, écus/francs",
    ),
    (
        "Il estoit desja nuict quand les soldatz entrerent en la ville, & n'y trouuerent que des femmes & vn vieil prestre, auquel ilz ne firent point de mal.",
        "Il était déjà nuit quand les soldats entrèrent en la ville, et n’y trouvèrent que des femmes et un vieil prêtre, auquel ils ne firent point de mal.",
        "ne firent point de/firent du, était/est, femmes/enfants, prêtre/évêque, nuit/midi, entrèrent/sortirent",
    ),
    (
        "Señor: el capitan dixo que auia hallado el rio muy baxo y que los indios no quisieron hazer guerra, sino venderle maiz y dos cauallos.",
        "el capitán dijo que había hallado el río muy bajo y que los indios no quisieron hacer guerra, sino venderle maíz y dos caballos.",
        "no quisieron/quisieron, dos/tres, bajo/alto, dijo/dice, caballos/esclavos, había hallado/no había hallado",
    ),
    (
        "Hontem chegou o navio com vinte e cinco homens, todos elles doentes; o capitão affirmou que não havia mais pharmacia a bordo, e um delles morreu esta manhã.",
        "Ontem chegou o navio com vinte e cinco homens, todos eles doentes; o capitão afirmou que não havia mais farmácia a bordo, e um deles morreu esta manhã.",
        "um deles/nenhum deles, vinte e cinco/trinta e cinco, farmácia/comida, não havia/havia, Ontem/Hoje, um deles/dois deles",
    ),
    (
        "Il Duca hebbe la notitia la sera, et subito mandò due huomini a cavallo; ma non volse scrivere al Papa, temendo che la lettera fosse letta da altri.",
        "Il Duca ebbe la notizia la sera, e subito mandò due uomini a cavallo; ma non volse scrivere al Papa, temendo che la lettera fosse letta da altri.",
        "due/tre, non volse/volse, sera/mattina, uomini/donne, ebbe/perse",
    ),
    (
        "Den vierten Tag seynd die Schwedischen für das Thor kommen, vnd haben begert, daß man jhnen Brodt vnd Wein gebe; der Rath aber hat es nit gethan, sondern auff die Pferdt schiessen lassen.",
        "Den vierten Tag seind die Schwedischen für das Tor kommen, und haben begehrt, dass man ihnen Brot und Wein gebe; der Rat aber hat es nit getan, sondern auf die Pferdt schießen lassen.",
        "nit getan/getan, Wein/Bier, Pferdt/Bauern, vierten/fünften, hat es nit/wird es nit, Rat/Bürgermeister",
    ),
    (
        "Er that es gewiß nicht aus Noth; die Theuerung war vorbey und sein Capital hatte er längst in Sicherheit gebracht.",
        "Er tat es gewiss nicht aus Not; die Teuerung war vorbei und sein Kapital hatte er längst in Sicherheit gebracht.",
        "gewiss nicht/gewiss, tat/tut, Kapital/Silber, längst/nie, Teuerung/Not",
    ),
    (
        "Wy hebben gisteren den Raedt ghesproken ende hem ghesegt, dat de schepen niet moghen vertrecken eer sy betaelt hebben; daerop heeft hy ghesweghen.",
        "Wij hebben gisteren den Raad gesproken ende hem gezegd, dat de schepen niet mogen vertrekken eer zij betaald hebben; daarop heeft hij gezwegen.",
        "niet mogen/mogen, betaald/getekend, gisteren/vandaag, schepen/paarden, hij/zij",
    ),
    (
        "De menschen in de groote stad gelooven het niet meer; zij zien dat de visschers zoo arm zijn als vroeger.",
        "De mensen in de grote stad geloven het niet meer; zij zien dat de vissers zo arm zijn als vroeger.",
        "niet meer/nog steeds, arm/rijk, vissers/boeren, grote/kleine, zien/zagen",
    ),
    (
        "Hvad som skedde i går afton, har ingen velat berätta; men alla hafva sett, att qvinnan gaf honom brefvet och att han läste det högt.",
        "Vad som skedde i går afton, har ingen velat berätta; men alla hava sett, att kvinnan gav honom brevet och att han läste det högt.",
        "ingen/alla, kvinnan/mannen, högt/tyst, gav/stal, läste/läser",
    ),
    (
        "Kongen havde ikke givet dem Lov til at reise, men de toge dog bort om Natten, og ingen vidste, hvorhen de vare gaaet.",
        "Kongen havde ikke givet dem lov til at rejse, men de tog dog bort om natten, og ingen vidste, hvorhen de var gået.",
        "ikke givet/givet, natten/dagen, ingen/alle, de var/de er, rejse/blive",
    ),
    (
        "Król iegomość kazał, aby woysko nie ruszało się z mieysca, póki Anglja nie odpowie; żołnierzom zaś wypłacić po trzy złote.",
        "Król jegomość kazał, aby wojsko nie ruszało się z miejsca, póki Anglia nie odpowie; żołnierzom zaś wypłacić po trzy złote.",
        "wojsko nie ruszało/wojsko ruszało, trzy/cztery, Anglia/Francja, kazał/każe, żołnierzom/oficerom",
    ),
    (
        "Wčera přigeli do města gezdci a žádali, aby gim byla otewřena brána; měšťané gim ale neotewřeli.",
        "Včera přijeli do města jezdci a žádali, aby jim byla otevřena brána; měšťané jim ale neotevřeli.",
        "neotevřeli/otevřeli, jezdci/sedláci, otevřena/zavřena, Včera/Dnes",
    ),
    (
        "Vidimus eciam michi notum uirum, qui nichil sciuit de littera; sed dixit charissimam sororem suam iam Romam peruenisse.",
        "Vidimus etiam mihi notum virum, qui nihil scivit de littera; sed dixit carissimam sororem suam iam Romam pervenisse.",
        "nihil scivit/omnia scivit, sororem/uxorem, dixit/negavit, Romam/Capuam",
    ),
    (
        "Ὁ πλοίαρχος εἶπεν ὅτι δὲν εἶδε κανένα φῶς, καὶ ὅτι τὸ πλοῖον εἶνε ἀκόμη εἰς τὸν λιμένα.",
        "Ο πλοίαρχος είπεν ότι δεν είδε κανένα φως, και ότι το πλοίον είναι ακόμη εις τον λιμένα.",
        "δεν είδε/είδε, φως/πλοίο, είναι ακόμη/ήταν ακόμη, λιμένα/Πειραιά",
    ),
    (
        "Домъ нашъ проданъ, но садъ остался за нами, и яблони цвѣтутъ, будто ничего не случилось.",
        "Дом наш продан, но сад остался за нами, и яблони цветут, будто ничего не случилось.",
        "цветут/не цветут, продан/не продан, за нами/за ними, сад/лес, ничего не/что-то, Дом/Сад",
    ),
    (
        "Она говорила мнѣ, что все это ложь и что никто изъ нихъ не видѣлъ его въ тотъ вечеръ.",
        "Она говорила мне, что все это ложь и что никто из них не видел его в тот вечер.",
        "никто из них не видел/кто-то из них видел, его/ее, ложь/правда, Она говорила/Он говорил, вечер/день",
    ),
    (
        "Wiime wuonna jää lähti wasta toukokuun lopulla, eikä ruista woitu kylwää.",
        "Viime vuonna jää lähti vasta toukokuun lopulla, eikä ruista voitu kylvää.",
        "eikä ruista voitu/ja ruista voitiin, toukokuun/huhtikuun, vasta/jo, ruista/ohraa",
    ),
    (
        "雪、晝より晴れる。學校の圖書は皆無事と聞いて安堵した。校長の家だけが燒けたといふ。",
        "学校の図書は皆無事と聞いて安堵した。校長の家だけが焼けたという。",
        "無事/焼失, 校長/町長, 焼けた/焼けない, 安堵/落胆",
    ),
    (
        "さう言はれてゐたが、私は其の船を見なかつたやうに思ふ。彼は來ないでせう。",
        "そう言われていたが、私は其の船を見なかったように思う。彼は来ないでしょう。",
        "見なかった/見た, 来ない/来る, 私は/彼は, 言われていた/言われていなかった",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("source", "printed", "falsified"), ROWS)
def test_older_spelling_is_dress_and_another_word_is_told(compared, source, printed, falsified):
    assert compared(printed, source) == []
    for change in falsified.split(", "):
        old, new = change.split("/")
        assert old in printed
        assert compared(printed.replace(old, new, 1), source), change


MODERN = [
    ("The men of the guard have seen the comet and they do not fear it.", "men/man, seen/sewn, fear/fare, they/thy"),
    ("The inspector said the ship was sound and the loose cable was safe.", "loose/lose, sound/send, ship/shop, safe/save"),
    ("Les élèves étaient là et le maître a dit que la porte était ouverte.", "dit/doit, maître/maire, porte/poste, ouverte/ouvert"),
    ("Wir haben das Rad auf der Straße vor der Bank gesehen, und es war rot.", "Rad/Rat, rot/Rotte, gesehen/gesähen"),
    ("А потом он сказал, что дом и сад проданы, а мир заключен.", "мир/мор, дом/дым"),
    ("彼は船を見て、町へ帰ると言った。", "見て/見た, 帰る/帰ろ"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "falsified"), MODERN)
def test_in_a_text_of_today_a_word_that_sounds_alike_is_another(compared, source, falsified):
    for change in falsified.split(", "):
        old, new = change.split("/")
        assert old in source
        assert compared(source.replace(old, new, 1), source), change


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("Harwell wrote (I have modernised the spelling): “We saw the ship in the bay and do thank God for it.”", "We saw the shippe in the bay and doe thank God for it."),
        ("Elle écrit (orthographe modernisée) : « Nous sommes arrivés à la ville avec le maître. »", "Nous sommes arrivez à la ville avec le maistre."),
        ("Er schreibt (Rechtschreibung modernisiert): „Wir sind bei dem Tor gestanden und haben gewartet.“", "Wir sind bey dem Thor gestanden und haben gewartet."),
    ],
)  # fmt: skip
def test_an_article_may_say_that_it_modernises(beside, told, source):
    assert beside(told, source) == []
