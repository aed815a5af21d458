"""Meetings and attendance that follow from how a report is told, in ten wordings rather than one."""

import datetime as dt

import pytest

import cisner
import rows
from cisner.records import Extraction
from rows import battery, sentences

SESSION = {
    "en": "DUSHANBE, May 13, 2022. The CIS Council of Foreign Ministers held a session in Dushanbe on Friday. Taking "
    "part were the foreign ministers of Russia Sergey Lavrov, of Tajikistan Sirojiddin Muhriddin and of Armenia Ararat "
    "Mirzoyan.\n\n",
    "ru": "ДУШАНБЕ, 13 мая 2022 года. Совет министров иностранных дел СНГ провел в пятницу заседание в Душанбе. В нем "
    "приняли участие министры иностранных дел России Сергей Лавров, Таджикистана Сироджиддин Мухриддин и Армении "
    "Арарат Мирзоян.\n\n",
}


def extract(language: str, text: str) -> Extraction:
    return rows.extract(language, text, dt.date(2022, 5, 13))


@pytest.mark.parametrize(("language", "sentence"), sentences("sessions", "next"))
def test_the_next_session_is_a_planned_meeting_of_the_same_council(language: str, sentence: str) -> None:
    _, following = extract(language, SESSION[language] + sentence).meetings
    assert (following.organization, following.level, following.status) == ("CIS", "foreign_ministers", "planned")
    assert following.city in ("Astana", None)
    assert (following.start or "").startswith("2022-10")


@pytest.mark.parametrize(("language", "sentence"), sentences("sessions", "previous"))
def test_an_earlier_session_is_a_held_meeting_of_the_same_council(language: str, sentence: str) -> None:
    earlier = [m for m in extract(language, SESSION[language] + sentence).meetings if m.city == "Minsk"]
    assert [(m.organization, m.level, m.status) for m in earlier] == [("CIS", "foreign_ministers", "held")]
    assert (earlier[0].start or "").startswith("2021-10")


@pytest.mark.parametrize(("language", "sentence"), sentences("sessions", "none"))
def test_no_meeting_is_planned_where_none_is_announced(language: str, sentence: str) -> None:
    found = extract(language, SESSION[language] + sentence)
    assert [m.status for m in found.meetings if m.status == "planned"] == []
    assert {a.status for a in found.attendances} == {"attended"}


SUMMIT = {
    "en": "DUSHANBE, May 13, 2022. The CIS summit opened in Dushanbe on Friday. President of Tajikistan Emomali Rahmon "
    "received his guests.\n\n",
    "ru": "ДУШАНБЕ, 13 мая 2022 года. В Душанбе в пятницу открылся саммит СНГ. Гостей встречал президент Таджикистана "
    "Эмомали Рахмон.\n\n",
}
WHO_CAME = [
    (
        "en",
        "Two heads of state were lacking, those of Kyrgyzstan and Moldova. Sadyr Japarov, the "
        "Kyrgyz president, receives a delegation at home, and Maia Sandu is in Brussels.",
        {"Japarov": "absent", "Sandu": "absent"},
    ),
    (
        "en",
        "The presidents of Kyrgyzstan and Moldova stayed away. Sadyr Japarov is on leave, Maia Sandu gave no reason.",
        {"Japarov": "absent", "Sandu": "absent"},
    ),
    (
        "en",
        "Apart from those, two had sent their regrets: Sadyr Japarov of Kyrgyzstan and Maia Sandu of Moldova.",
        {"Japarov": "absent", "Sandu": "absent"},
    ),
    (
        "en",
        "Two heads of state are not coming: Kyrgyzstan's Sadyr Japarov and Moldova's Maia Sandu.",
        {"Japarov": "absent", "Sandu": "absent"},
    ),
    (
        "en",
        "Two chairs remained empty, those of Sadyr Japarov of Kyrgyzstan and Maia Sandu of Moldova.",
        {"Japarov": "absent", "Sandu": "absent"},
    ),
    (
        "en",
        "Neither Kyrgyz President Sadyr Japarov nor Moldovan President Maia Sandu came.",
        {"Japarov": "absent", "Sandu": "absent"},
    ),
    (
        "en",
        "Missing were Sadyr Japarov, President of Kyrgyzstan, and Maia Sandu, President of Moldova.",
        {"Japarov": "absent", "Sandu": "absent"},
    ),
    (
        "en",
        "One looked in vain for Sadyr Japarov of Kyrgyzstan and Maia Sandu of Moldova.",
        {"Japarov": "absent", "Sandu": "absent"},
    ),
    (
        "en",
        "Kyrgyz President Sadyr Japarov and Moldovan President Maia Sandu had excused themselves.",
        {"Japarov": "absent", "Sandu": "absent"},
    ),
    (
        "en",
        "Of the presidents only Sadyr Japarov of Kyrgyzstan and Maia Sandu of Moldova were lacking.",
        {"Japarov": "absent", "Sandu": "absent"},
    ),
    (
        "en",
        "Sadyr Japarov, the Kyrgyz president, is ill and is replaced by Foreign Minister Jeenbek Kulubaev.",
        {"Japarov": "absent", "Kulubaev": "attended"},
    ),
    (
        "en",
        "Moldova's Maia Sandu is unwell; Foreign Minister Nicu Popescu sits in for her.",
        {"Sandu": "absent", "Popescu": "attended"},
    ),
    (
        "en",
        "Maia Sandu, the Moldovan president, remained in Chisinau and left it to Foreign Minister "
        "Nicu Popescu to speak for the republic.",
        {"Sandu": "absent", "Popescu": "attended"},
    ),
    (
        "en",
        "The absence of Moldova's Maia Sandu surprised hardly anyone.",
        {"Sandu": "absent"},
    ),
    (
        "en",
        "Her aides did not explain why President of Moldova Maia Sandu is not here.",
        {"Sandu": "absent"},
    ),
    (
        "en",
        "President of Moldova Maia Sandu did without the trip; her foreign minister, Nicu Popescu, came in her place.",
        {"Sandu": "absent", "Popescu": "attended"},
    ),
    (
        "en",
        "President of Moldova Maia Sandu was represented by Foreign Minister Nicu Popescu.",
        {"Sandu": "absent", "Popescu": "attended"},
    ),
    (
        "en",
        "President of Moldova Maia Sandu preferred not to come.",
        {"Sandu": "absent"},
    ),
    (
        "ru",
        "Отсутствовали два президента – Киргизии и Молдавии. Садыр Жапаров, киргизский президент, занят "
        "дома, а Майя Санду готовится к выборам.",
        {"Жапаров": "absent", "Санду": "absent"},
    ),
    (
        "ru",
        "Президенты Киргизии и Молдавии не приехали. Садыр Жапаров в отпуске, Майя Санду причин не назвала.",
        {"Жапаров": "absent", "Санду": "absent"},
    ),
    (
        "ru",
        "Не приехали двое: Садыр Жапаров из Киргизии и президент Молдавии Майя Санду.",
        {"Жапаров": "absent", "Санду": "absent"},
    ),
    (
        "ru",
        "Сказались больными президент Киргизии Садыр Жапаров и президент Молдавии Майя Санду.",
        {"Жапаров": "absent", "Санду": "absent"},
    ),
    (
        "ru",
        "Ни президента Киргизии Садыра Жапарова, ни президента Молдавии Майи Санду в зале не было.",
        {"Жапаров": "absent", "Санду": "absent"},
    ),
    (
        "ru",
        "Не хватало президента Киргизии Садыра Жапарова и президента Молдавии Майи Санду.",
        {"Жапаров": "absent", "Санду": "absent"},
    ),
    (
        "ru",
        "Президент Молдавии Майя Санду осталась дома, поручив представлять республику министру иностранных "
        "дел Нику Попеску.",
        {"Санду": "absent", "Попеску": "attended"},
    ),
    (
        "ru",
        "Президента Молдавии Майю Санду заменил министр иностранных дел Нику Попеску.",
        {"Санду": "absent", "Попеску": "attended"},
    ),
    (
        "ru",
        "Президент Молдавии Майя Санду прислала вместо себя министра иностранных дел Нику Попеску.",
        {"Санду": "absent", "Попеску": "attended"},
    ),
    (
        "ru",
        "Президент Молдавии Майя Санду от поездки отказалась.",
        {"Санду": "absent"},
    ),
    (
        "ru",
        "Отсутствие президента Молдавии Майи Санду никто не объяснил.",
        {"Санду": "absent"},
    ),
    (
        "en",
        "Nobody was missing: Sadyr Japarov, President of Kyrgyzstan, and Maia Sandu, President of Moldova, "
        "attended as well.",
        {"Japarov": "attended", "Sandu": "attended"},
    ),
    (
        "en",
        "Kyrgyz President Sadyr Japarov and Moldovan President Maia Sandu took part and regretted the "
        "absence of a common plan.",
        {"Japarov": "attended", "Sandu": "attended"},
    ),
    (
        "en",
        "Kyrgyz President Sadyr Japarov and Moldovan President Maia Sandu attended; what was missing was a "
        "joint statement.",
        {"Japarov": "attended", "Sandu": "attended"},
    ),
    (
        "en",
        "Kyrgyz President Sadyr Japarov, who had sent his foreign minister to the last summit, and Moldovan "
        "President Maia Sandu attended.",
        {"Japarov": "attended", "Sandu": "attended"},
    ),
    (
        "en",
        "Taking part were President of Kyrgyzstan Sadyr Japarov and President of Moldova Maia Sandu. "
        "Journalists were not admitted.",
        {"Japarov": "attended", "Sandu": "attended"},
    ),
    (
        "en",
        "Kyrgyz President Sadyr Japarov and Moldovan President Maia Sandu took part, although both had been unwell.",
        {"Japarov": "attended", "Sandu": "attended"},
    ),
    (
        "en",
        "President of Kyrgyzstan Sadyr Japarov attended and left it to the experts to finish the text. "
        "President of Moldova Maia Sandu spoke.",
        {"Japarov": "attended", "Sandu": "attended"},
    ),
    (
        "en",
        "In place of a declaration President of Kyrgyzstan Sadyr Japarov proposed a plan, and President of "
        "Moldova Maia Sandu agreed to it at the session.",
        {"Japarov": "attended", "Sandu": "attended"},
    ),
    (
        "en",
        "President of Kyrgyzstan Sadyr Japarov and President of Moldova Maia Sandu attended. Their ministers "
        "stayed at home.",
        {"Japarov": "attended", "Sandu": "attended"},
    ),
    (
        "en",
        "President of Kyrgyzstan Sadyr Japarov said at the summit that he could not miss it; President of "
        "Moldova Maia Sandu took part, too.",
        {"Japarov": "attended", "Sandu": "attended"},
    ),
    (
        "ru",
        "Никто не отсутствовал: участвовали и президент Киргизии Садыр Жапаров, и президент Молдавии Майя Санду.",
        {"Жапаров": "attended", "Санду": "attended"},
    ),
    (
        "ru",
        "В саммите участвовали президент Киргизии Садыр Жапаров и президент Молдавии Майя Санду. Не хватало "
        "только общего заявления.",
        {"Жапаров": "attended", "Санду": "attended"},
    ),
    (
        "ru",
        "Президент Киргизии Садыр Жапаров и президент Молдавии Майя Санду приняли участие и сожалели об "
        "отсутствии общего плана.",
        {"Жапаров": "attended", "Санду": "attended"},
    ),
    (
        "ru",
        "В саммите приняли участие президент Киргизии Садыр Жапаров, заменивший на посту Сооронбая "
        "Жээнбекова, и президент Молдавии Майя Санду.",
        {"Жапаров": "attended", "Санду": "attended"},
    ),
    (
        "ru",
        "Приехали президент Киргизии Садыр Жапаров и президент Молдавии Майя Санду. Министры их остались дома.",
        {"Жапаров": "attended", "Санду": "attended"},
    ),
    (
        "ru",
        "Вместо президента Киргизии Садыра Жапарова прилетели министр иностранных дел Жээнбек Кулубаев и Эдиль "
        "Байсалов, заместитель председателя правительства.",
        {"Жапаров": "absent", "Кулубаев": "attended", "Байсалов": "attended"},
    ),
    (
        "ru",
        "Приехали президент Киргизии Садыр Жапаров и президент Молдавии Майя Санду. Майю Санду коллеги "
        "пропустили вперед.",
        {"Жапаров": "attended", "Санду": "attended"},
    ),
    ("ru", "Президент Молдавии Майя Санду саммит пропустила.", {"Санду": "absent"}),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), WHO_CAME)
def test_who_is_missing_who_came_instead_and_who_was_there(
    language: str, sentence: str, expected: dict[str, str]
) -> None:
    rows = extract(language, SUMMIT[language] + sentence).attendances
    assert {name: {str(a.status) for a in rows if name in a.person} for name in expected} == {
        name: {status} for name, status in expected.items()
    }


PLANNED = {
    "en": "MINSK, May 13, 2022. The CIS summit was to open in Dushanbe on May 26. ",
    "ru": "МИНСК, 13 мая 2022 года. 26 мая в Душанбе должен был открыться саммит СНГ. ",
}


@pytest.mark.parametrize(
    ("language", "sentence", "status"),
    [(*row, status) for status in ("cancelled", "planned") for row in sentences("calling_off", status)],
)
def test_a_meeting_is_called_off_by_what_is_said_of_it_alone(language: str, sentence: str, status: str) -> None:
    found = extract(language, PLANNED[language] + sentence).meetings
    assert [m.status for m in found if m.organization == "CIS"][:1] == [status]


OPENING = {
    "en": "Bishkek, May 13, 2022. The CIS summit opens in Bishkek on Friday. ",
    "ru": "Бишкек, 13 мая 2022 года. Саммит СНГ открывается в Бишкеке в пятницу. ",
}
OFFICE_OF_GOROKHOV = [
    (
        "en",
        "It will be brief, Pavel Gorokhov let it be known; the Russian deputy prime minister named no cause.",
        ("deputy_head_of_government", "RU"),
    ),
    (
        "en",
        "Pavel Gorokhov expects little of it. The Russian deputy prime minister spoke of an old quarrel.",
        ("deputy_head_of_government", "RU"),
    ),
    (
        "en",
        "Pavel Gorokhov is an optimist: the Russian deputy prime minister counts on a full agreement.",
        ("deputy_head_of_government", "RU"),
    ),
    (
        "en",
        "No surprises are to be expected, the Russian leader's aide Pavel Gorokhov wrote.",
        ("presidential_staff", "RU"),
    ),
    (
        "en",
        "The dinner will be informal, President Vladimir Putin's spokesman Pavel Gorokhov told the press.",
        ("presidential_staff", "RU"),
    ),
    (
        "en",
        "Russia's president's adviser Pavel Gorokhov told the press so.",
        ("presidential_staff", "RU"),
    ),
    (
        "en",
        "The executive secretary of the CIS will be Pavel Gorokhov.",
        ("head_of_organization", "CIS"),
    ),
    (
        "en",
        "Ivan Ivanov becomes executive secretary of the CIS in place of Pavel Gorokhov.",
        ("head_of_organization", "CIS"),
    ),
    (
        "en",
        "Ivan Ivanov was elected executive secretary of the CIS instead of Pavel Gorokhov.",
        ("head_of_organization", "CIS"),
    ),
    (
        "ru",
        "Продлится он недолго, сообщил Павел Горохов; российский вице-премьер причин не назвал.",
        ("deputy_head_of_government", "RU"),
    ),
    (
        "ru",
        "Павел Горохов многого не ждет. Российский вице-премьер говорил о старом споре.",
        ("deputy_head_of_government", "RU"),
    ),
    (
        "ru",
        "Исполнительным секретарем СНГ вместо Павла Горохова станет Иван Иванов.",
        ("head_of_organization", "CIS"),
    ),
    (
        "en",
        "Pavel Gorokhov wrote in the newspaper that the Russian deputy prime minister was wrong.",
        None,
    ),
    (
        "en",
        "Pavel Gorokhov and Ivan Ivanov expect little of it. The Russian deputy prime minister spoke of an "
        "old quarrel.",
        None,
    ),
    (
        "en",
        "The book is by Pavel Gorokhov.\n\nThe Russian deputy prime minister spoke of an old quarrel.",
        None,
    ),
    (
        "en",
        "Pavel Gorokhov, a political scientist, thinks little of it. With him agrees the Russian deputy "
        "prime minister.",
        None,
    ),
    (
        "en",
        "In place of Pavel Gorokhov the executive secretary of the CIS opened the exhibition.",
        None,
    ),
    (
        "ru",
        "Павел Горохов написал в газете, что российский вице-премьер ошибается.",
        None,
    ),
    (
        "ru",
        "Книгу написали Павел Горохов и Иван Иванов. Российский вице-премьер говорил о старом споре.",
        None,
    ),
]


@pytest.mark.parametrize(("language", "sentence", "office"), OFFICE_OF_GOROKHOV)
def test_an_office_told_apart_from_the_name(language: str, sentence: str, office: tuple[str, str] | None) -> None:
    found = extract(language, OPENING[language] + sentence).people
    roles = [(r.office, r.represents) for p in found for r in p.roles if p.name.endswith(("Gorokhov", "Горохов"))]
    assert roles == ([office] if office else [])


MEETINGS_AROUND = [
    (
        "en",
        "The CIS Council of Foreign Ministers met in Minsk today. Vladimir Makei, the Belarusian "
        "foreign minister, and his Kazakh counterpart Mukhtar Tleuberdi took part. On Saturday they "
        "sit down over the rules of transit.",
        [
            ("CIS", "foreign_ministers", "2022-05-13", "Minsk", "held", "Makei Tleuberdi"),
            ("", "foreign_ministers", "2022-05-14", None, "planned", "Makei Tleuberdi"),
        ],
    ),
    (
        "en",
        "The CIS Council of Foreign Ministers met in Minsk today. Vladimir Makei, the Belarusian "
        "foreign minister, and his Kazakh counterpart Mukhtar Tleuberdi took part. On May 16 they "
        "are to talk in Almaty.",
        [
            ("CIS", "foreign_ministers", "2022-05-13", "Minsk", "held", "Makei Tleuberdi"),
            ("", "foreign_ministers", "2022-05-16", "Almaty", "planned", "Makei Tleuberdi"),
        ],
    ),
    (
        "en",
        "The CIS Council of Foreign Ministers met in Minsk today. Vladimir Makei, the Belarusian "
        "foreign minister, and his Kazakh counterpart Mukhtar Tleuberdi took part. On Friday, May "
        "20, the CIS has its summit in Bishkek.",
        [
            ("CIS", "foreign_ministers", "2022-05-13", "Minsk", "held", "Makei Tleuberdi"),
            ("CIS", "heads_of_state", "2022-05-20", "Bishkek", "planned", ""),
        ],
    ),
    (
        "en",
        "The CIS Council of Foreign Ministers met in Minsk today. Sirojiddin Muhriddin of "
        "Tajikistan had made the journey, Mukhtar Tleuberdi of Kazakhstan and Ararat Mirzoyan of "
        "Armenia. ",
        [("CIS", "foreign_ministers", "2022-05-13", "Minsk", "held", "Mirzoyan Muhriddin Tleuberdi")],
    ),
    (
        "en",
        "The CIS summit was held in Minsk today. Nikol Pashinyan, the Armenian prime minister, took "
        "part. President Emomali Rahmon of Tajikistan, at whose request they met, took the floor "
        "first. The summit after this one will be held in Bishkek on October 7.",
        [
            ("CIS", "heads_of_state", "2022-05-13", "Minsk", "held", "Pashinyan Rahmon"),
            ("CIS", "heads_of_state", "2022-10-07", "Bishkek", "planned", ""),
        ],
    ),
    (
        "en",
        "The CIS summit took place in Astana on May 12. President Kassym-Jomart Tokayev was the "
        "host. It was no summit of winners, people in Moscow thought.",
        [("CIS", "heads_of_state", "2022-05-12", "Astana", "held", "Tokayev")],
    ),
    (
        "en",
        "The SCO heads of government meet in Islamabad, the foreign ministry made public on Thursday. It "
        "runs for two days, May 25 and 26.",
        [("SCO", "heads_of_government", "2022-05-25", "Islamabad", "planned", "")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), MEETINGS_AROUND)
def test_meetings_around_the_one_reported(
    language: str, text: str, expected: list[tuple[str, str, str | None, str | None, str, str]]
) -> None:
    found = extract(language, f"MINSK, May 13, 2022. {text}")
    rows = []
    for meeting in found.meetings:
        people = sorted(a.person.split()[-1] for a in found.attendances if a.meeting_id == meeting.id)
        body, level, status = meeting.organization or "", str(meeting.level), str(meeting.status)
        rows.append((body, level, meeting.start, meeting.city, status, " ".join(people)))
    assert sorted(rows, key=str) == sorted(expected, key=str)


ON_THE_AGENDA = [
    (
        "en",
        "What they want to talk over is a strategy of digital trade until 2030.",
        ["strategy of digital trade until 2030"],
    ),
    (
        "en",
        "On the table are agreements on the fight against smuggling and on the exchange of students.",
        ["agreement on the fight against smuggling", "agreement on the exchange of students"],
    ),
    (
        "en",
        "On the table lies an agreement on fighting smuggling and drugs.",
        ["agreement on fighting smuggling and drugs"],
    ),
    (
        "en",
        "Moldova put on the table a plan for a common customs service.",
        ["plan for a common customs service"],
    ),
    (
        "en",
        "A convention on the peaceful use of nuclear power is lined up.",
        ["convention on the peaceful use of nuclear power"],
    ),
    (
        "en",
        "The secretary general will report to those present on a draft convention on river traffic.",
        ["convention on river traffic"],
    ),
    (
        "en",
        "They have before them a programme of cooperation in tourism.",
        ["programme of cooperation in tourism"],
    ),
    (
        "en",
        "A statement on the fight against drugs has been agreed in draft.",
        ["statement on the fight against drugs"],
    ),
    (
        "en",
        "There is to be talk of a protocol on the transit of gas.",
        ["protocol on the transit of gas"],
    ),
    (
        "en",
        "A protocol on the transit of gas awaits the leaders.",
        ["protocol on the transit of gas"],
    ),
    (
        "en",
        "The main item is a strategy of digital development until 2030.",
        ["strategy of digital development until 2030"],
    ),
    (
        "ru",
        "На столе лежат соглашения о борьбе с контрабандой и о сотрудничестве в образовании.",
        ["соглашение о борьбе с контрабандой", "соглашение о сотрудничестве в образовании"],
    ),
    (
        "ru",
        "Хозяин положил на стол концепцию реформы таможенной службы.",
        ["концепция реформы таможенной службы"],
    ),
    (
        "ru",
        "Лидерам предстоит поговорить о стратегии экономического развития до 2030 года.",
        ["стратегия экономического развития до 2030 года"],
    ),
    (
        "en",
        "The agreement on free trade has been in force for ten years.",
        [],
    ),
    (
        "en",
        "There was talk of an agreement.",
        [],
    ),
    (
        "en",
        "The table with the flags stood under the declaration of independence.",
        [],
    ),
    (
        "en",
        "The presidents talked over the war and the price of gas.",
        [],
    ),
    (
        "en",
        "Before them lay a strategy for hard times.",
        [],
    ),
]


@pytest.mark.parametrize(("language", "sentence", "titles"), ON_THE_AGENDA)
def test_documents_that_await_those_who_meet_are_planned(language: str, sentence: str, titles: list[str]) -> None:
    found = extract(language, OPENING[language] + sentence).agreements
    assert [(a.title, a.status) for a in found] == [(title, "planned") for title in titles]


TOLD_OF = [
    ("en", "Uzbekistan's Vladimir Norov held it against his colleagues that little had been done.", True),
    ("en", "Foreign Minister of Uzbekistan Vladimir Norov could not hide his impatience.", True),
    ("en", "The council congratulated Foreign Minister of Uzbekistan Vladimir Norov on his birthday.", False),
    ("en", "A message from Foreign Minister of Uzbekistan Vladimir Norov was read out.", False),
    ("ru", "Министр иностранных дел Узбекистана Владимир Норов упрекнул коллег в медлительности.", True),
    ("ru", "Министр иностранных дел Узбекистана Владимир Норов не скрывал нетерпения.", True),
    ("ru", "Совет поздравил министра иностранных дел Узбекистана Владимира Норова с днем рождения.", False),
    ("ru", "Было зачитано послание министра иностранных дел Узбекистана Владимира Норова.", False),
]


@pytest.mark.parametrize(("language", "sentence", "was_there"), TOLD_OF)
def test_officials_of_the_level_of_whom_the_report_tells_were_there(
    language: str, sentence: str, was_there: bool
) -> None:
    found = extract(language, SESSION[language] + sentence)
    told = [a for a in found.attendances if a.person.split()[-1] in ("Norov", "Норов")]
    assert [(a.office, a.represents, a.status) for a in told] == (
        [("foreign_minister", "UZ", "attended")] if was_there else []
    )


# who sits together, as organization, level and status of the meetings
JOINT = [
    ("ru", "Совместное заседание СМИД, СМО и КССБ ОДКБ прошло в Ереване.", [("CSTO", "mixed", "held")]),
    (
        "ru",
        "В Ереване прошло совместное заседание Совета министров иностранных дел, Совета министров обороны и Комитета "
        "секретарей советов безопасности ОДКБ.",
        [("CSTO", "mixed", "held")],
    ),
    (
        "ru",
        "Министры иностранных дел, министры обороны и секретари советов безопасности государств – членов ОДКБ провели "
        "в Ереване совместное заседание.",
        [("CSTO", "mixed", "held")],
    ),
    (
        "ru",
        "27 мая в Ереване пройдет совместное заседание министров иностранных дел и министров обороны стран СНГ.",
        [("CIS", "mixed", "planned")],
    ),
    (
        "ru",
        "27 мая Сенат примет совместное заседание Совета и девятнадцатое пленарное заседание Парламентской Ассамблеи "
        "ОДКБ.",
        [("CSTO", "parliament", "planned")],
    ),
    ("ru", "В Душанбе прошло совместное заседание СМИД ОДКБ и СМИД ШОС.", [(None, "foreign_ministers", "held")]),
    (
        "ru",
        "3 мая в Бишкеке прошли заседания СМИД и СМО ОДКБ.",
        [("CSTO", "foreign_ministers", "held"), ("CSTO", "defence_ministers", "held")],
    ),
    (
        "ru",
        "3 мая в Минске прошло заседание СМИД СНГ, а 25 мая в Астане соберется СМО СНГ.",
        [("CIS", "foreign_ministers", "held"), ("CIS", "defence_ministers", "planned")],
    ),
    (
        "ru",
        "Межгосударственный совет Евразийского экономического сообщества заседал в Астане.",
        [("EurAsEC", "heads_of_state", "held")],
    ),
    (
        "ru",
        "Межгоссовет ЕврАзЭС на уровне глав правительств заседал в Астане.",
        [("EurAsEC", "heads_of_government", "held")],
    ),
    (
        "en",
        "A joint session of the CSTO Council of Foreign Ministers, the Council of Defence Ministers and the Committee "
        "of Secretaries of Security Councils was held in Yerevan.",
        [("CSTO", "mixed", "held")],
    ),
    (
        "en",
        "The foreign ministers, defence ministers and secretaries of security councils of the CSTO held a joint "
        "session in Yerevan.",
        [("CSTO", "mixed", "held")],
    ),
    (
        "en",
        "On May 27 the Senate will host a joint session of the Council and the 19th plenary session of the CSTO "
        "Parliamentary Assembly.",
        [("CSTO", "parliament", "planned")],
    ),
    (
        "en",
        "A joint meeting of the SCO foreign ministers and the CSTO foreign ministers took place in Dushanbe.",
        [(None, "foreign_ministers", "held")],
    ),
    (
        "en",
        "The CIS Council of Foreign Ministers met in Minsk on May 3 and the CIS Council of Defence Ministers on May 4.",
        [("CIS", "foreign_ministers", "held"), ("CIS", "defence_ministers", "held")],
    ),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), JOINT)
def test_bodies_that_sit_together_are_one_meeting_and_others_are_not(
    language: str, sentence: str, expected: list[tuple[str | None, str, str]]
) -> None:
    found = extract(language, sentence).meetings
    assert [(m.organization, m.level, m.status) for m in found] == expected


# what somebody does at the session that the sentence before tells of
FUNCTIONS = [
    ("ru", "Делегацию Узбекистана возглавляет министр иностранных дел Владимир Норов.", "participant"),
    (
        "ru",
        "Приехала и делегация, которую возглавляет министр иностранных дел Узбекистана Владимир Норов.",
        "participant",
    ),
    ("ru", "Заседание возглавляет министр иностранных дел Узбекистана Владимир Норов.", "chair"),
    ("ru", "Председательствует министр иностранных дел Узбекистана Владимир Норов.", "chair"),
    ("ru", "Вести его будет министр иностранных дел Узбекистана Владимир Норов.", "chair"),
    ("en", "The delegation that Foreign Minister of Uzbekistan Vladimir Norov heads took part as well.", "participant"),
    ("en", "Foreign Minister of Uzbekistan Vladimir Norov chairs it.", "chair"),
    ("en", "Foreign Minister of Uzbekistan Vladimir Norov chairs the session.", "chair"),
]


@pytest.mark.parametrize(("language", "sentence", "function"), FUNCTIONS)
def test_to_head_a_delegation_is_not_to_chair(language: str, sentence: str, function: str) -> None:
    found = extract(language, SESSION[language] + sentence).attendances
    assert [a.function for a in found if a.person.split()[-1] in ("Norov", "Норов")] == [function]


BESIDE = {
    "en": "ASTANA, July 4, 2024. The summit of the Shanghai Cooperation Organisation was held in Astana on Thursday. "
    "Kazakh President Kassym-Jomart Tokayev chaired it. On the sidelines Tokayev met with UN Secretary-General António "
    "Guterres. ",
    "ru": "АСТАНА, 4 июля 2024 года. В четверг в Астане состоялся саммит Шанхайской организации сотрудничества. Его "
    "вел президент Казахстана Касым-Жомарт Токаев. На полях саммита Токаев встретился с генеральным секретарем ООН "
    "Антониу Гутерришем. ",
}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The next summit will take place in China in 2025."),
        ("en", "The next meeting of the heads of state will be held in China in 2025."),
        ("en", "In 2025 the leaders will gather in China."),
        ("en", "The chair passes to China, where the summit of 2025 will be held."),
        ("ru", "Следующий саммит пройдет в Китае в 2025 году."),
        ("ru", "Следующая встреча глав государств состоится в Китае в 2025 году."),
        ("ru", "Председательство перешло к Китаю, который примет саммит в 2025 году."),
        ("ru", "Саммит будущего года примет Китай."),
    ],
)
def test_the_next_summit_is_not_that_of_two_who_met_beside_one(language: str, sentence: str) -> None:
    found = rows.extract(language, BESIDE[language] + sentence, dt.date(2024, 7, 4))
    _, talks, following = found.meetings
    assert (talks.organization, talks.status) == (None, "held")
    assert (following.organization, following.country, following.start) == ("SCO", "CN", "2025")
    assert {a.meeting_id for a in found.attendances if a.status == "expected"} == set()


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("didn't attend", "absent"),
        ("didn’t attend", "absent"),
        ("won't be at", "absent"),
        ("can't attend", "absent"),
        ("wasn't at", "absent"),
        ("never came to", "absent"),
        ("hadn't arrived at", "absent"),
        ("doesn't want to attend", "absent"),
        ("didn't leave", "attended"),
        ("did not only attend but spoke at", "attended"),
    ],
)
def test_short_forms_deny_attendance_as_long_ones_do(said: str, status: str) -> None:
    text = (
        "MINSK, May 13, 2022. The CIS summit was held in Minsk on Friday. President Emomali Rahmon of Tajikistan "
        f"chaired it. President Ilham Aliyev of Azerbaijan {said} the summit."
    )
    found = {a.person: a.status for a in extract("en", text).attendances}
    assert found == {"Emomali Rahmon": "attended", "Ilham Aliyev": status}


def after_introduction(name: str, key: str) -> list[tuple[str, str, dt.date]]:
    """Language, text and day of publication of the sentences of a file, each after its introduction."""
    cases = battery(name)["case"]
    return [(c["language"], c["introduction"] + sentence, c["published"]) for c in cases for sentence in c[key]]


def groups(language: str, text: str, published: dt.date) -> list[set[str]]:
    found = rows.extract(language, text, published)
    people = [{a.person.split()[-1] for a in found.attendances if a.meeting_id == m.id} for m in found.meetings]
    return [p for p in people if p]


@pytest.mark.parametrize(("language", "text", "published"), after_introduction("series", "sentences"))
def test_talks_of_one_with_several_are_one_meeting_each(language: str, text: str, published: dt.date) -> None:
    found = groups(language, text, published)
    assert [len(group) for group in found] == [2, 2, 2]
    assert len(set.intersection(*found)) == 1


def who_met(key: str, expected: str) -> list[tuple[str, str, dt.date, list[list[str]]]]:
    """The rows of a key of the sentences about talks, with the surnames of those who met."""
    cases = battery("talks")["case"]
    return [
        (c["language"], c["introduction"] + sentence, c["published"], c[expected]) for c in cases for sentence in c[key]
    ]


@pytest.mark.parametrize(
    ("language", "text", "published", "met"), who_met("sentences", "met") + who_met("none", "not_met")
)
def test_who_met_whom_however_it_is_told(language: str, text: str, published: dt.date, met: list[list[str]]) -> None:
    found = sorted(sorted(group) for group in groups(language, text, published))
    assert found == sorted(sorted(group) for group in met)


@pytest.mark.parametrize(("language", "text", "published"), after_introduction("series", "together"))
def test_talks_of_three_are_one_meeting(language: str, text: str, published: dt.date) -> None:
    assert [len(group) for group in groups(language, text, published)] == [3]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "In the Kyrgyz town of Isfana, on March 31, Presidents Sadyr Japarov of Kyrgyzstan and Emomali Rahmon of "
            "Tajikistan held talks.",
            [(None, "Isfana", "2022-03-31", "held")],
        ),
        (
            "en",
            "In the Russian city of Sochi, on May 9, Presidents Putin of Russia and Rahmon of Tajikistan "
            "held talks. Such a meeting had long been asked for.",
            [(None, "Sochi", "2022-05-09", "held")],
        ),
        (
            "ru",
            "На 20 мая, когда в Душанбе встретятся главы государств СНГ, президент Молдавии Санду отпуска не берет.",
            [("CIS", "Dushanbe", "2022-05-20", "planned")],
        ),
        (
            "ru",
            "Сергей Шойгу – председатель Совета министров обороны СНГ. Выбрали его 12 мая в Москве, на 80-м заседании "
            "совета.",
            [("CIS", "Moscow", "2022-05-12", "held")],
        ),
        (
            "en",
            "The CIS Council of Heads of Government met in Minsk on May 12. Its next session is scheduled for November "
            "2022 in Astana.",
            [("CIS", "Minsk", "2022-05-12", "held"), ("CIS", "Astana", "2022-11", "planned")],
        ),
        (
            "ru",
            "Саммит СНГ прошел 12 мая в Минске. Открыл его президент Белоруссии Александр Лукашенко. Затем заседал "
            "Высший Евразийский экономический совет: на нем выступил президент Казахстана Касым-Жомарт Токаев.",
            [("CIS", "Minsk", "2022-05-12", "held"), ("EAEU", "Minsk", "2022-05-12", "held")],
        ),
        (
            "ru",
            "Саммит СНГ прошел 12 мая в Минске. Открыл его президент Белоруссии Александр Лукашенко. На саммите ОДКБ в "
            "Ереване президент Казахстана Касым-Жомарт Токаев говорил о том же.",
            [("CIS", "Minsk", "2022-05-12", "held"), ("CSTO", "Yerevan", None, "held")],
        ),
        (
            "en",
            "MINSK, May 13, 2022 – It was raining on Thursday. Nobody in Minsk complained. The streets were empty. "
            "The CIS Council of Heads of Government left its mark.\n\nThe heads of government held "
            "their session in the library.",
            [("CIS", "Minsk", "2022-05-12", "held")],
        ),
        (
            "en",
            "MINSK, May 13, 2022. Not one of the premiers left home on Thursday, and still the CIS Council of Heads of "
            "Government held its session by video.",
            [("CIS", None, "2022-05-12", "held")],
        ),
        (
            "en",
            "The Forum of Regions of Kazakhstan and Russia opened in Omsk on May 12. Next year the forum is to be "
            "hosted by Astana.",
            [(None, "Omsk", "2022-05-12", "held"), (None, "Astana", "2023", "planned")],
        ),
        (
            "ru",
            "Форум регионов Казахстана и России открылся в Омске 12 мая. В следующем году форум пройдет в Астане.",
            [(None, "Omsk", "2022-05-12", "held"), (None, "Astana", "2023", "planned")],
        ),
        (
            "en",
            "The CIS Council of Heads of Government met in Minsk on May 12. The previous session was held in Moscow on "
            "November 12, 2021; the next one is to be hosted by Astana in November.",
            [
                ("CIS", "Minsk", "2022-05-12", "held"),
                ("CIS", "Moscow", "2021-11-12", "held"),
                ("CIS", "Astana", "2022-11", "planned"),
            ],
        ),
        (
            "en",
            "The foreign ministers of Russia and Armenia, the ministry said, will meet in Yerevan in a week.",
            [(None, "Yerevan", "2022-05-20", "planned")],
        ),
        (
            "ru",
            "Министры иностранных дел России и Армении встретятся в Ереване через неделю.",
            [(None, "Yerevan", "2022-05-20", "planned")],
        ),
        ("ru", "Президенту Узбекистана Шавкату Мирзиёеву пришла телеграмма, ее подписал президент России Путин.", []),
        ("en", "A telegram to President Shavkat Mirziyoyev of Uzbekistan was signed by President Putin of Russia.", []),
    ],
)
def test_meetings_by_place_day_and_status(
    language: str, text: str, expected: list[tuple[str | None, str | None, str | None, str]]
) -> None:
    found = extract(language, text).meetings
    assert [(m.organization, m.city, m.start, m.status.value) for m in found] == expected


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        (
            "President Vladimir Putin stays in Moscow. His visit to Turkey has been postponed. The CIS summit in "
            "Astana on "
            "May 20 has not been called off.",
            [("visit", "cancelled", None), ("summit", "planned", "2022-05-20")],
        ),
        (
            "President Vladimir Putin told reporters that his visit to Turkey, for which May 20 was the date, "
            "has been put "
            "off.",
            [("visit", "cancelled", "2022-05-20")],
        ),
        (
            "President Vladimir Putin stays in Moscow. His first visit to Turkey was called off on Wednesday.",
            [("visit", "cancelled", None)],
        ),
        (
            "No CIS summit in Minsk on May 20, the Kremlin said. The regular summit is now set for October 14.",
            [("summit", "cancelled", "2022-05-20"), ("summit", "planned", "2022-10-14")],
        ),
        ("No informal CIS summit on May 20.", [("summit", "cancelled", "2022-05-20")]),
        ("No CIS summit in Minsk on May 12 had ever been so short.", [("summit", "held", "2022-05-12")]),
        (
            "For some of those who met in Astana yesterday it was the last CIS summit. President Emomali Rahmon "
            "hosted the "
            "summit of the Commonwealth.",
            [("summit", "held", "2022-05-12")],
        ),
        (
            "At the CIS summit in Astana on May 12 President Emomali Rahmon took the chair. The last CIS summit "
            "was held in "
            "Minsk in March.",
            [("summit", "held", "2022-05-12"), ("summit", "held", "2022-03")],
        ),
        (
            "Deputy Prime Minister Igor Petrishenko represents Belarus in the Council of the Eurasian Economic "
            "Commission.",
            [],
        ),
        (
            "Deputy Prime Minister Igor Petrishenko represented Belarus in the Council of the Eurasian Economic "
            "Commission "
            "on May 12.",
            [("Council", "held", "2022-05-12")],
        ),
    ],
)
def test_what_is_put_off_and_what_goes_on_beside_it(text: str, meetings: list[tuple[str, str, str | None]]) -> None:
    found = extract("en", text).meetings
    assert [(m.status, m.start) for m in found] == [(status, start) for _, status, start in meetings]
    assert all(word in m.name for m, (word, _, _) in zip(found, meetings, strict=True))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Two presidents did not come to the CIS summit in Moscow on Friday. One was Emomali Rahmon of "
            "Tajikistan. The "
            "other, Azerbaijan's Ilham Aliyev, disliked the date. President Vladimir Putin chaired the summit.",
            {"Rahmon": "absent", "Aliyev": "absent", "Putin": "attended"},
        ),
        (
            "Two presidents stayed away from the CIS summit in Moscow on Friday: one was Tajik President Emomali "
            "Rahmon, "
            "the other President Ilham Aliyev of Azerbaijan.",
            {"Rahmon": "absent", "Aliyev": "absent"},
        ),
        (
            "Two presidents spoke at the CIS summit in Moscow on Friday. One was Tajik President Emomali Rahmon. "
            "The other "
            "was President Ilham Aliyev.",
            {"Rahmon": "attended", "Aliyev": "attended"},
        ),
        (
            "President Vladimir Putin had Azerbaijan's Ilham Aliyev as his guest in Sochi on Monday.",
            {"Putin": "attended", "Aliyev": "attended"},
        ),
        ("The university had President Vladimir Putin as its guest of honour.", {}),
        (
            "President Vladimir Putin had first a brief word with Tajik President Emomali Rahmon between four eyes.",
            {"Putin": "attended", "Rahmon": "attended"},
        ),
    ],
)
def test_who_of_several_stayed_away_and_who_was_whose_guest(text: str, people: dict[str, str]) -> None:
    assert {a.person.split()[-1]: a.status for a in extract("en", text).attendances} == people


@pytest.mark.parametrize(
    ("said", "office"),
    [
        ("Ukraine's foreign minister and CIS secretary Sergei Lebedev", ("head_of_organization", "CIS")),
        ("The foreign minister of Ukraine and CIS Executive Secretary Sergei Lebedev", ("head_of_organization", "CIS")),
        ("Kazakhstan's foreign minister and OSCE chairman Marat Tazhin", ("foreign_minister", "KZ")),
    ],
)
def test_a_minister_of_a_state_and_the_secretary_of_a_body_are_two(said: str, office: tuple[str, str]) -> None:
    found = extract("en", f"{said} attended the CIS summit in Minsk on Friday.").attendances
    assert office in {(str(a.office), a.represents) for a in found if a.person.split()[-1] in said}
    assert len({(str(a.office), a.represents) for a in found if a.person.split()[-1] in said}) == 1


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "На саммит СНГ в Москве в пятницу не приехали двое. Один – президент Таджикистана Эмомали Рахмон, другой – "
            "президент Азербайджана Ильхам Алиев.",
            {"Рахмон": "absent", "Алиев": "absent"},
        ),
        (
            "На саммите СНГ в Москве в пятницу выступили двое. Один из них – президент Таджикистана Эмомали Рахмон, "
            "другой – президент Азербайджана Ильхам Алиев.",
            {"Рахмон": "attended", "Алиев": "attended"},
        ),
    ],
)
def test_who_of_several_stayed_away_is_told_alike_in_russian(text: str, people: dict[str, str]) -> None:
    assert {a.person.split()[-1]: a.status for a in extract("ru", text).attendances} == people


@pytest.mark.parametrize(
    ("language", "text", "published", "status"),
    [
        (*row, status)
        for key, status in (("attended", "attended"), ("absent", "absent"), ("neither", None))
        for row in after_introduction("turnout", key)
    ],
)
def test_whether_somebody_was_there(language: str, text: str, published: dt.date, status: str | None) -> None:
    found = rows.extract(language, text, published).attendances
    assert next((a.status for a in found if "Mirzoyan" in a.person or "Мирзоян" in a.person), None) == status


@pytest.mark.parametrize("said", ["подписано не было", "подписать не удалось"])
def test_what_is_denied_of_a_document_is_not_denied_of_the_talks_before(said: str) -> None:
    found = extract(
        "ru",
        "Председатель КНР Си Цзиньпин и президент Узбекистана Шавкат Мирзиёев провели 12 мая переговоры в Самарканде. "
        f"Соглашение о свободной торговле {said}.",
    )
    assert [(m.city, m.status) for m in found.meetings] == [("Samarkand", "held")]
    assert {a.status for a in found.agreements} <= {"rejected", "planned"}


@pytest.mark.parametrize(("language", "text", "published"), after_introduction("turnout", "not_absent"))
def test_nobody_is_absent_who_did_not_do_something_else(language: str, text: str, published: dt.date) -> None:
    assert "absent" not in {a.status for a in rows.extract(language, text, published).attendances}


@pytest.mark.parametrize("row", battery("headlines")["people"], ids=lambda row: str(row[0]))
def test_the_verb_of_a_headline_in_capitals_is_no_name(row: list[str]) -> None:
    headline, *names = row
    assert sorted(person.name for person in extract("en", headline).people) == sorted(names)


@pytest.mark.parametrize("status", ["planned", "held"])
def test_an_infinitive_after_its_subject_announces(status: str) -> None:
    for sentence in battery("headlines")[status]:
        assert [str(m.status) for m in extract("en", str(sentence)).meetings] == [status], sentence


@pytest.mark.parametrize(("language", "sentence"), sentences("no_meeting", "none"))
def test_a_room_or_a_ceremony_is_no_meeting(language: str, sentence: str) -> None:
    assert extract(language, sentence).meetings == ()


@pytest.mark.parametrize(("language", "sentence"), sentences("no_meeting", "group"))
def test_a_group_that_met_somebody_is_not_the_one_named_before(language: str, sentence: str) -> None:
    found = extract(language, sentence)
    met = {m.id for m in found.meetings if "bilateral" in m.format and "visit" not in m.format}
    assert [a.person for a in found.attendances if a.meeting_id in met] == []


UNDATED = [
    "В пятницу в Ашхабаде прошло заседание Совета глав правительств СНГ. "
    "Следующее заседание Совета глав правительств СНГ пройдёт 29 мая 2015 года в Астане.",
    "Следующее заседание Совета глав правительств СНГ пройдёт 29 мая 2015 года в Астане. "
    "В пятницу в Ашхабаде прошло заседание совета.",
    "On Friday the CIS Council of Heads of Government held a session in Ashgabat. "
    "The next session of the CIS Council of Heads of Government will be held on May 29, 2015 in Astana.",
]


@pytest.mark.parametrize("text", UNDATED)
def test_a_report_without_a_day_of_its_own_takes_none_from_a_session_to_come(text: str) -> None:
    found = {m.city: (m.start, str(m.status)) for m in cisner.extract(text).meetings}
    assert found == {"Ashgabat": (None, "held"), "Astana": ("2015-05-29", "planned")}


def test_the_meeting_that_is_over_is_not_the_summit_talked_about_at_it() -> None:
    text = (
        "Kazakh President Nursultan Nazarbayev received Sergei Sobyanin, head of the Russian presidential "
        "administration, in Astana. The informal CIS summit, which will be held in St. Petersburg next month, was "
        "talked about. The course of bilateral ties was discussed at the meeting."
    )
    found = extract("en", text)
    assert {m.city: str(m.status) for m in found.meetings} == {"Astana": "held", "Saint Petersburg": "planned"}


def test_a_verb_before_a_surname_is_no_given_name() -> None:
    text = "Премьер-министр Армении Овик Абрамян прилетел в Москву. Ждёт Абрамяна разговор с Дмитрием Медведевым."
    assert [p.name for p in extract("ru", text).people if "Абрамян" in p.name] == ["Овик Абрамян"]


@pytest.mark.parametrize(("language", "sentence"), sentences("no_meeting", "only_first"))
def test_who_welcomes_a_guest_or_names_a_place_does_not_attend(language: str, sentence: str) -> None:
    found = extract(language, sentence)
    assert {a.person for a in found.attendances} == {found.people[0].name}


def test_one_who_joins_by_video_does_not_make_it_a_videoconference() -> None:
    text = (
        "The CIS summit was held in Astana. It was attended by President of Kazakhstan Kassym-Jomart Tokayev and "
        "President of Kyrgyzstan Sadyr Japarov. Belarusian President Alexander Lukashenko took part via video link."
    )
    found = extract("en", text)
    assert [m.format for m in found.meetings] == [()]
    assert {a.person for a in found.attendances if a.mode} == {"Alexander Lukashenko"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Prime Minister of Hungary Viktor Orban met President of the Turkish Republic of Northern Cyprus Ersin "
         "Tatar.", "Ersin Tatar"),
        ("en", "Prime Minister of Hungary Viktor Orban met President of Abkhazia Aslan Bzhania.", "Aslan Bzhania"),
        ("ru", "В саммите участвовали премьер-министр Венгрии Виктор Орбан и президент Абхазии Аслан Бжания.",
         "Аслан Бжания"),
    ],
)  # fmt: skip
def test_a_disputed_territory_takes_no_state_from_its_neighbours(language: str, text: str, name: str) -> None:
    (role,) = next(p for p in extract(language, text).people if p.name == name).roles
    assert role.represents is None


@pytest.mark.parametrize(("language", "sentence"), sentences("modality", "none"))
def test_what_is_only_wished_for_is_no_meeting(language: str, sentence: str) -> None:
    assert extract(language, sentence).meetings == ()


@pytest.mark.parametrize(("language", "sentence"), sentences("modality", "not_yet"))
def test_what_may_come_lies_ahead(language: str, sentence: str) -> None:
    found = extract(language, sentence)
    assert [str(m.status) for m in found.meetings] == ["planned"]
    assert {str(a.status) for a in found.attendances} <= {"expected"}


@pytest.mark.parametrize(("language", "sentence"), sentences("modality", "held"))
def test_a_wish_beside_a_meeting_leaves_it_held(language: str, sentence: str) -> None:
    assert [str(m.status) for m in extract(language, sentence).meetings].count("held") == 1


@pytest.mark.parametrize(("language", "sentence"), sentences("modality", "cancelled"))
def test_talks_that_came_to_nothing_are_cancelled(language: str, sentence: str) -> None:
    assert [str(m.status) for m in extract(language, sentence).meetings] == ["cancelled"]


def test_the_day_of_an_arrival_is_not_that_of_the_session_there() -> None:
    text = (
        "Russian Defense Minister Sergei Shoigu arrived in Tashkent on Tuesday, where a meeting of the SCO defense "
        "ministers will be held on Wednesday."
    )
    found = cisner.extract(text, published="2022-08-23")
    assert {(m.organization, m.start, str(m.status)) for m in found.meetings} == {
        ("SCO", "2022-08-24", "planned"),
        (None, "2022-08-23", "held"),
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Council of Ministers of the Economic Cooperation Organization met in Dushanbe."),
        ("en", "The Economic Cooperation Organization Council of Ministers met in Dushanbe."),
        ("ru", "Заседание Совета министров Организации экономического сотрудничества прошло в Душанбе."),
    ],
)
def test_the_name_of_a_council_may_have_that_of_its_body_in_full(language: str, text: str) -> None:
    assert [(m.organization, m.level) for m in extract(language, text).meetings] == [("ECO", "foreign_ministers")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Foreign Minister of Russia Sergey Lavrov came to Minsk for the CIS summit."),
        ("en", "Minister of Transport Maksim Sokolov of Russia arrived in Minsk for the CIS summit."),
        ("ru", "Министр иностранных дел России Сергей Лавров прибыл в Минск на саммит СНГ."),
    ],
)
def test_who_comes_to_a_city_for_a_summit_is_on_no_visit_of_his_own(language: str, text: str) -> None:
    found = extract(language, text)
    assert [(m.organization, m.level, m.city) for m in found.meetings] == [("CIS", "heads_of_state", "Minsk")]
    assert [a.meeting_id for a in found.attendances] == [found.meetings[0].id]
