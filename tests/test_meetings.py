"""Meetings and attendance that follow from how a report is told, in ten wordings rather than one."""

import datetime as dt
from functools import cache

import pytest

from cisner.extractor import Extractor
from cisner.records import Extraction
from cisner.report import Report

SESSION = {
    "en": "DUSHANBE, May 13, 2022. The CIS Council of Foreign Ministers held a session in Dushanbe on Friday. Taking "
    "part were the foreign ministers of Russia Sergey Lavrov, of Tajikistan Sirojiddin Muhriddin and of Armenia Ararat "
    "Mirzoyan.\n\n",
    "ru": "ДУШАНБЕ, 13 мая 2022 года. Совет министров иностранных дел СНГ провел в пятницу заседание в Душанбе. В нем "
    "приняли участие министры иностранных дел России Сергей Лавров, Таджикистана Сироджиддин Мухриддин и Армении "
    "Арарат Мирзоян.\n\n",
}
NEXT = [
    ("en", "The next session will be held in Astana in October."),
    ("en", "Where next? To Astana, in October, for the regular session."),
    ("en", "The following meeting is to take place in Astana on October 12."),
    ("en", "The ministers will meet again in Astana in October."),
    ("en", "They will see each other again in Astana on October 12."),
    ("en", "Their next meeting is scheduled for October 12 in Astana."),
    ("en", "Astana will host the next session in October."),
    ("en", "The date of October 12 was named for the next meeting, which will take place in Astana."),
    ("en", "The council is to reconvene in Astana in October."),
    ("en", "October 12 and Astana are the date and the place of the next meeting."),
    ("ru", "Следующее заседание пройдет в Астане в октябре."),
    ("ru", "Очередное заседание Совета состоится в Астане 12 октября."),
    ("ru", "Следующая встреча министров намечена на октябрь в Астане."),
    ("ru", "Следующее, осеннее, заседание министры проведут 12 октября в Астане."),
    ("ru", "В следующий раз министры соберутся в Астане в октябре."),
    ("ru", "Местом следующей встречи избрана Астана, дата – 12 октября."),
    ("ru", "Договорились вновь собраться в Астане 12 октября."),
    ("ru", "Очередное заседание Совета – в октябре в Астане."),
    ("ru", "Принято решение о проведении очередного заседания СМИД в г. Астана 12 октября 2022 года."),
    ("ru", "Стороны условились провести следующее заседание в Астане в октябре."),
]
NO_NEXT = [
    ("en", "The previous session took place in Minsk in October."),
    ("en", "The ministers thanked their hosts for the work that was done in Dushanbe."),
    ("ru", "Предыдущее заседание прошло в Минске в октябре."),
    ("ru", "Министры поблагодарили хозяев за то, что сделано в Душанбе."),
]


@cache
def extractor() -> Extractor:
    return Extractor()


def extract(language: str, text: str) -> Extraction:
    report = Report(id="x", text=text, published=dt.date(2022, 5, 13), language=language)  # type: ignore[arg-type]
    return extractor().extract(report)


@pytest.mark.parametrize(("language", "sentence"), NEXT)
def test_the_next_session_is_a_planned_meeting_of_the_same_council(language: str, sentence: str) -> None:
    _, following = extract(language, SESSION[language] + sentence).meetings
    assert (following.organization, following.level, following.status) == ("CIS", "foreign_ministers", "planned")
    assert following.city == "Astana"
    assert (following.start or "").startswith("2022-10")


@pytest.mark.parametrize(("language", "sentence"), NO_NEXT)
def test_no_meeting_is_planned_where_none_is_announced(language: str, sentence: str) -> None:
    found = extract(language, SESSION[language] + sentence)
    assert [m.status for m in found.meetings if m.status == "planned"] == []
    assert {a.status for a in found.attendances} == {"attended"}


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
