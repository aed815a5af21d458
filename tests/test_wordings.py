"""Who stands for which state, and who was with whom, in several wordings of a construction and in look-alikes."""

import datetime as dt

import pytest

import rows
from cisner.records import Extraction

# text, and the states that its people stand for
STATES = [
    (
        "en",
        "The labor ministers met in Baku. Deputies came, too: Uzbekistan with Deputy Minister of Employment Sirojiddin "
        "Bobokulov, Kazakhstan with Deputy Minister of Labor Viktoriya Shegay.",
        {"Sirojiddin Bobokulov": "UZ", "Viktoriya Shegay": "KZ"},
    ),
    (
        "ru",
        "Остальные обошлись заместителями: Киргизия – первым заместителем министра труда Камчыбеком Досматовым, "
        "Узбекистан – заместителем министра занятости Сироджиддином Бобокуловым.",
        {"Камчыбек Досматов": "KG", "Сироджиддин Бобокулов": "UZ"},
    ),
    (
        "ru",
        "На саммит ждут троих руководителей стран совета:\n – Ильхам Алиев (Азербайджан);\n – Нурсултан Назарбаев "
        "(Казахстан);\n – Реджеп Тайип Эрдоган (Турция).",
        {"Нурсултан Назарбаев": "KZ", "Реджеп Тайип Эрдоган": "TR"},
    ),
    (
        "ru",
        "Президент Киргизии Садыр Жапаров на саммит СНГ в Кишиневе не поедет. Вместо него в столицу Молдавии "
        "отправятся двое: министр иностранных дел Жээнбек Кулубаев и Эдиль Байсалов, "
        "заместитель председателя правительства.",
        {"Садыр Жапаров": "KG", "Жээнбек Кулубаев": "KG", "Эдиль Байсалов": "KG"},
    ),
    (
        "ru",
        "На снимке премьер-министр России Михаил Мишустин, его армянский и белорусский коллеги Никол Пашинян и "
        "Александр Турчин.",
        {"Михаил Мишустин": "RU", "Никол Пашинян": "AM", "Александр Турчин": "BY"},
    ),
    (
        "en",
        "Prime Minister of Russia Mikhail Mishustin posed with his Armenian and Belarusian counterparts Nikol "
        "Pashinyan and Alexander Turchin.",
        {"Mikhail Mishustin": "RU", "Nikol Pashinyan": "AM", "Alexander Turchin": "BY"},
    ),
    (
        "ru",
        "Рангом пониже гости из Армении, Молдавии и Узбекистана: это вице-премьер Мгер Григорян, первый вице-премьер "
        "Андрей Спыну и заместитель премьер-министра Джамшид Ходжаев.",
        {"Мгер Григорян": "AM", "Андрей Спыну": "MD", "Джамшид Ходжаев": "UZ"},
    ),
    (
        "ru",
        "По словам Садыра Жапарова, таджикский коллега приедет в июле. Президент Киргизии Садыр Жапаров говорил об "
        "этом в Бишкеке.",
        {"Садыр Жапаров": "KG"},
    ),
    (
        "ru",
        "Сергей Лавров, министр иностранных дел России, встретился с Сироджиддином Мухриддином, таджикским коллегой.",
        {"Сергей Лавров": "RU", "Сироджиддин Мухриддин": "TJ"},
    ),
    (
        "en",
        "Russian Foreign Minister Sergey Lavrov spoke. In Kyiv, presidential adviser Mykhailo Podolyak answered him.",
        {"Mykhailo Podolyak": "UA"},
    ),
    (
        "en",
        "President Vladimir Putin of Russia spoke. In Kyiv, Foreign Ministry spokesman Oleg Nikolenko answered him.",
        {"Oleg Nikolenko": "UA"},
    ),
    (
        "en",
        "Moldovan President Maia Sandu spoke. Jean-Pierre Loubinoux, Director General of a union of railways, agreed.",
        {"Jean-Pierre Loubinoux": None},
    ),
    (
        "ru",
        "Россия привезла в Китай целую команду. С президентом прилетел министр печати Михаил Лесин.",
        {"Михаил Лесин": "RU"},
    ),
]
# text, and the offices of its people
OFFICES = [
    (
        "en",
        "In Comrat the ambassador met with the head of Gagauzia Irina Vlah.",
        {"Irina Vlah": ("regional_head", "MD")},
    ),
    (
        "ru",
        "В Комрате посол встретился с главой Гагаузии Ириной Влах.",
        {"Ирина Влах": ("regional_head", "MD")},
    ),
    (
        "ru",
        "В Вену прилетели сопредседатели Минской группы ОБСЕ Игорь Попов (Россия) и Эндрю Шофер (США), а с ними "
        "Анджей Каспшик, личный представитель действующего председателя ОБСЕ.",
        {"Игорь Попов": ("other", "RU"), "Эндрю Шофер": ("other", "US"), "Анджей Каспшик": ("other", "OSCE")},
    ),
    (
        "en",
        "The Co-Chairs of the OSCE Minsk Group, Igor Popov (Russia) and Andrew Schofer (US), flew in.",
        {"Igor Popov": ("other", "RU"), "Andrew Schofer": ("other", "US")},
    ),
    (
        "ru",
        "О совещании заместителей министров обороны стран СНГ и Монголии\n\nСовещание прошло по видеосвязи. Участники "
        "(по странам): Казахстан – Руслан Шпекбаев, Монголия – Бат Болд, Россия – Александр Фомин.",
        {
            "Руслан Шпекбаев": ("deputy_minister", "KZ"),
            "Бат Болд": ("deputy_minister", "MN"),
            "Александр Фомин": ("deputy_minister", "RU"),
        },
    ),
    (
        "ru",
        "В заседании участвовали заместитель министра обороны Казахстана Султан Камалетдинов и аким Астаны Женис "
        "Касымбек.",
        {"Султан Камалетдинов": ("deputy_minister", "KZ"), "Женис Касымбек": ("regional_head", "KZ")},
    ),
    (
        "en",
        "Kazakhstan's Deputy Defence Minister Sultan Kamaletdinov and Sultan of Oman Haitham bin Tariq were there.",
        {"Sultan Kamaletdinov": ("deputy_minister", "KZ"), "Haitham bin Tariq": ("head_of_state", "OM")},
    ),
    (
        "ru",
        "На заседание ОДКБ приехал госсекретарь белорусского Совбеза Александр Вольфович. О повестке рассказал "
        "пресс-секретарь организации Владимир Зайнетдинов, а пресс-секретарь президента Белоруссии Наталья Эйсмонт "
        "отвечать не стала.",
        {
            "Александр Вольфович": ("security_council_secretary", "BY"),
            "Владимир Зайнетдинов": ("other", "CSTO"),
            "Наталья Эйсмонт": ("presidential_staff", "BY"),
        },
    ),
    (
        "en",
        "Belarus's Security Council State Secretary Alexander Volfovich came to the CSTO session. The organization's "
        "press secretary Vladimir Zainetdinov spoke of the agenda.",
        {"Alexander Volfovich": ("security_council_secretary", "BY"), "Vladimir Zainetdinov": ("other", "CSTO")},
    ),
    (
        "ru",
        "Саммит ШОС открылся. Рядом с президентом России Владимиром Путиным сидел Бахтиер Хакимов – спецпредставитель "
        "президента по делам организации.",
        {"Владимир Путин": ("head_of_state", "RU"), "Бахтиер Хакимов": ("other", "RU")},
    ),
]
# text with credentials that were presented, and how many ambassadors came to the president
CREDENTIALS = [
    (
        "ru",
        "Послов в Белоруссии стало на трёх больше. Верительные грамоты у них принял президент Александр Лукашенко.\n"
        "Представились президенту:\nИван Петров (Болгария);\nг-жа Анна Новак (Чехия);\nПетер Мюллер (Австрия).",
        3,
    ),
    (
        "ru",
        "Послы трёх стран представились главе государства: Петер Мюллер (Австрия); Анна Новак (Чехия); Иван Петров "
        "(Болгария). Верительные грамоты принял президент Киргизии Садыр Жапаров.",
        3,
    ),
    (
        "ru",
        "Президент Киргизии Садыр Жапаров провёл день в резиденции. Верительные грамоты вручили послы двух стран:\n"
        "Петер Мюллер – Австрия;\nАнна Новак – Чехия.",
        2,
    ),
    (
        "ru",
        "Верительные грамоты президенту Казахстана Касым-Жомарту Токаеву вручили новые послы: Иван Петров (Болгария), "
        "Анна Новак (Чехия).",
        2,
    ),
    (
        "en",
        "Three new ambassadors came to the palace. President of Belarus Alexander Lukashenko accepted their "
        "credentials.\nPresented to him were:\nIvan Petrov (Bulgaria);\n"
        "Anna Novak (Czech Republic);\nPeter Müller (Austria).",
        3,
    ),
    (
        "en",
        "The new ambassadors introduced themselves to the head of state: Ivan Petrov (Bulgaria), Anna Novak (Czech "
        "Republic) and Peter Müller (Austria). Their credentials were accepted by President Sadyr Japarov of "
        "Kyrgyzstan.",
        3,
    ),
    (
        "ru",
        "В Ереване прибавилось послов: верительные грамоты у них приняла глава государства Майя Санду. Свои документы "
        "вручили Петер Мюллер (Австрия), Иван Петров (Болгария) и Анна Новак (Чехия). Посла Италии Марио Росси во "
        "дворец не позвали.",
        3,
    ),
    (
        "en",
        "The hall will be opened at noon for the new ambassadors. President of Moldova Maia Sandu takes their "
        "credentials.\nInvited are Peter Müller (Austria), Ivan Petrov (Bulgaria) and Anna Novak (Czech Republic).",
        3,
    ),
    (
        "ru",
        "Грамоты верят послам. Верительные грамоты президенту Казахстана Касым-Жомарту Токаеву вручат новые послы пяти "
        "государств:\n— Том Рисдаль Янсен (Дания);\n— Ндали Че Камати (Намибия);\n— Ванна Тхай (Камбоджа);\n"
        "— Анна Новак (Чехия);\n— Петер Мюллер (Австрия).",
        5,
    ),
    ("ru", "Посол Болгарии Иван Петров, вручивший верительные грамоты год назад, покидает Ереван.", 0),
    ("en", "Ambassador of Bulgaria Ivan Petrov, who presented his credentials a year ago, is leaving Yerevan.", 0),
]
# text, and the pairs of people who met
TALKS = [
    (
        "ru",
        "С президентом Ирана Ибрахимом Раиси российский президент Владимир Путин поговорил полчаса. Затем начался "
        "шестой Каспийский саммит. За столом сидели Владимир Путин, Ибрахим Раиси, Ильхам Алиев (Азербайджан).",
        [{"Ибрахим Раиси", "Владимир Путин"}, {"Ибрахим Раиси", "Владимир Путин", "Ильхам Алиев"}],
    ),
    (
        "ru",
        "С президентом США Джо Байденом российский президент Владимир Путин поговорил в Женеве полчаса. Саммит прошел "
        "спокойно.",
        [{"Джо Байден", "Владимир Путин"}],
    ),
    (
        "ru",
        "Президент Казахстана Касым-Жомарт Токаев принял делегацию, с которой в Астану прибыл премьер-министр "
        "России Михаил Мишустин.",
        [{"Касым-Жомарт Токаев", "Михаил Мишустин"}],
    ),
    (
        "ru",
        "Президент Казахстана Касым-Жомарт Токаев принял делегацию во главе с премьер-министром России "
        "Михаилом Мишустиным.",
        [{"Касым-Жомарт Токаев", "Михаил Мишустин"}],
    ),
    (
        "ru",
        "Президент Казахстана Касым-Жомарт Токаев встретился с делегацией, которую возглавляет премьер- "
        "министр России Михаил Мишустин.",
        [{"Касым-Жомарт Токаев", "Михаил Мишустин"}],
    ),
    (
        "ru",
        "Делегацию, возглавляемую премьер-министром России Михаилом Мишустиным, принял президент Казахстана "
        "Касым-Жомарт Токаев.",
        [{"Касым-Жомарт Токаев", "Михаил Мишустин"}],
    ),
    (
        "ru",
        "Делегацию, которую привез с собой премьер-министр России Михаил Мишустин, принял президент "
        "Казахстана Касым-Жомарт Токаев.",
        [{"Касым-Жомарт Токаев", "Михаил Мишустин"}],
    ),
    (
        "ru",
        "В аэропорту Астаны делегацию, которую возглавляет премьер-министр России Михаил Мишустин, встретил "
        "министр иностранных дел Казахстана Мурат Нуртлеу.",
        [],
    ),
    (
        "ru",
        "Президент Казахстана Касым-Жомарт Токаев принял решение о делегации, которую возглавит министр "
        "иностранных дел Мурат Нуртлеу.",
        [],
    ),
    (
        "en",
        "President of Kazakhstan Kassym-Jomart Tokayev received the delegation with which Russian Prime "
        "Minister Mikhail Mishustin had come.",
        [{"Kassym-Jomart Tokayev", "Mikhail Mishustin"}],
    ),
    (
        "en",
        "President of Kazakhstan Kassym-Jomart Tokayev received a delegation, which is headed by Russian "
        "Prime Minister Mikhail Mishustin.",
        [{"Kassym-Jomart Tokayev", "Mikhail Mishustin"}],
    ),
    (
        "en",
        "A delegation led by Russian Prime Minister Mikhail Mishustin was received by President of Kazakhstan "
        "Kassym-Jomart Tokayev.",
        [{"Kassym-Jomart Tokayev", "Mikhail Mishustin"}],
    ),
    (
        "ru",
        "Президент принял генсека ОДКБ\n\n10 июня 2022 года, Астана\n\nСтанислав Зась, Генеральный секретарь ОДКБ, "
        "побывал сегодня в Акорде. Касым-Жомарт Токаев поздравил его с юбилеем Организации.",
        [{"Станислав Зась", "Касым-Жомарт Токаев"}],
    ),
    (
        "ru",
        "Министр иностранных дел Туркмении Рашид Мередов прибыл в Баку. В тот же день его принял президент "
        "Азербайджана, председатель партии «Ени Азербайджан» Ильхам Алиев.",
        [{"Рашид Мередов", "Ильхам Алиев"}],
    ),
    (
        "ru",
        "Сергей Лебедев, исполнительный секретарь СНГ, побеседовал в Ташкенте с министром Владимиром Норовым. В тот же "
        "день его принял и Премьер-министр, председатель партии Абдулла Арипов.",
        [{"Сергей Лебедев", "Владимир Норов"}, {"Сергей Лебедев", "Абдулла Арипов"}],
    ),
    (
        "ru",
        "Президент Казахстана Касым-Жомарт Токаев принял генсека ОТГ Багдада Амреева. По словам Главы государства, "
        "секретариату предстоит выполнить программы, которые были приняты на ноябрьском саммите в Стамбуле.",
        [{"Касым-Жомарт Токаев", "Багдад Амреев"}],
    ),
    (
        "ru",
        "Трехсторонняя встреча президентов Садыра Жапарова, Эмомали Рахмона и Шавката Мирзиёева прошла в Худжанде. "
        "Накануне Рахмон побеседовал с каждым из гостей отдельно.",
        [
            {"Садыр Жапаров", "Эмомали Рахмон", "Шавкат Мирзиёев"},
            {"Эмомали Рахмон", "Садыр Жапаров"},
            {"Эмомали Рахмон", "Шавкат Мирзиёев"},
        ],
    ),
    (
        "ru",
        "На саммит в Париж приехали президент России Владимир Путин и президент Украины Владимир Зеленский. Российский "
        "и украинский лидеры впервые остались вдвоём, обсуждали газ.",
        [{"Владимир Путин", "Владимир Зеленский"}, {"Владимир Путин", "Владимир Зеленский"}],
    ),
    (
        "ru",
        "На заседании СМИД ОЧЭС в Ереване выступили министр иностранных дел Турции Али Бабаджан и министр иностранных "
        "дел Армении Эдвард Налбандян. Позже турецкого министра принял ещё и президент Серж Саргсян.",
        [{"Али Бабаджан", "Эдвард Налбандян"}, {"Серж Саргсян", "Али Бабаджан"}],
    ),
    (
        "ru",
        "На сессии СМО ОДКБ выступили министр обороны России Андрей Белоусов и министр обороны Белоруссии Виктор "
        "Хренин. Перед заседанием Белоусов и Хренин, выкроив четверть часа, обсудили дела Союзного государства.",
        [{"Андрей Белоусов", "Виктор Хренин"}, {"Андрей Белоусов", "Виктор Хренин"}],
    ),
    (
        "ru",
        "Министр иностранных дел Туркмении Рашид Мередов приехал в Баку. Там его собеседником был Джейхун Байрамов, "
        "азербайджанский министр иностранных дел.",
        [{"Рашид Мередов", "Джейхун Байрамов"}],
    ),
    (
        "ru",
        "Президент России Владимир Путин летит в Самарканд. На четверг оставлены беседы с премьер-министром Индии "
        "Нарендрой Моди и президентом Турции Реджепом Тайипом Эрдоганом.",
        [{"Владимир Путин", "Нарендра Моди"}, {"Владимир Путин", "Реджеп Тайип Эрдоган"}],
    ),
    (
        "en",
        "President of Azerbaijan Ilham Aliyev had several guests to himself. A conversation with Viktor Orban, Prime "
        "Minister of Hungary, lasted an hour, one with President Sadyr Japarov rather less.",
        [{"Ilham Aliyev", "Viktor Orban"}, {"Ilham Aliyev", "Sadyr Japarov"}],
    ),
]

# text, and the meetings that it tells of without a noun: body, level, day, city, and how many were there
CONVENTIONS = [
    (
        "ru",
        "Президентов стран ШОС 15–16 сентября ждет Самарканд.",
        [("SCO", "heads_of_state", "2022-09-15", "Samarkand", 0)],
    ),
    (
        "ru",
        "Самарканд ждет президентов стран ШОС 15 сентября.",
        [("SCO", "heads_of_state", "2022-09-15", "Samarkand", 0)],
    ),
    (
        "en",
        "Samarkand awaits the presidents of the SCO on September 15.",
        [("SCO", "heads_of_state", "2022-09-15", "Samarkand", 0)],
    ),
    ("ru", "Президентов ЕАЭС в Бишкеке ждет жара: 12 июня обещают 40 градусов.", []),
    (
        "ru",
        "В Москве вчера заседало Евразийское экономическое сообщество. Приехали президенты Касым-Жомарт Токаев, "
        "Александр Лукашенко и Эмомали Рахмон.",
        [("EurAsEC", "heads_of_state", "2022-06-09", "Moscow", 3)],
    ),
    (
        "ru",
        "9 июня ОДКБ заседала в Ереване: приехали Владимир Путин, Никол Пашинян и Александр Лукашенко.",
        [("CSTO", "heads_of_state", "2022-06-09", "Yerevan", 3)],
    ),
    ("ru", "СНГ собирается в Астане 14 октября.", [("CIS", "mixed", "2022-10-14", "Astana", 0)]),
    ("ru", "Руководство ОДКБ собралось в Ереване.", []),
    ("ru", "Совет Европы собирается исключить Россию.", []),
    (
        "en",
        "The EurAsEC met in Moscow yesterday. Presidents Kassym-Jomart Tokayev, Alexander Lukashenko and Emomali "
        "Rahmon came.",
        [("EurAsEC", "heads_of_state", "2022-06-09", "Moscow", 3)],
    ),
    ("en", "The EU met Uzbekistan's acting foreign minister Vladimir Norov in Brussels.", []),
    ("en", "WHO SITS WHERE IN MINSK ON 9 JUNE", []),
    (
        "ru",
        "Вчера по набережной Сочи прогуливались президенты стран СНГ – Владимир Путин (Россия), Садыр Жапаров "
        "(Киргизия), Касым-Жомарт Токаев (Казахстан).",
        [("CIS", "heads_of_state", "2022-06-09", "Sochi", 3)],
    ),
    (
        "en",
        "The presidents of the CIS – Vladimir Putin (Russia), Sadyr Japarov (Kyrgyzstan) and Kassym-Jomart Tokayev "
        "(Kazakhstan) – dined in Sochi yesterday.",
        [("CIS", "heads_of_state", "2022-06-09", "Sochi", 3)],
    ),
    (
        "ru",
        "Президенты стран СНГ – Владимир Путин (Россия), Садыр Жапаров (Киргизия), Касым-Жомарт Токаев (Казахстан) – "
        "поздравили Эмомали Рахмона.",
        [],
    ),
    (
        "ru",
        "Президент Узбекистана Шавкат Мирзиёев принял министров обороны стран ШОС, приехавших в Ташкент.",
        [("SCO", "heads_of_state", "2022-06-10", "Tashkent", 1)],
    ),
    (
        "en",
        "President of Uzbekistan Shavkat Mirziyoyev received the defence ministers of the SCO on 9 June in Tashkent.",
        [("SCO", "heads_of_state", "2022-06-09", "Tashkent", 1)],
    ),
    (
        "ru",
        "В Бишкеке завершилось заседание СМИД ОДКБ. Президент Садыр Жапаров принял министров иностранных дел стран "
        "ОДКБ.",
        [("CSTO", "foreign_ministers", "2022-06-10", "Bishkek", 1)],
    ),
    (
        "ru",
        "Неделю, с 1 по 7 июня, в киргизском Баткене совещались делегации. Возглавили их министры внутренних дел: "
        "киргизского – Улан Ниязбеков, таджикского – Рамазон Рахимзода.",
        [(None, "ministers", "2022-06-01", "Batken", 2)],
    ),
    (
        "en",
        "The delegations met in Batken on 5 June. They were headed by Interior Minister of Kyrgyzstan Ulan Niyazbekov "
        "and Interior Minister of Tajikistan Ramazon Rahimzoda.",
        [(None, "ministers", "2022-06-05", "Batken", 2)],
    ),
    (
        "ru",
        "В Минске 5 июня встретились эксперты России и Белоруссии. Президент Белоруссии Александр Лукашенко заявил, "
        "что решение найдут.",
        [(None, "officials", "2022-06-05", "Minsk", 0)],
    ),
]
# text of a visit that was called off, with the days for which it was meant
CALLED_OFF = [
    (
        "ru",
        "ТАШКЕНТ, 8 июня. Визит президента Киргизии Садыра Жапарова в Узбекистан, назначенный на 20 июня, отложен.",
        ("2022-06-20", None),
    ),
    (
        "ru",
        "Визит Лаврова в Ереван отложен. Сергей Лавров не прилетит: рабочая поездка российского министра иностранных "
        "дел перенесена. В армянской столице его ждали 27–28 июня. Намечалась встреча с премьер-министром Армении "
        "Николом Пашиняном.",
        ("2022-06-27", "2022-06-28"),
    ),
    (
        "ru",
        "Визит президента Таджикистана Эмомали Рахмона в Ташкент отменён. Планировались переговоры с президентом "
        "Узбекистана Шавкатом Мирзиёевым.",
        (None, None),
    ),
]

# text, and those of its people who are only spoken of
SPOKEN_OF = [
    (
        "ru",
        "Заседание Совета министров обороны СНГ прошло 9 июня в Москве. Преемника Сергея Шойгу представил министр "
        "обороны Казахстана Руслан Жаксылыков.",
        {"Сергей Шойгу"},
    ),
    (
        "ru",
        "Киев отговаривает от поездки в Минск президента Молдавии Майю Санду.",
        {"Майя Санду"},
    ),
    (
        "ru",
        "Завтра откроется заседание МПА СНГ. Прилетела председатель Милли Меджлиса Сахиба Гафарова. Отношения, сказала "
        "хозяйка встречи, крепнут, и основу под них подвели президенты – Ильхам Алиев и Владимир Путин.",
        {"Ильхам Алиев", "Владимир Путин"},
    ),
    (
        "ru",
        "Заседание Координационного совета генпрокуроров СНГ прошло в Душанбе. Генпрокурор Казахстана Берик Асылов "
        "хотел бы совместить следующую встречу с заседанием генпрокуроров стран ШОС.",
        {"Берик Асылов"},
    ),
]


def extract(language: str, text: str) -> Extraction:
    return rows.extract(language, text, dt.date(2022, 6, 10))


def groups(extraction: Extraction) -> list[set[str]]:
    return [{a.person for a in extraction.attendances if a.meeting_id == m.id} for m in extraction.meetings]


@pytest.mark.parametrize(("language", "text", "offices"), OFFICES)
def test_everybody_has_the_office_that_the_title_means(
    language: str, text: str, offices: dict[str, tuple[str, str]]
) -> None:
    people = extract(language, text).people
    assert {p.name: (p.roles[0].office, p.roles[0].represents) for p in people} == offices


@pytest.mark.parametrize(("language", "text", "states"), STATES)
def test_everybody_stands_for_the_state_that_goes_with_the_name(
    language: str, text: str, states: dict[str, str | None]
) -> None:
    found = {p.name: {r.represents for r in p.roles} for p in extract(language, text).people}
    assert {name: found[name] for name in states} == {name: {state} for name, state in states.items()}


@pytest.mark.parametrize(("language", "text", "ambassadors"), CREDENTIALS)
def test_ambassadors_listed_with_their_credentials_were_at_the_president(
    language: str, text: str, ambassadors: int
) -> None:
    extraction = extract(language, text)
    assert [m.level for m in extraction.meetings] == ["heads_of_state"] * bool(ambassadors)
    assert len([a for a in extraction.attendances if a.office == "ambassador"]) == ambassadors


@pytest.mark.parametrize(("language", "text", "pairs"), TALKS)
def test_who_met_whom(language: str, text: str, pairs: list[set[str]]) -> None:
    found = [g for g in groups(extract(language, text)) if g]
    assert found == pairs


@pytest.mark.parametrize(("language", "text", "meetings"), CONVENTIONS)
def test_those_who_meet_without_a_noun_for_it(
    language: str, text: str, meetings: list[tuple[str | None, str, str, str, int]]
) -> None:
    extraction = extract(language, text)
    counts = [len(g) for g in groups(extraction)]
    found = [(m.organization, m.level, m.start, m.city) for m in extraction.meetings]
    assert [(*f, n) for f, n in zip(found, counts, strict=True)] == meetings


@pytest.mark.parametrize(("language", "text", "days"), CALLED_OFF)
def test_talks_of_a_visit_that_was_called_off_are_cancelled(
    language: str, text: str, days: tuple[str | None, str | None]
) -> None:
    extraction = extract(language, text)
    assert [(m.status, m.start, m.end) for m in extraction.meetings] == [("cancelled", *days)]
    assert {a.status for a in extraction.attendances} == {"expected"}


@pytest.mark.parametrize(("language", "text", "people"), SPOKEN_OF)
def test_those_who_are_only_spoken_of_were_not_there(language: str, text: str, people: set[str]) -> None:
    assert not people & {a.person for a in extract(language, text).attendances}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Chairman of the Mejlis of Turkmenistan Gulshat Mammedova received the credentials of Ambassador of "
            "Georgia Ioseb Chakhvashvili. President Serdar Berdimuhamedov had entrusted her with it.",
        ),
        (
            "en",
            "In three days Chairman of the Mejlis of Turkmenistan Gulshat Mammedova accepted two letters of credence. "
            "Ambassador of Cuba Carlos Enrique Valdez and Ambassador of Sweden Thomas Danestad handed them over.",
        ),
        (
            "ru",
            "Председатель Меджлиса Туркменистана Гульшат Маммедова приняла верительные грамоты от послов Грузии Иосеба "
            "Чахвашвили и Италии Луиджи Сорека.",
        ),
    ],
)
def test_credentials_may_go_to_the_chair_of_a_parliament(language: str, text: str) -> None:
    extraction = extract(language, text)
    assert [str(m.level) for m in extraction.meetings] == ["parliament"]
    assert {a.represents for a in extraction.attendances if str(a.office) != "ambassador"} == {"TM"}
    assert not {"Serdar Berdimuhamedov"} & {a.person for a in extraction.attendances}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Chancellor of Germany Olaf Scholz will sit down in Berlin with President of Turkey Recep Erdogan.", 2),
        ("Prime Minister of Georgia Irakli Garibashvili sits down with Prime Minister of Armenia Nikol Pashinyan.", 2),
        ("President of Kazakhstan Kassym-Jomart Tokayev has an appointment with Chancellor of Germany Olaf Scholz.", 2),
        ("President of Azerbaijan Ilham Aliyev had a separate appointment for President of Russia Vladimir Putin.", 2),
        ("Armenian Foreign Minister Ararat Mirzoyan has an appointment with his dentist.", 0),
        ("The two sat. President of Azerbaijan Ilham Aliyev was pleased with President of Russia Vladimir Putin.", 0),
    ],
)  # fmt: skip
def test_who_sits_down_with_whom_and_who_has_an_appointment(text: str, met: int) -> None:
    assert len(extract("en", text).attendances) == met


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The talk with Emomali Rahmon was one between allies.", 1),
        ("In the conversation with Rahmon trade came up, too.", 1),
        ("The meeting with Emomali Rahmon in Dushanbe went well.", 2),
        ("A meeting with Emomali Rahmon is planned for July.", 2),
        ("Kassym-Jomart Tokayev last met with Emomali Rahmon in Dushanbe in May.", 2),
    ],
)
def test_the_talk_told_of_after_a_call_is_that_call(text: str, count: int) -> None:
    called = "President of Kazakhstan Kassym-Jomart Tokayev had a telephone conversation with President of Tajikistan "
    assert len(extract("en", f"{called}Emomali Rahmon. {text}").meetings) == count


# who visited, if anybody, after "X received Y. The guest conveyed the greetings of Z."
OWN_VISITS = [
    ("ru", "Лидеры договорились об этом в дни его государственного визита в Узбекистан 26–28 мая.", {"Владимир Путин"}),
    ("ru", "Говорили и о планах, которые появились во время его визита в Ташкент 27 мая.", {"Владимир Путин"}),
    ("ru", "Его визиты в Узбекистан стали частыми.", set()),
    ("ru", "Об итогах визита в Узбекистан рассказала пресса.", set()),
    ("en", "What the leaders agreed on during his state visit to Uzbekistan on May 26–28 is done.", {"Vladimir Putin"}),
    ("en", "They spoke of what was planned on his visit to Tashkent on May 27.", {"Vladimir Putin"}),
    ("en", "His visits to Uzbekistan have become frequent.", set()),
]


@pytest.mark.parametrize(("language", "sentence", "visitors"), OWN_VISITS)
def test_a_visit_told_in_passing_with_its_day_is_one_of_who_was_named_before(
    language: str, sentence: str, visitors: set[str]
) -> None:
    before = {
        "ru": "Президент Узбекистана Шавкат Мирзиёев принял в Ташкенте премьер-министра России Михаила Мишустина. "
        "Гость передал приветствия от президента Владимира Путина. ",
        "en": "President of Uzbekistan Shavkat Mirziyoyev received Russian Prime Minister Mikhail Mishustin in "
        "Tashkent. The guest conveyed the greetings of President Vladimir Putin. ",
    }[language]
    found = extract(language, before + sentence)
    visits = {m.id for m in found.meetings if "visit" in m.format}
    assert {a.person for a in found.attendances if a.meeting_id in visits} == visitors
