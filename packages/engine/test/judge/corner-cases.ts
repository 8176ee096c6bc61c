/** Answers at the borders of the judge's rules, each with the verdict and the reason the rules give; no game was played with them. */
import { about, type CorpusGroup } from "./corpus-group.ts"

/** With a word more or a word less */
export const remainders: ReadonlyArray<CorpusGroup> = [
  about(
    { answer: "Пушкин" },
    {
      "rejected: negation": ["не Пушкин", "кроме Пушкина"],
      "rejected: wrong number": ["Пушкин 37", "Пушкин 2"],
      "rejected: other": ["1837"],
      "disputed: extra words": [
        "Пушкин 1837",
        "Пушкин первый",
        "один Пушкин",
        "Александр Пушкин 1837 год",
        "Пушкин с 2 друзьями и ещё детьми",
        "Пушкин V"
      ]
    }
  ),
  about({ answer: "Не стреляйте" }, { "rejected: negation": ["стреляйте"], "accepted: exact": ["не стреляйте"] }),
  about({ answer: "1812" }, { "rejected: wrong number": ["в 1813 году", "1813"] }),
  about({ answer: "1812 год" }, { "accepted: form": ["1812"], "rejected: wrong number": ["1813", "1813 год"] }),
  about(
    { answer: "Людовик XIV" },
    {
      "disputed: partial": ["Людовик"],
      "accepted: form": ["Людовик 14", "Людовик четырнадцатый"],
      "rejected: wrong number": ["Людовик XV"],
      "disputed: extra words": ["Людовик XIV Великий"],
      "rejected: partial": ["XIV"],
      "rejected: other": ["Карл XIV", "король XV"]
    }
  ),
  about(
    { answer: "Пять рублей" },
    {
      "accepted: form": ["пять", "5"],
      "rejected: partial": ["рублей"],
      "rejected: wrong number": ["6", "6 рублей"],
      "rejected: other": ["шесть копеек", "5 копеек"],
      "disputed: extra words": ["около пяти рублей"]
    }
  ),
  about(
    { answer: "Три мушкетёра" },
    {
      "rejected: partial": ["мушкетёры", "три"],
      "rejected: wrong number": ["четыре мушкетёра", "мушкетёры 4 штуки"],
      "accepted: form": ["3 мушкетера"],
      "disputed: near": ["третий мушкетёр"],
      "rejected: other": ["два гвардейца"]
    }
  ),
  about(
    { answer: "Сто лет одиночества" },
    {
      "rejected: partial": ["одиночество"],
      "disputed: partial": ["сто лет"],
      "rejected: wrong number": ["двести лет одиночества"]
    }
  ),
  about(
    { answer: "Аполлон-13" },
    {
      "disputed: partial": ["аполлон"],
      "accepted: typo": ["апполон 13"],
      "rejected: wrong number": ["аполлон 14"],
      "accepted: form": ["аполлон 13 ракета"],
      "disputed: extra words": ["аполлон 13 вперёд"]
    }
  ),
  about(
    { answer: "Школа № 5" },
    {
      "rejected: partial": ["школа"],
      "rejected: wrong number": ["школа 6", "школа номер 6"],
      "accepted: exact": ["школа номер 5"]
    }
  ),
  about({ answer: "Том 5" }, { "rejected: other": ["MIX"], "accepted: form": ["том V"] }),
  about({ answer: "В 5 часов" }, { "rejected: wrong number": ["в 7", "в семь"] }),
  about(
    { answer: "Красная Шапочка" },
    {
      "disputed: partial": ["синяя шапочка", "шапочка девочка", "красная"],
      "rejected: partial": ["шапочка"],
      "rejected: other": ["красная шляпка"]
    }
  ),
  about(
    { answer: "Чёрный ворон" },
    {
      "disputed: partial": ["чёрный"],
      "rejected: partial": ["ворон"],
      "rejected: other": ["чёрный кот", "белый ворон"]
    }
  ),
  about({ answer: "Дуб, ясень" }, { "rejected: partial": ["дуб", "ясень"], "rejected: other": ["дуб и клён"] }),
  about(
    { answer: "Лев Толстой" },
    {
      "disputed: partial": ["Толстой", "Алексей Толстой"],
      "rejected: partial": ["Лев"],
      "rejected: other": ["Лев Троцкий"]
    }
  ),
  about(
    { answer: "Лев Николаевич Толстой" },
    { "rejected: partial": ["Лев Николаевич", "Николаевич"], "disputed: partial": ["Толстой Лев"] }
  ),
  about(
    { answer: "Учение Дарвина" },
    {
      "rejected: partial": ["учение"],
      "disputed: partial": ["дарвин", "теория Дарвина"],
      "rejected: other": ["учение Ломоносова"]
    }
  ),
  about(
    { answer: "Слово о полку Игореве" },
    { "disputed: partial": ["слово", "слово о полку"], "rejected: partial": ["полк"] }
  ),
  about(
    { answer: "Герой нашего времени" },
    { "disputed: partial": ["герой", "герой времени"], "rejected: partial": ["времени", "наше время"] }
  )
]

/** Several guesses in one answer, however they are divided. */
export const guesses: ReadonlyArray<CorpusGroup> = [
  about(
    { answer: "Пушкин" },
    {
      "rejected: list of guesses": [
        "Пушкин или Лермонтов",
        "Пушкин либо Лермонтов",
        "Пушкин, а может Лермонтов",
        "Пушкин, а может быть, Лермонтов",
        "Пушкин; Лермонтов",
        "Пушкин\\Лермонтов",
        "Пушкин|Лермонтов",
        "Пушкин/Лермонтов",
        "Пушкин / Лермонтов",
        "Пушкин, Лермонтов",
        "Пушкин\nЛермонтов",
        "Пушкин и/или Лермонтов",
        "Гоголь, Лермонтов, Пушкин",
        "Гоголь или Лермонтов",
        "Пушкин /Лермонтов",
        "Пушкин/ Лермонтов",
        "или Лермонтов, или Пушкин"
      ],
      "disputed: extra words": ["Пушкин, великий русский поэт", "Пушкин, поэт"],
      "accepted: exact": ["Пушкин или Пушкин", "Пушкин, Пушкина", "Пушкин, ну, Пушкин", "Пушкин, да"]
    }
  ),
  about(
    { answer: "Пушкин", rejected: ["Лермонтов"] },
    { "rejected: list of guesses": ["Пушкин, Лермонтов"], "rejected: other": ["Лермонтов, поэт"] }
  ),
  about({ answer: "Километр в час" }, { "accepted: form": ["километр/час"] }),
  about(
    { answer: "Москва; Питер" },
    {
      "accepted: exact": ["Москва, Питер", "Москва/Питер"],
      "rejected: list of guesses": ["Москва, Киев", "Москва/Киев", "Москва или Киев"],
      "accepted: typo": ["Масква, Питер"]
    }
  ),
  about(
    { answer: "Гамлет" },
    {
      "disputed: extra words": ["Гамлет, принц датский"],
      "rejected: list of guesses": [
        "Гамлет, принц",
        "принц Гамлет, а может Лир",
        "Гамлет, Лир, Отелло",
        "Гамлет, принц датский, сын"
      ]
    }
  ),
  about(
    { answer: "Яблоко" },
    {
      "rejected: list of guesses": ["яблоко, груша", "груша/слива", "груша или слива"],
      "rejected: other": ["груша, слива, вишня"]
    }
  ),
  about(
    { answer: "12" },
    { "rejected: wrong number": ["12/13"], "rejected: list of guesses": ["12 или 13", "12, 13"] }
  ),
  about(
    { answer: "0,5" },
    {
      "accepted: form": ["1/2", "половина"],
      "accepted: exact": ["50 %", "0.5", "0,5"],
      "rejected: wrong number": ["1/3"]
    }
  )
]

/** A question of several answers. */
export const numbered: ReadonlyArray<CorpusGroup> = [
  about(
    { answer: "1. дуб 2. сосна" },
    {
      "accepted: exact": [
        "дуб, сосна",
        "2. сосна 1. дуб",
        "дуб сосна",
        "дуб; сосна",
        "дуб\nсосна",
        "дуб — сосна",
        "дуб и сосна",
        "1) дуб, 2) сосна"
      ],
      "rejected: wrong order": ["сосна, дуб", "1. сосна 2. дуб"],
      "rejected: partial": ["дуб, клён", "дуб"],
      "rejected: other": ["клён, ясень"],
      "accepted: form": ["дубы, сосна"],
      "rejected: wrong number": ["1. дуб 3. сосна"],
      "rejected: list of guesses": ["дуб, сосна, ель"]
    }
  ),
  about(
    { answer: "1. дуб 2. сосна", accepted: ["В любом порядке"] },
    {
      "accepted: word order": ["сосна, дуб", "сосна дуб"],
      "accepted: exact": ["дуб, сосна"],
      "rejected: other": ["клён, дуб"]
    }
  ),
  about(
    { answer: "1. дуб 2. любой ответ" },
    { "accepted: exact": ["дуб, ель"], "rejected: wrong order": ["ель, дуб"], "rejected: partial": ["клён, ель"] }
  ),
  about(
    { answer: "1. дуб 2. сосна", accepted: ["1. клён 2. ель"] },
    {
      "accepted: exact": ["клён, ель", "дуб, ель", "клён, сосна"],
      "rejected: wrong order": ["ель, клён"],
      "rejected: partial": ["дуб, клён"]
    }
  ),
  about(
    { answer: "1. дуб 2. сосна", accepted: ["1. клён"] },
    { "rejected: partial": ["клён, ель"], "accepted: exact": ["дуб, сосна", "клён, сосна"] }
  ),
  about(
    { answer: "1. дуб 2. сосна 3. ель" },
    {
      "accepted: exact": ["дуб, сосна, ель"],
      "rejected: wrong order": ["дуб, ель, сосна"],
      "rejected: partial": ["дуб, сосна", "дуб, сосна, клён"]
    }
  ),
  about(
    { answer: "1. дуб 2. сосна", accepted: ["Точный ответ"] },
    { "disputed: inexact": ["дубы, сосна"], "accepted: exact": ["дуб, сосна"] }
  ),
  about(
    { answer: "1. дуб 2. сосна", accepted: ["Точный ответ в любой форме"] },
    { "accepted: form": ["дубы, сосна", "дубы и сосны"] }
  ),
  about(
    { answer: "1. Толстой 2. Чехов" },
    { "accepted: typo": ["Толстой, Чихов", "Талстой, Чехов"], "rejected: partial": ["Толстой, Чхв"] }
  ),
  about(
    { answer: "1. ООН; организация объединённых наций 2. НАТО" },
    {
      "accepted: exact": ["ООН, НАТО"],
      "disputed: partial": ["организация, нато"],
      "rejected: other": ["организация, кот"]
    }
  )
]

/** A зачёт or a незачёт in words, and what only people can tell. */
export const described: ReadonlyArray<CorpusGroup> = [
  about(
    { answer: "Пушкин", rejected: ["Лермонтов", "по слову «кот»"] },
    {
      "rejected: in rejected": ["Лермонтов", "Лермонтова", "Лермонтв", "кот", "кот Пушкин"],
      "accepted: exact": ["Пушкин"]
    }
  ),
  about(
    { answer: "Организация Объединённых Наций" },
    { "accepted: abbreviation, but wrong": ["оон", "ООН"], "rejected: other": ["ОН", "НАТО"] }
  ),
  about(
    { answer: "ООН" },
    {
      "accepted: abbreviation, but wrong": ["Организация Объединённых Наций"],
      "rejected: other": ["организация объединенных"]
    }
  ),
  about({ answer: "ООН", accepted: ["точный ответ"] }, { "rejected: other": ["Организация Объединённых Наций"] }),
  about(
    { answer: "Любовь к жизни", accepted: ["синонимичные ответы"] },
    { "disputed: by meaning": ["жизнь"], "rejected: other": ["смерть"], "disputed: partial": ["любовь"] }
  ),
  about(
    { answer: "Любовь к жизни", accepted: ["по смыслу"] },
    {
      "disputed: by meaning": ["жизнь", "смерть"],
      "rejected: other": ["не знаю", "пас"],
      "disputed: partial": ["любовь"]
    }
  ),
  about({ answer: "Любовь к жизни" }, { "rejected: partial": ["жизнь"] }),
  about(
    { answer: "Кот", text: "Кто поймал мышь в доме" },
    {
      "rejected: formal": ["мышь", "мышь в доме", "в доме"],
      "accepted: exact": ["кот"],
      "rejected: other": ["в", "дом 5"]
    }
  ),
  about({ answer: "Белый кот", text: "Какой белый зверь" }, { "rejected: formal": ["белый", "зверь", "белый зверь"] }),
  about(
    { answer: "Любимый кот", accepted: ["По слову «кот»"] },
    { "accepted: keyword": ["кот", "коты", "чёрный кот"], "disputed: keyword": ["не кот"], "rejected: other": ["пёс"] }
  ),
  about(
    { answer: "Любимый кот", accepted: ["С упоминанием кота"] },
    { "accepted: keyword": ["кот", "чёрный кот"], "rejected: other": ["пёс"] }
  ),
  about(
    { answer: "Кот", accepted: ["по словам «кошка» и «мышь»"] },
    { "accepted: keyword": ["кошка и мышь"], "rejected: other": ["кошка", "мышь"] }
  ),
  about(
    { answer: "Кот", accepted: ["по словам «кошка» или «мышь»"] },
    { "accepted: keyword": ["кошка", "мышь", "кошка ест"] }
  ),
  about(
    { answer: "Кот в мешке", accepted: ["точный ответ"] },
    {
      "accepted: exact": ["кот в мешке"],
      "disputed: inexact": ["кота в мешке", "в мешке кот", "кот мешке"],
      "rejected: inexact": ["коты", "мешок с котом"]
    }
  ),
  about(
    { answer: "Кот в мешке", accepted: ["точный ответ в любом падеже"] },
    {
      "accepted: form": ["кота в мешке", "кот мешке"],
      "accepted: word order": ["в мешке кот"],
      "disputed: inexact": ["котвмешке", "кот в мишке"]
    }
  ),
  about({ answer: "Кот" }, { "accepted: keyboard layout": ["Rjn"], "rejected: other": ["кjт", "rjn b gtc"] }),
  about({ answer: "Кот учёный" }, { "accepted: keyboard layout": ["rjn extysq", "extysq rjn"] }),
  about(
    { answer: "УЗИ плода / ребёнка" },
    { "accepted: exact": ["узи плода"], "disputed: partial": ["ребёнка"], "disputed: extra words": ["узи ребёнка"] }
  )
]

/** Words and their forms */
export const forms: ReadonlyArray<CorpusGroup> = [
  about(
    { answer: "Индия" },
    {
      "accepted: form": ["индии", "индию", "индией", "индиям", "индиями", "индиях"],
      "disputed: near": ["инд", "индий"]
    }
  ),
  about({ answer: "Инд" }, { "disputed: near": ["индия"] }),
  about({ answer: "Гений" }, { "accepted: form": ["гения", "гениев", "гению", "гениям", "гениями", "гениях"] }),
  about({ answer: "Иванов" }, { "rejected: other": ["Иван", "Ивана"], "accepted: form": ["Иванова", "Иванову"] }),
  about({ answer: "Иван" }, { "rejected: other": ["Иванов"], "accepted: form": ["Ивана", "Ивану"] }),
  about({ answer: "Столов" }, { "disputed: near": ["стол", "стола"] }),
  about({ answer: "Стол" }, { "accepted: form": ["столов", "столы", "столом", "столе", "столу"] }),
  about(
    { answer: "Мост" },
    {
      "accepted: form": ["мостов"],
      "disputed: near": ["мостили", "мостить", "мостишь", "мостит", "мостят", "мостила", "мостило", "мостите"]
    }
  ),
  about({ answer: "Крест" }, { "disputed: near": ["крестила", "крестит", "крестишь"], "accepted: form": ["крестов"] }),
  about({ answer: "Луна" }, { "disputed: near": ["лунный", "лунная"], "accepted: form": ["луны", "луной", "лун"] }),
  about({ answer: "Лунный" }, { "disputed: near": ["луна"], "accepted: form": ["лунная", "лунным"] }),
  about({ answer: "Белых" }, { "disputed: near": ["Белев", "Белов"], "accepted: form": ["белый"] }),
  about({ answer: "Белов" }, { "disputed: near": ["белый", "белых"], "accepted: form": ["белова"] }),
  about({ answer: "Сосна" }, { "accepted: form": ["сосен", "сосны", "сосной"] }),
  about({ answer: "Сосен" }, { "accepted: form": ["сосна", "сосны"] }),
  about({ answer: "Кошелёк" }, { "accepted: form": ["кошельки", "кошелька"] }),
  about({ answer: "Кошельки" }, { "accepted: form": ["кошелёк"] }),
  about({ answer: "Окно" }, { "accepted: form": ["окон", "окна"] }),
  about({ answer: "Письмо" }, { "accepted: form": ["писем", "письма"] }),
  about(
    { answer: "Время" },
    {
      "accepted: form": ["времени", "временем", "времена", "времён", "временами", "временах", "временам"],
      "rejected: other": ["времянка"]
    }
  ),
  about({ answer: "Времени" }, { "accepted: form": ["время"] }),
  about({ answer: "Знамя" }, { "accepted: form": ["знамён", "знаменем"] }),
  about({ answer: "Статуя" }, { "accepted: form": ["статую", "статуй", "статуе"], "rejected: other": ["статус"] }),
  about({ answer: "Статую" }, { "accepted: form": ["статуя"] }),
  about({ answer: "Отец" }, { "accepted: form": ["отца", "отцы", "отцов"] }),
  about({ answer: "Пётр" }, { "accepted: form": ["Петра", "Петру"], "disputed: near": ["Петров"] }),
  about({ answer: "Гоголь" }, { "accepted: form": ["гоголя", "гоголем"], "rejected: other": ["гегель"] }),
  about(
    { answer: "Карта" },
    { "accepted: form": ["карты"], "disputed: near": ["карет"], "rejected: other": ["карете"] }
  ),
  about({ answer: "Карета" }, { "rejected: other": ["карты", "карту"], "accepted: form": ["карет"] }),
  about({ answer: "Колумб" }, { "accepted: form": ["колумба", "Колумбу"], "disputed: near": ["колумбия"] }),
  about({ answer: "Марк" }, { "accepted: form": ["Марка"], "rejected: other": ["маркс", "Марс"] }),
  about({ answer: "Японский бог" }, { "disputed: near": ["япония бог"] }),
  about({ answer: "Кошка" }, { "accepted: form": ["кошки", "кошек"], "rejected: other": ["кошмар"] }),
  about({ answer: "Маска" }, { "accepted: form": ["маски", "масок"], "rejected: other": ["каска"] }),
  about({ answer: "Ветер" }, { "accepted: form": ["ветра", "ветры"] }),
  about({ answer: "Угол" }, { "accepted: form": ["углы", "угла"] }),
  about({ answer: "Сестра" }, { "accepted: form": ["сестёр", "сестры"] }),
  about({ answer: "Герой" }, { "accepted: form": ["героя", "герои"] }),
  about({ answer: "Ночь" }, { "accepted: form": ["ночи", "ночью"] }),
  about({ answer: "Красивый" }, { "accepted: form": ["красивая", "красивого", "красивее", "красивейший"] }),
  about({ answer: "Париж" }, { "accepted: form": ["парижем", "Парижа"], "rejected: other": ["парик"] })
]

/** Names in two alphabets, figures and numerals. */
export const foreign: ReadonlyArray<CorpusGroup> = [
  about(
    { answer: "Lacoste" },
    {
      "accepted: exact": ["lacoste"],
      "disputed: near": ["Lacosta"],
      "accepted: transliteration, but wrong": ["лакост"],
      "accepted: form": ["Lacostе"],
      "rejected: other": ["Lacotsa"]
    }
  ),
  about(
    { answer: "Smith" },
    { "accepted: transliteration": ["Смит", "Смыт", "Шмит"], "rejected: other": ["Smit"], "disputed: near": ["Smyth"] }
  ),
  about(
    { answer: "Шекспир" },
    {
      "accepted: transliteration": ["Shekspir", "Shexpir"],
      "accepted: transliteration, but wrong": ["Shakespeare", "Shekspur", "Shekspire"]
    }
  ),
  about(
    { answer: "Чайковский" },
    { "accepted: transliteration": ["Chaikovsky", "Tchaikovsky", "Tchaikovskiy", "Tchaykovski"] }
  ),
  about({ answer: "Beyoncé" }, { "accepted: exact": ["Beyonce"], "accepted: transliteration": ["Бейонсе"] }),
  about({ answer: "Xerox" }, { "accepted: transliteration": ["Ксерокс"], "disputed: near": ["xeros"] }),
  about({ answer: "АВВА" }, { "accepted: form": ["ABBA"] }),
  about({ answer: "Юрий" }, { "accepted: transliteration": ["Yuri", "Yury", "Juri"] }),
  about({ answer: "Щукин" }, { "accepted: transliteration": ["Shchukin", "Schukin"] }),
  about({ answer: "Жук" }, { "accepted: transliteration": ["zhuk"], "rejected: other": ["zuk"] }),
  about({ answer: "ОН" }, { "accepted: form": ["OH"] }),
  about({ answer: "Ящик" }, { "accepted: transliteration": ["Yashchik", "Jaschik"] }),
  about({ answer: "Photo" }, { "accepted: transliteration": ["фото", "фотто"] }),
  about({ answer: "Queen" }, { "accepted: transliteration": ["куин", "квин", "кин"] }),
  about(
    { answer: "Beatles" },
    {
      "accepted: transliteration": ["битлз", "битлс", "Битлес"]
    }
  ),
  about({ answer: "Тэтчер" }, { "accepted: transliteration": ["Tetcher", "Thatcher"] }),
  about({ answer: "Quick" }, { "accepted: transliteration": ["куик", "кик"] }),
  about({ answer: "Moon" }, { "accepted: transliteration": ["мун"] }),
  about({ answer: "Царь" }, { "accepted: transliteration": ["tsar", "tzar"], "rejected: other": ["czar"] }),
  about({ answer: "Ёжик" }, { "accepted: transliteration": ["yozhik", "ezhik"] }),
  about(
    { answer: "Cicero" },
    { "accepted: transliteration": ["сицеро", "цицеро", "Цицерон"], "rejected: other": ["Цицеронус"] }
  ),
  about({ answer: "Хан" }, { "accepted: transliteration": ["khan", "han"] }),
  about(
    { answer: "Пётр I" },
    {
      "accepted: form": ["Пётр 1", "Пётр первый"],
      "rejected: wrong number": ["Пётр II"],
      "disputed: partial": ["Пётр"]
    }
  ),
  about({ answer: "21" }, { "accepted: form": ["двадцать один", "двадцать первый", "XXI", "21-й"] }),
  about({ answer: "Двадцать один" }, { "accepted: form": ["21"] }),
  about({ answer: "100 км" }, { "accepted: form": ["100 километров", "сто км", "сто километров"] }),
  about({ answer: "5 мин" }, { "accepted: form": ["пять минут"] }),
  about(
    { answer: "Т-34" },
    { "accepted: exact": ["Т34", "т 34"], "accepted: form": ["T-34"], "rejected: wrong number": ["Т-35"] }
  ),
  about(
    { answer: "О. Генри" },
    { "accepted: spacing": ["О’Генри", "огенри"], "accepted: exact": ["О.Генри"], "accepted: form": ["Генри"] }
  ),
  about(
    { answer: "Авто мобиль" },
    {
      "accepted: spacing": ["автомобиль"],
      "accepted: typo": ["автомобили", "автомабиль"],
      "accepted: transliteration": ["automobil"]
    }
  ),
  about(
    { answer: "Автомобиль" },
    {
      "accepted: spacing": ["авто мобиль"],
      "accepted: typo": ["авто мобили", "авто мабиль"],
      "accepted: transliteration": ["avto mobil"]
    }
  ),
  about(
    { answer: "Сан-Франциско" },
    {
      "accepted: spacing": ["санфранциско"],
      "accepted: exact": ["сан франциско"],
      "accepted: typo": ["Сан Францыско"],
      "accepted: transliteration": ["San Francisco"]
    }
  )
]
