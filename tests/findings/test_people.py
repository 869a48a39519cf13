"""Who a source says speaks, where names have no capitals, where a tag parts the words, and where an office has a capital (ATT501)."""

import pytest

SOURCES = {
    "zh": "青石镇的说明会昨晚举行。船户代表郝老四先讲了价钱。气象站的预报员闵若兰随后说：“风明天就会停，船可以照常出海。”镇长没有发言。",
    "ja": "青石町の説明会は昨夜開かれた。漁協の組合長、堀田進さんは値段の話をした。気象台の予報官、柿沼澄江さんは「谷の風は明日にはやむはずだ。船は朝から海に出せる」と述べた。町長は黙っていた。",
    "ko": "어제 설명회가 열렸다. 먼저 나온 구본석 대표는 값 이야기를 했다. 기상대의 은가람 과장은 “바람은 내일 그친다. 배는 나갈 수 있다”고 말했다. 군수는 조용했다.",
    "tr": "Toplantı dün akşam yapıldı. “Vadideki rüzgâr yarın diner, tekneler sabah denize açılır,” dedi liman mühendisi Nermin Alkan. Balıkçı Hasan Uslu fiyatlardan söz etti. Başkan sustu.",
    "ar": "عقد اللقاء أمس. تحدث الصياد كمال الدوري عن الأسعار. وقالت خبيرة الطقس ريما الحاج: «الريح تهدأ غدا، والقوارب تخرج إلى البحر». وصمت رئيس البلدية.",
    "he": 'האסיפה נערכה אתמול. הדייג רון אלקלעי דיבר על המחירים. החזאית, טלי גבע, אמרה: "הרוח בעמק תשכך רק מחר, והסירות ייצאו לים בבוקר". ראש המועצה שתק.',
}  # fmt: skip
GIVEN_AWAY = [
    ("zh", "“风明天就会停，”船户代表郝老四说，“船可以照常出海。”"),
    ("zh", "郝老四说：“风明天就会停，船可以照常出海。”"),
    ("zh", "“风明天就会停，船可以照常出海。”郝老四说。"),
    ("ja", "「谷の風は明日にはやむはずだ」と堀田進さんは言い、「船は朝から海に出せる」と続けた。"),
    ("ja", "「谷の風は明日にはやむはずだ。船は朝から海に出せる」と漁協の堀田さんは述べた。"),
    ("ko", "구본석 대표는 “바람은 내일 그친다. 배는 나갈 수 있다”고 말했다."),
    ("tr", "“Vadideki rüzgâr yarın diner,” dedi Hasan Uslu, “tekneler sabah denize açılır.”"),
    ("ar", "«الريح تهدأ غدا»، قال كمال الدوري، «والقوارب تخرج إلى البحر»."),
    ("he", '"הרוח בעמק תשכך רק מחר", אמר רון אלקלעי, "והסירות ייצאו לים בבוקר".'),
]  # fmt: skip
RIGHT = [
    ("zh", "“风明天就会停，”预报员闵若兰说，“船可以照常出海。”"),
    ("zh", "“风明天就会停，”气象站的闵若兰说，“船可以照常出海。”"),
    ("zh", "“风明天就会停，”她说，“船可以照常出海。”"),
    ("ja", "「谷の風は明日にはやむはずだ」と柿沼さんは言い、「船は朝から海に出せる」と続けた。"),
    ("ja", "「谷の風は明日にはやむはずだ」と予報官の柿沼澄江さんは述べ、「船は朝から海に出せる」とした。"),
    ("ko", "은가람 과장은 “바람은 내일 그친다. 배는 나갈 수 있다”고 말했다."),
    ("tr", "“Vadideki rüzgâr yarın diner,” dedi Alkan, “tekneler sabah denize açılır.”"),
    ("ar", "«الريح تهدأ غدا»، قالت ريما الحاج، «والقوارب تخرج إلى البحر»."),
    ("he", '"הרוח בעמק תשכך רק מחר", אמרה טלי גבע, "והסירות ייצאו לים בבוקר".'),
]  # fmt: skip


@pytest.mark.parametrize(("language", "article"), GIVEN_AWAY)
def test_the_words_of_one_given_to_somebody_else_whom_the_source_names(beside, language, article):
    assert set(beside(article, SOURCES[language])) == {"ATT501"}


@pytest.mark.parametrize(("language", "article"), RIGHT)
def test_the_words_of_one_given_to_the_right_person_pass(beside, language, article):
    assert beside(article, SOURCES[language]) == []


IN_DOUBT = [
    # Somebody else is named beside the marks.
    ("Balıkçı Hasan Uslu fiyatlardan söz etti. “Vadideki rüzgâr yarın diner, tekneler sabah denize açılır,” dedi liman mühendisi Nermin Alkan.", "“Vadideki rüzgâr yarın diner,” dedi Alkan, “tekneler sabah denize açılır.”"),
    # An office, and whoever holds it.
    ("工程师滕亦白昨天到场。“闸门早该换了，”滕亦白说，“我们写过两封信。”工程师带来了图纸。", "“闸门早该换了，”工程师说，“我们写过两封信。”"),
    # The source has "she" alone, or no name beside the marks.
    ("化验员章小兰核对了记录。馆长没有来。“报告都在这里，”她摘下眼镜说，“一份也没有少。”", "馆长说：“报告都在这里。”"),
    ('אתמול הגיע הנהג דן ברקת. "אף ילד לא איחר אצלי", הוא אומר ומנגב את ההגה, "ואף ילד לא בכה".', '"אף ילד לא איחר אצלי", סיכם הנהג דן ברקת.'),
    ("أصدرت شركة المياه بيانا. وجاء فيه: «يعود الماء مساء اليوم». واستمر العمل يومين.", "أكدت شركة المياه: «يعود الماء مساء اليوم»."),
    # An office that opens the sentence, in the source and in the article.
    ("Burmistrz przyszedł do remizy. „Most naprawimy do zimy” – powiedział Wit Okoń. Rada milczała.", "Burmistrz obiecał: „Most naprawimy do zimy”."),
    ("Глава посёлка выступил на сходе. «Мост починим к зиме», — сказал Лев Окунев. Деньги есть.", "Глава посёлка пообещал: «Мост починим к зиме»."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "article"), IN_DOUBT)
def test_silent_where_the_one_may_be_the_other(beside, source, article):
    assert beside(article, source) == []
