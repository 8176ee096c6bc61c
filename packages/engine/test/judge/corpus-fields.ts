/** References with зачёт, незачёт, brackets, figures and several parts. */
import { about, type CorpusGroup } from "./corpus-group.ts"

export const fields: ReadonlyArray<CorpusGroup> = [
  about(
    { answer: "Бабочка.", accepted: ["Мотылёк"] },
    {
      "accepted: exact": ["бабочка", "мотылек"],
      "accepted: form": ["Бабочки", "мотыльки"],
      "accepted: typo": ["бабачка"],
      "rejected: other": ["стрекоза", "муха", "гусеница", "бабушка"]
    }
  ),
  about(
    { answer: "Врач.", accepted: ["Доктор; медик"] },
    {
      "accepted: exact": ["врач", "доктор", "Медик"],
      "accepted: form": ["врача", "Доктора"],
      "rejected: other": ["медсестра", "учитель", "больной", "пациент"]
    }
  ),
  about(
    { answer: "Луна.", rejected: ["Месяц"] },
    {
      "accepted: exact": ["луна", "по-моему, Луна"],
      "accepted: form": ["На Луне", "Луну"],
      "rejected: in rejected": ["месяц", "Месяц!"],
      "rejected: other": ["Марс", "солнце"]
    }
  ),
  about(
    { answer: "Лев Толстой.", accepted: ["Толстой"], rejected: ["Алексей Толстой"] },
    {
      "accepted: exact": ["Толстой", "Лев Толстой", "Лев Толстой, конечно"],
      "accepted: typo": ["Талстой"],
      "rejected: in rejected": ["Алексей Толстой", "алексей толстой"],
      "rejected: other": ["Достоевский", "Чехов"],
      "rejected: partial": ["Лев"]
    },
    {
      "disputed: extra words, but right": ["лев николаевич толстой"]
    }
  ),
  about(
    { answer: "Зеркало.", accepted: ["точный ответ"] },
    {
      "accepted: exact": ["зеркало", "Зеркало.", "«зеркало»"],
      "rejected: other": ["стекло"]
    },
    {
      "disputed: inexact, but wrong": ["зеркала", "зерколо"],
      "rejected: inexact": ["кривое зеркало"]
    }
  ),
  about(
    { answer: "Вчера.", accepted: ["Точный ответ."] },
    {
      "accepted: exact": ["вчера", "Вчера!"],
      "rejected: other": ["завтра", "сегодня", "позавчера"]
    }
  ),
  about(
    { answer: "Дружба.", accepted: ["По слову «дружба»"] },
    {
      "accepted: exact": ["дружба"],
      "accepted: form": ["дружбы"],
      "rejected: other": ["любовь", "товарищ"]
    },
    {
      "accepted: keyword": ["настоящая дружба", "дружба народов"],
      "rejected: list of guesses": ["вражда и дружба"]
    }
  ),
  about(
    { answer: "Слепой музыкант.", accepted: ["По смыслу с упоминанием слепоты"] },
    { "accepted: exact": ["слепой музыкант"], "rejected: other": ["глухой композитор", "художник"] },
    {
      "disputed: by meaning, but right": ["незрячий музыкант"],
      "disputed: near, but right": ["слепота музыканта"]
    }
  ),
  about(
    { answer: "Падение Берлинской стены.", accepted: ["По смыслу."] },
    {
      "accepted: exact": ["падение берлинской стены"],
      "accepted: word order": ["Берлинской стены падение"],
      "disputed: by meaning": ["распад СССР"]
    },
    {
      "disputed: by meaning, but right": ["снос берлинской стены", "разрушение стены в Берлине"],
      "disputed: by meaning, but wrong": ["падение курса"]
    }
  ),
  about(
    { answer: "Сообщающиеся сосуды.", accepted: ["Синонимичные ответы."] },
    {
      "accepted: exact": ["сообщающиеся сосуды"],
      "accepted: form": ["Сообщающихся сосудах", "сообщающийся сосуды"],
      "rejected: other": ["весы", "вакуум"]
    },
    {
      "disputed: by meaning, but right": ["сообщающиеся ёмкости"]
    }
  ),
  about(
    { answer: "Дуб, ясень.", accepted: ["В любом порядке."] },
    {
      "accepted: form": ["дуб и ясень"],
      "accepted: word order": ["Ясень, дуб"],
      "accepted: exact": ["дуб, ясень"],
      "rejected: partial": ["дуб", "ясень"],
      "rejected: other": ["дуб и клён", "клён, берёза"]
    }
  ),
  about(
    { answer: "1. Дуб. 2. Ясень." },
    {
      "accepted: exact": ["1. Дуб 2. Ясень", "дуб, ясень", "дуб и ясень", "Дуб ясень", "1) дуб; 2) ясень"],
      "rejected: partial": ["дуб", "дуб, клён", "ясень"]
    },
    {
      "rejected: wrong order": ["ясень, дуб", "1. ясень 2. дуб"]
    }
  ),
  about(
    { answer: "1. Волга. 2. Дон.", accepted: ["в любом порядке"] },
    {
      "accepted: exact": ["Волга, Дон"],
      "accepted: word order": ["дон, волга", "1. Дон 2. Волга"],
      "rejected: partial": ["Волга", "Волга, Кама"],
      "rejected: other": ["Обь, Енисей"]
    }
  ),
  about(
    { answer: "1. Кот. 2. Любой ответ или отсутствие ответа." },
    {
      "accepted: exact": ["1. кот 2. пёс", "кот, собака"],
      "rejected: wrong order": ["1. пёс 2. кот"]
    }
  ),
  about(
    { answer: "Москва или Петербург." },
    {
      "accepted: exact": ["Москва", "Петербург"],
      "accepted: form": ["в Петербурге"],
      "rejected: other": ["Казань", "Новгород"]
    }
  ),
  about(
    { answer: "«Быть или не быть»." },
    {
      "accepted: exact": ["быть или не быть", "Быть или не быть?"],
      "rejected: partial": ["быть", "не быть"],
      "rejected: other": ["Гамлет"]
    }
  ),
  about(
    { answer: "Картошка; картофель." },
    {
      "accepted: exact": ["картошка", "картофель"],
      "accepted: form": ["Картошку"],
      "accepted: typo": ["картофиль"],
      "rejected: other": ["морковь", "репа"]
    }
  ),
  about(
    { answer: "искать/копать трюфели." },
    {
      "accepted: exact": ["искать трюфели", "копать трюфели"],
      "rejected: other": ["есть трюфели", "варить трюфели"]
    },
    {
      "rejected: other, but right": ["ищут трюфели"]
    }
  ),
  about(
    { answer: "Lacoste [лакост]." },
    {
      "accepted: exact": ["lacoste", "Лакост", "Lacoste"],
      "rejected: other": ["Adidas", "Пума"]
    }
  ),
  about(
    { answer: "(Эрнест) Хемингуэй." },
    {
      "accepted: exact": ["Хемингуэй", "Эрнест Хемингуэй"],
      "accepted: typo": ["хемингуей"],
      "accepted: form": ["Хемингуэя"],
      "rejected: other": ["Фолкнер", "Стейнбек"],
      "rejected: partial": ["Эрнест"]
    }
  ),
  about(
    { answer: "Африка (все остальные — части света из вопроса)." },
    {
      "accepted: exact": ["Африка"],
      "accepted: form": ["африку"],
      "rejected: other": ["Азия", "Европа"]
    }
  ),
  about(
    { answer: "УЗИ плода. Незачёт: УЗИ без уточнения." },
    {
      "accepted: exact": ["УЗИ плода", "узи плода"],
      "rejected: in rejected": ["УЗИ"],
      "rejected: other": ["рентген"]
    }
  ),
  about(
    { answer: "Медаль." },
    {
      "accepted: exact": ["медаль"],
      "accepted: typo": ["медали"],
      "rejected: other": ["орден", "кубок"]
    },
    {
      "disputed: extra words, but wrong": ["золотая медаль", "сторона медали"]
    }
  ),
  about(
    { answer: "Гамлет." },
    {
      "accepted: exact": ["гамлет"],
      "accepted: form": ["Гамлета"],
      "accepted: typo": ["гамлед"],
      "rejected: other": ["Отелло", "Офелия", "Король Лир"]
    },
    {
      "disputed: extra words, but right": ["Гамлет, принц датский", "гамлет принц датский"]
    }
  ),
  about(
    { answer: "Попугаи." },
    {
      "accepted: exact": ["попугаи"],
      "accepted: form": ["в попугаях", "попугай"],
      "rejected: other": ["мартышки", "удав"]
    },
    {
      "rejected: wrong number": ["в 38 попугаях", "38 попугаев"]
    }
  ),
  about(
    { answer: "Бояться." },
    {
      "accepted: exact": ["бояться"],
      "accepted: typo": ["боятся", "Боятся"],
      "rejected: other": ["прятаться", "убегать", "храбриться"]
    }
  ),
  about(
    { answer: "Не стрелять." },
    {
      "accepted: exact": ["не стрелять"],
      "accepted: form": ["Не стреляйте"],
      "accepted: typo": ["не стриляйте"],
      "rejected: negation": ["стрелять", "стреляйте"],
      "rejected: other": ["молчать"]
    }
  ),
  about(
    { answer: "Без слов." },
    {
      "accepted: exact": ["без слов"],
      "accepted: form": ["Без слова"],
      "rejected: negation": ["слова", "слов", "со словами"]
    }
  ),
  about(
    { answer: "США." },
    {
      "accepted: exact": ["США", "сша"],
      "accepted: form": ["В США"],
      "rejected: other": ["Канада", "СССР", "Англия"]
    },
    {
      "accepted: abbreviation": ["Соединённые Штаты Америки"]
    }
  ),
  about(
    { answer: "Организация Объединённых Наций." },
    {
      "accepted: exact": ["организация объединенных наций"],
      "accepted: form": ["Организации Объединённых Наций"],
      "accepted: typo": ["арганизация объедененных наций"],
      "rejected: other": ["НАТО", "Евросоюз"]
    },
    {
      "accepted: abbreviation": ["ООН"],
      "disputed: partial, but wrong": ["Лига наций"]
    }
  ),
  about(
    { answer: "«ъ»." },
    {
      "accepted: exact": ["ъ", "Ъ"],
      "rejected: other": ["ь", "ы"]
    }
  ),
  about(
    { answer: "«карова»." },
    {
      "accepted: exact": ["карова", "«Карова»"],
      "rejected: other": ["коза"]
    },
    {
      "disputed: near, but wrong": ["корова"]
    }
  ),
  about(
    { answer: "Т-34." },
    {
      "accepted: exact": ["т-34", "Т34"],
      "rejected: wrong number": ["Т-35", "Т-72"],
      "rejected: other": ["Тигр", "КВ"]
    },
    {
      "disputed: extra words, but right": ["Танк Т-34"]
    }
  ),
  about(
    { answer: "Боинг-747." },
    {
      "accepted: exact": ["Боинг 747", "боинг-747", "Боинг747"],
      "rejected: wrong number": ["Боинг 737"],
      "rejected: other": ["Ту-154"]
    },
    {
      "accepted: transliteration": ["Boeing 747"],
      "disputed: partial, but wrong": ["боинг"]
    }
  ),
  about(
    { answer: "C++." },
    {
      "accepted: exact": ["C++", "c++"],
      "accepted: form": ["С++"],
      "rejected: other": ["Java", "Паскаль"]
    },
    {
      "rejected: partial": ["C"]
    }
  ),
  about(
    { answer: "3,14." },
    {
      "accepted: exact": ["3,14", "3.14"],
      "rejected: wrong number": ["3,15", "314", "2,71"]
    }
  ),
  about(
    { answer: "−40 [градусов]." },
    {
      "accepted: exact": ["-40", "–40", "минус 40"],
      "accepted: form": ["минус сорок градусов"],
      "rejected: partial": ["40", "+40"],
      "rejected: wrong number": ["-273"]
    }
  ),
  about(
    { answer: "1 000 000." },
    {
      "accepted: form": ["миллион", "один миллион"],
      "accepted: exact": ["1000000", "1 000 000"],
      "rejected: wrong number": ["тысяча", "1000", "миллиард", "сто тысяч"]
    }
  ),
  about(
    { answer: "5 тысяч." },
    {
      "accepted: form": ["5000", "пять тысяч", "5 тыс."],
      "rejected: wrong number": ["500", "пять", "50 тысяч"]
    }
  ),
  about(
    { answer: "Д’Артаньян." },
    {
      "accepted: exact": ["д'Артаньян", "дартаньян", "дартаньян!", "д’артаньян"],
      "accepted: spacing": ["Д Артаньян"],
      "accepted: typo": ["Дартоньян"],
      "rejected: other": ["Атос", "Портос", "Арамис"]
    }
  ),
  about(
    { answer: "О. Генри." },
    {
      "accepted: exact": ["О. Генри", "о генри"],
      "accepted: spacing": ["О'Генри"],
      "rejected: other": ["Марк Твен", "Джек Лондон"]
    },
    {
      "accepted: form": ["Генри"]
    }
  ),
  about(
    { answer: "Ян Амос Коменский." },
    {
      "accepted: exact": ["Ян Амос Коменский"],
      "accepted: typo": ["ян амос каменский"],
      "accepted: word order": ["Коменский Ян Амос"],
      "rejected: other": ["Ян Гус", "Песталоцци"]
    },
    {
      "disputed: partial, but right": ["Коменский", "Ян Коменский"]
    }
  ),
  about(
    { answer: "Зимний дворец." },
    {
      "accepted: exact": ["зимний дворец"],
      "accepted: form": ["В Зимнем дворце", "зимнй дворец", "зимний двoрец"],
      "rejected: other": ["летний дворец", "Эрмитаж", "Петергоф", "дворец спорта"]
    },
    {
      "rejected: partial": ["дворец"]
    }
  ),
  about(
    { answer: "Железная дорога." },
    {
      "accepted: exact": ["железная дорога"],
      "accepted: form": ["Железные дороги"],
      "accepted: typo": ["жилезная дорога"],
      "accepted: word order": ["дорога железная"],
      "rejected: other": ["шоссе", "рельсы", "железная маска", "канатная дорога"]
    }
  ),
  about(
    { answer: "Муха-цокотуха." },
    {
      "accepted: exact": ["муха цокотуха", "Муха-Цокотуха"],
      "accepted: form": ["муху-цокотуху"],
      "accepted: spacing": ["мухацокотуха"],
      "accepted: typo": ["муха цакатуха"],
      "rejected: other": ["комар", "самовар", "таракан"]
    },
    {
      "rejected: partial, but right": ["цокотуха"]
    }
  ),
  about(
    { answer: "Кошелёк." },
    {
      "accepted: exact": ["кошелёк", "кошелек"],
      "accepted: typo": ["кашелек"],
      "accepted: form": ["кошельки"],
      "rejected: other": ["сумка", "карман", "банк", "деньги"]
    }
  ),
  about(
    { answer: "Пётр Первый." },
    {
      "accepted: exact": ["Пётр Первый", "Петр первый"],
      "accepted: form": ["петр 1", "Пётр I", "петра первого"],
      "rejected: wrong number": ["Пётр III", "Петр Третий"],
      "rejected: other": ["Павел Первый", "Екатерина Вторая"]
    },
    {
      "disputed: partial, but wrong": ["Пётр"]
    }
  ),
  about(
    { answer: "Иванов." },
    {
      "accepted: exact": ["Иванов"],
      "accepted: form": ["иванова"],
      "accepted: typo": ["Иваноф"],
      "rejected: other": ["Петров", "Сидоров"]
    },
    {
      "rejected: other": ["Иван"]
    }
  ),
  about(
    { answer: "Метро." },
    {
      "accepted: exact": ["метро"],
      "accepted: form": ["В метро"],
      "accepted: typo": ["митро"],
      "rejected: other": ["трамвай", "автобус", "поезд"]
    },
    {
      "disputed: near, but wrong": ["метр"]
    }
  ),
  about(
    { answer: "Банк." },
    {
      "accepted: exact": ["банк"],
      "accepted: form": ["в банке", "банки"],
      "rejected: other": ["сейф", "биржа", "завод", "танк"]
    }
  ),
  about(
    { answer: "Песочные часы." },
    {
      "accepted: exact": ["песочные часы"],
      "accepted: word order": ["Часы песочные"],
      "accepted: typo": ["писочные часы"],
      "accepted: form": ["песочных часов"],
      "accepted: spacing": ["песочныечасы"],
      "rejected: other": ["солнечные часы", "будильник", "песок", "часы с кукушкой"]
    },
    {
      "rejected: partial": ["часы"]
    }
  ),
  about(
    { answer: "Спящая красавица.", text: "Кого в сказке Перро принц будит поцелуем в заколдованном замке?" },
    {
      "accepted: exact": ["спящая красавица"],
      "accepted: form": ["спящую красавицу", "Спящяя красавица"],
      "accepted: word order": ["красавица спящая"],
      "rejected: formal": ["принц"],
      "rejected: other": ["заколдованный замок", "Золушка", "Белоснежка"]
    }
  ),
  about(
    { answer: "Эхо.", text: "Что в горах отвечает каждому, но не скажет ни слова первым?" },
    {
      "accepted: exact": ["эхо", "Эхо.", "это эхо"],
      "rejected: formal": ["горы", "слово", "гора"],
      "rejected: other": ["ветер"]
    }
  ),
  about(
    { answer: "Телефон.", text: "Белл и Грей подали заявки на этот аппарат в один день. Назовите его." },
    {
      "accepted: exact": ["телефон"],
      "accepted: form": ["телефоны", "телефно"],
      "accepted: typo": ["тилефон"],
      "rejected: formal": ["аппарат", "этот аппарат"],
      "rejected: other": ["телеграф", "радио"]
    }
  ),
  about(
    { answer: "«Тройка»." },
    {
      "accepted: exact": ["тройка", '"Тройка"'],
      "accepted: transliteration": ["Troika"],
      "accepted: form": ["тройку"],
      "rejected: other": ["пятёрка", "двойка", "семёрка"]
    }
  ),
  about(
    { answer: "Микрософт." },
    {
      "accepted: transliteration": ["microsoft"],
      "accepted: exact": ["Микрософт"],
      "accepted: form": ["микрософта"],
      "rejected: other": ["Apple", "Гугл", "IBM"]
    },
    {
      "accepted: typo": ["Майкрософт"]
    }
  ),
  about(
    { answer: "Фрост." },
    {
      "accepted: exact": ["фрост"],
      "accepted: transliteration": ["Frost"],
      "accepted: form": ["фроста"],
      "rejected: other": ["Киплинг", "По", "Уитмен"]
    }
  ),
  about(
    { answer: "Самиздат." },
    {
      "accepted: exact": ["самиздат"],
      "accepted: transliteration": ["Samizdat"],
      "accepted: form": ["самиздата"],
      "accepted: typo": ["самисдат"],
      "rejected: other": ["тамиздат", "цензура", "издательство"]
    }
  ),
  about(
    { answer: "Якорь." },
    {
      "accepted: exact": ["якорь"],
      "accepted: form": ["якоря", "якорем"],
      "disputed: near, but right": ["якрь"],
      "rejected: other": ["парус", "штурвал", "цепь", "трос"]
    }
  ),
  about(
    { answer: "Каштан." },
    {
      "accepted: exact": ["каштан"],
      "accepted: form": ["каштаны"],
      "accepted: typo": ["коштан", "кашатн"],
      "rejected: other": ["дуб", "желудь", "клён"],
      "disputed: near, but wrong": ["каштанка"]
    }
  ),
  about(
    { answer: "Барометр." },
    {
      "accepted: exact": ["барометр"],
      "accepted: form": ["барометры"],
      "accepted: typo": ["бараметр", "баромерт"],
      "rejected: other": ["термометр", "манометр", "гигрометр", "градусник"]
    }
  ),
  about(
    { answer: "Правда." },
    {
      "accepted: exact": ["правда"],
      "accepted: form": ["правду"],
      "rejected: other": ["ложь", "истина", "кривда", "неправда"]
    },
    {
      "disputed: extra words, but right": ["говорить правду"]
    }
  ),
  about(
    { answer: "Крыша дома." },
    {
      "accepted: exact": ["крыша дома"],
      "accepted: form": ["крыши дома", "на крыше дома"],
      "accepted: word order": ["дома крыша"],
      "rejected: other": ["крыша сарая", "окно", "стена дома"]
    }
  ),
  about(
    { answer: "Отец сына." },
    {
      "accepted: exact": ["отец сына"],
      "accepted: word order": ["сына отец"],
      "rejected: other": ["мать дочери"]
    },
    {
      "disputed: near, but wrong": ["сын отца"]
    }
  ),
  about(
    { answer: "Кофе." },
    {
      "accepted: exact": ["кофе", "кофе, пожалуйста"],
      "accepted: typo": ["кофэ"],
      "rejected: other": ["чай", "какао"]
    },
    {
      "accepted: form": ["чашка кофе"],
      "disputed: near, but wrong": ["кафе"]
    }
  ),
  about(
    { answer: "Бабушка и дедушка." },
    {
      "accepted: exact": ["бабушка и дедушка"],
      "accepted: form": ["бабушка с дедушкой", "бабушка, дедушка"],
      "accepted: word order": ["дедушка и бабушка"],
      "rejected: partial": ["бабушка", "дедушка"],
      "rejected: other": ["мама и папа", "внук"]
    }
  )
]
